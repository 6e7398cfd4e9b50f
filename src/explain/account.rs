//! What each layer of an edition says at a key.

use std::sync::Arc;

use super::leaves::leaves;
use crate::diagnostic::{Code, Diagnostic, Span, one_of};
use crate::edition::Edition;
use crate::pack::{Languages, Layer, Pack};
use crate::source::{Node, Value};

/// What the layers of an edition say at a key.
#[derive(Debug)]
pub struct Account {
    /// The key: `contacts.duty-team.phone`.
    pub key: String,
    /// What the edition says in the end; nothing if a layer took it out.
    pub value: Option<Arc<Node>>,
    /// What each layer of the chain says, the edition itself first and the pack last.
    pub said: Vec<Said>,
}

impl Account {
    /// The key of the first of its parts, if it has any with keys of their own.
    pub fn deeper(&self) -> Option<String> {
        let parts = parts(self.value.as_ref()?);
        let first = parts.iter().find(|part| *part != "id")?;
        Some(format!("{}.{first}", self.key))
    }
}

/// What a layer says.
#[derive(Debug)]
pub struct Said {
    /// The layer's id.
    pub layer: String,
    /// Its sayings, what stands above first; none if it passes on what is below.
    pub sayings: Vec<Saying>,
}

/// One saying of a layer.
#[derive(Debug)]
pub struct Saying {
    /// The language, as a BCP 47 tag.
    pub language: String,
    /// Where.
    pub at: Span,
    /// What stands there; nothing if it takes out what is below.
    pub value: Option<Arc<Node>>,
}

/// Says where the value of a key comes from.
///
/// # Errors
/// Says that there is no such key, in the edition or in any of its layers, with the nearest that there is.
pub fn account(pack: &Pack, edition: &Edition, key: &str) -> Result<Account, Diagnostic> {
    let languages = Languages::of(pack);
    let layers = edition.chain.iter().rev().filter_map(|id| pack.layer(id));
    let said: Vec<Said> = layers
        .map(|layer| Said {
            layer: layer.id.clone(),
            sayings: sayings(layer, key, edition.language(), languages.written(&layer.id)),
        })
        .collect();
    let value = edition.values.find(key).map(Arc::clone);
    if value.is_none() && said.iter().all(|said| said.sayings.is_empty()) {
        return Err(unknown(edition, key));
    }
    Ok(Account {
        key: key.to_owned(),
        value,
        said,
    })
}

/// What a layer says at a key: in the language asked for, and below it in the one it is written in.
fn sayings(layer: &Layer, key: &str, language: &str, written: &str) -> Vec<Saying> {
    let mut languages = vec![language];
    if written != language {
        languages.push(written);
    }
    let mut sayings = Vec::new();
    for language in languages {
        for tree in layer.said_in(language, written).iter().rev() {
            let saying = |at, value| Saying {
                language: language.to_owned(),
                at,
                value,
            };
            if let Some(at) = taken_out(tree, key) {
                sayings.push(saying(at, None));
            } else if let Some(node) = tree.find(key) {
                sayings.push(saying(node.at, Some(Arc::clone(node))));
            }
        }
    }
    sayings
}

/// Where a tree takes out the thing that a key is of: `remove: true` on it, or its id under `omit`.
fn taken_out(tree: &Node, key: &str) -> Option<Span> {
    let mut way = String::new();
    for part in key.split('.') {
        if !way.is_empty() {
            let omitted = tree
                .get("omit")
                .and_then(|omit| omit.get(&way))
                .and_then(|ids| {
                    let mut ids = ids.items().iter();
                    ids.find(|id| id.scalar().is_some_and(|id| &**id == part))
                });
            if let Some(id) = omitted {
                return Some(id.at);
            }
            way.push('.');
        }
        way.push_str(part);
        let removed = tree.find(&way).and_then(|thing| thing.get("remove"));
        if let Some(node) = removed
            && node.scalar().is_some_and(|text| &**text == "true")
        {
            return Some(node.at);
        }
    }
    None
}

/// Says that there is no such key. What is suggested are whole keys that end in it, or else the nearest.
fn unknown(edition: &Edition, key: &str) -> Diagnostic {
    let mut known: Vec<String> = Vec::new();
    leaves(edition, &mut |leaf, _| {
        // The leaf, and every thing on the way to it.
        let ends = leaf.match_indices('.').map(|(at, _)| at);
        for end in ends.chain([leaf.len()]) {
            let key = &leaf[..end];
            if known.last().is_none_or(|last| last != key) {
                known.push(key.to_owned());
            }
        }
    });
    known.sort_unstable();
    known.dedup();
    // Below the part of the key that is right, there is something else.
    let sound = key
        .match_indices('.')
        .map(|(at, _)| &key[..at])
        .rfind(|begin| edition.values.find(begin).is_some());
    let diagnostic = Diagnostic::new(
        Code::UnknownKey,
        format!("the edition `{}` has no `{key}`", edition.id),
    );
    let whole: Vec<&str> = known
        .iter()
        .map(String::as_str)
        .filter(|whole| {
            whole
                .strip_suffix(key)
                .is_some_and(|begin| begin.ends_with('.'))
        })
        .collect();
    if !whole.is_empty() {
        return whole_keys(diagnostic, &whole);
    }
    let mut diagnostic = diagnostic.suggest(key, known.iter().map(String::as_str));
    if let Some(sound) = sound {
        let below: Vec<String> = edition
            .values
            .find(sound)
            .map(|node| parts(node))
            .unwrap_or_default();
        if !below.is_empty() {
            diagnostic = diagnostic.help(format!("`{sound}` has these: {}", below.join(", ")));
        }
    }
    diagnostic
}

/// Adds the whole keys that end in what was asked for.
fn whole_keys(diagnostic: Diagnostic, whole: &[&str]) -> Diagnostic {
    /// More than these are a list to look up, not a line to read.
    const FEW: usize = 5;
    let first = whole.iter().take(FEW).copied();
    let more = match whole.len().saturating_sub(FEW) {
        0 => String::new(),
        more => format!(" (and {more} more)"),
    };
    diagnostic
        .help("keys are written whole, from the top")
        .help(format!("did you mean {}?{more}", one_of(first)))
}

/// The names of the parts of a value.
fn parts(node: &Node) -> Vec<String> {
    match &node.value {
        Value::Map(entries) => entries.iter().map(|entry| entry.key.to_string()).collect(),
        Value::List(items) => items
            .iter()
            .filter_map(|item| Some(item.get("id")?.scalar()?.to_string()))
            .collect(),
        _ => Vec::new(),
    }
}
