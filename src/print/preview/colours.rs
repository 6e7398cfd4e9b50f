//! Few colours for many: the palette that a picture of a poster gets along with.
//!
//! A poster has a handful of flat colours, and between each two of them the shades at the edges of letters. Colours are counted
//! coarsely. Flat ones keep their own place in the palette, so that a pale ground doesn't become that of its neighbour. What places
//! are left go, one by one, to the colour that the palette so far shows worst: one that is far from all in it, on many pixels. How
//! far counts twice as much as how many, because a small mark of the wrong colour is seen, and one shade less at the edge of
//! letters is not. Then each colour is shown by the nearest one. All of it is done in whole numbers.

use super::Drawn;

/// So many of the highest bits of a colour's parts tell it from others when they are counted.
const BITS: usize = 6;
/// A colour is flat if more than one pixel in so many has it.
const FLAT: u64 = 250;
/// How many colours are told apart.
const KEYS: usize = 1 << (3 * BITS);

/// The colours of a picture, counted.
pub(super) struct Counted<'a> {
    picture: &'a Drawn,
    bins: Vec<Bin>,
}

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
    key: usize,
    /// The sum of their colours.
    sum: [u64; 3],
    pixels: u64,
}

impl<'a> Counted<'a> {
    /// Counts the colours of a picture.
    pub(super) fn of(picture: &'a Drawn) -> Self {
        let mut places: Vec<Option<usize>> = vec![None; KEYS];
        let mut bins: Vec<Bin> = Vec::new();
        for &[red, green, blue] in &picture.pixels {
            let key = key([red, green, blue]);
            let place = *places[key].get_or_insert_with(|| {
                bins.push(Bin {
                    key,
                    sum: [0; 3],
                    pixels: 0,
                });
                bins.len() - 1
            });
            let bin = &mut bins[place];
            bin.sum[0] += u64::from(red);
            bin.sum[1] += u64::from(green);
            bin.sum[2] += u64::from(blue);
            bin.pixels += 1;
        }
        bins.sort_by_key(|bin| bin.key);
        Self { picture, bins }
    }

    /// The picture in at most so many colours, up to 256.
    pub(super) fn in_colours(&self, most: usize) -> Indexed {
        let palette = self.palette(most.clamp(1, 256));
        let mut numbers = vec![0; KEYS];
        for bin in &self.bins {
            numbers[bin.key] = nearest(bin.colour(), &palette);
        }
        let pixels = &self.picture.pixels;
        Indexed {
            width: self.picture.width,
            height: self.picture.height,
            palette,
            pixels: pixels.iter().map(|&pixel| numbers[key(pixel)]).collect(),
        }
    }
}

impl Counted<'_> {
    fn palette(&self, most: usize) -> Vec<[u8; 3]> {
        let enough = self.picture.pixels.len() as u64 / FLAT;
        let (mut flat, mut others): (Vec<Bin>, Vec<Bin>) =
            self.bins.iter().partition(|bin| bin.pixels > enough);
        flat.sort_by_key(|bin| (std::cmp::Reverse(bin.pixels), bin.key));
        // Letters need shades, too.
        let most_flat = flat.len().min((most * 2).div_ceil(3));
        others.extend(flat.split_off(most_flat));
        let mut palette: Vec<[u8; 3]> = flat.iter().map(Bin::colour).collect();
        others.sort_by_key(|bin| bin.key);
        let mut others: Vec<Unshown> = others
            .iter()
            .map(|bin| Unshown::new(bin, &palette))
            .collect();
        while palette.len() < most {
            // Of those that are shown as badly, the first.
            let worst = others
                .iter()
                .max_by_key(|unshown| (unshown.fault(), std::cmp::Reverse(unshown.key)));
            let Some(worst) = worst.filter(|worst| worst.fault() > 0) else {
                break;
            };
            let colour = worst.colour;
            palette.push(colour);
            for unshown in &mut others {
                unshown.take(colour);
            }
        }
        palette
    }
}

/// A colour that has no place in the palette so far.
struct Unshown {
    key: usize,
    colour: [u8; 3],
    pixels: u64,
    /// The square of how far it is from the nearest colour of the palette.
    distance: u64,
}

