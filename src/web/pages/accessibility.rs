//! The accessibility statement, in the form that the law asks for (SI 2018/952, regulation 8).

use serde::Serialize;

use crate::build::Artifact;
use crate::diagnostic::Diagnostics;
use crate::web::address::Address;
use crate::web::html::Html;
use crate::web::site::{Head, Page};
use crate::web::views::ContactView;

/// What the page shows, under `accessibility`.
#[derive(Debug, Serialize)]
struct AccessibilityPage {
    /// What the statement applies to.
    scope: String,
    /// What is known not to be accessible, as HTML.
    gaps: Vec<Html>,
    /// Whom to tell of problems.
    contact: Option<ContactView>,
    /// How it was tested, as HTML.
    tested: Option<Html>,
    /// "Prepared on 1 September 2026."
    prepared: Option<String>,
}

pub(super) fn make(page: &Page<'_>, problems: &mut Diagnostics) -> Option<Artifact> {
    let edition = page.site.edition;
    let words = &page.site.words;
    let says = &edition.accessibility;
    let mut writer = page.writer();
    let view = AccessibilityPage {
        scope: words.format(
            "accessibility_scope",
            &[
                ("title", edition.title.value.clone().into()),
                ("name", edition.name.value.clone().into()),
            ],
        ),
        gaps: says
            .gaps
            .iter()
            .map(|gap| writer.line(&gap.content))
            .collect(),
        contact: says
            .contact
            .as_ref()
            .and_then(|id| {
                edition
                    .contacts
                    .iter()
                    .find(|contact| contact.id == id.value)
            })
            .map(|contact| ContactView::of(contact, words, &mut writer)),
        tested: says.tested.as_ref().map(|text| writer.line(&text.content)),
        prepared: says.prepared.as_ref().map(|date| {
            words.format(
                "accessibility_prepared",
                &[("date", words.date(date.value).into())],
            )
        }),
    };
    let head = Head {
        template: "accessibility",
        title: page.site.name(&Address::Accessibility),
        description: None,
    };
    page.render(head, "accessibility", &view, problems)
}
