//! The file as bytes: packed streams, text strings, boxes, and the name that the file gives itself.
//!
//! lopdf holds the objects of a document; they are written here, and not by it, because it writes every one three times over,
//! and leaves the list of their places unpacked, a twelfth of a handbook.

use libdeflater::{CompressionLvl, Compressor};
use lopdf::{Document, Object, ObjectId, Stream, StringFormat, dictionary};
use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, ParallelIterator as _};
use sha2::{Digest, Sha256};

use super::error::PdfError;
use super::numbers::coarse;
use super::syntax;
use crate::print::scene::{Frame, Scene};

/// How hard to pack what is in one file only, from 1 to 12. At 6 a file is one part in fifty smaller, and packing takes twice the time.
const EFFORT: i32 = 1;
/// How hard to pack what goes into many files.
const EFFORT_FOR_MANY: i32 = 6;
/// What is shorter, in bytes, is left as it is: to pack it would save next to nothing.
const SHORT: usize = 64;
/// How many objects share a stream. More pack better; readers must unpack all to reach one.
const OBJECTS_IN_A_STREAM: usize = 200;
/// How many streams one thread packs at least, so that a poster has one packer: its tables cost as much as several small streams.
const STREAMS_AT_ONCE: usize = 16;
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

/// Packs what is to go into many files.
pub(super) fn pack(bytes: &[u8]) -> Result<Vec<u8>, PdfError> {
    Packer::with(EFFORT_FOR_MANY).pack(bytes)
}

/// Packs bytes with one set of tables: making those anew each time would cost as much as packing.
struct Packer(Compressor);

impl Packer {
    fn new() -> Self {
        Self::with(EFFORT)
    }

    fn with(effort: i32) -> Self {
        Self(Compressor::new(
            CompressionLvl::new(effort).unwrap_or_default(),
        ))
    }

    fn pack(&mut self, bytes: &[u8]) -> Result<Vec<u8>, PdfError> {
        let mut packed = vec![0; self.0.zlib_compress_bound(bytes.len())];
        let length = self
            .0
            .zlib_compress(bytes, &mut packed)
            .map_err(|_| PdfError::Assembly("a stream can't be packed".to_owned()))?;
        packed.truncate(length);
        Ok(packed)
    }

    /// A stream with packed content.
    fn stream(&mut self, mut stream: Stream) -> Result<Object, PdfError> {
        // What is prepared for packing, row by row, can't be read without it.
        let is_prepared = stream.dict.has(b"DecodeParms");
        let is_long = stream.content.len() >= SHORT;
        if stream.allows_compression && (is_long || is_prepared) {
            let content = self.pack(&stream.content)?;
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(content);
        }
        Ok(stream.into())
    }
}

/// Objects as they will stand in the file, one after the other.
#[derive(Debug, Default)]
pub(super) struct Written {
    bytes: Vec<u8>,
    /// Each with where it ends.
    objects: Vec<(ObjectId, usize)>,
}

impl Written {
    /// Adds an object, which this writes.
    pub(super) fn add(&mut self, object: ObjectId, write: impl FnOnce(&mut Vec<u8>)) {
        write(&mut self.bytes);
        // Or two numbers would be one.
        self.bytes.push(b' ');
        self.objects.push((object, self.bytes.len()));
    }

    /// All objects, so many at a time.
    fn shares(&self) -> impl Iterator<Item = Share<'_>> {
        let mut start = 0;
        self.objects
            .chunks(OBJECTS_IN_A_STREAM)
            .map(move |objects| {
                let end = objects.last().map_or(start, |&(_, end)| end);
                let share = Share {
                    objects,
                    start,
                    bytes: &self.bytes[start..end],
                };
                start = end;
                share
            })
    }
}

/// Objects that share a stream.
#[derive(Debug, Clone, Copy)]
struct Share<'a> {
    objects: &'a [(ObjectId, usize)],
    /// Where the first begins, by the same measure as their ends.
    start: usize,
    bytes: &'a [u8],
}

