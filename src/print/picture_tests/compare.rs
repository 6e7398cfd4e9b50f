//! Two pictures side by side: how much they differ, and where.
//!
//! The same program draws the same pixels wherever it runs on processors of one kind. On others, numbers may be rounded
//! another way, so a little may differ; a colour that changes or a line that moves is far more than that.

use std::fmt;
use std::io::Cursor;

use crate::print::preview::Drawn;

/// A pixel differs if a part of its colour differs by more than this, of 255.
const PART: u8 = 24;
/// One pixel in so many may differ.
const MOST_PIXELS: usize = 2500;
/// The colours of all pixels together may differ by so much, of 255.
const MOST_MEAN: f64 = 0.25;

/// How two pictures differ by more than they may.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Difference {
    /// Their sizes differ, in pixels: that of the one that was expected, and that of the other.
    Size((u32, u32), (u32, u32)),
    /// Their colours differ.
    Colours {
        /// So many pixels differ.
        pixels: usize,
        /// By how much all pixels differ on average, of 255.
        mean: f64,
        /// The box that holds all pixels that differ: left, top, right, bottom, in pixels. `None` where none differs much.
        place: Option<[u32; 4]>,
    },
}

/// How a picture differs from the expected one, if it does.
pub(super) fn difference(expected: &Drawn, actual: &Drawn) -> Option<Difference> {
    let sizes = [expected, actual].map(|picture| (picture.width, picture.height));
    if sizes[0] != sizes[1] {
        return Some(Difference::Size(sizes[0], sizes[1]));
    }
    let (mut pixels, mut sum, mut place) = (0, 0_u64, None::<[u32; 4]>);
    for (at, (one, other)) in expected.pixels.iter().zip(&actual.pixels).enumerate() {
        let apart = apart(*one, *other);
        sum += u64::from(apart);
        if apart > PART {
            pixels += 1;
            let (x, y) = (at as u32 % expected.width, at as u32 / expected.width);
            place = Some(place.map_or([x, y, x, y], |[left, top, right, bottom]| {
                [left.min(x), top.min(y), right.max(x), bottom.max(y)]
            }));
        }
    }
    let mean = sum as f64 / expected.pixels.len().max(1) as f64;
    (pixels > expected.pixels.len() / MOST_PIXELS || mean > MOST_MEAN).then_some(
        Difference::Colours {
            pixels,
            mean,
            place,
        },
    )
}

/// By how much the part that differs most does.
fn apart(one: [u8; 3], other: [u8; 3]) -> u8 {
    let parts = one.iter().zip(other).map(|(a, b)| a.abs_diff(b));
    parts.max().unwrap_or_default()
}

impl Difference {
    /// What differs, in words. A picture has so many pixels to a point of its page.
    pub(super) fn describe(&self, scale: f32) -> String {
        match self {
            Self::Size(expected, actual) => {
                format!("{expected:?} pixels were expected, and {actual:?} were drawn")
            }
            Self::Colours {
                pixels,
                mean,
                place,
            } => {
                let place = place.map_or_else(String::new, |place| {
                    let [left, top, right, bottom] =
                        place.map(|pixel| pixel as f32 / scale * 25.4 / 72.0);
                    format!(
                        ", between {left:.0} and {right:.0} mm from the left and {top:.0} and {bottom:.0} mm from the top"
                    )
                });
                format!("{pixels} pixels differ, and all of them by {mean:.2} of 255{place}")
            }
        }
    }
}

impl fmt::Debug for Drawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Drawn {} by {}", self.width, self.height)
    }
}

/// Expected, actual and difference, where what differs is black: to look at.
pub(super) fn side_by_side(expected: &Drawn, actual: &Drawn) -> Drawn {
    let width = expected.width.min(actual.width);
    let height = expected.height.min(actual.height);
    let mut differing = Drawn {
        width,
        height,
        pixels: Vec::new(),
    };
    for y in 0..height {
        for x in 0..width {
            let apart = apart(pixel(expected, x, y), pixel(actual, x, y));
            differing.pixels.push([255 - apart.saturating_mul(4); 3]);
        }
    }
    in_a_row(&[expected, actual, &differing])
}

/// Pictures in a row, a grey gap between them.
pub(super) fn in_a_row(pictures: &[&Drawn]) -> Drawn {
    const GAP: u32 = 6;
    const GREY: [u8; 3] = [128; 3];
    let gaps = (pictures.len() as u32).saturating_sub(1) * GAP;
    let width = pictures.iter().map(|picture| picture.width).sum::<u32>() + gaps;
    let height = pictures.iter().map(|picture| picture.height).max();
    let height = height.unwrap_or_default();
    let mut pixels = vec![GREY; (width * height) as usize];
    let mut left = 0;
    for picture in pictures {
        for (y, row) in picture.pixels.chunks(picture.width as usize).enumerate() {
            let at = y * width as usize + left as usize;
            pixels[at..at + row.len()].copy_from_slice(row);
        }
        left += picture.width + GAP;
    }
    Drawn {
        width,
        height,
        pixels,
    }
}

fn pixel(picture: &Drawn, x: u32, y: u32) -> [u8; 3] {
    picture.pixels[(y * picture.width + x) as usize]
}

/// A PNG as it was drawn.
pub(super) fn read(png: &[u8]) -> Drawn {
    let mut decoder = png::Decoder::new(Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("it is a PNG");
    let mut bytes = vec![0; reader.output_buffer_size().expect("it is small")];
    let frame = reader.next_frame(&mut bytes).expect("it is whole");
    let samples = frame.color_type.samples();
    Drawn {
        width: frame.width,
        height: frame.height,
        pixels: bytes[..frame.buffer_size()]
            .chunks_exact(samples)
            .map(|pixel| match pixel {
                [red, green, blue, ..] => [*red, *green, *blue],
                grey => [grey[0]; 3],
            })
            .collect(),
    }
}
