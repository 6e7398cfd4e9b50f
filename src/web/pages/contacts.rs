//! Who to contact.

use serde::Serialize;

use crate::build::Artifact;
use crate::diagnostic::Diagnostics;
use crate::edition::Urgency;
use crate::web::address::{Address, PosterSubject};
use crate::web::html::Html;
use crate::web::site::{Head, Page};
use crate::web::views::{ContactView, PosterView};
use crate::web::wording::Wording;

/// What the page shows, under `contacts`.
#[derive(Debug, Serialize)]
struct Contacts {
    /// The contacts, by urgency, the most urgent first.
    groups: Vec<Group>,
    /// The poster to download.
    poster: Option<PosterView>,
}

/// Contacts of one urgency.
#[derive(Debug, Serialize)]
struct Group {
    /// `emergency`, `urgent` or `routine`.
    urgency: &'static str,
    /// The group's heading, as HTML.
    label: Html,
    /// The contacts.
    contacts: Vec<ContactView>,
}

pub(super) fn make(page: &Page<'_>, problems: &mut Diagnostics) -> Option<Artifact> {
    let words = &page.site.words;
    let mut writer = page.writer();
    let mut groups = Vec::new();
    for urgency in [Urgency::Emergency, Urgency::Urgent, Urgency::Routine] {
        let contacts: Vec<ContactView> = page
            .site
            .edition
            .contacts
            .iter()
            .filter(|contact| contact.urgency == urgency)
            .map(|contact| ContactView::of(contact, page, &mut writer))
            .collect();
        if !contacts.is_empty() {
            groups.push(Group {
                urgency: urgency.name(),
                label: Wording::fixed(words, &format!("urgency_{}", urgency.name())).html(),
                contacts,
            });
        }
    }
    let title = page.site.name(&Address::Contacts);
    let view = Contacts {
        groups,
        poster: page.poster(&PosterSubject::Contacts, &title),
    };
    let head = Head {
        template: "contacts",
        title,
        description: Some(words.get("contacts_poster_summary")),
    };
    page.render(head, "contacts", &view, problems)
}
