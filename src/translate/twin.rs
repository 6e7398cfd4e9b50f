//! A file in another language beside the one that it translates, and how texts are put into it.
//!
//! A text that is there is replaced where it stands, and one that is not goes behind its neighbours, so that notes and order
//! stay. What comes out is read again before it counts: if a single other text changed by it, the file is left alone.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use super::units::words;
use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::explain::leaves_of;
use crate::pack::Layer;
use crate::pack::shape::{self, Kind};
use crate::source::{Node, Sources, Value, front_matter, written, yaml};

/// A text to be put into a file.
#[derive(Debug, Clone)]
pub(super) struct Change {
    /// Its key in the layer.
    pub key: String,
    /// The words.
    pub text: String,
    /// What kind of text it is.
    pub kind: Kind,
}

/// A file in another language.
pub(super) struct Twin<'s> {
    /// Its path.
    pub path: String,
    /// What it says now; nothing if it isn't there.
    text: &'s str,
    /// The keys of the layer that all of it stands under.
    under: Vec<String>,
    /// Whether it is Markdown with YAML at its head.
    is_markdown: bool,
}

/// What is to be written, as a tree.
enum Out {
    Map(Vec<(String, Out)>),
    Things(Vec<(String, Out)>),
    Text(String),
    Lines(Vec<String>),
}

/// The text of a file in two parts.
struct Parts {
    yaml: std::ops::Range<usize>,
    body: std::ops::Range<usize>,
    tree: Option<Arc<Node>>,
}

impl<'s> Twin<'s> {
    /// The twin of a file of a layer. Rows of a table have theirs in the folder of their edition.
    pub(super) fn of(layer: &Layer, original: &str, language: &str, sources: &'s Sources) -> Self {
        let (folder, name) = original.rsplit_once('/').unwrap_or(("", original));
        // With its slash, which a path from the root begins with.
        let before = original.strip_suffix(name).unwrap_or_default();
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let is_table = ending != "md" && ending != "yml";
        let path = if is_table {
            format!("{before}editions/{}/edition.{language}.yml", layer.id)
        } else {
            format!("{before}{stem}.{language}.{ending}")
        };
        let inner = folder.rsplit('/').next().unwrap_or_default();
        let under: Vec<String> = match (inner, name) {
            ("channels", _) if ending == "md" => vec!["channels".to_owned(), stem.to_owned()],
            ("sections", _) if ending == "md" => {
                let id = stem
                    .trim_start_matches(|sign: char| sign.is_ascii_digit())
                    .trim_start_matches('-');
                vec!["sections".to_owned(), id.to_owned()]
            }
            (_, "do-and-dont.md") => vec!["do_and_dont".to_owned()],
            _ => shape::LISTS
                .iter()
                .find(|(_, list)| *list == name)
                .map(|(key, _)| (*key).to_owned())
                .into_iter()
                .collect(),
        };
        let there = (0..sources.len())
            .map(|number| sources.file(FileId(number as u32)))
            .find(|file| file.path == path);
        Self {
            path,
            text: there.map_or("", |file| &file.text),
            under,
            is_markdown: ending == "md",
        }
    }

    /// Its text with these put in. `None` if that can't be done without changing something else.
    pub(super) fn with(&self, changes: &[Change]) -> Option<String> {
        let old = self.parts(self.text)?;
        let text = if self.text.trim().is_empty() {
            self.anew(changes)
        } else {
            self.edited(&old, changes)
        };
        let new = self.parts(&text)?;
        self.is_sound(&old, &new, &text, changes).then_some(text)
    }

