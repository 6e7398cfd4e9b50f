//! The nodes of the tree.

use std::sync::Arc;

use crate::diagnostic::Span;

/// A block of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading. In bodies, level 2 is the highest: level 1 is the title of the page or document.
    Heading {
        /// 2 to 6.
        level: u8,
        /// Its address on the page: made from its words, or from its clause number.
        id: String,
        /// The clause number it begins with, in a section of clauses: `2.3`. It is not part of the content.
        clause: Option<String>,
        /// Its words.
        content: Vec<Inline>,
        /// Where it stands.
        at: Span,
    },
    /// A paragraph.
    Paragraph {
        /// The clause number it begins with, in a section of clauses: `2.3.4`. It is not part of the content.
        clause: Option<String>,
        /// Its words.
        content: Vec<Inline>,
    },
    /// A list.
    List {
        /// The first number of a numbered list.
        start: Option<u64>,
        /// Its items.
        items: Vec<Item>,
    },
    /// A table with a row of headings.
    Table {
        /// What it is about, from a paragraph `Table: …` before it.
        caption: Vec<Inline>,
        /// How its columns are aligned.
        columns: Vec<Column>,
        /// The headings.
        head: Row,
        /// The rows.
        rows: Vec<Row>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A block that Markdown lacks: `> [!case] Title`.
    Container {
        /// Which it is.
        kind: ContainerKind,
        /// The words after its name.
        title: Vec<Inline>,
        /// What it holds.
        content: Vec<Block>,
    },
    /// A picture that stands alone in its paragraph.
    Picture {
        /// What it shows, for those who don't see it.
        alt: String,
        /// The file, as written; beneath the assets.
        file: String,
        /// The words below it (its Markdown title).
        caption: String,
        /// The language of both, as a BCP 47 tag, where it isn't that of the page.
        language: Option<Arc<str>>,
        /// Where it stands.
        at: Span,
    },
    /// Text to be shown as it is typed.
    Preformatted(String),
    /// A change of subject.
    Rule,
    /// What a footnote says.
    Footnote {
        /// Its name in the text.
        name: String,
        /// What it says.
        content: Vec<Block>,
    },
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What it holds. An item of a tight list holds one paragraph.
    pub content: Vec<Block>,
}

/// How a column of a table is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// As text begins.
    Start,
    /// In the middle.
    Centre,
    /// As text ends: for numbers.
    End,
}

/// A row of a table: a cell for each column.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The cells.
    pub cells: Vec<Vec<Inline>>,
}

/// The blocks that Markdown lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ContainerKind {
    /// What happened to someone.
    Case,
    /// A figure with its source; the title is the figure.
    Statistic,
    /// Questions to talk about.
    Prompts,
    /// Numbered things to do.
    Actions,
    /// Something to remember.
    Callout,
    /// Something urgent.
    Warning,
}

impl ContainerKind {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Case,
        Self::Statistic,
        Self::Prompts,
        Self::Actions,
        Self::Callout,
        Self::Warning,
    ];

    /// The name in Markdown: `case` for `> [!case]`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Statistic => "statistic",
            Self::Prompts => "prompts",
            Self::Actions => "actions",
            Self::Callout => "callout",
            Self::Warning => "warning",
        }
    }
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Words.
    Text(Arc<str>),
    /// `{{ terms.name }}`, not yet filled in.
    Term {
        /// The name of the term.
        name: Arc<str>,
        /// Where it stands.
        at: Span,
    },
    /// Stressed words.
    Emphasis(Vec<Inline>),
    /// Important words.
    Strong(Vec<Inline>),
    /// Something typed: an address, a file name.
    Code(Arc<str>),
    /// A link.
    Link {
        /// Where it leads.
        target: Target,
        /// Its words.
        content: Vec<Inline>,
        /// Where it stands.
        at: Span,
    },
    /// A small picture in a line.
    Picture {
        /// What it shows.
        alt: String,
        /// The file, beneath the assets.
        file: String,
        /// Where it stands.
        at: Span,
    },
    /// Words in another language than the rest of the page (WCAG 2.2, 3.1.2). Markdown has no mark for it: an edition sets it
    /// where a text isn't translated.
    Foreign {
        /// The language, as a BCP 47 tag.
        language: Arc<str>,
        /// The words.
        content: Vec<Inline>,
    },
    /// The mark of a footnote.
    FootnoteMark(String),
    /// A break that the author asked for.
    Break,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// An address outside: `https:`, `mailto:` or `tel:`.
    Address(String),
    /// A heading or clause on the same page.
    Here(String),
    /// A channel, by id, and a place on its page.
    Channel(String, Option<String>),
    /// A section, by id, and a place on its page.
    Section(String, Option<String>),
    /// A glossary entry, by id.
    Glossary(String),
    /// A source, by id.
    Source(String),
    /// A contact, by id.
    Contact(String),
    /// A download, by id.
    Download(String),
}

/// The words alone, without any markup.
pub fn plain_text(content: &[Inline]) -> String {
    let mut words = String::new();
    collect_words(content, &mut words);
    words
}

fn collect_words(content: &[Inline], words: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => words.push_str(text),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Foreign { content: inner, .. }
            | Inline::Link { content: inner, .. } => {
                collect_words(inner, words);
            }
            Inline::Picture { alt, .. } => words.push_str(alt),
            Inline::Break => words.push(' '),
            Inline::Term { name, .. } => {
                words.push_str("{{ terms.");
                words.push_str(name);
                words.push_str(" }}");
            }
            Inline::FootnoteMark(_) => {}
        }
    }
}
