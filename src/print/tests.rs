//! What is promised of every poster.

use std::sync::OnceLock;

use super::layout::SetText;
use super::sample::{channel, edition, place, statement, text, words};
use super::scene::{Drawing, Frame, Page, Role, Scene, Segment};
use super::{Poster, Press};
use crate::diagnostic::{Code, Diagnostics, Located};
use crate::edition::{
    Channel, Distance, Edition, Orientation, Overflow, PaperSize, PosterSettings, Printing, Tone,
    Urgency, Variant,
};
use crate::source::Sources;
use crate::theme::{Theme, Themes};

pub(super) fn press() -> &'static Press {
    static PRESS: OnceLock<Press> = OnceLock::new();
    PRESS.get_or_init(|| press_of(&theme("default")))
}

pub(super) fn bold_press() -> &'static Press {
    static PRESS: OnceLock<Press> = OnceLock::new();
    PRESS.get_or_init(|| press_of(&theme("bold")))
}

pub(super) fn theme(name: &str) -> Theme {
    let mut problems = Diagnostics::new();
    let theme = Themes::default().load(name, &mut Sources::new(), &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    theme.expect("it is part of the program")
}

pub(super) fn press_of(theme: &Theme) -> Press {
    let mut problems = Diagnostics::new();
    let press = Press::load(theme, &mut Sources::new(), &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    press.expect("it prints")
}

fn located<T>(value: T) -> Located<T> {
    Located::new(value, place(0))
}

/// A poster as it was set, with what was said about it.
type Set = (Option<(Scene, Vec<SetText>)>, Diagnostics);

/// The poster of a channel.
fn set(edition: &Edition, channel: &Channel) -> Set {
    set_with(press(), edition, Poster::Channel(channel))
}

fn set_with(press: &Press, edition: &Edition, poster: Poster<'_>) -> Set {
    set_on(press, edition, edition.posters.main_printing(), poster)
}

pub(super) fn set_on(
    press: &Press,
    edition: &Edition,
    printing: Printing,
    poster: Poster<'_>,
) -> Set {
    let words = words(edition);
    let mut problems = Diagnostics::new();
    let posters = press.posters(edition, &words, &mut problems);
    let set = posters.compose(poster, printing, &mut problems);
    (set, problems)
}

pub(super) fn three_levels(statements: &[&str]) -> Vec<(&'static str, Tone, Vec<String>)> {
    let statements: Vec<String> = statements.iter().map(|&s| s.to_owned()).collect();
    vec![
        ("Best practice", Tone::Do, statements.clone()),
        ("Safe practice", Tone::Caution, statements.clone()),
        ("Poor practice", Tone::Dont, statements),
    ]
}

pub(super) fn overlap(a: &Frame, b: &Frame) -> bool {
    const TOUCH: f32 = 0.01;
    a.x + TOUCH < b.x + b.width
        && b.x + TOUCH < a.x + a.width
        && a.y + TOUCH < b.y + b.height
        && b.y + TOUCH < a.y + a.height
}

/// What a text covers: its lines, with the letters that reach below the last one.
pub(super) fn ink(text: &SetText) -> Frame {
    /// How far they reach, in sizes of type.
    const DESCENT: f32 = 0.2;
    Frame {
        width: text.reach - text.frame.x,
        height: text.baseline + DESCENT * text.size - text.frame.y,
        ..text.frame
    }
}

/// Every point that is drawn on a page.
fn points(page: &Page) -> Vec<(f32, f32)> {
    let mut points = Vec::new();
    for item in &page.items {
        match &item.drawing {
            Drawing::Glyphs(run) => points.extend(
                run.glyphs
                    .iter()
                    .filter(|glyph| !run.text[glyph.text.clone()].trim().is_empty())
                    .flat_map(|glyph| [(glyph.x, glyph.y), (glyph.x + glyph.advance, glyph.y)]),
            ),
            Drawing::Shape(shape) => {
                for segment in &shape.path {
                    match *segment {
                        Segment::Move(x, y)
                        | Segment::Line(x, y)
                        | Segment::Curve(_, _, _, _, x, y) => points.push((x, y)),
                        Segment::Close => {}
                    }
                }
            }
            Drawing::Raster(raster) => {
                let frame = raster.frame;
                points.extend([
                    (frame.x, frame.y),
                    (frame.x + frame.width, frame.y + frame.height),
                ]);
            }
            Drawing::Halftone(_) => panic!("a picture in inks before the separation"),
        }
    }
    points
}

/// What must hold of any poster that is set at all.
pub(super) fn assert_sound(scene: &Scene, texts: &[SetText]) {
    for page in &scene.pages {
        for (x, y) in points(page) {
            assert!(
                (-0.1..=page.width + 0.1).contains(&x) && (-0.1..=page.height + 0.1).contains(&y),
                "({x}, {y}) is off the page"
            );
        }
    }
    for text in texts {
        let frame = text.frame;
        assert!(text.size >= 10.0 - 1e-3, "{text:?} is too small to read");
        assert!(
            text.reach <= frame.x + frame.width + 0.05,
            "{text:?} sticks out on the right"
        );
        // Marks such as quotes and bullets may hang.
        assert!(
            text.left >= frame.x - 0.6 * text.size,
            "{text:?} sticks out on the left"
        );
        assert!(
            text.baseline <= frame.y + frame.height + 0.05,
            "{text:?} sticks out below"
        );
        if text.statement.is_some() {
            assert!(text.size >= 12.0 - 1e-3, "{text:?} is under 12 pt");
        }
    }
    for (at, a) in texts.iter().enumerate() {
        for b in texts[at + 1..].iter().filter(|b| b.page == a.page) {
            assert!(!overlap(&a.frame, &b.frame), "{a:?} overlaps {b:?}");
            assert!(!overlap(&ink(a), &ink(b)), "{a:?} touches {b:?}");
        }
    }
}

const EXAMPLES: &[&str] = &[
    "Use the account your organisation gives you.",
    "Copy in a colleague or a shared mailbox.",
    "Read the address twice before you press send.",
];

#[test]
fn a_channel_becomes_a_poster() {
    let (set, problems) = set(&edition(), &channel("Email", &three_levels(EXAMPLES)));
    assert!(problems.is_empty(), "{problems:?}");
    let (scene, texts) = set.expect("it fits");
    assert_eq!(scene.pages.len(), 1);
    assert_sound(&scene, &texts);
    for words in ["Email", "Best practice", EXAMPLES[0], "999"] {
        assert!(texts.iter().any(|text| text.text == words), "{words}");
    }
}

/// Every size, either way up.
fn sheets() -> Vec<Printing> {
    let mut sheets = Vec::new();
    for size in [
        PaperSize::A3,
        PaperSize::A4,
        PaperSize::A5,
        PaperSize::Letter,
    ] {
        for orientation in [Orientation::Portrait, Orientation::Landscape] {
            let settings = PosterSettings {
                sizes: vec![located(size)],
                orientation: Some(located(orientation)),
                ..PosterSettings::default()
            };
            sheets.push(settings.main_printing());
        }
    }
    sheets
}

/// So many points in millimetres.
fn millimetres(points: f32) -> f32 {
    points * 25.4 / 72.0
}

/// The posters of a channel and of contacts in both themes, on every sheet.
fn on_every_sheet(mut judge: impl FnMut(Printing, &Scene, &[SetText])) {
    let edition = edition();
    let channel = channel("Email", &three_levels(&EXAMPLES[..2]));
    for press in [press(), bold_press()] {
        for printing in sheets() {
            for poster in [Poster::Channel(&channel), Poster::Contacts] {
                let (set, problems) = set_on(press, &edition, printing, poster);
                let (scene, texts) = set.unwrap_or_else(|| panic!("{printing:?}: {problems:?}"));
                judge(printing, &scene, &texts);
            }
        }
    }
}

#[test]
fn a_poster_fills_any_sheet_either_way_up_and_can_be_read() {
    on_every_sheet(|printing, scene, texts| {
        assert_sound(scene, texts);
        let page = &scene.pages[0];
        let (short, long) = printing.size().sides();
        let (width, height) = match printing.orientation() {
            Some(Orientation::Landscape) => (long, short),
            _ => (short, long),
        };
        let fits = |points: f32, side: f32| (millimetres(points) - side).abs() < 0.05;
        assert!(
            fits(page.width, width) && fits(page.height, height),
            "{printing:?}"
        );
        let lowest = points(page).iter().map(|point| point.1).fold(0.0, f32::max);
        assert!(
            (lowest - page.height).abs() < 0.5,
            "the foot is coloured to the edge"
        );
        for text in texts {
            let fine = text.text.contains("Version");
            assert!(fine || text.size >= 12.0 - 1e-3, "{printing:?}: {text:?}");
        }
    });
}

#[test]
fn numbers_can_be_read_on_small_paper_where_several_stand_side_by_side() {
    let mut edition = edition();
    edition.contacts = ["a", "b", "c", "d"]
        .map(|id| super::sample::contact(id, "Duty team", "01632 960100", Urgency::Emergency))
        .into();
    edition.posters = PosterSettings {
        sizes: vec![located(PaperSize::A5)],
        overflow: Overflow::SecondPage,
        ..PosterSettings::default()
    };
    let channel = channel("Email", &three_levels(&EXAMPLES[..1]));
    for press in [press(), bold_press()] {
        for poster in [Poster::Channel(&channel), Poster::Contacts] {
            let (set, problems) = set_with(press, &edition, poster);
            let (scene, texts) = set.unwrap_or_else(|| panic!("{problems:?}"));
            assert_sound(&scene, &texts);
            let numbers = texts.iter().filter(|text| text.text == "01632 960100");
            assert!(numbers.clone().count() >= 4);
            for number in numbers {
                assert!(
                    number.size >= 12.0 - 1e-3 && number.lines == 1,
                    "{number:?}"
                );
            }
        }
    }
}

#[test]
fn the_code_is_thirty_millimetres_on_a4_and_in_proportion_on_others() {
    on_every_sheet(|printing, scene, _| {
        let (short, long) = printing.size().sides();
        let least = 30.0 * (short * long / (210.0 * 297.0)).sqrt();
        let code = figures(scene)
            .into_iter()
            .find(|(alt, _)| alt.starts_with("Full guidance"))
            .map(|(_, frame)| frame);
        let code = code.expect("there is a code");
        assert!(millimetres(code.width) >= least, "{printing:?}: {code:?}");
        assert!((code.width - code.height).abs() < 0.01);
    });
}

/// The pictures of a scene: what they show, and where.
fn figures(scene: &Scene) -> Vec<(String, Frame)> {
    let structure = &scene.structure;
    (0..structure.len())
        .filter_map(
            |part| match &structure.part(super::scene::PartId(part as u32)).role {
                Role::Figure { alt, place } => Some((alt.clone(), place.1)),
                _ => None,
            },
        )
        .collect()
}

#[test]
fn a3_is_a4_enlarged() {
    let edition = edition();
    let channel = channel("Email", &three_levels(EXAMPLES));
    let settings = PosterSettings {
        sizes: vec![located(PaperSize::A4), located(PaperSize::A3)],
        ..PosterSettings::default()
    };
    let [small, large] = [0, 1].map(|at| {
        let printing = settings.printings()[at];
        let (set, _) = set_on(press(), &edition, printing, Poster::Channel(&channel));
        set.expect("it fits").1
    });
    assert_eq!(small.len(), large.len());
    for (small, large) in small.iter().zip(&large) {
        assert_eq!((&small.text, small.lines), (&large.text, large.lines));
        let times = large.size / small.size;
        assert!((times - 2.0_f32.sqrt()).abs() < 0.001, "{large:?}");
    }
}

/// What a phone reads from a poster, drawn at 216 dots to the inch.
fn read_code(scene: &Scene) -> String {
    const SCALE: f32 = 3.0;
    let pdf = super::pdf::write(scene).expect("it can be written");
    let pdf = hayro::hayro_syntax::Pdf::new(pdf).expect("it can be read");
    let picture = super::preview::drawn(&pdf, 0, SCALE).expect("it has a page");
    let (width, height) = (picture.width as usize, picture.height as usize);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        let [red, green, blue] = picture.pixels[y * width + x].map(u32::from);
        ((red * 54 + green * 183 + blue * 19) / 256) as u8
    });
    let grids = image.detect_grids();
    let read = grids.iter().find_map(|grid| grid.decode().ok());
    read.map(|(_, text)| text).expect("a code can be read")
}

