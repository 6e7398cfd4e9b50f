//! The list from A to Z.

use serde::Serialize;

use super::Entry;
use crate::edition::Alphabet;

/// What begins with one letter.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Letter {
    /// Its address on the page.
    pub(crate) anchor: String,
    /// The letter; `#` for what begins with none.
    pub(crate) name: String,
    /// The places, in the order of the alphabet.
    pub(crate) places: Vec<Place>,
}

/// A place in the list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) struct Place {
    /// What it is called.
    pub(crate) title: String,
    /// What it is part of.
    pub(crate) part_of: String,
    /// Where it leads.
    pub(crate) href: String,
}

/// The places that are looked up by their first letter, in the order of this language.
pub(crate) fn letters(entries: &[Entry], language: &str) -> Vec<Letter> {
    let alphabet = Alphabet::of(language);
    let mut listed: Vec<(Option<String>, Place)> = entries
        .iter()
        .filter(|entry| entry.in_list)
        .map(|entry| {
            let place = Place {
                title: entry.title.clone(),
                part_of: entry.part_of.clone(),
                href: entry.href.clone(),
            };
            (alphabet.letter(&entry.title), place)
        })
        .collect();
    listed.sort_by(|(a_letter, a), (b_letter, b)| {
        // What begins with no letter comes last.
        let by_letter = match (a_letter, b_letter) {
            (Some(a), Some(b)) => alphabet.compare_letters(a, b),
            (a, b) => a.is_none().cmp(&b.is_none()),
        };
        by_letter
            .then_with(|| alphabet.compare(&a.title, &b.title))
            .then_with(|| a.cmp(b))
    });
    let mut letters: Vec<Letter> = Vec::new();
    for (letter, place) in listed {
        let name = letter.unwrap_or_else(|| "#".to_owned());
        match letters.last_mut().filter(|last| last.name == name) {
            Some(last) => last.places.push(place),
            None => letters.push(Letter {
                anchor: format!("letter_{}", letters.len() + 1),
                name,
                places: vec![place],
            }),
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(title: &str, in_list: bool) -> Entry {
        Entry {
            title: title.to_owned(),
            part_of: "Words".to_owned(),
            href: "#".to_owned(),
            text: String::new(),
            in_list,
        }
    }

    #[test]
    fn places_stand_under_their_first_letter() {
        let entries = [
            entry("email", true),
            entry("999", true),
            entry("“Age rating”", true),
            entry("Élan", true),
            entry("Allegation", true),
            entry("A sentence.", false),
        ];
        let letters = letters(&entries, "en");
        let found: Vec<(&str, Vec<&str>)> = letters
            .iter()
            .map(|letter| {
                let titles = letter.places.iter().map(|place| place.title.as_str());
                (letter.name.as_str(), titles.collect())
            })
            .collect();
        assert_eq!(
            found,
            [
                ("A", vec!["“Age rating”", "Allegation"]),
                ("E", vec!["Élan", "email"]),
                ("#", vec!["999"]),
            ]
        );
    }
}
