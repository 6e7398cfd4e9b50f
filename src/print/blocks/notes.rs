//! What should be in place, and what can follow.

use super::Desk;
use super::boxed::{BoxColours, BoxHead, box_heads, boxed, headed, headed_on};
use super::levels::{INDENT, corners, list, side};
use super::palette::tone_icon;
use super::region::RegionSetup;
use super::rules::{ruled_cells, ruled_rows};
use crate::edition::{Channel, Tone};
use crate::print::layout::{
    Cell, Column, Gap, Item, Length, Mark, Panel, Piece, Rhythm, Row, Sides, Stack, Upright,
};
use crate::print::scene::Role;
use crate::print::text::Style;

/// The white above and below the head of a column of notes.
const HEAD_WHITE: Length = Length {
    points: 3.0,
    display: 6.0,
    ems: 0.0,
};
/// The shares of the width that are tried for the first of two notes, so that both are about as high.
const BALANCE: [f32; 5] = [0.5, 0.46, 0.54, 0.42, 0.58];

/// Both notes side by side, or one below the other, or the one there is; `None` if there is none.
pub(super) fn notes(desk: &Desk<'_>, channel: &Channel, setup: &RegionSetup) -> Option<Piece> {
    let mut cells = Vec::new();
    if let Some(note) = safeguards(desk, channel, None) {
        cells.push(Cell::share(panel(desk, note, Some(setup)), 1.1));
    }
    if let Some(note) = consequences(desk, channel, None) {
        cells.push(Cell::share(panel(desk, note, Some(setup)), 1.0));
    }
    let count = cells.len();
    let gap = setup.gap.unwrap_or(11.0);
    if desk.layout.is_in_one_column() && count > 0 {
        let notes = cells.into_iter().map(|cell| cell.piece).collect();
        let notes = ruled_rows(desk, setup, gap, notes);
        return Some(Stack::new(notes, Length::points(gap)).into());
    }
    let cells = ruled_cells(desk, setup, cells);
    match count {
        0 => None,
        _ => Some(
            Row {
                cells,
                gap: Length::points(gap),
                upright: Upright::Stretch,
                balance: &BALANCE,
            }
            .into(),
        ),
    }
}

/// Both notes below one another, as a column that stands beside the levels; `None` if there is none.
pub(super) fn notes_column(
    desk: &Desk<'_>,
    channel: &Channel,
    setup: &RegionSetup,
) -> Option<Column> {
    let (side, corners) = (side(setup), corners(setup));
    let notes = safeguards(desk, channel, None)
        .into_iter()
        .chain(consequences(desk, channel, None));
    let mut heads = None;
    let mut body = Vec::new();
    for note in notes {
        let [head, again] = box_heads(desk, &note.head, note.colours.ink);
        if heads.is_none() {
            heads = Some((head, again));
            body.push(note.content);
        } else {
            let step = desk.half_line();
            let heads = Some([head, again]);
            body.push(headed_on(Rhythm::Whole { step }, heads, note.content));
        }
    }
    let (first, again) = heads?;
    let (_, gap) = desk.between_items(1.0);
    let around = |top, bottom| Sides {
        top,
        side: Length::points(side),
        bottom,
    };
    let (behind_head, behind_body) = desk.palette.beside();
    let head = |words| {
        Panel::new(words, around(HEAD_WHITE, HEAD_WHITE))
            .filled(behind_head)
            .rounded(corners, 0.0)
            .centred()
    };
    let body = Panel::new(
        Stack::new(body, gap).into(),
        around(Length::ems(0.85), Length::ems(0.95)),
    )
    .filled(behind_body)
    .rounded(0.0, corners);
    Some(Column {
        head: head(first).into(),
        again: head(again).into(),
        body: body.into(),
    })
}

/// One of the notes as a region of its own.
pub(super) fn note(
    desk: &Desk<'_>,
    channel: &Channel,
    which: WhichNote,
    setup: &RegionSetup,
) -> Option<Piece> {
    let note = match which {
        WhichNote::Safeguards => safeguards(desk, channel, Some(setup)),
        WhichNote::Consequences => consequences(desk, channel, Some(setup)),
    };
    Some(panel(desk, note?, Some(setup)))
}

