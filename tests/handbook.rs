//! The handbook by the real command: what is made, what it says, and when it goes.

#[path = "pdf/reading.rs"]
#[allow(
    dead_code,
    reason = "written for the tests of the PDF writer, which take more of it"
)]
mod reading;
mod support;

use std::collections::BTreeMap;
use std::path::Path;

use noticeboard::diagnostic::Diagnostics;
use noticeboard::edition::{Statement, editions};
use noticeboard::markdown::{Block, plain_text};
use noticeboard::source::Sources;
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

/// The words of blocks, in the order of reading.
fn words_of_blocks(blocks: &[Block]) -> Vec<String> {
    let mut words = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph { content, .. } => {
                words.push(plain_text(content));
            }
            Block::List { items, .. } => {
                let items = items.iter().map(|item| words_of_blocks(&item.content));
                words.extend(items.flatten());
            }
            Block::Quote(content) | Block::Footnote { content, .. } => {
                words.extend(words_of_blocks(content));
            }
            Block::Container { title, content, .. } => {
                words.push(plain_text(title));
                words.extend(words_of_blocks(content));
            }
            Block::Table { head, rows, .. } => {
                let cells = std::iter::once(head).chain(rows).flat_map(|row| &row.cells);
                words.extend(cells.map(|cell| plain_text(cell)));
            }
            Block::Picture { .. } | Block::Preformatted(_) | Block::Rule => {}
        }
    }
    words
}

/// Words as they can be compared: links in print name pages, and raised figures stand for footnotes.
fn bare(words: &str) -> String {
    let mut bare = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once(" (page ") {
        bare.push_str(before);
        rest = after.split_once(')').map_or("", |(_, rest)| rest);
    }
    bare.push_str(rest);
    let kept = bare.chars().filter(|c| !"⁰¹²³⁴⁵⁶⁷⁸⁹".contains(*c));
    // Words may be parted by the marks of links and lines.
    kept.filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_statement_of_the_demo_stands_in_each_output_that_promises_it() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let (mut sources, mut problems) = (Sources::new(), Diagnostics::new());
    let pack = noticeboard::pack::read(&content, &mut sources, &mut problems).expect("the demo");
    let all = editions(&pack, &sources, &mut problems);
    let edition = all.iter().find(|one| one.id == "harbour-network");
    let edition = edition.expect("the demo has it");

    let folder = Folder::new();
    let content = content.display().to_string();
    let outcome = folder.run(&[
        "build",
        "--quiet",
        "--no-previews",
        "--edition",
        "harbour-network",
        "--content",
        &content,
    ]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    let files = folder.files(&format!("output/{}", edition.folder));
    let handbook = bare(&words_of(&files["handbook.pdf"]));

    // Where a statement stands, and whether its poster promises it.
    let mut statements: Vec<(&str, bool, &Statement)> = Vec::new();
    for channel in &edition.channels {
        let id = channel.id.as_str();
        let advice = channel.levels.iter().flat_map(|level| &level.statements);
        statements.extend(advice.map(|statement| (id, true, statement)));
        // What should be in place gives way where a poster is full.
        let safeguards = channel.safeguards.iter();
        statements.extend(safeguards.map(|statement| (id, false, statement)));
    }
    let summary = edition.do_and_dont.as_ref().expect("it has a summary");
    let sides = summary.dos.iter().chain(&summary.donts);
    statements.extend(sides.map(|statement| ("do-and-dont", true, statement)));
    assert!(statements.len() > 100);

    // What a text is a part of says it, too.
    let mut texts: Vec<String> = Vec::new();
    for (_, _, statement) in &statements {
        texts.push(statement.short.plain());
        texts.extend(words_of_blocks(&statement.full));
    }
    let bodies = edition.channels.iter().map(|channel| &channel.body);
    let bodies = bodies.chain(edition.sections.iter().map(|section| &section.body));
    texts.extend(bodies.flat_map(|body| words_of_blocks(body)));
    texts.extend(edition.glossary.iter().map(|entry| entry.meaning.plain()));
    let texts: Vec<String> = texts.iter().map(|text| bare(text)).collect();

    let mut posters: BTreeMap<&str, String> = BTreeMap::new();
    for (at, is_promised, statement) in statements {
        let short = bare(&statement.short.plain());
        let mut said = vec![short.clone()];
        said.extend(
            words_of_blocks(&statement.full)
                .iter()
                .map(|text| bare(text)),
        );
        for words in said {
            let promised: usize = texts.iter().map(|text| text.matches(&words).count()).sum();
            let found = handbook.matches(&words).count();
            assert_eq!(found, promised, "“{words}” of {at} in the handbook");
        }
        let page = match at {
            "do-and-dont" => &files["do-and-dont/index.html"],
            channel => &files[&format!("channels/{channel}/index.html")],
        };
        let page = String::from_utf8_lossy(page);
        let anchor = format!("_{}\"", statement.id);
        assert_eq!(
            page.matches(&format!("id=\"advice{anchor}")).count()
                + page.matches(&format!("id=\"safeguard{anchor}")).count()
                + page.matches(&format!("id=\"do{anchor}")).count()
                + page.matches(&format!("id=\"dont{anchor}")).count(),
            1,
            "{} on the page of {at}",
            statement.id
        );
        let poster = posters
            .entry(at)
            .or_insert_with(|| bare(&words_of(&files[&format!("posters/{at}.pdf")])));
        let found = poster.matches(&short).count();
        assert!(
            found <= 1 && (found == 1 || !is_promised),
            "{short} on the poster of {at}"
        );
    }
}
