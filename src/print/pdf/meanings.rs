//! What each glyph of a font means: the text that a reader gets for it (ISO 32000-1 §9.10.3).

use std::fmt::Write;

/// The text a glyph has when it is only a further piece of what another one says: a space of no width.
const NOTHING: &str = "\u{200B}";

/// The text for each glyph of one font, one text a glyph, by the number it has in the file.
///
/// A glyph can stand for different text in different places (one shape for a hyphen and a soft hyphen), and several
/// glyphs for one text (a letter and its mark). The font can say only one thing for each: the first that is said of it
/// alone. Wherever that isn't what the text says, the content stream says it instead.
#[derive(Debug, Default)]
pub(super) struct Meanings {
    texts: Vec<Option<String>>,
    later: Vec<(Vec<u16>, String)>,
}

impl Meanings {
    /// Notes that these glyphs together show this text.
    pub(super) fn note(&mut self, glyphs: &[u16], text: &str) {
        if let &[glyph] = glyphs {
            if self.get(glyph).is_some_and(|known| known == text) {
                return;
            }
            if self.get(glyph).is_none() && !is_variant(text) {
                self.set(glyph, text);
                return;
            }
        }
        if glyphs.iter().any(|&glyph| self.get(glyph).is_none()) {
            self.later.push((glyphs.to_vec(), text.to_owned()));
        }
    }

    /// Gives a text to the glyphs that never stood alone. To be called when all has been noted.
    pub(super) fn settle(&mut self) {
        for (glyphs, text) in std::mem::take(&mut self.later) {
            let one_each = text.chars().count() == glyphs.len();
            let mut letters = text.chars();
            for (place, &glyph) in glyphs.iter().enumerate() {
                let letter = letters.next();
                if self.get(glyph).is_some() {
                    continue;
                }
                match letter {
                    Some(letter) if one_each => self.set(glyph, letter.encode_utf8(&mut [0; 4])),
                    _ if place == 0 => self.set(glyph, &text),
                    _ => self.set(glyph, NOTHING),
                }
            }
        }
    }

    /// Whether a reader gets this text from these glyphs without being told.
    pub(super) fn say(&self, glyphs: impl Iterator<Item = u16>, text: &str) -> bool {
        let mut rest = text;
        for glyph in glyphs {
            match self.get(glyph).and_then(|known| rest.strip_prefix(known)) {
                Some(further) => rest = further,
                None => return false,
            }
        }
        rest.is_empty()
    }

    /// The map from glyphs to text, as the program that the file format asks for.
    pub(super) fn to_unicode(&self) -> String {
        let known: Vec<(usize, &str)> = self
            .texts
            .iter()
            .enumerate()
            .filter_map(|(glyph, text)| Some((glyph, text.as_deref()?)))
            .collect();
        let mut map = String::from(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
             /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n\
             /CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n\
             1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n",
        );
        // No more than a hundred in a block (Adobe Technical Note 5014).
        for block in known.chunks(100) {
            // Writing to a string cannot fail.
            let _ = writeln!(map, "{} beginbfchar", block.len());
            for (glyph, text) in block {
                let _ = write!(map, "<{glyph:04X}><");
                for unit in text.encode_utf16() {
                    let _ = write!(map, "{unit:04X}");
                }
                map.push_str(">\n");
            }
            map.push_str("endbfchar\n");
        }
        map.push_str("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend");
        map
    }

    fn get(&self, glyph: u16) -> Option<&str> {
        self.texts.get(usize::from(glyph))?.as_deref()
    }

    fn set(&mut self, glyph: u16, text: &str) {
        let place = usize::from(glyph);
        if self.texts.len() <= place {
            self.texts.resize(place + 1, None);
        }
        // These three stand for no text, and are forbidden (ISO 14289-1 §7.21.7).
        let mut text = text.replace(['\0', '\u{FEFF}', '\u{FFFE}'], "");
        if text.is_empty() {
            NOTHING.clone_into(&mut text);
        }
        self.texts[place] = Some(text);
    }
}

/// Whether a text is a rarer reading of a shape that mostly means another: a soft hyphen, a space that doesn't break.
fn is_variant(text: &str) -> bool {
    matches!(text, "" | "\u{AD}" | "\u{A0}" | "\u{202F}" | "\u{2011}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(notes: &[(&[u16], &str)]) -> Meanings {
        let mut meanings = Meanings::default();
        for (glyphs, text) in notes {
            meanings.note(glyphs, text);
        }
        meanings.settle();
        meanings
    }

    fn say(meanings: &Meanings, glyphs: &[u16], text: &str) -> bool {
        meanings.say(glyphs.iter().copied(), text)
    }

    #[test]
    fn a_ligature_means_all_its_letters() {
        let meanings = settled(&[(&[5], "ffi")]);
        assert!(say(&meanings, &[5], "ffi"));
        assert!(meanings.to_unicode().contains("<0005><006600660069>"));
    }

    #[test]
    fn a_hyphen_stays_a_hyphen_where_a_soft_one_came_first() {
        let meanings = settled(&[(&[7], "\u{AD}"), (&[7], "-")]);
        assert!(say(&meanings, &[7], "-"));
        assert!(!say(&meanings, &[7], "\u{AD}"));
    }

    #[test]
    fn a_letter_and_its_mark_need_to_be_told() {
        let meanings = settled(&[(&[1, 2], "é")]);
        assert!(!say(&meanings, &[1, 2], "é"));
        let meanings = settled(&[(&[1, 2], "e\u{301}")]);
        assert!(say(&meanings, &[1, 2], "e\u{301}"));
    }

    #[test]
    fn a_glyph_that_stands_alone_later_keeps_its_own_text() {
        let meanings = settled(&[(&[1, 2], "é"), (&[1], "e")]);
        assert!(say(&meanings, &[1], "e"));
    }

    #[test]
    fn letters_beyond_the_first_plane_are_written_as_pairs() {
        let meanings = settled(&[(&[3], "😀")]);
        assert!(meanings.to_unicode().contains("<0003><D83DDE00>"));
    }

    #[test]
    fn forbidden_characters_never_reach_the_map() {
        let meanings = settled(&[(&[3], "\u{FEFF}"), (&[4], "\0")]);
        assert!(!meanings.to_unicode().contains("FEFF"));
        assert!(!meanings.to_unicode().contains("<0004><0000>"));
    }
}
