//! Building small packs by the real command: what is there afterwards, and what isn't.

#[path = "pdf/reading.rs"]
#[allow(
    dead_code,
    reason = "written for the tests of the PDF writer, which take more of it"
)]
mod reading;
mod support;

use std::collections::BTreeSet;

use support::{Folder, stretches};

/// The words of a PDF as a screen reader goes through them.
fn words_of(pdf: &[u8]) -> String {
    let outline = reading::Reading::of(pdf).outline();
    let words = stretches(&outline).flat_map(str::split_whitespace);
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_build_says_where_the_posters_are() {
    let folder = Folder::with_pack();
    let out = folder.run(&["build", "--only", "posters"]).out;
    assert!(
        out.contains("\nposters: output/<edition>/posters/\n"),
        "{out}"
    );
    let out = folder.run(&["build", "--edition", "elm"]).out;
    assert!(out.contains("\nposters: output/elm/posters/\n"), "{out}");
    let arguments = ["build", "--edition", "elm", "--for", "print-shop"];
    let out = folder.run(&arguments).out;
    assert!(out.contains("\nposters: output/elm/print-shop/\n"), "{out}");
    let out = folder.run(&["build", "--only", "site"]).out;
    assert!(!out.contains("posters: "), "{out}");
    for part in ["posters", "print-shop"] {
        assert!(
            folder.has(&format!("output/elm/{part}/email.pdf")),
            "{part}"
        );
    }
}

#[test]
fn a_build_makes_these_files_and_no_others() {
    let folder = Folder::with_pack();
    let outcome = folder.run(&["build", "--quiet"]);
    assert_eq!(
        (outcome.code, outcome.err.as_str()),
        (Some(0), ""),
        "{}",
        outcome.out
    );
    let files: Vec<String> = folder
        .files("output")
        .keys()
        .map(|path| support::without_hash(path))
        .collect();
    insta::assert_snapshot!(files.join("\n"));
}

#[test]
fn page_and_poster_say_the_same() {
    let folder = Folder::with_pack();
    assert_eq!(folder.run(&["build", "--quiet"]).code, Some(0));
    let page = folder.read("output/elm/channels/email/index.html");
    let poster = words_of(&folder.files("output/elm/posters")["email.pdf"]);
    for statement in [
        "Use the work account.",
        "Writing late at night.",
        "Families know the address.",
        "Never use a private account.",
    ] {
        assert!(page.contains(statement), "the page has “{statement}”");
        assert_eq!(
            poster.matches(statement).count(),
            1,
            "the poster has “{statement}” once: {poster}"
        );
    }
    assert!(page.contains("It can be seen by the headteacher."));
    for words in [
        "Elm School",
        "Email",
        "Best practice",
        "Poor practice",
        "01632 960 100",
        "1 September 2027",
    ] {
        assert!(poster.contains(words), "the poster has “{words}”: {poster}");
    }
}

#[test]
fn all_posters_are_there_at_once() {
    let folder = Folder::with_pack();
    assert_eq!(folder.run(&["build", "--quiet"]).code, Some(0));
    let posters = folder.files("output/elm/posters");
    let apart = ["email.pdf", "photos.pdf", "contacts.pdf"].map(|name| posters[name].as_slice());
    let together = words_of(&posters["all.pdf"]);
    assert_eq!(together, apart.map(words_of).join(" "));
    // They share their fonts.
    let size: usize = apart.iter().map(|poster| poster.len()).sum();
    assert!(posters["all.pdf"].len() < size * 2 / 3);
    let archive = &posters["all.zip"];
    for poster in apart {
        assert!(
            archive.windows(poster.len()).any(|found| found == poster),
            "the archive holds each poster as it is"
        );
    }
    let page = folder.read("output/elm/downloads/index.html");
    for link in ["../posters/all.pdf", "../posters/all.zip"] {
        assert!(page.contains(link), "the page links to {link}");
    }
}

#[test]
fn the_words_of_a_poster_stand_in_the_order_of_reading() {
    let folder = Folder::with_pack();
    assert_eq!(folder.run(&["build", "--quiet"]).code, Some(0));
    let poster = words_of(&folder.files("output/ash/posters")["email.pdf"]);
    let order = [
        "Ash Board",
        "Never use a private account.",
        "Use the work account.",
        "Writing late at night.",
        "Families know the address.",
        "999",
    ];
    let places: Vec<usize> = order
        .iter()
        .map(|words| {
            poster
                .find(words)
                .unwrap_or_else(|| panic!("{words} in {poster}"))
        })
        .collect();
    assert!(places.is_sorted(), "{places:?} in {poster}");
}

#[test]
fn building_twice_gives_the_same_bytes() {
    let folder = Folder::with_pack();
    assert_eq!(
        folder.run(&["build", "--quiet", "--output", "one"]).code,
        Some(0)
    );
    assert_eq!(
        folder.run(&["build", "--quiet", "--output", "two"]).code,
        Some(0)
    );
    assert!(folder.files("one") == folder.files("two"));
}

#[test]
fn a_phone_number_of_one_edition_changes_that_edition_only() {
    let folder = Folder::with_pack();
    assert_eq!(folder.run(&["build", "--quiet"]).code, Some(0));
    let before = folder.files("output");
    let settings = folder.read("content/editions/elm/edition.yml");
    folder.write(
        "content/editions/elm/edition.yml",
        &format!("{settings}contacts: [{{id: duty-team, phone: 01632 960 999}}]\n"),
    );
    assert_eq!(folder.run(&["build", "--quiet"]).code, Some(0));
    let after = folder.files("output");
    let changed: BTreeSet<&str> = after
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(bytes))
        .map(|(path, _)| path.as_str())
        .collect();
    assert!(
        changed.iter().all(|path| path.starts_with("elm/")),
        "{changed:?}"
    );
    for path in [
        "elm/posters/email.pdf",
        "elm/posters/photos.pdf",
        "elm/posters/contacts.pdf",
        "elm/contacts/index.html",
    ] {
        assert!(changed.contains(path), "{path} is changed: {changed:?}");
    }
    assert!(words_of(&after["elm/posters/photos.pdf"]).contains("01632 960 999"));
    assert!(!words_of(&after["elm/posters/photos.pdf"]).contains("01632 960 100"));
}

