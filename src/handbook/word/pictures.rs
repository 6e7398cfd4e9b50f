//! Pictures that Word can show.
//!
//! PNG and JPEG go in as they are. A drawing becomes a PNG: it is put on a page of its own, which is drawn as posters are for web pages.

use crate::print::pdf;
use crate::print::picture::Picture;
use crate::print::preview::preview;
use crate::print::scene::{Colour, Frame, Item, Meaning, Page, Scene, Structure};

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
            Picture::Drawing(_) => Some(Self {
                ending: "png",
                bytes: drawn(&picture, ratio.clamp(0.1, WIDEST))?,
                ratio,
            }),
        }
    }
}

/// A drawing as a PNG.
fn drawn(picture: &Picture, ratio: f32) -> Option<Vec<u8>> {
    let frame = Frame {
        x: 0.0,
        y: 0.0,
        width: HEIGHT * ratio,
        height: HEIGHT,
    };
    let items = picture
        .place(frame, Colour::Rgb(0, 0, 0))
        .into_iter()
        .map(|drawing| Item {
            meaning: Meaning::Artifact,
            drawing,
        })
        .collect();
    let scene = Scene {
        title: "picture".to_owned(),
        language: "en".to_owned(),
        author: String::new(),
        subject: String::new(),
        date: None,
        pages: vec![Page {
            width: frame.width,
            height: frame.height,
            items,
        }],
        structure: Structure::new(),
        outline: Vec::new(),
        press: None,
        places: Vec::new(),
        cover: None,
    };
    Some(preview(&pdf::write(&scene).ok()?).ok()?.png)
}
