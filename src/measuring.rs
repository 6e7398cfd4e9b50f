//! Doors for measurements: steps that nothing outside of the program asks for by themselves.
//!
//! `benches/parts.rs` goes through them. Nothing else calls this.

use crate::diagnostic::{FileId, Span};
use crate::print::text::{Fonts, Manner, Style, Typesetter, Wording};

/// Sets a paragraph of reading text, and says how many lines it has. `language` is a BCP 47 tag, and `width` the measure in ems.
/// Fonts keep what they shaped: a text that they know is only broken into lines.
pub fn paragraph(fonts: &Fonts, text: &str, language: &str, width: f32) -> usize {
    let nowhere = Span::new(FileId(0), 0..0);
    let mut typesetter = Typesetter::new(fonts, language);
    let paragraph = typesetter.paragraph(&Wording::new(text, Style::Regular), nowhere);
    paragraph.lines(width, Manner::Ragged).len()
}
