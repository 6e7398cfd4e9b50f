//! The foot of a poster: contacts, the code that leads to the page, and the fine print.

use std::sync::Arc;

use super::Desk;
use super::contacts::{short_contact, without_scheme};
use super::fine_print::fine_print;
use crate::edition::Contact;
use crate::print::layout::{
    Align, Art, Cell, Length, Panel, Picture, Piece, Row, Sides, Size, Stack, Text, Upright,
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
/// Its width where nothing is beside it but the fine print: 30 mm.
const SMALL_CODE: f32 = 86.0;
/// More contacts than this stand in two rows.
const IN_A_ROW: usize = 2;

/// Contacts, code and fine print on the brand's colour.
pub(super) fn footer(desk: &Desk<'_>, code: Option<CodeTo>) -> Piece {
    let contacts: Vec<&Contact> = desk
        .edition
        .contacts
        .iter()
        .filter(|contact| contact.on_posters)
        .collect();
    if contacts.is_empty() {
        return imprint(desk, code);
    }
    let heading = desk.plain(
        &desk.words.get("contacts"),
        desk.edition.at,
        desk.heading(2, Size::Points(18.0))
            .colour(desk.palette.on_brand),
    );
    let main = Stack::new(
        vec![heading.into(), grid(desk, &contacts)],
        Length::points(12.0),
    );
    let code = code.map(|code| {
        let mut caption = code_caption(desk, &code, true);
        caption.align = Align::Centre;
        let piece = Stack::new(
            vec![code_picture(desk, code, CODE), caption.into()],
            Length::points(9.0),
        );
        Cell::fixed(piece, Length::points(CODE))
    });
    foot(desk, Piece::from(main).part(Role::Section), code)
}

/// Code and fine print without contacts.
pub(super) fn imprint(desk: &Desk<'_>, code: Option<CodeTo>) -> Piece {
    let Some(code) = code else {
        return foot(desk, Piece::Space(Length::default()), None);
    };
    let caption = code_caption(desk, &code, false);
    let address = desk.plain(
        &without_scheme(&code.address),
        desk.edition.at,
        desk.body()
            .size(Size::Points(12.0))
            .colour(desk.palette.on_brand),
    );
    let words = Stack::new(vec![caption.into(), address.into()], Length::points(9.0));
    let picture = code_picture(desk, code, SMALL_CODE);
    foot(
        desk,
        words.into(),
        Some(Cell::fixed(picture, Length::points(SMALL_CODE))),
    )
}

/// The band at the foot, with the fine print below what it holds.
fn foot(desk: &Desk<'_>, main: Piece, code: Option<Cell>) -> Piece {
    let mut lines = vec![main];
    lines.extend(fine_print(desk, desk.palette.on_brand).map(Piece::from));
    let mut cells = vec![Cell::share(Stack::new(lines, Length::points(15.0)), 1.0)];
    cells.extend(code);
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

/// The code, with its address for those who don't see it.
fn code_picture(desk: &Desk<'_>, code: CodeTo, width: f32) -> Piece {
    Picture {
        art: code.art,
        height: Length::points(width),
        max_width: Length::points(width),
        ink: desk.palette.on_brand,
        alt: Some(desk.words.format(
            "full_guidance_at",
            &[("address", without_scheme(&code.address).into())],
        )),
        align: Align::Start,
    }
    .into()
}

/// What the code is for.
fn code_caption(desk: &Desk<'_>, code: &CodeTo, small: bool) -> Text {
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
    desk.set(
        &wording,
        desk.edition.at,
        desk.body()
            .size(Size::Points(if small { 12.0 } else { 15.0 }))
            .style(Style::Bold)
            .leading(1.1)
            .colour(desk.palette.on_brand)
            .balanced(),
    )
}
