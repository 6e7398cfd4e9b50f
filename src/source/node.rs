//! A tree of values, each with its place.

use std::sync::Arc;

use crate::diagnostic::Span;

/// A value as it was written, and the value it took the place of.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it was written. For a map merged from several layers, the last place that added to it.
    pub at: Span,
    /// What stood here in the layer below.
    pub replaces: Option<Arc<Node>>,
    /// The language it is written in, as a BCP 47 tag. Known once layers are laid over one another; none for maps.
    pub language: Option<Arc<str>>,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing: a key with no value.
    Empty,
    /// Something that didn't fit its key. It has been said, and needs no further words.
    Faulty,
    /// A text, a number, a date, a yes or no: as it was typed. What it is, its key decides.
    Scalar(Arc<str>),
    /// A list.
    List(Vec<Arc<Node>>),
    /// Keys with values, in the order they were written.
    Map(Vec<Entry>),
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: Arc<str>,
    /// Where the key stands.
    pub at: Span,
    /// The value.
    pub node: Arc<Node>,
}

impl Node {
    /// A value at a place.
    pub fn new(value: Value, at: Span) -> Self {
        Self {
            value,
            at,
            replaces: None,
            language: None,
        }
    }

    /// A value that didn't fit, which has been said.
    pub(crate) fn faulty(at: Span) -> Arc<Self> {
        Arc::new(Self::new(Value::Faulty, at))
    }

    /// Whether it didn't fit, which has been said: then nothing is said of what follows from it.
    pub(crate) fn is_faulty(&self) -> bool {
        matches!(self.value, Value::Faulty)
    }

    /// The text of a scalar.
    pub fn scalar(&self) -> Option<&Arc<str>> {
        match &self.value {
            Value::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// The items of a list; none if it isn't one.
    pub fn items(&self) -> &[Arc<Node>] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The entries of a map; none if it isn't one.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Arc<Node>> {
        self.entries()
            .iter()
            .find(|entry| &*entry.key == key)
            .map(|entry| &entry.node)
    }

    /// The value at a dotted path: `contacts.duty-team.phone`. Things in lists go by their id.
    pub fn find(&self, path: &str) -> Option<&Arc<Node>> {
        let (key, rest) = path
            .split_once('.')
            .map_or((path, None), |(key, rest)| (key, Some(rest)));
        let found = match &self.value {
            Value::Map(_) => self.get(key)?,
            Value::List(items) => items.iter().find(|item| {
                item.get("id")
                    .and_then(|id| id.scalar())
                    .is_some_and(|id| &**id == key)
            })?,
            Value::Empty | Value::Faulty | Value::Scalar(_) => return None,
        };
        rest.map_or(Some(found), |rest| found.find(rest))
    }

    /// The values that stood here in the layers below, the nearest first.
    pub fn history(&self) -> impl Iterator<Item = &Arc<Node>> {
        std::iter::successors(self.replaces.as_ref(), |node| node.replaces.as_ref())
    }
}
