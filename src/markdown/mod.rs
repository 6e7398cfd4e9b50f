//! The one Markdown tree that feeds web and print, so that both always say the same.
//!
//! Comes in: text with `CommonMark`, tables, footnotes and our named block quotes. Goes out: [`Block`]s and [`Inline`]s,
//! with terms still standing as [`Inline::Term`] until an edition fills them in.

mod clause;
mod finish;
mod links;
mod parse;
mod place;
mod short;
mod target;
mod tree;

pub(crate) use links::{links_of_blocks, links_of_line, pictures_of_blocks};
pub(crate) use parse::{Options, parse_blocks, parse_line};
pub(crate) use place::Place;
pub use short::ShortBlock;
pub(crate) use short::short_text;
pub use tree::{Block, Column, ContainerKind, Inline, Item, Row, Target, plain_text};
