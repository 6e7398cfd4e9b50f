//! The scene: what stands where on the sheets, and what it means.
//!
//! It is all that the layout hands to the PDF writer, and so the border between the two: the layout knows nothing of
//! PDF, and the writer nothing of channels. Lengths are in points (1/72 inch), the origin is the top left corner of the
//! page, and y grows downwards. Every drawn item either belongs to a part of the structure tree, or says that it is
//! an artifact (decoration, running furniture), so that nothing can be drawn without a meaning (ISO 14289-1 §7.1).

use std::ops::Range;
use std::sync::Arc;

use crate::print::text::Face;

pub use super::ink::{Halftone, Ink, Plates, PressSheet, Share, Spot};

/// A document ready to be written: pages, their structure and what readers need to know of the whole.
#[derive(Debug, Clone)]
pub struct Scene {
    /// The title, shown in the window's title bar.
    pub title: String,
    /// The main language, as a BCP 47 tag: `en-GB`.
    pub language: String,
    /// Who publishes it.
    pub author: String,
    /// What it is about, in a sentence.
    pub subject: String,
    /// The day of issue (`None` when the pack says none); the only date that goes into the file.
    pub date: Option<jiff::civil::Date>,
    /// The pages, in order.
    pub pages: Vec<Page>,
    /// What the drawn items mean, in the order of reading.
    pub structure: Structure,
    /// The bookmarks.
    pub outline: Vec<Bookmark>,
    /// The places that links lead to, and other documents, by name.
    pub places: Vec<Place>,
    /// What the first page is called where it is a cover; all others have their numbers.
    pub cover: Option<String>,
    /// How a print shop prints and cuts its pages; `None` for screens and office printers.
    pub press: Option<PressSheet>,
}

/// A place with a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The name, the same over versions.
    pub name: Arc<str>,
    /// The page, by its index.
    pub page: usize,
    /// The height on that page, in points from the top edge.
    pub y: f32,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Goal {
    /// To an address outside.
    Address(String),
    /// To the place of this name.
    Place(Arc<str>),
}

/// One side of a sheet.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its width in points.
    pub width: f32,
    /// Its height in points.
    pub height: f32,
    /// What is drawn, the last item on top. The order of *reading* is that of the structure tree.
    pub items: Vec<Item>,
}

/// One drawn thing with its meaning.
#[derive(Debug, Clone)]
pub struct Item {
    /// What it means.
    pub meaning: Meaning,
    /// How it looks.
    pub drawing: Drawing,
}

/// What a drawn thing means to someone who doesn't see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing: a background, a rule, a repeated page number.
    Artifact,
    /// It is content of this part of the structure.
    Part(PartId),
}

/// How a thing looks.
#[derive(Debug, Clone)]
pub enum Drawing {
    /// Shaped text.
    Glyphs(GlyphRun),
    /// A filled or stroked outline.
    Shape(Shape),
    /// A picture of pixels.
    Raster(Raster),
    /// A picture of pixels for a print shop.
    Halftone(Halftone),
}

/// Glyphs of one face, size and colour on one line, in the order of the text (not of sight, where that differs).
#[derive(Debug, Clone)]
pub struct GlyphRun {
    /// The face they are taken from.
    pub face: Arc<Face>,
    /// The size in points.
    pub size: f32,
    /// The colour.
    pub colour: Colour,
    /// The text they stand for.
    pub text: Arc<str>,
    /// The glyphs.
    pub glyphs: Vec<Glyph>,
    /// The language where it differs from that of the part it belongs to.
    pub language: Option<Arc<str>>,
}

/// One glyph at its place on the page.
#[derive(Debug, Clone)]
pub struct Glyph {
    /// The glyph's number in its face.
    pub id: u16,
    /// The x of its origin, in points from the left edge of the page.
    pub x: f32,
    /// The y of its origin (its baseline), in points from the top edge of the page.
    pub y: f32,
    /// How far the pen moves on, in points.
    pub advance: f32,
    /// The bytes of the run's text that it stands for. Glyphs of one cluster share their range.
    pub text: Range<usize>,
}

