//! The foot of a poster: contacts, the code that leads to the page, and the fine print.

use std::sync::Arc;

use super::Desk;
use super::contacts::{NUMBER_ICON, icon_room, in_a_row_at_most, short_contact, without_scheme};
use super::fine_print::fine_print;
use super::palette::GroundColours;
use super::region::RegionSetup;
use crate::edition::{Contact, Region};
use crate::print::layout::{
    Align, Art, Cell, Column, Folio, HeadPlace, Headed, Length, Panel, Picture, Piece, Row, Stack,
    Text, Upright,
};
use crate::print::scene::{Colour, Goal, Role};
use crate::print::text::{Link, Style, Wording};

/// What the foot of a sheet shows beside contacts and fine print, each once.
#[derive(Debug, Clone, Default)]
pub(super) struct Foot {
    /// The code that leads to the page.
    pub(super) code: Option<CodeTo>,
    /// Which sheet it is, where there are several.
    folio: Option<Folio>,
}

impl Foot {
    /// What a foot shows: an address with the picture of it, and the number of the sheet.
    pub(super) fn new(code: Option<(String, Arc<dyn Art>)>, folio: Option<Folio>) -> Self {
        Self {
            code: code.map(|(address, art)| CodeTo { address, art }),
            folio,
        }
    }

    /// What a region shows of it. The code stands in the one that is its own if there is one, or else in the first that
    /// can show it.
    pub(super) fn take(&mut self, desk: &Desk<'_>, setup: &RegionSetup) -> Self {
        let has_its_own = desk
            .layout
            .regions
            .iter()
            .any(|other| other.region == Region::Qr);
        let is_its_own = setup.region == Region::Qr;
        Self {
            code: self.code.take_if(|_| is_its_own || !has_its_own),
            folio: self.folio.take_if(|_| !is_its_own),
        }
    }
}

/// The page a code leads to.
#[derive(Debug, Clone)]
pub(super) struct CodeTo {
    pub(super) address: String,
    art: Arc<dyn Art>,
}

/// The width of the code with its white, in points: 34 mm.
const CODE: f32 = 98.0;
/// Its width where nothing is beside it but the fine print: 30 mm.
pub(super) const SMALL_CODE: f32 = 86.0;
/// The width of the words beside a code where the foot is wide, and the white between them.
const CODE_WORDS: f32 = 70.0;
const CODE_GAP: f32 = 10.0;
/// The width of a code with such words.
const WIDE_CODE: f32 = CODE_WORDS + CODE_GAP + SMALL_CODE;
/// The white before a code.
const BESIDE_CODE: f32 = 20.0;
/// The white between contacts side by side.
const BETWEEN: f32 = 16.0;
/// The size of the number of a sheet, in points.
const NUMBER: f32 = 17.0;
/// More contacts than this stand in two rows.
const IN_A_ROW: usize = 2;

/// Contacts, code and fine print on a band.
pub(super) fn footer(desk: &Desk<'_>, foot: Foot, setup: &RegionSetup) -> Piece {
    let contacts: Vec<&Contact> = desk
        .edition
        .contacts
        .iter()
        .filter(|contact| contact.on_posters)
        .collect();
    if contacts.is_empty() {
        return imprint(desk, foot, setup);
    }
    let ground = desk.ground(setup);
    let wanted = setup.in_a_row.unwrap_or(IN_A_ROW);
    let in_a_row = in_a_row_at_most(desk, &contacts, wanted, |count| {
        let code = if wanted > IN_A_ROW { WIDE_CODE } else { CODE };
        let around = 2.0 * setup.padding.sides.unwrap_or(desk.layout.page.margin);
        let inside = desk.layout.page.width - around - BESIDE_CODE - code;
        let icon = icon_room(desk.layout.scale.phones * NUMBER_ICON);
        (inside - (count as f32 - 1.0) * BETWEEN) / count as f32 - icon
    });
    let (label, at) = desk.label("contacts", Some(setup));
    let heading = |words: &str| {
        let look = desk.heading(2, desk.points(18.0)).colour(ground.text);
        Piece::from(desk.plain(words, at, look))
    };
    let again = desk
        .words
        .format("level_continued", &[("label", label.as_str().into())]);
    let main = Headed {
        column: Column {
            head: heading(&label),
            again: heading(&again).unread(),
            body: grid(desk, &contacts, in_a_row, ground.text),
        },
        place: HeadPlace::over(Length::points(12.0)),
    };
    let code = foot
        .code
        .map(|code| code_cell(desk, code, wanted > IN_A_ROW, ground.text));
    let main = Piece::from(main).part(Role::Section);
    band(desk, main, code, foot.folio, (ground, setup))
}

