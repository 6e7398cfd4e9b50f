//! Document control, amendments, licence and acknowledgements.

use serde::Serialize;

use crate::build::Artifact;
use crate::diagnostic::{Diagnostics, Located};
use crate::edition::DocumentControl;
use crate::web::address::Address;
use crate::web::html::Html;
use crate::web::site::{Head, Page};
use crate::web::views::AmendmentView;
use crate::web::wording::Wording;

/// What the page shows, under `about`.
#[derive(Debug, Serialize)]
struct About {
    /// What this is and for whom, as HTML.
    summary: Option<Html>,
    /// What a record office asks of a document: names and values, in order.
    control: Vec<Fact>,
    /// "Next review due: 1 September 2027", as HTML.
    review: Option<Html>,
    /// What has changed.
    amendments: Vec<AmendmentView>,
    /// The feed of what has changed, if there is one.
    feed: Option<String>,
    /// Whose work it builds on, as HTML.
    acknowledgements: Option<Html>,
}

/// A name and its value.
#[derive(Debug, Serialize)]
struct Fact {
    /// What it is, as HTML.
    name: Html,
    /// What it says, as HTML.
    value: Html,
}

pub(super) fn make(page: &Page<'_>, problems: &mut Diagnostics) -> Option<Artifact> {
    let edition = page.site.edition;
    let words = &page.site.words;
    let document = &edition.document;
    let mut writer = page.writer();
    let view = About {
        summary: edition
            .summary
            .as_ref()
            .map(|text| writer.line(&text.content)),
        control: control(document, page),
        review: document.review.as_ref().map(|date| {
            let date = Wording::date(words, date.value);
            Wording::filled(words, "next_review", &[("date", &date)]).html()
        }),
        amendments: AmendmentView::all(&document.amendments, page, &mut writer),
        feed: page
            .site
            .has(&Address::Feed)
            .then(|| page.link(&Address::Feed)),
        acknowledgements: document
            .acknowledgements
            .as_ref()
            .map(|text| writer.line(&text.content)),
    };
    let head = Head {
        template: "about",
        title: page.site.name(&Address::About),
        description: None,
    };
    page.render(head, "about", &view, problems)
}

fn control(document: &DocumentControl, page: &Page<'_>) -> Vec<Fact> {
    let words = &page.site.words;
    let text = |field: &Option<Located<String>>| page.site.shown_if_any(field.as_ref());
    let code = |field: &Option<Located<String>>| {
        let field = field.as_ref()?;
        Some(Wording::code(&field.value).html())
    };
    let date = |field: &Option<Located<jiff::civil::Date>>| {
        Some(Wording::date(words, field.as_ref()?.value).html())
    };
    [
        ("identifier", code(&document.identifier)),
        ("document_version", code(&document.version)),
        ("status", text(&document.status)),
        ("owner", text(&document.owner)),
        ("approved_by", text(&document.approved_by)),
        ("approved_on", date(&document.approved_on)),
        ("issued_on", date(&document.issued)),
        ("review_on", date(&document.review)),
        ("replaces", text(&document.replaces)),
    ]
    .into_iter()
    .filter_map(|(name, value)| {
        Some(Fact {
            name: Wording::fixed(words, name).html(),
            value: value?,
        })
    })
    .collect()
}
