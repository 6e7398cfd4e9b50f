//! The outline of squares on a grid.

use std::collections::BTreeMap;

/// A corner of a square, by its column and row.
type Corner = (usize, usize);

/// The rings around all dark squares of a square grid: around areas clockwise, around holes in them the other way, with
/// a corner only where the direction changes. Squares that touch share no seam, which readers would show as a hairline.
pub(super) fn outline(dark: &[bool], width: usize) -> Vec<Vec<Corner>> {
    let is_dark = |x: Option<usize>, y: Option<usize>| match (x, y) {
        (Some(x), Some(y)) if x < width => dark.get(y * width + x).copied().unwrap_or(false),
        _ => false,
    };
    // From each corner, where its edges lead.
    let mut edges: BTreeMap<Corner, Vec<Corner>> = BTreeMap::new();
    for (place, _) in dark.iter().enumerate().filter(|(_, dark)| **dark) {
        let (x, y) = (place % width, place / width);
        let mut edge = |from, to| edges.entry(from).or_default().push(to);
        if !is_dark(Some(x), y.checked_sub(1)) {
            edge((x, y), (x + 1, y));
        }
        if !is_dark(Some(x + 1), Some(y)) {
            edge((x + 1, y), (x + 1, y + 1));
        }
        if !is_dark(Some(x), Some(y + 1)) {
            edge((x + 1, y + 1), (x, y + 1));
        }
        if !is_dark(x.checked_sub(1), Some(y)) {
            edge((x, y + 1), (x, y));
        }
    }

    let mut rings = Vec::new();
    while let Some((&start, _)) = edges.first_key_value() {
        let mut ring: Vec<Corner> = Vec::new();
        let mut at = start;
        while let Some(next) = take(&mut edges, at) {
            push(&mut ring, at);
            at = next;
        }
        // The ring ends where it began; the first corner may lie on a straight line.
        push(&mut ring, at);
        ring.pop();
        rings.push(ring);
    }
    rings
}

fn take(edges: &mut BTreeMap<Corner, Vec<Corner>>, from: Corner) -> Option<Corner> {
    let targets = edges.get_mut(&from)?;
    let next = targets.pop();
    if targets.is_empty() {
        edges.remove(&from);
    }
    next
}

/// Adds a corner, and drops the one before if it lies on the way.
fn push(ring: &mut Vec<Corner>, corner: Corner) {
    if let [.., before, last] = ring.as_slice()
        && ((before.0 == last.0 && last.0 == corner.0)
            || (before.1 == last.1 && last.1 == corner.1))
    {
        ring.pop();
    }
    ring.push(corner);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_share_one_ring() {
        let dark = [true, true, true, true];
        assert_eq!(outline(&dark, 2), [[(0, 0), (2, 0), (2, 2), (0, 2)]]);
    }

    #[test]
    fn a_hole_runs_the_other_way() {
        let mut dark = [true; 9];
        dark[4] = false;
        let rings = outline(&dark, 3);
        assert_eq!(rings.len(), 2);
        let area = |ring: &[Corner]| {
            let next = ring.iter().cycle().skip(1);
            ring.iter()
                .zip(next)
                .map(|(a, b)| (a.0 * b.1) as i64 - (b.0 * a.1) as i64)
                .sum::<i64>()
                / 2
        };
        assert_eq!(area(&rings[0]), 9);
        assert_eq!(area(&rings[1]), -1);
    }
}
