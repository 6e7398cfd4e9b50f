//! Posters and the handbook: from an edition to PDF, in three steps.
//!
//! [`blocks`] say *what* a sheet has to say, [`layout`] finds out *where* it stands and makes one [`scene`], and
//! [`pdf`] writes the scene as operators and tags. [`text`] sets type for the layout, and [`preview`] draws what was written as a
//! picture.

pub mod code;
pub mod pdf;
pub mod picture;
pub mod preview;
pub mod scene;
pub mod text;

mod blocks;
mod fields;
mod handbook;
mod ink;
mod layout;
mod overflow;
mod press;
mod separation;
mod set;
mod two_languages;

pub use press::{Poster, Posters, Press, PrintShop};
pub(crate) use text::Direction;

#[cfg(test)]
mod bold_tests;
#[cfg(test)]
mod language_tests;
#[cfg(test)]
mod large_print_tests;
#[cfg(test)]
mod picture_tests;
#[cfg(test)]
mod random_tests;
#[cfg(test)]
mod region_tests;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
