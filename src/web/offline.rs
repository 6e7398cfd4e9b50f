//! Pages without a connection: the script by which a browser keeps them.
//!
//! Comes in: the files of a site. Goes out: `offline.js`, a list of those to keep, with their digest, and the theme's script that
//! keeps them. Another digest is another script, so that a new build takes the place of the old one on every device.
//!
//! An edition has to ask for it. On a device that others use, too, kept pages are a record that someone looked for help. All pages
//! are kept at once, so that what is kept doesn't tell which of them were read. An edition that doesn't want it (any more) has the
//! script as well, without files: there it takes itself and all that it kept away.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::address::Address;
use super::assets::joined;
use super::site::Site;
use crate::build::Artifact;
use crate::source::folder::has_ending;

/// The script that keeps these files, as far as a page needs them.
pub(super) fn worker(site: &Site<'_>, files: &[Artifact]) -> Artifact {
    let mut digest = Sha256::new();
    let mut paths = Vec::new();
    let kept = files
        .iter()
        .filter(|file| site.edition.offline && is_kept(&file.path));
    for file in kept {
        digest.update(file.path.as_bytes());
        digest.update([0]);
        digest.update((file.bytes.len() as u64).to_be_bytes());
        digest.update(&file.bytes);
        paths.push(Address::encoded_path(&file.path));
    }
    let mut version = String::new();
    for byte in digest.finalize().iter().take(10) {
        // Writing to a string cannot fail.
        let _ = write!(version, "{byte:02x}");
    }
    // Addresses are ASCII without quotation marks, so the list is a list of JavaScript, too.
    let list: Vec<String> = paths.iter().map(|path| format!("\"{path}\"")).collect();
    let list = list.join(",\n");
    let script = joined(site.theme, "scripts/offline", ".js");
    Artifact::new(
        Address::Worker.path(),
        format!(
            "self.noticeboardKept = {{ version: \"{version}\", files: [\n{list}\n] }};\n{script}"
        ),
    )
}

/// Whether a page needs the file: what is downloaded, and what only machines read, isn't kept.
fn is_kept(path: &str) -> bool {
    let is_page = has_ending(path, "html") && path != Address::NotFound.path();
    is_page || path.starts_with("assets/")
}
