//! Outlines that are drawn again and again, as the icons beside statements are: each once in the file, however often it is
//! shown (ISO 32000-1 §8.10). Of a poster’s content they would be more than two thirds.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use printpdf::{Op, Pt, XObjectId, XObjectTransform};

use super::content::Sheet;
use super::error::PdfError;
use super::numbers::coarse;
use super::operators;
use super::shapes::{area, rings};
use crate::print::scene::{Drawing, Scene, Segment, Shape};

/// From how many pieces on an outline is kept by itself: a rule or a box is shorter than its mention.
const PIECES: usize = 8;
/// How far two outlines may differ and be the same, in points: twice what outlines are rounded to.
const TOLERANCE: f32 = 0.02;
/// How far beyond an outline its box goes, in points, so that no reader cuts the edge twice.
const AROUND: f32 = 1.0;

/// The outlines of a scene that are filled in more than one place.
#[derive(Debug, Default)]
pub(super) struct Stamps<'scene> {
    /// All outlines that might be, each with how often it is drawn.
    outlines: Vec<(&'scene Shape, usize)>,
}

impl<'scene> Stamps<'scene> {
    /// Goes over all outlines of a scene.
    pub(super) fn of(scene: &'scene Scene) -> Self {
        let mut stamps = Stamps::default();
        for item in scene.pages.iter().flat_map(|page| &page.items) {
            if let Drawing::Shape(shape) = &item.drawing
                && may_be(shape)
            {
                match stamps.outline(shape) {
                    Some(place) => stamps.outlines[place].1 += 1,
                    None => stamps.outlines.push((shape, 1)),
                }
            }
        }
        stamps
    }

    /// Embeds those that are drawn more than once, and adds the names that pages find them by.
    pub(super) fn embed(
        &self,
        names: &mut Dictionary,
        document: &mut Document,
    ) -> Result<(), PdfError> {
        for (place, (shape, drawn)) in self.outlines.iter().enumerate() {
            if *drawn > 1 {
                names.set(name(place), document.add_object(form(shape)?));
            }
        }
        Ok(())
    }

    /// The place of an outline among all, if it is drawn more than once.
    fn find(&self, shape: &Shape) -> Option<usize> {
        self.outline(shape)
            .filter(|&place| self.outlines[place].1 > 1)
    }

    fn outline(&self, shape: &Shape) -> Option<usize> {
        self.outlines
            .iter()
            .position(|(known, _)| same(known, shape))
    }
}

impl Sheet<'_> {
    /// Draws an outline by its name, if it has one, and says whether it has.
    pub(super) fn stamp(&mut self, shape: &Shape) -> Result<bool, PdfError> {
        let (Some((x, y)), Some(colour)) = (origin(shape), shape.fill) else {
            return Ok(false);
        };
        if !may_be(shape) {
            return Ok(false);
        }
        let Some(place) = self.stamps.find(shape) else {
            return Ok(false);
        };
        self.end_text();
        self.fill(colour);
        let (x, y) = self.point(x, y, coarse)?;
        self.ops.push(Op::UseXobject {
            id: XObjectId(name(place)),
            transform: XObjectTransform {
                translate_x: Some(Pt(x)),
                translate_y: Some(Pt(y)),
                no_auto_scale: true,
                ..Default::default()
            },
        });
        Ok(true)
    }
}

/// The name under which pages know the outline at this place.
fn name(place: usize) -> String {
    format!("I{place}")
}

/// Whether an outline is worth keeping by itself. Lines along it would need their width and corners said inside.
fn may_be(shape: &Shape) -> bool {
    shape.path.len() >= PIECES && shape.fill.is_some() && shape.stroke.is_none()
}

/// Where its pen is put down first.
fn origin(shape: &Shape) -> Option<(f32, f32)> {
    match shape.path.first() {
        Some(&Segment::Move(x, y)) => Some((x, y)),
        _ => None,
    }
}

/// Whether one is the other in another place, in whatever colour.
fn same(one: &Shape, other: &Shape) -> bool {
    let (Some(from), Some(to)) = (origin(one), origin(other)) else {
        return false;
    };
    let (right, down) = (to.0 - from.0, to.1 - from.1);
    one.even_odd == other.even_odd
        && one.path.len() == other.path.len()
        && one
            .path
            .iter()
            .zip(&other.path)
            .all(|(one, other)| one.moved(right, down).lies_at(*other, TOLERANCE))
}

/// An outline as a drawing of its own, whose origin is where the pen is put down first. What fills it is said where it is
/// shown.
fn form(shape: &Shape) -> Result<Object, PdfError> {
    let (left, top) = origin(shape).unwrap_or_default();
    let rings = rings(&shape.path, |x, y| Ok((coarse(x - left), coarse(top - y))))?;
    let points = || rings.iter().flat_map(|ring| &ring.points);
    let least = |of: fn(&printpdf::Point) -> f32| {
        points()
            .map(|point| of(&point.p))
            .fold(f32::INFINITY, f32::min)
    };
    let most = |of: fn(&printpdf::Point) -> f32| {
        points()
            .map(|point| of(&point.p))
            .fold(f32::NEG_INFINITY, f32::max)
    };
    let sides = [
        least(|point| point.x.0) - AROUND,
        least(|point| point.y.0) - AROUND,
        most(|point| point.x.0) + AROUND,
        most(|point| point.y.0) + AROUND,
    ];
    let content = operators::stream(&[area(&rings, shape.even_odd)])?;
    let sides: Vec<Object> = sides.map(|side| coarse(side).into()).to_vec();
    Ok(Stream::new(
        dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => sides,
            "Resources" => Dictionary::new(),
        },
        content,
    )
    .into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::scene::Colour;

    fn cross(x: f32, y: f32) -> Shape {
        let arms = [
            (1.0, 0.0),
            (1.0, 1.0),
            (2.0, 1.0),
            (2.0, 2.0),
            (1.0, 2.0),
            (1.0, 3.0),
            (0.0, 3.0),
        ];
        let mut path = vec![Segment::Move(x, y)];
        path.extend(arms.map(|(right, down)| Segment::Line(x + right, y + down)));
        path.push(Segment::Close);
        Shape {
            path,
            fill: Some(Colour::Rgb(0, 0, 0)),
            even_odd: false,
            stroke: None,
        }
    }

    #[test]
    fn an_outline_is_the_same_wherever_it_stands() {
        assert!(same(&cross(0.1, 0.7), &cross(500.3, 811.05)));
        let mut other = cross(20.0, 20.0);
        other.path[3] = Segment::Line(22.0, 21.1);
        assert!(!same(&cross(0.0, 0.0), &other));
        other = cross(20.0, 20.0);
        other.even_odd = true;
        assert!(!same(&cross(0.0, 0.0), &other));
    }

    #[test]
    fn only_outlines_without_a_line_along_them_are_kept() {
        let mut plain = cross(0.0, 0.0);
        assert!(may_be(&plain));
        plain.path.truncate(PIECES - 1);
        assert!(!may_be(&plain));
    }
}
