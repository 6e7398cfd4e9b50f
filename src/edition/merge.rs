//! Laying one layer over another.
//!
//! The rules are few, and hold for everything: a text replaces; a map merges key by key; a list of things with ids merges by
//! id; any other list replaces; a body replaces, and `{{ base }}` in it stands for the text it replaces. What kind a value
//! has, [`shape`](crate::pack::shape) says.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::pack::shape::{DIRECTIVES, Kind, Naming, Record, one_of_list};
use crate::pack::{id_of, is_edition, is_made_up};
use crate::source::{Entry, Node, Value};

/// The line that stands for the text a body replaces.
pub(super) const BASE: &str = "{{ base }}";

/// Lays layers over one another, and remembers what they took out.
pub(super) struct Merge<'a> {
    /// The edition whose layer is laid on, for messages.
    pub edition: &'a str,
    /// Whether there is something below: a pack that builds on no other lies on nothing.
    pub is_overlay: bool,
    /// The language that the layer is written in.
    pub language: &'a Arc<str>,
    /// What was removed: the key of the list, and the id.
    pub gone: &'a mut BTreeSet<(String, String)>,
    /// What is wrong.
    pub problems: &'a mut Diagnostics,
}

impl Merge<'_> {
    /// Lays `over` on `base`.
    pub(super) fn merge(
        &mut self,
        base: Option<&Arc<Node>>,
        over: &Arc<Node>,
        kind: &Kind,
        key: &str,
    ) -> Arc<Node> {
        // What is faulty has been said. What is built on it, or it on, would only give rise to more of the same.
        match base {
            Some(base) if over.is_faulty() => return Arc::clone(base),
            None if over.is_faulty() => return Arc::clone(over),
            Some(base) if base.is_faulty() && kind.has_parts() => return Arc::clone(base),
            _ => {}
        }
        match kind {
            Kind::Record(record) => self.record(base, over, record),
            Kind::Named(naming, inner) => self.named(base, over, *naming, inner, key),
            Kind::Things(record) => self.things(base, over, record, key),
            Kind::Body => self.body(base, over),
            _ => replaced(over.value.clone(), over.at, base, self.language),
        }
    }

    fn say(&mut self, diagnostic: Diagnostic) {
        let diagnostic = if is_edition(self.edition) {
            diagnostic.in_edition(self.edition)
        } else {
            diagnostic
        };
        self.problems.push(diagnostic);
    }

    fn record(
        &mut self,
        base: Option<&Arc<Node>>,
        over: &Arc<Node>,
        record: &'static Record,
    ) -> Arc<Node> {
        let mut entries = base.map(|base| base.entries().to_vec()).unwrap_or_default();
        for entry in over.entries() {
            let Some(key) = record.key(&entry.key) else {
                continue;
            };
            let found = entries.iter().position(|other| other.key == entry.key);
            let node = self.merge(
                found.map(|at| &entries[at].node).cloned().as_ref(),
                &entry.node,
                &key.kind,
                key.name,
            );
            put(&mut entries, found, entry, node);
        }
        Arc::new(Node::new(Value::Map(entries), over.at))
    }

    fn named(
        &mut self,
        base: Option<&Arc<Node>>,
        over: &Arc<Node>,
        naming: Naming,
        inner: &Kind,
        key: &str,
    ) -> Arc<Node> {
        let mut entries = base.map(|base| base.entries().to_vec()).unwrap_or_default();
        for entry in over.entries() {
            let found = entries.iter().position(|other| other.key == entry.key);
            if let (None, Kind::Record(record), Naming::Slug, true) =
                (found, inner, naming, self.is_overlay)
                && let Some(missing) = missing_key(record, &entry.node)
            {
                let known: Vec<&str> = entries.iter().map(|entry| &*entry.key).collect();
                let diagnostic = Diagnostic::new(
                    Code::NothingToOverlay,
                    format!(
                        "there is no {} `{}` to change: nothing that `{}` extends has it",
                        one_of_list(key),
                        entry.key,
                        self.edition
                    ),
                )
                .at(entry.at, "this file changes it")
                .suggest(&entry.key, known)
                .help(format!(
                    "if it is meant to be new, give it the key `{missing}`"
                ));
                self.say(diagnostic);
                continue;
            }
            let node = self.merge(
                found.map(|at| &entries[at].node).cloned().as_ref(),
                &entry.node,
                inner,
                &entry.key,
            );
            put(&mut entries, found, entry, node);
        }
        Arc::new(Node::new(Value::Map(entries), over.at))
    }

    fn things(
        &mut self,
        base: Option<&Arc<Node>>,
        over: &Arc<Node>,
        record: &'static Record,
        key: &str,
    ) -> Arc<Node> {
        let mut items = base.map(|base| base.items().to_vec()).unwrap_or_default();
        for thing in over.items() {
            let Some((id, at)) = id_of(thing) else {
                continue;
            };
            let found = items
                .iter()
                .position(|other| id_of(other).is_some_and(|(other, _)| other == id));
            if is_true(thing, "remove") {
                if let Some(index) = found {
                    items.remove(index);
                    self.gone.insert((key.to_owned(), id.to_owned()));
                } else {
                    let known: Vec<String> = ids(&items);
                    let diagnostic = Diagnostic::new(
                        Code::NothingToRemove,
                        format!("there is no `{id}` in `{key}` to remove"),
                    )
                    .at(at, "")
                    .suggest(id, known.iter().map(String::as_str));
                    self.say(diagnostic);
                }
                continue;
            }
            let Some(merged) = self.thing(
                found.map(|index| items[index].clone()).as_ref(),
                thing,
                record,
                key,
                &items,
            ) else {
                continue;
            };
            let index = if let Some(index) = found {
                items[index] = merged;
                index
            } else {
                self.gone.remove(&(key.to_owned(), id.to_owned()));
                items.push(merged);
                items.len() - 1
            };
            self.place(&mut items, index, thing, key);
        }
        Arc::new(Node::new(Value::List(items), over.at))
    }

    fn thing(
        &mut self,
        base: Option<&Arc<Node>>,
        over: &Arc<Node>,
        record: &'static Record,
        key: &str,
        items: &[Arc<Node>],
    ) -> Option<Arc<Node>> {
        let (id, at) = id_of(over)?;
        match base {
            None if self.is_overlay => {
                if let Some(missing) = missing_key(record, over) {
                    let known = ids(items);
                    let diagnostic = Diagnostic::new(
                        Code::NothingToOverlay,
                        format!("there is no `{id}` in `{key}` to change"),
                    )
                    .at(at, "")
                    .suggest(id, known.iter().map(String::as_str))
                    .help(format!(
                        "if it is meant to be new, give it the key `{missing}`"
                    ));
                    self.say(diagnostic);
                    return None;
                }
            }
            Some(base) if is_made_up(base) && !is_made_up(over) => {
                let diagnostic = Diagnostic::new(
                    Code::UnsteadyId,
                    format!("the id `{id}` comes from the first words of what it changes"),
                )
                .at(at, "the change is lost as soon as those words change")
                .at(
                    base.at,
                    "give this one an id: write it as `- id: …` and `short: …`",
                );
                self.say(diagnostic);
            }
            _ => {}
        }
        let merged = self.record(base, over, record);
        let entries = merged
            .entries()
            .iter()
            .filter(|entry| !DIRECTIVES.contains(&&*entry.key))
            .cloned()
            .collect();
        Some(Arc::new(Node::new(Value::Map(entries), over.at)))
    }

    /// Moves a thing to where it says it belongs.
    fn place(&mut self, items: &mut Vec<Arc<Node>>, index: usize, thing: &Node, key: &str) {
        for (directive, step) in [("before", 0), ("after", 1)] {
            let Some(node) = thing.get(directive) else {
                continue;
            };
            let Some(neighbour) = node.scalar() else {
                continue;
            };
            let moved = items.remove(index);
            if let Some(at) = items
                .iter()
                .position(|other| id_of(other).is_some_and(|(other, _)| other == &**neighbour))
            {
                items.insert(at + step, moved);
            } else {
                let known = ids(items);
                let diagnostic = Diagnostic::new(
                    Code::UnknownPlace,
                    format!("there is no `{neighbour}` in `{key}` to stand {directive}"),
                )
                .at(node.at, "")
                .suggest(neighbour, known.iter().map(String::as_str));
                items.insert(index, moved);
                self.say(diagnostic);
            }
            return;
        }
    }

    fn body(&mut self, base: Option<&Arc<Node>>, over: &Arc<Node>) -> Arc<Node> {
        let mut stretches: Vec<Arc<Node>> = Vec::new();
        for stretch in over.items() {
            let Some(text) = stretch.scalar() else {
                continue;
            };
            for piece in split_at_base(text) {
                match piece {
                    Piece::Own(range) => {
                        let start = stretch.at.start as usize;
                        let at = Span::new(stretch.at.file, start + range.start..start + range.end);
                        let mut own = Node::new(Value::Scalar(text[range].into()), at);
                        own.language = Some(Arc::clone(self.language));
                        stretches.push(Arc::new(own));
                    }
                    Piece::Base(range) => {
                        if let Some(base) = base {
                            stretches.extend(base.items().iter().cloned());
                        } else {
                            let start = stretch.at.start as usize;
                            let at =
                                Span::new(stretch.at.file, start + range.start..start + range.end);
                            let diagnostic = Diagnostic::new(
                                Code::NoBaseText,
                                format!("`{BASE}` stands for a text that isn't there"),
                            )
                            .at(at, "nothing is replaced here")
                            .help("take this line out");
                            self.say(diagnostic);
                        }
                    }
                }
            }
        }
        replaced(Value::List(stretches), over.at, base, self.language)
    }
}

