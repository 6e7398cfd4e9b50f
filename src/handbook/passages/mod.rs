//! The handbook as one stream of passages: headings, paragraphs, lists, tables.
//!
//! Comes in: a [`Handbook`], which knows of channels, levels and contacts. Goes out: [`Passage`]s, which know only what a word processor
//! knows. Word, plain text and the single page are written from them, each with a handful of rules, and so say the same.
//! (Pages of print are laid out from the handbook itself: there a level is a box with an icon.)

mod elements;
mod prose;

use std::sync::Arc;

use super::{Chapter, Destination, Handbook, Named, Target};
use crate::markdown::Block;
use crate::theme::Words;

/// A piece of a document.
#[derive(Debug, Clone)]
pub(super) enum Passage<'a> {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A list.
    List(List<'a>),
    /// Words with what is to be said of each.
    Definitions(Vec<Definition<'a>>),
    /// A table.
    Table(Table),
    /// What stands apart: a case, a warning, a quotation.
    Apart {
        /// What it is, in words, and its title.
        title: Vec<Run>,
        /// What it says.
        content: Vec<Passage<'a>>,
    },
    /// A picture.
    Picture {
        /// What it shows, for those who don't see it.
        alt: Named<'a>,
        /// Its file, by the name it is called by.
        file: &'a str,
        /// The words below it.
        caption: Named<'a>,
    },
    /// Text as it was typed.
    Typed(&'a str),
    /// Lines to write on.
    RoomForNotes,
    /// A change of subject.
    Rule,
}

/// A heading.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    /// 1 for a chapter, 2 and more within it.
    pub(super) level: u8,
    /// Its name for links.
    pub(super) target: Option<Target>,
    /// The number of the clause it stands for.
    pub(super) clause: Option<String>,
    /// Its words.
    pub(super) runs: Vec<Run>,
}

/// A paragraph.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    /// What it is for.
    pub(super) look: Look,
    /// Its name for links.
    pub(super) target: Option<Target>,
    /// The number of the clause it is.
    pub(super) clause: Option<String>,
    /// Its words.
    pub(super) runs: Vec<Run>,
}

/// What a paragraph is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// For reading.
    Body,
    /// What a chapter is about, in a line.
    Summary,
    /// The one thing to remember.
    Headline,
    /// How to reach someone, line by line.
    Facts,
    /// What is said beside: for whom, where there is more.
    Aside,
}

/// A list.
#[derive(Debug, Clone)]
pub(super) struct List<'a> {
    /// Whether its items are numbered.
    pub(super) numbered: bool,
    /// Its items.
    pub(super) items: Vec<Item<'a>>,
}

/// An item of a list.
#[derive(Debug, Clone)]
pub(super) struct Item<'a> {
    /// Its number in a numbered list.
    pub(super) number: u64,
    /// Its name for links.
    pub(super) target: Option<Target>,
    /// What it says.
    pub(super) content: Vec<Passage<'a>>,
    /// The mark that leads to it, where it is a footnote.
    pub(super) back: Option<Target>,
}

/// A word, and what is to be said of it.
#[derive(Debug, Clone)]
pub(super) struct Definition<'a> {
    /// Its name for links.
    pub(super) target: Option<Target>,
    /// The word.
    pub(super) term: Vec<Run>,
    /// What is to be said of it.
    pub(super) content: Vec<Passage<'a>>,
}

/// A table.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// What it is about.
    pub(super) caption: Vec<Run>,
    /// The headings of its columns; none where the first cell of each row heads it.
    pub(super) head: Vec<Vec<Run>>,
    /// Its rows, cell by cell.
    pub(super) rows: Vec<Vec<Vec<Run>>>,
}

/// A piece of a line.
#[derive(Debug, Clone)]
pub(super) enum Run {
    /// Words.
    Words {
        /// What they say.
        text: String,
        /// How they are said.
        style: Style,
    },
    /// Words that lead somewhere.
    Link {
        /// Where.
        destination: Destination,
        /// The words.
        runs: Vec<Run>,
    },
    /// The mark of a footnote.
    Mark(Mark),
    /// A break that the author asked for.
    Break,
}

/// The mark of a footnote.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// The number of the footnote in its chapter.
    pub(super) number: usize,
    /// Its name for links.
    pub(super) note: Target,
    /// The name of the mark itself, by which the footnote leads back: of the first, if there are several.
    pub(super) own: Option<Target>,
}

impl Mark {
    /// The mark of a footnote in a chapter.
    fn of(number: usize, chapter: &Target, is_first: bool) -> Self {
        Self {
            number,
            note: chapter.within(&format!("note_{number}")),
            own: is_first.then(|| chapter.within(&format!("mark_{number}"))),
        }
    }
}

/// How words are said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Style {
    /// Important.
    pub(super) strong: bool,
    /// Stressed.
    pub(super) emphasis: bool,
    /// Something typed.
    pub(super) typed: bool,
    /// In another language than the document.
    pub(super) language: Option<Arc<str>>,
}

impl Run {
    /// Words as they are.
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self::Words {
            text: text.into(),
            style: Style::default(),
        }
    }

    /// Words that may be in another language than the document.
    pub(super) fn named<'n>(words: impl Into<Named<'n>>) -> Self {
        let words = words.into();
        Self::Words {
            text: words.words.into_owned(),
            style: Style {
                language: words.language.as_deref().map(Arc::from),
                ..Style::default()
            },
        }
    }

    /// Important words.
    pub(super) fn strong(text: impl Into<String>) -> Self {
        Self::Words {
            text: text.into(),
            style: Style {
                strong: true,
                ..Style::default()
            },
        }
    }
}

impl Paragraph {
    /// A paragraph without a name or number.
    pub(super) fn new(look: Look, runs: Vec<Run>) -> Self {
        Self {
            look,
            target: None,
            clause: None,
            runs,
        }
    }
}

impl From<Paragraph> for Passage<'_> {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(paragraph)
    }
}

/// The words of a line, without markup.
pub(super) fn plain_text(runs: &[Run]) -> String {
    let mut text = String::new();
    for run in runs {
        match run {
            Run::Words { text: words, .. } => text.push_str(words),
            Run::Link { runs, .. } => text.push_str(&plain_text(runs)),
            Run::Break => text.push(' '),
            Run::Mark(_) => {}
        }
    }
    text
}

/// The passages of a chapter, its heading first and its footnotes last.
pub(super) fn of_chapter<'a>(
    handbook: &'a Handbook<'a>,
    chapter: &'a Chapter<'a>,
    words: &'a Words,
) -> Vec<Passage<'a>> {
    let mut teller = Teller {
        handbook,
        chapter,
        words,
        text: &[],
        footnotes: Vec::new(),
    };
    let mut passages = teller.chapter();
    passages.extend(teller.footnotes());
    passages
}

/// What it takes to tell a chapter.
struct Teller<'a> {
    handbook: &'a Handbook<'a>,
    chapter: &'a Chapter<'a>,
    words: &'a Words,
    /// The text that is being told, whose footnotes are its own.
    text: &'a [Block],
    /// The footnotes, in the order in which they were met.
    footnotes: Vec<Footnote<'a>>,
}

/// A footnote: the text it belongs to, and its name there.
#[derive(Debug, Clone, Copy)]
struct Footnote<'a> {
    text: &'a [Block],
    name: &'a str,
}
