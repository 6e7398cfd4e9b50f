//! A picture of a printed page, for web pages and for sharing.
//!
//! Comes in: the bytes of a PDF, as they are published. Goes out: its first page as a PNG of at most [`MOST_BYTES`], with its
//! size in pixels. Because the picture is drawn from the file itself, it can't show anything else than what is printed.
//!
//! The page is drawn by hayro in one pass; then its colours are brought down to a small palette ([`colours`]), which flat
//! colours and type hardly notice, and packed. The same file gives the same bytes: everything runs in one thread, and with the
//! instructions that all processors of a kind have.

mod colours;

use std::fmt;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_syntax::Pdf;
use hayro::kurbo::Affine;
use hayro::vello_cpu::{
    self, Level, Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit,
    color::palette::css::WHITE,
};
use hayro::{RenderCache, RenderSettings, render_into};
use png::Compression;
use thiserror::Error;

use colours::{Counted, Indexed};

use super::pdf;
use super::picture::Picture;
use super::scene::{Colour, Frame, Item, Meaning, Page, Scene, Structure};

/// The longer side of a page that stands upright, in pixels: sharp on a phone's screen at half its width, and large enough to
/// be shown in a shared link.
const LONGER_SIDE: f32 = 720.0;
/// A preview is at most this large.
pub const MOST_BYTES: usize = 40_000;
/// The palettes to try, in numbers of colours. What has up to 16 takes half a byte for each pixel.
const PALETTES: [usize; 3] = [64, 32, 16];
/// If the smallest palette doesn't make the picture small enough, the picture itself becomes smaller by this.
const SHRINK: f32 = 0.85;
/// A side of fewer pixels shows nothing of a page.
const LEAST_SIDE: f32 = 60.0;

/// A picture of a page.
#[derive(Clone, PartialEq, Eq)]
pub struct Preview {
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// The PNG file.
    pub png: Vec<u8>,
}

impl Preview {
    /// A picture that was made before. `None` if the bytes are no PNG.
    pub(crate) fn known(png: Vec<u8>) -> Option<Self> {
        let reader = png::Decoder::new(std::io::Cursor::new(&png))
            .read_info()
            .ok()?;
        let (width, height) = reader.info().size();
        Some(Self { width, height, png })
    }
}

impl fmt::Debug for Preview {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Preview {} by {}, {} bytes",
            self.width,
            self.height,
            self.png.len()
        )
    }
}

/// Why there is no picture of a page.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PreviewError {
    /// The file can't be read.
    #[error("the file can't be read as a PDF")]
    Unreadable,
    /// The document has no page.
    #[error("the file has no page")]
    NoPage,
    /// The page is so long and narrow, or so finely drawn, that no picture of it is small enough.
    #[error("no picture of the page fits into {MOST_BYTES} bytes")]
    TooLarge,
    /// The picture can't be packed.
    #[error("the picture can't be written: {0}")]
    Unwritable(String),
}

/// A picture of the first page of a PDF.
///
/// # Errors
///
/// When the file is no PDF with a page, or no picture of it is small enough: see [`PreviewError`].
pub fn preview(pdf: &[u8]) -> Result<Preview, PreviewError> {
    let pdf = Pdf::new(pdf.to_vec()).map_err(|_| PreviewError::Unreadable)?;
    let (width, height) = pdf
        .pages()
        .first()
        .ok_or(PreviewError::NoPage)?
        .render_dimensions();
    let mut scale = LONGER_SIDE / width.max(height);
    while width.min(height) * scale >= LEAST_SIDE {
        let picture = drawn(&pdf, 0, scale).ok_or(PreviewError::NoPage)?;
        let counted = Counted::of(&picture);
        for most in PALETTES {
            let png = packed(&counted.in_colours(most), Compression::High)?;
            if png.len() <= MOST_BYTES {
                return Ok(Preview {
                    width: picture.width,
                    height: picture.height,
                    png,
                });
            }
        }
        scale *= SHRINK;
    }
    Err(PreviewError::TooLarge)
}

