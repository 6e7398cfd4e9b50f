//! Where a stretch of text stands in its file.

use std::ops::Range;

use crate::diagnostic::Span;
use crate::source::Sources;

/// A text and where it was written. A text that YAML had to unfold or unquote is no longer the source letter by letter;
/// then a stretch of it is looked for by its words, and stands where the whole stands if they aren't found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    at: Span,
    text: &'a str,
    source: &'a str,
}

impl<'a> Place<'a> {
    /// The place of `text`, which was read at `at`.
    pub(crate) fn of(text: &'a str, at: Span, sources: &'a Sources) -> Self {
        let source = sources.text(at);
        Self { at, text, source }
    }

    /// A place whose text is the source letter by letter.
    pub(crate) fn whole(at: Span) -> Self {
        let (text, source) = ("", "");
        Self { at, text, source }
    }

    /// A stretch of it.
    pub(crate) fn part(self, range: Range<usize>) -> Span {
        let exact = self.source == self.text;
        let found = if exact {
            Some(range)
        } else {
            self.found(range)
        };
        found.map_or(self.at, |range| {
            let start = self.at.start as usize;
            Span::new(self.at.file, start + range.start..start + range.end)
        })
    }

    /// The first line of a stretch in the source: the third "terms" of the text is the third there.
    fn found(self, range: Range<usize>) -> Option<Range<usize>> {
        let words = self.text.get(range.clone())?.lines().next()?.trim();
        let before = self.text.get(..range.start)?;
        if words.is_empty() {
            return None;
        }
        let (at, _) = self
            .source
            .match_indices(words)
            .nth(before.matches(words).count())?;
        Some(at..at + words.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_in_texts_that_yaml_unfolded() {
        let yaml = "a: |\r\n  One [x](y:z).\r\n\r\n  Two [x](y:z)\r\n  ends.\r\n";
        let text = "One [x](y:z).\n\nTwo [x](y:z)\nends.\n";
        let mut sources = Sources::new();
        let file = sources.add("a.yml", yaml);
        let place = Place::of(text, Span::new(file, 8..yaml.len()), &sources);
        let link = text.rfind("[x]").expect("there");
        let at = place.part(link..link + 8);
        assert_eq!(sources.place(at), "a.yml:4:7");
        assert_eq!(sources.text(at), "[x](y:z)");
        // A stretch over some lines stands at the first of them.
        assert_eq!(sources.place(place.part(15..text.len())), "a.yml:4:3");
        assert_eq!(place.part(0..0), Span::new(file, 8..yaml.len()));
    }
}
