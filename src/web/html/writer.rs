//! What the writing of one page's texts needs to remember.

use super::Html;
use crate::markdown::{Block, Inline, Target};
use crate::theme::{LoadedTheme, Words};
use crate::web::picture_size::Size;
use crate::web::views::direction;

/// What the texts of a page link to.
pub(crate) trait Links {
    /// The address of a link, as it stands in `href`; `None` if there is nothing there in this edition.
    fn target(&self, target: &Target) -> Option<String>;
    /// A picture, by the name of its file; `None` if there is no such file.
    fn picture(&self, file: &str) -> Option<ShownPicture>;
}

/// A picture to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ShownPicture {
    /// Its address, as it stands in `src`.
    pub(crate) address: String,
    /// How large it is, if it says so.
    pub(crate) size: Option<Size>,
    /// The addresses of the same in fewer pixels, with their widths, the smallest first.
    pub(crate) smaller: Vec<(String, u32)>,
}

/// Writes the texts of one page.
///
/// One writer serves a whole page, since numbers of footnotes and ids of tables must not repeat on it.
pub(crate) struct Writer<'a> {
    pub(super) links: &'a dyn Links,
    pub(super) theme: &'a LoadedTheme,
    pub(super) words: &'a Words,
    /// The level of the heading that the text stands under.
    pub(super) level: u8,
    /// By how much the levels of headings are raised.
    pub(super) raised: u8,
    /// The names of footnotes, in the order of their numbers.
    pub(super) notes: Vec<String>,
    /// Footnotes whose mark stands on the page already.
    pub(super) boxes: usize,
    pub(super) tables: usize,
    /// Glossary entries that the page links to, in the order of their first mention.
    pub(super) glossary: Vec<String>,
    /// Whether the page explains its words itself.
    pub(super) explains: bool,
    /// Whether the words at hand are read from right to left.
    pub(super) mirrored: bool,
    /// Whether the next picture is seen as soon as the page is: then it isn't to wait.
    pub(super) at_once: bool,
}

impl<'a> Writer<'a> {
    /// A writer for a page.
    pub(crate) fn new(links: &'a dyn Links, theme: &'a LoadedTheme, words: &'a Words) -> Self {
        Self {
            links,
            theme,
            words,
            level: 1,
            raised: 0,
            notes: Vec::new(),
            boxes: 0,
            tables: 0,
            glossary: Vec::new(),
            explains: false,
            mirrored: direction(words.language()) == "rtl",
            at_once: false,
        }
    }

    /// Lets words lead to where the page itself explains them, and not to the glossary.
    pub(crate) fn explain_here(&mut self, explains: bool) {
        self.explains = explains;
    }

    /// The HTML of a text that stands right under a heading of this level. Its footnotes follow it.
    pub(crate) fn body(&mut self, blocks: &[Block], under: u8) -> Html {
        let mut html = String::new();
        self.level = under;
        self.raised = under.saturating_sub(1);
        self.blocks(blocks, &mut html);
        self.footnotes(blocks, &mut html);
        Html(html)
    }

    /// The same for the text that a page begins with: a picture at its top is fetched at once.
    pub(crate) fn first_body(&mut self, blocks: &[Block], under: u8) -> Html {
        /// So many blocks are seen before anyone scrolls.
        const AT_THE_TOP: usize = 2;
        let top = blocks.iter().take(AT_THE_TOP);
        self.at_once = top
            .into_iter()
            .any(|block| matches!(block, Block::Picture { .. }));
        let html = self.body(blocks, under);
        self.at_once = false;
        html
    }

    /// The HTML of a line.
    pub(crate) fn line(&mut self, content: &[Inline]) -> Html {
        let mut html = String::new();
        self.inlines(content, &mut html);
        Html(html)
    }

    /// The HTML of a line without its links, for places that are links or buttons themselves.
    pub(crate) fn line_without_links(&mut self, content: &[Inline]) -> Html {
        let mut html = String::new();
        self.inlines_without_links(content, &mut html);
        Html(html)
    }

    /// Glossary entries that the page links to, in the order of their first mention.
    pub(crate) fn glossary(&self) -> &[String] {
        &self.glossary
    }
}
