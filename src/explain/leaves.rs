//! Every value of an edition, one by one.

use crate::edition::Edition;
use crate::pack::id_of;
use crate::source::{Node, Value};

/// A value of an edition that has no parts with keys of their own.
#[derive(Debug, Clone, Copy)]
pub struct Leaf<'e> {
    /// The value, with its place and what it took the place of.
    pub node: &'e Node,
    /// How deep it stands: the keys on the way to it.
    pub depth: usize,
}

/// Calls `found` for every value of an edition with its key, in the order of its tree: `channels.email.title`.
pub fn leaves<'e>(edition: &'e Edition, found: &mut dyn FnMut(&str, Leaf<'e>)) {
    leaves_of(&edition.values, found);
}

/// Calls `found` for every value of a tree with its key, in the order of the tree.
pub fn leaves_of<'n>(tree: &'n Node, found: &mut dyn FnMut(&str, Leaf<'n>)) {
    walk(tree, &mut String::new(), 0, found);
}

fn walk<'e>(node: &'e Node, key: &mut String, depth: usize, found: &mut dyn FnMut(&str, Leaf<'e>)) {
    let mut step = |name: &str, inner: &'e Node| {
        let length = key.len();
        if !key.is_empty() {
            key.push('.');
        }
        key.push_str(name);
        walk(inner, key, depth + 1, found);
        key.truncate(length);
    };
    match &node.value {
        Value::Map(entries) => {
            for entry in entries.iter().filter(|entry| &*entry.key != "id") {
                step(&entry.key, &entry.node);
            }
        }
        Value::List(items) if items.iter().any(|item| id_of(item).is_some()) => {
            for item in items {
                if let Some((id, _)) = id_of(item) {
                    step(id, item);
                }
            }
        }
        Value::Empty | Value::Faulty => {}
        Value::Scalar(_) | Value::List(_) => found(key, Leaf { node, depth }),
    }
}
