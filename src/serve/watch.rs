//! Noticing that files changed.

use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use notify::{EventKind, RecursiveMode, Watcher as _};

/// Editors write a file in several steps; when nothing came for this long, they are done.
const QUIET: Duration = Duration::from_millis(15);

/// Calls `changed` after each change below these folders, until the program ends. Folders that aren't there are not watched.
///
/// # Errors
/// When the system can't watch a folder.
pub(super) fn watch(folders: &[&Path], changed: impl Fn() + Send + 'static) -> notify::Result<()> {
    let (tell, told) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // That a file was read is no change. What can't be told apart counts as one.
        let is_change = event.map_or(true, |event| !matches!(event.kind, EventKind::Access(_)));
        if is_change {
            // When nobody listens any more, the program is ending.
            let _ = tell.send(());
        }
    })?;
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        watcher.watch(folder, RecursiveMode::Recursive)?;
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
