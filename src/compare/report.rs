//! Facts in the words of those who have to decide on them.

use serde::Serialize;

use super::facts::{Fact, What, facts};
use super::values::{date, is_value};
use super::words::{Piece, pieces};
use crate::source::{Node, Value};

/// What differs between two editions, for readers.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// What is compared with.
    pub before: Side,
    /// What is looked at.
    pub after: Side,
    /// What differs, by channel, section and so on, in the order of the pack.
    pub groups: Vec<Group>,
}

/// One of the two that are compared.
#[derive(Debug, Clone, Serialize)]
pub struct Side {
    /// Its id, and where it is from if that isn't the pack at hand.
    pub id: String,
    /// The board's name; of a pack without one, its title.
    pub name: String,
}

/// What differs in one channel, one section, the contacts.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    /// What it is called: "Email", "Contacts".
    pub title: String,
    /// What differs.
    pub changes: Vec<Change>,
}

/// What became of one thing.
#[derive(Debug, Clone, Serialize)]
pub struct Change {
    /// Its key.
    pub key: String,
    /// What it is: "Best practice", "Duty team: phone".
    pub what: String,
    /// What became of it.
    pub kind: Kind,
    /// What it said; nothing if it is new.
    pub before: Option<String>,
    /// What it says; nothing if it is gone.
    pub after: Option<String>,
    /// Whether it is a number, a date, an address, a colour or a choice: told whole, and not word by word.
    pub is_value: bool,
}

impl Change {
    /// What happened, in a word.
    pub fn word(&self) -> &'static str {
        match self.kind {
            Kind::Added => "Added",
            Kind::Dropped => "Dropped",
            // Nobody words a phone number.
            Kind::Reworded if self.is_value => "Changed",
            Kind::Reworded => "Reworded",
            Kind::Moved => "Moved",
        }
    }

    /// What it said and what it says, as people read it: what was taken out and what was put in, and what stayed of words.
    pub fn pieces(&self) -> Vec<Piece> {
        let told = |said: &Option<String>| {
            said.as_ref()
                .map(|said| date(said).unwrap_or_else(|| said.clone()))
        };
        match (self.kind, told(&self.before), told(&self.after)) {
            (Kind::Reworded, Some(before), Some(after)) if !self.is_value => {
                pieces(&before, &after)
            }
            (Kind::Moved, _, after) => after.into_iter().map(Piece::Kept).collect(),
            (Kind::Added, _, after) => after.into_iter().map(Piece::Added).collect(),
            (Kind::Dropped, before, _) => before.into_iter().map(Piece::Dropped).collect(),
            (Kind::Reworded, before, after) => {
                let before = before.into_iter().map(Piece::Dropped);
                before.chain(after.into_iter().map(Piece::Added)).collect()
            }
        }
    }
}

/// What became of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// It is new.
    Added,
    /// It is gone.
    Dropped,
    /// Its words changed.
    Reworded,
    /// It stands elsewhere.
    Moved,
}

impl Report {
    /// Compares two merged trees.
    pub fn of(before: (Side, &Node), after: (Side, &Node)) -> Self {
        let trees = Trees {
            before: before.1,
            after: after.1,
        };
        let mut groups: Vec<Group> = Vec::new();
        for fact in facts(trees.before, trees.after) {
            let title = trees.group(&fact.key);
            let changes = trees.changes(fact);
            match groups.iter_mut().find(|group| group.title == title) {
                Some(group) => group.changes.extend(changes),
                None => groups.push(Group { title, changes }),
            }
        }
        groups.retain(|group| !group.changes.is_empty());
        Self {
            before: before.0,
            after: after.0,
            groups,
        }
    }

    /// How much differs, in a sentence.
    pub fn summary(&self) -> String {
        let words: Vec<&str> = self
            .groups
            .iter()
            .flat_map(|group| &group.changes)
            .map(Change::word)
            .collect();
        let parts: Vec<String> = ["Added", "Dropped", "Changed", "Reworded", "Moved"]
            .into_iter()
            .map(|word| (words.iter().filter(|other| **other == word).count(), word))
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {}", word.to_lowercase()))
            .collect();
        match parts.as_slice() {
            [] => "They say the same.".to_owned(),
            [only] => format!("{only}."),
            [first @ .., last] => format!("{} and {last}.", first.join(", ")),
        }
    }
}

/// The two trees, to look up how things are called.
struct Trees<'a> {
    before: &'a Node,
    after: &'a Node,
}

