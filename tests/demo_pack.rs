//! The demo pack: every edition has a page and a poster of each of its channels, and both say every statement of it.

#[path = "pdf/reading.rs"]
#[allow(
    dead_code,
    reason = "written for the tests of the PDF writer, which take more of it"
)]
mod reading;
mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use noticeboard::build::{Extras, Report, Request, run};
use noticeboard::diagnostic::{Diagnostics, render};
use noticeboard::edition::{Edition, Statement, editions};
use noticeboard::markdown::{Block, plain_text};
use noticeboard::source::Sources;
use noticeboard::theme::{Strings, Theme};
use support::{Folder, stretches};

/// The largest a poster without pictures of pixels may be, in bytes.
const LARGEST_POSTER: usize = 80 * 1024;

struct Demo {
    editions: Vec<Edition>,
    files: BTreeMap<String, Vec<u8>>,
    report: Report,
}

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// The demo pack, built once for all tests here.
fn demo() -> &'static Demo {
    static DEMO: OnceLock<Demo> = OnceLock::new();
    DEMO.get_or_init(|| {
        let folder = Folder::new();
        let report = build(folder.path().join("output"));
        let mut sources = Sources::new();
        let mut problems = Diagnostics::new();
        let pack =
            noticeboard::pack::read(&content(), &mut sources, &mut problems).expect("a pack");
        Demo {
            editions: editions(&pack, &sources, &mut problems),
            files: folder.files("output"),
            report,
        }
    })
}

fn build(output: PathBuf) -> Report {
    let request = Request {
        content: content(),
        themes: Path::new(env!("CARGO_MANIFEST_DIR")).join("themes"),
        editions: Vec::new(),
        only: None,
        shard: None,
        keep_going: false,
        zip: false,
        deny_warnings: false,
        complete: Vec::new(),
        outside: None,
        formats: Vec::new(),
        today: jiff::civil::date(2026, 11, 1),
        extras: Extras {
            previews: false,
            handbooks: true,
        },
        output: Some(output),
    };
    run(&request, &|_, _| {})
}

/// The words of a PDF as a screen reader goes through them, without the blanks between: lines end where they like.
fn letters_of(pdf: &[u8]) -> String {
    let outline = reading::Reading::of(pdf).outline();
    letters(&stretches(&outline).collect::<String>())
}

