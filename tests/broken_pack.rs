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
