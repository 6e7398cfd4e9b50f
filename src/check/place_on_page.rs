//! A link to a place on a page (`section:policy#2.3`, `#what-to-keep`) must find that place there.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::edition::{Edition, Statement};
use crate::markdown::{Block, Target, links_of_blocks, links_of_line};

/// The places of the pages that Markdown makes: `sections/law` has `duties` and `2.3`.
type Places<'a> = BTreeMap<(&'static str, &'a str), BTreeSet<&'a str>>;

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    let places = places(edition);
    let mut look = |page: Option<(&'static str, &str)>, target: &Target, at: Span| {
        let (page, place) = match target {
            Target::Here(place) => (page, Some(place)),
            Target::Section(id, place) => (Some(("sections", id.as_str())), place.as_ref()),
            Target::Channel(id, place) => (Some(("channels", id.as_str())), place.as_ref()),
            _ => return,
        };
        let (Some(page), Some(place)) = (page, place) else {
            return;
        };
        // A page that isn't there has been said where the link was read.
        let Some(there) = places.get(&page) else {
            return;
        };
        if !there.contains(place.as_str()) {
            problems.push(
                Diagnostic::new(
                    Code::BrokenLink,
                    format!("there is no place `{place}` in `{}`", page.1),
                )
                .at(at, "")
                .suggest(place, there.iter().copied())
                .help(
                    "a place is a heading in small letters with hyphens, or the number of a clause",
                )
                .in_edition(&edition.id),
            );
        }
    };
    for section in &edition.sections {
        links_of_blocks(&section.body, &mut |target, at| {
            look(Some(("sections", &section.id)), target, at);
        });
    }
    for channel in &edition.channels {
        let page = Some(("channels", channel.id.as_str()));
        links_of_blocks(&channel.body, &mut |target, at| look(page, target, at));
        let advice = channel.levels.iter().flat_map(|level| &level.statements);
        links_of_statements(advice.chain(&channel.safeguards), &mut |target, at| {
            look(page, target, at);
        });
    }
    if let Some(summary) = &edition.do_and_dont {
        links_of_statements(
            summary.dos.iter().chain(&summary.donts),
            &mut |target, at| look(None, target, at),
        );
        links_of_blocks(&summary.body, &mut |target, at| look(None, target, at));
    }
    links_of_blocks(&edition.welcome, &mut |target, at| look(None, target, at));
}

fn links_of_statements<'a>(
    statements: impl Iterator<Item = &'a Statement>,
    found: &mut dyn FnMut(&'a Target, Span),
) {
    for statement in statements {
        links_of_line(&statement.short.content, found);
        links_of_blocks(&statement.full, found);
    }
}

fn places(edition: &Edition) -> Places<'_> {
    let sections = edition
        .sections
        .iter()
        .map(|section| (("sections", section.id.as_str()), places_of(&section.body)));
    let channels = edition
        .channels
        .iter()
        .map(|channel| (("channels", channel.id.as_str()), places_of(&channel.body)));
    sections.chain(channels).collect()
}

fn places_of(body: &[Block]) -> BTreeSet<&str> {
    body.iter()
        .filter_map(|block| match block {
            Block::Heading { id, .. } => Some(id.as_str()),
            Block::Paragraph { clause, .. } => clause.as_deref(),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn said(law: &str, policy: &str) -> Vec<String> {
        let folder = crate::trial::Folder::new();
        folder.write(
            "pack.yml",
            "title: Safe\nlevels: [{id: best, label: Best, tone: do}]\n",
        );
        folder.write("editions/ash/edition.yml", "name: Ash\n");
        folder.write(
            "sections/10-law.md",
            &format!("---\ntitle: Law\n---\n{law}"),
        );
        folder.write(
            "sections/20-policy.md",
            &format!("---\ntitle: Policy\nclauses: true\n---\n{policy}"),
        );
        let mut sources = Sources::new();
        let mut problems = Diagnostics::new();
        let pack = crate::pack::read(folder.path(), &mut sources, &mut problems).expect("a pack");
        let editions = crate::edition::editions(&pack, &sources, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        check(&editions[0], &mut problems);
        problems
            .iter()
            .map(|problem| problem.message.clone())
            .collect()
    }

    #[test]
    fn headings_and_clauses_are_places() {
        let law = "## Your duties\n\n[Here](#your-duties), [there](section:policy#2.3) and [at its head](section:policy#2).\n";
        assert!(
            said(
                law,
                "## 2 Scope\n\n2.3 All staff. See [the law](section:law#your-duties).\n"
            )
            .is_empty()
        );
    }

    #[test]
    fn a_place_that_is_not_there_is_said() {
        let law = "## Your duties\n\n- [Here](#your-duty)\n\n> [!callout] Note\n> [There](section:policy#2.4)\n";
        assert_eq!(
            said(law, "## 2 Scope\n\n2.3 All staff.\n"),
            [
                "there is no place `your-duty` in `law`",
                "there is no place `2.4` in `policy`"
            ]
        );
    }
}
