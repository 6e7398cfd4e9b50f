//! The band at the top: who says this.

use super::Desk;
use super::region::RegionSetup;
use crate::print::layout::{Align, Cell, Length, Panel, Picture, Piece, Row, Stack, Upright};
use crate::print::scene::{Colour, Role};
use crate::print::text::Style;

/// How high the logo is, in points: 15 mm.
const LOGO: f32 = 42.0;
/// The widest it may be.
const LOGO_WIDTH: f32 = 150.0;

/// The board on a band.
pub(super) fn band(desk: &Desk<'_>, setup: &RegionSetup) -> Piece {
    let ground = desk.ground(setup);
    Panel::new(
        board(desk, ground.text, 19.0, 2),
        setup.around(15.0, desk.layout.page.margin, 10.0),
    )
    .filled(ground.fill)
    .into()
}

/// Logo, name of the board and its motto. The name is no larger than `max` points, and takes `lines` at most.
pub(super) fn board(desk: &Desk<'_>, colour: Colour, max: f32, lines: usize) -> Piece {
    let edition = desk.edition;
    let name = desk.plain(
        &edition.name.value,
        edition.name.at,
        desk.body()
            .size(desk.fill(max, 14.0, lines))
            .style(Style::Bold)
            .leading(1.12)
            .colour(colour)
            .balanced(),
    );
    let mut words = vec![name.into()];
    if let Some(strapline) = &edition.branding.strapline
        && !strapline.value.is_empty()
    {
        words.push(
            desk.plain(
                &strapline.value,
                strapline.at,
                desk.body().size(desk.points(12.5)).colour(colour),
            )
            .into(),
        );
    }
    let words: Piece = Stack::new(words, Length::points(7.0)).into();
    let mut cells = Vec::new();
    if let (Some(art), Some(logo)) = (&desk.logo, &edition.branding.logo) {
        let width = (LOGO * art.aspect()).min(LOGO_WIDTH);
        cells.push(Cell::fixed(
            Picture {
                art: std::sync::Arc::clone(art),
                height: Length::points(LOGO),
                max_width: Length::points(LOGO_WIDTH),
                ink: colour,
                alt: Some(logo.alt.value.clone()),
                align: Align::Start,
            },
            Length::points(width),
        ));
    }
    cells.push(Cell::share(words, 1.0));
    let row = Row {
        cells,
        gap: Length::points(13.0),
        upright: Upright::Middle,
        balance: false,
    };
    Piece::from(row).part(Role::Section)
}
