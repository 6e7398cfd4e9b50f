//! Posters in the sizes and variants that an edition asks for, by the real command.

#[path = "pdf/reading.rs"]
#[allow(
    dead_code,
    reason = "written for the tests of the PDF writer, which take more of it"
)]
mod reading;
mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use support::Folder;

/// The width and height of the first page of a PDF, in millimetres, rounded.
fn millimetres(pdf: &[u8]) -> (f32, f32) {
    let document = lopdf::Document::load_mem(pdf).expect("a PDF");
    let page = document.page_iter().next().expect("a page");
    let media = document
        .get_dictionary(page)
        .and_then(|page| page.get(b"MediaBox"))
        .and_then(lopdf::Object::as_array)
        .expect("a media box");
    let side =
        |at: usize| (media[at].as_float().expect("a number") * 25.4 / 72.0 * 10.0).round() / 10.0;
    (side(2), side(3))
}

/// The files of an edition that says this of its posters.
fn posters(settings: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = Folder::with_pack();
    let edition = folder.read("content/editions/ash/edition.yml");
    folder.write(
        "content/editions/ash/edition.yml",
        &format!("{edition}posters: {settings}\n"),
    );
    let outcome = folder.run(&["build", "--quiet", "--no-previews", "--edition", "ash"]);
    assert_eq!(outcome.code, Some(0), "{}{}", outcome.out, outcome.err);
    folder.files("output/ash/posters")
}

#[test]
fn each_size_has_all_posters_and_a_folder_of_its_own() {
    let files = posters("{sizes: [a4, a3, letter]}");
    let mut expected: Vec<String> = ["", "a3/", "letter/"]
        .iter()
        .flat_map(|folder| {
            ["all", "contacts", "email", "photos"].map(|name| format!("{folder}{name}.pdf"))
        })
        .collect();
    expected.push("all.zip".to_owned());
    expected.sort();
    assert_eq!(files.keys().cloned().collect::<Vec<_>>(), expected);
    assert_eq!(millimetres(&files["email.pdf"]), (210.0, 297.0));
    assert_eq!(millimetres(&files["all.pdf"]), (210.0, 297.0));
    assert_eq!(millimetres(&files["a3/email.pdf"]), (297.0, 420.0));
    assert_eq!(millimetres(&files["a3/all.pdf"]), (297.0, 420.0));
    assert_eq!(millimetres(&files["letter/contacts.pdf"]), (215.9, 279.4));
    let archive = &files["all.zip"];
    for poster in ["email.pdf", "a3/email.pdf", "letter/photos.pdf"] {
        let poster = &files[poster];
        assert!(archive.windows(poster.len()).any(|found| found == poster));
    }
}

#[test]
fn the_first_size_is_the_main_one() {
    let files = posters("{sizes: [a5]}");
    assert_eq!(millimetres(&files["email.pdf"]), (148.0, 210.0));
    assert!(
        files.keys().all(|name| !name.contains('/')),
        "{:?}",
        files.keys()
    );
}

#[test]
fn posters_lie_down_when_asked() {
    let files = posters("{sizes: [a4, a3], orientation: landscape}");
    assert_eq!(millimetres(&files["email.pdf"]), (297.0, 210.0));
    assert_eq!(millimetres(&files["a3/contacts.pdf"]), (420.0, 297.0));
}

#[test]
fn a_size_that_nobody_makes_and_one_said_twice_are_errors() {
    let folder = Folder::with_pack();
    folder.write(
        "content/editions/oak/edition.yml",
        "name: Oak\nurl: https://oak.example/\nposters: {sizes: [a3, b5, a3]}\n",
    );
    let outcome = folder.run(&["check", "--edition", "oak"]);
    assert_eq!(outcome.code, Some(1), "{}", outcome.out);
    assert!(
        outcome.err.contains("`sizes` can't be `b5`"),
        "{}",
        outcome.err
    );
    assert!(
        outcome.err.contains("`a3` stands twice in `sizes`"),
        "{}",
        outcome.err
    );
}

