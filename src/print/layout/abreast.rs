//! Two sheets that hang side by side and are to be read as one.
//!
//! A poster in two languages says the same twice, so both halves have the same regions. Comes in: the piece of each half. Goes out: both
//! pieces with the same sizes of type, and boxes of one as high as those of the other, so that bands and feet line up. Lists of
//! statements stay as they are: one language takes more lines than the other, and what is between them makes up for it.

use std::sync::Arc;

use super::fit::{Fit, Limits, search};
use super::piece::{Cell, Column, Columns, Headed, Panel, Part, Piece, Row, Sides, Stack, Text};
use super::{Scale, Size};

/// Both halves as they are drawn, and the largest scale at which both are no higher than `height`. If they are too high once their
/// boxes line up, these stay as they are. `None` if one half is too high whatever the scale.
pub(crate) fn fit_abreast(
    halves: [Piece; 2],
    width: f32,
    height: f32,
    limits: &Limits,
) -> Option<([Piece; 2], Scale)> {
    let excess = |[first, second]: &[Piece; 2], scale| {
        let higher = first.height(width, scale).max(second.height(width, scale));
        higher - height
    };
    let lined_up = |scale| {
        let [first, second] = &halves;
        lined_up([first, second], [width; 2], scale)
    };
    if let Fit::Fits(scale) = search(limits, |scale| excess(&lined_up(scale), scale)) {
        return Some((lined_up(scale), scale));
    }
    match search(limits, |scale| excess(&halves, scale)) {
        Fit::Fits(scale) => Some((halves, scale)),
        Fit::TooMuch { .. } => None,
    }
}

/// Both pieces in the same type, with boxes of the same height.
fn lined_up(pair: [&Piece; 2], widths: [f32; 2], scale: Scale) -> [Piece; 2] {
    let inside = |pair, widths| lined_up(pair, widths, scale);
    match pair {
        [Piece::Text(first), Piece::Text(second)] => in_one_size([first, second], widths, scale),
        [Piece::Stack(first), Piece::Stack(second)] => stacks([first, second], widths, scale),
        [Piece::Row(first), Piece::Row(second)] => rows([first, second], widths, scale),
        [Piece::Columns(first), Piece::Columns(second)] => columns([first, second], widths, scale),
        [Piece::Panel(first), Piece::Panel(second)] => {
            let within =
                |panel: &Panel, width: f32| (width - 2.0 * panel.padding.side.at(scale)).max(0.0);
            let widths = [within(first, widths[0]), within(second, widths[1])];
            let [one, other] = inside([&first.piece, &second.piece], widths);
            [(first, one), (second, other)].map(|(panel, piece)| {
                Panel {
                    piece,
                    ..(**panel).clone()
                }
                .into()
            })
        }
        [Piece::Headed(first), Piece::Headed(second)] => headed([first, second], widths, scale),
        [Piece::Part(first), Piece::Part(second)] => {
            let pieces = inside([&first.piece, &second.piece], widths);
            both([first, second], pieces, |part, piece| {
                Piece::Part(Part {
                    piece: Box::new(piece),
                    ..part.clone()
                })
            })
        }
        [Piece::Spare(first, one), Piece::Spare(second, other)] => {
            let pieces = inside([one, other], widths);
            both([first, second], pieces, |rank, piece| piece.spare(*rank))
        }
        [Piece::Together(one), Piece::Together(other)] => {
            inside([one, other], widths).map(Piece::together)
        }
        [Piece::Unread(one), Piece::Unread(other)] => {
            inside([one, other], widths).map(Piece::unread)
        }
        [Piece::Named(first, one), Piece::Named(second, other)] => {
            let pieces = inside([one, other], widths);
            both([first, second], pieces, |name, piece| {
                piece.named(Arc::clone(name))
            })
        }
        [first, second] => [first.clone(), second.clone()],
    }
}

/// Titles fill their widths, and so the shorter one would be larger: neither language shouts louder than the other.
fn in_one_size(pair: [&Arc<Text>; 2], widths: [f32; 2], scale: Scale) -> [Piece; 2] {
    let [first, second] = pair;
    let follows_its_words = |text: &Text| matches!(text.size, Size::Fill { .. } | Size::Line(_));
    if !follows_its_words(first) && !follows_its_words(second) {
        return pair.map(|text| Piece::Text(Arc::clone(text)));
    }
    let size = first
        .type_size(widths[0], scale)
        .min(second.type_size(widths[1], scale));
    pair.map(|text| {
        Text {
            size: Size::Points(size),
            ..(**text).clone()
        }
        .into()
    })
}

fn stacks(pair: [&Stack; 2], widths: [f32; 2], scale: Scale) -> [Piece; 2] {
    let [first, second] = pair;
    let is_list = |stack: &Stack| {
        stack
            .pieces
            .iter()
            .any(|piece| matches!(piece, Piece::Item(_)))
    };
    let is_alike = |(one, other): (&Piece, &Piece)| one.is_there(scale) == other.is_there(scale);
    let are_alike = first.pieces.len() == second.pieces.len()
        && first.pieces.iter().zip(&second.pieces).all(is_alike);
    if !are_alike || is_list(first) || is_list(second) {
        return pair.map(|stack| Piece::Stack(stack.clone()));
    }
    // What stands in one box may stand a line higher or lower than in the other.
    let hold_boxes = pair
        .iter()
        .any(|stack| stack.pieces.iter().any(holds_a_box));
    let (mut ones, mut others) = (Vec::new(), Vec::new());
    for (one, other) in first.pieces.iter().zip(&second.pieces) {
        let [one, other] = if hold_boxes {
            level([one, other], widths, scale)
        } else {
            lined_up([one, other], widths, scale)
        };
        ones.push(one);
        others.push(other);
    }
    both(pair, [ones, others], |stack, pieces| {
        Stack {
            pieces,
            ..stack.clone()
        }
        .into()
    })
}

