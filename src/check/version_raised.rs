//! That a document has a new version, once its words have changed since the last tag of its git repository.
//!
//! Who cites version 3.1 must find the words of version 3.1. Without git, without a tag, or without a version, nothing is said.

use std::path::Path;
use std::process::Command;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::pack::Layer;
use crate::source::folder::has_ending;
use crate::source::{Node, Sources, yaml};

/// Checks the version that the pack itself has. `content` is its folder.
pub(super) fn check(content: &Path, pack: &Layer, problems: &mut Diagnostics) {
    let version = |tree: &Node| tree.find("document.version").cloned();
    let Some(now) = pack.trees.iter().rev().find_map(|tree| version(tree)) else {
        return;
    };
    let Some(changes) = Changes::since_last_tag(content) else {
        return;
    };
    let mut sources = Sources::new();
    let file = sources.add("pack.yml", changes.settings.as_str());
    // What is wrong with a file of the past concerns nobody now.
    let before = yaml::parse(&changes.settings, file, 0, &mut Diagnostics::new());
    let before = before.and_then(|tree| version(&tree));
    let is_same = before.is_some_and(|before| before.scalar() == now.scalar());
    if is_same && let (Some(first), Some(version)) = (changes.files.first(), now.scalar()) {
        let others = match changes.files.len() - 1 {
            0 => " has".to_owned(),
            1 => " and one other file have".to_owned(),
            many => format!(" and {many} other files have"),
        };
        problems.push(
            Diagnostic::new(
                Code::VersionNotRaised,
                format!("{first}{others} changed since the tag `{}`, and this is still version {version}", changes.tag),
            )
            .at(now.at, "")
            .help("give the document a new version, and say what changed in `amendments`"),
        );
    }
}

/// What changed since the last tag.
struct Changes {
    tag: String,
    /// The texts of the pack itself, by their paths within it.
    files: Vec<String>,
    /// `pack.yml` as it was then.
    settings: String,
}

impl Changes {
    fn since_last_tag(content: &Path) -> Option<Self> {
        let git = |arguments: &[&str]| {
            let done = Command::new("git")
                .arg("-C")
                .arg(content)
                .args(arguments)
                .output()
                .ok()?;
            done.status
                .success()
                .then(|| String::from_utf8_lossy(&done.stdout).into_owned())
        };
        let tag = git(&["describe", "--tags", "--abbrev=0"])?
            .trim()
            .to_owned();
        let changed = git(&[
            "diff",
            "--name-only",
            "--relative",
            "--ignore-all-space",
            &tag,
            "--",
            ".",
        ])?;
        let settings = git(&["show", &format!("{tag}:./pack.yml")])?;
        let is_text = |path: &&str| {
            // An edition's words are its own matter, and notes on what was accepted are no words.
            !path.starts_with("editions")
                && !path.ends_with("accepted.yml")
                && (has_ending(path, "md") || has_ending(path, "yml"))
        };
        let files: Vec<String> = changed
            .lines()
            .filter(is_text)
            .map(ToOwned::to_owned)
            .collect();
        Some(Self {
            tag,
            files,
            settings,
        })
    }
}
