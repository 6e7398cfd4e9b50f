//! What is promised of every handbook, whatever a pack says: nothing is clipped or lost, nothing overlaps, and the numbers of pages are
//! right.

use proptest::prelude::*;

use crate::diagnostic::{Code, Diagnostics};
use crate::edition::{Edition, HandbookVariant, Section, Tone};
use crate::markdown::{Block, Options, Place, parse_blocks};
use crate::print::Press;
use crate::print::layout::SetText;
use crate::print::pdf;
use crate::print::sample::{channel, edition, located, place, statement, words};
use crate::print::scene::{Goal, PartId, Role, Scene};
use crate::print::tests::{assert_sound, bold_press, press};

fn blocks(text: &str) -> Vec<Block> {
    let mut problems = Diagnostics::new();
    let blocks = parse_blocks(
        text,
        Place::whole(place(0)),
        Options::default(),
        &mut problems,
    );
    // Skipped levels of headings are only warned of.
    assert_eq!(problems.errors(), 0, "{text}");
    blocks
}

fn section(id: &str, title: &str, text: &str) -> Section {
    Section {
        id: id.to_owned(),
        at: place(0),
        title: located(title),
        summary: None,
        clauses: false,
        body: blocks(text),
        aliases: Vec::new(),
    }
}

type Bound = (Option<(Scene, Vec<SetText>)>, Diagnostics);

fn bind(press: &Press, edition: &Edition, variant: Option<HandbookVariant>) -> Bound {
    let words = words(edition);
    let mut problems = Diagnostics::new();
    let posters = press.posters(edition, &words, &mut problems);
    let bound = posters.bind_handbook(variant, &mut problems);
    (bound, problems)
}

fn sound(
    press: &Press,
    edition: &Edition,
    variant: Option<HandbookVariant>,
) -> (Scene, Vec<SetText>) {
    let (bound, problems) = bind(press, edition, variant);
    assert!(problems.is_empty(), "{problems:?}");
    let (scene, texts) = bound.expect("a handbook");
    assert_sound(&scene, &texts);
    assert!(pdf::write(&scene).is_ok());
    (scene, texts)
}

/// The texts of a page that are read, in the order of drawing.
fn on_page(texts: &[SetText], page: usize) -> Vec<&SetText> {
    texts
        .iter()
        .filter(|text| text.page == page && !text.unread)
        .collect()
}

const LONG: &str = "Write every message as if a parent, a manager or a court will read it one day, because one day they may. ";

#[test]
fn the_contents_name_the_pages_that_chapters_stand_on() {
    let mut edition = edition();
    edition.sections = (1..=9)
        .map(|number| {
            let text = format!("## Part {number}\n\n{}", LONG.repeat(number * 7));
            section(&format!("s{number}"), &format!("Section {number}"), &text)
        })
        .collect();
    for variant in [None, Some(HandbookVariant::LargePrint)] {
        let (scene, texts) = sound(press(), &edition, variant);
        for number in 1..=9 {
            let place = scene
                .places
                .iter()
                .find(|place| *place.name == *format!("section-s{number}"))
                .expect("the section has a place");
            let title = format!("Section {number}");
            let of_contents = texts
                .iter()
                .position(|text| {
                    text.text.trim() == title && text.page < place.page && !text.unread
                })
                .expect("it is in the contents");
            let printed = &texts[of_contents + 1].text;
            assert_eq!(*printed, (place.page + 1).to_string(), "{title}");
            assert!(
                on_page(&texts, place.page)
                    .iter()
                    .any(|text| text.text == title)
            );
        }
        let last = texts.iter().map(|text| text.page).max();
        assert_eq!(last, Some(scene.pages.len() - 1));
        let count = format!("Page 2 of {}", scene.pages.len());
        assert!(texts.iter().any(|text| text.text == count && text.unread));
    }
}

