//! Gives the program a mark that changes with its own text, so that a build knows whether what an earlier one made was made by the same
//! program.

use std::fs;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};

fn main() {
    let mut hasher = DefaultHasher::new();
    for part in ["Cargo.toml", "Cargo.lock", "src", "themes"] {
        println!("cargo::rerun-if-changed={part}");
        take_in(Path::new(part), &mut hasher);
    }
    println!("cargo::rustc-env=NOTICEBOARD_MARK={:016x}", hasher.finish());
}

/// Takes in a file, or all files of a folder in the order of their names. What isn't there adds nothing.
fn take_in(path: &Path, hasher: &mut DefaultHasher) {
    if let Ok(bytes) = fs::read(path) {
        hasher.write(path.to_string_lossy().as_bytes());
        hasher.write_usize(bytes.len());
        hasher.write(&bytes);
        return;
    }
    let mut below: Vec<PathBuf> = fs::read_dir(path)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    below.sort();
    for path in below {
        take_in(&path, hasher);
    }
}
