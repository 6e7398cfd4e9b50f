//! Where an edition advises otherwise than its pack, its pages say so, if it wants them to; and pages that are in a language only in
//! part say that.

mod support;

use support::Folder;

/// A pack with an edition that adds, leaves out and rewords advice, built as a site.
fn built(settings: &str) -> Folder {
    let folder = Folder::with_pack();
    folder.write(
        "content/editions/ash/edition.yml",
        &format!("name: Ash Board\n{settings}\n"),
    );
    folder.write(
        "content/editions/ash/channels/email.md",
        "---\nlevels:\n  best:\n    - id: work-account\n      short: Use the *Ash* account.\n    - id: copy-in\n      short: Copy a colleague in.\n  poor:\n    - {id: late, remove: true}\nsafeguards:\n  - {id: told, short: Families know the address.}\n---\n",
    );
    folder.write(
        "content/editions/ash/channels/gaming.md",
        "---\ntitle: Gaming\nlevels:\n  best:\n    - {id: public, short: Play in public.}\n---\n",
    );
    let outcome = folder.run(&["build", "--only", "site", "--edition", "ash"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    folder
}

/// The part of a page with an id, as far as the next one of its kind.
fn part<'a>(html: &'a str, id: &str) -> &'a str {
    let from = html.find(&format!("id=\"{id}\"")).expect("the place");
    let rest = &html[from..];
    rest.split("</li>").next().expect("an item")
}

const MARK: &str = "Local advice";

#[test]
fn what_an_edition_says_itself_is_marked_and_nothing_else() {
    let folder = built("local_advice: true");
    let email = folder.read("output/ash/channels/email/index.html");
    assert!(part(&email, "advice_work-account").contains(MARK));
    assert!(part(&email, "advice_copy-in").contains(MARK));
    // It says there what the pack says.
    assert!(!part(&email, "safeguard_told").contains(MARK));
    assert_eq!(email.matches(MARK).count(), 2);
    let photos = folder.read("output/ash/channels/photos/index.html");
    assert!(!photos.contains(MARK));
    // A topic of its own is marked once, at its head.
    let gaming = folder.read("output/ash/channels/gaming/index.html");
    assert_eq!(gaming.matches(MARK).count(), 1);
    let head = gaming.split("level-title").next().expect("a head");
    assert!(head.contains(MARK));
}

#[test]
fn a_page_says_how_the_edition_differs() {
    let folder = built("local_advice: true");
    let page = folder.read("output/ash/differences/index.html");
    for words in [
        "How this edition differs",
        "Ash Board",
        "Safe online",
        "Use the Ash account.",
        "Use the work account.",
        "Copy a colleague in.",
        "Writing late at night.",
        "../channels/email/index.html#advice_work-account",
        "../channels/gaming/index.html",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(page.matches("difference-added").count(), 2, "{page}");
    assert_eq!(page.matches("difference-dropped").count(), 1, "{page}");
    assert_eq!(page.matches("difference-reworded").count(), 1, "{page}");
    // The board's name is no advice.
    assert!(!page.contains("Families know"), "{page}");
    let home = folder.read("output/ash/index.html");
    assert!(home.contains("href=\"differences/index.html\""));
}

#[test]
fn nothing_is_marked_unless_it_is_wanted() {
    let folder = built("");
    assert!(!folder.has("output/ash/differences/index.html"));
    let email = folder.read("output/ash/channels/email/index.html");
    assert!(!email.contains(MARK) && !email.contains("differences/"));
}

#[test]
fn a_page_that_is_translated_in_part_says_so_where_that_is_meant() {
    const NOTE: &str = "Nid yw rhan o’r dudalen hon";
    for (partly, noted) in [("partly: [cy]\n", true), ("", false)] {
        let folder = Folder::with_pack();
        folder.write(
            "content/editions/ash/edition.yml",
            &format!("name: Ash\nlanguages: [en, cy]\n{partly}"),
        );
        folder.write(
            "content/channels/photos.cy.md",
            "---\ntitle: Lluniau\nlevels:\n  best:\n    - {id: ask, short: Gofynnwch yn gyntaf.}\n---\n",
        );
        let outcome = folder.run(&["build", "--only", "site", "--edition", "ash"]);
        assert_eq!(outcome.code, Some(0), "{}", outcome.err);
        let page = |path: &str| folder.read(&format!("output/ash/cy/{path}/index.html"));
        assert_eq!(page("channels/email").contains(NOTE), noted);
        assert!(!page("accessibility").contains(NOTE) || noted);
        let english = folder.read("output/ash/channels/email/index.html");
        assert!(!english.contains("class=\"partly\""));
    }
}
