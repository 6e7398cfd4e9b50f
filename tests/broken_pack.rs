//! A pack that is broken in many ways at once: each fault is said in one run, at its line, and nothing is published.

mod support;

use support::Folder;

fn broken() -> Folder {
    let folder = Folder::new();
    folder.write(
        "content/pack.yml",
        "title: Safe online\naudiance: Volunteers\nlanguages: en\nlevels:\n  - id: best\n    label: Best practice\n    tone: do\n  - id: poor\n    label: Poor practice\n    tone: dnot\nterms:\n  manager: line manager\n",
    );
    folder.write(
        "content/channels/email.md",
        "---\r\ntitle: Email\r\nicon: envelop\r\nheadline: Ask {{ terms.manger }} first.\r\nlevels:\r\n  best:\r\n    - id: Work Account\r\n      short: Use it.\r\n    - id: same\r\n      short: One.\r\n    - id: same\r\n      short: Two.\r\n  worst:\r\n    - Never.\r\nsee_also: [phones]\r\n---\r\n[Law](section:lw) and <b>bold</b>.\r\n",
    );
    folder.write(
        "content/channels/images.md",
        "---\nsummary: No title, no advice.\nlevels: {}\n---\n",
    );
    folder.write(
        "content/sections/10-law.md",
        "---\ntitle: Law\n---\n## A\n\n> [!csae] X\n> y\n\n![](missing.svg)\n",
    );
    folder.write(
        "content/glossary.yml",
        "- id: aup\n  term: Policy\n- term: No id\n",
    );
    folder.write("content/sources.yml", "- id: a\n  name: b: c\n");
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash\nextends: elm\n",
    );
    folder.write(
        "content/editions/elm/edition.yml",
        "name: Elm\nextends: ash\n",
    );
    folder.write(
        "content/editions/fir/edition.yml",
        "name: Fir\nextends: eastvael\nurl: www.fir.example\n",
    );
    folder.write(
        "content/editions/oak/edition.yml",
        "name: Oak\nfolder: yew\ndocument: {review: 31.03.27}\nbranding: {primary: red}\nomit: {channels: [emal]}\n",
    );
    folder.write(
        "content/editions/oak/channels/email.md",
        "---\nlevels: {best: [{id: saem, remove: true}]}\n---\n",
    );
    folder.write(
        "content/editions/oak/channels/emial.md",
        "---\nheadline: Overlay of nothing.\n---\n",
    );
    folder.write("content/editions/yew/edition.yml", "name: Yew\n");
    folder.write(
        "content/editions.csv",
        "id,name,brandng.primary\nbox,Box,\nbox,Box again,\n",
    );
    folder
}

#[test]
fn every_fault_is_said_at_its_place_in_one_run() {
    let folder = broken();
    let outcome = folder.run(&["check", "--color", "never"]);
    assert_eq!(outcome.code, Some(1));
    insta::assert_snapshot!(outcome.err);
    let errors = outcome
        .err
        .lines()
        .filter(|line| line.starts_with("error["))
        .count();
    assert!(errors >= 15, "{errors} errors");
}

#[test]
fn nothing_of_it_is_published() {
    let folder = broken();
    let outcome = folder.run(&["build", "--quiet"]);
    assert_eq!(outcome.code, Some(1));
    assert!(!outcome.err.contains("panicked"));
    assert!(folder.files("output").is_empty());
}

const EMAIL: &str = "content/channels/email.md";
const ASH: &str = "content/editions/ash/edition.yml";

/// A file with one fault, the code it gets, and words of the advice.
type Fault = (&'static str, &'static str, &'static str, &'static str);

/// What cannot be read at all, so that whatever stands in it is missing.
#[rustfmt::skip]
const UNREADABLE: &[Fault] = &[
    (ASH, "name: \"Ash\nurl: https://ash.example/\nregion: North\n", "yaml-syntax", "at the end of the text"),
    (EMAIL, "---\ntitle: Email\nheadline: **Never** use it\nlevels: {best: [Ask.]}\n---\n", "yaml-syntax", "\"**Never** use it\""),
    (EMAIL, "---\ntitle: Email\nlevels: {best: [Ask.]}\n", "front-matter", "`---`"),
    (EMAIL, "title: Email\nlevels: {best: [Ask.]}\n---\n", "front-matter", "before the first key"),
    ("content/pack.yml", "- title: Safe online\n", "wrong-kind", "expected the keys of the pack"),
    ("content/contacts.yml", "- {id: duty-team, name: \"Duty team}\n", "yaml-syntax", ""),
    ("content/glossary.yml", "- id: aup\n term: Policy\n", "yaml-syntax", "same column"),
];

/// Keys and items that are lost, with what they were to give.
#[rustfmt::skip]
const LOST: &[Fault] = &[
    (EMAIL, "---\ntitel: Email\nlevels: {best: [Ask.]}\n---\n", "unknown-key", "did you mean `title`?"),
    (EMAIL, "---\ntitle: Email\nlevel: {best: [Ask.]}\n---\n", "unknown-key", "`levels`"),
    (EMAIL, "---\ntitle: Email\nlevels: {bset: [Ask.]}\n---\n", "unknown-name", "did you mean `best`?"),
    (EMAIL, "---\ntitle: Email\nlevels:\n  best:\n    - Remember: ask first.\n---\n", "unknown-key", "- \"Remember: ask first.\""),
    (EMAIL, "---\ntitle: Email\nlevels:\n  best:\n    -id: a\n---\n", "wrong-kind", "- id: …"),
    (EMAIL, "---\ntitle: Email\nlevels:\n  best:\n    - {id: Work Account, short: A.}\n---\n", "not-a-slug", "`work-account`"),
    (ASH, "name: Ash\nurl: https://ash.example/\nterms:\n  manager:\n", "empty-text", "leave `manager` out"),
    (ASH, "name: Ash\nurl: https://ash.example/\nterms: {manager: \"{{ terms.board }}\"}\n", "unknown-term", "the words themselves"),
    ("content/editions/oak/contacts.yml", "- {id: duty-team, phone: 01632 960 111}\n", "missing-file", "needs the key `name`"),
    ("content/editions/pack/edition.yml", "name: Oak\n", "not-a-slug", "choose another name"),
    (ASH, "name: Ash\nurl: https://ash.example/\nbranding:\n  primary: #1b365d\n", "yaml-syntax", "primary: \"#1b365d\""),
];

/// Each fault gives one diagnostic, which says what to do about it, and none of what only follows from it.
#[test]
fn one_fault_is_said_once() {
    for (name, text, code, help) in UNREADABLE.iter().chain(LOST) {
        let folder = Folder::with_pack();
        folder.write(name, text);
        let outcome = folder.run(&["check"]);
        let said: Vec<&str> = outcome
            .err
            .lines()
            .filter(|line| line.starts_with("error["))
            .collect();
        assert_eq!(said.len(), 1, "{text}\n{}", outcome.err);
        assert!(
            said[0].starts_with(&format!("error[{code}]")) && outcome.err.contains(help),
            "{text}\n{}",
            outcome.err
        );
    }
}

#[test]
fn a_malformed_address_is_said_once() {
    let folder = Folder::with_pack();
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash Board\nurl: www.ash.example\n",
    );
    let outcome = folder.run(&["check", "--color", "never", "--edition", "ash"]);
    assert_eq!(
        outcome.err.matches("wrong-form").count(),
        1,
        "{}",
        outcome.err
    );
    assert!(!outcome.err.contains("no-url"), "{}", outcome.err);
}
