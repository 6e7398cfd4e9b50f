//! What differs between two editions, or between an edition and what it builds on.
//!
//! Comes in: two merged trees. Goes out: [`Fact`]s, each of which names a key and what became of it, and a [`Report`] that puts them
//! into the words of a committee: by channel and section, with the words that changed marked. A report is written as text, as
//! Markdown for a paper, as a page and as JSON.

mod facts;
mod json;
mod local;
mod markdown;
mod page;
mod report;
mod text;
mod values;
mod words;

pub use facts::{Fact, What, facts};
pub use json::json;
pub use local::{Difference, LocalAdvice, Saying};
pub use markdown::markdown;
pub use page::page;
pub use report::{Change, Group, Kind, Report, Side};
pub use text::text;
pub use words::{Piece, pieces};
