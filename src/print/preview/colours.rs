//! Few colours for many: the palette that a picture of a poster gets along with.
//!
//! A poster has a handful of flat colours, and between each two of them the shades at the edges of letters. Colours are counted
//! coarsely, and their space is cut in two again and again (median cut, Heckbert 1982), each time where the
//! pixels differ the most, until there are as many parts as the palette may have. All of it is done in whole numbers.

use std::collections::BTreeMap;

use super::Drawn;

/// So many of the highest bits of a colour tell it from others when they are counted.
const BITS: u32 = 6;

/// A picture whose pixels are numbers of a palette.
pub(super) struct Indexed {
    pub(super) width: u32,
    pub(super) height: u32,
    /// Its colours.
    pub(super) palette: Vec<[u8; 3]>,
    /// For each pixel, the number of its colour.
    pixels: Vec<u8>,
}

/// Colours that are taken for one, and how many pixels have them.
#[derive(Clone, Copy)]
struct Bin {
    /// Their coarse name.
    key: [u8; 3],
    /// The sum of their colours.
    sum: [u64; 3],
    pixels: u64,
}

impl Indexed {
    /// A picture in at most so many colours, up to 256.
    pub(super) fn of(picture: &Drawn, most: usize) -> Self {
        let mut bins: BTreeMap<[u8; 3], Bin> = BTreeMap::new();
        for &pixel in &picture.pixels {
            let key = key(pixel);
            let bin = bins.entry(key).or_insert(Bin {
                key,
                sum: [0; 3],
                pixels: 0,
            });
            for (sum, part) in bin.sum.iter_mut().zip(pixel) {
                *sum += u64::from(part);
            }
            bin.pixels += 1;
        }
        let boxes = parted(bins.into_values().collect(), most.clamp(1, 256));
        let palette: Vec<[u8; 3]> = boxes.iter().map(|bins| commonest(bins)).collect();
        let numbers: BTreeMap<[u8; 3], u8> = boxes
            .iter()
            .zip(0..=u8::MAX)
            .flat_map(|(bins, number)| bins.iter().map(move |bin| (bin.key, number)))
            .collect();
        let pixels = picture
            .pixels
            .iter()
            .map(|&pixel| numbers.get(&key(pixel)).copied().unwrap_or_default())
            .collect();
        Self {
            width: picture.width,
            height: picture.height,
            palette,
            pixels,
        }
    }

    /// Whether two pixels go into a byte.
    pub(super) fn has_nibbles(&self) -> bool {
        self.palette.len() <= 16
    }

    /// Its rows as a PNG file has them.
    pub(super) fn bytes(&self) -> Vec<u8> {
        if !self.has_nibbles() {
            return self.pixels.clone();
        }
        self.pixels
            .chunks(self.width as usize)
            .flat_map(|row| row.chunks(2))
            .map(|pair| match pair {
                [left, right] => left << 4 | right,
                [left] => left << 4,
                _ => 0,
            })
            .collect()
    }
}

fn key(pixel: [u8; 3]) -> [u8; 3] {
    pixel.map(|part| part >> (8 - BITS))
}

/// Parts the colours until there are `most` parts, or none that could be parted.
fn parted(all: Vec<Bin>, most: usize) -> Vec<Vec<Bin>> {
    let mut boxes = vec![all];
    while boxes.len() < most {
        let worst = boxes
            .iter()
            .enumerate()
            .filter(|(_, bins)| bins.len() > 1)
            // The first of those that differ alike, so that the order of the parts decides.
            .max_by_key(|(at, bins)| (widest(bins).1, usize::MAX - at))
            .map(|(at, _)| at);
        let Some(worst) = worst else { break };
        let mut low = boxes.swap_remove(worst);
        let high = cut(&mut low);
        boxes.push(low);
        boxes.push(high);
    }
    boxes
}

