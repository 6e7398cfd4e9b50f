//! Many documents as one: all posters of an edition, to be printed at once.

use super::scene::{Bookmark, Meaning, Scene, Structure};

/// Puts scenes one after the other: their pages, a section for each, and their bookmarks. What is said of the whole (its
/// language, author and date) is what the first says. `None` where there are fewer than two.
pub(super) fn set(title: String, subject: String, scenes: Vec<Scene>) -> Option<Scene> {
    let first = scenes.first().filter(|_| scenes.len() > 1)?;
    let mut whole = Scene {
        title,
        subject,
        language: first.language.clone(),
        author: first.author.clone(),
        date: first.date,
        press: first.press.clone(),
        pages: Vec::new(),
        structure: Structure::new(),
        outline: Vec::new(),
        places: Vec::new(),
        cover: None,
    };
    for scene in scenes {
        let pages = whole.pages.len();
        let moved = whole.structure.take_in(scene.structure, pages);
        for mut page in scene.pages {
            for item in &mut page.items {
                if let Meaning::Part(part) = &mut item.meaning {
                    part.0 += moved;
                }
            }
            whole.pages.push(page);
        }
        whole
            .outline
            .extend(scene.outline.into_iter().map(|mark| moved_on(mark, pages)));
    }
    Some(whole)
}

/// A bookmark with all beneath it, so many pages later.
fn moved_on(mark: Bookmark, pages: usize) -> Bookmark {
    Bookmark {
        page: mark.page + pages,
        children: mark
            .children
            .into_iter()
            .map(|child| moved_on(child, pages))
            .collect(),
        ..mark
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::pdf;
    use crate::print::scene::{Frame, Goal, Item, Page, Role};

    const BOX: Frame = Frame {
        x: 10.0,
        y: 20.0,
        width: 30.0,
        height: 40.0,
    };

    /// A page with a picture on it that can be clicked.
    fn scene(title: &str) -> Scene {
        let mut structure = Structure::new();
        let link = structure.add(
            structure.root(),
            Role::Link {
                to: Goal::Address(format!("https://a.example/{title}")),
                description: title.to_owned(),
                boxes: vec![(0, BOX)],
            },
        );
        let figure = structure.add(
            link,
            Role::Figure {
                alt: title.to_owned(),
                place: (0, BOX),
            },
        );
        let drawing = crate::print::code::Code::of(title).unwrap().place(
            BOX,
            crate::print::scene::Colour::Rgb(0, 0, 0),
            crate::print::scene::Colour::Rgb(255, 255, 255),
        );
        Scene {
            title: title.to_owned(),
            language: "cy".to_owned(),
            author: "Ash".to_owned(),
            subject: String::new(),
            date: None,
            press: None,
            pages: vec![Page {
                width: 100.0,
                height: 200.0,
                items: drawing
                    .map(|shape| Item {
                        meaning: Meaning::Part(figure),
                        drawing: crate::print::scene::Drawing::Shape(shape),
                    })
                    .into(),
            }],
            structure,
            outline: vec![Bookmark {
                title: title.to_owned(),
                page: 0,
                y: 0.0,
                children: vec![Bookmark {
                    title: format!("{title}, below"),
                    page: 0,
                    y: 50.0,
                    children: Vec::new(),
                }],
            }],
            places: Vec::new(),
            cover: None,
        }
    }

    #[test]
    fn each_scene_keeps_its_own_parts_pages_and_bookmarks() {
        let scenes = ["one", "two", "three"].map(scene).to_vec();
        let whole = set("All".to_owned(), String::new(), scenes).unwrap();
        assert_eq!(
            (whole.title.as_str(), whole.language.as_str()),
            ("All", "cy")
        );
        assert_eq!(whole.pages.len(), 3);
        let root = whole.structure.part(whole.structure.root());
        assert_eq!(root.children.len(), 3);
        for (number, (&section, title)) in root
            .children
            .iter()
            .zip(["one", "two", "three"])
            .enumerate()
        {
            let section = whole.structure.part(section);
            assert_eq!(section.role, Role::Section);
            let link = whole.structure.part(section.children[0]);
            assert!(
                matches!(&link.role, Role::Link { boxes, description, .. }
                    if boxes == &[(number, BOX)] && description == title),
                "{link:?}"
            );
            let figure = link.children[0];
            assert!(
                whole.pages[number]
                    .items
                    .iter()
                    .all(|item| item.meaning == Meaning::Part(figure))
            );
            assert!(
                matches!(&whole.structure.part(figure).role, Role::Figure { alt, place }
                    if alt == title && place.0 == number)
            );
            let mark = &whole.outline[number];
            assert_eq!((mark.title.as_str(), mark.page), (title, number));
            assert_eq!(mark.children[0].page, number);
        }
        assert!(pdf::write(&whole).is_ok());
    }

    #[test]
    fn one_alone_makes_no_set() {
        assert!(set(String::new(), String::new(), vec![scene("one")]).is_none());
        assert!(set(String::new(), String::new(), Vec::new()).is_none());
    }
}
