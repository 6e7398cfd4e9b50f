//! The outline of squares on a grid.

/// A corner of a square, by its column and row.
type Corner = (usize, usize);

/// The four ways that an edge can lead, as bits.
const RIGHT: u8 = 1;
const DOWN: u8 = 2;
const LEFT: u8 = 4;
const UP: u8 = 8;

/// The rings around all dark squares of a square grid: around areas clockwise, around holes in them the other way, with
/// a corner only where the direction changes. Squares that touch share no seam, which readers would show as a hairline.
pub(super) fn outline(dark: &[bool], width: usize) -> Vec<Vec<Corner>> {
    let mut edges = Edges::around(dark, width);
    let mut rings = Vec::new();
    for place in 0..edges.ways.len() {
        let start = (place % edges.width, place / edges.width);
        while edges.ways[place] != 0 {
            let mut ring: Vec<Corner> = Vec::new();
            let mut at = start;
            while let Some(next) = edges.take(at) {
                push(&mut ring, at);
                at = next;
            }
            // The ring ends where it began; the first corner may lie on a straight line.
            push(&mut ring, at);
            ring.pop();
            rings.push(ring);
        }
    }
    rings
}

/// All edges between dark and light, dark to their right.
struct Edges {
    /// Corners in a row.
    width: usize,
    /// From each corner, row by row, the ways its edges lead.
    ways: Vec<u8>,
}

impl Edges {
    fn around(dark: &[bool], width: usize) -> Self {
        let corners = width + 1;
        let mut ways = vec![0; corners * corners];
        let is_dark = |x: usize, y: usize| {
            x < width && y < width && dark.get(y * width + x).copied().unwrap_or(false)
        };
        for y in 0..width {
            for x in (0..width).filter(|&x| is_dark(x, y)) {
                let corner = y * corners + x;
                // A step to the left or up from the first square wraps round to where nothing is dark.
                if !is_dark(x, y.wrapping_sub(1)) {
                    ways[corner] |= RIGHT;
                }
                if !is_dark(x + 1, y) {
                    ways[corner + 1] |= DOWN;
                }
                if !is_dark(x, y + 1) {
                    ways[corner + corners + 1] |= LEFT;
                }
                if !is_dark(x.wrapping_sub(1), y) {
                    ways[corner + corners] |= UP;
                }
            }
        }
        Self {
            width: corners,
            ways,
        }
    }

    /// Walks along one of the edges from a corner, and forgets it.
    fn take(&mut self, (x, y): Corner) -> Option<Corner> {
        let ways = self.ways.get_mut(y * self.width + x)?;
        let way = *ways & ways.wrapping_neg();
        *ways &= !way;
        match way {
            RIGHT => Some((x + 1, y)),
            DOWN => Some((x, y + 1)),
            LEFT => Some((x - 1, y)),
            UP => Some((x, y - 1)),
            _ => None,
        }
    }
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
    fn squares_that_touch_at_a_corner_are_closed_each() {
        let rings = outline(&[true, false, false, true], 2);
        let corners: usize = rings.iter().map(Vec::len).sum();
        assert_eq!(corners, 8, "{rings:?}");
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
