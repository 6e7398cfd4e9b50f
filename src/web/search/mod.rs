//! What can be looked for in an edition.
//!
//! Comes in: an edition, seen from its search page. Goes out: a list of [`Entry`]s, from which two things are made: the list
//! from A to Z, which needs no script, and the index that the script of the search page looks through. The index is a
//! script itself, because a page on a disk may load scripts but not read files.

mod alphabet;
mod entries;
mod index;
mod words;

pub(crate) use alphabet::{Letter, letters};
pub(crate) use entries::{Entry, entries};
pub(crate) use index::script;
