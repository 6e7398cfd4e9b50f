//! The files of a theme.

use std::borrow::Cow;
use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

/// The themes that are part of the program, so that it needs no other file to run.
static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// A theme with everything it inherits.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Its name.
    pub name: String,
    files: BTreeMap<String, ThemeFile>,
}

/// One file of a theme.
#[derive(Debug, Clone)]
pub struct ThemeFile {
    /// Where it comes from, for messages: `themes/default/templates/home.html`.
    pub path: String,
    /// What it holds.
    pub bytes: Cow<'static, [u8]>,
}

impl Theme {
    /// A theme that is part of the program.
    pub fn embedded(name: &str) -> Option<Self> {
        let mut files = BTreeMap::new();
        collect(EMBEDDED.get_dir(name)?, name, &mut files);
        Some(Self {
            name: name.to_owned(),
            files,
        })
    }

    /// The same theme with a file of its own.
    #[cfg(test)]
    pub(crate) fn with(mut self, path: &str, text: &str) -> Self {
        let file = ThemeFile {
            path: format!("themes/{}/{path}", self.name),
            bytes: Cow::Owned(text.as_bytes().to_vec()),
        };
        self.files.insert(path.to_owned(), file);
        self
    }

    /// The file at a path within the theme: `templates/home.html`.
    pub fn file(&self, path: &str) -> Option<&ThemeFile> {
        self.files.get(path)
    }

    /// The files of a folder and the folders in it, with their paths within the theme, in order.
    pub fn folder<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a ThemeFile)> {
        self.files
            .iter()
            .filter(move |(path, _)| {
                path.strip_prefix(folder)
                    .is_some_and(|rest| rest.starts_with('/'))
            })
            .map(|(path, file)| (path.as_str(), file))
    }
}

impl ThemeFile {
    /// What it holds, as text; `None` if it isn't UTF-8.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }
}

fn collect(dir: &Dir<'static>, name: &str, files: &mut BTreeMap<String, ThemeFile>) {
    for file in dir.files() {
        let full = file.path().to_string_lossy().replace('\\', "/");
        let within = full
            .strip_prefix(&format!("{name}/"))
            .unwrap_or(&full)
            .to_owned();
        files.insert(
            within,
            ThemeFile {
                path: format!("themes/{full}"),
                bytes: Cow::Borrowed(file.contents()),
            },
        );
    }
    for inner in dir.dirs() {
        collect(inner, name, files);
    }
}
