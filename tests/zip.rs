//! Editions as single files: `build --zip`.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::time::SystemTime;

use support::Folder;

fn build(folder: &Folder, arguments: &[&str]) {
    let outcome = folder.run(&[&["build", "--quiet"], arguments].concat());
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
}

/// What a zip file holds, in its order.
fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    (0..zip.len())
        .map(|place| {
            let mut file = zip.by_index(place).expect("a file in it");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("its bytes");
            (file.name().expect("its name").into_owned(), bytes)
        })
        .collect()
}

/// What the zip file of an edition holds, by path from the output.
fn zipped(folder: &Folder, edition: &str) -> BTreeMap<String, Vec<u8>> {
    let bytes = folder.files("output").remove(&format!("{edition}.zip"));
    unpacked(&bytes.expect("there is a zip file"))
        .into_iter()
        .collect()
}

/// The folder of an edition, as a zip file would hold it.
fn published(folder: &Folder, edition: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = folder.files("output");
    files.retain(|path, _| path.starts_with(&format!("{edition}/")));
    files
}

fn zips(folder: &Folder) -> BTreeMap<String, SystemTime> {
    let mut files = folder.files("output");
    files.retain(|path, _| {
        path.strip_suffix(".zip")
            .is_some_and(|folder| !folder.contains('/'))
    });
    files
        .into_keys()
        .map(|path| {
            let file = fs::metadata(folder.path().join("output").join(&path)).expect("it is there");
            (path, file.modified().expect("a time"))
        })
        .collect()
}

#[test]
fn a_zip_file_holds_what_builds_made_of_its_edition() {
    let folder = Folder::with_pack();
    build(&folder, &["--zip"]);
    for edition in ["ash", "elm"] {
        assert!(
            zipped(&folder, edition) == published(&folder, edition),
            "{edition}"
        );
        assert!(zipped(&folder, edition).contains_key(&format!("{edition}/index.html")));
        assert!(zipped(&folder, edition).contains_key(&format!("{edition}/handbook.pdf")));
    }
    let bytes = &folder.files("output")["elm.zip"];
    let names: Vec<String> = unpacked(bytes).into_iter().map(|(name, _)| name).collect();
    assert!(names.is_sorted(), "{names:?}");
    // The same bytes again, in another place.
    build(&folder, &["--zip", "--output", "again"]);
    assert!(folder.files("output") == folder.files("again"));
    // What builds didn't make is nobody else's.
    folder.write("output/ash/notes.txt", "mine");
    folder.write(
        "content/editions/ash/contacts.yml",
        "- {id: duty-team, phone: 01632 960 777}\n",
    );
    build(&folder, &["--zip"]);
    assert!(folder.has("output/ash/notes.txt"));
    let mut expected = published(&folder, "ash");
    expected.remove("ash/notes.txt");
    assert!(zipped(&folder, "ash") == expected);
}

#[test]
fn a_zip_file_is_made_anew_only_when_something_in_it_changed() {
    let folder = Folder::with_pack();
    build(&folder, &["--zip"]);
    let first = zips(&folder);
    assert_eq!(first.keys().collect::<Vec<_>>(), ["ash.zip", "elm.zip"]);
    build(&folder, &["--zip"]);
    assert_eq!(first, zips(&folder));
    // Without the note it is made again, and is the same.
    fs::remove_file(folder.path().join("output/.noticeboard/zips.json")).expect("there is a note");
    build(&folder, &["--zip"]);
    assert_eq!(first, zips(&folder));
    folder.write(
        "content/editions/elm/contacts.yml",
        "- {id: duty-team, phone: 01632 960 777}\n",
    );
    build(&folder, &["--zip"]);
    let second = zips(&folder);
    assert_eq!(first["ash.zip"], second["ash.zip"]);
    assert_ne!(first["elm.zip"], second["elm.zip"]);
    assert!(zipped(&folder, "elm") == published(&folder, "elm"));
    // Whoever changes it gets it back.
    folder.write("output/ash.zip", "broken");
    build(&folder, &["--zip"]);
    assert!(zipped(&folder, "ash") == published(&folder, "ash"));
}

#[test]
fn a_zip_file_goes_with_a_build_that_does_not_make_it() {
    let folder = Folder::with_pack();
    let there = |folder: &Folder| zips(folder).into_keys().collect::<Vec<_>>();
    build(&folder, &["--zip"]);
    build(&folder, &["--edition", "elm"]);
    assert_eq!(there(&folder), ["ash.zip"]);
    build(&folder, &["--edition", "elm", "--zip"]);
    assert_eq!(there(&folder), ["ash.zip", "elm.zip"]);
    // A part is made; the rest is there as it was, and is in it, too.
    folder.write(
        "content/editions/elm/contacts.yml",
        "- {id: duty-team, phone: 01632 960 777}\n",
    );
    build(&folder, &["--only", "posters", "--zip"]);
    let elm = zipped(&folder, "elm");
    assert!(elm == published(&folder, "elm"));
    assert!(elm.contains_key("elm/index.html"));
    build(&folder, &["--only", "posters"]);
    assert_eq!(there(&folder), [""; 0]);
    assert!(folder.has("output/elm/index.html"));
}

#[test]
fn what_is_for_a_print_shop_is_not_handed_over() {
    let folder = Folder::with_pack();
    build(&folder, &[]);
    build(&folder, &["--for", "print-shop", "--zip"]);
    assert!(folder.has("output/elm/print-shop/email.pdf"));
    let elm = zipped(&folder, "elm");
    assert!(elm.contains_key("elm/posters/email.pdf"));
    assert!(elm.keys().all(|path| !path.contains("print-shop")));
}

#[test]
fn shards_with_zip_files_put_together_are_what_one_build_gives() {
    let folder = Folder::with_pack();
    build(&folder, &["--zip"]);
    build(&folder, &["--zip", "--shard", "1/2", "--output", "1"]);
    build(&folder, &["--zip", "--shard", "2/2", "--output", "2"]);
    let merged = folder.run(&["merge", "1", "2", "--output", "merged"]);
    assert_eq!(merged.code, Some(0), "{}", merged.err);
    assert!(folder.has("merged/elm.zip"));
    assert!(folder.files("output") == folder.files("merged"));
    // One with and one without don't go together.
    build(&folder, &["--shard", "2/2", "--output", "2"]);
    let refused = folder.run(&["merge", "1", "2", "--output", "merged"]);
    assert_eq!(refused.code, Some(1));
    assert!(refused.err.contains("different builds"), "{}", refused.err);
}

#[test]
fn an_edition_that_is_held_back_keeps_its_zip_file() {
    let folder = Folder::with_pack();
    build(&folder, &["--zip"]);
    let before = folder.files("output");
    folder.write(
        "content/editions/elm/contacts.yml",
        "- {id: duty-team, fone: 1}\n",
    );
    folder.write(
        "content/editions/ash/contacts.yml",
        "- {id: emergency, hours: Always}\n",
    );
    let outcome = folder.run(&["build", "--quiet", "--zip", "--keep-going"]);
    assert_eq!(outcome.code, Some(1), "{}", outcome.err);
    assert!(outcome.err.contains("held back"), "{}", outcome.err);
    let after = folder.files("output");
    assert!(before["elm.zip"] == after["elm.zip"]);
    assert!(before["ash.zip"] != after["ash.zip"]);
    assert!(zipped(&folder, "ash") == published(&folder, "ash"));
}
