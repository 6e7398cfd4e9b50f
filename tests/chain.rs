//! One pack with a chain of three layers, and what every command says of it.

mod support;

use support::Folder;

/// A pack, a county that words a sentence anew, takes one out and adds one, and a school of the county.
fn pack() -> Folder {
    let folder = Folder::new();
    folder.write(
        "content/pack.yml",
        "title: Safe online\nsummary: Advice for adults who work with {{ terms.pupils }}.\nlevels:\n  - { id: best, label: Best practice, tone: do }\n  - { id: poor, label: Poor practice, tone: dont }\nterms: { pupils: children }\nbranding: { primary: \"#1b365d\" }\ndocument: { version: \"2.0\", status: Draft, issued: 2026-09-01, review: 2027-09-01 }\n",
    );
    folder.write(
        "content/contacts.yml",
        "- { id: emergency, name: Emergency services, phone: \"999\", urgency: emergency, on_posters: true }\n- { id: duty-team, name: Duty team, phone: 01632 960 100, hours: Day and night, urgency: urgent, on_posters: true }\n",
    );
    folder.write(
        "content/channels/email.md",
        "---\ntitle: Email\nicon: envelope\nheadline: Never write from a private account.\nlevels:\n  best:\n    - { id: work, short: Use a work account. }\n    - { id: copy, short: Copy in a colleague. }\n  poor:\n    - { id: late, short: Writing late at night. }\n---\n## Why\n\nIt protects {{ terms.pupils }}, and you.\n",
    );
    folder.write(
        "content/channels/photos.md",
        "---\ntitle: Photos\nicon: camera\nlevels:\n  best:\n    - { id: ask, short: Ask before you take one. }\n---\n",
    );
    folder.write(
        "content/editions/vale/edition.yml",
        "name: Vale County\nurl: https://vale.example/\nbranding: { primary: \"#0b4f54\" }\ncontacts:\n  - { id: duty-team, phone: 01632 960 200 }\n",
    );
    folder.write(
        "content/editions/vale/channels/email.md",
        "---\nlevels:\n  best:\n    - { id: work, short: Use your Vale account. }\n    - { id: copy, remove: true }\n    - { id: sign, short: Sign with your name and role., after: work }\n---\n",
    );
    folder.write(
        "content/editions/hill/edition.yml",
        "name: Hill School\nextends: vale\nurl: https://hill.example/\nterms: { pupils: pupils }\nomit: { channels: [photos] }\n",
    );
    folder.write(
        "content/editions/hill/channels/email.md",
        "---\nlevels:\n  best:\n    - { id: work, short: Use your school account. }\n---\n",
    );
    folder
}

/// What a command writes to standard output, and to standard error.
fn said(folder: &Folder, arguments: &[&str]) -> String {
    let outcome = folder.run(arguments);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    if outcome.err.is_empty() {
        return outcome.out;
    }
    format!("{}\n--- problems ---\n{}", outcome.out, outcome.err)
}

const DAY: [&str; 3] = ["check", "--today", "2027-01-01"];

#[test]
fn list() {
    insta::assert_snapshot!(said(&pack(), &["list"]));
}

#[test]
fn explain_one_value() {
    insta::assert_snapshot!(said(
        &pack(),
        &["explain", "hill", "channels.email.levels.best.work.short"]
    ));
}

#[test]
fn explain_what_is_not_the_packs() {
    insta::assert_snapshot!(said(&pack(), &["explain", "hill", "--changed"]));
}

#[test]
fn diff_with_what_it_extends() {
    insta::assert_snapshot!(said(&pack(), &["diff", "hill"]));
}

#[test]
fn diff_with_the_pack() {
    insta::assert_snapshot!(said(&pack(), &["diff", "hill", "pack"]));
}

#[test]
fn check_without_a_fault() {
    insta::assert_snapshot!(said(&pack(), &DAY));
}

#[test]
fn accept_and_then_a_sentence_changes_below() {
    let folder = pack();
    for edition in ["vale", "hill"] {
        assert_eq!(folder.run(&["accept", edition]).code, Some(0));
    }
    insta::assert_snapshot!(
        "accepted",
        folder.read("content/editions/hill/accepted.yml")
    );
    assert_eq!(folder.run(&DAY).err, "");
    let email = folder.read("content/channels/email.md");
    folder.write(
        "content/channels/email.md",
        &email.replace("Use a work account.", "Use only a work account."),
    );
    // The county words it anew, and so does the school on top of the county: only the county stands on what changed.
    insta::assert_snapshot!("drifted", said(&folder, &DAY));
    assert_eq!(folder.run(&["accept", "vale"]).code, Some(0));
    assert_eq!(folder.run(&DAY).err, "");
    let vale = folder.read("content/editions/vale/channels/email.md");
    folder.write(
        "content/editions/vale/channels/email.md",
        &vale.replace("Use your Vale account.", "Use only your Vale account."),
    );
    let outcome = folder.run(&DAY);
    assert_eq!(
        outcome.err.matches("warning[drift]").count(),
        1,
        "{}",
        outcome.err
    );
    assert!(
        outcome.err.contains("since `hill` worded it anew"),
        "{}",
        outcome.err
    );
}

#[test]
fn what_is_wrong_is_said_at_the_layer_that_said_it() {
    let folder = pack();
    let school = folder.read("content/editions/hill/edition.yml");
    folder.write(
        "content/editions/hill/edition.yml",
        &school.replace(
            "terms: { pupils: pupils }",
            "terms: { pupils: children, head: the head }\nbranding: { primary: \"#99bbdd\" }",
        ),
    );
    insta::assert_snapshot!(said(&folder, &["check", "--today", "2027-10-01"]));
}
