//! Photographs in the sizes that pages show.
//!
//! A phone that is 360 pixels wide needn't fetch a photograph of 4,000. Comes in: the bytes of a JPEG, PNG or WebP. Goes out: the
//! same in fewer pixels, never in more, in a format that every browser shows. What a picture holds is not changed: it is the right
//! way up, keeps its colour profile, and what can be seen through stays so. Drawings need no sizes.
//!
//! The same file gives the same bytes: everything is counted in one thread, with code that knows no processor.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::imageops;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits};
use sha2::{Digest, Sha256};

use super::picture_size::Size;
use crate::print::picture::MOST_PIXELS;

/// The widths to make, in pixels: a phone, a phone with a dense screen or a tablet, a desk with one.
const WIDTHS: [u32; 3] = [480, 960, 1600];
/// The quality of photographs, of 100: what is lost is not seen at arm's length.
const QUALITY: u8 = 80;
/// The most memory that a picture may take while it is opened, in bytes: so many pixels.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;
/// The most pixels of a picture that can be seen through: while it is made smaller, each takes 16 bytes.
const MOST_CLEAR: u64 = 12_000_000;
/// A smaller picture is worth a file of its own if it takes at most this part of the bytes of the next larger one.
const WORTH_IT: f64 = 0.85;

/// A picture in fewer pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rendition {
    /// Its width in pixels.
    pub(crate) width: u32,
    /// The ending of its file's name.
    pub(crate) ending: &'static str,
    /// The file.
    pub(crate) bytes: Arc<[u8]>,
}

/// Pictures that were made smaller. Editions show the same ones, so each is made once; who comes second waits for it.
#[derive(Debug, Default)]
pub(crate) struct Renditions {
    /// By the hash of the file they are made of.
    made: Mutex<BTreeMap<[u8; 32], Made>>,
}

/// What was made of a picture, as soon as it is there.
type Made = Arc<OnceLock<Vec<Rendition>>>;

impl Renditions {
    /// A picture in fewer pixels, the smallest first. Empty for what has few, for drawings, and for what moves.
    pub(crate) fn of(&self, bytes: &[u8]) -> Vec<Rendition> {
        let name: [u8; 32] = Sha256::digest(bytes).into();
        let place = {
            let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(made.entry(name).or_default())
        };
        place
            .get_or_init(|| smaller(bytes).unwrap_or_default())
            .clone()
    }
}

/// `None` for what can't be opened: it is shown as it is, and print has said what is wrong with it.
fn smaller(bytes: &[u8]) -> Option<Vec<Rendition>> {
    // By what its head says: one that says two sizes, or a size that nobody prints, takes minutes to open.
    let size = Size::of(bytes)?;
    if u64::from(size.width) * u64::from(size.height) > MOST_PIXELS {
        return None;
    }
    let format = image::guess_format(bytes).ok()?;
    if !matches!(
        format,
        ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP
    ) || moves(bytes, format)
    {
        return None;
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let profile = decoder.icc_profile().ok()?;
    let turned = decoder.orientation().ok()?;
    // Colours for a press (CMYK) would need a profile to come out right.
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(turned);
    let has_alpha = picture.has_alpha();
    if has_alpha && u64::from(picture.width()) * u64::from(picture.height()) > MOST_CLEAR {
        return None;
    }
    // Pictures of screens have flat colours and sharp letters, which JPEG spoils.
    let as_png = has_alpha || format == ImageFormat::Png;
    let mut made: Vec<Rendition> = Vec::new();
    let mut most = bytes.len() as f64 * WORTH_IT;
    for &width in WIDTHS
        .iter()
        .rev()
        .filter(|width| **width < picture.width())
    {
        let height = f64::from(picture.height()) * f64::from(width) / f64::from(picture.width());
        let height = (height.round() as u32).max(1);
        let small = if has_alpha {
            // What can't be seen must not colour what can.
            clear(&picture, width, height)
        } else {
            let pixels = picture.to_rgb8();
            imageops::resize(&pixels, width, height, imageops::FilterType::Lanczos3).into()
        };
        let file = if as_png {
            png(&small, profile.as_deref())?
        } else {
            jpeg(&small, profile.as_deref())?
        };
        if file.len() as f64 <= most {
            most = file.len() as f64 * WORTH_IT;
            made.push(Rendition {
                width,
                ending: if as_png { "png" } else { "jpg" },
                bytes: file.into(),
            });
        }
    }
    made.reverse();
    Some(made)
}

/// Whether a picture is a film of several.
fn moves(bytes: &[u8], format: ImageFormat) -> bool {
    match format {
        // The chunk that makes a PNG move stands before its pixels (Portable Network Graphics 3, §11.3.6.1).
        ImageFormat::Png => {
            let pixels = find(bytes, b"IDAT").unwrap_or(bytes.len());
            find(&bytes[..pixels], b"acTL").is_some()
        }
        ImageFormat::WebP => {
            WebPDecoder::new(Cursor::new(bytes)).is_ok_and(|decoder| decoder.has_animation())
        }
        _ => false,
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

/// A picture that can be seen through, in fewer pixels: colours are weighed by how much of them is seen.
fn clear(picture: &DynamicImage, width: u32, height: u32) -> DynamicImage {
    let mut pixels = picture.to_rgba32f();
    for pixel in pixels.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        pixel.0 = [red * alpha, green * alpha, blue * alpha, alpha];
    }
    let mut small = imageops::resize(&pixels, width, height, imageops::FilterType::Triangle);
    for pixel in small.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        if alpha > 0.0 {
            pixel.0 = [red / alpha, green / alpha, blue / alpha, alpha];
        }
    }
    DynamicImage::from(small).to_rgba8().into()
}

fn jpeg(picture: &DynamicImage, profile: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut file, QUALITY);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile.to_vec()).ok()?;
    }
    picture.write_with_encoder(encoder).ok()?;
    Some(file)
}

