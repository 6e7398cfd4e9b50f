//! What an edition changes of its posters, by the real command.

#[path = "pdf/reading.rs"]
#[allow(
    dead_code,
    reason = "written for the tests of the PDF writer, which take more of it"
)]
mod reading;
mod support;

use support::Folder;

/// A pack whose edition `ash` says this of its posters.
fn pack(settings: &str) -> Folder {
    let folder = Folder::with_pack();
    let edition = folder.read("content/editions/ash/edition.yml");
    let settings = settings.replace('\n', "\n  ");
    folder.write(
        "content/editions/ash/edition.yml",
        &format!("{edition}posters:\n  {settings}\n"),
    );
    folder
}

/// What is said of these settings; every one of them is wrong.
fn said(settings: &str) -> String {
    let outcome = pack(settings).run(&["build", "--edition", "ash"]);
    assert_eq!(outcome.code, Some(1), "{}{}", outcome.out, outcome.err);
    outcome.err
}

/// The words of a poster in the order of reading, and the operators that draw it.
fn poster(folder: &Folder, edition: &str, name: &str) -> (String, String) {
    let outcome = folder.run(&["build", "--quiet"]);
    assert_eq!(outcome.code, Some(0), "{}{}", outcome.out, outcome.err);
    assert!(outcome.err.is_empty(), "{}", outcome.err);
    let files = folder.files(&format!("output/{edition}/posters"));
    let pdf = &files[name];
    let document = lopdf::Document::load_mem(pdf).expect("a PDF");
    let page = document.page_iter().next().expect("a page");
    let drawn = document.get_page_content(page);
    let words: Vec<String> = support::stretches(&reading::Reading::of(pdf).outline())
        .map(str::to_owned)
        .collect();
    (
        words.join("\n"),
        String::from_utf8_lossy(&drawn).into_owned(),
    )
}

#[test]
fn a_misspelt_region_is_said_once_by_the_key_that_was_written() {
    let said = said("regions: [band, title, levles, contacts]");
    assert!(said.contains("`regions` can't be `levles`"), "{said}");
    assert!(said.contains("did you mean `levels`?"), "{said}");
    assert!(said.contains("1 error,"), "{said}");
    let said = self::said("regions: {contacts: [band, title, fine-pint]}");
    assert!(said.contains("`contacts` can't be `fine-pint`"), "{said}");
    // What is missing all the same is told once the names are right.
    let said = self::said("regions: [band, title, contacts]");
    assert!(said.contains("without `levels`"), "{said}");
}

#[test]
fn colours_words_and_order_are_the_editions_own() {
    let folder = pack(
        "colours: {title: \"#7a1f1f\", contacts: ink}\n\
         labels: {contacts: Who can help you}\n\
         regions: [title, contacts, levels]",
    );
    let (words, drawn) = poster(&folder, "ash", "email.pdf");
    let at = |text: &str| {
        words
            .find(text)
            .unwrap_or_else(|| panic!("{text} in {words}"))
    };
    assert!(at("Email") < at("Who can help you") && at("Who can help you") < at("Best practice"));
    // What isn't named is left out, and so is the board's band.
    assert!(!words.contains("Never use a private account."));
    // 0x7a is 0.478 of 255.
    assert!(drawn.contains("0.478"), "the title has its own colour");
    // Other posters keep their order.
    let (words, _) = poster(&folder, "ash", "contacts.pdf");
    assert!(words.contains("Who can help you"), "{words}");
}

#[test]
fn what_extends_an_edition_takes_its_posters_over() {
    let folder = pack("labels: {contacts: Who can help you}\nregions: [title, levels, contacts]");
    let edition = folder.read("content/editions/elm/edition.yml");
    folder.write(
        "content/editions/elm/edition.yml",
        &format!("{edition}posters: {{labels: {{safeguards: In place}}, regions: [title, safeguards, levels, contacts]}}\n"),
    );
    let (words, _) = poster(&folder, "elm", "email.pdf");
    for text in ["Who can help you", "In place", "Families know the address."] {
        assert!(words.contains(text), "{text} in {words}");
    }
}

#[test]
fn a_printed_address_is_the_one_that_answers() {
    let folder = pack("");
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash Board\nurl: https://www.ash.example/\nbranding: {primary: \"#1b365d\"}\n",
    );
    let (words, _) = poster(&folder, "ash", "contacts.pdf");
    assert!(words.contains("www.ash.example/contacts"), "{words}");
}

#[test]
fn a_text_and_a_picture_of_its_own_stand_on_posters() {
    let folder = pack(
        "text: |\n  ## Here\n\n  Ask {{ terms.manager }} **first**.\n\n  - Phones in the locker\n\
         picture: {file: gate.svg, alt: Our gate}",
    );
    folder.write(
        "content/editions/ash/assets/gate.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 10\"><path d=\"M0 0h30v10h-30z\" fill=\"#123456\"/></svg>",
    );
    for name in ["email.pdf", "contacts.pdf"] {
        let (words, _) = poster(&folder, "ash", name);
        for text in ["Here", "Ask your manager first.", "Phones in the locker"] {
            assert!(words.replace('\n', " ").contains(text), "{text} in {words}");
        }
    }
    let files = folder.files("output/ash/posters");
    let read = reading::Reading::of(&files["email.pdf"]).outline();
    assert!(read.contains("Our gate"), "{read}");
}

#[test]
fn what_can_not_be_meant_is_said_with_the_nearest_name() {
    for (settings, message, help) in [
        (
            "regions: [title, level, contacts]",
            "`regions` can't be `level`",
            "did you mean `levels`",
        ),
        (
            "regions: {channels: [title]}",
            "has no key `channels`",
            "did you mean `channel`",
        ),
        (
            "regions: [title, levels]",
            "are without `contacts`",
            "whom to call in an emergency",
        ),
        (
            "regions: [levels, contacts]",
            "are without `title` or `masthead`",
            "add",
        ),
        (
            "regions: [title, contacts]",
            "are without `levels`",
            "no advice",
        ),
        (
            "regions: {contacts: [title, fine-print]}",
            "are without `directory`",
            "no one",
        ),
        (
            "regions: [title, levels, levels, contacts]",
            "`levels` stands twice",
            "first here",
        ),
        (
            "regions: [masthead, title, levels, contacts]",
            "`masthead` and `title` say the same",
            "first here",
        ),
        (
            "colours: {titel: ink}",
            "`colours` has no `titel`",
            "did you mean `title`",
        ),
        (
            "colours: {title: inc}",
            "`inc` is not a colour",
            "did you mean `ink`",
        ),
        (
            "labels: {contact: Help}",
            "`labels` has no `contact`",
            "did you mean `contacts`",
        ),
        (
            "picture: {file: gate.svg}",
            "no file `gate.svg`",
            "has no words for those",
        ),
        (
            "text: \"> Said\"",
            "can't have a quotation",
            "paragraphs, headings and lists",
        ),
    ] {
        let err = said(settings);
        assert!(err.contains(message), "{settings}: {err}");
        assert!(err.contains(help), "{settings}: {err}");
    }
}

#[test]
fn what_has_no_place_on_any_poster_is_said() {
    let folder = pack("colours: {qr: ink, levels: ink}");
    let outcome = folder.run(&["build", "--edition", "ash"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    for message in [
        "no poster of this theme has the region `qr`",
        "the region `levels` has no colour behind it to change",
    ] {
        assert_eq!(outcome.err.matches(message).count(), 1, "{}", outcome.err);
    }
}
