//! A font file at hand, with what has been cut out of it.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// One face of a font family: a TrueType or OpenType file and the place of the face in it.
pub struct Face {
    /// Its PostScript name: `SourceSans3-Bold`.
    pub name: String,
    /// The bytes of the file.
    pub data: Arc<[u8]>,
    /// The place in a collection; 0 in a file of one face.
    pub index: u32,
    subsets: Mutex<HashMap<Vec<u16>, Arc<Subset>>>,
}

/// A face reduced to some of its glyphs, as a PDF takes it in.
#[derive(Debug)]
pub(in crate::print) struct Subset {
    /// Six capitals that tell it from other subsets of the face (ISO 32000-1 §9.6.4).
    pub(in crate::print) tag: String,
    /// The length of the file of TrueType outlines before it was packed, in bytes; `None` for PostScript outlines.
    pub(in crate::print) true_type: Option<usize>,
    /// The bytes, packed.
    pub(in crate::print) packed: Vec<u8>,
}

impl Face {
    /// How many subsets are kept. Posters of one channel mostly share theirs over all editions; where there are more, those made
    /// so far are forgotten, so that a build of any length takes no more room.
    const SUBSETS: usize = 256;

    /// The one face of a file that has no others.
    pub fn new(name: String, data: Arc<[u8]>) -> Self {
        Self {
            name,
            data,
            index: 0,
            subsets: Mutex::default(),
        }
    }

    /// The subset of these glyphs, made by `make` unless it was made before. It must depend on the face and those glyphs alone.
    pub(in crate::print) fn subset<E>(
        &self,
        glyphs: Vec<u16>,
        make: impl FnOnce(&[u16]) -> Result<Subset, E>,
    ) -> Result<Arc<Subset>, E> {
        let known = || self.subsets.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(subset) = known().get(&glyphs) {
            return Ok(Arc::clone(subset));
        }
        // Others may go on meanwhile; at worst two make the same.
        let subset = Arc::new(make(&glyphs)?);
        let mut known = known();
        if known.len() >= Self::SUBSETS {
            known.clear();
        }
        known.insert(glyphs, Arc::clone(&subset));
        Ok(subset)
    }
}

/// What it is, and not what has been cut out of it so far: that depends on what else is at work.
impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Face")
            .field("name", &self.name)
            .field("index", &self.index)
            .finish_non_exhaustive()
    }
}

impl PartialEq for Face {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.index == other.index && self.data == other.data
    }
}

impl Eq for Face {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subset_is_made_once_and_not_too_many_are_kept() {
        let face = Face::new("Sample".to_owned(), Arc::from([]));
        let mut made = 0;
        let mut ask = |glyph: u16| {
            let subset: Result<_, ()> = face.subset(vec![glyph], |glyphs| {
                made += 1;
                Ok(Subset {
                    tag: format!("{glyphs:?}"),
                    true_type: None,
                    packed: Vec::new(),
                })
            });
            (subset.expect("it is made").tag.clone(), made)
        };
        let before = format!("{face:?}");
        assert_eq!(ask(7), ("[7]".to_owned(), 1));
        assert_eq!(format!("{face:?}"), before);
        assert_eq!(ask(7), ("[7]".to_owned(), 1));
        assert_eq!(ask(8), ("[8]".to_owned(), 2));
        for glyph in 0..=Face::SUBSETS as u16 {
            ask(1000 + glyph);
        }
        assert!(face.subsets.lock().expect("no panic").len() <= Face::SUBSETS);
    }
}
