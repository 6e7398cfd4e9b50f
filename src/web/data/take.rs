//! What `pack.json` takes from an edition.

use std::collections::BTreeMap;

use super::model::{
    AdviceData, AmendmentData, AudienceData, ChannelData, ContactData, DoAndDontData, DocumentData,
    DownloadData, EditionData, GlossaryData, LevelData, LicenceData, PosterData, Publisher,
    SectionData, SourceData, StatementData, StatisticData, Words, WorryData,
};
use crate::diagnostic::Located;
use crate::edition::{
    Channel, Contact, DocumentControl, Edition, Source, Statement, Text, Way, Worry,
};
use crate::markdown::Block;
use crate::web::address::{Address, PosterSubject};
use crate::web::html::Writer;
use crate::web::site::{Page, Site};
use crate::web::views::ending;

/// The form of the file.
const FORMAT: u32 = 1;

/// Everything that an edition says. Links are as they are seen from its folder, where the file lies.
pub(super) fn edition(site: &Site<'_>) -> EditionData {
    let home = site.page(Address::Home);
    let mut taker = Taker {
        page: &home,
        writer: home.writer(),
    };
    let edition = site.edition;
    EditionData {
        schema: "pack.schema.json",
        format: FORMAT,
        id: edition.id.clone(),
        chain: edition.chain.clone(),
        title: edition.title.value.clone(),
        summary: taker.line(edition.summary.as_ref()),
        audience: value(edition.audience.as_ref()),
        welcome: taker.body(&edition.welcome),
        publisher: publisher(edition),
        url: value(edition.url.as_ref()),
        languages: values(&edition.languages),
        labels: named(&edition.labels),
        terms: named(&edition.terms),
        levels: edition
            .levels
            .iter()
            .map(|level| LevelData {
                id: level.id.clone(),
                label: level.label.value.clone(),
                tone: level.tone.name(),
            })
            .collect(),
        audiences: edition
            .audiences
            .iter()
            .map(|audience| AudienceData {
                id: audience.id.clone(),
                label: audience.label.value.clone(),
                about: taker.line(audience.about.as_ref()),
            })
            .collect(),
        worries: edition.worries.iter().map(worry).collect(),
        channels: edition
            .channels
            .iter()
            .map(|channel| taker.channel(channel))
            .collect(),
        do_and_dont: taker.do_and_dont(),
        sections: taker.sections(),
        contacts: edition
            .contacts
            .iter()
            .map(|contact| taker.contact(contact))
            .collect(),
        glossary: taker.glossary(),
        sources: edition
            .sources
            .iter()
            .map(|source| taker.source(source))
            .collect(),
        downloads: taker.downloads(),
        document: taker.document(&edition.document),
    }
}

/// What taking texts and links needs at every step.
struct Taker<'a> {
    page: &'a Page<'a>,
    writer: Writer<'a>,
}

