//! The sheet around a page: colour over the cut, marks, and a line that says what it is.
//!
//! A guillotine never cuts exactly. So what touches the edge of a page reaches a little over it, and marks outside say where the
//! edge is. They stand off the colour that reaches over, so that none is left on the page if the cut is out by as much.

use crate::print::scene::{
    Colour, Drawing, Frame, GlyphRun, Ink, Item, Meaning, Scene, Segment, Shape, Stroke,
};

/// Millimetres in points.
const MILLIMETRE: f32 = 72.0 / 25.4;
/// How far marks stand off the colour that reaches over the cut.
const OFF: f32 = MILLIMETRE;
/// How long marks are.
const LENGTH: f32 = 6.0 * MILLIMETRE;
/// How much is left outside the marks.
const AROUND: f32 = 2.0 * MILLIMETRE;
/// How thick marks are: as thin as can be seen.
const HAIR: f32 = 0.25;
/// What is as near to the edge as this touches it: a tenth of a millimetre.
const TOUCHES: f32 = 0.1 * MILLIMETRE;

/// A line below a page that says what it is, for people at the press: glyphs from the left on the baseline 0.
#[derive(Debug, Clone)]
pub(crate) struct Imprint(pub(crate) Vec<GlyphRun>);

/// How much there is on each side of a page.
pub(super) fn outside(bleed: f32) -> f32 {
    bleed + OFF + LENGTH + AROUND
}

/// Puts all pages on larger sheets.
pub(super) fn lay_out(scene: &mut Scene, bleed: f32, imprint: &Imprint) {
    let outside = outside(bleed);
    for page in &mut scene.pages {
        for item in &mut page.items {
            let size = (page.width, page.height);
            match &mut item.drawing {
                Drawing::Shape(shape) => reach_over(shape, size, bleed),
                Drawing::Halftone(halftone) => {
                    halftone.frame = reaching_over(halftone.frame, size, bleed);
                }
                Drawing::Glyphs(_) | Drawing::Raster(_) => {}
            }
            item.drawing.shift(outside, outside);
        }
        let trim = Frame {
            x: outside,
            y: outside,
            width: page.width,
            height: page.height,
        };
        page.width += 2.0 * outside;
        page.height += 2.0 * outside;
        let artifacts = marks(trim, bleed).into_iter().map(Drawing::Shape);
        let artifacts = artifacts.chain(placed(imprint, trim, bleed));
        page.items.extend(artifacts.map(|drawing| Item {
            meaning: Meaning::Artifact,
            drawing,
        }));
    }
    scene.structure.move_boxes(outside, outside);
    for mark in &mut scene.outline {
        mark.shift(outside);
    }
}

/// A place along a side of a page: further outward, if it is at the edge.
fn over(at: f32, length: f32, bleed: f32) -> f32 {
    if at <= TOUCHES {
        at.min(0.0) - bleed
    } else if at >= length - TOUCHES {
        at.max(length) + bleed
    } else {
        at
    }
}

/// A picture, a little wider or higher where it touches the edge of a page.
fn reaching_over(frame: Frame, (width, height): (f32, f32), bleed: f32) -> Frame {
    let x = over(frame.x, width, bleed);
    let y = over(frame.y, height, bleed);
    Frame {
        x,
        y,
        width: over(frame.x + frame.width, width, bleed) - x,
        height: over(frame.y + frame.height, height, bleed) - y,
    }
}

/// Moves what touches the edge of a page outward.
fn reach_over(shape: &mut Shape, (width, height): (f32, f32), bleed: f32) {
    let (across, down) = (|x| over(x, width, bleed), |y| over(y, height, bleed));
    for segment in &mut shape.path {
        *segment = match *segment {
            Segment::Move(x, y) => Segment::Move(across(x), down(y)),
            Segment::Line(x, y) => Segment::Line(across(x), down(y)),
            Segment::Curve(from_x, from_y, to_x, to_y, x, y) => Segment::Curve(
                across(from_x),
                down(from_y),
                across(to_x),
                down(to_y),
                across(x),
                down(y),
            ),
            Segment::Close => Segment::Close,
        };
    }
}

