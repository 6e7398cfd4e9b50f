//! Taking files as they were published, when the scenes they would be written from are the same.

use super::digest::of_scene;
use super::record::Kept;
use crate::edition::Edition;
use crate::print::scene::Scene;

/// The published files of an edition that need not be written anew.
#[derive(Clone, Copy)]
pub(super) struct Reuse<'a> {
    /// What earlier builds made; none if nothing is published.
    pub(super) kept: Option<&'a Kept<'a>>,
    /// The digest of the theme.
    pub(super) theme: &'a str,
    pub(super) edition: &'a Edition,
}

impl Reuse<'_> {
    /// The digest of a scene, where it is of use.
    pub(super) fn digest(&self, scene: &Scene) -> Option<String> {
        self.kept.map(|_| of_scene(scene, self.theme, self.edition))
    }

    /// The bytes of the published file at `path` in the edition, if it was written from a scene of this digest.
    pub(super) fn bytes(&self, path: &str, digest: Option<&str>) -> Option<Vec<u8>> {
        let folder = &self.edition.folder;
        self.kept?
            .written_from(folder, &format!("{folder}/{path}"), digest?)
    }
}
