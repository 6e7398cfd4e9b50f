//! Editions as single files.
//!
//! `EDITION.zip` beside the folder of an edition holds what builds made in there, for whoever is handed a website to put on a host. It is made
//! only when it is asked for, out of what was set aside and what stays as it is published, just before both change places. Posters
//! for a print shop are left out: they are no part of what is published. A note in `.noticeboard/zips.json` says what each
//! was made from, so that one that would be the same is not made again.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Cursor, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::digest::{Digester, PROGRAM};
use super::publish::Publisher;
use super::record::look;
use super::scope::{Scope, part_of};
use super::{Artifact, Only};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::folder::has_ending;

/// The name of the note among those that builds keep for themselves.
const NOTE: &str = "zips.json";

/// What is packed already: packing it again takes time and saves nothing.
const PACKED: &[&str] = &[
    "pdf", "png", "jpg", "jpeg", "webp", "gif", "woff2", "zip", "docx", "xlsx", "pptx", "odt",
];

/// The folder of the edition that a file at the top of the output holds. `None` if it is no such file.
pub(super) fn edition_of(path: &str) -> Option<&str> {
    path.strip_suffix(".zip")
        .filter(|folder| !folder.contains('/'))
}

/// The file that holds the edition in this folder.
fn zip_of(folder: &str) -> String {
    format!("{folder}.zip")
}

/// What was made from which files, by the paths of the zip files.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
struct Notes(BTreeMap<String, Note>);

/// A zip file as it was published.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Note {
    /// Its bytes.
    size: u64,
    /// When it was changed last, in nanoseconds since 1970.
    changed: u64,
    /// The digest of the files in it, as they were published.
    holds: String,
}

impl Notes {
    /// Reads the notes; none, if they can't be understood. Then everything is packed again.
    fn read(publisher: &Publisher) -> Self {
        fs::read(publisher.own(NOTE))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }
}

impl Note {
    /// What is to be noted of a zip file and the files in it. `None` if any is not there.
    fn of<'p>(
        output: &Path,
        zip: &str,
        files: impl IntoIterator<Item = &'p String>,
    ) -> Option<Self> {
        let (size, changed) = look(&output.join(zip))?;
        let mut digester = Digester::new();
        digester.text(PROGRAM);
        for file in files {
            let (size, changed) = look(&output.join(file))?;
            digester.text(file);
            digester.number(size);
            digester.number(changed);
        }
        Some(Self {
            size,
            changed,
            holds: digester.finish(),
        })
    }
}

/// The zip files of a build, each with the paths of the files in it.
pub(super) struct Zips(BTreeMap<String, Vec<String>>);

impl Zips {
    /// Sets aside a zip file of each edition that is published, and keeps those that would be the same. `None` if one can't be made,
    /// which has then been said.
    pub(super) fn set_aside(
        publisher: &Publisher,
        scope: &Scope<'_>,
        problems: &mut Diagnostics,
    ) -> Option<Self> {
        let notes = Notes::read(publisher);
        let folders: Vec<&str> = scope.folders().collect();
        let made: Vec<Result<(String, Vec<String>), Diagnostics>> = folders
            .into_par_iter()
            .map(|folder| {
                let zip = zip_of(folder);
                set_aside(publisher, scope, (folder, &zip), &notes).map(|files| (zip, files))
            })
            .collect();
        let mut zips = BTreeMap::new();
        let mut is_whole = true;
        for made in made {
            match made {
                Ok((zip, files)) => {
                    zips.insert(zip, files);
                }
                Err(found) => {
                    problems.extend(found);
                    is_whole = false;
                }
            }
        }
        is_whole.then_some(Self(zips))
    }

