//! Editions in more than one language, by the real command.

mod support;

use std::fs;

use support::{Folder, Outcome};

/// A pack in English with an edition in English and Welsh.
fn pack() -> Folder {
    let folder = Folder::new();
    folder.write(
        "content/pack.yml",
        "title: Safe online\nlevels:\n  - { id: best, label: Best practice, tone: do }\n  - { id: poor, label: Poor practice, tone: dont }\n",
    );
    folder.write(
        "content/channels/email.md",
        "---\ntitle: Email\nicon: envelope\nheadline: Never use your own account.\nlevels:\n  best:\n    - { id: copy, short: Copy in a colleague. }\n    - { id: check, short: Read the address twice. }\n  poor:\n    - { id: late, short: Writing late at night. }\n---\nWrite as if everyone could read it.\n",
    );
    folder.write(
        "content/channels/email.cy.md",
        "---\ntitle: E-bost\nheadline: Peidiwch byth â defnyddio eich cyfrif eich hun.\nlevels:\n  best:\n    - { id: copy, short: Anfonwch gopi at gydweithiwr. }\n  poor:\n    - { id: late, short: Ysgrifennu yn hwyr yn y nos. }\n---\nYsgrifennwch fel petai pawb yn gallu ei ddarllen.\n",
    );
    folder.write("content/pack.cy.yml", "title: Diogel ar-lein\nlevels:\n  - { id: best, label: Arfer gorau }\n  - { id: poor, label: Arfer gwael }\n");
    folder.write(
        "content/editions/ash/edition.yml",
        "name: { en: Ash Board, cy: Bwrdd Onnen }\nurl: https://ash.example/online/\nlanguages: [en, cy]\ncontacts:\n  - { id: police, name: { en: Police, cy: Heddlu }, phone: \"999\", urgency: emergency }\n",
    );
    folder
}

fn build(folder: &Folder) -> Outcome {
    folder.run(&["build", "--quiet", "--no-previews"])
}