impl Taker<'_> {
    fn words(&mut self, text: &Text) -> Words {
        Words {
            text: text.plain(),
            html: self.writer.line(&text.content).0,
        }
    }

    fn line(&mut self, text: Option<&Text>) -> Option<Words> {
        text.map(|text| self.words(text))
    }

    /// A text as HTML. Footnotes and tables are counted in each anew.
    fn body(&self, blocks: &[Block]) -> String {
        self.page.writer().body(blocks, 1).0
    }

    fn statements(&mut self, statements: &[Statement]) -> Vec<StatementData> {
        statements
            .iter()
            .map(|statement| StatementData {
                id: statement.id.clone(),
                short: self.words(&statement.short),
                full: (!statement.full.is_empty()).then(|| self.body(&statement.full)),
                audiences: statement.audiences.clone(),
                channel: statement.channel.clone(),
            })
            .collect()
    }

    fn posters(&self, subject: &PosterSubject) -> Vec<PosterData> {
        let posters = self.page.site.posters(subject).iter();
        posters
            .map(|poster| PosterData {
                file: self
                    .page
                    .link(&Address::Poster(subject.clone(), poster.printing)),
                paper: poster.printing.size().name(),
                variant: poster.printing.variant().name(),
                pages: poster.pages,
                bytes: poster.size,
            })
            .collect()
    }

    fn channel(&mut self, channel: &Channel) -> ChannelData {
        ChannelData {
            id: channel.id.clone(),
            title: channel.title.value.clone(),
            page: self.page.link(&Address::Channel(channel.id.clone())),
            summary: self.line(channel.summary.as_ref()),
            icon: value(channel.icon.as_ref()),
            headline: self.line(channel.headline.as_ref()),
            headline_note: self.line(channel.headline_note.as_ref()),
            levels: channel
                .levels
                .iter()
                .map(|advice| AdviceData {
                    level: advice.level.id.clone(),
                    statements: self.statements(&advice.statements),
                    consequence: self.line(advice.consequence.as_ref()),
                })
                .collect(),
            safeguards: self.statements(&channel.safeguards),
            statistics: channel
                .statistics
                .iter()
                .map(|statistic| StatisticData {
                    id: statistic.id.clone(),
                    figure: statistic.figure.value.clone(),
                    meaning: self.words(&statistic.meaning),
                    source: statistic.source.clone(),
                })
                .collect(),
            see_also: channel.see_also.clone(),
            body: self.body(&channel.body),
            posters: self.posters(&PosterSubject::Channel(channel.id.clone())),
        }
    }

    fn do_and_dont(&mut self) -> Option<DoAndDontData> {
        let summary = self.page.site.edition.do_and_dont.as_ref()?;
        Some(DoAndDontData {
            title: summary.title.value.clone(),
            page: self.page.link(&Address::DoAndDont),
            summary: self.line(summary.summary.as_ref()),
            dos: self.statements(&summary.dos),
            donts: self.statements(&summary.donts),
            body: self.body(&summary.body),
            posters: self.posters(&PosterSubject::DoAndDont),
        })
    }

    fn sections(&mut self) -> Vec<SectionData> {
        let sections = self.page.site.edition.sections.iter();
        sections
            .map(|section| SectionData {
                id: section.id.clone(),
                title: section.title.value.clone(),
                page: self.page.link(&Address::Section(section.id.clone())),
                summary: self.line(section.summary.as_ref()),
                clauses: section.clauses,
                body: self.body(&section.body),
            })
            .collect()
    }

    fn contact(&mut self, contact: &Contact) -> ContactData {
        ContactData {
            id: contact.id.clone(),
            name: contact.name.value.clone(),
            purpose: self.line(contact.purpose.as_ref()),
            urgency: contact.urgency.name(),
            phone: value(contact.phone.as_ref()),
            sms: value(contact.sms.as_ref()),
            relay: contact.relay,
            email: value(contact.email.as_ref()),
            web: value(contact.web.as_ref()),
            hours: value(contact.hours.as_ref()),
            response: value(contact.response.as_ref()),
            cost: value(contact.cost.as_ref()),
        }
    }

    fn glossary(&mut self) -> Vec<GlossaryData> {
        let entries = self.page.site.edition.glossary.iter();
        entries
            .map(|entry| GlossaryData {
                id: entry.id.clone(),
                term: entry.term.value.clone(),
                short: value(entry.short.as_ref()),
                meaning: self.words(&entry.meaning),
                also: values(&entry.also),
            })
            .collect()
    }

    fn source(&mut self, source: &Source) -> SourceData {
        SourceData {
            id: source.id.clone(),
            name: source.name.value.clone(),
            subject: value(source.subject.as_ref()),
            about: self.line(source.about.as_ref()),
            web: value(source.web.as_ref()),
            phone: value(source.phone.as_ref()),
            email: value(source.email.as_ref()),
            hours: value(source.hours.as_ref()),
        }
    }

    fn downloads(&mut self) -> Vec<DownloadData> {
        let downloads = self.page.site.edition.downloads.iter();
        downloads
            .map(|download| {
                let ending = ending(&download.file.value).0;
                DownloadData {
                    id: download.id.clone(),
                    title: download.title.value.clone(),
                    about: self.line(download.about.as_ref()),
                    file: self
                        .page
                        .link(&Address::Attachment(download.id.clone(), ending)),
                    bytes: download.bytes.len(),
                }
            })
            .collect()
    }

    fn document(&mut self, document: &DocumentControl) -> DocumentData {
        DocumentData {
            identifier: value(document.identifier.as_ref()),
            version: value(document.version.as_ref()),
            status: value(document.status.as_ref()),
            owner: value(document.owner.as_ref()),
            approved_by: value(document.approved_by.as_ref()),
            approved_on: day(document.approved_on.as_ref()),
            issued: day(document.issued.as_ref()),
            review: day(document.review.as_ref()),
            replaces: value(document.replaces.as_ref()),
            licence: document.licence.as_ref().map(|licence| LicenceData {
                name: licence.name.value.clone(),
                url: value(licence.url.as_ref()),
            }),
            acknowledgements: self.line(document.acknowledgements.as_ref()),
            amendments: document
                .amendments
                .iter()
                .map(|amendment| AmendmentData {
                    version: amendment.version.value.clone(),
                    date: amendment.date.value.to_string(),
                    by: value(amendment.by.as_ref()),
                    reason: self.words(&amendment.reason),
                })
                .collect(),
        }
    }
}

fn publisher(edition: &Edition) -> Publisher {
    Publisher {
        name: edition.name.value.clone(),
        short_name: value(edition.short_name.as_ref()),
        region: value(edition.region.as_ref()),
        strapline: value(edition.branding.strapline.as_ref()),
        colour: edition.branding.primary.value.rgb.to_string(),
        second_colour: edition.branding.secondary.value.rgb.to_string(),
    }
}

fn worry(worry: &Worry) -> WorryData {
    let (kind, to) = match &worry.way {
        Way::Channel(id) => ("channel", id),
        Way::Section(id) => ("section", id),
        Way::Contact(id) => ("contact", id),
    };
    WorryData {
        id: worry.id.clone(),
        text: worry.text.value.clone(),
        kind,
        to: to.clone(),
    }
}

fn value(field: Option<&Located<String>>) -> Option<String> {
    field.map(|located| located.value.clone())
}

fn values(list: &[Located<String>]) -> Vec<String> {
    list.iter().map(|located| located.value.clone()).collect()
}

fn named(map: &BTreeMap<String, Located<String>>) -> BTreeMap<String, String> {
    map.iter()
        .map(|(name, located)| (name.clone(), located.value.clone()))
        .collect()
}

fn day(field: Option<&Located<jiff::civil::Date>>) -> Option<String> {
    field.map(|date| date.value.to_string())
}
