//! One edition's site in one language, and one page of it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tera::Context;

use super::address::{Address, PosterSubject, Viewpoint};
use super::assets::Assets;
use super::feed::has_feed;
use super::html::{Html, Links, ShownPicture, Writer, word_anchor};
use super::views::{Frame, GlossaryWord, Link, PosterFileView, PosterView, PreviewView};
use super::wording::{Wording, for_templates};
use crate::build::Artifact;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::edition::{Audience, Edition, HandbookFile, Printing, Variant};
use crate::markdown::Target;
use crate::theme::{Listing, LoadedTheme, Words};

/// What pages say of a poster. The poster itself is written by its own room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PosterFile {
    /// What it is about, or which posters it holds.
    pub subject: PosterSubject,
    /// How it comes out: on which paper, and for whom.
    pub printing: Printing,
    /// How large its file is, in bytes.
    pub size: usize,
    /// How many pages it has.
    pub pages: usize,
    /// The picture of its first page, if one was made.
    pub preview: Option<PreviewFile>,
}

/// What pages say of the picture of a poster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PreviewFile {
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// How large its file is, in bytes.
    pub size: usize,
}

/// What pages say of a handbook. The handbook itself is written by its own room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublishedHandbook {
    /// The file.
    pub file: HandbookFile,
    /// How large it is, in bytes.
    pub size: usize,
    /// How many pages it has; none if it isn't made of pages.
    pub pages: Option<usize>,
}

impl PosterFile {
    /// Where it is, from the folder of the edition.
    pub fn path(&self) -> String {
        self.subject.path(self.printing)
    }
}

