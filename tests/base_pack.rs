//! A pack that builds on another, in all the places where that may be, and `noticeboard update`.

mod support;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use support::{Folder, Outcome};

/// A picture of one pixel.
const PIXEL: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>";

/// A national pack with an edition, a picture and a theme, and a local one of two schools that builds on it.
fn packs(extends: &str) -> Folder {
    let folder = Folder::new();
    folder.write(
        "national/content/pack.yml",
        "title: Safe online\nsummary: Advice for adults who work with {{ terms.pupils }}.\nlevels:\n  - { id: best, label: Best practice, tone: do }\n  - { id: poor, label: Poor practice, tone: dont }\nterms: { pupils: children }\nbranding: { primary: \"#1b365d\" }\ntheme: bold-national\ndocument: { version: \"3.1\", status: Draft, issued: 2026-09-01, review: 2027-09-01 }\n",
    );
    folder.write(
        "national/content/contacts.yml",
        "- { id: emergency, name: Emergency services, phone: \"999\", urgency: emergency, on_posters: true }\n",
    );
    folder.write(
        "national/content/channels/email.md",
        "---\ntitle: Email\nicon: envelope\nheadline: Never write from a private account.\nlevels:\n  best:\n    - { id: work, short: Use a work account. }\n    - { id: copy, short: Copy in a colleague. }\n  poor:\n    - { id: late, short: Writing late at night. }\n---\n![A mark](mark.svg)\n\nIt protects {{ terms.pupils }}, and you.\n",
    );
    folder.write("national/content/assets/mark.svg", PIXEL);
    folder.write(
        "national/content/editions/county/edition.yml",
        "name: County\nurl: https://county.example/\nterms: { pupils: learners }\n",
    );
    folder.write(
        "national/themes/bold-national/theme.yml",
        "name: National\nextends: default\n",
    );
    folder.write("content/pack.yml", extends);
    folder.write(
        "content/editions/elm/edition.yml",
        "name: Elm School\nurl: https://elm.example/\n",
    );
    folder.write(
        "content/editions/oak/edition.yml",
        "name: Oak School\nurl: https://oak.example/\n",
    );
    folder.write(
        "content/editions/oak/channels/email.md",
        "---\nlevels:\n  best:\n    - { id: work, short: Use your Oak account. }\n---\n",
    );
    folder
}

const PLAIN: &str = "extends: { pack: ../national, version: \"^3\" }\n";

/// The same, taken.
fn taken(extends: &str) -> Folder {
    let folder = packs(extends);
    sound(&folder.run(&["update", "--take"]));
    folder
}

fn sound(outcome: &Outcome) {
    assert_eq!(outcome.code, Some(0), "{}{}", outcome.out, outcome.err);
}

fn replace(folder: &Folder, file: &str, old: &str, new: &str) {
    let text = folder.read(file);
    assert!(text.contains(old), "{text}");
    folder.write(file, &text.replace(old, new));
}

/// Another version of the national pack.
fn publish_next(folder: &Folder) {
    let national = "national/content";
    replace(folder, &format!("{national}/pack.yml"), "3.1", "3.2");
    replace(
        folder,
        &format!("{national}/channels/email.md"),
        "a work account",
        "the work account",
    );
}

fn check(folder: &Folder) -> Outcome {
    folder.run(&["check", "--today", "2027-01-01"])
}

fn build(folder: &Folder) {
    sound(&folder.run(&["build", "--no-handbooks", "--today", "2027-01-01"]));
}

/// The files of a folder on disk, in an archive, with something put before their paths.
fn zip(folder: &Path, before: &str, more: &[&str]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let inner = fs::read_dir(&path).expect("a folder");
            waiting.extend(inner.map(|entry| entry.expect("an entry").path()));
            continue;
        }
        let name = path.strip_prefix(folder).expect("within").display();
        archive
            .start_file(format!("{before}{name}"), options)
            .expect("a file");
        archive
            .write_all(&fs::read(&path).expect("a file"))
            .expect("a file");
    }
    for name in more {
        archive.start_file(*name, options).expect("a file");
    }
    archive.finish().expect("an archive").into_inner()
}

fn git(folder: &Path, arguments: &[&str]) {
    let done = Command::new("git")
        .current_dir(folder)
        .args([
            "-c",
            "user.name=Robin",
            "-c",
            "user.email=robin@ash.example",
        ])
        .args(arguments)
        .output()
        .expect("git runs");
    assert!(done.status.success(), "{done:?}");
}

