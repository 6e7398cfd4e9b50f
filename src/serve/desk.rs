//! What is shown at the moment: the pack as it was read last, and what could be made before.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::watch;

use crate::build::{MadeEdition, Request, Workshop};

/// What is shown at the moment. It is shared by all requests.
pub(super) struct Desk {
    workshop: RwLock<Arc<Workshop>>,
    /// Editions as they could be made last, by folder: shown when they can't be made any more.
    last: RwLock<BTreeMap<String, Arc<MadeEdition>>>,
    /// Posters that somebody has looked at, by their paths, as they could be made last.
    last_posters: RwLock<BTreeMap<String, Vec<u8>>>,
    /// How often the files changed.
    changes: watch::Sender<u64>,
}

impl Desk {
    pub(super) fn open(request: Request) -> Self {
        Self {
            workshop: RwLock::new(Arc::new(Workshop::open(request, None))),
            last: RwLock::default(),
            last_posters: RwLock::default(),
            changes: watch::Sender::new(0),
        }
    }

    pub(super) fn workshop(&self) -> Arc<Workshop> {
        // A thread that panicked while it held it left it whole.
        let workshop = self.workshop.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&workshop)
    }

    /// Reads the pack again, because its files changed.
    pub(super) fn read_again(&self, request: Request) {
        let workshop = Workshop::open(request, Some(&self.workshop()));
        *self
            .workshop
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Arc::new(workshop);
        self.changes.send_modify(|changes| *changes += 1);
    }

    /// The files and folders that count: a change in them changes what is shown.
    pub(super) fn places(&self) -> Vec<PathBuf> {
        let workshop = self.workshop();
        let own = [workshop.content(), workshop.themes()];
        let own = own.into_iter().map(Path::to_path_buf);
        own.chain(workshop.outside().iter().cloned()).collect()
    }

    /// To be told of changes.
    pub(super) fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    /// The edition that a path belongs to, with its folder: as it is now, or as it could be made last.
    pub(super) fn edition(&self, path: &str) -> Option<(String, Arc<MadeEdition>)> {
        let workshop = self.workshop();
        if let Some(folder) = workshop.folder_of(path)
            && let Some(made) = workshop.edition(folder)
        {
            let mut last = self.last.write().unwrap_or_else(PoisonError::into_inner);
            last.insert(folder.to_owned(), Arc::clone(&made));
            return Some((folder.to_owned(), made));
        }
        let last = self.last.read().unwrap_or_else(PoisonError::into_inner);
        last.iter()
            .filter(|(folder, _)| {
                path.strip_prefix(folder.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
            .max_by_key(|(folder, _)| folder.len())
            .map(|(folder, made)| (folder.clone(), Arc::clone(made)))
    }

    /// A poster of an edition, or several as one file: as it is now, or as it could be made last.
    pub(super) fn poster(&self, folder: &str, within: &str) -> Option<Vec<u8>> {
        let path = format!("{folder}/{within}");
        let Some(made) = self.workshop().poster(folder, within) else {
            let last = self.last_posters.read();
            return last
                .unwrap_or_else(PoisonError::into_inner)
                .get(&path)
                .cloned();
        };
        let mut last = self
            .last_posters
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        last.insert(path, made.clone());
        Some(made)
    }
}
