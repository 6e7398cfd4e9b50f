//! The file as bytes: packed streams, text strings, boxes, and the name that the file gives itself.

use std::fmt::Write as _;

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Document, Object, SaveOptions, StringFormat};
use sha2::{Digest, Sha256};

use super::error::PdfError;
use super::numbers::coarse;
use crate::print::scene::{Frame, Scene};

/// How hard to pack streams, from 0 to 9. Above 6 it takes twice the time for one byte in a hundred.
const EFFORT: u32 = 6;
/// How many objects share a stream. More pack better; readers must unpack all to reach one.
const OBJECTS_IN_A_STREAM: usize = 200;
/// How many bytes the file's name for itself has (ISO 32000-1 §14.4).
const NAME: usize = 16;

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

/// Packs all streams that may be, with one set of tables: making those anew each time would cost as much as packing.
fn pack(document: &mut Document) -> Result<(), PdfError> {
    let mut deflate = Compress::new(Compression::new(EFFORT), true);
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else {
            continue;
        };
        if !stream.allows_compression {
            continue;
        }
        deflate.reset();
        let length = stream.content.len();
        let mut packed = Vec::with_capacity(length + length / 8 + 128);
        let done = deflate.compress_vec(&stream.content, &mut packed, FlushCompress::Finish);
        if !matches!(done, Ok(Status::StreamEnd)) {
            return Err(PdfError::Assembly("a stream can't be packed".to_owned()));
        }
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(packed);
    }
    Ok(())
}

/// The bytes of a document. Its `/ID` is made of all the others, so the same content has the same name everywhere.
pub(super) fn bytes(mut document: Document) -> Result<Vec<u8>, PdfError> {
    pack(&mut document)?;
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
