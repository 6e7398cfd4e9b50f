//! What may stand on the command line. Help and messages of wrong use come from here.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

use clap_complete::{ArgValueCandidates, ArgValueCompleter};

use super::completion;
use crate::build::{Only, Shard};
use crate::edition::HandbookFormat;

/// One pack of guidance, many local editions: a website and printable posters for each board, council or school.
#[derive(Debug, Parser)]
#[command(
    name = "noticeboard",
    version,
    about,
    arg_required_else_help = true,
    disable_help_subcommand = true
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make the websites and posters of all editions
    Build(Build),
    /// Look for problems without writing anything
    Check(Check),
    /// Show the editions with what they extend, and the channels
    List(List),
    /// Show a pack in a browser while it is written
    Serve(Serve),
    /// Say what an edition changes of what it builds on, or how two editions differ
    Diff(Diff),
    /// Say where what an edition says comes from: which layer, which file, which line
    Explain(Explain),
    /// Keep that somebody has looked at what changed below an edition
    Accept(Accept),
    /// Say what would change with the pack that this one builds on, as it is now, and take it
    Update(Update),
    /// Put the shards of a build together into one output
    Merge(Merge),
    /// Write JSON Schemas of the files of a pack, for editors
    Schema(Schema),
    /// Write a small pack to begin with
    Init(Init),
    /// Begin an edition, channel, section or theme: a file with comments that builds at once
    #[command(subcommand)]
    New(New),
    /// Hand texts to translators, and take them back
    #[command(subcommand)]
    Translate(Translate),
}

/// Where things lie.
#[derive(Debug, Args)]
pub(super) struct Places {
    /// The folder of the pack
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
    /// A folder of themes of your own [default: themes, if it is there]
    #[arg(long, value_name = "DIR", value_parser = folder)]
    themes: Option<PathBuf>,
}

impl Places {
    /// The folder of themes; it need not be there.
    pub(super) fn themes(&self) -> PathBuf {
        self.themes.clone().unwrap_or_else(|| "themes".into())
    }
}

/// A folder that is there: whoever names it means it.
fn folder(name: &str) -> Result<PathBuf, &'static str> {
    let path = PathBuf::from(name);
    if path.is_dir() {
        Ok(path)
    } else {
        Err("there is no such folder")
    }
}

/// How to say what is wrong.
#[derive(Debug, Args)]
pub(super) struct Saying {
    /// How to write what is wrong: for people, or for programs, to standard output
    #[arg(long, value_name = "FORM", default_value = "text")]
    pub problems: ProblemForm,
    /// Take warnings for errors
    #[arg(long, value_name = "WHAT")]
    pub deny: Option<Denied>,
    #[command(flatten)]
    pub day: Day,
}

/// The day that problems are looked at from.
#[derive(Debug, Args)]
pub(super) struct Day {
    /// Take this day for today: reviews are due and allowances end by it [default: today]
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
}

impl Day {
    /// The one that is named, that of `SOURCE_DATE_EPOCH`, or the clock's.
    pub(super) fn today(&self) -> Date {
        let of_source = || {
            let seconds = std::env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok()?;
            Timestamp::from_second(seconds).ok()
        };
        self.today.unwrap_or_else(|| {
            let now = of_source().unwrap_or_else(Timestamp::now);
            now.to_zoned(TimeZone::UTC).date()
        })
    }
}

impl Saying {
    /// Whether problems are written for people, and results may stand beside them.
    pub(super) fn is_for_people(&self) -> bool {
        self.problems == ProblemForm::Text
    }
}

/// How problems are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ProblemForm {
    /// For people, with the lines they are in
    Text,
    /// A list for other programs
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Notes beside the lines of a change on GitHub
    Github,
    /// A code quality report of GitLab
    Gitlab,
}

/// What may be taken for errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Denied {
    /// Everything that should be mended
    Warnings,
}

/// How to print.
#[derive(Debug, Args)]
pub(super) struct Printing {
    /// Print only problems
    #[arg(long, short)]
    pub quiet: bool,
    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
}

