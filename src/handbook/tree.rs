//! The types of the document.

use std::collections::BTreeSet;

use super::named::sentence;
use super::{Named, Target};
use crate::edition::{Contact, HandbookPart, Logo, Text, Tone, Urgency};
use crate::markdown::Block;
use crate::theme::Words;

/// The whole edition as one document.
#[derive(Debug)]
pub struct Handbook<'a> {
    /// The main language, as a BCP 47 tag.
    pub language: &'a str,
    /// The front page.
    pub cover: Cover<'a>,
    /// What it consists of, in the order of reading. A list of contents, made by [`Handbook::contents`], stands before them.
    pub chapters: Vec<Chapter<'a>>,
    /// The last page.
    pub back: Back<'a>,
    /// Everything that can be pointed at.
    pub(super) targets: BTreeSet<Target>,
    /// Where the site is, ending in `/`.
    pub(super) site: Option<&'a str>,
}

/// The front page.
#[derive(Debug)]
pub struct Cover<'a> {
    /// The title.
    pub title: Named<'a>,
    /// The board's name.
    pub name: Named<'a>,
    /// The board's motto.
    pub strapline: Option<Named<'a>>,
    /// The board's logo.
    pub logo: Option<&'a Logo>,
    /// What the document is and for whom, in a sentence.
    pub summary: Option<&'a Text>,
    /// Whom it is for.
    pub audience: Option<Named<'a>>,
    /// Version, status, dates of issue and review.
    pub facts: Vec<Fact<'a>>,
}

/// A chapter. In a PDF or Word document its title is a heading of level 1.
#[derive(Debug)]
pub struct Chapter<'a> {
    /// Its name for links.
    pub target: Target,
    /// Which part of the handbook it is, or belongs to.
    pub part: HandbookPart,
    /// Its title.
    pub title: Named<'a>,
    /// The icon of a channel, by its name in the theme.
    pub icon: Option<&'a str>,
    /// What it is about, in a line.
    pub summary: Option<&'a Text>,
    /// What it holds.
    pub content: Vec<Element<'a>>,
}