#[test]
fn a_base_has_to_be_taken() {
    let folder = packs(PLAIN);
    let outcome = folder.run(&["build", "--no-handbooks"]);
    assert_eq!(outcome.code, Some(1));
    insta::assert_snapshot!(outcome.err);
    assert!(!folder.has("output/oak"));
    insta::assert_snapshot!(folder.run(&["update"]).out);
    sound(&folder.run(&["update", "--take"]));
    insta::assert_snapshot!(folder.read("content/pack.lock.yml"));
    let first = folder.files("content");
    sound(&folder.run(&["update", "--take"]));
    assert_eq!(folder.files("content"), first);
    let outcome = check(&folder);
    sound(&outcome);
    assert_eq!(outcome.err, "");
    build(&folder);
    assert!(
        folder
            .read("output/elm/channels/email/index.html")
            .contains("Use a work account.")
    );
    assert!(
        folder
            .read("output/oak/channels/email/index.html")
            .contains("Use your Oak account.")
    );
    assert!(!folder.has("output/county"));
}

#[test]
fn it_is_told_where_words_come_from() {
    let folder = taken(PLAIN);
    let said = |arguments: &[&str]| {
        let outcome = folder.run(arguments);
        sound(&outcome);
        outcome.out
    };
    insta::assert_snapshot!(said(&[
        "explain",
        "oak",
        "channels.email.levels.best.work.short"
    ]));
    insta::assert_snapshot!(said(&["explain", "oak", "--changed"]));
    insta::assert_snapshot!(said(&["list"]));
    insta::assert_snapshot!(said(&["diff", "oak"]));
    assert!(said(&["diff", "pack"]).contains("compared with national/pack"));
}

#[test]
fn what_changes_is_not_used_until_it_is_taken() {
    let folder = taken(PLAIN);
    sound(&folder.run(&["accept", "oak"]));
    build(&folder);
    let published = folder.files("output");
    publish_next(&folder);
    let outcome = check(&folder);
    sound(&outcome);
    insta::assert_snapshot!(outcome.err);
    build(&folder);
    assert_eq!(folder.files("output"), published);

    insta::assert_snapshot!(folder.run(&["update"]).out);
    let data = folder.run(&["update", "--format", "json"]).out;
    let data: serde_json::Value = serde_json::from_str(&data).expect("it is JSON");
    assert_eq!(data["taken"]["version"], "3.1");
    assert_eq!(data["at_hand"]["version"], "3.2");
    assert_eq!(data["editions"][0]["edition"], "elm");
    assert_eq!(data["editions"][0]["report"]["groups"][1]["title"], "Email");

    sound(&folder.run(&["update", "--take"]));
    let outcome = check(&folder);
    assert!(!outcome.err.contains("base-changed"), "{}", outcome.err);
    // What a school worded anew is stale, exactly there.
    assert_eq!(
        outcome.err.matches("warning[drift]").count(),
        1,
        "{}",
        outcome.err
    );
    assert!(outcome.err.contains("national/content/channels/email.md"));
    build(&folder);
    assert!(
        folder
            .read("output/elm/channels/email/index.html")
            .contains("Use the work account.")
    );
    assert!(folder.run(&["update"]).out.starts_with("Nothing changes"));
}

#[test]
fn pictures_and_themes_that_would_change_are_named() {
    let folder = taken(PLAIN);
    folder.write(
        "national/content/assets/mark.svg",
        &PIXEL.replace("M0 0", "M0 .5"),
    );
    folder.write("national/themes/bold-national/styles/own.css", "");
    let said = folder.run(&["update"]).out;
    insta::assert_snapshot!(said);
    assert!(check(&folder).err.contains("base-changed"));
}

#[test]
fn without_its_copy_a_base_that_changed_holds_everything_back() {
    let folder = taken(PLAIN);
    fs::remove_file(folder.path().join("content/pack.lock.zip")).expect("it was there");
    sound(&check(&folder));
    publish_next(&folder);
    let outcome = check(&folder);
    assert_eq!(outcome.code, Some(1));
    insta::assert_snapshot!(outcome.err);
    assert!(folder.run(&["update"]).out.contains("can't be said"));
}

