//! The types of the table of words.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Audience, FontFamily, HandbookSettings, PosterChanges, PosterSettings, Text, Worry};
use crate::compare::LocalAdvice;
use crate::diagnostic::{Located, Span};
use crate::edition::BrandColour;
use crate::markdown::Block;
use crate::source::Node;

/// The pack as one board publishes it.
#[derive(Debug, Clone)]
pub struct Edition {
    /// Its id.
    pub id: String,
    /// Where it is declared: its `edition.yml`, or its row.
    pub at: Span,
    /// What it extends, the pack first and the edition itself last, by id. The pack's own id is `pack`.
    pub chain: Vec<String>,
    /// The folder it is written to: `eastvale`, `eastvale/cy`.
    pub folder: String,
    /// The pack's title.
    pub title: Located<String>,
    /// What it is and for whom, in a sentence.
    pub summary: Option<Text>,
    /// Whom it is for.
    pub audience: Option<Located<String>>,
    /// The words of welcome on the home page.
    pub welcome: Vec<Block>,
    /// The board's name.
    pub name: Located<String>,
    /// The board's short name.
    pub short_name: Option<Located<String>>,
    /// Where in the country it is.
    pub region: Option<Located<String>>,
    /// Where it is published, always ending in `/`.
    pub url: Option<Located<String>>,
    /// The language that it is in here, as a BCP 47 tag.
    pub language: String,
    /// Its languages, as BCP 47 tags, the main one first; never empty. In each of them it is an edition of its own.
    pub languages: Vec<Located<String>>,
    /// Those of its languages in which only a part is there: what nobody has translated is shown in another, on purpose.
    pub partly: Vec<String>,
    /// The plain words that are in another language, because nobody has translated them: by their places, with the language.
    pub foreign: BTreeMap<Span, String>,
    /// The theme's name.
    pub theme: Located<String>,
    /// Its colours and logo.
    pub branding: Branding,
    /// How it wants its posters.
    pub posters: PosterSettings,
    /// What it changes of the posters of its theme.
    pub poster_changes: PosterChanges,
    /// How it wants its handbook.
    pub handbook: HandbookSettings,
    /// Its levels, in order.
    pub levels: Vec<Arc<Level>>,
    /// Headings it words in its own way, by name.
    pub labels: BTreeMap<String, Located<String>>,
    /// The words it swaps in.
    pub terms: BTreeMap<String, Located<String>>,
    /// What a reader may be worried about, in order.
    pub worries: Vec<Worry>,
    /// Where the button "Exit this page" leads; none where there is to be no button.
    pub exit_page: Option<String>,
    /// Addresses on the web that are known to be right, so that nobody need ask for them.
    pub allowed_links: Vec<Located<String>>,
    /// Whether pages are kept on the reader's device, for use without a connection.
    pub offline: bool,
    /// What it advises otherwise than its pack, where its pages are to say so.
    pub local_advice: Option<Arc<LocalAdvice>>,
    /// The groups of readers that statements may be for, in order.
    pub audiences: Vec<Audience>,
    /// The do and don't summary.
    pub do_and_dont: Option<DoAndDont>,
    /// Its channels, in order.
    pub channels: Vec<Channel>,
    /// Its sections, in order.
    pub sections: Vec<Section>,
    /// Its contacts, the most urgent first.
    pub contacts: Vec<Contact>,
    /// Its glossary, sorted by term.
    pub glossary: Vec<GlossaryEntry>,
    /// Its sources, in order.
    pub sources: Vec<Source>,
    /// Its attachments, in order.
    pub downloads: Vec<Download>,
    /// Its document control.
    pub document: DocumentControl,
    /// What its accessibility statement says.
    pub accessibility: Accessibility,
    /// The pictures that its texts show, by the name they are called by.
    pub pictures: BTreeMap<String, Arc<[u8]>>,
    /// The merged tree of values, each with its place and what it replaced.
    pub values: Arc<Node>,
}

impl Edition {
    /// The language that it is in here, as a BCP 47 tag.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The language of the plain words that were written at a place, where it isn't the edition's: nobody has translated them.
    pub fn language_at(&self, place: Span) -> Option<&str> {
        self.foreign.get(&place).map(String::as_str)
    }

    /// Whether it is in its main language here.
    pub fn is_main(&self) -> bool {
        self.languages
            .first()
            .is_none_or(|main| main.value == self.language)
    }

    /// The folder of a language in that of the edition: none for the main one, which stands at the top.
    pub fn folder_of(&self, language: &str) -> Option<String> {
        let is_main = self
            .languages
            .first()
            .is_none_or(|main| main.value == language);
        (!is_main).then(|| language.to_lowercase())
    }

    /// The colours that it names itself, each with the key that says it. The second is left out where it is the first.
    pub fn own_colours(&self) -> impl Iterator<Item = (String, &Located<BrandColour>)> {
        let Branding {
            primary, secondary, ..
        } = &self.branding;
        let brand = [("primary", primary), ("secondary", secondary)]
            .into_iter()
            .filter(move |(key, colour)| *key == "primary" || *colour != primary)
            .map(|(key, colour)| (format!("branding.{key}"), colour));
        let behind = self.poster_changes.own_colours.iter();
        let behind =
            behind.map(|(region, colour)| (format!("posters.colours.{}", region.name()), colour));
        brand.chain(behind)
    }
}

