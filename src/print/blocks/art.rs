//! Pictures and codes as the layout knows them.

use std::sync::Arc;

use crate::print::code::Code;
use crate::print::layout::Art;
use crate::print::picture::Picture;
use crate::print::scene::{Colour, Drawing, Frame, Stroke};

impl Art for Picture {
    fn aspect(&self) -> f32 {
        self.ratio()
    }

    fn draw(&self, frame: Frame, ink: Colour) -> Vec<Drawing> {
        self.place(frame, ink)
    }
}

/// A code is black on white, whatever is around it: that is what phones read best.
impl Art for Code {
    fn aspect(&self) -> f32 {
        1.0
    }

    fn draw(&self, frame: Frame, _: Colour) -> Vec<Drawing> {
        self.place(frame, Colour::Rgb(0, 0, 0), Colour::Rgb(255, 255, 255))
            .map(Drawing::Shape)
            .into()
    }
}

/// A picture of one colour by its outlines alone, which take little ink.
#[derive(Debug)]
pub(super) struct Outlined(pub(super) Arc<dyn Art>);

impl Art for Outlined {
    fn aspect(&self) -> f32 {
        self.0.aspect()
    }

    fn draw(&self, frame: Frame, ink: Colour) -> Vec<Drawing> {
        /// How thick lines are, in heights of the picture.
        const LINE: f32 = 0.022;
        let width = LINE * frame.height;
        // Lines lie half outside what they go around.
        let inside = Frame {
            x: frame.x + width / 2.0,
            y: frame.y + width / 2.0,
            width: frame.width - width,
            height: frame.height - width,
        };
        let mut drawings = self.0.draw(inside, ink);
        for drawing in &mut drawings {
            if let Drawing::Shape(shape) = drawing
                && let Some(colour) = shape.fill.take()
            {
                shape.stroke = Some(Stroke {
                    colour,
                    width,
                    round: true,
                });
            }
        }
        drawings
    }
}
