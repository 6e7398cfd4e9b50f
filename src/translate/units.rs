//! Every text of an edition that somebody would translate.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Diagnostics, FileId};
use crate::edition::merged;
use crate::pack::shape::{self, Kind, one_of_list};
use crate::pack::{Languages, Layer, Pack, id_of, is_made_up};
use crate::source::{Node, Value};

/// Keys whose words are alike in every language, or are not words at all.
const ALIKE: &[&str] = &[
    "aliases",
    "folder",
    "identifier",
    "licence",
    "order",
    "phone",
    "posters",
    "sms",
    "version",
];
/// How much longer than its original a translation may be before a poster is likely to need smaller type: Welsh needs about a
/// fifth more than English, and posters leave about a third.
const LONGER: f64 = 1.35;
/// However short the original is, a poster has room for these characters.
const SHORTEST: usize = 20;

/// A text to translate.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// The layer that says it, or, of what a pack takes over from the one that it builds on, the pack: its files hold the translation.
    pub layer: String,
    /// Whether a pack that this one builds on says it.
    pub is_taken_over: bool,
    /// Its key in that layer: `channels.email.levels.best.work-account.short`.
    pub key: String,
    /// The words.
    pub source: String,
    /// What there is of it in the language.
    pub target: Option<String>,
    /// What it is, for somebody who sees nothing but the words.
    pub context: String,
    /// How many characters a poster has room for, where it stands on one: a guide, for only the poster itself can tell.
    pub limit: Option<usize>,
    /// The file that says it.
    pub file: FileId,
    /// What kind of text it is.
    pub(super) kind: Kind,
}

impl Unit {
    /// Its name over all layers: `pack:channels.email.title`.
    pub fn id(&self) -> String {
        format!("{}:{}", self.layer, self.key)
    }
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// The texts that an edition shows, layer by layer from the lowest up, in the order of their files. For `pack`, all of the pack's.
///
/// What a pack takes over from the one that it builds on is among them, unless it is translated there: then it is for those who
/// keep that pack.
///
/// # Errors
/// If there is no such edition.
pub fn units(pack: &Pack, edition: &str, language: &str) -> Result<Vec<Unit>, Diagnostic> {
    let asked = pack.needed_layer(edition)?;
    let languages = Languages::of(pack);
    let mut chain: Vec<&Layer> = vec![asked];
    while let Some(parent) = chain.last().and_then(|layer| pack.beneath(layer)) {
        // A circle is an error, and said when the pack is checked.
        if chain.iter().any(|known| known.id == parent.id) {
            break;
        }
        chain.push(parent);
    }
    let written = languages.written(&asked.id);
    let shown = merged(pack, edition, Some(written), &mut Diagnostics::new());
    let mut units = Vec::new();
    for layer in chain.into_iter().rev() {
        // What a layer says in the language itself needs no translation into it.
        if languages.written(&layer.id) == language {
            continue;
        }
        let written = languages.written(&layer.id);
        let said_in_language =
            |layer: &Layer| layer.said_in(language, languages.written(&layer.id));
        let is_taken_over = pack.below.iter().any(|below| below.id == layer.id);
        let home = if is_taken_over { &pack.base } else { layer };
        // A layer translates what it says, and what it takes over: not what is said above it.
        let from = pack.below.iter().skip_while(|below| below.id != layer.id);
        let mut walk = Walk {
            home,
            is_taken_over,
            translations: said_in_language(home),
            translated_there: from.flat_map(said_in_language).collect(),
            shown: shown.as_ref(),
            is_asked: layer.id == asked.id,
            units: &mut units,
        };
        for tree in layer.said_in(written, written) {
            walk.node(
                &tree,
                &Kind::Record(&shape::LAYER),
                &mut Vec::new(),
                &mut Vec::new(),
            );
        }
    }
    Ok(units)
}

struct Walk<'a> {
    /// The layer whose files hold the translations.
    home: &'a Layer,
    is_taken_over: bool,
    /// What that layer says in the language.
    translations: Vec<Arc<Node>>,
    /// What packs below say in it.
    translated_there: Vec<Arc<Node>>,
    shown: Option<&'a Arc<Node>>,
    is_asked: bool,
    units: &'a mut Vec<Unit>,
}

