use std::sync::Arc;

use super::error::PictureError;
use super::fitted;
use crate::print::scene::{Frame, Pixels, Raster};

/// The most pixels that a file may have: a photograph of the best telephones.
pub(crate) const MOST_PIXELS: u64 = 50_000_000;
/// The longest side, in pixels.
pub(super) const LONGEST_SIDE: u32 = 20_000;

/// A picture of pixels that has been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photograph {
    pixels: Arc<Pixels>,
}

impl Photograph {
    pub(super) fn new(pixels: Pixels) -> Self {
        Self {
            pixels: Arc::new(pixels),
        }
    }

    /// Its width divided by its height.
    pub fn ratio(&self) -> f32 {
        self.pixels.width as f32 / self.pixels.height as f32
    }

    /// Puts it into a box, as large as fits without distortion, in the middle. It is shared by all its places, so it
    /// keeps all its pixels; how many of them paper shows, is known when the whole is set.
    pub fn place(&self, frame: Frame) -> Raster {
        Raster {
            pixels: Arc::clone(&self.pixels),
            frame: fitted(frame, self.ratio()),
        }
    }
}

/// Refuses a picture that is larger than any need be, before it takes memory.
pub(super) fn check_size(width: u32, height: u32) -> Result<(), PictureError> {
    if width == 0 || height == 0 {
        return Err(PictureError::NoSize);
    }
    if width > LONGEST_SIDE
        || height > LONGEST_SIDE
        || u64::from(width) * u64::from(height) > MOST_PIXELS
    {
        return Err(PictureError::TooLarge {
            what: format!("{width} by {height} pixels"),
            limit: format!("{} million", MOST_PIXELS / 1_000_000),
        });
    }
    Ok(())
}