#[test]
fn phones_read_the_code_from_the_printed_sheet() {
    let edition = edition();
    let channel = channel("Email", &three_levels(&EXAMPLES[..2]));
    let settings = PosterSettings {
        sizes: vec![located(PaperSize::A4), located(PaperSize::A5)],
        variants: vec![located(Variant::InkSaver)],
        ..PosterSettings::default()
    };
    for press in [press(), bold_press()] {
        for printing in settings.printings() {
            let poster = Poster::Channel(&channel);
            let (set, problems) = set_on(press, &edition, printing, poster);
            let (scene, _) = set.unwrap_or_else(|| panic!("{problems:?}"));
            let address = read_code(&scene);
            assert!(address.ends_with("/channels/email/"), "{address}");
        }
    }
}

#[test]
fn an_icon_is_once_in_the_file_however_often_it_is_drawn() {
    let edition = edition();
    let channel = channel("Email", &three_levels(EXAMPLES));
    let (scene, _) = set(&edition, &channel).0.expect("it fits");
    let file = super::pdf::write(&scene).expect("it can be written");
    let file = lopdf::Document::load_mem(&file).expect("it can be read");
    let forms = file.objects.values().filter(|object| {
        let subtype = object.as_stream().ok().map(|stream| &stream.dict);
        subtype.is_some_and(|of| of.get(b"Subtype").is_ok_and(|of| of == &"Form".into()))
    });
    let page = file.page_iter().next().expect("it has a page");
    let content = file.get_page_content(page);
    let shown = content
        .split(|byte| *byte == b'\n')
        .filter(|line| line.ends_with(b" Do"));
    let statements = channel
        .levels
        .iter()
        .map(|level| level.statements.len())
        .sum::<usize>();
    let (forms, shown) = (forms.count(), shown.count());
    assert!(shown >= statements, "{shown}");
    assert!(forms < statements, "{forms}");
}

