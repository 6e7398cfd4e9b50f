//! From the bytes of a font file to a face ready for shaping.

use std::sync::Arc;

use harfrust::ShaperData;
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::{FileRef, TableProvider};
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider, Tag};
use thiserror::Error;

use super::Face;

/// A face with what shaping needs to know of it.
pub(super) struct LoadedFace {
    pub(super) face: Arc<Face>,
    pub(super) shaping: ShaperData,
    pub(super) metrics: Metrics,
    /// The name of its family, for messages: Noto Naskh Arabic.
    pub(super) family: String,
}

/// Heights of a face, in ems above (or below) the baseline.
///
/// A text's box reaches from `top` above its first baseline to `bottom` below its last. White space on sheets is measured for
/// Latin letters: from the top of capitals to the baseline, with room for accents and descenders. What other scripts need
/// beyond that, their box holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Metrics {
    /// From the baseline up to the top of the box.
    pub(crate) top: f32,
    /// From the baseline down to the bottom of the box.
    pub(crate) bottom: f32,
    /// How far letters reach below the baseline, a positive number.
    pub(crate) descent: f32,
    /// The height that the maker gave the line, where letters fill it; 0 for Latin letters, which leave it to the layout.
    line: f32,
}

/// Why a font can't be used, and by the words of its message what its owner can do.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(super) enum FontFault {
    /// It is compressed for browsers.
    #[error("it is a web font; use the TrueType or OpenType file (.ttf, .otf) that it was made of")]
    ForWeb,
    /// It isn't a font, or broken.
    #[error("it can't be read as a font; use a TrueType or OpenType file (.ttf, .otf)")]
    Unreadable,
    /// Several fonts in a file.
    #[error("it is a collection of {}; use the file of one font", .0.join(", "))]
    Collection(Vec<String>),
    /// One file for all weights.
    #[error(
        "it is a variable font; use the files of single weights, mostly in the folder `static` of the download"
    )]
    Variable,
    /// Its letters are pictures of pixels or of layers of colour.
    #[error("its letters are not drawn as outlines")]
    NoOutlines,
    /// Its licence bits forbid to embed it (OpenType, OS/2, fsType bit 1).
    #[error("its maker forbids to embed it in documents; use another font, or ask for a licence")]
    NoEmbedding,
    /// Its licence bits forbid to embed a part of it (OpenType, OS/2, fsType bit 8), and posters hold no more than they use.
    #[error("its maker forbids to embed a part of it; use another font, or ask for a licence")]
    NoSubset,
    /// Its licence bits allow to embed its bitmaps only (OpenType, OS/2, fsType bit 9).
    #[error("its maker allows to embed its bitmaps only; use another font, or ask for a licence")]
    BitmapsOnly,
}

impl LoadedFace {
    /// Reads a font file of one face.
    pub(super) fn read(bytes: &Arc<[u8]>) -> Result<Self, FontFault> {
        if bytes.starts_with(b"wOFF") || bytes.starts_with(b"wOF2") {
            return Err(FontFault::ForWeb);
        }
        let font = match FileRef::new(bytes).map_err(|_| FontFault::Unreadable)? {
            FileRef::Font(font) => font,
            FileRef::Collection(fonts) => {
                let names = fonts.iter().flatten().map(|font| family(&font));
                return Err(FontFault::Collection(names.collect()));
            }
        };
        check(&font)?;
        let family = family(&font);
        Ok(Self {
            shaping: ShaperData::new(&font),
            metrics: Metrics::of(&font),
            face: Arc::new(Face::new(
                name(&font, StringId::POSTSCRIPT_NAME).unwrap_or_else(|| family.clone()),
                Arc::clone(bytes),
            )),
            family,
        })
    }
}

