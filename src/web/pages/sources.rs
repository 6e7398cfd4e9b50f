//! Organisations, laws and guidance, by subject.

use serde::Serialize;

use crate::build::Artifact;
use crate::diagnostic::{Diagnostics, Located};
use crate::edition::Source;
use crate::web::address::Address;
use crate::web::html::{Html, Writer};
use crate::web::site::{Head, Page};
use crate::web::views::{Link, host, phone_address};
use crate::web::wording::Wording;

/// What the page shows, under `sources`.
#[derive(Debug, Serialize)]
struct Sources {
    /// The sources by subject, in the order that subjects first occur.
    subjects: Vec<Subject>,
}

/// Sources of one subject.
#[derive(Debug, Serialize)]
struct Subject {
    /// The subject's address on the page.
    anchor: String,
    /// The subject, as HTML.
    name: Html,
    /// The sources.
    sources: Vec<SourceView>,
}

/// An organisation, law or document.
#[derive(Debug, Serialize)]
struct SourceView {
    /// Its address on the page.
    anchor: String,
    /// Its name, as HTML.
    name: Html,
    /// What it offers, as HTML.
    about: Option<Html>,
    /// Its website.
    web: Option<Link>,
    /// Its phone number.
    phone: Option<Link>,
    /// Its email address.
    email: Option<Link>,
    /// When it can be reached, as HTML.
    hours: Option<Html>,
}

pub(super) fn make(page: &Page<'_>, problems: &mut Diagnostics) -> Option<Artifact> {
    let mut writer = page.writer();
    let mut subjects: Vec<Subject> = Vec::new();
    for source in &page.site.edition.sources {
        let name = source
            .subject
            .as_ref()
            .map_or_else(
                || Wording::fixed(&page.site.words, "sources_other"),
                |subject| page.site.wording(subject),
            )
            .html();
        let view = view(source, page, &mut writer);
        match subjects.iter_mut().find(|subject| subject.name == name) {
            Some(subject) => subject.sources.push(view),
            None => subjects.push(Subject {
                anchor: format!("subject_{}", subjects.len() + 1),
                name,
                sources: vec![view],
            }),
        }
    }
    let head = Head {
        template: "sources",
        title: page.site.name(&Address::Sources),
        description: Some(page.site.words.get("sources_intro")),
    };
    page.render(head, "sources", &Sources { subjects }, problems)
}

fn view(source: &Source, page: &Page<'_>, writer: &mut Writer<'_>) -> SourceView {
    let value =
        |field: &Option<Located<String>>| field.as_ref().map(|located| located.value.clone());
    SourceView {
        anchor: source.id.clone(),
        name: page.site.shown(&source.name),
        about: source.about.as_ref().map(|text| writer.line(&text.content)),
        web: value(&source.web).map(|address| Link {
            text: Wording::code(host(&address)).html(),
            href: address,
        }),
        phone: value(&source.phone).map(|number| Link {
            href: phone_address("tel", &number),
            text: Wording::code(number).html(),
        }),
        email: value(&source.email).map(|address| Link {
            href: format!("mailto:{address}"),
            text: Wording::code(address).html(),
        }),
        hours: page.site.shown_if_any(source.hours.as_ref()),
    }
}