#[test]
fn a_base_that_is_not_there_is_read_from_its_copy() {
    let folder = taken(PLAIN);
    build(&folder);
    let published = folder.files("output");
    fs::remove_dir_all(folder.path().join("national")).expect("it was there");
    sound(&check(&folder));
    build(&folder);
    assert_eq!(folder.files("output"), published);
    let outcome = folder.run(&["update"]);
    assert!(outcome.err.contains("missing-file"), "{}", outcome.err);
    fs::remove_file(folder.path().join("content/pack.lock.zip")).expect("it was there");
    let outcome = check(&folder);
    insta::assert_snapshot!(outcome.err);
}

#[test]
fn a_copy_that_was_changed_is_not_used() {
    let folder = taken(PLAIN);
    publish_next(&folder);
    let other = zip(&folder.path().join("national"), "", &[]);
    fs::write(folder.path().join("content/pack.lock.zip"), other).expect("it can be written");
    replace(&folder, "national/content/pack.yml", "3.2", "3.3");
    assert!(check(&folder).err.contains("error[base-not-taken]"));
    fs::write(folder.path().join("content/pack.lock.zip"), b"no archive")
        .expect("it can be written");
    assert!(check(&folder).err.contains("error[base-not-taken]"));
}

#[test]
fn a_base_may_be_an_archive() {
    let folder = packs("extends: { pack: national-3.1.zip, version: \"^3\" }\n");
    let national = folder.path().join("national");
    let archive = zip(&national, "national-3.1/", &[]);
    fs::write(folder.path().join("content/national-3.1.zip"), archive).expect("it can be written");
    sound(&folder.run(&["update", "--take"]));
    let outcome = check(&folder);
    sound(&outcome);
    assert_eq!(outcome.err, "");
    build(&folder);
    assert!(
        folder
            .read("output/elm/channels/email/index.html")
            .contains("Use a work account.")
    );
    let told = folder.run(&["explain", "elm", "channels.email.title"]).out;
    assert!(
        told.contains("content/national-3.1.zip/national-3.1/content/channels/email.md:2"),
        "{told}"
    );
    // It is the same pack, wherever it comes from.
    let lock = folder.read("content/pack.lock.yml");
    folder.write("content/pack.yml", PLAIN);
    fs::remove_file(folder.path().join("content/national-3.1.zip")).expect("it was there");
    sound(&folder.run(&["update", "--take"]));
    assert_eq!(folder.read("content/pack.lock.yml"), lock);
}

#[test]
fn an_archive_that_could_harm_is_refused() {
    let folder = packs("extends: national.zip\n");
    let national = folder.path().join("national");
    for (name, bytes) in [
        ("leads out", zip(&national, "", &["../outside.yml"])),
        ("absolute", zip(&national, "", &["/etc/outside.yml"])),
        ("damaged", zip(&national, "", &[])[..400].to_vec()),
        ("none", b"title: Safe online\n".to_vec()),
    ] {
        fs::write(folder.path().join("content/national.zip"), bytes).expect("it can be written");
        for command in [&["check"] as &[&str], &["update", "--take"], &["list"]] {
            let outcome = folder.run(command);
            assert_eq!(outcome.code, Some(1), "{name}");
            assert!(
                outcome.err.contains("error[bad-archive]"),
                "{name}: {}",
                outcome.err
            );
        }
        assert!(!folder.has("content/pack.lock.yml"), "{name}");
    }
    let bytes = zip(&folder.path().join("national/themes"), "", &[]);
    fs::write(folder.path().join("content/national.zip"), bytes).expect("it can be written");
    assert!(check(&folder).err.contains("there is no pack.yml"));
}

#[test]
fn a_base_may_be_a_revision_of_a_repository() {
    let folder = packs("extends: { pack: ../national, revision: v3.1, version: \"^3\" }\n");
    let national = folder.path().join("national");
    git(&national, &["init", "--quiet"]);
    git(&national, &["add", "."]);
    git(
        &national,
        &["commit", "--quiet", "--message", "Third edition"],
    );
    git(&national, &["tag", "v3.1"]);
    publish_next(&folder);
    sound(&folder.run(&["update", "--take"]));
    let outcome = check(&folder);
    sound(&outcome);
    assert_eq!(outcome.err, "");
    let told = folder.run(&["explain", "elm", "channels.email.title"]).out;
    assert!(
        told.contains("national@v3.1/content/channels/email.md:2"),
        "{told}"
    );
    git(
        &national,
        &["commit", "--quiet", "--all", "--message", "More"],
    );
    git(&national, &["tag", "v3.2"]);
    replace(&folder, "content/pack.yml", "v3.1", "v3.2");
    assert!(
        check(&folder)
            .err
            .contains("it was version 3.1, and is version 3.2 now")
    );
    assert!(
        folder
            .run(&["update"])
            .out
            .contains("1 edition changes, 1 only in its document control.")
    );
    for revision in ["v9", "--output=x", "v3.1:content"] {
        folder.write(
            "content/pack.yml",
            &format!("extends: {{ pack: ../national, revision: \"{revision}\" }}\n"),
        );
        let said = folder.run(&["update"]).err;
        assert!(said.contains("there is no revision"), "{said}");
    }
}

