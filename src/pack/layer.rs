//! A pack and its layers.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Assets, Languages};
use crate::diagnostic::{Code, Diagnostic, Located, Span};
use crate::source::Node;

/// Everything that was read of a pack.
#[derive(Debug)]
pub struct Pack {
    /// What the pack itself says.
    pub base: Layer,
    /// What each edition adds, in the order of their ids.
    pub editions: Vec<Layer>,
    /// Logos, pictures and attachments.
    pub assets: Assets,
}

impl Pack {
    /// The layer of this id: an edition's, or that of the pack by its own id.
    pub fn layer(&self, id: &str) -> Option<&Layer> {
        std::iter::once(&self.base)
            .chain(&self.editions)
            .find(|layer| layer.id == id)
    }

    /// The layer of this id.
    ///
    /// # Errors
    /// Says that there is none, with the nearest that there is.
    pub(crate) fn needed_layer(&self, id: &str) -> Result<&Layer, Diagnostic> {
        let known = self.editions.iter().map(|layer| layer.id.as_str());
        self.layer(id).ok_or_else(|| no_such_edition(id, known))
    }

    /// The edition that a file lies in the folder of, by the path that messages show.
    pub(crate) fn layer_of_file<'p>(&self, path: &'p str) -> Option<&'p str> {
        let within = path.strip_prefix(self.assets.shown())?;
        let within = within.strip_prefix('/').unwrap_or(within);
        let (id, _) = within.strip_prefix("editions/")?.split_once('/')?;
        Some(id)
    }

    /// The title that the pack itself gives, before any edition changes it.
    pub fn title(&self) -> Option<String> {
        let languages = Languages::of(self);
        let written = languages.written(PACK_ID);
        let title = self
            .base
            .said_in(written, written)
            .iter()
            .find_map(|tree| tree.get("title").cloned())?;
        title.scalar().map(ToString::to_string)
    }
}

/// What one layer says: the pack, or one edition beyond what it extends.
#[derive(Debug, Clone)]
pub struct Layer {
    /// The edition's id; `pack` for the pack itself.
    pub id: String,
    /// Where it is declared.
    pub at: Span,
    /// The edition it extends; none means the pack.
    pub extends: Option<Located<String>>,
    /// What it says, each in the shape of [`shape::LAYER`](super::shape::LAYER): a row of a table first, then the folder that
    /// refines it.
    pub trees: Vec<Arc<Node>>,
    /// What of it was looked at, as its file `accepted.yml` has it; none if it keeps no such file.
    pub accepted: Option<Arc<Node>>,
    /// What its files and columns that name a language say, by language, in the same shape and order.
    pub translations: BTreeMap<String, Vec<Arc<Node>>>,
}

/// Says that there is no edition of this id, with the nearest that there is.
pub(crate) fn no_such_edition<'a>(
    id: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    Diagnostic::new(Code::UnknownEdition, format!("there is no edition `{id}`"))
        .suggest(id, known)
        .help("noticeboard list shows them all")
}

/// The id of the pack itself among the layers.
pub(crate) const PACK_ID: &str = "pack";