/// How dark a poster is as a whole, from 0 for white paper to 1 for black.
fn darkness(scene: &Scene) -> f64 {
    let pdf = super::pdf::write(scene).expect("it can be written");
    let picture = super::preview::preview(&pdf).expect("it can be drawn");
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture.png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("it is a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("it is small")];
    reader.next_frame(&mut pixels).expect("it is whole");
    let samples = reader.output_color_type().0.samples();
    let light: f64 = pixels
        .chunks_exact(samples)
        .map(|pixel| match pixel {
            [red, green, blue, ..] => {
                0.2126 * f64::from(*red) + 0.7152 * f64::from(*green) + 0.0722 * f64::from(*blue)
            }
            grey => f64::from(grey[0]),
        })
        .sum();
    1.0 - light / 255.0 / (pixels.len() / samples) as f64
}

#[test]
fn the_ink_saver_takes_little_ink_and_no_colour() {
    let edition = edition();
    let channel = channel("Email", &three_levels(EXAMPLES));
    let settings = PosterSettings {
        variants: vec![located(Variant::InkSaver)],
        ..PosterSettings::default()
    };
    let printings = settings.printings();
    for press in [press(), bold_press()] {
        for poster in [Poster::Channel(&channel), Poster::Contacts] {
            let [standard, saver] = [0, 1].map(|at| {
                let (set, problems) = set_on(press, &edition, printings[at], poster);
                let (scene, texts) = set.unwrap_or_else(|| panic!("{problems:?}"));
                assert_sound(&scene, &texts);
                scene
            });
            for item in &saver.pages[0].items {
                let colours = match &item.drawing {
                    Drawing::Glyphs(run) => [Some(run.colour), None],
                    Drawing::Shape(shape) => [shape.fill, shape.stroke.map(|line| line.colour)],
                    Drawing::Raster(_) | Drawing::Halftone(_) => [None, None],
                };
                for colour in colours.into_iter().flatten() {
                    use super::scene::Colour::Rgb;
                    assert!(
                        matches!(colour, Rgb(0, 0, 0) | Rgb(255, 255, 255)),
                        "{item:?}"
                    );
                }
            }
            let (standard, saver) = (darkness(&standard), darkness(&saver));
            // What is left is the words themselves, in large type here, and the code.
            assert!(
                saver < 0.13 && saver * 3.0 < standard,
                "{saver} of {standard}"
            );
        }
    }
}

/// The sizes in which title and headline are set on a sheet that is read from so far.
fn sizes_from_afar(press: &Press, size: PaperSize, distance: &str) -> [f32; 2] {
    let settings = PosterSettings {
        sizes: vec![located(size)],
        reading_distance: Distance::parse(distance).map(located),
        ..PosterSettings::default()
    };
    let edition = edition();
    let channel = channel("Email", &three_levels(&EXAMPLES[..2]));
    let poster = Poster::Channel(&channel);
    let (set, problems) = set_on(press, &edition, settings.main_printing(), poster);
    let (scene, texts) = set.unwrap_or_else(|| panic!("{problems:?}"));
    assert_sound(&scene, &texts);
    [
        "Email",
        "Never use a personal email account to contact a child.",
    ]
    .map(|words| {
        let text = texts.iter().find(|text| text.text == words);
        text.map_or(0.0, |text| text.size)
    })
}

#[test]
fn title_and_headline_are_as_large_as_the_distance_asks_for() {
    for press in [press(), bold_press()] {
        // 16 minutes of arc: 14 mm at 3 m. Capitals of the themes' type are 0.66 of its size.
        for (size, distance, capital) in [
            (PaperSize::A4, "2.5m", 11.6),
            (PaperSize::A3, "2.5m", 11.6),
            (PaperSize::A3, "3m", 13.9),
        ] {
            for found in sizes_from_afar(press, size, distance) {
                let found = millimetres(found) * 0.66;
                assert!(found >= capital, "{size:?} at {distance}: {found} mm");
            }
        }
        let [_, headline] = sizes_from_afar(press, PaperSize::A4, "1m");
        assert!(millimetres(headline) * 0.66 < 9.0, "{headline}");
    }
}

#[test]
fn a_theme_may_say_how_a_turned_sheet_looks() {
    let theme = theme("default");
    let layout = theme
        .file("posters/channel.yml")
        .and_then(|file| file.text())
        .expect("it is there");
    let (upright, _) = layout.split_once("\nturned:").expect("it says how");
    let changed = format!("{upright}\nturned:\n  type: {{ title: 40pt }}\n");
    let press = press_of(&theme.clone().with("posters/channel.yml", &changed));
    let edition = edition();
    let channel = channel("Email", &three_levels(&EXAMPLES[..2]));
    for printing in sheets() {
        if printing.size() != PaperSize::A4 {
            continue;
        }
        let (set, problems) = set_on(&press, &edition, printing, Poster::Channel(&channel));
        let (_, texts) = set.unwrap_or_else(|| panic!("{problems:?}"));
        let title = texts.iter().find(|text| text.text == "Email");
        let small = title.is_some_and(|title| title.size <= 40.0);
        assert_eq!(
            small,
            printing.orientation() == Some(Orientation::Landscape)
        );
    }
}

#[test]
fn levels_stand_in_columns_in_rows_or_as_cards() {
    let place = |arrange: &str| {
        let theme = theme("default");
        let layout = theme
            .file("posters/channel.yml")
            .and_then(|file| file.text());
        let layout = layout.expect("it is there").replace(
            "  - levels\n",
            &format!("  - {{ region: levels, arrange: {arrange} }}\n"),
        );
        let press = press_of(&theme.with("posters/channel.yml", &layout));
        let channel = channel("Email", &three_levels(&EXAMPLES[..2]));
        let (set, problems) = set_with(&press, &edition(), Poster::Channel(&channel));
        let (scene, texts) = set.unwrap_or_else(|| panic!("{problems:?}"));
        assert_sound(&scene, &texts);
        let at = |words: &str| {
            texts
                .iter()
                .find(|text| text.text == words)
                .map(|text| text.frame)
        };
        (at("Best practice"), at("Safe practice"), at(EXAMPLES[0]))
    };
    let (Some(best), Some(safe), _) = place("columns") else {
        panic!("all are set");
    };
    assert!(safe.x > best.x && (safe.y - best.y).abs() < 0.1);
    let (Some(best), Some(safe), Some(first)) = place("rows") else {
        panic!("all are set");
    };
    assert!(safe.y > best.y && first.x > best.x + best.width);
    let (Some(best), Some(safe), Some(first)) = place("cards") else {
        panic!("all are set");
    };
    assert!(safe.y > first.y && first.y > best.y && first.x < best.x + best.width);
}

#[test]
fn lines_of_neighbouring_columns_stand_on_a_common_rhythm() {
    let some = [
        "Use the account your organisation gives you.",
        "Copy in a colleague.",
    ];
    let more = [EXAMPLES, &some].concat();
    let level =
        |label, tone, words: &[&str]| (label, tone, words.iter().map(|&w| w.to_owned()).collect());
    let levels = [
        level("Do", Tone::Do, &some),
        level("Be aware", Tone::Caution, EXAMPLES),
        level("Do not", Tone::Dont, &more),
    ];
    let (set, _) = set(&edition(), &channel("Email", &levels));
    let (_, texts) = set.expect("it fits");
    let statements: Vec<&SetText> = texts
        .iter()
        .filter(|text| more.contains(&text.text.as_str()))
        .collect();
    assert_eq!(statements.len(), 10);
    let half_line = statements[0].size * 1.2 / 2.0;
    for text in &statements {
        let lines = (text.baseline - statements[0].baseline) / half_line;
        assert!((lines - lines.round()).abs() < 0.02, "{lines} of {text:?}");
    }
}

#[test]
fn details_of_contacts_grow_with_what_they_belong_to() {
    let mut edition = edition();
    edition.contacts[0].hours = Some(super::sample::located("Day and night"));
    edition.contacts[0].web = Some(super::sample::located("https://help.example/"));
    for press in [press(), bold_press()] {
        let (set, problems) = set_with(press, &edition, Poster::Contacts);
        let (_, texts) = set.unwrap_or_else(|| panic!("{problems:?}"));
        let size = |words: &str| {
            let found = texts.iter().find(|text| text.text.contains(words));
            found.map_or(0.0, |text| text.size)
        };
        let body = size("You are worried");
        assert!(body > 16.0, "there is room: {body}");
        for detail in ["Day and night", "help.example"] {
            assert!(
                (size(detail) - 0.8 * body).abs() < 0.01,
                "{detail}: {}",
                size(detail)
            );
        }
    }
}

/// Whether two texts stand side by side: neither above nor below one another.
fn are_side_by_side(one: &SetText, other: &SetText) -> bool {
    let (a, b) = (&one.frame, &other.frame);
    let beside = a.x + a.width <= b.x || b.x + b.width <= a.x;
    beside && a.y < b.y + b.height && b.y < a.y + a.height
}

#[test]
fn lines_below_heads_of_different_heights_stand_on_a_common_rhythm() {
    let mut edition = edition();
    let long = "What should be in place before anyone here writes to a child?";
    for (label, words) in [("safeguards", long), ("consequences", "What then?")] {
        edition
            .labels
            .insert(label.to_owned(), Located::new(words.to_owned(), place(0)));
    }
    let mut email = channel("Email", &three_levels(EXAMPLES));
    email.safeguards = EXAMPLES
        .iter()
        .zip(900..)
        .map(|(words, number)| statement(number, words))
        .collect();
    for level in 1..3 {
        email.levels[level].consequence = Some(text(
            "You could have to report a data breach, and to say how it came to it.",
        ));
    }
    let mut printings = vec![edition.posters.main_printing()];
    for orientation in [Orientation::Portrait, Orientation::Landscape] {
        let settings = PosterSettings {
            orientation: Some(located(orientation)),
            ..PosterSettings::default()
        };
        printings.push(settings.main_printing());
    }
    for (press, leading) in [(press(), 1.2), (bold_press(), 1.15)] {
        for &printing in &printings {
            let (set, problems) = set_on(press, &edition, printing, Poster::Channel(&email));
            let (_, texts) = set.unwrap_or_else(|| panic!("{problems:?}"));
            let read: Vec<&SetText> = texts
                .iter()
                .filter(|text| {
                    text.statement.is_some() || text.text.starts_with("You could have to")
                })
                .collect();
            let mut pairs = 0;
            for (at, one) in read.iter().enumerate() {
                for other in &read[at + 1..] {
                    // Halves are set in larger type than what stands beside them.
                    if !are_side_by_side(one, other) || (one.size - other.size).abs() > 0.01 {
                        continue;
                    }
                    pairs += 1;
                    let half_line = one.size * leading / 2.0;
                    let lines = (one.baseline - other.baseline) / half_line;
                    assert!(
                        (lines - lines.round()).abs() * half_line < 0.1,
                        "{lines} half lines between {one:?} and {other:?}"
                    );
                }
            }
            assert!(pairs > 0);
        }
    }
}

#[test]
fn the_order_of_reading_is_that_of_the_columns() {
    let (set, _) = set(&edition(), &channel("Email", &three_levels(EXAMPLES)));
    let (_, texts) = set.expect("it fits");
    let read: Vec<&str> = texts
        .iter()
        .map(|text| text.text.as_str())
        .filter(|text| text.ends_with("practice") || EXAMPLES.contains(text))
        .collect();
    let expected: Vec<&str> = ["Best practice", "Safe practice", "Poor practice"]
        .into_iter()
        .flat_map(|head| std::iter::once(head).chain(EXAMPLES.iter().copied()))
        .collect();
    assert_eq!(read, expected);
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    let (set, _) = set(&edition(), &channel("Email", &three_levels(EXAMPLES)));
    let (scene, _) = set.expect("it fits");
    let mut levels = Vec::new();
    collect_headings(&scene, scene.structure.root(), &mut levels);
    assert_eq!(levels.first(), Some(&1));
    assert!(
        levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
        "{levels:?}"
    );
}

fn collect_headings(scene: &Scene, part: super::scene::PartId, levels: &mut Vec<u8>) {
    let part = scene.structure.part(part);
    if let Role::Heading(level) = part.role {
        levels.push(level);
    }
    for &child in &part.children {
        collect_headings(scene, child, levels);
    }
}

#[test]
fn few_statements_fill_the_sheet() {
    let (set, _) = set(&edition(), &channel("Email", &three_levels(&EXAMPLES[..2])));
    let (scene, texts) = set.expect("it fits");
    let size = texts
        .iter()
        .find(|text| text.statement.is_some())
        .map(|text| text.size);
    assert!(size >= Some(16.9), "{size:?}");
    // The foot of the sheet is coloured to the edge.
    let lowest = points(&scene.pages[0])
        .iter()
        .map(|point| point.1)
        .fold(0.0, f32::max);
    assert!((lowest - scene.pages[0].height).abs() < 0.5, "{lowest}");
}

#[test]
fn too_much_is_an_error_that_says_by_how_much_and_what_is_longest() {
    let long = "Never, under any circumstances that you can think of, and whoever may ask you to, write to \
                a child or their family from an account that nobody else at work can see into.";
    let mut statements = vec![EXAMPLES[0]; 16];
    statements[4] = long;
    let (set, problems) = set(&edition(), &channel("Email", &three_levels(&statements)));
    assert!(set.is_none());
    let problem = problems.iter().next().expect("it is said");
    assert_eq!(problem.code, Code::PosterOverflow);
    assert!(problem.message.contains("lines"), "{}", problem.message);
    assert_eq!(problem.labels[1].at, super::sample::place(5));
    assert!(problem.labels[1].text.starts_with("takes "), "{problem:?}");
}

/// A crowded channel: so many statements in each level, with a consequence.
fn crowded(count: usize) -> Channel {
    let statements: Vec<&str> = EXAMPLES.iter().copied().cycle().take(count).collect();
    let mut channel = channel("Email", &three_levels(&statements));
    channel.levels[2].consequence = Some(text("You could have to report a data breach."));
    channel
}

fn two_sheets() -> Edition {
    let mut edition = edition();
    edition.posters.overflow = Overflow::SecondPage;
    edition
}

#[test]
fn a_poster_that_is_too_full_goes_on_on_a_second_sheet_if_it_may() {
    for press in [press(), bold_press()] {
        let channel = crowded(12);
        let (set, problems) = set_with(press, &edition(), Poster::Channel(&channel));
        assert!(set.is_none());
        assert_eq!(problems.errors(), 1);

        let (set, problems) = set_with(press, &two_sheets(), Poster::Channel(&channel));
        assert!(problems.is_empty(), "{problems:?}");
        let (scene, texts) = set.expect("two sheets hold it");
        assert_eq!(scene.pages.len(), 2);
        assert_sound(&scene, &texts);
        for (page, words) in [(0, "1 of 2"), (1, "2 of 2")] {
            let number = texts.iter().find(|text| text.text == words);
            assert!(number.is_some_and(|text| text.page == page && text.unread));
        }
        // The numbers to call stand on both, and are read once.
        let calls = |unread| {
            texts
                .iter()
                .filter(|text| text.text.contains("999") && text.unread == unread)
                .map(|text| text.page)
                .collect::<Vec<_>>()
        };
        assert_eq!((calls(false), calls(true)), (vec![0], vec![1]));
        // Both are about as full.
        let statements = |page| {
            texts
                .iter()
                .filter(|text| text.statement.is_some() && text.page == page)
                .count()
        };
        assert!(
            statements(0).min(statements(1)) > 12,
            "{} and {}",
            statements(0),
            statements(1)
        );
    }
}

#[test]
fn a_poster_that_fits_stays_on_one_sheet() {
    let channel = channel("Email", &three_levels(EXAMPLES));
    let (once, _) = set(&edition(), &channel);
    let (twice, _) = set(&two_sheets(), &channel);
    assert!(format!("{once:?}") == format!("{twice:?}"));
}

#[test]
fn a_level_that_goes_on_is_one_list_under_one_heading() {
    let (set, _) = set(&two_sheets(), &crowded(12));
    let (scene, texts) = set.expect("two sheets hold it");
    let again: Vec<usize> = texts
        .iter()
        .filter(|text| text.text == "Best practice – continued")
        .map(|text| text.page)
        .collect();
    assert_eq!(again, [1]);
    let structure = &scene.structure;
    let parts = || (0..structure.len()).map(|at| structure.part(super::scene::PartId(at as u32)));
    let lists = parts()
        .filter(|part| matches!(part.role, Role::List { .. }))
        .map(|part| part.children.len())
        .collect::<Vec<_>>();
    assert_eq!(
        lists.iter().filter(|&&items| items == 12).count(),
        3,
        "{lists:?}"
    );
    let headings = parts().filter(|part| part.role == Role::Heading(2)).count();
    // Three levels, two notes, the contacts.
    assert_eq!(headings, 6);
    assert!(super::pdf::write(&scene).is_ok());
}

#[test]
fn too_much_for_two_sheets_is_an_error_that_says_so() {
    let (set, problems) = set(&two_sheets(), &crowded(60));
    assert!(set.is_none());
    let problem = problems.iter().next().expect("it is said");
    assert_eq!(problem.code, Code::PosterOverflow);
    assert!(
        problem.message.contains("too full for 2 sheets by"),
        "{}",
        problem.message
    );
}

#[test]
fn a_character_without_a_glyph_is_an_error_and_not_a_box() {
    let (set, problems) = set(&edition(), &channel("電子郵件", &three_levels(EXAMPLES)));
    assert!(set.is_none());
    assert!(
        problems
            .iter()
            .all(|problem| problem.code == Code::MissingGlyph)
    );
    // Four characters of one script are one fault.
    assert_eq!(problems.errors(), 1);
}

#[test]
fn the_same_edition_gives_the_same_scene() {
    let channel = channel("Email", &three_levels(EXAMPLES));
    let once = format!("{:?}", set(&edition(), &channel).0);
    let twice = format!("{:?}", set(&edition(), &channel).0);
    assert!(once == twice);
}

#[test]
fn posters_that_run_right_to_left_are_mirrored() {
    let mut edition = edition();
    let channel = channel("Email", &three_levels(EXAMPLES));
    let x = |edition: &Edition, words: &str| {
        let (set, problems) = set(edition, &channel);
        let (scene, texts) = set.unwrap_or_else(|| panic!("{problems:?}"));
        assert_sound(&scene, &texts);
        texts
            .iter()
            .find(|text| text.text.contains(words))
            .map(|text| text.frame.x)
    };
    assert!(x(&edition, "Best practice") < x(&edition, "Poor practice"));
    edition.language = "he".to_owned();
    assert!(x(&edition, "Best practice") > x(&edition, "Poor practice"));
}

#[test]
fn a_phone_number_keeps_its_order_in_text_that_runs_right_to_left() {
    let mut edition = edition();
    edition.language = "he".to_owned();
    let (set, _) = set(&edition, &channel("Email", &three_levels(EXAMPLES)));
    let (scene, _) = set.expect("it fits");
    let number = scene.pages[0]
        .items
        .iter()
        .find_map(|item| match &item.drawing {
            Drawing::Glyphs(run) if run.text.contains("960100") => Some(run),
            _ => None,
        })
        .expect("the number is there");
    let mut digits: Vec<(f32, &str)> = number
        .glyphs
        .iter()
        .map(|glyph| (glyph.x, &number.text[glyph.text.clone()]))
        .collect();
    digits.sort_by(|a, b| a.0.total_cmp(&b.0));
    let seen: String = digits.iter().map(|(_, digit)| *digit).collect();
    assert_eq!(seen.replace(['\u{2066}', '\u{2069}'], ""), "01632 960100");
}

#[test]
fn without_an_address_there_is_a_warning_and_no_code() {
    let mut edition = edition();
    edition.url = None;
    let (set, problems) = set(&edition, &channel("Email", &three_levels(EXAMPLES)));
    let codes: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [Code::NoUrl]);
    let (scene, _) = set.expect("it fits");
    let root = scene.structure.root();
    assert!(!has_figure(&scene, root));
}

