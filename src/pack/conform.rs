//! Does a value have the shape that its key asks for?
//!
//! Comes in: a tree as it was written. Goes out: the same tree without what doesn't fit, each of which has been said, and
//! with the short forms written out: a statement that is a plain string becomes a map with an id and its words.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::shape::{self, Kind, Naming, Record};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span, nearest, one_of};
use crate::edition::{Cmyk, Distance, Rgb};
use crate::source::{Entry, Node, Sources, Value};

/// Checks a value against a kind. `None` if nothing of it can be used.
pub(crate) fn conform(
    node: &Arc<Node>,
    kind: &Kind,
    key: &str,
    sources: &Sources,
    problems: &mut Diagnostics,
) -> Option<Arc<Node>> {
    Conform { sources, problems }.value(node, kind, key)
}

/// Whether a text is a slug: small letters, digits and hyphens, beginning with a letter.
pub(crate) fn is_slug(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with('-')
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// The slug that is nearest to a text; empty if it has no letter that a slug can have.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars() {
        match c {
            '\'' | '’' => {}
            c if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            c => match bare_letter(c) {
                Some(letter) => slug.push(letter),
                None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
                None => {}
            },
        }
    }
    let slug = slug.trim_end_matches('-');
    slug.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-')
        .to_owned()
}

/// The bare letter of the accented ones that British and European names have.
pub(crate) fn bare_letter(c: char) -> Option<char> {
    let lower = c.to_lowercase().next()?;
    Some(match lower {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' | 'ă' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ė' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'į' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ţ' | 'ț' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ų' | 'ū' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        _ => return None,
    })
}

struct Conform<'a> {
    sources: &'a Sources,
    problems: &'a mut Diagnostics,
}

