//! What is promised of the theme bold: two large halves in full colour, and nothing left out for them.

use super::Poster;
use super::layout::SetText;
use super::sample::{channel, edition, place, statement, text};
use super::scene::{Colour, Drawing, Scene, Segment};
use super::tests::{assert_sound, bold_press, set_on, three_levels};
use crate::diagnostic::Located;
use crate::edition::{Channel, PosterSettings, Printing, Variant};

/// What a channel of the demo pack has to say at least.
const STATEMENTS: [&str; 5] = [
    "Use the account your organisation gives you.",
    "Copy in a colleague or a shared mailbox.",
    "Write as if a parent, or a court, will read it.",
    "Read the address twice before you press send.",
    "Send messages in working hours and say when you reply.",
];

/// A channel as full as those of the demo pack.
fn full(title: &str) -> Channel {
    let mut channel = channel(title, &three_levels(&STATEMENTS));
    channel.safeguards = (0..3)
        .map(|number| statement(900 + number, "A named person to tell when it goes astray"))
        .collect();
    channel.levels[1].consequence = Some(text("A small slip is easy to mend on the same day."));
    channel.levels[2].consequence = Some(text(
        "You could lose access to systems or have to report a data breach.",
    ));
    channel
}

fn set(channel: &Channel, printing: Printing) -> (Scene, Vec<SetText>) {
    let poster = Poster::Channel(channel);
    let (set, problems) = set_on(bold_press(), &edition(), printing, poster);
    let (scene, texts) = set.unwrap_or_else(|| panic!("{problems:?}"));
    assert_sound(&scene, &texts);
    (scene, texts)
}

fn standard() -> Printing {
    PosterSettings::default().main_printing()
}

fn ink_saver() -> Printing {
    let settings = PosterSettings {
        variants: vec![Located::new(Variant::InkSaver, place(0))],
        ..PosterSettings::default()
    };
    settings.printings()[1]
}

/// The size of the first text with these words.
fn size(texts: &[SetText], words: &str) -> f32 {
    let found = texts.iter().find(|text| text.text == words);
    found.unwrap_or_else(|| panic!("{words} is there")).size
}

#[test]
fn a_bold_poster_is_wide_and_coloured_from_edge_to_edge() {
    for count in [2, 3] {
        let channel = channel("Email", &three_levels(&STATEMENTS[..3])[..count]);
        let (scene, texts) = set(&channel, standard());
        let page = &scene.pages[0];
        assert!(page.width > page.height);
        assert!(size(&texts, STATEMENTS[0]) >= 17.0);
        let green = Colour::Rgb(0x0a, 0x6b, 0x3b);
        let to_the_edge = page.items.iter().any(|item| match &item.drawing {
            Drawing::Shape(shape) => {
                shape.fill == Some(green)
                    && matches!(shape.path.first(), Some(Segment::Move(x, _)) if x.abs() < 0.1)
            }
            _ => false,
        });
        assert!(to_the_edge);
    }
    let (contacts, problems) = set_on(bold_press(), &edition(), standard(), Poster::Contacts);
    let (scene, texts) = contacts.unwrap_or_else(|| panic!("{problems:?}"));
    assert_sound(&scene, &texts);
}

#[test]
fn titles_are_fifteen_millimetres_high_however_full_the_poster_is() {
    /// Capitals of the theme's type are 0.66 of its size.
    const LARGE: f32 = 15.0 / 0.66 * 72.0 / 25.4;
    for title in [
        "Email",
        "Images and video",
        "Social networking",
        "Using the internet",
    ] {
        let (_, texts) = set(&full(title), standard());
        let found = size(&texts, title);
        assert!(found >= LARGE, "{title} at {found}");
    }
}

#[test]
fn what_to_do_and_not_to_do_is_larger_than_the_rest_and_stands_above_it() {
    let (_, texts) = set(&full("Email"), standard());
    let first: Vec<&SetText> = texts
        .iter()
        .filter(|text| text.text == STATEMENTS[0])
        .collect();
    // The levels are read in their order, halves first.
    let [best, poor, safe] = first.as_slice() else {
        panic!("there are three");
    };
    assert!((best.size - poor.size).abs() < 0.01);
    assert!(best.size > 1.1 * safe.size && safe.size >= 12.0);
    assert!(best.size >= 14.0, "{}", best.size);
    assert!((best.frame.y - poor.frame.y).abs() < 0.1 && poor.frame.x > best.frame.x);
    assert!(safe.frame.y > best.frame.y + best.frame.height);
}

#[test]
fn heads_of_halves_take_one_line() {
    let (_, texts) = set(&full("Email"), standard());
    for head in ["Best practice", "Poor practice"] {
        let found = texts.iter().find(|text| text.text == head);
        assert_eq!(found.map(|text| text.lines), Some(1), "{head}");
    }
}

#[test]
fn the_ink_saver_says_all_that_the_coloured_one_says() {
    let words = |printing| {
        let (_, texts) = set(&full("Images and video"), printing);
        let mut words: Vec<String> = texts.into_iter().map(|text| text.text).collect();
        words.sort();
        words
    };
    let all = words(standard());
    assert_eq!(words(ink_saver()), all);
    let safeguards = all.iter().filter(|words| words.starts_with("A named"));
    assert_eq!(safeguards.count(), 3);
    assert!(all.iter().any(|words| words.starts_with("You could lose")));
}

#[test]
fn a_channel_with_nothing_but_care_fills_the_sheet() {
    let levels = three_levels(&STATEMENTS[..3]);
    let (_, texts) = set(&channel("Email", &levels[1..2]), standard());
    assert!(size(&texts, STATEMENTS[0]) >= 17.0);
}
