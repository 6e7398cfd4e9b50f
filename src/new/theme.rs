//! A new theme.

use crate::source::written::value;

/// Its `theme.yml`. Everything else it takes over.
pub fn theme(name: &str, extends: &str) -> String {
    format!(
        "# A theme holds only the files in which it differs; every other is that of the theme it extends.\n\
         # docs/themes.md says what there can be: posters/, styles/, templates/, icons/, strings/, fonts/.\n\
         name: {}\n\
         extends: {extends}\n",
        value(name)
    )
}
