//! Which layer a place belongs to.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{FileId, Span};
use crate::pack::{Layer, Pack};
use crate::source::{Node, Sources};

/// The layer of each place of a pack. A file belongs to one layer, but for a table, each row of which is one.
#[derive(Debug)]
pub struct Places<'p> {
    layers: BTreeMap<FileId, BTreeSet<(usize, &'p str)>>,
    sources: &'p Sources,
}

impl<'p> Places<'p> {
    /// The places of a pack.
    pub fn of(pack: &'p Pack, sources: &'p Sources) -> Self {
        let mut places = Self {
            layers: BTreeMap::new(),
            sources,
        };
        for layer in pack.layers() {
            let translations = layer.translations.values().flatten();
            for tree in layer.trees.iter().chain(translations) {
                places.note(tree, layer);
            }
        }
        places
    }

    fn note(&mut self, node: &Node, layer: &'p Layer) {
        let line = self.line(node.at);
        self.layers
            .entry(node.at.file)
            .or_default()
            .insert((line, &layer.id));
        for item in node.items() {
            self.note(item, layer);
        }
        for entry in node.entries() {
            self.note(&entry.node, layer);
        }
    }

    fn line(&self, at: Span) -> usize {
        self.sources.file(at.file).line_column(at.start as usize).0
    }

    /// The id of the layer that a place belongs to.
    pub fn layer(&self, at: Span) -> Option<&'p str> {
        let layers = self.layers.get(&at.file)?;
        let (_, first) = layers.first()?;
        if layers.iter().all(|(_, layer)| layer == first) {
            return Some(first);
        }
        let line = self.line(at);
        layers
            .iter()
            .find(|(row, _)| *row == line)
            .map(|(_, layer)| *layer)
    }
}
