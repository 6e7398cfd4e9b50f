//! What is promised of every region that a theme can put on a poster.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::layout::SetText;
use super::sample::{channel, edition, located, place, statement, text, words};
use super::scene::{Colour, Drawing, Role, Scene};
use super::tests::{assert_sound, press_of, theme};
use super::{Poster, Press};
use crate::diagnostic::{Code, Diagnostics};
use crate::edition::{Channel, Edition, Statistic, Tone};
use crate::source::Sources;

/// A layout on A4 with these regions.
fn layout(regions: &str) -> String {
    format!(
        "page: {{ width: 210mm, height: 297mm, margin: 11mm }}\n\
         type:\n  {{ body: 20pt, floor: 12pt, comfort: 13pt, leading: 1.2, title: 40pt, title_one_line: 30pt, \
         headline: 34pt, heads: 22pt, phones: 29pt, fine: 10pt }}\n\
         squeeze:\n  - {{ air: 1, titles: 1 }}\n  - {{ air: 0.7, titles: 0.6, leave_out: 1 }}\n  - {{ air: 0.5, titles: 0.5, leave_out: 1 }}\n\
         most_air: 1.5\n\
         regions:\n{regions}"
    )
}

fn theme_with(regions: &str) -> crate::theme::Theme {
    theme("default").with("posters/channel.yml", &layout(regions))
}

/// The poster of a channel on a sheet with these regions, and what was said.
fn set(
    regions: &str,
    edition: &Edition,
    channel: &Channel,
) -> (Option<(Scene, Vec<SetText>)>, Diagnostics) {
    let press = press_of(&theme_with(regions));
    let words = words(edition);
    let mut problems = Diagnostics::new();
    let posters = press.posters(edition, &words, &mut problems);
    let poster = Poster::Channel(channel);
    let set = posters.compose(poster, edition.posters.main_printing(), &mut problems);
    (set, problems)
}

/// The poster, which has to be sound.
fn sound(regions: &str, edition: &Edition, channel: &Channel) -> (Scene, Vec<SetText>) {
    let (set, problems) = set(regions, edition, channel);
    assert!(problems.is_empty(), "{problems:?}");
    let (scene, texts) = set.expect("it fits");
    assert_sound(&scene, &texts);
    (scene, texts)
}

/// What is wrong with a theme's regions.
fn faults(regions: &str) -> Vec<(Code, String)> {
    let mut problems = Diagnostics::new();
    let press = Press::load(&theme_with(regions), &mut Sources::new(), &mut problems);
    assert_eq!(press.is_none(), problems.errors() > 0);
    problems
        .iter()
        .map(|problem| (problem.code, problem.help.join("; ")))
        .collect()
}

fn statistic(figure: &str, meaning: &str) -> Statistic {
    Statistic {
        id: "a".to_owned(),
        at: place(0),
        figure: located(figure),
        meaning: text(meaning),
        source: None,
    }
}

fn full_channel() -> Channel {
    let say = |words: &str| vec![words.to_owned()];
    let mut channel = channel(
        "Email",
        &[
            ("Best practice", Tone::Do, say("Use your work account.")),
            ("Poor practice", Tone::Dont, say("Writing from home.")),
        ],
    );
    channel.levels[1].consequence = Some(text("You could lose your post."));
    channel.statistics = vec![
        statistic(
            "1 in 3",
            "messages goes to somebody who was not meant to read it",
        ),
        statistic("82%", "of staff answer within the day"),
    ];
    channel
}

