//! The fine print: version, dates and licence.

use super::Desk;
use crate::print::layout::{Size, Text};
use crate::print::scene::Colour;

/// Everything a record office asks for, on as few lines as it takes.
pub(super) fn fine_print(desk: &Desk<'_>, colour: Colour) -> Option<Text> {
    let document = &desk.edition.document;
    let words = desk.words;
    let mut facts: Vec<String> = Vec::new();
    if let Some(identifier) = &document.identifier {
        facts.push(identifier.value.clone());
    }
    if let Some(version) = &document.version {
        facts.push(words.format("version", &[("version", version.value.as_str().into())]));
    }
    if let Some(issued) = &document.issued {
        facts.push(words.format("issued", &[("date", words.date(issued.value).into())]));
    }
    if let Some(review) = &document.review {
        facts.push(words.format("review_by", &[("date", words.date(review.value).into())]));
    }
    if let Some(licence) = &document.licence {
        facts.push(licence.name.value.clone());
    }
    if facts.is_empty() {
        return None;
    }
    // A fact is not torn apart if it can be helped. Wide spaces part them, and vanish where a line ends.
    let text = facts
        .iter()
        .map(|fact| fact.replace(' ', "\u{a0}"))
        .collect::<Vec<_>>()
        .join("\u{2003}");
    Some(
        desk.plain(
            &text,
            desk.edition.at,
            desk.body()
                .size(Size::Points(desk.layout.scale.fine))
                .leading(1.2)
                .colour(colour),
        ),
    )
}
