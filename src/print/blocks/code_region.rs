//! The code as a region of its own.

use super::Desk;
use super::boxed::{BoxColours, boxed};
use super::contacts::without_scheme;
use super::footer::{CodeTo, SMALL_CODE, code_caption, code_picture};
use super::region::RegionSetup;
use crate::print::layout::{Cell, Length, Piece, Row, Stack, Upright};
use crate::print::scene::Role;

/// The code, and beside it what it is for and its address for those who would rather type it.
pub(super) fn code_region(desk: &Desk<'_>, code: CodeTo, setup: &RegionSetup) -> Piece {
    let colours = BoxColours::pale(desk, setup);
    let caption = code_caption(desk, &code, false, colours.text);
    let address = desk.plain(
        &without_scheme(&code.address),
        desk.edition.at,
        desk.body().size(desk.points(12.0)).colour(colours.text),
    );
    let words = Stack::new(vec![caption.into(), address.into()], Length::points(9.0));
    let width = setup.height.unwrap_or(SMALL_CODE);
    let picture = code_picture(desk, code, width, colours.ink);
    let row = Piece::from(Row {
        cells: vec![
            Cell::fixed(picture, Length::points(width)),
            Cell::share(words, 1.0),
        ],
        gap: Length::points(16.0),
        upright: Upright::Middle,
        balance: &[],
    });
    boxed(desk, Some(setup), colours, row.part(Role::Section))
}
