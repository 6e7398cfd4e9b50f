//! The masthead: title and board side by side, for sheets that are wider than high.

use super::Desk;
use super::band::board;
use super::region::RegionSetup;
use super::title::{Title, title_words};
use crate::print::layout::{Cell, Length, Panel, Piece, Row, Upright};

/// How much of the width the board takes.
const BOARD: f32 = 0.27;

/// The title where reading begins, the board at the other end.
pub(super) fn masthead(desk: &Desk<'_>, title: &Title<'_>, setup: &RegionSetup) -> Piece {
    let ground = desk.ground(setup);
    let row = Row {
        cells: vec![
            Cell::share(
                title_words(desk, title, ground.text, &setup.icon),
                1.0 - BOARD,
            ),
            Cell::share(board(desk, ground.text, 16.0, 4), BOARD),
        ],
        gap: Length::points(24.0),
        upright: Upright::Middle,
        balance: &[],
    };
    Panel::new(
        row.into(),
        setup.around(14.0, desk.layout.page.margin, 14.0),
    )
    .filled(ground.fill)
    .into()
}
