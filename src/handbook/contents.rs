//! The list of contents, and the outline, which says a little more.

use super::{Chapter, Element, Handbook, Target};
use crate::edition::HandbookPart;
use crate::markdown::{Block, plain_text};

/// An entry of the list of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentsEntry {
    /// 1 for a chapter, 2 for a heading in it.
    pub level: u8,
    /// The number of the clause that a heading stands for.
    pub clause: Option<String>,
    /// Its words.
    pub title: String,
    /// Where it leads.
    pub target: Target,
}

impl Handbook<'_> {
    /// The list of contents: chapters, and the headings of level 2 in them. Of channels only the titles: what is in them is
    /// alike in all.
    pub fn contents(&self) -> Vec<ContentsEntry> {
        self.chapters.iter().flat_map(Chapter::contents).collect()
    }

    /// The outline: chapters, and all headings of level 2 in them.
    pub fn outline(&self) -> Vec<ContentsEntry> {
        self.chapters.iter().flat_map(Chapter::outline).collect()
    }
}

impl Chapter<'_> {
    /// What of the chapter stands in the list of contents.
    fn contents(&self) -> Vec<ContentsEntry> {
        let mut entries = self.outline();
        if self.part == HandbookPart::Channels {
            entries.truncate(1);
        }
        entries
    }

    /// The chapter itself, and all its headings of level 2.
    pub fn outline(&self) -> Vec<ContentsEntry> {
        let mut entries = vec![ContentsEntry {
            level: 1,
            clause: None,
            title: self.title.clone(),
            target: self.target.clone(),
        }];
        let entry = |title: &str, target: &Target| ContentsEntry {
            level: 2,
            clause: None,
            title: title.to_owned(),
            target: target.clone(),
        };
        for element in &self.content {
            match element {
                Element::Heading {
                    level: 2,
                    target: Some(target),
                    words,
                } => entries.push(entry(words, target)),
                Element::Level(level) => {
                    entries.push(entry(&level.label, &level.target));
                }
                Element::Prose(blocks) => entries.extend(self.headings(blocks)),
                _ => {}
            }
        }
        entries
    }

    fn headings<'a>(&'a self, blocks: &'a [Block]) -> impl Iterator<Item = ContentsEntry> + 'a {
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
                title: plain_text(content),
                target: self.target.within(clause.as_deref().unwrap_or(id)),
            }),
            _ => None,
        })
    }
}
