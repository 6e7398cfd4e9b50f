//! Words without markup, and the language they are in.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use crate::diagnostic::Located;
use crate::edition::Edition;
use crate::markdown::{Inline, plain_text};
use crate::theme::{Fill, Words};

/// A title, a name, a label. Where nobody has translated it, it says its language, so that it is read aloud as it is written
/// (ISO 14289-1 §7.2; WCAG 2.2, 3.1.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named<'a> {
    /// The words.
    pub words: Cow<'a, str>,
    /// Their language, as a BCP 47 tag, where it isn't that of the document.
    pub language: Option<Cow<'a, str>>,
}

impl<'a> Named<'a> {
    /// Words of an edition.
    pub fn of(words: &'a Located<String>, edition: &'a Edition) -> Self {
        Self::in_language(&words.value, edition.language_at(words.at))
    }

    /// Words in a language; in that of the document where none is named.
    pub fn in_language(words: &'a str, language: Option<&'a str>) -> Self {
        Self {
            words: words.into(),
            language: language.map(Cow::Borrowed),
        }
    }

    /// A line without its markup.
    pub fn of_line(content: &'a [Inline]) -> Self {
        let language = match content {
            [Inline::Foreign { language, .. }] => Some(Cow::Borrowed(&**language)),
            _ => None,
        };
        Self {
            words: plain_text(content).into(),
            language,
        }
    }

    /// The same, kept apart from the edition.
    #[must_use]
    pub fn into_owned(self) -> Named<'static> {
        Named {
            words: self.words.into_owned().into(),
            language: self.language.map(|language| language.into_owned().into()),
        }
    }

    /// Other words in the same language.
    #[must_use]
    pub fn reworded(&self, words: String) -> Self {
        Self {
            words: words.into(),
            language: self.language.clone(),
        }
    }
}

/// The fixed words of this name with words of the edition filled in under a key, piece by piece: each piece says its language.
pub(super) fn sentence(
    words: &Words,
    name: &str,
    (key, value): (&str, &Named<'_>),
    others: &[(&str, Fill<'_>)],
) -> Vec<Named<'static>> {
    /// A letter that no text has (Unicode's first private one) stands in for the words until the sentence is put together.
    const STAND_IN: char = '\u{E000}';
    let mut values = vec![(key, STAND_IN.to_string().into())];
    values.extend(others.iter().cloned());
    let whole = words.format(name, &values);
    let mut pieces = Vec::new();
    for (at, piece) in whole.split(STAND_IN).enumerate() {
        if at > 0 {
            pieces.push(value.clone().into_owned());
        }
        pieces.push(piece.to_owned().into());
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// The words of all pieces.
pub(crate) fn joined(pieces: &[Named<'_>]) -> String {
    pieces.iter().map(|piece| &**piece).collect()
}

impl Deref for Named<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.words
    }
}

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl From<String> for Named<'_> {
    fn from(words: String) -> Self {
        Self {
            words: words.into(),
            language: None,
        }
    }
}

impl<'a> From<&'a String> for Named<'a> {
    fn from(words: &'a String) -> Self {
        Self::in_language(words, None)
    }
}

impl<'a> From<&'a str> for Named<'a> {
    fn from(words: &'a str) -> Self {
        Self::in_language(words, None)
    }
}

impl<'a> From<&'a Named<'_>> for Named<'a> {
    fn from(words: &'a Named<'_>) -> Self {
        Self::in_language(words, words.language.as_deref())
    }
}
