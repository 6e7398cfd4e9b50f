//! A small way to set text and build scenes, apart from the layout, so that the writer is tested by itself.

use std::sync::Arc;

use harfrust::{Direction, FontRef, ShaperData, UnicodeBuffer};
use noticeboard::print::scene::{
    Colour, Drawing, Frame, Glyph, GlyphRun, Item, Meaning, Page, PartId, Role, Scene, Segment,
    Shape, Structure,
};
use noticeboard::print::text::Face;
use skrifa::raw::TableProvider;

pub(crate) const INK: Colour = Colour::Rgb(20, 20, 40);

/// A face of the default theme: `Regular`, `Bold`, `Black`, `It`.
pub(crate) fn face(style: &str) -> Arc<Face> {
    let path = format!(
        "{}/themes/default/fonts/SourceSans3-{style}.ttf",
        env!("CARGO_MANIFEST_DIR")
    );
    let file = std::fs::read(path).expect("the theme has its fonts");
    Arc::new(Face::new(format!("SourceSans3-{style}"), file.into()))
}

/// A run of shaped text that begins at this place.
pub(crate) fn run(face: &Arc<Face>, size: f32, (x, y): (f32, f32), text: &str) -> GlyphRun {
    let font = FontRef::from_index(&face.data, face.index).expect("the face opens");
    let units = f32::from(font.head().expect("it has a head").units_per_em());
    let data = ShaperData::new(&font);
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    let right_to_left = buffer.direction() == Direction::RightToLeft;
    let shaped = data
        .shaper(&font)
        .build()
        .shape(buffer, harfrust::ShapeOptions::new());
    let scale = size / units;
    let mut pen = x;
    let mut glyphs = Vec::new();
    for (info, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
        let advance = place.x_advance as f32 * scale;
        glyphs.push(Glyph {
            id: info.glyph_id as u16,
            x: pen + place.x_offset as f32 * scale,
            y: y - place.y_offset as f32 * scale,
            advance,
            text: info.cluster as usize..text.len(),
        });
        pen += advance;
    }
    if right_to_left {
        glyphs.reverse();
    }
    // Each cluster ends where the next one begins.
    let starts: Vec<usize> = glyphs.iter().map(|glyph| glyph.text.start).collect();
    for glyph in &mut glyphs {
        let next = starts.iter().find(|&&start| start > glyph.text.start);
        glyph.text.end = next.copied().unwrap_or(text.len());
    }
    GlyphRun {
        face: Arc::clone(face),
        size,
        colour: INK,
        text: text.into(),
        glyphs,
        language: None,
    }
}

/// A scene that grows.
pub(crate) struct Sheet {
    pub(crate) scene: Scene,
}

impl Sheet {
    /// One empty A4 page.
    pub(crate) fn new() -> Self {
        Self {
            scene: Scene {
                title: "Email – staying professional".to_owned(),
                language: "en-GB".to_owned(),
                author: "Eastvale Safeguarding Partnership".to_owned(),
                subject: "How adults who work with children use email".to_owned(),
                date: Some(jiff::civil::date(2027, 3, 1)),
                pages: vec![a4()],
                structure: Structure::new(),
                outline: Vec::new(),
                places: Vec::new(),
                cover: None,
                press: None,
            },
        }
    }

    pub(crate) fn root(&self) -> PartId {
        self.scene.structure.root()
    }

    pub(crate) fn part(&mut self, parent: PartId, role: Role) -> PartId {
        self.scene.structure.add(parent, role)
    }

    pub(crate) fn draw(&mut self, page: usize, meaning: Meaning, drawing: Drawing) {
        self.scene.pages[page].items.push(Item { meaning, drawing });
    }

    /// Draws text on the first page.
    pub(crate) fn text(&mut self, part: PartId, run: GlyphRun) {
        self.draw(0, Meaning::Part(part), Drawing::Glyphs(run));
    }
}

pub(crate) fn a4() -> Page {
    Page {
        width: 595.276,
        height: 841.89,
        items: Vec::new(),
    }
}

pub(crate) fn frame(x: f32, y: f32, width: f32, height: f32) -> Frame {
    Frame {
        x,
        y,
        width,
        height,
    }
}

pub(crate) fn rectangle(frame: Frame, colour: Colour) -> Shape {
    let Frame {
        x,
        y,
        width,
        height,
    } = frame;
    Shape {
        path: vec![
            Segment::Move(x, y),
            Segment::Line(x + width, y),
            Segment::Line(x + width, y + height),
            Segment::Line(x, y + height),
            Segment::Close,
        ],
        fill: Some(colour),
        even_odd: false,
        stroke: None,
    }
}