/// Colours, logo, strapline and fonts.
#[derive(Debug, Clone)]
pub struct Branding {
    /// The main colour: bands and headings.
    pub primary: Located<BrandColour>,
    /// The second colour: links and accents. The main one, if none is given.
    pub secondary: Located<BrandColour>,
    /// The logo.
    pub logo: Option<Logo>,
    /// The board's motto.
    pub strapline: Option<Located<String>>,
    /// Fonts for its posters, before those of the theme; what comes first is tried first.
    pub fonts: Vec<FontFamily>,
}

/// A logo.
#[derive(Debug, Clone)]
pub struct Logo {
    /// The name of the file, as written.
    pub file: Located<String>,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// What it shows, in words.
    pub alt: Located<String>,
}

/// A column of advice.
#[derive(Debug, Clone)]
pub struct Level {
    /// Its id.
    pub id: String,
    /// Its name: Best practice.
    pub label: Located<String>,
    /// How it is meant.
    pub tone: Tone,
}

/// How a level is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Do this.
    Do,
    /// Take care.
    Caution,
    /// Don't do this.
    Dont,
}

impl Tone {
    /// The name in YAML.
    pub fn name(self) -> &'static str {
        match self {
            Tone::Do => "do",
            Tone::Caution => "caution",
            Tone::Dont => "dont",
        }
    }
}

/// One topic with one poster and one page.
#[derive(Debug, Clone)]
pub struct Channel {
    /// Its id.
    pub id: String,
    /// Where its file begins.
    pub at: Span,
    /// Its name.
    pub title: Located<String>,
    /// What it is about, in a line.
    pub summary: Option<Text>,
    /// The name of its icon in the theme.
    pub icon: Option<Located<String>>,
    /// The one thing its poster shouts.
    pub headline: Option<Text>,
    /// What is to be added to the headline.
    pub headline_note: Option<Text>,
    /// Its advice, by level; levels without any are left out.
    pub levels: Vec<LevelAdvice>,
    /// What should be in place.
    pub safeguards: Vec<Statement>,
    /// Figures that say why it matters.
    pub statistics: Vec<Statistic>,
    /// Channels to look at, too, by id; those left out of the edition are not here.
    pub see_also: Vec<String>,
    /// Longer advice, for the web and the handbook.
    pub body: Vec<Block>,
    /// Addresses that its page had before: `channels/e-mail`.
    pub aliases: Vec<Located<String>>,
}

/// What a channel says in one level.
#[derive(Debug, Clone)]
pub struct LevelAdvice {
    /// The level.
    pub level: Arc<Level>,
    /// The advice.
    pub statements: Vec<Statement>,
    /// What can follow.
    pub consequence: Option<Text>,
}

/// One piece of advice.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Its id, the same over versions.
    pub id: String,
    /// Where it was written.
    pub at: Span,
    /// The words for the poster.
    pub short: Text,
    /// The words for web and handbook, where they say more; may be empty.
    pub full: Vec<Block>,
    /// For whom it is; empty means for everybody.
    pub audiences: Vec<String>,
    /// The channel where there is more about it, by id, if this edition has it (in the summary of do and don't only).
    pub channel: Option<String>,
}

/// A figure, and what it means.
#[derive(Debug, Clone)]
pub struct Statistic {
    /// Its id, the same over versions.
    pub id: String,
    /// Where it was written.
    pub at: Span,
    /// The figure.
    pub figure: Located<String>,
    /// What it counts.
    pub meaning: Text,
    /// Where it is from: a source, by id, if this edition has it.
    pub source: Option<String>,
}

/// The summary of do and don't across channels.
#[derive(Debug, Clone)]
pub struct DoAndDont {
    /// Its title.
    pub title: Located<String>,
    /// What it is about, in a line.
    pub summary: Option<Text>,
    /// What to do.
    pub dos: Vec<Statement>,
    /// What not to do.
    pub donts: Vec<Statement>,
    /// More about it.
    pub body: Vec<Block>,
    /// Addresses that its page had before.
    pub aliases: Vec<Located<String>>,
}

/// A chapter of prose.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its id.
    pub id: String,
    /// Where its file begins.
    pub at: Span,
    /// Its title.
    pub title: Located<String>,
    /// What it is about, in a line.
    pub summary: Option<Text>,
    /// Whether it consists of numbered clauses.
    pub clauses: bool,
    /// Its text.
    pub body: Vec<Block>,
    /// Addresses that its page had before.
    pub aliases: Vec<Located<String>>,
}

impl Section {
    /// The headings of level 2 with their addresses and clause numbers: the section's own list of contents.
    pub fn contents(&self) -> Vec<Contents<'_>> {
        self.body
            .iter()
            .filter_map(|block| match block {
                Block::Heading {
                    level: 2,
                    id,
                    clause,
                    content,
                    ..
                } => Some(Contents {
                    id,
                    clause: clause.as_deref(),
                    content,
                }),
                _ => None,
            })
            .collect()
    }
}

