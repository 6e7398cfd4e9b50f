//! A line of text with its markup.

use std::sync::Arc;

use crate::diagnostic::Span;
use crate::markdown::{Inline, plain_text};

/// A line or paragraph with inline Markdown, terms filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Its pieces.
    pub content: Arc<[Inline]>,
    /// Where it was written.
    pub at: Span,
}

impl Text {
    /// The words alone.
    pub fn plain(&self) -> String {
        plain_text(&self.content)
    }
}
