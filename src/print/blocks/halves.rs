//! Levels as halves: what to do and what not to do fill the sheet, and what to be careful with runs across below them.

use super::Desk;
use super::levels::{Advice, LevelLook, ROW_HEAD, head, item, levels, list};
use super::look::{Arrangement, Tones};
use super::region::RegionSetup;
use crate::edition::Tone;
use crate::print::layout::{Cell, Column, Grows, Length, Panel, Piece, Row, Sides, Stack, Upright};

/// The white between the lists of a strip, in points.
const BETWEEN: f32 = 18.0;

/// The levels of a channel: large columns above, a strip below for each level that asks for care.
pub(super) fn halves(
    desk: &Desk<'_>,
    advice: &[Advice<'_>],
    beside: Option<Column>,
    setup: &RegionSetup,
) -> Piece {
    let (low, high): (Vec<Advice<'_>>, Vec<Advice<'_>>) = advice
        .iter()
        .copied()
        .partition(|advice| advice.tone == Tone::Caution);
    let arranged = |arrange| RegionSetup {
        arrange,
        ..setup.clone()
    };
    let columns = arranged(Arrangement::Columns);
    if low.is_empty() || high.is_empty() {
        return levels(desk, advice, beside, &columns);
    }
    let strips = arranged(Arrangement::Rows);
    let look = LevelLook::of(desk, &low, false, &strips);
    let mut pieces = vec![levels(desk, &high, beside, &columns)];
    pieces.extend(low.iter().map(|advice| strip(desk, advice, look)));
    let mut stack = Stack::new(pieces, Length::points(setup.gap.unwrap_or_default()));
    stack.grows = Grows::One(0);
    stack.into()
}

/// A level across the sheet: its head, and beside it its statements in lists side by side.
fn strip(desk: &Desk<'_>, advice: &Advice<'_>, look: LevelLook) -> Piece {
    let tone = desk.palette.tone(advice.tone);
    let lists = if desk.layout.page.is_wide() { 3 } else { 2 };
    let in_a_list = advice.statements.len().div_ceil(lists).max(1);
    let cells = advice
        .statements
        .chunks(in_a_list)
        .map(|statements| {
            let items = statements
                .iter()
                .map(|statement| item(desk, statement, advice.tone, look.tones))
                .collect();
            Cell::share(list(desk, items), 1.0)
        })
        .collect();
    let row = Row {
        cells,
        gap: Length::points(BETWEEN),
        upright: Upright::Top,
        balance: false,
    };
    let body = Panel::new(
        row.into(),
        Sides {
            top: Length::ems(0.85),
            side: Length::points(look.side),
            bottom: Length::ems(0.95),
        },
    )
    .filled(match look.tones {
        Tones::Strong => tone.strong,
        Tones::Pale => tone.pale,
    })
    .centred();
    Row {
        cells: vec![
            Cell::share(head(desk, advice, advice.label, look), ROW_HEAD),
            Cell::share(Piece::from(body), 1.0 - ROW_HEAD),
        ],
        gap: Length::default(),
        upright: Upright::Stretch,
        balance: false,
    }
    .into()
}
