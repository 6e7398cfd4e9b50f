//! Building again: nothing is made twice, and what comes out is what a build from nothing gives.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::time::SystemTime;

use support::Folder;

/// Builds, and gives what was made anew, with the reasons.
fn build(folder: &Folder) -> BTreeMap<String, String> {
    let outcome = folder.run(&["build", "--quiet", "--explain-rebuild"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    outcome
        .out
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(edition, reason)| (edition.to_owned(), reason.to_owned()))
        .collect()
}

/// What is published is what a build from nothing gives.
fn is_as_from_nothing(folder: &Folder, after: &str) {
    let again = folder.run(&["build", "--quiet", "--output", "again"]);
    assert_eq!(again.code, Some(0), "{}", again.err);
    let (published, anew) = (folder.files("output"), folder.files("again"));
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&published), names(&anew), "after {after}");
    for (path, bytes) in &published {
        assert!(*bytes == anew[path], "{path} differs after {after}");
    }
    fs::remove_dir_all(folder.path().join("again")).expect("the other output goes");
}

fn changed(folder: &Folder) -> BTreeMap<String, SystemTime> {
    let files = folder.files("output").into_keys();
    files
        .map(|path| {
            let file = fs::metadata(folder.path().join("output").join(&path)).expect("it is there");
            (path, file.modified().expect("a time"))
        })
        .collect()
}

#[test]
fn what_did_not_change_is_not_made_anew_and_keeps_its_time() {
    let folder = Folder::with_pack();
    let first = build(&folder);
    assert_eq!(first["ash"], "nothing is recorded of it");
    let before = changed(&folder);
    assert!(build(&folder).is_empty());
    assert_eq!(before, changed(&folder));
}

#[test]
fn a_changed_number_makes_its_edition_anew_and_no_other() {
    let folder = Folder::with_pack();
    build(&folder);
    let before = changed(&folder);
    folder.write(
        "content/editions/elm/contacts.yml",
        "- {id: duty-team, phone: 01632 960 777}\n",
    );
    let anew = build(&folder);
    assert_eq!(
        anew.into_iter().collect::<Vec<_>>(),
        [(
            "elm".to_owned(),
            "what it says changed, or a file that it names".to_owned()
        )]
    );
    let after = changed(&folder);
    let touched: Vec<&String> = after
        .iter()
        .filter(|(path, time)| before.get(*path) != Some(time))
        .map(|(path, _)| path)
        .collect();
    assert!(
        touched
            .iter()
            .any(|path| *path == "elm/posters/contacts.pdf")
    );
    assert!(touched.iter().all(|path| path.starts_with("elm/")));
    is_as_from_nothing(&folder, "a changed number");
}

#[test]
fn whatever_changes_what_comes_out_is_what_a_build_from_nothing_gives() {
    let folder = Folder::with_pack();
    build(&folder);
    let email = folder.read("content/channels/email.md");
    let logo = |colour: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path fill=\"{colour}\" d=\"M0 0h9v9z\"/></svg>"
        )
    };
    let steps: [(&str, &str, String); 9] = [
        ("a statement", "content/channels/email.md", email.replace("Use the work", "Only use the work")),
        ("a line above all others", "content/channels/email.md", email.replacen("---\n", "---\n# A note for authors.\n", 1)),
        ("a logo", "content/editions/ash/logo.svg", logo("#123456")),
        (
            "an edition that shows it",
            "content/editions/ash/edition.yml",
            "name: Ash Board\nurl: https://ash.example/\nbranding: {primary: \"#1b365d\", logo: {file: logo.svg, alt: Ash Board}}\n".to_owned(),
        ),
        ("another logo of the same name", "content/editions/ash/logo.svg", logo("#654321")),
        ("a style of the theme", "themes/default/styles/site.css", "body { color: black }\n".to_owned()),
        ("a string of the theme", "themes/default/strings/en.ftl", include_str!("../themes/default/strings/en.ftl").replace("Search", "Look for")),
        ("a translation", "content/channels/email.cy.md", "---\ntitle: E-bost\n---\n".to_owned()),
        (
            "an edition in two languages",
            "content/editions/elm/edition.yml",
            "name: Elm School\nextends: ash\nlanguages: [en, cy]\npartly: [cy]\nurl: https://elm.example/\n".to_owned(),
        ),
    ];
    for (what, path, text) in steps {
        folder.write(path, &text);
        build(&folder);
        is_as_from_nothing(&folder, what);
    }
    fs::remove_file(folder.path().join("content/channels/photos.md")).expect("a channel goes");
    folder.write(
        "content/channels/email.md",
        &email.replace("See [photos](channel:photos).", ""),
    );
    build(&folder);
    is_as_from_nothing(&folder, "a channel that is gone");
}

