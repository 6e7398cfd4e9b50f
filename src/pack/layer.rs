//! A pack and its layers.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Assets, Languages};
use crate::diagnostic::{Located, Span};
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

/// The id of the pack itself among the layers.
pub(crate) const PACK_ID: &str = "pack";
