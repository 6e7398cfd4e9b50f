//! Walking a folder, and reading its files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::names::{BadName, Names, plain};
use super::{Sources, direction};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileId, Span};

/// The largest text that is read, in bytes: guidance is a hundred times smaller.
const LARGEST_TEXT: u64 = 4 * 1024 * 1024;
/// The largest attachment or picture that is read, in bytes.
pub(crate) const LARGEST_ASSET: u64 = 32 * 1024 * 1024;
/// The most that all files of a folder may have together, in bytes: everything is held in memory.
const LARGEST_FOLDER: u64 = 512 * 1024 * 1024;
/// The most files of a folder.
const MOST_FILES: usize = 50_000;
/// How deep folders may lie in one another.
const DEEPEST: usize = 12;

/// A folder with all its files, by their path from it, written with `/`, in order.
#[derive(Debug, Default)]
pub(crate) struct Folder {
    /// Texts: YAML, Markdown and tables.
    pub texts: BTreeMap<String, FileId>,
    /// Everything else, as bytes.
    pub assets: BTreeMap<String, Arc<[u8]>>,
    /// The folder's name as it stands in messages, with a `/` at its end.
    pub shown: String,
}

/// Reads a folder. What can't be read is said, and left out.
pub(crate) fn read(root: &Path, sources: &mut Sources, problems: &mut Diagnostics) -> Folder {
    let mut folder = Folder {
        shown: shown(root),
        ..Folder::default()
    };
    for path in files(root, problems) {
        read_file(root, &path, &mut folder, sources, problems);
    }
    folder
}

/// The files of a folder that can be read, in order. Why others can't is said.
fn files(root: &Path, problems: &mut Diagnostics) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut names = Names::default();
    let mut size = 0;
    for entry in visible(root) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                problems.push(Diagnostic::new(
                    Code::UnreadableFile,
                    format!(
                        "{} can't be read: {}",
                        error.path().map(display).unwrap_or_default(),
                        reason(error.io_error())
                    ),
                ));
                continue;
            }
        };
        if entry.depth() > 0 {
            let taken = match entry.path().to_str() {
                Some(_) => names.take(&relative(root, entry.path())),
                None => Err(BadName::NotText),
            };
            if let Err(bad) = taken {
                problems.push(bad.said_of(entry.path()));
                continue;
            }
        }
        let kind = entry.file_type();
        if kind.is_symlink() {
            problems.push(
                Diagnostic::new(
                    Code::StrayFile,
                    format!(
                        "{} is a link to another place and is not followed",
                        display(entry.path())
                    ),
                )
                .help("put a copy of the file itself into the pack"),
            );
        } else if kind.is_dir() && entry.depth() == DEEPEST {
            problems.push(
                Diagnostic::new(
                    Code::StrayFile,
                    format!("{} lies too deep and is not read", display(entry.path())),
                )
                .help(format!("folders may lie {DEEPEST} deep in one another")),
            );
        } else if kind.is_file() {
            // One that is too large by itself isn't read, and takes no room.
            let its_size = entry.metadata().map_or(0, |metadata| metadata.len());
            size += if its_size > LARGEST_ASSET {
                0
            } else {
                its_size
            };
            if size > LARGEST_FOLDER || files.len() == MOST_FILES {
                problems.push(
                    Diagnostic::new(
                        Code::FileTooLarge,
                        format!("there is too much in {}", display(root)),
                    )
                    .help(format!(
                        "it may have {MOST_FILES} files and {} MB",
                        LARGEST_FOLDER / 1024 / 1024
                    )),
                );
                break;
            }
            files.push(entry.into_path());
        }
    }
    files
}

/// What lies in a folder, by name, but for what is hidden. Links are not followed: a pack must not reach out of its folder.
fn visible(root: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    WalkDir::new(root)
        .max_depth(DEEPEST)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| {
            entry.depth() == 0 || !is_hidden(&entry.file_name().to_string_lossy())
        })
}

/// Reads every file of a folder as bytes, by its path from there. A folder that isn't there holds none.
pub(crate) fn read_bytes(root: &Path, problems: &mut Diagnostics) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    if !root.is_dir() {
        return files;
    }
    for path in self::files(root, problems) {
        let size = fs::metadata(&path).map_or(0, |metadata| metadata.len());
        if size > LARGEST_ASSET {
            problems.push(too_large(&path, size, LARGEST_ASSET));
            continue;
        }
        match fs::read(&path) {
            Ok(bytes) => {
                files.insert(relative(root, &path), bytes);
            }
            Err(error) => problems.push(unreadable(&path, &error)),
        }
    }
    files
}

