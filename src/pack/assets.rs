//! Files of a pack that are not text: logos, pictures, attachments.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Span;
use crate::source::Sources;

/// The folder that fonts lie in.
pub(super) const FONTS: &str = "fonts";

/// The files of a pack, and behind them those of the packs that it builds on.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    /// One for each pack, this one first. The nearest that has a file gives it.
    packs: Vec<Room>,
}

/// The files of one pack.
#[derive(Debug, Clone)]
struct Room {
    /// The files, by their path from the content folder.
    files: BTreeMap<String, Arc<[u8]>>,
    /// What paths in messages begin with: `content/`.
    shown: String,
}

impl Assets {
    pub(super) fn new(files: BTreeMap<String, Arc<[u8]>>, shown: String) -> Self {
        Self {
            packs: vec![Room { files, shown }],
        }
    }

    /// These files, and behind them those of what the pack builds on.
    pub(super) fn over(mut self, below: Self) -> Self {
        self.packs.extend(below.packs);
        self
    }

    /// The file that `name`, written at `at`, means: beside the file that says it, in the `assets/` folder there, in the
    /// edition's own, or in that of the pack. A pack's own stand before those of the pack that it builds on, whoever says the name.
    /// `None` if there is none.
    pub fn find(
        &self,
        name: &str,
        at: Span,
        edition: &str,
        sources: &Sources,
    ) -> Option<&Arc<[u8]>> {
        let own = [
            format!("editions/{edition}/assets/{name}"),
            format!("editions/{edition}/{name}"),
        ];
        self.first(&own, at, sources, |layer| {
            vec![
                format!("{layer}{name}"),
                format!("{layer}assets/{name}"),
                format!("assets/{name}"),
            ]
        })
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
        let own = [format!("editions/{edition}/{FONTS}/{name}")];
        self.first(&own, at, sources, |layer| {
            vec![format!("{layer}{FONTS}/{name}"), format!("{FONTS}/{name}")]
        })
    }

    /// The first file that is there: of an edition's `own` in its pack, and then pack by pack of those that `within` names for the
    /// folder of a layer.
    fn first(
        &self,
        own: &[String],
        at: Span,
        sources: &Sources,
        within: impl Fn(&str) -> Vec<String>,
    ) -> Option<&Arc<[u8]>> {
        let said_in = &sources.file(at.file).path;
        let home = self.home(said_in);
        let of_edition = self
            .packs
            .first()
            .and_then(|pack| own.iter().find_map(|path| pack.files.get(path)));
        of_edition.or_else(|| {
            self.packs.iter().enumerate().find_map(|(number, pack)| {
                let layer = if home == Some(number) {
                    pack.layer(said_in)
                } else {
                    String::new()
                };
                within(&layer).iter().find_map(|path| pack.files.get(path))
            })
        })
    }

    /// The pack that a text belongs to, by its number. One may lie in the folder of another, as an archive: the nearest counts.
    fn home(&self, said_in: &str) -> Option<usize> {
        let packs = self.packs.iter().enumerate();
        packs
            .filter(|(_, pack)| said_in.starts_with(&pack.shown))
            .max_by_key(|(_, pack)| pack.shown.len())
            .map(|(number, _)| number)
    }

    /// What paths in messages begin with.
    pub(super) fn shown(&self) -> &str {
        self.packs.first().map_or("", |pack| &pack.shown)
    }

    /// The names of all files, for suggestions.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.packs
            .iter()
            .flat_map(|pack| pack.files.keys())
            .map(|path| path.rsplit('/').next().unwrap_or(path))
    }

    /// The paths of the pack's own files from the content folder.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        let own = self.packs.first().into_iter();
        own.flat_map(|pack| pack.files.keys()).map(String::as_str)
    }
}

impl Room {
    /// The folder of the layer that a text belongs to, with a slash at its end; empty for the pack itself.
    fn layer(&self, said_in: &str) -> String {
        let said_in = said_in.strip_prefix(&self.shown).unwrap_or(said_in);
        match said_in.split('/').collect::<Vec<_>>().as_slice() {
            ["editions", id, ..] if said_in.matches('/').count() > 1 => format!("editions/{id}/"),
            _ => String::new(),
        }
    }
}
