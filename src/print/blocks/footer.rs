//! The foot of a poster: contacts, the code that leads to the page, and the fine print.

use std::sync::Arc;

use super::Desk;
use super::contacts::{short_contact, without_scheme};
use super::fine_print::fine_print;
use super::palette::GroundColours;
use super::region::RegionSetup;
use crate::edition::Contact;
use crate::print::layout::{
    Align, Art, Cell, Length, Panel, Picture, Piece, Row, Stack, Text, Upright,
};
use crate::print::scene::{Colour, Role};
use crate::print::text::{Link, Style, Wording};

/// The page a code leads to.
pub(super) struct CodeTo {
    pub(super) address: String,
    pub(super) art: Arc<dyn Art>,
}

/// The width of the code with its white, in points: 34 mm.
const CODE: f32 = 98.0;
/// Its width where nothing is beside it but the fine print: 30 mm.
pub(super) const SMALL_CODE: f32 = 86.0;
/// More contacts than this stand in two rows.
const IN_A_ROW: usize = 2;

/// Contacts, code and fine print on a band.
pub(super) fn footer(desk: &Desk<'_>, code: Option<CodeTo>, setup: &RegionSetup) -> Piece {
    let contacts: Vec<&Contact> = desk
        .edition
        .contacts
        .iter()
        .filter(|contact| contact.on_posters)
        .collect();
    if contacts.is_empty() {
        return imprint(desk, code, setup);
    }
    let ground = desk.ground(setup);
    let in_a_row = setup.in_a_row.unwrap_or(IN_A_ROW);
    let (label, at) = desk.label("contacts", Some(setup));
    let heading = desk.plain(
        &label,
        at,
        desk.heading(2, desk.points(18.0)).colour(ground.text),
    );
    let main = Stack::new(
        vec![heading.into(), grid(desk, &contacts, in_a_row, ground.text)],
        Length::points(12.0),
    );
    let code = code.map(|code| code_cell(desk, code, in_a_row > IN_A_ROW, ground.text));
    let main = Piece::from(main).part(Role::Section);
    foot(desk, main, code, ground, setup)
}

/// Code and fine print without contacts.
pub(super) fn imprint(desk: &Desk<'_>, code: Option<CodeTo>, setup: &RegionSetup) -> Piece {
    let ground = desk.ground(setup);
    let Some(code) = code else {
        return foot(desk, Piece::Space(Length::default()), None, ground, setup);
    };
    let caption = code_caption(desk, &code, false, ground.text);
    let address = desk.plain(
        &without_scheme(&code.address),
        desk.edition.at,
        desk.body().size(desk.points(12.0)).colour(ground.text),
    );
    let words = Stack::new(vec![caption.into(), address.into()], Length::points(9.0));
    let picture = code_picture(desk, code, SMALL_CODE, ground.text);
    foot(
        desk,
        words.into(),
        Some(Cell::fixed(picture, Length::points(SMALL_CODE))),
        ground,
        setup,
    )
}

/// The band at the foot, with the fine print below what it holds.
fn foot(
    desk: &Desk<'_>,
    main: Piece,
    code: Option<Cell>,
    ground: GroundColours,
    setup: &RegionSetup,
) -> Piece {
    let mut lines = vec![main];
    lines.extend(fine_print(desk, ground.text).map(Piece::from));
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
        setup.around(16.0, desk.layout.page.margin, 16.0),
    )
    .filled(ground.fill)
    .into()
}

/// Contacts in rows of so many.
fn grid(desk: &Desk<'_>, contacts: &[&Contact], in_a_row: usize, colour: Colour) -> Piece {
    let rows = contacts
        .chunks(in_a_row)
        .map(|row| {
            let mut cells: Vec<Cell> = row
                .iter()
                .map(|contact| Cell::share(short_contact(desk, contact, colour), 1.0))
                .collect();
            if contacts.len() > in_a_row {
                cells.extend(
                    (row.len()..in_a_row)
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

/// The code with what it is for: below it, or beside it where the foot is wide and should be low.
fn code_cell(desk: &Desk<'_>, code: CodeTo, wide: bool, colour: Colour) -> Cell {
    /// The width of the words beside a code, in points.
    const WORDS: f32 = 70.0;
    /// The white between them.
    const GAP: f32 = 10.0;
    let mut caption = code_caption(desk, &code, true, colour);
    if wide {
        caption.align = Align::End;
        let row = Row {
            cells: vec![
                Cell::fixed(caption, Length::points(WORDS)),
                Cell::fixed(
                    code_picture(desk, code, SMALL_CODE, colour),
                    Length::points(SMALL_CODE),
                ),
            ],
            gap: Length::points(GAP),
            upright: Upright::Middle,
            balance: false,
        };
        return Cell::fixed(row, Length::points(WORDS + GAP + SMALL_CODE));
    }
    caption.align = Align::Centre;
    let stack = Stack::new(
        vec![code_picture(desk, code, CODE, colour), caption.into()],
        Length::points(9.0),
    );
    Cell::fixed(stack, Length::points(CODE))
}

/// The code, with its address for those who don't see it.
pub(super) fn code_picture(desk: &Desk<'_>, code: CodeTo, width: f32, ink: Colour) -> Piece {
    Picture {
        art: code.art,
        height: Length::points(width),
        max_width: Length::points(width),
        ink,
        alt: Some(desk.words.format(
            "full_guidance_at",
            &[("address", without_scheme(&code.address).into())],
        )),
        align: Align::Start,
    }
    .into()
}

/// What the code is for.
pub(super) fn code_caption(desk: &Desk<'_>, code: &CodeTo, small: bool, colour: Colour) -> Text {
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
            .size(desk.points(if small { 12.0 } else { 15.0 }))
            .style(Style::Bold)
            .leading(1.1)
            .colour(colour)
            .balanced(),
    )
}
