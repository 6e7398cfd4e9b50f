//! The file as bytes: packed streams, text strings, boxes, and the name that the file gives itself.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, SaveOptions, Stream, StringFormat};
use sha2::{Digest, Sha256};

use super::error::PdfError;
use super::numbers::coarse;
use crate::print::scene::{Frame, Scene};

/// How hard to pack, from 0 to 9. Above 6 it takes twice the time for one byte in a hundred.
const EFFORT: u32 = 6;
/// How many objects share a stream. More pack better; readers must unpack all to reach one.
const OBJECTS_IN_A_STREAM: usize = 200;
/// How many bytes the file's name for itself has (ISO 32000-1 §14.4).
const NAME: usize = 16;

/// A packed stream.
pub(super) fn packed(mut dictionary: Dictionary, bytes: &[u8]) -> Stream {
    let mut encoder = ZlibEncoder::new(
        Vec::with_capacity(bytes.len() / 2),
        Compression::new(EFFORT),
    );
    // Writing to memory cannot fail; if it ever did, the bytes go in as they are.
    let done = encoder.write_all(bytes).and_then(|()| encoder.finish());
    let content = match done {
        Ok(packed) => {
            dictionary.set("Filter", "FlateDecode");
            packed
        }
        Err(_) => bytes.to_vec(),
    };
    Stream::new(dictionary, content).with_compression(false)
}

/// A string for people: ASCII as it is, all else in UTF-16 (ISO 32000-1 §7.9.2.2).
pub(super) fn text(text: &str) -> Object {
    lopdf::text_string(text)
}

/// A box as two corners, from the bottom of a page of this height.
pub(super) fn corners(frame: Frame, height: f32) -> Vec<Object> {
    vec![
        coarse(frame.x).into(),
        coarse(height - frame.y - frame.height).into(),
        coarse(frame.x + frame.width).into(),
        coarse(height - frame.y).into(),
    ]
}

/// Refuses a box on a page that isn't there, or that isn't made of numbers.
pub(super) fn check_frame(scene: &Scene, page: usize, frame: Frame) -> Result<(), PdfError> {
    let pages = scene.pages.len();
    if page >= pages {
        return Err(PdfError::NoSuchPage {
            page: page + 1,
            pages,
        });
    }
    let sides = [frame.x, frame.y, frame.width, frame.height];
    if sides.iter().all(|side| side.is_finite()) {
        Ok(())
    } else {
        Err(PdfError::NotFinite { page: page + 1 })
    }
}

/// The bytes of a document. Its `/ID` is made of all the others, so the same content has the same name everywhere.
pub(super) fn bytes(mut document: Document) -> Result<Vec<u8>, PdfError> {
    let blank = Object::String(vec![0; NAME], StringFormat::Hexadecimal);
    document
        .trailer
        .set("ID", Object::Array(vec![blank.clone(), blank]));
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(OBJECTS_IN_A_STREAM)
        .compression_level(EFFORT)
        .build();
    let mut bytes = Vec::with_capacity(64 * 1024);
    document
        .save_with_options(&mut bytes, options)
        .map_err(|error| PdfError::Assembly(error.to_string()))?;
    name_itself(&mut bytes)?;
    Ok(bytes)
}

/// Puts the hash of the file where the blank `/ID` stands. It stands near the end, unpacked.
fn name_itself(bytes: &mut [u8]) -> Result<(), PdfError> {
    let blank = format!("/ID[<{0}><{0}>]", "00".repeat(NAME)).into_bytes();
    let place = bytes
        .windows(blank.len())
        .rposition(|window| window == blank)
        .ok_or_else(|| PdfError::Assembly("the file came out without an ID".to_owned()))?;
    let hash = Sha256::digest(&*bytes);
    let mut digits = String::with_capacity(2 * NAME);
    for byte in hash.iter().take(NAME) {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02X}");
    }
    let name = format!("/ID[<{digits}><{digits}>]");
    bytes[place..place + name.len()].copy_from_slice(name.as_bytes());
    Ok(())
}