    /// The keys of a change within the file.
    fn way<'c>(&self, change: &'c Change) -> Vec<&'c str> {
        change.key.split('.').skip(self.under.len()).collect()
    }

    fn is_body(&self, change: &Change) -> bool {
        self.is_markdown && self.way(change) == ["body"]
    }

    /// What kind of value stands at the top of the file.
    fn top(&self) -> Option<Kind> {
        let mut kind = Kind::Record(&shape::LAYER);
        for key in &self.under {
            kind = kind.of_key(key)?;
        }
        Some(kind)
    }

    fn parts(&self, text: &str) -> Option<Parts> {
        let mut problems = Diagnostics::new();
        let file = FileId(u32::MAX);
        let (yaml, body) = if self.is_markdown {
            let parts = front_matter::split(text, file, &mut problems)?;
            (parts.yaml, parts.body)
        } else {
            (0..text.len(), text.len()..text.len())
        };
        let inner = &text[yaml.clone()];
        let has_words = inner
            .lines()
            .any(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
        let tree = if has_words {
            Some(yaml::parse(inner, file, yaml.start, &mut problems)?)
        } else {
            None
        };
        Some(Parts { yaml, body, tree })
    }

    /// A new file.
    fn anew(&self, changes: &[Change]) -> String {
        let mut body = "";
        let mut out = None;
        for change in changes {
            if self.is_body(change) {
                body = &change.text;
            } else if let Some(kind) = self.top() {
                let out = out.get_or_insert_with(|| empty(&kind));
                insert(out, &self.way(change), &kind, change);
            }
        }
        let mut yaml = String::new();
        if let Some(out) = out {
            write(&out, 0, &mut yaml);
        }
        match (self.is_markdown, body) {
            (false, _) => yaml,
            (true, "") => format!("---\n{yaml}---\n"),
            (true, body) => format!("---\n{yaml}---\n\n{body}\n"),
        }
    }

    /// The file as it is, with texts replaced where they stand, and others behind their neighbours.
    fn edited(&self, old: &Parts, changes: &[Change]) -> String {
        let mut edits: Vec<(std::ops::Range<usize>, String)> = Vec::new();
        let mut missing: BTreeMap<Vec<&str>, Vec<&Change>> = BTreeMap::new();
        for change in changes {
            let way = self.way(change);
            if self.is_body(change) {
                edits.push((old.body.clone(), format!("\n{}\n", change.text)));
                continue;
            }
            let there = old.tree.as_ref().and_then(|tree| tree.find(&way.join(".")));
            match there {
                Some(node)
                    if matches!(node.value, Value::Scalar(_)) && node.at.end > node.at.start =>
                {
                    let indent = indent_of(self.text, node.at) + 2;
                    edits.push((node.at.range(), in_place(&change.text, indent)));
                }
                _ => {
                    // The longest way that is there already.
                    let known = (0..way.len())
                        .rev()
                        .find(|length| {
                            *length == 0
                                || old.tree.as_ref().is_some_and(|tree| {
                                    tree.find(&way[..*length].join(".")).is_some()
                                })
                        })
                        .unwrap_or(0);
                    missing
                        .entry(way[..known].to_vec())
                        .or_default()
                        .push(change);
                }
            }
        }
        // Where several go behind one line, what stands deeper comes first.
        let mut missing: Vec<_> = missing.into_iter().collect();
        missing.sort_by_key(|(way, _)| std::cmp::Reverse(way.len()));
        for (way, changes) in missing {
            edits.extend(self.insertion(old, &way, &changes));
        }
        edits.sort_by_key(|(range, _)| (range.start, range.end));
        let mut text = String::new();
        let mut at = 0;
        for (range, words) in edits {
            // Two edits of one place can't both be; what is read back then shows that one is lacking.
            if range.start < at {
                continue;
            }
            text.push_str(&self.text[at..range.start]);
            text.push_str(&words);
            at = range.end;
        }
        text.push_str(&self.text[at..]);
        text
    }

    /// What is new under a key, behind the last that is there.
    fn insertion(
        &self,
        old: &Parts,
        way: &[&str],
        changes: &[&Change],
    ) -> Option<(std::ops::Range<usize>, String)> {
        let mut kind = self.top()?;
        for key in way {
            kind = inner(&kind, key)?;
        }
        let mut out = empty(&kind);
        for change in changes {
            insert(&mut out, &self.way(change)[way.len()..], &kind, change);
        }
        let node = match (&old.tree, way) {
            (Some(tree), []) => Some(tree),
            (Some(tree), way) => tree.find(&way.join(".")),
            (None, _) => None,
        };
        let (indent, last) = match node {
            None => (0, old.yaml.end),
            Some(node) => {
                let first = match &node.value {
                    Value::Map(entries) => entries.first()?.at,
                    Value::List(items) => items.first()?.entries().first()?.at,
                    _ => return None,
                };
                let column = column_of(self.text, first);
                let is_list = matches!(node.value, Value::List(_));
                (
                    if is_list {
                        column.checked_sub(2)?
                    } else {
                        column
                    },
                    end_of(node),
                )
            }
        };
        // Behind the line that the last of them ends on.
        let line = self.text[last..old.yaml.end.max(last)]
            .find('\n')
            .map_or(old.yaml.end.max(last), |at| last + at + 1);
        let line = if self.text[..last].ends_with('\n') {
            last
        } else {
            line
        };
        let mut words = String::new();
        if !self.text[..line].is_empty() && !self.text[..line].ends_with('\n') {
            words.push('\n');
        }
        write(&out, indent, &mut words);
        Some((line..line, words))
    }

    /// Whether everything that was asked for is there, and everything else is as it was.
    fn is_sound(&self, old: &Parts, new: &Parts, text: &str, changes: &[Change]) -> bool {
        let body_changes = changes.iter().any(|change| self.is_body(change));
        if !body_changes && self.text[old.body.clone()].trim() != text[new.body.clone()].trim() {
            return false;
        }
        let asked: Vec<String> = changes
            .iter()
            .filter(|change| !self.is_body(change))
            .map(|change| self.way(change).join("."))
            .collect();
        let mut before = BTreeMap::new();
        let mut after = BTreeMap::new();
        for (parts, leaves) in [(old, &mut before), (new, &mut after)] {
            if let Some(tree) = &parts.tree {
                leaves_of(tree, &mut |key, leaf| {
                    if !asked.iter().any(|asked| asked == key) {
                        leaves.insert(key.to_owned(), format!("{:?}", plain(leaf.node)));
                    }
                });
            }
        }
        let is_there = |change: &Change| {
            if self.is_body(change) {
                return text[new.body.clone()].trim() == change.text;
            }
            new.tree
                .as_ref()
                .and_then(|tree| words(tree.find(&self.way(change).join("."))?, &change.kind))
                .is_some_and(|words| words == change.text)
        };
        before == after && changes.iter().all(is_there)
    }
}

