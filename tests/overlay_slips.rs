//! What people write who change or leave out a statement for the first time, and what they are told, by the real command.

mod support;

use support::{Folder, Outcome};

/// A pack whose edition `ash` says this of the channel email.
fn pack(overlay: &str) -> Folder {
    let folder = Folder::with_pack();
    folder.write(
        "content/editions/ash/channels/email.md",
        &format!("---\n{overlay}\n---\n"),
    );
    folder
}

fn check(folder: &Folder) -> Outcome {
    folder.run(&["check", "--today", "2026-10-01"])
}

#[test]
fn a_new_statement_with_nearly_the_id_of_another_is_asked_about() {
    let outcome = check(&pack(
        "levels: {best: [{id: work-acount, short: Use ours.}]}",
    ));
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(outcome.err.contains("hint[near-id]"), "{}", outcome.err);
    assert!(
        outcome.err.contains("did you mean `work-account`?"),
        "{}",
        outcome.err
    );
    // The school that takes it over has not written it.
    assert_eq!(outcome.err.matches("[near-id]").count(), 1);
}

#[test]
fn a_new_statement_of_its_own_is_not_asked_about() {
    for overlay in [
        "levels: {best: [{id: ring-first, short: Ring first.}]}",
        "levels: {best: [{id: work-account-2, short: Keep it to yourself.}]}",
        "levels: {best: [{id: work-account, remove: true}, {id: work-accounts, short: Use ours.}]}",
    ] {
        let outcome = check(&pack(overlay));
        assert!(
            !outcome.err.contains("near-id"),
            "{overlay}: {}",
            outcome.err
        );
    }
}

#[test]
fn whoever_wants_a_statement_gone_is_told_how() {
    for overlay in [
        "levels: {best: [{id: work-account, drop: true}]}",
        "levels: {best: [{id: work-account, delete: true}]}",
        "levels: {best: [{id: work-account, omit: true}]}",
        "levels: {best: [{id: work-account, leave_out: true}]}",
        "levels: {best: [{id: work-account, short: \"\"}]}",
    ] {
        let outcome = check(&pack(overlay));
        assert_eq!(outcome.code, Some(1), "{overlay}");
        assert!(
            outcome
                .err
                .contains("help: to leave it out, write `remove: true`"),
            "{overlay}: {}",
            outcome.err
        );
    }
    let in_channel = pack("omit: [work-account]");
    let in_edition = Folder::with_pack();
    in_edition.write(
        "content/editions/ash/edition.yml",
        "name: Ash Board\nomit: { statements: [work-account] }\n",
    );
    for folder in [in_channel, in_edition] {
        let outcome = check(&folder);
        assert_eq!(outcome.code, Some(1));
        assert!(
            outcome.err.contains("write `- { id: …, remove: true }`"),
            "{}",
            outcome.err
        );
    }
}

#[test]
fn an_edition_that_cannot_be_read_is_not_said_to_be_missing() {
    for (slip, cause) in [
        (&b"name: \"Ash Board\nterms: {a: b}\n"[..], "yaml-syntax"),
        (
            b"name: Ash Board\n  url: https://ash.example/\n",
            "yaml-syntax",
        ),
        (b"name: Ash \xff\n", "not-utf8"),
    ] {
        let folder = Folder::with_pack();
        let file = folder.path().join("content/editions/ash/edition.yml");
        std::fs::write(file, slip).expect("a file for a test");
        for command in [
            &["build", "--edition", "ash"][..],
            &["check", "--edition", "ash"],
            &["explain", "ash"],
        ] {
            let outcome = folder.run(command);
            assert_eq!(outcome.code, Some(1), "{command:?}: {}", outcome.err);
            assert!(outcome.err.contains(cause), "{command:?}: {}", outcome.err);
            assert!(
                !outcome.err.contains("unknown-edition"),
                "{command:?}: {}",
                outcome.err
            );
        }
    }
    // What it changes in an edition that it no longer seems to extend is no fault of its own.
    let folder = Folder::with_pack();
    folder.write(
        "content/editions/ash/channels/email.md",
        "---\nlevels: {best: [{id: ring, short: Ring first.}]}\n---\n",
    );
    folder.write(
        "content/editions/elm/channels/email.md",
        "---\nlevels: {best: [{id: ring, remove: true}]}\n---\n",
    );
    folder.write(
        "content/editions/elm/edition.yml",
        "name: \"Elm School\nextends: ash\n",
    );
    let outcome = folder.run(&["check", "--edition", "elm"]);
    assert_eq!(
        (outcome.code, outcome.err.matches("error[").count()),
        (Some(1), 1),
        "{}",
        outcome.err
    );
    let folder = Folder::with_pack();
    for command in [&["build", "--edition", "pack"][..], &["explain", "oak"]] {
        let outcome = folder.run(command);
        assert_eq!(outcome.code, Some(2), "{command:?}: {}", outcome.err);
        assert!(outcome.err.contains("unknown-edition"), "{}", outcome.err);
    }
}
