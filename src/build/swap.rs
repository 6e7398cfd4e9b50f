//! Changing the folder of an edition for a new one, in one step.
//!
//! A visitor, a web server or a copying job must never meet half an edition, and a build that is killed must leave either what was
//! there before or all of the new. So the new folder is made complete aside: what a build made, and everything else that is to
//! stay, as further names of the same files (hard links), so that they keep their time of change. Then the two folders
//! change places. Linux and macOS do that in one call; elsewhere it takes two renames, and a note of where the old one waits
//! lets the next build put it back if the second never came.

use std::collections::BTreeSet;
use std::fs::{self, FileTimes};
use std::io;
use std::path::Path;

/// A folder of the output, with the one that is to take its place.
pub(super) struct Swap<'a> {
    /// The folder as it is published; it need not be there.
    pub(super) published: &'a Path,
    /// The folder with what a build made.
    pub(super) aside: &'a Path,
    /// Where the old folder waits while the new one is moved in, where both can't be done at once.
    pub(super) waiting: &'a Path,
}

impl Swap<'_> {
    /// Puts the new folder in place. `same` are files, from the folder, that are published with the same bytes already, and `stale`
    /// those that go; whatever else lies in the published folder is carried over.
    ///
    /// # Errors
    ///
    /// When anything can't be read or written. The published folder is then as it was.
    pub(super) fn run(&self, same: &BTreeSet<&str>, stale: &BTreeSet<&str>) -> io::Result<()> {
        if !self.published.exists() {
            if let Some(parent) = self.published.parent() {
                fs::create_dir_all(parent)?;
            }
            return fs::rename(self.aside, self.published);
        }
        for path in same {
            let (published, aside) = (self.published.join(path), self.aside.join(path));
            fs::remove_file(&aside)?;
            link(&published, &aside)?;
        }
        carry_over(self.published, self.aside, Path::new(""), stale)?;
        if self.aside.exists() {
            self.exchange()
        } else {
            // Nothing is left of it.
            self.step_aside()
        }
    }

    /// Lets the two folders change places.
    fn exchange(&self) -> io::Result<()> {
        if change_places(self.aside, self.published)? {
            return Ok(());
        }
        self.step_aside()?;
        fs::rename(self.aside, self.published).inspect_err(|_| {
            // Better the old one than none; if this fails, too, the next build puts it back.
            let _ = fs::rename(self.waiting, self.published);
        })
    }

    /// Moves the published folder to where it waits to be removed.
    fn step_aside(&self) -> io::Result<()> {
        if let Some(parent) = self.waiting.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::rename(self.published, self.waiting)
    }
}

/// Puts back folders that a killed build left waiting, unless what was to take their place is there.
///
/// # Errors
///
/// When a folder can't be moved or removed.
pub(super) fn put_back(waiting: &Path, output: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(waiting) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let published = output.join(entry.file_name());
        if !published.exists() {
            fs::rename(entry.path(), published)?;
        }
    }
    fs::remove_dir_all(waiting)
}

/// Gives everything in the folder `within` of `published` a second name in `aside`, save what a build made anew and what is stale.
fn carry_over(
    published: &Path,
    aside: &Path,
    within: &Path,
    stale: &BTreeSet<&str>,
) -> io::Result<()> {
    let from = published.join(within);
    let to = aside.join(within);
    let mut is_empty = true;
    for entry in fs::read_dir(&from)? {
        is_empty = false;
        let entry = entry?;
        let path = within.join(entry.file_name());
        let kind = entry.file_type()?;
        if kind.is_dir() {
            carry_over(published, aside, &path, stale)?;
            continue;
        }
        let there = aside.join(&path);
        if is_listed(&path, stale) || fs::symlink_metadata(&there).is_ok() {
            continue;
        }
        fs::create_dir_all(&to)?;
        if kind.is_symlink() {
            copy_symlink(&entry.path(), &there)?;
        } else {
            link(&entry.path(), &there)?;
        }
    }
    // A folder that somebody made and left empty stays, too.
    if is_empty {
        fs::create_dir_all(&to)?;
    }
    if to.exists() {
        fs::set_permissions(&to, fs::metadata(&from)?.permissions())?;
    }
    Ok(())
}

/// Whether a path, written in the way of this system, is in a list of paths with `/`.
fn is_listed(path: &Path, list: &BTreeSet<&str>) -> bool {
    let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
    parts.is_some_and(|parts| list.contains(parts.join("/").as_str()))
}

