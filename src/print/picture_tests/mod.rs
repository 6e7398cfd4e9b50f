//! How posters and handbooks look: pictures of every kind of poster, in every theme and variant, and of the kinds of pages that a
//! handbook has, compared with those in `tests/posters/pictures`.
//!
//! The posters are those of a small pack in `tests/posters`, which nothing else changes. They are drawn from the very PDF by the
//! renderer that draws previews. `NOTICEBOARD_UPDATE_PICTURES=1 cargo test --lib picture_tests` writes the pictures anew;
//! whoever commits them has looked at what changed.

mod compare;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use hayro::hayro_syntax::Pdf;

use super::preview::{Drawn, drawn, in_few_colours};
use super::scene::{Colour, Drawing, Scene};
use super::tests::{bold_press, press};
use super::{Poster, Press, pdf};
use crate::diagnostic::{Diagnostics, Located};
use crate::edition::{Edition, Orientation, PosterSettings, Printing, Variant, editions};
use crate::pack;
use crate::print::sample::{place, words};
use crate::source::Sources;
use compare::{difference, in_a_row, read, side_by_side};

/// Pixels to a point: A4 is 298 by 421.
const SCALE: f32 = 0.5;
/// The pictures have this many colours. All of them together have less than a megabyte.
const COLOURS: usize = 32;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/posters")
}

/// The only edition of the pack.
fn quay() -> &'static Edition {
    static EDITION: OnceLock<Edition> = OnceLock::new();
    EDITION.get_or_init(|| {
        let (mut sources, mut problems) = (Sources::new(), Diagnostics::new());
        let pack = pack::read(&folder().join("content"), &mut sources, &mut problems);
        let pack = pack.expect("the pack can be read");
        let mut editions = editions(&pack, &sources, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        editions.remove(0)
    })
}

fn themes() -> [(&'static str, &'static Press); 2] {
    [("default", press()), ("bold", bold_press())]
}

fn posters(edition: &Edition) -> [(&'static str, Poster<'_>); 3] {
    let summary = edition.do_and_dont.as_ref().expect("it has a summary");
    [
        ("channel", Poster::Channel(&edition.channels[0])),
        ("do-and-dont", Poster::DoAndDont(summary)),
        ("contacts", Poster::Contacts),
    ]
}

/// The variants, and the sheet the other way up.
fn printings(theme: &str) -> Vec<(&'static str, Printing)> {
    let variants = [Variant::LargePrint, Variant::InkSaver];
    let settings = PosterSettings {
        variants: variants
            .map(|variant| Located::new(variant, place(0)))
            .into(),
        ..PosterSettings::default()
    };
    let turned = PosterSettings {
        orientation: Some(Located::new(
            if theme == "default" {
                Orientation::Landscape
            } else {
                Orientation::Portrait
            },
            place(0),
        )),
        ..PosterSettings::default()
    };
    ["standard", "large-print", "ink-saver"]
        .into_iter()
        .zip(settings.printings())
        .chain([("turned", turned.main_printing())])
        .collect()
}

fn scene(press: &Press, printing: Printing, poster: Poster<'_>) -> Scene {
    let edition = quay();
    let (words, mut problems) = (words(edition), Diagnostics::new());
    let posters = press.posters(edition, &words, &mut problems);
    let scene = posters.scene(poster, printing, &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    scene.expect("it fits")
}

/// A poster in inks, with marks around it.
fn for_print_shop(press: &Press, printing: Printing, poster: Poster<'_>) -> Scene {
    let edition = quay();
    let (words, mut problems) = (words(edition), Diagnostics::new());
    let posters = press.posters(edition, &words, &mut problems);
    let shop = posters.for_print_shop(&mut problems);
    let scene = shop.scene(poster, printing, "quay", &mut problems);
    // What it guesses of inks, it says in hints.
    assert_eq!(
        (problems.errors(), problems.warnings()),
        (0, 0),
        "{problems:?}"
    );
    scene.expect("it fits")
}

fn handbook(press: &Press) -> Scene {
    let edition = quay();
    let (words, mut problems) = (words(edition), Diagnostics::new());
    let posters = press.posters(edition, &words, &mut problems);
    let scene = posters.handbook(None, &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    scene.expect("it can be bound")
}

/// The kinds of pages that a handbook has, each with one such page of this one.
fn pages_by_kind(scene: &Scene) -> [(&'static str, usize); 5] {
    let page = |name: &str| {
        let place = scene.places.iter().find(|place| *place.name == *name);
        place.unwrap_or_else(|| panic!("{name} has a place")).page
    };
    let contents = scene.outline.iter().find(|mark| mark.title == "Contents");
    [
        ("cover", 0),
        ("contents", contents.expect("it has contents").page),
        ("channel", page("channel-messages")),
        ("table", page("section-crews")),
        ("back", scene.pages.len() - 1),
    ]
}

/// All pages of a scene in a row, as a PNG in few colours.
fn picture(scene: &Scene) -> Vec<u8> {
    picture_of(scene, 0..scene.pages.len())
}

fn picture_of(scene: &Scene, pages: impl IntoIterator<Item = usize>) -> Vec<u8> {
    let file = Pdf::new(pdf::write(scene).expect("it can be written")).expect("it can be read");
    let pages: Vec<Drawn> = pages
        .into_iter()
        .map(|page| drawn(&file, page, SCALE).expect("the page is there"))
        .collect();
    let pages: Vec<&Drawn> = pages.iter().collect();
    in_few_colours(&in_a_row(&pages), COLOURS).expect("it can be packed")
}

/// All pictures, by name.
fn pictures() -> &'static BTreeMap<String, Vec<u8>> {
    static PICTURES: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    PICTURES.get_or_init(draw_all)
}

fn draw_all() -> BTreeMap<String, Vec<u8>> {
    let mut pictures = BTreeMap::new();
    for (theme, press) in themes() {
        for (variant, printing) in printings(theme) {
            for (kind, poster) in posters(quay()) {
                let png = picture(&scene(press, printing, poster));
                pictures.insert(format!("{theme}-{kind}-{variant}.png"), png);
            }
        }
        let (_, standard) = printings(theme)[0];
        for (kind, poster) in posters(quay()) {
            let png = picture(&for_print_shop(press, standard, poster));
            pictures.insert(format!("{theme}-{kind}-print-shop.png"), png);
        }
        let handbook = handbook(press);
        for (kind, page) in pages_by_kind(&handbook) {
            let png = picture_of(&handbook, [page]);
            pictures.insert(format!("{theme}-handbook-{kind}.png"), png);
        }
    }
    pictures
}

/// Where pictures of what differs are written to.
fn findings() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("target"),
        PathBuf::from,
    );
    target.join("posters")
}

