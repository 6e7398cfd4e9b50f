//! Noticeboard turns one pack of guidance into many local editions.

pub mod build;
pub mod diagnostic;
pub mod edition;
pub mod markdown;
pub mod pack;
pub mod print;
pub mod source;
pub mod theme;
pub mod web;
