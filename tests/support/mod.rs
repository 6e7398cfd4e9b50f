//! Small packs in folders of their own, and the real command run on them.

#![allow(dead_code, unreachable_pub, reason = "each test takes what it needs")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder that goes when it is dropped.
pub struct Folder(PathBuf);

/// What a run of the command gave.
#[derive(Debug)]
pub struct Outcome {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Folder {
    /// An empty folder.
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "noticeboard-test-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a folder for a test");
        Self(path)
    }

    /// A folder with a small pack of two channels and two editions, the second of which extends the first.
    pub fn with_pack() -> Self {
        let folder = Self::new();
        folder.write(
            "content/pack.yml",
            "title: Safe online\nsummary: How we work safely.\nlevels:\n  - {id: best, label: Best practice, tone: do}\n  - {id: poor, label: Poor practice, tone: dont}\n\
             terms: {manager: your manager}\ndocument: {version: \"1\", issued: 2026-09-01, review: 2027-09-01}\n",
        );
        folder.write(
            "content/contacts.yml",
            "- {id: emergency, name: Emergency services, phone: \"999\", urgency: emergency, on_posters: true}\n\
             - {id: duty-team, name: Duty team, phone: 01632 960 100, hours: Day and night, urgency: urgent, on_posters: true}\n",
        );
        folder.write(
            "content/channels/email.md",
            "---\ntitle: Email\nicon: envelope\nheadline: Never use a private account.\nlevels:\n  best:\n    - id: work-account\n      short: Use the work account.\n      full: It can be seen by {{ terms.manager }}.\n  poor:\n    - id: late\n      short: Writing late at night.\nsafeguards:\n  - id: told\n    short: Families know the address.\n---\n## Why\n\nSee [photos](channel:photos).\n",
        );
        folder.write(
            "content/channels/photos.md",
            "---\ntitle: Photos\nicon: camera\nlevels:\n  best:\n    - id: ask\n      short: Ask first.\n---\n",
        );
        folder.write(
            "content/sections/10-law.md",
            "---\ntitle: The law\n---\n## Duties\n\nThere are some.\n",
        );
        folder.write(
            "content/editions/ash/edition.yml",
            "name: Ash Board\nurl: https://ash.example/\nbranding: {primary: \"#1b365d\"}\n",
        );
        folder.write("content/editions/elm/edition.yml", "name: Elm School\nextends: ash\nurl: https://elm.example/\nterms: {manager: the headteacher}\n");
        folder
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for a test");
        fs::write(path, text).expect("a file for a test");
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.join(name).exists()
    }

    /// Runs the command in this folder.
    pub fn run(&self, arguments: &[&str]) -> Outcome {
        run(&self.0, arguments)
    }

    /// Every file below a folder with its bytes, but for the notes that builds keep for themselves.
    pub fn files(&self, below: &str) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.0.join(below), "", &mut files);
        files
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a screen reader says, stretch by stretch, of the outline of a PDF that was read back.
pub fn stretches(outline: &str) -> impl Iterator<Item = &str> {
    let lines = outline
        .lines()
        .filter_map(|line| line.trim_start().split_once(": "));
    lines
        .filter(|(page, _)| page.parse::<usize>().is_ok())
        .map(|(_, words)| words)
}

/// Runs the command in a folder.
pub fn run(folder: &Path, arguments: &[&str]) -> Outcome {
    let output = Command::new(env!("CARGO_BIN_EXE_noticeboard"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the command runs");
    Outcome {
        code: output.status.code(),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// A path without the hash that the names of shared files hold.
pub fn without_hash(path: &str) -> String {
    let is_hash =
        |part: &&str| part.len() == 10 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let parts = path.split('.');
    parts
        .filter(|part| !is_hash(part))
        .collect::<Vec<_>>()
        .join(".")
}

fn collect(folder: &Path, within: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if within.is_empty() {
            name.clone()
        } else {
            format!("{within}/{name}")
        };
        if name == ".noticeboard" {
            continue;
        }
        if entry.path().is_dir() {
            collect(&entry.path(), &path, files);
        } else {
            files.insert(path, fs::read(entry.path()).expect("a file of a test"));
        }
    }
}
