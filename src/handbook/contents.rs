//! The list of contents, and the outline, which says a little more.

use super::{Chapter, Element, Handbook, Named, Target};
use crate::edition::HandbookPart;
use crate::markdown::Block;

/// An entry of the list of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentsEntry<'a> {
    /// 1 for a chapter, 2 for a heading in it.
    pub level: u8,
    /// The number of the clause that a heading stands for.
    pub clause: Option<String>,
    /// Its words.
    pub title: Named<'a>,
    /// Where it leads.
    pub target: Target,
}

impl Handbook<'_> {
    /// The list of contents: chapters, and the headings of level 2 in them. Of channels only the titles: what is in them is
    /// alike in all.
    pub fn contents(&self) -> Vec<ContentsEntry<'_>> {
        self.chapters.iter().flat_map(Chapter::contents).collect()
    }

    /// The outline: chapters, and all headings of level 2 in them.
    pub fn outline(&self) -> Vec<ContentsEntry<'_>> {
        self.chapters.iter().flat_map(Chapter::outline).collect()
    }
}

impl Chapter<'_> {
    /// What of the chapter stands in the list of contents.
    fn contents(&self) -> Vec<ContentsEntry<'_>> {
        let mut entries = self.outline();
        if self.part == HandbookPart::Channels {
            entries.truncate(1);
        }
        entries
    }

    /// The chapter itself, and all its headings of level 2.
    pub fn outline(&self) -> Vec<ContentsEntry<'_>> {
        let mut entries = vec![ContentsEntry {
            level: 1,
            clause: None,
            title: (&self.title).into(),
            target: self.target.clone(),
        }];
        let entry = |title, target: &Target| ContentsEntry {
            level: 2,
            clause: None,
            title,
            target: target.clone(),
        };
        for element in &self.content {
            match element {
                Element::Heading {
                    level: 2,
                    target: Some(target),
                    words,
                } => entries.push(entry(words.into(), target)),
                Element::Level(level) => {
                    entries.push(entry((&level.label).into(), &level.target));
                }
                Element::Prose(blocks) => entries.extend(self.headings(blocks)),
                _ => {}
            }
        }
        entries
    }

    fn headings<'a>(&'a self, blocks: &'a [Block]) -> impl Iterator<Item = ContentsEntry<'a>> + 'a {
        blocks.iter().filter_map(|block| match block {
            Block::Heading {
                level: 2,
                id,
                clause,
                content,
                ..
            } => Some(ContentsEntry {
                level: 2,
                clause: clause.clone(),
                title: Named::of_line(content),
                target: self.target.within(clause.as_deref().unwrap_or(id)),
            }),
            _ => None,
        })
    }
}
