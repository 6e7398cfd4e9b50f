//! Faces in use: which glyphs of each, their widths, and their way into the file.

use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use sha2::{Digest, Sha256};
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::{GlyphMetrics, Metrics};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId, Tag};
use subsetter::GlyphRemapper;
use unicode_bidi::{BidiClass, bidi_class};

use super::error::PdfError;
use super::file;
use super::meanings::Meanings;
use crate::print::scene::{Drawing, Glyph, GlyphRun, Scene};
use crate::print::text::{Face, Subset};

/// All faces of a document, each once.
#[derive(Debug, Default)]
pub(super) struct Fonts {
    fonts: Vec<Font>,
}

/// One face with what is used of it.
#[derive(Debug)]
pub(super) struct Font {
    face: Arc<Face>,
    /// The number in the file of each of the face's glyphs; `None` where it isn't used.
    numbers: Vec<Option<u16>>,
    /// The width of each glyph in the file, in thousandths of the type size.
    widths: Vec<f32>,
    /// What each glyph in the file means.
    pub(super) meanings: Meanings,
}

impl Fonts {
    /// Goes over all text of a scene, and settles which glyphs are used, in which order they go into the file, and
    /// what they mean.
    pub(super) fn of(scene: &Scene) -> Result<Self, PdfError> {
        let mut fonts = Fonts::default();
        for (page, run) in runs(scene) {
            fonts.add(&run.face)?.use_glyphs(run, page)?;
        }
        for font in &mut fonts.fonts {
            font.number()?;
        }
        for (page, run) in runs(scene) {
            if let Some(font) = fonts.fonts.iter_mut().find(|font| font.is(&run.face)) {
                font.note_meanings(run, page)?;
            }
        }
        for font in &mut fonts.fonts {
            font.meanings.settle();
        }
        Ok(fonts)
    }

    /// The font made of a face, with its place among the fonts.
    pub(super) fn find(&self, face: &Arc<Face>) -> Option<(usize, &Font)> {
        self.fonts
            .iter()
            .enumerate()
            .find(|(_, font)| font.is(face))
    }

    /// Embeds all fonts, and gives the dictionary that pages find them in.
    pub(super) fn embed(&self, document: &mut Document) -> Result<Dictionary, PdfError> {
        let mut names = Dictionary::new();
        for (place, font) in self.fonts.iter().enumerate() {
            names.set(name(place), font.embed(document)?);
        }
        Ok(names)
    }

    fn add(&mut self, face: &Arc<Face>) -> Result<&mut Font, PdfError> {
        let place = if let Some((place, _)) = self.find(face) {
            place
        } else {
            self.fonts.push(Font::new(face)?);
            self.fonts.len() - 1
        };
        Ok(&mut self.fonts[place])
    }
}

/// The name under which pages know the font at this place. Not `F1` to `F14`, which printpdf keeps for itself.
pub(super) fn name(place: usize) -> String {
    format!("T{place}")
}

/// The glyphs of a run that show one piece of text together, piece by piece.
pub(super) fn clusters(run: &GlyphRun) -> impl Iterator<Item = &[Glyph]> {
    run.glyphs.chunk_by(|one, next| one.text == next.text)
}

/// Whether a run is of letters that run right to left, as Arabic does: all of a run goes one way.
pub(super) fn runs_left(run: &GlyphRun) -> bool {
    /// No letter before the Hebrew block runs right to left.
    const FIRST: char = '\u{590}';
    run.text
        .chars()
        .any(|letter| letter >= FIRST && matches!(bidi_class(letter), BidiClass::R | BidiClass::AL))
}

/// The glyphs of a cluster in the order of the letters and marks that they show. They stand in the order of sight, and where
/// text runs right to left a mark comes before its letter.
pub(super) fn in_order_of_text(cluster: &[Glyph], runs_left: bool) -> impl Iterator<Item = &Glyph> {
    let count = cluster.len();
    (0..count)
        .filter_map(move |place| cluster.get(if runs_left { count - 1 - place } else { place }))
}

/// The text that a cluster of a run shows.
pub(super) fn text_of<'run>(
    cluster: &[Glyph],
    run: &'run GlyphRun,
    page: usize,
) -> Result<&'run str, PdfError> {
    cluster
        .first()
        .and_then(|glyph| run.text.get(glyph.text.clone()))
        .ok_or(PdfError::TextRange { page })
}

/// All runs of glyphs with the number of their page, from 1.
fn runs(scene: &Scene) -> impl Iterator<Item = (usize, &GlyphRun)> {
    scene.pages.iter().zip(1..).flat_map(|(page, number)| {
        page.items
            .iter()
            .filter_map(move |item| match &item.drawing {
                Drawing::Glyphs(run) => Some((number, run)),
                Drawing::Shape(_) | Drawing::Raster(_) | Drawing::Halftone(_) => None,
            })
    })
}

