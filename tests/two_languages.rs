//! Posters in two languages on one sheet, with the real command.

mod support;

use support::Folder;

/// An edition in Welsh and English, Welsh first.
fn pack(variants: &str) -> Folder {
    let folder = Folder::with_pack();
    folder.write(
        "content/editions/glan/edition.yml",
        &format!(
            "name: {{cy: Cyngor Glan, en: Glan Council}}\nlanguages: [cy, en]\npartly: [cy]\nurl: https://glan.example/\nposters: {{variants: [{variants}]}}\n"
        ),
    );
    folder.write("content/channels/email.cy.md", "---\ntitle: E-bost\n---\n");
    folder
}

#[test]
fn both_languages_are_on_one_sheet_the_first_first() {
    let folder = pack("bilingual");
    let outcome = folder.run(&["build", "--edition", "glan"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    for poster in ["email", "photos", "contacts", "all"] {
        assert!(folder.has(&format!("output/glan/posters/bilingual/{poster}.pdf")));
    }
    // They lie with the main language only: there is one order for both.
    assert!(folder.has("output/glan/en/posters/email.pdf"));
    assert!(!folder.has("output/glan/en/posters/bilingual"));
    let page = folder.read("output/glan/channels/email/index.html");
    assert!(
        page.contains("posters/bilingual/email.pdf") && page.contains("A3"),
        "{page}"
    );
    let poster = |folder: &Folder| {
        let bytes = folder
            .files("output/glan/posters/bilingual")
            .remove("email.pdf");
        lopdf::Document::load_mem(&bytes.expect("it is there")).expect("a PDF")
    };
    let document = poster(&folder);
    let pages = document.get_pages();
    assert_eq!(pages.len(), 1);
    let page = document.get_dictionary(pages[&1]).expect("a page");
    let sides: Vec<i64> = page
        .get(b"MediaBox")
        .and_then(|sides| sides.as_array())
        .expect("a sheet")
        .iter()
        .map(|side| f64::from(side.as_float().expect("a number")).round() as i64)
        .collect();
    assert_eq!(sides, [0, 0, 1191, 842], "A3, lying");
    let title = |document: &lopdf::Document| {
        let information = document
            .trailer
            .get(b"Info")
            .and_then(lopdf::Object::as_reference);
        let title = document
            .get_dictionary(information.expect("it says what it is"))
            .and_then(|dictionary| dictionary.get(b"Title"))
            .expect("a title");
        lopdf::decode_text_string(title).expect("words")
    };
    assert!(
        title(&document).starts_with("E-bost – Cyngor Glan / Email – "),
        "{}",
        title(&document)
    );

    // What changes in the second language alone changes the sheet, too.
    folder.write(
        "content/editions/glan/channels/email.md",
        "---\ntitle: {en: Mail, cy: E-bost}\n---\n",
    );
    let outcome = folder.run(&["build", "--edition", "glan"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(
        title(&poster(&folder)).contains("/ Mail – "),
        "{}",
        title(&poster(&folder))
    );
}

#[test]
fn one_language_alone_makes_no_poster_in_two() {
    let folder = Folder::with_pack();
    folder.write(
        "content/editions/oak/edition.yml",
        "name: Oak\nurl: https://oak.example/\nposters: {variants: [bilingual]}\n",
    );
    let outcome = folder.run(&["build"]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.err.contains("no poster can have two")
            && outcome.err.contains("editions/oak/edition.yml:3:"),
        "{}",
        outcome.err
    );
}
