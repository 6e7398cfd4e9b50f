//! Files in a zip archive.
//!
//! Comes in: the bytes of an archive that somebody else may have made. Goes out: its files by their paths, all in memory: nothing
//! of it is written to disk. An archive that could be meant to harm is refused as a whole.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use thiserror::Error;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::folder::{LARGEST_ASSET, is_hidden};
use super::names::{BadName, Names, plain};

/// How many files an archive may hold: a pack has hundreds.
const MOST_FILES: usize = 10_000;
/// How much all files of an archive may hold once they are unpacked, in bytes. An archive of a few kilobytes can claim terabytes.
const LARGEST_WHOLE: u64 = 256 * 1024 * 1024;

/// Why an archive can't be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(crate) enum ArchiveError {
    /// It isn't a zip archive, or a damaged one.
    #[error("it is damaged, or no zip archive: {0}")]
    Broken(String),
    /// A name in it leads out of any folder that it may be unpacked to.
    #[error("it holds a file named `{0}`, which leads out of the archive")]
    LeadsOut(String),
    /// A name in it can't be had on every disk.
    #[error("`{name}` in it {bad}")]
    Name {
        /// The name, as it can be shown.
        name: String,
        /// What is wrong with it.
        bad: BadName,
    },
    /// A file in it is a link to another place.
    #[error("`{0}` in it is a link to another place")]
    Link(String),
    /// Two files in it have one name: programs differ in which they take.
    #[error("it holds two files named `{0}`")]
    Twice(String),
    /// A file in it needs a password.
    #[error("`{0}` in it is locked with a password")]
    Locked(String),
    /// It holds more files than any pack.
    #[error("it holds {0} files, and {MOST_FILES} are taken at most")]
    TooMany(usize),
    /// A file in it is larger than any attachment.
    #[error("`{name}` in it is larger than {} MB", LARGEST_ASSET / 1024 / 1024)]
    LargeFile {
        /// Its name.
        name: String,
    },
    /// Unpacked, it is larger than any pack.
    #[error("unpacked, it is larger than {} MB", LARGEST_WHOLE / 1024 / 1024)]
    TooLarge,
}

impl From<zip::result::ZipError> for ArchiveError {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Broken(error.to_string())
    }
}

/// The files of an archive by their paths, but for those that editors and systems leave behind.
pub(crate) fn read(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, ArchiveError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    if archive.len() > MOST_FILES {
        return Err(ArchiveError::TooMany(archive.len()));
    }
    let mut files = BTreeMap::new();
    let mut names = Names::default();
    let mut whole = 0;
    for number in 0..archive.len() {
        let name = archive.by_index_raw(number)?.name()?.into_owned();
        if leads_out(&name) {
            return Err(ArchiveError::LeadsOut(plain(name)));
        }
        let file = archive.by_index_raw(number)?;
        if file.is_dir()
            || name
                .split('/')
                .any(|part| is_hidden(part) || part == "__MACOSX")
        {
            continue;
        }
        if let Err(bad) = names.take_whole(&name) {
            let name = plain(name);
            return Err(ArchiveError::Name { name, bad });
        }
        if file.is_symlink() {
            return Err(ArchiveError::Link(name));
        }
        if file.encrypted() {
            return Err(ArchiveError::Locked(name));
        }
        drop(file);
        let mut unpacked = Vec::new();
        // What an archive says of sizes need not be true: what comes out counts.
        archive
            .by_index(number)?
            .take(LARGEST_ASSET + 1)
            .read_to_end(&mut unpacked)
            .map_err(|error| ArchiveError::Broken(error.to_string()))?;
        if unpacked.len() as u64 > LARGEST_ASSET {
            return Err(ArchiveError::LargeFile { name });
        }
        whole += unpacked.len() as u64;
        if whole > LARGEST_WHOLE {
            return Err(ArchiveError::TooLarge);
        }
        if files.insert(name.clone(), unpacked).is_some() {
            return Err(ArchiveError::Twice(name));
        }
    }
    Ok(files)
}

/// An archive of files. Its bytes depend on the files alone: every file gets the day on which zip's calendar begins, and the rights
/// of a file that all may read.
pub(crate) fn written<'f>(
    files: impl IntoIterator<Item = (&'f str, &'f [u8])>,
) -> Result<Vec<u8>, ArchiveError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        archive.start_file(path, options)?;
        archive
            .write_all(bytes)
            .map_err(|error| ArchiveError::Broken(error.to_string()))?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Whether a name is a path that doesn't go straight down, on any system.
