//! Looking at a pack while it is written.
//!
//! Comes in: a pack on disk, and what a browser asks for. Goes out: pages, posters and handbooks, made in memory when they are asked for
//! from what the files say at that moment ([`Workshop`](crate::build::Workshop)); nothing is written. Files are watched: after a save, open
//! pages load anew, and what is wrong is shown on top of them until it is mended. What could not be made is shown as it was last.
//!
//! It answers requests from this machine only, unless another address is named, and only under names that it knows, so
//! that no website can reach it through a name of its own (DNS rebinding). Whatever is asked for is looked up among what was made:
//! no path leads to the disk.

mod desk;
mod pages;
mod server;
mod watch;

pub use server::{Settings, serve};