#[test]
fn a_version_that_will_not_do_is_said_where_it_is_asked_for() {
    let folder = packs("extends: { pack: ../national, version: \"^4\" }\n");
    let outcome = folder.run(&["update", "--take"]);
    assert_eq!(outcome.code, Some(1));
    insta::assert_snapshot!(outcome.err);
    assert!(outcome.out.contains("Not taken"));
    assert!(!folder.has("content/pack.lock.yml"));
    for (version, said) in [
        ("Spring 2026", "can't be compared"),
        ("\"\"", "says no version"),
    ] {
        replace(
            &folder,
            "national/content/pack.yml",
            "version: \"3.1\"",
            &format!("version: {version}"),
        );
        let outcome = folder.run(&["update"]);
        assert!(outcome.err.contains(said), "{}", outcome.err);
        replace(
            &folder,
            "national/content/pack.yml",
            &format!("version: {version}"),
            "version: \"3.1\"",
        );
    }
    folder.write(
        "content/pack.yml",
        "extends: { pack: ../national, version: soon }\n",
    );
    assert!(
        folder
            .run(&["update"])
            .err
            .contains("doesn't say which versions")
    );
    folder.write("content/pack.yml", "extends: { version: \"3\" }\n");
    assert!(
        folder
            .run(&["update"])
            .err
            .contains("doesn't say which pack")
    );
}

#[test]
fn packs_that_cannot_be_a_base_are_said() {
    let folder = packs("extends: ../nation\n");
    insta::assert_snapshot!(check(&folder).err);
    // Two packs in a circle.
    folder.write("content/pack.yml", PLAIN);
    let alone = folder.read("national/content/pack.yml");
    folder.write(
        "national/content/pack.yml",
        &format!("extends: ../../content\n{alone}"),
    );
    insta::assert_snapshot!(check(&folder).err);
    folder.write("national/content/pack.yml", &alone);
    folder.write("content/pack.yml", "extends: .\n");
    assert!(check(&folder).err.contains("error[extends-cycle]"));
    folder.write("content/inner/pack.yml", &alone);
    folder.write("content/pack.yml", "extends: inner\n");
    assert!(check(&folder).err.contains("lies within the folder"));
    fs::remove_dir_all(folder.path().join("content/inner")).expect("it was there");
    folder.write("content/pack.yml", "title: Alone\n");
    assert!(
        folder
            .run(&["update"])
            .err
            .contains("this pack builds on no other")
    );
}

#[test]
fn a_pack_may_build_on_an_edition_of_its_base() {
    let folder = taken("extends: { pack: ../national, edition: county }\n");
    let told = folder.run(&["explain", "elm", "terms.pupils"]);
    sound(&told);
    insta::assert_snapshot!(told.out);
    // What the county says of itself alone stays with it.
    let all = folder.run(&["explain", "elm"]).out;
    assert!(!all.contains("county.example"), "{all}");
    // Another edition of it that is broken is no matter of ours.
    folder.write(
        "national/content/editions/broken/edition.yml",
        "nam: Broken\n",
    );
    sound(&folder.run(&["update", "--take"]));
    sound(&check(&folder));
    folder.write(
        "content/pack.yml",
        "extends: { pack: ../national, edition: contry }\n",
    );
    insta::assert_snapshot!(folder.run(&["update"]).err);
}

