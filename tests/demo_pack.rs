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
use noticeboard::edition::{Channel, Edition, editions};
use noticeboard::source::Sources;
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

fn statements(channel: &Channel) -> impl Iterator<Item = String> {
    let advice = channel.levels.iter().flat_map(|level| &level.statements);
    advice
        .chain(&channel.safeguards)
        .map(|statement| statement.short.plain())
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
fn every_poster_says_every_statement_of_its_channel_once() {
    let demo = demo();
    for edition in &demo.editions {
        for channel in &edition.channels {
            let poster =
                letters_of(&demo.files[&format!("{}/posters/{}.pdf", edition.folder, channel.id)]);
            for statement in statements(channel) {
                assert_eq!(
                    poster.matches(&letters(&statement)).count(),
                    1,
                    "{} {}: {statement}",
                    edition.id,
                    channel.id
                );
            }
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
