//! What `pack.json` says. The sentences here are those of its schema.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

/// An edition of a pack of guidance, as its board publishes it: texts with terms filled in, everything in the order to show it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Edition")]
pub(super) struct EditionData {
    /// Where the schema of this file is.
    #[serde(rename = "$schema")]
    pub(super) schema: &'static str,
    /// The form of this file. It becomes larger when something changes that a reader of it may rely on.
    pub(super) format: u32,
    /// The edition's id.
    pub(super) id: String,
    /// What it builds on, by id: the pack first, the edition itself last.
    pub(super) chain: Vec<String>,
    /// Its title.
    pub(super) title: String,
    /// What it is and for whom.
    pub(super) summary: Option<Words>,
    /// Whom it is for.
    pub(super) audience: Option<String>,
    /// The words of welcome, as HTML.
    pub(super) welcome: String,
    /// Who publishes it.
    pub(super) publisher: Publisher,
    /// Where it is published.
    pub(super) url: Option<String>,
    /// Its languages, as BCP 47 tags, the main one first.
    pub(super) languages: Vec<String>,
    /// Headings that it words in its own way, by name.
    pub(super) labels: BTreeMap<String, String>,
    /// The words that it swaps in, by name. Texts here have them already.
    pub(super) terms: BTreeMap<String, String>,
    /// Its levels of advice.
    pub(super) levels: Vec<LevelData>,
    /// Groups of readers that statements may be for.
    pub(super) audiences: Vec<AudienceData>,
    /// Ways in for someone worried.
    pub(super) worries: Vec<WorryData>,
    /// Its channels: topics with one page and one poster each.
    pub(super) channels: Vec<ChannelData>,
    /// The summary of do and don't.
    pub(super) do_and_dont: Option<DoAndDontData>,
    /// Its sections: chapters of prose.
    pub(super) sections: Vec<SectionData>,
    /// Whom to turn to, the most urgent first.
    pub(super) contacts: Vec<ContactData>,
    /// What words mean.
    pub(super) glossary: Vec<GlossaryData>,
    /// Organisations, laws and guidance.
    pub(super) sources: Vec<SourceData>,
    /// Files to take away.
    pub(super) downloads: Vec<DownloadData>,
    /// Document control.
    pub(super) document: DocumentData,
}

/// A line of text.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Words {
    /// The words alone.
    pub(super) text: String,
    /// The words with their markup, as HTML. Links are relative to this file.
    pub(super) html: String,
}

/// Who publishes an edition.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Publisher {
    /// The board's name.
    pub(super) name: String,
    /// Its short name.
    pub(super) short_name: Option<String>,
    /// Where in the country it is.
    pub(super) region: Option<String>,
    /// Its motto.
    pub(super) strapline: Option<String>,
    /// Its main colour: `#1b365d`.
    pub(super) colour: String,
    /// Its second colour.
    pub(super) second_colour: String,
}

/// A level of advice.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LevelData {
    /// Its id.
    pub(super) id: String,
    /// Its name: Best practice.
    pub(super) label: String,
    /// How it is meant: `do`, `caution` or `dont`.
    pub(super) tone: &'static str,
}

/// A group of readers.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AudienceData {
    /// Its id.
    pub(super) id: String,
    /// What it is called.
    pub(super) label: String,
    /// Who belongs to it.
    pub(super) about: Option<Words>,
}

/// Something a reader may be worried about.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct WorryData {
    /// Its id.
    pub(super) id: String,
    /// What it is, as it follows "I'm worried about …".
    pub(super) text: String,
    /// What it leads to: `channel`, `section` or `contact`.
    pub(super) kind: &'static str,
    /// The id of what it leads to.
    pub(super) to: String,
}

/// A channel.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ChannelData {
    /// Its id.
    pub(super) id: String,
    /// Its name.
    pub(super) title: String,
    /// Its page, relative to this file.
    pub(super) page: String,
    /// What it is about.
    pub(super) summary: Option<Words>,
    /// The name of its icon.
    pub(super) icon: Option<String>,
    /// The one thing its poster shouts.
    pub(super) headline: Option<Words>,
    /// What is to be added to the headline.
    pub(super) headline_note: Option<Words>,
    /// Its advice by level.
    pub(super) levels: Vec<AdviceData>,
    /// What should be in place.
    pub(super) safeguards: Vec<StatementData>,
    /// Figures that say why it matters.
    pub(super) statistics: Vec<StatisticData>,
    /// Channels to look at, too, by id.
    pub(super) see_also: Vec<String>,
    /// Longer advice, as HTML. Links are relative to this file.
    pub(super) body: String,
    /// Its posters, on every size of paper, the main one first.
    pub(super) posters: Vec<PosterData>,
}

/// What a channel says in one level.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AdviceData {
    /// The level, by id.
    pub(super) level: String,
    /// The advice.
    pub(super) statements: Vec<StatementData>,
    /// What can follow.
    pub(super) consequence: Option<Words>,
}

/// One piece of advice.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct StatementData {
    /// Its id, the same over versions.
    pub(super) id: String,
    /// Its short words.
    pub(super) short: Words,
    /// Its full words, as HTML, where they say more.
    pub(super) full: Option<String>,
    /// For whom it is, by id; empty means for everybody.
    pub(super) audiences: Vec<String>,
    /// The channel that says more, by id.
    pub(super) channel: Option<String>,
}

