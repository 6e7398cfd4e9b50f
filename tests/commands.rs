//! The commands and their exit codes: 0 fine, 1 problems in the pack, 2 wrong use.

mod support;

use std::fs;

use support::Folder;

#[test]
fn a_mistyped_edition_is_wrong_use_and_names_the_nearest() {
    let folder = Folder::with_pack();
    for command in ["build", "check"] {
        let outcome = folder.run(&[command, "--edition", "ahs"]);
        assert_eq!(outcome.code, Some(2), "{command}");
        assert!(
            outcome.err.contains("did you mean `ash`?"),
            "{}",
            outcome.err
        );
    }
    assert!(!folder.has("output/index.html"));
}

#[test]
fn wrong_words_are_wrong_use() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["biuld"]).code, Some(2));
    assert_eq!(folder.run(&["build", "--only", "poster"]).code, Some(2));
    assert_eq!(folder.run(&[]).code, Some(2));
    assert_eq!(folder.run(&["check", "--themes", "thmes"]).code, Some(2));
}

#[test]
fn the_output_never_lies_among_the_content() {
    let folder = Folder::with_pack();
    for output in ["content/out", "content/../content/out/inner", "content"] {
        let outcome = folder.run(&["build", "--output", output]);
        assert_eq!(outcome.code, Some(1), "{output}");
        assert!(
            outcome.err.contains("in the pack itself"),
            "{}",
            outcome.err
        );
    }
    assert!(!folder.has("content/out") && !folder.has("content/.noticeboard"));
    // The folder of the pack may hold the output beside it, and be anywhere.
    let outcome = support::run(
        &folder.path().join("content"),
        &[
            "build",
            "--content",
            "../content",
            "--output",
            "../Ŵyl 1/made here",
        ],
    );
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(folder.has("Ŵyl 1/made here/ash/index.html"));
}

#[test]
fn a_missing_pack_says_how_to_begin() {
    let folder = Folder::new();
    let outcome = folder.run(&["build"]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.err.contains("there is no folder content")
            && outcome.err.contains("noticeboard init"),
        "{}",
        outcome.err
    );
    assert!(!folder.has("output/.noticeboard/files"));
}

#[test]
fn list_shows_chains_and_channels() {
    let folder = Folder::with_pack();
    folder.write(
        "content/editions/oak/edition.yml",
        "name: Oak Club\nomit: {channels: [photos]}\n",
    );
    folder.write(
        "content/editions/elm/channels/clubs.md",
        "---\ntitle: Clubs\nlevels: {best: [Ask.]}\n---\n",
    );
    let outcome = folder.run(&["list"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    insta::assert_snapshot!(outcome.out);
}

#[test]
fn the_starter_pack_builds_without_a_word() {
    let folder = Folder::new();
    let outcome = folder.run(&["init", "demo"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    // Nobody is to publish the sample by mistake.
    assert!(
        outcome
            .out
            .contains("content/editions/my-board is a sample"),
        "{}",
        outcome.out
    );
    let edition = folder.read("demo/content/editions/my-board/edition.yml");
    assert!(edition.contains("delete the folder"), "{edition}");
    let outcome = support::run(&folder.path().join("demo"), &["build", "--quiet"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (Some(0), ""));
    assert!(folder.has("demo/output/my-board/posters/email.pdf"));
    assert!(folder.has("demo/output/my-board/index.html"));
}

#[test]
fn the_edition_in_the_readme_works_as_printed() {
    let readme = include_str!("../README.md");
    let example = readme
        .split_once("    # content/editions/eastvale/edition.yml\n")
        .and_then(|(_, rest)| rest.split_once("\n\n"))
        .map(|(example, _)| example.replace("\n    ", "\n"))
        .expect("the README shows an edition");
    assert_eq!(example.lines().count(), 12);
    let folder = Folder::new();
    folder.run(&["init", "my-pack"]);
    folder.write(
        "my-pack/content/editions/eastvale/edition.yml",
        example.trim(),
    );
    let outcome = support::run(&folder.path().join("my-pack"), &["build", "--quiet"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (Some(0), ""));
    let page = folder.read("my-pack/output/eastvale/contacts/index.html");
    assert!(page.contains("01632 960 210"), "{page}");
}

#[test]
fn init_never_overwrites() {
    let folder = Folder::new();
    folder.write("demo/letter.txt", "mine");
    let outcome = folder.run(&["init", "demo"]);
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.err.contains("letter.txt"), "{}", outcome.err);
    assert_eq!(
        fs::read_dir(folder.path().join("demo"))
            .map(Iterator::count)
            .ok(),
        Some(1)
    );
}

#[test]
fn help_names_every_command() {
    let outcome = Folder::new().run(&["--help"]);
    assert_eq!(outcome.code, Some(0));
    for command in ["build", "check", "list", "init"] {
        assert!(
            outcome.out.contains(&format!("  {command}")),
            "{}",
            outcome.out
        );
    }
}
