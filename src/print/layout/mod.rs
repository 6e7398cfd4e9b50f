//! From pieces to places: boxes, lines and the size of type.
//!
//! Comes in: a tree of [`Piece`]s, which says what a sheet holds without saying where. Each piece knows its height for any
//! width and [`Scale`], so [`fit`](fit()) finds the largest scale at which all of them fit by asking. Goes out: a
//! [`Canvas`] full of drawn items, each tied to a part of the structure or marked as an artifact. Pieces are
//! drawn in the order of reading.
//!
//! What is too much for one page goes on over several: a [`Flow`] splits pieces where they may be split.

mod abreast;
mod backing;
mod canvas;
mod columns;
mod draw;
mod fit;
mod flow;
mod height;
mod notes;
mod piece;
mod scale;
mod shapes;
mod split;

pub(crate) use abreast::fit_abreast;
pub(crate) use backing::{Backing, Line, Pattern};
pub(crate) use canvas::{Canvas, Drawn, SetText};
pub(crate) use fit::{Fit, Limits, Squeeze, fit};
pub(crate) use flow::{Edges, Fill, FitOver, Flow, Folio, Pages, Surround};
pub(crate) use piece::{
    Align, Alt, Art, Cell, Column, Columns, Extent, Gap, Grows, HeadPlace, Headed, Item, Mark,
    Note, Panel, Picture, Piece, Rhythm, Row, Rule, Sides, Spread, Stack, Text, Upright, Widths,
};
pub(crate) use scale::{Length, Scale, Size};
