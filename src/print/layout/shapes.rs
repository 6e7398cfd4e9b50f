//! Outlines of boxes.

use crate::print::scene::{Colour, Drawing, Frame, Segment, Shape, Stroke};

/// How far the handles of a curve stand from its ends so that it looks like a quarter of a circle, in radii.
const QUARTER: f32 = 0.552_284_8;

/// A box, its corners round by these radii at the top and at the bottom.
pub(super) fn rectangle(frame: Frame, corners: (f32, f32)) -> Vec<Segment> {
    let Frame {
        x,
        y,
        width,
        height,
    } = frame;
    let (right, bottom) = (x + width, y + height);
    let limit = (width.min(height) / 2.0).max(0.0);
    let (a, b) = (corners.0.min(limit), corners.1.min(limit));
    if a <= 0.0 && b <= 0.0 {
        return vec![
            Segment::Move(x, y),
            Segment::Line(right, y),
            Segment::Line(right, bottom),
            Segment::Line(x, bottom),
            Segment::Close,
        ];
    }
    let (ka, kb) = (a * (1.0 - QUARTER), b * (1.0 - QUARTER));
    vec![
        Segment::Move(x + a, y),
        Segment::Line(right - a, y),
        Segment::Curve(right - ka, y, right, y + ka, right, y + a),
        Segment::Line(right, bottom - b),
        Segment::Curve(right, bottom - kb, right - kb, bottom, right - b, bottom),
        Segment::Line(x + b, bottom),
        Segment::Curve(x + kb, bottom, x, bottom - kb, x, bottom - b),
        Segment::Line(x, y + a),
        Segment::Curve(x, y + ka, x + ka, y, x + a, y),
        Segment::Close,
    ]
}

/// A filled outline.
pub(super) fn filled(path: Vec<Segment>, fill: Colour) -> Drawing {
    Drawing::Shape(Shape {
        path,
        fill: Some(fill),
        even_odd: false,
        stroke: None,
    })
}

/// A line along an outline.
pub(super) fn stroked(path: Vec<Segment>, colour: Colour, width: f32) -> Drawing {
    Drawing::Shape(Shape {
        path,
        fill: None,
        even_odd: false,
        stroke: Some(Stroke {
            colour,
            width,
            round: false,
        }),
    })
}