fn has_figure(scene: &Scene, part: super::scene::PartId) -> bool {
    let part = scene.structure.part(part);
    matches!(part.role, Role::Figure { .. })
        || part.children.iter().any(|&child| has_figure(scene, child))
}

#[test]
fn titles_have_no_lone_last_word() {
    for title in [
        "Using the internet at work and home",
        "Mobile phones and messaging apps",
    ] {
        let (set, _) = set(&edition(), &channel(title, &three_levels(EXAMPLES)));
        let (_, texts) = set.expect("it fits");
        let lines = texts
            .iter()
            .find(|text| text.text == title)
            .map(|text| text.lines);
        assert_eq!(lines, Some(2), "{title}");
    }
}

#[test]
fn a_long_title_has_the_whole_width_and_its_icon_moves_up() {
    /// Capitals of 15 mm.
    const LARGE: f32 = 64.5;
    for title in [
        "Images and video",
        "Social networking",
        "Using the internet",
    ] {
        let (set, _) = set(&edition(), &channel(title, &three_levels(EXAMPLES)));
        let (_, texts) = set.expect("it fits");
        let found = texts.iter().find(|text| text.text == title);
        let found = found.expect("the title is there");
        assert_eq!(found.lines, 1, "{title}");
        assert!(found.size >= LARGE, "{title} at {}", found.size);
    }
}
