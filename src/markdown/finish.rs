//! The last touch on a tree that was read: line ends become blanks, and tables get their captions.

use super::parse::SOFT_BREAK;
use super::{Block, Inline, Item, Row, plain_text};

/// How a caption begins, in the paragraph right before its table.
const CAPTION: &str = "Table: ";

pub(super) fn finish(blocks: Vec<Block>) -> Vec<Block> {
    let mut finished: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        let block = match block {
            Block::Heading {
                level,
                id,
                clause,
                content,
                at,
            } => Block::Heading {
                level,
                id,
                clause,
                content: line(content),
                at,
            },
            Block::Paragraph { clause, content } => Block::Paragraph {
                clause,
                content: line(content),
            },
            Block::List { start, items } => Block::List {
                start,
                items: items
                    .into_iter()
                    .map(|item| Item {
                        content: finish(item.content),
                    })
                    .collect(),
            },
            Block::Quote(content) => Block::Quote(finish(content)),
            Block::Container {
                kind,
                title,
                content,
            } => Block::Container {
                kind,
                title: line(title),
                content: finish(content),
            },
            Block::Footnote { name, content } => Block::Footnote {
                name,
                content: finish(content),
            },
            Block::Table {
                columns,
                head,
                rows,
                ..
            } => Block::Table {
                caption: take_caption(&mut finished),
                columns,
                head: row(head),
                rows: rows.into_iter().map(row).collect(),
            },
            other @ (Block::Picture { .. } | Block::Preformatted(_) | Block::Rule) => other,
        };
        finished.push(block);
    }
    finished
}

fn row(row: Row) -> Row {
    Row {
        cells: row.cells.into_iter().map(line).collect(),
    }
}

/// Takes the paragraph `Table: …` off the end, if there is one.
fn take_caption(before: &mut Vec<Block>) -> Vec<Inline> {
    let is_caption = matches!(before.last(), Some(Block::Paragraph { content, .. }) if plain_text(content).starts_with(CAPTION));
    if !is_caption {
        return Vec::new();
    }
    let Some(Block::Paragraph { mut content, .. }) = before.pop() else {
        return Vec::new();
    };
    if let Some(Inline::Text(text)) = content.first_mut() {
        *text = text.strip_prefix(CAPTION).unwrap_or(text).into();
    }
    content
}

/// A line with its line ends turned into blanks, and neighbouring words joined.
fn line(content: Vec<Inline>) -> Vec<Inline> {
    let mut joined: Vec<Inline> = Vec::with_capacity(content.len());
    for inline in content {
        let inline = match inline {
            Inline::Text(text) if &*text == SOFT_BREAK => Inline::Text(" ".into()),
            Inline::Emphasis(inner) => Inline::Emphasis(line(inner)),
            Inline::Strong(inner) => Inline::Strong(line(inner)),
            Inline::Link {
                target,
                content,
                at,
            } => Inline::Link {
                target,
                content: line(content),
                at,
            },
            other => other,
        };
        if let (Some(Inline::Text(last)), Inline::Text(next)) = (joined.last_mut(), &inline) {
            *last = format!("{last}{next}").into();
        } else {
            joined.push(inline);
        }
    }
    joined
}
