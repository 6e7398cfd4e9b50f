//! Putting artifacts into the output folder.
//!
//! The output folder keeps a list of the files that builds made, in `.noticeboard/files`. Files that aren't on it are never
//! overwritten or removed. Artifacts are first written aside, all of them, and only then each edition's folder changes places with the
//! one that is published ([`Swap`]), so that a build that fails or is killed at any moment leaves each edition whole: as it was, or new.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::Artifact;
use super::swap::{Swap, put_back};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::folder::{display, has_ending};

/// The folder in the output in which builds keep their own notes.
const OWN: &str = ".noticeboard";
/// The list of files that builds made.
const FILES: &str = "files";
/// The record of what was made, and from what.
const RECORD: &str = "record.json";
/// Which shard of which build an output is.
const SHARD: &str = "shard.json";
/// Where artifacts are set aside.
const ASIDE: &str = "aside";
/// Where a folder waits while the new one is moved to its place.
const WAITING: &str = "waiting";
/// The file that a build holds on to while it works, so that no other one writes to the same folder.
const LOCK: &str = "lock";
/// How many names are enough to recognise a folder by.
const SHOWN: usize = 3;
/// The first line of that list.
const HEADER: &str = "# Files that noticeboard made here. Others are never touched.";
/// Files that may lie in an output folder before the first build: notes of version control and hosting.
const NOTES: &[&str] = &[
    "README.md",
    ".gitignore",
    ".gitkeep",
    ".nojekyll",
    "CNAME",
    OWN,
    ".git",
];

/// An output folder that is being written to. What was set aside is dropped with it, unless it is published.
#[derive(Debug)]
pub(super) struct Publisher {
    output: PathBuf,
    aside: PathBuf,
    /// What earlier builds made.
    before: BTreeSet<String>,
    /// What this build set aside.
    now: Mutex<BTreeSet<String>>,
    /// What is published already and stays.
    kept: Mutex<BTreeSet<String>>,
    /// Held until the build is over.
    _lock: File,
}

/// Why an output folder can't be opened.
enum Refusal {
    /// It is a file.
    NoFolder,
    /// It holds files that no build made.
    Foreign(Vec<String>),
    /// A link to another place stands where builds keep their notes.
    Link(String),
    /// It can't be read or written.
    Io(io::Error),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// What builds will have made in a folder of the output once a build is published.
#[derive(Debug)]
pub(super) struct Coming {
    /// Files by their paths from the output, and where their bytes lie until then.
    pub(super) files: BTreeMap<String, PathBuf>,
    /// Whether it is just what is published there already.
    pub(super) is_same: bool,
}

/// What publishing did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Published {
    /// Files whose bytes are new.
    pub written: usize,
    /// Files that were the same already.
    pub unchanged: usize,
    /// Files of earlier builds that are no longer made.
    pub removed: usize,
}

impl Publisher {
    /// Opens an output folder, making it if need be. Refuses one that holds files no build made.
    pub(super) fn open(output: &Path, problems: &mut Diagnostics) -> Option<Self> {
        let refusal = match Self::try_open(output) {
            Ok(publisher) => return Some(publisher),
            Err(refusal) => refusal,
        };
        let shown = display(output);
        problems.push(match refusal {
            Refusal::NoFolder => Diagnostic::new(
                Code::Unwritable,
                format!("{shown} can't be the output folder: a file has that name"),
            )
            .help("name another folder with --output"),
            Refusal::Foreign(names) => Diagnostic::new(
                Code::ForeignFiles,
                format!(
                    "the output folder {shown} holds files that no build made: {}",
                    names.join(", ")
                ),
            )
            .help("name an empty or new folder with --output; nothing was changed"),
            Refusal::Link(link) => Diagnostic::new(
                Code::ForeignFiles,
                format!("{link} is a link to another place"),
            )
            .help("delete the link, or name another folder with --output; nothing was changed"),
            Refusal::Io(error) => unwritable(output, &error),
        });
        None
    }

