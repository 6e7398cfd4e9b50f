//! Pictures of pixels with no more of them than paper shows.

use std::sync::{Arc, Mutex, PoisonError};

use super::resample::resampled;
use crate::print::scene::{Drawing, Pixels, Scene};

/// The most dots in an inch that paper shows.
const DENSITY: f32 = 300.0;
/// Little is gained below this many times the dots that are wanted, and sharpness lost.
const WORTH_IT: f32 = 1.25;

/// Pictures at the sizes in which they are printed. Posters share a logo, so each size of it is made once, and stands once in the
/// file of all posters.
#[derive(Debug, Default)]
pub(crate) struct Prints {
    made: Mutex<Vec<Print>>,
}

#[derive(Debug)]
struct Print {
    of: Arc<Pixels>,
    width: u32,
    pixels: Arc<Pixels>,
}

impl Prints {
    /// Gives the pictures of a scene no more pixels than paper shows at their sizes.
    pub(crate) fn fit(&self, scene: &mut Scene) {
        for item in scene.pages.iter_mut().flat_map(|page| &mut page.items) {
            if let Drawing::Raster(raster) = &mut item.drawing {
                raster.pixels = self.at(&raster.pixels, raster.frame.width);
            }
        }
    }

    /// The picture for this width, in points.
    fn at(&self, pixels: &Arc<Pixels>, width: f32) -> Arc<Pixels> {
        let wanted = (width / 72.0 * DENSITY).ceil().max(1.0);
        if pixels.width as f32 <= wanted * WORTH_IT {
            return Arc::clone(pixels);
        }
        let wanted = wanted as u32;
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let known = made
            .iter()
            .find(|print| print.width == wanted && Arc::ptr_eq(&print.of, pixels));
        if let Some(print) = known {
            return Arc::clone(&print.pixels);
        }
        let height = (pixels.height as f32 * wanted as f32 / pixels.width as f32).round();
        let smaller = Arc::new(resampled(pixels, wanted, (height as u32).max(1)));
        made.push(Print {
            of: Arc::clone(pixels),
            width: wanted,
            pixels: Arc::clone(&smaller),
        });
        smaller
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grey(width: u32, height: u32) -> Arc<Pixels> {
        Arc::new(Pixels {
            width,
            height,
            rgb: vec![90; width as usize * height as usize * 3],
            alpha: None,
        })
    }

    #[test]
    fn more_than_300_dots_in_an_inch_are_made_fewer_and_once() {
        let prints = Prints::default();
        let pixels = grey(1000, 500);
        let inch = prints.at(&pixels, 72.0);
        assert_eq!((inch.width, inch.height), (300, 150));
        assert!(Arc::ptr_eq(&inch, &prints.at(&pixels, 72.0)));
        assert_eq!(prints.at(&pixels, 144.0).width, 600);
    }

    #[test]
    fn what_is_no_finer_than_paper_stays_as_it_is() {
        let prints = Prints::default();
        let pixels = grey(360, 100);
        assert!(Arc::ptr_eq(&pixels, &prints.at(&pixels, 72.0)));
    }
}