fn read(folder: &Folder, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn each_language_has_a_site_and_posters_of_its_own() {
    let folder = pack();
    let outcome = build(&folder);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    let english = read(&folder, "output/ash/channels/email/index.html");
    let welsh = read(&folder, "output/ash/cy/channels/email/index.html");
    assert!(english.contains("<html lang=\"en\"") && welsh.contains("<html lang=\"cy\""));
    assert!(english.contains("Copy in a colleague.") && !english.contains("gydweithiwr"));
    assert!(welsh.contains("Anfonwch gopi at gydweithiwr.") && !welsh.contains("Copy in"));
    assert!(welsh.contains("Arfer gorau") && welsh.contains("Bwrdd Onnen"));
    assert!(welsh.contains("fel petai pawb"));
    for path in ["ash/posters/email.pdf", "ash/cy/posters/email.pdf"] {
        assert!(folder.path().join("output").join(path).exists(), "{path}");
    }
}

#[test]
fn every_page_has_its_twin_one_step_away() {
    let folder = pack();
    build(&folder);
    let english = read(&folder, "output/ash/channels/email/index.html");
    let welsh = read(&folder, "output/ash/cy/channels/email/index.html");
    assert!(
        english.contains("href=\"../../cy/channels/email/index.html\" lang=\"cy\" hreflang=\"cy\"")
    );
    assert!(
        welsh.contains("href=\"../../../channels/email/index.html\" lang=\"en\" hreflang=\"en\"")
    );
    for page in [&english, &welsh] {
        assert!(page.contains(
            "<link rel=\"alternate\" hreflang=\"en\" href=\"https://ash.example/online/channels/email/\">"
        ));
        assert!(page.contains(
            "<link rel=\"alternate\" hreflang=\"cy\" href=\"https://ash.example/online/cy/channels/email/\">"
        ));
    }
    assert!(welsh.contains(
        "<link rel=\"canonical\" href=\"https://ash.example/online/cy/channels/email/\">"
    ));
    let robots = read(&folder, "output/ash/robots.txt");
    assert!(robots.contains("https://ash.example/online/cy/sitemap.xml"));
    assert!(!folder.path().join("output/ash/cy/robots.txt").exists());
}

#[test]
fn what_is_not_translated_is_said_and_marked() {
    let folder = pack();
    let outcome = build(&folder);
    let outcome_text = outcome.err;
    assert!(
        outcome_text.contains("`check` has no `short` in `cy`"),
        "{outcome_text}"
    );
    assert_eq!(
        outcome_text.matches("missing-translation").count(),
        1,
        "{outcome_text}"
    );
    let welsh = read(&folder, "output/ash/cy/channels/email/index.html");
    assert!(
        welsh.contains("<span lang=\"en\" dir=\"ltr\">Read the address twice.</span>"),
        "{welsh}"
    );
    let strict = folder.run(&["check", "--quiet", "--require-complete", "cy"]);
    assert_eq!(strict.code, Some(1));
    assert!(strict.err.contains("incomplete-language"));
    let unknown = folder.run(&["check", "--quiet", "--require-complete", "cz"]);
    assert_eq!(unknown.code, Some(1));
    assert!(unknown.err.contains("did you mean `cy`"), "{}", unknown.err);
}

#[test]
fn a_term_that_nobody_has_translated_is_marked_within_its_sentence() {
    let folder = pack();
    folder.write(
        "content/editions/ash/channels/email.md",
        "---\nlevels:\n  best:\n    - { id: copy, short: \"Copy in {{ terms.lead }}.\" }\n---\n",
    );
    let edition = read(&folder, "content/editions/ash/edition.yml");
    folder.write(
        "content/editions/ash/edition.yml",
        &format!("{edition}terms: {{ lead: the duty lead }}\n"),
    );
    build(&folder);
    let page = "output/ash/cy/channels/email/index.html";
    assert!(
        read(&folder, page).contains("<span lang=\"en\" dir=\"ltr\">Copy in the duty lead.</span>")
    );
    folder.write(
        "content/editions/ash/channels/email.cy.md",
        "---\nlevels:\n  best:\n    - { id: copy, short: \"Anfonwch gopi at {{ terms.lead }}.\" }\n---\n",
    );
    build(&folder);
    let welsh = read(&folder, page);
    assert!(
        welsh.contains("Anfonwch gopi at <span lang=\"en\" dir=\"ltr\">the duty lead</span>."),
        "{welsh}"
    );
}

#[test]
fn titles_of_windows_and_the_feed_say_what_nobody_has_translated() {
    let folder = pack();
    folder.write("content/pack.cy.yml", "levels: []\n");
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash Board\nurl: https://ash.example/online/\nlanguages: [en, cy]\ncontacts: []\n\
         document: { version: '2', amendments: [{ version: '2', date: 2026-09-01, reason: A new number. }] }\n",
    );
    build(&folder);
    let title = |path: &str| {
        let page = read(&folder, path);
        let title = page.lines().find(|line| line.starts_with("<title"));
        title.expect("a title").to_owned()
    };
    assert_eq!(
        title("output/ash/cy/index.html"),
        "<title itemprop=\"name\" lang=\"en\">Safe online – Ash Board</title>"
    );
    // Half Welsh, half English: no element can stand within a title.
    assert_eq!(
        title("output/ash/cy/channels/email/index.html"),
        "<title itemprop=\"name\">E-bost – Safe online – Ash Board</title>"
    );
    let feed = read(&folder, "output/ash/cy/feed.xml");
    for part in [
        "<title xml:lang=\"en\">Safe online – Ash Board</title>",
        "<author xml:lang=\"en\"><name>Ash Board</name></author>",
        "<summary xml:lang=\"en\">A new number.</summary>",
        "<link href=\"https://ash.example/online/cy/about/\" hreflang=\"cy\"/>",
    ] {
        assert!(feed.contains(part), "{part} in {feed}");
    }
    let english = read(&folder, "output/ash/feed.xml");
    assert_eq!(english.matches("xml:lang").count(), 1);
}

#[test]
fn words_that_a_board_changes_take_the_place_of_their_translation() {
    let folder = pack();
    folder.write(
        "content/editions/ash/channels/email.md",
        "---\nlevels:\n  best:\n    - { id: copy, short: Copy in your manager. }\n---\n",
    );
    build(&folder);
    let welsh = read(&folder, "output/ash/cy/channels/email/index.html");
    assert!(welsh.contains("<span lang=\"en\" dir=\"ltr\">Copy in your manager.</span>"));
    assert!(!welsh.contains("gydweithiwr"));
    folder.write(
        "content/editions/ash/channels/email.cy.md",
        "---\nlevels:\n  best:\n    - { id: copy, short: Anfonwch gopi at eich rheolwr. }\n---\n",
    );
    build(&folder);
    let welsh = read(&folder, "output/ash/cy/channels/email/index.html");
    assert!(welsh.contains("Anfonwch gopi at eich rheolwr.") && !welsh.contains("Copy in"));
}