impl Walk<'_> {
    /// Looks at a value; `way` are the keys to it, and `names` what a person calls the things on the way.
    fn node(&mut self, node: &Node, kind: &Kind, way: &mut Vec<String>, names: &mut Vec<String>) {
        match (&node.value, kind) {
            (Value::Map(entries), Kind::Record(_) | Kind::Named(..)) => {
                for entry in entries {
                    let is_key = matches!(kind, Kind::Record(_));
                    let is_alike = is_key && ALIKE.contains(&&*entry.key);
                    if let Some(kind) = kind.of_key(&entry.key).filter(|_| !is_alike) {
                        let name = if is_key {
                            spoken(&entry.key)
                        } else {
                            called(&entry.node, &entry.key)
                        };
                        self.inside(&entry.key, name, &entry.node, &kind, way, names);
                    }
                }
            }
            (Value::List(items), Kind::Things(record)) => {
                for item in items {
                    // An id that is made of the words changes with them: a translation would lose it.
                    if let Some((id, _)) = id_of(item).filter(|_| !is_made_up(item)) {
                        let kind = Kind::Record(record);
                        self.inside(id, called(item, id), item, &kind, way, names);
                    }
                }
            }
            _ => self.leaf(node, kind, way, names),
        }
    }

    fn inside(
        &mut self,
        key: &str,
        name: String,
        node: &Node,
        kind: &Kind,
        way: &mut Vec<String>,
        names: &mut Vec<String>,
    ) {
        way.push(key.to_owned());
        names.push(name);
        self.node(node, kind, way, names);
        way.pop();
        names.pop();
    }

    fn leaf(&mut self, node: &Node, kind: &Kind, way: &[String], names: &[String]) {
        let Some(source) = words(node, kind) else {
            return;
        };
        let key = way.join(".");
        if !source.chars().any(char::is_alphabetic) || !self.is_shown(&key, node) {
            return;
        }
        let said = |trees: &[Arc<Node>]| {
            let mut trees = trees.iter().rev();
            trees.find_map(|tree| words(tree.find(&key)?, kind))
        };
        let target = said(&self.translations);
        if target.is_none() && said(&self.translated_there).is_some() {
            return;
        }
        let last = way.last().map_or("", String::as_str);
        let limit = is_on_posters(way).then(|| {
            let length = source.chars().count() as f64 * LONGER;
            ((length / 5.0).ceil() as usize * 5).max(SHORTEST)
        });
        let context = match kind {
            _ if last == "full" => {
                format!(
                    "{} (Markdown; on the website and in the handbook, not on the poster)",
                    names.join(" › ")
                )
            }
            Kind::Blocks | Kind::Body => format!("{} (Markdown)", names.join(" › ")),
            _ => names.join(" › "),
        };
        self.units.push(Unit {
            layer: self.home.id.clone(),
            is_taken_over: self.is_taken_over,
            key,
            source,
            target,
            context,
            limit,
            file: first_place(node),
            kind: *kind,
        });
    }

    /// Whether the edition shows this, and no layer above says something else in its place.
    fn is_shown(&self, key: &str, node: &Node) -> bool {
        if self.is_asked {
            return true;
        }
        self.shown
            .and_then(|shown| shown.find(key))
            .is_some_and(|shown| {
                shown.at == node.at || shown.items().iter().any(|item| item.at == first_at(node))
            })
    }
}

fn first_at(node: &Node) -> crate::diagnostic::Span {
    node.items().first().map_or(node.at, |item| item.at)
}

fn first_place(node: &Node) -> FileId {
    first_at(node).file
}

/// The words of a value that is to be translated; none if it is something else.
pub(super) fn words(node: &Node, kind: &Kind) -> Option<String> {
    match (kind, &node.value) {
        (Kind::Plain | Kind::Text | Kind::Blocks, Value::Scalar(text)) => {
            Some(tidy(text)).filter(|text| !text.is_empty())
        }
        (Kind::Body, Value::List(items)) => {
            let text: String = items
                .iter()
                .filter_map(|item| item.scalar().map(|text| &**text))
                .collect();
            Some(tidy(&text)).filter(|text| !text.is_empty())
        }
        (Kind::List(Kind::Plain | Kind::Text), Value::List(items)) => {
            let lines: Vec<String> = items
                .iter()
                .filter_map(|item| item.scalar().map(|text| tidy(text)))
                .collect();
            (!lines.is_empty()).then(|| lines.join("\n"))
        }
        _ => None,
    }
}

/// A text as it is handed over and compared: one kind of line end, no blanks around it, and no control characters, which XML can't
/// carry (XML 1.0 §2.2).
pub(super) fn tidy(text: &str) -> String {
    let carried = |sign: &char| !sign.is_control() || matches!(sign, '\n' | '\t');
    let text: String = text.replace("\r\n", "\n").chars().filter(carried).collect();
    text.trim().to_owned()
}

/// Whether a text stands on a poster.
fn is_on_posters(way: &[String]) -> bool {
    let way: Vec<&str> = way.iter().map(String::as_str).collect();
    match way.as_slice() {
        ["channels" | "do_and_dont", rest @ ..] => {
            matches!(
                rest.last(),
                Some(&("title" | "summary" | "headline" | "headline_note" | "short"))
            ) || rest.contains(&"consequences")
        }
        ["levels", _, "label"] | ["labels", _] | ["contacts", _, "name" | "purpose" | "hours"] => {
            true
        }
        _ => false,
    }
}

/// What a person calls a thing; its id, if it has no name.
fn called(thing: &Node, id: &str) -> String {
    ["title", "name", "label", "term"]
        .iter()
        .find_map(|key| thing.get(key)?.scalar())
        .map_or_else(|| id.to_owned(), |name| format!("“{}”", name.trim()))
}

/// A key as a person would say it.
fn spoken(key: &str) -> String {
    match key {
        "channels" | "sections" | "contacts" | "sources" | "downloads" | "levels" | "audiences" => {
            one_of_list(key).to_owned()
        }
        other => other.replace('_', " "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_compared_as_it_can_be_carried() {
        assert_eq!(
            tidy(" One\r\ntwo\tthree\u{1b}[31m\u{7f} \n"),
            "One\ntwo\tthree[31m"
        );
    }
}
