//! Greywater's pages in Polish and Urdu: whatever nobody has translated stands there in English, and every word of it says so, so that
//! it is read aloud as it is written (WCAG 2.2, 3.1.2). So do the words of a theme that lacks them in the language of the page.

mod support;

use std::path::Path;

use html5gum::{DefaultEmitter, Token, Tokenizer};
use noticeboard::diagnostic::Diagnostics;
use noticeboard::edition::{Edition, editions};
use noticeboard::source::Sources;
use noticeboard::theme::{LoadedTheme, Theme};
use noticeboard::web::{PosterFile, PosterSubject, PreviewFile, pages};

/// Words that are in most English sentences, and in no Polish or Urdu one.
const ENGLISH: &[&str] = &[
    "the", "and", "your", "you", "of", "with", "for", "is", "are", "never", "best", "safe", "poor",
    "team", "hours",
];

/// Tags that have no end.
const VOID: &[&str] = &[
    "meta", "link", "img", "br", "hr", "input", "wbr", "source", "base", "area", "col", "path",
];

/// A stretch of text, or an attribute that is read aloud, with the language it stands in.
struct Said {
    language: String,
    words: String,
    /// Whether it is an attribute, no part of which can be marked.
    alone: bool,
}

/// Everything that is read aloud on a page, but its title: no part of that can be marked.
fn said(html: &[u8]) -> Vec<Said> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut open: Vec<(String, String)> = Vec::new();
    let mut found = Vec::new();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        let language = open
            .last()
            .map_or_else(String::new, |(_, language)| language.clone());
        let in_head = open.iter().any(|(name, _)| {
            ["head", "style", "script", "svg", "noscript"].contains(&name.as_str())
        });
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let attribute = |name: &str| {
                    let value = tag.attributes.get(name.as_bytes())?;
                    Some(String::from_utf8_lossy(value).into_owned())
                };
                let language = attribute("lang").unwrap_or(language);
                found.extend(
                    ["alt", "aria-label", "title"]
                        .into_iter()
                        .filter_map(attribute)
                        .map(|words| Said {
                            language: language.clone(),
                            words,
                            alone: true,
                        }),
                );
                if !tag.self_closing && !VOID.contains(&name.as_str()) {
                    open.push((name, language));
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if let Some(at) = open.iter().rposition(|(known, _)| *known == name) {
                    open.truncate(at);
                }
            }
            Token::String(text) if !in_head => found.push(Said {
                language,
                words: String::from_utf8_lossy(&text).into_owned(),
                alone: false,
            }),
            _ => {}
        }
    }
    found
}

fn greywater() -> (Vec<Edition>, LoadedTheme) {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let (mut sources, mut problems) = (Sources::new(), Diagnostics::new());
    let pack = noticeboard::pack::read(&content, &mut sources, &mut problems).expect("a pack");
    let found = editions(&pack, &sources, &mut problems)
        .into_iter()
        .filter(|edition| edition.id == "greywater")
        .collect();
    let theme = Theme::embedded("default").expect("the default theme");
    let theme = LoadedTheme::load(theme, ["en", "pl", "ur"], &mut sources, &mut problems);
    (found, theme)
}

fn site(edition: &Edition, theme: &LoadedTheme) -> Vec<(String, Vec<u8>)> {
    let subjects = edition
        .channels
        .iter()
        .map(|channel| PosterSubject::Channel(channel.id.clone()));
    let posters: Vec<PosterFile> = subjects
        .chain([PosterSubject::DoAndDont, PosterSubject::Contacts])
        .map(|subject| PosterFile {
            subject,
            printing: edition.posters.main_printing(),
            size: 44_500,
            pages: 1,
            preview: Some(PreviewFile {
                width: 500,
                height: 720,
                size: 30_000,
            }),
        })
        .collect();
    let mut problems = Diagnostics::new();
    let artifacts = pages(edition, theme, &posters, &[], &mut problems);
    assert!(problems.is_empty(), "{problems:#?}");
    artifacts
        .into_iter()
        .map(|artifact| (artifact.path, artifact.bytes))
        .collect()
}

fn is_page(path: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|ending| ending == "html")
}

/// Names of laws and of those who watch over them, which are the same in every language (WCAG 2.2, 3.1.2 leaves names out).
const NAMES: &[&str] = &[
    "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018",
    "Equality and Human Rights Commission",
    "Equality Advisory and Support Service",
];

fn is_english(words: &str) -> bool {
    let words = NAMES
        .iter()
        .fold(words.to_owned(), |words, name| words.replace(name, ""));
    words
        .split(|letter: char| !letter.is_alphanumeric())
        .any(|word| ENGLISH.contains(&word.to_lowercase().as_str()))
}