#[test]
fn a_translated_body_stands_on_the_translated_body_below() {
    let folder = pack();
    folder.write(
        "content/editions/ash/channels/email.md",
        "---\n---\n{{ base }}\n\nAsk us first.\n",
    );
    folder.write(
        "content/editions/ash/channels/email.cy.md",
        "---\n---\n{{ base }}\n\nGofynnwch i ni yn gyntaf.\n",
    );
    build(&folder);
    let welsh = read(&folder, "output/ash/cy/channels/email/index.html");
    assert!(welsh.contains("fel petai pawb") && welsh.contains("Gofynnwch i ni"));
    assert!(!welsh.contains("Ask us first") && !welsh.contains("as if everyone"));
}

#[test]
fn a_translation_says_only_words_of_what_is_there() {
    let folder = pack();
    folder.write(
        "content/channels/email.cy.md",
        "---\ntitle: E-bost\nicon: people\nsummary: Am e-bost\nlevels:\n  best:\n    - { id: coppy, short: Anfonwch gopi. }\n    - { id: check, remove: true }\n---\n",
    );
    let outcome = build(&folder);
    assert_eq!(outcome.code, Some(1));
    for words in [
        "a translation can't say `icon`",
        "there is no `summary` here to translate",
        "did you mean `copy`",
        "a translation can't say `remove`",
    ] {
        assert!(outcome.err.contains(words), "{words}\n{}", outcome.err);
    }
}

#[test]
fn columns_of_the_table_may_name_a_language() {
    let folder = pack();
    folder.write(
        "content/editions.csv",
        "id,name,name.cy,languages,contacts.police.name.cy\noak,Oak Board,Bwrdd Derw,en;cy,\n",
    );
    folder.write(
        "content/contacts.yml",
        "- { id: police, name: Police, phone: \"999\", urgency: emergency }\n",
    );
    let outcome = build(&folder);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(read(&folder, "output/oak/cy/index.html").contains("Bwrdd Derw"));
    assert!(!read(&folder, "output/oak/index.html").contains("Bwrdd Derw"));
}

#[test]
fn an_edition_that_is_welsh_first_has_its_english_within() {
    let folder = pack();
    folder.write(
        "content/editions/ash/edition.yml",
        "name: { en: Ash Board, cy: Bwrdd Onnen }\nlanguages: [cy, en]\n",
    );
    build(&folder);
    assert!(read(&folder, "output/ash/index.html").contains("<html lang=\"cy\""));
    assert!(read(&folder, "output/ash/en/index.html").contains("<html lang=\"en\""));
}

#[test]
fn what_is_no_longer_spoken_is_taken_away() {
    let folder = pack();
    build(&folder);
    assert!(folder.path().join("output/ash/cy/index.html").exists());
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash Board\nlanguages: [en]\n",
    );
    build(&folder);
    assert!(!folder.path().join("output/ash/cy").exists());
}

#[test]
fn only_posters_leaves_the_pages_of_all_languages_as_they_are() {
    let folder = pack();
    build(&folder);
    folder.run(&["build", "--quiet", "--only", "posters"]);
    assert!(folder.path().join("output/ash/cy/index.html").exists());
    assert!(
        folder
            .path()
            .join("output/ash/cy/posters/email.pdf")
            .exists()
    );
    folder.run(&["build", "--quiet", "--only", "site"]);
    assert!(
        folder
            .path()
            .join("output/ash/cy/posters/email.pdf")
            .exists()
    );
}

#[test]
fn the_start_page_has_each_edition_once_with_its_languages() {
    let folder = pack();
    folder.write(
        "content/editions/oak/edition.yml",
        "name: { en: Oak Board, cy: Bwrdd Derw }\nlanguages: [cy, en]\n",
    );
    build(&folder);
    let start = read(&folder, "output/index.html");
    assert!(
        start.contains("<a href=\"ash/index.html\">Ash Board</a>"),
        "{start}"
    );
    assert!(
        start.contains(
            "href=\"ash/cy/index.html\" hreflang=\"cy\"><span lang=\"cy\" dir=\"ltr\">Bwrdd Onnen</span></a>"
        ),
        "{start}"
    );
    // It is in English, so a Welsh edition is found there by its English name, too.
    assert!(
        start.contains("<a href=\"oak/en/index.html\">Oak Board</a>"),
        "{start}"
    );
    assert!(start.contains("href=\"oak/index.html\" hreflang=\"cy\""));
}
