//! What rules need to know of a language, from one file for each: `words/en.txt`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The files, by the language they are for.
const FILES: &[(&str, &str)] = &[
    ("en", include_str!("words/en.txt")),
    ("cy", include_str!("words/cy.txt")),
];

/// The words of a language.
#[derive(Debug, Default)]
pub(in crate::check) struct Words {
    /// What to say in place of a word or phrase, which stands in small letters.
    pub replace: BTreeMap<&'static str, &'static str>,
    /// Words of links that don't say where they lead.
    pub vague_links: BTreeSet<&'static str>,
    /// What words for a picture needn't begin with.
    pub pictures: BTreeSet<&'static str>,
    /// Abbreviations that everybody knows better than what they are short for.
    pub abbreviations: BTreeSet<&'static str>,
    /// How a document that is in force calls its status.
    pub in_force: BTreeSet<&'static str>,
}

impl Words {
    /// The words of a language; none are known of most.
    pub(in crate::check) fn of(language: &str) -> &'static Words {
        static ALL: OnceLock<BTreeMap<&'static str, Words>> = OnceLock::new();
        static NONE: OnceLock<Words> = OnceLock::new();
        let all = ALL.get_or_init(|| {
            let read =
                |(language, text): &(&'static str, &'static str)| (*language, Words::read(text));
            FILES.iter().map(read).collect()
        });
        let language = language.split('-').next().unwrap_or_default();
        all.get(language)
            .unwrap_or_else(|| NONE.get_or_init(Words::default))
    }

    fn read(text: &'static str) -> Self {
        let mut words = Self::default();
        let mut part = "";
        for line in text.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line
                .strip_prefix('[')
                .and_then(|line| line.strip_suffix(']'))
            {
                part = name;
                continue;
            }
            match part {
                "replace" => {
                    if let Some((forms, better)) = line.split_once('=') {
                        let forms = forms.split(',').map(|form| (form.trim(), better.trim()));
                        words.replace.extend(forms);
                    }
                }
                "vague links" => drop(words.vague_links.insert(line)),
                "pictures" => drop(words.pictures.insert(line)),
                "abbreviations" => words.abbreviations.extend(line.split_whitespace()),
                "in force" => drop(words.in_force.insert(line)),
                _ => {}
            }
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_its_words() {
        for (language, text) in FILES {
            let words = Words::of(language);
            assert!(
                words.replace.len() > 10 && words.vague_links.len() > 3,
                "{language}"
            );
            assert!(
                !words.in_force.is_empty() && !words.pictures.is_empty(),
                "{language}"
            );
            for (word, better) in &words.replace {
                assert_eq!(word.to_lowercase(), **word, "{language}");
                assert!(!better.is_empty(), "{language} {word}");
            }
            // A misspelt head would lose what stands below it.
            let heads = text.lines().filter(|line| line.starts_with('['));
            for head in heads {
                assert!(
                    [
                        "[replace]",
                        "[vague links]",
                        "[pictures]",
                        "[abbreviations]",
                        "[in force]"
                    ]
                    .contains(&head),
                    "{head}"
                );
            }
        }
        assert!(Words::of("en-GB").replace.contains_key("utilise"));
        assert!(Words::of("pl").replace.is_empty());
    }
}
