//! A picture of the theme or of the edition.

use std::sync::Arc;

use super::Desk;
use super::boxed::{BoxColours, boxed};
use super::region::RegionSetup;
use crate::print::layout::{Align, Alt, Art, Length, Picture, Piece};

/// How high it is if the theme says nothing else, in points: 45 mm.
const HEIGHT: f32 = 45.0 * 72.0 / 25.4;

/// A picture, as high as the theme says, and no wider than the sheet. Without a fill there is no box around it.
pub(super) fn shown_picture(
    desk: &Desk<'_>,
    art: Arc<dyn Art>,
    alt: Option<Alt>,
    setup: &RegionSetup,
) -> Piece {
    let picture = Piece::from(Picture {
        art,
        height: Length::points(setup.height.unwrap_or(HEIGHT)),
        max_width: Length::points(desk.layout.page.width),
        ink: desk.palette.heading,
        alt,
        align: Align::Centre,
    });
    if setup.fill.is_none() {
        return picture;
    }
    boxed(desk, Some(setup), BoxColours::pale(desk, setup), picture)
}
