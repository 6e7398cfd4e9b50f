//! What a handbook holds, and that all of it can be found.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::*;
use crate::diagnostic::Diagnostics;
use crate::edition::{Edition, HandbookPart, editions};
use crate::markdown;
use crate::source::Sources;
use crate::theme::{Theme, Words};

const EMAIL: &str = "---
title: Email
headline: Never from home.
levels:
  best:
    - { id: work, short: Use the work account., full: Use the account you were given. }
  poor:
    - { id: own, short: Writing from your own account., audiences: [staff] }
consequences: { poor: Talks with your manager. }
safeguards: [{ id: box, short: A shared mailbox }]
statistics: [{ id: third, figure: 1 in 3, meaning: of letters go astray., source: post }]
---
## Old messages

See [what letters are](glossary:letter).
";

const SUMMARY: &str = "---
title: Do and do not
do:
  - { id: ask, short: Ask., full: Ask before you write., channel: email }
  - { id: wait, short: Wait. }
dont:
  - { id: guess, short: Guess., channel: email }
---
";

pub(super) fn edition(settings: &str) -> (Edition, Words) {
    let folder = crate::trial::Folder::new();
    folder.write(
        "pack.yml",
        "title: Safe\nlevels: [{id: best, label: Best, tone: do}, {id: poor, label: Poor, tone: dont}]\n\
         audiences: [{id: staff, label: Staff}]\n\
         document: { version: '2.1', review: 2027-09-01, amendments: [{version: '2.1', date: 2026-09-01, reason: New.}] }\n",
    );
    folder.write("channels/email.md", EMAIL);
    folder.write("do-and-dont.md", SUMMARY);
    folder.write(
        "sections/10-rules.md",
        "---\ntitle: Rules\nclauses: true\n---\n## 1 Scope\n\n1.1 All of us. See [email](channel:email#old-messages).\n",
    );
    folder.write(
        "glossary.yml",
        "- { id: letter, term: Letter, meaning: What is written. }\n",
    );
    folder.write(
        "sources.yml",
        "- { id: post, name: The post office, web: 'https://post.example/counts' }\n",
    );
    folder.write(
        "contacts.yml",
        "- { id: police, name: Police, phone: '999', urgency: emergency, on_posters: true }\n",
    );
    folder.write(
        "editions/ash/edition.yml",
        &format!("name: Ash\nurl: https://ash.example/safe\n{settings}"),
    );
    of_folder(&folder)
}

/// The only edition of a sound pack, with its words.
pub(super) fn of_folder(folder: &crate::trial::Folder) -> (Edition, Words) {
    let (mut sources, mut problems) = (Sources::new(), Diagnostics::new());
    let pack = crate::pack::read(folder.path(), &mut sources, &mut problems).expect("a pack");
    let edition = editions(&pack, &sources, &mut problems).remove(0);
    assert!(problems.is_empty(), "{problems:?}");
    let theme = Theme::embedded("default").expect("the default theme");
    let strings = theme.strings("en", &mut sources, &mut problems);
    let words = Words::of(Arc::new(strings), &edition);
    (edition, words)
}

fn statements<'h>(handbook: &'h Handbook<'_>) -> Vec<&'h Statement<'h>> {
    let elements = handbook.chapters.iter().flat_map(|one| &one.content);
    elements
        .flat_map(|element| match element {
            Element::Level(level) => level.statements.iter().collect::<Vec<_>>(),
            Element::Statements(statements) => statements.iter().collect(),
            _ => Vec::new(),
        })
        .collect()
}

#[test]
fn the_contents_name_chapters_and_their_headings() {
    let (edition, words) = edition("");
    let handbook = compose(&edition, &words);
    let contents = handbook.contents();
    let found: Vec<_> = contents
        .iter()
        .map(|entry| (entry.level, &*entry.title, entry.target.name()))
        .collect();
    assert_eq!(
        found,
        [
            (1, "Document control", "document-control"),
            (2, "What has changed", "document-control.amendments"),
            (1, "Do and do not", "do-and-dont"),
            (2, "Do", "do-and-dont.level_do"),
            (2, "Do not", "do-and-dont.level_dont"),
            (1, "Rules", "section-rules"),
            (2, "Scope", "section-rules.1"),
            (1, "Email", "channel-email"),
            (1, "Do and do not, in full", "do-and-dont-in-full"),
            (2, "Do", "do-and-dont-in-full.level_do"),
            (1, "Who to contact", "contacts"),
            (1, "Sources of help", "sources"),
            (1, "Glossary", "glossary"),
            (1, "About this guidance", "about"),
            (2, "This document in another form", "about.other_forms"),
        ]
    );
    let outline = handbook.outline();
    assert_eq!(outline.len(), contents.len() + 6);
    assert!(outline.iter().all(|entry| handbook.has(&entry.target)));
}