#[test]
fn posters_look_as_they_did() {
    let folder = folder().join("pictures");
    let pictures = pictures();
    if env::var_os("NOTICEBOARD_UPDATE_PICTURES").is_some() {
        for old in fs::read_dir(&folder).expect("the folder is there") {
            fs::remove_file(old.expect("it can be read").path()).expect("it can be removed");
        }
        for (name, png) in pictures {
            fs::write(folder.join(name), png).expect("it can be written");
        }
    }
    let mut faults = Vec::new();
    for (name, actual) in pictures {
        let Ok(expected) = fs::read(folder.join(name)) else {
            faults.push(format!("{name} is new"));
            continue;
        };
        let (expected, actual) = (read(&expected), read(actual));
        let Some(difference) = difference(&expected, &actual) else {
            continue;
        };
        let findings = findings();
        fs::create_dir_all(&findings).expect("the folder can be made");
        let found = findings.join(name);
        let picture = in_few_colours(&side_by_side(&expected, &actual), 256);
        fs::write(&found, picture.expect("it can be packed")).expect("it can be written");
        faults.push(format!(
            "{name}: {} (see {})",
            difference.describe(SCALE),
            found.display()
        ));
    }
    for old in fs::read_dir(&folder).expect("the folder is there") {
        let name = old.expect("it can be read").file_name();
        let name = name.to_string_lossy();
        if !pictures.contains_key(name.as_ref()) {
            faults.push(format!("{name} is a picture of nothing"));
        }
    }
    assert!(
        faults.is_empty(),
        "posters look different; if that was meant, write their pictures anew with NOTICEBOARD_UPDATE_PICTURES=1 and look at them:\n{}",
        faults.join("\n")
    );
}

#[test]
fn the_pictures_stay_small() {
    let sizes = pictures().values().map(Vec::len).sum::<usize>();
    assert!(sizes < 1_000_000, "{sizes} bytes");
}

/// The poster of the channel, and what is made of it.
fn changed(change: impl FnOnce(&mut Scene)) -> Option<compare::Difference> {
    let (_, poster) = posters(quay())[0];
    let (_, printing) = printings("default")[0];
    let scene = scene(press(), printing, poster);
    let mut other = scene.clone();
    change(&mut other);
    difference(&read(&picture(&scene)), &read(&picture(&other)))
}

#[test]
fn what_has_not_changed_does_not_differ() {
    assert_eq!(changed(|_| {}), None);
}

#[test]
fn a_shade_of_a_colour_is_noticed() {
    let found = changed(|scene| {
        for item in &mut scene.pages[0].items {
            if let Drawing::Shape(shape) = &mut item.drawing
                && let Some(Colour::Rgb(red, green, blue)) = shape.fill
            {
                shape.fill = Some(Colour::Rgb(red, green, blue.saturating_sub(8)));
            }
        }
    });
    assert!(
        matches!(found, Some(compare::Difference::Colours { .. })),
        "{found:?}"
    );
}

#[test]
fn a_line_that_moves_is_noticed_at_its_place() {
    /// The height of a statement's line, in points.
    const DOWN: f32 = 2.0;
    let mut line = 0.0;
    let found = changed(|scene| {
        let run = scene.pages[0].items.iter_mut().find_map(|item| {
            let Drawing::Glyphs(run) = &mut item.drawing else {
                return None;
            };
            run.text.contains("breakfast").then_some(run)
        });
        for glyph in &mut run.expect("the statement is there").glyphs {
            line = glyph.y;
            glyph.y += DOWN;
        }
    });
    let Some(compare::Difference::Colours {
        place: Some([_, top, _, bottom]),
        ..
    }) = found
    else {
        panic!("{found:?}");
    };
    let line = line * SCALE;
    assert!(
        (line - 12.0..line).contains(&(top as f32))
            && (line..line + 6.0).contains(&(bottom as f32)),
        "{top} to {bottom} for {line}"
    );
}
