//! Pictures that Word can show.
//!
//! PNG and JPEG go in as they are. A drawing becomes a PNG: it is put on a page of its own, which is drawn as posters are for web pages.

use crate::print::picture::Picture;
use crate::print::preview::{alone, preview};

/// A picture for Word.
#[derive(Debug, Clone)]
pub(super) struct WordPicture {
    /// The ending of its file: `png` or `jpeg`.
    pub(super) ending: &'static str,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// Its width divided by its height.
    pub(super) ratio: f32,
}

/// How high the page is on which a drawing is drawn, in points. Its picture is as high as that of a poster.
const HEIGHT: f32 = 720.0;
/// The widest such page, in heights.
const WIDEST: f32 = 8.0;

impl WordPicture {
    /// Makes one of the bytes of a picture. `None` if they are none that print could show, which is said elsewhere.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        let picture = Picture::read(bytes).ok()?;
        let ratio = picture.ratio();
        match &picture {
            Picture::Photograph(_) => Some(Self {
                ending: if bytes.starts_with(&[0xFF, 0xD8]) {
                    "jpeg"
                } else {
                    "png"
                },
                bytes: bytes.to_vec(),
                ratio,
            }),
            Picture::Drawing(_) => {
                let width = HEIGHT * ratio.clamp(0.1, WIDEST);
                Some(Self {
                    ending: "png",
                    bytes: preview(&alone(&picture, width, HEIGHT)?).ok()?.png,
                    ratio,
                })
            }
        }
    }
}