#[test]
fn what_is_too_much_for_a_sheet_goes_on_on_a_second_one() {
    let folder = Folder::with_pack();
    let statements: Vec<String> = (0..40)
        .map(|at| format!("    - {{id: rule-{at}, short: \"Rule {at}: tell a colleague before you leave.\"}}\n"))
        .collect();
    let statements = statements.concat();
    let channel = folder.read("content/channels/email.md");
    let channel = channel.replace("  best:\n", &format!("  best:\n{statements}"));
    folder.write("content/channels/email.md", &channel);
    let outcome = folder.run(&["check", "--edition", "ash"]);
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.err.contains("poster-overflow"), "{}", outcome.err);
    assert!(
        outcome.err.contains("posters: {overflow: second-page}"),
        "{}",
        outcome.err
    );

    let edition = folder.read("content/editions/ash/edition.yml");
    folder.write(
        "content/editions/ash/edition.yml",
        &format!("{edition}posters: {{overflow: second-page}}\n"),
    );
    let outcome = folder.run(&["build", "--quiet", "--no-previews", "--edition", "ash"]);
    assert_eq!(outcome.code, Some(0), "{}{}", outcome.out, outcome.err);
    let files = folder.files("output/ash/posters");
    let pages = |name: &str| reading::Reading::of(&files[name]).pages().len();
    assert_eq!((pages("email.pdf"), pages("photos.pdf")), (2, 1));
    // Both channels and the contacts.
    assert_eq!(pages("all.pdf"), 4);

    let poster = reading::Reading::of(&files["email.pdf"]);
    let outline = poster.outline();
    for at in 0..40 {
        let rule = format!("Rule {at}: tell");
        assert_eq!(outline.matches(&rule).count(), 1, "{rule} in {outline}");
    }
    // What is repeated is no part of the structure.
    assert_eq!(outline.matches("Best practice").count(), 1, "{outline}");
    let one = reading::Reading::of(&files["photos.pdf"]).outline();
    let calls = |outline: &str| outline.matches("999").count();
    assert_eq!(calls(&outline), calls(&one), "{outline}");
    assert!(poster.artifacts.contains("Best practice – continued"));
    assert!(poster.artifacts.contains("2 of 2"));

    let page = folder.read("output/ash/channels/email/index.html");
    assert!(page.contains("2 pages"));
}

#[test]
fn what_does_not_fit_a_size_is_said_with_the_place_that_asks_for_it() {
    let folder = Folder::with_pack();
    let edition = folder.read("content/editions/ash/edition.yml");
    folder.write(
        "content/editions/ash/edition.yml",
        &format!("{edition}posters: {{sizes: [a4, a5]}}\n"),
    );
    let mut statements = String::new();
    for number in 1..=19 {
        let _ = writeln!(
            statements,
            "    - id: s{number}\n      short: Write letter number {number} with great care."
        );
    }
    folder.write(
        "content/channels/email.md",
        &format!("---\ntitle: Email\nicon: envelope\nlevels:\n  best:\n    - id: work-account\n      short: Use the work account.\n{statements}---\n"),
    );
    let outcome = folder.run(&["check", "--edition", "ash"]);
    assert_eq!(outcome.code, Some(1), "{}", outcome.out);
    for words in [
        "the poster “Email” (a5) is too full by",
        "at 12 pt",
        "asked for here",
        "or do without posters in `a5`",
    ] {
        assert!(outcome.err.contains(words), "{words}: {}", outcome.err);
    }
    assert_eq!(
        outcome.err.matches("is too full").count(),
        1,
        "{}",
        outcome.err
    );
}

#[test]
fn large_print_lies_in_a_folder_of_its_own_and_says_the_same() {
    let files = posters("{sizes: [a3], variants: [large-print]}");
    for name in ["all.pdf", "contacts.pdf", "email.pdf", "photos.pdf"] {
        let page = &files[&format!("large-print/{name}")];
        assert_eq!(millimetres(page), (210.0, 297.0), "{name}");
    }
    assert_eq!(millimetres(&files["email.pdf"]), (297.0, 420.0));
    let [poster, large] =
        ["email.pdf", "large-print/email.pdf"].map(|name| reading::Reading::of(&files[name]));
    let said = |reading: &reading::Reading| reading.outline();
    for words in [
        "Use the work account.",
        "Writing late at night.",
        "Families know the address.",
        "Never use a private account.",
        "01632 960 100",
    ] {
        let count = |reading| said(reading).matches(words).count();
        assert!(count(&poster) > 0, "{words}");
        assert_eq!(count(&poster), count(&large), "{words}");
    }
    assert!(large.artifacts.contains("Page 1 of"));
}

