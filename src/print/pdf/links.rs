//! Links: the boxes on a page that can be clicked, and reached with the keyboard (ISO 14289-1 §7.18.5).

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};

use super::structure::Tree;
use super::{file, places};
use crate::print::scene::{Goal, PartId, Role, Scene};

/// The bit of an annotation's flags that has it printed (ISO 32000-1 §12.5.3); PDF/A wants it set.
const PRINT: i64 = 1 << 2;

/// A box that can be clicked.
#[derive(Debug)]
pub(super) struct Annotation {
    pub(super) object: ObjectId,
    /// The link it belongs to.
    pub(super) part: PartId,
    /// The page's object.
    pub(super) page: ObjectId,
    /// Its number in the tree of parents; pages have the numbers before.
    pub(super) key: i64,
}

/// Adds the annotations of all links, in the order of reading.
pub(super) fn annotate(
    scene: &Scene,
    tree: &Tree<'_>,
    document: &mut Document,
    pages: &[ObjectId],
) -> Vec<Annotation> {
    let mut annotations = Vec::new();
    let structure = &scene.structure;
    for part in (0..structure.len()).map(|place| PartId(place as u32)) {
        let Role::Link {
            to,
            description,
            boxes,
        } = &structure.part(part).role
        else {
            continue;
        };
        if tree.object(part).is_none() {
            continue;
        }
        let words = if description.trim().is_empty() {
            match to {
                Goal::Address(address) => address,
                Goal::Place(name) => &**name,
            }
        } else {
            description
        };
        for &(page, frame) in boxes {
            let (Some(&object), Some(sheet)) = (pages.get(page), scene.pages.get(page)) else {
                continue;
            };
            let key = (pages.len() + annotations.len()) as i64;
            let mut annotation = dictionary! {
                "Type" => "Annot",
                "Subtype" => "Link",
                "Rect" => file::corners(frame, sheet.height),
                "Border" => vec![0.into(), 0.into(), 0.into()],
                "F" => PRINT,
                "Contents" => file::text(words),
                "StructParent" => key,
            };
            lead(&mut annotation, to);
            annotations.push(Annotation {
                object: document.add_object(annotation),
                part,
                page: object,
                key,
            });
        }
    }
    annotations
}

/// Says where an annotation leads.
fn lead(annotation: &mut Dictionary, to: &Goal) {
    match to {
        Goal::Address(address) => annotation.set(
            "A",
            dictionary! {
                "S" => "URI",
                "URI" => Object::String(encoded(address), StringFormat::Literal),
            },
        ),
        Goal::Place(name) => annotation.set("Dest", places::name(name)),
    }
}

/// An address in ASCII, as the file format asks (ISO 32000-1 §12.6.4.7): anything else as per cent codes.
fn encoded(address: &str) -> Vec<u8> {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut ascii = Vec::with_capacity(address.len());
    for byte in address.trim().bytes() {
        if byte.is_ascii_graphic() {
            ascii.push(byte);
        } else {
            let [high, low] = [byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]);
            ascii.extend([b'%', high, low]);
        }
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_ascii() {
        assert_eq!(
            encoded("https://a.example/b?c=d"),
            b"https://a.example/b?c=d"
        );
        assert_eq!(
            encoded("https://tŷ.example/a b"),
            b"https://t%C5%B7.example/a%20b"
        );
    }
}
