//! Themes: templates, styles, fonts, icons, strings and poster layouts.
//!
//! Comes in: a folder of themes, if there is one, and the themes that are part of the program. Goes out: a [`Theme`], one
//! set of files in which a theme's own stand before those of the theme it extends; its [`Strings`] in a language; and the
//! [`Words`] of an edition, which may word some of them in its own way. A [`LoadedTheme`] has all of it ready for pages.

mod files;
mod fonts;
mod icons;
mod inherit;
mod lists;
mod loaded;
mod strings;
mod template_error;
mod web_fonts;
mod words;

pub use files::{Theme, ThemeFile, Themes};
pub use lists::Listing;
pub use loaded::LoadedTheme;
pub use strings::{Fill, Strings};
pub(crate) use web_fonts::{Cut, WebFont};
pub use words::Words;
