//! What is promised of every poster, whatever a pack says: nothing is clipped, nothing overlaps, nothing is lost.

use proptest::prelude::*;

use super::Poster;
use super::layout::SetText;
use super::sample::{channel, contact, edition, located, place, statement, text};
use super::scene::{Drawing, Frame, Page, Scene, Segment};
use super::tests::{assert_sound, bold_press, ink, overlap, press, set_on};
use crate::diagnostic::{Code, Located};
use crate::edition::{
    Channel, Contact, DoAndDont, Edition, Orientation, Overflow, PaperSize, PosterSettings, Tone,
    Urgency, Variant,
};

fn word() -> impl Strategy<Value = &'static str> + Clone {
    prop::sample::select(vec![
        "a",
        "the",
        "never",
        "personal",
        "account",
        "children",
        "safeguarding",
        "organisation",
        "phone",
        "to",
        "of",
        "well-kept",
        "responsibilities",
        "share",
        "photographs",
        "01632 960100",
        "safeguarding@partnership.example",
        "“quietly”",
    ])
}

fn sentence() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(word(), 2..14),
        1 => prop::collection::vec(word(), 14..40),
    ]
    .prop_map(|words| words.join(" "))
}

fn level() -> impl Strategy<Value = (&'static str, Tone, Vec<String>)> {
    let label = prop::sample::select(vec![
        "Do",
        "Best practice",
        "Be aware",
        "Not acceptable behaviour",
    ]);
    let tone = prop::sample::select(vec![Tone::Do, Tone::Caution, Tone::Dont]);
    (label, tone, prop::collection::vec(sentence(), 1..14))
}

/// Whom to contact: some stand on all posters, some have no number.
fn contacts() -> impl Strategy<Value = Vec<Contact>> {
    let urgency = prop::sample::select(vec![Urgency::Emergency, Urgency::Urgent, Urgency::Routine]);
    let one = (
        prop::collection::vec(word(), 1..7),
        sentence(),
        urgency,
        any::<bool>(),
        any::<bool>(),
    );
    prop::collection::vec(one, 1..7).prop_map(|all| {
        let contacts = all.into_iter().enumerate();
        contacts
            .map(
                |(at, (name, purpose, urgency, on_posters, phone))| Contact {
                    purpose: Some(text(&purpose)),
                    on_posters,
                    email: Some(located("duty@partnership.example")),
                    hours: phone.then(|| located("Monday to Friday, 9 am to 5 pm")),
                    phone: (phone || on_posters).then(|| located("01632 960100")),
                    ..contact(&format!("c{at}"), &name.join(" "), "", urgency)
                },
            )
            .collect()
    })
}

/// Sizes and variants, which way up, and whether a second sheet may be taken.
fn settings() -> impl Strategy<Value = PosterSettings> {
    let orientation = prop::option::of(prop::sample::select(vec![
        Orientation::Portrait,
        Orientation::Landscape,
    ]));
    let size = prop::sample::select(vec![
        PaperSize::A3,
        PaperSize::A4,
        PaperSize::A5,
        PaperSize::Letter,
    ]);
    (size, orientation, any::<bool>()).prop_map(|(size, orientation, second)| PosterSettings {
        sizes: vec![Located::new(size, place(0))],
        orientation: orientation.map(|orientation| Located::new(orientation, place(0))),
        variants: [Variant::LargePrint, Variant::InkSaver]
            .map(|variant| Located::new(variant, place(0)))
            .into(),
        overflow: if second {
            Overflow::SecondPage
        } else {
            Overflow::Error
        },
        ..PosterSettings::default()
    })
}

/// The coloured boxes on a page. Small ones are parts of icons.
fn boxes(page: &Page) -> Vec<Frame> {
    /// No icon takes more of the width.
    const ICON: f32 = 0.19;
    page.items
        .iter()
        .filter_map(|item| match &item.drawing {
            Drawing::Shape(shape) if shape.fill.is_some() && shape.path.len() <= 10 => {
                bounds(&shape.path)
            }
            _ => None,
        })
        .filter(|frame| frame.width >= ICON * page.width && frame.height > 4.0)
        .collect()
}

fn bounds(path: &[Segment]) -> Option<Frame> {
    let ends: Vec<(f32, f32)> = path
        .iter()
        .filter_map(|segment| match *segment {
            Segment::Move(x, y) | Segment::Line(x, y) | Segment::Curve(.., x, y) => Some((x, y)),
            Segment::Close => None,
        })
        .collect();
    let first = *ends.first()?;
    let least = ends.iter().fold(first, |a, b| (a.0.min(b.0), a.1.min(b.1)));
    let most = ends.iter().fold(first, |a, b| (a.0.max(b.0), a.1.max(b.1)));
    Some(Frame {
        x: least.0,
        y: least.1,
        width: most.0 - least.0,
        height: most.1 - least.1,
    })
}

fn holds(outer: &Frame, inner: &Frame) -> bool {
    const TOUCH: f32 = 0.05;
    outer.x <= inner.x + TOUCH
        && outer.y <= inner.y + TOUCH
        && outer.x + outer.width >= inner.x + inner.width - TOUCH
        && outer.y + outer.height >= inner.y + inner.height - TOUCH
}