/// Refuses what can't be printed, or mustn't.
fn check(font: &FontRef<'_>) -> Result<(), FontFault> {
    /// Bits of OS/2, fsType (OpenType 1.9).
    const RESTRICTED: u16 = 1 << 1;
    const PREVIEW_AND_PRINT: u16 = 1 << 2;
    const EDITABLE: u16 = 1 << 3;
    const NO_SUBSETTING: u16 = 1 << 8;
    const BITMAPS_ONLY: u16 = 1 << 9;

    let has = |tag: [u8; 4]| font.table_data(Tag::new(&tag)).is_some();
    if has(*b"fvar") {
        return Err(FontFault::Variable);
    }
    if font.head().is_err() || font.maxp().is_err() || font.hmtx().is_err() || font.cmap().is_err()
    {
        return Err(FontFault::Unreadable);
    }
    if !has(*b"glyf") && !has(*b"CFF ") {
        return Err(FontFault::NoOutlines);
    }
    let rights = font.os2().map_or(0, |table| table.fs_type());
    // Of several rights that are given, the widest holds.
    if rights & RESTRICTED != 0 && rights & (PREVIEW_AND_PRINT | EDITABLE) == 0 {
        return Err(FontFault::NoEmbedding);
    }
    if rights & NO_SUBSETTING != 0 {
        return Err(FontFault::NoSubset);
    }
    if rights & BITMAPS_ONLY != 0 {
        return Err(FontFault::BitmapsOnly);
    }
    Ok(())
}

fn family(font: &FontRef<'_>) -> String {
    name(font, StringId::TYPOGRAPHIC_FAMILY_NAME)
        .or_else(|| name(font, StringId::FAMILY_NAME))
        .unwrap_or_default()
}

fn name(font: &FontRef<'_>, id: StringId) -> Option<String> {
    font.localized_strings(id)
        .english_or_first()
        .map(|name| name.to_string())
}

impl Metrics {
    /// What most text faces measure, where a font says nothing.
    pub(super) const USUAL: Metrics = Metrics {
        top: 0.7,
        bottom: 0.0,
        descent: 0.25,
        line: 0.0,
    };

    /// The heights for letters with capitals: Latin, Greek, Cyrillic.
    fn of(font: &FontRef<'_>) -> Self {
        let metrics = font.metrics(Size::new(1.0), LocationRef::default());
        Self {
            top: metrics
                .cap_height
                .filter(|&height| height > 0.0)
                .unwrap_or(Self::USUAL.top),
            descent: -metrics.descent,
            ..Self::USUAL
        }
    }

    /// The heights of a face for letters without capitals, which fill the height that its maker gave the line: Arabic,
    /// Devanagari, Chinese.
    pub(super) fn of_whole_line(face: &LoadedFace) -> Self {
        /// The height above letters that marks take, in ems; above capitals there is as much for accents.
        const MARKS: f32 = 0.21;
        /// The room below baselines that white space has for descenders.
        const DESCENDERS: f32 = 0.33;
        /// The edge of the square of an ideograph that its strokes leave free.
        const SQUARE_EDGE: f32 = 0.03;
        let Ok(font) = FontRef::new(&face.face.data) else {
            return face.metrics;
        };
        let metrics = font.metrics(Size::new(1.0), LocationRef::default());
        let (ascent, descent) = (metrics.ascent, -metrics.descent);
        let (top, bottom) = match square(&font) {
            Some(top) => (top - SQUARE_EDGE, 0.0),
            None => (ascent - MARKS, (descent - DESCENDERS).max(0.0)),
        };
        Self {
            top,
            bottom,
            descent,
            line: ascent + descent + metrics.leading,
        }
    }

    /// The same heights for Vietnamese, which has two marks above one another, and one below: they reach as far as lines of text
    /// are apart, and titles must not be set tighter.
    pub(super) fn with_stacked_marks(self) -> Self {
        const LINE: f32 = 1.25;
        Self { line: LINE, ..self }
    }

    /// From baseline to baseline, in sizes of type, where a layout says `designed` for Latin letters.
    ///
    /// Titles are set tighter than text because capitals leave white between lines. Letters that fill their line leave none.
    pub(crate) fn leading(self, designed: f32) -> f32 {
        /// From line to line of Latin text, as layouts set it.
        const LATIN_LINE: f32 = 1.2;
        /// The share of its line that a face fills at most; the rest keeps lines apart where a layout sets them wide.
        const FILLED: f32 = 0.92;
        let filled = self.line * FILLED;
        (designed * (filled / LATIN_LINE).max(1.0)).max(filled)
    }
}

