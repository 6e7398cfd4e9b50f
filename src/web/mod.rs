//! The website of an edition.
//!
//! Comes in: an [`Edition`](crate::edition::Edition), a theme, and what is known of its posters. Goes out: the site as
//! [`Artifact`](crate::build::Artifact)s. A page is made in three steps: [`pages`](mod@pages) takes from the edition what the page
//! says, as values that a template can show ([`views`]); [`html`] turns its Markdown into HTML; and the theme's template
//! puts it together. Links are never glued together: they come from [`address`]. No page needs another, so that they can
//! be made in any order.

mod address;
mod assets;
mod data;
mod feed;
mod fonts;
mod html;
mod manifest;
mod offline;
mod pages;
mod palette;
pub(crate) mod picture_size;
mod renditions;
mod search;
mod search_engines;
mod security;
mod site;
mod start;
mod views;
mod wording;

pub use address::{Address, PosterSubject, Viewpoint};
pub(crate) use address::{POSTERS, PRINT_SHOP};
pub use data::schema as data_schema;
pub(crate) use html::{escape, put};
pub use pages::pages;
pub(crate) use palette::{Brand, stylesheet};
pub(crate) use renditions::Renditions;
pub use site::{PosterFile, PreviewFile, PublishedHandbook};
pub use start::{START_FOLDERS, start_page};
pub(crate) use views::{ending, phone_address};
