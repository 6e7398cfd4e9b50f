//! The list from A to Z.

use serde::Serialize;

use super::Entry;
use crate::edition::Alphabet;
use crate::web::html::Html;

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Place {
    /// What it is called, as HTML.
    pub(crate) title: Html,
    /// What it is part of, as HTML.
    pub(crate) part_of: Html,
    /// Where it leads.
    pub(crate) href: String,
}

/// The places that are looked up by their first letter, in the order of this language.
pub(crate) fn letters(entries: &[Entry], language: &str) -> Vec<Letter> {
    let alphabet = Alphabet::of(language);
    let mut listed: Vec<(Option<String>, String, Place)> = entries
        .iter()
        .filter(|entry| entry.in_list)
        .map(|entry| {
            let title = entry.title.plain().into_owned();
            let place = Place {
                title: entry.title.html(),
                part_of: entry.part_of.html(),
                href: entry.href.clone(),
            };
            (alphabet.letter(&title), title, place)
        })
        .collect();
    listed.sort_by(|(a_letter, a, one), (b_letter, b, other)| {
        // What begins with no letter comes last.
        let by_letter = match (a_letter, b_letter) {
            (Some(a), Some(b)) => alphabet.compare_letters(a, b),
            (a, b) => a.is_none().cmp(&b.is_none()),
        };
        by_letter
            .then_with(|| alphabet.compare(a, b))
            .then_with(|| one.href.cmp(&other.href))
    });
    let mut letters: Vec<Letter> = Vec::new();
    for (letter, _, place) in listed {
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
    use crate::web::wording::Wording;

    fn entry(title: &str, in_list: bool) -> Entry {
        Entry {
            title: Wording::own(title),
            part_of: Wording::own("Words"),
            href: "#".to_owned(),
            text: Wording::default(),
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
                let titles = letter.places.iter().map(|place| place.title.0.as_str());
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