#[test]
fn a_base_may_build_on_another() {
    let folder = packs(PLAIN);
    folder.write(
        "union/pack.yml",
        "title: Everywhere\nterms: { pupils: young people }\nlevels: []\n",
    );
    folder.write(
        "union/glossary.yml",
        "- { id: aup, term: AUP, meaning: What is acceptable. }\n",
    );
    let national = folder.read("national/content/pack.yml");
    folder.write(
        "national/content/pack.yml",
        &format!("extends: ../../union\n{national}"),
    );
    let outcome = folder.run(&["update"]);
    assert!(
        outcome.err.contains("nobody has taken the pack `union`"),
        "{}",
        outcome.err
    );
    sound(&folder.run(&["update", "--take", "--content", "national/content"]));
    sound(&folder.run(&["update", "--take"]));
    let told = folder.run(&["explain", "elm", "terms.pupils"]);
    sound(&told);
    insta::assert_snapshot!(told.out);
    let told = folder.run(&["explain", "elm", "glossary.aup.term"]).out;
    assert!(told.contains("union/glossary.yml"), "{told}");
    // The copy holds the copy: neither of the two is needed.
    for pack in ["union", "national"] {
        fs::remove_dir_all(folder.path().join(pack)).expect("it was there");
    }
    let outcome = check(&folder);
    sound(&outcome);
    let told = folder.run(&["explain", "elm", "glossary.aup.term"]).out;
    assert!(
        told.contains("content/pack.lock.zip/content/pack.lock.zip/content/glossary.yml"),
        "{told}"
    );
}

#[test]
fn a_pack_can_replace_a_picture_of_its_base() {
    let folder = taken(PLAIN);
    build(&folder);
    let pictures = |folder: &Folder| -> Vec<Vec<u8>> {
        let files = folder.files("output/elm");
        let marks = files.into_iter().filter(|(path, _)| path.contains("mark"));
        marks.map(|(_, bytes)| bytes).collect()
    };
    let before = pictures(&folder);
    assert!(!before.is_empty());
    folder.write("content/assets/mark.svg", &PIXEL.replace("M0 0", "M0 .25"));
    build(&folder);
    assert_ne!(pictures(&folder), before);
}

#[test]
fn hints_about_a_base_are_for_those_who_keep_it() {
    let folder = packs(PLAIN);
    let capitals = "THESE ARE WORDS IN CAPITALS THAT NOBODY READS.";
    replace(
        &folder,
        "national/content/channels/email.md",
        "Copy in a colleague.",
        capitals,
    );
    let national = folder.run(&[
        "check",
        "--content",
        "national/content",
        "--themes",
        "national/themes",
        "--today",
        "2027-01-01",
    ]);
    assert!(national.err.contains("hint[capitals]"), "{}", national.err);
    sound(&folder.run(&["update", "--take"]));
    assert_eq!(check(&folder).err, "");
    // An error is said, with its place.
    replace(
        &folder,
        "national/content/channels/email.md",
        "title: Email",
        "title: [Email]",
    );
    let outcome = folder.run(&["update"]);
    assert!(
        outcome
            .err
            .contains("--> national/content/channels/email.md:2"),
        "{}",
        outcome.err
    );
}

#[test]
fn a_pack_keeps_in_step_with_its_base_as_an_edition_does() {
    let folder = taken(PLAIN);
    folder.write(
        "content/channels/email.md",
        "---\nlevels:\n  best:\n    - { id: copy, short: Copy in your line manager. }\n    - { id: nothing, remove: true }\n---\n",
    );
    let outcome = check(&folder);
    assert!(
        outcome.err.contains("error[nothing-to-remove]"),
        "{}",
        outcome.err
    );
    folder.write(
        "content/channels/email.md",
        "---\nlevels:\n  best:\n    - { id: copy, short: Copy in your line manager. }\n---\n",
    );
    sound(&folder.run(&["accept", "pack"]));
    replace(
        &folder,
        "national/content/channels/email.md",
        "Copy in a colleague.",
        "Copy in two colleagues.",
    );
    sound(&folder.run(&["update", "--take"]));
    let outcome = check(&folder);
    sound(&outcome);
    assert_eq!(
        outcome.err.matches("warning[drift]").count(),
        1,
        "{}",
        outcome.err
    );
    sound(&folder.run(&["accept", "pack", "channels.email"]));
    assert_eq!(check(&folder).err, "");
}

#[test]
fn a_mistake_of_this_pack_does_not_keep_a_base_from_being_taken() {
    let folder = packs(PLAIN);
    folder.write(
        "content/editions/elm/edition.yml",
        "name: Elm School\nnmae: Elm\n",
    );
    let outcome = folder.run(&["update", "--take"]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.err.contains("error[unknown-key]"),
        "{}",
        outcome.err
    );
    assert!(folder.has("content/pack.lock.yml"));
    assert!(!check(&folder).err.contains("base-not-taken"));
}
