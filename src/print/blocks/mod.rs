//! What a poster says.
//!
//! Comes in: an [`Edition`](crate::edition::Edition), the words and icons of its theme, and a [`PosterLayout`] that names
//! the regions of a sheet in their order. Each region is a file here that turns its share of the edition into
//! pieces. Goes out: the pieces of a whole sheet, for the layout to find their places.

mod art;
mod band;
mod boxed;
mod code_region;
mod contacts;
mod desk;
mod directory;
mod edition_layout;
mod fine_print;
mod footer;
mod free_text;
mod halves;
mod headline;
mod icons;
mod inline;
mod large_print;
mod layout_keys;
mod levels;
mod look;
mod masthead;
mod notes;
mod palette;
mod poster_layout;
mod read_layout;
mod read_region;
mod region;
mod rules;
mod sheet;
mod sheets;
mod shown_picture;
mod statistics;
mod title;
mod turned;

pub(crate) use desk::Desk;
pub(crate) use edition_layout::say_what_has_no_place;
pub(crate) use free_text::Bullet;
pub(crate) use icons::Icons;
pub(crate) use palette::{BLACKS, GroundColours, INKS, Palette, ToneColours, tone_icon};
pub(crate) use poster_layout::{PosterLayout, Purpose};
pub(crate) use sheet::{Subject, sheet, wants_its_icon_above};
pub(crate) use sheets::Sheets;
