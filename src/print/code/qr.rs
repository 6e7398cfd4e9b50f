use fast_qr::{ECL, QRBuilder};
use thiserror::Error;

use super::outline::outline;
use crate::print::scene::{Colour, Frame, Segment, Shape};

/// The clear border that a reader needs, in modules (ISO/IEC 18004 §6.3.8).
const QUIET: usize = 4;

/// Why there can be no code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CodeError {
    /// The text is longer than a code can hold.
    #[error("{0} bytes are too many for a QR code")]
    TooLong(usize),
}

/// A QR code that can be read with 15 % of it damaged (level M), as a poster on a wall may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Modules in a row, without the border.
    width: usize,
    /// Row by row, whether each is dark.
    modules: Vec<bool>,
}

impl Code {
    /// Makes the smallest code that holds a text.
    ///
    /// # Errors
    ///
    /// When the text is longer than the largest code can hold, 2331 bytes.
    pub fn of(text: &str) -> Result<Self, CodeError> {
        let code = QRBuilder::new(text)
            .ecl(ECL::M)
            .build()
            .map_err(|_| CodeError::TooLong(text.len()))?;
        Ok(Self {
            width: code.size,
            modules: code
                .data
                .iter()
                .take(code.size * code.size)
                .map(|module| module.value())
                .collect(),
        })
    }

    /// How wide one module is, in points, in a box of this width. Below about 1.1 pt, 0.4 mm, phones struggle.
    pub fn module(&self, width: f32) -> f32 {
        width / (self.width + 2 * QUIET) as f32
    }

    /// Puts the code into a box, the clear border included: the ground, and all dark modules in one outline. The dark
    /// colour must be much darker than the light one, never the other way round.
    pub fn place(&self, frame: Frame, dark: Colour, light: Colour) -> [Shape; 2] {
        let side = frame.width.min(frame.height);
        let module = self.module(side);
        let left = frame.x + (frame.width - side) / 2.0;
        let top = frame.y + (frame.height - side) / 2.0;
        let at = |(x, y): (usize, usize)| {
            (
                left + (x + QUIET) as f32 * module,
                top + (y + QUIET) as f32 * module,
            )
        };
        let mut path = Vec::new();
        for ring in outline(&self.modules, self.width) {
            for (place, &corner) in ring.iter().enumerate() {
                let (x, y) = at(corner);
                path.push(if place == 0 {
                    Segment::Move(x, y)
                } else {
                    Segment::Line(x, y)
                });
            }
            path.push(Segment::Close);
        }
        let ground = vec![
            Segment::Move(left, top),
            Segment::Line(left + side, top),
            Segment::Line(left + side, top + side),
            Segment::Line(left, top + side),
            Segment::Close,
        ];
        [(ground, light), (path, dark)].map(|(path, colour)| Shape {
            path,
            fill: Some(colour),
            even_odd: false,
            stroke: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Frame = Frame {
        x: 300.0,
        y: 500.0,
        width: 100.0,
        height: 100.0,
    };
    const BLACK: Colour = Colour::Rgb(0, 0, 0);
    const WHITE: Colour = Colour::Rgb(255, 255, 255);

    /// Whether a point is inside an outline of straight lines, by the non-zero rule.
    fn inside(path: &[Segment], x: f32, y: f32) -> bool {
        let mut start = (0.0, 0.0);
        let mut pen = (0.0, 0.0);
        let mut turns = 0;
        for segment in path {
            let to = match *segment {
                Segment::Move(x, y) => {
                    start = (x, y);
                    pen = start;
                    continue;
                }
                Segment::Line(x, y) => (x, y),
                _ => start,
            };
            // The lines all stand or lie; those that stand to the right are crossed on the way out.
            if pen.0 > x && (pen.1 > y) != (to.1 > y) {
                turns += if to.1 > pen.1 { 1 } else { -1 };
            }
            pen = to;
        }
        turns != 0
    }

    /// What a reader sees in the box, at `dots` dots a side.
    fn read(code: &Code, dots: usize) -> String {
        let [_, shape] = code.place(BOX, BLACK, WHITE);
        let step = BOX.width / dots as f32;
        let mut image = rqrr::PreparedImage::prepare_from_bitmap(dots, dots, |x, y| {
            inside(
                &shape.path,
                BOX.x + (x as f32 + 0.5) * step,
                BOX.y + (y as f32 + 0.5) * step,
            )
        });
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "one code is seen");
        let (meta, text) = grids[0].decode().unwrap();
        // The number of level M (ISO/IEC 18004 table 12).
        assert_eq!(meta.ecc_level, 0);
        text
    }

    #[test]
    fn a_reader_reads_what_was_written() {
        for address in [
            "https://eastvale.example/email/",
            "https://eastvale.example/staying-professional-online/mobile-phones-and-messaging/?from=poster",
        ] {
            let code = Code::of(address).unwrap();
            assert_eq!(read(&code, 400), address);
        }
    }

    #[test]
    fn the_border_is_four_modules_wide() {
        let code = Code::of("https://a.example").unwrap();
        let [ground, shape] = code.place(BOX, BLACK, WHITE);
        assert_eq!(ground.path[0], Segment::Move(300.0, 500.0));
        let module = code.module(100.0);
        let edge = 300.0 + 4.0 * module;
        let least = shape.path.iter().filter_map(|segment| match segment {
            Segment::Move(x, _) | Segment::Line(x, _) => Some(*x),
            _ => None,
        });
        assert!((least.fold(f32::MAX, f32::min) - edge).abs() < 0.001);
    }

    #[test]
    fn too_much_is_refused() {
        assert_eq!(Code::of(&"x".repeat(2400)), Err(CodeError::TooLong(2400)));
    }
}
