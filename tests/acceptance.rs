//! Keeping in step: what changes below an edition, and that somebody has looked.

mod support;

use std::fs;

use support::Folder;

fn channel(work: &str, more: &str) -> String {
    format!(
        "---\ntitle: Email\nlevels:\n  best:\n    - {{ id: work, short: {work} }}\n    - {{ id: copy, short: Copy in a colleague. }}\n{more}---\n"
    )
}

/// A pack with two editions that word the same sentence anew, and a Welsh translation.
fn pack() -> Folder {
    let folder = Folder::new();
    folder.write(
        "content/pack.yml",
        "title: Safe online\nlanguages: [en]\nlevels:\n  - { id: best, label: Best practice, tone: do }\ncontacts:\n  - { id: police, name: Police, phone: \"999\", urgency: emergency }\n",
    );
    folder.write(
        "content/channels/email.md",
        &channel("Use a work account.", ""),
    );
    folder.write(
        "content/channels/email.cy.md",
        "---\nlevels:\n  best:\n    - { id: work, short: Defnyddiwch gyfrif gwaith. }\n---\n",
    );
    for id in ["ash", "oak"] {
        folder.write(
            &format!("content/editions/{id}/edition.yml"),
            &format!("name: {id}\nurl: https://{id}.example/\n"),
        );
        folder.write(
            &format!("content/editions/{id}/channels/email.md"),
            &format!(
                "---\nlevels:\n  best:\n    - {{ id: work, short: Use your {id} account. }}\n---\n"
            ),
        );
    }
    folder
}

fn check(folder: &Folder) -> String {
    let outcome = folder.run(&["check", "--quiet"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    outcome.err
}

fn accept(folder: &Folder, arguments: &[&str]) {
    let mut all = vec!["accept"];
    all.extend(arguments);
    let outcome = folder.run(&all);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
}

#[test]
fn nothing_is_said_before_somebody_has_looked_and_right_after() {
    let folder = pack();
    assert_eq!(check(&folder), "");
    for id in ["ash", "oak", "pack"] {
        accept(&folder, &[id]);
    }
    assert_eq!(check(&folder), "");
}

#[test]
fn a_sentence_that_changes_below_is_said_exactly_where_it_was_worded_anew() {
    let folder = pack();
    for id in ["ash", "oak", "pack"] {
        accept(&folder, &[id]);
    }
    folder.write(
        "content/channels/email.md",
        &channel("Use a work account at all times.", ""),
    );
    insta::assert_snapshot!(check(&folder));
    accept(&folder, &["ash", "channels.email.levels.best.work.short"]);
    let left = check(&folder);
    assert_eq!(left.matches("[drift]").count(), 1, "{left}");
    assert!(left.contains("editions/oak/channels/email.md"), "{left}");
    accept(&folder, &["oak", "channels.email"]);
    accept(&folder, &["pack"]);
    assert_eq!(check(&folder), "");
}

#[test]
fn what_is_new_below_is_listed_once() {
    let folder = pack();
    accept(&folder, &["ash"]);
    folder.write(
        "content/channels/email.md",
        &channel(
            "Use a work account.",
            "    - { id: plain, short: Write plainly. }\n",
        ),
    );
    folder.write(
        "content/channels/chat.md",
        "---\ntitle: Chat\nlevels:\n  best:\n    - { id: group, short: Keep to groups. }\n---\n",
    );
    let said = check(&folder);
    assert!(
        said.contains(
            "since `ash` last looked: `channels.chat`, `channels.email.levels.best.plain`"
        ),
        "{said}"
    );
    assert_eq!(said.matches("new-below").count(), 1, "{said}");
    accept(&folder, &["ash"]);
    assert_eq!(check(&folder), "");
}

#[test]
fn the_file_is_readable_and_the_same_again() {
    let folder = pack();
    accept(&folder, &["ash"]);
    let path = folder.path().join("content/editions/ash/accepted.yml");
    let first = fs::read_to_string(&path).expect("the file");
    insta::assert_snapshot!(first);
    accept(&folder, &["ash"]);
    assert_eq!(first, fs::read_to_string(&path).expect("the file"));
}

#[test]
fn a_wrong_key_comes_with_the_nearest() {
    let folder = pack();
    let outcome = folder.run(&["accept", "ash", "channels.emial"]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.err.contains("words nothing anew"),
        "{}",
        outcome.err
    );
    assert!(
        !folder
            .path()
            .join("content/editions/ash/accepted.yml")
            .exists()
    );
}
