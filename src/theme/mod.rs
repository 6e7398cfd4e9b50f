//! Themes: templates, styles, fonts, icons, strings and poster layouts.
//!
//! Comes in: a folder of themes, if there is one, and the themes that are part of the program. Goes out: a [`Theme`], one
//! set of files in which a theme's own stand before those of the theme it extends.

mod files;

pub use files::{Theme, ThemeFile, Themes};