/// The side of a [`square`], in pixels: what phones ask for (Apple, Configuring Web Applications).
pub(crate) const SQUARE: u32 = 180;

/// A drawing, as wide as high and without transparent parts, as a PNG of [`SQUARE`] pixels. `None` if the file can't be drawn.
pub(crate) fn square(svg: &[u8]) -> Option<Vec<u8>> {
    /// The side of the page, in points: any will do.
    const SIDE: f32 = 180.0;
    let picture = Picture::read(svg).ok()?;
    let pdf = Pdf::new(alone(&picture, SIDE, SIDE)?).ok()?;
    let drawn = drawn(&pdf, 0, SQUARE as f32 / SIDE)?;
    packed(&Counted::of(&drawn).in_colours(32), Compression::Balanced).ok()
}

/// The bytes of a PDF with one page of this size, in points, and nothing on it but a picture. `None` if it can't be written.
///
/// By it, whatever draws posters draws signs and logos, too.
pub(crate) fn alone(picture: &Picture, width: f32, height: f32) -> Option<Vec<u8>> {
    let frame = Frame {
        x: 0.0,
        y: 0.0,
        width,
        height,
    };
    let items = picture
        .place(frame, Colour::Rgb(0, 0, 0))
        .into_iter()
        .map(|drawing| Item {
            meaning: Meaning::Artifact,
            drawing,
        });
    let scene = Scene {
        title: "Picture".to_owned(),
        language: "en".to_owned(),
        author: String::new(),
        subject: String::new(),
        date: None,
        press: None,
        pages: vec![Page {
            width,
            height,
            items: items.collect(),
        }],
        structure: Structure::new(),
        outline: Vec::new(),
        places: Vec::new(),
        cover: None,
    };
    pdf::write(&scene).ok()
}

/// A drawn page: red, green and blue for each pixel.
pub(super) struct Drawn {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) pixels: Vec<[u8; 3]>,
}

/// A page, the first is 0, on white, at so many pixels to the point.
pub(super) fn drawn(pdf: &Pdf, page: usize, scale: f32) -> Option<Drawn> {
    let page = pdf.pages().get(page)?;
    let (width, height) = page.render_dimensions();
    let side = |points: f32| (points * scale).round().max(1.0) as u16;
    let settings = vello_cpu::RenderSettings {
        // What this processor can do beyond others of its kind would change how numbers are rounded.
        level: Level::baseline(),
        num_threads: 0,
    };
    let mut context = RenderContext::new_with(side(width), side(height), settings);
    let to_pixels = Affine::scale_non_uniform(
        f64::from(side(width)) / f64::from(width),
        f64::from(side(height)) / f64::from(height),
    );
    render_into(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings {
            hinting: false,
            ..RenderSettings::default()
        },
        &mut context,
        to_pixels * page.initial_transform(true).to_kurbo(),
    );
    context.flush();
    let mut pixmap = Pixmap::new(context.width(), context.height());
    context.render_with(
        &mut pixmap,
        &mut Resources::default(),
        RasterizerSettings {
            target_init: TargetInit::Clear(WHITE),
            ..RasterizerSettings::default()
        },
    );
    Some(Drawn {
        width: u32::from(pixmap.width()),
        height: u32::from(pixmap.height()),
        // The ground is white, so that no pixel lets anything through.
        pixels: pixmap
            .data()
            .iter()
            .map(|pixel| [pixel.r, pixel.g, pixel.b])
            .collect(),
    })
}

/// A drawn page as a PNG in at most so many colours.
#[cfg(test)]
pub(super) fn in_few_colours(picture: &Drawn, most: usize) -> Result<Vec<u8>, PreviewError> {
    packed(&Counted::of(picture).in_colours(most), Compression::High)
}

