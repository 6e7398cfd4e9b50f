//! Text with its style, links and languages: what shaping begins with.

use std::borrow::Cow;
use std::sync::Arc;

use crate::print::scene::Goal;

/// The way letters are cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) enum Style {
    /// For reading.
    #[default]
    Regular,
    /// For titles of works and words of other languages, in the handbook. Posters don't use it (UKAAF G003).
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "fonts have it; no sheet asks for it as yet")
    )]
    Italic,
    /// For stress, and headings.
    Bold,
    /// For what is read from afar.
    Black,
}

/// Which way text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) enum Direction {
    /// As English.
    #[default]
    LeftToRight,
    /// As Arabic.
    RightToLeft,
}

impl Direction {
    /// The direction in which a language is written.
    ///
    /// The script decides where the tag names one (`ks-Arab`); otherwise the language does.
    pub(crate) fn of_language(tag: &str) -> Self {
        const SCRIPTS: &[&str] = &["arab", "hebr", "thaa", "syrc", "nkoo"];
        const LANGUAGES: &[&str] = &["ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"];
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or_default();
        let right_to_left = match parts.find(|part| part.len() == 4) {
            Some(script) => is_one_of(script, SCRIPTS),
            None => is_one_of(language, LANGUAGES),
        };
        if right_to_left {
            Self::RightToLeft
        } else {
            Self::LeftToRight
        }
    }
}

/// Whether a part of a tag is one of these, in whatever letters.
fn is_one_of(part: &str, all: &[&str]) -> bool {
    all.iter().any(|one| one.eq_ignore_ascii_case(part))
}

/// Whether a language is written with capitals: in Latin, Greek or Cyrillic letters, as far as is known here.
///
/// The script decides where the tag names one (`pa-Latn`); otherwise the language does.
pub(super) fn has_capitals(tag: &str) -> bool {
    const WITH_CAPITALS: &[&str] = &["latn", "grek", "cyrl", "armn", "copt"];
    const WITHOUT: &[&str] = &[
        "am", "ar", "as", "bn", "bo", "ckb", "dv", "fa", "gu", "he", "hi", "ja", "ka", "km", "kn",
        "ko", "lo", "ml", "mr", "my", "ne", "or", "pa", "ps", "sd", "si", "ta", "te", "th", "ti",
        "ug", "ur", "wuu", "yi", "yue", "zh",
    ];
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    match parts.find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic()))
    {
        Some(script) => is_one_of(script, WITH_CAPITALS),
        None => !is_one_of(language, WITHOUT),
    }
}

/// Where words lead when they are clicked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Link {
    /// The address, or the place of the document.
    pub(crate) to: Goal,
    /// Where it leads, in words.
    pub(crate) description: String,
}

/// A place where a word may part.
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

/// What all the letters of a stretch have in common.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Look {
    /// How they are cut.
    pub(crate) style: Style,
    /// Where they lead.
    pub(crate) link: Option<Arc<Link>>,
    /// Their language, where it isn't that of the paragraph.
    pub(crate) language: Option<Arc<str>>,
    /// Whether all figures are equally wide, so that those of numbers below one another stand in columns.
    pub(crate) even_figures: bool,
}

/// A paragraph's text in stretches, each with its look. A line feed is a break that the author asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Wording {
    pub(super) text: String,
    /// Where each stretch ends, in bytes, and its look.
    pub(super) stretches: Vec<(usize, Look)>,
}

impl Wording {
    /// Wording of one style.
    pub(crate) fn new(text: &str, style: Style) -> Self {
        let mut words = Self::default();
        words.push(text, style);
        words
    }

    /// The number of an item of a list: its figures stand below those of its neighbours.
    pub(crate) fn numeral(text: &str, style: Style) -> Self {
        let mut words = Self::default();
        words.push_look(
            text,
            Look {
                style,
                even_figures: true,
                ..Look::default()
            },
        );
        words
    }

    /// The same words without the soft hyphens in them, and where these were: each before the byte that followed it.
    pub(super) fn without_soft_hyphens(&self) -> (Cow<'_, Self>, Vec<usize>) {
        if !self.text.contains(SOFT_HYPHEN) {
            return (Cow::Borrowed(self), Vec::new());
        }
        let mut words = Self::default();
        let mut places = Vec::new();
        let mut start = 0;
        for (end, look) in &self.stretches {
            let stretch = self.text.get(start..*end).unwrap_or_default();
            for (at, piece) in stretch.split(SOFT_HYPHEN).enumerate() {
                if at > 0 {
                    places.push(words.text.len());
                }
                words.push_look(piece, look.clone());
            }
            start = *end;
        }
        (Cow::Owned(words), places)
    }

