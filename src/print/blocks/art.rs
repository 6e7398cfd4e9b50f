//! Pictures and codes as the layout knows them.

use crate::print::code::Code;
use crate::print::layout::Art;
use crate::print::picture::Picture;
use crate::print::scene::{Colour, Drawing, Frame};

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
