//! The glossary.

use serde::Serialize;

use crate::build::Artifact;
use crate::diagnostic::Diagnostics;
use crate::theme::Listing;
use crate::web::address::Address;
use crate::web::html::Html;
use crate::web::site::{Head, Page};
use crate::web::wording::Wording;

/// What the page shows, under `glossary`.
#[derive(Debug, Serialize)]
struct Glossary {
    /// The entries, in the order of the alphabet.
    entries: Vec<GlossaryEntryView>,
}

/// A word and what it means.
#[derive(Debug, Serialize)]
struct GlossaryEntryView {
    /// Its address on the page.
    anchor: String,
    /// The word, as HTML.
    term: Html,
    /// Its abbreviation, as HTML.
    short: Option<Html>,
    /// What it means, as HTML.
    meaning: Html,
    /// Other words for it, joined to a list, as HTML.
    also: Option<Html>,
}

pub(super) fn make(page: &Page<'_>, problems: &mut Diagnostics) -> Option<Artifact> {
    let mut writer = page.writer();
    let entries = page
        .site
        .edition
        .glossary
        .iter()
        .map(|entry| GlossaryEntryView {
            anchor: entry.id.clone(),
            term: page.site.shown(&entry.term),
            short: page.site.shown_if_any(entry.short.as_ref()),
            meaning: writer.line(&entry.meaning.content),
            also: (!entry.also.is_empty()).then(|| {
                let others = entry.also.iter().map(|word| page.site.wording(word));
                Wording::listed(others.collect(), Listing::Any, &page.site.words).html()
            }),
        })
        .collect();
    let head = Head {
        template: "glossary",
        title: page.site.name(&Address::Glossary),
        description: Some(page.site.words.get("glossary_intro")),
    };
    page.render(head, "glossary", &Glossary { entries }, problems)
}