/// Whether the name of a file ends in `.` and this.
pub(crate) fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|found| found == ending)
}

/// The path of a file from a folder, with `/`.
fn relative(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = relative
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

fn too_large(path: &Path, size: u64, limit: u64) -> Diagnostic {
    Diagnostic::new(
        Code::FileTooLarge,
        format!("{} is {} MB large", display(path), size / 1024 / 1024),
    )
    .help(format!(
        "files of this kind may have {} MB",
        limit / 1024 / 1024
    ))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    Diagnostic::new(
        Code::UnreadableFile,
        format!("{} can't be read: {error}", display(path)),
    )
}

fn read_file(
    root: &Path,
    path: &Path,
    folder: &mut Folder,
    sources: &mut Sources,
    problems: &mut Diagnostics,
) {
    let relative = relative(root, path);
    let limit = limit(&relative);
    let size = fs::metadata(path).map_or(0, |metadata| metadata.len());
    if size > limit {
        problems.push(too_large(path, size, limit));
        return;
    }
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            problems.push(unreadable(path, &error));
            return;
        }
    };
    folder.add(relative, bytes, sources, problems);
}

/// Whether a file is read as text, by its path in the folder.
pub(crate) fn is_text(path: &str) -> bool {
    ["yml", "yaml", "md", "csv", "tsv"]
        .iter()
        .any(|ending| has_ending(path, ending))
        && !path.split('/').any(|part| part == "assets")
}

/// The largest that a file may be, in bytes, by its path in the folder.
fn limit(path: &str) -> u64 {
    if is_text(path) {
        LARGEST_TEXT
    } else {
        LARGEST_ASSET
    }
}

impl Folder {
    /// A folder of files that were read already, by their paths from it. `shown` is its name in messages, with a `/` at its end.
    pub(crate) fn of_files(
        files: BTreeMap<String, Vec<u8>>,
        shown: String,
        sources: &mut Sources,
        problems: &mut Diagnostics,
    ) -> Self {
        let mut folder = Self {
            shown,
            ..Self::default()
        };
        for (path, bytes) in files {
            let (size, limit) = (bytes.len() as u64, limit(&path));
            if size > limit {
                let path = PathBuf::from(format!("{}{path}", folder.shown));
                problems.push(too_large(&path, size, limit));
                continue;
            }
            folder.add(path, bytes, sources, problems);
        }
        folder
    }

    fn add(
        &mut self,
        path: String,
        bytes: Vec<u8>,
        sources: &mut Sources,
        problems: &mut Diagnostics,
    ) {
        if !is_text(&path) {
            self.assets.insert(path, bytes.into());
            return;
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let shown = format!("{}{path}", self.shown);
        match std::str::from_utf8(bytes) {
            Ok(text) if !text.contains('\0') => {
                let id = sources.add(shown, text);
                if let Some(at) = direction::fault(text) {
                    problems.push(direction::said(Span::new(id, at)));
                }
                self.texts.insert(path, id);
            }
            Ok(_) | Err(_) => problems.push(
                Diagnostic::new(Code::NotUtf8, format!("{shown} is not text in UTF-8"))
                    .help("save it again with the encoding UTF-8; editors offer it in \"Save as\""),
            ),
        }
    }
}

/// Files of editors and systems: `.git`, `.DS_Store`, `Thumbs.db`, `email.md~`, lock files of word processors.
pub(crate) fn is_hidden(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || name == "Thumbs.db"
        || name == "desktop.ini"
}

/// A path as a person would write it.
pub(crate) fn display(path: &Path) -> String {
    plain(path.to_string_lossy().replace('\\', "/"))
}

pub(crate) fn shown(root: &Path) -> String {
    let root: PathBuf = root.components().collect();
    match display(&root).as_str() {
        "" | "." => String::new(),
        text if text.ends_with('/') => text.to_owned(),
        text => format!("{text}/"),
    }
}

fn reason(error: Option<&std::io::Error>) -> String {
    error.map_or_else(
        || "folders lead in a circle".to_owned(),
        ToString::to_string,
    )
}
