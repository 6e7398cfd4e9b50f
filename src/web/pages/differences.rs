//! How an edition differs from its pack: what it adds, leaves out and words in its own way.

use serde::Serialize;

use crate::build::Artifact;
use crate::compare::{Difference, Kind, Saying};
use crate::diagnostic::Diagnostics;
use crate::web::address::Address;
use crate::web::html::Html;
use crate::web::site::{Head, Page};
use crate::web::views::statement_anchor;
use crate::web::wording::Wording;

/// What the page shows, under `differences`.
#[derive(Debug, Serialize)]
struct Differences {
    /// What is compared, as HTML.
    intro: Html,
    /// What differs, by topic and section.
    groups: Vec<DifferenceGroup>,
}

/// What differs in one topic or section.
#[derive(Debug, Serialize)]
struct DifferenceGroup {
    /// Its address on the page.
    anchor: String,
    /// What it is called, as HTML.
    title: Html,
    /// Its page; none where the edition leaves it out.
    href: Option<String>,
    /// What differs in it.
    changes: Vec<DifferenceView>,
}

/// Something that differs.
#[derive(Debug, Serialize)]
struct DifferenceView {
    /// `added`, `dropped` or `reworded`.
    kind: &'static str,
    /// The same in words, as HTML.
    label: Html,
    /// What it is part of, as HTML: "Best practice".
    part: Html,
    /// Where it stands; none where the edition leaves it out.
    href: Option<String>,
    /// What the edition says, as HTML; none where it says nothing, or too much to repeat.
    here: Option<Html>,
    /// What the pack says, as HTML.
    there: Option<Html>,
}

pub(super) fn make(page: &Page<'_>, problems: &mut Diagnostics) -> Option<Artifact> {
    let site = page.site;
    let edition = site.edition;
    let local = edition.local_advice.as_deref()?;
    let mut groups: Vec<(String, DifferenceGroup)> = Vec::new();
    for difference in &local.differences {
        let Some((name, address)) = page_of(&difference.key) else {
            continue;
        };
        let at = groups
            .iter()
            .position(|(known, _)| *known == name)
            .unwrap_or_else(|| {
                groups.push((
                    name.clone(),
                    group(page, &address, difference, groups.len()),
                ));
                groups.len() - 1
            });
        if let Some((_, group)) = groups.get_mut(at) {
            group.changes.push(view(page, difference, &address));
        }
    }
    let view = Differences {
        intro: Wording::filled(
            &site.words,
            "differences_intro",
            &[
                ("name", &site.wording(&edition.name)),
                ("base", &Wording::own(&local.pack)),
            ],
        )
        .html(),
        groups: groups.into_iter().map(|(_, group)| group).collect(),
    };
    let head = Head {
        template: "differences",
        title: site.name(&Address::Differences),
        description: None,
    };
    page.render(head, "differences", &view, problems)
}

/// The topic or section that a key is of, and its page.
fn page_of(key: &str) -> Option<(String, Address)> {
    let mut parts = key.split('.');
    match (parts.next()?, parts.next()?) {
        ("channels", id) => Some((format!("channel_{id}"), Address::Channel(id.to_owned()))),
        ("sections", id) => Some((format!("section_{id}"), Address::Section(id.to_owned()))),
        ("do_and_dont", _) => Some(("do_and_dont".to_owned(), Address::DoAndDont)),
        _ => None,
    }
}

fn group(page: &Page<'_>, address: &Address, first: &Difference, number: usize) -> DifferenceGroup {
    let is_there = page.site.has(address);
    let gone = first.before.as_ref().filter(|_| !is_there);
    DifferenceGroup {
        anchor: format!("difference_{}", number + 1),
        title: gone
            .map_or_else(|| page.site.name(address), |title| said(page, title))
            .html(),
        href: is_there.then(|| page.link(address)),
        changes: Vec::new(),
    }
}

fn view(page: &Page<'_>, difference: &Difference, address: &Address) -> DifferenceView {
    let (kind, label) = match difference.kind {
        Kind::Added => ("added", "differences_added"),
        Kind::Dropped => ("dropped", "differences_dropped"),
        Kind::Reworded | Kind::Moved => ("reworded", "differences_reworded"),
    };
    let parts: Vec<&str> = difference.key.split('.').collect();
    // A whole topic is named above, and a long text is better read where it stands.
    let is_told = parts.len() > 2 && parts.last() != Some(&"body");
    let shown = |saying: &Option<Saying>| {
        let saying = saying.as_ref().filter(|_| is_told)?;
        Some(said(page, saying).html())
    };
    let is_gone = difference.kind == Kind::Dropped;
    DifferenceView {
        kind,
        label: Wording::fixed(&page.site.words, label).html(),
        part: if parts.last() == Some(&"full") {
            let full = Wording::fixed(&page.site.words, "differences_full");
            // A dash stands so in every language; commas don't.
            Wording::joined([part(page, &parts), full], " – ").html()
        } else {
            part(page, &parts).html()
        },
        href: (!is_gone && page.site.has(address))
            .then(|| place(&parts))
            .map(|place| match place {
                Some(place) => page.link_within(address, &place),
                None => page.link(address),
            }),
        here: shown(&difference.after),
        there: shown(&difference.before),
    }
}

fn said(page: &Page<'_>, saying: &Saying) -> Wording {
    match &saying.language {
        Some(language) if **language != page.site.edition.language => {
            Wording::in_language(Some(&language.as_str().into()), &saying.words)
        }
        _ => Wording::own(&saying.words),
    }
}

/// The address on its page of what a key names.
fn place(parts: &[&str]) -> Option<String> {
    match parts {
        ["channels", _, "levels", _, id, ..] => Some(statement_anchor("advice", id)),
        ["channels", _, "levels", id] => Some(format!("level_{id}")),
        ["channels", _, "safeguards", id, ..] => Some(statement_anchor("safeguard", id)),
        ["channels", _, "statistics", id, ..] => Some(format!("statistic_{id}")),
        ["do_and_dont", list @ ("do" | "dont"), id, ..] => Some(statement_anchor(list, id)),
        _ => None,
    }
}

/// What a value is part of, in words.
fn part(page: &Page<'_>, parts: &[&str]) -> Wording {
    let site = page.site;
    let fixed = |name: &str| Wording::fixed(&site.words, name);
    let level = |id: &str| {
        let known = site.edition.levels.iter().find(|level| level.id == id);
        known.map_or_else(|| Wording::own(id), |level| site.wording(&level.label))
    };
    match parts {
        ["channels", _] => fixed("differences_topic"),
        ["sections", _] => fixed("differences_section"),
        ["channels", _, "levels", id, ..] => level(id),
        ["channels", _, "consequences", id] => {
            Wording::joined([fixed("consequences"), level(id)], ": ")
        }
        [_, _, "safeguards", ..] => fixed("safeguards"),
        [_, _, "consequences", ..] => fixed("consequences"),
        [_, _, "statistics", ..] => fixed("statistics"),
        ["do_and_dont", list @ ("do" | "dont"), ..] => fixed(list),
        [.., "title"] => fixed("differences_title"),
        [.., "headline" | "headline_note"] => fixed("differences_headline"),
        _ => fixed("differences_text"),
    }
}
