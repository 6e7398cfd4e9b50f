//! What a lawful structure tree is, as far as it can be told before the file is written.

use super::error::PdfError;
use super::{file, structure};
use crate::print::scene::{PartId, Role, Scene};

/// Refuses what is no tree, parts in the wrong place, and parts that lack what their role needs.
pub(super) fn check(scene: &Scene) -> Result<(), PdfError> {
    let structure = &scene.structure;
    let mut has_parent = vec![false; structure.len()];
    for place in 0..structure.len() {
        let part = structure.part(PartId(place as u32));
        for child in &part.children {
            // Every part is inside one that was made before it: so there can be no circle.
            match has_parent.get_mut(child.0 as usize) {
                Some(parent) if !*parent && child.0 as usize > place => *parent = true,
                _ => return Err(PdfError::NotATree),
            }
            let inner = &structure.part(*child).role;
            if !may_hold(&part.role, inner) {
                return Err(PdfError::Misplaced {
                    inner: structure::tag(inner),
                    outer: structure::tag(&part.role),
                });
            }
        }
        if let Some(language) = &part.language {
            check_language(language)?;
        }
        check_role(scene, &part.role)?;
    }
    // All but the document itself are inside something.
    if has_parent.iter().skip(1).all(|&has| has) {
        Ok(())
    } else {
        Err(PdfError::NotATree)
    }
}

fn check_role(scene: &Scene, role: &Role) -> Result<(), PdfError> {
    match role {
        Role::Heading(level) if !(1..=6).contains(level) => Err(PdfError::HeadingLevel(*level)),
        Role::Figure { alt, place } => {
            if alt.trim().is_empty() {
                return Err(PdfError::NoDescription { page: place.0 + 1 });
            }
            file::check_frame(scene, place.0, place.1)
        }
        Role::Link { boxes, .. } => boxes
            .iter()
            .try_for_each(|&(page, frame)| file::check_frame(scene, page, frame)),
        _ => Ok(()),
    }
}

/// Whether a part may stand directly inside another: the pieces of lists, tables and tables of contents only where they
/// belong, and nothing else there (ISO 32000-1 §14.8.4.3; ISO 14289-1 §7.2).
fn may_hold(outer: &Role, inner: &Role) -> bool {
    match (outer, inner) {
        (Role::List { .. }, Role::ListItem | Role::List { .. } | Role::Caption)
        | (Role::ListItem, Role::Label | Role::ListBody)
        | (Role::Table, Role::Row | Role::Caption)
        | (Role::Row, Role::HeaderCell { .. } | Role::Cell)
        | (Role::Contents, Role::ContentsItem | Role::Contents | Role::Caption) => true,
        (Role::List { .. } | Role::ListItem | Role::Table | Role::Row | Role::Contents, _)
        | (
            _,
            Role::Document
            | Role::ListItem
            | Role::ListBody
            | Role::Row
            | Role::HeaderCell { .. }
            | Role::Cell
            | Role::ContentsItem,
        ) => false,
        _ => true,
    }
}

/// Refuses headings that begin below the first level, or go down by more than one (ISO 14289-1 §7.4.2). Parts that
/// are left out of the tree don't count.
pub(super) fn check_headings(scene: &Scene, filled: &[bool]) -> Result<(), PdfError> {
    let mut before = 0;
    let mut ahead = vec![scene.structure.root()];
    while let Some(id) = ahead.pop() {
        if !filled.get(id.0 as usize).copied().unwrap_or(false) {
            continue;
        }
        let part = scene.structure.part(id);
        if let Role::Heading(level) = part.role {
            if level > before + 1 {
                return Err(PdfError::HeadingOrder {
                    before,
                    after: level,
                });
            }
            before = level;
        }
        ahead.extend(part.children.iter().rev());
    }
    Ok(())
}

/// Refuses what cannot be the tag of a language: `en`, `cy-GB`, `zh-Hant-HK` are.
pub(super) fn check_language(tag: &str) -> Result<(), PdfError> {
    let mut pieces = tag.split('-');
    let first = pieces.next().unwrap_or_default();
    let lawful = (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && pieces.all(|piece| {
            (1..=8).contains(&piece.len()) && piece.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    if lawful {
        Ok(())
    } else {
        Err(PdfError::Language(tag.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_languages_are_told_from_words() {
        for tag in ["en", "cy-GB", "zh-Hant-HK", "sl-rozaj-1994"] {
            assert_eq!(check_language(tag), Ok(()), "{tag}");
        }
        for tag in ["", "e", "English language", "en_GB", "en-", "2n"] {
            assert!(check_language(tag).is_err(), "{tag}");
        }
    }

    #[test]
    fn pieces_stand_only_where_they_belong() {
        assert!(may_hold(&Role::Table, &Role::Row));
        assert!(may_hold(&Role::Cell, &Role::Paragraph));
        assert!(!may_hold(&Role::Table, &Role::Paragraph));
        assert!(!may_hold(&Role::Section, &Role::Row));
        assert!(!may_hold(&Role::Paragraph, &Role::ListItem));
        assert!(may_hold(&Role::ListBody, &Role::List { numbered: true }));
    }
}
