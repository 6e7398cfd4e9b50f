//! A text as it came back.

use crate::diagnostic::{Located, Span};

/// A text as it came back from a translator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// Which it is: the [`id`](super::Unit::id) of its unit.
    pub id: Located<String>,
    /// The original, as the translator had it.
    pub source: String,
    /// The translation; empty if there is none yet.
    pub target: String,
}

impl Returned {
    /// Where it stands.
    pub fn at(&self) -> Span {
        self.id.at
    }
}