/// Two marks at each corner, in line with the cuts.
fn marks(trim: Frame, bleed: f32) -> Vec<Shape> {
    let from = bleed + OFF;
    let to = from + LENGTH;
    let (right, bottom) = (trim.x + trim.width, trim.y + trim.height);
    let mut marks = Vec::with_capacity(8);
    for (x, outward) in [(trim.x, -1.0), (right, 1.0)] {
        for (y, downward) in [(trim.y, -1.0), (bottom, 1.0)] {
            marks.push(line((x + outward * from, y), (x + outward * to, y)));
            marks.push(line((x, y + downward * from), (x, y + downward * to)));
        }
    }
    marks
}

fn line(from: (f32, f32), to: (f32, f32)) -> Shape {
    Shape {
        path: vec![Segment::Move(from.0, from.1), Segment::Line(to.0, to.1)],
        fill: None,
        even_odd: false,
        stroke: Some(Stroke {
            colour: Colour::Ink(Ink::All),
            width: HAIR,
            round: false,
        }),
    }
}

/// The imprint at its place: below the page, between the marks.
fn placed(imprint: &Imprint, trim: Frame, bleed: f32) -> impl Iterator<Item = Drawing> {
    let x = trim.x + OFF + MILLIMETRE;
    let y = trim.y + trim.height + bleed + OFF + LENGTH / 2.0;
    let runs: Vec<GlyphRun> = imprint.0.clone();
    runs.into_iter()
        .map(move |run| Drawing::Glyphs(run).moved(x, y))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rectangle(x: f32, y: f32, right: f32, bottom: f32) -> Shape {
        Shape {
            path: vec![
                Segment::Move(x, y),
                Segment::Line(right, y),
                Segment::Line(right, bottom),
                Segment::Line(x, bottom),
                Segment::Close,
            ],
            fill: Some(Colour::Ink(Ink::BLACK)),
            even_odd: false,
            stroke: None,
        }
    }

    #[test]
    fn only_what_touches_the_edge_reaches_over_it() {
        let page = (100.0, 200.0);
        for (before, after) in [
            // A band at the top, from side to side.
            ((0.0, 0.0, 100.0, 30.0), (-8.0, -8.0, 108.0, 30.0)),
            // A column at the right that misses the edge by a hair.
            ((60.0, 50.0, 99.9, 80.0), (60.0, 50.0, 108.0, 80.0)),
            // A box within the margins.
            ((10.0, 50.0, 90.0, 80.0), (10.0, 50.0, 90.0, 80.0)),
            // The foot.
            ((0.0, 150.0, 100.0, 200.1), (-8.0, 150.0, 108.0, 208.1)),
        ] {
            let (x, y, right, bottom) = before;
            let mut shape = rectangle(x, y, right, bottom);
            reach_over(&mut shape, page, 8.0);
            let (x, y, right, bottom) = after;
            assert_eq!(shape.path, rectangle(x, y, right, bottom).path);
        }
    }

    #[test]
    fn a_picture_from_edge_to_edge_reaches_over_both() {
        let frame = |x, y, width, height| Frame {
            x,
            y,
            width,
            height,
        };
        assert_eq!(
            reaching_over(frame(0.0, 50.0, 100.0, 40.0), (100.0, 200.0), 8.0),
            frame(-8.0, 50.0, 116.0, 40.0)
        );
        let inside = frame(10.0, 50.0, 20.0, 40.0);
        assert_eq!(reaching_over(inside, (100.0, 200.0), 8.0), inside);
    }

    #[test]
    fn marks_stand_in_line_with_the_cut_and_off_the_bleed() {
        let trim = Frame {
            x: 40.0,
            y: 40.0,
            width: 100.0,
            height: 200.0,
        };
        let marks = marks(trim, 8.0);
        assert_eq!(marks.len(), 8);
        for mark in &marks {
            let [Segment::Move(x, y), Segment::Line(to_x, to_y)] = mark.path[..] else {
                panic!("{mark:?}");
            };
            let cut = |at: f32, ends: [f32; 2]| ends.iter().any(|end| (end - at).abs() < 1e-3);
            let off = |at: f32, from: f32, to: f32| at < from - 8.0 || at > to + 8.0;
            let upright = (x - to_x).abs() < 1e-3;
            if upright {
                assert!(cut(x, [40.0, 140.0]) && off(y, 40.0, 240.0) && off(to_y, 40.0, 240.0));
            } else {
                assert!(cut(y, [40.0, 240.0]) && off(x, 40.0, 140.0) && off(to_x, 40.0, 140.0));
            }
            let reach = outside(8.0);
            assert!(to_x > 40.0 - reach && to_x < 140.0 + reach);
            assert!(to_y > 40.0 - reach && to_y < 240.0 + reach);
        }
    }
}
