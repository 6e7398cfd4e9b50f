//! The handbook by the real command: what is made, what it says, and when it goes.

#[path = "pdf/reading.rs"]
#[allow(
    dead_code,
    reason = "written for the tests of the PDF writer, which take more of it"
)]
mod reading;
mod support;

use support::{Folder, stretches};

/// The words of a PDF as a screen reader goes through them.
fn words_of(pdf: &[u8]) -> String {
    let outline = reading::Reading::of(pdf).outline();
    let words = stretches(&outline).flat_map(str::split_whitespace);
    words.collect::<Vec<_>>().join(" ")
}

/// The names that other documents can lead to, in the order of the file.
fn place_names(pdf: &reading::Reading) -> Vec<String> {
    let names = pdf.dictionary(pdf.catalogue().get(b"Names").expect("there are names"));
    let tree = pdf.dictionary(names.get(b"Dests").expect("there are places"));
    let kids = tree.get(b"Kids").and_then(lopdf::Object::as_array);
    kids.expect("leaves")
        .iter()
        .flat_map(|leaf| {
            let leaf = pdf.dictionary(leaf);
            let names = leaf.get(b"Names").and_then(lopdf::Object::as_array);
            names.expect("names").clone()
        })
        .step_by(2)
        .map(|name| String::from_utf8_lossy(name.as_str().expect("a name")).into_owned())
        .collect()
}

fn handbook(folder: &Folder, name: &str) -> Vec<u8> {
    folder.files("output/elm").remove(name).expect("a handbook")
}

#[test]
fn it_says_everything_once_as_page_and_poster_do() {
    let folder = Folder::with_pack();
    assert_eq!(folder.run(&["build", "--quiet"]).code, Some(0));
    let page = folder.read("output/elm/channels/email/index.html");
    let poster = words_of(&folder.files("output/elm/posters")["email.pdf"]);
    let words = words_of(&handbook(&folder, "handbook.pdf"));
    for statement in [
        "Use the work account.",
        "Writing late at night.",
        "Families know the address.",
        "Never use a private account.",
    ] {
        assert!(page.contains(statement), "the page has “{statement}”");
        assert_eq!(poster.matches(statement).count(), 1, "the poster: {poster}");
        assert_eq!(words.matches(statement).count(), 1, "{statement}: {words}");
    }
    // The full words are for page and handbook.
    for full in ["It can be seen by the headteacher.", "There are some."] {
        assert_eq!(words.matches(full).count(), 1, "{full}: {words}");
    }
    assert!(!poster.contains("It can be seen by the headteacher."));
}

#[test]
fn a_small_handbook_reads_like_this() {
    let folder = Folder::with_pack();
    assert_eq!(
        folder.run(&["build", "--quiet", "--only", "handbook"]).code,
        Some(0)
    );
    let pdf = handbook(&folder, "handbook.pdf");
    insta::assert_snapshot!(reading::Reading::of(&pdf).outline());
}

#[test]
fn downloads_list_it_and_it_goes_when_it_is_switched_off() {
    let folder = Folder::with_pack();
    let edition = folder.read("content/editions/elm/edition.yml");
    let with = |settings: &str| {
        folder.write(
            "content/editions/elm/edition.yml",
            &format!("{edition}{settings}\n"),
        );
        let outcome = folder.run(&["build", "--quiet"]);
        // That a file which people may have kept is gone is a warning.
        assert_eq!(outcome.code, Some(0), "{}", outcome.err);
        let downloads = folder.read("output/elm/downloads/index.html");
        let files = folder.files("output/elm");
        let there: Vec<String> = files
            .into_keys()
            .filter(|name| name.starts_with("handbook"))
            .collect();
        for name in &there {
            assert!(downloads.contains(&format!("../{name}")), "{name}");
        }
        assert_eq!(downloads.matches("handbook").count() > 0, !there.is_empty());
        there
    };
    assert_eq!(with(""), ["handbook.pdf"]);
    assert_eq!(
        with("handbook: { variants: [large-print, booklet] }"),
        [
            "handbook-booklet.pdf",
            "handbook-large-print.pdf",
            "handbook.pdf"
        ]
    );
    assert_eq!(with("handbook: false"), [""; 0]);
    assert!(
        folder.has("output/ash/handbook.pdf"),
        "only this edition's goes"
    );
}

#[test]
fn only_the_handbook_or_only_the_site_leaves_the_others_as_they_are() {
    let folder = Folder::with_pack();
    assert_eq!(
        folder.run(&["build", "--quiet", "--only", "handbook"]).code,
        Some(0)
    );
    let made = folder.files("output/elm");
    assert_eq!(made.keys().collect::<Vec<_>>(), ["handbook.pdf"]);
    assert_eq!(folder.run(&["build", "--quiet"]).code, Some(0));
    let whole = folder.files("output");
    for only in ["handbook", "site", "posters"] {
        assert_eq!(
            folder.run(&["build", "--quiet", "--only", only]).code,
            Some(0)
        );
        assert!(folder.files("output") == whole, "--only {only}");
    }
    // A site alone links to no handbook that isn't there.
    let other = Folder::with_pack();
    assert_eq!(
        other.run(&["build", "--quiet", "--only", "site"]).code,
        Some(0)
    );
    assert!(!other.has("output/elm/handbook.pdf"));
    assert!(!other.read("output/elm/index.html").contains("handbook.pdf"));
}

#[test]
fn places_keep_their_names_when_titles_change() {
    let folder = Folder::with_pack();
    let names = || {
        assert_eq!(
            folder.run(&["build", "--quiet", "--only", "handbook"]).code,
            Some(0)
        );
        let pdf = handbook(&folder, "handbook.pdf");
        place_names(&reading::Reading::of(&pdf))
    };
    let before = names();
    for name in [
        "channel-email",
        "channel-email.advice_work-account",
        "channel-email.safeguard_told",
        "section-law",
        "section-law.duties",
        "contacts.duty-team",
        "document-control",
    ] {
        assert!(
            before.iter().any(|known| known == name),
            "{name}: {before:?}"
        );
    }
    assert!(before.is_sorted());
    let text = folder.read("content/channels/email.md");
    folder.write(
        "content/channels/email.md",
        &text.replace("title: Email", "title: Letters by wire"),
    );
    assert_eq!(names(), before);
}

#[test]
fn what_it_cannot_show_is_said_with_its_place() {
    let folder = Folder::with_pack();
    folder.write(
        "content/sections/20-long.md",
        &format!(
            "---\ntitle: Long\n---\n| a |\n|---|\n| {} |\n",
            "word ".repeat(3000)
        ),
    );
    let outcome = folder.run(&["check"]);
    assert_eq!(outcome.code, Some(1));
    let said = outcome.out + &outcome.err;
    assert!(
        said.contains("handbook-overflow") && said.contains("“Long”"),
        "{said}"
    );
    assert!(said.contains("editions/ash/edition.yml"), "{said}");
}
