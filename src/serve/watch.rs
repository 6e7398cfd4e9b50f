//! Noticing that files changed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, SystemTime};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// Editors write a file in several steps; when nothing came for this long, they are done.
const QUIET: Duration = Duration::from_millis(15);

/// Calls `changed` after each change below these folders, and of these files, until the program ends. It answers with the places that
/// count from then on: what a pack builds on may be somewhere else after a change. What isn't there is watched for.
///
/// # Errors
/// When the system can't watch a folder. Later on, `lost` is told.
pub(super) fn watch(
    places: &[PathBuf],
    changed: impl Fn() -> Vec<PathBuf> + Send + 'static,
    lost: impl Fn(&notify::Error) + Send + 'static,
) -> notify::Result<()> {
    let (tell, told) = mpsc::channel();
    let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // That a file was read is no change. What can't be told apart counts as one.
        let is_change = event.map_or(true, |event| !matches!(event.kind, EventKind::Access(_)));
        if is_change {
            // When nobody listens any more, the program is ending.
            let _ = tell.send(());
        }
    })?;
    let mut watch = Watch {
        watcher,
        watched: BTreeMap::new(),
    };
    watch.follow(places)?;
    std::thread::spawn(move || {
        // Watching ends with the watcher.
        let mut watch = watch;
        while told.recv().is_ok() {
            loop {
                match told.recv_timeout(QUIET) {
                    Ok(()) => {}
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            if let Err(error) = watch.follow(&changed()) {
                lost(&error);
            }
        }
    });
    Ok(())
}

/// What is watched at the moment.
struct Watch {
    watcher: RecommendedWatcher,
    /// The folders, and how each is watched.
    watched: BTreeMap<PathBuf, How>,
}

/// How a folder is watched.
#[derive(Clone, Copy, PartialEq, Eq)]
struct How {
    /// With all that is in it, or only its own list of files.
    whole: bool,
    /// When it was made, where the disk knows: another folder may take the place of one that is watched.
    made: Option<SystemTime>,
}

impl Watch {
    /// Watches these places, and no others any more.
    fn follow(&mut self, places: &[PathBuf]) -> notify::Result<()> {
        let mut wanted: BTreeMap<PathBuf, How> = BTreeMap::new();
        for (folder, whole) in places.iter().filter_map(|place| folder_of(place)) {
            let made = folder.metadata().and_then(|about| about.created()).ok();
            let how = wanted
                .entry(folder.to_path_buf())
                .or_insert(How { whole, made });
            how.whole |= whole;
        }
        let others = |folder: &PathBuf, how: &How| wanted.get(folder) != Some(how);
        let over: Vec<PathBuf> = self
            .watched
            .iter()
            .filter(|(folder, how)| others(folder, how))
            .map(|(folder, _)| folder.clone())
            .collect();
        for folder in over {
            // What is gone can't be let go of.
            let _ = self.watcher.unwatch(&folder);
            self.watched.remove(&folder);
        }
        let mut first_error = Ok(());
        for (folder, how) in wanted {
            if self.watched.contains_key(&folder) {
                continue;
            }
            let mode = if how.whole {
                RecursiveMode::Recursive
            } else {
                RecursiveMode::NonRecursive
            };
            match self.watcher.watch(&folder, mode) {
                Ok(()) => {
                    self.watched.insert(folder, how);
                }
                Err(error) => first_error = first_error.and(Err(error)),
            }
        }
        first_error
    }
}

/// The folder to watch for a place, and whether with all that is in it. A new file that takes the place of an old one is seen only by
/// who watches its folder, and what isn't there by who watches where it would be.
fn folder_of(place: &Path) -> Option<(&Path, bool)> {
    if place.is_dir() {
        return Some((place, true));
    }
    place.ancestors().skip(1).find_map(|above| {
        // The folder that a path without any begins in.
        let above = if above.as_os_str().is_empty() {
            Path::new(".")
        } else {
            above
        };
        above.is_dir().then_some((above, false))
    })
}