/// Boxes stand in one another or apart, and so do texts and boxes.
fn assert_boxes(scene: &Scene, texts: &[SetText]) {
    for (number, page) in scene.pages.iter().enumerate() {
        let boxes = boxes(page);
        for (at, a) in boxes.iter().enumerate() {
            for b in &boxes[at + 1..] {
                assert!(
                    !overlap(a, b) || holds(a, b) || holds(b, a),
                    "the boxes {a:?} and {b:?} overlap on page {number}"
                );
            }
        }
        for text in texts.iter().filter(|text| text.page == number) {
            // The tails of large letters may come near an edge, and touch it where space is shortest.
            let tails = 0.06 * text.size;
            let mut ink = ink(text);
            ink.height -= tails;
            for a in &boxes {
                assert!(
                    !overlap(a, &ink) || holds(a, &ink),
                    "{text:?} leaves the box {a:?}"
                );
            }
        }
    }
}

/// Every statement is there once, and no other.
fn assert_statements(texts: &[SetText], expected: &[&str]) {
    let mut found: Vec<&str> = texts
        .iter()
        .filter(|text| text.statement.is_some() && !text.unread)
        .map(|text| text.text.as_str())
        .collect();
    let mut expected = expected.to_vec();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

fn assert_posters(edition: &Edition, channel: &Channel, summary: &DoAndDont) {
    fn words(statements: &[crate::edition::Statement]) -> impl Iterator<Item = &str> {
        statements
            .iter()
            .map(|statement| match &statement.short.content[0] {
                crate::markdown::Inline::Text(text) => text.as_ref(),
                _ => "",
            })
    }
    let of_channel: Vec<&str> = channel
        .levels
        .iter()
        .flat_map(|advice| words(&advice.statements))
        .chain(words(&channel.safeguards))
        .collect();
    let of_summary: Vec<&str> = words(&summary.dos).chain(words(&summary.donts)).collect();
    let posters = [
        (Poster::Channel(channel), of_channel),
        (Poster::DoAndDont(summary), of_summary),
        (Poster::Contacts, Vec::new()),
    ];
    for press in [press(), bold_press()] {
        for printing in edition.posters.printings() {
            for (poster, statements) in &posters {
                let (set, problems) = set_on(press, edition, printing, *poster);
                let Some((scene, texts)) = set else {
                    let codes: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
                    assert_eq!(codes, [Code::PosterOverflow]);
                    continue;
                };
                assert!(problems.is_empty(), "{problems:?}");
                assert_sound(&scene, &texts);
                assert_boxes(&scene, &texts);
                assert_statements(&texts, statements);
                let floor = match printing.variant() {
                    Variant::LargePrint => 16.0,
                    Variant::Standard | Variant::InkSaver | Variant::Bilingual => 12.0,
                };
                for text in texts.iter().filter(|text| text.statement.is_some()) {
                    assert!(text.size >= floor - 1e-3, "{text:?} is under {floor} pt");
                }
            }
        }
    }
}

/// A few cases take a second each; `PROPTEST_CASES` asks for more of them.
fn cases() -> ProptestConfig {
    const FEW: u32 = 10;
    let asked = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig::with_cases(asked.and_then(|cases| cases.parse().ok()).unwrap_or(FEW))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn nothing_is_clipped_nothing_overlaps_and_nothing_is_lost(
        title in prop::sample::select(vec![
            "Email", "Images and video", "Social networking", "Using the internet and connected devices",
        ]),
        levels in prop::collection::vec(level(), 1..5),
        headline: bool,
        safeguards in prop::collection::vec(sentence(), 0..4),
        consequence in prop::option::of(sentence()),
        name in prop::sample::select(vec![
            "Ashford", "The Safeguarding Children Partnership of Ashford, Brackenford and the Four Rivers Valley",
        ]),
        settings in settings(),
        contacts in contacts(),
        right_to_left in any::<bool>(),
    ) {
        let mut edition = edition();
        edition.contacts = contacts;
        if right_to_left {
            // Words of Latin letters in a page that is mirrored.
            edition.languages[0].value = "he".to_owned();
        }
        edition.name.value = name.to_owned();
        edition.posters = settings;
        let mut channel = channel(title, &levels);
        if !headline {
            channel.headline = None;
            channel.headline_note = None;
        }
        channel.safeguards = safeguards
            .iter()
            .enumerate()
            .map(|(at, words)| statement(900 + at, words))
            .collect();
        channel.levels[0].consequence = consequence.as_deref().map(text);
        let mut summary = edition.do_and_dont.clone().expect("the sample has one");
        summary.dos.clone_from(&channel.levels[0].statements);
        if let Some(last) = channel.levels.last() {
            summary.donts.clone_from(&last.statements);
        }
        assert_posters(&edition, &channel, &summary);
    }
}

#[test]
fn labels_of_narrow_columns_take_more_lines_before_they_become_too_small() {
    let mut edition = edition();
    edition.posters.sizes = vec![Located::new(PaperSize::Letter, place(0))];
    edition.posters.orientation = Some(Located::new(Orientation::Portrait, place(0)));
    let label = "Not acceptable behaviour";
    let says = |words: &str| vec![words.to_owned()];
    let channel = channel(
        "Email",
        &[
            ("Do", Tone::Do, says("Use the account of work.")),
            ("Do", Tone::Do, says("Copy a colleague in.")),
            (label, Tone::Dont, says("Write late at night.")),
            (
                label,
                Tone::Dont,
                says("Write from an account of your own."),
            ),
        ],
    );
    let summary = edition.do_and_dont.clone().expect("the sample has one");
    assert_posters(&edition, &channel, &summary);
}