#[test]
fn the_summary_leads_to_the_full_words_and_back() {
    let (edition, words) = edition("");
    let handbook = compose(&edition, &words);
    let found: Vec<_> = statements(&handbook)
        .into_iter()
        .flat_map(|statement| {
            statement.references.iter().map(|reference| {
                assert!(handbook.has(&reference.target));
                (
                    statement.target.name().to_owned(),
                    joined(&reference.words(&words, Some(14))),
                )
            })
        })
        .collect();
    let expected = [
        ("do-and-dont.do_ask", "Fuller statement on page 14"),
        ("do-and-dont.dont_guess", "Email, page 14"),
        ("do-and-dont-in-full.do_ask", "In short on page 14"),
        ("do-and-dont-in-full.do_ask", "Email, page 14"),
    ]
    .map(|(from, words)| (from.to_owned(), words.to_owned()));
    assert_eq!(found, expected);
}

#[test]
fn each_text_of_a_statement_stands_there_once_whatever_parts_there_are() {
    for parts in [
        "",
        "handbook: { parts: [do-and-dont, channels] }",
        "handbook: { parts: [channels, do-and-dont-in-full] }",
    ] {
        let (edition, words) = edition(parts);
        let handbook = compose(&edition, &words);
        let said = statements(&handbook);
        let times = |short: &str| {
            let found = said.iter().filter_map(|statement| statement.short);
            found.filter(|text| text.plain() == short).count()
        };
        for short in [
            "Use the work account.",
            "Writing from your own account.",
            "A shared mailbox",
            "Ask.",
            "Wait.",
            "Guess.",
        ] {
            assert_eq!(times(short), 1, "{short} in {parts:?}");
        }
        let full = said.iter().filter(|statement| !statement.full.is_empty());
        assert_eq!(full.count(), 2, "{parts:?}");
    }
}

#[test]
fn links_lead_within_and_to_the_site_where_a_part_is_left_out() {
    let link = |id: &str| markdown::Target::Glossary(id.to_owned());
    let (with, words) = edition("");
    let handbook = compose(&with, &words);
    let from = &handbook.chapters[0];
    assert_eq!(
        handbook.destination(&link("letter"), from),
        Some(Destination::Within(
            Target::part(HandbookPart::Glossary).within("letter")
        ))
    );
    let place = markdown::Target::Channel("email".into(), Some("old-messages".into()));
    let found = handbook.destination(&place, from);
    assert!(matches!(found, Some(Destination::Within(target)) if handbook.has(&target)));

    let (without, words) = edition("handbook: { parts: [channels] }");
    let handbook = compose(&without, &words);
    assert_eq!(
        handbook.destination(&link("letter"), &handbook.chapters[0]),
        Some(Destination::Outside(
            "https://ash.example/safe/glossary/#letter".to_owned()
        ))
    );
}

#[test]
fn no_two_things_have_one_name() {
    let (edition, words) = edition("");
    let handbook = compose(&edition, &words);
    let mut names: Vec<_> = statements(&handbook)
        .into_iter()
        .map(|statement| statement.target.name().to_owned())
        .collect();
    names.extend(
        handbook
            .outline()
            .iter()
            .map(|entry| entry.target.name().to_owned()),
    );
    let distinct: BTreeSet<_> = names.iter().collect();
    assert_eq!(distinct.len(), names.len());
    assert!(names.len() > 20);
}

#[test]
fn it_may_be_switched_off() {
    assert!(edition("").0.handbook.wanted);
    assert!(!edition("handbook: false").0.handbook.wanted);
    assert!(
        edition("handbook: { variants: [booklet] }")
            .0
            .handbook
            .wanted
    );
}