#[test]
fn a_poster_that_cannot_be_read_from_so_far_says_from_where_it_can() {
    let folder = Folder::with_pack();
    let edition = folder.read("content/editions/ash/edition.yml");
    folder.write(
        "content/editions/ash/edition.yml",
        &format!("{edition}posters: {{reading_distance: 12m}}\n"),
    );
    let outcome = folder.run(&["check", "--edition", "ash"]);
    assert_eq!(outcome.code, Some(1), "{}", outcome.out);
    for words in [
        "error[reading-distance]: “Photos” on the poster “Photos” can be read from ",
        "not from 12 m",
        "55.9 mm are needed",
        "asked for here",
    ] {
        assert!(outcome.err.contains(words), "{words}: {}", outcome.err);
    }
    folder.write(
        "content/editions/ash/edition.yml",
        &format!("{edition}posters: {{reading_distance: far}}\n"),
    );
    let outcome = folder.run(&["check", "--edition", "ash"]);
    assert!(
        outcome
            .err
            .contains("`reading_distance` takes a distance in metres"),
        "{}",
        outcome.err
    );
}

#[test]
fn variants_lie_in_folders_of_their_names_in_the_first_size() {
    let files = posters("{sizes: [a3, a4], variants: [ink-saver]}");
    for name in ["all", "contacts", "email", "photos"] {
        let saver = &files[&format!("ink-saver/{name}.pdf")];
        assert_eq!(millimetres(saver), (297.0, 420.0), "{name}");
    }
    assert!(!files.contains_key("ink-saver/a4/email.pdf"));
    let (archive, saver) = (&files["all.zip"], &files["ink-saver/email.pdf"]);
    assert!(archive.windows(saver.len()).any(|found| found == saver));
}

/// The poster about email of an edition in a language that says this of its posters, where one statement has long words.
fn email_with_long_words(language: &str, settings: &str) -> (BTreeMap<String, Vec<u8>>, String) {
    let folder = Folder::with_pack();
    let channel = folder.read("content/channels/email.md");
    folder.write(
        "content/channels/email.md",
        &channel.replace(
            "short: Use the work account.",
            &format!("short: {LONG_WORDS}"),
        ),
    );
    let edition = folder.read("content/editions/ash/edition.yml");
    folder.write(
        "content/editions/ash/edition.yml",
        &format!("{edition}languages: [{language}]\nposters: {settings}\n"),
    );
    let outcome = folder.run(&["build", "--quiet", "--no-previews", "--edition", "ash"]);
    assert_eq!(outcome.code, Some(0), "{}{}", outcome.out, outcome.err);
    (folder.files("output/ash/posters"), outcome.err)
}

const LONG_WORDS: &str = "Communicate straightforwardly, transparently and conscientiously with all organisational representatives notwithstanding misunderstandings, \
     uncomfortable circumstances or unsubstantiated recommendations concerning confidentiality.";

#[test]
fn words_part_only_where_asked_and_are_found_whole() {
    let words = |file: &[u8]| reading::Reading::of(file).outline();
    let (files, _) = email_with_long_words("en-GB", "{variants: [large-print]}");
    assert!(!words(&files["email.pdf"]).contains('\u{ad}'));

    let (files, problems) =
        email_with_long_words("en-GB", "{hyphenate: true, variants: [large-print]}");
    assert!(!problems.contains("no-hyphenation"), "{problems}");
    let read = words(&files["email.pdf"]);
    assert!(read.contains('\u{ad}'), "{read}");
    // Whoever searches or listens takes soft hyphens out, and has the words (ISO 32000-1, 14.8.2.2.3).
    let whole: String = read.chars().filter(|&c| c != '\u{ad}').collect();
    assert!(whole.contains(LONG_WORDS), "{whole}");
    assert!(!words(&files["large-print/email.pdf"]).contains('\u{ad}'));
}

#[test]
fn that_a_language_has_no_rules_for_hyphens_is_said() {
    let (files, problems) = email_with_long_words("cy", "{hyphenate: true}");
    assert!(
        problems
            .contains("hint[no-hyphenation]: there are no rules to hyphenate the language `cy`"),
        "{problems}"
    );
    assert!(files.contains_key("email.pdf"));
}