/// Whether a piece is a box or has one inside.
fn holds_a_box(piece: &Piece) -> bool {
    match piece {
        Piece::Panel(_) | Piece::Columns(_) => true,
        Piece::Stack(stack) => stack.pieces.iter().any(holds_a_box),
        Piece::Row(row) => row.cells.iter().any(|cell| holds_a_box(&cell.piece)),
        Piece::Headed(headed) => {
            holds_a_box(&headed.column.head) || holds_a_box(&headed.column.body)
        }
        Piece::Part(part) => holds_a_box(&part.piece),
        Piece::Spare(_, piece)
        | Piece::Together(piece)
        | Piece::Unread(piece)
        | Piece::Named(_, piece) => holds_a_box(piece),
        Piece::Text(_) | Piece::Picture(_) | Piece::Item(_) | Piece::Space(_) | Piece::Rule(_) => {
            false
        }
    }
}

/// Both pieces lined up, and the lower one as high as the other.
fn level(pair: [&Piece; 2], widths: [f32; 2], scale: Scale) -> [Piece; 2] {
    let [first, second] = lined_up(pair, widths, scale);
    let heights = [
        first.height(widths[0], scale),
        second.height(widths[1], scale),
    ];
    if first.is_there(scale) && heights[0] < heights[1] {
        [at_least(first, heights[1]), second]
    } else if second.is_there(scale) && heights[1] < heights[0] {
        [first, at_least(second, heights[0])]
    } else {
        [first, second]
    }
}

/// A piece that is at least so many points high.
fn at_least(piece: Piece, height: f32) -> Piece {
    match piece {
        Piece::Spare(rank, piece) => at_least(*piece, height).spare(rank),
        piece => {
            let mut panel = Panel::new(piece, Sides::default());
            panel.least = height;
            panel.into()
        }
    }
}

fn rows(pair: [&Row; 2], widths: [f32; 2], scale: Scale) -> [Piece; 2] {
    if pair[0].cells.len() != pair[1].cells.len() {
        return pair.map(|row| Piece::Row(row.clone()));
    }
    let pair = shared_alike(pair, widths, scale);
    let [first, second] = &pair;
    let inner = [
        first.widths(widths[0], scale),
        second.widths(widths[1], scale),
    ];
    let (mut ones, mut others) = (Vec::new(), Vec::new());
    for (at, cells) in first.cells.iter().zip(&second.cells).enumerate() {
        let cells: [&Cell; 2] = cells.into();
        let pieces = lined_up(
            cells.map(|cell| &cell.piece),
            [inner[0][at], inner[1][at]],
            scale,
        );
        let [one, other] = both(cells, pieces, |cell, piece| Cell {
            piece,
            ..cell.clone()
        });
        ones.push(one);
        others.push(other);
    }
    both([first, second], [ones, others], |row, cells| {
        Piece::Row(Row {
            cells,
            ..row.clone()
        })
    })
}

/// Rows that would each find out how they share their width, with the share at which the higher of both is lowest.
fn shared_alike(pair: [&Row; 2], widths: [f32; 2], scale: Scale) -> [Row; 2] {
    let [first, second] = pair;
    let share = first.lowest(|share| {
        let other = second.height_at(share, widths[1], scale);
        first.height_at(share, widths[0], scale).max(other)
    });
    let mut rows = pair.map(Clone::clone);
    if let Some(share) = share {
        for row in &mut rows {
            row.balance = &[];
            for (cell, share) in row.cells.iter_mut().zip([share, 1.0 - share]) {
                cell.width = None;
                cell.share = share;
            }
        }
    }
    rows
}

fn columns(pair: [&Columns; 2], widths: [f32; 2], scale: Scale) -> [Piece; 2] {
    let [first, second] = pair;
    if first.each.len() != second.each.len() {
        return pair.map(|columns| Piece::Columns(columns.clone()));
    }
    let inner = [
        first.arrange(widths[0], scale).widths,
        second.arrange(widths[1], scale).widths,
    ];
    let (mut ones, mut others) = (Vec::new(), Vec::new());
    for (at, (one, other)) in first.each.iter().zip(&second.each).enumerate() {
        let widths = [inner[0][at], inner[1][at]];
        let [head, other_head] = level([&one.head, &other.head], widths, scale);
        let column = |head, column: &Column| Column {
            head,
            ..column.clone()
        };
        ones.push(column(head, one));
        others.push(column(other_head, other));
    }
    both(pair, [ones, others], |columns, each| {
        Piece::Columns(Columns {
            each,
            ..columns.clone()
        })
    })
}

fn headed(pair: [&Headed; 2], widths: [f32; 2], scale: Scale) -> [Piece; 2] {
    let inner = [pair[0].widths(widths[0]), pair[1].widths(widths[1])];
    let heads = lined_up(
        pair.map(|headed| &headed.column.head),
        inner.map(|(head, _)| head),
        scale,
    );
    let bodies = lined_up(
        pair.map(|headed| &headed.column.body),
        inner.map(|(_, body)| body),
        scale,
    );
    let [head, other_head] = heads;
    let [body, other_body] = bodies;
    [(pair[0], head, body), (pair[1], other_head, other_body)].map(|(headed, head, body)| {
        Headed {
            column: Column {
                head,
                body,
                again: headed.column.again.clone(),
            },
            place: headed.place,
        }
        .into()
    })
}

/// Does the same with both.
fn both<A, B, C>(
    [first, second]: [A; 2],
    [one, other]: [B; 2],
    make: impl Fn(A, B) -> C,
) -> [C; 2] {
    [make(first, one), make(second, other)]
}
