//! Taking files as they were published, when the scenes they would be written from are the same.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::digest::of_scene;
use super::record::Kept;
use crate::edition::Edition;
use crate::print::scene::Scene;

/// The published files of an edition that need not be written anew.
#[derive(Clone, Copy)]
pub(super) struct Reuse<'a> {
    /// What earlier builds made; none if nothing is published.
    pub(super) kept: Option<&'a Kept<'a>>,
    /// What was written before and is still in memory, where a pack is looked at while it is written.
    pub(super) memory: Option<&'a Memory>,
    /// The digest of the theme.
    pub(super) theme: &'a str,
    pub(super) edition: &'a Edition,
}

impl Reuse<'_> {
    /// The digest of a scene, where it is of use.
    pub(super) fn digest(&self, scene: &Scene) -> Option<String> {
        let is_of_use = self.kept.is_some() || self.memory.is_some();
        is_of_use.then(|| of_scene(scene, self.theme, self.edition))
    }

    /// The bytes of the file at `path` in the edition, if it was written from a scene of this digest before.
    pub(super) fn bytes(&self, path: &str, digest: Option<&str>) -> Option<Vec<u8>> {
        let digest = digest?;
        if let Some(known) = self.memory.and_then(|memory| memory.get(path, digest)) {
            return Some(known);
        }
        let folder = &self.edition.folder;
        self.kept?
            .written_from(folder, &format!("{folder}/{path}"), digest)
    }

    /// Keeps in memory what was written from a scene of this digest, where that is wanted.
    pub(super) fn keep(&self, path: &str, digest: Option<&str>, bytes: &[u8]) {
        if let (Some(memory), Some(digest)) = (self.memory, digest) {
            memory.keep(path, digest, bytes);
        }
    }
}

/// Files that were written from scenes, by their paths and the digests of the scenes.
#[derive(Debug, Default)]
pub(super) struct Memory(Mutex<Remembered>);

#[derive(Debug, Default)]
struct Remembered {
    now: BTreeMap<(String, String), Vec<u8>>,
    /// What was of use before the files changed last. What is not asked for until they change again is forgotten.
    before: BTreeMap<(String, String), Vec<u8>>,
}

impl Memory {
    fn get(&self, path: &str, digest: &str) -> Option<Vec<u8>> {
        let key = (path.to_owned(), digest.to_owned());
        // A thread that panicked while it held it left it whole.
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = all.before.remove(&key) {
            all.now.insert(key.clone(), bytes);
        }
        all.now.get(&key).cloned()
    }

    fn keep(&self, path: &str, digest: &str, bytes: &[u8]) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.now
            .insert((path.to_owned(), digest.to_owned()), bytes.to_vec());
    }

    /// Says that the files changed.
    pub(super) fn turn(&self) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = std::mem::take(&mut all.now);
        all.before = now;
    }
}
