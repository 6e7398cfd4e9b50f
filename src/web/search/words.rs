//! The words of a text, without its markup.

use crate::markdown::{Block, Inline};
use crate::web::wording::Wording;

/// The words of blocks, in the order of reading.
pub(super) fn words_of(blocks: &[Block]) -> Wording {
    let mut words = Vec::new();
    collect(blocks, &mut words);
    Wording::joined(words, " ")
}

fn collect(blocks: &[Block], words: &mut Vec<Wording>) {
    let line = |content: &[Inline]| Wording::of_line(content);
    for block in blocks {
        match block {
            Block::Heading {
                clause, content, ..
            }
            | Block::Paragraph { clause, content } => {
                words.extend(clause.as_ref().map(Wording::own));
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
            Block::Picture {
                alt,
                caption,
                language,
                ..
            } => words
                .extend([alt, caption].map(|text| Wording::in_language(language.as_ref(), text))),
            Block::Preformatted(text) => words.push(Wording::own(text)),
            Block::Rule => {}
        }
    }
    words.retain(|part| !part.plain().trim().is_empty());
}