#[test]
fn running_heads_and_page_numbers_are_as_large_as_body_text() {
    let mut edition = edition();
    edition.sections = vec![section("law", "The law", LONG)];
    for (variant, least) in [(None, 12.0), (Some(HandbookVariant::LargePrint), 18.0)] {
        let (_, texts) = sound(press(), &edition, variant);
        assert!(
            texts
                .iter()
                .any(|text| text.unread && text.text == "The law")
        );
        for text in texts {
            assert!(text.size >= least - 1e-3, "{text:?}");
        }
    }
}

#[test]
fn a_long_table_repeats_its_headings_and_is_one_table() {
    let rows: Vec<String> = (0..90)
        .map(|row| format!("| Duty {row} | Someone |"))
        .collect();
    let rows = rows.join(
        "
",
    );
    let mut edition = edition();
    let text = format!("Table: Who does what\n\n| What | Who |\n|---|---|\n{rows}");
    edition.sections = vec![section("duties", "Duties", &text)];
    let (scene, texts) = sound(press(), &edition, None);
    let heads: Vec<bool> = texts
        .iter()
        .filter(|text| text.text == "What")
        .map(|text| text.unread)
        .collect();
    assert!(heads.len() > 2, "it takes three pages");
    assert_eq!(heads.iter().filter(|unread| !**unread).count(), 1);
    let rows = texts
        .iter()
        .filter(|text| text.text.starts_with("Duty ") && text.text != "Duty team");
    assert_eq!(rows.count(), 90);
    let structure = &scene.structure;
    let tables: Vec<usize> = (0..structure.len())
        .map(|part| structure.part(PartId(part as u32)))
        .filter(|part| part.role == Role::Table)
        .map(|part| part.children.len())
        .filter(|children| *children > 10)
        .collect();
    // A caption, a row of headings, and all the others.
    assert_eq!(tables, [92]);
}

#[test]
fn footnotes_stand_on_the_page_of_their_marks() {
    let mut edition = edition();
    let paragraph = format!(
        "{}Ask [the board](https://ashford.example/board).\n\n",
        LONG.repeat(3)
    );
    let text = format!(
        "{}Last.[^why]\n\n[^why]: Because it is the law.\n",
        paragraph.repeat(20)
    );
    edition.sections = vec![section("ask", "Ask", &text)];
    let (scene, texts) = sound(press(), &edition, None);
    let mut marks = 0;
    for page in 0..scene.pages.len() {
        let texts = on_page(&texts, page);
        let marked = texts
            .iter()
            .filter(|text| text.text.contains("Ask the board"))
            .count();
        let noted: Vec<&&SetText> = texts
            .iter()
            .filter(|text| text.text.ends_with(" ashford.example/board"))
            .collect();
        // A paragraph over two pages is noted as two texts, and has its mark on one of them.
        assert!(noted.len() <= marked && noted.len() + 1 >= marked, "{page}");
        marks += noted.len();
        for note in noted {
            let below = texts
                .iter()
                .filter(|text| text.text.contains("Write every") || text.text.contains("Ask the"))
                .all(|text| text.baseline < note.frame.y);
            assert!(below, "a note on page {page} stands among the text");
        }
    }
    assert_eq!(marks, 20);
    let because = texts
        .iter()
        .find(|text| text.text.contains("Because it is"));
    let last = texts.iter().find(|text| text.text.starts_with("Last."));
    assert_eq!(because.map(|text| text.page), last.map(|text| text.page));
    let structure = &scene.structure;
    let notes = (0..structure.len())
        .filter(|part| structure.part(PartId(*part as u32)).role == Role::Note)
        .count();
    assert_eq!(notes, 21);
}

#[test]
fn margins_are_mirrored_when_asked_for() {
    let mut edition = edition();
    edition.sections = vec![section("law", "The law", &format!("{LONG}\n\n").repeat(60))];
    let left = |edition: &Edition, page: usize| {
        let (_, texts) = sound(press(), edition, None);
        let texts = on_page(&texts, page);
        texts.first().map(|text| text.frame.x).expect("a text")
    };
    assert!((left(&edition, 5) - left(&edition, 6)).abs() < 0.01);
    edition.handbook.mirrored_margins = true;
    // The sixth page is a left one, whose spine is on the right.
    assert!(left(&edition, 5) + 10.0 < left(&edition, 6));
}