impl Conform<'_> {
    fn value(&mut self, node: &Arc<Node>, kind: &Kind, key: &str) -> Option<Arc<Node>> {
        if node.is_faulty() {
            return None;
        }
        if matches!(node.value, Value::Empty) {
            self.problems.push(
                Diagnostic::new(Code::EmptyText, format!("`{key}` has no value"))
                    .at(node.at, "")
                    .help(format!("leave `{key}` out to take over what is inherited, or write `{key}: \"\"` to say nothing")),
            );
            return None;
        }
        match kind {
            Kind::Record(record) => self.record(node, record, key),
            Kind::Whole(record) => self.whole(node, record, key),
            Kind::Inks => self.inks(node, key),
            Kind::Named(naming, inner) => self.named(node, *naming, inner, key),
            Kind::List(inner) => self.list(node, inner, key),
            Kind::Things(record) => self.things(node, record, key),
            // Bodies are made by the reader, as a list of stretches.
            Kind::Body => Some(Arc::clone(node)),
            Kind::Plain
            | Kind::Text
            | Kind::Blocks
            | Kind::Slug
            | Kind::Date
            | Kind::Address
            | Kind::Email
            | Kind::Colour
            | Kind::Switch
            | Kind::Number
            | Kind::Distance
            | Kind::File
            | Kind::Language
            | Kind::Choice(_) => self.scalar(node, kind, key),
        }
    }

    fn wrong_kind(&mut self, node: &Node, key: &str, expected: &str) {
        let found = match &node.value {
            Value::Empty | Value::Faulty => "nothing",
            Value::Scalar(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a map of keys",
        };
        let mut diagnostic = Diagnostic::new(
            Code::WrongKind,
            format!("`{key}` takes {expected}, and this is {found}"),
        )
        .at(node.at, format!("expected {expected}"));
        let rest = self
            .sources
            .file(node.at.file)
            .text
            .get(node.at.start as usize..)
            .unwrap_or_default();
        if rest.starts_with('-') && expected.starts_with("a list") {
            diagnostic = diagnostic.help("the dash of an item has a blank behind it: - id: …");
        }
        if rest.starts_with("{{") {
            diagnostic = diagnostic.help(
                "a text that begins with `{{` needs quotes around it: \"{{ terms.name }} …\"",
            );
        }
        self.problems.push(diagnostic);
    }

    fn scalar(&mut self, node: &Arc<Node>, kind: &Kind, key: &str) -> Option<Arc<Node>> {
        let Some(text) = node.scalar() else {
            if kind.is_words() && is_by_language(node) {
                return Some(self.by_language(node, kind, key));
            }
            self.wrong_kind(node, key, kind.expected());
            return None;
        };
        // An empty text takes away what is inherited.
        if text.is_empty() {
            return Some(Arc::clone(node));
        }
        match fault(text, kind) {
            None => Some(Arc::clone(node)),
            Some(fault) => {
                self.fault(node, text, kind, key, fault);
                None
            }
        }
    }

    /// A text that is said in several languages: `{ en: …, cy: … }`.
    fn by_language(&mut self, node: &Node, kind: &Kind, key: &str) -> Arc<Node> {
        let entries = node
            .entries()
            .iter()
            .map(|entry| entry_or_fault(entry, self.value(&entry.node, kind, key)))
            .collect();
        Arc::new(Node::new(Value::Map(entries), node.at))
    }

    fn fault(&mut self, node: &Node, text: &str, kind: &Kind, key: &str, fault: Fault) {
        let diagnostic = match kind {
            Kind::Choice(choices) if *choices == Code::NAMES => {
                Diagnostic::new(fault.code, format!("there is no check `{text}`"))
                    .at(node.at, "expected the code of a check")
            }
            Kind::Choice(choices) => {
                Diagnostic::new(fault.code, format!("`{key}` can't be `{text}`")).at(
                    node.at,
                    format!("expected {}", one_of(choices.iter().copied())),
                )
            }
            Kind::Plain => Diagnostic::new(fault.code, format!("`{key}` has to stand on one line"))
                .at(node.at, "this goes on over the line's end"),
            _ => Diagnostic::new(fault.code, format!("`{text}` is not {}", fault.expected))
                .at(node.at, format!("`{key}` takes {}", fault.expected)),
        };
        let diagnostic = match (kind, fault.help) {
            (Kind::Choice(choices), _) => match nearest(text, choices.iter().copied()).as_slice() {
                [] => diagnostic,
                near => diagnostic.help(format!("did you mean {}?", one_of(near.iter().copied()))),
            },
            (_, Some(help)) => diagnostic.help(help),
            (_, None) => diagnostic,
        };
        self.problems.push(diagnostic);
    }

    fn record(
        &mut self,
        node: &Arc<Node>,
        record: &'static Record,
        key: &str,
    ) -> Option<Arc<Node>> {
        let is_list = |key: &str| {
            record
                .key(key)
                .is_some_and(|key| matches!(key.kind, Kind::List(_)))
        };
        if let (Value::Scalar(_), Some(short_form)) = (&node.value, record.short_form)
            && !is_list(short_form)
        {
            let entry = Entry {
                key: short_form.into(),
                at: node.at,
                node: Arc::clone(node),
            };
            return Some(self.with_entries(node, &[entry], record));
        }
        if let Value::List(_) = &node.value
            && let Some(short_form) = record.short_form.filter(|key| is_list(key))
            && let Some(form) = record.key(short_form)
        {
            // Its faults are told by the key that the author wrote.
            let entry = Entry {
                key: short_form.into(),
                at: node.at,
                node: Arc::clone(node),
            };
            let list = self.value(node, &form.kind, key);
            let entries = vec![entry_or_fault(&entry, list)];
            return Some(Arc::new(Node::new(Value::Map(entries), node.at)));
        }
        let Value::Map(entries) = &node.value else {
            self.wrong_kind(node, key, &format!("the keys of {}", record.name));
            return None;
        };
        Some(self.with_entries(node, entries, record))
    }

    /// Keys that say one thing together, or the one that a plain string stands for. That stays a string, so that it is told
    /// where it comes from as any other.
    fn whole(&mut self, node: &Arc<Node>, record: &'static Record, key: &str) -> Option<Arc<Node>> {
        let plain = record.short_form.and_then(|name| record.key(name));
        match (&node.value, plain) {
            (Value::Scalar(_), Some(plain)) => self.value(node, &plain.kind, key),
            _ => self.record(node, record, key),
        }
    }

    /// The shares of cyan, magenta, yellow and black, all of whose faults are said.
    fn inks(&mut self, node: &Arc<Node>, key: &str) -> Option<Arc<Node>> {
        let Value::List(items) = &node.value else {
            self.wrong_kind(node, key, "a list of four numbers");
            return None;
        };
        let wrong = |message: String, at: Span, expected: &str| {
            Diagnostic::new(Code::WrongForm, message)
                .at(at, expected)
                .help(format!("write {key}: [100, 70, 0, 20] for 100 % cyan, 70 % magenta, no yellow and 20 % black"))
        };
        if items.len() != Cmyk::NAMES.len() {
            self.problems.push(wrong(
                format!("`{key}` takes four numbers, and has {}", items.len()),
                node.at,
                "expected cyan, magenta, yellow and black, in per cent",
            ));
            return None;
        }
        let mut shares = [0; 4];
        let mut sound = true;
        for ((item, ink), share) in items.iter().zip(Cmyk::NAMES).zip(&mut shares) {
            let text = item.scalar().map_or("…", |text| &**text);
            if let Ok(number @ 0..=100) = text.parse() {
                *share = number;
                continue;
            }
            sound = false;
            self.problems.push(wrong(
                format!("`{text}` is not a share of {ink}"),
                item.at,
                "expected a whole number from 0 to 100",
            ));
        }
        let together = Cmyk::new(shares).together();
        if sound && together > Cmyk::MOST {
            sound = false;
            self.problems.push(
                Diagnostic::new(
                    Code::WrongForm,
                    format!("these inks are {together} % together"),
                )
                .at(node.at, format!("paper takes {} % at most", Cmyk::MOST))
                .help("take out as much cyan, magenta and yellow alike, and add some black"),
            );
        }
        sound.then(|| Arc::clone(node))
    }

    fn with_entries(
        &mut self,
        node: &Node,
        entries: &[Entry],
        record: &'static Record,
    ) -> Arc<Node> {
        let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
        let mut misspelt: Vec<Entry> = Vec::new();
        for entry in entries {
            let Some(key) = record.key(&entry.key) else {
                let diagnostic = Diagnostic::new(
                    Code::UnknownKey,
                    format!("{} has no key `{}`", record.name, entry.key),
                )
                .at(entry.at, "");
                let diagnostic = match to_leave_out(record, entry.key.trim()) {
                    Some(help) => diagnostic.help(help),
                    None => {
                        diagnostic.suggest(entry.key.trim(), record.all_keys().map(|key| key.name))
                    }
                };
                self.problems.push(
                    diagnostic
                    .help_if(
                        entry.key.starts_with(char::is_whitespace),
                        "there are blanks before it that aren't spaces to YAML, perhaps pasted: type them anew",
                    )
                    .help_if(
                        matches!(entry.node.value, Value::Empty),
                        "between { and } a comma ends a text: put quotes around one that has a comma in it",
                    ),
                );
                misspelt.extend(meant(record, entry));
                continue;
            };
            let node = self.value(&entry.node, &key.kind, key.name);
            kept.push(entry_or_fault(entry, node));
        }
        // That the key which was meant is missing need not be said as well.
        for entry in misspelt {
            if kept.iter().all(|other| other.key != entry.key) {
                kept.push(entry);
            }
        }
        Arc::new(Node::new(Value::Map(kept), node.at))
    }

    fn named(
        &mut self,
        node: &Arc<Node>,
        naming: Naming,
        inner: &Kind,
        key: &str,
    ) -> Option<Arc<Node>> {
        let Value::Map(entries) = &node.value else {
            self.wrong_kind(node, key, "names with values");
            return None;
        };
        let mut kept = Vec::with_capacity(entries.len());
        for entry in entries {
            if !self.name(entry, naming, key) {
                continue;
            }
            let node = self.value(&entry.node, inner, &entry.key);
            kept.push(entry_or_fault(entry, node));
        }
        Some(Arc::new(Node::new(Value::Map(kept), node.at)))
    }

    fn name(&mut self, entry: &Entry, naming: Naming, key: &str) -> bool {
        let name = &*entry.key;
        match naming {
            // Keys are written by the program, and one that means nothing any more is forgotten.
            Naming::Key => true,
            Naming::Slug if is_slug(name) => true,
            Naming::Slug => {
                self.not_a_slug(name, entry.at);
                false
            }
            Naming::Term if is_slug(&name.replace('_', "-")) && !name.contains('-') => true,
            Naming::Term => {
                let near = slug(name).replace('-', "_");
                let mut diagnostic = Diagnostic::new(
                    Code::NotASlug,
                    format!("`{name}` can't be the name of a term"),
                )
                .at(
                    entry.at,
                    "small letters, digits and underscores, beginning with a letter",
                );
                if !near.is_empty() {
                    diagnostic = diagnostic.help(format!("write `{near}`"));
                }
                self.problems.push(diagnostic);
                false
            }
            Naming::Among(names) if names.contains(&name) => true,
            Naming::Among(names) => {
                self.problems.push(
                    Diagnostic::new(Code::UnknownKey, format!("`{key}` has no `{name}`"))
                        .at(entry.at, "")
                        .suggest(name, names.iter().copied()),
                );
                false
            }
        }
    }

    fn not_a_slug(&mut self, text: &str, at: Span) {
        let mut diagnostic = Diagnostic::new(Code::NotASlug, format!("`{text}` can't be an id"))
            .at(
                at,
                "ids have small letters, digits and hyphens, and begin with a letter",
            );
        let near = slug(text);
        if !near.is_empty() {
            diagnostic = diagnostic.help(format!("write `{near}`"));
        }
        self.problems.push(diagnostic);
    }

    fn list(&mut self, node: &Arc<Node>, inner: &Kind, key: &str) -> Option<Arc<Node>> {
        let Value::List(items) = &node.value else {
            self.wrong_kind(node, key, "a list");
            return None;
        };
        // Where one of some names is misspelt, what follows from its absence need not be said as well.
        let is_choice = matches!(inner, Kind::Choice(_));
        let items = items
            .iter()
            .filter_map(|item| {
                let faulty = || Arc::new(Node::new(Value::Faulty, item.at));
                self.value(item, inner, key)
                    .or_else(|| is_choice.then(faulty))
            })
            .collect();
        Some(Arc::new(Node::new(Value::List(items), node.at)))
    }

    fn things(
        &mut self,
        node: &Arc<Node>,
        record: &'static Record,
        key: &str,
    ) -> Option<Arc<Node>> {
        let Value::List(items) = &node.value else {
            self.wrong_kind(node, key, &format!("a list, each item {}", record.name));
            return None;
        };
        if items.len() > MOST_THINGS {
            self.problems.push(
                Diagnostic::new(
                    Code::FileTooLarge,
                    format!("there are {} things in `{key}`", items.len()),
                )
                .at(items[MOST_THINGS].at, "the first that is too many")
                .help(format!("a list may have {MOST_THINGS}")),
            );
            return None;
        }
        let mut kept: Vec<Arc<Node>> = Vec::with_capacity(items.len());
        // Where each id stands, and the last number that was put behind it to tell another thing from it.
        let mut known: HashMap<String, (Span, usize)> = HashMap::with_capacity(items.len());
        for item in items {
            let Some(mut thing) = self.thing(item, record, kept.len()) else {
                continue;
            };
            let Some((id, at)) = id_of(&thing) else {
                continue;
            };
            let mut id = id.to_owned();
            if let Some(&(first, number)) = known.get(&id) {
                if !is_made_up(&thing) {
                    self.problems.push(
                        Diagnostic::new(
                            Code::DuplicateId,
                            format!("two things in `{key}` have the id `{id}`"),
                        )
                        .at(at, "again here")
                        .at(first, "first here")
                        .help("give one of them another id"),
                    );
                    continue;
                }
                // One of so many names is free: there are fewer things than names.
                let free = (number + 1..=number + kept.len() + 1)
                    .map(|number| (number, format!("{id}-{number}")))
                    .find(|(_, name)| !known.contains_key(name));
                if let Some((number, unique)) = free {
                    known.insert(id, (first, number));
                    thing = with_id(&thing, &unique);
                    id = unique;
                }
            }
            known.insert(id, (at, 1));
            kept.push(thing);
        }
        let all_faulty = kept.is_empty() && !items.is_empty();
        (!all_faulty).then(|| Arc::new(Node::new(Value::List(kept), node.at)))
    }

    fn thing(
        &mut self,
        item: &Arc<Node>,
        record: &'static Record,
        index: usize,
    ) -> Option<Arc<Node>> {
        if let (Value::Scalar(text), Some(short_form)) = (&item.value, record.short_form) {
            if text.trim().is_empty() {
                self.problems.push(
                    Diagnostic::new(Code::EmptyText, format!("{} says nothing", record.name))
                        .at(item.at, ""),
                );
                return None;
            }
            let id = id_from_words(text, index);
            return Some(Arc::new(Node::new(
                Value::Map(vec![
                    Entry {
                        key: "id".into(),
                        at: item.at,
                        node: Arc::new(Node::new(Value::Scalar(id.into()), item.at)),
                    },
                    Entry {
                        key: short_form.into(),
                        at: item.at,
                        node: Arc::clone(item),
                    },
                ]),
                item.at,
            )));
        }
        let Value::Map(entries) = &item.value else {
            if item.is_faulty() {
                return None;
            }
            if matches!(item.value, Value::Empty) {
                self.problems.push(
                    Diagnostic::new(Code::EmptyText, format!("{} is empty", record.name))
                        .at(item.at, "nothing stands behind this dash"),
                );
            } else {
                self.wrong_kind(item, "this list", &format!("the keys of {}", record.name));
            }
            return None;
        };
        if let (Some(_), [only]) = (record.short_form, entries.as_slice())
            && record.key(&only.key).is_none()
        {
            self.words_with_colon(only, record);
            return None;
        }
        let thing = self.with_entries(item, entries, record);
        if item.get("id").is_none() {
            self.problems.push(
                Diagnostic::new(Code::MissingKey, format!("{} has no `id`", record.name))
                    .at(item.at, "")
                    .help("give it one that can stay the same: small letters, digits and hyphens"),
            );
            return None;
        }
        Some(thing)
    }

    /// Says that `- Remember: ask first.` is a key with a value to YAML.
    fn words_with_colon(&mut self, only: &Entry, record: &Record) {
        let words = only.node.scalar().map_or("…", |words| &**words);
        self.problems.push(
            Diagnostic::new(
                Code::UnknownKey,
                format!("{} has no key `{}`", record.name, only.key),
            )
            .at(only.at, "YAML takes words before a colon for a key")
            .help(format!(
                "if this is the text itself, put quotes around it: - \"{}: {words}\"",
                only.key
            )),
        );
    }
}

