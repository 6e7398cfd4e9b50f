//! What should be in place, and what can follow.

use super::Desk;
use super::levels::{INDENT, list};
use super::palette::{Palette, tone_icon};
use crate::edition::{Channel, Tone};
use crate::print::layout::{
    Align, Cell, Gap, Item, Length, Mark, Panel, Picture, Piece, Row, Sides, Size, Stack, Upright,
};
use crate::print::scene::{Colour, Role};
use crate::print::text::{Style, Wording};

/// Both notes side by side, or the one there is; `None` if there is none.
pub(super) fn notes(desk: &Desk<'_>, channel: &Channel) -> Option<Piece> {
    let mut cells = Vec::new();
    if let Some(piece) = safeguards(desk, channel) {
        cells.push(Cell::share(piece, 1.1));
    }
    if let Some(piece) = consequences(desk, channel) {
        cells.push(Cell::share(piece, 1.0));
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

fn safeguards(desk: &Desk<'_>, channel: &Channel) -> Option<Piece> {
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
    Some(note(
        desk,
        "safeguards",
        "shield",
        desk.palette.pale,
        desk.palette.heading,
        list(desk, items),
    ))
}

fn consequences(desk: &Desk<'_>, channel: &Channel) -> Option<Piece> {
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
                step: Length::ems(desk.layout.scale.leading),
                steps: 1,
                capital: Length::ems(desk.cap_height()),
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
    Some(note(
        desk,
        "consequences",
        "alert",
        colours.pale,
        colours.mark,
        content,
    ))
}

/// A panel with a heading and an icon.
fn note(
    desk: &Desk<'_>,
    label: &str,
    icon: &str,
    fill: Colour,
    ink: Colour,
    content: Piece,
) -> Piece {
    let heading = desk.plain(
        &desk.words.get(label),
        desk.edition
            .labels
            .get(label)
            .map_or(desk.edition.at, |label| label.at),
        desk.heading(2, Size::Body(1.3)).colour(ink),
    );
    let heading: Piece = match desk.icons.get(icon) {
        Some(art) => Row {
            cells: vec![
                Cell::fixed(
                    Picture {
                        art,
                        height: Length::ems(1.6),
                        max_width: Length::ems(1.6),
                        ink,
                        alt: None,
                        align: Align::Start,
                    },
                    Length::ems(1.6),
                ),
                Cell::share(heading, 1.0),
            ],
            gap: Length::ems(0.4),
            upright: Upright::Middle,
            balance: false,
        }
        .into(),
        None => heading.into(),
    };
    Panel::new(
        Stack::new(vec![heading, content], Length::ems(0.8)).into(),
        Sides {
            top: Length::ems(0.75),
            side: Length::points(12.0),
            bottom: Length::ems(0.95),
        },
    )
    .filled(fill)
    .rounded(7.0, 7.0)
    .into()
}
