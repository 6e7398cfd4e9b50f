//! How large pictures are, so that pages keep their place before they arrive and nothing moves when they do.
//!
//! Comes in: the bytes of a file. Goes out: its width and height in CSS pixels, from its head alone; nothing is decoded.

use std::io::Cursor;

use zune_jpeg::JpegDecoder;

use crate::print::picture::{open_drawing, turn};

/// The size of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Size {
    /// Its width in pixels.
    pub(crate) width: u32,
    /// Its height in pixels.
    pub(crate) height: u32,
}

impl Size {
    /// The size of an SVG, PNG, JPEG, GIF or WebP; `None` if the file doesn't say it.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        let (width, height) = match bytes {
            [0x89, b'P', b'N', b'G', ..] => {
                let number =
                    |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
                (number(16)?, number(20)?)
            }
            [0xFF, 0xD8, 0xFF, ..] => jpeg(bytes)?,
            [b'G', b'I', b'F', ..] => (short(bytes, 6)?, short(bytes, 8)?),
            [
                b'R',
                b'I',
                b'F',
                b'F',
                _,
                _,
                _,
                _,
                b'W',
                b'E',
                b'B',
                b'P',
                ..,
            ] => webp(bytes)?,
            _ => svg(bytes)?,
        };
        (width > 0 && height > 0).then_some(Self { width, height })
    }
}

/// A number of two bytes, the low one first.
fn short(bytes: &[u8], at: usize) -> Option<u32> {
    let pair = bytes.get(at..at + 2)?.try_into().ok()?;
    Some(u32::from(u16::from_le_bytes(pair)))
}

/// A JPEG, the way up that its camera was held: browsers turn it (CSS Images 3 §7.1).
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    /// From here on, width and height change places (Exif 2.32 §4.6.4).
    const LYING: u8 = 5;
    let mut decoder = JpegDecoder::new(Cursor::new(bytes));
    decoder.decode_headers().ok()?;
    let info = decoder.info()?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    let turn = decoder.exif().map_or(1, |exif| turn(exif));
    Some(if turn >= LYING {
        (height, width)
    } else {
        (width, height)
    })
}

/// A WebP (RFC 9649 §2.5 to §2.7): lossy, lossless, or extended.
fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    const FOURTEEN_BITS: u32 = 0x3FFF;
    match bytes.get(12..16)? {
        b"VP8 " => Some((
            short(bytes, 26)? & FOURTEEN_BITS,
            short(bytes, 28)? & FOURTEEN_BITS,
        )),
        b"VP8L" => {
            let bits = u32::from_le_bytes(bytes.get(21..25)?.try_into().ok()?);
            Some(((bits & FOURTEEN_BITS) + 1, (bits >> 14 & FOURTEEN_BITS) + 1))
        }
        b"VP8X" => {
            let number =
                |at: usize| Some((short(bytes, at)? | u32::from(*bytes.get(at + 2)?) << 16) + 1);
            Some((number(24)?, number(27)?))
        }
        _ => None,
    }
}

/// An SVG: its own width and height in pixels, or else the proportions of its view box.
fn svg(bytes: &[u8]) -> Option<(u32, u32)> {
    let document = open_drawing(bytes).ok()?;
    let root = document.root_element();
    let pixels = |name: &str| {
        let length = root.attribute(name)?.trim();
        let number: f64 = length.strip_suffix("px").unwrap_or(length).parse().ok()?;
        Some(number)
    };
    let sides = if let (Some(width), Some(height)) = (pixels("width"), pixels("height")) {
        (width, height)
    } else {
        let mut numbers = root
            .attribute("viewBox")?
            .split([' ', ',', '\t', '\n', '\r'])
            .filter(|number| !number.is_empty())
            .skip(2);
        (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?)
    };
    let whole = |side: f64| (side.is_finite() && side > 0.0).then(|| side.ceil() as u32);
    Some((whole(sides.0)?, whole(sides.1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(bytes: &[u8]) -> Option<(u32, u32)> {
        Size::of(bytes).map(|size| (size.width, size.height))
    }

    #[test]
    fn pictures_say_their_size() {
        assert_eq!(
            size(include_bytes!("../../tests/pictures/grey.jpg")),
            Some((8, 8))
        );
        assert_eq!(
            size(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\0\x80"),
            Some((256, 128))
        );
        assert_eq!(size(b"GIF89a\x10\0\x08\0"), Some((16, 8)));
        assert_eq!(
            size(b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x0f\0\0\x07\0\0"),
            Some((16, 8))
        );
    }

    #[test]
    fn a_photograph_taken_sideways_stands() {
        let turned = include_bytes!("../../tests/pictures/turned.jpg");
        let mut decoder = JpegDecoder::new(Cursor::new(&turned[..]));
        decoder.decode_headers().expect("a head");
        let info = decoder.info().expect("a size");
        assert_ne!(info.width, info.height);
        assert_eq!(
            size(turned),
            Some((u32::from(info.height), u32::from(info.width)))
        );
    }

    #[test]
    fn a_drawing_has_the_size_it_gives_or_the_proportions_of_its_box() {
        let svg = |attributes: &str| {
            size(format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}/>").as_bytes())
        };
        assert_eq!(svg("width=\"40px\" height=\"20.5\""), Some((40, 21)));
        assert_eq!(svg("width=\"100%\" viewBox=\"0 0 24 12\""), Some((24, 12)));
        assert_eq!(svg("viewBox=\"0,0,24,12\""), Some((24, 12)));
        for nothing in [
            "",
            "viewBox=\"0 0 0 12\"",
            "width=\"1em\" height=\"2em\"",
            "viewBox=\"0 0 x y\"",
        ] {
            assert_eq!(svg(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn broken_files_have_no_size() {
        for broken in [
            &b""[..],
            b"\x89PNG",
            b"\xff\xd8\xff",
            b"GIF",
            b"RIFF\0\0\0\0WEBP",
            b"<svg",
            b"\xff\xfe",
        ] {
            assert_eq!(size(broken), None, "{broken:?}");
        }
    }
}
