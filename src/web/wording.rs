//! Words without markup, with the language of each piece.
//!
//! Titles, names and labels are such words. Where nobody has translated one, the edition shows it in another language and
//! remembers which (`Edition::foreign`). A page must say so at the very words, so that they are read aloud as they are
//! written (WCAG 2.2, 3.1.2). Comes in: words of the edition, and fixed words that they are filled into. Goes out: HTML for pages,
//! plain words for attributes, and pieces for the index of the search.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::html::{Html, escape_into, put};
use super::views::direction;
use crate::diagnostic::Located;
use crate::edition::Edition;
use crate::markdown::{Inline, plain_text};
use crate::theme::{Listing, Words};

/// Words without markup, piece by piece.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Wording {
    pieces: Vec<Piece>,
}

/// Words of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    kind: Kind,
    words: String,
}

/// How a piece is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    /// In the language of the page.
    Own,
    /// In another one, by its BCP 47 tag.
    Foreign(String),
    /// A number or an address, which is written from left to right in every language.
    Code,
}

impl Kind {
    /// How fixed words are to be read: in another language, where a theme lacks them in that of the page.
    fn fixed(words: &Words, name: &str) -> Self {
        match words.stands_in(name) {
            Some(language) => Self::Foreign(language.to_owned()),
            None => Self::Own,
        }
    }
}

impl Wording {
    /// Words in the language of the page.
    pub(crate) fn own(words: impl Into<String>) -> Self {
        Self::one(Kind::Own, words)
    }

    /// A phone number or an address. It stays in its order on a page that is read from right to left, where `01632 960100` would
    /// come out as `960100 01632`.
    pub(crate) fn code(words: impl Into<String>) -> Self {
        Self::one(Kind::Code, words)
    }

    /// Words in a language; in that of the page where none is named.
    pub(crate) fn in_language(language: Option<&Arc<str>>, words: &str) -> Self {
        match language {
            Some(language) => Self::one(Kind::Foreign(language.to_string()), words),
            None => Self::own(words),
        }
    }

    /// The fixed words of this name: the edition's own, or else the theme's.
    pub(crate) fn fixed(words: &Words, name: &str) -> Self {
        Self::one(Kind::fixed(words, name), words.get(name))
    }

    /// A number of things: "3 pages".
    pub(crate) fn counted(words: &Words, name: &str, count: usize) -> Self {
        let number = i64::try_from(count).unwrap_or(i64::MAX);
        let sentence = words.format(name, &[("count", number.into())]);
        Self::one(Kind::fixed(words, name), sentence)
    }

    /// A date.
    pub(crate) fn date(words: &Words, date: Date) -> Self {
        Self::one(Kind::fixed(words, "date"), words.date(date))
    }

    /// The size of a file.
    pub(crate) fn size(words: &Words, bytes: usize) -> Self {
        Self::one(Kind::fixed(words, "kilobytes"), words.size(bytes))
    }

    /// Words of an edition.
    pub(crate) fn of(words: &Located<String>, edition: &Edition) -> Self {
        match edition.foreign.get(&words.at) {
            Some(language) => Self::one(Kind::Foreign(language.clone()), &words.value),
            None => Self::own(&words.value),
        }
    }

    /// Words of an edition, as they stand on a page of no edition, which is in `language`.
    pub(crate) fn elsewhere(words: &Located<String>, edition: &Edition, language: &str) -> Self {
        let foreign = edition.foreign.get(&words.at);
        let written_in = foreign.unwrap_or(&edition.language);
        if written_in == language {
            Self::own(&words.value)
        } else {
            Self::one(Kind::Foreign(written_in.clone()), &words.value)
        }
    }

    /// The words of a line, without its markup.
    pub(crate) fn of_line(content: &[Inline]) -> Self {
        let mut wording = Self::default();
        for inline in content {
            match inline {
                Inline::Foreign { language, content } => {
                    wording.push(Kind::Foreign(language.to_string()), &plain_text(content));
                }
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Link { content: inner, .. } => wording.add(&Self::of_line(inner)),
                other => wording.push(Kind::Own, &plain_text(std::slice::from_ref(other))),
            }
        }
        wording
    }

