//! What a scene shows and means, as a digest.

use super::edition::fonts;
use super::{Digester, PROGRAM};
use crate::edition::Edition;
use crate::print::scene::{
    Bookmark, Colour, Drawing, Frame, Goal, Ink, Meaning, Part, PartId, PressSheet, Role, Scene,
    Segment, Share, Structure,
};

/// Everything that the file of a scene is written from. Faces are known by their names here, so that the fonts that they may come from
/// count, too: those of the theme by its digest, and those of the edition.
pub(in crate::build) fn of_scene(scene: &Scene, theme: &str, edition: &Edition) -> String {
    let mut digester = Digester::new();
    digester.text(PROGRAM);
    digester.text(theme);
    fonts(&edition.branding.fonts, &mut digester);
    for text in [&scene.title, &scene.language, &scene.author, &scene.subject] {
        digester.text(text);
    }
    digester.text_or_none(scene.date.map(|date| date.to_string()).as_deref());
    digester.text_or_none(scene.cover.as_deref());
    for page in &scene.pages {
        digester.flag(true);
        digester.lengths(&[page.width, page.height]);
        for item in &page.items {
            match item.meaning {
                Meaning::Artifact => digester.number(1),
                Meaning::Part(part) => digester.number(2 + u64::from(part.0)),
            }
            drawing(&item.drawing, &mut digester);
        }
        digester.number(0);
    }
    digester.flag(false);
    structure(&scene.structure, scene.structure.root(), &mut digester);
    bookmarks(&scene.outline, &mut digester);
    for place in &scene.places {
        digester.text(&place.name);
        digester.number(place.page as u64);
        digester.lengths(&[place.y]);
    }
    digester.flag(scene.press.is_some());
    if let Some(press) = &scene.press {
        sheet(press, &mut digester);
    }
    digester.finish()
}

fn drawing(drawing: &Drawing, digester: &mut Digester) {
    match drawing {
        Drawing::Glyphs(run) => {
            digester.number(0);
            digester.text(&run.face.name);
            digester.number(u64::from(run.face.index));
            digester.lengths(&[run.size]);
            colour(run.colour, digester);
            digester.text(&run.text);
            digester.text_or_none(run.language.as_deref());
            digester.number(run.glyphs.len() as u64);
            for glyph in &run.glyphs {
                digester.glyph(glyph);
            }
        }
        Drawing::Shape(shape) => {
            digester.number(1);
            digester.number(shape.path.len() as u64);
            for step in &shape.path {
                segment(*step, digester);
            }
            digester.flag(shape.even_odd);
            digester.flag(shape.fill.is_some());
            if let Some(fill) = shape.fill {
                colour(fill, digester);
            }
            digester.flag(shape.stroke.is_some());
            if let Some(stroke) = shape.stroke {
                colour(stroke.colour, digester);
                digester.lengths(&[stroke.width]);
                digester.flag(stroke.round);
            }
        }
        Drawing::Raster(raster) => {
            digester.number(2);
            let pixels = &raster.pixels;
            digester.number(u64::from(pixels.width));
            digester.number(u64::from(pixels.height));
            digester.bytes(&pixels.rgb);
            digester.flag(pixels.alpha.is_some());
            digester.bytes(pixels.alpha.as_deref().unwrap_or_default());
            frame(raster.frame, digester);
        }
        Drawing::Halftone(halftone) => {
            digester.number(3);
            let plates = &halftone.plates;
            digester.number(u64::from(plates.width));
            digester.number(u64::from(plates.height));
            digester.bytes(&plates.inks);
            digester.flag(plates.bare.is_some());
            for &is_bare in plates.bare.iter().flatten() {
                digester.flag(is_bare);
            }
            frame(halftone.frame, digester);
        }
    }
}

fn segment(segment: Segment, digester: &mut Digester) {
    match segment {
        Segment::Move(x, y) => {
            digester.number(0);
            digester.lengths(&[x, y]);
        }
        Segment::Line(x, y) => {
            digester.number(1);
            digester.lengths(&[x, y]);
        }
        Segment::Curve(from_x, from_y, to_x, to_y, x, y) => {
            digester.number(2);
            digester.lengths(&[from_x, from_y, to_x, to_y, x, y]);
        }
        Segment::Close => digester.number(3),
    }
}

fn frame(frame: Frame, digester: &mut Digester) {
    digester.lengths(&[frame.x, frame.y, frame.width, frame.height]);
}

fn colour(colour: Colour, digester: &mut Digester) {
    match colour {
        Colour::Rgb(red, green, blue) => {
            digester.number(0);
            digester.bytes(&[red, green, blue]);
        }
        Colour::Ink(Ink::Process(parts)) => {
            digester.number(1);
            shares(parts, digester);
        }
        Colour::Ink(Ink::Spot(place, share)) => {
            digester.number(2);
            digester.number(u64::from(place));
            shares([share], digester);
        }
        Colour::Ink(Ink::All) => digester.number(3),
    }
}

fn shares<const COUNT: usize>(shares: [Share; COUNT], digester: &mut Digester) {
    digester.lengths(&shares.map(Share::part));
}

fn structure(structure: &Structure, id: PartId, digester: &mut Digester) {
    let Part {
        role,
        language,
        children,
    } = structure.part(id);
    digester.number(u64::from(id.0));
    self::role(role, digester);
    digester.text_or_none(language.as_deref());
    digester.number(children.len() as u64);
    for &child in children {
        self::structure(structure, child, digester);
    }
}

fn role(role: &Role, digester: &mut Digester) {
    let kind = match role {
        Role::Document => 0,
        Role::Section => 1,
        Role::Heading(level) => 100 + u64::from(*level),
        Role::Paragraph => 2,
        Role::List { numbered } => 3 + u64::from(*numbered),
        Role::ListItem => 5,
        Role::Label => 6,
        Role::ListBody => 7,
        Role::Span => 8,
        Role::Link {
            to,
            description,
            boxes,
        } => {
            match to {
                Goal::Address(address) => digester.text(address),
                Goal::Place(place) => {
                    digester.flag(true);
                    digester.text(place);
                }
            }
            digester.text(description);
            for (page, place) in boxes {
                digester.number(*page as u64);
                frame(*place, digester);
            }
            9
        }
        Role::Figure { alt, place } => {
            digester.text(alt);
            digester.number(place.0 as u64);
            frame(place.1, digester);
            10
        }
        Role::Table => 11,
        Role::Row => 12,
        Role::HeaderCell { of_row } => 13 + u64::from(*of_row),
        Role::Cell => 15,
        Role::Caption => 16,
        Role::Note => 17,
        Role::Reference => 18,
        Role::Contents => 19,
        Role::ContentsItem => 20,
    };
    digester.number(kind);
}

fn bookmarks(bookmarks: &[Bookmark], digester: &mut Digester) {
    digester.number(bookmarks.len() as u64);
    for mark in bookmarks {
        digester.text(&mark.title);
        digester.number(mark.page as u64);
        digester.lengths(&[mark.y]);
        self::bookmarks(&mark.children, digester);
    }
}

fn sheet(press: &PressSheet, digester: &mut Digester) {
    digester.lengths(&[press.outside, press.bleed]);
    for spot in &press.spots {
        digester.text(&spot.name);
        shares(spot.stand_in, digester);
    }
}
