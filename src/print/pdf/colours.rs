//! Colours as operators, and the inks of a print shop as colour spaces.

use lopdf::{Dictionary, Document, Object, dictionary};
use printpdf::{Cmyk, Color, DictItem, Op, Rgb};

use super::error::PdfError;
use super::numbers::fine;
use crate::print::scene::{Colour, Drawing, Ink, Scene, Share};

/// The colour space of marks, which stand on every plate.
const ALL: &str = "All";

/// What a colour is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// What is inside outlines, and text.
    Fill,
    /// Lines.
    Stroke,
}

/// The operators that set a colour.
pub(super) fn set(colour: Colour, side: Side) -> Vec<Op> {
    match colour {
        Colour::Rgb(r, g, b) => {
            let part = |value: u8| fine(f32::from(value) / 255.0);
            vec![device(
                Color::Rgb(Rgb {
                    r: part(r),
                    g: part(g),
                    b: part(b),
                    icc_profile: None,
                }),
                side,
            )]
        }
        Colour::Ink(Ink::Process(shares)) => {
            let [c, m, y, k] = shares.map(|share| fine(share.part()));
            vec![device(
                Color::Cmyk(Cmyk {
                    c,
                    m,
                    y,
                    k,
                    icc_profile: None,
                }),
                side,
            )]
        }
        Colour::Ink(Ink::Spot(place, share)) => separation(&name(place), share, side),
        Colour::Ink(Ink::All) => separation(ALL, Share::FULL, side),
    }
}

fn device(col: Color, side: Side) -> Op {
    match side {
        Side::Fill => Op::SetFillColor { col },
        Side::Stroke => Op::SetOutlineColor { col },
    }
}

/// printpdf has no operators for colour spaces with a name.
fn separation(space: &str, share: Share, side: Side) -> Vec<Op> {
    let (choose, set) = match side {
        Side::Fill => ("cs", "scn"),
        Side::Stroke => ("CS", "SCN"),
    };
    let op = |key: &str, value| Op::Unknown {
        key: key.to_owned(),
        value: vec![value],
    };
    vec![
        op(choose, DictItem::Name(space.as_bytes().to_vec())),
        op(set, DictItem::Real(fine(share.part()))),
    ]
}

/// The name under which pages know an ink of its own.
fn name(place: u16) -> String {
    format!("S{place}")
}

/// Refuses colours in inks that the sheet hasn't got.
pub(super) fn check(scene: &Scene) -> Result<(), PdfError> {
    let spots = scene.press.as_ref().map_or(0, |press| press.spots.len());
    for (page, number) in scene.pages.iter().zip(1..) {
        for item in &page.items {
            let colours = match &item.drawing {
                Drawing::Glyphs(run) => [Some(run.colour), None],
                Drawing::Shape(shape) => [shape.fill, shape.stroke.map(|stroke| stroke.colour)],
                Drawing::Raster(_) | Drawing::Halftone(_) => [None, None],
            };
            for colour in colours.into_iter().flatten() {
                let known = match colour {
                    Colour::Rgb(..) | Colour::Ink(Ink::Process(_)) => true,
                    Colour::Ink(Ink::Spot(place, _)) => usize::from(place) < spots,
                    Colour::Ink(Ink::All) => scene.press.is_some(),
                };
                if !known {
                    return Err(PdfError::NoSuchInk { page: number });
                }
            }
        }
    }
    Ok(())
}

/// The colour spaces of a press sheet: one for each ink of its own, and one for marks (ISO 32000-1 §8.6.6.4).
pub(super) fn spaces(scene: &Scene, document: &mut Document) -> Option<Dictionary> {
    let press = scene.press.as_ref()?;
    let mut spaces = Dictionary::new();
    let mut add = |name: &str, ink: &[u8], stand_in: [Share; 4]| {
        let full: Vec<Object> = stand_in
            .iter()
            .map(|share| fine(share.part()).into())
            .collect();
        // Half of the ink is half of what stands in for it.
        let function = document.add_object(dictionary! {
            "FunctionType" => 2,
            "Domain" => vec![0.into(), 1.into()],
            "C0" => vec![0.into(); 4],
            "C1" => full,
            "N" => 1,
        });
        let space = document.add_object(vec![
            "Separation".into(),
            Object::Name(ink.to_vec()),
            "DeviceCMYK".into(),
            function.into(),
        ]);
        spaces.set(name, space);
    };
    for (place, spot) in press.spots.iter().enumerate() {
        add(&name(place as u16), spot.name.as_bytes(), spot.stand_in);
    }
    add(ALL, ALL.as_bytes(), [Share::FULL; 4]);
    Some(spaces)
}