    /// The theme's words of this name, with words of the edition filled in.
    pub(crate) fn filled(words: &Words, name: &str, values: &[(&str, &Self)]) -> Self {
        /// Letters that no text has (Unicode's first private ones) stand in for the values until the sentence is put together.
        const STAND_INS: std::ops::Range<char> = '\u{E000}'..'\u{E0FF}';
        let named = values.iter().zip(STAND_INS);
        let fills: Vec<_> = named
            .map(|((name, _), letter)| (*name, letter.to_string().into()))
            .collect();
        let sentence = words.format(name, &fills);
        let kind = Kind::fixed(words, name);
        let mut wording = Self::default();
        let mut rest = sentence.as_str();
        while let Some(at) = rest.find(|letter| STAND_INS.contains(&letter)) {
            let (before, from) = rest.split_at(at);
            wording.push(kind.clone(), before);
            let mut letters = from.chars();
            let value = letters
                .next()
                .and_then(|letter| STAND_INS.clone().position(|known| known == letter))
                .and_then(|at| values.get(at));
            if let Some((_, value)) = value {
                wording.add(value);
            }
            rest = letters.as_str();
        }
        wording.push(kind, rest);
        wording
    }

    fn one(kind: Kind, words: impl Into<String>) -> Self {
        Self {
            pieces: vec![Piece {
                kind,
                words: words.into(),
            }],
        }
    }

    /// Adds other words.
    pub(crate) fn add(&mut self, other: &Self) {
        for piece in &other.pieces {
            self.push(piece.kind.clone(), &piece.words);
        }
    }

    /// Several, joined to a list as the page's language does.
    pub(crate) fn listed(parts: Vec<Self>, listing: Listing, words: &Words) -> Self {
        let plain: Vec<Cow<'_, str>> = parts.iter().map(Self::plain).collect();
        let plain: Vec<&str> = plain.iter().map(|words| &**words).collect();
        let mut between = words.between(listing, &plain).into_iter();
        let mut all = Self::default();
        for part in parts {
            all.add(&part);
            all.push(Kind::Own, &between.next().unwrap_or_default());
        }
        all
    }

    /// Several, with words between them.
    pub(crate) fn joined(parts: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut all = Self::default();
        for part in parts {
            if !all.is_empty() && !part.is_empty() {
                // What stands between two of one language is no reason to change it.
                let kind = match all.pieces.last() {
                    Some(last)
                        if part
                            .pieces
                            .first()
                            .is_some_and(|next| next.kind == last.kind) =>
                    {
                        last.kind.clone()
                    }
                    _ => Kind::Own,
                };
                all.push(kind, between);
            }
            all.add(&part);
        }
        all
    }

    fn push(&mut self, kind: Kind, words: &str) {
        if words.is_empty() {
            return;
        }
        match self.pieces.last_mut() {
            Some(last) if last.kind == kind => last.words.push_str(words),
            _ => self.pieces.push(Piece {
                kind,
                words: words.to_owned(),
            }),
        }
    }

    /// Whether there are no words.
    pub(crate) fn is_empty(&self) -> bool {
        self.pieces.iter().all(|piece| piece.words.is_empty())
    }

    /// The words alone.
    pub(crate) fn plain(&self) -> Cow<'_, str> {
        match self.pieces.as_slice() {
            [one] => Cow::Borrowed(&one.words),
            pieces => pieces.iter().map(|piece| piece.words.as_str()).collect(),
        }
    }

    /// Whether a piece is in another language than the page.
    pub(crate) fn is_foreign(&self) -> bool {
        let foreign = |piece: &Piece| matches!(piece.kind, Kind::Foreign(_));
        self.pieces.iter().any(foreign)
    }

    /// The language that all of it is in, where that isn't the page's: for an element whose attribute it stands in, or which can hold no
    /// elements. What has no letter is in every language.
    pub(crate) fn language(&self) -> Option<&str> {
        let lettered = |piece: &&Piece| piece.words.contains(char::is_alphabetic);
        let mut languages = self
            .pieces
            .iter()
            .filter(lettered)
            .map(|piece| match &piece.kind {
                Kind::Foreign(language) => Some(language.as_str()),
                Kind::Own | Kind::Code => None,
            });
        let first = languages.next()??;
        languages.all(|other| other == Some(first)).then_some(first)
    }

    /// The words as HTML.
    pub(crate) fn html(&self) -> Html {
        let mut html = String::new();
        for piece in &self.pieces {
            let end = match &piece.kind {
                Kind::Own => "",
                Kind::Foreign(language) => {
                    html.push_str("<span lang=\"");
                    escape_into(language, &mut html);
                    put(
                        &mut html,
                        format_args!("\" dir=\"{}\">", direction(language)),
                    );
                    "</span>"
                }
                Kind::Code => {
                    html.push_str("<bdi dir=\"ltr\">");
                    "</bdi>"
                }
            };
            escape_into(&piece.words, &mut html);
            html.push_str(end);
        }
        Html(html)
    }
}

