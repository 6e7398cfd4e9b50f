//! Levels as halves: what to do and what not to do fill the sheet, and what to be careful with runs across below them.

use super::Desk;
use super::levels::{
    Advice, LevelLook, head, heads_within, item, list, readable, side, side_by_side, whole_width,
};
use super::look::{Arrangement, Tones};
use super::region::RegionSetup;
use crate::edition::Tone;
use crate::print::layout::{Cell, Column, Grows, Length, Panel, Piece, Row, Sides, Stack, Upright};

/// The white between the lists of a strip, in points.
const BETWEEN: f32 = 18.0;

/// The size of statements in the halves, in sizes of body text: the rest of the sheet is body text.
const LARGE: f32 = 1.15;
/// The shares of the width that are tried for the halves, where something stands beside them.
const HALVES: [f32; 5] = [0.76, 0.73, 0.7, 0.67, 0.64];
/// The share of the width of halves that their heads must do with.
const HALVES_FOR_HEADS: f32 = 0.64;
/// Heads are no larger than fits into a column of so many parts of the mean.
const NARROWEST: f32 = 0.87;
/// The white above and below what a strip says: it is low, so some stays however little air there is.
const STRIP_WHITE: Length = Length {
    points: 0.0,
    display: 6.0,
    ems: 0.5,
};
/// The share of a strip that its head takes, on sheets that lie and on sheets that stand.
const STRIP_HEAD: [f32; 2] = [0.2, 0.26];

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
    let (low, high) = match (low.is_empty(), high.is_empty()) {
        // Nothing but care: then it has the sheet to itself.
        (false, true) => (high, low),
        _ => (low, high),
    };
    let gap = setup.gap.unwrap_or_default();
    let columns = RegionSetup {
        arrange: Arrangement::Columns,
        ..setup.clone()
    };
    let look = LevelLook {
        head: one_size(desk, &high, beside.is_some(), setup),
        times: LARGE,
        ..LevelLook::of(desk, &high, beside.is_some(), &columns)
    };
    let large = side_by_side(desk, &high, None, &columns, look);
    let mut pieces = vec![match beside {
        Some(beside) => with_beside(large, beside, gap),
        None => large,
    }];
    let room = whole_width(desk, setup) * strip_head(desk) - 2.0 * look.side;
    let look = LevelLook {
        head: readable(desk, &low, room, heads_within(desk, &low, room, 2)).min(look.head),
        corners: 0.0,
        times: 1.0,
        ..look
    };
    pieces.extend(low.iter().map(|advice| strip(desk, advice, look)));
    let mut stack = Stack::new(pieces, Length::points(gap));
    stack.grows = Grows::One(0);
    stack.into()
}

/// What stands beside the halves takes no more of the width than it needs; its head is as high as it is.
fn with_beside(halves: Piece, beside: Column, gap: f32) -> Piece {
    let mut column = Stack::new(vec![beside.head, beside.body], Length::default());
    column.grows = Grows::One(1);
    Row {
        cells: vec![Cell::share(halves, 1.0), Cell::share(column, 1.0)],
        gap: Length::points(gap),
        upright: Upright::Stretch,
        balance: &HALVES,
    }
    .into()
}

/// The size of the heads of large columns: on one line, unless they could be much larger on two.
fn one_size(desk: &Desk<'_>, advice: &[Advice<'_>], beside: bool, setup: &RegionSetup) -> f32 {
    /// What is smaller than this on one line, in sizes on two, takes two.
    const MUCH: f32 = 0.6;
    let count = advice.len().max(1) as f32;
    let gaps = (count - 1.0) * setup.gap.unwrap_or_default();
    let share = if beside { HALVES_FOR_HEADS } else { 1.0 };
    let width = (whole_width(desk, setup) * share - gaps) / count * NARROWEST - 2.0 * side(setup);
    let [one, two] = [1, 2].map(|lines| heads_within(desk, advice, width, lines));
    let size = if one < MUCH * two { two } else { one };
    readable(desk, advice, width, size).min(desk.layout.scale.heads)
}

/// The share of a strip that its head takes.
fn strip_head(desk: &Desk<'_>) -> f32 {
    let [lies, stands] = STRIP_HEAD;
    if desk.layout.page.is_wide() {
        lies
    } else {
        stands
    }
}

/// A level across the sheet: its head, and beside it its statements in lists side by side.
fn strip(desk: &Desk<'_>, advice: &Advice<'_>, look: LevelLook) -> Piece {
    let tone = desk.palette.tone(advice.tone);
    let share = strip_head(desk);
    let lists = if desk.layout.page.is_wide() { 3 } else { 2 };
    let in_a_list = advice.statements.len().div_ceil(lists).max(1);
    let cells = advice
        .statements
        .chunks(in_a_list)
        .map(|statements| {
            let items = statements
                .iter()
                .map(|statement| item(desk, statement, advice.tone, look))
                .collect();
            Cell::share(list(desk, items), 1.0)
        })
        .collect();
    let row = Row {
        cells,
        gap: Length::points(BETWEEN),
        upright: Upright::Top,
        balance: &[],
    };
    let body = Panel::new(
        row.into(),
        Sides {
            top: STRIP_WHITE,
            side: Length::points(look.side),
            bottom: STRIP_WHITE,
        },
    )
    .filled(match look.tones {
        Tones::Strong => tone.strong,
        Tones::Pale => tone.pale,
    })
    .centred();
    Row {
        cells: vec![
            Cell::share(head(desk, advice, advice.label, look), share),
            Cell::share(Piece::from(body), 1.0 - share),
        ],
        gap: Length::default(),
        upright: Upright::Stretch,
        balance: &[],
    }
    .into()
}
