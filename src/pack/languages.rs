//! What a layer says in each language.
//!
//! A file may have a twin in another language beside it, `email.cy.md` beside `email.md`, and a short text may say what it is
//! in several languages: `name: { en: …, cy: … }`. Comes in: trees as they were written. Goes out: for a language, the tree of
//! what a layer says in it, in the shape of any layer, so that a translation is laid over what it translates like an overlay.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::conform::is_language;
use super::layer::{Layer, Pack, is_edition, pack_of};
use super::shape::Kind;
use crate::diagnostic::Located;
use crate::source::{Entry, Node, Value};

/// The language of a pack that names none.
pub(crate) const DEFAULT_LANGUAGE: &str = "en";

/// The languages of every layer, by its id: the main one first, never empty. Those that a layer doesn't name it takes over.
#[derive(Debug)]
pub(crate) struct Languages<'p> {
    by_layer: BTreeMap<&'p str, Vec<Located<String>>>,
}

impl<'p> Languages<'p> {
    /// Follows the chain of every layer. One that leads nowhere or in a circle ends where it breaks; that is said elsewhere.
    pub(crate) fn of(pack: &'p Pack) -> Self {
        let layers: BTreeMap<&str, &Layer> = pack
            .editions
            .iter()
            .map(|layer| (layer.id.as_str(), layer))
            .collect();
        let mut by_layer: BTreeMap<&str, Vec<Located<String>>> = BTreeMap::new();
        let mut base = vec![Located::new(DEFAULT_LANGUAGE.to_owned(), pack.base.at)];
        for layer in pack.below.iter().chain(std::iter::once(&pack.base)) {
            base = named(layer).unwrap_or(base);
            by_layer.insert(&layer.id, base.clone());
        }
        for layer in &pack.editions {
            let mut seen = BTreeSet::new();
            let mut at = Some(layer);
            let mut found = None;
            while let Some(layer) = at
                && seen.insert(layer.id.as_str())
            {
                found = named(layer);
                if found.is_some() {
                    break;
                }
                at = layer
                    .extends
                    .as_ref()
                    .and_then(|parent| layers.get(parent.value.as_str()).copied());
            }
            by_layer.insert(&layer.id, found.unwrap_or_else(|| base.clone()));
        }
        Self { by_layer }
    }

    /// The languages of a layer, the main one first.
    pub(crate) fn spoken(&self, layer: &str) -> &[Located<String>] {
        self.by_layer.get(layer).map_or(&[], Vec::as_slice)
    }

    /// The language of the files of a layer that name none: that of the pack, or, where the layer doesn't speak it, its own.
    pub(crate) fn written(&self, layer: &str) -> &str {
        let of_pack = self
            .spoken(&pack_of(layer))
            .first()
            .map_or(DEFAULT_LANGUAGE, |first| first.value.as_str());
        let spoken = self.spoken(layer);
        if spoken.iter().any(|language| language.value == of_pack) {
            return of_pack;
        }
        spoken.first().map_or(of_pack, |first| first.value.as_str())
    }

    /// Every language that some edition speaks.
    pub(crate) fn all(&self) -> BTreeSet<&str> {
        self.by_layer
            .iter()
            .filter(|(layer, _)| is_edition(layer))
            .flat_map(|(_, languages)| languages)
            .map(|language| language.value.as_str())
            .collect()
    }
}

/// The languages that a layer names itself.
fn named(layer: &Layer) -> Option<Vec<Located<String>>> {
    // What comes later stands above: the folder over the row.
    let node = layer
        .trees
        .iter()
        .rev()
        .find_map(|tree| tree.get("languages"))?;
    let languages: Vec<_> = node
        .items()
        .iter()
        .filter_map(|item| Some(Located::new(item.scalar()?.to_string(), item.at)))
        .collect();
    (!languages.is_empty()).then_some(languages)
}

impl Layer {
    /// What the layer says in a language, what is laid below first. `written` is the language of files that name none.
    pub(crate) fn said_in(&self, language: &str, written: &str) -> Vec<Arc<Node>> {
        let kind = Kind::Record(&super::shape::LAYER);
        let unnamed = self
            .trees
            .iter()
            .filter_map(|tree| said(tree, &kind, language, language == written));
        let named = self
            .translations
            .get(language)
            .into_iter()
            .flatten()
            .filter_map(|tree| said(tree, &kind, language, true));
        unnamed.chain(named).collect()
    }
}

/// The part of a tree that is in a language. `is_written` tells whether its texts that name no language are in it.
fn said(node: &Arc<Node>, kind: &Kind, language: &str, is_written: bool) -> Option<Arc<Node>> {
    if is_written && !has_several(node, kind) {
        return Some(Arc::clone(node));
    }
    match (&node.value, kind) {
        (Value::Map(entries), _) if kind.is_words() => entries
            .iter()
            .find(|entry| &*entry.key == language)
            .map(|entry| Arc::clone(&entry.node)),
        (Value::Map(entries), Kind::Record(_) | Kind::Named(..)) => {
            let kept: Vec<Entry> = entries
                .iter()
                .filter_map(|entry| {
                    let kind = kind.of_key(&entry.key)?;
                    // The id says which thing it is about, in any language.
                    let is_id = matches!(kind, Kind::Slug) && &*entry.key == "id";
                    let node = said(&entry.node, &kind, language, is_written || is_id)?;
                    Some(Entry {
                        node,
                        ..entry.clone()
                    })
                })
                .collect();
            let says_nothing = kept.iter().all(|entry| &*entry.key == "id");
            (is_written || !says_nothing).then(|| Arc::new(Node::new(Value::Map(kept), node.at)))
        }
        (Value::List(items), Kind::Things(record)) => {
            let kept: Vec<Arc<Node>> = items
                .iter()
                .filter_map(|item| said(item, &Kind::Record(record), language, is_written))
                .collect();
            (is_written || !kept.is_empty())
                .then(|| Arc::new(Node::new(Value::List(kept), node.at)))
        }
        _ => is_written.then(|| Arc::clone(node)),
    }
}

/// Whether a text somewhere in a tree is given by language.
fn has_several(node: &Node, kind: &Kind) -> bool {
    match (&node.value, kind) {
        (Value::Map(_), _) if kind.is_words() => true,
        (Value::Map(entries), Kind::Record(_) | Kind::Named(..)) => entries.iter().any(|entry| {
            kind.of_key(&entry.key)
                .is_some_and(|kind| has_several(&entry.node, &kind))
        }),
        (Value::List(items), Kind::Things(record)) => items
            .iter()
            .any(|item| has_several(item, &Kind::Record(record))),
        _ => false,
    }
}

/// `channels/email.cy.md` is `channels/email.md` in Welsh. A name without a language stays what it is.
pub(super) fn without_language(path: &str) -> (String, Option<&str>) {
    let (folder, name) = path
        .rsplit_once('/')
        .map_or(("", path), |(folder, name)| (folder, name));
    let parted = name.rsplit_once('.').and_then(|(stem, ending)| {
        let (stem, language) = stem.rsplit_once('.')?;
        is_language(language).then_some((stem, language, ending))
    });
    match parted {
        Some((stem, language, ending)) if folder.is_empty() => {
            (format!("{stem}.{ending}"), Some(language))
        }
        Some((stem, language, ending)) => (format!("{folder}/{stem}.{ending}"), Some(language)),
        None => (path.to_owned(), None),
    }
}
