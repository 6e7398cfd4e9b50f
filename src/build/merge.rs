//! Putting shards together into one output.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::publish::{self, Publisher};
use super::shard::ShardNote;
use super::{Artifact, Published};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::folder::display;

/// Publishes the outputs of all shards of one build as one, the same as the build would have published without shards. `None` if that can't
/// be done, which is said in `problems`; nothing is changed then.
pub fn merge(shards: &[PathBuf], output: &Path, problems: &mut Diagnostics) -> Option<Published> {
    fit_together(shards, problems)?;
    let publisher = Publisher::open(output, problems)?;
    let mut from: BTreeMap<String, &Path> = BTreeMap::new();
    for shard in shards {
        let files = publish::files_of(shard)
            .map_err(|error| problems.push(unreadable(shard, &error)))
            .ok()?;
        for path in files {
            let file = shard.join(&path);
            let bytes = fs::read(&file)
                .map_err(|error| problems.push(unreadable(&file, &error)))
                .ok()?;
            // The page over all editions is in every shard.
            if let Some(first) = from.insert(path.clone(), shard) {
                if fs::read(first.join(&path)).ok().as_ref() != Some(&bytes) {
                    problems.push(
                        Diagnostic::new(
                            Code::Shard,
                            format!(
                                "{path} is not the same in {} and {}",
                                display(first),
                                display(shard)
                            ),
                        )
                        .help("build the shards again, all from the same content"),
                    );
                    return None;
                }
                continue;
            }
            publisher.add(&[Artifact::new(path, bytes)], problems);
        }
    }
    (problems.errors() == 0)
        .then(|| publisher.publish(|_| true, problems))
        .flatten()
}

/// Whether these are all the shards of one build.
fn fit_together(shards: &[PathBuf], problems: &mut Diagnostics) -> Option<()> {
    let mut notes = Vec::with_capacity(shards.len());
    for folder in shards {
        match ShardNote::read(&publish::shard_note(folder)) {
            Some(note) => notes.push((folder, note)),
            None => problems.push(
                Diagnostic::new(
                    Code::Shard,
                    format!("{} is not the output of a shard", display(folder)),
                )
                .help("name folders that were built with --shard"),
            ),
        }
    }
    let (first, note) = notes.first()?;
    for (folder, other) in &notes {
        if other.build != note.build || other.shard.of() != note.shard.of() {
            problems.push(
                Diagnostic::new(
                    Code::Shard,
                    format!(
                        "{} and {} are shards of different builds",
                        display(first),
                        display(folder)
                    ),
                )
                .help("build all shards from the same content, with the same options"),
            );
        }
    }
    let there: BTreeSet<usize> = notes.iter().map(|(_, note)| note.shard.part()).collect();
    let missing: Vec<String> = (1..=note.shard.of())
        .filter(|part| !there.contains(part))
        .map(|part| format!("{part}/{}", note.shard.of()))
        .collect();
    if !missing.is_empty() && problems.errors() == 0 {
        problems.push(
            Diagnostic::new(
                Code::Shard,
                format!("not all shards are there: {} missing", missing.join(", ")),
            )
            .help("build it with --shard, and name its folder, too"),
        );
    }
    (problems.errors() == 0).then_some(())
}

fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    Diagnostic::new(
        Code::Shard,
        format!("{} can't be read: {error}", display(path)),
    )
    .help("build the shard again")
}