    /// The language of all of it, where that isn't the one of the text around it.
    ///
    /// Letters that don't run right to left, alone among text that does, are taken for words of another language even where
    /// nobody says so: a name, a title that isn't translated.
    pub(super) fn own_language(&self, around: &str) -> Option<&str> {
        /// Words of whatever language in Latin letters.
        const LATIN: &str = "und-Latn";
        /// No letter before the Hebrew block runs right to left.
        const FIRST_RIGHT_TO_LEFT: char = '\u{590}';
        let mut languages = self.stretches.iter().map(|(_, look)| &look.language);
        if let Some(Some(first)) = languages.next()
            && languages.all(|other| other.as_ref() == Some(first))
        {
            return Some(first);
        }
        let letters = || self.text.chars().filter(|c| c.is_alphabetic());
        let is_stranger = Direction::of_language(around) == Direction::RightToLeft
            && letters().next().is_some()
            && letters().all(|c| c < FIRST_RIGHT_TO_LEFT);
        is_stranger.then_some(LATIN)
    }

    /// Adds words of one style.
    pub(crate) fn push(&mut self, text: &str, style: Style) {
        self.push_look(
            text,
            Look {
                style,
                ..Look::default()
            },
        );
    }

    /// Adds words that lead somewhere.
    pub(crate) fn push_link(&mut self, text: &str, style: Style, link: Arc<Link>) {
        self.push_look(
            text,
            Look {
                style,
                link: Some(link),
                ..Look::default()
            },
        );
    }

    /// Adds other wording.
    pub(crate) fn append(&mut self, other: &Self) {
        let mut start = 0;
        for (end, look) in &other.stretches {
            self.push_look(
                other.text.get(start..*end).unwrap_or_default(),
                look.clone(),
            );
            start = *end;
        }
    }

    /// Adds words with their look.
    pub(crate) fn push_look(&mut self, text: &str, look: Look) {
        if text.is_empty() {
            return;
        }
        self.text.push_str(text);
        match self.stretches.last_mut() {
            Some((end, last)) if *last == look => *end = self.text.len(),
            _ => self.stretches.push((self.text.len(), look)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_outweighs_the_language() {
        assert_eq!(Direction::of_language("en-GB"), Direction::LeftToRight);
        assert_eq!(Direction::of_language("ur"), Direction::RightToLeft);
        assert_eq!(Direction::of_language("pa-Arab-PK"), Direction::RightToLeft);
        assert_eq!(Direction::of_language("ar-Latn"), Direction::LeftToRight);
    }

    #[test]
    fn scripts_without_capitals_are_known_by_language_or_script() {
        for tag in ["ar", "ur-PK", "zh-Hans", "pa", "ja", "sr-Arab"] {
            assert!(!has_capitals(tag), "{tag}");
        }
        for tag in ["en-GB", "cy", "tr", "pa-Latn", "el", "sr-Cyrl", "sl-1994"] {
            assert!(has_capitals(tag), "{tag}");
        }
    }

    #[test]
    fn words_of_another_language_are_known_as_such() {
        let english = Wording::new("Ask first.", Style::Regular);
        assert_eq!(english.own_language("ur"), Some("und-Latn"));
        assert_eq!(english.own_language("cy"), None);
        let number = Wording::new("01632 960 100", Style::Regular);
        assert_eq!(number.own_language("ur"), None);
        let mixed = Wording::new("ای میل Email", Style::Regular);
        assert_eq!(mixed.own_language("ur"), None);
        let mut marked = Wording::default();
        marked.push_look(
            "Ask first.",
            Look {
                language: Some("en".into()),
                ..Look::default()
            },
        );
        assert_eq!(marked.own_language("cy"), Some("en"));
    }

    #[test]
    fn stretches_of_one_look_are_one() {
        let mut words = Wording::new("Use ", Style::Regular);
        words.push("your ", Style::Regular);
        words.push("work account", Style::Bold);
        assert_eq!(words.text, "Use your work account");
        assert_eq!(words.stretches.len(), 2);
    }
}
