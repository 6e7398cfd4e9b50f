//! The places of an edition that can be found.

use super::words::words_of;
use crate::diagnostic::Located;
use crate::edition::{Edition, Statement, Text};
use crate::markdown::Block;
use crate::web::address::Address;
use crate::web::site::Page;
use crate::web::wording::Wording;

/// A place that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// What it is called.
    pub(crate) title: Wording,
    /// What it is part of: the name of a page, or of a list.
    pub(crate) part_of: Wording,
    /// Where it is, from the search page.
    pub(crate) href: String,
    /// What it says.
    pub(crate) text: Wording,
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
    fn add(&mut self, title: Wording, part_of: &Wording, href: String, text: Wording) {
        self.entries.push(Entry {
            title,
            part_of: part_of.clone(),
            href,
            text,
            in_list: true,
        });
    }

    fn channels(&mut self, edition: &Edition) {
        let site = self.page.site;
        let kind = Wording::fixed(&site.words, "channels");
        for channel in &edition.channels {
            let address = Address::Channel(channel.id.clone());
            let title = site.wording(&channel.title);
            let text = words([&channel.headline, &channel.headline_note, &channel.summary]);
            self.add(title.clone(), &kind, self.page.link(&address), text);
            for level in &channel.levels {
                let part_of = within(&title, site.wording(&level.level.label));
                self.statements(&address, "advice", &part_of, &level.statements);
            }
            let part_of = within(&title, Wording::fixed(&site.words, "safeguards"));
            self.statements(&address, "safeguard", &part_of, &channel.safeguards);
            self.body(&address, &title, &channel.body);
        }
    }

    fn do_and_dont(&mut self, edition: &Edition) {
        let Some(summary) = &edition.do_and_dont else {
            return;
        };
        let address = Address::DoAndDont;
        let site = self.page.site;
        let title = site.wording(&summary.title);
        let home = Wording::fixed(&site.words, "home");
        self.add(
            title.clone(),
            &home,
            self.page.link(&address),
            words([&summary.summary]),
        );
        for (kind, statements) in [("do", &summary.dos), ("dont", &summary.donts)] {
            let part_of = within(&title, Wording::fixed(&site.words, kind));
            self.statements(&address, kind, &part_of, statements);
        }
        self.body(&address, &title, &summary.body);
    }

    fn sections(&mut self, edition: &Edition) {
        let site = self.page.site;
        let kind = Wording::fixed(&site.words, "sections");
        for section in &edition.sections {
            let address = Address::Section(section.id.clone());
            let title = site.wording(&section.title);
            let first = section
                .body
                .iter()
                .take_while(|block| !matches!(block, Block::Heading { .. }));
            let first: Vec<Block> = first.cloned().collect();
            let text = Wording::joined([words([&section.summary]), words_of(&first)], " ");
            self.add(title.clone(), &kind, self.page.link(&address), text);
            self.body(&address, &title, &section.body);
        }
    }

    /// Words, contacts, sources and files.
    fn lists(&mut self, edition: &Edition) {
        let page = self.page;
        for entry in &edition.glossary {
            let others = entry.short.iter().chain(&entry.also);
            let others = others.map(|other| page.site.wording(other));
            let meaning = Wording::of_line(&entry.meaning.content);
            let text = Wording::joined([meaning].into_iter().chain(others), " · ");
            self.listed(&Address::Glossary, &entry.id, &entry.term, text);
        }
        for contact in &edition.contacts {
            let phone = contact.phone.iter().map(|phone| Wording::own(&phone.value));
            let purpose = words([&contact.purpose]);
            let text = Wording::joined([purpose].into_iter().chain(phone), " ");
            self.listed(&Address::Contacts, &contact.id, &contact.name, text);
        }
        for source in &edition.sources {
            let text = words([&source.about]);
            self.listed(&Address::Sources, &source.id, &source.name, text);
        }
        for download in &edition.downloads {
            let text = words([&download.about]);
            self.listed(&Address::Downloads, &download.id, &download.title, text);
        }
        let pages = [Address::About, Address::Differences, Address::Accessibility];
        for address in pages.into_iter().filter(|address| page.site.has(address)) {
            let home = Wording::fixed(&page.site.words, "home");
            let name = page.site.name(&address);
            self.add(name, &home, page.link(&address), Wording::default());
        }
    }

    fn listed(&mut self, list: &Address, id: &str, name: &Located<String>, text: Wording) {
        let site = self.page.site;
        let href = self.page.link_within(list, id);
        self.add(site.wording(name), &site.name(list), href, text);
    }

    /// Statements have sentences for titles.
    fn statements(
        &mut self,
        on: &Address,
        kind: &str,
        part_of: &Wording,
        statements: &[Statement],
    ) {
        for statement in statements {
            self.entries.push(Entry {
                title: Wording::of_line(&statement.short.content),
                part_of: part_of.clone(),
                href: self
                    .page
                    .link_within(on, &format!("{kind}_{}", statement.id)),
                text: words_of(&statement.full),
                in_list: false,
            });
        }
    }

    /// What stands under each heading of a body.
    fn body(&mut self, on: &Address, part_of: &Wording, body: &[Block]) {
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
            let clause_number = clause.iter().map(Wording::own);
            let words = clause_number.chain([Wording::of_line(content)]);
            self.entries.push(Entry {
                title: Wording::joined(words, " "),
                part_of: part_of.clone(),
                href: self.page.link_within(on, id),
                text: words_of(text),
                in_list: *level == 2 && clause.is_none() && matches!(on, Address::Section(_)),
            });
        }
    }
}

fn words<const N: usize>(texts: [&Option<Text>; N]) -> Wording {
    let words = texts.into_iter().flatten();
    Wording::joined(words.map(|text| Wording::of_line(&text.content)), " ")
}

/// "Email: Best practice".
fn within(page: &Wording, part: Wording) -> Wording {
    Wording::joined([page.clone(), part], ": ")
}
