//! Keeping what was looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::sayings::{below, sayings, things, words};
use crate::diagnostic::{Code, Diagnostic};
use crate::pack::{Languages, Layer, PACK_ID, Pack};

/// What stands at the head of the file.
const HEAD: &str = "# What was looked at, and what it said then. `noticeboard accept` writes this file; `noticeboard check` says what has\n# changed since. One line for each, in the order of the alphabet, so that changes of several people can be merged.\n";

/// The file of a layer, in the folder of the pack.
pub fn file_of(content: &Path, layer: &str) -> PathBuf {
    if layer == PACK_ID {
        content.join("accepted.yml")
    } else {
        content.join("editions").join(layer).join("accepted.yml")
    }
}

/// The file of a layer as it is once everything that begins with `key` was looked at; everything, without a key.
///
/// # Errors
/// Says that there is nothing at this key that the layer words anew.
pub fn accept(pack: &Pack, layer: &Layer, key: Option<&str>) -> Result<String, Diagnostic> {
    let now: BTreeMap<String, String> = sayings(pack, layer)
        .into_iter()
        .map(|saying| (saying.key, words(&saying.below)))
        .collect();
    let is_asked = |other: &str| {
        key.is_none_or(|key| {
            let of_all_languages = other.split('@').next().unwrap_or_default();
            other == key
                || of_all_languages == key
                || of_all_languages
                    .strip_prefix(key)
                    .is_some_and(|rest| rest.starts_with('.'))
        })
    };
    if let Some(key) = key
        && !now.keys().any(|other| is_asked(other))
    {
        return Err(Diagnostic::new(
            Code::UnknownKey,
            format!("`{}` words nothing anew at `{key}`", layer.id),
        )
        .suggest(key, now.keys().map(String::as_str)));
    }
    let before = layer.accepted.as_ref();
    let mut changes: BTreeMap<String, String> = BTreeMap::new();
    for entry in before
        .and_then(|before| before.get("changes"))
        .map(|changes| changes.entries())
        .unwrap_or_default()
    {
        // What the layer no longer says is forgotten.
        if let Some(text) = entry.node.scalar()
            && now.contains_key(&*entry.key)
        {
            changes.insert(entry.key.to_string(), text.trim().to_owned());
        }
    }
    for (other, text) in now {
        let is_first = before.is_none();
        if is_first || is_asked(&other) {
            changes.insert(other, text);
        }
    }
    let languages = Languages::of(pack);
    let mut known: BTreeSet<String> = BTreeSet::new();
    match before.and_then(|before| before.get("known")) {
        Some(before) if key.is_some() => known.extend(
            before
                .items()
                .iter()
                .filter_map(|item| item.scalar().map(ToString::to_string)),
        ),
        _ => {
            let below = below(pack, layer, languages.written(&layer.id));
            known.extend(below.iter().flat_map(|below| things(below)));
        }
    }
    Ok(written(&changes, &known))
}

fn written(changes: &BTreeMap<String, String>, known: &BTreeSet<String>) -> String {
    let mut text = String::from(HEAD);
    if !changes.is_empty() {
        text.push_str("changes:\n");
        for (key, words) in changes {
            text.push_str("  ");
            text.push_str(key);
            text.push_str(": ");
            text.push_str(&quoted(words));
            text.push('\n');
        }
    }
    if !known.is_empty() {
        text.push_str("known:\n");
        for key in known {
            text.push_str("  - ");
            text.push_str(key);
            text.push('\n');
        }
    }
    text
}

/// A text as YAML takes it in any case. What JSON writes in quotes, YAML reads.
fn quoted(words: &str) -> String {
    serde_json::Value::from(words).to_string()
}