fn png(picture: &DynamicImage, profile: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder =
        PngEncoder::new_with_quality(&mut file, CompressionType::Best, FilterType::Adaptive);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile.to_vec()).ok()?;
    }
    picture.write_with_encoder(encoder).ok()?;
    Some(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage, Rgba, RgbaImage};

    /// A number under 32 that nobody would guess, but always the same.
    fn noise(at: u32) -> u8 {
        let mixed = (at ^ at >> 15).wrapping_mul(0x2C1B_3C6D);
        let mixed = (mixed ^ mixed >> 12).wrapping_mul(0x297A_2D39);
        (mixed >> 27) as u8
    }

    /// A photograph: soft colours with a little noise, so that it can't be packed to nothing.
    fn photograph(width: u32, height: u32) -> DynamicImage {
        RgbImage::from_fn(width, height, |x, y| {
            let noise = noise(y * width + x);
            let soft = |at: u32, of: u32| (at * 200 / of) as u8 + noise;
            Rgb([soft(x, width), soft(y, height), 90])
        })
        .into()
    }

    #[test]
    fn a_picture_that_says_two_sizes_is_not_opened() {
        // A giant by its first head, and a stamp by its second: a decoder fills the giant for minutes.
        let found = include_bytes!("../../fuzz/findings/picture/two-sizes.jpg");
        assert_eq!(Size::of(found), None);
        assert!(Renditions::default().of(found).is_empty());
    }

    fn widths(made: &[Rendition]) -> Vec<(u32, &'static str)> {
        made.iter().map(|made| (made.width, made.ending)).collect()
    }

    #[test]
    fn a_photograph_comes_in_smaller_sizes_and_never_in_larger_ones() {
        let file = jpeg(&photograph(1200, 800), None).expect("a file");
        let made = Renditions::default().of(&file);
        assert_eq!(widths(&made), [(480, "jpg"), (960, "jpg")]);
        for made in &made {
            let read = image::load_from_memory(&made.bytes).expect("a picture");
            assert_eq!(
                (read.width(), read.height()),
                (made.width, made.width * 2 / 3)
            );
            assert!(made.bytes.len() < file.len());
        }
        let small = jpeg(&photograph(400, 300), None).expect("a file");
        assert_eq!(Renditions::default().of(&small), []);
    }

    #[test]
    fn the_same_picture_gives_the_same_bytes() {
        let file = png(&photograph(700, 500), None).expect("a file");
        assert_eq!(widths(&Renditions::default().of(&file)), [(480, "png")]);
        assert_eq!(
            Renditions::default().of(&file),
            Renditions::default().of(&file)
        );
    }

    #[test]
    fn what_can_be_seen_through_stays_so_and_keeps_its_colours() {
        // A red disc on nothing; the nothing is green, as some programs write it.
        let disc: DynamicImage = RgbaImage::from_fn(800, 800, |x, y| {
            let (x, y) = (f64::from(x) - 400.0, f64::from(y) - 400.0);
            if x.hypot(y) < 300.0 {
                Rgba([200, noise((x * 800.0 + y) as i32 as u32), 20, 255])
            } else {
                Rgba([0, 255, 0, 0])
            }
        })
        .into();
        let file = png(&disc, None).expect("a file");
        let made = Renditions::default().of(&file);
        assert_eq!(widths(&made), [(480, "png")]);
        let read = image::load_from_memory(&made[0].bytes).expect("a picture");
        let read = read.into_rgba8();
        assert_eq!(read.get_pixel(2, 2).0[3], 0);
        assert_eq!(read.get_pixel(240, 240).0[3], 255);
        for pixel in read.pixels().filter(|pixel| pixel.0[3] > 8) {
            assert!(pixel.0[1] < 40, "green shines through: {:?}", pixel.0);
        }
    }

    #[test]
    fn a_colour_profile_is_kept() {
        let profile = vec![7_u8; 200];
        let file = jpeg(&photograph(700, 500), Some(&profile)).expect("a file");
        let made = Renditions::default().of(&file);
        let reader = ImageReader::with_format(Cursor::new(&made[0].bytes), ImageFormat::Jpeg);
        let mut decoder = reader.into_decoder().expect("a picture");
        assert_eq!(decoder.icc_profile().expect("a profile"), Some(profile));
    }

    #[test]
    fn what_is_no_photograph_is_left_alone() {
        for bytes in [
            &b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..],
            b"",
            b"\x89PNG\r\n\x1a\nbroken",
        ] {
            assert_eq!(Renditions::default().of(bytes), []);
        }
        // The name of the chunk that makes it move, before its pixels.
        let mut file = png(&photograph(700, 500), None).expect("a file");
        let pixels = find(&file, b"IDAT").expect("pixels") - 4;
        file.splice(pixels..pixels, *b"\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\0\0\0\0");
        assert_eq!(Renditions::default().of(&file), []);
    }
}