impl Share<'_> {
    /// The stream: a list of their numbers and where each begins, and then they themselves (ISO 32000-1 §7.5.7).
    fn stream(self) -> Stream {
        let mut list = Vec::with_capacity(self.objects.len() * 12 + self.bytes.len());
        let mut begins = self.start;
        for &((number, _), end) in self.objects {
            syntax::integer(i64::from(number), &mut list);
            list.push(b' ');
            syntax::integer((begins - self.start) as i64, &mut list);
            list.push(b' ');
            begins = end;
        }
        let dictionary = dictionary! {
            "Type" => "ObjStm",
            "N" => Object::Integer(self.objects.len() as i64),
            "First" => Object::Integer(list.len() as i64),
        };
        list.extend(self.bytes);
        Stream::new(dictionary, list)
    }
}

/// Where an object is found.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// Nowhere: its number isn't used.
    Nowhere,
    /// From this byte of the file.
    Byte(usize),
    /// In this stream, as one of several.
    Shared { stream: usize, index: usize },
}

/// A file while it is put together.
struct File {
    bytes: Vec<u8>,
    packer: Packer,
    /// By the numbers of objects.
    places: Vec<Place>,
}

impl File {
    /// Writes an object that stands by itself.
    fn add(&mut self, number: usize, object: &Object) {
        self.places[number] = Place::Byte(self.bytes.len());
        syntax::integer(number as i64, &mut self.bytes);
        self.bytes.extend(b" 0 obj\n");
        syntax::object(object, &mut self.bytes);
        self.bytes.extend(b"\nendobj\n");
    }

    /// Writes a stream that objects share, under the next number.
    fn add_shared(&mut self, objects: &[(ObjectId, usize)], shared: &Object) {
        let stream = self.places.len();
        self.places.push(Place::Nowhere);
        for (index, &((number, _), _)) in objects.iter().enumerate() {
            self.places[number as usize] = Place::Shared { stream, index };
        }
        self.add(stream, shared);
    }

    /// Writes the list of all places, which is the end of the file (ISO 32000-1 §7.5.8). With it the file names itself: by the hash
    /// of all that comes before, so the same content has the same name everywhere.
    fn end(mut self, root: Object, information: Object) -> Result<Vec<u8>, PdfError> {
        let start = self.bytes.len();
        let own = self.places.len();
        self.places.push(Place::Byte(start));
        let rows = rows(&self.places);
        let hash = Sha256::digest(&self.bytes);
        let name = Object::String(
            hash.iter().copied().take(NAME).collect(),
            StringFormat::Hexadecimal,
        );
        let widths = WIDTHS.map(|width| Object::Integer(width as i64));
        let dictionary = dictionary! {
            "Type" => "XRef",
            "Size" => Object::Integer(self.places.len() as i64),
            "W" => widths.to_vec(),
            "Root" => root,
            "Info" => information,
            "ID" => vec![name.clone(), name],
            // Each row as the difference from the one above it.
            "DecodeParms" => dictionary! { "Predictor" => 12, "Columns" => Object::Integer(ROW as i64) },
        };
        let object = self.packer.stream(Stream::new(dictionary, rows))?;
        self.add(own, &object);
        self.bytes.extend(b"startxref\n");
        syntax::integer(start as i64, &mut self.bytes);
        self.bytes.extend(b"\n%%EOF");
        Ok(self.bytes)
    }
}

/// The bytes of the three numbers that say where an object is: what kind of place, where, and which of several.
const WIDTHS: [usize; 3] = [1, 4, 2];
/// The bytes of all three.
const ROW: usize = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];

/// The list of places in rows, each as the difference from the one above it, which packs to next to nothing.
fn rows(places: &[Place]) -> Vec<u8> {
    /// The method of PNG that takes the row above (PNG specification §9.2).
    const UP: u8 = 2;
    let mut rows = Vec::with_capacity(places.len() * (ROW + 1));
    let mut above = [0_u8; ROW];
    for (number, place) in places.iter().enumerate() {
        let (kind, at, index) = match *place {
            // The first number is never used, and heads the list of those that aren't.
            Place::Nowhere if number == 0 => (0, 0, u16::MAX),
            Place::Nowhere => (0, 0, 0),
            Place::Byte(byte) => (1, byte, 0),
            Place::Shared { stream, index } => (2, stream, index as u16),
        };
        let mut row = [0_u8; ROW];
        row[0] = kind;
        row[1..5].copy_from_slice(&(at as u32).to_be_bytes());
        row[5..].copy_from_slice(&index.to_be_bytes());
        rows.push(UP);
        rows.extend(
            row.iter()
                .zip(above)
                .map(|(byte, above)| byte.wrapping_sub(above)),
        );
        above = row;
    }
    rows
}

