//! HTML from the Markdown tree.
//!
//! Comes in: blocks and lines of the tree. Goes out: [`Html`], safe to stand in a page as it is. Everything that is
//! words goes through one function, [`escape`](escape()); a link is written only if its target is in the edition.

mod blocks;
mod containers;
mod escape;
mod inline;
mod tables;
#[cfg(test)]
mod tests;
mod writer;

pub(crate) use escape::{escape, escape_into, put};
pub(crate) use writer::{Links, ShownPicture, Writer};

/// The address on a page of a word that it explains.
pub(crate) fn word_anchor(id: &str) -> String {
    format!("word_{id}")
}

use serde::Serialize;

/// HTML that is safe to stand in a page as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(crate) struct Html(pub(crate) String);
