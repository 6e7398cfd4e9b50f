//! The page of a section.

use serde::Serialize;

use crate::build::Artifact;
use crate::diagnostic::Diagnostics;
use crate::web::address::Address;
use crate::web::html::Html;
use crate::web::site::{Head, Page};
use crate::web::views::{GlossaryWord, Link};
use crate::web::wording::Wording;

/// With fewer headings than this, a list of contents is longer than looking.
const HEADINGS_FOR_CONTENTS: usize = 3;

/// What the page of a section shows, under `section`.
#[derive(Debug, Serialize)]
struct SectionPage {
    /// What it is about, as HTML.
    summary: Option<Html>,
    /// Whether it, or its text, is the edition's own, where pages are to say so.
    local: bool,
    /// Whether it consists of numbered clauses.
    clauses: bool,
    /// Its list of contents; empty if it has few headings.
    contents: Vec<ContentsEntry>,
    /// Its text, as HTML.
    body: Html,
    /// The section before this one.
    previous: Option<Link>,
    /// The section after this one.
    next: Option<Link>,
    /// Words of the glossary that the page uses.
    glossary: Vec<GlossaryWord>,
}

/// An entry of the list of contents.
#[derive(Debug, Serialize)]
struct ContentsEntry {
    /// Its clause number.
    number: Option<String>,
    /// Its words, as HTML.
    text: Html,
    /// Where it leads.
    href: String,
}

pub(super) fn make(page: &Page<'_>, id: &str, problems: &mut Diagnostics) -> Option<Artifact> {
    let sections = &page.site.edition.sections;
    let at = sections.iter().position(|section| section.id == id)?;
    let section = sections.get(at)?;
    let neighbour = |at: Option<usize>| {
        let neighbour = sections.get(at?)?;
        Some(page.named(&Address::Section(neighbour.id.clone())))
    };
    let headings = section.contents();
    let contents = if headings.len() < HEADINGS_FOR_CONTENTS {
        Vec::new()
    } else {
        headings
            .iter()
            .map(|heading| ContentsEntry {
                number: heading.clause.map(str::to_owned),
                text: Wording::of_line(heading.content).html(),
                href: format!("#{}", heading.clause.unwrap_or(heading.id)),
            })
            .collect()
    };
    let mut writer = page.explaining_writer();
    let mut view = SectionPage {
        summary: section
            .summary
            .as_ref()
            .map(|text| writer.line(&text.content)),
        local: page.site.is_local(&format!("sections.{}", section.id)),
        clauses: section.clauses,
        contents,
        body: writer.first_body(&section.body, 1),
        previous: neighbour(at.checked_sub(1)),
        next: neighbour(at.checked_add(1)),
        glossary: Vec::new(),
    };
    view.glossary = page.glossary_words(&mut writer);
    let head = Head {
        template: "section",
        title: page.site.wording(&section.title),
        description: section.summary.as_ref().map(crate::edition::Text::plain),
    };
    page.render(head, "section", &view, problems)
}