/// What to make.
#[derive(Debug, Args)]
pub(super) struct Choice {
    /// Only this edition; may be given more than once
    #[arg(long = "edition", value_name = "ID", add = ArgValueCandidates::new(completion::editions))]
    pub editions: Vec<String>,
    /// Only the websites, only the posters, or only the handbooks
    #[arg(long, value_name = "WHAT")]
    only: Option<What>,
    /// Instead of everything, the posters made ready for someone
    #[arg(long = "for", value_name = "WHOM", conflicts_with = "only")]
    recipient: Option<Recipient>,
    /// Take what is not translated into this language for an error; may be given more than once
    #[arg(long = "require-complete", value_name = "LANGUAGE")]
    pub complete: Vec<String>,
}

impl Choice {
    /// The part of each edition to make; all that is published, if `None`.
    pub(super) fn part(&self) -> Option<Only> {
        let recipient = self.recipient.map(|recipient| match recipient {
            Recipient::PrintShop => Only::PrintShop,
        });
        recipient.or(self.only.map(Into::into))
    }
}

/// Whom posters can be made ready for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Recipient {
    /// A print shop: CMYK and spot colours, 3 mm bleed, crop marks; written to the folder `print-shop` of each edition
    PrintShop,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum What {
    Site,
    Posters,
    Handbook,
}

/// The formats of a handbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Pages, as they are printed
    Pdf,
    /// A Word document, to be adapted
    Docx,
    /// Plain text
    Txt,
    /// One page that holds all it needs
    Html,
}

impl From<Format> for HandbookFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Pdf => HandbookFormat::Pdf,
            Format::Docx => HandbookFormat::Docx,
            Format::Txt => HandbookFormat::Txt,
            Format::Html => HandbookFormat::Html,
        }
    }
}

impl From<What> for Only {
    fn from(what: What) -> Self {
        match what {
            What::Site => Only::Site,
            What::Posters => Only::Posters,
            What::Handbook => Only::Handbook,
        }
    }
}

/// What to leave out.
#[derive(Debug, Args)]
pub(super) struct Extras {
    /// Make no pictures of posters; pages do without
    #[arg(long)]
    pub no_previews: bool,
    /// Make no handbooks; pages do without
    #[arg(long)]
    pub no_handbooks: bool,
}

#[derive(Debug, Args)]
pub(super) struct Build {
    #[command(flatten)]
    pub places: Places,
    /// The folder to write to
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub output: PathBuf,
    #[command(flatten)]
    pub choice: Choice,
    /// With `--only handbook`: make it in these formats, whatever editions ask for
    #[arg(long = "format", value_name = "FORMAT", value_delimiter = ',')]
    pub formats: Vec<Format>,
    #[command(flatten)]
    pub extras: Extras,
    /// Make only a share of the editions, while other machines make the others: 3/8 is the third of eight
    #[arg(long, value_name = "N/M")]
    pub shard: Option<Shard>,
    /// Publish the editions that are sound, too, when others are not; those stay as they were published
    #[arg(long)]
    pub keep_going: bool,
    /// Write each edition as one file, too: `EDITION.zip` beside its folder, for whoever puts it on a host
    #[arg(long)]
    pub zip: bool,
    /// Say of each edition that is made anew why it is
    #[arg(long)]
    pub explain_rebuild: bool,
    #[command(flatten)]
    pub saying: Saying,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, Args)]
pub(super) struct Serve {
    #[command(flatten)]
    pub places: Places,
    /// The address and port to listen at; only this machine can reach the usual one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:4000")]
    pub address: SocketAddr,
    /// A name under which it may be reached, besides this machine's own
    #[arg(long = "host", value_name = "NAME")]
    pub hosts: Vec<String>,
    #[command(flatten)]
    pub day: Day,
}

#[derive(Debug, Args)]
pub(super) struct Merge {
    /// The output folders of all shards
    #[arg(value_name = "DIR", required = true)]
    pub shards: Vec<PathBuf>,
    /// The folder to publish to
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub output: PathBuf,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub places: Places,
    #[command(flatten)]
    pub choice: Choice,
    /// Ask for what links to other websites lead to, too
    #[arg(long)]
    pub external: bool,
    /// Let --external reach servers of your own network; for packs that you trust
    #[arg(long, requires = "external")]
    pub intranet: bool,
    #[command(flatten)]
    pub saying: Saying,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, Args)]
