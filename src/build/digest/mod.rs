//! Digests: short marks of what an artifact is made from. Where two are equal, what is made from them is equal, too.
//!
//! They say nothing of places in files: a statement that moved three lines down makes the same poster as before. They say
//! nothing of days either.

mod edition;
mod scene;

pub(super) use edition::{of_edition, of_theme};
pub(super) use scene::of_scene;

use sha2::{Digest as _, Sha256};

use crate::print::scene::Glyph;

/// The mark of the program itself, made when it is compiled.
pub(super) const PROGRAM: &str = env!("NOTICEBOARD_MARK");

/// How many bytes of a digest are kept: 128 bits, so that no two things have the same by chance.
const KEPT: usize = 16;

/// Takes in what something is made from, piece by piece. Each piece brings its length or its kind along, so that what two pieces say
/// can't be said by one.
pub(super) struct Digester(Sha256);

impl Digester {
    pub(super) fn new() -> Self {
        Self(Sha256::new())
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.update(bytes);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// A text that need not be there.
    pub(super) fn text_or_none(&mut self, text: Option<&str>) {
        self.flag(text.is_some());
        self.text(text.unwrap_or_default());
    }

    pub(super) fn texts<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) {
        for text in texts {
            self.flag(true);
            self.text(text);
        }
        self.flag(false);
    }

    pub(super) fn flag(&mut self, flag: bool) {
        self.0.update([u8::from(flag)]);
    }

    pub(super) fn number(&mut self, number: u64) {
        self.0.update(number.to_le_bytes());
    }

    /// Lengths and places of a scene.
    pub(super) fn lengths(&mut self, lengths: &[f32]) {
        for length in lengths {
            self.0.update(length.to_bits().to_le_bytes());
        }
    }

    /// A glyph of a scene, in as few bytes as hold it: there are a hundred thousand in a handbook.
    fn glyph(&mut self, glyph: &Glyph) {
        let mut bytes = [0; 22];
        let lengths =
            [glyph.x, glyph.y, glyph.advance].map(|length| length.to_bits().to_le_bytes());
        // No text of a run has 4 GB.
        let text = [glyph.text.start, glyph.text.end].map(|place| (place as u32).to_le_bytes());
        bytes[..2].copy_from_slice(&glyph.id.to_le_bytes());
        bytes[2..14].copy_from_slice(lengths.as_flattened());
        bytes[14..].copy_from_slice(text.as_flattened());
        self.0.update(bytes);
    }

    /// The digest of all that was taken in, as letters and figures.
    pub(super) fn finish(self) -> String {
        use std::fmt::Write as _;
        let digest = self.0.finalize();
        let mut text = String::with_capacity(2 * KEPT);
        for byte in digest.iter().take(KEPT) {
            // Writing to a text can't fail.
            let _ = write!(text, "{byte:02x}");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_pieces_say_one_cannot() {
        let digest = |pieces: &[&str]| {
            let mut digester = Digester::new();
            for piece in pieces {
                digester.text(piece);
            }
            digester.finish()
        };
        assert_eq!(digest(&["ab", "c"]), digest(&["ab", "c"]));
        assert_ne!(digest(&["ab", "c"]), digest(&["a", "bc"]));
        assert_ne!(digest(&["abc"]), digest(&["abc", ""]));
        assert_eq!(digest(&[]).len(), 32);
    }
}
