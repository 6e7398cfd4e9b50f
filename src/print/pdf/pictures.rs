//! Pictures of pixels, each once in the file however often it is shown.

use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::error::PdfError;
use crate::print::scene::{Drawing, Halftone, Pixels, Plates, Raster, Scene};

/// All pictures of a document, each once.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    pictures: Vec<Shown>,
}

/// The pixels of a picture.
#[derive(Debug)]
enum Shown {
    /// In red, green and blue.
    Light(Arc<Pixels>),
    /// In the inks of a print shop.
    Ink(Arc<Plates>),
}

impl Pictures {
    /// Goes over all pictures of a scene.
    pub(super) fn of(scene: &Scene) -> Result<Self, PdfError> {
        let mut pictures = Pictures::default();
        for (page, number) in scene.pages.iter().zip(1..) {
            for item in &page.items {
                let (is_whole, found, shown) = match &item.drawing {
                    Drawing::Raster(Raster { pixels, .. }) => (
                        is_whole(pixels),
                        pictures.find(pixels),
                        Shown::Light(Arc::clone(pixels)),
                    ),
                    Drawing::Halftone(Halftone { plates, .. }) => (
                        are_whole(plates),
                        pictures.find_plates(plates),
                        Shown::Ink(Arc::clone(plates)),
                    ),
                    Drawing::Glyphs(_) | Drawing::Shape(_) => continue,
                };
                if !is_whole {
                    return Err(PdfError::Pixels { page: number });
                }
                if found.is_none() {
                    pictures.pictures.push(shown);
                }
            }
        }
        Ok(pictures)
    }

    /// The place of a picture among all.
    pub(super) fn find(&self, pixels: &Arc<Pixels>) -> Option<usize> {
        self.pictures.iter().position(|known| match known {
            Shown::Light(known) => Arc::ptr_eq(known, pixels) || known == pixels,
            Shown::Ink(_) => false,
        })
    }

    /// The place of a picture in inks among all.
    pub(super) fn find_plates(&self, plates: &Arc<Plates>) -> Option<usize> {
        self.pictures.iter().position(|known| match known {
            Shown::Ink(known) => Arc::ptr_eq(known, plates) || known == plates,
            Shown::Light(_) => false,
        })
    }

    /// Embeds all pictures, and gives the dictionary that pages find them in.
    pub(super) fn embed(&self, document: &mut Document) -> Dictionary {
        let mut names = Dictionary::new();
        for (place, shown) in self.pictures.iter().enumerate() {
            let object = match shown {
                Shown::Light(pixels) => embed(pixels, document),
                Shown::Ink(plates) => embed_plates(plates, document),
            };
            names.set(name(place), object);
        }
        names
    }
}

/// The name under which pages know the picture at this place.
pub(super) fn name(place: usize) -> String {
    format!("P{place}")
}

fn is_whole(pixels: &Pixels) -> bool {
    let count = u64::from(pixels.width) * u64::from(pixels.height);
    count > 0
        && pixels.rgb.len() as u64 == count * 3
        && pixels
            .alpha
            .as_ref()
            .is_none_or(|alpha| alpha.len() as u64 == count)
}

fn are_whole(plates: &Plates) -> bool {
    let count = u64::from(plates.width) * u64::from(plates.height);
    count > 0
        && plates.inks.len() as u64 == count * 4
        && plates
            .bare
            .as_ref()
            .is_none_or(|bare| bare.len() as u64 == count)
}

fn embed(pixels: &Pixels, document: &mut Document) -> ObjectId {
    let size = (pixels.width, pixels.height);
    let mut colours = image(size, "DeviceRGB", 3, &pixels.rgb);
    if let Some(alpha) = &pixels.alpha {
        let mask = document.add_object(image(size, "DeviceGray", 1, alpha));
        colours.dict.set("SMask", mask);
    }
    document.add_object(colours)
}

fn embed_plates(plates: &Plates, document: &mut Document) -> ObjectId {
    let mut inks = image((plates.width, plates.height), "DeviceCMYK", 4, &plates.inks);
    if let Some(bare) = &plates.bare {
        let mask = document.add_object(stencil(plates.width, bare));
        inks.dict.set("Mask", mask);
    }
    document.add_object(inks)
}

