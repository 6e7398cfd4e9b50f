//! What a server shows when there is no such page.

use serde::Serialize;

use crate::build::Artifact;
use crate::diagnostic::Diagnostics;
use crate::web::address::Address;
use crate::web::site::{Head, Page};
use crate::web::views::Link;

/// What the page shows, under `not_found`.
#[derive(Debug, Serialize)]
struct NotFound {
    /// Where else to go.
    links: Vec<Link>,
}

pub(super) fn make(page: &Page<'_>, problems: &mut Diagnostics) -> Option<Artifact> {
    let links = [Address::Home, Address::DoAndDont, Address::Contacts]
        .iter()
        .filter(|address| page.site.has(address))
        .map(|address| page.named(address))
        .collect();
    let head = Head {
        template: "not-found",
        title: page.site.name(&Address::NotFound),
        description: None,
    };
    page.render(head, "not_found", &NotFound { links }, problems)
}
