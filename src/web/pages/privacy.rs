//! What becomes of data: nothing is collected.

use serde::Serialize;

use super::accessibility::whom_to_tell;
use crate::build::Artifact;
use crate::diagnostic::Diagnostics;
use crate::web::address::Address;
use crate::web::html::Html;
use crate::web::site::{Head, Page};
use crate::web::views::ContactView;
use crate::web::wording::Wording;

/// What the page shows, under `privacy`.
#[derive(Debug, Serialize)]
struct Privacy {
    /// What it applies to, as HTML.
    scope: Html,
    /// Whether there are lists to be ticked, which are kept on the device.
    checklists: bool,
    /// Whether pages are kept on the device, for use without a connection.
    offline: bool,
    /// Whether there is a button to leave.
    exit: bool,
    /// Whom to ask.
    contact: Option<ContactView>,
}

pub(super) fn make(page: &Page<'_>, problems: &mut Diagnostics) -> Option<Artifact> {
    let edition = page.site.edition;
    let words = &page.site.words;
    let channels = &edition.channels;
    let view = Privacy {
        scope: Wording::filled(
            words,
            "privacy_scope",
            &[
                ("title", &page.site.wording(&edition.title)),
                ("name", &page.site.wording(&edition.name)),
            ],
        )
        .html(),
        checklists: channels
            .iter()
            .any(|channel| !channel.safeguards.is_empty()),
        offline: edition.offline,
        exit: edition.exit_page.is_some(),
        contact: whom_to_tell(page),
    };
    let head = Head {
        template: "privacy",
        title: page.site.name(&Address::Privacy),
        description: Some(words.get("privacy_nothing")),
    };
    page.render(head, "privacy", &view, problems)
}
