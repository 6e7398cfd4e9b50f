//! Pictures as inks.
//!
//! A press prints no half-transparent pixels: each is mixed with what is beneath the picture, and where the picture lets everything
//! through, nothing is printed. So a logo with soft edges stands on a band as if it had been painted there. Where the ground is an
//! ink of its own, its stand-in is mixed in, in the few pixels along the edges.

use std::sync::Arc;

use super::{Separation, ink_of};
use crate::edition::Rgb;
use crate::print::scene::{
    Drawing, Frame, Halftone, Ink, Item, Pixels, Plates, Raster, Segment, Share,
};

/// What stands beneath a box: the last ground that holds all of it, or the paper.
pub(super) fn ground(below: &[Item], frame: Frame) -> Ink {
    let holds = |path: &[Segment]| {
        let points = || path.iter().filter_map(end);
        let reaches = |(least, most): (f32, f32), from: f32, to: f32| {
            least <= from + SLACK && most >= to - SLACK
        };
        let range = |axis: fn((f32, f32)) -> f32| {
            points()
                .map(axis)
                .fold((f32::INFINITY, f32::NEG_INFINITY), |(least, most), at| {
                    (least.min(at), most.max(at))
                })
        };
        reaches(range(|point| point.0), frame.x, frame.x + frame.width)
            && reaches(range(|point| point.1), frame.y, frame.y + frame.height)
    };
    below
        .iter()
        .rev()
        .find_map(|item| match &item.drawing {
            Drawing::Shape(shape) if holds(&shape.path) => shape.fill,
            _ => None,
        })
        .map_or(Ink::PAPER, ink_of)
}

/// A box may reach over its ground by this much, in points.
const SLACK: f32 = 0.5;

/// Where a piece of an outline ends.
fn end(segment: &Segment) -> Option<(f32, f32)> {
    match *segment {
        Segment::Move(x, y) | Segment::Line(x, y) | Segment::Curve(.., x, y) => Some((x, y)),
        Segment::Close => None,
    }
}

impl Separation {
    /// A picture as inks, on this ground.
    pub(super) fn halftone(&self, raster: &Raster, ground: Ink) -> Halftone {
        let ground = self.stand_in(ground).map(in_bytes);
        Halftone {
            plates: Arc::new(self.plates(&raster.pixels, ground)),
            frame: raster.frame,
        }
    }

    fn plates(&self, pixels: &Pixels, ground: [u8; 4]) -> Plates {
        let mut inks = Vec::with_capacity(pixels.rgb.len() / 3 * 4);
        // Neighbours are often alike.
        let mut last = (Rgb::WHITE, [0; 4]);
        for (at, rgb) in pixels.rgb.chunks_exact(3).enumerate() {
            let rgb = Rgb::new(rgb[0], rgb[1], rgb[2]);
            if rgb != last.0 {
                last = (rgb, self.of_pixel(rgb).map(in_bytes));
            }
            let opacity = pixels
                .alpha
                .as_ref()
                .and_then(|alpha| alpha.get(at).copied())
                .unwrap_or(255);
            inks.extend(mixed(last.1, ground, opacity));
        }
        let bare = pixels
            .alpha
            .as_ref()
            .map(|alpha| alpha.iter().map(|&opacity| opacity == 0).collect());
        Plates {
            width: pixels.width,
            height: pixels.height,
            inks,
            bare: bare.filter(|bare: &Vec<bool>| bare.contains(&true)),
        }
    }
}

fn in_bytes(share: Share) -> u8 {
    // Never up: the sum of all four has a limit.
    (share.part() * 255.0) as u8
}

/// One colour over another.
fn mixed(over: [u8; 4], under: [u8; 4], opacity: u8) -> [u8; 4] {
    let mut mixed = over;
    for (ink, under) in mixed.iter_mut().zip(under) {
        let sum =
            u16::from(*ink) * u16::from(opacity) + u16::from(under) * u16::from(255 - opacity);
        *ink = (sum / 255) as u8;
    }
    mixed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::print::sample;
    use crate::print::scene::{Colour, Meaning, Shape};

    const FRAME: Frame = Frame {
        x: 10.0,
        y: 10.0,
        width: 20.0,
        height: 20.0,
    };

    fn raster(rgb: &[u8], alpha: Option<Vec<u8>>) -> Raster {
        Raster {
            pixels: Arc::new(Pixels {
                width: rgb.len() as u32 / 3,
                height: 1,
                rgb: rgb.to_vec(),
                alpha,
            }),
            frame: FRAME,
        }
    }

    fn separation() -> Separation {
        Separation::of(&sample::edition(), &mut Diagnostics::new())
    }

    fn area(x: f32, width: f32, ink: Ink) -> Item {
        Item {
            meaning: Meaning::Artifact,
            drawing: Drawing::Shape(Shape {
                path: vec![
                    Segment::Move(x, 0.0),
                    Segment::Line(x + width, 0.0),
                    Segment::Line(x + width, 50.0),
                    Segment::Line(x, 50.0),
                    Segment::Close,
                ],
                fill: Some(Colour::Ink(ink)),
                even_odd: false,
                stroke: None,
            }),
        }
    }

    #[test]
    fn what_lets_everything_through_is_not_printed_and_edges_are_mixed() {
        let yellow = Ink::Process([0, 0, 100, 0].map(Share::per_cent));
        let picture = raster(&[0, 0, 0, 0, 0, 0, 0, 0, 0], Some(vec![0, 127, 255]));
        let plates = separation().halftone(&picture, yellow).plates;
        assert_eq!(plates.bare, Some(vec![true, false, false]));
        let mixed = &plates.inks[4..8];
        assert!(
            mixed[2].abs_diff(128) < 2 && mixed[3].abs_diff(127) < 2,
            "{mixed:?}"
        );
        assert_eq!(plates.inks[8..], [0, 0, 0, 255]);
    }

    #[test]
    fn a_picture_without_holes_has_none() {
        let plates = separation()
            .halftone(&raster(&[255, 0, 0], None), Ink::PAPER)
            .plates;
        assert_eq!(plates.inks, [0, 255, 255, 0]);
        assert_eq!(plates.bare, None);
        let soft = raster(&[255, 0, 0], Some(vec![200]));
        assert_eq!(separation().halftone(&soft, Ink::PAPER).plates.bare, None);
    }

    #[test]
    fn the_ground_is_the_topmost_that_holds_the_whole_picture() {
        let items = [
            area(0.0, 100.0, Ink::BLACK),
            area(0.0, 50.0, Ink::Spot(0, Share::FULL)),
            area(0.0, 20.0, Ink::All),
        ];
        assert_eq!(ground(&items, FRAME), Ink::Spot(0, Share::FULL));
        assert_eq!(ground(&items[..1], FRAME), Ink::BLACK);
        assert_eq!(ground(&[], FRAME), Ink::PAPER);
    }
}
