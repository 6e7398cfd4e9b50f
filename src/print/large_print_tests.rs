//! What is promised of large print.

use std::path::Path;

use super::layout::SetText;
use super::sample::{channel, edition, place, text};
use super::scene::{PartId, Role};
use super::tests::{assert_sound, bold_press, press, press_of, set_on, theme, three_levels};
use super::{Poster, Press};
use crate::diagnostic::{Code, Diagnostics, Located};
use crate::edition::{
    Channel, Edition, PosterKind, PosterSettings, Printing, Region, Variant, editions,
};
use crate::pack;
use crate::source::Sources;

const STATEMENTS: &[&str] = &[
    "Use the account your organisation gives you.",
    "Copy in a colleague or a shared mailbox when you write to a child or their family.",
    "Read the address twice before you press send.",
    "Write as if a parent, or a court, will read it.",
    "Send messages in working hours and say when you reply.",
];

fn large_print() -> (Edition, Printing) {
    let mut edition = edition();
    edition.posters = PosterSettings {
        variants: vec![Located::new(Variant::LargePrint, place(0))],
        ..PosterSettings::default()
    };
    let printing = edition.posters.printings()[1];
    (edition, printing)
}

fn email() -> Channel {
    let mut channel = channel("Email", &three_levels(STATEMENTS));
    channel.levels[2].consequence = Some(text("You could have to report a data breach."));
    channel
}

fn both() -> [&'static Press; 2] {
    [press(), bold_press()]
}

#[test]
fn all_type_is_large_on_upright_a4_and_every_page_is_numbered() {
    let (edition, printing) = large_print();
    let channel = email();
    let summary = edition.do_and_dont.clone().expect("the sample has one");
    let posters = [
        Poster::Channel(&channel),
        Poster::DoAndDont(&summary),
        Poster::Contacts,
    ];
    for press in both() {
        for poster in posters {
            let (set, problems) = set_on(press, &edition, printing, poster);
            assert!(problems.is_empty(), "{problems:?}");
            let (scene, texts) = set.expect("it fits");
            assert_sound(&scene, &texts);
            let count = scene.pages.len();
            for (at, page) in scene.pages.iter().enumerate() {
                assert!((page.width - 595.28).abs() < 0.1 && (page.height - 841.89).abs() < 0.1);
                let number = format!("Page {} of {count}", at + 1);
                assert!(
                    texts
                        .iter()
                        .any(|text| text.page == at && text.text == number && text.unread),
                    "{number}"
                );
                let call = texts
                    .iter()
                    .find(|text| text.page == at && text.text.contains("999"));
                assert!(call.is_some(), "page {at} says whom to call");
            }
            for text in &texts {
                assert!(text.size >= 16.0 - 1e-3, "{text:?} is too small");
                if text.statement.is_some() {
                    assert!(text.size >= 18.0 - 1e-3, "{text:?} could be larger");
                }
            }
        }
    }
}

#[test]
fn everything_stands_in_one_column_and_is_read_once() {
    let (edition, printing) = large_print();
    let channel = email();
    for press in both() {
        let (set, _) = set_on(press, &edition, printing, Poster::Channel(&channel));
        let (scene, texts) = set.expect("it fits");
        assert!(scene.pages.len() > 1);
        let statements: Vec<_> = texts
            .iter()
            .filter(|text| text.statement.is_some() && !text.unread)
            .collect();
        // Three levels, and what should be in place.
        assert_eq!(statements.len(), 3 * STATEMENTS.len() + 1);
        for pair in statements.windows(2) {
            assert!(
                (pair[0].page, pair[0].frame.y) < (pair[1].page, pair[1].frame.y),
                "{pair:?} stand side by side"
            );
        }
        let structure = &scene.structure;
        let items = (0..structure.len())
            .map(|at| structure.part(PartId(at as u32)))
            .filter(|part| matches!(part.role, Role::List { .. }))
            .map(|part| part.children.len());
        assert_eq!(items.filter(|&items| items == STATEMENTS.len()).count(), 3);
        assert!(super::pdf::write(&scene).is_ok());
    }
}

#[test]
fn pages_hold_whole_levels_and_the_last_one_is_not_next_to_empty() {
    let (edition, printing) = large_print();
    // A full page would hold the first level and a piece of the second.
    let channel = channel("Email", &three_levels(&STATEMENTS[..4]));
    for press in both() {
        let (set, _) = set_on(press, &edition, printing, Poster::Channel(&channel));
        let (scene, texts) = set.expect("it fits");
        let torn: Vec<&str> = texts
            .iter()
            .map(|text| text.text.as_str())
            .filter(|text| text.contains("continued"))
            .collect();
        assert_eq!(torn, [""; 0]);
        let last = scene.pages.len() - 1;
        assert!(last > 0);
        // What stands on the last page beside its head and its foot.
        let lowest = texts
            .iter()
            .filter(|text| text.page == last && text.baseline < 760.0)
            .map(|text| text.baseline)
            .fold(0.0, f32::max);
        assert!(lowest > 280.0, "{lowest} pt");
    }
}

