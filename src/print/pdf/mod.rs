//! PDF: from a scene to the bytes of a file.
//!
//! Comes in: a [`Scene`](crate::print::scene::Scene), pages of drawn items that each say what they mean. Goes out: a
//! PDF 1.7 that a screen reader can read (PDF/UA-1, ISO 14289-1) and an archive can keep (PDF/A-2a, ISO 19005-2), and
//! whose bytes depend on nothing but the scene. One for a print shop is for the press and for screen readers, not for archives.
//!
//! A tagged PDF says everything twice. The *content stream* of a page says where each glyph and line stands; it is
//! cut into numbered stretches of marked content. The *structure tree* says what there is to read, in its order, and
//! points at those numbers. This room is built along that line:
//!
//! 1. `fonts` goes over all pages, and makes one subset of each face with what its glyphs mean;
//! 2. `content` writes each page as operators of printpdf, with `colours` for paints and inks, and notes which part each stretch
//!    belongs to;
//! 3. `structure` joins the parts of the scene and those stretches to the tree, if `rules` allow;
//! 4. `links`, `places`, `pictures`, `stamps`, `outline`, `metadata` and `colour_profile` add what stands around the pages;
//! 5. `operators` writes the pages as bytes, and `file` packs it all and names the file after its own content; both by `syntax`.
//!
//! Pages are drawn with printpdf's operators, and nothing else is taken from it: what it says about a whole document (fonts,
//! boxes, annotations, metadata, identifiers) isn't lawful under either standard, so lopdf's objects carry all of that.
//! `docs/pdf-ua.md` goes through the standard clause by clause.

mod colour_profile;
mod colours;
mod content;
mod error;
mod file;
mod fonts;
mod links;
mod meanings;
mod metadata;
mod numbers;
mod operators;
mod outline;
mod pictures;
mod places;
mod rules;
mod shapes;
mod stamps;
mod structure;
mod syntax;
mod text;
mod write;

pub use error::PdfError;
pub use write::write;
