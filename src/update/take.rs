//! Taking a base pack: the lock and the copy beside `pack.yml`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic};
use crate::pack::{BasePack, COPY_FILE, LOCK_FILE};
use crate::source::folder::{LARGEST_ASSET, display};

/// Keeps what is at hand of a base pack as taken, in the folder of the pack that builds on it. Says which files it wrote.
///
/// # Errors
/// Says what could not be written. Each file is whole, as it was or as it is now.
pub fn take(content: &Path, base: &BasePack) -> Result<Vec<PathBuf>, Diagnostic> {
    let (lock, copy) = (content.join(LOCK_FILE), content.join(COPY_FILE));
    let bytes = base.copy().map_err(|why| unwritable(&copy, &why))?;
    if bytes.len() as u64 > LARGEST_ASSET {
        return Err(Diagnostic::new(
            Code::FileTooLarge,
            format!(
                "a copy of the pack `{}` would have {} MB",
                base.name,
                bytes.len() / 1024 / 1024
            ),
        )
        .help(format!(
            "a pack that others build on may have {} MB",
            LARGEST_ASSET / 1024 / 1024
        )));
    }
    // A copy that the lock doesn't know yet does no harm; a lock without its copy would.
    for (path, bytes) in [
        (&copy, bytes.as_slice()),
        (&lock, base.lock.written().as_bytes()),
    ] {
        replace(path, bytes).map_err(|error| unwritable(path, &error.to_string()))?;
    }
    Ok(vec![lock, copy])
}

/// Writes a file so that it is never half there.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // Hidden files are not read as part of a pack.
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let aside = path.with_file_name(format!(".{name}.new"));
    fs::write(&aside, bytes)?;
    fs::rename(&aside, path)
}

fn unwritable(path: &Path, why: &str) -> Diagnostic {
    Diagnostic::new(
        Code::Unwritable,
        format!("{} can't be written", display(path)),
    )
    .help(why)
}
