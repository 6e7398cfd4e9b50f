//! The same page in the edition's other languages.

use serde::Serialize;

use crate::print::Direction;
use crate::web::site::Page;

/// A page in one of the languages of its edition.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Twin {
    /// The language, as a BCP 47 tag.
    pub(crate) language: String,
    /// `ltr` or `rtl`.
    pub(crate) direction: &'static str,
    /// What the language is called in itself: `Cymraeg`.
    pub(crate) name: String,
    /// The link to the page in it.
    pub(crate) href: String,
    /// The whole address of the page in it, where the edition says where it is published.
    pub(crate) address: Option<String>,
    /// Whether it is the language of the page at hand.
    pub(crate) current: bool,
}

impl Twin {
    /// The page in each of the languages of its edition, in their order; none if there is only one.
    pub(crate) fn all(page: &Page<'_>) -> Vec<Self> {
        let edition = page.site.edition;
        if edition.languages.len() < 2 {
            return Vec::new();
        }
        edition
            .languages
            .iter()
            .map(|language| &language.value)
            .map(|language| Self {
                language: language.clone(),
                direction: direction(language),
                name: own_name(language).to_owned(),
                href: page.link_in(language),
                address: page.address_in(language),
                current: *language == edition.language,
            })
            .collect()
    }
}

/// The way a language is written, as HTML says it.
pub(crate) fn direction(language: &str) -> &'static str {
    match Direction::of_language(language) {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    }
}

/// What a language is called in itself, for those who look for it; its tag if that isn't known here.
///
/// The names are those of the Unicode CLDR, for the languages of these islands and those that councils translate into.
pub(crate) fn own_name(language: &str) -> &str {
    let known = OWN_NAMES
        .iter()
        .find(|(tag, _)| *tag == language)
        .or_else(|| {
            let plain = language.split('-').next().unwrap_or_default();
            OWN_NAMES.iter().find(|(tag, _)| *tag == plain)
        });
    known.map_or(language, |(_, name)| name)
}

/// Languages with their own names.
const OWN_NAMES: &[(&str, &str)] = &[
    ("am", "አማርኛ"),
    ("ar", "العربية"),
    ("bg", "български"),
    ("bn", "বাংলা"),
    ("ckb", "کوردیی ناوەندی"),
    ("cs", "čeština"),
    ("cy", "Cymraeg"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "español"),
    ("et", "eesti"),
    ("fa", "فارسی"),
    ("fr", "français"),
    ("ga", "Gaeilge"),
    ("gd", "Gàidhlig"),
    ("gu", "ગુજરાતી"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "hrvatski"),
    ("hu", "magyar"),
    ("it", "italiano"),
    ("ku", "kurdî"),
    ("kw", "kernewek"),
    ("lt", "lietuvių"),
    ("lv", "latviešu"),
    ("ne", "नेपाली"),
    ("nl", "Nederlands"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("pl", "polski"),
    ("ps", "پښتو"),
    ("pt", "português"),
    ("ro", "română"),
    ("ru", "русский"),
    ("sk", "slovenčina"),
    ("so", "Soomaali"),
    ("sq", "shqip"),
    ("sv", "svenska"),
    ("sw", "Kiswahili"),
    ("ta", "தமிழ்"),
    ("ti", "ትግርኛ"),
    ("tr", "Türkçe"),
    ("uk", "українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("yo", "Èdè Yorùbá"),
    ("zh", "中文"),
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_called_as_their_speakers_call_them() {
        assert_eq!(own_name("cy"), "Cymraeg");
        assert_eq!(own_name("en-GB"), "English");
        assert_eq!(own_name("zh-Hant"), "繁體中文");
        assert_eq!(own_name("tlh"), "tlh");
    }
}
