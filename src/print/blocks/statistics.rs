//! Figures, and what they mean.

use super::Desk;
use super::boxed::{BoxColours, BoxHead, box_heads, boxed, headed};
use super::region::RegionSetup;
use super::rules::ruled_cells;
use crate::edition::Statistic;
use crate::print::layout::{Cell, Gap, Length, Piece, Row, Size, Stack, Upright};
use crate::print::scene::Role;
use crate::print::text::Style;

/// So many stand side by side at most, if the theme says nothing else.
const IN_A_ROW: usize = 3;
/// The size of a figure, in sizes of body text.
const FIGURE: f32 = 2.4;
/// How far letters reach below their line, in sizes of type.
const DESCENT: f32 = 0.22;
/// The white between figures, in points.
const GAP: f32 = 16.0;

/// The figures of a channel, side by side; `None` if there are none.
pub(super) fn statistics(
    desk: &Desk<'_>,
    statistics: &[Statistic],
    setup: &RegionSetup,
) -> Option<Piece> {
    if statistics.is_empty() {
        return None;
    }
    let colours = BoxColours::pale(desk, setup);
    // All rows alike: four figures stand in two rows of two, not in one of three and one of one.
    let most = setup.in_a_row.unwrap_or(IN_A_ROW);
    let rows = statistics.len().div_ceil(most).max(1);
    let in_a_row = statistics.len().div_ceil(rows);
    let gap = setup.gap.unwrap_or(GAP);
    let rows = statistics
        .chunks(in_a_row)
        .map(|row| {
            let mut cells: Vec<Cell> = row
                .iter()
                .map(|statistic| Cell::share(one(desk, statistic, colours), 1.0))
                .collect();
            cells.extend(
                (row.len()..in_a_row).map(|_| Cell::share(Piece::Space(Length::default()), 1.0)),
            );
            Row {
                cells: ruled_cells(desk, setup, cells),
                gap: Length::points(gap),
                upright: Upright::Stretch,
                balance: &[],
            }
            .into()
        })
        .collect();
    let list = Piece::from(Stack::new(rows, Length::ems(1.0))).part(Role::List { numbered: false });
    let (words, at) = desk.label("statistics", Some(setup));
    let head = BoxHead {
        words,
        at,
        icon: setup.icon.or_usual(Some("chart")),
    };
    let heads = box_heads(desk, &head, colours.ink);
    Some(boxed(
        desk,
        Some(setup),
        colours,
        headed(desk, Some(heads), list),
    ))
}

/// The figure, large, with what it counts and where it is from below it.
fn one(desk: &Desk<'_>, statistic: &Statistic, colours: BoxColours) -> Piece {
    let figure = desk.plain(
        &statistic.figure.value,
        statistic.figure.at,
        desk.body()
            .size(Size::Line(FIGURE))
            .style(Style::Black)
            .colour(colours.ink),
    );
    let meaning = desk.line(&statistic.meaning, desk.body().colour(colours.text));
    let mut lines: Vec<Piece> = vec![meaning.into()];
    let source = statistic.source.as_ref().and_then(|id| {
        let mut sources = desk.edition.sources.iter();
        sources.find(|source| source.id == *id)
    });
    if let Some(source) = source {
        let name = desk.plain(
            &source.name.value,
            source.name.at,
            desk.body()
                .size(Size::Points(desk.layout.scale.fine))
                .colour(colours.text),
        );
        lines.push(name.into());
    }
    let next_line = Gap::Baselines {
        step: Length::ems(desk.leading()),
        steps: 1,
        capital: Length::ems(desk.letter_height()),
    };
    let words = Stack::new(lines, next_line);
    // However little air there is, what hangs below the figure doesn't touch what it means.
    let below = Gap::Baselines {
        step: Length::ems(FIGURE * DESCENT + desk.cap_height() + 0.3),
        steps: 1,
        capital: Length::ems(desk.letter_height()),
    };
    Piece::from(Stack::new(vec![figure.into(), words.into()], below))
        .part(Role::ListBody)
        .part(Role::ListItem)
}