/// A PNG with a palette. Pictures of posters are packed as hard as can be; an icon, which every site has, is small in any case.
fn packed(picture: &Indexed, effort: Compression) -> Result<Vec<u8>, PreviewError> {
    let failed = |error: png::EncodingError| PreviewError::Unwritable(error.to_string());
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, picture.width, picture.height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(if picture.has_nibbles() {
        png::BitDepth::Four
    } else {
        png::BitDepth::Eight
    });
    encoder.set_palette(picture.palette.concat());
    // Neighbours in a palette have nothing to do with one another, so filters only do harm.
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_compression(effort);
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&picture.bytes()).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::scene::{Drawing, Segment, Shape};

    /// A sheet of A4 whose upper half is red.
    fn poster() -> Vec<u8> {
        let (width, height) = (595.28, 841.89);
        let path = [
            Segment::Move(0.0, 0.0),
            Segment::Line(width, 0.0),
            Segment::Line(width, height / 2.0),
            Segment::Line(0.0, height / 2.0),
            Segment::Close,
        ];
        let band = Shape {
            path: path.into(),
            fill: Some(Colour::Rgb(165, 20, 43)),
            even_odd: false,
            stroke: None,
        };
        pdf::write(&Scene {
            title: "Email".to_owned(),
            language: "en".to_owned(),
            author: "Ash".to_owned(),
            subject: String::new(),
            date: None,
            press: None,
            pages: vec![Page {
                width,
                height,
                items: vec![Item {
                    meaning: Meaning::Artifact,
                    drawing: Drawing::Shape(band),
                }],
            }],
            structure: Structure::new(),
            outline: Vec::new(),
            places: Vec::new(),
            cover: None,
        })
        .expect("a poster")
    }

    #[test]
    fn the_same_file_gives_the_same_picture() {
        let poster = poster();
        assert_eq!(preview(&poster), preview(&poster));
    }

    #[test]
    fn a_picture_has_the_shape_of_the_page_and_is_small() {
        let preview = preview(&poster()).expect("a picture");
        assert_eq!(preview.height, 720);
        // A4 is as wide as its height by the root of two.
        assert!((508..=510).contains(&preview.width), "{preview:?}");
        assert!(preview.png.len() <= MOST_BYTES, "{preview:?}");
        let read = png::Decoder::new(std::io::Cursor::new(&preview.png));
        let read = read.read_info().expect("a picture");
        assert_eq!(
            (read.info().width, read.info().height),
            (preview.width, preview.height)
        );
    }

    #[test]
    fn it_shows_what_is_printed() {
        let poster = Pdf::new(poster()).expect("a poster");
        let picture = drawn(&poster, 0, 0.5).expect("a picture");
        assert_eq!((picture.width, picture.height), (298, 421));
        let at = |x: u32, y: u32| picture.pixels[(y * picture.width + x) as usize];
        assert_eq!(at(0, 0), [165, 20, 43]);
        assert_eq!(at(297, 208), [165, 20, 43]);
        assert_eq!(at(0, 212), [255; 3]);
        assert_eq!(at(297, 420), [255; 3]);
    }

    #[test]
    fn a_sign_is_drawn_over_the_whole_square() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" fill=\"#1f3d5c\"/>\
                   <rect x=\"8\" y=\"8\" width=\"16\" height=\"16\" fill=\"#ffffff\"/></svg>";
        let png = square(svg.as_bytes()).expect("a sign");
        assert!(png.len() < 3000, "{} bytes", png.len());
        let read = image::load_from_memory(&png).expect("a PNG").into_rgb8();
        assert_eq!((read.width(), read.height()), (SQUARE, SQUARE));
        for corner in [(0, 0), (179, 0), (0, 179), (179, 179)] {
            assert_eq!(read.get_pixel(corner.0, corner.1).0, [0x1f, 0x3d, 0x5c]);
        }
        assert_eq!(read.get_pixel(90, 90).0, [255; 3]);
        assert_eq!(square(b"no drawing"), None);
    }

    #[test]
    fn what_is_no_poster_is_refused() {
        assert_eq!(preview(b"%PDF-1.7\n"), Err(PreviewError::Unreadable));
    }
}
