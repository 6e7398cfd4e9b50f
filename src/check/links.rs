//! Every link that the texts of an edition write, with its place.

use crate::diagnostic::Span;
use crate::edition::{Edition, Statement, Text};
use crate::markdown::{Block, Target, links_of_blocks, links_of_line};

/// The links of an edition's texts, those of its pages' bodies first.
pub(super) fn links(edition: &Edition) -> Vec<(&Target, Span)> {
    let mut found = Found(Vec::new());
    found.blocks(&edition.welcome);
    found.lines([&edition.summary, &edition.document.acknowledgements]);
    for channel in &edition.channels {
        found.blocks(&channel.body);
        found.lines([&channel.summary, &channel.headline, &channel.headline_note]);
        for level in &channel.levels {
            found.statements(&level.statements);
            found.lines([&level.consequence]);
        }
        found.statements(&channel.safeguards);
    }
    for section in &edition.sections {
        found.blocks(&section.body);
        found.lines([&section.summary]);
    }
    if let Some(summary) = &edition.do_and_dont {
        found.blocks(&summary.body);
        found.lines([&summary.summary]);
        found.statements(&summary.dos);
        found.statements(&summary.donts);
    }
    for contact in &edition.contacts {
        found.lines([&contact.purpose]);
    }
    for entry in &edition.glossary {
        found.line(&entry.meaning);
    }
    for source in &edition.sources {
        found.lines([&source.about]);
    }
    for download in &edition.downloads {
        found.lines([&download.about]);
    }
    for amendment in &edition.document.amendments {
        found.line(&amendment.reason);
    }
    for gap in &edition.accessibility.gaps {
        found.line(gap);
    }
    found.lines([&edition.accessibility.tested]);
    found.0
}

struct Found<'e>(Vec<(&'e Target, Span)>);

impl<'e> Found<'e> {
    fn blocks(&mut self, blocks: &'e [Block]) {
        links_of_blocks(blocks, &mut |target, at| self.0.push((target, at)));
    }

    fn line(&mut self, text: &'e Text) {
        links_of_line(&text.content, &mut |target, at| self.0.push((target, at)));
    }

    fn lines<const N: usize>(&mut self, texts: [&'e Option<Text>; N]) {
        for text in texts.into_iter().flatten() {
            self.line(text);
        }
    }

    fn statements(&mut self, statements: &'e [Statement]) {
        for statement in statements {
            self.line(&statement.short);
            self.blocks(&statement.full);
        }
    }
}
