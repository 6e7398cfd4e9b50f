//! Everything from a folder of content to a folder of output.
//!
//! Comes in: where the content, the themes and the output lie, and what is wanted. Goes out: a [`Report`]: what was made, and
//! what is wrong. Nothing is published when anything wrong is grave.

mod artifact;
mod digest;
mod handbooks;
mod job;
mod look;
mod merge;
mod print_shop;
mod printed;
mod publish;
mod record;
mod reuse;
mod run;
mod scope;
mod shard;
mod soundness;
mod swap;
mod workshop;
mod zipped;

pub use artifact::Artifact;
pub use merge::merge;
pub use publish::Published;
pub(crate) use publish::is_busy;
pub use record::Reason;
pub use run::{Extras, Made, Only, Report, Request, run};
pub use shard::{NoShard, Shard};
pub use workshop::{Fit, MadeEdition, Workshop};