    /// Notes what was published. That it can't be noted only makes the next build slower.
    pub(super) fn note(&self, publisher: &Publisher) {
        let output = publisher.output();
        let Notes(mut notes) = Notes::read(publisher);
        notes.retain(|zip, _| output.join(zip).exists());
        for (zip, files) in &self.0 {
            match Note::of(output, zip, files) {
                Some(note) => notes.insert(zip.clone(), note),
                None => notes.remove(zip),
            };
        }
        // Texts and numbers can always be written.
        let bytes = serde_json::to_vec(&Notes(notes)).unwrap_or_default();
        let _ = fs::write(publisher.own(NOTE), bytes);
    }
}

/// Sets the zip file of one edition aside, or keeps the one that is published if it would be the same. Says what is in it.
fn set_aside(
    publisher: &Publisher,
    scope: &Scope<'_>,
    (folder, zip): (&str, &str),
    notes: &Notes,
) -> Result<Vec<String>, Diagnostics> {
    let failed = |error: &dyn std::fmt::Display| {
        let mut problems = Diagnostics::new();
        problems.push(
            Diagnostic::new(Code::Unwritable, format!("{zip} can't be made: {error}"))
                .help("see whether the disk is full and whether you may write there; what was published before is as it was")
                .in_edition(folder),
        );
        problems
    };
    let mut coming = publisher
        .coming(folder, |path| scope.holds(path))
        .map_err(|error| failed(&error))?;
    coming.files.retain(|path, _| {
        path.split_once('/')
            .is_some_and(|(_, within)| part_of(within) != Only::PrintShop)
    });
    let files: Vec<String> = coming.files.keys().cloned().collect();
    if files.is_empty() {
        return Ok(files);
    }
    let is_known = || {
        let note = Note::of(publisher.output(), zip, &files);
        note.is_some() && note.as_ref() == notes.0.get(zip)
    };
    if coming.is_same && is_known() {
        publisher.keep([zip]);
        return Ok(files);
    }
    let bytes = packed(&coming.files).map_err(|error| failed(&error))?;
    let mut problems = Diagnostics::new();
    publisher.add(&[Artifact::new(zip, bytes)], &mut problems);
    if problems.is_empty() {
        Ok(files)
    } else {
        Err(problems)
    }
}

/// Files by their paths as one, in the order of these. The bytes depend on paths and files alone: every file gets the day on which zip's calendar
/// begins, and the rights of a file that all may read.
fn packed(files: &BTreeMap<String, PathBuf>) -> io::Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, file) in files {
        let is_packed = PACKED.iter().any(|ending| has_ending(path, ending));
        let method = if is_packed {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        zip.start_file(path.as_str(), options.compression_method(method))?;
        zip.write_all(&fs::read(file)?)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Folder;

    #[test]
    fn only_files_at_the_top_hold_editions() {
        assert_eq!(edition_of("ash.zip"), Some("ash"));
        assert_eq!(edition_of("ash/posters/all.zip"), None);
        assert_eq!(edition_of("index.html"), None);
    }

    #[test]
    fn texts_become_smaller_and_nothing_is_packed_twice() {
        let folder = Folder::new();
        let text = "advice ".repeat(1000);
        folder.write("index.html", &text);
        folder.write("poster.pdf", &text);
        let files = ["index.html", "poster.pdf"]
            .map(|path| (format!("ash/{path}"), folder.path().join(path)));
        let bytes = packed(&files.clone().into()).unwrap();
        assert_eq!(bytes, packed(&files.into()).unwrap());
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let sizes: Vec<(String, u64, u64)> = (0..zip.len())
            .map(|place| {
                let file = zip.by_index(place).unwrap();
                assert_eq!(file.last_modified(), Some(DateTime::DEFAULT));
                let name = file.name().unwrap().into_owned();
                (name, file.size(), file.compressed_size())
            })
            .collect();
        let [(html, 7000, small), (pdf, 7000, 7000)] = sizes.as_slice() else {
            panic!("{sizes:?}");
        };
        assert_eq!(
            (html.as_str(), pdf.as_str()),
            ("ash/index.html", "ash/poster.pdf")
        );
        assert!(*small < 100, "{small}");
    }
}
