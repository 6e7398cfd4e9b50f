//! Diagnostics as text: the only place where they become lines, for people or for programs.

mod data;
mod place;
mod text;

pub use data::{github, gitlab, json, sarif};
pub use text::text;