/// A value in a language, with what it takes the place of.
pub(super) fn replaced(
    value: Value,
    at: Span,
    base: Option<&Arc<Node>>,
    language: &Arc<str>,
) -> Arc<Node> {
    Arc::new(Node {
        value: spoken(value, language),
        at,
        replaces: base.cloned(),
        language: Some(Arc::clone(language)),
    })
}

/// A value whose parts are in a language, but for those that say another. Lists without ids are replaced as a whole, and what
/// stands in them is read one by one.
fn spoken(value: Value, language: &Arc<str>) -> Value {
    let part = |node: &Arc<Node>| {
        if node.language.is_some() {
            return Arc::clone(node);
        }
        Arc::new(Node {
            value: spoken(node.value.clone(), language),
            language: Some(Arc::clone(language)),
            ..Node::clone(node)
        })
    };
    match value {
        Value::List(items) => Value::List(items.iter().map(part).collect()),
        Value::Map(entries) => Value::Map(
            entries
                .into_iter()
                .map(|entry| Entry {
                    node: part(&entry.node),
                    ..entry
                })
                .collect(),
        ),
        other => other,
    }
}

pub(super) fn put(entries: &mut Vec<Entry>, found: Option<usize>, entry: &Entry, node: Arc<Node>) {
    match found {
        Some(at) => entries[at].node = node,
        None => entries.push(Entry {
            key: Arc::clone(&entry.key),
            at: entry.at,
            node,
        }),
    }
}

