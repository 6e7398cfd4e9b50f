//! Names that files can have on every disk.
//!
//! Comes in: the names of files and folders, from a disk or out of an archive. Goes out: why one can't be taken. A pack that one machine
//! can hold and another can't, or a name that writes into the terminal of whoever reads it, is said before it does harm.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use super::direction;
use super::folder::display;
use crate::diagnostic::{Code, Diagnostic};

/// The names of files and folders so far, without regard to capitals: many disks have none either.
#[derive(Default)]
pub(super) struct Names(BTreeMap<String, String>);

/// Why a name can't be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BadName {
    /// It is no text in UTF-8.
    NotText,
    /// It has a character that can't be seen.
    Unseen,
    /// Windows has no such names.
    NotOnWindows,
    /// It is another but for its capitals.
    Capitals(String),
}

impl Names {
    /// Takes a name, by its path from the folder. Its folders have been taken before.
    pub(super) fn take(&mut self, within: &str) -> Result<(), BadName> {
        let name = within.rsplit('/').next().unwrap_or(within);
        if name.contains(unseen) {
            return Err(BadName::Unseen);
        }
        if is_windows_name(name)
            || name.ends_with(['.', ' '])
            || name.contains(['<', '>', ':', '"', '|', '?', '*', '\\'])
        {
            return Err(BadName::NotOnWindows);
        }
        match self.0.insert(within.to_lowercase(), within.to_owned()) {
            // A folder of an archive comes with each of its files.
            Some(first) if first != within => Err(BadName::Capitals(first)),
            _ => Ok(()),
        }
    }

    /// Takes a name with all its folders.
    pub(super) fn take_whole(&mut self, path: &str) -> Result<(), BadName> {
        let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
        folders
            .chain([path])
            .try_for_each(|within| self.take(within))
    }
}

impl BadName {
    /// The same of a file or folder on a disk.
    pub(super) fn said_of(&self, path: &Path) -> Diagnostic {
        let said = Diagnostic::new(Code::FileName, format!("{} {self}", display(path)));
        said.help(match self {
            Self::NotText | Self::Unseen => "rename it",
            Self::NotOnWindows => {
                "rename it: without any of < > : \" | ? * \\, without a full stop or blank at its end, and not after a device (con, nul, com1)"
            }
            Self::Capitals(_) => "many disks take them for the same: rename one of them",
        })
    }
}

impl fmt::Display for BadName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotText => f.write_str("has a name that is not text in UTF-8"),
            Self::Unseen => f.write_str("has a character in its name that can't be seen"),
            Self::NotOnWindows => f.write_str("has a name that Windows can't take"),
            Self::Capitals(first) => write!(f, "differs from {first} only by its capitals"),
        }
    }
}

/// Whether Windows keeps a name for a device, whatever its ending, so that no file can have it there.
pub(crate) fn is_windows_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    let stem = stem.to_ascii_lowercase();
    match stem.as_str() {
        "con" | "prn" | "aux" | "nul" => true,
        stem => ["com", "lpt"].iter().any(|device| {
            let number = stem.strip_prefix(device);
            number.is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']))
        }),
    }
}

/// Whether a character can't be seen in a name, but may change how the rest of a line looks.
fn unseen(letter: char) -> bool {
    letter.is_control() || direction::turns(letter)
}

/// A name without what can't be seen in it: it must not write into the terminal of whoever reads it.
pub(super) fn plain(name: String) -> String {
    if !name.contains(unseen) {
        return name;
    }
    let plain = |letter: char| match letter {
        _ if unseen(letter) => '\u{FFFD}',
        letter => letter,
    };
    name.chars().map(plain).collect()
}