#[test]
fn a_booklet_has_all_pages_two_to_a_side() {
    let mut edition = edition();
    edition.sections = vec![section("law", "The law", &format!("{LONG}\n\n").repeat(40))];
    let (scene, texts) = sound(press(), &edition, Some(HandbookVariant::Booklet));
    let pages = texts.iter().map(|text| text.page).max().expect("texts") + 1;
    assert_eq!(pages % 4, 0);
    assert_eq!(scene.pages.len(), pages / 2);
    let page = &scene.pages[0];
    assert!((page.width - 2.0 * 419.53).abs() < 0.1 && (page.height - 595.28).abs() < 0.1);
    assert!(scene.structure.is_empty());
    // Nothing in it is read, so it doesn't claim that it could be.
    let claims = |scene: &Scene| {
        let bytes = pdf::write(scene).expect("a file");
        ["<pdfuaid:part>", "<pdfaid:part>"]
            .iter()
            .filter(|claim| {
                bytes
                    .windows(claim.len())
                    .any(|some| some == claim.as_bytes())
            })
            .count()
    };
    let (whole, _) = sound(press(), &edition, None);
    assert_eq!((claims(&scene), claims(&whole)), (0, 2));
    // The first side has the last page on the left and the cover on the right.
    assert!(scene.pages.iter().all(|page| !page.items.is_empty()));
}

#[test]
fn a_row_higher_than_a_page_is_said() {
    let mut edition = edition();
    let text = format!("| What |\n|---|\n| {} |\n", LONG.repeat(60));
    edition.sections = vec![section("duties", "Duties", &text)];
    let (bound, problems) = bind(press(), &edition, None);
    assert!(bound.is_none());
    let codes: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [Code::HandbookOverflow]);
    let said = problems
        .iter()
        .next()
        .map(|problem| problem.message.clone());
    assert!(said.is_some_and(|said| said.contains("“Duties”")));
}

/// A list in Markdown.
fn list(mark: &str, items: &[String]) -> String {
    let lines: Vec<String> = items.iter().map(|item| format!("{mark}{item}")).collect();
    lines.join("\n") + "\n\n"
}

