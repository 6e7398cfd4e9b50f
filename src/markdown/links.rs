//! Every link and every picture of a text, for the checks.

use super::{Block, Inline, Target};
use crate::diagnostic::Span;

/// Calls `found` for each link in these blocks.
pub(crate) fn links_of_blocks<'a>(blocks: &'a [Block], found: &mut dyn FnMut(&'a Target, Span)) {
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph { content, .. } => {
                links_of_line(content, found);
            }
            Block::List { items, .. } => items
                .iter()
                .for_each(|item| links_of_blocks(&item.content, found)),
            Block::Table {
                caption,
                head,
                rows,
                ..
            } => {
                links_of_line(caption, found);
                let cells = std::iter::once(head).chain(rows).flat_map(|row| &row.cells);
                cells.for_each(|cell| links_of_line(cell, found));
            }
            Block::Container { title, content, .. } => {
                links_of_line(title, found);
                links_of_blocks(content, found);
            }
            Block::Quote(content) | Block::Footnote { content, .. } => {
                links_of_blocks(content, found);
            }
            Block::Picture { .. } | Block::Preformatted(_) | Block::Rule => {}
        }
    }
}

/// Calls `found` for each picture that stands by itself in these blocks, with its file and its place.
pub(crate) fn pictures_of_blocks<'a>(blocks: &'a [Block], found: &mut dyn FnMut(&'a str, Span)) {
    for block in blocks {
        match block {
            Block::Picture { file, at, .. } => found(file, *at),
            Block::List { items, .. } => items
                .iter()
                .for_each(|item| pictures_of_blocks(&item.content, found)),
            Block::Container { content, .. }
            | Block::Quote(content)
            | Block::Footnote { content, .. } => pictures_of_blocks(content, found),
            Block::Heading { .. }
            | Block::Paragraph { .. }
            | Block::Table { .. }
            | Block::Preformatted(_)
            | Block::Rule => {}
        }
    }
}

/// Calls `found` for each link in this line.
pub(crate) fn links_of_line<'a>(content: &'a [Inline], found: &mut dyn FnMut(&'a Target, Span)) {
    for inline in content {
        match inline {
            Inline::Link {
                target,
                content,
                at,
            } => {
                found(target, *at);
                links_of_line(content, found);
            }
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Foreign { content: inner, .. } => links_of_line(inner, found),
            Inline::Text(_)
            | Inline::Term { .. }
            | Inline::Code(_)
            | Inline::Picture { .. }
            | Inline::FootnoteMark(_)
            | Inline::Break => {}
        }
    }
}
