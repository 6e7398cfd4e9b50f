//! That a document – a pack, or an edition with a version of its own – has a new version, once its words have changed since the last tag of its git repository.
//!
//! Who cites version 3.1 must find the words of version 3.1. Without git, without a tag, or without a version, nothing is said.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::pack::{Layer, Pack};
use crate::source::folder::has_ending;
use crate::source::{Node, Sources, yaml};

/// The files of the pack itself, and the one that says its version.
const OF_PACK: (&str, &str) = ("", "pack.yml");
/// The folder of editions.
const EDITIONS: &str = "editions/";

/// Checks the version that the pack has, and those that editions say of themselves. `content` is the folder of the pack.
pub(super) fn check(content: &Path, pack: &Pack, problems: &mut Diagnostics) {
    let version = |layer: &Layer| {
        let mut trees = layer.trees.iter().rev();
        trees.find_map(|tree| tree.find("document.version").cloned())
    };
    let layers: Vec<(&Layer, Arc<Node>)> = std::iter::once(&pack.base)
        .chain(&pack.editions)
        .filter_map(|layer| Some((layer, version(layer)?)))
        .collect();
    if layers.is_empty() {
        return;
    }
    let Some(changes) = Changes::since_last_tag(content) else {
        return;
    };
    for (layer, now) in layers {
        let is_pack = layer.id == pack.base.id;
        let own = format!("{EDITIONS}{}/", layer.id);
        let settings = format!("{own}edition.yml");
        let (folder, settings) = if is_pack {
            OF_PACK
        } else {
            (&*own, &*settings)
        };
        if let Some(problem) = changes.unsaid(&now, folder, settings) {
            problems.push(if is_pack {
                problem
            } else {
                problem.in_edition(&layer.id)
            });
        }
    }
}

/// What changed since the last tag.
struct Changes<'a> {
    content: &'a Path,
    tag: String,
    /// The texts, by their paths within the pack.
    files: Vec<String>,
}

impl<'a> Changes<'a> {
    fn since_last_tag(content: &'a Path) -> Option<Self> {
        let tag = git(content, &["describe", "--tags", "--abbrev=0"])?;
        let tag = tag.trim().to_owned();
        let changed = git(
            content,
            &[
                "diff",
                "--name-only",
                "--relative",
                "--ignore-all-space",
                &tag,
                "--",
                ".",
            ],
        )?;
        let is_text = |path: &&str| {
            // Notes on what was accepted are no words.
            !path.ends_with("accepted.yml") && (has_ending(path, "md") || has_ending(path, "yml"))
        };
        let files = changed.lines().filter(is_text).map(ToOwned::to_owned);
        Some(Self {
            content,
            files: files.collect(),
            tag,
        })
    }

    /// That files of a folder changed, and the version that `settings` says there is still the same.
    fn unsaid(&self, now: &Node, folder: &str, settings: &str) -> Option<Diagnostic> {
        // An edition's words are its own matter, and not the pack's.
        let is_own = |path: &&String| {
            path.strip_prefix(folder)
                .is_some_and(|rest| !rest.starts_with(EDITIONS))
        };
        let changed: Vec<&String> = self.files.iter().filter(is_own).collect();
        let first = changed.first()?;
        let settings = git(
            self.content,
            &["show", &format!("{}:./{settings}", self.tag)],
        )?;
        let file = Sources::new().add("settings.yml", settings.as_str());
        // What is wrong with a file of the past concerns nobody now.
        let before = yaml::parse(&settings, file, 0, &mut Diagnostics::new())?;
        let before = before.find("document.version")?.scalar()?.clone();
        let version = now.scalar().filter(|version| **version == before)?;
        let others = match changed.len() - 1 {
            0 => " has".to_owned(),
            1 => " and one other file have".to_owned(),
            many => format!(" and {many} other files have"),
        };
        let tag = &self.tag;
        Some(
            Diagnostic::new(
                Code::VersionNotRaised,
                format!("{first}{others} changed since the tag `{tag}`, and this is still version {version}"),
            )
            .at(now.at, "")
            .help("give the document a new version, and say what changed in `amendments`"),
        )
    }
}

/// What git answers in a folder; `None` if it can't.
fn git(folder: &Path, arguments: &[&str]) -> Option<String> {
    let done = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .output()
        .ok()?;
    done.status
        .success()
        .then(|| String::from_utf8_lossy(&done.stdout).into_owned())
}
