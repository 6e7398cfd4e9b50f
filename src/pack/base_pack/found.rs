//! Finding the files of a base pack: in a folder, in a git repository as of a revision, or in an archive.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use super::wish::Wish;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::pack::conform::slug;
use crate::source::folder::{display, has_ending, read_bytes, shown};
use crate::source::{Sources, archive, yaml};

/// The largest archive that is read, in bytes.
const LARGEST_ARCHIVE: u64 = 128 * 1024 * 1024;
/// The folder that a pack mostly is in, with its themes beside it.
const CONTENT: &str = "content";
/// The folder of themes.
const THEMES: &str = "themes";

/// A base pack as it was found.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// What paths of its files begin with in messages: `national/content/`.
    pub shown: String,
    /// What paths of its themes begin with in messages.
    pub themes_shown: String,
    /// The files of the pack, by their paths from its `pack.yml`.
    pub content: BTreeMap<String, Vec<u8>>,
    /// The files of its themes, by their paths from the folder of themes.
    pub themes: BTreeMap<String, Vec<u8>>,
    /// Where its `pack.yml` lies, if it lies in a folder as it is: what it builds on itself is found from there.
    pub home: Option<PathBuf>,
    /// The files and folders that it was read from.
    pub outside: Vec<PathBuf>,
}

impl Found {
    /// Finds what a pack in the folder `home` builds on.
    pub(super) fn at_hand(
        wish: &Wish,
        home: &Path,
        problems: &mut Diagnostics,
    ) -> Result<Self, Diagnostic> {
        let path = home.join(&wish.pack.value);
        let at = wish.pack.at;
        if path.is_file() {
            return match &wish.revision {
                Some(revision) => Err(Diagnostic::new(
                    Code::WrongForm,
                    "an archive has no revisions",
                )
                .at(revision.at, "")
                .help("take `revision` out, or name a folder of a git repository with `pack`")),
                None => Self::in_archive(&path, at),
            };
        }
        if !path.is_dir() {
            return Err(missing(&path, at));
        }
        // Who names the folder `content` means what lies beside it, too.
        let root = if path.file_name().is_some_and(|name| name == CONTENT)
            && path.join("pack.yml").is_file()
        {
            path.parent().map_or(path.clone(), Path::to_path_buf)
        } else {
            path.clone()
        };
        match &wish.revision {
            Some(revision) => Self::in_repository(&root, &revision.value, revision.at),
            None => Self::in_folder(&root, &path, at, problems),
        }
    }

    fn in_folder(
        root: &Path,
        path: &Path,
        at: Span,
        problems: &mut Diagnostics,
    ) -> Result<Self, Diagnostic> {
        let content = if root.join("pack.yml").is_file() {
            root.to_path_buf()
        } else if root.join(CONTENT).join("pack.yml").is_file() {
            root.join(CONTENT)
        } else {
            return Err(no_pack(&normal(path), at));
        };
        let themes = root.join(THEMES);
        let mut files = read_bytes(&content, problems);
        if content == root {
            let prefix = format!("{THEMES}/");
            files.retain(|path, _| !path.starts_with(&prefix));
        }
        Ok(Self {
            shown: shown(&normal(&content)),
            themes_shown: shown(&normal(&themes)),
            content: files,
            themes: read_bytes(&themes, problems),
            outside: vec![content.clone(), themes],
            home: Some(content),
        })
    }

    fn in_archive(path: &Path, at: Span) -> Result<Self, Diagnostic> {
        let name = display(&normal(path));
        let broken = |why: String| {
            Diagnostic::new(Code::BadArchive, format!("{name} can't be used: {why}"))
                .at(at, "")
                .help("ask for it again, or name the folder that it was unpacked to")
        };
        if !has_ending(&name, "zip") {
            return Err(broken("it is neither a folder nor a zip archive".into()));
        }
        let size = std::fs::metadata(path).map_or(0, |metadata| metadata.len());
        if size > LARGEST_ARCHIVE {
            let limit = LARGEST_ARCHIVE / 1024 / 1024;
            return Err(broken(format!("it is larger than {limit} MB")));
        }
        let bytes = std::fs::read(path).map_err(|error| broken(error.to_string()))?;
        let files = archive::read(&bytes).map_err(|error| broken(error.to_string()))?;
        let mut found =
            Self::among(files, &format!("{name}/")).ok_or_else(|| no_pack(&normal(path), at))?;
        found.outside.push(path.to_path_buf());
        Ok(found)
    }