/// An entry with the value that was found sound, or a mark that there was one that wasn't.
fn entry_or_fault(entry: &Entry, node: Option<Arc<Node>>) -> Entry {
    Entry {
        key: Arc::clone(&entry.key),
        at: entry.at,
        node: node.unwrap_or_else(|| Node::faulty(entry.node.at)),
    }
}

/// How to leave something out, for somebody who tried it with a key that isn't there.
fn to_leave_out(record: &'static Record, key: &str) -> Option<&'static str> {
    /// What people write who mean `remove`.
    const WISHES: &[&str] = &[
        "delete",
        "drop",
        "hide",
        "leave-out",
        "leave_out",
        "omit",
        "skip",
    ];
    /// What people look for under `omit`, and in the front matter of a channel.
    const STATEMENTS: &[&str] = &["levels", "safeguards", "statements"];
    let is_wish = WISHES.contains(&key);
    let is_of_channel = std::ptr::eq(record, &raw const shape::CHANNEL) && is_wish;
    let is_of_omit = std::ptr::eq(record, &raw const shape::ROOMS) && STATEMENTS.contains(&key);
    if is_of_channel || is_of_omit {
        Some(
            "a statement is left out by its id, in the file of its channel: under `levels` and its level, \
             write `- { id: …, remove: true }`",
        )
    } else if is_wish && record.key("remove").is_some() {
        Some("to leave it out, write `remove: true`")
    } else {
        None
    }
}

/// The needed key that a misspelt one was meant to be, as a fault.
fn meant(record: &Record, misspelt: &Entry) -> Option<Entry> {
    let needed = record.all_keys().filter(|key| key.needed);
    let name = nearest(&misspelt.key, needed.map(|key| key.name))
        .first()
        .copied()?;
    Some(Entry {
        key: name.into(),
        at: misspelt.at,
        node: Node::faulty(misspelt.node.at),
    })
}

/// The id of a thing, and where it stands.
pub(crate) fn id_of(thing: &Node) -> Option<(&str, Span)> {
    let id = thing.get("id")?;
    Some((id.scalar()?, id.at))
}

/// Whether a thing was written as a plain string, so that its id comes from its words.
pub(crate) fn is_made_up(thing: &Node) -> bool {
    thing.get("id").is_some_and(|id| id.at == thing.at)
}

fn with_id(thing: &Node, id: &str) -> Arc<Node> {
    let entries = thing
        .entries()
        .iter()
        .map(|entry| match &*entry.key {
            "id" => Entry {
                node: Arc::new(Node::new(Value::Scalar(id.into()), entry.node.at)),
                ..entry.clone()
            },
            _ => entry.clone(),
        })
        .collect();
    Arc::new(Node::new(Value::Map(entries), thing.at))
}

/// An id from the first words of a statement.
fn id_from_words(text: &str, index: usize) -> String {
    /// Enough to tell statements apart, short enough to type.
    const WORDS: usize = 5;
    let words: Vec<&str> = text.split_whitespace().take(WORDS).collect();
    let id = slug(&words.join(" "));
    if id.is_empty() {
        format!("statement-{}", index + 1)
    } else {
        id
    }
}

struct Fault {
    code: Code,
    expected: &'static str,
    help: Option<String>,
}

impl Kind {
    /// What it takes, as it stands in a message.
    pub(crate) fn expected(&self) -> &'static str {
        match self {
            Kind::Plain | Kind::Text | Kind::Blocks | Kind::Body => "a text",
            Kind::Slug => "an id",
            Kind::Date => "a date",
            Kind::Address => "a web address",
            Kind::Email => "an email address",
            Kind::Colour | Kind::Whole(_) => "a colour",
            Kind::Inks => "four shares of ink",
            Kind::Switch => "`true` or `false`",
            Kind::Number => "a whole number",
            Kind::Distance => "a distance in metres",
            Kind::File => "the name of a file",
            Kind::Language => "a language",
            Kind::Choice(_) => "one of the words it knows",
            Kind::Record(_) | Kind::Named(..) => "a map",
            Kind::List(_) | Kind::Things(_) => "a list",
        }
    }
}

