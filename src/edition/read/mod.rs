//! From the merged tree of an edition to its types.
//!
//! Comes in: a tree that has the shape of a layer. Goes out: an [`Edition`](super::Edition), with Markdown parsed, terms filled
//! in and links checked. What is needed and missing is said here, because only now is it sure that no layer gives it.

mod context;
mod fields;
mod fill;
mod handbook;
mod ink;
mod parts;
mod poster_changes;
mod posters;
mod readers;
mod rooms;
mod whole;

pub(super) use context::ParsedTexts;
pub(super) use whole::edition;
