//! Keeping local editions in step with what they build on.
//!
//! A board words a sentence in its own way, and later the sentence below changes: then somebody has to look at both. What a layer
//! was looked at against stands in its file `accepted.yml`. Comes in: a pack. Goes out: what has changed since then, as diagnostics
//! ([`drift`](mod@drift)), and the file anew once somebody has looked ([`accept`](accept())).

mod accept;
mod drift;
mod sayings;

pub use accept::{accept, file_of};
pub use drift::drift;
pub(crate) use sayings::GUIDING;