/// The top of the square that ideographs stand in, if the font is made for them: then these heights make one em (OpenType,
/// OS/2, sTypoAscender).
fn square(font: &FontRef<'_>) -> Option<f32> {
    let table = font.os2().ok()?;
    let em = f32::from(font.head().ok()?.units_per_em());
    let (top, bottom) = (table.s_typo_ascender(), table.s_typo_descender());
    let height = f32::from(top) - f32::from(bottom);
    ((height - em).abs() < 1.0).then_some(f32::from(top) / em)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn regular() -> Vec<u8> {
        include_bytes!("../../../themes/default/fonts/SourceSans3-Regular.ttf").to_vec()
    }

    fn fault(bytes: &[u8]) -> Option<FontFault> {
        LoadedFace::read(&Arc::from(bytes)).err()
    }

    /// Where a table begins, by the directory at the head of the file.
    fn table(bytes: &[u8], tag: [u8; 4]) -> usize {
        let entry = bytes[12..]
            .chunks_exact(16)
            .find(|entry| entry[..4] == tag)
            .expect("the table is there");
        u32::from_be_bytes([entry[8], entry[9], entry[10], entry[11]]) as usize
    }

    #[test]
    fn a_font_that_may_not_be_embedded_is_refused() {
        let with = |rights: u16| {
            let mut bytes = regular();
            let at = table(&bytes, *b"OS/2") + 8;
            bytes[at..at + 2].copy_from_slice(&rights.to_be_bytes());
            fault(&bytes)
        };
        assert_eq!(with(0), None);
        assert_eq!(with(0x0002), Some(FontFault::NoEmbedding));
        assert_eq!(with(0x0004), None);
        assert_eq!(with(0x0006), None);
        assert_eq!(with(0x0104), Some(FontFault::NoSubset));
        assert_eq!(with(0x0200), Some(FontFault::BitmapsOnly));
    }

    #[test]
    fn what_is_not_one_font_with_outlines_is_refused() {
        assert_eq!(fault(b"not a font"), Some(FontFault::Unreadable));
        assert_eq!(fault(b""), Some(FontFault::Unreadable));
        assert_eq!(fault(b"wOF2 and more"), Some(FontFault::ForWeb));
        assert_eq!(fault(&regular()[..400]), Some(FontFault::Unreadable));

        let renamed = |from: &[u8; 4], to: &[u8; 4]| {
            let mut bytes = regular();
            let at = bytes.windows(4).position(|name| name == from).unwrap();
            bytes[at..at + 4].copy_from_slice(to);
            fault(&bytes)
        };
        assert_eq!(renamed(b"glyf", b"glyg"), Some(FontFault::NoOutlines));
        assert_eq!(renamed(b"hmtx", b"hmty"), Some(FontFault::Unreadable));
        assert_eq!(renamed(b"GDEF", b"fvar"), Some(FontFault::Variable));

        // A collection of one: a head of its own, and the places of all tables moved on by it.
        let mut font = regular();
        let tables = usize::from(u16::from_be_bytes([font[4], font[5]]));
        for entry in font[12..12 + tables * 16].chunks_exact_mut(16) {
            let at = u32::from_be_bytes([entry[8], entry[9], entry[10], entry[11]]) + 16;
            entry[8..12].copy_from_slice(&at.to_be_bytes());
        }
        let mut collection = b"ttcf\0\x01\0\0\0\0\0\x01\0\0\0\x10".to_vec();
        collection.extend(font);
        assert_eq!(
            fault(&collection),
            Some(FontFault::Collection(vec!["Source Sans 3".to_owned()]))
        );
    }

    #[test]
    fn heights_are_those_of_the_face() {
        let face =
            LoadedFace::read(&Arc::from(regular())).unwrap_or_else(|_| panic!("it is sound"));
        assert!((0.64..0.68).contains(&face.metrics.top));
        assert!(face.metrics.descent > 0.1);
        assert_eq!((face.metrics.bottom, face.metrics.leading(1.1)), (0.0, 1.1));
    }
}