impl Trees<'_> {
    /// A text at a key, from whichever tree has it.
    fn text(&self, key: &str) -> Option<String> {
        let node = self.after.find(key).or_else(|| self.before.find(key))?;
        Some(filled(node.scalar()?, self.after))
    }

    /// The name of the group that a key belongs to.
    fn group(&self, key: &str) -> String {
        let mut parts = key.split('.');
        let (first, second) = (parts.next().unwrap_or_default(), parts.next());
        match (first, second) {
            ("channels" | "sections", Some(id)) => self
                .text(&format!("{first}.{id}.title"))
                .unwrap_or_else(|| id.to_owned()),
            ("do_and_dont", _) => self
                .text("do_and_dont.title")
                .unwrap_or_else(|| name_of(first)),
            _ => TOP
                .iter()
                .find(|(keys, _)| keys.contains(&first))
                .map_or(ITSELF, |(_, title)| title)
                .to_owned(),
        }
    }

    fn changes(&self, fact: Fact) -> Vec<Change> {
        let Fact { key, what } = fact;
        let of = |kind, before: Option<&Node>, after: Option<&Node>| Change {
            what: self.what(&key),
            key: key.clone(),
            kind,
            is_value: is_value(&key, &[before, after]),
            before: before.map(|node| self.shown(&key, node, self.before)),
            after: after.map(|node| self.shown(&key, node, self.after)),
        };
        match &what {
            What::Added(node) => vec![of(Kind::Added, None, Some(node))],
            What::Dropped(node) => vec![of(Kind::Dropped, Some(node), None)],
            What::Changed { before, after } => {
                // An empty text takes away what was there.
                let is_empty = |node: &Node| node.scalar().is_some_and(|text| text.is_empty());
                let kind = match (is_empty(before), is_empty(after)) {
                    (false, true) => Kind::Dropped,
                    (true, false) => Kind::Added,
                    _ => Kind::Reworded,
                };
                vec![of(kind, Some(before), Some(after))]
            }
            What::Reordered { before, after } => moved(before, after)
                .into_iter()
                .map(|id| {
                    let key = format!("{key}.{id}");
                    let node = self.after.find(&key);
                    Change {
                        what: self.what(&key),
                        kind: Kind::Moved,
                        is_value: false,
                        before: None,
                        after: node.map(|node| words(node, self.after)),
                        key,
                    }
                })
                .collect(),
        }
    }

    /// A value as a reader is told it: what it names by its id is called as readers know it.
    fn shown(&self, key: &str, node: &Node, tree: &Node) -> String {
        let parts: Vec<&str> = key.split('.').collect();
        let (list, name) = match parts.as_slice() {
            ["order", list] => (*list, "title"),
            ["order"] => {
                let entries = node.entries().iter();
                let all = entries.map(|entry| {
                    let key = format!("order.{}", entry.key);
                    let shown = self.shown(&key, &entry.node, tree);
                    format!("{}: {shown}", name_of(&entry.key))
                });
                return all.collect::<Vec<_>>().join("; ");
            }
            [.., "see_also"] => ("channels", "title"),
            [.., "audiences"] if parts.len() > 1 => ("audiences", "label"),
            [.., "source"] => ("sources", "name"),
            _ => return words(node, tree),
        };
        let called = |id: &Node| {
            let id = id.scalar().map(|id| &**id).unwrap_or_default();
            let title = self.text(&format!("{list}.{id}.{name}"));
            title.unwrap_or_else(|| id.to_owned())
        };
        match &node.value {
            Value::List(items) => {
                let all: Vec<String> = items.iter().map(|item| called(item)).collect();
                all.join("; ")
            }
            Value::Scalar(_) => called(node),
            _ => words(node, tree),
        }
    }

    /// What a key is of: the level of a statement, the name of a contact with what of it changed.
    fn what(&self, key: &str) -> String {
        let parts: Vec<&str> = key.split('.').collect();
        let level = |id: &str| {
            self.text(&format!("levels.{id}.label"))
                .unwrap_or_else(|| name_of(id))
        };
        match parts.as_slice() {
            ["channels", _] => "the whole channel".to_owned(),
            ["sections", _] => "the whole section".to_owned(),
            ["channels", _, "levels", id]
            | ["channels", _, "levels", id, _]
            | ["channels", _, "levels", id, _, "short"] => level(id),
            ["channels", _, "levels", id, _, rest @ ..] => {
                format!("{}, {}", level(id), names_of(rest))
            }
            ["channels", _, "consequences", id] => {
                format!("{}, {}", level(id), name_of("consequence"))
            }
            ["channels" | "sections", _, name, _, "short"] | ["do_and_dont", name, _, "short"] => {
                name_of(name)
            }
            ["channels" | "sections", _, rest @ ..] | ["do_and_dont", rest @ ..] => names_of(rest),
            [list, id, rest @ ..] => {
                let called = ["name", "label", "term", "title", "text"]
                    .iter()
                    .find_map(|name| self.text(&format!("{list}.{id}.{name}")))
                    .unwrap_or_else(|| name_of(id));
                if rest.is_empty() {
                    called
                } else {
                    format!("{called}: {}", names_of(rest))
                }
            }
            rest => names_of(rest),
        }
    }
}

