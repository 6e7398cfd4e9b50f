//! The texts that people read: whether they are plain, and whether everybody can follow them.
//!
//! Comes in: the editions that are made. What they share is looked at once, as it was written, and said of all that have it.
//! Goes out: diagnostics, one rule a file. What a rule knows of a language stands in `words/`.

mod abbreviation;
mod alternative_text;
mod capitals;
mod glossary_use;
mod long_italics;
mod long_paragraph;
mod long_sentence;
mod passage;
mod phone_number;
mod plain_words;
mod reading_age;
mod term_use;
mod vague_link;
mod words;

pub(super) use phone_number::set_up;
pub(super) use words::Words;

use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::edition::Edition;
use crate::markdown::Place;
use crate::pack::id_of;
use crate::pack::shape::{self, Kind};
use crate::source::{Node, Sources};
use passage::{Passage, passages};

/// A text of the pack, with the editions that have it.
struct Text<'e> {
    at: Span,
    /// Its key: `channels.email.body`.
    key: String,
    /// The language it is written in.
    language: &'e str,
    kind: Kind,
    /// As it was written.
    written: &'e str,
    /// What people read of it; of words without markup, nothing but titles.
    passages: Vec<Passage>,
    /// The editions, by their number and id.
    editions: Vec<(usize, &'e str)>,
    sources: &'e Sources,
}

impl Text<'_> {
    /// The place of a stretch of a passage.
    fn place(&self, passage: &Passage, words: Range<usize>) -> Span {
        passage.at(words, Place::of(self.written, self.at, self.sources))
    }

    /// The place of bytes of the text as it was written.
    fn part(&self, written: Range<usize>) -> Span {
        Place::of(self.written, self.at, self.sources).part(written)
    }

    /// The last part of its key.
    fn name(&self) -> &str {
        self.key.rsplit('.').next().unwrap_or_default()
    }

    fn words(&self) -> &'static Words {
        Words::of(self.language)
    }
}

/// What a rule says of a text.
type Say<'s> = dyn FnMut(Diagnostic) + 's;

/// The rules that look at one text at a time.
const RULES: &[fn(&Text<'_>, &mut Say<'_>)] = &[
    alternative_text::check,
    capitals::check,
    long_italics::check,
    long_paragraph::check,
    long_sentence::check,
    phone_number::check,
    plain_words::check,
    reading_age::check,
    vague_link::check,
];

/// Checks the texts of editions. `is_whole` tells whether these are all texts there are: only then can
/// be said what none uses.
pub(super) fn texts(
    editions: &[&Edition],
    sources: &Sources,
    is_whole: bool,
    problems: &mut Diagnostics,
) {
    let mut found: HashMap<Span, Text<'_>> = HashMap::new();
    for (number, edition) in editions.iter().enumerate() {
        collect(edition, number, sources, &mut found);
    }
    let mut texts: Vec<Text<'_>> = found.into_values().collect();
    texts.sort_unstable_by_key(|text| text.at);
    let said: Vec<Diagnostic> = texts
        .par_iter_mut()
        .flat_map_iter(|text| {
            text.passages = match text.kind {
                Kind::Plain if TITLES.contains(&text.name()) => passage::plain(text.written),
                Kind::Text | Kind::Blocks | Kind::Body => passages(text.written),
                _ => Vec::new(),
            };
            let mut said = Vec::new();
            for rule in RULES {
                rule(text, &mut |diagnostic| {
                    let mut diagnostic = diagnostic;
                    diagnostic.editions = text
                        .editions
                        .iter()
                        .map(|(_, id)| (*id).to_owned())
                        .collect();
                    said.push(diagnostic);
                });
            }
            said
        })
        .collect();
    problems.extend(said.into_iter().collect());
    abbreviation::check(&texts, editions, problems);
    if is_whole {
        term_use::check(&texts, editions, problems);
        glossary_use::check(&texts, editions, problems);
    }
}

/// Words without markup that are read like sentences.
const TITLES: &[&str] = &["label", "strapline", "text", "title"];

