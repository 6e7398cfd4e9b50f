//! Lines about a region and between its parts.

use super::Desk;
use super::region::RegionSetup;
use crate::print::layout::{Cell, Grows, Length, Piece, Rule, Stack};

/// A line of this thickness in the colour of a region's lines; `None` if it has no thickness.
pub(super) fn rule(desk: &Desk<'_>, setup: &RegionSetup, thickness: f32) -> Option<Rule> {
    (thickness > 0.0).then(|| Rule {
        thickness,
        colour: desk.palette.line(setup.rules.colour),
    })
}

/// A region between the lines above and below it. A band joins them; elsewhere there is white between.
pub(super) fn ruled(desk: &Desk<'_>, setup: &RegionSetup, region: Piece) -> Piece {
    /// The white between a line and what is within the margins, in points.
    const WHITE: f32 = 8.0;
    let above = rule(desk, setup, setup.rules.above);
    let below = rule(desk, setup, setup.rules.below);
    if above.is_none() && below.is_none() {
        return region;
    }
    let mut pieces: Vec<Piece> = above.map(Piece::from).into_iter().collect();
    let at = pieces.len();
    pieces.push(region);
    pieces.extend(below.map(Piece::from));
    let white = if setup.reaches_the_edge() { 0.0 } else { WHITE };
    let mut stack = Stack::new(pieces, Length::points(white));
    stack.grows = Grows::One(at);
    stack.into()
}

/// Pieces that will stand below one another, with a line below each but the last. What grows, grows above its line.
pub(super) fn ruled_rows(
    desk: &Desk<'_>,
    setup: &RegionSetup,
    gap: f32,
    rows: Vec<Piece>,
) -> Vec<Piece> {
    let Some(rule) = rule(desk, setup, setup.rules.between) else {
        return rows;
    };
    let last = rows.len().saturating_sub(1);
    rows.into_iter()
        .enumerate()
        .map(|(at, row)| {
            if at == last {
                return row;
            }
            let mut stack = Stack::new(vec![row, rule.into()], Length::points(gap));
            stack.grows = Grows::One(0);
            stack.into()
        })
        .collect()
}

/// Cells that stand side by side, with a line between each and the next.
pub(super) fn ruled_cells(desk: &Desk<'_>, setup: &RegionSetup, cells: Vec<Cell>) -> Vec<Cell> {
    let Some(rule) = rule(desk, setup, setup.rules.between) else {
        return cells;
    };
    let mut ruled = Vec::with_capacity(cells.len() * 2);
    for cell in cells {
        if !ruled.is_empty() {
            ruled.push(Cell::fixed(rule, Length::points(rule.thickness)));
        }
        ruled.push(cell);
    }
    ruled
}