/// One edition's site in one language.
pub(crate) struct Site<'a> {
    /// What it says.
    pub(crate) edition: &'a Edition,
    /// How it looks.
    pub(crate) theme: &'a LoadedTheme,
    /// The files that its pages share.
    pub(crate) assets: Assets,
    /// Its fixed words.
    pub(crate) words: Words,
    /// The fixed words, as templates get them, under their names.
    words_values: [(&'static str, tera::Value); 2],
    /// Every poster, by its subject: as the printings come, the main one first.
    posters: BTreeMap<&'a PosterSubject, Vec<&'a PosterFile>>,
    /// The handbook in its formats and variants.
    pub(crate) handbooks: &'a [PublishedHandbook],
}

impl<'a> Site<'a> {
    /// The site in the edition's main language.
    pub(crate) fn new(
        edition: &'a Edition,
        theme: &'a LoadedTheme,
        posters: &'a [PosterFile],
        handbooks: &'a [PublishedHandbook],
    ) -> Self {
        let words = theme.words(edition, edition.language());
        let mut by_subject: BTreeMap<&PosterSubject, Vec<&PosterFile>> = BTreeMap::new();
        for poster in posters {
            by_subject.entry(&poster.subject).or_default().push(poster);
        }
        Self {
            edition,
            theme,
            assets: Assets::of(edition, theme),
            words_values: for_templates(&words),
            words,
            posters: by_subject,
            handbooks,
        }
    }

    /// A page of it.
    pub(crate) fn page(&'a self, address: Address) -> Page<'a> {
        Page {
            site: self,
            address,
        }
    }

    /// The posters of a subject, one for each printing, the main one first.
    pub(crate) fn posters(&self, subject: &PosterSubject) -> &[&'a PosterFile] {
        self.posters.get(subject).map_or(&[], Vec::as_slice)
    }

    /// The audiences that some statement is for, in order: each has a page.
    pub(crate) fn audiences(&self) -> impl Iterator<Item = &'a Audience> {
        let edition = self.edition;
        let named: BTreeSet<&str> = edition
            .channels
            .iter()
            .flat_map(|channel| {
                let advice = channel.levels.iter().flat_map(|level| &level.statements);
                advice.chain(&channel.safeguards)
            })
            .flat_map(|statement| &statement.audiences)
            .map(String::as_str)
            .collect();
        edition
            .audiences
            .iter()
            .filter(move |audience| named.contains(audience.id.as_str()))
    }

    /// "For managers and volunteers"; none if it is for everybody.
    pub(crate) fn for_whom(&self, audiences: &[String]) -> Option<Html> {
        let named = self.edition.audiences.iter();
        let labels = named
            .filter(|audience| audiences.contains(&audience.id))
            .map(|audience| self.wording(&audience.label));
        let labels = Wording::listed(labels.collect(), Listing::All, &self.words);
        (!labels.is_empty()).then(|| {
            Wording::filled(&self.words, "for_audiences", &[("audiences", &labels)]).html()
        })
    }

    /// What is said of a file: "PDF, 1 page, 45 KB".
    pub(crate) fn file_facts(&self, format: &str, pages: Option<usize>, size: usize) -> Html {
        let words = &self.words;
        let (format, size) = (Wording::own(format), Wording::size(words, size));
        let facts = if let Some(count) = pages {
            let pages = Wording::counted(words, "pages", count);
            let values = [("format", &format), ("pages", &pages), ("size", &size)];
            Wording::filled(words, "file_facts_with_pages", &values)
        } else {
            let values = [("format", &format), ("size", &size)];
            Wording::filled(words, "file_facts", &values)
        };
        facts.html()
    }

    /// What a variant of a poster or handbook is called, by its name: "Large print".
    pub(crate) fn variant(&self, name: &str) -> Wording {
        let name = format!("variant_{}", name.replace('-', "_"));
        Wording::fixed(&self.words, &name)
    }

    /// Whether what stands at a key is the edition's own, where pages are to say so.
    pub(crate) fn is_local(&self, key: &str) -> bool {
        let local = self.edition.local_advice.as_deref();
        local.is_some_and(|local| local.is_local(key))
    }

    /// Whether a whole topic or section is, where pages are to say so.
    pub(crate) fn is_all_local(&self, key: &str) -> bool {
        let local = self.edition.local_advice.as_deref();
        local.is_some_and(|local| local.is_added(key))
    }

    /// Words of the edition, with the language that they are in.
    pub(crate) fn wording(&self, words: &Located<String>) -> Wording {
        Wording::of(words, self.edition)
    }

    /// The same as HTML.
    pub(crate) fn shown(&self, words: &Located<String>) -> Html {
        self.wording(words).html()
    }

    /// The same, where there may be none.
    pub(crate) fn shown_if_any(&self, words: Option<&Located<String>>) -> Option<Html> {
        words.map(|words| self.shown(words))
    }

    /// What the picture of a poster shows: its title, and what it shouts.
    fn preview_alt(&self, subject: &PosterSubject) -> Wording {
        let (title, headline) = match subject {
            PosterSubject::Channel(id) => {
                let channel = self.edition.channels.iter().find(|known| known.id == *id);
                let headline = channel.and_then(|channel| channel.headline.as_ref());
                (
                    self.name(&Address::Channel(id.clone())),
                    headline.map(|text| Wording::of_line(&text.content)),
                )
            }
            PosterSubject::DoAndDont => (self.name(&Address::DoAndDont), None),
            _ => (self.name(&Address::Contacts), None),
        };
        match headline {
            Some(headline) => Wording::filled(
                &self.words,
                "preview_with_headline",
                &[("title", &title), ("headline", &headline)],
            ),
            None => Wording::filled(&self.words, "poster_for", &[("title", &title)]),
        }
    }

    /// Whether the site has this page: empty lists have none.
    pub(crate) fn has(&self, address: &Address) -> bool {
        let edition = self.edition;
        match address {
            Address::DoAndDont => edition.do_and_dont.is_some(),
            Address::Contacts => !edition.contacts.is_empty(),
            Address::Glossary => !edition.glossary.is_empty(),
            Address::Sources => !edition.sources.is_empty(),
            Address::Downloads => {
                !edition.downloads.is_empty()
                    || !self.posters.is_empty()
                    || !self.handbooks.is_empty()
            }
            Address::Channel(id) => edition.channels.iter().any(|channel| channel.id == *id),
            Address::Section(id) => edition.sections.iter().any(|section| section.id == *id),
            Address::Audience(id) => self.audiences().any(|audience| audience.id == *id),
            Address::Feed => has_feed(edition),
            Address::Differences => edition.local_advice.is_some(),
            _ => true,
        }
    }

    /// The name of a page, as it stands in menus.
    pub(crate) fn name(&self, address: &Address) -> Wording {
        let edition = self.edition;
        let by_id = |id: &str, title: Option<&Located<String>>| {
            title.map_or_else(|| Wording::own(id), |title| self.wording(title))
        };
        let fixed = match address {
            Address::Channel(id) => {
                let channel = edition.channels.iter().find(|channel| channel.id == *id);
                return by_id(id, channel.map(|channel| &channel.title));
            }
            Address::Section(id) => {
                let section = edition.sections.iter().find(|section| section.id == *id);
                return by_id(id, section.map(|section| &section.title));
            }
            Address::DoAndDont => {
                let title = edition.do_and_dont.as_ref().map(|summary| &summary.title);
                return by_id("", title);
            }
            Address::Audience(id) => {
                let audience = edition.audiences.iter().find(|audience| audience.id == *id);
                let label = by_id(id, audience.map(|audience| &audience.label));
                return Wording::filled(&self.words, "guidance_for", &[("audience", &label)]);
            }
            other => fixed_name(other).unwrap_or("home"),
        };
        Wording::fixed(&self.words, fixed)
    }
}

/// The fixed words that call a page; none where the edition names it.
pub(crate) fn fixed_name(address: &Address) -> Option<&'static str> {
    match address {
        Address::Home => Some("home"),
        Address::Contacts => Some("contacts"),
        Address::Privacy => Some("privacy"),
        Address::Differences => Some("differences"),
        Address::Glossary => Some("glossary"),
        Address::Sources => Some("sources"),
        Address::Downloads => Some("downloads"),
        Address::About => Some("about"),
        Address::Search => Some("search"),
        Address::Accessibility => Some("accessibility"),
        Address::NotFound => Some("not_found"),
        _ => None,
    }
}

