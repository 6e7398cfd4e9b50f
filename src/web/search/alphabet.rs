//! The list from A to Z.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Entry;
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

/// The places that are looked up by their first letter.
pub(crate) fn letters(entries: &[Entry]) -> Vec<Letter> {
    let mut letters: BTreeMap<(bool, String), Vec<(String, Place)>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.in_list) {
        let title = entry.title.plain();
        let first = title
            .chars()
            .find(|letter| letter.is_alphanumeric())
            .filter(|letter| letter.is_alphabetic());
        let letter = first.map_or_else(|| "#".to_owned(), |letter| letter.to_uppercase().collect());
        letters.entry((first.is_none(), letter)).or_default().push((
            title.to_lowercase(),
            Place {
                title: entry.title.html(),
                part_of: entry.part_of.html(),
                href: entry.href.clone(),
            },
        ));
    }
    letters
        .into_iter()
        .enumerate()
        .map(|(at, ((_, letter), mut places))| {
            places.sort_by(|(a, one), (b, other)| (a, &one.href).cmp(&(b, &other.href)));
            Letter {
                anchor: format!("letter_{}", at + 1),
                name: letter,
                places: places.into_iter().map(|(_, place)| place).collect(),
            }
        })
        .collect()
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
        let letters = letters(&[
            entry("email", true),
            entry("999", true),
            entry("“Age rating”", true),
            entry("Élan", true),
            entry("Allegation", true),
            entry("A sentence.", false),
        ]);
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
                ("A", vec!["Allegation", "“Age rating”"]),
                ("E", vec!["email"]),
                ("É", vec!["Élan"]),
                ("#", vec!["999"]),
            ]
        );
    }
}