/// A value without its places.
fn plain(node: &Node) -> Vec<&str> {
    match &node.value {
        Value::Scalar(text) => vec![text],
        Value::List(items) => items.iter().flat_map(|item| plain(item)).collect(),
        _ => Vec::new(),
    }
}

fn inner(kind: &Kind, key: &str) -> Option<Kind> {
    match kind {
        Kind::Things(record) => Some(Kind::Record(record)),
        kind => kind.of_key(key),
    }
}

fn empty(kind: &Kind) -> Out {
    match kind {
        Kind::Things(_) => Out::Things(Vec::new()),
        _ => Out::Map(Vec::new()),
    }
}

fn insert(out: &mut Out, way: &[&str], kind: &Kind, change: &Change) {
    let Some((key, rest)) = way.split_first() else {
        *out = match change.kind {
            Kind::List(_) => Out::Lines(change.text.lines().map(str::to_owned).collect()),
            _ => Out::Text(change.text.clone()),
        };
        return;
    };
    let Some(kind) = inner(kind, key) else {
        return;
    };
    let (Out::Map(entries) | Out::Things(entries)) = out else {
        return;
    };
    let found = entries.iter().position(|(name, _)| name == key);
    let at = found.unwrap_or_else(|| {
        entries.push(((*key).to_owned(), empty(&kind)));
        entries.len() - 1
    });
    insert(&mut entries[at].1, rest, &kind, change);
}

fn write(out: &Out, indent: usize, text: &mut String) {
    let margin = " ".repeat(indent);
    match out {
        Out::Map(entries) => {
            for (key, value) in entries {
                // Writing to a string cannot fail.
                let _ = match value {
                    Out::Text(words) => {
                        writeln!(text, "{margin}{key}: {}", in_place(words, indent + 2))
                    }
                    value => {
                        let written = writeln!(text, "{margin}{key}:");
                        write(value, indent + 2, text);
                        written
                    }
                };
            }
        }
        Out::Things(items) => {
            for (id, value) in items {
                let _ = writeln!(text, "{margin}- id: {id}");
                write(value, indent + 2, text);
            }
        }
        Out::Lines(lines) => {
            for line in lines {
                let _ = writeln!(text, "{margin}- {}", written::value(line));
            }
        }
        Out::Text(_) => {}
    }
}

/// A text behind its key, without the line end after it.
fn in_place(words: &str, indent: usize) -> String {
    if !words.contains('\n') {
        return written::value(words);
    }
    let margin = " ".repeat(indent);
    let mut text = String::from("|");
    for line in words.lines() {
        text.push('\n');
        if !line.trim().is_empty() {
            text.push_str(&margin);
            text.push_str(line);
        }
    }
    text
}

/// How far the line is indented that a place begins on.
fn indent_of(text: &str, at: Span) -> usize {
    let start = at.range().start;
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let rest = &text[line..];
    // Behind the dash of a list, keys stand two farther in.
    rest.len() - rest.trim_start_matches([' ', '-']).len()
}

fn column_of(text: &str, at: Span) -> usize {
    let start = at.range().start;
    start - text[..start].rfind('\n').map_or(0, |at| at + 1)
}

/// Where the last that is in a value ends.
fn end_of(node: &Node) -> usize {
    let inner = node
        .entries()
        .iter()
        .map(|entry| &entry.node)
        .chain(node.items());
    inner
        .map(|node| end_of(node))
        .chain([match node.value {
            Value::Map(_) | Value::List(_) => 0,
            _ => node.at.range().end,
        }])
        .max()
        .unwrap_or(0)
}