/// One of the two notes.
#[derive(Debug, Clone, Copy)]
pub(super) enum WhichNote {
    /// What should be in place.
    Safeguards,
    /// What can follow.
    Consequences,
}

/// A heading with an icon, and what stands below it.
struct Note<'a> {
    head: BoxHead<'a>,
    colours: BoxColours,
    content: Piece,
}

fn head<'a>(
    desk: &Desk<'_>,
    label: &str,
    icon: &'a str,
    setup: Option<&'a RegionSetup>,
) -> BoxHead<'a> {
    let (words, at) = desk.label(label, setup);
    let icon = match setup {
        Some(setup) => setup.icon.or_usual(Some(icon)),
        None => Some(icon),
    };
    BoxHead { words, at, icon }
}

fn safeguards<'a>(
    desk: &Desk<'_>,
    channel: &Channel,
    setup: Option<&'a RegionSetup>,
) -> Option<Note<'a>> {
    let colours = BoxColours::of(desk, setup, desk.palette.pale, desk.palette.heading);
    if channel.safeguards.is_empty() {
        return None;
    }
    let items = channel
        .safeguards
        .iter()
        .map(|safeguard| {
            let body = desk.statement(safeguard, desk.body().colour(colours.text).role(None));
            match desk
                .icons
                .get("checklist-item")
                .or_else(|| desk.icons.get("tick"))
            {
                Some(art) => Item::new(
                    Mark {
                        art,
                        height: 1.0,
                        ink: colours.ink,
                    },
                    Length::ems(INDENT),
                    desk.cap_height(),
                    body,
                )
                .into(),
                None => body.into(),
            }
        })
        .collect();
    Some(Note {
        head: head(desk, "safeguards", "shield", setup),
        colours,
        content: list(desk, items),
    })
}

fn consequences<'a>(
    desk: &Desk<'_>,
    channel: &Channel,
    setup: Option<&'a RegionSetup>,
) -> Option<Note<'a>> {
    let with: Vec<_> = channel
        .levels
        .iter()
        .filter_map(|advice| advice.consequence.as_ref().map(|text| (advice, text)))
        .collect();
    if with.is_empty() {
        return None;
    }
    // The gravest tone gives the colour.
    let tone = with
        .iter()
        .map(|(advice, _)| advice.level.tone)
        .max_by_key(|tone| match tone {
            Tone::Do => 0,
            Tone::Caution => 1,
            Tone::Dont => 2,
        })
        .unwrap_or(Tone::Caution);
    let of_tone = desk.palette.tone(tone);
    let colours = BoxColours::of(desk, setup, of_tone.panel, of_tone.mark);
    let several = with.len() > 1;
    let texts = with
        .iter()
        .map(|(advice, text)| {
            let ink = if colours.usual {
                desk.palette.tone(advice.level.tone).mark
            } else {
                colours.ink
            };
            let body = desk.line(text, desk.body().colour(colours.text).role(None));
            if !several {
                return Piece::from(body).part(Role::Paragraph);
            }
            let label = desk.plain(
                &advice.level.label.value,
                advice.level.label.at,
                desk.body().style(Style::Bold).colour(ink),
            );
            let next_line = Gap::Baselines {
                step: Length::ems(desk.leading()),
                steps: 1,
                capital: Length::ems(desk.letter_height()),
            };
            let words: Piece = Stack::new(
                vec![label.into(), Piece::from(body).part(Role::Paragraph)],
                next_line,
            )
            .into();
            match desk.icons.get(tone_icon(advice.level.tone)) {
                Some(art) => Item::new(
                    Mark {
                        art,
                        height: 1.0,
                        ink,
                    },
                    Length::ems(INDENT),
                    desk.cap_height(),
                    words,
                )
                .into(),
                None => words,
            }
        })
        .collect();
    let content = if several {
        list(desk, texts)
    } else {
        Stack::new(texts, Length::default()).into()
    };
    Some(Note {
        head: head(desk, "consequences", "alert", setup),
        colours,
        content,
    })
}

/// A note in a box of its own.
fn panel(desk: &Desk<'_>, note: Note<'_>, setup: Option<&RegionSetup>) -> Piece {
    let heads = box_heads(desk, &note.head, note.colours.ink);
    boxed(
        desk,
        setup,
        note.colours,
        headed(desk, Some(heads), note.content),
    )
}
