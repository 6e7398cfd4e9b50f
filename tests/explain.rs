//! `noticeboard explain` on a pack of three layers.

mod support;

use support::Folder;

/// A pack, a county that extends it, and a school that extends the county.
fn pack() -> Folder {
    let folder = Folder::new();
    folder.write(
        "content/pack.yml",
        "title: Safe online\nlevels:\n  - { id: best, label: Best, tone: do }\nterms: { place: organisation }\n",
    );
    folder.write(
        "content/channels/email.md",
        "---\ntitle: Email\nlevels:\n  best:\n    - { id: work, short: \"Use the account of your {{ terms.place }}.\" }\n    - { id: copy, short: Copy in a colleague. }\n---\n",
    );
    folder.write(
        "content/editions/vale/edition.yml",
        "name: { en: Vale, cy: Dyffryn }\nlanguages: [en, cy]\n",
    );
    folder.write(
        "content/editions/vale/channels/email.md",
        "---\nlevels:\n  best:\n    - { id: work, short: Use a Vale account. }\n    - { id: copy, remove: true }\n---\n",
    );
    folder.write(
        "content/editions.csv",
        "id,name,extends,terms.place\nschool,Hill School,vale,school\nclub,Hill Club,vale,\n",
    );
    folder
}

fn explain(arguments: &[&str]) -> (Option<i32>, String, String) {
    let folder = pack();
    let mut all = vec!["explain"];
    all.extend(arguments);
    let outcome = folder.run(&all);
    (outcome.code, outcome.out, outcome.err)
}

#[test]
fn a_value_comes_with_what_every_layer_says() {
    let (code, out, err) = explain(&["school", "channels.email.levels.best.work.short"]);
    assert_eq!(code, Some(0), "{err}");
    insta::assert_snapshot!(out);
}

#[test]
fn a_layer_that_says_nothing_passes_it_on() {
    let (_, out, _) = explain(&["school", "terms.place"]);
    insta::assert_snapshot!(out);
}

#[test]
fn what_a_layer_took_out_is_said_with_who_did() {
    let (_, out, _) = explain(&["school", "channels.email.levels.best.copy"]);
    insta::assert_snapshot!(out);
}

#[test]
fn a_translation_stands_above_what_it_translates() {
    let (_, out, _) = explain(&["vale", "name", "--language", "cy"]);
    insta::assert_snapshot!(out);
}

#[test]
fn the_whole_edition_says_where_each_value_is_from() {
    let (_, out, _) = explain(&["school", "--changed"]);
    insta::assert_snapshot!(out);
    let (_, of_vale, _) = explain(&["school", "--from", "vale"]);
    assert!(of_vale.contains("Use a Vale account.") && !of_vale.contains("Hill School"));
}

#[test]
fn a_wrong_name_comes_with_the_nearest() {
    let (code, out, err) = explain(&["school", "channels.email.levels.best.wrok.short"]);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    insta::assert_snapshot!(err);
    let (code, _, err) = explain(&["skool"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("did you mean `school`"), "{err}");
    let (_, _, err) = explain(&["school", "--from", "club"]);
    assert!(err.contains("pack → vale → school"), "{err}");
    let (_, _, err) = explain(&["vale", "--language", "pl"]);
    assert!(err.contains("it is in `en`, `cy`"), "{err}");
}

#[test]
fn the_end_of_a_key_finds_the_whole() {
    let folder = Folder::with_pack();
    for (end, whole) in [
        ("phone", "`contacts.duty-team.phone`"),
        ("duty-team", "did you mean `contacts.duty-team`?"),
        (
            "work-account.short",
            "`channels.email.levels.best.work-account.short`",
        ),
    ] {
        let outcome = folder.run(&["explain", "ash", end]);
        assert_eq!(outcome.code, Some(1));
        assert!(outcome.err.contains(whole), "{end}: {}", outcome.err);
    }
    let outcome = folder.run(&["explain", "ash", "contacts"]);
    assert!(
        outcome.out.contains("such as contacts.emergency)"),
        "{}",
        outcome.out
    );
}
