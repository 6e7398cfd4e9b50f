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
        desk.read_from_afar(headline.at, (desk.layout.scale.headline, 33.0, 2), |size| {
            let look = desk.body().size(size).style(Style::Black);
            desk.line(headline, look.leading(1.04).colour(ground.text).balanced())
        })
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
    let words: Piece = Stack::new(lines, below(desk)).into();
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
            balance: &[],
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

/// The white between the headline and its note: letters that reach below the line must not touch what is there.
fn below(desk: &Desk<'_>) -> Length {
    /// How far they reach, in sizes of type.
    const DESCENT: f32 = 0.22;
    /// No theme makes titles smaller than by this.
    const SMALLEST: f32 = 0.6;
    let largest = desk.layout.scale.headline;
    let required = desk.needed_from_afar().unwrap_or(0.0) / SMALLEST;
    Length {
        points: 4.5,
        display: DESCENT * largest.max(required),
        ems: 0.0,
    }
}