pub(super) struct List {
    #[command(flatten)]
    pub places: Places,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, Args)]
pub(super) struct Diff {
    /// The edition
    #[arg(value_name = "EDITION", add = ArgValueCandidates::new(completion::layers))]
    pub edition: String,
    /// What to compare it with: another edition, or `pack` [default: what it extends]
    #[arg(value_name = "OTHER", add = ArgValueCandidates::new(completion::layers))]
    pub other: Option<String>,
    /// Compare with the pack in this folder
    #[arg(long, value_name = "DIR", value_parser = folder, conflicts_with = "revision")]
    pub before: Option<PathBuf>,
    /// Compare with the pack as it was at this tag, branch or commit of its git repository
    #[arg(long, value_name = "REVISION")]
    pub revision: Option<String>,
    /// How to write it
    #[arg(long, value_name = "FORM", default_value = "text")]
    pub format: Form,
    /// Both in this language [default: the main language of each]
    #[arg(long, value_name = "LANGUAGE")]
    pub language: Option<String>,
    #[command(flatten)]
    pub places: Places,
    #[command(flatten)]
    pub printing: Printing,
}

/// How a comparison is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// For a terminal
    Text,
    /// For a committee paper
    Markdown,
    /// A page of its own
    Html,
    /// For other programs
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Update {
    /// Take it: from now on, the pack builds on it
    #[arg(long)]
    pub take: bool,
    /// How to write what would change
    #[arg(long, value_name = "FORM", default_value = "text")]
    pub format: UpdateForm,
    #[command(flatten)]
    pub places: Places,
    #[command(flatten)]
    pub printing: Printing,
}

/// How an update is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum UpdateForm {
    /// For a terminal
    Text,
    /// For other programs
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Accept {
    /// The edition, or `pack` for the translations of the pack itself
    #[arg(value_name = "EDITION", add = ArgValueCandidates::new(completion::layers))]
    pub edition: String,
    /// Only this, and what is in it, such as channels.email; everything, if left out
    #[arg(value_name = "KEY", add = ArgValueCompleter::new(completion::keys))]
    pub key: Option<String>,
    #[command(flatten)]
    pub places: Places,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The edition
    #[arg(value_name = "EDITION", add = ArgValueCandidates::new(completion::layers))]
    pub edition: String,
    /// What to explain, such as contacts.duty-team.phone; everything, if left out
    #[arg(value_name = "KEY", add = ArgValueCompleter::new(completion::keys))]
    pub key: Option<String>,
    /// The edition in this language [default: its main language]
    #[arg(long, value_name = "LANGUAGE")]
    pub language: Option<String>,
    /// Of everything, only what some edition says, and not the pack
    #[arg(long, conflicts_with = "key")]
    pub changed: bool,
    /// Of everything, only what this layer says: an edition's id, or `pack`
    #[arg(long, value_name = "LAYER", conflicts_with = "key", add = ArgValueCandidates::new(completion::layers))]
    pub from: Option<String>,
    #[command(flatten)]
    pub places: Places,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, Args)]
