//! Pictures: logos, icons and photographs, ready to be placed on a page.
//!
//! Comes in: the bytes of an SVG, PNG or JPEG file. Goes out: a [`Picture`] that knows its proportions and can be put
//! into any box, as often as wanted. Drawings stay drawings, so that a logo is sharp at any size. Reading is the
//! expensive half, and done once for an edition; placing is cheap.
//!
//! A file that print can't show faithfully is refused with a reason that its owner can act upon, never shown nearly
//! right.

mod drawing;
mod error;
mod jpeg;
mod lettering;
mod orientation;
mod photograph;
mod png;
mod prints;
mod resample;
mod svg;

use std::sync::Arc;

pub use drawing::Drawing;
pub use error::PictureError;
pub use lettering::Lettering;
pub use photograph::Photograph;

pub(crate) use orientation::of as turn;
pub(crate) use photograph::MOST_PIXELS;
pub(crate) use prints::Prints;
pub(crate) use svg::open as open_drawing;

use crate::print::scene::{self, Colour, Frame};
use crate::web::picture_size::Size;

/// A picture that has been read.
#[derive(Debug, Clone)]
pub enum Picture {
    /// Outlines with colours.
    Drawing(Arc<Drawing>),
    /// Pixels.
    Photograph(Arc<Photograph>),
}

impl Picture {
    /// Reads a file of any known kind; its first bytes tell which, not its name. A drawing may not hold text.
    ///
    /// # Errors
    ///
    /// When the file is of no known kind, broken, too large, or holds what print can't show.
    pub fn read(bytes: &[u8]) -> Result<Self, PictureError> {
        Self::read_with(bytes, None)
    }

    /// Reads a file of any known kind. Text in a drawing becomes outlines, if these fonts have it.
    ///
    /// # Errors
    ///
    /// As [`Picture::read`], and when text asks for a font that isn't among these, or a letter that none has.
    pub fn read_with(bytes: &[u8], lettering: Option<&Lettering>) -> Result<Self, PictureError> {
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Ok(Picture::Photograph(Arc::new(png::read(bytes)?)))
        } else if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
            Ok(Picture::Photograph(Arc::new(jpeg::read(bytes)?)))
        } else {
            Ok(Picture::Drawing(Arc::new(Drawing::read(bytes, lettering)?)))
        }
    }

    /// Whether a file may be shown to readers at all, by its head alone; print asks for more. For pages, which take over files as they
    /// are, also where nothing is printed.
    ///
    /// # Errors
    ///
    /// When a drawing holds a script or parts from elsewhere, or when there are more pixels than a device can hold.
    pub(crate) fn may_be_shown(bytes: &[u8]) -> Result<(), PictureError> {
        match svg::open(bytes) {
            Ok(document) => svg::check(&document, true),
            Err(PictureError::UnknownKind) => match Size::of(bytes) {
                Some(size) => photograph::check_size(size.width, size.height),
                None => Err(PictureError::UnknownKind),
            },
            Err(error) => Err(error),
        }
    }

    /// Its width divided by its height.
    pub fn ratio(&self) -> f32 {
        match self {
            Picture::Drawing(drawing) => drawing.ratio(),
            Picture::Photograph(photograph) => photograph.ratio(),
        }
    }

    /// Puts it into a box, as large as fits without distortion, in the middle. `ink` takes the place of a drawing's
    /// `currentColor`.
    pub fn place(&self, frame: Frame, ink: Colour) -> Vec<scene::Drawing> {
        match self {
            Picture::Drawing(drawing) => drawing
                .place(frame, ink)
                .into_iter()
                .map(scene::Drawing::Shape)
                .collect(),
            Picture::Photograph(photograph) => {
                vec![scene::Drawing::Raster(photograph.place(frame))]
            }
        }
    }
}

/// The largest box of these proportions inside a box, in its middle.
fn fitted(frame: Frame, ratio: f32) -> Frame {
    let width = frame.width.min(frame.height * ratio);
    let height = width / ratio;
    Frame {
        x: frame.x + (frame.width - width) / 2.0,
        y: frame.y + (frame.height - height) / 2.0,
        width,
        height,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_readers_must_not_be_shown_is_known_by_its_head() {
        let svg = |inner: &str| {
            let text = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{inner}</svg>"
            );
            Picture::may_be_shown(text.as_bytes())
        };
        assert_eq!(svg("<path d=\"M0 0h9v9z\"/><text>A</text>"), Ok(()));
        assert_eq!(svg("<script>a()</script>"), Err(PictureError::Script));
        let webp = |width: u8| {
            [
                b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x0f\0".as_slice(),
                &[width, 7, 0, 0],
            ]
            .concat()
        };
        assert_eq!(Picture::may_be_shown(&webp(0)), Ok(()));
        assert!(matches!(
            Picture::may_be_shown(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01\0\0\0\x01\0\0"),
            Err(PictureError::TooLarge { .. })
        ));
        assert_eq!(Picture::may_be_shown(b"MZ"), Err(PictureError::UnknownKind));
    }

    #[test]
    fn a_wide_picture_keeps_its_shape_in_a_tall_box() {
        let frame = Frame {
            x: 10.0,
            y: 20.0,
            width: 40.0,
            height: 100.0,
        };
        let fitted = fitted(frame, 2.0);
        assert_eq!((fitted.x, fitted.y), (10.0, 60.0));
        assert_eq!((fitted.width, fitted.height), (40.0, 20.0));
    }
}