/// An outline, filled, stroked or both.
#[derive(Debug, Clone)]
pub struct Shape {
    /// The outline.
    pub path: Vec<Segment>,
    /// The colour inside.
    pub fill: Option<Colour>,
    /// Whether the inside is found by the even-odd rule instead of the non-zero one.
    pub even_odd: bool,
    /// The line along it.
    pub stroke: Option<Stroke>,
}

/// A piece of an outline, in page coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment {
    /// Lift the pen and go there.
    Move(f32, f32),
    /// A straight line.
    Line(f32, f32),
    /// A cubic Bézier curve: two handles and the end.
    Curve(f32, f32, f32, f32, f32, f32),
    /// Back to where the pen was put down.
    Close,
}

/// A line along an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width in points.
    pub width: f32,
    /// Whether ends and corners are round.
    pub round: bool,
}

/// A picture of pixels in a box.
#[derive(Debug, Clone)]
pub struct Raster {
    /// The pixels.
    pub pixels: Arc<Pixels>,
    /// Left edge, top edge, width and height in points.
    pub frame: Frame,
}

/// Decoded pixels, 8 bits for each of red, green and blue, and alpha apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Red, green and blue, row by row.
    pub rgb: Vec<u8>,
    /// Opacity, row by row, where it isn't full everywhere.
    pub alpha: Option<Vec<u8>>,
}

/// A box on the page, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Colour {
    /// Red, green and blue in sRGB, for the screen and the office printer.
    Rgb(u8, u8, u8),
    /// What a print shop prints it with.
    Ink(Ink),
}

/// A part of the structure tree, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartId(pub(crate) u32);

/// The structure tree: what the document consists of, in the order of reading.
#[derive(Debug, Clone)]
pub struct Structure {
    parts: Vec<Part>,
}

/// One part of the structure.
#[derive(Debug, Clone)]
pub struct Part {
    /// What it is.
    pub role: Role,
    /// Its language where it differs from its parent's, as a BCP 47 tag.
    pub language: Option<String>,
    /// The parts inside it, in the order of reading.
    pub children: Vec<PartId>,
}

/// What a part of the structure is (ISO 32000-1 §14.8.4).
#[derive(Debug, Clone, PartialEq)]
pub enum Role {
    /// The whole.
    Document,
    /// A large division.
    Section,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list, with whether its items are numbered.
    List {
        /// Whether its labels are numbers.
        numbered: bool,
    },
    /// An item of a list: a label and a body.
    ListItem,
    /// The bullet or number of an item.
    Label,
    /// What an item says.
    ListBody,
    /// A run of text within a paragraph, for its own language.
    Span,
    /// A link, with where it leads, what it is for, and the boxes that can be clicked, each on a page by its index.
    Link {
        /// Where it leads.
        to: Goal,
        /// Where it leads, in words.
        description: String,
        /// The boxes that can be clicked.
        boxes: Vec<(usize, Frame)>,
    },
    /// A picture, with what it shows and the box it fills, on a page by its index.
    Figure {
        /// What it shows, in words.
        alt: String,
        /// The page and box it fills.
        place: (usize, Frame),
    },
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A heading cell of a table.
    HeaderCell {
        /// Whether it heads a row; otherwise it heads a column.
        of_row: bool,
    },
    /// A cell of a table.
    Cell,
    /// The caption of a table or picture.
    Caption,
    /// A footnote.
    Note,
    /// What points at another place of the document.
    Reference,
    /// A table of contents.
    Contents,
    /// An entry of a table of contents.
    ContentsItem,
}