/// A figure, and what it means.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct StatisticData {
    /// Its id.
    pub(super) id: String,
    /// The figure.
    pub(super) figure: String,
    /// What it counts.
    pub(super) meaning: Words,
    /// Where it is from: a source, by id.
    pub(super) source: Option<String>,
}

/// A poster.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PosterData {
    /// The PDF file, relative to this file.
    pub(super) file: String,
    /// Its paper: `a4`, `a3` …
    pub(super) paper: &'static str,
    /// For whom it is set: `standard`, `large-print`, `ink-saver`.
    pub(super) variant: &'static str,
    /// How many pages it has.
    pub(super) pages: usize,
    /// How large the file is, in bytes.
    pub(super) bytes: usize,
}

/// The summary of do and don't.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DoAndDontData {
    /// Its title.
    pub(super) title: String,
    /// Its page, relative to this file.
    pub(super) page: String,
    /// What it is about.
    pub(super) summary: Option<Words>,
    /// What to do.
    #[serde(rename = "do")]
    pub(super) dos: Vec<StatementData>,
    /// What not to do.
    #[serde(rename = "dont")]
    pub(super) donts: Vec<StatementData>,
    /// More about it, as HTML.
    pub(super) body: String,
    /// Its posters.
    pub(super) posters: Vec<PosterData>,
}

/// A section.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SectionData {
    /// Its id.
    pub(super) id: String,
    /// Its title.
    pub(super) title: String,
    /// Its page, relative to this file.
    pub(super) page: String,
    /// What it is about.
    pub(super) summary: Option<Words>,
    /// Whether it consists of numbered clauses. The number of each is its address on the page.
    pub(super) clauses: bool,
    /// Its text, as HTML. Links are relative to this file.
    pub(super) body: String,
}

/// A person, team or service.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ContactData {
    /// Its id.
    pub(super) id: String,
    /// Its name.
    pub(super) name: String,
    /// What it is for.
    pub(super) purpose: Option<Words>,
    /// How urgent a matter it is for: `emergency`, `urgent` or `routine`.
    pub(super) urgency: &'static str,
    /// Its phone number, grouped as it is to be shown.
    pub(super) phone: Option<String>,
    /// Its number for text messages.
    pub(super) sms: Option<String>,
    /// Whether it takes calls by Relay UK.
    pub(super) relay: bool,
    /// Its email address.
    pub(super) email: Option<String>,
    /// Its web address.
    pub(super) web: Option<String>,
    /// When it can be reached.
    pub(super) hours: Option<String>,
    /// How soon it answers.
    pub(super) response: Option<String>,
    /// What a call costs.
    pub(super) cost: Option<String>,
}

/// A word and what it means.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct GlossaryData {
    /// Its id.
    pub(super) id: String,
    /// The word.
    pub(super) term: String,
    /// Its abbreviation.
    pub(super) short: Option<String>,
    /// What it means.
    pub(super) meaning: Words,
    /// Other words for it.
    pub(super) also: Vec<String>,
}

/// An organisation, law or document.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SourceData {
    /// Its id.
    pub(super) id: String,
    /// Its name.
    pub(super) name: String,
    /// What it belongs to.
    pub(super) subject: Option<String>,
    /// What it offers.
    pub(super) about: Option<Words>,
    /// Its web address.
    pub(super) web: Option<String>,
    /// Its phone number.
    pub(super) phone: Option<String>,
    /// Its email address.
    pub(super) email: Option<String>,
    /// When it can be reached.
    pub(super) hours: Option<String>,
}

/// A file to take away.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DownloadData {
    /// Its id.
    pub(super) id: String,
    /// Its title.
    pub(super) title: String,
    /// What it is for.
    pub(super) about: Option<Words>,
    /// The file, relative to this file.
    pub(super) file: String,
    /// How large it is, in bytes.
    pub(super) bytes: usize,
}

/// Document control. Days are written as `2026-09-01`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DocumentData {
    /// The document's reference.
    pub(super) identifier: Option<String>,
    /// Its version.
    pub(super) version: Option<String>,
    /// Where it stands: draft, current.
    pub(super) status: Option<String>,
    /// Who looks after it.
    pub(super) owner: Option<String>,
    /// Who approved it.
    pub(super) approved_by: Option<String>,
    /// When it was approved.
    pub(super) approved_on: Option<String>,
    /// When it was issued.
    pub(super) issued: Option<String>,
    /// When it is to be looked at again.
    pub(super) review: Option<String>,
    /// What it replaces.
    pub(super) replaces: Option<String>,
    /// Under which licence it may be used.
    pub(super) licence: Option<LicenceData>,
    /// Whose work it builds on.
    pub(super) acknowledgements: Option<Words>,
    /// What has changed, the latest first.
    pub(super) amendments: Vec<AmendmentData>,
}

/// A licence.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LicenceData {
    /// Its name.
    pub(super) name: String,
    /// Where its text stands.
    pub(super) url: Option<String>,
}

/// A change of the document.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AmendmentData {
    /// The version it made.
    pub(super) version: String,
    /// When.
    pub(super) date: String,
    /// By whom.
    pub(super) by: Option<String>,
    /// Why.
    pub(super) reason: Words,
}