/// The most things of one kind that a list may have: contacts, statements, words of the glossary. Nobody reads a tenth of it, and setting
/// far more on one sheet would take hours.
const MOST_THINGS: usize = 2_000;

/// What is wrong with the form of a text, if anything.
fn fault(text: &str, kind: &Kind) -> Option<Fault> {
    let wrong = |help: Option<&str>| {
        Some(Fault {
            code: Code::WrongForm,
            expected: kind.expected(),
            help: help.map(str::to_owned),
        })
    };
    match kind {
        Kind::Plain if text.contains('\n') && text.trim_end().contains('\n') => wrong(Some(
            "join the lines; in a table, see whether a quote is missing",
        )),
        Kind::Slug if !is_slug(text) => {
            let near = slug(text);
            Some(Fault {
                code: Code::NotASlug,
                expected: "an id",
                help: Some(if near.is_empty() {
                    "ids have small letters, digits and hyphens, and begin with a letter".to_owned()
                } else {
                    format!(
                        "ids have small letters, digits and hyphens, and begin with a letter: `{near}`"
                    )
                }),
            })
        }
        Kind::Date if date(text).is_none() => {
            wrong(Some("dates are written year-month-day: 2027-09-01"))
        }
        Kind::Address if !is_address(text) => wrong(Some(
            "write it with https:// in front: https://www.example.org/",
        )),
        Kind::Email if !is_email(text) => wrong(Some("it has the form name@place.example")),
        Kind::Colour if Rgb::parse(text).is_none() => wrong(Some(
            "colours are written as \"#\" and six digits, in quotes: \"#1b365d\"",
        )),
        Kind::Switch if !matches!(text, "true" | "false") => {
            wrong(Some("write `true` for yes and `false` for no"))
        }
        Kind::Distance if Distance::parse(text).is_none() => wrong(Some(
            "write it with an m, between half a metre and twenty: 3m, 2.5m",
        )),
        Kind::Number if text.parse::<u32>().is_err() => wrong(None),
        Kind::File if !is_file(text) => wrong(Some(
            "files lie in the pack: give the path from there, with /, without ..",
        )),
        Kind::Language if text.parse::<unic_langid::LanguageIdentifier>().is_err() => {
            wrong(Some("languages are written as en, cy, pl, ur"))
        }
        Kind::Choice(choices) if !choices.contains(&text) => wrong(None),
        _ => None,
    }
}

