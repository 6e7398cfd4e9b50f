//! Which base pack was taken: the file `pack.lock.yml` beside `pack.yml`.

use std::fmt::Write as _;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::found::Found;
use crate::source::{Node, written};

/// The file that says which base pack was taken.
pub(crate) const LOCK_FILE: &str = "pack.lock.yml";
/// The base pack as it was when it was taken, to be used until another is.
pub(crate) const COPY_FILE: &str = "pack.lock.zip";

/// What stands at the head of the file.
const HEAD: &str = "# The pack that this one builds on, as it was taken. `noticeboard update` says what would change with the one that is\n# at hand now, and `noticeboard update --take` takes it and writes this file.\n";

/// Which base pack was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lock {
    /// Its version, if it said any.
    pub version: Option<String>,
    /// The digest of all that it gives.
    pub digest: String,
}

impl Lock {
    /// What a base pack would be locked by. With `with_editions`, its editions count, too.
    pub(super) fn of(found: &Found, with_editions: bool) -> Self {
        let mut digest = Sha256::new();
        let gives = |path: &str| {
            let within = path.strip_prefix("content/");
            let of_editions = within.is_some_and(|path| path.starts_with("editions"));
            // What somebody there has looked at gives nothing; the copy is told apart by the lock beside it.
            let is_own = within.is_some_and(|path| {
                path == COPY_FILE || path == "accepted.yml" || path.ends_with("/accepted.yml")
            });
            !is_own && (with_editions || !of_editions)
        };
        for (path, bytes) in found.files().filter(|(path, _)| gives(path)) {
            let bytes = with_one_kind_of_line_end(bytes);
            for part in [path.as_bytes(), &bytes] {
                digest.update((part.len() as u64).to_le_bytes());
                digest.update(part);
            }
        }
        let mut letters = String::new();
        for byte in digest.finalize() {
            // Writing to a text can't fail.
            let _ = write!(letters, "{byte:02x}");
        }
        Self {
            version: found.version(),
            digest: letters,
        }
    }

    /// Reads the file. `None` if it doesn't say what was taken.
    pub(super) fn read(node: &Node) -> Option<Self> {
        let word = |key: &str| Some(node.get(key)?.scalar()?.to_string());
        Some(Self {
            version: word("version"),
            digest: word("digest")?,
        })
    }

    /// The file.
    pub(crate) fn written(&self) -> String {
        let version = self.version.as_deref().map_or_else(String::new, |version| {
            format!("version: {}\n", written::quoted(version))
        });
        format!("{HEAD}{version}digest: \"{}\"\n", self.digest)
    }

    /// Its version, as it stands in a sentence.
    pub(crate) fn named(&self) -> String {
        self.version.as_ref().map_or_else(
            || "one without a version".to_owned(),
            |version| format!("version {version}"),
        )
    }
}

/// Texts with `\n` at the ends of their lines: some copies of a repository have others, and say the same.
fn with_one_kind_of_line_end(bytes: &[u8]) -> std::borrow::Cow<'_, [u8]> {
    match std::str::from_utf8(bytes) {
        Ok(text) if text.contains("\r\n") && !text.contains('\0') => {
            text.replace("\r\n", "\n").into_bytes().into()
        }
        _ => bytes.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn of(files: &[(&str, &str)], with_editions: bool) -> String {
        let files: BTreeMap<String, Vec<u8>> = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
            .collect();
        let found = Found::among(files, "").expect("a pack");
        Lock::of(&found, with_editions).digest
    }

    #[test]
    fn a_digest_tells_what_a_pack_gives() {
        let pack = ("pack.yml", "title: Safe\nlevels: []\n");
        let digest = of(&[pack], false);
        assert_eq!(digest.len(), 64);
        assert_eq!(
            of(&[("pack.yml", "title: Safe\r\nlevels: []\r\n")], false),
            digest
        );
        assert_ne!(
            of(&[("pack.yml", "title: Safer\nlevels: []\n")], false),
            digest
        );
        for other in [
            ("channels/email.md", ""),
            ("themes/own/theme.yml", ""),
            (LOCK_FILE, ""),
        ] {
            assert_ne!(of(&[pack, other], false), digest, "{other:?}");
        }
        for own in [("accepted.yml", ""), (COPY_FILE, "")] {
            assert_eq!(of(&[pack, own], false), digest, "{own:?}");
        }
        let edition = ("editions/ash/edition.yml", "name: Ash");
        assert_eq!(of(&[pack, edition], false), digest);
        assert_ne!(of(&[pack, edition], true), digest);
    }
}
