//! Pictures of pixels, each once in the file however often it is shown.

use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::error::PdfError;
use crate::print::scene::{Drawing, Pixels, Scene};

/// All pictures of a document, each once.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    pictures: Vec<Arc<Pixels>>,
}

impl Pictures {
    /// Goes over all pictures of a scene.
    pub(super) fn of(scene: &Scene) -> Result<Self, PdfError> {
        let mut pictures = Pictures::default();
        for (page, number) in scene.pages.iter().zip(1..) {
            for item in &page.items {
                let Drawing::Raster(raster) = &item.drawing else {
                    continue;
                };
                if !is_whole(&raster.pixels) {
                    return Err(PdfError::Pixels { page: number });
                }
                if pictures.find(&raster.pixels).is_none() {
                    pictures.pictures.push(Arc::clone(&raster.pixels));
                }
            }
        }
        Ok(pictures)
    }

    /// The place of a picture among all.
    pub(super) fn find(&self, pixels: &Arc<Pixels>) -> Option<usize> {
        self.pictures
            .iter()
            .position(|known| Arc::ptr_eq(known, pixels) || known == pixels)
    }

    /// Embeds all pictures, and gives the dictionary that pages find them in.
    pub(super) fn embed(&self, document: &mut Document) -> Dictionary {
        let mut names = Dictionary::new();
        for (place, pixels) in self.pictures.iter().enumerate() {
            names.set(name(place), embed(pixels, document));
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

fn embed(pixels: &Pixels, document: &mut Document) -> ObjectId {
    let mut colours = image(pixels, "DeviceRGB", 3, &pixels.rgb);
    if let Some(alpha) = &pixels.alpha {
        let mask = document.add_object(image(pixels, "DeviceGray", 1, alpha));
        colours.dict.set("SMask", mask);
    }
    document.add_object(colours)
}

fn image(pixels: &Pixels, space: &str, samples: usize, bytes: &[u8]) -> Stream {
    let row = pixels.width as usize * samples;
    let dictionary = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => pixels.width,
        "Height" => pixels.height,
        "ColorSpace" => space,
        "BitsPerComponent" => 8,
        "DecodeParms" => dictionary! {
            "Predictor" => 15,
            "Colors" => Object::Integer(samples as i64),
            "Columns" => pixels.width,
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
