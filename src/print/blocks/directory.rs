//! The directory: all contacts by urgency, their numbers as large as the sheet allows.

use super::Desk;
use super::contacts::{Way, icon_room, in_a_row_at_most, way_text, ways, with_icon};
use super::look::Tones;
use super::poster_layout::PageSetup;
use super::region::RegionSetup;
use super::rules::ruled_rows;
use crate::edition::Ground;
use crate::edition::{Contact, Tone, Urgency};
use crate::print::layout::{
    Backing, Cell, Length, Panel, Piece, Row, Sides, Size, Spread, Stack, Upright,
};
use crate::print::scene::{Colour, Role};
use crate::print::text::Style;

/// The width of the column of numbers, as a share of the sheet.
const NUMBERS: f32 = 0.42;

/// The white between groups, in points.
const GAP: f32 = 10.0;
/// The white at the sides of a group, in points.
const SIDE: f32 = 14.0;
/// How round its corners are, in points.
const CORNERS: f32 = 7.0;

/// The white between contacts side by side, in points.
const BETWEEN: f32 = 18.0;
/// The white between a number and who it is where they stand side by side, in points.
const WIDE_BETWEEN: f32 = 14.0;
/// How high the icon before a number is, in sizes of the number.
const ICON: f32 = 0.8;

/// A group for each urgency, the most urgent first and largest.
pub(super) fn directory(desk: &Desk<'_>, setup: &RegionSetup) -> Option<Piece> {
    let groups: Vec<Piece> = [Urgency::Emergency, Urgency::Urgent, Urgency::Routine]
        .into_iter()
        .filter_map(|urgency| {
            let contacts: Vec<&Contact> = desk
                .edition
                .contacts
                .iter()
                .filter(|contact| contact.urgency == urgency)
                .collect();
            (!contacts.is_empty()).then(|| group(desk, urgency, &contacts, setup))
        })
        .collect();
    if groups.is_empty() {
        return None;
    }
    let gap = setup.gap.unwrap_or(GAP);
    let mut stack = Stack::new(ruled_rows(desk, setup, gap, groups), Length::points(gap));
    stack.spread = Some(Spread {
        step: Length::points(1.0),
        most: 8,
    });
    Some(stack.into())
}

/// How a group looks: the more urgent, the louder.
struct Loudness {
    fill: Backing,
    ink: Colour,
    text: Colour,
    number: f32,
}

fn loudness(desk: &Desk<'_>, urgency: Urgency, tones: Tones) -> Loudness {
    let strong = |ground, number| {
        let ground = desk.palette.ground(ground);
        Loudness {
            fill: ground.fill,
            ink: ground.text,
            text: ground.text,
            number,
        }
    };
    match urgency {
        Urgency::Urgent if tones == Tones::Strong => strong(Ground::Caution, 1.9),
        Urgency::Routine if tones == Tones::Strong => strong(Ground::Primary, 1.6),
        Urgency::Emergency => strong(Ground::Dont, 3.4),
        Urgency::Urgent => {
            let tone = desk.palette.tone(Tone::Caution);
            Loudness {
                fill: tone.panel,
                ink: desk.palette.ink,
                text: desk.palette.ink,
                number: 1.9,
            }
        }
        Urgency::Routine => Loudness {
            fill: desk.palette.pale,
            ink: desk.palette.heading,
            text: desk.palette.ink,
            number: 1.6,
        },
    }
}

fn group(desk: &Desk<'_>, urgency: Urgency, contacts: &[&Contact], setup: &RegionSetup) -> Piece {
    let loud = loudness(desk, urgency, setup.tones);
    let padding = setup.padding;
    let corners = setup.corners.unwrap_or(CORNERS);
    // Emergency numbers have twice the width of others: on an upright sheet all of it.
    let others = setup.in_a_row.unwrap_or(2);
    let in_a_row = if urgency == Urgency::Emergency {
        (others / 2).max(1)
    } else {
        others
    };
    let wide = urgency == Urgency::Emergency && !desk.layout.is_in_one_column();
    let room = room(desk, setup, wide, &loud);
    let in_a_row = in_a_row_at_most(desk, contacts, in_a_row, room);
    // All rows alike: six contacts stand in two rows of three, not in one of four and one of two.
    let rows = contacts.len().div_ceil(in_a_row).max(1);
    let in_a_row = contacts.len().div_ceil(rows).max(in_a_row.min(2));
    let one = if wide { wide_entry } else { entry };
    let entries = contacts
        .chunks(in_a_row)
        .map(|row| {
            let mut cells: Vec<Cell> = row
                .iter()
                .map(|contact| Cell::share(one(desk, contact, &loud), 1.0))
                .collect();
            cells.extend(
                (row.len()..in_a_row).map(|_| Cell::share(Piece::Space(Length::default()), 1.0)),
            );
            Row {
                cells,
                gap: Length::points(BETWEEN),
                upright: Upright::Top,
                balance: &[],
            }
            .into()
        })
        .collect();
    let mut stack = Stack::new(entries, Length::ems(1.35));
    stack.spread = Some(Spread {
        step: Length::ems(0.2),
        most: 6,
    });
    Panel::new(
        Piece::from(stack).part(Role::List { numbered: false }),
        Sides {
            top: padding.top.map_or(Length::ems(0.9), Length::points),
            side: Length::points(padding.sides.unwrap_or(SIDE)),
            bottom: padding.bottom.map_or(Length::ems(1.0), Length::points),
        },
    )
    .filled(loud.fill)
    .rounded(corners, corners)
    .into()
}

