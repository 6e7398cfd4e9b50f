//! Outlines on a page.

use printpdf::{
    Line, LineCapStyle, LineJoinStyle, LinePoint, Op, PaintMode, Point, Polygon, PolygonRing, Pt,
    Rect, WindingOrder,
};

use super::colours::{self, Side};
use super::content::Sheet;
use super::error::PdfError;
use super::numbers::coarse;
use crate::print::scene::{Segment, Shape, Stroke};

/// A piece of an outline from one lift of the pen to the next.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Ring {
    pub(super) points: Vec<LinePoint>,
    closed: bool,
}

impl Sheet<'_> {
    /// Writes an outline: first what fills it, then the line along it.
    pub(super) fn shape(&mut self, shape: &Shape) -> Result<(), PdfError> {
        if self.stamp(shape)? {
            return Ok(());
        }
        let rings = rings(&shape.path, |x, y| self.point(x, y, coarse))?;
        if rings.is_empty() {
            return Ok(());
        }
        self.end_text();
        if let Some(colour) = shape.fill {
            self.fill(colour);
            let rectangle = match rings.as_slice() {
                [ring] => rectangle(ring),
                _ => None,
            };
            self.ops.push(match rectangle {
                Some(rectangle) => Op::DrawRectangle { rectangle },
                None => area(&rings, shape.even_odd),
            });
        }
        if let Some(stroke) = shape.stroke {
            if !stroke.width.is_finite() {
                return Err(PdfError::NotFinite { page: self.number });
            }
            self.stroke(stroke);
            for ring in rings {
                self.ops.push(Op::DrawLine {
                    line: Line {
                        points: ring.points,
                        is_closed: ring.closed,
                    },
                });
            }
        }
        Ok(())
    }

    fn stroke(&mut self, stroke: Stroke) {
        let was = self.stroke.replace(stroke);
        if was.map(|was| was.colour) != Some(stroke.colour) {
            self.ops.extend(colours::set(stroke.colour, Side::Stroke));
        }
        if was.map(|was| was.width) != Some(stroke.width) {
            self.ops.push(Op::SetOutlineThickness {
                pt: Pt(coarse(stroke.width)),
            });
        }
        // Square corners are what a page begins with.
        if was.is_some_and(|was| was.round) != stroke.round {
            let (cap, join) = if stroke.round {
                (LineCapStyle::Round, LineJoinStyle::Round)
            } else {
                (LineCapStyle::Butt, LineJoinStyle::Miter)
            };
            self.ops.push(Op::SetLineCapStyle { cap });
            self.ops.push(Op::SetLineJoinStyle { join });
        }
    }
}

/// All that rings enclose, filled.
pub(super) fn area(rings: &[Ring], even_odd: bool) -> Op {
    Op::DrawPolygon {
        polygon: Polygon {
            rings: rings
                .iter()
                .map(|ring| PolygonRing {
                    points: ring.points.clone(),
                })
                .collect(),
            mode: PaintMode::Fill,
            winding_order: if even_odd {
                WindingOrder::EvenOdd
            } else {
                WindingOrder::NonZero
            },
        },
    }
}

/// The rings of an outline, each point of the scene put in its place in the file.
pub(super) fn rings(
    path: &[Segment],
    placed: impl Fn(f32, f32) -> Result<(f32, f32), PdfError>,
) -> Result<Vec<Ring>, PdfError> {
    let place = |x: f32, y: f32, bezier: bool| {
        let (x, y) = placed(x, y)?;
        Ok(LinePoint {
            p: Point { x: Pt(x), y: Pt(y) },
            bezier,
        })
    };
    let mut rings: Vec<Ring> = Vec::new();
    let mut ring = Ring::default();
    // Where the pen was put down last; a line after a `Close` goes on from there.
    let mut start = None;
    for segment in path {
        match *segment {
            Segment::Move(x, y) => {
                rings.push(std::mem::take(&mut ring));
                let point = place(x, y, false)?;
                start = Some(point.clone());
                ring.points.push(point);
            }
            Segment::Line(x, y) => {
                begin(&mut ring, start.as_ref());
                ring.points.push(place(x, y, false)?);
            }
            Segment::Curve(x1, y1, x2, y2, x, y) => {
                begin(&mut ring, start.as_ref());
                if ring.points.is_empty() {
                    ring.points.push(place(x1, y1, false)?);
                }
                ring.points.push(place(x1, y1, true)?);
                ring.points.push(place(x2, y2, true)?);
                ring.points.push(place(x, y, false)?);
            }
            Segment::Close => {
                ring.closed = true;
                rings.push(std::mem::take(&mut ring));
            }
        }
    }
    rings.push(ring);
    // A single point encloses nothing and has no length.
    rings.retain(|ring| ring.points.len() > 1);
    Ok(rings)
}

fn begin(ring: &mut Ring, start: Option<&LinePoint>) {
    if ring.points.is_empty() {
        ring.points.extend(start.cloned());
    }
}

/// The ring as a rectangle, where it is one; that is written with a third of the numbers.
fn rectangle(ring: &Ring) -> Option<Rect> {
    let [a, b, c, d] = ring.points.as_slice() else {
        return None;
    };
    if ring.points.iter().any(|point| point.bezier) {
        return None;
    }
    let same = |one: Pt, other: Pt| one.0.to_bits() == other.0.to_bits();
    let [a, b, c, d] = [a.p, b.p, c.p, d.p];
    let lies = same(a.y, b.y) && same(b.x, c.x) && same(c.y, d.y) && same(d.x, a.x);
    let stands = same(a.x, b.x) && same(b.y, c.y) && same(c.x, d.x) && same(d.y, a.y);
    (lies || stands).then(|| Rect {
        x: Pt(a.x.0.min(c.x.0)),
        y: Pt(a.y.0.min(c.y.0)),
        width: Pt(coarse((a.x.0 - c.x.0).abs())),
        height: Pt(coarse((a.y.0 - c.y.0).abs())),
        mode: Some(PaintMode::Fill),
        winding_order: None,
    })
}
