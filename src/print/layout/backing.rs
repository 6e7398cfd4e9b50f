//! What stands behind a panel: a colour, or lines where ink is to be saved.

use super::shapes::{filled, rectangle, stroked};
use crate::print::scene::{Colour, Drawing, Frame, Segment};

/// What stands behind a panel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Backing {
    /// The paper.
    Paper,
    /// A colour.
    Colour(Colour),
    /// A line all around, within the panel.
    Frame(Line),
    /// Lines above and below, as long as what the panel holds is wide.
    Lines {
        /// The one above.
        above: Option<Line>,
        /// The one below.
        below: Option<Line>,
    },
}

/// A line that can be told from others without colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Line {
    /// How it is drawn.
    pub(crate) pattern: Pattern,
    /// How thick it is, in points; of a double line, both with the white between them.
    pub(crate) thickness: f32,
    /// Its colour.
    pub(crate) colour: Colour,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pattern {
    /// In one.
    Solid,
    /// With gaps.
    Dashed,
    /// As two lines.
    Double,
}

impl From<Colour> for Backing {
    fn from(colour: Colour) -> Self {
        Self::Colour(colour)
    }
}

impl Backing {
    /// The height that it takes above and below what a panel holds, in points.
    pub(super) fn takes(self) -> (f32, f32) {
        let height = |line: Option<Line>| line.map_or(0.0, |line| line.thickness);
        match self {
            Self::Paper | Self::Colour(_) | Self::Frame(_) => (0.0, 0.0),
            Self::Lines { above, below } => (height(above), height(below)),
        }
    }

    /// Draws it into the box of a panel with such corners, and so much white at its sides.
    pub(super) fn draw(self, frame: Frame, corners: (f32, f32), side: f32) -> Vec<Drawing> {
        match self {
            Self::Paper => Vec::new(),
            Self::Colour(colour) => vec![filled(rectangle(frame, corners), colour)],
            Self::Frame(line) => {
                let half = line.thickness / 2.0;
                let inside = Frame {
                    x: frame.x + half,
                    y: frame.y + half,
                    width: (frame.width - line.thickness).max(0.0),
                    height: (frame.height - line.thickness).max(0.0),
                };
                vec![stroked(
                    rectangle(inside, corners),
                    line.colour,
                    line.thickness,
                )]
            }
            Self::Lines { above, below } => {
                let place = |line: Line, y| Frame {
                    x: frame.x + side,
                    y,
                    width: (frame.width - 2.0 * side).max(0.0),
                    height: line.thickness,
                };
                let above = above.map(|line| line.draw(place(line, frame.y)));
                let bottom = frame.y + frame.height;
                let below = below.map(|line| line.draw(place(line, bottom - line.thickness)));
                above.into_iter().chain(below).collect()
            }
        }
    }
}

impl Line {
    /// Draws it to fill a box, as one outline.
    fn draw(self, frame: Frame) -> Drawing {
        /// The length of a dash, in thicknesses.
        const DASH: f32 = 2.4;
        /// The length of the gap behind it.
        const GAP: f32 = 1.2;
        /// How thick each of two lines is, as a share of both with what is between them.
        const EACH: f32 = 0.36;
        let mut path: Vec<Segment> = Vec::new();
        match self.pattern {
            Pattern::Solid => path = rectangle(frame, (0.0, 0.0)),
            Pattern::Double => {
                let height = frame.height * EACH;
                for y in [frame.y, frame.y + frame.height - height] {
                    path.extend(rectangle(Frame { y, height, ..frame }, (0.0, 0.0)));
                }
            }
            Pattern::Dashed => {
                // Whole dashes, one at either end.
                let step = (DASH + GAP) * self.thickness.max(1.0);
                let gaps = ((frame.width / step).round()).max(1.0);
                let width = frame.width / (gaps + DASH / (DASH + GAP));
                let dash = width * DASH / (DASH + GAP);
                let mut x = frame.x;
                while x + dash <= frame.x + frame.width + 0.01 {
                    let dash = Frame {
                        x,
                        width: dash,
                        ..frame
                    };
                    path.extend(rectangle(dash, (0.0, 0.0)));
                    x += width;
                }
            }
        }
        filled(path, self.colour)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLACK: Colour = Colour::Rgb(0, 0, 0);
    const BOX: Frame = Frame {
        x: 10.0,
        y: 20.0,
        width: 100.0,
        height: 50.0,
    };

    /// The boxes that a drawing consists of: left edge and width, top and height.
    fn boxes(drawing: &Drawing) -> Vec<[f32; 4]> {
        let Drawing::Shape(shape) = drawing else {
            panic!("a shape");
        };
        shape
            .path
            .chunks(5)
            .map(|corners| match corners {
                [
                    Segment::Move(x, y),
                    Segment::Line(right, _),
                    Segment::Line(_, bottom),
                    ..,
                ] => [*x, right - x, *y, bottom - y],
                _ => panic!("a box"),
            })
            .collect()
    }

    fn lines(pattern: Pattern) -> Vec<[f32; 4]> {
        let line = Line {
            pattern,
            thickness: 5.0,
            colour: BLACK,
        };
        let backing = Backing::Lines {
            above: Some(line),
            below: None,
        };
        assert_eq!(backing.takes(), (5.0, 0.0));
        let drawn = backing.draw(BOX, (0.0, 0.0), 10.0);
        assert_eq!(drawn.len(), 1);
        boxes(&drawn[0])
    }

    #[test]
    fn lines_are_as_wide_as_what_a_panel_holds_and_differ_in_shape() {
        assert_eq!(lines(Pattern::Solid), [[20.0, 80.0, 20.0, 5.0]]);
        let double = lines(Pattern::Double);
        assert_eq!(double.len(), 2);
        assert!(double[1][2] > double[0][2] + double[0][3]);
        let dashes = lines(Pattern::Dashed);
        assert!(dashes.len() > 3);
        let last = dashes.last().expect("there are dashes");
        assert!((last[0] + last[1] - 100.0).abs() < 0.01, "{last:?}");
        assert!((dashes[0][0] - 20.0).abs() < 0.01);
        assert!(dashes[1][0] > dashes[0][0] + dashes[0][1] + 2.0);
    }
}
