//! Short texts: what a poster can say in a few words.

use std::sync::Arc;

use super::{Block, Inline};
use crate::diagnostic::{Code, Diagnostic, Span};

/// A block of a short text. There are no others, so that nothing can be written that a poster wouldn't show.
#[derive(Debug, Clone, PartialEq)]
pub enum ShortBlock {
    /// A heading.
    Heading(Arc<[Inline]>),
    /// A paragraph.
    Paragraph(Arc<[Inline]>),
    /// A list, each of whose items is a paragraph.
    List {
        /// The first number, if its items are numbered.
        start: Option<u64>,
        /// Its items.
        items: Vec<Arc<[Inline]>>,
    },
}

/// The short text that these blocks are, or what in them is none.
pub(crate) fn short_text(blocks: Vec<Block>, at: Span) -> Result<Vec<ShortBlock>, Diagnostic> {
    blocks
        .into_iter()
        .map(|block| match block {
            Block::Heading { content, .. } => Ok(ShortBlock::Heading(content.into())),
            Block::Paragraph { content, .. } => Ok(ShortBlock::Paragraph(content.into())),
            Block::List { start, items } => items
                .into_iter()
                .map(|item| {
                    let mut content = item.content.into_iter();
                    match (content.next(), content.next()) {
                        (Some(Block::Paragraph { content, .. }), None) => Ok(content.into()),
                        _ => Err(unfit("an item of more than a paragraph", at)),
                    }
                })
                .collect::<Result<_, _>>()
                .map(|items| ShortBlock::List { start, items }),
            Block::Table { .. } => Err(unfit("a table", at)),
            Block::Quote(_) => Err(unfit("a quotation", at)),
            Block::Container { .. } => Err(unfit("a block with a name", at)),
            Block::Picture { .. } => Err(unfit("a picture", at)),
            Block::Preformatted(_) => Err(unfit("text as it was typed", at)),
            Block::Rule => Err(unfit("a line across", at)),
            Block::Footnote { .. } => Err(unfit("a footnote", at)),
        })
        .collect()
}

fn unfit(what: &str, at: Span) -> Diagnostic {
    Diagnostic::new(
        Code::WrongForm,
        format!("a poster's text can't have {what}"),
    )
    .at(at, "expected paragraphs, headings and lists")
    .help("a page can: put it into a section, or into the body of a channel")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostics, FileId};
    use crate::markdown::{Options, Place, parse_blocks};

    fn read(text: &str) -> Result<Vec<ShortBlock>, Diagnostic> {
        let at = Span::new(FileId(0), 0..text.len());
        let mut problems = Diagnostics::new();
        let blocks = parse_blocks(text, Place::whole(at), Options::default(), &mut problems);
        short_text(blocks, at)
    }

    #[test]
    fn paragraphs_headings_and_lists_are_short() {
        let blocks = read("## Before you go\n\nLook twice.\n\n1. One\n2. Two\n").expect("short");
        assert!(matches!(
            blocks.as_slice(),
            [
                ShortBlock::Heading(_),
                ShortBlock::Paragraph(_),
                ShortBlock::List { start: Some(1), items }
            ] if items.len() == 2
        ));
    }

    #[test]
    fn what_a_poster_would_not_show_is_said() {
        for text in [
            "> Said.",
            "| a |\n|---|\n| b |",
            "    typed",
            "- a\n\n  b",
            "---",
        ] {
            let problem = read(text).expect_err(text);
            assert_eq!(problem.code, Code::WrongForm);
        }
    }
}
