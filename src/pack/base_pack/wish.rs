//! What a pack says of the one that it builds on, and whether a version is one that it asks for.

use semver::{Version, VersionReq};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Span};
use crate::pack::conform::is_slug;
use crate::source::Node;

/// `extends` of `pack.yml`.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    /// Where the base pack is, from the folder of the file that says it.
    pub pack: Located<String>,
    /// The versions that it may have.
    pub version: Option<(Located<String>, VersionReq)>,
    /// The revision of the git repository that it is in.
    pub revision: Option<Located<String>>,
    /// The edition of it that is built on; the base pack itself, if none.
    pub edition: Option<Located<String>>,
}

impl Wish {
    /// Reads it. `None` if it names no pack, or something that can't be meant; that is then said.
    pub(super) fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        if node.is_faulty() {
            return None;
        }
        if let Some(place) = node.scalar() {
            return (!place.is_empty()).then(|| Self {
                pack: Located::new(place.to_string(), node.at),
                version: None,
                revision: None,
                edition: None,
            });
        }
        let word = |key: &str| {
            let node = node.get(key)?;
            let text = node.scalar().filter(|text| !text.is_empty())?;
            Some(Located::new(text.to_string(), node.at))
        };
        let Some(pack) = word("pack") else {
            if node.get("pack").is_none_or(|pack| !pack.is_faulty()) {
                problems.push(
                    Diagnostic::new(Code::MissingKey, "`extends` doesn't say which pack")
                        .at(node.at, "")
                        .help("say where it is: extends: { pack: ../national, version: \"^3\" }"),
                );
            }
            return None;
        };
        let version = word("version").map(|text| {
            let asked = VersionReq::parse(&text.value).ok();
            (text, asked)
        });
        let version = match version {
            None => None,
            Some((text, Some(asked))) => Some((text, asked)),
            Some((text, None)) => {
                problems.push(
                    Diagnostic::new(
                        Code::WrongForm,
                        format!("`{}` doesn't say which versions are meant", text.value),
                    )
                    .at(text.at, "")
                    .help(
                        "write \"^3\" for any 3.x, \"~3.1\" for any 3.1.x, \"=3.1\" for no other",
                    ),
                );
                return None;
            }
        };
        let edition = word("edition");
        if let Some(edition) = edition.as_ref().filter(|edition| !is_slug(&edition.value)) {
            problems.push(
                Diagnostic::new(
                    Code::NotASlug,
                    format!("`{}` can't be the id of an edition", edition.value),
                )
                .at(edition.at, ""),
            );
            return None;
        }
        Some(Self {
            pack,
            version,
            revision: word("revision"),
            edition,
        })
    }

    /// Says if a version is none that is asked for. `name` is that of the base pack.
    pub(super) fn misfit(&self, version: Option<&str>, name: &str) -> Option<Diagnostic> {
        let (text, asked) = self.version.as_ref()?;
        let misfit = |message: String, at: Span| {
            Diagnostic::new(Code::BaseVersion, message).at(at, "asked for here")
        };
        match version.map(|version| (version, comparable(version))) {
            None => Some(
                misfit(format!("the pack `{name}` says no version"), text.at)
                    .help("take `version` out, or ask those who keep it for `document.version`"),
            ),
            Some((version, None)) => Some(
                misfit(
                    format!("`{version}`, the version of the pack `{name}`, can't be compared"),
                    text.at,
                )
                .help("a version that can has numbers with dots between: 3.1")
                .help("without `version`, any is taken"),
            ),
            Some((version, Some(comparable))) => (!asked.matches(&comparable)).then(|| {
                misfit(
                    format!(
                        "the pack `{name}` has version {version}, and this takes `{}`",
                        text.value
                    ),
                    text.at,
                )
                .help("change `version` if this one will do, and look at what it changes: noticeboard update")
            }),
        }
    }
}

/// A version as documents have it, for comparing: `3` is 3.0.0, `v2026.09` is 2026.9.0.
fn comparable(version: &str) -> Option<Version> {
    let version = version.trim();
    let version = version.strip_prefix(['v', 'V']).unwrap_or(version);
    let (numbers, early) = version
        .split_once('-')
        .map_or((version, None), |(numbers, early)| (numbers, Some(early)));
    let mut parts = [0; 3];
    let given: Vec<&str> = numbers.split('.').collect();
    if given.len() > parts.len() {
        return None;
    }
    for (part, given) in parts.iter_mut().zip(given) {
        *part = given.parse().ok()?;
    }
    let [major, minor, patch] = parts;
    let mut version = Version::new(major, minor, patch);
    if let Some(early) = early {
        version.pre = early.parse().ok()?;
    }
    Some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_documents_can_be_compared() {
        for (version, expected) in [
            ("3", Some("3.0.0")),
            ("3.1", Some("3.1.0")),
            ("v3.1.4", Some("3.1.4")),
            ("2026.09", Some("2026.9.0")),
            ("3.2-draft", Some("3.2.0-draft")),
            ("Spring 2026", None),
            ("1.2.3.4", None),
            ("", None),
        ] {
            assert_eq!(
                comparable(version)
                    .map(|version| version.to_string())
                    .as_deref(),
                expected,
                "{version}"
            );
        }
    }
}