impl Font {
    fn new(face: &Arc<Face>) -> Result<Self, PdfError> {
        let count = open(face)?
            .maxp()
            .map_err(|error| refused(face, &error))?
            .num_glyphs();
        Ok(Self {
            face: Arc::clone(face),
            numbers: vec![None; usize::from(count)],
            widths: Vec::new(),
            meanings: Meanings::default(),
        })
    }

    fn is(&self, face: &Arc<Face>) -> bool {
        Arc::ptr_eq(&self.face, face) || self.face == *face
    }

    fn use_glyphs(&mut self, run: &GlyphRun, page: usize) -> Result<(), PdfError> {
        for glyph in &run.glyphs {
            match self.numbers.get_mut(usize::from(glyph.id)) {
                // Glyph 0 is the box that stands for a missing one.
                Some(number) if glyph.id != 0 => *number = Some(0),
                _ => {
                    return Err(PdfError::MissingGlyph {
                        face: self.face.name.clone(),
                        text: text_of(std::slice::from_ref(glyph), run, page)?.to_owned(),
                    });
                }
            }
        }
        Ok(())
    }

    /// Numbers the glyphs in use as they stand in the face, so that the same set of glyphs always makes the same
    /// subset, whatever the text.
    fn number(&mut self) -> Result<(), PdfError> {
        let font = open(&self.face)?;
        let units = font
            .head()
            .map_err(|error| refused(&self.face, &error))?
            .units_per_em();
        let scale = 1000.0 / f32::from(units.max(1));
        let metrics = GlyphMetrics::new(&font, Size::unscaled(), LocationRef::default());
        let width = |glyph: usize| {
            let width = metrics
                .advance_width(GlyphId::new(glyph as u32))
                .unwrap_or(0.0);
            super::numbers::coarse(width * scale)
        };
        self.widths.push(width(0));
        for (glyph, number) in self.numbers.iter_mut().enumerate() {
            if let Some(number) = number {
                *number = self.widths.len() as u16;
                self.widths.push(width(glyph));
            }
        }
        Ok(())
    }

    fn note_meanings(&mut self, run: &GlyphRun, page: usize) -> Result<(), PdfError> {
        let mut numbers = Vec::new();
        let runs_left = runs_left(run);
        for cluster in clusters(run) {
            numbers.clear();
            let glyphs = in_order_of_text(cluster, runs_left);
            numbers.extend(glyphs.map(|glyph| self.number_of(glyph)));
            self.meanings.note(&numbers, text_of(cluster, run, page)?);
        }
        Ok(())
    }

    /// The number of a glyph in the file.
    pub(super) fn number_of(&self, glyph: &Glyph) -> u16 {
        self.numbers
            .get(usize::from(glyph.id))
            .copied()
            .flatten()
            .unwrap_or(0)
    }

    /// The width of a glyph, in thousandths of the type size, as the file says it.
    pub(super) fn width_of(&self, number: u16) -> f32 {
        self.widths.get(usize::from(number)).copied().unwrap_or(0.0)
    }

    /// The face reduced to the glyphs in use.
    fn subset(&self) -> Result<Arc<Subset>, PdfError> {
        let used = self.numbers.iter().enumerate();
        let glyphs = used
            .filter(|(_, number)| number.is_some())
            .map(|(glyph, _)| glyph as u16)
            .collect();
        self.face.subset(glyphs, |glyphs| cut(&self.face, glyphs))
    }

    fn embed(&self, document: &mut Document) -> Result<ObjectId, PdfError> {
        let font = open(&self.face)?;
        let subset = self.subset()?;
        let name = format!("{}+{}", subset.tag, self.face.name);
        let name = || Object::Name(name.clone().into_bytes());

        let (kind, key, mut program) = match subset.true_type {
            None => (
                "CIDFontType0",
                "FontFile3",
                dictionary! { "Subtype" => "CIDFontType0C" },
            ),
            Some(length) => (
                "CIDFontType2",
                "FontFile2",
                dictionary! { "Length1" => Object::Integer(length as i64) },
            ),
        };
        program.set("Filter", "FlateDecode");
        let program = Stream::new(program, subset.packed.clone()).with_compression(false);
        let program = document.add_object(program);

        let mut descriptor = describe(&font);
        descriptor.set("FontName", name());
        descriptor.set(key, program);
        let descriptor = document.add_object(descriptor);

        let mut descendant = dictionary! {
            "Type" => "Font",
            "Subtype" => kind,
            "BaseFont" => name(),
            "CIDSystemInfo" => dictionary! {
                "Registry" => Object::string_literal("Adobe"),
                "Ordering" => Object::string_literal("Identity"),
                "Supplement" => 0,
            },
            "FontDescriptor" => descriptor,
            "DW" => 0,
            "W" => vec![
                Object::Integer(0),
                Object::Array(self.widths.iter().map(|&width| number(width)).collect()),
            ],
        };
        if kind == "CIDFontType2" {
            descendant.set("CIDToGIDMap", "Identity");
        }
        let descendant = document.add_object(descendant);
        let to_unicode = document.add_object(Stream::new(
            Dictionary::new(),
            self.meanings.to_unicode().into_bytes(),
        ));
        Ok(document.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => name(),
            "Encoding" => "Identity-H",
            "DescendantFonts" => vec![Object::Reference(descendant)],
            "ToUnicode" => to_unicode,
        }))
    }
}

