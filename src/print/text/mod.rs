//! Type: faces, shaping, lines.
//!
//! Comes in: words with their style. Goes out: lines of glyphs whose sizes are known.

mod face;

pub use face::Face;
