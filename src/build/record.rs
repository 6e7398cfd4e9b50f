//! What earlier builds made, and from what, so that nothing is made twice.
//!
//! The record lies in the output's own folder, `.noticeboard/record.json`. Without it, or when it can't be understood, everything is
//! made anew: it only saves time. An edition is taken as it is published when everything that it is made from is the same, when its files are
//! those that were published, and when the texts that its problems point into have not changed. Of an edition that is made
//! anew, a poster or a handbook whose scene is the same is taken as it is, too.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::digest::Digester;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileId, Label, Severity, Span};
use crate::source::Sources;

/// The record as it is kept: editions by their folders.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record {
    editions: BTreeMap<String, Entry>,
}

/// What was made of an edition in one of its languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// What it was made from.
    pub(super) origin: Origin,
    /// How many pages its website has.
    pub(super) pages: usize,
    /// How many posters it has.
    pub(super) posters: usize,
    /// Its files.
    pub(super) files: Vec<FileNote>,
    /// What was found wrong while it was made.
    problems: Vec<ProblemNote>,
}

/// What an edition is made from, as digests.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Origin {
    /// The program.
    pub(super) program: String,
    /// What the command was asked for.
    pub(super) options: String,
    /// The theme, with its strings and fonts.
    pub(super) theme: String,
    /// What the edition says, and the files that it names.
    pub(super) edition: String,
}

/// A file that was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileNote {
    /// Where it lies in the output, with `/`.
    pub(super) path: String,
    /// Its bytes.
    size: u64,
    /// When it was changed last, in nanoseconds since 1970.
    changed: u64,
    /// The digest of the scene that it was written from, if it was.
    made_from: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProblemNote {
    code: String,
    severity: String,
    message: String,
    labels: Vec<LabelNote>,
    help: Vec<String>,
    editions: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelNote {
    file: String,
    /// The digest of the file's text: its places hold as long as that is the same.
    digest: String,
    start: u32,
    end: u32,
    text: String,
}

/// Why an edition is made anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// No earlier build made it, or the record of it is lost.
    New,
    /// Another version of the program made it.
    Program,
    /// It was made with other options.
    Options,
    /// Its theme changed.
    Theme,
    /// What it says changed, or a file that it names.
    Words,
    /// A published file was changed or taken away.
    File(String),
    /// A text changed that its problems point into.
    Problems,
    /// Only a part is asked for; parts are made whenever they are asked for.
    Part,
}

impl std::fmt::Display for Reason {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::New => out.write_str("nothing is recorded of it"),
            Self::Program => out.write_str("the program is another one"),
            Self::Options => out.write_str("the options are others"),
            Self::Theme => out.write_str("its theme changed"),
            Self::Words => out.write_str("what it says changed, or a file that it names"),
            Self::File(path) => write!(out, "the published file {path} was changed or is gone"),
            Self::Problems => out.write_str("a text changed that its problems point into"),
            Self::Part => out.write_str("a part of it is asked for"),
        }
    }
}

/// The texts of this build, by their paths.
pub(super) struct Texts<'s> {
    sources: &'s Sources,
    by_path: BTreeMap<&'s str, (FileId, String)>,
}

impl<'s> Texts<'s> {
    pub(super) fn of(sources: &'s Sources) -> Self {
        let by_path = sources
            .iter()
            .map(|(id, file)| {
                let mut digester = Digester::new();
                digester.text(&file.text);
                (file.path.as_str(), (id, digester.finish()))
            })
            .collect();
        Self { sources, by_path }
    }
}

/// The record of earlier builds, beside the output that it tells of.
pub(super) struct Kept<'s> {
    record: Record,
    output: PathBuf,
    texts: Texts<'s>,
}

impl<'s> Kept<'s> {
    /// Reads the record; an empty one, if there is none that can be understood.
    pub(super) fn read(file: &Path, output: &Path, sources: &'s Sources) -> Self {
        let record = fs::read(file)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        Self {
            record,
            output: output.to_owned(),
            texts: Texts::of(sources),
        }
    }

    /// What was made of the edition in `folder`, with the problems that were found then.
    ///
    /// # Errors
    /// Why it has to be made anew.
    pub(super) fn edition(
        &self,
        folder: &str,
        origin: &Origin,
    ) -> Result<(&Entry, Diagnostics), Reason> {
        let entry = self.record.editions.get(folder).ok_or(Reason::New)?;
        for (before, now, reason) in [
            (&entry.origin.program, &origin.program, Reason::Program),
            (&entry.origin.options, &origin.options, Reason::Options),
            (&entry.origin.theme, &origin.theme, Reason::Theme),
            (&entry.origin.edition, &origin.edition, Reason::Words),
        ] {
            if before != now {
                return Err(reason);
            }
        }
        if let Some(file) = entry.files.iter().find(|file| !self.is_there(file)) {
            return Err(Reason::File(file.path.clone()));
        }
        let mut problems = Diagnostics::new();
        for note in &entry.problems {
            problems.push(note.problem(&self.texts).ok_or(Reason::Problems)?);
        }
        Ok((entry, problems))
    }

