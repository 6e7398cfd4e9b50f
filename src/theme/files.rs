//! The files of a theme.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use include_dir::{Dir, include_dir};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileId};
use crate::edition::FontFamily;
use crate::pack::Pack;
use crate::source::{Sources, folder};

use super::WebFont;

/// The themes that are part of the program, so that it needs no other file to run.
static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// A theme with everything it inherits.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// The fonts of its posters: its own, and behind them those of the themes it extends.
    pub fonts: Vec<FontFamily>,
    /// The fonts of its pages: those of the nearest theme that names any.
    pub(crate) web_fonts: Vec<WebFont>,
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

/// The themes at hand: those of a folder, before those that are part of the program.
#[derive(Debug, Default)]
pub struct Themes {
    /// Files of the folder, and of packs that are built on, by theme, with their paths within it.
    folder: BTreeMap<String, BTreeMap<String, ThemeFile>>,
}

impl Themes {
    /// Reads a folder of themes. There need be none.
    pub fn read(folder: &Path, problems: &mut Diagnostics) -> Self {
        let mut themes = Self::default();
        for (path, bytes) in folder::read_bytes(folder, problems) {
            let Some((theme, within)) = path.split_once('/') else {
                continue;
            };
            let file = ThemeFile {
                path: format!("{}/{path}", folder::display(folder)),
                bytes: Cow::Owned(bytes),
            };
            themes
                .folder
                .entry(theme.to_owned())
                .or_default()
                .insert(within.to_owned(), file);
        }
        themes
    }

    /// Adds the themes of the pack that a pack builds on: a file of the folder stands before one of theirs.
    pub fn add_those_of(&mut self, pack: &Pack) {
        let base = pack.base_pack.as_ref();
        for (path, file) in base.map(|base| &base.themes).into_iter().flatten() {
            let Some((theme, within)) = path.split_once('/') else {
                continue;
            };
            self.folder
                .entry(theme.to_owned())
                .or_default()
                .entry(within.to_owned())
                .or_insert_with(|| ThemeFile {
                    path: file.shown.clone(),
                    bytes: Cow::Owned(file.bytes.clone()),
                });
        }
    }

    /// The same themes with another file in the folder of one of them, which need not be on disk.
    pub(crate) fn with(mut self, theme: &str, path: &str, text: &str) -> Self {
        let file = ThemeFile {
            path: format!("themes/{theme}/{path}"),
            bytes: Cow::Owned(text.as_bytes().to_vec()),
        };
        let files = self.folder.entry(theme.to_owned()).or_default();
        files.insert(path.to_owned(), file);
        self
    }

    /// The files of this name alone, without what it inherits. Files of the folder stand before those of the same theme that are part of the program, so that
    /// a board can change one and keep the others.
    pub(super) fn get(&self, name: &str) -> Option<Theme> {
        let own = self.folder.get(name);
        let embedded = Theme::embedded(name);
        if own.is_none() && embedded.is_none() {
            return None;
        }
        let mut theme = embedded.unwrap_or_else(|| Theme {
            name: name.to_owned(),
            fonts: Vec::new(),
            web_fonts: Vec::new(),
            files: BTreeMap::new(),
        });
        theme.files.extend(
            own.into_iter()
                .flatten()
                .map(|(path, file)| (path.clone(), file.clone())),
        );
        Some(theme)
    }

    /// The names of all themes.
    pub fn names(&self) -> Vec<String> {
        let embedded = EMBEDDED
            .dirs()
            .map(|dir| dir.path().to_string_lossy().into_owned());
        let names: BTreeSet<String> = self.folder.keys().cloned().chain(embedded).collect();
        names.into_iter().collect()
    }
}

impl Theme {
    /// The text of a file that the theme has to have, and its number among the texts that were read. `None` if there is none, which has
    /// then been said.
    pub(crate) fn needed_text(
        &self,
        path: &str,
        sources: &mut Sources,
        problems: &mut Diagnostics,
    ) -> Option<(&str, FileId)> {
        let Some(file) = self.file(path) else {
            problems.push(
                Diagnostic::new(
                    Code::MissingFile,
                    format!("the theme `{}` has no `{path}`", self.name),
                )
                .help("let it extend the theme `default`, which has one"),
            );
            return None;
        };
        let Some(text) = file.text() else {
            problems.push(Diagnostic::new(
                Code::NotUtf8,
                format!("`{}` is not text in UTF-8", file.path),
            ));
            return None;
        };
        Some((text, sources.add(file.path.clone(), text)))
    }

    /// A theme that is part of the program: its files alone, without what it inherits, and without its fonts made out.
    pub fn embedded(name: &str) -> Option<Self> {
        let mut files = BTreeMap::new();
        collect(EMBEDDED.get_dir(name)?, name, &mut files);
        Some(Self {
            name: name.to_owned(),
            fonts: Vec::new(),
            web_fonts: Vec::new(),
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

    /// The same theme with the files of another one where it has none.
    #[must_use]
    pub(super) fn over(mut self, inherited: Theme) -> Self {
        for (path, file) in inherited.files {
            self.files.entry(path).or_insert(file);
        }
        self
    }

    /// The file at a path within the theme: `templates/home.html`.
    pub fn file(&self, path: &str) -> Option<&ThemeFile> {
        self.files.get(path)
    }

    /// All its files, with their paths within the theme, in order.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &ThemeFile)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial;

    #[test]
    fn a_file_of_the_folder_stands_before_that_of_the_program() {
        let folder = trial::Folder::new();
        folder.write("default/strings/en.ftl", "mine = Mine");
        let mut problems = Diagnostics::new();
        let themes = Themes::read(folder.path(), &mut problems);
        let theme = themes.get("default").expect("there");
        assert_eq!(
            theme.file("strings/en.ftl").and_then(ThemeFile::text),
            Some("mine = Mine")
        );
        assert!(theme.file("fonts/SourceSans3-Bold.ttf").is_some());
        assert!(themes.get("bald").is_none());
    }
}
