//! The one Markdown tree that feeds web and print, so that both always say the same.
//!
//! Comes in: text with CommonMark, tables, footnotes and our named block quotes. Goes out: [`Block`]s and [`Inline`]s,
//! with terms still standing as [`Inline::Term`] until an edition fills them in.

mod tree;

pub use tree::{Block, Column, ContainerKind, Inline, Item, Row, Target, plain_text};
