//! The icons of a theme.

use super::{Theme, ThemeFile};

impl Theme {
    /// The icon of this name: an SVG of 24 × 24 units in one colour, `currentColor`.
    pub fn icon(&self, name: &str) -> Option<&ThemeFile> {
        self.file(&format!("icons/{name}.svg"))
    }

    /// The names of all icons, in order.
    pub fn icons(&self) -> impl Iterator<Item = &str> {
        self.folder("icons").filter_map(|(path, _)| {
            path.strip_prefix("icons/")
                .and_then(|name| name.strip_suffix(".svg"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icons_are_of_one_size_and_colour_and_hold_nothing_else() {
        let theme = Theme::embedded("default").expect("the default theme is embedded");
        let names: Vec<&str> = theme.icons().collect();
        assert!(names.contains(&"tick") && names.len() >= 37, "{names:?}");
        for name in names {
            let text = theme.icon(name).and_then(ThemeFile::text).unwrap_or("");
            assert!(
                text.starts_with(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\" fill=\"currentColor\">"
                ),
                "{name}"
            );
            // Icons stand many times on one page, under a policy that allows no inline styles.
            for foreign in ["<script", "<style", " id=", " style=", "href", "url("] {
                assert!(!text.contains(foreign), "{name} has {foreign}");
            }
            assert!(
                usvg::Tree::from_str(text, &usvg::Options::default()).is_ok(),
                "{name}"
            );
        }
    }
}
