//! A page of the built site, read as a browser reads it: its addresses, links, headings and pictures.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span, Tokenizer};

/// What a page has and asks for.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The addresses on it.
    pub(super) ids: BTreeSet<String>,
    /// Those that stand more than once.
    pub(super) twice: BTreeSet<String>,
    /// What it links to or loads, each once, in order.
    pub(super) links: Vec<String>,
    /// Its headings: level after level.
    pub(super) headings: Vec<u8>,
    /// Pictures without words.
    pub(super) wordless: Vec<String>,
    /// Whether it says its language.
    pub(super) has_language: bool,
}

/// Reads a page.
pub(super) fn look(bytes: &[u8]) -> Found {
    let mut found = Found::default();
    let mut emitter = CallbackEmitter::new(Reading {
        found: &mut found,
        tag: None,
        attribute: None,
    });
    // What stands in scripts and styles is no markup.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(bytes, Forgiving(emitter)) {
        // Nothing comes out here: all is noted on the way.
        let Ok(_) = token;
    }
    found
}

/// Reads markup as browsers do, which say nothing of errors: looking for them takes half the time. Other validators do.
struct Forgiving<'a>(CallbackEmitter<Reading<'a>, Infallible>);

impl ForwardingEmitter for Forgiving<'_> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.0
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }
}

/// A page while it is read.
struct Reading<'a> {
    found: &'a mut Found,
    /// The tag that has begun.
    tag: Option<Tag>,
    /// The attribute whose value comes next.
    attribute: Option<Attribute>,
}

/// A tag with what is asked of it.
#[derive(Default)]
struct Tag {
    name: Vec<u8>,
    values: BTreeMap<Attribute, Vec<u8>>,
}

/// The attributes that are asked for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Attribute {
    Id,
    Link,
    Source,
    Alternative,
    Language,
}

impl Attribute {
    fn named(name: &[u8]) -> Option<Self> {
        match name {
            b"id" => Some(Self::Id),
            b"href" => Some(Self::Link),
            b"src" => Some(Self::Source),
            b"alt" => Some(Self::Alternative),
            b"lang" => Some(Self::Language),
            _ => None,
        }
    }
}

impl Callback<Infallible, ()> for Reading<'_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, _: Span<()>) -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.attribute = None;
                self.tag = Some(Tag {
                    name: name.to_vec(),
                    ..Tag::default()
                });
            }
            CallbackEvent::AttributeName { name } => {
                self.attribute = None;
                // Of two attributes of one name, browsers take the first.
                if let (Some(tag), Some(asked)) = (&mut self.tag, Attribute::named(name))
                    && !tag.values.contains_key(&asked)
                {
                    tag.values.insert(asked, Vec::new());
                    self.attribute = Some(asked);
                }
            }
            CallbackEvent::AttributeValue { value } => {
                if let (Some(tag), Some(asked)) = (&mut self.tag, self.attribute)
                    && let Some(known) = tag.values.get_mut(&asked)
                {
                    known.extend(value);
                }
            }
            CallbackEvent::CloseStartTag { .. } => {
                if let Some(tag) = self.tag.take() {
                    self.found.take(&tag);
                }
            }
            _ => {}
        }
        None
    }
}

impl Found {
    fn take(&mut self, tag: &Tag) {
        let value = |asked: Attribute| {
            let value = tag.values.get(&asked)?;
            Some(String::from_utf8_lossy(value).into_owned())
        };
        if let Some(id) = value(Attribute::Id)
            && !self.ids.insert(id.clone())
        {
            self.twice.insert(id);
        }
        for asked in [Attribute::Link, Attribute::Source] {
            if let Some(link) = value(asked)
                && !self.links.contains(&link)
            {
                self.links.push(link);
            }
        }
        match tag.name.as_slice() {
            b"html" => {
                self.has_language =
                    value(Attribute::Language).is_some_and(|language| !language.trim().is_empty());
            }
            b"img" if value(Attribute::Alternative).is_none() => {
                self.wordless
                    .push(value(Attribute::Source).unwrap_or_default());
            }
            [b'h', level @ b'1'..=b'6'] => self.headings.push(level - b'0'),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_as_browsers_read_it() {
        let found = look(
            "<!doctype html><html lang=cy><h1 id=a>One</h1><p id=\"a\">x</p><img src=x.png alt=''><img src='y.png'>\
             <a href=\"z.html?a&amp;b\" href=other.html>z</a><a href=z.html?a&amp;b></a><a href=\"\">here</a><h3 hidden>x</h3>\
             <script>'<a href=no.html>'</script><p title='<img>'></p id=end>"
                .as_bytes(),
        );
        assert!(found.has_language);
        assert_eq!(found.ids.iter().collect::<Vec<_>>(), ["a"]);
        assert_eq!(found.twice.iter().collect::<Vec<_>>(), ["a"]);
        assert_eq!(found.links, ["x.png", "y.png", "z.html?a&b", ""]);
        assert_eq!(found.headings, [1, 3]);
        assert_eq!(found.wordless, ["y.png"]);
    }
}
