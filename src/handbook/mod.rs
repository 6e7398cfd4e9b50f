//! The handbook: the whole edition as one document, before it has a form.
//!
//! Comes in: an [`Edition`](crate::edition::Edition) and the fixed words. Goes out: a [`Handbook`], which says *what* the document
//! has, in the order of reading: a cover, chapters, a back page. It knows nothing of PDF, Word or HTML; each of those writes this one tree, so
//! that all of them say the same. Texts are borrowed from the edition, and nothing is copied or shortened.
//!
//! What can be pointed at is a [`Target`]. Its name is made of ids alone and so stays the same over versions: it is the named
//! destination in a PDF, the bookmark in Word and the anchor in HTML. [`Handbook::destination`] says where a link of a text
//! leads: to a target within, or to the web.

mod about;
mod channel;
mod compose;
mod contents;
mod destination;
mod directory;
mod do_and_dont;
mod named;
mod page;
mod passages;
mod plain;
mod target;
mod tree;
mod word;

#[cfg(test)]
mod form_tests;
#[cfg(test)]
mod tests;

pub use compose::{compose, compose_parts};
pub use contents::ContentsEntry;
pub use destination::Destination;
pub use named::Named;
pub(crate) use named::joined;
pub use page::page;
pub use plain::text;
pub use target::Target;
pub use tree::{
    Amendment, Back, Chapter, Consequence, Cover, Element, Entry, Fact, Group, Handbook, Level,
    Reference, Relation, Statement, Statistic,
};
pub use word::word;