pub(super) struct Schema {
    /// The folder to write to
    #[arg(value_name = "DIR", default_value = ".schemas")]
    pub folder: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    /// The folder to make
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

/// What can be begun.
#[derive(Debug, Subcommand)]
pub(super) enum New {
    /// A council, board or school that publishes the pack
    Edition(NewEdition),
    /// A topic with a poster and a page
    Channel(NewChannel),
    /// A chapter of prose
    Section(NewSection),
    /// A look of your own
    Theme(NewTheme),
}

#[derive(Debug, Args)]
pub(super) struct NewEdition {
    /// Its id: small letters, digits and hyphens [default: made of its name]
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    /// Its name, as people know it
    #[arg(long)]
    pub name: Option<String>,
    /// The edition it builds on [default: the pack]
    #[arg(long, value_name = "ID", add = ArgValueCandidates::new(completion::editions))]
    pub extends: Option<String>,
    /// Where it is; the page of all editions lists it there
    #[arg(long)]
    pub region: Option<String>,
    /// Where its website will be
    #[arg(long, value_name = "ADDRESS")]
    pub url: Option<String>,
    /// Its main colour, such as "#1f4e79"
    #[arg(long = "brand", value_name = "COLOUR")]
    pub colour: Option<String>,
    /// A phone number of its own for a contact, such as duty-team="01632 960001"; may be given more than once
    #[arg(long = "phone", value_name = "CONTACT=NUMBER", value_parser = phone)]
    pub phones: Vec<(String, String)>,
    /// An email address of its own for a contact, such as duty-team=duty@northvale.example; may be given more than once
    #[arg(long = "email", value_name = "CONTACT=ADDRESS", value_parser = email)]
    pub emails: Vec<(String, String)>,
    /// The day on which somebody looks at it again, such as 2027-09-01
    #[arg(long, value_name = "DAY")]
    pub review: Option<String>,
    #[command(flatten)]
    pub places: Places,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, Args)]
pub(super) struct NewChannel {
    #[command(flatten)]
    pub titled: NewTitled,
    /// Its icon, one of the theme's
    #[arg(long)]
    pub icon: Option<String>,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, Args)]
pub(super) struct NewSection {
    #[command(flatten)]
    pub titled: NewTitled,
    #[command(flatten)]
    pub printing: Printing,
}

/// What has a title, and stands in the pack or in an edition: a channel or a section.
#[derive(Debug, Args)]
pub(super) struct NewTitled {
    /// Its id: small letters, digits and hyphens [default: made of its title]
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    /// Its title
    #[arg(long)]
    pub title: Option<String>,
    /// Only for this edition, and those that extend it [default: for the whole pack]
    #[arg(long, value_name = "ID", add = ArgValueCandidates::new(completion::editions))]
    pub edition: Option<String>,
    #[command(flatten)]
    pub places: Places,
}

#[derive(Debug, Args)]
pub(super) struct NewTheme {
    /// Its name: small letters, digits and hyphens
    #[arg(value_name = "NAME")]
    pub id: Option<String>,
    /// The theme it changes [default: default]
    #[arg(long, value_name = "THEME")]
    pub extends: Option<String>,
    #[command(flatten)]
    pub places: Places,
    #[command(flatten)]
    pub printing: Printing,
}

/// A contact and its number: `duty-team=01632 960001`.
fn phone(text: &str) -> Result<(String, String), &'static str> {
    of_contact(text).ok_or("write the contact and its number, such as duty-team=\"01632 960001\"")
}

/// A contact and its email address: `duty-team=duty@northvale.example`.
fn email(text: &str) -> Result<(String, String), &'static str> {
    of_contact(text)
        .ok_or("write the contact and its address, such as duty-team=duty@northvale.example")
}

/// The id of a contact, and what follows the equals sign.
fn of_contact(text: &str) -> Option<(String, String)> {
    let (contact, own) = text.split_once('=')?;
    (!contact.is_empty() && !own.is_empty()).then(|| (contact.to_owned(), own.to_owned()))
}

/// The two ways of texts.
#[derive(Debug, Subcommand)]
pub(super) enum Translate {
    /// Write what an edition says, for a translator: with what each text is for, and what there is of it in the language
    Export(TranslateFile),
    /// Take back what was translated, into files beside the originals
    Import(TranslateFile),
}

#[derive(Debug, Args)]
pub(super) struct TranslateFile {
    /// The edition with all that it builds on, or `pack` for the pack alone
    #[arg(value_name = "EDITION", add = ArgValueCandidates::new(completion::layers))]
    pub edition: String,
    /// The language to translate into, such as cy
    #[arg(value_name = "LANGUAGE")]
    pub language: String,
    /// The file: .xlf for XLIFF 2, .csv for a table [default: EDITION.LANGUAGE.xlf]
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    #[command(flatten)]
    pub places: Places,
    #[command(flatten)]
    pub printing: Printing,
}