/// How much width a number has where so many contacts stand side by side, in points: beside the icon, which is largest where body
/// text is.
fn room(
    desk: &Desk<'_>,
    setup: &RegionSetup,
    wide: bool,
    loud: &Loudness,
) -> impl Fn(usize) -> f32 {
    let PageSetup { width, margin, .. } = desk.layout.page;
    let margins = if setup.reaches_the_edge() {
        0.0
    } else {
        margin
    };
    let inside = width - 2.0 * (margins + setup.padding.sides.unwrap_or(SIDE));
    let icon = icon_room(desk.layout.scale.body * loud.number * ICON);
    move |count| {
        let entry = (inside - (count as f32 - 1.0) * BETWEEN) / count as f32;
        let share = if wide {
            (entry - WIDE_BETWEEN) * NUMBERS
        } else {
            entry
        };
        share - icon
    }
}

/// The number on one side; who it is, what for and when on the other.
fn wide_entry(desk: &Desk<'_>, contact: &Contact, loud: &Loudness) -> Piece {
    let row = Row {
        cells: vec![
            Cell::share(
                Stack::new(numbers(desk, contact, loud), Length::ems(0.6)),
                NUMBERS,
            ),
            Cell::share(
                Stack::new(words(desk, contact, loud), Length::ems(0.6)),
                1.0 - NUMBERS,
            ),
        ],
        gap: Length::points(WIDE_BETWEEN),
        upright: Upright::Middle,
        balance: &[],
    };
    Piece::from(row).part(Role::ListBody).part(Role::ListItem)
}

/// The number, and below it who it is, what for and when.
fn entry(desk: &Desk<'_>, contact: &Contact, loud: &Loudness) -> Piece {
    let mut lines = numbers(desk, contact, loud);
    lines.extend(words(desk, contact, loud));
    Piece::from(Stack::new(lines, Length::ems(0.7)))
        .part(Role::ListBody)
        .part(Role::ListItem)
}

/// The numbers to call or to text, the first one large.
fn numbers(desk: &Desk<'_>, contact: &Contact, loud: &Loudness) -> Vec<Piece> {
    ways(contact)
        .iter()
        .filter(|way| way.is_number())
        .enumerate()
        .map(|(at, way)| {
            let times = if at == 0 { loud.number } else { 1.3 };
            let style = if at == 0 { Style::Black } else { Style::Bold };
            let text = way_text(desk, way, style, Size::Line(times), loud.ink);
            let piece = with_icon(desk, way.icon, text, Length::ems(times * ICON), loud.ink);
            if at == 0 { piece } else { piece.spare(1) }
        })
        .collect()
}

/// Who it is, what for and when; addresses if there is room, or if there is no number.
fn words(desk: &Desk<'_>, contact: &Contact, loud: &Loudness) -> Vec<Piece> {
    let reached = ways(contact);
    let has_number = reached.iter().any(Way::is_number);
    let mut lines: Vec<Piece> = vec![
        desk.plain(
            &contact.name.value,
            contact.name.at,
            desk.heading(2, Size::Body(1.15)).colour(loud.ink),
        )
        .into(),
    ];
    if let Some(purpose) = &contact.purpose {
        let purpose = Piece::from(desk.line(purpose, desk.body().colour(loud.text)));
        lines.push(if contact.urgency == Urgency::Routine {
            purpose.spare(2)
        } else {
            purpose
        });
    }
    for fact in [&contact.hours, &contact.cost].into_iter().flatten() {
        let fact = desk.plain(
            &fact.value,
            fact.at,
            desk.body().size(desk.detail()).colour(loud.text),
        );
        lines.push(Piece::from(fact).spare(1));
    }
    for way in reached.iter().filter(|way| !way.is_number()) {
        let text = way_text(desk, way, Style::Bold, desk.detail(), loud.ink);
        let piece = with_icon(desk, way.icon, text, Length::ems(0.8), loud.ink);
        lines.push(if has_number { piece.spare(1) } else { piece });
    }
    lines
}
