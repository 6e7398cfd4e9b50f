//! Text on a page: runs of glyphs as text operators, each glyph exactly where the layout put it.

use printpdf::{DictItem, FontId, Op, PdfFontHandle, Pt, TextMatrix};
use std::collections::BTreeMap;

use super::colours::{self, Side};
use super::content::Sheet;
use super::error::PdfError;
use super::fonts::{self, Font};
use super::numbers::fine;
use crate::print::scene::{Colour, Glyph, GlyphRun};

/// How far a glyph may stand from its place before it is moved, in thousandths of the type size.
const TOLERANCE: f64 = 0.5;

/// Where the reader's pen is, between `BT` and `ET`.
#[derive(Debug)]
pub(super) struct Pen {
    font: usize,
    size: f32,
    x: f64,
    y: f32,
    /// Glyphs not yet written, two bytes each, and the moves between them, all to be shown by one operator.
    waiting: Vec<DictItem>,
}

impl Sheet<'_> {
    /// Writes a run of glyphs.
    pub(super) fn text(&mut self, run: &GlyphRun) -> Result<(), PdfError> {
        let fonts = self.fonts;
        let Some((place, font)) = fonts.find(&run.face) else {
            return Ok(());
        };
        if !run.size.is_finite() || run.size <= 0.0 {
            return Err(PdfError::NotFinite { page: self.number });
        }
        let language = run.language.as_deref();
        if let Some(language) = language {
            self.open_span("Lang", super::file::text(language));
        }
        self.fill(run.colour);
        let runs_left = fonts::runs_left(run);
        if runs_left {
            // Such text is shown from left to right all the same, as readers expect of every file, and turn round what they
            // copy or find. To those who listen it is said by a mark (ISO 32000-1 §14.8.2.3.3).
            self.open_reversed();
            let clusters: Vec<&[Glyph]> = fonts::clusters(run).collect();
            for cluster in clusters.into_iter().rev() {
                self.cluster(cluster, run, runs_left, (place, font))?;
            }
            self.close_span();
        } else {
            for cluster in fonts::clusters(run) {
                self.cluster(cluster, run, runs_left, (place, font))?;
            }
        }
        if language.is_some() {
            self.close_span();
        }
        Ok(())
    }

    fn cluster(
        &mut self,
        cluster: &[Glyph],
        run: &GlyphRun,
        runs_left: bool,
        (place, font): (usize, &Font),
    ) -> Result<(), PdfError> {
        let text = fonts::text_of(cluster, run, self.number)?;
        let numbers = cluster.iter().map(|glyph| font.number_of(glyph));
        // Where text is shown turned round, a letter and its marks stay together and in their own order.
        let told = (runs_left && cluster.len() > 1) || !font.meanings.say(numbers, text);
        if told {
            self.open_span("ActualText", super::file::text(text));
        }
        for glyph in fonts::in_order_of_text(cluster, runs_left) {
            self.glyph(glyph, run.size, place, font)?;
        }
        if told {
            self.close_span();
        }
        Ok(())
    }

    fn glyph(
        &mut self,
        glyph: &Glyph,
        size: f32,
        place: usize,
        font: &Font,
    ) -> Result<(), PdfError> {
        let (x, y) = self.point(glyph.x, glyph.y, fine)?;
        let goes_on = self.pen.as_ref().is_some_and(|pen| {
            pen.font == place
                && pen.size.to_bits() == size.to_bits()
                && pen.y.to_bits() == y.to_bits()
        });
        if !goes_on {
            self.put_pen(place, size, x, y);
        }
        let Some(pen) = &mut self.pen else {
            return Ok(());
        };
        // The reader moves on by the width in the file; where that isn't where the layout wants the next glyph, the
        // difference goes between them. It is measured from the true place, so that roundings never add up.
        let off = (pen.x - f64::from(x)) * 1000.0 / f64::from(size);
        if off.abs() > TOLERANCE {
            let off = off.round();
            pen.waiting.push(DictItem::Int(off as i64));
            pen.x -= off * f64::from(size) / 1000.0;
        }
        let number = font.number_of(glyph);
        match pen.waiting.last_mut() {
            Some(DictItem::String { data, .. }) => data.extend(number.to_be_bytes()),
            _ => pen.waiting.push(DictItem::String {
                data: number.to_be_bytes().to_vec(),
                literal: true,
            }),
        }
        pen.x += f64::from(font.width_of(number)) * f64::from(size) / 1000.0;
        Ok(())
    }

    fn put_pen(&mut self, font: usize, size: f32, x: f32, y: f32) {
        self.show();
        if self.pen.is_none() {
            self.ops.push(Op::StartTextSection);
        }
        if self.font != Some((font, size)) {
            self.ops.push(Op::SetFont {
                font: PdfFontHandle::External(FontId(fonts::name(font))),
                size: Pt(fine(size)),
            });
            self.font = Some((font, size));
        }
        self.ops.push(Op::SetTextMatrix {
            matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, x, y]),
        });
        self.pen = Some(Pen {
            font,
            size,
            x: f64::from(x),
            y,
            waiting: Vec::new(),
        });
    }

    /// Writes the glyphs that wait, and leaves the pen where it is. printpdf's own operator for text would write each
    /// glyph as a string of its own.
    fn show(&mut self) {
        if let Some(pen) = &mut self.pen
            && !pen.waiting.is_empty()
        {
            self.ops.push(Op::Unknown {
                key: "TJ".to_owned(),
                value: vec![DictItem::Array(std::mem::take(&mut pen.waiting))],
            });
        }
    }

    /// Ends the text, if any was begun.
    pub(super) fn end_text(&mut self) {
        self.show();
        if self.pen.take().is_some() {
            self.ops.push(Op::EndTextSection);
        }
    }

    /// Sets the colour of what is filled from now on.
    pub(super) fn fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            self.show();
            self.fill = Some(colour);
            self.ops.extend(colours::set(colour, Side::Fill));
        }
    }

    fn open_span(&mut self, key: &str, value: lopdf::Object) {
        self.show();
        let lopdf::Object::String(data, format) = value else {
            return;
        };
        let literal = format == lopdf::StringFormat::Literal;
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: "Span".to_owned(),
            properties: DictItem::Dict {
                map: BTreeMap::from([(key.to_owned(), DictItem::String { data, literal })]),
            },
        });
    }

    fn open_reversed(&mut self) {
        self.show();
        self.ops.push(Op::BeginMarkedContent {
            tag: "ReversedChars".to_owned(),
        });
    }

    fn close_span(&mut self) {
        self.show();
        self.ops.push(Op::EndMarkedContent);
    }
}
