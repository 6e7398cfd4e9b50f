//! Capitals in blocks, which are harder to read, and which screen readers may spell.

use super::passage::words;
use super::{Say, Text};
use crate::diagnostic::{Code, Diagnostic};

/// So many words in capitals on end are a block.
const BLOCK: usize = 3;
/// A block has a word of so many letters, and is no row of abbreviations.
const WORD: usize = 5;

pub(super) fn check(text: &Text<'_>, say: &mut Say<'_>) {
    for passage in &text.passages {
        let mut block: Vec<std::ops::Range<usize>> = Vec::new();
        let mut blocks = Vec::new();
        for range in words(&passage.words) {
            if is_in_capitals(&passage.words[range.clone()]) {
                block.push(range);
            } else {
                blocks.push(std::mem::take(&mut block));
            }
        }
        blocks.push(block);
        for block in blocks {
            let is_word = |range: &std::ops::Range<usize>| {
                passage.words[range.clone()].chars().count() >= WORD
            };
            if let (Some(first), Some(last)) = (block.first(), block.last())
                && block.len() >= BLOCK
                && block.iter().any(is_word)
            {
                say(Diagnostic::new(
                    Code::Capitals,
                    "words in capitals are hard to read, and may be read out letter by letter",
                )
                .at(text.place(passage, first.start..last.end), "")
                .help("write small letters, and **two stars** around what matters"));
            }
        }
    }
}

fn is_in_capitals(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(char::is_uppercase) && !word.starts_with("{{")
}

#[cfg(test)]
mod tests {
    use super::super::trial::{of_section, said};
    use super::*;

    #[test]
    fn three_words_in_capitals_are_a_block() {
        let found = of_section("You must NEVER EVER DO that.");
        assert_eq!(found, [(Code::Capitals, "NEVER EVER DO".to_owned())]);
        assert!(of_section("You must NEVER do that. Use a PDF, UK VAT or a QR code.").is_empty());
    }

    #[test]
    fn titles_are_looked_at() {
        let found = said(&[(
            "sections/10-law.md",
            "---\ntitle: KNOW THE LAW NOW PLEASE\n---\nWords.\n",
        )]);
        assert_eq!(found.len(), 1, "{found:?}");
    }
}
