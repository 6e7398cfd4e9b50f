//! What became of each value, key by key.

use std::sync::Arc;

use crate::pack::id_of;
use crate::source::{Entry, Node, Value};

/// What became of a value.
#[derive(Debug, Clone)]
pub struct Fact {
    /// Its key: `channels.email.levels.best.work-account`.
    pub key: String,
    /// What became of it.
    pub what: What,
}

/// What became of a value.
#[derive(Debug, Clone)]
pub enum What {
    /// It is new.
    Added(Arc<Node>),
    /// It is gone.
    Dropped(Arc<Node>),
    /// It says something else.
    Changed {
        /// What it said.
        before: Arc<Node>,
        /// What it says.
        after: Arc<Node>,
    },
    /// The things of a list stand in another order.
    Reordered {
        /// The ids of those that are in both, as they stood.
        before: Vec<String>,
        /// The ids of all, as they stand.
        after: Vec<String>,
    },
}

/// Keys that say how an edition is made, and not what it says.
const MEANS: &[&str] = &["checks", "extends", "folder", "number", "omit"];

/// What differs between two merged trees: applied to the first, the facts give the second.
pub fn facts(before: &Node, after: &Node) -> Vec<Fact> {
    let mut facts = Vec::new();
    compare(before, after, &mut String::new(), &mut facts);
    facts
}

fn compare(before: &Node, after: &Node, key: &mut String, facts: &mut Vec<Fact>) {
    match (&before.value, &after.value) {
        (Value::Map(old), Value::Map(new)) => {
            let named = |entries: &[Entry]| -> Vec<(String, Arc<Node>)> {
                entries
                    .iter()
                    .filter(|entry| !MEANS.contains(&&*entry.key) && &*entry.key != "id")
                    .map(|entry| (entry.key.to_string(), Arc::clone(&entry.node)))
                    .collect()
            };
            parts(&named(old), &named(new), key, facts);
        }
        (Value::List(old), Value::List(new)) if has_ids(old) && has_ids(new) => {
            let (old, new) = (with_ids(old), with_ids(new));
            parts(&old, &new, key, facts);
            order(&old, &new, key, facts);
        }
        _ if same(before, after) => {}
        _ => facts.push(Fact {
            key: key.clone(),
            what: What::Changed {
                before: Arc::new(before.clone()),
                after: Arc::new(after.clone()),
            },
        }),
    }
}

type Parts = [(String, Arc<Node>)];

fn parts(old: &Parts, new: &Parts, key: &mut String, facts: &mut Vec<Fact>) {
    let find = |parts: &Parts, name: &str| {
        let found = parts.iter().find(|(other, _)| other == name);
        found.map(|(_, node)| Arc::clone(node))
    };
    for (name, before) in old {
        let length = key.len();
        step(key, name);
        match find(new, name) {
            Some(after) => compare(before, &after, key, facts),
            None => facts.push(Fact {
                key: key.clone(),
                what: What::Dropped(Arc::clone(before)),
            }),
        }
        key.truncate(length);
    }
    for (name, after) in new {
        if find(old, name).is_none() {
            let length = key.len();
            step(key, name);
            facts.push(Fact {
                key: key.clone(),
                what: What::Added(Arc::clone(after)),
            });
            key.truncate(length);
        }
    }
}

/// Says the order where it is another than that of the old things with the new ones behind them.
fn order(old: &Parts, new: &Parts, key: &str, facts: &mut Vec<Fact>) {
    let is_in = |parts: &Parts, name: &str| parts.iter().any(|(other, _)| other == name);
    let names = |parts: &Parts, keep: &dyn Fn(&str) -> bool| -> Vec<String> {
        parts
            .iter()
            .map(|(name, _)| name.clone())
            .filter(|name| keep(name))
            .collect()
    };
    let stayed = names(old, &|name| is_in(new, name));
    let added = names(new, &|name| !is_in(old, name));
    let after = names(new, &|_| true);
    let expected: Vec<String> = stayed.iter().chain(&added).cloned().collect();
    if expected != after {
        facts.push(Fact {
            key: key.to_owned(),
            what: What::Reordered {
                before: stayed,
                after,
            },
        });
    }
}

fn step(key: &mut String, name: &str) {
    if !key.is_empty() {
        key.push('.');
    }
    key.push_str(name);
}

/// Whether a list is one of things with ids. An empty list may be.
fn has_ids(items: &[Arc<Node>]) -> bool {
    items.iter().all(|item| id_of(item).is_some())
}

fn with_ids(items: &[Arc<Node>]) -> Vec<(String, Arc<Node>)> {
    items
        .iter()
        .filter_map(|item| Some((id_of(item)?.0.to_owned(), Arc::clone(item))))
        .collect()
}