/// Adds the texts of an edition.
fn collect<'e>(
    edition: &'e Edition,
    number: usize,
    sources: &'e Sources,
    found: &mut HashMap<Span, Text<'e>>,
) {
    walk(
        &edition.values,
        &Kind::Record(&shape::LAYER),
        &mut String::new(),
        &mut |key, node, kind| {
            let Some(written) = node.scalar() else {
                return;
            };
            let text = found.entry(node.at).or_insert_with(|| Text {
                at: node.at,
                key: key.to_owned(),
                language: node.language.as_deref().unwrap_or(&edition.language),
                kind: *kind,
                written,
                passages: Vec::new(),
                editions: Vec::new(),
                sources,
            });
            // The languages of an edition are one after the other.
            if text.editions.last().is_none_or(|(_, id)| *id != edition.id) {
                text.editions.push((number, &edition.id));
            }
        },
    );
}

/// Calls `found` for every text of a tree with its key and kind.
fn walk<'e>(
    node: &'e Node,
    kind: &Kind,
    key: &mut String,
    found: &mut dyn FnMut(&str, &'e Node, &Kind),
) {
    let mut step = |name: &str, node: &'e Node, kind: &Kind| {
        let length = key.len();
        if !key.is_empty() {
            key.push('.');
        }
        key.push_str(name);
        walk(node, kind, key, found);
        key.truncate(length);
    };
    match kind {
        Kind::Record(record) | Kind::Whole(record) => {
            for entry in node
                .entries()
                .iter()
                .filter(|entry| &*entry.key != "checks")
            {
                if let Some(inner) = record.key(&entry.key) {
                    step(&entry.key, &entry.node, &inner.kind);
                }
            }
        }
        Kind::Named(_, inner) => {
            for entry in node.entries() {
                step(&entry.key, &entry.node, inner);
            }
        }
        Kind::Things(record) => {
            for item in node.items() {
                let id = id_of(item).map_or("", |(id, _)| id);
                step(id, item, &Kind::Record(record));
            }
        }
        Kind::List(inner) => {
            for item in node.items() {
                walk(item, inner, key, found);
            }
        }
        // A body is a list of stretches: the text below it may be one of them.
        Kind::Body => {
            for item in node.items() {
                found(key, item, kind);
            }
            if node.items().is_empty() {
                found(key, node, kind);
            }
        }
        Kind::Plain | Kind::Text | Kind::Blocks => found(key, node, kind),
        _ => {}
    }
}

/// Packs to try rules on.
#[cfg(test)]
mod trial {
    use super::*;
    use crate::diagnostic::Code;

    /// What is said of a pack with these files beside a small one, in the order of its places: the code and the words there.
    pub(super) fn said(files: &[(&str, &str)]) -> Vec<(Code, String)> {
        let folder = crate::trial::Folder::new();
        folder.write(
            "pack.yml",
            "title: Safe\nlanguages: [en]\nlevels: [{id: best, label: Best, tone: do}]\n",
        );
        folder.write(
            "channels/email.md",
            "---\ntitle: Email\nlevels: {best: [{id: a, short: Ask.}]}\n---\n",
        );
        folder.write("editions/ash/edition.yml", "name: Ash\n");
        for (name, text) in files {
            folder.write(name, text);
        }
        let mut sources = Sources::new();
        let mut problems = Diagnostics::new();
        let pack = crate::pack::read(folder.path(), &mut sources, &mut problems).expect("a pack");
        let editions = crate::edition::editions(&pack, &sources, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        let editions: Vec<&Edition> = editions.iter().collect();
        texts(&editions, &sources, true, &mut problems);
        problems
            .tidied(editions.len())
            .iter()
            .map(|problem| {
                let at = problem.labels[0].at;
                (problem.code, sources.text(at).to_owned())
            })
            .collect()
    }

    /// What a text that stands in a section is said to be.
    pub(super) fn of_section(body: &str) -> Vec<(Code, String)> {
        let text = format!("---\ntitle: Law\n---\n{body}\n");
        said(&[("sections/10-law.md", &text)])
    }
}