fn letters(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

#[test]
fn it_builds_without_a_word() {
    let report = &demo().report;
    let said = render::text(&report.problems, &report.sources, false);
    assert_eq!(said, "");
    // One for each edition, one more for Glan-môr in English, and two more for Greywater in Polish and in Urdu.
    assert_eq!(report.made.len(), 16 + 1 + 2);
}

#[test]
fn every_channel_of_every_edition_has_a_page_and_a_poster() {
    let demo = demo();
    for edition in &demo.editions {
        assert!(edition.channels.len() >= 8, "{}", edition.id);
        for channel in &edition.channels {
            let page = format!("{}/channels/{}/index.html", edition.folder, channel.id);
            let poster = format!("{}/posters/{}.pdf", edition.folder, channel.id);
            assert!(demo.files.contains_key(&page), "{page}");
            let size = demo
                .files
                .get(&poster)
                .unwrap_or_else(|| panic!("{poster}"))
                .len();
            assert!(size < LARGEST_POSTER, "{poster} has {size} bytes");
        }
        for poster in ["do-and-dont", "contacts"] {
            assert!(
                demo.files
                    .contains_key(&format!("{}/posters/{poster}.pdf", edition.folder)),
                "{} {poster}",
                edition.id
            );
        }
    }
}

#[test]
fn every_poster_says_every_statement_once() {
    let demo = demo();
    for edition in &demo.editions {
        let mut posters: BTreeMap<String, String> = BTreeMap::new();
        for (page, statement) in statements_by_page(edition) {
            let file = format!("{}/posters/{page}.pdf", edition.folder);
            let poster = posters
                .entry(file.clone())
                .or_insert_with(|| letters_of(&demo.files[&file]));
            let short = letters(&statement.short.plain());
            assert_eq!(poster.matches(&short).count(), 1, "{file}: {short}");
        }
        for channel in &edition.channels {
            let poster = &posters[&format!("{}/posters/{}.pdf", edition.folder, channel.id)];
            let number = edition
                .contacts
                .iter()
                .find(|contact| contact.on_posters)
                .and_then(|contact| contact.phone.as_ref());
            let number = number.expect("the first contact on posters has a number");
            assert!(
                poster.contains(&letters(&number.value)),
                "{} {}",
                edition.id,
                channel.id
            );
        }
    }
}

#[test]
fn building_again_gives_the_same_bytes() {
    let folder = Folder::new();
    build(folder.path().join("again"));
    assert!(folder.files("again") == demo().files);
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

/// The letters of words as they can be compared: links in print name pages, and raised figures stand for footnotes.
fn bare(words: &str, strings: &Strings) -> String {
    const PAGE: &str = "7";
    let mention = strings.format("reference_in_text", &[("page", PAGE.into())]);
    let (before, after) = mention.split_once(PAGE).expect("it names a page");
    let (before, after) = (letters(before), letters(after));
    let words = letters(words);
    let mut bare = String::with_capacity(words.len());
    let mut rest = words.as_str();
    while let Some((said, mentioned)) = rest.split_once(&before) {
        let tail = mentioned.trim_start_matches(|c: char| c.is_ascii_digit());
        bare.push_str(said);
        if let Some(tail) = tail.strip_prefix(&after).filter(|_| tail != mentioned) {
            rest = tail;
        } else {
            bare.push_str(&before);
            rest = mentioned;
        }
    }
    bare.push_str(rest);
    // Marks of direction are no letters.
    bare.retain(|c| !"⁰¹²³⁴⁵⁶⁷⁸⁹\u{2066}\u{2069}".contains(c));
    bare
}

/// All statements, with the page that each stands on.
fn statements_by_page(edition: &Edition) -> Vec<(&str, &Statement)> {
    let mut statements = Vec::new();
    for channel in &edition.channels {
        let advice = channel.levels.iter().flat_map(|level| &level.statements);
        let all = advice.chain(&channel.safeguards);
        statements.extend(all.map(|statement| (channel.id.as_str(), statement)));
    }
    let sides = edition.do_and_dont.iter();
    let sides = sides.flat_map(|summary| summary.dos.iter().chain(&summary.donts));
    statements.extend(sides.map(|statement| ("do-and-dont", statement)));
    statements
}

/// Every text that a handbook holds, as letters: what a text is a part of says it, too.
fn all_texts(edition: &Edition, strings: &Strings) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for (_, statement) in statements_by_page(edition) {
        texts.push(statement.short.plain());
        texts.extend(words_of_blocks(&statement.full));
    }
    let bodies = edition.channels.iter().map(|channel| &channel.body);
    let bodies = bodies.chain(edition.sections.iter().map(|section| &section.body));
    texts.extend(bodies.flat_map(|body| words_of_blocks(body)));
    texts.extend(edition.glossary.iter().map(|entry| entry.meaning.plain()));
    texts.iter().map(|text| bare(text, strings)).collect()
}

#[test]
fn every_statement_stands_once_in_each_handbook_and_on_its_page() {
    let demo = demo();
    let theme = Theme::embedded("default").expect("the default theme");
    for edition in &demo.editions {
        let (mut sources, mut problems) = (Sources::new(), Diagnostics::new());
        let strings = theme.strings(edition.language(), &mut sources, &mut problems);
        let file = format!("{}/handbook.pdf", edition.folder);
        let handbook = bare(&letters_of(&demo.files[&file]), &strings);
        let texts = all_texts(edition, &strings);
        let statements = statements_by_page(edition);
        assert!(statements.len() > 100, "{}", edition.id);
        for (page, statement) in statements {
            let full = words_of_blocks(&statement.full);
            for words in [statement.short.plain()].iter().chain(&full) {
                let words = bare(words, &strings);
                let promised: usize = texts.iter().map(|text| text.matches(&words).count()).sum();
                let found = handbook.matches(&words).count();
                assert_eq!(found, promised, "“{words}” of {page} in {file}");
            }
            let page = match page {
                "do-and-dont" => format!("{}/do-and-dont/index.html", edition.folder),
                channel => format!("{}/channels/{channel}/index.html", edition.folder),
            };
            let html = String::from_utf8_lossy(&demo.files[&page]);
            let found = ["advice", "safeguard", "do", "dont"].map(|kind| {
                html.matches(&format!("id=\"{kind}_{}\"", statement.id))
                    .count()
            });
            assert_eq!(found.iter().sum::<usize>(), 1, "{} on {page}", statement.id);
        }
    }
}
