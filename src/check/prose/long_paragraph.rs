//! Paragraphs that look like a wall.

use super::passage::{sentences, words};
use super::{Say, Text};
use crate::diagnostic::{Code, Diagnostic};

/// The most sentences of a paragraph, as the style guides of public services have it.
const SENTENCES: usize = 6;
/// The most words.
const WORDS: usize = 120;

pub(super) fn check(text: &Text<'_>, say: &mut Say<'_>) {
    for passage in text.passages.iter().filter(|passage| passage.is_prose) {
        let parts = sentences(&passage.words).len();
        let count = words(&passage.words).len();
        if parts > SENTENCES || count > WORDS {
            say(Diagnostic::new(
                Code::LongParagraph,
                format!("this paragraph has {parts} sentences and {count} words"),
            )
            .at(text.place(passage, 0..passage.words.len()), "")
            .help("part it where its subject changes, or make a list of it"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::of_section;
    use super::*;

    fn codes(body: &str) -> Vec<Code> {
        of_section(body).into_iter().map(|(code, _)| code).collect()
    }

    #[test]
    fn more_than_six_sentences_or_too_many_words_are_a_wall() {
        assert!(codes(&"Look here. ".repeat(6)).is_empty());
        assert_eq!(codes(&"Look here. ".repeat(7)), [Code::LongParagraph]);
        let sentence = format!("{}. ", vec!["word"; 25].join(" "));
        assert!(codes(&sentence.repeat(4)).is_empty());
        assert_eq!(codes(&sentence.repeat(5)), [Code::LongParagraph]);
    }
}
