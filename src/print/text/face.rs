//! A font file at hand.

use std::sync::Arc;

/// One face of a font family: a TrueType or OpenType file and the place of the face in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// Its PostScript name: `SourceSans3-Bold`.
    pub name: String,
    /// The bytes of the file.
    pub data: Arc<[u8]>,
    /// The place in a collection; 0 in a file of one face.
    pub index: u32,
}