fn open(face: &Face) -> Result<FontRef<'_>, PdfError> {
    FontRef::from_index(&face.data, face.index).map_err(|error| refused(face, &error))
}

fn refused(face: &Face, reason: &dyn std::fmt::Display) -> PdfError {
    PdfError::Font {
        face: face.name.clone(),
        reason: reason.to_string(),
    }
}

/// Cuts the glyphs of these numbers out of a face, and packs them.
fn cut(face: &Face, glyphs: &[u16]) -> Result<Subset, PdfError> {
    let mut wanted = GlyphRemapper::new();
    for &glyph in glyphs {
        wanted.remap(glyph);
    }
    let cut = subsetter::subset(&face.data, face.index, &wanted)
        .map_err(|error| refused(face, &error))?;
    // OpenType fonts with PostScript outlines go in as those outlines alone, all others as they are.
    let outlines = FontRef::new(&cut)
        .ok()
        .and_then(|font| font.table_data(Tag::new(b"CFF ")));
    let (true_type, program) = match &outlines {
        Some(outlines) => (None, outlines.as_bytes()),
        None => (Some(cut.len()), cut.as_slice()),
    };
    Ok(Subset {
        tag: tag(&face.name, &cut),
        true_type,
        packed: file::pack(program)?,
    })
}

/// Six capitals that mark a subset (ISO 32000-1 §9.6.4), taken from its content.
fn tag(name: &str, subset: &[u8]) -> String {
    let hash = Sha256::new()
        .chain_update(name)
        .chain_update(subset)
        .finalize();
    hash.iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}

/// The font descriptor without its name and program (ISO 32000-1 §9.8): what a reader needs to know of the face's
/// looks.
fn describe(font: &FontRef<'_>) -> Dictionary {
    const FIXED_PITCH: i64 = 1;
    const SERIF: i64 = 1 << 1;
    const SYMBOLIC: i64 = 1 << 2;
    const ITALIC: i64 = 1 << 6;

    let metrics = Metrics::new(font, Size::unscaled(), LocationRef::default());
    let scale = 1000.0 / f32::from(metrics.units_per_em.max(1));
    let scaled = |value: f32| Object::Integer((value * scale).round() as i64);
    let bounds = metrics.bounds.unwrap_or_default();
    let (weight, class) = font.os2().map_or((400, 0), |table| {
        (table.us_weight_class(), table.s_family_class() >> 8)
    });

    // "Symbolic" means no more than that glyphs beyond the standard Latin ones may occur.
    let mut flags = SYMBOLIC;
    if metrics.is_monospace {
        flags |= FIXED_PITCH;
    }
    // The classes of OS/2 that have serifs.
    if matches!(class, 1..=5 | 7) {
        flags |= SERIF;
    }
    if metrics.italic_angle != 0.0 {
        flags |= ITALIC;
    }
    // No table tells the thickness of stems; it grows with the square of the weight, 88 at 400, 166 at 700.
    let stem = 50.0 + (f32::from(weight) / 65.0).powi(2);

    dictionary! {
        "Type" => "FontDescriptor",
        "Flags" => flags,
        "FontBBox" => vec![
            scaled(bounds.x_min),
            scaled(bounds.y_min),
            scaled(bounds.x_max),
            scaled(bounds.y_max),
        ],
        "ItalicAngle" => number(metrics.italic_angle),
        "Ascent" => scaled(metrics.ascent),
        "Descent" => scaled(metrics.descent),
        "CapHeight" => scaled(metrics.cap_height.unwrap_or(metrics.ascent)),
        "StemV" => Object::Integer(stem.round() as i64),
    }
}

/// A number, written as a whole one where it is.
fn number(value: f32) -> Object {
    if value.fract() == 0.0 {
        Object::Integer(value as i64)
    } else {
        Object::Real(value)
    }
}
