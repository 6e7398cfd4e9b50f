//! What is wrong, where, and how to mend it.
//!
//! Every step of the flow adds [`Diagnostic`]s to a [`Diagnostics`]; none of them prints, and none of them stops at the
//! first. A diagnostic is data: a [`Code`] that stays the same over versions, a message, labelled [`Span`]s and help.
//! It becomes text only at the edge, in [`render`].

mod code;
mod diagnostics;
mod nearest;
pub mod render;
mod span;

pub use code::{Code, Severity};
pub use diagnostics::{Diagnostic, Diagnostics, Label};
pub use nearest::{nearest, one_of};
pub use span::{FileId, Located, Span};
