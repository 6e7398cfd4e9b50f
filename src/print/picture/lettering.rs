//! The fonts that text in drawings may be set in: those at hand for posters, and no others, so that a drawing looks the same on
//! every machine.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use usvg::fontdb::{Database, Family, ID, Query, Source, Stretch, Style, Weight};
use usvg::{FontFamily, FontResolver, FontStyle};

use super::error::PictureError;
use crate::print::text::Face;

/// What the font of text is called that names none. In which one it was drawn, nobody knows.
pub(super) const NONE_NAMED: &str = "(none is named)";

/// Fonts for text in drawings.
#[derive(Debug, Default)]
pub struct Lettering {
    faces: Vec<Arc<Face>>,
    /// The fonts as the reader of drawings wants them; made when a drawing has text.
    database: OnceLock<Arc<Database>>,
}

/// What a drawing asked for in vain.
#[derive(Debug, Default)]
pub(super) struct Asked(Mutex<Option<PictureError>>);

impl Lettering {
    /// The fonts with these faces, the main one first.
    pub fn new(faces: Vec<Arc<Face>>) -> Self {
        Self {
            faces,
            database: OnceLock::new(),
        }
    }

    /// The fonts, for the reader of drawings.
    pub(super) fn database(&self) -> Arc<Database> {
        Arc::clone(self.database.get_or_init(|| {
            let mut database = Database::new();
            for face in &self.faces {
                database.load_font_source(Source::Binary(Arc::new(Bytes(Arc::clone(face)))));
            }
            Arc::new(database)
        }))
    }
}

impl Asked {
    /// Finds fonts by the names a drawing gives them, and notes those that aren't there.
    pub(super) fn resolver(&self) -> FontResolver<'_> {
        let fallback = FontResolver::default_fallback_selector();
        FontResolver {
            select_font: Box::new(move |font, database| {
                let main = main_family(database);
                let found = font.families().iter().find_map(|family| {
                    let family = match family {
                        FontFamily::Named(name) => Family::Name(name),
                        // "Any letters without serifs" are those of the poster.
                        _ => Family::Name(main.as_deref()?),
                    };
                    database.query(&Query {
                        families: &[family],
                        weight: Weight(font.weight()),
                        stretch: Stretch::Normal,
                        style: match font.style() {
                            FontStyle::Normal => Style::Normal,
                            FontStyle::Italic | FontStyle::Oblique => Style::Italic,
                        },
                    })
                });
                if found.is_none() {
                    let names: Vec<String> = font.families().iter().map(name_of).collect();
                    self.note(PictureError::Font(names.join(", ")));
                }
                found
            }),
            select_fallback: Box::new(move |letter, used: &[ID], database| {
                let found = fallback(letter, used, database);
                if found.is_none() && !letter.is_whitespace() && !letter.is_control() {
                    self.note(PictureError::Letter(letter));
                }
                found
            }),
        }
    }

    fn note(&self, error: PictureError) {
        let mut first = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        first.get_or_insert(error);
    }

    /// The first thing that was asked for in vain.
    pub(super) fn in_vain(self) -> Option<PictureError> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

fn main_family(database: &Database) -> Option<String> {
    let face = database.faces().next()?;
    face.families.first().map(|(name, _)| name.clone())
}

/// The name of a family without quotes.
fn name_of(family: &FontFamily) -> String {
    match family {
        FontFamily::Named(name) => name.clone(),
        other => other.to_string(),
    }
}

/// The bytes of a font file, as the database takes them.
struct Bytes(Arc<Face>);

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0.data
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Drawing, Picture};
    use super::*;
    use crate::print::scene::{self, Colour, Frame};
    use crate::print::text::Fonts;

    fn read(inner: &str) -> Result<Picture, PictureError> {
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50">{inner}</svg>"#
        );
        let lettering = Lettering::new(Fonts::of_default_theme().all_faces());
        Picture::read_with(svg.as_bytes(), Some(&lettering))
    }

    /// From where to where what is drawn reaches sideways.
    fn reach(picture: &Picture) -> (f32, f32) {
        let frame = Frame {
            x: 0.0,
            y: 0.0,
            width: 200.0,
            height: 50.0,
        };
        let mut reach = (f32::INFINITY, f32::NEG_INFINITY);
        for drawing in picture.place(frame, Colour::Rgb(0, 0, 0)) {
            let scene::Drawing::Shape(shape) = drawing else {
                panic!("text becomes outlines");
            };
            for segment in shape.path {
                if let scene::Segment::Line(x, _) | scene::Segment::Move(x, _) = segment {
                    reach = (reach.0.min(x), reach.1.max(x));
                }
            }
        }
        reach
    }

    #[test]
    fn text_becomes_outlines_in_the_font_it_asks_for() {
        let text = |weight: &str, transform: &str| {
            read(&format!(
                r#"<g transform="{transform}"><text x="10" y="30" font-family="'Source Sans 3', sans-serif" font-weight="{weight}" font-size="20">Eastvale</text></g>"#
            ))
            .unwrap_or_else(|error| panic!("{error}"))
        };
        let (start, end) = reach(&text("400", ""));
        assert!(
            (10.0..14.0).contains(&start) && (70.0..95.0).contains(&end),
            "{start} {end}"
        );
        let (_, bold) = reach(&text("900", ""));
        assert!(bold > end + 1.0, "{bold} {end}");
        let (moved, _) = reach(&text("400", "translate(50 0)"));
        assert!((moved - start - 50.0).abs() < 0.01, "{moved} {start}");
    }

    #[test]
    fn letters_of_no_font_in_particular_are_those_of_the_poster() {
        assert!(read(r#"<text y="30" font-family="sans-serif">A</text>"#).is_ok());
    }

    #[test]
    fn fonts_and_letters_that_are_not_at_hand_are_named() {
        assert_eq!(
            read(r#"<text y="30" font-family="Gill Sans, Futura">A</text>"#).err(),
            Some(PictureError::Font("Gill Sans, Futura".to_owned()))
        );
        assert_eq!(
            read(r#"<text y="30" font-family="'Source Sans 3'">漢</text>"#).err(),
            Some(PictureError::Letter('漢'))
        );
        assert_eq!(
            read(r#"<text y="30">A</text>"#).err(),
            Some(PictureError::Font(NONE_NAMED.to_owned()))
        );
        // Without fonts there is no text.
        let svg = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text y="9">A</text></svg>"#;
        assert_eq!(Drawing::read(svg, None), Err(PictureError::Text));
    }
}
