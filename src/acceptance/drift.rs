//! What has changed below a layer since somebody looked.

use super::sayings::{Saying, below, sayings, things, words};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::pack::{Languages, Layer, PACK_ID, Pack};
use crate::source::Node;

/// How much of an old text a message shows, in letters.
const SHOWN: usize = 200;
/// How many new things a message names.
const NAMED: usize = 12;

/// Says what has changed below each layer that keeps an `accepted.yml`.
pub fn drift(pack: &Pack, problems: &mut Diagnostics) {
    for layer in std::iter::once(&pack.base).chain(&pack.editions) {
        if let Some(accepted) = &layer.accepted {
            of_layer(pack, layer, accepted, problems);
        }
    }
}

fn of_layer(pack: &Pack, layer: &Layer, accepted: &Node, problems: &mut Diagnostics) {
    let changes = accepted.get("changes");
    for saying in sayings(pack, layer) {
        let old = changes.and_then(|changes| changes.get(&saying.key));
        let Some(old) = old.and_then(|old| old.scalar()) else {
            continue;
        };
        if old.trim() != words(&saying.below) {
            problems.push(drifted(layer, &saying, old.trim()));
        }
    }
    let languages = Languages::of(pack);
    let Some(known) = accepted.get("known") else {
        return;
    };
    let Some(below) = below(pack, layer, languages.written(&layer.id)) else {
        return;
    };
    let known: Vec<&str> = known
        .items()
        .iter()
        .filter_map(|item| item.scalar().map(|key| &**key))
        .collect();
    let all = things(&below);
    // What is new as a whole need not be named part by part.
    let is_new = |key: &str| !known.contains(&key);
    let new: Vec<&str> = all
        .iter()
        .map(String::as_str)
        .filter(|key| is_new(key))
        .filter(|key| {
            let mut above = key.match_indices('.').map(|(at, _)| &key[..at]);
            !above.any(|above| all.iter().any(|other| other == above) && is_new(above))
        })
        .collect();
    if !new.is_empty() {
        problems.push(news(layer, &new));
    }
}

fn drifted(layer: &Layer, saying: &Saying, old: &str) -> Diagnostic {
    let id = &layer.id;
    let (key, what) = match &saying.language {
        Some(language) => (
            saying.key.split('@').next().unwrap_or_default(),
            Diagnostic::new(
                Code::OutdatedTranslation,
                format!(
                    "the words in `{language}` for `{}` are older than what they translate",
                    saying.key.split('@').next().unwrap_or_default()
                ),
            )
            .at(saying.own.at, "translated")
            .at(saying.below.at, "and this has changed since"),
        ),
        None => (
            saying.key.as_str(),
            Diagnostic::new(
                Code::Drift,
                format!(
                    "`{}` has changed below since `{id}` worded it anew",
                    saying.key
                ),
            )
            .at(saying.own.at, format!("what `{id}` says"))
            .at(saying.below.at, "what stands below now"),
        ),
    };
    let diagnostic = what.help(format!("it was: “{}”", cut(old))).help(format!(
        "look at both, and then: noticeboard accept {id} {key}"
    ));
    in_layer(layer, diagnostic)
}

fn news(layer: &Layer, new: &[&str]) -> Diagnostic {
    let id = &layer.id;
    let mut named: Vec<String> = new
        .iter()
        .take(NAMED)
        .map(|key| format!("`{key}`"))
        .collect();
    if new.len() > NAMED {
        named.push(format!("{} more", new.len() - NAMED));
    }
    let diagnostic = Diagnostic::new(
        Code::NewBelow,
        format!(
            "there is something new since `{id}` last looked: {}",
            named.join(", ")
        ),
    )
    .at(layer.at, "it takes them over")
    .help(format!(
        "see what it is with noticeboard diff, and then: noticeboard accept {id}"
    ));
    in_layer(layer, diagnostic)
}

fn in_layer(layer: &Layer, diagnostic: Diagnostic) -> Diagnostic {
    if layer.id == PACK_ID {
        diagnostic
    } else {
        diagnostic.in_edition(&layer.id)
    }
}

/// The beginning of a text, on one line.
fn cut(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{} …", words[..end].trim_end()),
        None => words,
    }
}
