//! Noticing that files changed.

use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use notify::{EventKind, RecursiveMode, Watcher as _};

/// Editors write a file in several steps; when nothing came for this long, they are done.
const QUIET: Duration = Duration::from_millis(15);

/// Calls `changed` after each change below these folders, and of these files, until the program ends. What isn't there is not watched.
///
/// # Errors
/// When the system can't watch a folder.
pub(super) fn watch(places: &[&Path], changed: impl Fn() + Send + 'static) -> notify::Result<()> {
    let (tell, told) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // That a file was read is no change. What can't be told apart counts as one.
        let is_change = event.map_or(true, |event| !matches!(event.kind, EventKind::Access(_)));
        if is_change {
            // When nobody listens any more, the program is ending.
            let _ = tell.send(());
        }
    })?;
    for &place in places {
        if place.is_dir() {
            watcher.watch(place, RecursiveMode::Recursive)?;
        } else if let Some(folder) = place.parent().filter(|_| place.is_file()) {
            // A new file that takes the place of an old one is seen only by who watches the folder.
            watcher.watch(folder, RecursiveMode::NonRecursive)?;
        }
    }
    std::thread::spawn(move || {
        // Watching ends with the watcher.
        let _watcher = watcher;
        while told.recv().is_ok() {
            loop {
                match told.recv_timeout(QUIET) {
                    Ok(()) => {}
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            changed();
        }
    });
    Ok(())
}
