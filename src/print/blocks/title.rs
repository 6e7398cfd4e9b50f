//! The title: what this is about, read across a room.

use std::sync::Arc;

use super::Desk;
use super::look::RegionIcon;
use super::region::RegionSetup;
use crate::diagnostic::Span;
use crate::edition::Region;
use crate::edition::Text as Line;
use crate::print::layout::{Align, Art, Cell, Length, Panel, Picture, Piece, Row, Stack, Upright};
use crate::print::scene::Colour;
use crate::print::text::Style;

/// How large the icon is, in points.
const ICON: f32 = 106.0;
/// The white between title and icon, in points.
const ICON_GAP: f32 = 18.0;

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
    let icon = match icon_above(desk, title, setup) {
        Some(_) => &RegionIcon::Hidden,
        None => &setup.icon,
    };
    Panel::new(
        title_words(desk, title, ground.text, icon),
        setup.around(10.0, desk.layout.page.margin, 20.0),
    )
    .filled(ground.fill)
    .into()
}

/// The icon of a title that can have large letters on one line only if the icon isn't beside it. It stands in the band above.
pub(super) fn icon_above(
    desk: &Desk<'_>,
    title: &Title<'_>,
    setup: &RegionSetup,
) -> Option<Arc<dyn Art>> {
    let art = setup
        .icon
        .or_usual(title.icon)
        .and_then(|name| desk.icons.get(name))?;
    let has_band = desk
        .layout
        .regions
        .iter()
        .any(|setup| setup.region == Region::Band);
    let one_line = desk.layout.scale.title_one_line;
    let look = desk.heading(1, desk.points(one_line));
    let width = desk
        .plain(&title.words, title.at, look)
        .paragraph
        .narrowest(1);
    let room = desk.layout.page.width - 2.0 * desk.layout.page.margin;
    let alone = room / width;
    let beside = (room - ICON - ICON_GAP) / width;
    let is_wanted = beside < one_line && one_line <= alone;
    (has_band && (desk.icon_above || is_wanted)).then_some(art)
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
            gap: Length::points(ICON_GAP),
            upright: Upright::Middle,
            balance: &[],
        }
        .into(),
        None => words,
    }
}
