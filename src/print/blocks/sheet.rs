//! A whole sheet.

use std::sync::Arc;

use super::Desk;
use super::band::band;
use super::code_region::code_region;
use super::directory::directory;
use super::footer::{Foot, footer, imprint};
use super::free_text::free_text;
use super::headline::headline;
use super::levels::{Advice, levels};
use super::masthead::masthead;
use super::notes::{WhichNote, note, notes, notes_column};
use super::region::RegionSetup;
use super::rules::ruled;
use super::shown_picture::shown_picture;
use super::statistics::statistics;
use super::title::{Summary, Title, icon_above, title};
use crate::diagnostic::Span;
use crate::edition::{Channel, DoAndDont, Region, Statement, Tone};
use crate::print::layout::{Art, Column, Grows, Length, Panel, Piece, Sides, Stack};

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
    regions(desk, subject, &desk.layout.regions, Foot::new(code, None))
}

/// Whether the title can be larger if its icon stands in the band above it.
pub(crate) fn wants_its_icon_above(desk: &Desk<'_>, subject: Subject<'_>) -> bool {
    let title = title_of(desk, subject);
    let mut regions = desk.layout.regions.iter();
    let setup = regions.find(|setup| setup.region == Region::Title);
    setup.is_some_and(|setup| icon_above(desk, &title, setup).is_some())
}

