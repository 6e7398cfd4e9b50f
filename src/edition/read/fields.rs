//! The keys of one map, read by name.

use std::sync::Arc;

use jiff::civil::Date;

use super::context::Context;
use super::fill::address_headings;
use crate::diagnostic::{Code, Diagnostic, Located, Span};
use crate::edition::model::Text;
use crate::markdown::{Block, Options};
use crate::pack::date;
use crate::source::Node;

/// The keys of one map. Values that don't fit were taken out, and said, when the file was read.
pub(super) struct Fields<'n> {
    node: &'n Node,
    /// What it is, in messages: "the channel `email`".
    what: String,
    /// Where to say that something is missing.
    at: Span,
}

impl<'n> Fields<'n> {
    pub(super) fn new(node: &'n Node, what: impl Into<String>, at: Span) -> Self {
        Self {
            node,
            what: what.into(),
            at,
        }
    }

    /// Where to say that something is missing.
    pub(super) fn at(&self) -> Span {
        self.at
    }

    /// The map.
    pub(super) fn node(&self) -> &'n Node {
        self.node
    }

    /// What it is, in messages.
    pub(super) fn what(&self) -> &str {
        &self.what
    }

    /// The value of a key, unless it is an empty text: that takes away what is inherited.
    pub(super) fn get(&self, key: &str) -> Option<&'n Arc<Node>> {
        self.node
            .get(key)
            .filter(|node| node.scalar().is_none_or(|text| !text.trim().is_empty()))
    }

    /// Words without markup.
    pub(super) fn plain(&self, key: &str, cx: &mut Context<'_>) -> Option<Located<String>> {
        plain(self.get(key)?, cx)
    }

    /// Words without markup that have to be there.
    pub(super) fn need(&self, key: &str, cx: &mut Context<'_>) -> Option<Located<String>> {
        let found = self.plain(key, cx);
        if found.is_none() {
            self.missing(key, cx);
        }
        found
    }

    /// Says that a key is missing.
    pub(super) fn missing(&self, key: &str, cx: &mut Context<'_>) {
        let found = self.node.get(key);
        if self.node.is_faulty() || found.is_some_and(|node| node.is_faulty()) {
            return;
        }
        let diagnostic = match found {
            Some(empty) => Diagnostic::new(
                Code::EmptyText,
                format!("the `{key}` of {} is empty", self.what),
            )
            .at(empty.at, "nothing here")
            .help_if(
                // Whoever empties what a thing can't do without wants to be rid of it.
                empty.replaces.is_some() && self.node.get("id").is_some(),
                "to leave it out, write `remove: true` under its id",
            ),
            None => Diagnostic::new(Code::MissingKey, format!("{} has no `{key}`", self.what))
                .at(self.at, "")
                .help(
                    if matches!(key, "title" | "levels") && self.what.starts_with("the edition") {
                        format!(
                            "add `{key}: …` to pack.yml, for all editions, or here for this one"
                        )
                    } else {
                        format!("add a line: `{key}: …`")
                    },
                ),
        };
        cx.say(diagnostic);
    }

    /// A line with markup.
    pub(super) fn text(&self, key: &str, cx: &mut Context<'_>) -> Option<Text> {
        text(self.get(key)?, cx)
    }

    /// A line with markup that has to be there.
    pub(super) fn need_text(&self, key: &str, cx: &mut Context<'_>) -> Option<Text> {
        let found = self.text(key, cx);
        if found.is_none() {
            self.missing(key, cx);
        }
        found
    }

    /// Markdown of any length; empty if there is none.
    pub(super) fn blocks(&self, key: &str, cx: &mut Context<'_>) -> Vec<Block> {
        let Some(node) = self.get(key) else {
            return Vec::new();
        };
        let Some(words) = node.scalar() else {
            return Vec::new();
        };
        let parsed = cx
            .parsed
            .blocks(words, node.at, Options::default(), cx.sources);
        cx.say_all(&parsed.problems);
        let mut blocks = cx.fill_blocks(node, &parsed.content);
        address_headings(&mut blocks);
        blocks
    }

    /// The body, of one stretch or more; empty if there is none.
    pub(super) fn body(&self, clauses: bool, cx: &mut Context<'_>) -> Vec<Block> {
        let mut blocks = Vec::new();
        for stretch in self
            .get("body")
            .map(|body| body.items())
            .unwrap_or_default()
        {
            let Some(words) = stretch.scalar() else {
                continue;
            };
            let parsed = cx
                .parsed
                .blocks(words, stretch.at, Options { clauses }, cx.sources);
            cx.say_all(&parsed.problems);
            blocks.extend(cx.fill_blocks(stretch, &parsed.content));
        }
        address_headings(&mut blocks);
        blocks
    }

    /// A day.
    pub(super) fn date(&self, key: &str) -> Option<Located<Date>> {
        let node = self.get(key)?;
        Some(Located::new(date(node.scalar()?)?, node.at))
    }

    /// Yes or no; no if nothing is said.
    pub(super) fn switch(&self, key: &str) -> bool {
        self.get(key)
            .and_then(|node| node.scalar())
            .is_some_and(|text| &**text == "true")
    }

    /// A word that is taken as it is: an id, an address, one of some choices.
    pub(super) fn word(&self, key: &str) -> Option<Located<String>> {
        let node = self.get(key)?;
        Some(Located::new(node.scalar()?.to_string(), node.at))
    }

    /// The words of a list.
    pub(super) fn words(&self, key: &str) -> Vec<Located<String>> {
        let items = self.get(key).map(|node| node.items()).unwrap_or_default();
        items
            .iter()
            .filter_map(|item| Some(Located::new(item.scalar()?.to_string(), item.at)))
            .collect()
    }

    /// The items of a list.
    pub(super) fn items(&self, key: &str) -> &'n [Arc<Node>] {
        self.node
            .get(key)
            .map(|node| node.items())
            .unwrap_or_default()
    }

    /// The map of a key, itself to be read by name.
    pub(super) fn inner(&self, key: &str) -> Option<Fields<'n>> {
        let node = self.node.get(key)?;
        Some(Fields::new(
            node,
            format!("`{key}` of {}", self.what),
            node.at,
        ))
    }
}

/// Words without markup, terms filled in, apostrophes as they are printed.
pub(super) fn plain(node: &Node, cx: &mut Context<'_>) -> Option<Located<String>> {
    let words = node.scalar()?.trim();
    let mut filled = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once("{{") {
        filled.push_str(before);
        let Some((inside, behind)) = after.split_once("}}") else {
            filled.push_str("{{");
            rest = after;
            continue;
        };
        match inside.trim().strip_prefix("terms.") {
            Some(name) => {
                let term = cx.term(name.trim(), node.at);
                filled.push_str(term.as_ref().map_or("", |term| &term.value));
            }
            None => cx.say(
                Diagnostic::new(
                    Code::UnknownTerm,
                    format!("`{}` is not a term", inside.trim()),
                )
                .at(node.at, "")
                .help("a term is written {{ terms.name }}"),
            ),
        }
        rest = behind;
    }
    filled.push_str(rest);
    cx.note_language(node);
    Some(Located::new(filled.replace('\'', "’"), node.at))
}

/// A line with markup, terms filled in.
pub(super) fn text(node: &Node, cx: &mut Context<'_>) -> Option<Text> {
    let words = node.scalar()?;
    let parsed = cx.parsed.line(words, node.at, cx.sources);
    cx.say_all(&parsed.problems);
    let content = cx.fill_line(node, &parsed.content);
    (!content.is_empty()).then_some(Text {
        content,
        at: node.at,
    })
}
