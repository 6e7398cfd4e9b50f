//! Abbreviations that nobody explains: neither the glossary nor the text, where they first stand.

use std::collections::{BTreeMap, BTreeSet};

use super::Text;
use super::passage::words;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::edition::Edition;

/// Longer words in capitals are words.
const LONGEST: usize = 6;

/// An abbreviation at its place.
struct Found<'t> {
    short: &'t str,
    at: Span,
    is_explained: bool,
}

pub(super) fn check(texts: &[Text<'_>], editions: &[&Edition], problems: &mut Diagnostics) {
    let mut by_edition: BTreeMap<usize, Vec<Found<'_>>> = BTreeMap::new();
    for text in texts {
        // The terms of the glossary explain, and are not what is to be explained.
        if text.key.starts_with("glossary.") && text.name() != "meaning" {
            continue;
        }
        for passage in &text.passages {
            for (short, range) in abbreviations(&passage.words) {
                if text.words().abbreviations.contains(short) || text.words().replace.is_empty() {
                    continue;
                }
                // "Disclosure and Barring Service (DBS)", or "DBS (Disclosure and Barring Service)".
                let is_explained = passage.words[..range.start].ends_with('(')
                    && passage.words[range.end..].starts_with(')')
                    || passage.words[range.end..].trim_start().starts_with('(');
                let at = text.place(passage, range);
                for (number, _) in &text.editions {
                    by_edition.entry(*number).or_default().push(Found {
                        short,
                        at,
                        is_explained,
                    });
                }
            }
        }
    }
    for (number, found) in by_edition {
        let edition = editions[number];
        let mut known: BTreeSet<String> = found
            .iter()
            .filter(|found| found.is_explained)
            .map(|found| found.short.to_owned())
            .collect();
        // The names of organisations and teams stand in the lists of sources and contacts, with what they do.
        let names = edition.sources.iter().map(|source| &source.name);
        for name in names.chain(edition.contacts.iter().map(|contact| &contact.name)) {
            known.extend(shorts(&name.value));
        }
        for entry in &edition.glossary {
            let names = [Some(&entry.term), entry.short.as_ref()]
                .into_iter()
                .flatten()
                .chain(&entry.also);
            for name in names {
                known.extend(shorts(&name.value));
                known.insert(name.value.clone());
            }
            // A meaning may say what letters stand for.
            known.extend(shorts(&entry.meaning.plain()));
        }
        let mut said = BTreeSet::new();
        for found in found {
            if known.contains(found.short) || !said.insert(found.short) {
                continue;
            }
            problems.push(
                Diagnostic::new(
                    Code::UnexplainedAbbreviation,
                    format!("nobody says what {} stands for", found.short),
                )
                .at(found.at, "")
                .help(format!("write it out here, with ({}) behind it, or give the glossary an entry with `short: {}`", found.short, found.short))
                .in_edition(&edition.id),
            );
        }
    }
}

/// The abbreviations of a text.
fn shorts(text: &str) -> Vec<String> {
    let found = abbreviations(text).into_iter();
    found.map(|(short, _)| short.to_owned()).collect()
}

/// The abbreviations of a text, with their places. An s or ’s behind is not part of them.
fn abbreviations(text: &str) -> Vec<(&str, std::ops::Range<usize>)> {
    let all = words(text);
    let is_loud = |range: &std::ops::Range<usize>| {
        let word = &text[range.clone()];
        word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
            && word.chars().any(char::is_alphabetic)
    };
    let mut found = Vec::new();
    for (at, range) in all.iter().enumerate() {
        // In a block of capitals nothing can be told apart.
        let before = all[..at].iter().rev().take_while(|range| is_loud(range));
        let behind = all[at + 1..].iter().take_while(|range| is_loud(range));
        if before.count() + behind.count() >= 2 {
            continue;
        }
        let word = &text[range.clone()];
        let short = word
            .strip_suffix("'s")
            .or_else(|| word.strip_suffix("’s"))
            .or_else(|| word.strip_suffix('s'))
            .unwrap_or(word);
        let capitals = short.chars().filter(char::is_ascii_uppercase).count();
        let is_abbreviation = (2..=LONGEST).contains(&short.len())
            && capitals >= 2
            && short.chars().all(|c| c.is_ascii_uppercase())
            && !short.chars().all(|c| "IVXLCM".contains(c));
        if is_abbreviation {
            found.push((short, range.start..range.start + short.len()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::trial::{of_section, said};
    use super::*;

    #[test]
    fn what_is_explained_or_known_to_all_is_not_said() {
        assert!(
            of_section("The Early Help Service (EHS) helps. Ask the EHS. Send a PDF. See part IV.")
                .is_empty()
        );
        assert!(of_section("Ask the EHS (the Early Help Service) first.").is_empty());
        let glossary = (
            "glossary.yml",
            "- {id: ehs, term: Early Help Service, short: EHS, meaning: It helps.}\n",
        );
        let section = ("sections/10-law.md", "---\ntitle: Law\n---\nAsk the EHS.\n");
        assert!(said(&[glossary, section]).is_empty());
    }

    #[test]
    fn what_nobody_explains_is_said_once() {
        let found = of_section("Ask two EHSs. Ask the EHS.");
        assert_eq!(found, [(Code::UnexplainedAbbreviation, "EHS".to_owned())]);
    }
}
