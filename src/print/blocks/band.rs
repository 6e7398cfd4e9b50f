//! The band at the top: who says this.

use super::Desk;
use crate::print::layout::{
    Align, Cell, Length, Panel, Picture, Piece, Row, Sides, Size, Stack, Upright,
};
use crate::print::scene::Role;
use crate::print::text::Style;

/// How high the logo is, in points: 15 mm.
const LOGO: f32 = 42.0;
/// The widest it may be.
const LOGO_WIDTH: f32 = 150.0;

/// Logo, name of the board and its motto.
pub(super) fn band(desk: &Desk<'_>) -> Piece {
    let edition = desk.edition;
    let colour = desk.palette.on_brand;
    let name = desk.plain(
        &edition.name.value,
        edition.name.at,
        desk.body()
            .size(Size::Fill {
                max: 19.0,
                one_line: 14.0,
                lines: 2,
            })
            .style(Style::Bold)
            .leading(1.12)
            .colour(colour)
            .balanced(),
    );
    let mut lines = vec![name.into()];
    if let Some(strapline) = &edition.branding.strapline
        && !strapline.value.is_empty()
    {
        lines.push(
            desk.plain(
                &strapline.value,
                strapline.at,
                desk.body().size(Size::Points(12.5)).colour(colour),
            )
            .into(),
        );
    }
    let words: Piece = Stack::new(lines, Length::points(7.0)).into();
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
    Panel::new(
        Piece::from(row).part(Role::Section),
        Sides {
            top: Length::points(15.0),
            side: Length::points(desk.layout.page.margin),
            bottom: Length::points(10.0),
        },
    )
    .filled(desk.palette.brand)
    .into()
}
