//! Bookmarks.

use lopdf::{Document, Object, ObjectId, dictionary};

use super::error::PdfError;
use super::file;
use super::numbers::coarse;
use crate::print::scene::{Bookmark, Scene};

/// Writes the bookmarks, and gives their root, or `None` where there are none.
pub(super) fn write(
    scene: &Scene,
    document: &mut Document,
    pages: &[ObjectId],
) -> Result<Option<ObjectId>, PdfError> {
    if scene.outline.is_empty() {
        return Ok(None);
    }
    let root = document.new_object_id();
    let objects = level(scene, &scene.outline, root, document, pages)?;
    let mut outline = dictionary! {
        "Type" => "Outlines",
        "Count" => Object::Integer(objects.len() as i64),
    };
    if let (Some(&first), Some(&last)) = (objects.first(), objects.last()) {
        outline.set("First", first);
        outline.set("Last", last);
    }
    document.set_object(root, outline);
    Ok(Some(root))
}

/// Writes bookmarks of one level with all beneath them, which is closed at first.
fn level(
    scene: &Scene,
    bookmarks: &[Bookmark],
    parent: ObjectId,
    document: &mut Document,
    pages: &[ObjectId],
) -> Result<Vec<ObjectId>, PdfError> {
    let objects: Vec<ObjectId> = bookmarks.iter().map(|_| document.new_object_id()).collect();
    for (place, (bookmark, &object)) in bookmarks.iter().zip(&objects).enumerate() {
        let (Some(page), Some(&target)) =
            (scene.pages.get(bookmark.page), pages.get(bookmark.page))
        else {
            return Err(PdfError::NoSuchPage {
                page: bookmark.page + 1,
                pages: pages.len(),
            });
        };
        let y = coarse(page.height - bookmark.y);
        if !y.is_finite() {
            return Err(PdfError::NotFinite {
                page: bookmark.page + 1,
            });
        }
        let mut entry = dictionary! {
            "Title" => file::text(&bookmark.title),
            "Parent" => parent,
            "Dest" => vec![
                target.into(),
                "XYZ".into(),
                Object::Null,
                y.into(),
                Object::Null,
            ],
        };
        if let Some(&previous) = place.checked_sub(1).and_then(|place| objects.get(place)) {
            entry.set("Prev", previous);
        }
        if let Some(&next) = objects.get(place + 1) {
            entry.set("Next", next);
        }
        let below = level(scene, &bookmark.children, object, document, pages)?;
        if let (Some(&first), Some(&last)) = (below.first(), below.last()) {
            entry.set("First", first);
            entry.set("Last", last);
            entry.set("Count", Object::Integer(-(below.len() as i64)));
        }
        document.set_object(object, entry);
    }
    Ok(objects)
}
