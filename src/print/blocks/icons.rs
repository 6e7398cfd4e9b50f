//! The icons of a theme.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::print::layout::Art;
use crate::print::picture::Picture;
use crate::theme::Theme;

/// Every icon of a theme, read once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Icons(BTreeMap<String, Arc<dyn Art>>);

impl Icons {
    /// Reads the icons of a theme. One that can't be read is as good as none; the check of the theme says so.
    pub(crate) fn load(theme: &Theme) -> Self {
        Self(
            theme
                .icons()
                .filter_map(|name| {
                    let picture = Picture::read(&theme.icon(name)?.bytes).ok()?;
                    Some((name.to_owned(), Arc::new(picture) as Arc<dyn Art>))
                })
                .collect(),
        )
    }

    /// The icon of this name.
    pub(crate) fn get(&self, name: &str) -> Option<Arc<dyn Art>> {
        self.0.get(name).map(Arc::clone)
    }
}