#[test]
fn what_is_no_longer_made_is_removed_and_nothing_else() {
    let folder = Folder::with_pack();
    assert_eq!(folder.run(&["build", "--quiet"]).code, Some(0));
    folder.write("output/ash/notes.txt", "mine");
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash Board\nurl: https://ash.example/\nomit: {channels: [photos]}\n",
    );
    let outcome = folder.run(&["build", "--quiet"]);
    // A link of another channel leads to what is left out: worth a hint, no obstacle.
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(!folder.has("output/ash/posters/photos.pdf"));
    assert!(!folder.has("output/ash/channels/photos"));
    assert!(folder.has("output/ash/notes.txt"));
}

#[test]
fn one_edition_or_one_part_leaves_the_others_as_they_are() {
    let folder = Folder::with_pack();
    assert_eq!(
        folder.run(&["build", "--quiet", "--edition", "ash"]).code,
        Some(0)
    );
    assert!(folder.has("output/ash/index.html") && !folder.has("output/elm"));
    assert!(
        !folder.read("output/index.html").contains("Elm School"),
        "the start page names only what is there"
    );
    assert_eq!(
        folder
            .run(&["build", "--quiet", "--edition", "elm", "--only", "posters"])
            .code,
        Some(0)
    );
    assert!(folder.has("output/elm/posters/email.pdf") && !folder.has("output/elm/index.html"));
    assert!(folder.has("output/ash/index.html"));
    assert_eq!(
        folder.run(&["build", "--quiet", "--only", "site"]).code,
        Some(0)
    );
    assert!(folder.has("output/elm/posters/email.pdf") && folder.has("output/elm/index.html"));
    assert!(
        folder
            .read("output/elm/channels/email/index.html")
            .contains("posters/email.pdf")
    );
    assert!(folder.read("output/index.html").contains("Elm School"));
}

#[test]
fn a_folder_with_other_files_is_refused() {
    let folder = Folder::with_pack();
    folder.write("output/thesis.doc", "years of work");
    let outcome = folder.run(&["build"]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.err.contains("error[foreign-files]") && outcome.err.contains("thesis.doc"),
        "{}",
        outcome.err
    );
    assert_eq!(folder.files("output").len(), 1);
}

#[test]
fn a_faulty_pack_leaves_what_was_published() {
    let folder = Folder::with_pack();
    assert_eq!(folder.run(&["build", "--quiet"]).code, Some(0));
    let before = folder.files("output");
    folder.write("content/channels/photos.md", "---\ntitel: Photos\n---\n");
    let outcome = folder.run(&["build", "--quiet"]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.err.ends_with("nothing was published\n"),
        "{}",
        outcome.err
    );
    assert!(folder.files("output") == before);
}

#[test]
fn check_writes_nothing() {
    let folder = Folder::with_pack();
    let outcome = folder.run(&["check"]);
    assert_eq!(
        (outcome.code, outcome.out.as_str()),
        (Some(0), "2 editions checked, 0 warnings\n"),
        "{}",
        outcome.err
    );
    assert!(!folder.has("output"));
}

#[test]
fn the_end_of_a_build_is_a_short_table() {
    let folder = Folder::with_pack();
    let outcome = folder.run(&["build"]);
    let lines: Vec<&str> = outcome.out.lines().collect();
    assert_eq!(
        lines[0].split_whitespace().collect::<Vec<_>>(),
        ["editions", "pages", "posters", "warnings", "seconds"]
    );
    let numbers: Vec<&str> = lines[1].split_whitespace().collect();
    assert_eq!(numbers[..4], ["2", "22", "6", "0"]);
}
