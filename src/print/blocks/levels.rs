//! Levels as columns, told apart by word, shape and colour.

use super::Desk;
use super::palette::{Palette, tone_icon};
use crate::diagnostic::Span;
use crate::edition::{Statement, Tone};
use crate::print::layout::{
    Align, Cell, Column, Columns, Gap, Item, Length, Mark, Panel, Picture, Piece, Row, Sides, Size,
    Spread, Stack, Upright,
};
use crate::print::scene::Role;

/// A column: its heading, how it is meant, and what it says.
pub(super) struct Advice<'a> {
    pub(super) label: &'a str,
    pub(super) at: Span,
    pub(super) tone: Tone,
    pub(super) statements: &'a [Statement],
}

/// The white between columns, in points.
const GAP: f32 = 11.0;
/// The white at the sides of a column, in points.
const SIDE: f32 = 10.0;
/// The height of a head's icon, in sizes of the head's type.
const HEAD_ICON: f32 = 1.7;

/// From the edge of a list to its statements, in sizes of type.
pub(super) const INDENT: f32 = 1.35;

/// All levels side by side.
pub(super) fn levels(desk: &Desk<'_>, advice: &[Advice<'_>]) -> Piece {
    let size = head_size(desk, advice);
    let columns = advice
        .iter()
        .map(|advice| Column {
            head: head(desk, advice, size),
            body: body(desk, advice),
        })
        .collect();
    Piece::Columns(Columns {
        columns,
        gap: Length::points(GAP),
    })
}

/// The largest size at which all heads fit on two lines at most.
fn head_size(desk: &Desk<'_>, advice: &[Advice<'_>]) -> f32 {
    let page = desk.layout.page;
    let count = advice.len().max(1) as f32;
    let width = (page.width - 2.0 * page.margin - (count - 1.0) * GAP) / count - 2.0 * SIDE;
    let max = desk.layout.scale.heads * if advice.len() < 3 { 1.2 } else { 1.0 };
    advice
        .iter()
        .map(|advice| {
            let text = desk.plain(advice.label, advice.at, desk.heading(2, Size::Points(1.0)));
            // An icon stands before the words, and a gap between them.
            width / (text.paragraph.narrowest(2) + HEAD_ICON + 0.4)
        })
        .fold(max, f32::min)
}

fn head(desk: &Desk<'_>, advice: &Advice<'_>, size: f32) -> Piece {
    let tone = Palette::tone(advice.tone);
    let words = desk.plain(
        advice.label,
        advice.at,
        desk.heading(2, Size::Points(size)).colour(tone.on_strong),
    );
    let icon = size * HEAD_ICON;
    let row: Piece = match desk.icons.get(tone_icon(advice.tone)) {
        Some(art) => Row {
            cells: vec![
                Cell::fixed(
                    Picture {
                        art,
                        height: Length::points(icon),
                        max_width: Length::points(icon),
                        ink: tone.on_strong,
                        alt: None,
                        align: Align::Start,
                    },
                    Length::points(icon),
                ),
                Cell::share(words, 1.0),
            ],
            gap: Length::points(size * 0.35),
            upright: Upright::Middle,
            balance: false,
        }
        .into(),
        None => words.into(),
    };
    Panel::new(
        row,
        Sides {
            top: Length::points(8.0),
            side: Length::points(SIDE),
            bottom: Length::points(8.0),
        },
    )
    .filled(tone.strong)
    .rounded(7.0, 0.0)
    .centred()
    .into()
}

fn body(desk: &Desk<'_>, advice: &Advice<'_>) -> Piece {
    let tone = Palette::tone(advice.tone);
    let items = advice
        .statements
        .iter()
        .map(|statement| item(desk, statement, advice.tone))
        .collect();
    Panel::new(
        list(desk, items),
        Sides {
            top: Length::ems(0.85),
            side: Length::points(SIDE),
            bottom: Length::ems(0.95),
        },
    )
    .filled(tone.pale)
    .rounded(0.0, 7.0)
    .into()
}

/// A statement with the mark of its tone.
pub(super) fn item(desk: &Desk<'_>, statement: &Statement, tone: Tone) -> Piece {
    let body = desk.statement(statement, desk.body().role(None));
    match desk.icons.get(tone_icon(tone)) {
        Some(art) => Piece::Item(Box::new(Item {
            mark: Mark {
                art,
                height: 1.0,
                ink: Palette::tone(tone).mark,
            },
            indent: Length::ems(INDENT),
            capital: desk.cap_height(),
            body: body.into(),
        })),
        None => body.into(),
    }
}

/// A list whose lines keep their rhythm: from the last line of an item to the first of the next it is a line and a half, and
/// half lines more where there is room. So the lines of lists side by side have common baselines.
pub(super) fn list(desk: &Desk<'_>, items: Vec<Piece>) -> Piece {
    let half_line = Length::ems(desk.layout.scale.leading / 2.0);
    let gap = Gap::Baselines {
        step: half_line,
        steps: 3,
        capital: Length::ems(desk.cap_height()),
    };
    let mut stack = Stack::new(items, gap);
    stack.spread = Some(Spread {
        step: half_line,
        most: 2,
    });
    Piece::from(stack).part(Role::List { numbered: false })
}
