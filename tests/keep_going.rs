//! A faulty edition and the sound ones beside it.

mod support;

use support::Folder;

/// A pack in which one edition can't be published.
fn with_fault() -> Folder {
    let folder = Folder::with_pack();
    folder.write(
        "content/editions/oak/edition.yml",
        "name: Oak Council\nurl: https://oak.example/\n",
    );
    assert_eq!(folder.run(&["build", "--quiet"]).code, Some(0));
    folder.write(
        "content/editions/oak/edition.yml",
        "name: Oak Council of Today\nurl: https://oak.example/\nlogoo: logo.svg\n",
    );
    folder.write(
        "content/editions/elm/edition.yml",
        "name: Elm Primary School\nextends: ash\nurl: https://elm.example/\n",
    );
    folder
}

#[test]
fn without_it_nothing_is_published() {
    let folder = with_fault();
    let before = folder.files("output");
    let outcome = folder.run(&["build", "--quiet"]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.err.contains("nothing was published"),
        "{}",
        outcome.err
    );
    assert!(before == folder.files("output"));
}

#[test]
fn sound_editions_are_published_and_the_others_stay_as_they_were() {
    let folder = with_fault();
    let before = folder.files("output/oak");
    let outcome = folder.run(&["build", "--quiet", "--keep-going"]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome
            .err
            .contains("held back, and as they were published before: oak"),
        "{}",
        outcome.err
    );
    assert!(before == folder.files("output/oak"));
    assert!(
        folder
            .read("output/elm/index.html")
            .contains("Elm Primary School")
    );
    // The page over all still leads to the one that stays.
    assert!(folder.read("output/index.html").contains("oak/index.html"));
    // Mended, it is published, and nothing else is made anew.
    folder.write(
        "content/editions/oak/edition.yml",
        "name: Oak Council of Today\nurl: https://oak.example/\n",
    );
    let outcome = folder.run(&["build", "--quiet", "--keep-going", "--explain-rebuild"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(
        outcome.out.contains("1 made anew, 2 as published"),
        "{}",
        outcome.out
    );
    assert!(
        folder
            .read("output/oak/index.html")
            .contains("Oak Council of Today")
    );
}

#[test]
fn what_extends_a_faulty_edition_is_held_back_with_it() {
    let folder = with_fault();
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash Board\nurl: https://ash.example/\nbranding: {primary: nonsense}\n",
    );
    let outcome = folder.run(&["build", "--quiet", "--keep-going"]);
    assert!(
        outcome
            .err
            .contains("held back, and as they were published before: ash, elm, oak"),
        "{}",
        outcome.err
    );
}

#[test]
fn an_edition_whose_file_cannot_be_read_stays_too() {
    let folder = with_fault();
    folder.write("content/editions/oak/edition.yml", "name: [\n");
    let outcome = folder.run(&["build", "--quiet", "--keep-going"]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        folder.has("output/oak/posters/email.pdf"),
        "{}",
        outcome.err
    );
    assert!(
        folder
            .read("output/elm/index.html")
            .contains("Elm Primary School")
    );
}

#[test]
fn a_fault_of_the_pack_holds_everything_back() {
    let folder = with_fault();
    let before = folder.files("output");
    folder.write("content/channels/email.md", "---\ntitle: [\n---\n");
    let outcome = folder.run(&["build", "--quiet", "--keep-going"]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.err.contains("nothing was published"),
        "{}",
        outcome.err
    );
    assert!(before == folder.files("output"));
}