/// A bookmark.
#[derive(Debug, Clone)]
pub struct Bookmark {
    /// Its words.
    pub title: String,
    /// The page it leads to, by its index.
    pub page: usize,
    /// The height on that page, in points from the top edge.
    pub y: f32,
    /// Bookmarks beneath it.
    pub children: Vec<Bookmark>,
}

impl Scene {
    /// Makes everything so many times as large, the paper with it: as a copier does, but sharp.
    pub(super) fn magnify(&mut self, times: f32) {
        for page in &mut self.pages {
            page.width *= times;
            page.height *= times;
            for item in &mut page.items {
                item.drawing.magnify(times);
            }
        }
        self.structure.magnify(times);
        for mark in &mut self.outline {
            mark.magnify(times);
        }
        for place in &mut self.places {
            place.y *= times;
        }
    }
}

impl Drawing {
    /// The same so many points to the right and down.
    pub(super) fn moved(mut self, right: f32, down: f32) -> Self {
        self.shift(right, down);
        self
    }

    /// Moves it so many points to the right and down.
    pub(super) fn shift(&mut self, right: f32, down: f32) {
        match self {
            Drawing::Glyphs(run) => {
                for glyph in &mut run.glyphs {
                    glyph.x += right;
                    glyph.y += down;
                }
            }
            Drawing::Shape(shape) => {
                for segment in &mut shape.path {
                    *segment = segment.moved(right, down);
                }
            }
            Drawing::Raster(raster) => raster.frame = raster.frame.moved(right, down),
            Drawing::Halftone(halftone) => halftone.frame = halftone.frame.moved(right, down),
        }
    }

    fn magnify(&mut self, times: f32) {
        match self {
            Drawing::Glyphs(run) => {
                run.size *= times;
                for glyph in &mut run.glyphs {
                    glyph.x *= times;
                    glyph.y *= times;
                    glyph.advance *= times;
                }
            }
            Drawing::Shape(shape) => {
                for segment in &mut shape.path {
                    *segment = segment.magnified(times);
                }
                if let Some(stroke) = &mut shape.stroke {
                    stroke.width *= times;
                }
            }
            Drawing::Raster(raster) => raster.frame = raster.frame.magnified(times),
            Drawing::Halftone(halftone) => halftone.frame = halftone.frame.magnified(times),
        }
    }
}

impl Segment {
    /// Whether it is of the same kind as another, and no point of it further than that from the other's, along or down the page.
    pub(super) fn lies_at(self, other: Self, tolerance: f32) -> bool {
        let near = |one: (f32, f32), other: (f32, f32)| {
            (one.0 - other.0).abs() <= tolerance && (one.1 - other.1).abs() <= tolerance
        };
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
            && self
                .points()
                .into_iter()
                .zip(other.points())
                .all(|(one, other)| near(one, other))
    }

    /// The two handles and the end. A straight line has its end only, and the way back none that is its own.
    fn points(self) -> [(f32, f32); 3] {
        match self {
            Segment::Move(x, y) | Segment::Line(x, y) => [(x, y); 3],
            Segment::Curve(from_x, from_y, to_x, to_y, x, y) => {
                [(from_x, from_y), (to_x, to_y), (x, y)]
            }
            Segment::Close => [(0.0, 0.0); 3],
        }
    }

    /// The same so many points to the right and down.
    pub(super) fn moved(self, right: f32, down: f32) -> Self {
        match self {
            Segment::Move(x, y) => Segment::Move(x + right, y + down),
            Segment::Line(x, y) => Segment::Line(x + right, y + down),
            Segment::Curve(from_x, from_y, to_x, to_y, x, y) => Segment::Curve(
                from_x + right,
                from_y + down,
                to_x + right,
                to_y + down,
                x + right,
                y + down,
            ),
            Segment::Close => Segment::Close,
        }
    }