/// The channel in which the pixels of a part differ the most, and by how much in all.
fn widest(bins: &[Bin]) -> (usize, u64) {
    let pixels: u64 = bins.iter().map(|bin| bin.pixels).sum();
    (0..3)
        .map(|channel| {
            let mean = bins.iter().map(|bin| bin.sum[channel]).sum::<u64>() / pixels.max(1);
            let spread = bins
                .iter()
                .map(|bin| {
                    let here = bin.sum[channel] / bin.pixels.max(1);
                    here.abs_diff(mean).pow(2) * bin.pixels
                })
                .sum();
            (channel, spread)
        })
        .max_by_key(|(channel, spread)| (*spread, 3 - channel))
        .unwrap_or_default()
}

/// Cuts a part in two at the mean of its widest channel; what lies above goes.
fn cut(bins: &mut Vec<Bin>) -> Vec<Bin> {
    let (channel, _) = widest(bins);
    bins.sort_by_key(|bin| (bin.sum[channel] / bin.pixels.max(1), bin.key));
    let pixels: u64 = bins.iter().map(|bin| bin.pixels).sum();
    let mean = bins.iter().map(|bin| bin.sum[channel]).sum::<u64>() / pixels.max(1);
    let below = bins
        .iter()
        .take_while(|bin| bin.sum[channel] / bin.pixels.max(1) <= mean)
        .count();
    bins.split_off(below.clamp(1, bins.len() - 1))
}

/// The colour of a part: that of its flat areas, if it has one, so that they keep their colour exactly; else the mean.
fn commonest(bins: &[Bin]) -> [u8; 3] {
    let pixels: u64 = bins.iter().map(|bin| bin.pixels).sum();
    let flat = bins
        .iter()
        .max_by_key(|bin| bin.pixels)
        .filter(|bin| bin.pixels * 2 > pixels);
    let (sum, count) = match flat {
        Some(bin) => (bin.sum, bin.pixels),
        None => (
            [0, 1, 2].map(|channel| bins.iter().map(|bin| bin.sum[channel]).sum()),
            pixels,
        ),
    };
    let half = count / 2;
    sum.map(|sum| ((sum + half) / count.max(1)) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn picture(width: u32, pixels: Vec<[u8; 3]>) -> Drawn {
        Drawn {
            width,
            height: pixels.len() as u32 / width,
            pixels,
        }
    }

    #[test]
    fn a_few_flat_colours_stay_what_they_are() {
        let colours = [[255, 255, 255], [31, 61, 92], [165, 20, 43]];
        let pixels: Vec<_> = colours.iter().copied().cycle().take(30).collect();
        let indexed = Indexed::of(&picture(10, pixels.clone()), 16);
        let back: Vec<_> = indexed
            .pixels
            .iter()
            .map(|&number| indexed.palette[usize::from(number)])
            .collect();
        assert_eq!(back, pixels);
    }

    #[test]
    fn two_pixels_share_a_byte_and_rows_begin_anew() {
        let (black, white) = ([0; 3], [255; 3]);
        let indexed = Indexed::of(
            &picture(3, vec![black, white, black, white, white, black]),
            2,
        );
        let number = |colour| {
            let at = indexed.palette.iter().position(|known| *known == colour);
            at.expect("a colour") as u8
        };
        let (b, w) = (number(black), number(white));
        assert_eq!(
            indexed.bytes(),
            [b << 4 | w, b << 4, w << 4 | w, b << 4]
        );
    }

    proptest! {
        #[test]
        fn no_palette_is_larger_than_allowed(
            pixels in prop::collection::vec(any::<[u8; 3]>(), 1..400),
            most in 1_usize..=256,
        ) {
            let indexed = Indexed::of(&picture(1, pixels), most);
            prop_assert!((1..=most).contains(&indexed.palette.len()));
            prop_assert!(indexed.pixels.iter().all(|&number| usize::from(number) < indexed.palette.len()));
        }
    }
}
