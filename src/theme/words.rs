//! The fixed words as one edition uses them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::{Fill, Listing, Strings};
use crate::diagnostic::Located;
use crate::edition::Edition;

/// The theme's strings, with the headings that an edition words in its own way.
///
/// Everything on pages and posters that isn't in the pack comes from here, so that both say the same.
#[derive(Debug, Clone)]
pub struct Words {
    strings: Arc<Strings>,
    labels: BTreeMap<String, Label>,
}

/// A heading as an edition words it.
#[derive(Debug, Clone)]
struct Label {
    words: String,
    /// The language it is written in, where that isn't the edition's: nobody has translated it.
    language: Option<String>,
}

impl Label {
    fn of(label: &Located<String>, language: Option<&str>) -> Self {
        Self {
            words: label.value.clone(),
            language: language.map(str::to_owned),
        }
    }
}

impl Words {
    /// The words of an edition. It may reword those of [`LABELS`](crate::pack::shape::LABELS).
    pub fn of(strings: Arc<Strings>, edition: &Edition) -> Self {
        let labels = edition
            .labels
            .iter()
            .map(|(name, label)| {
                (
                    name.clone(),
                    Label::of(label, edition.language_at(label.at)),
                )
            })
            .collect();
        Self { strings, labels }
    }

    /// The same with some in other words.
    #[must_use]
    pub fn with_labels(&self, labels: &BTreeMap<String, Located<String>>) -> Self {
        let mut words = self.clone();
        words.labels.extend(
            labels
                .iter()
                .map(|(name, label)| (name.clone(), Label::of(label, None))),
        );
        words
    }

    /// The words without those of any edition.
    pub fn plain(strings: Arc<Strings>) -> Self {
        Self {
            strings,
            labels: BTreeMap::new(),
        }
    }

    /// The language, as a BCP 47 tag.
    pub fn language(&self) -> &str {
        self.strings.language()
    }

    /// The words of this name: the edition's own, or else the theme's.
    pub fn get(&self, name: &str) -> String {
        match self.labels.get(name) {
            Some(label) => label.words.clone(),
            None => self.strings.get(name),
        }
    }

    /// The language of the words of this name, where that isn't [`language`](Self::language): nobody has said them in it. Pages mark
    /// such words (WCAG 2.2, 3.1.2).
    pub fn stands_in(&self, name: &str) -> Option<&str> {
        match self.labels.get(name) {
            Some(label) => label.language.as_deref(),
            None => self.strings.stands_in(name),
        }
    }

    /// The words of this name with values filled in.
    pub fn format(&self, name: &str, values: &[(&str, Fill<'_>)]) -> String {
        self.strings.format(name, values)
    }

    /// A date in words.
    pub fn date(&self, date: Date) -> String {
        self.strings.date(date)
    }

    /// Words joined to a list: "staff, volunteers and parents".
    pub fn list(&self, listing: Listing, words: &[&str]) -> String {
        let between = self.between(listing, words);
        let mut between = between.iter().map(String::as_str);
        words
            .iter()
            .flat_map(|word| [*word, between.next().unwrap_or_default()])
            .collect()
    }

    /// What stands between words where they are joined to a list, one less than there are of them.
    pub fn between(&self, listing: Listing, words: &[&str]) -> Vec<String> {
        self.strings.between(listing, words)
    }

    /// The size of a file in words.
    pub fn size(&self, bytes: usize) -> String {
        self.strings.size(bytes)
    }

    /// The names of all words that need nothing filled in.
    pub(crate) fn names(&self) -> BTreeSet<&str> {
        let labels = self.labels.keys();
        let names = self.strings.plain().keys().chain(labels);
        names.map(String::as_str).collect()
    }
}
