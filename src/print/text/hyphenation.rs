//! Where words may part: soft hyphens put into text by the rules of its language.
//!
//! Nothing is hyphenated unless a theme or an edition asks for it: whole words are read most easily. The rules are those of hypher,
//! which are TeX's patterns for each language.

use std::borrow::Cow;

use hypher::Lang;

use super::Wording;
use super::wording::SOFT_HYPHEN;

/// Shorter words stay whole.
const LEAST_LETTERS: usize = 7;
/// On either side of a hyphen stand at least so many letters: less is hard to put together again.
const LEAST_PART: usize = 3;

/// The rules for a language, a BCP 47 tag. There are none for Welsh, and none for scripts without hyphens.
fn rules(language: &str) -> Option<Lang> {
    let code: [u8; 2] = language.split('-').next()?.as_bytes().try_into().ok()?;
    Lang::from_iso(code.map(|letter| letter.to_ascii_lowercase()))
}

/// Whether there are rules for a language.
pub(crate) fn can_hyphenate(language: &str) -> bool {
    rules(language).is_some()
}

impl Wording {
    /// The same words with soft hyphens where they may part. `language` is that of words that don't say their own.
    pub(crate) fn hyphenated(&self, language: &str) -> Cow<'_, Self> {
        let mut words = Self::default();
        let mut start = 0;
        for (end, look) in &self.stretches {
            let stretch = self.text.get(start..*end).unwrap_or_default();
            let own = look.language.as_deref().unwrap_or(language);
            match rules(own) {
                Some(rules) => words.push_look(&with_soft_hyphens(stretch, rules), look.clone()),
                None => words.push_look(stretch, look.clone()),
            }
            start = *end;
        }
        if words.text.len() == self.text.len() {
            return Cow::Borrowed(self);
        }
        Cow::Owned(words)
    }
}

fn with_soft_hyphens(text: &str, rules: Lang) -> String {
    let mut parted = String::with_capacity(text.len() + text.len() / 8);
    for word in text.split_inclusive(char::is_whitespace) {
        let letters = word.trim_matches(|c: char| !c.is_alphabetic());
        // What has anything else within is an address, a number, or a word that has hyphens already, the author's soft ones
        // among them. Capitals alone are an abbreviation.
        let is_word = letters.chars().all(char::is_alphabetic)
            && letters.chars().count() >= LEAST_LETTERS
            && letters.chars().any(char::is_lowercase);
        if !is_word {
            parted.push_str(word);
            continue;
        }
        let (before, after) = word.split_once(letters).unwrap_or((word, ""));
        parted.push_str(before);
        let (first, last) = rules.bounds();
        let parts =
            hypher::hyphenate_bounded(letters, rules, first.max(LEAST_PART), last.max(LEAST_PART));
        for (at, part) in parts.enumerate() {
            if at > 0 {
                parted.push(SOFT_HYPHEN);
            }
            parted.push_str(part);
        }
        parted.push_str(after);
    }
    parted
}

#[cfg(test)]
mod tests {
    use super::super::Style;
    use super::*;

    fn parted(text: &str, language: &str) -> String {
        let words = Wording::new(text, Style::Regular);
        words.hyphenated(language).text.replace(SOFT_HYPHEN, "|")
    }

    #[test]
    fn words_part_by_the_rules_of_their_language() {
        for (language, expected) in [
            ("en-GB", "Safe|guard|ing is everybody’s respon|si|bil|ity."),
            ("de", "„Ver|ant|wor|tung“ der Schul|lei|tung"),
            ("pl", "odpo|wie|dzial|ność"),
        ] {
            assert_eq!(parted(&expected.replace('|', ""), language), expected);
        }
    }

    #[test]
    fn addresses_abbreviations_and_short_words_stay_whole() {
        for text in [
            "safeguarding@partnership.example",
            "https://partnership.example/responsibilities",
            "SAFEGUARDING",
            "Use your phone.",
            "safe\u{ad}guarding",
            "well-established",
            "01632 960100",
        ] {
            assert_eq!(parted(text, "en"), text.replace(SOFT_HYPHEN, "|"));
        }
    }

    #[test]
    fn there_are_no_rules_for_welsh() {
        assert_eq!(
            parted("cyfrifoldeb gwarchodwyr", "cy"),
            "cyfrifoldeb gwarchodwyr"
        );
        assert!(!can_hyphenate("cy") && can_hyphenate("pl-PL"));
        assert!(!can_hyphenate("zh-Hans") && !can_hyphenate(""));
    }

    #[test]
    fn words_of_another_language_part_by_its_rules() {
        use super::super::Look;
        let mut words = Wording::new("organisation ", Style::Regular);
        let look = Look {
            language: Some("cy".into()),
            ..Look::default()
        };
        words.push_look("cyfrifoldeb", look);
        let parted = words.hyphenated("en");
        assert!(parted.text.starts_with("or"));
        assert!(parted.text.ends_with(" cyfrifoldeb"));
        assert!(parted.text.contains(SOFT_HYPHEN));
    }
}