    fn try_open(output: &Path) -> Result<Self, Refusal> {
        if output.ancestors().any(Path::is_file) {
            return Err(Refusal::NoFolder);
        }
        let own = output.join(OWN);
        // A link would lead what is written and removed here to another place.
        for ours in [
            own.clone(),
            own.join(ASIDE),
            own.join(WAITING),
            own.join(LOCK),
        ] {
            if fs::symlink_metadata(&ours).is_ok_and(|there| there.is_symlink()) {
                return Err(Refusal::Link(display(&ours)));
            }
        }
        let list = own.join(FILES);
        if !list.exists() {
            let foreign = foreign_files(output, SHOWN)?;
            if !foreign.is_empty() {
                return Err(Refusal::Foreign(foreign));
            }
        }
        fs::create_dir_all(&own)?;
        let lock = File::create(own.join(LOCK))?;
        // A build that is at work there is waited for; `is_busy` tells people beforehand. Some network drives have no locks; then it
        // is up to people not to build twice at once.
        let _ = lock.lock();
        let before = match files_of(output) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => BTreeSet::new(),
            files => files?,
        };
        put_back(&own.join(WAITING), output)?;
        let aside = own.join(ASIDE);
        // What a build that was killed left behind.
        if aside.exists() {
            fs::remove_dir_all(&aside)?;
        }
        fs::create_dir_all(&aside)?;
        Ok(Self {
            output: output.to_owned(),
            aside,
            before,
            now: Mutex::new(BTreeSet::new()),
            kept: Mutex::new(BTreeSet::new()),
            _lock: lock,
        })
    }

    /// What earlier builds made.
    pub(super) fn before(&self) -> &BTreeSet<String> {
        &self.before
    }

    /// What earlier builds published in `scope` and this one doesn't: pages and files that people may have kept the address of.
    pub(super) fn lost(&self, scope: impl Fn(&str) -> bool) -> Vec<String> {
        // A thread that panicked while it held the list left it whole.
        let now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let is_address = |path: &str| {
            has_ending(path, "html")
                || has_ending(path, "pdf")
                || path.contains("/downloads/files/")
        };
        self.before
            .iter()
            .filter(|path| {
                is_address(path) && !now.contains(*path) && !kept.contains(*path) && scope(path)
            })
            .cloned()
            .collect()
    }

    /// Takes files that are published already as made by this build, too.
    pub(super) fn keep<'p>(&self, paths: impl IntoIterator<Item = &'p str>) {
        // A thread that panicked while it held the list left it whole.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.extend(paths.into_iter().map(str::to_owned));
    }

    /// Leaves what was set aside or kept of an edition where it is: the edition stays as it is published.
    pub(super) fn hold_back(&self, holds_back: impl Fn(&str) -> bool) {
        for list in [&self.now, &self.kept] {
            let mut list = list.lock().unwrap_or_else(PoisonError::into_inner);
            list.retain(|path| !holds_back(path));
        }
    }

    /// The file in which the record of what was made is kept.
    pub(super) fn record(&self) -> PathBuf {
        self.own(RECORD)
    }

    /// A file among the notes that builds keep for themselves.
    pub(super) fn own(&self, name: &str) -> PathBuf {
        self.output.join(OWN).join(name)
    }

    /// Keeps a record of what was made. That it can't be kept only makes the next build slower.
    pub(super) fn keep_record(&self, bytes: &[u8]) {
        let new = self.aside.join(RECORD);
        let _ = fs::write(&new, bytes).and_then(|()| fs::rename(new, self.record()));
    }

    /// Notes which shard the output is; that it is none, if there is no note.
    ///
    /// # Errors
    /// When the note can't be written or taken away.
    pub(super) fn keep_shard_note(&self, note: Option<&[u8]>) -> io::Result<()> {
        let file = shard_note(&self.output);
        match note {
            Some(note) => fs::write(file, note),
            None => gone(fs::remove_file(file)),
        }
    }

    /// The folder that is published to.
    pub(super) fn output(&self) -> &Path {
        &self.output
    }

    /// Sets artifacts aside.
    pub(super) fn add(&self, artifacts: &[Artifact], problems: &mut Diagnostics) {
        for artifact in artifacts {
            let path = self.aside.join(&artifact.path);
            if let Err(error) = write(&path, &artifact.bytes) {
                problems.push(unwritable(&path, &error));
                return;
            }
        }
        // A thread that panicked while it held the list left it whole.
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        now.extend(artifacts.iter().map(|artifact| artifact.path.clone()));
    }

    /// What builds will have made in a folder of the output once this one is published. `scope` says what of it this build answers for.
    ///
    /// # Errors
    /// When files can't be compared.
    pub(super) fn coming(&self, folder: &str, scope: impl Fn(&str) -> bool) -> io::Result<Coming> {
        let prefix = format!("{folder}/");
        let within = |list: &BTreeSet<String>| -> BTreeSet<String> {
            list.range(prefix.clone()..)
                .take_while(|path| path.starts_with(&prefix))
                .cloned()
                .collect()
        };
        // A thread that panicked while it held a list left it whole.
        let now = within(&self.now.lock().unwrap_or_else(PoisonError::into_inner));
        let kept = within(&self.kept.lock().unwrap_or_else(PoisonError::into_inner));
        let mut coming = Coming {
            files: BTreeMap::new(),
            is_same: true,
        };
        for path in within(&self.before) {
            if now.contains(&path) {
                continue;
            }
            if !kept.contains(&path) && scope(&path) {
                coming.is_same = false;
                continue;
            }
            let published = self.output.join(&path);
            // What somebody put a link in the place of isn't ours.
            let is_file = fs::symlink_metadata(&published).is_ok_and(|there| there.is_file());
            if is_file && !self.is_behind_link(&path) {
                coming.files.insert(path, published);
            }
        }
        for path in now {
            let aside = self.aside.join(&path);
            coming.is_same = coming.is_same && same(&aside, &self.output.join(&path))?;
            coming.files.insert(path, aside);
        }
        Ok(coming)
    }

    /// Moves what was set aside in `scope` to its place, and removes what earlier builds made there and this one neither made nor kept.
    pub(super) fn publish(
        &self,
        scope: impl Fn(&str) -> bool,
        problems: &mut Diagnostics,
    ) -> Option<Published> {
        let now = std::mem::take(&mut *self.now.lock().unwrap_or_else(PoisonError::into_inner));
        let kept = std::mem::take(&mut *self.kept.lock().unwrap_or_else(PoisonError::into_inner));
        let foreign: Vec<String> = now
            .iter()
            .filter_map(|path| self.in_the_way(path))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .take(SHOWN)
            .collect();
        if !foreign.is_empty() {
            problems.push(
                Diagnostic::new(
                    Code::ForeignFiles,
                    format!("in {}, files stand in the way that no build made: {}", display(&self.output), foreign.join(", ")),
                )
                .help("move them elsewhere, or name another folder with --output; nothing was changed"),
            );
            return None;
        }
        match self.swap(&now, &kept, scope) {
            Ok(published) => Some(published),
            Err(error) => {
                problems.push(
                    Diagnostic::new(
                        Code::Unwritable,
                        format!("not all files could be moved into {}: {error}", display(&self.output)),
                    )
                    .help("it may hold some of what was there before and some of this build: mend what stands in the way, and build again"),
                );
                None
            }
        }
    }

    /// What stands where an artifact is to go and is no file of ours: a file, a folder, a link to elsewhere.
    fn in_the_way(&self, path: &str) -> Option<String> {
        let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
        for folder in folders {
            match fs::symlink_metadata(self.output.join(folder)) {
                Ok(there) if !there.is_dir() => return Some(folder.to_owned()),
                Ok(_) => {}
                Err(_) => return None,
            }
        }
        let there = fs::symlink_metadata(self.output.join(path)).ok()?;
        (!there.is_file() || !self.before.contains(path)).then(|| path.to_owned())
    }

    /// Whether a folder on the way to a path is a link.
    fn is_behind_link(&self, path: &str) -> bool {
        path.match_indices('/').any(|(at, _)| {
            let folder = self.output.join(&path[..at]);
            fs::symlink_metadata(folder).is_ok_and(|there| there.is_symlink())
        })
    }

    /// Puts everything in its place: each folder in one step, and then the files that lie in none, which lead to them.
    fn swap(
        &self,
        now: &BTreeSet<String>,
        kept: &BTreeSet<String>,
        scope: impl Fn(&str) -> bool,
    ) -> io::Result<Published> {
        let stale: BTreeSet<&str> = self
            .before
            .iter()
            .map(String::as_str)
            .filter(|path| !now.contains(*path) && !kept.contains(*path) && scope(path))
            // Where somebody put a link in the place of a folder, what lies behind it isn't ours.
            .filter(|path| !self.is_behind_link(path))
            .collect();
        // Whatever happens from here on, every file that is ours is on the list.
        let all: BTreeSet<&String> = self.before.union(now).collect();
        self.note(all.iter().map(|path| path.as_str()))?;
        let mut folders: BTreeMap<&str, Change<'_>> = BTreeMap::new();
        for path in now {
            let (folder, within) = path.split_once('/').unwrap_or(("", path));
            let change = folders.entry(folder).or_default();
            if same(&self.aside.join(path), &self.output.join(path))? {
                change.same.insert(within);
            } else {
                change.new.insert(within);
            }
        }
        for path in stale.iter().copied() {
            let (folder, within) = path.split_once('/').unwrap_or(("", path));
            folders.entry(folder).or_default().stale.insert(within);
        }
        let mut published = Published {
            unchanged: kept.len(),
            ..Published::default()
        };
        // The empty name is the first, and its files lead to the others.
        let outside = folders.remove("").unwrap_or_default();
        for (folder, change) in &folders {
            published.count(change);
            if change.is_none() {
                continue;
            }
            let swap = Swap {
                published: &self.output.join(folder),
                aside: &self.aside.join(folder),
                waiting: &self.output.join(OWN).join(WAITING).join(folder),
            };
            swap.run(&change.same, &change.stale)?;
        }
        published.count(&outside);
        for path in &outside.new {
            fs::rename(self.aside.join(path), self.output.join(path))?;
        }
        for path in &outside.stale {
            gone(fs::remove_file(self.output.join(path)))?;
        }
        gone(fs::remove_dir_all(self.output.join(OWN).join(WAITING)))?;
        let kept = self
            .before
            .iter()
            .filter(|path| !stale.contains(path.as_str()));
        let list: BTreeSet<&String> = kept.chain(now).collect();
        self.note(list.iter().map(|path| path.as_str()))?;
        Ok(published)
    }

    /// Writes the list of our files.
    fn note<'a>(&self, paths: impl Iterator<Item = &'a str>) -> io::Result<()> {
        let mut list = String::from(HEADER);
        for path in paths {
            list.push('\n');
            list.push_str(path);
        }
        list.push('\n');
        let new = self.aside.join(FILES);
        fs::write(&new, list)?;
        fs::rename(new, self.output.join(OWN).join(FILES))
    }
}

