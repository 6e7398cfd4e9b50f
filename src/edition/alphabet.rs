//! The order of words in a language.
//!
//! Comes in: a language. Goes out: which of two texts stands first in a list of it, and under which letter. The orders are those of
//! Unicode's CLDR, through ICU4X: in Welsh, ch, dd, ff, ng, ll, ph, rh and th are letters of their own, and *chwarae* comes after
//! *cynnwys*. Mutations are left to authors.

use std::cmp::Ordering;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

/// Two signs that are one letter in some language of Europe; whether they are in this one, its order tells.
const PAIRS: [&str; 18] = [
    "ch", "cs", "dd", "dz", "dž", "ff", "gy", "lj", "ll", "ly", "ng", "nj", "ny", "ph", "rh", "sz",
    "th", "zs",
];

/// The order of words in a language.
pub(crate) struct Alphabet {
    order: Option<CollatorBorrowed<'static>>,
    /// The same, blind to accents and capitals.
    letters: Option<CollatorBorrowed<'static>>,
}

impl Alphabet {
    /// The order of this language, a BCP 47 tag; that of most languages, if there is none of its own.
    pub(crate) fn of(language: &str) -> Self {
        let locale = language.parse::<Locale>().unwrap_or(Locale::UNKNOWN);
        let collator = |strength| {
            let mut options = CollatorOptions::default();
            options.strength = Some(strength);
            Collator::try_new((&locale).into(), options).ok()
        };
        Self {
            order: collator(Strength::Tertiary),
            letters: collator(Strength::Primary),
        }
    }

    /// Which of two texts stands first. Signs before the first letter, such as quotation marks, don't count.
    pub(crate) fn compare(&self, a: &str, b: &str) -> Ordering {
        compare(self.order.as_ref(), worded(a), worded(b)).then_with(|| a.cmp(b))
    }

    /// Which of two letters stands first; they are one if they differ by accents and capitals only.
    pub(crate) fn compare_letters(&self, a: &str, b: &str) -> Ordering {
        compare(self.letters.as_ref(), a, b)
    }

    /// The letter that a text begins with, as a capital; none if it begins with a number or has none.
    pub(crate) fn letter(&self, text: &str) -> Option<String> {
        let text = worded(text);
        let first = text.chars().next().filter(|first| first.is_alphabetic())?;
        let begins = text.to_lowercase();
        let pair = PAIRS
            .iter()
            .find(|pair| begins.starts_with(**pair) && self.is_letter(pair));
        if let Some(pair) = pair {
            let mut signs = pair.chars();
            let capital = signs.next().into_iter().flat_map(char::to_uppercase);
            return Some(capital.chain(signs).collect());
        }
        let capital: String = first.to_uppercase().collect();
        // In French É stands under E; in Swedish Ö is a letter of its own.
        let bare =
            crate::pack::bare_letter(first).map(|bare| bare.to_ascii_uppercase().to_string());
        Some(
            bare.filter(|bare| self.compare_letters(bare, &capital) == Ordering::Equal)
                .unwrap_or(capital),
        )
    }

    /// Whether two signs are a letter of their own: then it doesn't stand among the words of its first sign.
    fn is_letter(&self, pair: &str) -> bool {
        let Some(first) = pair.chars().next() else {
            return false;
        };
        let last_of_first = format!("{first}zzz");
        self.compare_letters(pair, &last_of_first) == Ordering::Greater
            || self.compare_letters(pair, &first.to_string()) == Ordering::Less
    }
}

fn compare(collator: Option<&CollatorBorrowed<'static>>, a: &str, b: &str) -> Ordering {
    match collator {
        Some(collator) => collator.compare(a, b),
        None => a.to_lowercase().cmp(&b.to_lowercase()),
    }
}

/// A text from its first letter or digit.
fn worded(text: &str) -> &str {
    text.trim_start_matches(|sign: char| !sign.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(language: &str, words: &str) -> String {
        let alphabet = Alphabet::of(language);
        let mut words: Vec<&str> = words.split(' ').collect();
        words.sort_by(|a, b| alphabet.compare(a, b));
        words.join(" ")
    }

    fn letters(language: &str, words: &str) -> String {
        let alphabet = Alphabet::of(language);
        words
            .split(' ')
            .map(|word| alphabet.letter(word).unwrap_or_else(|| "#".to_owned()))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn welsh_has_letters_of_two_signs() {
        assert_eq!(
            sorted(
                "cy",
                "chwarae cynnwys cyfrif dwyn ddoe lleol lwc nos ngwaith gwaith hawl rhan rwan ffôn fideo"
            ),
            "cyfrif cynnwys chwarae dwyn ddoe fideo ffôn gwaith ngwaith hawl lwc lleol nos rwan rhan"
        );
        assert_eq!(
            letters("cy", "chwarae Cyngor lleol ffôn fideo ŵyl 999"),
            "Ch C Ll Ff F W #"
        );
        assert_eq!(letters("en", "change Llanelli phone"), "C L P");
    }

    #[test]
    fn accents_and_capitals_part_no_words_where_they_are_no_letters() {
        assert_eq!(
            sorted("en", "Zoo élan email Email “Age” Élite"),
            "“Age” élan Élite email Email Zoo"
        );
        assert_eq!(letters("en", "élan “Age Øre"), "E A O");
        assert_eq!(letters("sv", "öppen"), "Ö");
        assert_eq!(sorted("sv", "zon öppen ost"), "ost zon öppen");
        assert_eq!(sorted("pl", "łapa lupa mapa"), "lupa łapa mapa");
    }

    #[test]
    fn a_language_that_nobody_knows_is_sorted_as_most_are() {
        assert_eq!(sorted("not a language", "b A c"), "A b c");
    }
}
