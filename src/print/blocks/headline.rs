//! The headline: the one thing a poster shouts.

use super::Desk;
use super::region::RegionSetup;
use crate::edition::Text as Line;
use crate::print::layout::{Align, Cell, Length, Panel, Picture, Piece, Row, Size, Stack, Upright};
use crate::print::scene::Role;
use crate::print::text::Style;

/// How high the symbol is, in points.
const SYMBOL: f32 = 54.0;

/// The headline and its note on a band that can't be missed.
pub(super) fn headline(
    desk: &Desk<'_>,
    headline: &Line,
    note: Option<&Line>,
    setup: &RegionSetup,
) -> Piece {
    let ground = desk.ground(setup);
    let mut lines: Vec<Piece> = vec![
        desk.line(
            headline,
            desk.body()
                .size(desk.fill(desk.layout.scale.headline, 33.0, 2))
                .style(Style::Black)
                .leading(1.04)
                .colour(ground.text)
                .balanced(),
        )
        .into(),
    ];
    if let Some(note) = note {
        lines.push(
            desk.line(
                note,
                desk.body()
                    .size(Size::Body(1.1))
                    .style(Style::Bold)
                    .colour(ground.text)
                    .balanced(),
            )
            .into(),
        );
    }
    let words: Piece = Stack::new(lines, Length::points(12.0)).into();
    let icon = setup.icon.or_usual(Some("cross"));
    let row: Piece = match icon.and_then(|name| desk.icons.get(name)) {
        Some(art) => Row {
            cells: vec![
                Cell::fixed(
                    Picture {
                        art,
                        height: Length::display(SYMBOL),
                        max_width: Length::display(SYMBOL),
                        ink: ground.text,
                        alt: None,
                        align: Align::Start,
                    },
                    Length::display(SYMBOL),
                ),
                Cell::share(words, 1.0),
            ],
            gap: Length::points(16.0),
            upright: Upright::Middle,
            balance: false,
        }
        .into(),
        None => words,
    };
    Panel::new(
        row.part(Role::Section),
        setup.around(14.0, desk.layout.page.margin, 14.0),
    )
    .filled(ground.fill)
    .into()
}
