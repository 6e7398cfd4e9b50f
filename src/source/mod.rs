//! Reading: the only room that takes anything from disk.
//!
//! Comes in: folders. Goes out: [`Sources`], every text that was read, and trees of [`Node`]s, every value with its place.

pub(crate) mod archive;
pub(crate) mod direction;
mod files;
pub(crate) mod folder;
pub(crate) mod front_matter;
pub(crate) mod names;
mod node;
mod slip;
pub(crate) mod table;
pub(crate) mod workbook;
pub(crate) mod written;
pub(crate) mod yaml;

pub use files::{SourceFile, Sources};
pub use node::{Entry, Node, Value};
