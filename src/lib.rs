//! Noticeboard turns one pack of guidance, written in YAML and Markdown, into many local editions, each with its own
//! website and printable posters.
//!
//! Data flows in one direction; only the first step reads, and only the last one writes:
//!
//! ```text
//! content/ ──read──▶ Pack ──resolve──▶ Edition ──compose──▶ pages and posters ──render──▶ artifacts ──publish──▶ output/
//! themes/  ──load──▶ Theme ────────────────────────────────┘
//! ```
//!
//! - [`source`] reads files into trees of values, each with its place.
//! - [`pack`] sorts them into layers and checks their shape.
//! - [`edition`] merges the layers of each edition and reads them into types.
//! - [`markdown`] is the one tree of text that web and print share.
//! - [`theme`] holds templates, styles, icons, words and poster layouts.
//! - [`check`] finds what is wrong with an edition that is well formed.
//! - [`handbook`] says what the whole edition as one document has, whatever form it takes.
//! - [`web`] makes the pages of an edition, and [`print`](mod@print) its posters.
//! - [`acceptance`] keeps editions in step with what they build on.
//! - [`compare`] says what differs between two editions.
//! - [`explain`] says where what an edition says comes from.
//! - [`mod@new`] begins an edition, channel, section or theme.
//! - [`translate`] hands texts to translators, and takes them back.
//! - [`update`] says what would change with a newer base pack, and takes it.
//! - [`build`] runs all of it in parallel, and publishes.
//! - [`serve`] shows a pack in a browser while it is written.
//! - [`cli`] is the command.
//! - [`diagnostic`] is what every step says when something is wrong.

pub mod acceptance;
pub mod build;
pub mod check;
pub mod cli;
pub mod compare;
pub mod diagnostic;
pub mod edition;
pub mod explain;
#[doc(hidden)]
pub mod fuzzing;
pub mod handbook;
pub mod markdown;
#[doc(hidden)]
pub mod measuring;
pub mod new;
pub mod pack;
pub mod print;
pub mod serve;
pub mod source;
pub mod theme;
pub mod translate;
pub mod update;
pub mod web;

#[cfg(test)]
mod trial;