/// What is wrong with an answer that is to become a value: the code, what was expected, and how to mend it.
pub(crate) fn misfit(text: &str, kind: &Kind) -> Option<(Code, &'static str, Option<String>)> {
    fault(text, kind).map(|fault| (fault.code, fault.expected, fault.help))
}

/// Whether a word is the tag of a language: `en`, `cy`, `zh-Hant`.
pub(crate) fn is_language(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.parse::<unic_langid::LanguageIdentifier>().is_ok()
}

/// Whether a map has a text for each of some languages.
fn is_by_language(node: &Node) -> bool {
    let entries = node.entries();
    !entries.is_empty() && entries.iter().all(|entry| is_language(&entry.key))
}

/// A day, written year-month-day.
pub(crate) fn date(text: &str) -> Option<Date> {
    let date = Date::strptime("%Y-%m-%d", text).ok()?;
    (text.len() == 10).then_some(date)
}

fn is_address(text: &str) -> bool {
    url::Url::parse(text)
        .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// Whether a text has the form of an email address.
pub(crate) fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, place)| {
        !name.is_empty()
            && place.contains('.')
            && !place.starts_with('.')
            && !place.ends_with('.')
            && !text.contains(char::is_whitespace)
            && !place.contains('@')
    })
}

fn is_file(text: &str) -> bool {
    !text.starts_with('/')
        && !text.contains(['\\', ':'])
        && text
            .split('/')
            .all(|part| !part.is_empty() && part != ".." && part != ".")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::shape;
    use crate::source::yaml;

    fn conformed(text: &str, record: &'static Record) -> (Option<Arc<Node>>, Vec<(Code, String)>) {
        let mut sources = Sources::new();
        let file = sources.add("test.yml", text);
        let mut problems = Diagnostics::new();
        let node = yaml::parse(text, file, 0, &mut problems).expect("it is YAML");
        let node = conform(
            &node,
            &Kind::Record(record),
            "test",
            &sources,
            &mut problems,
        );
        let said = problems
            .iter()
            .map(|d| (d.code, sources.place(d.labels[0].at)))
            .collect();
        (node, said)
    }

    #[test]
    fn all_faults_of_a_file_are_said_at_once() {
        let text = "titel: Email\nicon: Big Icon\nsee_also: images\nlevels:\n  best:\n    - id: a\n      short: One\n    - id: a\n      short: Two\n    -\n";
        let (_, said) = conformed(text, &shape::CHANNEL);
        let codes: Vec<_> = said.iter().map(|(code, _)| *code).collect();
        assert_eq!(
            codes,
            [
                Code::UnknownKey,
                Code::NotASlug,
                Code::WrongKind,
                Code::DuplicateId,
                Code::EmptyText
            ]
        );
        assert_eq!(said[3].1, "test.yml:8:11");
    }

    #[test]
    fn a_plain_string_is_a_statement_with_an_id_from_its_words() {
        let (node, said) = conformed(
            "levels:\n  best:\n    - Don't post **photographs** of children.\n    - Don't post photographs of children at all.\n",
            &shape::CHANNEL,
        );
        assert!(said.is_empty(), "{said:?}");
        let node = node.expect("a map");
        let ids: Vec<_> = node
            .get("levels")
            .and_then(|l| l.get("best"))
            .expect("best")
            .items()
            .iter()
            .filter_map(|s| id_of(s))
            .map(|(id, _)| id.to_owned())
            .collect();
        assert_eq!(
            ids,
            [
                "dont-post-photographs-of-children",
                "dont-post-photographs-of-children-2"
            ]
        );
    }

    #[test]
    fn a_term_without_quotes_is_explained() {
        let text = "title: {{ terms.manager }}\n";
        let mut sources = Sources::new();
        let file = sources.add("test.yml", text);
        let mut problems = Diagnostics::new();
        let node =
            yaml::parse(text, file, 0, &mut problems).expect("YAML takes the braces for a map");
        conform(
            &node,
            &Kind::Record(&shape::CHANNEL),
            "test",
            &sources,
            &mut problems,
        );
        let problem = problems.iter().next().expect("one");
        assert_eq!(problem.code, Code::WrongKind);
        assert!(problem.help[0].contains("needs quotes"));
    }

    #[test]
    fn slugs_come_from_words() {
        assert_eq!(slug("Glan-môr Council"), "glan-mor-council");
        assert_eq!(slug("  2. Scope & aims"), "scope-aims");
        assert_eq!(slug("中文"), "");
        assert!(is_slug("a-1") && !is_slug("1-a") && !is_slug("A") && !is_slug("a-"));
    }

    #[test]
    fn forms_are_checked() {
        assert!(date("2027-09-01").is_some());
        assert!(
            date("2027-9-1").is_none()
                && date("31.03.13").is_none()
                && date("2027-02-30").is_none()
        );
        assert!(is_email("a@b.example") && !is_email("a@b") && !is_email("a b@c.example"));
        assert!(
            is_address("https://a.example/")
                && !is_address("www.a.example")
                && !is_address("javascript:alert(1)")
        );
        assert!(
            is_file("logo.svg")
                && !is_file("../logo.svg")
                && !is_file("/etc/passwd")
                && !is_file("C:\\a")
        );
    }
}
