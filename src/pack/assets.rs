//! Files of a pack that are not text: logos, pictures, attachments.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Span;
use crate::source::Sources;

/// The folder that fonts lie in.
pub(super) const FONTS: &str = "fonts";

/// The files, by their path from the content folder.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    files: BTreeMap<String, Arc<[u8]>>,
    /// What paths in messages begin with: `content/`.
    shown: String,
}

impl Assets {
    pub(super) fn new(files: BTreeMap<String, Arc<[u8]>>, shown: String) -> Self {
        Self { files, shown }
    }

    /// The file that `name`, written at `at`, means: beside the file that says it, in the `assets/` folder there, in the
    /// edition's own, or in that of the pack. `None` if there is none.
    pub fn find(
        &self,
        name: &str,
        at: Span,
        edition: &str,
        sources: &Sources,
    ) -> Option<&Arc<[u8]>> {
        let layer = self.layer(at, sources);
        self.first(&[
            format!("editions/{edition}/assets/{name}"),
            format!("editions/{edition}/{name}"),
            format!("{layer}{name}"),
            format!("{layer}assets/{name}"),
            format!("assets/{name}"),
        ])
    }

    /// The font that `name`, written at `at`, means: in the folder `fonts/` of the edition, beside the file that says it, or
    /// beside `pack.yml`. `None` if there is none.
    pub fn find_font(
        &self,
        name: &str,
        at: Span,
        edition: &str,
        sources: &Sources,
    ) -> Option<&Arc<[u8]>> {
        let name = name
            .strip_prefix(FONTS)
            .and_then(|name| name.strip_prefix('/'))
            .unwrap_or(name);
        let layer = self.layer(at, sources);
        self.first(&[
            format!("editions/{edition}/{FONTS}/{name}"),
            format!("{layer}{FONTS}/{name}"),
            format!("{FONTS}/{name}"),
        ])
    }

    /// The folder of the layer that a place belongs to, with a slash at its end; empty for the pack itself.
    fn layer(&self, at: Span, sources: &Sources) -> String {
        let said_in = &sources.file(at.file).path;
        let said_in = said_in.strip_prefix(&self.shown).unwrap_or(said_in);
        match said_in.split('/').collect::<Vec<_>>().as_slice() {
            ["editions", id, ..] if said_in.matches('/').count() > 1 => format!("editions/{id}/"),
            _ => String::new(),
        }
    }

    fn first(&self, paths: &[String]) -> Option<&Arc<[u8]>> {
        paths.iter().find_map(|path| self.files.get(path))
    }

    /// What paths in messages begin with.
    pub(super) fn shown(&self) -> &str {
        &self.shown
    }

    /// The names of all files, for suggestions.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files
            .keys()
            .map(|path| path.rsplit('/').next().unwrap_or(path))
    }

    /// The paths of all files from the content folder.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }
}
