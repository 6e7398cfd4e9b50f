//! From layers to one tree for each edition in each of its languages: chains, overlays, what is left out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::merge::Merge;
use super::near_id;
use super::translation::Translation;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Span};
use crate::pack::shape::{self, Kind};
use crate::pack::{Languages, Layer, PACK_ID, Pack, is_edition};
use crate::source::{Entry, Node, Value};

/// The merged tree of an edition, not yet read into types.
#[derive(Debug, Clone)]
pub(super) struct Resolved {
    /// The values, in the shape of [`shape::LAYER`].
    pub tree: Arc<Node>,
    /// The layers, the pack first.
    pub chain: Vec<String>,
    /// What some layer took out again: the key of the list, and the id.
    pub gone: BTreeSet<(String, String)>,
    /// The language that it is resolved in.
    pub language: Arc<str>,
    /// All the languages it is in, the main one first.
    pub languages: Vec<Located<String>>,
}

/// Resolves every edition that speaks a language and whose chain is sound, in the order of the pack.
pub(super) fn resolve<'p>(
    pack: &'p Pack,
    languages: &Languages<'p>,
    language: &str,
    problems: &mut Diagnostics,
) -> Vec<(&'p Layer, Resolved)> {
    let mut resolver = Resolver::new(pack, languages, language, problems);
    let mut editions = Vec::new();
    let speaking = pack.editions.iter().filter(|layer| {
        let mut spoken = languages.spoken(&layer.id).iter();
        spoken.any(|spoken| spoken.value == language)
    });
    for layer in speaking {
        if let Some(resolved) = resolver.edition(layer, &mut Vec::new()) {
            editions.push((layer, resolved));
        }
    }
    if pack.editions.is_empty() {
        // Without editions, the pack's own faults are still worth saying.
        resolver.pack(&pack.base);
    }
    editions
}

/// The merged tree of one edition in a language, or of the pack by its own id.
pub(super) fn tree(
    pack: &Pack,
    languages: &Languages<'_>,
    id: &str,
    language: &str,
    problems: &mut Diagnostics,
) -> Option<Arc<Node>> {
    let mut resolver = Resolver::new(pack, languages, language, problems);
    let layer = pack.layer(id)?;
    if !is_edition(id) {
        return Some(resolver.pack(layer).tree);
    }
    let found = resolver.edition(layer, &mut Vec::new())?;
    Some(found.tree)
}

struct Resolver<'a> {
    pack: &'a Pack,
    languages: &'a Languages<'a>,
    /// The language to resolve in.
    language: Arc<str>,
    layers: BTreeMap<&'a str, &'a Layer>,
    /// `None` marks an edition whose chain is broken, which has been said.
    done: BTreeMap<&'a str, Option<Resolved>>,
    problems: &'a mut Diagnostics,
}

impl<'a> Resolver<'a> {
    fn new(
        pack: &'a Pack,
        languages: &'a Languages<'a>,
        language: &str,
        problems: &'a mut Diagnostics,
    ) -> Self {
        let layers = pack.editions.iter();
        Self {
            pack,
            languages,
            language: language.into(),
            layers: layers.map(|layer| (layer.id.as_str(), layer)).collect(),
            done: BTreeMap::new(),
            problems,
        }
    }

    /// The pack's own layer, or one below it, with all that lies below that.
    fn pack(&mut self, layer: &'a Layer) -> Resolved {
        if let Some(Some(done)) = self.done.get(layer.id.as_str()) {
            return done.clone();
        }
        let below = self.pack.beneath(layer).map(|below| self.pack(below));
        let resolved = self.lay(below, layer);
        self.done.insert(&layer.id, Some(resolved.clone()));
        resolved
    }

    fn edition(&mut self, layer: &'a Layer, below: &mut Vec<&'a Layer>) -> Option<Resolved> {
        if let Some(done) = self.done.get(layer.id.as_str()) {
            return done.clone();
        }
        if let Some(start) = below.iter().position(|other| other.id == layer.id) {
            self.cycle(&below[start..]);
            return None;
        }
        let parent = match &layer.extends {
            // On anything else than what it was written for, each of its changes would seem to be wrong.
            _ if has_faulty_parent(layer) => None,
            None => Some(self.pack(&self.pack.base)),
            Some(parent) => match self.layers.get(parent.value.as_str()).copied() {
                Some(parent) => {
                    below.push(layer);
                    let resolved = self.edition(parent, below);
                    below.pop();
                    resolved
                }
                None if parent.value == PACK_ID => Some(self.pack(&self.pack.base)),
                None => {
                    self.problems.push(
                        Diagnostic::new(
                            Code::UnknownParent,
                            format!(
                                "`{}` extends `{}`, and there is no such edition",
                                layer.id, parent.value
                            ),
                        )
                        .at(parent.at, "")
                        .suggest(
                            &parent.value,
                            self.layers.keys().copied().filter(|id| *id != layer.id),
                        )
                        .help("to extend the pack itself, leave `extends` out"),
                    );
                    None
                }
            },
        };
        let resolved = parent.map(|parent| self.lay(Some(parent), layer));
        self.done.insert(layer.id.as_str(), resolved.clone());
        resolved
    }

