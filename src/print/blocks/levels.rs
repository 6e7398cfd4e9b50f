//! Levels as columns, rows or cards, told apart by word, shape and colour.

use super::Desk;
use super::halves::halves;
use super::look::{Arrangement, Tones};
use super::palette::tone_icon;
use super::region::RegionSetup;
use super::rules::{rule, ruled_rows};
use crate::diagnostic::Span;
use crate::edition::{Statement, Tone};
use crate::print::layout::{
    Align, Cell, Column, Columns, Grows, HeadPlace, Headed, Item, Length, Mark, Panel, Picture,
    Piece, Row, Sides, Size, Spread, Stack, Upright, Widths,
};
use crate::print::scene::Role;

/// A column: its heading, how it is meant, and what it says.
#[derive(Clone, Copy)]
pub(super) struct Advice<'a> {
    pub(super) label: &'a str,
    pub(super) at: Span,
    pub(super) tone: Tone,
    pub(super) statements: &'a [Statement],
}

/// The white between levels, in points.
const GAP: f32 = 11.0;
/// The white at the sides of a level, in points.
const SIDE: f32 = 10.0;
/// So much wider or narrower than the mean a level may be, as a share of it.
const PLAY: f32 = 0.13;
/// The same where notes stand beside levels, which may be much longer.
const PLAY_BESIDE: f32 = 0.25;
/// How round its corners are, in points.
const CORNERS: f32 = 7.0;
/// The height of a head's icon, in sizes of the head's type.
const HEAD_ICON: f32 = 1.7;
/// The white above and below a head: 8 points as designed, and always enough for letters that reach below the line.
const HEAD_WHITE: Length = Length {
    points: 4.0,
    display: 4.0,
    ems: 0.0,
};
/// What takes one line at this share of the size that it could have on two stays on one.
const ABOUT_AS_LARGE: f32 = 0.85;
/// The size of a head that is repeated, in sizes of the head.
const AGAIN: f32 = 0.68;
/// The share of a row that its head takes.
pub(super) const ROW_HEAD: f32 = 0.26;
/// From the edge of a list to its statements, in sizes of type.
pub(super) const INDENT: f32 = 1.35;

/// How levels look.
#[derive(Clone, Copy)]
pub(super) struct LevelLook {
    /// The size of heads, in points.
    pub(super) head: f32,
    /// The white at the sides, in points.
    pub(super) side: f32,
    /// How round corners are: of heads at the top, of bodies at the bottom.
    pub(super) corners: f32,
    /// Which colour of its tone is behind a level.
    pub(super) tones: Tones,
    /// The size of statements, in sizes of body text.
    pub(super) times: f32,
}

