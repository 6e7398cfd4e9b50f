//! What an edition advises otherwise than its pack, for those who read its pages.
//!
//! A committee wants to know of every value that differs; a reader wants to know where the advice does. So this takes, of all
//! facts, those of topics, sections and the summary of do and don't, with their words as pages show them.

use pulldown_cmark::{Event, Parser, TagEnd};

use super::facts::{What, facts};
use super::report::{Kind, filled};
use crate::source::{Node, Value};

/// What an edition advises otherwise than its pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalAdvice {
    /// What the pack calls itself.
    pub pack: String,
    /// What differs, in the order of the pack.
    pub differences: Vec<Difference>,
}

impl LocalAdvice {
    /// Compares an edition with its pack.
    pub fn of(pack: &Node, edition: &Node) -> Self {
        let name = pack.get("title").and_then(|title| title.scalar());
        Self {
            pack: name.map(|name| filled(name, pack)).unwrap_or_default(),
            differences: differences(pack, edition),
        }
    }

    /// Whether what stands at a key, or in it, is the edition's own: added, or worded anew.
    pub fn is_local(&self, key: &str) -> bool {
        self.differences.iter().any(|difference| {
            difference.kind != Kind::Dropped
                && difference
                    .key
                    .strip_prefix(key)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    }

    /// Whether a whole thing is the edition's own.
    pub fn is_added(&self, key: &str) -> bool {
        let mut differences = self.differences.iter();
        differences.any(|difference| difference.kind == Kind::Added && difference.key == key)
    }
}

/// Advice that an edition gives otherwise than its pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Its key: `channels.email.levels.best.work-account.short`.
    pub key: String,
    /// What became of it.
    pub kind: Kind,
    /// What the pack says; nothing if the edition adds it.
    pub before: Option<Saying>,
    /// What the edition says; nothing if it takes it out.
    pub after: Option<Saying>,
}

/// Words without markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// The words.
    pub words: String,
    /// The language they are in, as a BCP 47 tag, if it is known.
    pub language: Option<String>,
}

/// What an edition advises otherwise than its pack, in the order of the pack.
fn differences(pack: &Node, edition: &Node) -> Vec<Difference> {
    let mut differences = Vec::new();
    for fact in facts(pack, edition) {
        if !is_advice(&fact.key) {
            continue;
        }
        let (kind, before, after) = match &fact.what {
            What::Added(node) => (Kind::Added, None, Some(saying(node, edition))),
            What::Dropped(node) => (Kind::Dropped, Some(saying(node, pack)), None),
            What::Changed { before, after } => {
                let (before, after) = (saying(before, pack), saying(after, edition));
                // An empty text takes away what was there.
                match (before.words.is_empty(), after.words.is_empty()) {
                    (true, true) => continue,
                    (true, false) => (Kind::Added, None, Some(after)),
                    (false, true) => (Kind::Dropped, Some(before), None),
                    (false, false) => (Kind::Reworded, Some(before), Some(after)),
                }
            }
            // The same advice in another order is the same advice.
            What::Reordered { .. } => continue,
        };
        differences.push(Difference {
            key: fact.key,
            kind,
            before,
            after,
        });
    }
    differences
}

/// Whether a value is advice, and not how it is shown: no icon, no order, no address.
fn is_advice(key: &str) -> bool {
    const PARTS: &[&str] = &[
        "title",
        "headline",
        "headline_note",
        "summary",
        "body",
        "levels",
        "safeguards",
        "consequences",
        "statistics",
        "do",
        "dont",
    ];
    const WORDS: &[&str] = &["short", "full", "figure", "meaning"];
    let parts: Vec<&str> = key.split('.').collect();
    let (part, below) = match parts.as_slice() {
        ["channels" | "sections", _] => return true,
        ["channels", _, "levels", _, below @ ..] => ("levels", below),
        ["channels" | "sections", _, part, below @ ..] | ["do_and_dont", part, below @ ..] => {
            (*part, below)
        }
        _ => return false,
    };
    let is_words = match below {
        [] | [_] => true,
        [_, words] => WORDS.contains(words),
        _ => false,
    };
    PARTS.contains(&part) && is_words
}

fn saying(node: &Node, tree: &Node) -> Saying {
    /// What a thing says first.
    const FIRST: &[&str] = &["title", "short", "figure"];
    match &node.value {
        Value::Scalar(text) => Saying {
            words: filled(&unmarked(text), tree),
            language: node.language.as_ref().map(ToString::to_string),
        },
        Value::List(items) => {
            let said: Vec<Saying> = items.iter().map(|item| saying(item, tree)).collect();
            let words: Vec<&str> = said.iter().map(|said| said.words.as_str()).collect();
            Saying {
                words: words.join(" ").trim().to_owned(),
                language: said.first().and_then(|said| said.language.clone()),
            }
        }
        Value::Map(_) => FIRST.iter().find_map(|name| node.get(name)).map_or_else(
            || Saying {
                words: String::new(),
                language: None,
            },
            |first| saying(first, tree),
        ),
        Value::Empty | Value::Faulty => Saying {
            words: String::new(),
            language: None,
        },
    }
}

/// The words of a text in Markdown.
fn unmarked(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for event in Parser::new(text) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak
            | Event::HardBreak
            | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => words.push(' '),
            _ => {}
        }
    }
    words.trim().replace('\'', "’")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_advice_counts() {
        for key in [
            "channels.email",
            "channels.email.levels.best.work-account",
            "channels.email.levels.best.work-account.full",
            "channels.email.safeguards.two-step.short",
            "channels.email.headline",
            "channels.email.consequences.poor",
            "sections.law.body",
            "do_and_dont.dont.friends",
        ] {
            assert!(is_advice(key), "{key}");
        }
        for key in [
            "name",
            "branding.primary",
            "contacts.duty-team.phone",
            "channels.email.icon",
            "channels.email.see_also",
            "channels.email.levels.best.work-account.audiences",
            "sections.law.clauses",
            "order.sections",
        ] {
            assert!(!is_advice(key), "{key}");
        }
    }

    #[test]
    fn words_lose_their_markup() {
        assert_eq!(
            unmarked("Use **your** [account](glossary:aup).\n\n- It's safe"),
            "Use your account. It’s safe"
        );
    }
}
