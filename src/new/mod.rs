//! What is begun: an edition, a channel, a section or a theme.
//!
//! Comes in: what somebody answered, and what the pack has already. Goes out: the text of a file with comments, which builds at
//! once, so that whoever begins changes words instead of looking up keys. Nothing is written here.

mod below;
mod channel;
mod edition;
mod section;
mod theme;

pub use below::{Below, ContactBelow, LevelBelow};
pub use channel::{NewChannel, channel};
pub use edition::{NewEdition, OwnContact, edition};
pub use section::{next_number, section};
pub use theme::theme;
