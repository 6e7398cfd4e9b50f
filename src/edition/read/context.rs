//! What reading an edition needs at every step.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Span};
use crate::markdown::{Block, Inline, Options, Place, parse_blocks, parse_line};
use crate::pack::Assets;
use crate::pack::shape::one_of_list;
use crate::source::Sources;

/// Texts that were parsed, by place: editions share most of them.
#[derive(Debug, Default)]
pub(crate) struct ParsedTexts {
    lines: RwLock<HashMap<Span, Arc<ParsedLine>>>,
    blocks: RwLock<HashMap<(Span, bool), Arc<ParsedBlocks>>>,
}

/// A line, and what was wrong with it.
#[derive(Debug)]
pub(super) struct ParsedLine {
    pub content: Arc<[Inline]>,
    pub problems: Diagnostics,
}

/// Blocks, and what was wrong with them.
#[derive(Debug)]
pub(super) struct ParsedBlocks {
    pub content: Vec<Block>,
    pub problems: Diagnostics,
}

impl ParsedTexts {
    /// The line at a place.
    pub(super) fn line(&self, text: &str, at: Span, sources: &Sources) -> Arc<ParsedLine> {
        // A thread that panicked leaves the map whole: it only ever grows by finished entries.
        if let Some(known) = self
            .lines
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&at)
        {
            return Arc::clone(known);
        }
        let mut problems = Diagnostics::new();
        let content = parse_line(text, Place::of(text, at, sources), &mut problems);
        let parsed = Arc::new(ParsedLine {
            content: content.into(),
            problems,
        });
        self.lines
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(at, Arc::clone(&parsed));
        parsed
    }

    /// The blocks at a place.
    pub(super) fn blocks(
        &self,
        text: &str,
        at: Span,
        options: Options,
        sources: &Sources,
    ) -> Arc<ParsedBlocks> {
        let key = (at, options.clauses);
        if let Some(known) = self
            .blocks
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&key)
        {
            return Arc::clone(known);
        }
        let mut problems = Diagnostics::new();
        let content = parse_blocks(text, Place::of(text, at, sources), options, &mut problems);
        let parsed = Arc::new(ParsedBlocks { content, problems });
        self.blocks
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key, Arc::clone(&parsed));
        parsed
    }
}

/// What reading an edition needs at every step.
pub(crate) struct Context<'a> {
    /// The edition's id.
    pub edition: &'a str,
    /// The language that it is read in.
    pub language: &'a str,
    /// The plain words in other languages.
    pub foreign: BTreeMap<Span, String>,
    /// The texts.
    pub sources: &'a Sources,
    /// The other files.
    pub assets: &'a Assets,
    /// Texts that were parsed before.
    pub parsed: &'a ParsedTexts,
    /// The words to swap in.
    pub terms: BTreeMap<String, Located<String>>,
    /// What can be linked to: the key of its list, and its id.
    pub known: BTreeSet<(&'static str, String)>,
    /// The lists that can't be read, so that nobody knows what is in them.
    pub unreadable: BTreeSet<&'static str>,
    /// What some layer took out: the key of the list, and the id.
    pub gone: &'a BTreeSet<(String, String)>,
    /// Pictures that texts show.
    pub pictures: BTreeMap<String, Arc<[u8]>>,
    /// What is wrong.
    pub problems: &'a mut Diagnostics,
}

/// Whether a thing that is named is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    There,
    LeftOut,
    Unknown,
}

impl Context<'_> {
    /// Says a problem of this edition.
    pub(super) fn say(&mut self, diagnostic: Diagnostic) {
        self.problems.push(diagnostic.in_edition(self.edition));
    }

    /// Says again what was found when a text was parsed.
    pub(super) fn say_all(&mut self, problems: &Diagnostics) {
        for problem in problems {
            self.say(problem.clone());
        }
    }

    /// Whether a thing of a list is in this edition.
    pub(super) fn presence(&self, list: &'static str, id: &str) -> Presence {
        let key = (list, id.to_owned());
        if self.known.contains(&key) || self.unreadable.contains(list) {
            Presence::There
        } else if self.gone.contains(&(list.to_owned(), key.1)) {
            Presence::LeftOut
        } else {
            Presence::Unknown
        }
    }

    /// The ids of a list, for suggestions.
    pub(super) fn ids(&self, list: &'static str) -> Vec<String> {
        self.known
            .iter()
            .filter(|(kind, _)| *kind == list)
            .map(|(_, id)| id.clone())
            .collect()
    }

    /// Says that a name is not that of anything in a list.
    pub(super) fn unknown_name(&mut self, list: &'static str, id: &str, at: Span) {
        let ids = self.ids(list);
        self.say(
            Diagnostic::new(
                Code::UnknownName,
                format!("there is no {} `{id}`", one_of_list(list)),
            )
            .at(at, "")
            .suggest(id, ids.iter().map(String::as_str)),
        );
    }

    /// The words of a term, and where they were written. `{{ terms.Manager }}` gives those of `manager` with a capital.
    pub(super) fn term(&mut self, name: &str, at: Span) -> Option<Located<String>> {
        if let Some(term) = self.terms.get(name) {
            return Some(term.clone());
        }
        let mut letters = name.chars();
        let first = letters.next().filter(|first| first.is_uppercase());
        if let Some(first) = first {
            let small: String = first.to_lowercase().chain(letters).collect();
            if let Some(term) = self.terms.get(&small) {
                let mut words = term.value.chars();
                let capital = words
                    .next()
                    .map(|first| first.to_uppercase().chain(words).collect())
                    .unwrap_or_default();
                return Some(Located::new(capital, term.at));
            }
        }
        let names: Vec<String> = self.terms.keys().cloned().collect();
        self.say(
            Diagnostic::new(
                Code::UnknownTerm,
                format!("no layer gives the term `{name}` a value"),
            )
            .at(at, "")
            .suggest(name, names.iter().map(String::as_str))
            .help(format!(
                "or give it one in edition.yml or pack.yml: terms: {{ {name}: … }}"
            )),
        );
        None
    }
}