impl Unshown {
    fn new(bin: &Bin, palette: &[[u8; 3]]) -> Self {
        /// Farther than any two colours are.
        const FAR: u64 = 3 * 256 * 256;
        let mut unshown = Self {
            key: bin.key,
            colour: bin.colour(),
            pixels: bin.pixels,
            distance: FAR,
        };
        for &colour in palette {
            unshown.take(colour);
        }
        unshown
    }

    /// Takes notice of a colour that the palette has.
    fn take(&mut self, colour: [u8; 3]) {
        self.distance = self.distance.min(distance(self.colour, colour).into());
    }

    /// How badly it is shown.
    fn fault(&self) -> u64 {
        self.pixels * self.distance * self.distance
    }
}

impl Bin {
    /// The mean of its colours.
    fn colour(&self) -> [u8; 3] {
        let pixels = self.pixels.max(1);
        self.sum.map(|sum| ((sum + pixels / 2) / pixels) as u8)
    }
}

impl Indexed {
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

fn key([red, green, blue]: [u8; 3]) -> usize {
    let coarse = |part: u8| usize::from(part) >> (8 - BITS);
    (coarse(red) << (2 * BITS)) | (coarse(green) << BITS) | coarse(blue)
}

/// The number of the colour of a palette that is nearest to this one.
fn nearest(colour: [u8; 3], palette: &[[u8; 3]]) -> u8 {
    palette
        .iter()
        .zip(0..=u8::MAX)
        .min_by_key(|(other, _)| distance(colour, **other))
        .map_or(0, |(_, number)| number)
}

/// The square of how far two colours are from one another.
fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    let parts = one.iter().zip(other);
    parts.map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
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
        let picture = picture(10, pixels.clone());
        let indexed = Counted::of(&picture).in_colours(16);
        let back: Vec<_> = indexed
            .pixels
            .iter()
            .map(|&number| indexed.palette[usize::from(number)])
            .collect();
        assert_eq!(back, pixels);
    }

    #[test]
    fn a_small_mark_keeps_its_colour_among_many_shades() {
        // A page with grounds of three colours, letters in all shades between black and white, and a few brown pixels.
        let (white, red, yellow, brown) = ([255; 3], [184, 18, 31], [247, 181, 0], [143, 90, 0]);
        let mut pixels: Vec<[u8; 3]> = Vec::new();
        for (colour, count) in [
            (white, 60_000),
            (red, 20_000),
            (yellow, 20_000),
            (brown, 250),
        ] {
            pixels.resize(pixels.len() + count, colour);
        }
        for shade in 0..=255_u8 {
            for tint in 0..4_u8 {
                let one = [
                    shade,
                    shade.saturating_add(tint * 3),
                    shade.saturating_sub(tint * 3),
                ];
                pixels.resize(pixels.len() + 40, one);
            }
        }
        pixels.truncate(pixels.len() / 100 * 100);
        let picture = picture(100, pixels);
        let indexed = Counted::of(&picture).in_colours(16);
        let shown = indexed.palette[usize::from(nearest(brown, &indexed.palette))];
        assert!(distance(shown, brown) < 100, "{shown:?}");
    }

    #[test]
    fn two_pixels_share_a_byte_and_rows_begin_anew() {
        let (black, white) = ([0; 3], [255; 3]);
        let picture = picture(3, vec![black, white, black, white, white, black]);
        let indexed = Counted::of(&picture).in_colours(2);
        let number = |colour| {
            let at = indexed.palette.iter().position(|known| *known == colour);
            at.expect("a colour") as u8
        };
        let (b, w) = (number(black), number(white));
        assert_eq!(indexed.bytes(), [b << 4 | w, b << 4, w << 4 | w, b << 4]);
    }

    proptest! {
        #[test]
        fn no_palette_is_larger_than_allowed(
            pixels in prop::collection::vec(any::<[u8; 3]>(), 1..400),
            most in 1_usize..=256,
        ) {
            let picture = picture(1, pixels);
            let indexed = Counted::of(&picture).in_colours(most);
            prop_assert!((1..=most).contains(&indexed.palette.len()));
            prop_assert!(indexed.pixels.iter().all(|&number| usize::from(number) < indexed.palette.len()));
        }
    }
}