    /// The pack as git has it at a revision. An archive by git is taken, so that nothing is written to disk.
    fn in_repository(root: &Path, revision: &str, at: Span) -> Result<Self, Diagnostic> {
        let name = display(&normal(root));
        let failed = |what: String| {
            Diagnostic::new(
                Code::UnknownName,
                format!("there is no revision `{revision}` of a pack in {name}"),
            )
            .at(at, "")
            .help(what)
            .help("a revision is a tag, a branch or a commit of the git repository there")
        };
        let git = |arguments: &[&str]| {
            let done = Command::new("git")
                .arg("-C")
                .arg(root)
                .args(arguments)
                .output()
                .map_err(|error| failed(format!("git can't be run: {error}")))?;
            if done.status.success() {
                Ok(done.stdout)
            } else {
                let said = String::from_utf8_lossy(&done.stderr);
                Err(failed(format!("git says: {}", said.trim())))
            }
        };
        let wanted = format!("{revision}^{{commit}}");
        let commit = git(&["rev-parse", "--verify", "--end-of-options", &wanted])?;
        let commit = String::from_utf8_lossy(&commit).trim().to_owned();
        let has = |path: &str| git(&["cat-file", "-e", &format!("{commit}:./{path}")]).is_ok();
        let mut arguments = vec!["archive", "--format=zip", &commit, "--"];
        if has("pack.yml") {
            arguments.push(".");
        } else if has("content/pack.yml") {
            arguments.push(CONTENT);
            if has(THEMES) {
                arguments.push(THEMES);
            }
        } else {
            return Err(no_pack(&normal(root), at));
        }
        let files = archive::read(&git(&arguments)?).map_err(|error| failed(error.to_string()))?;
        Self::among(files, &format!("{name}@{revision}/")).ok_or_else(|| no_pack(&normal(root), at))
    }

    /// The pack that is among some files: at their top, in a folder `content`, or so in the one folder that they are all in, as
    /// archives often have it. `whole` is what their paths begin with in messages.
    pub(super) fn among(files: BTreeMap<String, Vec<u8>>, whole: &str) -> Option<Self> {
        let top = files
            .keys()
            .next()
            .and_then(|path| path.split_once('/'))
            .map(|(top, _)| format!("{top}/"))
            .filter(|top| files.keys().all(|path| path.starts_with(top.as_str())));
        let roots = std::iter::once(String::new()).chain(top);
        let (root, content) = roots
            .flat_map(|root| {
                [
                    (root.clone(), root.clone()),
                    (root.clone(), format!("{root}{CONTENT}/")),
                ]
            })
            .find(|(_, content)| files.contains_key(&format!("{content}pack.yml")))?;
        let themes_at = format!("{root}{THEMES}/");
        let mut found = Self {
            shown: format!("{whole}{content}"),
            themes_shown: format!("{whole}{themes_at}"),
            content: BTreeMap::new(),
            themes: BTreeMap::new(),
            home: None,
            outside: Vec::new(),
        };
        for (path, bytes) in files {
            if let Some(within) = path.strip_prefix(&themes_at) {
                found.themes.insert(within.to_owned(), bytes);
            } else if let Some(within) = path.strip_prefix(&content) {
                found.content.insert(within.to_owned(), bytes);
            }
        }
        Some(found)
    }

    /// All its files by their paths in an archive of it.
    pub(super) fn files(&self) -> impl Iterator<Item = (String, &[u8])> {
        let content = self
            .content
            .iter()
            .map(|(path, bytes)| (format!("{CONTENT}/{path}"), bytes.as_slice()));
        let themes = self
            .themes
            .iter()
            .map(|(path, bytes)| (format!("{THEMES}/{path}"), bytes.as_slice()));
        content.chain(themes)
    }