    /// The bytes of a published file that was written from a scene of this digest.
    pub(super) fn written_from(&self, folder: &str, path: &str, digest: &str) -> Option<Vec<u8>> {
        let entry = self.record.editions.get(folder)?;
        let file = entry.files.iter().find(|file| {
            file.path == path && file.made_from.as_deref() == Some(digest) && self.is_there(file)
        })?;
        fs::read(self.output.join(&file.path)).ok()
    }

    fn is_there(&self, file: &FileNote) -> bool {
        look(&self.output.join(&file.path)) == Some((file.size, file.changed))
    }

    /// The record of this build: what it made, and what earlier ones made that is still true. Files are looked at as they are published.
    pub(super) fn next<'n>(
        &self,
        made: impl Iterator<Item = NewEntry<'n>>,
        is_left: impl Fn(&str) -> bool,
    ) -> Record {
        let mut editions: BTreeMap<String, Entry> = self.record.editions.clone();
        editions.retain(|folder, _| is_left(folder));
        for new in made {
            let files = new.files.into_iter().filter_map(|(path, made_from)| {
                let (size, changed) = look(&self.output.join(&path))?;
                Some(FileNote {
                    path,
                    size,
                    changed,
                    made_from,
                })
            });
            let entry = Entry {
                origin: new.origin,
                pages: new.pages,
                posters: new.posters,
                files: files.collect(),
                problems: new
                    .problems
                    .iter()
                    .map(|problem| ProblemNote::of(problem, &self.texts))
                    .collect(),
            };
            editions.insert(new.folder.to_owned(), entry);
        }
        Record { editions }
    }
}

/// What this build made of an edition in one of its languages.
pub(super) struct NewEntry<'a> {
    pub(super) folder: &'a str,
    pub(super) origin: Origin,
    pub(super) pages: usize,
    pub(super) posters: usize,
    /// Paths in the output, each with the digest of the scene it was written from, if it was.
    pub(super) files: Vec<(String, Option<String>)>,
    pub(super) problems: &'a Diagnostics,
}

impl Record {
    /// The record as it is kept.
    pub(super) fn bytes(&self) -> Vec<u8> {
        // Texts and numbers can always be written; if they couldn't, the next build would make everything anew.
        serde_json::to_vec(self).unwrap_or_default()
    }
}

impl ProblemNote {
    fn of(problem: &Diagnostic, texts: &Texts<'_>) -> Self {
        let label = |label: &Label| {
            let file = &texts.sources.file(label.at.file).path;
            let digest = texts.by_path.get(file.as_str());
            LabelNote {
                file: file.clone(),
                digest: digest.map(|(_, digest)| digest.clone()).unwrap_or_default(),
                start: label.at.start,
                end: label.at.end,
                text: label.text.clone(),
            }
        };
        Self {
            code: problem.code.name().to_owned(),
            severity: problem.severity.name().to_owned(),
            message: problem.message.clone(),
            labels: problem.labels.iter().map(label).collect(),
            help: problem.help.clone(),
            editions: problem.editions.clone(),
        }
    }

    /// The problem, with its places among the texts of this build. `None` if one of them changed.
    fn problem(&self, texts: &Texts<'_>) -> Option<Diagnostic> {
        let code = Code::ALL.iter().find(|code| code.name() == self.code)?;
        let severities = [Severity::Error, Severity::Warning, Severity::Hint];
        let severity = severities
            .into_iter()
            .find(|severity| severity.name() == self.severity)?;
        let label = |note: &LabelNote| {
            let (file, digest) = texts.by_path.get(note.file.as_str())?;
            (*digest == note.digest).then(|| Label {
                at: Span {
                    file: *file,
                    start: note.start,
                    end: note.end,
                },
                text: note.text.clone(),
            })
        };
        let mut problem = Diagnostic::new(*code, self.message.clone());
        problem.severity = severity;
        problem.labels = self.labels.iter().map(label).collect::<Option<_>>()?;
        problem.help.clone_from(&self.help);
        problem.editions.clone_from(&self.editions);
        Some(problem)
    }
}

/// The bytes of a file, and when it was changed last.
pub(super) fn look(path: &Path) -> Option<(u64, u64)> {
    let file = fs::symlink_metadata(path)
        .ok()
        .filter(fs::Metadata::is_file)?;
    let changed = file.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some((file.len(), u64::try_from(changed.as_nanos()).ok()?))
}
