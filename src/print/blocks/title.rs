//! The title: what this is about, read across a room.

use super::Desk;
use super::look::RegionIcon;
use super::region::RegionSetup;
use crate::diagnostic::Span;
use crate::edition::Text as Line;
use crate::print::layout::{Align, Cell, Length, Panel, Picture, Piece, Row, Stack, Upright};
use crate::print::scene::Colour;
use crate::print::text::Style;

/// How large the icon is, in points.
const ICON: f32 = 106.0;

/// What a title consists of.
pub(super) struct Title<'a> {
    pub(super) words: String,
    pub(super) at: Span,
    pub(super) summary: Option<Summary<'a>>,
    pub(super) icon: Option<&'a str>,
}

/// The line below a title.
pub(super) enum Summary<'a> {
    /// From the pack.
    Line(&'a Line),
    /// From the theme.
    Words(String, Span),
}

/// Title, summary and icon on a band.
pub(super) fn title(desk: &Desk<'_>, title: &Title<'_>, setup: &RegionSetup) -> Piece {
    let ground = desk.ground(setup);
    Panel::new(
        title_words(desk, title, ground.text, &setup.icon),
        setup.around(10.0, desk.layout.page.margin, 20.0),
    )
    .filled(ground.fill)
    .into()
}

/// Title, summary and icon.
pub(super) fn title_words(
    desk: &Desk<'_>,
    title: &Title<'_>,
    colour: Colour,
    icon: &RegionIcon,
) -> Piece {
    let scale = desk.layout.scale;
    let words = desk.read_from_afar(title.at, (scale.title, scale.title_one_line, 2), |size| {
        let look = desk.heading(1, size).leading(0.92).colour(colour);
        desk.plain(&title.words, title.at, look)
    });
    let mut lines: Vec<Piece> = vec![words.into()];
    let look = desk
        .body()
        .size(desk.fill(25.0, 17.0, 2))
        .style(Style::Bold)
        .leading(1.12)
        .colour(colour)
        .balanced();
    match &title.summary {
        Some(Summary::Line(line)) => lines.push(desk.line(line, look).into()),
        Some(Summary::Words(words, at)) => lines.push(desk.plain(words, *at, look).into()),
        None => {}
    }
    let words: Piece = Stack::new(lines, Length::display(27.0)).into();
    let art = icon
        .or_usual(title.icon)
        .and_then(|name| desk.icons.get(name));
    match art.map(|art| desk.large(art)) {
        Some(art) => Row {
            cells: vec![
                Cell::share(words, 1.0),
                Cell::fixed(
                    Picture {
                        art,
                        height: Length::display(ICON),
                        max_width: Length::display(ICON),
                        ink: colour,
                        alt: None,
                        align: Align::End,
                    },
                    Length::display(ICON),
                ),
            ],
            gap: Length::points(18.0),
            upright: Upright::Middle,
            balance: false,
        }
        .into(),
        None => words,
    }
}