/// An entry of a section's list of contents.
#[derive(Debug, Clone, Copy)]
pub struct Contents<'a> {
    /// The heading's address on the page.
    pub id: &'a str,
    /// Its clause number.
    pub clause: Option<&'a str>,
    /// Its words.
    pub content: &'a [crate::markdown::Inline],
}

/// A person, team or service to turn to.
#[derive(Debug, Clone)]
pub struct Contact {
    /// Its id.
    pub id: String,
    /// Where it was written.
    pub at: Span,
    /// Its name.
    pub name: Located<String>,
    /// What it is for.
    pub purpose: Option<Text>,
    /// Its phone number, as grouped by the author.
    pub phone: Option<Located<String>>,
    /// Its number for text messages.
    pub sms: Option<Located<String>>,
    /// Whether it takes calls by Relay UK, so that people who can't hear or speak on a phone can dial 18001 before its number.
    pub relay: bool,
    /// Its email address.
    pub email: Option<Located<String>>,
    /// Its web address.
    pub web: Option<Located<String>>,
    /// When it can be reached.
    pub hours: Option<Located<String>>,
    /// How soon it answers.
    pub response: Option<Located<String>>,
    /// What a call costs.
    pub cost: Option<Located<String>>,
    /// How urgent a matter it is for.
    pub urgency: Urgency,
    /// Whether it stands at the foot of posters.
    pub on_posters: bool,
}

/// How urgent a matter a contact is for. The order is that of showing them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// Someone is in danger now.
    Emergency,
    /// Today.
    Urgent,
    /// When it suits.
    Routine,
}

impl Urgency {
    /// The name in YAML.
    pub fn name(self) -> &'static str {
        match self {
            Urgency::Emergency => "emergency",
            Urgency::Urgent => "urgent",
            Urgency::Routine => "routine",
        }
    }
}

/// A word and what it means here.
#[derive(Debug, Clone)]
pub struct GlossaryEntry {
    /// Its id.
    pub id: String,
    /// The word.
    pub term: Located<String>,
    /// Its abbreviation.
    pub short: Option<Located<String>>,
    /// What it means.
    pub meaning: Text,
    /// Other words for it.
    pub also: Vec<Located<String>>,
}

/// An organisation, law or document to turn to.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Located<String>,
    /// What it belongs to: sources of one subject stand together.
    pub subject: Option<Located<String>>,
    /// What it offers.
    pub about: Option<Text>,
    /// Its web address.
    pub web: Option<Located<String>>,
    /// Its phone number.
    pub phone: Option<Located<String>>,
    /// Its email address.
    pub email: Option<Located<String>>,
    /// When it can be reached.
    pub hours: Option<Located<String>>,
}

/// A file to take away.
#[derive(Debug, Clone)]
pub struct Download {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Located<String>,
    /// What it is for.
    pub about: Option<Text>,
    /// The name of the file.
    pub file: Located<String>,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

/// What a record office asks of a document.
#[derive(Debug, Clone, Default)]
pub struct DocumentControl {
    /// Its reference.
    pub identifier: Option<Located<String>>,
    /// Its version.
    pub version: Option<Located<String>>,
    /// Where it stands: draft, current.
    pub status: Option<Located<String>>,
    /// Who looks after it.
    pub owner: Option<Located<String>>,
    /// Who approved it.
    pub approved_by: Option<Located<String>>,
    /// When it was approved.
    pub approved_on: Option<Located<Date>>,
    /// When it was issued.
    pub issued: Option<Located<Date>>,
    /// When it is to be looked at again.
    pub review: Option<Located<Date>>,
    /// What it replaces.
    pub replaces: Option<Located<String>>,
    /// Under which licence it may be used.
    pub licence: Option<Licence>,
    /// Whose work it builds on.
    pub acknowledgements: Option<Text>,
    /// What changed, the latest first, as the author orders it.
    pub amendments: Vec<Amendment>,
}

/// A licence.
#[derive(Debug, Clone)]
pub struct Licence {
    /// Its name.
    pub name: Located<String>,
    /// Its text on the web.
    pub url: Option<Located<String>>,
}

/// A change of the document.
#[derive(Debug, Clone)]
pub struct Amendment {
    /// The version it made.
    pub version: Located<String>,
    /// When.
    pub date: Located<Date>,
    /// By whom.
    pub by: Option<Located<String>>,
    /// Why.
    pub reason: Text,
}

/// What the accessibility statement says.
#[derive(Debug, Clone, Default)]
pub struct Accessibility {
    /// Whom to tell of problems: a contact, by id.
    pub contact: Option<Located<String>>,
    /// When the statement was prepared.
    pub prepared: Option<Located<Date>>,
    /// When it was last looked at again.
    pub reviewed: Option<Located<Date>>,
    /// How it was tested.
    pub tested: Option<Text>,
    /// What is known not to be accessible.
    pub gaps: Vec<Text>,
}
