//! One poster in two languages on one sheet.
//!
//! Comes in: the same poster in each language, set by `press::abreast` in the same type. Goes out: a sheet with both, side by side if they are upright and above one
//! another if they lie, so that two of A4 are one of A3. Nothing is made smaller for it: what is large enough to be read by itself stays so. Each language
//! is a section of the structure that says which language it is in (ISO 14289-1 §7.2).

use super::scene::{Item, Meaning, Page, PartId, Scene, Structure};
use super::text::Direction;

/// Both on one sheet. The first stands where reading begins in its language.
pub(super) fn on_one_sheet(first: Scene, second: Scene) -> Scene {
    let mut whole = Scene {
        title: format!("{} / {}", first.title, second.title),
        language: first.language.clone(),
        author: first.author.clone(),
        subject: first.subject.clone(),
        date: first.date,
        pages: Vec::new(),
        structure: Structure::new(),
        outline: Vec::new(),
        places: Vec::new(),
        cover: None,
        press: None,
    };
    let (width, height) = size(&first);
    let (second_width, second_height) = size(&second);
    let is_upright = width < height;
    let starts_right = Direction::of_language(&first.language) == Direction::RightToLeft;
    let sides = match (is_upright, starts_right) {
        (true, false) => [(0.0, 0.0), (width, 0.0)],
        (true, true) => [(second_width, 0.0), (0.0, 0.0)],
        (false, _) => [(0.0, 0.0), (0.0, height)],
    };
    let sheet = if is_upright {
        (width + second_width, height.max(second_height))
    } else {
        (width.max(second_width), height + second_height)
    };
    let pages = first.pages.len().max(second.pages.len());
    whole.pages.resize_with(pages, || Page {
        width: sheet.0,
        height: sheet.1,
        items: Vec::new(),
    });
    for (scene, (right, down)) in [first, second].into_iter().zip(sides) {
        let mut structure = scene.structure;
        structure.move_boxes(right, down);
        let moved = whole.structure.take_in(structure, 0);
        whole.structure.part_mut(PartId(moved)).language = Some(scene.language);
        for (sheet, page) in whole.pages.iter_mut().zip(scene.pages) {
            sheet.items.extend(page.items.into_iter().map(|item| Item {
                meaning: match item.meaning {
                    Meaning::Part(part) => Meaning::Part(PartId(part.0 + moved)),
                    Meaning::Artifact => Meaning::Artifact,
                },
                drawing: item.drawing.moved(right, down),
            }));
        }
        whole
            .outline
            .extend(scene.outline.into_iter().map(|mut mark| {
                mark.shift(down);
                mark
            }));
    }
    whole
}

/// The size of the sheets of a poster.
fn size(scene: &Scene) -> (f32, f32) {
    scene
        .pages
        .first()
        .map_or((0.0, 0.0), |page| (page.width, page.height))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::scene::{Bookmark, Colour, Drawing, Frame, Role, Segment, Shape};

    fn scene(language: &str, width: f32, height: f32) -> Scene {
        let mut structure = Structure::new();
        let figure = structure.add(
            structure.root(),
            Role::Figure {
                alt: language.to_owned(),
                place: (
                    0,
                    Frame {
                        x: 1.0,
                        y: 2.0,
                        width: 3.0,
                        height: 4.0,
                    },
                ),
            },
        );
        Scene {
            title: language.to_owned(),
            language: language.to_owned(),
            author: String::new(),
            subject: String::new(),
            date: None,
            pages: vec![Page {
                width,
                height,
                items: vec![Item {
                    meaning: Meaning::Part(figure),
                    drawing: Drawing::Shape(Shape {
                        path: vec![Segment::Move(1.0, 2.0)],
                        fill: Some(Colour::Rgb(0, 0, 0)),
                        even_odd: false,
                        stroke: None,
                    }),
                }],
            }],
            structure,
            outline: vec![Bookmark {
                title: language.to_owned(),
                page: 0,
                y: 5.0,
                children: Vec::new(),
            }],
            places: Vec::new(),
            cover: None,
            press: None,
        }
    }

    /// A language with where its picture stands, from the left and from above, and where its bookmark leads.
    type Half = (String, f32, f32, f32);

    /// The size of the sheet, and its halves in the order of reading.
    fn made(first: Scene, second: Scene) -> ((f32, f32), Vec<Half>) {
        let whole = on_one_sheet(first, second);
        let root = whole.structure.part(whole.structure.root());
        let parts = root.children.iter().zip(&whole.outline).map(|(&id, mark)| {
            let section = whole.structure.part(id);
            let figure = section.children[0];
            let Role::Figure { place, .. } = &whole.structure.part(figure).role else {
                panic!("it was a picture");
            };
            let item = whole.pages[0]
                .items
                .iter()
                .find(|item| item.meaning == Meaning::Part(figure));
            let Some(Drawing::Shape(shape)) = item.map(|item| &item.drawing) else {
                panic!("it is drawn");
            };
            // What is drawn and what can be found by its box stand in one place.
            let Segment::Move(x, y) = shape.path[0] else {
                panic!("it begins somewhere");
            };
            assert_eq!((x, y), (place.1.x, place.1.y));
            (
                section.language.clone().unwrap_or_default(),
                place.1.x,
                place.1.y,
                mark.y,
            )
        });
        (size(&whole), parts.collect())
    }

    #[test]
    fn upright_posters_stand_side_by_side_from_where_reading_begins() {
        let welsh = ("cy".to_owned(), 1.0, 2.0, 5.0);
        let english = ("en".to_owned(), 101.0, 2.0, 5.0);
        assert_eq!(
            made(scene("cy", 100.0, 200.0), scene("en", 100.0, 200.0)),
            ((200.0, 200.0), vec![welsh, english])
        );
        let urdu = ("ur".to_owned(), 101.0, 2.0, 5.0);
        let english = ("en".to_owned(), 1.0, 2.0, 5.0);
        assert_eq!(
            made(scene("ur", 100.0, 200.0), scene("en", 100.0, 200.0)),
            ((200.0, 200.0), vec![urdu, english])
        );
    }

    #[test]
    fn posters_that_lie_stand_above_one_another() {
        let welsh = ("cy".to_owned(), 1.0, 2.0, 5.0);
        let english = ("en".to_owned(), 1.0, 102.0, 105.0);
        assert_eq!(
            made(scene("cy", 200.0, 100.0), scene("en", 200.0, 100.0)),
            ((200.0, 200.0), vec![welsh, english])
        );
    }
}
