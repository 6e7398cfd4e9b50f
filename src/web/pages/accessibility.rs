//! The accessibility statement, in the form that the law asks for (SI 2018/952, regulation 8).

use jiff::civil::Date;
use serde::Serialize;

use crate::build::Artifact;
use crate::diagnostic::{Diagnostics, Located};
use crate::web::address::Address;
use crate::web::html::Html;
use crate::web::site::{Head, Page};
use crate::web::views::ContactView;
use crate::web::wording::Wording;

/// What the page shows, under `accessibility`.
#[derive(Debug, Serialize)]
struct AccessibilityPage {
    /// What the statement applies to, as HTML.
    scope: Html,
    /// What is known not to be accessible, as HTML.
    gaps: Vec<Html>,
    /// Whom to tell of problems.
    contact: Option<ContactView>,
    /// That the board is committed to the law, as HTML.
    commitment: Html,
    /// How it was tested, as HTML.
    tested: Option<Html>,
    /// "This statement was prepared on 1 September 2026." As HTML.
    prepared: Option<Html>,
    /// "It was last reviewed on 1 September 2026." As HTML.
    reviewed: Option<Html>,
}

pub(super) fn make(page: &Page<'_>, problems: &mut Diagnostics) -> Option<Artifact> {
    let edition = page.site.edition;
    let words = &page.site.words;
    let says = &edition.accessibility;
    let mut writer = page.writer();
    let dated = |name: &str, date: &Option<Located<Date>>| {
        let date = date.as_ref()?;
        let date = Wording::date(words, date.value);
        Some(Wording::filled(words, name, &[("date", &date)]).html())
    };
    // The regulations ask for both days (SI 2018/952, regulation 8, and the model statement of the European Commission).
    let reviewed = match &says.reviewed {
        None => &says.prepared,
        reviewed => reviewed,
    };
    let view = AccessibilityPage {
        scope: Wording::filled(
            words,
            "accessibility_scope",
            &[
                ("title", &page.site.wording(&edition.title)),
                ("name", &page.site.wording(&edition.name)),
            ],
        )
        .html(),
        gaps: says
            .gaps
            .iter()
            .map(|gap| writer.line(&gap.content))
            .collect(),
        contact: whom_to_tell(page),
        commitment: Wording::filled(
            words,
            "accessibility_commitment",
            &[("name", &page.site.wording(&edition.name))],
        )
        .html(),
        tested: says.tested.as_ref().map(|text| writer.line(&text.content)),
        prepared: dated("accessibility_prepared", &says.prepared),
        reviewed: dated("accessibility_reviewed", reviewed),
    };
    let head = Head {
        template: "accessibility",
        title: page.site.name(&Address::Accessibility),
        description: None,
    };
    page.render(head, "accessibility", &view, problems)
}

/// The contact that the edition names for problems with its website.
pub(super) fn whom_to_tell(page: &Page<'_>) -> Option<ContactView> {
    let edition = page.site.edition;
    let id = edition.accessibility.contact.as_ref()?;
    let contact = edition
        .contacts
        .iter()
        .find(|contact| contact.id == id.value)?;
    let mut writer = page.writer();
    Some(ContactView::of(contact, page, &mut writer))
}