#[test]
fn a_level_goes_on_before_much_of_a_page_is_left_white() {
    let (edition, printing) = large_print();
    for press in both() {
        for count in 2..=12 {
            let statements: Vec<&str> = STATEMENTS.iter().copied().cycle().take(count).collect();
            let channel = channel("Email", &three_levels(&statements));
            let (set, _) = set_on(press, &edition, printing, Poster::Channel(&channel));
            let Some((scene, texts)) = set else {
                continue;
            };
            for page in 0..scene.pages.len() - 1 {
                // Contacts stay together, whatever white that leaves.
                let goes_on = |text: &SetText| text.page == page + 1 && text.statement.is_some();
                if !texts.iter().any(goes_on) {
                    continue;
                }
                // What stands on the page beside its foot, which begins below.
                let lowest = texts
                    .iter()
                    .filter(|text| text.page == page && text.baseline < 760.0)
                    .map(|text| text.baseline)
                    .fold(0.0, f32::max);
                assert!(lowest > 500.0, "{count}: {lowest} pt on page {page}");
            }
        }
    }
}

/// How much of each page is filled, between its head and its foot.
fn filled(pages: usize, texts: &[SetText]) -> Vec<f32> {
    /// What is around the words of a band, in points.
    const PADDING: f32 = 13.0;
    (0..pages)
        .map(|page| {
            let here = || texts.iter().filter(move |text| text.page == page);
            let number = format!("Page {} of ", page + 1);
            let foot = here()
                .find(|text| text.text.starts_with(&number))
                .map_or(0.0, |text| text.frame.y - PADDING);
            // The head of a later page is what is repeated, and stands highest.
            let head = here()
                .filter(|text| page > 0 && text.unread && text.frame.y < 60.0)
                .map(|text| text.baseline + PADDING)
                .fold(0.0, f32::max);
            let lowest = here()
                .filter(|text| text.baseline < foot)
                .map(|text| text.baseline)
                .fold(head, f32::max);
            (lowest - head) / (foot - head)
        })
        .collect()
}

#[test]
fn pages_of_the_demo_are_filled_alike() {
    /// The share of a page that is to be filled before the next one begins, less the white below its last words.
    const FILLED: f32 = 0.64;
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let (mut sources, mut problems) = (Sources::new(), Diagnostics::new());
    let pack = pack::read(&content, &mut sources, &mut problems).expect("the demo can be read");
    let all = editions(&pack, &sources, &mut problems);
    let mut seen = 0;
    for edition in &all {
        let mut printings = edition.posters.printings().into_iter();
        let Some(printing) = printings.find(|printing| printing.variant() == Variant::LargePrint)
        else {
            continue;
        };
        let press = match edition.theme.value.as_str() {
            "bold" => bold_press(),
            _ => press(),
        };
        let summary = edition.do_and_dont.as_ref().map(Poster::DoAndDont);
        let posters = edition.channels.iter().map(Poster::Channel);
        for poster in posters.chain(summary).chain([Poster::Contacts]) {
            let (set, problems) = set_on(press, edition, printing, poster);
            let (scene, texts) = set.unwrap_or_else(|| panic!("{problems:?}"));
            seen += 1;
            let filled = filled(scene.pages.len(), &texts);
            let (last, others) = filled.split_last().expect("it has a page");
            assert!(
                others.iter().all(|&page| page >= FILLED) && *last > 0.25,
                "{}: {} fills {filled:?}",
                edition.id,
                scene.title
            );
            for text in texts
                .iter()
                .filter(|text| text.text.starts_with("Who to contact"))
            {
                let below = |other: &&SetText| {
                    other.page == text.page && other.frame.y > text.frame.y && !other.unread
                };
                assert!(
                    texts.iter().any(|other| below(&other)),
                    "{text:?} stands alone"
                );
            }
        }
    }
    assert!(seen > 20, "only {seen} posters");
}

#[test]
fn a_theme_may_want_it_otherwise() {
    let with = |large: &str| {
        let theme = theme("default");
        let layout = theme
            .file("posters/channel.yml")
            .and_then(|file| file.text())
            .expect("it is there");
        let layout = format!("{layout}\nlarge_print: {large}\n");
        press_of(&theme.with("posters/channel.yml", &layout))
    };
    let (edition, printing) = large_print();
    let channel = email();
    let press = with("{body: 24pt, floor: 20pt, regions: [title, levels, contacts]}");
    let (set, problems) = set_on(&press, &edition, printing, Poster::Channel(&channel));
    let (_, texts) = set.unwrap_or_else(|| panic!("{problems:?}"));
    assert!(texts.iter().all(|text| text.size >= 20.0 - 1e-3));
    let statement = texts.iter().find(|text| text.statement.is_some());
    assert!(statement.is_some_and(|text| (text.size - 24.0).abs() < 1e-3));
    assert!(texts.iter().all(|text| !text.text.contains("mail app")));

    // What an edition puts in another order, it has in that order here, too.
    let mut reordered = edition.clone();
    let order = vec![Region::Title, Region::Contacts, Region::Levels];
    reordered
        .poster_changes
        .regions
        .insert(PosterKind::Channel, Located::new(order, place(0)));
    let (set, problems) = set_on(&press, &reordered, printing, Poster::Channel(&channel));
    let (_, texts) = set.unwrap_or_else(|| panic!("{problems:?}"));
    let first = |words: &str| {
        let found = texts.iter().find(|text| text.text == words && !text.unread);
        found.map(|text| (text.page, text.frame.y))
    };
    assert!(first("01632 960100") < first(STATEMENTS[0]));

    let press = with("{pages: 1}");
    let (set, problems) = set_on(&press, &edition, printing, Poster::Channel(&channel));
    assert!(set.is_none());
    let problem = problems.iter().next().expect("it is said");
    assert_eq!(problem.code, Code::PosterOverflow);
    assert!(
        problem
            .message
            .contains("(large-print) is too full for a page by")
            && problem.message.contains("at 16 pt"),
        "{}",
        problem.message
    );
}