#[test]
fn lines_that_move_make_nothing_anew_unless_problems_point_into_them() {
    let folder = Folder::with_pack();
    build(&folder);
    let photos = folder.read("content/channels/photos.md");
    folder.write(
        "content/channels/photos.md",
        &photos.replacen("---\n", "---\n# A note.\n", 1),
    );
    assert!(build(&folder).is_empty());
}

#[test]
fn a_published_file_that_was_changed_or_taken_away_is_put_right() {
    let folder = Folder::with_pack();
    build(&folder);
    folder.write("output/elm/index.html", "mine");
    assert_eq!(
        build(&folder)["elm"],
        "the published file elm/index.html was changed or is gone"
    );
    fs::remove_file(folder.path().join("output/ash/posters/email.pdf")).expect("a poster goes");
    assert_eq!(
        build(&folder)["ash"],
        "the published file ash/posters/email.pdf was changed or is gone"
    );
    is_as_from_nothing(&folder, "that");
}

#[test]
fn a_record_that_is_lost_or_spoiled_only_costs_time() {
    let folder = Folder::with_pack();
    build(&folder);
    for spoiled in ["", "{", "{\"editions\": {\"ash\": 1}}", "[]"] {
        folder.write("output/.noticeboard/record.json", spoiled);
        assert_eq!(build(&folder).len(), 2);
        assert!(build(&folder).is_empty());
    }
    fs::remove_file(folder.path().join("output/.noticeboard/record.json")).expect("it goes");
    assert_eq!(build(&folder).len(), 2);
    is_as_from_nothing(&folder, "that");
}

#[test]
fn warnings_are_said_again_by_a_build_that_makes_nothing() {
    let folder = Folder::with_pack();
    // An address is what the code on a poster leads to: that it is missing is found while posters are made.
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash Board\nbranding: {primary: \"#1b365d\"}\n",
    );
    let first = folder.run(&["build", "--quiet"]);
    let second = folder.run(&["build", "--quiet"]);
    assert!(first.err.contains("warning"), "{}", first.err);
    assert_eq!(first.err, second.err);
    assert!(build(&folder).is_empty());
}

#[test]
fn parts_and_options_do_not_leave_a_record_that_is_not_true() {
    let folder = Folder::with_pack();
    build(&folder);
    let posters = folder.run(&["build", "--quiet", "--only", "posters"]);
    assert_eq!(posters.code, Some(0), "{}", posters.err);
    assert_eq!(build(&folder).len(), 2);
    let outcome = folder.run(&["build", "--quiet", "--no-previews", "--explain-rebuild"]);
    assert!(
        outcome.out.contains("the options are others"),
        "{}",
        outcome.out
    );
    assert!(!folder.has("output/ash/posters/email.png"));
    build(&folder);
    is_as_from_nothing(&folder, "that");
}

#[test]
fn what_a_page_says_of_the_pack_is_made_anew_when_the_pack_changes() {
    let folder = Folder::with_pack();
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash Board\nurl: https://ash.example/\nlocal_advice: true\n",
    );
    folder.write(
        "content/editions/ash/channels/email.md",
        "---\nlevels:\n  best:\n    - {id: work-account, short: Use the account of Ash.}\n---\n",
    );
    build(&folder);
    let email = folder.read("content/channels/email.md");
    folder.write(
        "content/channels/email.md",
        &email.replace("Use the work account.", "Use an account of work."),
    );
    // Ash says something else there, so that of it only the page of differences changes.
    assert!(build(&folder).contains_key("ash"));
    is_as_from_nothing(&folder, "a change of the pack below local advice");
}
