//! Type: faces, shaping, lines.
//!
//! Comes in: [`Fonts`], those of a theme and before them those of an edition, and [`Wording`], text with its style, links and languages. A [`Typesetter`] shapes them once into a [`Paragraph`],
//! whose measures are in ems and so hold for every size. Goes out: the best [`Line`]s for a width, and their glyphs at their
//! places. The search for the largest type that fits asks the same paragraph again and again, and nothing is shaped twice.

mod breaking;
mod face;
mod font_file;
mod fonts;
mod hyphenation;
mod missing;
mod paragraph;
mod placing;
mod shaped;
mod typesetter;
mod wording;

pub use face::Face;
pub(in crate::print) use face::Subset;
pub use fonts::Fonts;

pub(crate) use breaking::{Line, Manner};
pub(crate) use font_file::Metrics;
pub(crate) use fonts::FontCase;
pub(crate) use hyphenation::can_hyphenate;
pub(crate) use missing::{MissingCharacter, missing_glyphs};
pub(crate) use paragraph::Paragraph;
pub(crate) use placing::{Pen, PlacedRun};
pub(crate) use typesetter::Typesetter;
pub(crate) use wording::{Direction, Link, Look, Style, Wording};
