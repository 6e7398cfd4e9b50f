//! What would change with the base pack that is at hand, before it is taken.
//!
//! Comes in: a pack, read twice: with the base pack that was taken, and with the one that is at hand. Goes out: an [`Update`], which
//! says for every edition what would change in the words of [`compare`](crate::compare), and the files by which the new one is taken
//! ([`take`](take::take)).

mod take;
mod text;

pub use take::take;
pub use text::{json, text};

use std::collections::BTreeMap;

use serde::Serialize;

use crate::compare::{Report, Side};
use crate::diagnostic::Diagnostics;
use crate::edition::merged;
use crate::pack::{BasePack, Languages, Lock, Pack};

/// What would change.
#[derive(Debug, Clone, Serialize)]
pub struct Update {
    /// What the base pack is called.
    pub base: String,
    /// What was taken of it; nothing if it never was.
    pub taken: Option<Lock>,
    /// What is at hand.
    pub at_hand: Lock,
    /// What would change in each edition, in each of its languages. Nothing if there is nothing to compare with.
    pub editions: Option<Vec<EditionUpdate>>,
    /// Files of it that are no texts, such as pictures and parts of themes, and would change.
    pub files: Vec<FileUpdate>,
}

/// What would change in an edition.
#[derive(Debug, Clone, Serialize)]
pub struct EditionUpdate {
    /// Its id.
    pub edition: String,
    /// The language.
    pub language: String,
    /// What differs from what it is now.
    pub report: Report,
}

/// What would become of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileUpdate {
    /// Its path in the base pack.
    pub path: String,
    /// What would become of it.
    pub kind: FileChange,
}

/// What becomes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileChange {
    /// It is new.
    Added,
    /// It is gone.
    Dropped,
    /// It holds something else.
    Changed,
}

impl Update {
    /// Compares a pack as it is with what it would be. `before` is none if what was taken is no longer there. None if the
    /// pack builds on no other.
    pub fn of(before: Option<&Pack>, after: &Pack) -> Option<Self> {
        let base = after.base_pack.as_ref()?;
        let before = before.and_then(|before| Some((before, before.base_pack.as_ref()?)));
        // What was taken, and nothing else that happens to be there.
        let before = before.filter(|(_, known)| base.taken.as_ref() == Some(&known.lock));
        Some(Self {
            base: base.name.clone(),
            taken: base.taken.clone(),
            at_hand: base.lock.clone(),
            editions: before.map(|(before, _)| editions(before, after)),
            files: before.map_or_else(Vec::new, |(_, before)| files(before, base)),
        })
    }

    /// Whether what is at hand was taken already.
    pub fn is_taken(&self) -> bool {
        self.taken.as_ref() == Some(&self.at_hand)
    }

    /// How many editions change, and how.
    pub fn counts(&self) -> Counts {
        let mut by_edition: BTreeMap<&str, Depth> = BTreeMap::new();
        for one in self.editions.iter().flatten() {
            let depth = by_edition.entry(&one.edition).or_default();
            *depth = (*depth).max(one.depth());
        }
        let of = |depth| by_edition.values().filter(|one| **one == depth).count();
        Counts {
            changing: of(Depth::Words),
            in_control: of(Depth::Control),
            staying: of(Depth::Nothing),
        }
    }
}

/// How many editions change, each once in all its languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Those that say something else.
    pub changing: usize,
    /// Those of which only document control changes: a version, a date.
    pub in_control: usize,
    /// Those that stay as they are.
    pub staying: usize,
}

/// How deep an update goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Depth {
    #[default]
    Nothing,
    /// Every new version of a base pack is handed down to editions that have no version of their own.
    Control,
    Words,
}

impl EditionUpdate {
    fn depth(&self) -> Depth {
        let mut changes = self.report.groups.iter().flat_map(|group| &group.changes);
        let is_control = |key: &str| key.split('.').next() == Some("document");
        if self.report.groups.is_empty() {
            Depth::Nothing
        } else if changes.all(|change| is_control(&change.key)) {
            Depth::Control
        } else {
            Depth::Words
        }
    }
}

fn editions(before: &Pack, after: &Pack) -> Vec<EditionUpdate> {
    let languages = Languages::of(after);
    let mut all = Vec::new();
    for layer in &after.editions {
        for language in languages.spoken(&layer.id) {
            let language = &language.value;
            // What is wrong with either is said when it is read as a whole.
            let tree = |pack| merged(pack, &layer.id, Some(language), &mut Diagnostics::new());
            let Some((old, new)) = tree(before).zip(tree(after)) else {
                continue;
            };
            let name = |tree: &crate::source::Node| {
                let name = tree.get("name").and_then(|name| name.scalar());
                name.map_or_else(|| layer.id.clone(), ToString::to_string)
            };
            let side = |tree, how: &str| Side {
                id: format!("{} {how}", layer.id),
                name: name(tree),
            };
            all.push(EditionUpdate {
                edition: layer.id.clone(),
                language: language.clone(),
                report: Report::of(
                    (side(&old, "as it is"), &old),
                    (side(&new, "as it would be"), &new),
                ),
            });
        }
    }
    all
}

/// What would become of pictures and of files of themes.
fn files(before: &BasePack, after: &BasePack) -> Vec<FileUpdate> {
    let (old, new) = (before.files(), after.files());
    let mut all = Vec::new();
    for (path, bytes) in &old {
        match new.get(path) {
            None => all.push((path, FileChange::Dropped)),
            Some(other) if other != bytes => all.push((path, FileChange::Changed)),
            Some(_) => {}
        }
    }
    let added = new.keys().filter(|path| !old.contains_key(*path));
    all.extend(added.map(|path| (path, FileChange::Added)));
    all.sort_unstable_by_key(|(path, _)| *path);
    let named = |(path, kind): (&String, _)| FileUpdate {
        path: path.clone(),
        kind,
    };
    all.into_iter().map(named).collect()
}
