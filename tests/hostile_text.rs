//! Whatever a file says, reading it neither panics nor hangs: it gives editions, or diagnostics whose places are in the files.

use std::fs;
use std::path::{Path, PathBuf};

use noticeboard::diagnostic::{Diagnostics, render};
use noticeboard::source::Sources;
use proptest::prelude::*;

/// A folder that goes when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("noticeboard-hostile-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder for a test");
        Self(path)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for a test");
        fs::write(path, text).expect("a file for a test");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const PACK: &str =
    "title: Safe\nlevels: [{id: best, label: Best, tone: do}]\nterms: {manager: line manager}\n";
const CHANNEL: &str = "---\ntitle: Email\nlevels:\n  best:\n    - id: a\n      short: Ask {{ terms.manager }}.\n    - Or don't.\nsee_also: [email]\n---\n## More\n\n> [!case] Sam\n> Sam wrote.\n\n| a | b |\n|---|---|\n| c | d |\n";
const EDITION: &str = "name: Ash\nbranding: {primary: \"#1b365d\"}\ncontacts:\n  - {id: duty, name: Duty, urgency: urgent, phone: 01632 960 001}\n";
const ROWS: &str = "id,name,contacts.duty.phone\nelm,\"Elm, Oak\",01632 960 002\n";

/// Reads a pack of these files, and shows what is wrong with it.
fn read(folder: &Path) {
    let mut sources = Sources::new();
    let mut problems = Diagnostics::new();
    if let Some(pack) = noticeboard::pack::read(folder, &mut sources, &mut problems) {
        noticeboard::edition::editions(&pack, &sources, &mut problems);
    }
    // Rendering looks up every place.
    render::text(&problems.tidied(1), &sources, false);
}

/// A text with a stretch of it replaced by something else.
fn damaged(text: &str, at: usize, length: usize, with: &str) -> String {
    let start = (0..=at % (text.len() + 1))
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0);
    let end = (start + length..=text.len())
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(text.len());
    format!("{}{with}{}", &text[..start], &text[end..])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_are_survived(
        which in 0..4usize,
        at in 0..400usize,
        length in 0..30usize,
        with in prop_oneof![
            Just("{{".to_owned()), Just("}}".to_owned()), Just("- ".to_owned()), Just(": ".to_owned()), Just("\t".to_owned()),
            Just("\n---\n".to_owned()), Just("\"".to_owned()), Just("&a *a".to_owned()), Just("> [!".to_owned()), Just("\u{202e}".to_owned()),
            Just("{{ base }}\n".to_owned()), Just("ŵ\r\n".to_owned()), ".{0,12}",
        ],
    ) {
        let folder = Folder::new("damaged");
        let mut files = [PACK.to_owned(), CHANNEL.to_owned(), EDITION.to_owned(), ROWS.to_owned()];
        files[which] = damaged(&files[which], at, length, &with);
        for (name, text) in ["pack.yml", "channels/email.md", "editions/ash/edition.yml", "editions.csv"].iter().zip(&files) {
            folder.write(name, text);
        }
        folder.write("editions/ash/channels/email.md", "---\nlevels: {best: [{id: a, short: Else.}]}\n---\nFirst.\n\n{{ base }}\n");
        read(&folder.0);
    }

    #[test]
    fn arbitrary_files_are_survived(text in "(?s).{0,300}") {
        let folder = Folder::new("arbitrary");
        folder.write("pack.yml", PACK);
        folder.write("editions/ash/edition.yml", EDITION);
        folder.write("sections/10-a.md", &text);
        folder.write("channels/a.md", &format!("---\n{text}\n---\n{text}"));
        folder.write("glossary.yml", &text);
        folder.write("editions.csv", &text);
        read(&folder.0);
    }
}