    fn magnified(self, times: f32) -> Self {
        match self {
            Segment::Move(x, y) => Segment::Move(x * times, y * times),
            Segment::Line(x, y) => Segment::Line(x * times, y * times),
            Segment::Curve(from_x, from_y, to_x, to_y, x, y) => Segment::Curve(
                from_x * times,
                from_y * times,
                to_x * times,
                to_y * times,
                x * times,
                y * times,
            ),
            Segment::Close => Segment::Close,
        }
    }
}

impl Frame {
    fn moved(self, right: f32, down: f32) -> Self {
        Self {
            x: self.x + right,
            y: self.y + down,
            ..self
        }
    }

    /// So many times as large, and as far from the corner of the page.
    pub(super) fn magnified(self, times: f32) -> Self {
        Self {
            x: self.x * times,
            y: self.y * times,
            width: self.width * times,
            height: self.height * times,
        }
    }
}

impl Bookmark {
    /// Moves it, and those beneath it, so many points down.
    pub(super) fn shift(&mut self, down: f32) {
        self.y += down;
        for below in &mut self.children {
            below.shift(down);
        }
    }

    fn magnify(&mut self, times: f32) {
        self.y *= times;
        for below in &mut self.children {
            below.magnify(times);
        }
    }
}

impl Structure {
    /// A structure that holds only the document itself.
    pub fn new() -> Self {
        Self {
            parts: vec![Part {
                role: Role::Document,
                language: None,
                children: Vec::new(),
            }],
        }
    }

    /// The document, the root of the tree.
    pub fn root(&self) -> PartId {
        PartId(0)
    }

    /// Adds a part at the end of `parent`.
    pub fn add(&mut self, parent: PartId, role: Role) -> PartId {
        let id = PartId(self.parts.len() as u32);
        self.parts.push(Part {
            role,
            language: None,
            children: Vec::new(),
        });
        self.parts[parent.0 as usize].children.push(id);
        id
    }

    /// The part with this number.
    pub fn part(&self, id: PartId) -> &Part {
        &self.parts[id.0 as usize]
    }

    /// The part with this number, to be changed.
    pub fn part_mut(&mut self, id: PartId) -> &mut Part {
        &mut self.parts[id.0 as usize]
    }

    /// Takes in another structure: its document becomes a section at the end of this one, and all its numbers grow by
    /// what is given back. Places on pages move on by `pages`.
    pub(super) fn take_in(&mut self, other: Structure, pages: usize) -> u32 {
        let moved = self.parts.len() as u32;
        self.parts[0].children.push(PartId(moved));
        self.parts.extend(other.parts.into_iter().map(|mut part| {
            for child in &mut part.children {
                child.0 += moved;
            }
            match &mut part.role {
                role @ Role::Document => *role = Role::Section,
                Role::Link { boxes, .. } => {
                    for (page, _) in boxes {
                        *page += pages;
                    }
                }
                Role::Figure { place, .. } => place.0 += pages,
                _ => {}
            }
            part
        }));
        moved
    }

    /// Makes all boxes so many times as large.
    fn magnify(&mut self, times: f32) {
        self.change_boxes(|frame| frame.magnified(times));
    }

    /// Moves all boxes to the right and down.
    pub(super) fn move_boxes(&mut self, right: f32, down: f32) {
        self.change_boxes(|frame| frame.moved(right, down));
    }

    fn change_boxes(&mut self, change: impl Fn(Frame) -> Frame) {
        for part in &mut self.parts {
            match &mut part.role {
                Role::Link { boxes, .. } => {
                    for (_, frame) in boxes {
                        *frame = change(*frame);
                    }
                }
                Role::Figure { place, .. } => place.1 = change(place.1),
                _ => {}
            }
        }
    }

    /// How many parts there are.
    pub fn len(&self) -> usize {
        self.parts.len()
    }

    /// Whether there is nothing but the document itself.
    pub fn is_empty(&self) -> bool {
        self.parts.len() <= 1
    }
}

impl Default for Structure {
    fn default() -> Self {
        Self::new()
    }
}
