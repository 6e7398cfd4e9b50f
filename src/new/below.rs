//! What a new thing stands on: the levels, terms, contacts, channels and sections that the pack and the layers between have.

use crate::pack::{Layer, Pack};
use crate::source::Node;

/// What is there below a new edition, channel or section.
#[derive(Debug, Clone, Default)]
pub struct Below {
    /// The levels that channels file their statements under.
    pub levels: Vec<LevelBelow>,
    /// The terms with their words.
    pub terms: Vec<(String, String)>,
    /// The contacts.
    pub contacts: Vec<ContactBelow>,
    /// The day on which somebody looks at it again, as `2027-09-01`.
    pub review: Option<String>,
    /// The ids of the channels.
    pub channels: Vec<String>,
    /// The ids of the sections.
    pub sections: Vec<String>,
}

/// A level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelBelow {
    /// Its id.
    pub id: String,
    /// How it is meant: `do`, `caution` or `dont`.
    pub tone: String,
}

/// A contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactBelow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its phone number; may be empty.
    pub phone: String,
    /// Its email address; may be empty.
    pub email: String,
    /// When it can be reached; may be empty.
    pub hours: String,
    /// Whether it stands on posters, and is not the same everywhere, as an emergency number is.
    pub is_local: bool,
}

impl Below {
    /// What an edition that extends `parent` stands on; the pack alone, if `None`.
    pub fn of(pack: &Pack, parent: Option<&str>) -> Self {
        let mut chain: Vec<&Layer> = Vec::new();
        let mut next = parent.and_then(|id| pack.layer(id));
        while let Some(layer) = next {
            // A circle is an error, and said when the pack is checked.
            if chain.iter().any(|known| known.id == layer.id) {
                break;
            }
            chain.push(layer);
            next = pack.beneath(layer);
        }
        if !chain.iter().any(|layer| layer.id == pack.base.id) {
            chain.push(&pack.base);
            chain.extend(pack.below.iter().rev());
        }
        let mut below = Self::default();
        for tree in chain.iter().rev().flat_map(|layer| &layer.trees) {
            below.add(tree);
        }
        below
    }

    /// Lays what a layer says over it.
    fn add(&mut self, tree: &Node) {
        for level in things(tree, "levels") {
            let Some(id) = words(level, "id") else {
                continue;
            };
            if words(level, "remove").as_deref() == Some("true") {
                self.levels.retain(|known| known.id != id);
            } else if let Some(tone) = words(level, "tone") {
                match self.levels.iter_mut().find(|known| known.id == id) {
                    Some(known) => known.tone = tone,
                    None => self.levels.push(LevelBelow { id, tone }),
                }
            }
        }
        for entry in tree
            .get("terms")
            .map(|terms| terms.entries())
            .unwrap_or_default()
        {
            let Some(words) = entry.node.scalar() else {
                continue;
            };
            match self.terms.iter_mut().find(|(key, _)| **key == *entry.key) {
                Some((_, known)) => *known = words.to_string(),
                None => self.terms.push((entry.key.to_string(), words.to_string())),
            }
        }
        if let Some(day) = tree.get("document").and_then(|it| words(it, "review")) {
            self.review = Some(day);
        }
        add_ids(tree, "channels", &mut self.channels);
        add_ids(tree, "sections", &mut self.sections);
        for contact in things(tree, "contacts") {
            self.add_contact(contact);
        }
    }

    fn add_contact(&mut self, contact: &Node) {
        let Some(id) = words(contact, "id") else {
            return;
        };
        if words(contact, "remove").as_deref() == Some("true") {
            self.contacts.retain(|known| known.id != id);
            return;
        }
        let at = self.contacts.iter().position(|known| known.id == id);
        let at = at.unwrap_or_else(|| {
            self.contacts.push(ContactBelow {
                id,
                name: String::new(),
                phone: String::new(),
                email: String::new(),
                hours: String::new(),
                is_local: false,
            });
            self.contacts.len() - 1
        });
        let known = &mut self.contacts[at];
        for (key, part) in [
            ("name", &mut known.name),
            ("phone", &mut known.phone),
            ("email", &mut known.email),
            ("hours", &mut known.hours),
        ] {
            if let Some(words) = words(contact, key) {
                *part = words;
            }
        }
        if words(contact, "on_posters").as_deref() == Some("true") {
            known.is_local = words(contact, "urgency").as_deref() != Some("emergency");
        }
    }
}

/// Adds the ids of what a layer has under a key, and takes away those that it leaves out.
fn add_ids(tree: &Node, key: &str, ids: &mut Vec<String>) {
    for entry in tree.get(key).map(|it| it.entries()).unwrap_or_default() {
        if !ids.iter().any(|id| **id == *entry.key) {
            ids.push(entry.key.to_string());
        }
    }
    let omitted = tree.get("omit").and_then(|omit| omit.get(key));
    for item in omitted.map(|list| list.items()).unwrap_or_default() {
        ids.retain(|id| item.scalar().is_none_or(|omitted| **omitted != **id));
    }
}

fn things<'n>(tree: &'n Node, key: &str) -> impl Iterator<Item = &'n Node> {
    tree.get(key)
        .map(|list| list.items())
        .unwrap_or_default()
        .iter()
        .map(|item| &**item)
}

fn words(thing: &Node, key: &str) -> Option<String> {
    let text = thing.get(key)?.scalar()?;
    Some(text.trim().to_owned())
}