/// Some regions of a sheet, one below the other. The first of them that has a foot takes `foot`.
pub(super) fn regions(
    desk: &Desk<'_>,
    subject: Subject<'_>,
    setups: &[RegionSetup],
    mut foot: Foot,
) -> Piece {
    let mut whole: Vec<Piece> = Vec::new();
    let mut inside: Vec<(&RegionSetup, Piece)> = Vec::new();
    let mut grows = Grows::Nothing;
    for setup in setups {
        let Some(piece) = piece(desk, subject, setup, &mut foot) else {
            continue;
        };
        let piece = ruled(desk, setup, piece);
        let piece = match setup.leave_out {
            0 => piece,
            rank => piece.spare(rank),
        };
        if setup.reaches_the_edge() {
            flush(desk, &mut inside, &mut whole, &mut grows);
            if setup.region.grows() {
                grows = Grows::One(whole.len());
            }
            whole.push(piece);
        } else {
            inside.push((setup, piece));
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
    inside: &mut Vec<(&RegionSetup, Piece)>,
    whole: &mut Vec<Piece>,
    grows: &mut Grows,
) {
    if inside.is_empty() {
        return;
    }
    let growing = inside.iter().position(|(setup, _)| setup.region.grows());
    // The margins go with the last that stands in them.
    let all_spare = inside.iter().all(|(setup, _)| setup.leave_out > 0);
    let rank = inside.iter().map(|(setup, _)| setup.leave_out).max();
    let mut stack = Stack::new(
        inside.drain(..).map(|(_, piece)| piece).collect(),
        Length::points(11.0),
    );
    stack.grows = Grows::One(growing.unwrap_or(0));
    if growing.is_some() || *grows == Grows::Nothing {
        *grows = Grows::One(whole.len());
    }
    let panel = Piece::from(Panel::new(
        stack.into(),
        Sides {
            top: Length::points(13.0),
            side: Length::points(desk.layout.page.margin),
            bottom: Length::points(13.0),
        },
    ));
    whole.push(match rank {
        Some(rank) if all_spare => panel.spare(rank),
        _ => panel,
    });
}

fn piece(
    desk: &Desk<'_>,
    subject: Subject<'_>,
    setup: &RegionSetup,
    foot: &mut Foot,
) -> Option<Piece> {
    match setup.region {
        Region::Band => {
            let title = title_of(desk, subject);
            let below = desk
                .layout
                .regions
                .iter()
                .find(|setup| setup.region == Region::Title);
            let icon = below.and_then(|below| icon_above(desk, &title, below));
            Some(band(desk, icon, setup))
        }
        Region::Title => Some(title(desk, &title_of(desk, subject), setup)),
        Region::Masthead => Some(masthead(desk, &title_of(desk, subject), setup)),
        Region::Headline => match subject {
            Subject::Channel(channel) => channel
                .headline
                .as_ref()
                .map(|line| headline(desk, line, channel.headline_note.as_ref(), setup)),
            _ => None,
        },
        Region::Levels => {
            let beside = match subject {
                Subject::Channel(channel) if setup.notes => notes_column(desk, channel, setup),
                _ => None,
            };
            levels_of(desk, &advice(desk, subject), beside, setup)
        }
        Region::Notes => match subject {
            Subject::Channel(channel) => notes(desk, channel, setup),
            _ => None,
        },
        Region::Safeguards | Region::Consequences => match subject {
            Subject::Channel(channel) if setup.region == Region::Safeguards => {
                note(desk, channel, WhichNote::Safeguards, setup)
            }
            Subject::Channel(channel) => note(desk, channel, WhichNote::Consequences, setup),
            _ => None,
        },
        Region::Statistics => match subject {
            Subject::Channel(channel) => statistics(desk, &channel.statistics, setup),
            _ => None,
        },
        Region::DoAndDont => of_summary(desk, subject, setup),
        Region::Text => text_of(desk, setup),
        Region::Picture => picture_of(desk, setup),
        Region::Qr => Some(code_region(desk, foot.take(desk, setup).code?, setup)),
        Region::Contacts => Some(footer(desk, foot.take(desk, setup), setup)),
        Region::Directory => directory(desk, setup),
        Region::FinePrint => Some(imprint(desk, foot.take(desk, setup), setup)),
    }
}

/// Lists of statements as levels. `None` if there are none.
fn levels_of<S: AsRef<[Statement]>>(
    desk: &Desk<'_>,
    lists: &[(String, Span, Tone, S)],
    beside: Option<Column>,
    setup: &RegionSetup,
) -> Option<Piece> {
    let advice: Vec<Advice<'_>> = lists
        .iter()
        .map(|(label, at, tone, statements)| Advice {
            label,
            at: *at,
            tone: *tone,
            statements: statements.as_ref(),
        })
        .collect();
    (!advice.is_empty()).then(|| levels(desk, &advice, beside, setup))
}

/// What the summary of do and don't says about a channel; on its own poster, all of it.
fn of_summary(desk: &Desk<'_>, subject: Subject<'_>, setup: &RegionSetup) -> Option<Piece> {
    let summary = desk.edition.do_and_dont.as_ref()?;
    let is_here = |statement: &&Statement| match subject {
        Subject::Channel(channel) => statement.channel.as_ref() == Some(&channel.id),
        Subject::DoAndDont(_) => true,
        Subject::Contacts => false,
    };
    let lists: Vec<(String, Span, Tone, Vec<Statement>)> = [
        ("do", Tone::Do, &summary.dos),
        ("dont", Tone::Dont, &summary.donts),
    ]
    .into_iter()
    .map(|(label, tone, all)| {
        let (label, at) = desk.label(label, None);
        (
            label,
            at,
            tone,
            all.iter().filter(is_here).cloned().collect::<Vec<_>>(),
        )
    })
    .filter(|(.., statements)| !statements.is_empty())
    .collect();
    levels_of(desk, &lists, None, setup)
}

/// What a theme says in a text of its own, in the language of the sheet, or what the edition says where the theme leaves that
/// open.
fn text_of(desk: &Desk<'_>, setup: &RegionSetup) -> Option<Piece> {
    if setup.is_for_the_edition() {
        let text = desk.edition.poster_changes.text.as_ref()?;
        return free_text(desk, &text.blocks, text.at, setup);
    }
    let blocks = setup.words.get(desk.words.language())?;
    free_text(desk, blocks, desk.edition.at, setup)
}

/// The picture that a theme shows, or that of the edition.
fn picture_of(desk: &Desk<'_>, setup: &RegionSetup) -> Option<Piece> {
    if setup.is_for_the_edition() {
        let art = desk.picture.as_ref()?;
        let picture = desk.edition.poster_changes.picture.as_ref()?;
        let alt = picture.alt.as_ref().map(|alt| desk.alt(alt));
        return Some(shown_picture(desk, Arc::clone(art), alt, setup));
    }
    let picture = setup.picture.as_ref()?;
    let alt = match &picture.alt {
        // Without words for it in this language it isn't shown, which has been said.
        Some(alt) => Some(alt.get(desk.words.language())?.value.clone().into()),
        None => None,
    };
    Some(shown_picture(desk, Arc::clone(&picture.art), alt, setup))
}

type Labelled<'a> = (String, Span, Tone, &'a [Statement]);

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

pub(super) fn title_of<'a>(desk: &Desk<'_>, subject: Subject<'a>) -> Title<'a> {
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