const WHOLE: &str = "
  - band
  - { region: title, icon: lock, rules: { below: 3pt, colour: secondary } }
  - { region: levels, arrange: rows, rules: { between: 1pt, colour: ink } }
  - { region: do-and-dont, gap: 0, corners: 0 }
  - { region: statistics, rules: { above: 1pt, below: 1pt, between: 1pt } }
  - { region: safeguards, fill: ink, label: { en: Get these in place } }
  - { region: consequences, fill: paper }
  - { region: text, fill: secondary, words: { en: \"## Before you go\\n\\nLook twice.\\n\\n1. One\\n2. Two\\n\\n- A point\" } }
  - { region: picture, file: icons/school.svg, height: 12mm, alt: { en: A school } }
  - { region: qr, fill: paper }
  - contacts
";

#[test]
fn numbers_of_lists_stand_in_columns_and_words_begin_below_one_another() {
    let list = |first: usize| {
        let regions = format!(
            "  - band\n  - title\n  - levels\n  - {{ region: text, words: {{ en: \"{first}. Ask\\n{}. Look\\n{}. Tell\" }} }}\n  - contacts\n",
            first + 1,
            first + 2
        );
        let (_, texts) = sound(&regions, &edition(), &full_channel());
        let find = |words: &str| {
            let found = texts.iter().find(|text| text.text == words);
            found.unwrap_or_else(|| panic!("{words} is there")).clone()
        };
        let numbers: Vec<SetText> = (first..first + 3).map(|n| find(&format!("{n}."))).collect();
        (numbers, ["Ask", "Look", "Tell"].map(find))
    };
    for first in [9, 998] {
        let (numbers, words) = list(first);
        for (number, words) in numbers.iter().zip(&words) {
            assert_eq!(number.lines, 1, "{number:?}");
            // Their full stops stand below one another, and so do what they are about.
            assert!((number.reach - numbers[0].reach).abs() < 0.01);
            assert!((number.baseline - words.baseline).abs() < 0.01);
        }
        assert!(
            words
                .iter()
                .all(|each| (each.frame.x - words[0].frame.x).abs() < 0.01)
        );
        // A 1 is as wide as a 0.
        assert!((numbers[1].left - numbers[2].left).abs() < 0.01 || first == 998);
    }
}

#[test]
fn every_region_can_stand_on_a_poster() {
    let mut edition = edition();
    let summary = edition.do_and_dont.as_mut().expect("it has one");
    summary.dos[0].channel = Some("email".to_owned());
    let (scene, texts) = sound(WHOLE, &edition, &full_channel());
    for words in [
        "1 in 3",
        "Get these in place",
        "You could lose your post.",
        "Before you go",
        "2.",
        "A point",
        "Use work accounts, phones and cameras for work.",
    ] {
        assert!(texts.iter().any(|text| text.text == words), "{words}");
    }
    // What the summary says of no channel or of another stands elsewhere.
    assert!(
        texts
            .iter()
            .all(|text| text.text != "Do not share your personal number.")
    );
    let figures: Vec<&str> = figures(&scene);
    assert!(figures.contains(&"A school"), "{figures:?}");
    assert_eq!(figures.len(), 2, "one picture and one code: {figures:?}");
}

/// What the pictures of a scene show.
fn figures(scene: &Scene) -> Vec<&str> {
    let mut found = Vec::new();
    let mut open = vec![scene.structure.root()];
    while let Some(part) = open.pop() {
        let part = scene.structure.part(part);
        if let Role::Figure { alt, .. } = &part.role {
            found.push(alt.as_str());
        }
        open.extend(&part.children);
    }
    found
}

#[test]
fn what_a_poster_has_nothing_to_say_about_takes_no_room() {
    let mut channel = full_channel();
    channel.statistics.clear();
    let regions =
        "  - title\n  - levels\n  - statistics\n  - do-and-dont\n  - text\n  - contacts\n";
    let (_, with) = sound(regions, &edition(), &channel);
    let (_, without) = sound(
        "  - title\n  - levels\n  - contacts\n",
        &edition(),
        &channel,
    );
    let places = |texts: &[SetText]| -> Vec<String> {
        texts
            .iter()
            .map(|text| format!("{} {:?}", text.text, text.frame))
            .collect()
    };
    assert_eq!(places(&with), places(&without));
}

#[test]
fn words_take_the_colour_that_a_theme_gives_them() {
    let (scene, _) = sound(
        "  - { region: title, fill: paper, text: secondary }\n  - levels\n  - contacts\n",
        &edition(),
        &full_channel(),
    );
    let brown = Colour::Rgb(0x8a, 0x4b, 0x12);
    let title = scene.pages[0]
        .items
        .iter()
        .find_map(|item| match &item.drawing {
            Drawing::Glyphs(run) if run.text.contains("Email") => Some(run.colour),
            _ => None,
        });
    assert_eq!(title, Some(brown));
}

#[test]
fn words_that_could_not_be_read_are_said() {
    let regions =
        "  - { region: title, fill: primary, text: secondary }\n  - levels\n  - contacts\n";
    let (_, problems) = set(regions, &edition(), &full_channel());
    let codes: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [Code::FaintWords]);
}

#[test]
fn lines_stand_where_a_theme_puts_them() {
    let lines = |rules: &str| {
        let regions =
            format!("  - title\n  - {{ region: levels, rules: {rules} }}\n  - contacts\n");
        let (scene, _) = sound(&regions, &edition(), &full_channel());
        let brown = Colour::Rgb(0x8a, 0x4b, 0x12);
        scene.pages[0]
            .items
            .iter()
            .filter(
                |item| matches!(&item.drawing, Drawing::Shape(shape) if shape.fill == Some(brown)),
            )
            .count()
    };
    assert_eq!(
        lines("{ above: 2pt, below: 1pt, between: 1pt, colour: secondary }"),
        3
    );
    assert_eq!(lines("{ above: 2pt, colour: secondary }"), 1);
    assert_eq!(lines("{ colour: secondary }"), 0);
}

#[test]
fn what_a_theme_gets_wrong_is_said() {
    let one = |region: &str| {
        let rest = ["title", "levels", "contacts"].map(|name| {
            if region.starts_with(&format!("region: {name}")) {
                String::new()
            } else {
                format!("  - {name}\n")
            }
        });
        let mut found = faults(&format!("  - {{ {region} }}\n{}", rest.concat()));
        assert_eq!(found.len(), 1, "{region}: {found:?}");
        found.remove(0)
    };
    for (region, code, help) in [
        ("region: statistic", Code::WrongForm, "statistics"),
        ("region: band, in_a_row: 3", Code::UnknownKey, ""),
        (
            "region: text, word: { en: Hello }",
            Code::UnknownKey,
            "words",
        ),
        ("region: title, icon: tik", Code::UnknownIcon, "tick"),
        (
            "region: title, rules: { between: 1pt }",
            Code::UnknownKey,
            "above",
        ),
        (
            "region: title, rules: { above: thick }",
            Code::WrongForm,
            "",
        ),
        (
            "region: title, padding: { side: 3mm }",
            Code::UnknownKey,
            "sides",
        ),
        (
            "region: text, words: { en: '> Said' }",
            Code::WrongForm,
            "page",
        ),
        (
            "region: text, words: { en: 'Hi {{ terms.board }}' }",
            Code::PosterLayout,
            "edition",
        ),
        (
            "region: text, words: { en: '[x](channel:email)' }",
            Code::PosterLayout,
            "edition",
        ),
        (
            "region: picture, file: no.svg, decoration: true",
            Code::MissingFile,
            "",
        ),
        (
            "region: picture, file: icons/lock.svg",
            Code::MissingAlt,
            "decoration",
        ),
        (
            "region: picture, file: theme.yml, decoration: true",
            Code::BadPicture,
            "",
        ),
        ("region: qr, height: 20mm", Code::PosterLayout, ""),
        ("region: levels, fill: ink", Code::UnknownKey, ""),
        ("region: masthead", Code::DuplicateId, ""),
        ("region: fine-print", Code::DuplicateId, ""),
    ] {
        let (found, said) = one(region);
        assert_eq!(found, code, "{region}");
        assert!(said.contains(help), "{region}: {said}");
    }
}

#[test]
fn a_poster_that_would_lose_what_it_is_for_is_refused() {
    for (regions, lost) in [
        ("  - levels\n  - contacts\n", "title"),
        ("  - title\n  - contacts\n", "levels"),
        ("  - title\n  - levels\n", "contacts"),
    ] {
        let found = faults(regions);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].0, Code::MissingRegion);
        assert!(found[0].1.contains(lost), "{found:?}");
    }
}