/// A value in words. Its terms are those of the tree that it is of.
fn words(node: &Node, tree: &Node) -> String {
    match &node.value {
        Value::Scalar(text) => match text.trim() {
            "true" => "yes".to_owned(),
            "false" => "no".to_owned(),
            text => filled(text, tree),
        },
        Value::List(items) => {
            let all: Vec<String> = items
                .iter()
                .map(|item| words(item, tree))
                .filter(|words| !words.is_empty())
                .collect();
            let is_prose = all.iter().any(|words| words.contains('\n'));
            all.join(if is_prose { "\n\n" } else { "; " })
        }
        Value::Map(entries) => {
            // What a thing says first, and then the rest of it.
            let first = ["title", "short", "name", "term", "label", "text", "figure"]
                .iter()
                .find_map(|name| node.get(name));
            match first {
                Some(first) => words(first, tree),
                None => entries
                    .iter()
                    .map(|entry| format!("{}: {}", name_of(&entry.key), words(&entry.node, tree)))
                    .collect::<Vec<_>>()
                    .join("; "),
            }
        }
        Value::Empty | Value::Faulty => String::new(),
    }
}

/// What the group of all other keys is called: name, title, languages.
const ITSELF: &str = "General";

/// What groups of keys are called.
const TOP: &[(&[&str], &str)] = &[
    (&["contacts"], "Contacts"),
    (&["branding", "theme", "posters"], "Branding and posters"),
    (&["terms", "labels"], "Its own words"),
    (&["glossary"], "Glossary"),
    (&["sources"], "Sources of help"),
    (&["downloads"], "Documents to download"),
    (&["levels"], "Levels"),
    (&["document", "accessibility"], "Document control"),
    (&["order"], "Order"),
    (&["worries", "audiences", "welcome"], "Home page"),
];

/// What a key is called: `headline_note` is "headline note".
fn name_of(key: &str) -> String {
    match key {
        "short" => "in short".to_owned(),
        "full" => "in full".to_owned(),
        "body" => "text".to_owned(),
        "url" | "web" => "web address".to_owned(),
        "sms" => "number for text messages".to_owned(),
        "do" => "Do".to_owned(),
        "dont" => "Do not".to_owned(),
        other => other.replace(['_', '-'], " "),
    }
}

fn names_of(keys: &[&str]) -> String {
    let names: Vec<String> = keys.iter().map(|key| name_of(key)).collect();
    names.join(", ")
}

/// A text with its terms filled in.
pub(super) fn filled(text: &str, tree: &Node) -> String {
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        words.push_str(before);
        let Some((inside, behind)) = after.split_once("}}") else {
            words.push_str("{{");
            rest = after;
            continue;
        };
        let name = inside.trim().trim_start_matches("terms.");
        let term = |name: &str| {
            let key = match name {
                "board" if tree.find("terms.board").is_none() => "name".to_owned(),
                "board_short" => "short_name".to_owned(),
                name => format!("terms.{name}"),
            };
            tree.find(&key)?.scalar().map(ToString::to_string)
        };
        let capital = || {
            let term = term(&name.to_lowercase())?;
            let mut letters = term.chars();
            let first = letters.next()?.to_uppercase().collect::<String>();
            Some(format!("{first}{}", letters.as_str()))
        };
        let known = term(name).or_else(capital);
        words.push_str(&known.unwrap_or_else(|| format!("{{{{{inside}}}}}")));
        rest = behind;
    }
    words.push_str(rest);
    words
}

/// The ids that moved: all that are not in the longest run that kept its order.
fn moved(before: &[String], after: &[String]) -> Vec<String> {
    let places: Vec<(usize, &String)> = after
        .iter()
        .filter_map(|id| Some((before.iter().position(|other| other == id)?, id)))
        .collect();
    // The longest rising run that ends at each place, and the place before it.
    let mut runs: Vec<(usize, Option<usize>)> = Vec::with_capacity(places.len());
    for (at, (place, _)) in places.iter().enumerate() {
        let best = (0..at)
            .filter(|&earlier| places[earlier].0 < *place)
            .max_by_key(|&earlier| runs[earlier].0);
        runs.push((best.map_or(1, |best| runs[best].0 + 1), best));
    }
    let mut kept = vec![false; places.len()];
    let mut at = (0..runs.len()).max_by_key(|&at| runs[at].0);
    while let Some(here) = at {
        kept[here] = true;
        at = runs[here].1;
    }
    places
        .iter()
        .zip(kept)
        .filter(|(_, kept)| !kept)
        .map(|((_, id), _)| (*id).clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_moved_is_the_least_that_could_be() {
        let ids = |text: &str| -> Vec<String> { text.chars().map(String::from).collect() };
        assert_eq!(moved(&ids("abcd"), &ids("dabc")), ["d"]);
        assert_eq!(moved(&ids("abcd"), &ids("bacd")).len(), 1);
        assert_eq!(moved(&ids("ab"), &ids("axb")), [] as [&str; 0]);
    }
}