#[test]
fn what_falls_back_says_its_language() {
    let (editions, theme) = greywater();
    for language in ["pl", "ur"] {
        let edition = editions
            .iter()
            .find(|edition| edition.language == language)
            .expect("the edition");
        assert!(edition.foreign.len() > 50, "much of it isn't translated");
        let titles: Vec<&str> = edition
            .channels
            .iter()
            .filter(|channel| edition.foreign.contains_key(&channel.title.at))
            .map(|channel| channel.title.value.as_str())
            .collect();
        assert!(titles.len() > 3, "{titles:?}");
        let mut marked = 0;
        for (path, bytes) in site(edition, &theme) {
            if !is_page(&path) {
                continue;
            }
            for said in said(&bytes) {
                let place = format!("{language}/{path}: {} {:?}", said.language, said.words);
                if said.language == "en" {
                    marked += 1;
                } else {
                    assert!(!is_english(&said.words), "{place}");
                    assert!(!titles.contains(&said.words.trim()), "{place}");
                }
                // What is safe already was made safe once.
                assert!(!said.words.contains("<span"), "{place}");
            }
        }
        assert!(marked > 1000, "{marked}");
    }
}

#[test]
fn the_index_of_the_search_says_the_language_of_what_falls_back() {
    let (editions, theme) = greywater();
    let edition = editions
        .iter()
        .find(|edition| edition.language == "pl")
        .expect("the edition");
    let index = site(edition, &theme)
        .into_iter()
        .find(|(path, _)| path.starts_with("assets/index."))
        .map(|(_, bytes)| String::from_utf8(bytes).expect("text"))
        .expect("an index");
    let rows = index
        .strip_prefix("self.noticeboardIndex=")
        .and_then(|rest| rest.strip_suffix(";\n"))
        .expect("a list");
    let rows: Vec<[serde_json::Value; 4]> = serde_json::from_str(rows).expect("JSON");
    let mut marked = 0;
    for [title, part, _, text] in &rows {
        for words in [title, part, text] {
            if let Some(own) = words.as_str() {
                assert!(!is_english(own), "{own}");
                continue;
            }
            for piece in words.as_array().expect("pieces") {
                let (language, words) = (piece[0].as_str(), piece[1].as_str());
                let words = words.expect("words");
                match language {
                    Some("en") => marked += 1,
                    _ => assert!(!is_english(words), "{words}"),
                }
            }
        }
    }
    assert!(marked > 100, "{marked}");
}

#[test]
fn a_page_in_one_language_marks_nothing() {
    let (editions, theme) = greywater();
    let english = editions
        .iter()
        .find(|edition| edition.language == "en")
        .expect("the edition");
    for (path, bytes) in site(english, &theme) {
        let html = String::from_utf8_lossy(&bytes);
        assert!(!is_page(&path) || !html.contains("<span lang="), "{path}");
    }
}

#[test]
fn words_that_a_theme_lacks_say_their_language() {
    let folder = support::Folder::with_pack();
    let pack = folder.read("content/pack.yml");
    folder.write(
        "content/pack.yml",
        &format!("{pack}languages: [en, nl]\naccessibility: {{prepared: 2026-09-01, contact: duty-team}}\n"),
    );
    folder.write("themes/default/strings/nl.ftl", "do = Doen\nhome = Begin\n");
    let built = folder.run(&["build"]);
    assert_eq!(built.code, Some(0), "{}", built.err);
    let lacks = "lacks texts in `nl`";
    assert_eq!(built.err.matches(lacks).count(), 1, "{}", built.err);
    let files = folder.files("output/ash/nl");
    let pages: Vec<_> = files.iter().filter(|(path, _)| is_page(path)).collect();
    assert!(pages.len() > 10, "{:?}", files.keys());
    let (mut marked, mut own) = (0, 0);
    for (path, bytes) in pages {
        for said in said(bytes) {
            let place = format!("{path}: {} {:?}", said.language, said.words);
            assert!(!said.words.contains("<span"), "{place}");
            if said.words.trim().is_empty() {
                continue;
            }
            match said.language.as_str() {
                "en" => marked += 1,
                // What the theme says in Dutch is no English, and an attribute can't be marked.
                language => {
                    own += usize::from(said.words.trim() == "Begin");
                    assert!(said.alone || !is_english(&said.words), "{place}");
                    assert_eq!(language, "nl", "{place}");
                }
            }
            assert_ne!((said.language.as_str(), said.words.trim()), ("en", "Begin"));
        }
    }
    assert!(marked > 300 && own > 10, "{marked} {own}");
    // The feed, the index of the search and the page over all editions go the same way.
    let index = files
        .iter()
        .find(|(path, _)| path.starts_with("assets/index."));
    let index = String::from_utf8_lossy(index.expect("an index").1);
    assert!(index.contains(r#"["en","Channels"]"#), "{index}");
}
