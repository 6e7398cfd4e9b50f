//! The band at the top: who says this.

use std::sync::Arc;

use super::Desk;
use super::region::RegionSetup;
use crate::print::layout::{Align, Art, Cell, Length, Panel, Picture, Piece, Row, Stack, Upright};
use crate::print::scene::{Colour, Role};
use crate::print::text::Style;

/// How high the logo is, in points: 15 mm.
const LOGO: f32 = 42.0;
/// The widest it may be.
const LOGO_WIDTH: f32 = 150.0;
/// How high an icon at the end of the band is.
const ICON: f32 = 54.0;

/// The board on a band, and the icon of the title below if that needs its room.
pub(super) fn band(desk: &Desk<'_>, icon: Option<Arc<dyn Art>>, setup: &RegionSetup) -> Piece {
    let ground = desk.ground(setup);
    let board = board(desk, ground.text, 19.0, 2);
    let content = match icon {
        Some(art) => {
            let picture = Picture {
                art,
                height: Length::points(ICON),
                max_width: Length::points(ICON),
                ink: ground.text,
                alt: None,
                align: Align::End,
            };
            Row {
                cells: vec![
                    Cell::share(board, 1.0),
                    Cell::fixed(picture, Length::points(ICON)),
                ],
                gap: Length::points(18.0),
                upright: Upright::Middle,
                balance: &[],
            }
            .into()
        }
        None => board,
    };
    Panel::new(content, setup.around(15.0, desk.layout.page.margin, 10.0))
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
    // Less with less air would let descenders of the name touch the motto.
    let words: Piece = Stack::new(words, Length::display(7.0)).into();
    let mut cells = Vec::new();
    if let (Some(art), Some(logo)) = (&desk.logo, &edition.branding.logo) {
        let width = (LOGO * art.aspect()).min(LOGO_WIDTH);
        cells.push(Cell::fixed(
            Picture {
                art: Arc::clone(art),
                height: Length::points(LOGO),
                max_width: Length::points(LOGO_WIDTH),
                ink: colour,
                alt: Some(desk.alt(&logo.alt)),
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
        balance: &[],
    };
    Piece::from(row).part(Role::Section)
}
