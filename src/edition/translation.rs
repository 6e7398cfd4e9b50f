//! Laying what a layer says in another language over what it says it about.
//!
//! A translation is laid over its own layer and what that takes over, before the next layer comes on top. So a text that a board
//! rewords takes the place of the translation of what it was before, and stands there in the board's own language until the board
//! has it translated, too.
//! Unlike an overlay, a translation says only words: nothing comes, goes or moves by it.

use std::sync::Arc;

use super::merge::{BASE, Piece, ids, put, replaced, split_at_base};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::pack::shape::{DIRECTIVES, Kind, Naming, Record, one_of_list};
use crate::pack::{id_of, is_edition};
use crate::source::{Node, Value};

/// Lays translations over what they translate.
pub(super) struct Translation<'a> {
    /// The layer, by its id, for messages.
    pub layer: &'a str,
    /// The language.
    pub language: &'a Arc<str>,
    /// Whether a place is in what the layer itself says, for its body to find the text that it replaces.
    pub is_own: &'a dyn Fn(Span) -> bool,
    /// What is wrong.
    pub problems: &'a mut Diagnostics,
}

impl Translation<'_> {
    fn say(&mut self, diagnostic: Diagnostic) {
        let diagnostic = if is_edition(self.layer) {
            diagnostic.in_edition(self.layer)
        } else {
            diagnostic
        };
        self.problems.push(diagnostic);
    }

    /// Lays `over` on the value of `key`.
    pub(super) fn lay(
        &mut self,
        base: &Arc<Node>,
        over: &Arc<Node>,
        kind: &Kind,
        key: &str,
    ) -> Arc<Node> {
        // What is faulty has been said.
        if over.is_faulty() || base.is_faulty() {
            return Arc::clone(base);
        }
        match kind {
            Kind::Record(record) => self.record(base, over, record),
            Kind::Named(naming, inner) => self.named(base, over, *naming, inner, key),
            Kind::Things(record) => self.things(base, over, record, key),
            Kind::Body => self.body(base, over),
            _ => self.words(Some(base), over),
        }
    }

    fn words(&self, base: Option<&Arc<Node>>, over: &Arc<Node>) -> Arc<Node> {
        replaced(over.value.clone(), over.at, base, self.language)
    }

    fn record(&mut self, base: &Arc<Node>, over: &Arc<Node>, record: &'static Record) -> Arc<Node> {
        let mut entries = base.entries().to_vec();
        for entry in over.entries() {
            let Some(key) = record.key(&entry.key) else {
                continue;
            };
            // A section's number comes from the name of its file; the twin has the same.
            if matches!(key.name, "id" | "number") {
                continue;
            }
            if DIRECTIVES.contains(&key.name) || !may_be_translated(&key.kind) {
                let diagnostic = Diagnostic::new(
                    Code::NotInTranslation,
                    format!("a translation can't say `{}`", key.name),
                )
                .at(entry.at, "this is the same in every language")
                .help("write it in the file without a language in its name");
                self.say(diagnostic);
                continue;
            }
            let found = entries.iter().position(|other| other.key == entry.key);
            let node = match found {
                Some(at) => {
                    let below = Arc::clone(&entries[at].node);
                    self.lay(&below, &entry.node, &key.kind, key.name)
                }
                None if matches!(key.kind, Kind::Named(Naming::Among(_) | Naming::Term, _)) => {
                    let empty = Arc::new(Node::new(Value::Map(Vec::new()), entry.node.at));
                    self.lay(&empty, &entry.node, &key.kind, key.name)
                }
                None => {
                    let diagnostic = Diagnostic::new(
                        Code::NothingToTranslate,
                        format!("there is no `{}` here to translate", key.name),
                    )
                    .at(entry.at, "")
                    .help(format!(
                        "give `{}` in the file without a language in its name, or take this out",
                        key.name
                    ));
                    self.say(diagnostic);
                    continue;
                }
            };
            put(&mut entries, found, entry, node);
        }
        Arc::new(Node::new(Value::Map(entries), base.at))
    }

    fn named(
        &mut self,
        base: &Arc<Node>,
        over: &Arc<Node>,
        naming: Naming,
        inner: &Kind,
        key: &str,
    ) -> Arc<Node> {
        let mut entries = base.entries().to_vec();
        for entry in over.entries() {
            let found = entries.iter().position(|other| other.key == entry.key);
            let node = match found {
                Some(at) => {
                    let below = Arc::clone(&entries[at].node);
                    self.lay(&below, &entry.node, inner, &entry.key)
                }
                // A heading may be worded anew in one language alone.
                None if !matches!(naming, Naming::Slug) => self.words(None, &entry.node),
                None => {
                    let known: Vec<&str> = entries.iter().map(|entry| &*entry.key).collect();
                    self.nothing_here(one_of_list(key), &entry.key, entry.at, &known);
                    continue;
                }
            };
            put(&mut entries, found, entry, node);
        }
        Arc::new(Node::new(Value::Map(entries), base.at))
    }

    fn things(
        &mut self,
        base: &Arc<Node>,
        over: &Arc<Node>,
        record: &'static Record,
        key: &str,
    ) -> Arc<Node> {
        let mut items = base.items().to_vec();
        for thing in over.items() {
            let Some((id, at)) = id_of(thing) else {
                continue;
            };
            let found = items
                .iter()
                .position(|other| id_of(other).is_some_and(|(other, _)| other == id));
            let Some(found) = found else {
                let known = ids(&items);
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                self.nothing_here(one_of_list(key), id, at, &known);
                continue;
            };
            items[found] = self.record(&items[found].clone(), thing, record);
        }
        Arc::new(Node::new(Value::List(items), base.at))
    }

    fn nothing_here(&mut self, what: &str, id: &str, at: Span, known: &[&str]) {
        // Lists of statements are called by their level.
        let message = match what {
            "channel" | "section" | "level" | "contact" | "glossary entry" | "source"
            | "download" | "audience" | "worry" | "statistic" => {
                format!("there is no {what} `{id}` to translate")
            }
            list => format!("there is no `{id}` in `{list}` to translate"),
        };
        let diagnostic = Diagnostic::new(Code::NothingToTranslate, message)
            .at(at, "")
            .suggest(id, known.iter().copied())
            .help("a translation has the ids of what it translates");
        self.say(diagnostic);
    }

    fn body(&mut self, base: &Arc<Node>, over: &Arc<Node>) -> Arc<Node> {
        // `{{ base }}` stands for what the layer's own text stands on, not for that text.
        let below = match &base.replaces {
            Some(below) if (self.is_own)(base.at) => below,
            _ => base,
        };
        let mut stretches: Vec<Arc<Node>> = Vec::new();
        for stretch in over.items() {
            let Some(text) = stretch.scalar() else {
                continue;
            };
            let start = stretch.at.start as usize;
            for piece in split_at_base(text) {
                match piece {
                    Piece::Own(range) => {
                        let at = Span::new(stretch.at.file, start + range.start..start + range.end);
                        let mut own = Node::new(Value::Scalar(text[range].into()), at);
                        own.language = Some(Arc::clone(self.language));
                        stretches.push(Arc::new(own));
                    }
                    Piece::Base(_) if below.items() == base.items() && (self.is_own)(base.at) => {
                        let diagnostic = Diagnostic::new(
                            Code::NoBaseText,
                            format!("`{BASE}` stands for a text that isn't there"),
                        )
                        .at(stretch.at, "nothing is replaced here")
                        .help("take this line out");
                        self.say(diagnostic);
                    }
                    Piece::Base(_) => stretches.extend(below.items().iter().cloned()),
                }
            }
        }
        replaced(Value::List(stretches), over.at, Some(base), self.language)
    }
}

/// Whether a translation may say something of this kind: words, and what holds words.
fn may_be_translated(kind: &Kind) -> bool {
    match kind {
        Kind::Record(_) | Kind::Things(_) | Kind::Body => true,
        Kind::Named(_, inner) | Kind::List(inner) => may_be_translated(inner),
        other => other.is_words(),
    }
}
