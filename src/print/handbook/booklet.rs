//! A booklet: pages two to a sheet, in the order in which a stack that is printed on both sides and folded can be read.
//!
//! The file is for printing only. A screen reader meets its pages in the order of print, which is no order of reading, so everything in it
//! is marked as an artifact, and whoever listens reads the handbook itself, which says the same.

use crate::print::scene::{Item, Meaning, Page, Scene, Structure};
use crate::print::text::Direction;

/// The pages of a scene two to a side. Their number is a multiple of four: empty ones are added before the last.
pub(crate) fn impose(scene: Scene, direction: Direction) -> Scene {
    let Scene {
        title,
        language,
        author,
        subject,
        date,
        mut pages,
        ..
    } = scene;
    let size = pages
        .first()
        .map_or((0.0, 0.0), |page| (page.width, page.height));
    let missing = pages.len().next_multiple_of(4) - pages.len();
    let last = pages.len().saturating_sub(1);
    for _ in 0..missing {
        pages.insert(
            last,
            Page {
                width: size.0,
                height: size.1,
                items: Vec::new(),
            },
        );
    }
    let sides = sides(pages.len(), direction);
    let mut taken: Vec<Option<Page>> = pages.into_iter().map(Some).collect();
    let pages = sides
        .into_iter()
        .map(|(left, right)| {
            let mut items = Vec::new();
            for (page, offset) in [(left, 0.0), (right, size.0)] {
                let page = taken.get_mut(page).and_then(Option::take);
                let moved = page.into_iter().flat_map(|page| page.items);
                items.extend(moved.map(|item| Item {
                    meaning: Meaning::Artifact,
                    drawing: item.drawing.moved(offset, 0.0),
                }));
            }
            Page {
                width: 2.0 * size.0,
                height: size.1,
                items,
            }
        })
        .collect();
    Scene {
        title,
        language,
        author,
        subject,
        date,
        pages,
        structure: Structure::new(),
        outline: Vec::new(),
        places: Vec::new(),
        cover: None,
        press: None,
    }
}

/// The pages on each side of each sheet, left and right, by their index: of eight, the last and the first, the second and
/// the last but one, and so on to the middle. Where text runs right to left, the spine is on the right.
fn sides(count: usize, direction: Direction) -> Vec<(usize, usize)> {
    (0..count / 2)
        .map(|side| {
            let (low, high) = (side, count - 1 - side);
            let outer = side % 2 == 0;
            match (outer, direction) {
                (true, Direction::LeftToRight) | (false, Direction::RightToLeft) => (high, low),
                (false, Direction::LeftToRight) | (true, Direction::RightToLeft) => (low, high),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folded_stack_can_be_read() {
        assert_eq!(
            sides(8, Direction::LeftToRight),
            [(7, 0), (1, 6), (5, 2), (3, 4)]
        );
        assert_eq!(sides(4, Direction::RightToLeft), [(0, 3), (2, 1)]);
        // Every page is there once.
        for count in [4, 12, 40] {
            let mut pages: Vec<usize> = sides(count, Direction::LeftToRight)
                .into_iter()
                .flat_map(|(left, right)| [left, right])
                .collect();
            pages.sort_unstable();
            assert_eq!(pages, (0..count).collect::<Vec<_>>());
        }
    }
}
