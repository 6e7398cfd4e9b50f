//! JPEG.

use std::io::Cursor;

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::error::PictureError;
use super::orientation::{self, upright};
use super::photograph::{LONGEST_SIDE, Photograph, check_size};
use crate::print::scene::Pixels;

/// Reads a JPEG file, and turns it the way the camera was held.
pub(super) fn read(bytes: &[u8]) -> Result<Photograph, PictureError> {
    let broken = |error: zune_jpeg::errors::DecodeErrors| PictureError::Broken(error.to_string());
    let options = DecoderOptions::default()
        .set_max_width(LONGEST_SIDE as usize)
        .set_max_height(LONGEST_SIDE as usize)
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(Cursor::new(bytes), options);
    decoder.decode_headers().map_err(broken)?;
    if matches!(
        decoder.input_colorspace(),
        Some(ColorSpace::CMYK | ColorSpace::YCCK)
    ) {
        return Err(PictureError::Cmyk);
    }
    let info = decoder.info().ok_or(PictureError::NoSize)?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    check_size(width, height)?;
    let turn = decoder
        .exif()
        .map_or(1, |exif| orientation::of(exif.as_slice()));
    let rgb = decoder.decode().map_err(broken)?;
    if rgb.len() as u64 != u64::from(width) * u64::from(height) * 3 {
        return Err(PictureError::Broken("pixels are missing".to_owned()));
    }
    let pixels = Pixels {
        width,
        height,
        rgb,
        alpha: None,
    };
    Ok(Photograph::new(upright(pixels, turn)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::scene::Frame;

    /// A grey square of eight by eight, the smallest there is: quantisation, one component, one table of each kind.
    const GREY: &[u8] = include_bytes!("../../../tests/pictures/grey.jpg");
    const CMYK: &[u8] = include_bytes!("../../../tests/pictures/cmyk.jpg");
    const TURNED: &[u8] = include_bytes!("../../../tests/pictures/turned.jpg");

    const BOX: Frame = Frame {
        x: 0.0,
        y: 0.0,
        width: 10.0,
        height: 10.0,
    };

    #[test]
    fn grey_becomes_red_green_and_blue() {
        let pixels = read(GREY).unwrap().place(BOX).pixels;
        assert_eq!((pixels.width, pixels.height), (8, 8));
        assert!(pixels.rgb.iter().all(|&sample| sample.abs_diff(128) < 3));
    }

    #[test]
    fn cmyk_is_refused() {
        assert_eq!(read(CMYK), Err(PictureError::Cmyk));
    }

    #[test]
    fn a_picture_taken_upright_stands_upright() {
        let pixels = read(TURNED).unwrap().place(BOX).pixels;
        assert_eq!((pixels.width, pixels.height), (8, 16));
        // What the camera saw at its left is now on top: dark above, light below.
        assert!(pixels.rgb[0] < 60 && pixels.rgb[15 * 8 * 3] > 200);
    }

    #[test]
    fn half_a_file_is_broken() {
        assert!(matches!(read(&GREY[..40]), Err(PictureError::Broken(_))));
    }
}
