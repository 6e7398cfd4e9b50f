//! The places of an edition that can be found.

use super::words::words_of;
use crate::edition::{Edition, Statement, Text};
use crate::markdown::{Block, plain_text};
use crate::web::address::Address;
use crate::web::site::Page;

/// A place that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// What it is called.
    pub(crate) title: String,
    /// What it is part of: the name of a page, or of a list.
    pub(crate) part_of: String,
    /// Where it is, from the search page.
    pub(crate) href: String,
    /// What it says.
    pub(crate) text: String,
    /// Whether people would look it up by its first letter: pages, words, names, but not sentences.
    pub(crate) in_list: bool,
}

/// All places of the edition, in the order of its pages, seen from a page.
pub(crate) fn entries(page: &Page<'_>) -> Vec<Entry> {
    let edition = page.site.edition;
    let mut places = Places {
        page,
        entries: Vec::new(),
    };
    places.channels(edition);
    places.do_and_dont(edition);
    places.sections(edition);
    places.lists(edition);
    places.entries
}

struct Places<'a> {
    page: &'a Page<'a>,
    entries: Vec<Entry>,
}

impl Places<'_> {
    /// A page, or a thing in a list.
    fn add(&mut self, title: &str, part_of: &str, href: String, text: String) {
        self.entries.push(Entry {
            title: title.to_owned(),
            part_of: part_of.to_owned(),
            href,
            text,
            in_list: true,
        });
    }

    fn channels(&mut self, edition: &Edition) {
        let kind = self.page.site.words.get("channels");
        for channel in &edition.channels {
            let address = Address::Channel(channel.id.clone());
            let title = &channel.title.value;
            let text = plain([&channel.headline, &channel.headline_note, &channel.summary]);
            self.add(title, &kind, self.page.link(&address), text);
            for level in &channel.levels {
                let part_of = format!("{title}: {}", level.level.label.value);
                self.statements(&address, "advice", &part_of, &level.statements);
            }
            let part_of = format!("{title}: {}", self.page.site.words.get("safeguards"));
            self.statements(&address, "safeguard", &part_of, &channel.safeguards);
            self.body(&address, title, &channel.body);
        }
    }

    fn do_and_dont(&mut self, edition: &Edition) {
        let Some(summary) = &edition.do_and_dont else {
            return;
        };
        let address = Address::DoAndDont;
        let title = &summary.title.value;
        let home = self.page.site.words.get("home");
        self.add(
            title,
            &home,
            self.page.link(&address),
            plain([&summary.summary]),
        );
        for (kind, statements) in [("do", &summary.dos), ("dont", &summary.donts)] {
            let part_of = format!("{title}: {}", self.page.site.words.get(kind));
            self.statements(&address, kind, &part_of, statements);
        }
        self.body(&address, title, &summary.body);
    }

    fn sections(&mut self, edition: &Edition) {
        let kind = self.page.site.words.get("sections");
        for section in &edition.sections {
            let address = Address::Section(section.id.clone());
            let title = &section.title.value;
            let first = section
                .body
                .iter()
                .take_while(|block| !matches!(block, Block::Heading { .. }));
            let first: Vec<Block> = first.cloned().collect();
            let text = format!("{} {}", plain([&section.summary]), words_of(&first));
            self.add(title, &kind, self.page.link(&address), text);
            self.body(&address, title, &section.body);
        }
    }

    /// Words, contacts, sources and files.
    fn lists(&mut self, edition: &Edition) {
        let page = self.page;
        for entry in &edition.glossary {
            let mut text = entry.meaning.plain();
            for other in entry.short.iter().chain(&entry.also) {
                text.push_str(" · ");
                text.push_str(&other.value);
            }
            self.listed(&Address::Glossary, &entry.id, &entry.term.value, text);
        }
        for contact in &edition.contacts {
            let mut text = plain([&contact.purpose]);
            if let Some(phone) = &contact.phone {
                text.push(' ');
                text.push_str(&phone.value);
            }
            self.listed(&Address::Contacts, &contact.id, &contact.name.value, text);
        }
        for source in &edition.sources {
            let text = plain([&source.about]);
            self.listed(&Address::Sources, &source.id, &source.name.value, text);
        }
        for download in &edition.downloads {
            let text = plain([&download.about]);
            self.listed(
                &Address::Downloads,
                &download.id,
                &download.title.value,
                text,
            );
        }
        for address in [Address::About, Address::Accessibility] {
            let (name, home) = (page.site.name(&address), page.site.words.get("home"));
            self.add(&name, &home, page.link(&address), String::new());
        }
    }

    fn listed(&mut self, list: &Address, id: &str, name: &str, text: String) {
        let href = self.page.link_within(list, id);
        self.add(name, &self.page.site.name(list), href, text);
    }

    /// Statements have sentences for titles.
    fn statements(&mut self, on: &Address, kind: &str, part_of: &str, statements: &[Statement]) {
        for statement in statements {
            self.entries.push(Entry {
                title: statement.short.plain(),
                part_of: part_of.to_owned(),
                href: self
                    .page
                    .link_within(on, &format!("{kind}_{}", statement.id)),
                text: words_of(&statement.full),
                in_list: false,
            });
        }
    }

    /// What stands under each heading of a body.
    fn body(&mut self, on: &Address, part_of: &str, body: &[Block]) {
        let is_heading = |block: &Block| matches!(block, Block::Heading { .. });
        for part in body.chunk_by(|_, next| !is_heading(next)) {
            let Some((
                Block::Heading {
                    id,
                    clause,
                    content,
                    level,
                    ..
                },
                text,
            )) = part.split_first()
            else {
                continue;
            };
            let words = plain_text(content);
            self.entries.push(Entry {
                title: clause
                    .as_ref()
                    .map_or_else(|| words.clone(), |clause| format!("{clause} {words}")),
                part_of: part_of.to_owned(),
                href: self.page.link_within(on, id),
                text: words_of(text),
                in_list: *level == 2 && clause.is_none() && matches!(on, Address::Section(_)),
            });
        }
    }
}

fn plain<const N: usize>(texts: [&Option<Text>; N]) -> String {
    let words: Vec<String> = texts.into_iter().flatten().map(Text::plain).collect();
    words.join(" ")
}
