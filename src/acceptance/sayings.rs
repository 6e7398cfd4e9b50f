//! What a layer says in place of what is below it.

use std::sync::Arc;

use crate::diagnostic::Diagnostics;
use crate::edition::merged;
use crate::explain::leaves_of;
use crate::pack::{Languages, Layer, Pack};
use crate::source::{Node, Value};

/// A text that a layer says in place of another.
#[derive(Debug, Clone)]
pub(super) struct Saying {
    /// Its key; for a translation with the language behind it: `channels.email.title@cy`.
    pub key: String,
    /// The language, if it is a translation.
    pub language: Option<String>,
    /// What the layer says.
    pub own: Arc<Node>,
    /// What it stands in place of, or translates.
    pub below: Arc<Node>,
}

/// Keys whose words guide somebody. Names, colours and document control are each board's own from the beginning.
pub(crate) const GUIDING: &[&str] = &[
    "audience",
    "audiences",
    "channels",
    "contacts",
    "do_and_dont",
    "downloads",
    "glossary",
    "labels",
    "levels",
    "sections",
    "sources",
    "summary",
    "terms",
    "welcome",
    "worries",
];

/// What a layer says in place of what it extends, and what it translates.
pub(super) fn sayings(pack: &Pack, layer: &Layer) -> Vec<Saying> {
    let languages = Languages::of(pack);
    let written = languages.written(&layer.id);
    let below = below(pack, layer, written);
    let own = layer.said_in(written, written);
    let mut sayings = Vec::new();
    for tree in &own {
        leaves_of(tree, &mut |key, leaf| {
            if let Some(below) = below.as_ref().and_then(|below| below.find(key))
                && guides(key)
                && !leans(leaf.node)
            {
                sayings.push(Saying {
                    key: key.to_owned(),
                    language: None,
                    own: Arc::new(leaf.node.clone()),
                    below: Arc::clone(below),
                });
            }
        });
    }
    let mut spoken: Vec<&str> = layer.translations.keys().map(String::as_str).collect();
    for tree in &layer.trees {
        spoken.extend(inline_languages(tree));
    }
    spoken.sort_unstable();
    spoken.dedup();
    for language in spoken.into_iter().filter(|language| *language != written) {
        for tree in layer.said_in(language, written) {
            leaves_of(&tree, &mut |key, leaf| {
                let original = own
                    .iter()
                    .rev()
                    .find_map(|tree| tree.find(key))
                    .or_else(|| below.as_ref().and_then(|below| below.find(key)));
                if let Some(original) = original {
                    sayings.push(Saying {
                        key: format!("{key}@{language}"),
                        language: Some(language.to_owned()),
                        own: Arc::new(leaf.node.clone()),
                        below: Arc::clone(original),
                    });
                }
            });
        }
    }
    sayings
}

/// The merged tree that a layer is laid on; none for a pack that builds on no other. What is wrong with it is said elsewhere.
pub(super) fn below(pack: &Pack, layer: &Layer, language: &str) -> Option<Arc<Node>> {
    let parent = &pack.beneath(layer)?.id;
    merged(pack, parent, Some(language), &mut Diagnostics::new())
}

/// The channels, sections and statements of a tree, by their keys.
pub(super) fn things(tree: &Node) -> Vec<String> {
    let mut keys = Vec::new();
    let mut statements = |key: &str, node: &Node| {
        for item in node.items() {
            let id = item.get("id").and_then(|id| id.scalar());
            keys.extend(id.map(|id| format!("{key}.{id}")));
        }
    };
    let entries = |key: &str| tree.get(key).map(|node| node.entries()).unwrap_or_default();
    let mut names = Vec::new();
    for entry in entries("channels") {
        let key = format!("channels.{}", entry.key);
        let levels = entry.node.get("levels").map(|node| node.entries());
        for level in levels.unwrap_or_default() {
            statements(&format!("{key}.levels.{}", level.key), &level.node);
        }
        if let Some(safeguards) = entry.node.get("safeguards") {
            statements(&format!("{key}.safeguards"), safeguards);
        }
        names.push(key);
    }
    names.extend(
        entries("sections")
            .iter()
            .map(|entry| format!("sections.{}", entry.key)),
    );
    keys.extend(names);
    keys.sort_unstable();
    keys
}

/// A value as it is kept and compared: its words, without blanks around them.
pub(super) fn words(node: &Node) -> String {
    match &node.value {
        Value::Scalar(text) => text.trim().to_owned(),
        Value::List(items) => {
            let words: Vec<String> = items.iter().map(|item| words(item)).collect();
            words.join("\n\n")
        }
        Value::Map(_) | Value::Empty | Value::Faulty => String::new(),
    }
}

fn guides(key: &str) -> bool {
    let first = key.split('.').next().unwrap_or_default();
    GUIDING.contains(&first)
}

/// Whether a body has the one below in it, and so goes with it.
fn leans(node: &Node) -> bool {
    node.items().iter().any(|stretch| {
        stretch.scalar().is_some_and(|text| {
            let close: String = text.split_whitespace().collect();
            close.contains("{{base}}")
        })
    })
}

/// The languages of texts that are given by language: a map whose keys are all tags.
fn inline_languages(node: &Node) -> Vec<&str> {
    let mut found = Vec::new();
    let entries = node.entries();
    let is_by_language = !entries.is_empty()
        && entries
            .iter()
            .all(|entry| crate::pack::is_language(&entry.key) && entry.node.scalar().is_some());
    if is_by_language {
        found.extend(entries.iter().map(|entry| &*entry.key));
    } else {
        let inner = entries.iter().map(|entry| &entry.node).chain(node.items());
        found.extend(inner.flat_map(|node| inline_languages(node)));
    }
    found
}
