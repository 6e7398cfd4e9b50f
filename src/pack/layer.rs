//! A pack and its layers.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::{Assets, BasePack, Languages};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Severity, Span};
use crate::source::Node;

/// Everything that was read of a pack.
#[derive(Debug)]
pub struct Pack {
    /// What the pack itself says.
    pub base: Layer,
    /// What the packs say that it builds on, the lowest first. Their ids have a slash, as no edition's has: `national/pack`,
    /// `national/county`.
    pub below: Vec<Layer>,
    /// The pack that it builds on.
    pub base_pack: Option<BasePack>,
    /// What each edition adds, in the order of their ids.
    pub editions: Vec<Layer>,
    /// Logos, pictures and attachments.
    pub assets: Assets,
}

impl Pack {
    /// All layers: those below the pack, the lowest first, the pack's own and those of editions.
    pub fn layers(&self) -> impl Iterator<Item = &Layer> {
        self.below
            .iter()
            .chain(std::iter::once(&self.base))
            .chain(&self.editions)
    }

    /// What paths of its files begin with in messages.
    pub(crate) fn shown(&self) -> &str {
        self.assets.shown()
    }

    /// The layer of this id: an edition's, that of the pack by its own id, or one below it.
    pub fn layer(&self, id: &str) -> Option<&Layer> {
        self.layers().find(|layer| layer.id == id)
    }

    /// The layer that a layer lies on. `None` for the lowest, and for an edition that extends one that isn't there.
    pub fn beneath(&self, layer: &Layer) -> Option<&Layer> {
        if layer.id == PACK_ID {
            return self.below.last();
        }
        if let Some(at) = self.below.iter().position(|below| below.id == layer.id) {
            return at.checked_sub(1).map(|at| &self.below[at]);
        }
        match &layer.extends {
            None => Some(&self.base),
            Some(parent) => self.layer(&parent.value),
        }
    }

    /// Whether a problem is for others to mend: it is no error, and lies in a pack that this one builds on.
    pub(crate) fn leaves_to_others(&self, problem: &Diagnostic) -> bool {
        let is_theirs = self
            .base_pack
            .as_ref()
            .zip(problem.labels.first())
            .is_some_and(|(base, label)| base.holds(label.at));
        is_theirs && (problem.severity == Severity::Hint || problem.code == Code::NeedlessAllowance)
    }

    /// The layer of this id.
    ///
    /// # Errors
    /// Says that there is none, with the nearest that there is.
    pub(crate) fn needed_layer(&self, id: &str) -> Result<&Layer, Diagnostic> {
        let known = self.editions.iter().map(|layer| layer.id.as_str());
        self.layer(id).ok_or_else(|| no_such_edition(id, known))
    }

    /// Says that there is no edition of this id, with the nearest that there is; nothing if the pack has one that can't be used,
    /// or a folder for it whose files can't be read: then `problems` say why.
    pub(crate) fn lacks_edition(
        &self,
        id: &str,
        content: &Path,
        problems: &Diagnostics,
    ) -> Option<Diagnostic> {
        let known = self.editions.iter().map(|layer| layer.id.as_str());
        let is_there = || content.join("editions").join(id).is_dir();
        let is_said =
            problems.errors() > 0 && (known.clone().any(|other| other == id) || is_there());
        (!is_said).then(|| no_such_edition(id, known))
    }

    /// The edition that a file lies in the folder of, by the path that messages show.
    pub(crate) fn layer_of_file<'p>(&self, path: &'p str) -> Option<&'p str> {
        let within = path.strip_prefix(self.assets.shown())?;
        let within = within.strip_prefix('/').unwrap_or(within);
        let (id, _) = within.strip_prefix("editions/")?.split_once('/')?;
        Some(id)
    }

    /// The title that the pack itself gives, or takes over, before any edition changes it.
    pub fn title(&self) -> Option<String> {
        let languages = Languages::of(self);
        let written = languages.written(PACK_ID);
        let own = std::iter::once((&self.base, written));
        let below = self.below.iter().rev();
        let below = below.map(|layer| (layer, languages.written(&layer.id)));
        let title = own.chain(below).find_map(|(layer, written)| {
            let said = layer.said_in(written, written);
            said.iter().find_map(|tree| tree.get("title").cloned())
        })?;
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
fn no_such_edition<'a>(id: &str, known: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    Diagnostic::new(Code::UnknownEdition, format!("there is no edition `{id}`"))
        .suggest(id, known)
        .help("noticeboard list shows them all")
}

/// The id of the pack itself among the layers.
pub(crate) const PACK_ID: &str = "pack";

/// The id of the own layer of the pack that a layer belongs to.
pub(super) fn pack_of(layer: &str) -> String {
    match layer.split_once('/') {
        Some((pack, _)) => format!("{pack}/{PACK_ID}"),
        None => PACK_ID.to_owned(),
    }
}

/// Whether a layer is an edition of this pack, by its id: neither the pack itself, nor anything below it.
pub(crate) fn is_edition(layer: &str) -> bool {
    layer != PACK_ID && !layer.contains('/')
}
