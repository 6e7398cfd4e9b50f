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