/// The fixed words that need nothing filled in, as templates get them: marked with their language for texts, and alone for attributes.
pub(crate) fn for_templates(words: &Words) -> [(&'static str, tera::Value); 2] {
    let names = words.names();
    let marked = names.iter().map(|name| {
        let wording = Wording::fixed(words, name);
        (
            (*name).to_owned(),
            tera::Value::safe_string(&wording.html().0),
        )
    });
    let alone = names.iter().map(|name| (*name, words.get(name)));
    let marked: BTreeMap<String, tera::Value> = marked.collect();
    let alone: BTreeMap<&str, String> = alone.collect();
    [
        ("words", tera::Value::from(marked)),
        ("words_alone", tera::Value::from_serializable(&alone)),
    ]
}

/// A text, where all is in the language of the page; or else pieces of `[language, words]`, with an empty language for the page's own.
impl Serialize for Wording {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !self.is_foreign() {
            return serializer.serialize_str(&self.plain());
        }
        serializer.collect_seq(self.pieces.iter().map(|piece| {
            let language = match &piece.kind {
                Kind::Foreign(language) => language.as_str(),
                Kind::Own | Kind::Code => "",
            };
            [language, &piece.words]
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::{LoadedTheme, Theme};

    fn english(words: &str) -> Wording {
        Wording::one(Kind::Foreign("en".to_owned()), words)
    }

    #[test]
    fn other_languages_are_marked_at_their_words() {
        let urdu = Wording::one(Kind::Foreign("ur".to_owned()), "ای میل");
        let all = Wording::joined([Wording::own("a & b"), urdu], ": ");
        assert_eq!(
            all.html().0,
            "a &amp; b: <span lang=\"ur\" dir=\"rtl\">ای میل</span>"
        );
        assert_eq!(all.plain(), "a & b: ای میل");
        assert_eq!(all.language(), None);
        let both = Wording::joined([english("Email"), Wording::own(" – "), english("Home")], "");
        assert_eq!(both.language(), Some("en"));
        assert_eq!(english("Email").language(), Some("en"));
        assert_eq!(
            Wording::code("01632 960100").html().0,
            "<bdi dir=\"ltr\">01632 960100</bdi>"
        );
    }

    #[test]
    fn what_stands_between_two_of_one_language_is_of_it() {
        let all = Wording::joined([english("staff"), english("managers")], ", ");
        assert_eq!(
            all.html().0,
            "<span lang=\"en\" dir=\"ltr\">staff, managers</span>"
        );
    }

    #[test]
    fn a_line_keeps_its_languages() {
        let foreign = Inline::Foreign {
            language: Arc::from("en"),
            content: vec![Inline::Strong(vec![Inline::Text("Stop.".into())])],
        };
        let line = Wording::of_line(&[Inline::Text("Zasada: ".into()), foreign]);
        assert_eq!(
            serde_json::to_string(&line).expect("JSON"),
            "[[\"\",\"Zasada: \"],[\"en\",\"Stop.\"]]"
        );
        let own = Wording::of_line(&[Inline::Text("Zasada".into())]);
        assert_eq!(serde_json::to_string(&own).expect("JSON"), "\"Zasada\"");
    }

    #[test]
    fn sentences_of_the_theme_take_words_of_the_edition() {
        let (mut sources, mut problems) = <_>::default();
        let theme = Theme::embedded("default").expect("the default theme");
        let theme = LoadedTheme::load(theme, ["en"], &mut sources, &mut problems);
        let words = theme.plain_words("en");
        let filled = Wording::filled(&words, "guidance_for", &[("audience", &english("<staff>"))]);
        let html = filled.html().0;
        assert!(
            html.contains("<span lang=\"en\" dir=\"ltr\">&lt;staff&gt;</span>"),
            "{html}"
        );
        assert_eq!(
            filled.plain(),
            words.format("guidance_for", &[("audience", "<staff>".into())])
        );
    }
}
