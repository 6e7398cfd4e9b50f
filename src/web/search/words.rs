//! The words of a text, without its markup.

use crate::markdown::{Block, Inline, plain_text};

/// The words of blocks, in the order of reading.
pub(super) fn words_of(blocks: &[Block]) -> String {
    let mut words = Vec::new();
    collect(blocks, &mut words);
    words.join(" ")
}

fn collect(blocks: &[Block], words: &mut Vec<String>) {
    let line = |content: &[Inline]| plain_text(content);
    for block in blocks {
        match block {
            Block::Heading {
                clause, content, ..
            }
            | Block::Paragraph { clause, content } => {
                words.extend(clause.clone());
                words.push(line(content));
            }
            Block::List { items, .. } => {
                for item in items {
                    collect(&item.content, words);
                }
            }
            Block::Table {
                caption,
                head,
                rows,
                ..
            } => {
                words.push(line(caption));
                for row in [head].into_iter().chain(rows) {
                    words.extend(row.cells.iter().map(|cell| line(cell)));
                }
            }
            Block::Container { title, content, .. } => {
                words.push(line(title));
                collect(content, words);
            }
            Block::Quote(content) | Block::Footnote { content, .. } => collect(content, words),
            Block::Picture { alt, caption, .. } => words.extend([alt.clone(), caption.clone()]),
            Block::Preformatted(text) => words.push(text.clone()),
            Block::Rule => {}
        }
    }
    words.retain(|part| !part.trim().is_empty());
}
