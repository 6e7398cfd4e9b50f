//! Building: what is to be made, and how it gets to the output folder.
//!
//! Comes in: editions and themes. Goes out: [`Artifact`]s, published all together or not at all.

mod artifact;

pub use artifact::Artifact;
