//! Contacts: whom to turn to, their numbers large.

use std::sync::Arc;

use super::Desk;
use crate::diagnostic::{Located, Span};
use crate::edition::{Contact, Urgency};
use crate::print::layout::{Align, Cell, Length, Picture, Piece, Row, Size, Stack, Text, Upright};
use crate::print::scene::{Colour, Goal, Role};
use crate::print::text::{Direction, Link, Style, Wording};

/// A way to reach a contact.
pub(super) struct Way<'a> {
    pub(super) icon: &'static str,
    /// The name of the word for it: "Call".
    pub(super) word: &'static str,
    pub(super) shown: String,
    pub(super) address: String,
    pub(super) at: Span,
    pub(super) contact: &'a Contact,
}

/// The white between an icon and what it stands before, in heights of the icon.
const ICON_GAP: f32 = 0.35;

/// How high the icon before a number at the foot of a poster is, in sizes of the largest number.
pub(super) const NUMBER_ICON: f32 = 0.8;

impl Way<'_> {
    /// Whether it is a number, to call or to text.
    pub(super) fn is_number(&self) -> bool {
        matches!(self.word, "call" | "text_to")
    }
}

/// The ways to reach a contact, phones first.
pub(super) fn ways(contact: &Contact) -> Vec<Way<'_>> {
    let way = |value: &Option<Located<String>>, icon, word, address: fn(&str) -> String| {
        value.as_ref().map(|value| Way {
            icon,
            word,
            shown: value.value.clone(),
            address: address(&value.value),
            at: value.at,
            contact,
        })
    };
    [
        way(&contact.phone, "telephone", "call", |number| {
            format!("tel:{}", digits(number))
        }),
        way(&contact.sms, "message", "text_to", |number| {
            format!("sms:{}", digits(number))
        }),
        way(&contact.email, "mail", "email", |address| {
            format!("mailto:{address}")
        }),
        way(&contact.web, "web", "web", str::to_owned).map(|mut way| {
            way.shown = without_scheme(&way.shown);
            way
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A phone number as it is dialled (RFC 3966).
fn digits(number: &str) -> String {
    number
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, '+' | '*' | '#'))
        .collect()
}

/// An address as it is typed. Its `www.` stays: many hosts answer only to it.
pub(super) fn without_scheme(address: &str) -> String {
    address
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_end_matches('/')
        .to_owned()
}

/// How many contacts stand side by side: as many as are wanted, or fewer, so that numbers are large enough to read on one
/// line. `room` says how much width a number has where so many stand in a row.
pub(super) fn in_a_row_at_most(
    desk: &Desk<'_>,
    contacts: &[&Contact],
    wanted: usize,
    room: impl Fn(usize) -> f32,
) -> usize {
    let widest = contacts
        .iter()
        .flat_map(|contact| ways(contact))
        .filter(Way::is_number)
        .map(|way| {
            let text = way_text(
                desk,
                &way,
                Style::Black,
                Size::Points(1.0),
                desk.palette.ink,
            );
            text.paragraph.natural_width()
        })
        .fold(0.0, f32::max);
    let needed = widest * desk.layout.scale.least;
    (1..=wanted)
        .rev()
        .find(|&count| room(count) >= needed)
        .unwrap_or(1)
}

/// The width of an icon before a number and of the white between them, where the icon is so high.
pub(super) fn icon_room(height: f32) -> f32 {
    height * (1.0 + ICON_GAP)
}

/// Words that lead to a way.
pub(super) fn way_text(
    desk: &Desk<'_>,
    way: &Way<'_>,
    style: Style,
    size: Size,
    colour: Colour,
) -> Text {
    desk.set(
        &way_wording(desk, way, style),
        way.at,
        desk.body().size(size).style(style).colour(colour),
    )
}

/// The contact for emergencies on a line: its number and who answers. `None` if there is none that can be called.
pub(super) fn emergency_line(desk: &Desk<'_>, size: Size, colour: Colour) -> Option<Text> {
    let contact = desk
        .edition
        .contacts
        .iter()
        .find(|contact| contact.urgency == Urgency::Emergency)?;
    let ways = ways(contact);
    let way = ways.first()?;
    let mut wording = way_wording(desk, way, Style::Black);
    wording.push("\u{2002}", Style::Bold);
    let letters = desk.letters(contact.name.at, Style::Bold);
    wording.push_look(&contact.name.value, letters);
    let look = desk.body().size(size).style(Style::Bold).colour(colour);
    Some(desk.set(&wording, way.at, look))
}

/// The wording of a way. Numbers in text that runs right to left keep their order.
fn way_wording(desk: &Desk<'_>, way: &Way<'_>, style: Style) -> Wording {
    /// First strong isolate and its end (Unicode Standard Annex 9).
    const ISOLATE: (char, char) = ('\u{2066}', '\u{2069}');
    let shown = match Direction::of_language(desk.words.language()) {
        Direction::LeftToRight => way.shown.clone(),
        Direction::RightToLeft => format!("{}{}{}", ISOLATE.0, way.shown, ISOLATE.1),
    };
    let link = Link {
        to: Goal::Address(way.address.clone()),
        description: format!(
            "{} {}: {}",
            desk.words.get(way.word),
            way.contact.name.value,
            way.shown
        ),
    };
    let mut wording = Wording::default();
    wording.push_link(&shown, style, Arc::new(link));
    wording
}

/// A number or address with its icon before it.
pub(super) fn with_icon(
    desk: &Desk<'_>,
    icon: &str,
    text: Text,
    height: Length,
    colour: Colour,
) -> Piece {
    match desk.icons.get(icon) {
        Some(art) => Row {
            cells: vec![
                Cell::fixed(
                    Picture {
                        art,
                        height,
                        max_width: height,
                        ink: colour,
                        alt: None,
                        align: Align::Start,
                    },
                    height,
                ),
                Cell::share(text, 1.0),
            ],
            gap: height.times(ICON_GAP),
            upright: Upright::Middle,
            balance: &[],
        }
        .into(),
        None => text.into(),
    }
}

/// A contact for the foot of a poster: its number, its name and what it is for.
pub(super) fn short_contact(desk: &Desk<'_>, contact: &Contact, colour: Colour) -> Piece {
    let ways = ways(contact);
    let mut lines: Vec<Piece> = Vec::new();
    let mut rest = ways.iter();
    if let Some(first) = rest.next() {
        let large = first.is_number();
        let (style, size, height) = if large {
            let max = desk.layout.scale.phones;
            (
                Style::Black,
                desk.fill(max, 16.0, 1),
                Length::display(max * NUMBER_ICON),
            )
        } else {
            (Style::Bold, desk.points(13.0), Length::points(13.0))
        };
        let text = way_text(desk, first, style, size, colour);
        lines.push(with_icon(desk, first.icon, text, height, colour));
    }
    lines.push(
        desk.plain(
            &contact.name.value,
            contact.name.at,
            desk.body()
                .size(desk.points(13.0))
                .style(Style::Bold)
                .leading(1.12)
                .colour(colour)
                .balanced(),
        )
        .into(),
    );
    if let Some(purpose) = &contact.purpose {
        let purpose = desk.line(
            purpose,
            desk.body()
                .size(desk.points(12.0))
                .leading(1.15)
                .colour(colour),
        );
        lines.push(Piece::from(purpose).spare(1));
    }
    // On small paper type is larger for its sheet, and so is what hangs below its lines.
    let between = Length {
        points: 3.0,
        display: 0.4 * desk.layout.scale.least,
        ems: 0.0,
    };
    Piece::from(Stack::new(lines, between))
        .part(Role::ListBody)
        .part(Role::ListItem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_dialled_without_what_groups_them() {
        assert_eq!(digits("01632 960100"), "01632960100");
        assert_eq!(digits("+44 (0)20 7946-0000"), "+4402079460000");
    }

    #[test]
    fn addresses_are_shown_as_they_are_typed() {
        assert_eq!(
            without_scheme("https://www.board.example/contacts/"),
            "www.board.example/contacts"
        );
        assert_eq!(without_scheme("http://board.example"), "board.example");
    }
}
