//! The pack as authored: its layers, each a tree of values that has the shape declared here.
//!
//! Comes in: the files of `content/`. Goes out: a [`Pack`] of [`Layer`]s, one for the pack itself and one for each edition's
//! folder or row, and below them those of the pack that it builds on ([`BasePack`]). [`shape`] declares every key once; reading, merging and the reference in `docs/` all go by it.

mod assets;
mod base_pack;
mod columns;
pub(crate) mod conform;
mod languages;
mod layer;
mod read;
mod reference;
mod rows;
mod schema;
pub mod shape;
mod tables;

pub use assets::Assets;
pub use base_pack::{BasePack, Lock};
pub(crate) use base_pack::{COPY_FILE, LOCK_FILE};
#[cfg(test)]
pub(crate) use conform::conform;
pub(crate) use conform::{
    bare_letter, date, id_of, is_email, is_language, is_made_up, misfit, slug,
};
pub(crate) use languages::Languages;
pub use layer::{Layer, Pack};
pub(crate) use layer::{PACK_ID, is_edition};
pub(crate) use read::read_folder;
pub use read::{read, read_at_hand};
pub use reference::reference;
pub use schema::schemas;