/// Code and fine print without contacts.
pub(super) fn imprint(desk: &Desk<'_>, foot: Foot, setup: &RegionSetup) -> Piece {
    let ground = desk.ground(setup);
    let Some(code) = foot.code else {
        let nothing = Piece::Space(Length::default());
        return band(desk, nothing, None, foot.folio, (ground, setup));
    };
    let caption = code_caption(desk, &code, false, ground.text);
    let address = desk.plain(
        &without_scheme(&code.address),
        desk.edition.at,
        desk.body().size(desk.points(12.0)).colour(ground.text),
    );
    let words = Stack::new(vec![caption.into(), address.into()], Length::points(9.0));
    let picture = code_picture(desk, code, SMALL_CODE, ground.text);
    let code = Cell::fixed(picture, Length::points(SMALL_CODE));
    band(desk, words.into(), Some(code), foot.folio, (ground, setup))
}

/// The band at the foot, with the fine print below what it holds.
fn band(
    desk: &Desk<'_>,
    main: Piece,
    code: Option<Cell>,
    folio: Option<Folio>,
    (ground, setup): (GroundColours, &RegionSetup),
) -> Piece {
    let mut lines = vec![main];
    let last = fine_print(desk, ground.text).map(Piece::from);
    lines.extend(match folio {
        Some(folio) => Some(with_folio(desk, last, folio, ground.text)),
        None => last,
    });
    let content: Piece = if desk.layout.is_in_one_column() {
        if let Some(code) = code {
            lines.insert(1, code.piece);
        }
        Stack::new(lines, Length::points(22.0)).into()
    } else {
        let mut cells = vec![Cell::share(Stack::new(lines, Length::points(15.0)), 1.0)];
        cells.extend(code);
        Row {
            cells,
            gap: Length::points(BESIDE_CODE),
            upright: Upright::Middle,
            balance: &[],
        }
        .into()
    };
    let around = setup.around(16.0, desk.layout.page.margin, 16.0);
    let band = Panel::new(content, around).filled(ground.fill);
    let band = Piece::from(band);
    // Large print goes on between two contacts, before much of a page is left white.
    if desk.layout.is_in_one_column() {
        band
    } else {
        band.together()
    }
}

/// The last line with the number of the sheet at its end. That is for the eye alone: a file knows its pages.
fn with_folio(desk: &Desk<'_>, line: Option<Piece>, folio: Folio, colour: Colour) -> Piece {
    let mut number = sheet_number(desk, folio, colour);
    number.align = Align::End;
    let width = number.paragraph.natural_width() * NUMBER.max(desk.layout.scale.least) + 1.0;
    Row {
        cells: vec![
            Cell::share(line.unwrap_or(Piece::Space(Length::default())), 1.0),
            Cell::fixed(Piece::from(number).unread(), Length::points(width)),
        ],
        gap: Length::points(14.0),
        upright: Upright::Middle,
        balance: &[],
    }
    .into()
}

/// "1 of 2".
pub(super) fn sheet_number(desk: &Desk<'_>, folio: Folio, colour: Colour) -> Text {
    let words = desk.words.format(
        "sheet_of",
        &[
            ("number", (folio.number as i64).into()),
            ("count", (folio.of as i64).into()),
        ],
    );
    desk.plain(
        &words,
        desk.edition.at,
        desk.body()
            .size(desk.points(NUMBER))
            .style(Style::Black)
            .colour(colour),
    )
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
                gap: Length::points(BETWEEN),
                upright: Upright::Top,
                balance: &[],
            }
            .into()
        })
        .collect();
    Piece::from(Stack::new(rows, Length::points(16.0))).part(Role::List { numbered: false })
}

/// The code with what it is for: below it, or beside it where the foot is wide and should be low.
fn code_cell(desk: &Desk<'_>, code: CodeTo, wide: bool, colour: Colour) -> Cell {
    let mut caption = code_caption(desk, &code, true, colour);
    if wide {
        caption.align = Align::End;
        let row = Row {
            cells: vec![
                Cell::fixed(caption, Length::points(CODE_WORDS)),
                Cell::fixed(
                    code_picture(desk, code, SMALL_CODE, colour),
                    Length::points(SMALL_CODE),
                ),
            ],
            gap: Length::points(CODE_GAP),
            upright: Upright::Middle,
            balance: &[],
        };
        return Cell::fixed(row, Length::points(WIDE_CODE));
    }
    if desk.layout.is_in_one_column() {
        let row = Row {
            cells: vec![
                Cell::fixed(code_picture(desk, code, CODE, colour), Length::points(CODE)),
                Cell::share(caption, 1.0),
            ],
            gap: Length::points(20.0),
            upright: Upright::Middle,
            balance: &[],
        };
        return Cell::share(row, 1.0);
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
        alt: Some(
            desk.words
                .format(
                    "full_guidance_at",
                    &[("address", without_scheme(&code.address).into())],
                )
                .into(),
        ),
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
            to: Goal::Address(code.address.clone()),
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