#[test]
fn a_picture_without_words_in_the_language_of_the_poster_is_said() {
    let regions = "  - title\n  - { region: picture, file: icons/lock.svg, alt: { cy: Clo } }\n  - levels\n  - contacts\n";
    let (_, problems) = set(regions, &edition(), &full_channel());
    let codes: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [Code::MissingAlt]);
}

/// Words of any length, as a sentence.
fn any_words(most: usize) -> impl Strategy<Value = String> {
    proptest::collection::vec("[a-z]{1,12}", 1..=most).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_is_clipped_or_overlaps_whatever_the_regions_say(
        figures in proptest::collection::vec(("[0-9]{1,9}%", any_words(14)), 0..6),
        safeguards in proptest::collection::vec(any_words(14), 0..4),
        consequence in any_words(20),
        own in any_words(30),
        dos in proptest::collection::vec(any_words(12), 0..4),
        order in Just(vec![
            "{ region: statistics, rules: { between: 2pt } }",
            "{ region: safeguards, edge: true, fill: primary }",
            "{ region: consequences, padding: 4mm }",
            "{ region: do-and-dont, arrange: rows, tones: strong }",
            "{ region: picture, file: icons/people.svg, decoration: true, fill: pale }",
            "{ region: levels, rules: { above: 2pt, between: 1pt } }",
            "{ region: qr, rules: { below: 4pt } }",
            "contacts",
            "title",
        ]).prop_shuffle(),
    ) {
        let mut regions = String::new();
        for region in order {
            writeln!(regions, "  - {region}").expect("a string takes all");
        }
        writeln!(regions, "  - {{ region: text, words: {{ en: '{own}' }} }}").expect("a string takes all");
        let mut channel = full_channel();
        channel.statistics = figures.iter().map(|(figure, meaning)| statistic(figure, meaning)).collect();
        channel.safeguards = safeguards.iter().map(|words| statement(7, words)).collect();
        channel.levels[1].consequence = Some(text(&consequence));
        let mut edition = edition();
        if let Some(summary) = &mut edition.do_and_dont {
            summary.dos = dos
                .iter()
                .map(|words| {
                    let mut statement = statement(8, words);
                    statement.channel = Some("email".to_owned());
                    statement
                })
                .collect();
        }
        let (set, problems) = set(&regions, &edition, &channel);
        match set {
            Some((scene, texts)) => {
                assert_sound(&scene, &texts);
                for words in dos.iter().chain(&safeguards).chain([&consequence, &own]) {
                    prop_assert!(texts.iter().any(|text| text.text == *words), "{words} is lost");
                }
            }
            None => prop_assert!(problems.iter().all(|problem| problem.code == Code::PosterOverflow)),
        }
    }
}

#[test]
fn halves_have_what_to_take_care_of_across_below_them() {
    let say = |words: &str| vec![words.to_owned()];
    let mut channel = channel(
        "Email",
        &[
            ("Best practice", Tone::Do, say("Use your work account.")),
            ("Safe practice", Tone::Caution, say("Check the address.")),
            ("Poor practice", Tone::Dont, say("Writing from home.")),
        ],
    );
    channel.safeguards.clear();
    let regions = "  - title\n  - { region: levels, arrange: halves }\n  - contacts\n";
    let (_, texts) = sound(regions, &edition(), &channel);
    let at = |words: &str| {
        let mut texts = texts.iter();
        let found = texts.find(|text| text.text == words);
        found.unwrap_or_else(|| panic!("{words} is lost")).frame
    };
    let (best, safe, poor) = (
        at("Best practice"),
        at("Safe practice"),
        at("Poor practice"),
    );
    assert!(poor.x > best.x && (poor.y - best.y).abs() < 0.1);
    assert!(safe.y > at("Use your work account.").y && safe.y > at("Writing from home.").y);
    assert!(at("Check the address.").x > safe.x + safe.width - 0.1);
}
