//! The content of one page: its items as operators, cut into stretches of marked content.

use std::collections::BTreeMap;

use printpdf::{DictItem, Op, XObjectId};

use super::error::PdfError;
use super::fonts::Fonts;
use super::numbers::coarse;
use super::operators;
use super::pictures::{self, Pictures};
use super::stamps::Stamps;
use super::structure;
use super::text::Pen;
use crate::print::scene::{Colour, Drawing, Frame, Meaning, Page, PartId, Stroke, Structure};

/// A page as operators.
#[derive(Debug)]
pub(super) struct Content {
    /// As they stand in the file.
    pub(super) stream: Vec<u8>,
    /// The part that each stretch of marked content belongs to, by the stretch's number.
    pub(super) marks: Vec<PartId>,
    /// Whether anything on it lets what is beneath shine through.
    pub(super) transparent: bool,
}

/// A page while it is being written. It remembers what has been set, so as not to say it again.
pub(super) struct Sheet<'scene> {
    /// The page's number, from 1.
    pub(super) number: usize,
    height: f32,
    pub(super) fonts: &'scene Fonts,
    pub(super) stamps: &'scene Stamps<'scene>,
    pub(super) ops: Vec<Op>,
    pub(super) pen: Option<Pen>,
    pub(super) font: Option<(usize, f32)>,
    pub(super) fill: Option<Colour>,
    pub(super) stroke: Option<Stroke>,
}

impl Content {
    /// Writes the items of a page.
    pub(super) fn of(
        page: &Page,
        number: usize,
        structure: &Structure,
        fonts: &Fonts,
        pictures: &Pictures,
        stamps: &Stamps<'_>,
    ) -> Result<Self, PdfError> {
        let mut sheet = Sheet {
            number,
            height: page.height,
            fonts,
            stamps,
            ops: Vec::new(),
            pen: None,
            font: None,
            fill: None,
            stroke: None,
        };
        let mut marks = Vec::new();
        let mut transparent = false;
        // Neighbours of one meaning share a stretch.
        for items in page.items.chunk_by(|one, next| one.meaning == next.meaning) {
            let Some(first) = items.first() else { continue };
            match first.meaning {
                Meaning::Artifact => sheet.ops.push(Op::BeginMarkedContent {
                    tag: "Artifact".to_owned(),
                }),
                Meaning::Part(part) => {
                    if part.0 as usize >= structure.len() {
                        return Err(PdfError::NoSuchPart { page: number });
                    }
                    sheet.ops.push(Op::BeginMarkedContentWithProperties {
                        tag: structure::tag(&structure.part(part).role).to_owned(),
                        properties: DictItem::Dict {
                            map: BTreeMap::from([(
                                "MCID".to_owned(),
                                DictItem::Int(marks.len() as i64),
                            )]),
                        },
                    });
                    marks.push(part);
                }
            }
            for item in items {
                match &item.drawing {
                    Drawing::Glyphs(run) => sheet.text(run)?,
                    Drawing::Shape(shape) => sheet.shape(shape)?,
                    Drawing::Raster(raster) => {
                        transparent |= raster.pixels.alpha.is_some();
                        sheet.picture(raster.frame, pictures.find(&raster.pixels))?;
                    }
                    Drawing::Halftone(halftone) => {
                        sheet.picture(halftone.frame, pictures.find_plates(&halftone.plates))?;
                    }
                }
            }
            sheet.end_text();
            sheet.ops.push(Op::EndMarkedContent);
        }
        Ok(Self {
            stream: operators::stream(&sheet.ops)?,
            marks,
            transparent,
        })
    }
}

impl Sheet<'_> {
    /// A point of the scene on the page, whose origin is at the bottom.
    pub(super) fn point(
        &self,
        x: f32,
        y: f32,
        round: fn(f32) -> f32,
    ) -> Result<(f32, f32), PdfError> {
        let (x, y) = (round(x), round(self.height - y));
        if x.is_finite() && y.is_finite() {
            Ok((x, y))
        } else {
            Err(PdfError::NotFinite { page: self.number })
        }
    }

    /// The picture at this place among all, in a box.
    fn picture(&mut self, frame: Frame, place: Option<usize>) -> Result<(), PdfError> {
        self.end_text();
        let (x, y) = self.point(frame.x, frame.y + frame.height, coarse)?;
        let (right, top) = self.point(frame.x + frame.width, frame.y, coarse)?;
        if let Some(place) = place {
            self.ops.push(Op::UseXobject {
                id: XObjectId(pictures::name(place)),
                transform: printpdf::XObjectTransform {
                    translate_x: Some(printpdf::Pt(x)),
                    translate_y: Some(printpdf::Pt(y)),
                    scale_x: Some(coarse(right - x)),
                    scale_y: Some(coarse(top - y)),
                    no_auto_scale: true,
                    ..Default::default()
                },
            });
        }
        Ok(())
    }
}
