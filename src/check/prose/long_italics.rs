//! Italics in long runs, which are hard to read for many people with dyslexia.

use super::passage::words;
use super::{Say, Text};
use crate::diagnostic::{Code, Diagnostic};

/// The most words in italics: enough for the title of a law or a book.
const MOST: usize = 16;

pub(super) fn check(text: &Text<'_>, say: &mut Say<'_>) {
    for passage in &text.passages {
        for italics in &passage.italics {
            let count = words(&passage.words[italics.clone()]).len();
            if count > MOST {
                say(Diagnostic::new(
                    Code::LongItalics,
                    format!("{count} words in italics are hard to read"),
                )
                .at(text.place(passage, italics.clone()), "")
                .help("keep the stars for a few words, or make a quotation of it: > …"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::of_section;
    use super::*;

    #[test]
    fn a_title_may_be_in_italics_and_a_paragraph_may_not() {
        let words = |count: usize| vec!["word"; count].join(" ");
        assert!(of_section(&format!("See *{}*.", words(16))).is_empty());
        let found = of_section(&format!("See *{}*.", words(17)));
        assert_eq!(found, [(Code::LongItalics, words(17))]);
    }
}
