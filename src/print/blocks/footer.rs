//! The foot of a poster: contacts, the code that leads to the page, and the fine print.

use std::sync::Arc;

use super::Desk;
use super::contacts::{short_contact, without_scheme};
use super::fine_print::fine_print;
use crate::edition::Contact;
use crate::print::layout::{
    Align, Art, Cell, Length, Panel, Picture, Piece, Row, Sides, Size, Stack, Upright,
};
use crate::print::scene::Role;
use crate::print::text::{Link, Style, Wording};

/// The page a code leads to.
pub(super) struct CodeTo {
    pub(super) address: String,
    pub(super) art: Arc<dyn Art>,
}

/// The width of the code with its white, in points: 34 mm.
const CODE: f32 = 98.0;
/// More contacts than this stand in two rows.
const IN_A_ROW: usize = 2;

/// Contacts if they are wanted, code and fine print on the brand's colour.
pub(super) fn footer(desk: &Desk<'_>, with_contacts: bool, code: Option<CodeTo>) -> Piece {
    let colour = desk.palette.on_brand;
    let contacts: Vec<&Contact> = desk
        .edition
        .contacts
        .iter()
        .filter(|contact| with_contacts && contact.on_posters)
        .collect();
    let mut cells = Vec::new();
    let mut main: Vec<Piece> = Vec::new();
    let mut below: Vec<Piece> = Vec::new();
    if !contacts.is_empty() {
        main.push(
            desk.plain(
                &desk.words.get("contacts"),
                desk.edition.at,
                desk.heading(2, Size::Points(18.0)).colour(colour),
            )
            .into(),
        );
        main.push(grid(desk, &contacts));
    }
    if !main.is_empty() {
        below.push(Piece::from(Stack::new(main, Length::points(12.0))).part(Role::Section));
    }
    below.extend(fine_print(desk, colour).map(Piece::from));
    cells.push(Cell::share(Stack::new(below, Length::points(15.0)), 1.0));
    if let Some(code) = code {
        cells.push(Cell::fixed(code_piece(desk, code), Length::points(CODE)));
    }
    Panel::new(
        Row {
            cells,
            gap: Length::points(20.0),
            upright: Upright::Middle,
            balance: false,
        }
        .into(),
        Sides {
            top: Length::points(16.0),
            side: Length::points(desk.layout.page.margin),
            bottom: Length::points(16.0),
        },
    )
    .filled(desk.palette.brand)
    .into()
}

/// Contacts in rows of two.
fn grid(desk: &Desk<'_>, contacts: &[&Contact]) -> Piece {
    let rows = contacts
        .chunks(IN_A_ROW)
        .map(|row| {
            let mut cells: Vec<Cell> = row
                .iter()
                .map(|contact| {
                    Cell::share(short_contact(desk, contact, desk.palette.on_brand), 1.0)
                })
                .collect();
            if contacts.len() > IN_A_ROW {
                cells.extend(
                    (row.len()..IN_A_ROW)
                        .map(|_| Cell::share(Piece::Space(Length::default()), 1.0)),
                );
            }
            Row {
                cells,
                gap: Length::points(16.0),
                upright: Upright::Top,
                balance: false,
            }
            .into()
        })
        .collect();
    Piece::from(Stack::new(rows, Length::points(16.0))).part(Role::List { numbered: false })
}

/// The code, what it is for, and its address for those who type it.
fn code_piece(desk: &Desk<'_>, code: CodeTo) -> Piece {
    let colour = desk.palette.on_brand;
    let words = desk.words.get("scan_for_guidance");
    let mut wording = Wording::default();
    wording.push_link(
        &words,
        Style::Bold,
        Arc::new(Link {
            address: code.address.clone(),
            description: format!("{words}: {}", without_scheme(&code.address)),
        }),
    );
    let mut caption = desk.set(
        &wording,
        desk.edition.at,
        desk.body()
            .size(Size::Points(12.0))
            .leading(1.1)
            .colour(colour)
            .balanced(),
    );
    caption.align = Align::Centre;
    Stack::new(
        vec![
            Picture {
                art: code.art,
                height: Length::points(CODE),
                max_width: Length::points(CODE),
                ink: colour,
                alt: Some(desk.words.format(
                    "full_guidance_at",
                    &[("address", without_scheme(&code.address).into())],
                )),
                align: Align::Start,
            }
            .into(),
            caption.into(),
        ],
        Length::points(8.0),
    )
    .into()
}
