//! Separation: a finished scene made ready for a print shop.
//!
//! Comes in: a [`Scene`] in red, green and blue, at its final size. Goes out: the same scene in inks, on a sheet
//! that is larger than the page, with colour that reaches over the cut and marks that say where to cut.
//!
//! - `inks` is the table from colours to inks: those that a board gives, those of the theme, tints of these, and a guess for all
//!   others;
//! - `plates` makes inks of the pixels of pictures, and lays them on what is beneath, so that nothing shines through;
//! - `sheet` moves edges outward and draws the marks.
//!
//! It is one pass at the end, so that blocks and layout know nothing of print shops.

mod inks;
mod plates;
mod sheet;

pub(crate) use inks::Separation;
pub(crate) use sheet::Imprint;

use super::scene::{Colour, Drawing, Ink, Item, PressSheet, Scene, Shape};

impl Separation {
    /// Makes a scene ready: colour reaches this many points over the cut, and below each page stands an imprint.
    pub(crate) fn apply(&self, scene: &mut Scene, bleed: f32, imprint: &Imprint) {
        for page in &mut scene.pages {
            self.in_inks(&mut page.items);
        }
        scene.press = Some(PressSheet {
            spots: self.spots().to_vec(),
            outside: sheet::outside(bleed),
            bleed,
        });
        sheet::lay_out(scene, bleed, imprint);
    }

    /// Gives all that is drawn its inks.
    fn in_inks(&self, items: &mut [Item]) {
        for at in 0..items.len() {
            let (below, rest) = items.split_at_mut(at);
            let Some(item) = rest.first_mut() else { break };
            match &mut item.drawing {
                Drawing::Glyphs(run) => run.colour = self.of_text(run.colour),
                Drawing::Shape(shape) => self.in_shape(shape),
                Drawing::Raster(raster) => {
                    let ground = plates::ground(below, raster.frame);
                    let halftone = self.halftone(raster, ground);
                    item.drawing = Drawing::Halftone(halftone);
                }
                Drawing::Halftone(_) => {}
            }
        }
    }

    fn in_shape(&self, shape: &mut Shape) {
        let ink = |colour: Colour| Colour::Ink(self.ink(colour));
        shape.fill = shape.fill.map(ink);
        if let Some(stroke) = &mut shape.stroke {
            stroke.colour = ink(stroke.colour);
        }
    }
}

/// The ink of a colour that has been separated; the paper for one that hasn't.
fn ink_of(colour: Colour) -> Ink {
    match colour {
        Colour::Ink(ink) => ink,
        Colour::Rgb(..) => Ink::PAPER,
    }
}
