//! The handbook on paper: the whole edition as pages.
//!
//! Comes in: a [`Handbook`](crate::handbook::Handbook), which says what there is, and a [`HandbookLayout`], which says how a theme
//! wants it to look. `composer` and the files beside it turn chapters into pieces; `bind` lets them flow over pages with the one
//! engine of [`layout`](super::layout), until the numbers of pages that stand in the text are those that come out, and
//! draws a scene. Goes out: that scene, for [`pdf`](super::pdf) to write. `booklet` puts its pages two to a sheet.

mod back;
mod bind;
mod booklet;
mod boxes;
mod chapter;
mod composer;
mod contents;
mod cover;
mod directory;
mod keys;
mod layout;
mod prose;
mod read;
mod statements;
mod tables;

pub(super) use bind::{Binder, Unbound};
pub(super) use booklet::impose;
pub(super) use layout::HandbookLayout;

#[cfg(test)]
mod tests;
