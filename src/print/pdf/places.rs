//! Places with names: what links lead to, within and from other documents (ISO 32000-1 §12.3.2.3).

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Document, Object, ObjectId, StringFormat, dictionary};

use super::error::PdfError;
use super::numbers::coarse;
use crate::print::scene::{Goal, PartId, Role, Scene};

/// A name as it stands in the file.
pub(super) fn name(name: &str) -> Object {
    Object::String(name.as_bytes().to_vec(), StringFormat::Literal)
}

/// Refuses links to places that aren't there: a reader would follow them to nowhere.
pub(super) fn check(scene: &Scene) -> Result<(), PdfError> {
    let structure = &scene.structure;
    let there: BTreeSet<&str> = scene.places.iter().map(|place| &*place.name).collect();
    for part in (0..structure.len()).map(|place| PartId(place as u32)) {
        if let Role::Link {
            to: Goal::Place(name),
            ..
        } = &structure.part(part).role
            && !there.contains(&**name)
        {
            return Err(PdfError::NoSuchPlace(name.to_string()));
        }
    }
    Ok(())
}

/// Writes the tree of names, and gives its root, or `None` where there are none. Of two places of one name the first counts.
pub(super) fn write(
    scene: &Scene,
    document: &mut Document,
    pages: &[ObjectId],
) -> Result<Option<ObjectId>, PdfError> {
    // The tree is sorted by name (ISO 32000-1 §7.9.6).
    let mut sorted = BTreeMap::new();
    for place in &scene.places {
        let (Some(page), Some(&object)) = (scene.pages.get(place.page), pages.get(place.page))
        else {
            return Err(PdfError::NoSuchPage {
                page: place.page + 1,
                pages: pages.len(),
            });
        };
        let y = coarse(page.height - place.y);
        if !y.is_finite() {
            return Err(PdfError::NotFinite {
                page: place.page + 1,
            });
        }
        let target = vec![
            object.into(),
            "XYZ".into(),
            Object::Null,
            y.into(),
            Object::Null,
        ];
        sorted.entry(place.name.as_bytes()).or_insert(target);
    }
    let (Some(first), Some(last)) = (sorted.keys().next(), sorted.keys().next_back()) else {
        return Ok(None);
    };
    let string = |bytes: &[u8]| Object::String(bytes.to_vec(), StringFormat::Literal);
    let limits = vec![string(first), string(last)];
    let names: Vec<Object> = sorted
        .iter()
        .flat_map(|(name, target)| [string(name), Object::Array(target.clone())])
        .collect();
    let leaf = document.add_object(dictionary! { "Limits" => limits, "Names" => names });
    let tree = document.add_object(dictionary! { "Kids" => vec![Object::Reference(leaf)] });
    Ok(Some(document.add_object(dictionary! { "Dests" => tree })))
}
