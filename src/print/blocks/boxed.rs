//! Boxes: a head with an icon over what it is about, on a ground of its own.

use super::Desk;
use super::region::RegionSetup;
use crate::diagnostic::Span;
use crate::edition::Ground;
use crate::print::layout::{
    Align, Backing, Cell, Column, HeadPlace, Headed, Length, Panel, Picture, Piece, Rhythm, Row,
    Sides, Size, Upright,
};
use crate::print::scene::Colour;

/// The white at the sides of a box, in points.
const SIDE: f32 = 12.0;
/// How round its corners are, in points.
const CORNERS: f32 = 7.0;

/// The size of its head, in sizes of body text.
const HEAD: f32 = 1.3;
/// The height of its icon, and so of a head of one line, in sizes of body text.
const ICON: f32 = 1.6;
/// How far letters of the head reach below the line, in sizes of its type, and a little more.
const TAILS: f32 = 0.25;

/// The colours of a box.
#[derive(Debug, Clone, Copy)]
pub(super) struct BoxColours {
    /// Behind it.
    pub(super) fill: Backing,
    /// Of its head and of marks.
    pub(super) ink: Colour,
    /// Of what is read.
    pub(super) text: Colour,
    /// Whether they are those that were meant for it, so that what it holds may have colours of its own.
    pub(super) usual: bool,
}

/// The head of a box.
pub(super) struct BoxHead<'a> {
    pub(super) words: String,
    pub(super) at: Span,
    pub(super) icon: Option<&'a str>,
}

impl BoxColours {
    /// The colours that a theme gives a region, or else the usual ones.
    pub(super) fn of(
        desk: &Desk<'_>,
        setup: Option<&RegionSetup>,
        fill: Backing,
        ink: Colour,
    ) -> Self {
        let text = desk.palette.ink;
        let Some(setup) = setup.filter(|setup| setup.fill.is_some() || setup.text.is_some()) else {
            let usual = true;
            return Self {
                fill,
                ink,
                text,
                usual,
            };
        };
        let ground = desk.ground(setup);
        let is_light = matches!(setup.ground(), Some(Ground::Pale | Ground::Paper));
        Self {
            fill: ground.fill,
            ink: if is_light && setup.text.is_none() {
                desk.palette.heading
            } else {
                ground.text
            },
            text: ground.text,
            usual: false,
        }
    }

    /// The brand's pale colour with dark words, if the theme says nothing else.
    pub(super) fn pale(desk: &Desk<'_>, setup: &RegionSetup) -> Self {
        Self::of(desk, Some(setup), desk.palette.pale, desk.palette.heading)
    }
}

/// A box around what it holds: round within the margins, straight where it reaches to the edges of the sheet.
pub(super) fn boxed(
    desk: &Desk<'_>,
    setup: Option<&RegionSetup>,
    colours: BoxColours,
    content: Piece,
) -> Piece {
    let at_edge = setup.is_some_and(RegionSetup::reaches_the_edge);
    let side = if at_edge {
        desk.layout.page.margin
    } else {
        SIDE
    };
    let corners = match setup.and_then(|setup| setup.corners) {
        Some(corners) => corners,
        None if at_edge => 0.0,
        None => CORNERS,
    };
    let padding = setup.map(|setup| setup.padding).unwrap_or_default();
    let or = |own: Option<f32>, usual: Length| own.map_or(usual, Length::points);
    Panel::new(
        content,
        Sides {
            top: or(padding.top, Length::ems(0.75)),
            side: or(padding.sides, Length::points(side)),
            bottom: or(padding.bottom, Length::ems(0.95)),
        },
    )
    .filled(colours.fill)
    .rounded(corners, corners)
    .into()
}

/// What a box holds, below its head if it has one.
pub(super) fn headed(desk: &Desk<'_>, heads: Option<[Piece; 2]>, content: Piece) -> Piece {
    let rhythm = Rhythm::Usual {
        step: desk.half_line(),
        head: Length::ems(ICON),
    };
    headed_on(rhythm, heads, content)
}

/// The same, on a rhythm.
pub(super) fn headed_on(rhythm: Rhythm, heads: Option<[Piece; 2]>, content: Piece) -> Piece {
    match heads {
        Some([head, again]) => Headed {
            column: Column {
                head,
                again,
                body: content,
            },
            place: HeadPlace::Over {
                gap: Length::ems(0.8),
                least: Length::ems(TAILS * HEAD),
                rhythm: Some(rhythm),
            },
        }
        .into(),
        None => content,
    }
}

/// The head of a box, and the one that is repeated where the box goes on on another page.
pub(super) fn box_heads(desk: &Desk<'_>, head: &BoxHead<'_>, ink: Colour) -> [Piece; 2] {
    let again = BoxHead {
        words: desk
            .words
            .format("level_continued", &[("label", head.words.as_str().into())]),
        at: head.at,
        icon: head.icon,
    };
    [
        box_head(desk, head, ink),
        box_head(desk, &again, ink).unread(),
    ]
}

/// The head of a box, with its icon before it.
fn box_head(desk: &Desk<'_>, head: &BoxHead<'_>, ink: Colour) -> Piece {
    let words = desk.plain(
        &head.words,
        head.at,
        desk.heading(2, Size::Body(HEAD)).colour(ink),
    );
    match head.icon.and_then(|name| desk.icons.get(name)) {
        Some(art) => Row {
            cells: vec![
                Cell::fixed(
                    Picture {
                        art,
                        height: Length::ems(ICON),
                        max_width: Length::ems(ICON),
                        ink,
                        alt: None,
                        align: Align::Start,
                    },
                    Length::ems(ICON),
                ),
                Cell::share(words, 1.0),
            ],
            gap: Length::ems(0.4),
            upright: Upright::Middle,
            balance: &[],
        }
        .into(),
        None => words.into(),
    }
}
