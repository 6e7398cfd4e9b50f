//! Words that are better replaced.

use super::passage::words;
use super::{Say, Text};
use crate::diagnostic::{Code, Diagnostic};

/// The most words of a phrase in the lists.
const LONGEST: usize = 6;

pub(super) fn check(text: &Text<'_>, say: &mut Say<'_>) {
    let replace = &text.words().replace;
    if replace.is_empty() {
        return;
    }
    for passage in &text.passages {
        let places = words(&passage.words);
        let small: Vec<String> = places
            .iter()
            .map(|range| passage.words[range.clone()].to_lowercase())
            .collect();
        let mut at = 0;
        while at < small.len() {
            // The longest phrase first: "in order to" and not "in order".
            let found = (1..=LONGEST.min(small.len() - at)).rev().find_map(|count| {
                let better = replace.get(small[at..at + count].join(" ").as_str())?;
                Some((count, *better))
            });
            let Some((count, better)) = found else {
                at += 1;
                continue;
            };
            let range = places[at].start..places[at + count - 1].end;
            let words = &passage.words[range.clone()];
            say(Diagnostic::new(
                Code::PlainWord,
                format!("“{words}” can be said more plainly"),
            )
            .at(text.place(passage, range), format!("say: {better}")));
            at += count;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{of_section, said};
    use super::*;

    #[test]
    fn the_longest_phrase_is_said_where_it_stands() {
        let found = of_section("Utilise *it* in order to\nlearn, prior to work.");
        let words: Vec<&str> = found.iter().map(|(_, words)| words.as_str()).collect();
        assert_eq!(words, ["Utilise", "in order to", "prior to"]);
        assert!(of_section("Use it to learn, before work. In order, please.").is_empty());
    }

    #[test]
    fn every_language_has_its_own_words() {
        let welsh = ("editions/ash/edition.yml", "name: Ash\nlanguages: [cy]\n");
        let section = |words: &str| format!("---\ntitle: Y gyfraith\n---\n{words}\n");
        let found =
            |words: &str| said(&[welsh, ("editions/ash/sections/10-law.md", &section(words))]);
        assert_eq!(
            found("Ffoniwch parthed hyn."),
            [(Code::PlainWord, "parthed".to_owned())]
        );
        assert!(found("Utilise.").is_empty());
    }
}
