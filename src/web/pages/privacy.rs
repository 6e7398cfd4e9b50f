//! What becomes of data: nothing is collected.

use serde::Serialize;

use super::accessibility::whom_to_tell;
use crate::build::Artifact;
use crate::diagnostic::Diagnostics;
use crate::web::address::Address;
use crate::web::site::{Head, Page};
use crate::web::views::ContactView;

/// What the page shows, under `privacy`.
#[derive(Debug, Serialize)]
struct Privacy {
    /// What it applies to.
    scope: String,
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
        scope: words.format(
            "privacy_scope",
            &[
                ("title", edition.title.value.clone().into()),
                ("name", edition.name.value.clone().into()),
            ],
        ),
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