    /// The version that its document control gives.
    pub(super) fn version(&self) -> Option<String> {
        let text = std::str::from_utf8(self.content.get("pack.yml")?).ok()?;
        let mut sources = Sources::new();
        let file = sources.add("pack.yml", text);
        // What is wrong with the file is said when it is read as a whole.
        let tree = yaml::parse(text, file, 0, &mut Diagnostics::new())?;
        let version = tree.find("document.version")?.scalar()?.to_string();
        (!version.is_empty()).then_some(version)
    }
}

/// The name of a base pack, from the place that is given for it: `../national/content` and `../national.zip` are `national`.
pub(super) fn name(place: &str) -> String {
    let path = normal(Path::new(place));
    let mut names = path.components().rev().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    let name = names.find(|name| name != CONTENT).unwrap_or_default();
    match slug(name.strip_suffix(".zip").unwrap_or(&name)) {
        name if name.is_empty() => "base".to_owned(),
        name => name,
    }
}

/// A path without `.` and with as few `..` as it can have.
pub(in crate::pack) fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir
                if matches!(normal.components().next_back(), Some(Component::Normal(_))) =>
            {
                normal.pop();
            }
            part => normal.push(part),
        }
    }
    normal
}

fn missing(path: &Path, at: Span) -> Diagnostic {
    Diagnostic::new(
        Code::MissingFile,
        format!("there is no pack at {}", display(&normal(path))),
    )
    .at(at, "this pack builds on it")
    .help("name a folder or a zip archive, from the folder of this file: ../national")
}

fn no_pack(path: &Path, at: Span) -> Diagnostic {
    Diagnostic::new(
        Code::MissingFile,
        format!("there is no pack.yml in {}", display(path)),
    )
    .at(at, "this pack builds on it")
    .help("a pack has its pack.yml at its top, or in a folder `content`")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn among(names: &[&str]) -> Option<Found> {
        let files = names.iter().map(|name| ((*name).to_owned(), Vec::new()));
        Found::among(files.collect(), "a.zip/")
    }

    #[test]
    fn a_pack_is_found_wherever_archives_have_it() {
        for (names, shown, themes) in [
            (
                ["pack.yml", "themes/x/theme.yml"],
                "a.zip/",
                "a.zip/themes/",
            ),
            (
                ["content/pack.yml", "themes/x/theme.yml"],
                "a.zip/content/",
                "a.zip/themes/",
            ),
            (
                ["n-3/pack.yml", "n-3/themes/x/theme.yml"],
                "a.zip/n-3/",
                "a.zip/n-3/themes/",
            ),
            (
                ["n-3/content/pack.yml", "n-3/themes/x/theme.yml"],
                "a.zip/n-3/content/",
                "a.zip/n-3/themes/",
            ),
        ] {
            let found = among(&names).expect("it is there");
            assert_eq!(
                (found.shown.as_str(), found.themes_shown.as_str()),
                (shown, themes)
            );
            assert_eq!(found.content.len(), 1, "{names:?}");
            assert_eq!(found.themes.len(), 1, "{names:?}");
        }
        assert!(among(&["a/b/pack.yml", "c"]).is_none());
        assert!(among(&[]).is_none());
        let alone = among(&["content/pack.yml", "content/contacts.yml"]).expect("it is there");
        assert_eq!(alone.content.len(), 2);
    }

    #[test]
    fn a_base_pack_is_called_by_the_folder_that_it_is_known_by() {
        for (place, expected) in [
            ("../national", "national"),
            ("../national/content", "national"),
            ("../National 3.1.zip", "national-3-1"),
            ("../..", "base"),
            ("./content", "base"),
        ] {
            assert_eq!(name(place), expected, "{place}");
        }
    }

    #[test]
    fn paths_are_shown_as_short_as_they_can_be() {
        for (path, expected) in [
            ("content/../../national", "../national"),
            ("content/../national", "national"),
            ("./a/./b", "a/b"),
            ("../../a", "../../a"),
        ] {
            assert_eq!(display(&normal(Path::new(path))), expected);
        }
    }
}
