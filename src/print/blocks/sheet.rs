//! A whole sheet.

use std::sync::Arc;

use super::Desk;
use super::band::band;
use super::directory::directory;
use super::footer::{CodeTo, footer, imprint};
use super::headline::headline;
use super::levels::{Advice, levels};
use super::notes::notes;
use super::poster_layout::Region;
use super::title::{Summary, Title, title};
use crate::edition::{Channel, DoAndDont, Tone};
use crate::print::layout::{Art, Length, Panel, Piece, Sides, Stack};

/// What a poster is about.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Subject<'a> {
    /// A channel.
    Channel(&'a Channel),
    /// The summary of do and don't.
    DoAndDont(&'a DoAndDont),
    /// Whom to contact.
    Contacts,
}

/// The pieces of a sheet, in the order its layout gives them. `code` is the address of its page with the picture of it.
pub(crate) fn sheet(
    desk: &Desk<'_>,
    subject: Subject<'_>,
    code: Option<(String, Arc<dyn Art>)>,
) -> Piece {
    let mut code = code.map(|(address, art)| CodeTo { address, art });
    let mut whole: Vec<Piece> = Vec::new();
    let mut inside: Vec<(Region, Piece)> = Vec::new();
    let mut grows = None;
    for &region in &desk.layout.regions {
        let Some(piece) = piece(desk, subject, region, &mut code) else {
            continue;
        };
        if region.reaches_the_edge() {
            flush(desk, &mut inside, &mut whole, &mut grows);
            whole.push(piece);
        } else {
            inside.push((region, piece));
        }
    }
    flush(desk, &mut inside, &mut whole, &mut grows);
    let mut stack = Stack::new(whole, Length::default());
    stack.grows = grows;
    stack.into()
}

/// Puts the regions between two bands into the margins.
fn flush(
    desk: &Desk<'_>,
    inside: &mut Vec<(Region, Piece)>,
    whole: &mut Vec<Piece>,
    grows: &mut Option<usize>,
) {
    if inside.is_empty() {
        return;
    }
    let growing = inside.iter().position(|(region, _)| region.grows());
    let mut stack = Stack::new(
        inside.drain(..).map(|(_, piece)| piece).collect(),
        Length::points(11.0),
    );
    stack.grows = growing.or(Some(0));
    *grows = Some(whole.len());
    whole.push(
        Panel::new(
            stack.into(),
            Sides {
                top: Length::points(13.0),
                side: Length::points(desk.layout.page.margin),
                bottom: Length::points(13.0),
            },
        )
        .into(),
    );
}

fn piece(
    desk: &Desk<'_>,
    subject: Subject<'_>,
    region: Region,
    code: &mut Option<CodeTo>,
) -> Option<Piece> {
    match region {
        Region::Band => Some(band(desk)),
        Region::Title => Some(title(desk, &title_of(desk, subject))),
        Region::Headline => match subject {
            Subject::Channel(channel) => channel
                .headline
                .as_ref()
                .map(|line| headline(desk, line, channel.headline_note.as_ref())),
            _ => None,
        },
        Region::Levels => {
            let advice = advice(desk, subject);
            let advice: Vec<Advice<'_>> = advice
                .iter()
                .map(|(label, at, tone, statements)| Advice {
                    label,
                    at: *at,
                    tone: *tone,
                    statements,
                })
                .collect();
            (!advice.is_empty()).then(|| levels(desk, &advice))
        }
        Region::Notes => match subject {
            Subject::Channel(channel) => notes(desk, channel),
            _ => None,
        },
        Region::Contacts => Some(footer(desk, code.take())),
        Region::Directory => directory(desk),
        Region::FinePrint => Some(imprint(desk, code.take())),
    }
}

type Labelled<'a> = (
    String,
    crate::diagnostic::Span,
    Tone,
    &'a [crate::edition::Statement],
);

/// The columns of a subject.
fn advice<'a>(desk: &Desk<'_>, subject: Subject<'a>) -> Vec<Labelled<'a>> {
    match subject {
        Subject::Channel(channel) => channel
            .levels
            .iter()
            .map(|advice| {
                (
                    advice.level.label.value.clone(),
                    advice.level.label.at,
                    advice.level.tone,
                    advice.statements.as_slice(),
                )
            })
            .collect(),
        Subject::DoAndDont(summary) => [
            ("do", Tone::Do, &summary.dos),
            ("dont", Tone::Dont, &summary.donts),
        ]
        .into_iter()
        .filter(|(_, _, statements)| !statements.is_empty())
        .map(|(label, tone, statements)| {
            (
                desk.words.get(label),
                summary.title.at,
                tone,
                statements.as_slice(),
            )
        })
        .collect(),
        Subject::Contacts => Vec::new(),
    }
}

fn title_of<'a>(desk: &Desk<'_>, subject: Subject<'a>) -> Title<'a> {
    match subject {
        Subject::Channel(channel) => Title {
            words: channel.title.value.clone(),
            at: channel.title.at,
            summary: channel.summary.as_ref().map(Summary::Line),
            icon: channel.icon.as_ref().map(|icon| icon.value.as_str()),
        },
        Subject::DoAndDont(summary) => Title {
            words: summary.title.value.clone(),
            at: summary.title.at,
            summary: summary.summary.as_ref().map(Summary::Line),
            icon: None,
        },
        Subject::Contacts => Title {
            words: desk.words.get("contacts"),
            at: desk.edition.at,
            summary: Some(Summary::Words(
                desk.words.get("contacts_poster_summary"),
                desk.edition.at,
            )),
            icon: Some("telephone"),
        },
    }
}