pub(super) fn ids(items: &[Arc<Node>]) -> Vec<String> {
    items
        .iter()
        .filter_map(|item| id_of(item))
        .map(|(id, _)| id.to_owned())
        .collect()
}

/// The first key that a new thing would need and doesn't have. (A body may be written later.)
fn missing_key(record: &Record, node: &Node) -> Option<&'static str> {
    record
        .all_keys()
        .find(|key| {
            key.needed
                && !matches!(key.kind, Kind::Body | Kind::Named(..))
                && node.get(key.name).is_none()
        })
        .map(|key| key.name)
}

fn is_true(node: &Node, key: &str) -> bool {
    node.get(key)
        .and_then(|node| node.scalar())
        .is_some_and(|text| &**text == "true")
}

pub(super) enum Piece {
    Own(std::ops::Range<usize>),
    Base(std::ops::Range<usize>),
}

/// Splits a body at lines that hold only `{{ base }}`. Stretches of blank lines are left out.
pub(super) fn split_at_base(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        if line.split_whitespace().collect::<String>() == "{{base}}" {
            if !text[start..at].trim().is_empty() {
                pieces.push(Piece::Own(start..at));
            }
            pieces.push(Piece::Base(at..at + line.trim_end().len()));
            start = end;
        }
        at = end;
    }
    if !text[start..].trim().is_empty() {
        pieces.push(Piece::Own(start..text.len()));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{conform, shape};
    use crate::source::{Sources, yaml};

    struct Layers {
        sources: Sources,
        tree: Option<Arc<Node>>,
        gone: BTreeSet<(String, String)>,
        problems: Diagnostics,
    }

    impl Layers {
        fn of(layers: &[&str]) -> Self {
            let mut all = Layers {
                sources: Sources::new(),
                tree: None,
                gone: BTreeSet::new(),
                problems: Diagnostics::new(),
            };
            for text in layers {
                all.add(text);
            }
            all
        }

        fn add(&mut self, text: &str) {
            let file = self.sources.add(format!("{}.md", self.sources.len()), text);
            let node = yaml::parse(text, file, 0, &mut self.problems).expect("it is YAML");
            let kind = Kind::Record(&shape::CHANNEL);
            let node = conform(&node, &kind, "channel", &self.sources, &mut self.problems)
                .expect("a channel");
            let mut merge = Merge {
                edition: "test",
                is_overlay: self.tree.is_some(),
                language: &"en".into(),
                gone: &mut self.gone,
                problems: &mut self.problems,
            };
            self.tree = Some(merge.merge(self.tree.as_ref(), &node, &kind, "channel"));
        }

        fn best(&self) -> Vec<String> {
            let best = self
                .tree
                .as_ref()
                .and_then(|tree| tree.get("levels")?.get("best").cloned());
            best.map(|best| ids(best.items())).unwrap_or_default()
        }

        fn codes(&self) -> Vec<Code> {
            self.problems.iter().map(|d| d.code).collect()
        }
    }

    const BASE_CHANNEL: &str = "title: Email\nlevels:\n  best:\n    - {id: a, short: A, full: More}\n    - {id: b, short: B}\n    - {id: c, short: C}\n";

    #[test]
    fn a_statement_merges_key_by_key_and_remembers_what_it_replaced() {
        let layers = Layers::of(&[BASE_CHANNEL, "levels: {best: [{id: a, short: Other}]}"]);
        assert!(layers.problems.is_empty());
        let tree = layers.tree.expect("merged");
        let a = &tree
            .get("levels")
            .and_then(|l| l.get("best"))
            .expect("best")
            .items()[0];
        let short = a.get("short").expect("short");
        assert_eq!(short.scalar().map(|s| &**s), Some("Other"));
        assert_eq!(
            short
                .replaces
                .as_ref()
                .and_then(|r| r.scalar())
                .map(|s| &**s),
            Some("A")
        );
        assert_eq!(
            a.get("full").and_then(|f| f.scalar()).map(|s| &**s),
            Some("More")
        );
    }

    #[test]
    fn things_are_removed_and_placed() {
        let layers = Layers::of(&[
            BASE_CHANNEL,
            "levels: {best: [{id: b, remove: true}, {id: d, short: D, before: a}, {id: a, after: c}]}",
        ]);
        assert!(layers.problems.is_empty(), "{:?}", layers.problems);
        assert_eq!(layers.best(), ["d", "c", "a"]);
    }

    #[test]
    fn unknown_ids_are_said_with_the_nearest() {
        let layers = Layers::of(&[
            BASE_CHANNEL,
            "levels: {best: [{id: bb, remove: true}, {id: e, full: E}, {id: a, before: zz}]}",
        ]);
        assert_eq!(
            layers.codes(),
            [
                Code::NothingToRemove,
                Code::NothingToOverlay,
                Code::UnknownPlace
            ]
        );
        assert_eq!(layers.best(), ["a", "b", "c"]);
    }

    #[test]
    fn removing_and_adding_again_is_replacing() {
        let removed = Layers::of(&[
            BASE_CHANNEL,
            "levels: {best: [{id: c, remove: true}]}",
            "levels: {best: [{id: c, short: New}]}",
        ]);
        let replaced = Layers::of(&[BASE_CHANNEL, "levels: {best: [{id: c, short: New}]}"]);
        assert_eq!(removed.best(), replaced.best());
        assert!(
            removed.gone.is_empty() || !removed.gone.contains(&("best".to_owned(), "c".to_owned()))
        );
    }

    #[test]
    fn nothing_more_is_said_of_what_is_faulty() {
        let layers = Layers::of(&[
            "title: Email\nlevels:\n  best:\n    - {id: Work Account, short: A}\n",
            "title: [Not, a, text]\nlevels: {best: [{id: work-account, remove: true}]}",
        ]);
        assert_eq!(layers.codes(), [Code::NotASlug, Code::WrongKind]);
        let title = layers.tree.and_then(|tree| tree.get("title").cloned());
        let title = title.and_then(|title| title.scalar().cloned());
        assert_eq!(title.as_deref(), Some("Email"));
    }

    #[test]
    fn an_empty_overlay_changes_nothing() {
        assert_eq!(
            Layers::of(&[BASE_CHANNEL, "{}"]).best(),
            Layers::of(&[BASE_CHANNEL]).best()
        );
    }

    #[test]
    fn a_change_to_a_made_up_id_is_noticed() {
        let layers = Layers::of(&[
            "title: E\nlevels: {best: [Use the work account.]}",
            "levels: {best: [{id: use-the-work-account, full: More}]}",
        ]);
        assert_eq!(layers.codes(), [Code::UnsteadyId]);
    }

    #[test]
    fn base_stands_for_the_body_it_replaces() {
        let pieces = split_at_base("Before\n\n{{base}}\n\nAfter\n");
        assert!(matches!(
            pieces.as_slice(),
            [Piece::Own(_), Piece::Base(_), Piece::Own(_)]
        ));
        assert!(matches!(
            split_at_base("{{ base }}").as_slice(),
            [Piece::Base(_)]
        ));
        assert!(split_at_base("\n \n").is_empty());
    }
}