/// One page of a site: the place that its links are seen from.
pub(crate) struct Page<'a> {
    /// The site.
    pub(crate) site: &'a Site<'a>,
    /// Where it is.
    pub(crate) address: Address,
}

/// What a page's head says about it.
#[derive(Debug)]
pub(crate) struct Head {
    /// The template it is made by, without its ending; also a class of the page's body.
    pub(crate) template: &'static str,
    /// Its heading.
    pub(crate) title: Wording,
    /// What it is about, in a sentence.
    pub(crate) description: Option<String>,
}

impl<'a> Page<'a> {
    /// A writer for its texts.
    pub(crate) fn writer(&'a self) -> Writer<'a> {
        Writer::new(self, self.site.theme, &self.site.words)
    }

    /// A writer for the texts of a page that explains its words itself.
    pub(crate) fn explaining_writer(&'a self) -> Writer<'a> {
        let mut writer = self.writer();
        writer.explain_here(true);
        writer
    }

    /// Where its links are seen from.
    pub(crate) fn viewpoint(&self) -> Viewpoint<'_> {
        match (&self.address, &self.site.edition.url) {
            (Address::NotFound, Some(url)) => Viewpoint::Anywhere(&url.value),
            (address, _) => Viewpoint::Page(address),
        }
    }

    /// The link to another page or file.
    pub(crate) fn link(&self, to: &Address) -> String {
        self.viewpoint().link(to)
    }

    /// The link to this page in another language of the edition.
    pub(crate) fn link_in(&self, language: &str) -> String {
        let edition = self.site.edition;
        let folder = |language: &str| edition.folder_of(language).unwrap_or_default();
        match self.viewpoint() {
            Viewpoint::Page(address) => {
                address.link_between(&folder(edition.language()), &folder(language))
            }
            Viewpoint::Anywhere(_) => self.address_in(language).unwrap_or_default(),
        }
    }

    /// The whole address of this page in a language of the edition, if it says where it is published.
    pub(crate) fn address_in(&self, language: &str) -> Option<String> {
        let edition = self.site.edition;
        let own = &edition.url.as_ref()?.value;
        let top = match edition.folder_of(edition.language()) {
            Some(folder) => own.strip_suffix(&format!("{folder}/"))?,
            None => own,
        };
        let folder = edition
            .folder_of(language)
            .map_or_else(String::new, |folder| format!("{folder}/"));
        Some(format!("{top}{folder}{}", self.address.public_path()))
    }

    /// The link to a place on a page.
    pub(crate) fn link_within(&self, to: &Address, place: &str) -> String {
        if *to == self.address {
            format!("#{place}")
        } else {
            format!("{}#{place}", self.link(to))
        }
    }

    /// The link to the page of an audience, with its label.
    pub(crate) fn audience_link(&self, audience: &Audience) -> Link {
        Link {
            text: self.site.shown(&audience.label),
            href: self.link(&Address::Audience(audience.id.clone())),
        }
    }

    /// The links to the pages of all audiences.
    pub(crate) fn audience_links(&self) -> Vec<Link> {
        self.site
            .audiences()
            .map(|audience| self.audience_link(audience))
            .collect()
    }

    /// The link to another page, with its name.
    pub(crate) fn named(&self, to: &Address) -> Link {
        Link {
            text: self.site.name(to).html(),
            href: self.link(to),
        }
    }

    /// A poster as pages show it, if it was made.
    pub(crate) fn poster(&self, subject: &PosterSubject, title: &Wording) -> Option<PosterView> {
        let mut files = self
            .site
            .posters(subject)
            .iter()
            .map(|poster| self.poster_file(poster));
        Some(PosterView {
            title: title.html(),
            file: files.next()?,
            others: files.collect(),
            preview: self.preview(subject),
        })
    }

    fn poster_file(&self, poster: &PosterFile) -> PosterFileView {
        let words = &self.site.words;
        let paper = poster
            .printing
            .sheet()
            .map(|sheet| Wording::fixed(words, &format!("paper_{}", sheet.name())));
        let has_all = poster.subject == PosterSubject::Archive
            && self.site.edition.posters.printings().len() > 1;
        let printing = match poster.printing.variant() {
            _ if has_all => Wording::fixed(words, "all_printings"),
            Variant::Standard => paper.unwrap_or_default(),
            variant => {
                let variant = self.site.variant(variant.name());
                match paper {
                    Some(paper) => Wording::filled(
                        words,
                        "variant_and_paper",
                        &[("variant", &variant), ("paper", &paper)],
                    ),
                    None => variant,
                }
            }
        };
        PosterFileView {
            href: self.link(&Address::Poster(poster.subject.clone(), poster.printing)),
            printing: printing.html(),
            facts: self
                .site
                .file_facts(poster.subject.format(), Some(poster.pages), poster.size),
        }
    }

    /// The picture of a poster, if it was made.
    pub(crate) fn preview(&self, subject: &PosterSubject) -> Option<PreviewView> {
        let preview = self.site.posters(subject).first()?.preview?;
        let shows = self.site.preview_alt(subject);
        Some(PreviewView {
            src: self.link(&Address::Preview(subject.clone())),
            alt: shows.plain().into_owned(),
            words: shows.is_foreign().then(|| shows.html()),
            width: preview.width,
            height: preview.height,
        })
    }

    /// The picture that stands for the page where it is shared: that of its own poster, or else of one that speaks for all.
    /// Programs that show it ask for a whole address, so there is none where the site has no address.
    pub(crate) fn picture(&self) -> Option<PreviewView> {
        let url = self.site.edition.url.as_ref()?;
        let own = match &self.address {
            Address::Channel(id) => Some(PosterSubject::Channel(id.clone())),
            Address::Contacts => Some(PosterSubject::Contacts),
            Address::DoAndDont => Some(PosterSubject::DoAndDont),
            Address::NotFound => return None,
            _ => None,
        };
        let first = self.site.edition.channels.first();
        let subject = [
            own,
            Some(PosterSubject::DoAndDont),
            first.map(|channel| PosterSubject::Channel(channel.id.clone())),
        ]
        .into_iter()
        .flatten()
        .find(|subject| {
            let main = self.site.posters(subject).first();
            main.is_some_and(|file| file.preview.is_some())
        })?;
        let picture = self.preview(&subject)?;
        Some(PreviewView {
            src: Viewpoint::Anywhere(&url.value).link(&Address::Preview(subject)),
            ..picture
        })
    }

    /// The glossary entries that the texts written so far link to.
    pub(crate) fn glossary_words(&self, writer: &mut Writer<'_>) -> Vec<GlossaryWord> {
        let used = writer.glossary().to_vec();
        // What a word means may need a word that isn't on the page.
        writer.explain_here(false);
        self.site
            .edition
            .glossary
            .iter()
            .filter(|entry| used.contains(&entry.id))
            .map(|entry| GlossaryWord {
                term: self.site.shown(&entry.term),
                anchor: word_anchor(&entry.id),
                href: self.link_within(&Address::Glossary, &entry.id),
                meaning: writer.line(&entry.meaning.content),
            })
            .collect()
    }

    /// Whether some of what a page shows isn't translated, in an edition that is in this language only in part. Where a translation
    /// is meant to be whole, what is missing is a problem of the build, and none of its readers.
    fn is_partly(&self, values: &impl Serialize) -> bool {
        let edition = self.site.edition;
        edition.partly.contains(&edition.language)
            && serde_json::to_string(values).is_ok_and(|values| values.contains("<span lang="))
    }

    /// Fills the page's template. `values` are what the page itself shows, under `name`.
    pub(crate) fn render(
        &self,
        head: Head,
        name: &'static str,
        values: &impl Serialize,
        problems: &mut Diagnostics,
    ) -> Option<Artifact> {
        let template = format!("{}.html", head.template);
        let mut found = Diagnostics::new();
        let mut frame = Frame::of(self, head);
        frame.page.partly = self.is_partly(values);
        let page = context(&frame, name, values, &mut found)
            .map(|mut context| {
                for (name, value) in &self.site.words_values {
                    context.insert_value(*name, value.clone());
                }
                context
            })
            .and_then(|context| self.site.theme.render(&template, &context, &mut found));
        for problem in &found {
            // A fault in a template that many pages share is said once, with the way from the first of them.
            let place = problem.labels.first();
            let is_said = place.is_some()
                && problems.iter().any(|said| {
                    said.code == problem.code
                        && said.message == problem.message
                        && said.labels.first() == place
                });
            if is_said {
                continue;
            }
            problems.push(problem.clone().in_edition(&self.site.edition.id));
        }
        Some(Artifact::new(self.address.path(), page?))
    }
}

/// What a template gets: the frame's values beside those of the page.
pub(super) fn context(
    frame: &impl Serialize,
    name: &'static str,
    values: &impl Serialize,
    problems: &mut Diagnostics,
) -> Option<Context> {
    let made = Context::from_serialize(frame).and_then(|mut context| {
        context.insert_value(name, tera::Value::try_from_serializable(values)?);
        Ok(context)
    });
    made.map_err(|error| {
        problems.push(
            Diagnostic::new(Code::Template, "the values of a page can't be used")
                .help(error.to_string()),
        );
    })
    .ok()
}

impl Links for Page<'_> {
    fn target(&self, target: &Target) -> Option<String> {
        let (page, place) = match target {
            Target::Address(address) => return Some(address.clone()),
            Target::Here(place) => return Some(format!("#{place}")),
            Target::Channel(id, place) => (Address::Channel(id.clone()), place.clone()),
            Target::Section(id, place) => (Address::Section(id.clone()), place.clone()),
            Target::Glossary(id) => (Address::Glossary, Some(id.clone())),
            Target::Source(id) => (Address::Sources, Some(id.clone())),
            Target::Contact(id) => (Address::Contacts, Some(id.clone())),
            Target::Download(id) => (Address::Downloads, Some(id.clone())),
        };
        if !self.site.has(&page) {
            return None;
        }
        Some(match place {
            Some(place) => self.link_within(&page, &place),
            None => self.link(&page),
        })
    }

    fn picture(&self, file: &str) -> Option<ShownPicture> {
        let picture = self.site.assets.picture(file)?;
        Some(ShownPicture {
            address: self.link(&picture.file.address),
            size: picture.size,
            smaller: picture
                .smaller
                .iter()
                .map(|made| (self.link(&made.file.address), made.width))
                .collect(),
        })
    }
}