/// A piece of a chapter.
#[derive(Debug)]
pub enum Element<'a> {
    /// A heading, of level 2 or 3.
    Heading {
        /// Its level.
        level: u8,
        /// Its name for links, where it has one.
        target: Option<Target>,
        /// Its words.
        words: String,
    },
    /// Text as its author wrote it. Its headings begin with level 2; each heading and clause is a target within the chapter, by its id or
    /// number. Prompts are to have room for notes.
    Prose(&'a [Block]),
    /// A line of text.
    Line(&'a Text),
    /// A sentence of the fixed words, and where it leads.
    Words {
        /// The sentence.
        words: String,
        /// A web or email address that stands in the sentence and is to be a link.
        address: Option<String>,
    },
    /// The one thing the chapter wants to be remembered, and what is added to it.
    Headline(&'a Text, Option<&'a Text>),
    /// A level with its statements.
    Level(Level<'a>),
    /// Statements without a level: what should be in place.
    Statements(Vec<Statement<'a>>),
    /// What can follow, by level.
    Consequences(Vec<Consequence<'a>>),
    /// Figures that say why it matters.
    Statistics(Vec<Statistic<'a>>),
    /// Names and values: the table of document control.
    Facts(Vec<Fact<'a>>),
    /// What has changed, as a table with headings for version, date, by whom, and the change.
    Amendments(Vec<Amendment<'a>>),
    /// Contacts of one urgency, sources of one subject.
    Group(Group<'a>),
    /// Words and what they mean.
    Glossary(Vec<Entry<'a>>),
    /// Other chapters to look at.
    SeeAlso(Vec<Reference>),
}

/// A level of a chapter, or one side of the summary of do and don't. Its label is a heading of level 2.
#[derive(Debug)]
pub struct Level<'a> {
    /// Its name for links.
    pub target: Target,
    /// Its label.
    pub label: Named<'a>,
    /// How it is meant.
    pub tone: Tone,
    /// What it says.
    pub statements: Vec<Statement<'a>>,
}

/// A piece of advice. It is never torn apart.
#[derive(Debug)]
pub struct Statement<'a> {
    /// Its name for links.
    pub target: Target,
    /// Its number among others of its kind, where it is called by one.
    pub number: Option<usize>,
    /// Its short words; none where they stand elsewhere and a reference leads there.
    pub short: Option<&'a Text>,
    /// Its full words; empty where the short ones say it all, or where a reference leads to them.
    pub full: &'a [Block],
    /// For whom it is, in words; none if it is for everybody.
    pub for_whom: Option<Vec<Named<'static>>>,
    /// Where there is more about it.
    pub references: Vec<Reference>,
}

/// What can follow from one level.
#[derive(Debug)]
pub struct Consequence<'a> {
    /// The level's label.
    pub label: Named<'a>,
    /// How the level is meant.
    pub tone: Tone,
    /// What can follow.
    pub text: &'a Text,
}

/// A figure, and what it means.
#[derive(Debug)]
pub struct Statistic<'a> {
    /// Its name for links.
    pub target: Target,
    /// The figure.
    pub figure: Named<'a>,
    /// What it counts.
    pub meaning: &'a Text,
    /// Where it is from. A source that the handbook leaves out is named all the same, and leads nowhere: ask [`Handbook::has`].
    pub source: Option<Reference>,
}

/// A name and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact<'a> {
    /// What it is: "Version", "Phone".
    pub name: String,
    /// What it says.
    pub value: Named<'a>,
    /// Where it leads: `https:`, `mailto:`, `tel:`.
    pub address: Option<String>,
}

/// A change of the document.
#[derive(Debug)]
pub struct Amendment<'a> {
    /// The version it made.
    pub version: &'a str,
    /// When, in words.
    pub date: String,
    /// By whom.
    pub by: Option<&'a str>,
    /// Why.
    pub reason: &'a Text,
}

/// Entries that stand together under a heading of level 2.
#[derive(Debug)]
pub struct Group<'a> {
    /// Its heading.
    pub heading: Named<'a>,
    /// How urgent its contacts are; none for sources.
    pub urgency: Option<Urgency>,
    /// The entries.
    pub entries: Vec<Entry<'a>>,
}

/// A contact, a source, or a word of the glossary. It is never torn apart.
#[derive(Debug)]
pub struct Entry<'a> {
    /// Its name for links.
    pub target: Target,
    /// Its name, or the word.
    pub name: Named<'a>,
    /// What it is for, offers or means.
    pub about: Option<&'a Text>,
    /// How to reach it; of a word, its abbreviation and other words for it.
    pub facts: Vec<Fact<'a>>,
}

/// The last page.
#[derive(Debug)]
pub struct Back<'a> {
    /// The board's name.
    pub name: Named<'a>,
    /// Where the whole guidance is on the web: the address of the QR code.
    pub address: Option<&'a str>,
    /// Whom to call.
    pub contacts: Vec<&'a Contact>,
    /// "Review by 1 September 2027".
    pub review: Option<String>,
}

/// That one place leads to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Where it leads.
    pub target: Target,
    /// What there is.
    pub relation: Relation,
}

/// What there is where a reference leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Relation {
    /// The same in more words.
    Fuller,
    /// The same in few words.
    Short,
    /// More about it, under this title.
    More(Named<'static>),
}

impl Reference {
    /// The reference in words. The page is known only in a document that has pages: "Fuller statement on page 14".
    pub fn words(&self, words: &Words, page: Option<usize>) -> Vec<Named<'static>> {
        let name = match self.relation {
            Relation::Fuller => "reference_fuller",
            Relation::Short => "reference_short",
            Relation::More(_) => "reference_more",
        };
        let title = match &self.relation {
            Relation::More(title) => title.clone(),
            Relation::Fuller | Relation::Short => Named::from(""),
        };
        match page {
            Some(page) => {
                let page = i64::try_from(page).unwrap_or(i64::MAX);
                let name = format!("{name}_on_page");
                sentence(words, &name, ("title", &title), &[("page", page.into())])
            }
            None => sentence(words, name, ("title", &title), &[]),
        }
    }
}

impl Handbook<'_> {
    /// Whether there is something of this name to point at.
    pub fn has(&self, target: &Target) -> bool {
        self.targets.contains(target)
    }

    /// Everything that can be pointed at, in the order of their names.
    pub fn targets(&self) -> impl Iterator<Item = &Target> {
        self.targets.iter()
    }
}