impl LevelLook {
    /// How these levels look, with or without something beside them.
    pub(super) fn of(
        desk: &Desk<'_>,
        advice: &[Advice<'_>],
        beside: bool,
        setup: &RegionSetup,
    ) -> Self {
        Self {
            head: head_size(desk, advice, beside, setup),
            side: side(setup),
            corners: match setup.arrange {
                // The corners of a head beside its body would stick out of round ones.
                Arrangement::Rows => 0.0,
                _ => corners(setup),
            },
            tones: setup.tones,
            times: 1.0,
        }
    }
}

/// The white at the sides of a level, in points.
pub(super) fn side(setup: &RegionSetup) -> f32 {
    setup.padding.sides.unwrap_or(SIDE)
}

/// How round the corners of levels are, in points.
pub(super) fn corners(setup: &RegionSetup) -> f32 {
    setup.corners.unwrap_or(CORNERS)
}

/// All levels, side by side or below one another, and what else stands with them.
pub(super) fn levels(
    desk: &Desk<'_>,
    advice: &[Advice<'_>],
    beside: Option<Column>,
    setup: &RegionSetup,
) -> Piece {
    let gap = setup.gap.unwrap_or(GAP);
    if setup.arrange == Arrangement::Halves {
        return halves(desk, advice, beside, setup);
    }
    let look = LevelLook::of(desk, advice, beside.is_some(), setup);
    if setup.arrange == Arrangement::Columns {
        return side_by_side(desk, advice, beside, setup, look);
    }
    let columns = advice
        .iter()
        .map(|advice| column(desk, advice, look))
        .chain(beside);
    let place = match setup.arrange {
        Arrangement::Rows => HeadPlace::Beside(ROW_HEAD),
        Arrangement::Cards | Arrangement::Columns | Arrangement::Halves => {
            HeadPlace::over(Length::default())
        }
    };
    let pieces = columns
        .map(|column| Headed { column, place }.into())
        .collect();
    let pieces = ruled_rows(desk, setup, gap, pieces);
    let mut stack = Stack::new(pieces, Length::points(gap));
    stack.grows = Grows::All;
    stack.into()
}

/// Levels as columns that look like this.
pub(super) fn side_by_side(
    desk: &Desk<'_>,
    advice: &[Advice<'_>],
    beside: Option<Column>,
    setup: &RegionSetup,
    look: LevelLook,
) -> Piece {
    let play = if beside.is_some() { PLAY_BESIDE } else { PLAY };
    let columns = advice
        .iter()
        .map(|advice| column(desk, advice, look))
        .chain(beside);
    Piece::Columns(Columns {
        each: columns.collect(),
        gap: Length::points(setup.gap.unwrap_or(GAP)),
        widths: Widths::Fitted { play },
        rule: rule(desk, setup, setup.rules.between),
    })
}

/// A head of more lines than these would be a text.
const MOST_LINES: usize = 4;

/// The size of heads: the largest at which all fit on two lines at most, unless they would be about as large on one.
fn head_size(desk: &Desk<'_>, advice: &[Advice<'_>], beside: bool, setup: &RegionSetup) -> f32 {
    let count = advice.len().max(1) as f32 + f32::from(u8::from(beside));
    let gaps = (count - 1.0) * setup.gap.unwrap_or(GAP);
    let whole = whole_width(desk, setup);
    let room = match setup.arrange {
        // Some are narrower than others.
        Arrangement::Columns => (whole - gaps) / count * (1.0 - PLAY),
        Arrangement::Rows => whole * ROW_HEAD,
        Arrangement::Cards | Arrangement::Halves => whole,
    };
    let max = desk.layout.scale.heads * if advice.len() < 3 { 1.2 } else { 1.0 };
    let [one, two] = [1, 2].map(|lines| {
        let size = heads_within(desk, advice, room - 2.0 * side(setup), lines);
        size.min(max)
    });
    let size = if one < ABOUT_AS_LARGE * two { two } else { one };
    let width = room - 2.0 * side(setup);
    readable(desk, advice, width, size).min(max)
}

/// A size of heads, or, where that is too small to be read, the one at which they fit on more lines: in narrow columns, a label of
/// several words takes them.
pub(super) fn readable(desk: &Desk<'_>, advice: &[Advice<'_>], width: f32, size: f32) -> f32 {
    let least = desk.layout.scale.least;
    (3..=MOST_LINES).fold(size, |size, lines| {
        if size >= least {
            size
        } else {
            heads_within(desk, advice, width, lines).min(least)
        }
    })
}

/// The width that levels have together, in points.
pub(super) fn whole_width(desk: &Desk<'_>, setup: &RegionSetup) -> f32 {
    let page = desk.layout.page;
    if setup.reaches_the_edge() {
        page.width
    } else {
        page.width - 2.0 * page.margin
    }
}

/// The largest size at which all heads fit on so many lines of this width, in points.
pub(super) fn heads_within(
    desk: &Desk<'_>,
    advice: &[Advice<'_>],
    width: f32,
    lines: usize,
) -> f32 {
    advice
        .iter()
        .map(|advice| {
            let text = desk.plain(advice.label, advice.at, desk.heading(2, Size::Points(1.0)));
            // An icon stands before the words, and a gap between them.
            width / (text.paragraph.narrowest(lines) + HEAD_ICON + 0.4)
        })
        .fold(f32::INFINITY, f32::min)
}

/// A level, with the head that is repeated where it goes on on another sheet.
fn column(desk: &Desk<'_>, advice: &Advice<'_>, look: LevelLook) -> Column {
    let again = desk
        .words
        .format("level_continued", &[("label", advice.label.into())]);
    let times = if desk.layout.is_in_one_column() {
        1.0
    } else {
        AGAIN
    };
    let quiet = LevelLook {
        head: (look.head * times).max(look.head.min(desk.layout.scale.least)),
        ..look
    };
    Column {
        head: head(desk, advice, advice.label, look),
        again: head(desk, advice, &again, quiet).unread(),
        body: body(desk, advice, look),
    }
}

pub(super) fn head(desk: &Desk<'_>, advice: &Advice<'_>, label: &str, look: LevelLook) -> Piece {
    let size = look.head;
    let tone = desk.palette.tone(advice.tone);
    let words = desk.plain(
        label,
        advice.at,
        desk.heading(2, Size::Points(size)).colour(tone.on_strong),
    );
    let icon = size * HEAD_ICON;
    let row: Piece = match desk.icons.get(tone_icon(advice.tone)) {
        Some(art) => Row {
            cells: vec![
                Cell::fixed(
                    Picture {
                        art,
                        height: Length::points(icon),
                        max_width: Length::points(icon),
                        ink: tone.on_strong,
                        alt: None,
                        align: Align::Start,
                    },
                    Length::points(icon),
                ),
                Cell::share(words, 1.0),
            ],
            gap: Length::points(size * 0.35),
            upright: Upright::Middle,
            balance: &[],
        }
        .into(),
        None => words.into(),
    };
    Panel::new(
        row,
        Sides {
            top: HEAD_WHITE,
            side: Length::points(look.side),
            bottom: HEAD_WHITE,
        },
    )
    .filled(tone.head)
    .rounded(look.corners, 0.0)
    .centred()
    .into()
}

fn body(desk: &Desk<'_>, advice: &Advice<'_>, look: LevelLook) -> Piece {
    let tone = desk.palette.tone(advice.tone);
    let strong = look.tones == Tones::Strong;
    let items = advice
        .statements
        .iter()
        .map(|statement| item(desk, statement, advice.tone, look))
        .collect();
    Panel::new(
        list_of(desk, items, look.times),
        Sides {
            top: Length::ems(0.85 * look.times),
            side: Length::points(look.side),
            bottom: Length::ems(0.95 * look.times),
        },
    )
    .filled(if strong { tone.strong } else { tone.pale })
    .rounded(0.0, look.corners)
    .into()
}

/// A statement with the mark of its tone.
pub(super) fn item(desk: &Desk<'_>, statement: &Statement, tone: Tone, level: LevelLook) -> Piece {
    let colours = desk.palette.tone(tone);
    let (look, ink) = match level.tones {
        Tones::Pale => (desk.body(), colours.mark),
        Tones::Strong => (
            desk.body()
                .style(desk.palette.strong_style())
                .colour(colours.on_strong),
            colours.on_strong,
        ),
    };
    let look = look.size(Size::Body(level.times));
    let body = desk.statement(statement, look.role(None));
    match desk.icons.get(tone_icon(tone)) {
        Some(art) => Item::new(
            Mark {
                art,
                height: level.times,
                ink,
            },
            Length::ems(INDENT * level.times),
            desk.cap_height() * level.times,
            body,
        )
        .into(),
        None => body.into(),
    }
}

/// A list whose lines keep their rhythm: from the last line of an item to the first of the next it is a line and a half, and
/// half lines more where there is room. So the lines of lists side by side have common baselines.
pub(super) fn list(desk: &Desk<'_>, items: Vec<Piece>) -> Piece {
    list_of(desk, items, 1.0)
}

/// A list of items so many times as large as body text.
fn list_of(desk: &Desk<'_>, items: Vec<Piece>, times: f32) -> Piece {
    in_rhythm(desk, items, times).part(Role::List { numbered: false })
}

/// Items one below the other on the rhythm of lists.
pub(super) fn in_rhythm(desk: &Desk<'_>, items: Vec<Piece>, times: f32) -> Piece {
    let (step, gap) = desk.between_items(times);
    let mut stack = Stack::new(items, gap);
    stack.spread = Some(Spread { step, most: 2 });
    stack.into()
}