/// Whether two values say the same, wherever they stand.
pub(super) fn same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::Scalar(one), Value::Scalar(other)) => one.trim() == other.trim(),
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Map(one), Value::Map(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(other)
                    .all(|(one, other)| one.key == other.key && same(&one.node, &other.node))
        }
        (one, other) => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostics, FileId};
    use crate::source::yaml;
    use proptest::prelude::*;
    use std::fmt::Write as _;

    fn tree(text: &str) -> Arc<Node> {
        yaml::parse(text, FileId(0), 0, &mut Diagnostics::new()).expect("it is YAML")
    }

    /// What the facts make of a tree.
    fn applied(before: &Arc<Node>, facts: &[Fact]) -> Arc<Node> {
        let mut node = Arc::clone(before);
        // Orders come last: they name what is there in the end.
        let is_order = |fact: &&Fact| matches!(fact.what, What::Reordered { .. });
        for fact in facts.iter().filter(|fact| !is_order(fact)) {
            node = put(&node, &path(&fact.key), &fact.what);
        }
        for fact in facts.iter().filter(is_order) {
            node = put(&node, &path(&fact.key), &fact.what);
        }
        node
    }

    fn path(key: &str) -> Vec<&str> {
        if key.is_empty() {
            Vec::new()
        } else {
            key.split('.').collect()
        }
    }

    fn put(node: &Arc<Node>, path: &[&str], what: &What) -> Arc<Node> {
        let Some((first, rest)) = path.split_first() else {
            return match what {
                What::Changed { after, .. } => Arc::clone(after),
                What::Reordered { after, .. } => {
                    let items = after
                        .iter()
                        .filter_map(|id| node.find(id).map(Arc::clone))
                        .collect();
                    Arc::new(Node::new(Value::List(items), node.at))
                }
                What::Added(_) | What::Dropped(_) => unreachable!("these name a part"),
            };
        };
        let last = rest.is_empty();
        let value = match (&node.value, what) {
            (Value::Map(entries), What::Added(new)) if last => {
                let mut entries = entries.clone();
                entries.push(Entry {
                    key: (*first).into(),
                    at: new.at,
                    node: Arc::clone(new),
                });
                Value::Map(entries)
            }
            (Value::List(items), What::Added(new)) if last => {
                let mut items = items.clone();
                items.push(Arc::clone(new));
                Value::List(items)
            }
            (Value::Map(entries), What::Dropped(_)) if last => Value::Map(
                entries
                    .iter()
                    .filter(|entry| &*entry.key != *first)
                    .cloned()
                    .collect(),
            ),
            (Value::List(items), What::Dropped(_)) if last => Value::List(
                items
                    .iter()
                    .filter(|item| id_of(item).is_some_and(|(id, _)| id != *first))
                    .cloned()
                    .collect(),
            ),
            (Value::Map(entries), _) => Value::Map(
                entries
                    .iter()
                    .map(|entry| {
                        let mut entry = entry.clone();
                        if &*entry.key == *first {
                            entry.node = put(&entry.node, rest, what);
                        }
                        entry
                    })
                    .collect(),
            ),
            (Value::List(items), _) => Value::List(
                items
                    .iter()
                    .map(|item| match id_of(item) {
                        Some((id, _)) if id == *first => put(item, rest, what),
                        _ => Arc::clone(item),
                    })
                    .collect(),
            ),
            (other, _) => other.clone(),
        };
        Arc::new(Node::new(value, node.at))
    }

    /// The order of keys in a map says nothing: sorted, so that maps can be compared.
    fn sorted(node: &Node) -> Arc<Node> {
        let value = match &node.value {
            Value::Map(entries) => {
                let mut entries: Vec<Entry> = entries
                    .iter()
                    .map(|entry| Entry {
                        node: sorted(&entry.node),
                        ..entry.clone()
                    })
                    .collect();
                entries.sort_by(|one, other| one.key.cmp(&other.key));
                Value::Map(entries)
            }
            Value::List(items) => Value::List(items.iter().map(|item| sorted(item)).collect()),
            other => other.clone(),
        };
        Arc::new(Node::new(value, node.at))
    }

    /// A small pack: channels with statements.
    fn packs() -> impl Strategy<Value = String> {
        let statement = ("[a-e]", "[A-D]{1,2}").prop_map(|(id, text)| (id, text));
        let statements = proptest::collection::vec(statement, 0..5);
        let channel = ("[xyz]", statements, proptest::option::of("[E-H]"));
        proptest::collection::vec(channel, 0..3).prop_map(|channels| {
            let mut seen = Vec::new();
            let mut text = String::from("title: T\nchannels:\n");
            let mut any = false;
            for (name, statements, headline) in channels {
                if seen.contains(&name) {
                    continue;
                }
                any = true;
                let _ = writeln!(text, "  {name}:\n    title: N");
                if let Some(headline) = headline {
                    let _ = writeln!(text, "    headline: {headline}");
                }
                text.push_str("    best:\n");
                let mut ids = vec!["first".to_owned()];
                text.push_str("      - { id: first, short: Always }\n");
                for (id, short) in statements {
                    if !ids.contains(&id) {
                        let _ = writeln!(text, "      - {{ id: {id}, short: {short} }}");
                        ids.push(id);
                    }
                }
                seen.push(name);
            }
            if !any {
                text.push_str("  x:\n    title: N\n");
            }
            text
        })
    }

    proptest! {
        #[test]
        fn a_tree_does_not_differ_from_itself(pack in packs()) {
            let tree = tree(&pack);
            prop_assert!(facts(&tree, &tree).is_empty());
        }

        #[test]
        fn the_facts_make_the_second_of_the_first(before in packs(), after in packs()) {
            let (before, after) = (tree(&before), tree(&after));
            let made = applied(&before, &facts(&before, &after));
            prop_assert!(same(&sorted(&made), &sorted(&after)), "{made:#?}\n{after:#?}");
        }
    }
}
