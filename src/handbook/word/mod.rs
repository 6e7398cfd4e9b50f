//! The handbook as a Word document (ISO/IEC 29500), to be edited and adapted.
//!
//! Everything has a style of its own kind, so that whoever takes it over changes a style and not two hundred paragraphs: titles and
//! headings, lists, captions, quotations, tables whose headings are repeated. The list of contents is a field; the language, the title and the
//! author are said; pictures have their words.
//!
//! 1. `body` writes the passages as paragraphs and tables, and gathers what they need: links, pictures, numbers of lists
//!    (`tables` and `runs` are parts of it);
//! 2. `styles` says how all of it looks, in the board's colour;
//! 3. `parts` holds what stands around: numbering, header and footer, properties;
//! 4. `pictures` makes of any picture one that Word can show;
//! 5. here it is packed. The bytes depend on the handbook alone.
//!
//! The XML is written directly: the bytes of libraries for it depend on counters of the process, and they know neither repeated rows of
//! tables nor words for pictures nor the language of a document.

mod body;
mod parts;
mod pictures;
mod runs;
mod styles;
mod tables;
mod xml;

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Handbook;
use crate::edition::Edition;
use crate::theme::Words;

use body::Body;

/// Writes the handbook as a Word document. `None` only if it were larger than an archive can be.
pub fn word(handbook: &Handbook<'_>, edition: &Edition, words: &Words) -> Option<Vec<u8>> {
    let body = Body::of(handbook, edition, words);
    packed(&parts::all(handbook, edition, words, body)).ok()
}

/// The archive. Every file gets the day on which the calendar of such archives begins.
fn packed(parts: &[(String, Vec<u8>)]) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
