//! Where what an edition says comes from.
//!
//! Comes in: a pack with its layers, and one of its editions. Goes out: for a key, what each layer of the edition's chain says
//! there, and for the whole edition, every value with the layer that wrote it. Nothing is recorded for this while editions are
//! resolved: every value knows its place, and every place belongs to a layer.

mod account;
mod leaves;
mod places;

pub use account::{Account, Said, Saying, account};
pub use leaves::{Leaf, leaves, leaves_of};
pub use places::Places;
