//! Joining words to a list, as each language does: "staff, volunteers and parents".
//!
//! The words between are those of Unicode's CLDR, through ICU4X. A list is joined from what stands between its words, so that words with
//! markup or in another language can be joined, too.

use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale_core::Locale;

/// A letter that no text has (one of Unicode's private ones) marks where a word ends.
const END: char = '\u{E000}';
/// What Welsh data has where the next word decides.
const A_OR_AC: &str = " a(c) ";

/// How a list is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// All of them: and.
    All,
    /// Any of them: or.
    Any,
}

/// What stands between words where a language, a BCP 47 tag, joins them to a list: one less than there are of them. English without a
/// region is that of Britain, which has no comma before the last "and".
pub(super) fn between(language: &str, listing: Listing, words: &[&str]) -> Vec<String> {
    let language = if language == "en" { "en-GB" } else { language };
    let locale = language.parse::<Locale>().unwrap_or(Locale::UNKNOWN);
    let options = ListFormatterOptions::default().with_length(ListLength::Wide);
    // It is made anew each time, because threads can't share one; its data is part of the program.
    let formatter = match listing {
        Listing::All => ListFormatter::try_new_and((&locale).into(), options),
        Listing::Any => ListFormatter::try_new_or((&locale).into(), options),
    };
    formatter
        .ok()
        .and_then(|formatter| between_by(&formatter, words))
        .unwrap_or_else(|| vec![", ".to_owned(); words.len().saturating_sub(1)])
}

fn between_by(formatter: &ListFormatter, words: &[&str]) -> Option<Vec<String>> {
    let marked: Vec<String> = words.iter().map(|word| format!("{word}{END}")).collect();
    let all = formatter
        .format(marked.iter().map(String::as_str))
        .to_string();
    let mut parts = all.split(END).zip(words);
    parts.next();
    let between: Option<Vec<String>> = parts
        .map(|(part, word)| Some(with_welsh_and(part.strip_suffix(word)?, word)))
        .collect();
    between.filter(|between| between.len() + 1 == words.len())
}

/// Welsh has *ac* before a vowel, and *a* before a consonant. The data leaves that open, and puts a comma before it that Welsh does without.
fn with_welsh_and(between: &str, next: &str) -> String {
    const VOWELS: &str = "aâáàäeêéèëiîíìïoôóòöuûúùüwŵyŷ";
    if !between.ends_with(A_OR_AC) {
        return between.to_owned();
    }
    let first = next.chars().find(|letter| letter.is_alphabetic());
    let is_vowel = first
        .and_then(|letter| letter.to_lowercase().next())
        .is_some_and(|letter| VOWELS.contains(letter));
    if is_vowel { " ac " } else { " a " }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(language: &str, listing: Listing, words: &[&str]) -> String {
        let between = between(language, listing, words);
        assert_eq!(between.len(), words.len().saturating_sub(1));
        let mut text = String::new();
        for (at, word) in words.iter().enumerate() {
            text.push_str(word);
            text.push_str(between.get(at).map_or("", String::as_str));
        }
        text
    }

    #[test]
    fn each_language_joins_words_in_its_own_way() {
        for (language, expected) in [
            ("en", "staff, parents and children"),
            ("en-GB", "staff, parents and children"),
            ("en-US", "staff, parents, and children"),
            ("pl", "staff, parents i children"),
            ("ur", "staff، parents، اور children"),
            ("ar", "staff وparents وchildren"),
            ("tlh", "staff, parents, children"),
            ("no language", "staff, parents, children"),
        ] {
            let words = ["staff", "parents", "children"];
            assert_eq!(
                joined(language, Listing::All, &words),
                expected,
                "{language}"
            );
        }
        for (language, expected) in [
            ("en", "email or phone"),
            ("cy", "email neu phone"),
            ("pl", "email lub phone"),
            ("ur", "email یا phone"),
        ] {
            assert_eq!(
                joined(language, Listing::Any, &["email", "phone"]),
                expected
            );
        }
    }

    #[test]
    fn welsh_looks_at_the_next_word() {
        for (words, expected) in [
            (["staff", "rhieni"].as_slice(), "staff a rhieni"),
            (&["staff", "athrawon"], "staff ac athrawon"),
            (&["staff", "“Ysgol”"], "staff ac “Ysgol”"),
            (&["plant", "staff", "rhieni"], "plant, staff a rhieni"),
            (&["plant", "staff", "ŵyn"], "plant, staff ac ŵyn"),
        ] {
            assert_eq!(joined("cy", Listing::All, words), expected);
        }
    }

    #[test]
    fn few_words_and_odd_words_stay_whole() {
        assert_eq!(joined("en", Listing::All, &[]), "");
        assert_eq!(joined("en", Listing::All, &["staff"]), "staff");
        assert_eq!(
            joined("en", Listing::All, &["and", " and "]),
            "and and  and "
        );
        assert_eq!(
            joined("en", Listing::All, &["a\u{E000}b", "c"]),
            "a\u{E000}b, c"
        );
        assert_eq!(
            joined("es", Listing::All, &["padres", "hijos"]),
            "padres e hijos"
        );
    }
}
