//! QR codes: an address that a phone reads from the wall.
//!
//! Comes in: the address. Goes out: a [`Code`] that can be put into any box, as one outline over a ground.

mod outline;
mod qr;

pub use qr::{Code, CodeError};