/// What a build changes in one folder of the output: files by their paths in it.
#[derive(Debug, Default)]
struct Change<'a> {
    /// Their bytes are new.
    new: BTreeSet<&'a str>,
    /// They are published with the same bytes already.
    same: BTreeSet<&'a str>,
    /// They are no longer made.
    stale: BTreeSet<&'a str>,
}

impl Change<'_> {
    fn is_none(&self) -> bool {
        self.new.is_empty() && self.stale.is_empty()
    }
}

impl Published {
    fn count(&mut self, change: &Change<'_>) {
        self.written += change.new.len();
        self.unchanged += change.same.len();
        self.removed += change.stale.len();
    }
}

/// That something is gone is no error when it was gone before.
fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

impl Drop for Publisher {
    fn drop(&mut self) {
        // What is left aside is of no use to anyone; the next build would clear it away, too.
        let _ = fs::remove_dir_all(&self.aside);
    }
}

/// Whether another build is writing to an output folder at this moment, so that one that begins now has to wait.
pub(crate) fn is_busy(output: &Path) -> bool {
    let lock = output.join(OWN).join(LOCK);
    let is_file = fs::symlink_metadata(&lock).is_ok_and(|there| there.is_file());
    is_file
        && File::open(lock)
            .is_ok_and(|lock| matches!(lock.try_lock(), Err(TryLockError::WouldBlock)))
}

