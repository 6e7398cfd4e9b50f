//! From an edition to its handbook.

use std::collections::BTreeSet;

use super::{Back, Chapter, Cover, Element, Handbook, Named, Target};
use super::{about, channel, directory, do_and_dont};
use crate::edition::{Edition, HandbookPart, Section};
use crate::markdown::Block;
use crate::theme::Words;

/// The whole edition as one document, with the parts and in the order that the edition says.
pub fn compose<'a>(edition: &'a Edition, words: &Words) -> Handbook<'a> {
    compose_parts(edition, words, &edition.handbook.parts())
}

/// The same with these parts.
pub fn compose_parts<'a>(
    edition: &'a Edition,
    words: &Words,
    parts: &[HandbookPart],
) -> Handbook<'a> {
    let mut chapters: Vec<Chapter<'a>> = Vec::new();
    for part in parts {
        match part {
            HandbookPart::DocumentControl => {
                chapters.extend(about::document_control(edition, words));
            }
            HandbookPart::DoAndDont => chapters.extend(
                edition
                    .do_and_dont
                    .as_ref()
                    .map(|summary| do_and_dont::in_short(summary, edition, words, parts)),
            ),
            HandbookPart::Sections => {
                chapters.extend(edition.sections.iter().map(|one| section(one, edition)));
            }
            HandbookPart::Channels => chapters.extend(
                edition
                    .channels
                    .iter()
                    .map(|channel| channel::chapter(channel, edition, words)),
            ),
            HandbookPart::InFull => chapters.extend(
                edition
                    .do_and_dont
                    .as_ref()
                    .and_then(|summary| do_and_dont::in_full(summary, edition, words, parts)),
            ),
            HandbookPart::Contacts => chapters.extend(directory::contacts(edition, words)),
            HandbookPart::Sources => chapters.extend(directory::sources(edition, words)),
            HandbookPart::Glossary => chapters.extend(directory::glossary(edition, words)),
            HandbookPart::About => chapters.push(about::about(edition, words)),
        }
    }
    let targets = targets(&chapters);
    Handbook {
        language: words_language(edition, words),
        cover: cover(edition, words),
        chapters,
        back: back(edition, words),
        targets,
        site: edition.url.as_ref().map(|url| url.value.as_str()),
    }
}

/// The language the document is in: the one of the edition's that the fixed words are in, too.
fn words_language<'a>(edition: &'a Edition, words: &Words) -> &'a str {
    edition
        .languages
        .iter()
        .map(|language| language.value.as_str())
        .find(|language| *language == words.language())
        .unwrap_or_else(|| edition.language())
}

fn cover<'a>(edition: &'a Edition, words: &Words) -> Cover<'a> {
    Cover {
        title: Named::of(&edition.title, edition),
        name: Named::of(&edition.name, edition),
        strapline: edition
            .branding
            .strapline
            .as_ref()
            .map(|strapline| Named::of(strapline, edition)),
        logo: edition.branding.logo.as_ref(),
        summary: edition.summary.as_ref(),
        audience: edition
            .audience
            .as_ref()
            .map(|audience| Named::of(audience, edition)),
        facts: about::facts(
            edition,
            &["document_version", "status", "issued_on", "review_on"],
            words,
        ),
    }
}

fn back<'a>(edition: &'a Edition, words: &Words) -> Back<'a> {
    Back {
        name: Named::of(&edition.name, edition),
        address: edition.url.as_ref().map(|url| url.value.as_str()),
        contacts: edition
            .contacts
            .iter()
            .filter(|contact| contact.on_posters)
            .collect(),
        review: edition
            .document
            .review
            .as_ref()
            .map(|date| words.format("review_by", &[("date", words.date(date.value).into())])),
    }
}

fn section<'a>(section: &'a Section, edition: &'a Edition) -> Chapter<'a> {
    Chapter {
        target: Target::section(&section.id),
        part: HandbookPart::Sections,
        title: Named::of(&section.title, edition),
        icon: None,
        summary: section.summary.as_ref(),
        content: vec![Element::Prose(&section.body)],
    }
}

/// Everything that can be pointed at.
fn targets(chapters: &[Chapter<'_>]) -> BTreeSet<Target> {
    let mut targets = BTreeSet::new();
    for chapter in chapters {
        targets.insert(chapter.target.clone());
        for element in &chapter.content {
            match element {
                Element::Heading { target, .. } => targets.extend(target.clone()),
                Element::Prose(blocks) => places(blocks, &chapter.target, &mut targets),
                Element::Level(level) => {
                    targets.insert(level.target.clone());
                    targets.extend(level.statements.iter().map(|one| one.target.clone()));
                }
                Element::Statements(statements) => {
                    targets.extend(statements.iter().map(|one| one.target.clone()));
                }
                Element::Statistics(statistics) => {
                    targets.extend(statistics.iter().map(|one| one.target.clone()));
                }
                Element::Group(group) => {
                    targets.extend(group.entries.iter().map(|one| one.target.clone()));
                }
                Element::Glossary(entries) => {
                    targets.extend(entries.iter().map(|one| one.target.clone()));
                }
                Element::Line(_)
                | Element::Words { .. }
                | Element::Headline(..)
                | Element::Consequences(_)
                | Element::Facts(_)
                | Element::Amendments(_)
                | Element::SeeAlso(_) => {}
            }
        }
    }
    targets
}

/// The headings and clauses of a text.
fn places(blocks: &[Block], chapter: &Target, targets: &mut BTreeSet<Target>) {
    for block in blocks {
        match block {
            Block::Heading { id, clause, .. } => {
                targets.insert(chapter.within(clause.as_deref().unwrap_or(id)));
            }
            Block::Paragraph {
                clause: Some(clause),
                ..
            } => {
                targets.insert(chapter.within(clause));
            }
            _ => {}
        }
    }
}
