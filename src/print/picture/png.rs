//! PNG.

use std::io::Cursor;

use png::{ColorType, Decoder, Limits, Transformations};

use super::error::PictureError;
use super::photograph::{MOST_PIXELS, Photograph, check_size};
use crate::print::scene::Pixels;

/// Reads a PNG file of any kind; of a moving one, the first picture.
pub(super) fn read(bytes: &[u8]) -> Result<Photograph, PictureError> {
    let broken = |error: png::DecodingError| PictureError::Broken(error.to_string());
    let limits = Limits {
        bytes: MOST_PIXELS as usize * 4,
    };
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), limits);
    // Palettes and less than eight bits become eight bits; sixteen bits, too.
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let header = decoder.read_header_info().map_err(broken)?;
    check_size(header.width, header.height)?;
    let mut reader = decoder.read_info().map_err(broken)?;
    let size = reader.output_buffer_size().ok_or(PictureError::NoSize)?;
    let mut samples = vec![0; size];
    let frame = reader.next_frame(&mut samples).map_err(broken)?;
    samples.truncate(frame.buffer_size());

    let (rgb, alpha) = match frame.color_type {
        ColorType::Rgb => (samples, None),
        ColorType::Grayscale => (grey(&samples, 1), None),
        ColorType::GrayscaleAlpha => (grey(&samples, 2), Some(opacity(&samples, 2))),
        ColorType::Rgba => {
            let rgb = samples
                .chunks_exact(4)
                .flat_map(|pixel| pixel.iter().take(3).copied())
                .collect();
            (rgb, Some(opacity(&samples, 4)))
        }
        ColorType::Indexed => {
            return Err(PictureError::Broken("its palette is missing".to_owned()));
        }
    };
    Ok(Photograph::new(Pixels {
        width: frame.width,
        height: frame.height,
        rgb,
        alpha: alpha.filter(|alpha| alpha.iter().any(|&opacity| opacity < 255)),
    }))
}

fn grey(samples: &[u8], step: usize) -> Vec<u8> {
    samples
        .iter()
        .step_by(step)
        .flat_map(|&grey| [grey; 3])
        .collect()
}

fn opacity(samples: &[u8], step: usize) -> Vec<u8> {
    samples
        .iter()
        .skip(step - 1)
        .step_by(step)
        .copied()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::scene::Frame;
    use png::{BitDepth, Encoder};

    fn written(colour: ColorType, depth: BitDepth, width: u32, samples: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, width, 1);
        encoder.set_color(colour);
        encoder.set_depth(depth);
        if colour == ColorType::Indexed {
            encoder.set_palette(vec![255, 0, 0, 0, 0, 255]);
            encoder.set_trns(vec![255, 128]);
        }
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(samples).unwrap();
        writer.finish().unwrap();
        bytes
    }

    fn pixels(bytes: &[u8]) -> std::sync::Arc<Pixels> {
        let frame = Frame {
            x: 0.0,
            y: 0.0,
            width: 10.0,
            height: 10.0,
        };
        read(bytes).unwrap().place(frame).pixels
    }

    #[test]
    fn every_kind_becomes_red_green_and_blue() {
        let rgb = pixels(&written(ColorType::Rgb, BitDepth::Eight, 1, &[1, 2, 3]));
        assert_eq!(
            (rgb.rgb.as_slice(), &rgb.alpha),
            ([1, 2, 3].as_slice(), &None)
        );
        let rgba = pixels(&written(ColorType::Rgba, BitDepth::Eight, 1, &[1, 2, 3, 4]));
        assert_eq!(
            (rgba.rgb.as_slice(), &rgba.alpha),
            ([1, 2, 3].as_slice(), &Some(vec![4]))
        );
        let grey = pixels(&written(
            ColorType::Grayscale,
            BitDepth::Sixteen,
            1,
            &[9, 0],
        ));
        assert_eq!(grey.rgb, [9, 9, 9]);
        let palette = pixels(&written(
            ColorType::Indexed,
            BitDepth::One,
            2,
            &[0b0100_0000],
        ));
        assert_eq!(palette.rgb, [255, 0, 0, 0, 0, 255]);
        assert_eq!(palette.alpha, Some(vec![255, 128]));
    }

    #[test]
    fn full_opacity_is_no_opacity() {
        let rgba = pixels(&written(
            ColorType::Rgba,
            BitDepth::Eight,
            1,
            &[1, 2, 3, 255],
        ));
        assert_eq!(rgba.alpha, None);
    }

    #[test]
    fn a_giant_is_refused_by_its_header() {
        let mut bytes = written(ColorType::Rgb, BitDepth::Eight, 1, &[1, 2, 3]);
        bytes[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        // The checksum no longer fits, which the decoder may notice first.
        assert!(read(&bytes).is_err());
        assert!(matches!(
            check_size(60_000, 1),
            Err(PictureError::TooLarge { .. })
        ));
    }

    #[test]
    fn half_a_file_is_broken() {
        let bytes = written(ColorType::Rgb, BitDepth::Eight, 1, &[1, 2, 3]);
        assert!(matches!(read(&bytes[..40]), Err(PictureError::Broken(_))));
    }
}
