//! Free text: what a theme or an edition wants to say on its posters.

use std::sync::Arc;

use super::Desk;
use super::boxed::{BoxColours, BoxHead, box_heads, boxed, headed};
use super::inline::wording;
use super::levels::{INDENT, in_rhythm, list};
use super::region::RegionSetup;
use crate::diagnostic::Span;
use crate::markdown::{Inline, ShortBlock};
use crate::print::layout::{
    Align, Art, Cell, Extent, Item, Length, Mark, Piece, Row, Size, Stack, Text, Upright,
};
use crate::print::scene::{Colour, Drawing, Frame, Role, Segment, Shape};
use crate::print::text::Wording;

/// The height of a bullet, in sizes of body text.
const BULLET: f32 = 0.3;

/// The text in a box; `None` if it says nothing.
pub(super) fn free_text(
    desk: &Desk<'_>,
    blocks: &[ShortBlock],
    at: Span,
    setup: &RegionSetup,
) -> Option<Piece> {
    if blocks.is_empty() {
        return None;
    }
    let colours = BoxColours::pale(desk, setup);
    let head = setup.label.get(desk.words.language()).map(|label| {
        let head = BoxHead {
            words: label.value.clone(),
            at: label.at,
            icon: setup.icon.or_usual(None),
        };
        box_heads(desk, &head, colours.ink)
    });
    let level = if head.is_some() { 3 } else { 2 };
    let pieces = blocks
        .iter()
        .map(|block| match block {
            ShortBlock::Heading(words) => {
                let look = desk.heading(level, Size::Body(1.2)).colour(colours.ink);
                desk.set(&wording(words, look.style, desk.site()), at, look)
                    .into()
            }
            ShortBlock::Paragraph(words) => paragraph(desk, words, at, colours.text).into(),
            ShortBlock::List { start: None, items } => bullets(desk, items, at, colours),
            ShortBlock::List {
                start: Some(start),
                items,
            } => numbered(desk, *start, items, at, colours),
        })
        .collect();
    let text = Piece::from(Stack::new(pieces, Length::ems(0.7)));
    Some(boxed(desk, Some(setup), colours, headed(desk, head, text)).part(Role::Section))
}

fn paragraph(desk: &Desk<'_>, words: &[Inline], at: Span, colour: Colour) -> Text {
    let look = desk.body().colour(colour);
    let mut text = desk.set(&wording(words, look.style, desk.site()), at, look);
    text.extent = Extent::Prose;
    text
}

fn bullets(desk: &Desk<'_>, items: &[Arc<[Inline]>], at: Span, colours: BoxColours) -> Piece {
    let items = items
        .iter()
        .map(|words| {
            let mut body = paragraph(desk, words, at, colours.text);
            body.role = None;
            Item::new(
                Mark {
                    art: Arc::new(Bullet),
                    height: BULLET,
                    ink: colours.ink,
                },
                Length::ems(INDENT),
                desk.cap_height(),
                body,
            )
            .into()
        })
        .collect();
    list(desk, items)
}

/// Items with numbers before them, which stand one below the other, aligned at their full stops.
fn numbered(
    desk: &Desk<'_>,
    start: u64,
    items: &[Arc<[Inline]>],
    at: Span,
    colours: BoxColours,
) -> Piece {
    let labels: Vec<Text> = (start..)
        .take(items.len())
        .map(|number| {
            let look = desk.body().colour(colours.ink).role(Some(Role::Label));
            let words = Wording::numeral(&format!("{number}."), look.style);
            let mut label = desk.set(&words, at, look);
            label.align = Align::End;
            label
        })
        .collect();
    // The widest number decides where all words begin.
    let width = labels
        .iter()
        .map(|label| label.paragraph.natural_width())
        .fold(INDENT, f32::max);
    let rows = items
        .iter()
        .zip(labels)
        .map(|(words, label)| {
            let body = Piece::from(paragraph(desk, words, at, colours.text)).part(Role::ListBody);
            Piece::from(Row {
                cells: vec![
                    Cell::fixed(label, Length::ems(width)),
                    Cell::share(body, 1.0),
                ],
                gap: Length::ems(0.4),
                upright: Upright::Top,
                balance: &[],
            })
            .part(Role::ListItem)
        })
        .collect();
    in_rhythm(desk, rows, 1.0).part(Role::List { numbered: true })
}

/// A round bullet.
#[derive(Debug)]
pub(crate) struct Bullet;

impl Art for Bullet {
    fn aspect(&self) -> f32 {
        1.0
    }

    fn draw(&self, frame: Frame, ink: Colour) -> Vec<Drawing> {
        /// How far the handles of a curve stand from its ends so that it looks like a quarter of a circle, in radii.
        const QUARTER: f32 = 0.552_284_8;
        let radius = frame.width / 2.0;
        let (x, y) = (frame.x + radius, frame.y + radius);
        let handle = radius * QUARTER;
        let curve = |a: (f32, f32), b: (f32, f32), end: (f32, f32)| {
            Segment::Curve(x + a.0, y + a.1, x + b.0, y + b.1, x + end.0, y + end.1)
        };
        let path = vec![
            Segment::Move(x, y - radius),
            curve((handle, -radius), (radius, -handle), (radius, 0.0)),
            curve((radius, handle), (handle, radius), (0.0, radius)),
            curve((-handle, radius), (-radius, handle), (-radius, 0.0)),
            curve((-radius, -handle), (-handle, -radius), (0.0, -radius)),
            Segment::Close,
        ];
        vec![Drawing::Shape(Shape {
            path,
            fill: Some(ink),
            even_odd: false,
            stroke: None,
        })]
    }
}