/// The files that builds made in an output folder.
///
/// # Errors
/// When there is no list of them, or it can't be read.
pub(super) fn files_of(output: &Path) -> io::Result<BTreeSet<String>> {
    let list = fs::read_to_string(output.join(OWN).join(FILES))?;
    Ok(list
        .lines()
        .filter(|line| !line.starts_with('#') && is_safe(line))
        .map(str::to_owned)
        .collect())
}

/// The file that says which shard an output is.
pub(super) fn shard_note(output: &Path) -> PathBuf {
    output.join(OWN).join(SHARD)
}

/// Whether a path of the list stays in the output folder. The list lies there for anyone to edit.
fn is_safe(path: &str) -> bool {
    !path.is_empty()
        && !path.starts_with('/')
        && !path.contains(['\\', ':'])
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

fn foreign_files(output: &Path, most: usize) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(output) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !NOTES.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names.sort();
    names.truncate(most);
    Ok(names)
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, bytes)
}

/// Whether two files hold the same; then the one that is published keeps its time of change.
fn same(a: &Path, b: &Path) -> io::Result<bool> {
    match fs::metadata(b) {
        Ok(metadata) if metadata.len() == fs::metadata(a)?.len() => {
            Ok(fs::read(a)? == fs::read(b)?)
        }
        Ok(_) => Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::Unwritable, format!("{} can't be written: {error}", display(path)))
        .help("see whether the disk is full and whether you may write there; what was published before is as it was")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Folder;

    fn publish(output: &Path, files: &[(&str, &str)]) -> Result<Published, Vec<Code>> {
        let mut problems = Diagnostics::new();
        let published = Publisher::open(output, &mut problems).and_then(|publisher| {
            let artifacts: Vec<Artifact> = files
                .iter()
                .map(|(path, text)| Artifact::new(*path, *text))
                .collect();
            publisher.add(&artifacts, &mut problems);
            publisher.publish(|_| true, &mut problems)
        });
        published.ok_or_else(|| problems.iter().map(|problem| problem.code).collect())
    }

    #[test]
    fn what_is_no_longer_made_goes_and_what_is_the_same_stays() {
        let folder = Folder::new();
        let first = publish(
            folder.path(),
            &[("a/index.html", "A"), ("b/index.html", "B")],
        );
        assert_eq!(
            first,
            Ok(Published {
                written: 2,
                unchanged: 0,
                removed: 0
            })
        );
        let second = publish(folder.path(), &[("a/index.html", "A")]);
        assert_eq!(
            second,
            Ok(Published {
                written: 0,
                unchanged: 1,
                removed: 1
            })
        );
        assert!(!folder.path().join("b").exists());
        assert_eq!(
            fs::read_to_string(folder.path().join("a/index.html"))
                .ok()
                .as_deref(),
            Some("A")
        );
    }

    #[test]
    fn a_folder_with_other_files_is_refused() {
        let folder = Folder::new();
        folder.write("thesis.doc", "years of work");
        assert_eq!(
            publish(folder.path(), &[("index.html", "A")]),
            Err(vec![Code::ForeignFiles])
        );
        assert!(!folder.path().join("index.html").exists());
        assert!(!folder.path().join(OWN).exists());
    }

    #[test]
    fn notes_are_no_obstacle_and_stay() {
        let folder = Folder::new();
        folder.write("README.md", "note");
        assert!(publish(folder.path(), &[("index.html", "A")]).is_ok());
        assert!(folder.path().join("README.md").exists());
    }

    #[test]
    fn a_file_in_the_way_is_never_overwritten() {
        let folder = Folder::new();
        assert!(publish(folder.path(), &[("index.html", "A")]).is_ok());
        folder.write("new/index.html", "mine");
        assert_eq!(
            publish(
                folder.path(),
                &[("index.html", "B"), ("new/index.html", "C")]
            ),
            Err(vec![Code::ForeignFiles])
        );
        assert_eq!(
            fs::read_to_string(folder.path().join("index.html"))
                .ok()
                .as_deref(),
            Some("A")
        );
        assert_eq!(
            fs::read_to_string(folder.path().join("new/index.html"))
                .ok()
                .as_deref(),
            Some("mine")
        );
    }

    #[test]
    fn folders_and_files_in_the_way_are_seen_before_anything_is_moved() {
        let folder = Folder::new();
        assert!(publish(folder.path(), &[("a.html", "A"), ("z.html", "Z")]).is_ok());
        let next = [("a.html", "new"), ("new/index.html", "N"), ("z.html", "Z")];
        // A file where a folder is to be, and then a folder where a file of ours was.
        folder.write("new", "mine");
        assert_eq!(publish(folder.path(), &next), Err(vec![Code::ForeignFiles]));
        let remove = |name: &str| fs::remove_file(folder.path().join(name)).expect("it is there");
        remove("new");
        remove("z.html");
        folder.write("z.html/mine.txt", "mine");
        assert_eq!(publish(folder.path(), &next), Err(vec![Code::ForeignFiles]));
        let first = fs::read_to_string(folder.path().join("a.html"));
        assert_eq!(first.ok().as_deref(), Some("A"));
        // What failed isn't taken for ours: this file was put there later.
        folder.write("new/index.html", "mine");
        assert_eq!(
            publish(folder.path(), &next[..2]),
            Err(vec![Code::ForeignFiles])
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_elsewhere_is_not_written_through() {
        let folder = Folder::new();
        folder.write("elsewhere/index.html", "mine");
        folder.write("out/README.md", "note");
        let (output, elsewhere) = (folder.path().join("out"), folder.path().join("elsewhere"));
        assert!(publish(&output, &[("a.html", "A")]).is_ok());
        std::os::unix::fs::symlink(&elsewhere, output.join("b")).expect("a link");
        assert_eq!(
            publish(&output, &[("b/other.html", "B")]),
            Err(vec![Code::ForeignFiles])
        );
        assert!(!elsewhere.join("other.html").exists());
    }

    #[test]
    fn two_builds_at_once_do_not_mix() {
        let folder = Folder::new();
        let mut problems = Diagnostics::new();
        let first = Publisher::open(folder.path(), &mut problems);
        assert!(first.is_some() && problems.is_empty());
        assert!(is_busy(folder.path()));
        std::thread::scope(|scope| {
            let second = scope.spawn(|| {
                let mut problems = Diagnostics::new();
                Publisher::open(folder.path(), &mut problems).is_some()
            });
            std::thread::sleep(std::time::Duration::from_millis(100));
            assert!(!second.is_finished());
            drop(first);
            assert!(second.join().expect("it ends"));
        });
        assert!(!is_busy(folder.path()));
    }

    #[test]
    fn a_file_is_no_output_folder() {
        let folder = Folder::new();
        folder.write("out", "mine");
        for name in ["out", "out/inner"] {
            assert_eq!(
                publish(&folder.path().join(name), &[("index.html", "A")]),
                Err(vec![Code::Unwritable])
            );
        }
    }

    #[test]
    fn the_list_cannot_lead_out_of_the_folder() {
        let folder = Folder::new();
        folder.write("outside.txt", "mine");
        folder.write("out/.noticeboard/files", "../outside.txt\n/etc/passwd\n");
        assert!(publish(&folder.path().join("out"), &[("index.html", "A")]).is_ok());
        assert!(folder.path().join("outside.txt").exists());
    }

    #[test]
    fn a_build_that_is_dropped_leaves_nothing() {
        let folder = Folder::new();
        assert!(publish(folder.path(), &[("index.html", "A")]).is_ok());
        let mut problems = Diagnostics::new();
        let publisher = Publisher::open(folder.path(), &mut problems).expect("open");
        publisher.add(&[Artifact::new("index.html", "B")], &mut problems);
        drop(publisher);
        assert_eq!(
            fs::read_to_string(folder.path().join("index.html"))
                .ok()
                .as_deref(),
            Some("A")
        );
        assert!(!folder.path().join(OWN).join(ASIDE).exists());
    }
}