/// Gives a file a second name; where drives can't do that, a second copy with the same time of change.
fn link(from: &Path, to: &Path) -> io::Result<()> {
    if fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    fs::copy(from, to)?;
    let changed = fs::metadata(from)?.modified()?;
    fs::File::options()
        .write(true)
        .open(to)?
        .set_times(FileTimes::new().set_modified(changed))
}

#[cfg(unix)]
fn copy_symlink(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

#[cfg(windows)]
fn copy_symlink(from: &Path, to: &Path) -> io::Result<()> {
    let target = fs::read_link(from)?;
    if from.is_dir() {
        std::os::windows::fs::symlink_dir(target, to)
    } else {
        std::os::windows::fs::symlink_file(target, to)
    }
}

/// Lets two folders change places in one step. `false` where this system or drive can't.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn change_places(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn change_places(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Folder;

    /// Everything below a folder: paths, and what the files hold.
    fn all(folder: &Path) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = walkdir::WalkDir::new(folder)
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| entry.path() != folder)
            .map(|entry| {
                let path = entry.path().strip_prefix(folder).expect("below");
                (
                    path.to_string_lossy().into_owned(),
                    fs::read_to_string(entry.path()).unwrap_or_default(),
                )
            })
            .collect();
        found.sort();
        found
    }

    fn run(folder: &Folder, same: &[&str], stale: &[&str]) {
        let swap = Swap {
            published: &folder.path().join("out"),
            aside: &folder.path().join("aside"),
            waiting: &folder.path().join("waiting/out"),
        };
        let same = same.iter().copied().collect();
        let stale = stale.iter().copied().collect();
        swap.run(&same, &stale).expect("a swap");
    }

    #[test]
    fn what_is_not_ours_is_carried_over_and_keeps_its_time_of_change() {
        let folder = Folder::new();
        for (path, text) in [
            ("out/index.html", "old"),
            ("out/same.html", "same"),
            ("out/gone/index.html", "gone"),
            ("out/mine/notes.txt", "mine"),
            ("aside/index.html", "new"),
            ("aside/same.html", "same"),
        ] {
            folder.write(path, text);
        }
        fs::create_dir_all(folder.path().join("out/empty")).expect("a folder");
        let changed = |path: &str| {
            let file = fs::metadata(folder.path().join(path)).expect("it is there");
            file.modified().expect("a time")
        };
        let before = (changed("out/same.html"), changed("out/mine/notes.txt"));
        std::thread::sleep(std::time::Duration::from_millis(20));
        run(&folder, &["same.html"], &["gone/index.html"]);
        let text = |path: &str, text: &str| (path.to_owned(), text.to_owned());
        assert_eq!(
            all(&folder.path().join("out")),
            [
                text("empty", ""),
                text("index.html", "new"),
                text("mine", ""),
                text("mine/notes.txt", "mine"),
                text("same.html", "same"),
            ]
        );
        assert_eq!(
            before,
            (changed("out/same.html"), changed("out/mine/notes.txt"))
        );
    }

    #[test]
    fn a_folder_of_which_nothing_is_left_goes() {
        let folder = Folder::new();
        folder.write("out/index.html", "old");
        run(&folder, &[], &["index.html"]);
        assert!(!folder.path().join("out").exists());
    }

    #[test]
    fn a_folder_that_waits_is_put_back_unless_the_new_one_is_there() {
        let folder = Folder::new();
        folder.write("waiting/lost/index.html", "old");
        folder.write("waiting/there/index.html", "old");
        folder.write("there/index.html", "new");
        put_back(&folder.path().join("waiting"), folder.path()).expect("put back");
        let read = |path: &str| fs::read_to_string(folder.path().join(path)).ok();
        assert_eq!(read("lost/index.html").as_deref(), Some("old"));
        assert_eq!(read("there/index.html").as_deref(), Some("new"));
        assert!(!folder.path().join("waiting").exists());
    }

    #[cfg(unix)]
    #[test]
    fn links_to_elsewhere_are_carried_over_as_links() {
        let folder = Folder::new();
        folder.write("elsewhere/file", "mine");
        folder.write("out/index.html", "old");
        folder.write("aside/index.html", "new");
        let target = folder.path().join("elsewhere");
        std::os::unix::fs::symlink(&target, folder.path().join("out/link")).expect("a link");
        run(&folder, &[], &[]);
        let link = fs::read_link(folder.path().join("out/link"));
        assert_eq!(link.ok(), Some(target));
    }
}