    fn cycle(&mut self, circle: &[&'a Layer]) {
        let names: Vec<&str> = circle
            .iter()
            .map(|layer| layer.id.as_str())
            .chain(circle.first().map(|layer| layer.id.as_str()))
            .collect();
        let mut diagnostic = Diagnostic::new(
            Code::ExtendsCycle,
            format!(
                "these editions extend one another in a circle: {}",
                names.join(" → ")
            ),
        );
        for layer in circle {
            if let Some(extends) = &layer.extends {
                diagnostic = diagnostic.at(
                    extends.at,
                    format!("`{}` extends `{}`", layer.id, extends.value),
                );
            }
        }
        self.problems
            .push(diagnostic.help("let one of them extend the pack: take its `extends` out"));
        for layer in circle {
            self.done.insert(layer.id.as_str(), None);
        }
    }

    /// Lays the trees of a layer over what it extends, and leaves out what it omits.
    fn lay(&mut self, parent: Option<Resolved>, layer: &Layer) -> Resolved {
        let is_overlay = parent.is_some();
        let (mut tree, mut chain, mut gone) = match parent {
            Some(parent) => (Some(without_own(&parent.tree)), parent.chain, parent.gone),
            None => (None, Vec::new(), BTreeSet::new()),
        };
        let kind = Kind::Record(&shape::LAYER);
        let written: Arc<str> = self.languages.written(&layer.id).into();
        let own = layer.said_in(&written, &written);
        for over in &own {
            if let Some(below) = &tree {
                near_id::look(&layer.id, below, over, self.problems);
            }
            let mut merge = Merge {
                edition: &layer.id,
                is_overlay,
                language: &written,
                gone: &mut gone,
                problems: self.problems,
            };
            tree = Some(merge.merge(tree.as_ref(), over, &kind, "edition"));
        }
        if self.language != written {
            let is_own = |at: Span| own.iter().any(|tree| stands_in(tree, at));
            for over in layer.said_in(&self.language, &written) {
                let mut translation = Translation {
                    layer: &layer.id,
                    language: &self.language,
                    is_own: &is_own,
                    problems: self.problems,
                };
                tree = tree.map(|tree| translation.lay(&tree, &over, &kind, "edition"));
            }
        }
        let mut tree =
            tree.unwrap_or_else(|| Arc::new(Node::new(Value::Map(Vec::new()), layer.at)));
        chain.push(layer.id.clone());
        for over in &layer.trees {
            tree = self.omit(&tree, over, layer, &mut gone);
        }
        Resolved {
            tree,
            chain,
            gone,
            language: Arc::clone(&self.language),
            languages: self.languages.spoken(&layer.id).to_vec(),
        }
    }

    /// Leaves out what a layer omits, and the wish itself: a layer above starts from what is left.
    fn omit(
        &mut self,
        tree: &Arc<Node>,
        over: &Node,
        layer: &Layer,
        gone: &mut BTreeSet<(String, String)>,
    ) -> Arc<Node> {
        let mut entries = tree.entries().to_vec();
        entries.retain(|entry| &*entry.key != "omit");
        for wish in over
            .get("omit")
            .map(|omit| omit.entries())
            .unwrap_or_default()
        {
            let room = &*wish.key;
            for id in wish.node.items() {
                let Some(text) = id.scalar() else { continue };
                let found = entries.iter_mut().find(|entry| &*entry.key == room);
                let things: Vec<Entry> = found
                    .as_ref()
                    .map(|entry| entry.node.entries().to_vec())
                    .unwrap_or_default();
                if let (Some(found), true) = (found, things.iter().any(|thing| thing.key == *text))
                {
                    let left = things
                        .into_iter()
                        .filter(|thing| thing.key != *text)
                        .collect();
                    found.node = Arc::new(Node::new(Value::Map(left), found.node.at));
                    gone.insert((room.to_owned(), text.to_string()));
                    continue;
                }
                let already = gone.contains(&(room.to_owned(), text.to_string()));
                let message = if already {
                    format!(
                        "`{text}` is left out already by what `{}` extends",
                        layer.id
                    )
                } else {
                    format!(
                        "there is no {} `{text}` to leave out",
                        shape::one_of_list(room)
                    )
                };
                self.problems.push(
                    Diagnostic::new(Code::NothingToOmit, message)
                        .at(id.at, "")
                        .suggest(text, things.iter().map(|thing| &*thing.key))
                        .in_edition(&layer.id),
                );
            }
        }
        Arc::new(Node::new(Value::Map(entries), tree.at))
    }
}

/// Whether the settings of a layer can't be read at all, which has been said: then nobody knows what it extends.
fn has_faulty_parent(layer: &Layer) -> bool {
    layer.trees.iter().any(|tree| {
        tree.get("extends")
            .zip(tree.get("name"))
            .is_some_and(|(extends, name)| extends.is_faulty() && extends.at == name.at)
    })
}

/// What an edition hands down: all but what it says of itself alone.
fn without_own(tree: &Arc<Node>) -> Arc<Node> {
    let entries = tree
        .entries()
        .iter()
        .filter(|entry| !shape::OWN.contains(&&*entry.key))
        .cloned()
        .collect();
    Arc::new(Node::new(Value::Map(entries), tree.at))
}

/// Whether a value of a tree stands at a place.
fn stands_in(tree: &Node, at: Span) -> bool {
    tree.at == at
        || tree.items().iter().any(|item| stands_in(item, at))
        || tree
            .entries()
            .iter()
            .any(|entry| stands_in(&entry.node, at))
}
