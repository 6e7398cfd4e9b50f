//! Sentences that nobody can hold in mind.

use super::passage::{sentences, words};
use super::{Say, Text};
use crate::diagnostic::{Code, Diagnostic};

/// The most words of a sentence. The style guide of GOV.UK splits sentences of more than 25; above this one, most readers lose the
/// thread.
const MOST: usize = 30;

pub(super) fn check(text: &Text<'_>, say: &mut Say<'_>) {
    for passage in text.passages.iter().filter(|passage| passage.is_prose) {
        for sentence in sentences(&passage.words) {
            let count = words(&passage.words[sentence.clone()]).len();
            if count > MOST {
                say(Diagnostic::new(
                    Code::LongSentence,
                    format!("this sentence has {count} words"),
                )
                .at(text.place(passage, sentence), "")
                .help("make two of it, or a list: 25 words are easy to follow"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::of_section;
    use super::*;

    #[test]
    fn only_more_than_thirty_words_are_too_many() {
        let sentence = |count: usize| format!("{}.", vec!["word"; count].join(" "));
        assert!(of_section(&format!("{} {}", sentence(30), sentence(30))).is_empty());
        let found = of_section(&format!("Short. {}", sentence(31)));
        assert_eq!(found, [(Code::LongSentence, sentence(31))]);
        // A term is one word, whatever stands for it, and items of a list are sentences of their own.
        let items = format!("- {}\n- {}\n", sentence(20), sentence(20));
        assert!(of_section(&items).is_empty());
    }
}
