//! Diagnostics as text for people: the only place where they become lines.

mod text;

pub use text::text;
