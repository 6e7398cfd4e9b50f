//! Files of a pack that are not text: logos, pictures, attachments.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Span;
use crate::source::Sources;

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
        let said_in = &sources.file(at.file).path;
        let said_in = said_in.strip_prefix(&self.shown).unwrap_or(said_in);
        let layer = match said_in.split('/').collect::<Vec<_>>().as_slice() {
            ["editions", id, ..] if said_in.matches('/').count() > 1 => format!("editions/{id}/"),
            _ => String::new(),
        };
        [
            format!("editions/{edition}/assets/{name}"),
            format!("editions/{edition}/{name}"),
            format!("{layer}{name}"),
            format!("{layer}assets/{name}"),
            format!("assets/{name}"),
        ]
        .iter()
        .find_map(|path| self.files.get(path))
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