/// A piece of a text in Markdown.
fn piece() -> impl Strategy<Value = String> {
    let sentence = prop::sample::select(vec![
        LONG,
        "Ask first.",
        "See [the law](https://law.example/act).",
        "See [what to do](section:law).",
        "**Never** alone.",
        "Responsibilities of safeguarding@partnership.example",
    ]);
    let words = prop::collection::vec(sentence, 1..12).prop_map(|all| all.join(" "));
    let cell = "[a-z]{1,12}( [a-z]{1,12}){0,9}";
    prop_oneof![
        4 => words.clone().prop_map(|words| format!("{words}\n\n")),
        2 => "[A-Z][a-z]{2,12}".prop_map(|words| format!("## {words}\n\n")),
        1 => "[A-Z][a-z]{2,12}".prop_map(|words| format!("### {words}\n\n")),
        1 => prop::collection::vec(words.clone(), 1..8)
            .prop_map(|items| list("- ", &items)),
        1 => prop::collection::vec(words.clone(), 1..8)
            .prop_map(|items| list("1. ", &items)),
        1 => prop::collection::vec((cell, cell, cell), 1..30).prop_map(|rows| {
            let rows: Vec<String> = rows
                .iter()
                .map(|(one, two, three)| format!("| {one} | {two} | {three} |"))
                .collect();
            let rows = rows.join("
    ");
            format!("| a | b | c |\n|---|---|---|\n{rows}\n\n")
        }),
        1 => (prop::sample::select(vec!["case", "prompts", "actions", "callout", "warning"]), words)
            .prop_map(|(kind, words)| format!("> [!{kind}] One\n> {words}\n>\n> - {words}\n\n")),
    ]
}

fn random_edition() -> impl Strategy<Value = Edition> {
    let statements = prop::collection::vec(
        (
            prop::sample::select(vec!["Ask first.", "Use the work account.", LONG]),
            prop::option::of(prop::collection::vec(piece(), 1..3)),
        ),
        1..9,
    );
    let sections = prop::collection::vec(prop::collection::vec(piece(), 0..14), 0..4);
    (statements, sections, any::<bool>()).prop_map(|(statements, sections, mirrored)| {
        let mut edition = edition();
        edition.handbook.mirrored_margins = mirrored;
        let mut email = channel(
            "Email",
            &[
                ("Best practice", Tone::Do, Vec::new()),
                ("Poor practice", Tone::Dont, Vec::new()),
            ],
        );
        for (number, (short, full)) in statements.iter().enumerate() {
            let mut one = statement(100 + number, &format!("{short} ({number})"));
            let full = full.as_ref().map(|full| blocks(&full.concat()));
            one.full = full.unwrap_or_default();
            email.levels[number % 2].statements.push(one);
        }
        edition.channels = vec![email];
        edition.sections = sections
            .iter()
            .enumerate()
            .map(|(number, text)| {
                let id = if number == 0 {
                    "law".to_owned()
                } else {
                    format!("s{number}")
                };
                section(&id, &format!("Section {number}"), &text.concat())
            })
            .collect();
        edition
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_a_pack_says_its_handbook_is_sound(
        edition in random_edition(),
        variant in prop::sample::select(vec![
            None,
            Some(HandbookVariant::LargePrint),
            Some(HandbookVariant::Booklet),
        ]),
        bold in any::<bool>(),
    ) {
        let press = if bold { bold_press() } else { press() };
        let (bound, problems) = bind(press, &edition, variant);
        let Some((scene, texts)) = bound else {
            // Only a row of a table can be too high, and none here is.
            panic!("{problems:?}");
        };
        prop_assert!(pdf::write(&scene).is_ok(), "{:?}", pdf::write(&scene));
        // Every statement of the channel is there once.
        for level in &edition.channels[0].levels {
            for statement in &level.statements {
                let words = statement.short.plain();
                let found = texts.iter().filter(|text| !text.unread && text.text == words).count();
                prop_assert_eq!(found, 1, "{}", words);
            }
        }
        if variant == Some(HandbookVariant::Booklet) {
            return Ok(());
        }
        assert_sound(&scene, &texts);
        // No heading is the last on its page, unless its chapter ends with it.
        for page in 2..scene.pages.len() - 1 {
            let read = on_page(&texts, page);
            if let Some(last) = read.last() {
                let goes_on = texts.iter().any(|text| !text.unread && text.page == page + 1);
                let heading = last.text.starts_with("Section ") && goes_on;
                prop_assert!(!heading || read.len() == 1, "{:?}", last);
            }
        }
        // Every link within leads to a place that is there.
        let structure = &scene.structure;
        for part in 0..structure.len() {
            if let Role::Link { to: Goal::Place(name), .. } = &structure.part(PartId(part as u32)).role {
                prop_assert!(scene.places.iter().any(|place| place.name == *name));
            }
        }
    }
}

#[test]
fn an_edition_without_anything_has_a_handbook_all_the_same() {
    let mut edition = edition();
    edition.do_and_dont = None;
    edition.contacts = Vec::new();
    edition.url = Some(located("https://ashford.example/"));
    edition.document = crate::edition::DocumentControl::default();
    edition.branding.strapline = None;
    let (scene, _) = sound(press(), &edition, None);
    // Cover, contents, how to get it in another form, and the back.
    assert_eq!(scene.pages.len(), 4);
}