/// A mask of one bit for each pixel: 1 where nothing is painted (ISO 32000-1 §8.9.6.3). Unlike one of many shades it is no
/// transparency, and any press knows it.
fn stencil(width: u32, bare: &[bool]) -> Stream {
    let row = (width as usize).max(1);
    let bits = bare.chunks(row).flat_map(|row| {
        row.chunks(8).map(|eight| {
            eight
                .iter()
                .zip([128_u8, 64, 32, 16, 8, 4, 2, 1])
                .filter(|(bare, _)| **bare)
                .map(|(_, bit)| bit)
                .sum::<u8>()
        })
    });
    let dictionary = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => width,
        "Height" => Object::Integer((bare.len() / row) as i64),
        "ImageMask" => true,
        "BitsPerComponent" => 1,
    };
    Stream::new(dictionary, bits.collect())
}

fn image((width, height): (u32, u32), space: &str, samples: usize, bytes: &[u8]) -> Stream {
    let row = width as usize * samples;
    let dictionary = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => width,
        "Height" => height,
        "ColorSpace" => space,
        "BitsPerComponent" => 8,
        "DecodeParms" => dictionary! {
            "Predictor" => 15,
            "Colors" => Object::Integer(samples as i64),
            "Columns" => width,
        },
    };
    Stream::new(dictionary, predicted(bytes, row, samples))
}

/// The bytes as differences from their neighbours, which pack far better: for each row whichever of the methods of PNG
/// leaves the least (PNG specification §12.8; ISO 32000-1 §7.4.4.4).
fn predicted(bytes: &[u8], row: usize, samples: usize) -> Vec<u8> {
    let mut packed = Vec::with_capacity(bytes.len() + bytes.len() / row.max(1));
    let blank = vec![0; row];
    let mut above: &[u8] = &blank;
    let mut trial = Vec::with_capacity(row);
    let mut best = Vec::with_capacity(row);
    for line in bytes.chunks_exact(row.max(1)) {
        let mut least = u64::MAX;
        let mut chosen = 0;
        for method in [0_u8, 1, 2, 4] {
            trial.clear();
            trial.extend(line.iter().enumerate().map(|(place, &byte)| {
                let left = place.checked_sub(samples);
                let left_of = |row: &[u8]| left.map_or(0, |left| row[left]);
                let expected = match method {
                    1 => left_of(line),
                    2 => above[place],
                    4 => paeth(left_of(line), above[place], left_of(above)),
                    _ => 0,
                };
                byte.wrapping_sub(expected)
            }));
            let rest = trial
                .iter()
                .map(|&byte| u64::from(byte.cast_signed().unsigned_abs()))
                .sum();
            if rest < least {
                least = rest;
                chosen = method;
                std::mem::swap(&mut trial, &mut best);
            }
        }
        packed.push(chosen);
        packed.extend_from_slice(&best);
        above = line;
    }
    packed
}

/// Of the three neighbours the one nearest to left + above − corner (PNG specification §9.4).
fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(above) - i16::from(corner);
    let distance = |neighbour: u8| (guess - i16::from(neighbour)).abs();
    if distance(left) <= distance(above) && distance(left) <= distance(corner) {
        left
    } else if distance(above) <= distance(corner) {
        above
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stencil_has_a_bit_for_each_pixel_and_rows_begin_anew() {
        let mut bare = vec![false; 20];
        for at in [0, 9, 11] {
            bare[at] = true;
        }
        let stencil = stencil(10, &bare);
        assert_eq!(stencil.content, [0b1000_0000, 0b0100_0000, 0b0100_0000, 0]);
        assert_eq!(stencil.dict.get(b"Height").unwrap().as_i64().unwrap(), 2);
    }

    #[test]
    fn rows_come_back_from_their_differences() {
        let bytes: Vec<u8> = (0..240_u32)
            .map(|place| (place * place % 251) as u8)
            .collect();
        let (row, samples) = (24, 3);
        let packed = predicted(&bytes, row, samples);
        let mut back: Vec<u8> = Vec::new();
        for line in packed.chunks(row + 1) {
            let start = back.len();
            for (place, &byte) in line[1..].iter().enumerate() {
                let left = if place >= samples {
                    back[start + place - samples]
                } else {
                    0
                };
                let above = if start >= row {
                    back[start + place - row]
                } else {
                    0
                };
                let corner = if start >= row && place >= samples {
                    back[start + place - row - samples]
                } else {
                    0
                };
                let expected = match line[0] {
                    1 => left,
                    2 => above,
                    4 => paeth(left, above, corner),
                    _ => 0,
                };
                back.push(byte.wrapping_add(expected));
            }
        }
        assert_eq!(back, bytes);
    }
}