fn leads_out(name: &str) -> bool {
    let within = name.strip_suffix('/').unwrap_or(name);
    name.contains(['\\', ':', '\0'])
        || within
            .split('/')
            .any(|part| matches!(part, "" | "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[&str]) -> Vec<u8> {
        written(names.iter().map(|name| (*name, b"x".as_slice()))).expect("an archive")
    }

    #[test]
    fn names_say_nothing_that_cannot_be_seen() {
        for name in ["a\u{1b}[31m.md", "a\u{202e}dm.md"] {
            let refused = read(&of(&[name])).expect_err("it is refused");
            let unseen_name = |refused: &ArchiveError| {
                matches!(
                    refused,
                    ArchiveError::Name {
                        bad: BadName::Unseen,
                        ..
                    }
                )
            };
            assert!(unseen_name(&refused), "{refused}");
            let said = refused.to_string();
            assert!(!said.contains(['\u{1b}', '\u{202e}']), "{refused}");
        }
    }

    #[test]
    fn names_can_be_had_on_every_disk() {
        for (names, bad) in [
            (&["a/aux.md"][..], BadName::NotOnWindows),
            (&["con/a.md"], BadName::NotOnWindows),
            (&["a/what?.md"], BadName::NotOnWindows),
            (&["a./b.md"], BadName::NotOnWindows),
            (
                &["a/b.md", "a/B.md"],
                BadName::Capitals("a/b.md".to_owned()),
            ),
            (&["a/b.md", "A/c.md"], BadName::Capitals("a".to_owned())),
        ] {
            let name = names[names.len() - 1].to_owned();
            assert_eq!(read(&of(names)), Err(ArchiveError::Name { name, bad }));
        }
        assert!(read(&of(&["a/b.md", "a/c.md", "b/b.md", "auxiliary.md"])).is_ok());
    }

    #[test]
    fn files_come_back_as_they_went_in() {
        let archive = written([("a/b.md", b"one".as_slice()), ("c.yml", b"two")]).expect("one");
        let files = read(&archive).expect("it is sound");
        assert_eq!(
            files.into_iter().collect::<Vec<_>>(),
            [
                ("a/b.md".to_owned(), b"one".to_vec()),
                ("c.yml".to_owned(), b"two".to_vec())
            ]
        );
        assert_eq!(of(&["a", "b"]), of(&["a", "b"]));
    }

    #[test]
    fn what_leads_out_is_refused() {
        for name in [
            "../x",
            "a/../../x",
            "a/../x",
            "/etc/x",
            "C:/x",
            "a\\..\\x",
            "a//x",
            "./x",
        ] {
            assert_eq!(
                read(&of(&["pack.yml", name])),
                Err(ArchiveError::LeadsOut(name.to_owned()))
            );
        }
    }

    #[test]
    fn what_systems_leave_behind_is_not_read() {
        let files = read(&of(&[
            "pack.yml",
            "__MACOSX/pack.yml",
            ".git/x",
            "a/.DS_Store",
        ]));
        assert_eq!(files.map(|files| files.len()), Ok(1));
    }

    #[test]
    fn an_archive_that_grows_too_large_is_refused() {
        let zeros = vec![0; LARGEST_ASSET as usize + 1];
        let archive = written([("a.png", zeros.as_slice())]).expect("an archive");
        assert!(archive.len() < 100_000);
        assert_eq!(
            read(&archive),
            Err(ArchiveError::LargeFile {
                name: "a.png".to_owned()
            })
        );
        let zeros = &zeros[1..];
        let names: Vec<String> = (0..9).map(|number| format!("{number}.png")).collect();
        let archive = written(names.iter().map(|name| (name.as_str(), zeros)));
        assert_eq!(
            read(&archive.expect("an archive")),
            Err(ArchiveError::TooLarge)
        );
    }

    #[test]
    fn what_is_no_archive_is_said() {
        assert!(matches!(read(b"PK or not"), Err(ArchiveError::Broken(_))));
        let mut cut = of(&["pack.yml", "b"]);
        cut.truncate(cut.len() / 2);
        assert!(matches!(read(&cut), Err(ArchiveError::Broken(_))));
    }
}