/// The bytes of a document, whose catalogue and information are those. Some of its objects are written already.
pub(super) fn bytes(
    document: Document,
    mut written: Written,
    root: ObjectId,
    information: ObjectId,
) -> Result<Vec<u8>, PdfError> {
    let max_id = document.max_id;
    let mut numbers = Vec::new();
    let mut streams = Vec::new();
    for (id, object) in document.objects {
        match object {
            Object::Stream(stream) => {
                numbers.push(id);
                streams.push(stream);
            }
            other => written.add(id, |out| syntax::object(&other, out)),
        }
    }
    streams.extend(written.shares().map(Share::stream));
    let packed: Vec<Result<Object, PdfError>> = streams
        .into_par_iter()
        .with_min_len(STREAMS_AT_ONCE)
        .map_init(Packer::new, Packer::stream)
        .collect();
    let mut packed = packed.into_iter();

    let mut file = File {
        bytes: Vec::with_capacity(64 * 1024),
        packer: Packer::new(),
        places: vec![Place::Nowhere; max_id as usize + 1],
    };
    file.bytes.extend(b"%PDF-1.7\n%");
    // Four bytes that no text has, so that nothing on the way takes the file for text (ISO 19005-2 §6.1.2).
    file.bytes.extend([0xBB, 0xAD, 0xC0, 0xDE, b'\n']);
    for (id, packed) in numbers.into_iter().zip(&mut packed) {
        file.add(id.0 as usize, &packed?);
    }
    for (share, packed) in written.shares().zip(packed) {
        file.add_shared(share.objects, &packed?);
    }
    file.end(root.into(), information.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let mut document = Document::with_version("1.7");
        let root = document.add_object(dictionary! { "Type" => "Catalog" });
        let unused = document.new_object_id();
        let stream = document.add_object(Stream::new(dictionary! {}, b"some words".repeat(9)));
        let information = document.add_object(dictionary! { "Title" => text("Łódź") });
        // More than one stream holds.
        let many: Vec<ObjectId> = (0..2 * OBJECTS_IN_A_STREAM)
            .map(|number| document.add_object(Object::Integer(number as i64)))
            .collect();
        let written =
            bytes(document, Written::default(), root, information).expect("it can be written");

        let read = Document::load_mem(&written).expect("it can be read");
        assert_eq!(read.trailer.get(b"Root").unwrap(), &Object::from(root));
        let plain = read.get_object(stream).unwrap().as_stream().unwrap();
        assert_eq!(plain.get_plain_content().unwrap(), b"some words".repeat(9));
        let title = read.get_dictionary(information).unwrap();
        assert_eq!(title.get(b"Title").unwrap(), &text("Łódź"));
        for (number, id) in many.into_iter().enumerate() {
            assert_eq!(
                read.get_object(id).unwrap(),
                &Object::Integer(number as i64)
            );
        }
        assert!(read.get_object(unused).is_err());
    }

    #[test]
    fn a_file_is_named_by_its_content() {
        let written = |title: &str| {
            let mut document = Document::with_version("1.7");
            let root = document.add_object(dictionary! { "Type" => "Catalog" });
            let information = document.add_object(dictionary! { "Title" => text(title) });
            let bytes =
                bytes(document, Written::default(), root, information).expect("it can be written");
            let read = Document::load_mem(&bytes).expect("it can be read");
            read.trailer.get(b"ID").unwrap().clone()
        };
        assert_eq!(written("one"), written("one"));
        assert_ne!(written("one"), written("two"));
    }
}
