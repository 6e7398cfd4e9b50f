//! Where a stretch of text stands in its file.

use std::ops::Range;

use crate::diagnostic::Span;
use crate::source::Sources;

/// A text and where it was written. A text that YAML had to unfold or unquote is no longer the source letter by letter;
/// then everything in it is said to stand where the whole stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    at: Span,
    exact: bool,
}

impl Place {
    /// The place of `text`, which was read at `at`.
    pub(crate) fn of(text: &str, at: Span, sources: &Sources) -> Self {
        Self {
            at,
            exact: sources.text(at) == text,
        }
    }

    /// A place whose text is the source letter by letter.
    pub(crate) fn whole(at: Span) -> Self {
        Self { at, exact: true }
    }

    /// A stretch of it.
    pub(crate) fn part(self, range: Range<usize>) -> Span {
        if self.exact {
            let start = self.at.start as usize;
            Span::new(self.at.file, start + range.start..start + range.end)
        } else {
            self.at
        }
    }
}
