//! What should be in place, and what can follow.

use super::Desk;
use super::levels::{INDENT, list};
use super::palette::{Palette, tone_icon};
use crate::edition::{Channel, Tone};
use crate::print::layout::{
    Align, Cell, Column, Gap, Item, Length, Mark, Panel, Picture, Piece, Row, Sides, Size, Stack,
    Upright,
};
use crate::print::scene::{Colour, Role};
use crate::print::text::{Style, Wording};

/// Both notes side by side, or the one there is; `None` if there is none.
pub(super) fn notes(desk: &Desk<'_>, channel: &Channel) -> Option<Piece> {
    let mut cells = Vec::new();
    if let Some(note) = safeguards(desk, channel) {
        cells.push(Cell::share(panel(desk, note), 1.1));
    }
    if let Some(note) = consequences(desk, channel) {
        cells.push(Cell::share(panel(desk, note), 1.0));
    }
    match cells.len() {
        0 => None,
        _ => Some(
            Row {
                cells,
                gap: Length::points(11.0),
                upright: Upright::Stretch,
                balance: true,
            }
            .into(),
        ),
    }
}

/// Both notes below one another, as a column that stands beside the levels; `None` if there is none.
pub(super) fn notes_column(desk: &Desk<'_>, channel: &Channel, side: f32) -> Option<Column> {
    let notes = safeguards(desk, channel)
        .into_iter()
        .chain(consequences(desk, channel));
    let mut head = None;
    let mut body = Vec::new();
    for note in notes {
        let heading = heading(desk, &note);
        if head.is_none() {
            head = Some(heading);
        } else {
            body.push(heading);
        }
        body.push(note.content);
    }
    let (_, gap) = desk.between_items();
    let around = |top, bottom| Sides {
        top,
        side: Length::points(side),
        bottom,
    };
    let head = Panel::new(head?, around(Length::points(8.0), Length::points(8.0)))
        .filled(desk.palette.pale)
        .centred();
    let body = Panel::new(
        Stack::new(body, gap).into(),
        around(Length::ems(0.85), Length::ems(0.95)),
    )
    .filled(desk.palette.pale);
    Some(Column {
        head: head.into(),
        body: body.into(),
    })
}

/// A heading with an icon, and what stands below it.
struct Note {
    label: &'static str,
    icon: &'static str,
    fill: Colour,
    ink: Colour,
    content: Piece,
}

fn safeguards(desk: &Desk<'_>, channel: &Channel) -> Option<Note> {
    if channel.safeguards.is_empty() {
        return None;
    }
    let items = channel
        .safeguards
        .iter()
        .map(|safeguard| {
            let body = desk.statement(safeguard, desk.body().role(None));
            match desk
                .icons
                .get("checklist-item")
                .or_else(|| desk.icons.get("tick"))
            {
                Some(art) => Piece::Item(Box::new(Item {
                    mark: Mark {
                        art,
                        height: 1.0,
                        ink: desk.palette.heading,
                    },
                    indent: Length::ems(INDENT),
                    capital: desk.cap_height(),
                    body: body.into(),
                })),
                None => body.into(),
            }
        })
        .collect();
    Some(Note {
        label: "safeguards",
        icon: "shield",
        fill: desk.palette.pale,
        ink: desk.palette.heading,
        content: list(desk, items),
    })
}

fn consequences(desk: &Desk<'_>, channel: &Channel) -> Option<Note> {
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
    let several = with.len() > 1;
    let texts = with
        .iter()
        .map(|(advice, text)| {
            let colours = Palette::tone(advice.level.tone);
            let body = desk.line(text, desk.body().role(None));
            if !several {
                return Piece::from(body).part(Role::Paragraph);
            }
            let label = desk.set(
                &Wording::new(&advice.level.label.value, Style::Bold),
                advice.level.label.at,
                desk.body().style(Style::Bold).colour(colours.mark),
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
                Some(art) => Piece::Item(Box::new(Item {
                    mark: Mark {
                        art,
                        height: 1.0,
                        ink: colours.mark,
                    },
                    indent: Length::ems(INDENT),
                    capital: desk.cap_height(),
                    body: words,
                })),
                None => words,
            }
        })
        .collect();
    let content = if several {
        list(desk, texts)
    } else {
        Stack::new(texts, Length::default()).into()
    };
    let colours = Palette::tone(tone);
    Some(Note {
        label: "consequences",
        icon: "alert",
        fill: colours.pale,
        ink: colours.mark,
        content,
    })
}

/// A note in a box of its own.
fn panel(desk: &Desk<'_>, note: Note) -> Piece {
    Panel::new(
        Stack::new(vec![heading(desk, &note), note.content], Length::ems(0.8)).into(),
        Sides {
            top: Length::ems(0.75),
            side: Length::points(12.0),
            bottom: Length::ems(0.95),
        },
    )
    .filled(note.fill)
    .rounded(7.0, 7.0)
    .into()
}

fn heading(desk: &Desk<'_>, note: &Note) -> Piece {
    let words = desk.plain(
        &desk.words.get(note.label),
        desk.edition
            .labels
            .get(note.label)
            .map_or(desk.edition.at, |label| label.at),
        desk.heading(2, Size::Body(1.3)).colour(note.ink),
    );
    match desk.icons.get(note.icon) {
        Some(art) => Row {
            cells: vec![
                Cell::fixed(
                    Picture {
                        art,
                        height: Length::ems(1.6),
                        max_width: Length::ems(1.6),
                        ink: note.ink,
                        alt: None,
                        align: Align::Start,
                    },
                    Length::ems(1.6),
                ),
                Cell::share(words, 1.0),
            ],
            gap: Length::ems(0.4),
            upright: Upright::Middle,
            balance: false,
        }
        .into(),
        None => words.into(),
    }
}
