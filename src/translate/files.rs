//! Which texts come back into which files.

use std::collections::{BTreeMap, BTreeSet};

use super::twin::{Change, Twin};
use super::{Returned, Unit, units};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::pack::{Layer, Pack, shape};
use crate::source::Sources;

/// What was taken of what came back.
#[derive(Debug, Default)]
pub struct Taken {
    /// The files that are to be written, by their paths, with their texts.
    pub files: BTreeMap<String, String>,
    /// How many texts are new or changed.
    pub changed: usize,
    /// How many are as they were.
    pub same: usize,
    /// How many have no translation yet.
    pub empty: usize,
}

/// Takes what came back: what matches goes into the files beside what it translates; what doesn't is said.
///
/// # Errors
/// If there is no such edition.
pub fn take(
    pack: &Pack,
    sources: &Sources,
    edition: &str,
    language: &str,
    returned: &[Returned],
    problems: &mut Diagnostics,
) -> Result<Taken, Diagnostic> {
    let units = units(pack, edition, language)?;
    let by_id: BTreeMap<String, &Unit> = units.iter().map(|unit| (unit.id(), unit)).collect();
    let mut taken = Taken::default();
    let mut changes: BTreeMap<(&str, String), Vec<Change>> = BTreeMap::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for text in returned {
        let Some(unit) = by_id.get(&text.id.value) else {
            problems.push(unknown(text, &by_id));
            continue;
        };
        if !seen.insert(&text.id.value) {
            problems.push(
                Diagnostic::new(
                    Code::DuplicateId,
                    format!("`{}` comes back twice", text.id.value),
                )
                .at(text.at(), "again here"),
            );
        } else if text.source != unit.source {
            problems.push(
                Diagnostic::new(
                    Code::OriginalChanged,
                    format!("the original of `{}` is another now", text.id.value),
                )
                .at(text.at(), "translated from other words")
                .help(format!("it says now: {}", first_line(&unit.source)))
                .help("export it again, for the translator to look at"),
            );
        } else if text.target.is_empty() {
            taken.empty += 1;
        } else if Some(&text.target) == unit.target.as_ref() {
            taken.same += 1;
        } else {
            taken.changed += 1;
            changes
                .entry((&unit.layer, beside(pack, unit, sources)))
                .or_default()
                .push(Change {
                    key: unit.key.clone(),
                    text: text.target.clone(),
                    kind: unit.kind,
                });
        }
    }
    for ((layer, original), changes) in changes {
        let Some(layer) = pack.layer(layer) else {
            continue;
        };
        let twin = Twin::of(layer, &original, language, sources);
        match twin.with(&changes) {
            Some(text) => {
                taken.files.insert(twin.path, text);
            }
            None => problems.push(by_hand(&twin, layer, &changes)),
        }
    }
    Ok(taken)
}

/// The file that a translation stands beside. What a pack takes over is translated in its own folder: beside its own file about the
/// same thing, or where that would be.
fn beside(pack: &Pack, unit: &Unit, sources: &Sources) -> String {
    let path = sources.file(unit.file).path.as_str();
    if !unit.is_taken_over {
        return path.to_owned();
    }
    let mut keys = unit.key.split('.');
    let thing: Vec<&str> = keys.by_ref().take(2).collect();
    let own = pack
        .base
        .trees
        .iter()
        .find_map(|tree| tree.find(&thing.join(".")));
    let own = own.map(|own| sources.file(own.at.file).path.as_str());
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let inner = folder.rsplit('/').next().unwrap_or_default();
    let is_list = shape::LISTS.iter().any(|(_, list)| *list == name);
    let name = match (thing.first().copied(), inner) {
        (Some("channels" | "sections"), "channels" | "sections") => {
            return own.map_or_else(|| format!("{}{inner}/{name}", pack.shown()), str::to_owned);
        }
        _ if is_list || name == "do-and-dont.md" => name,
        _ => "pack.yml",
    };
    format!("{}{name}", pack.shown())
}

/// What to say of a text that belongs nowhere.
fn unknown(text: &Returned, known: &BTreeMap<String, &Unit>) -> Diagnostic {
    let id = &text.id.value;
    Diagnostic::new(
        Code::UnknownName,
        format!("there is no text `{id}` to translate any more"),
    )
    .at(text.at(), "")
    .suggest(id, known.keys().map(String::as_str))
    .help("what it was is gone, has another id, or is not shown by this edition")
}

/// What to say if a file can't be changed without loss.
fn by_hand(twin: &Twin<'_>, layer: &Layer, changes: &[Change]) -> Diagnostic {
    let keys: Vec<&str> = changes.iter().map(|change| change.key.as_str()).collect();
    Diagnostic::new(
        Code::Unwritable,
        format!(
            "{} has a form in which nothing can be put without losing something of it",
            twin.path
        ),
    )
    .help(format!(
        "write these of `{}` by hand: {}",
        layer.id,
        keys.join(", ")
    ))
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}
