//! The doors that `fuzz/` sends random files through hold: for what it begins with, damaged in a few plain ways, and for all that it found.

use std::fs;
use std::path::Path;

use noticeboard::fuzzing;

/// The doors, by the names of their targets, each with files of the repository that it begins with.
const TARGETS: [(&str, fn(&[u8]), &[&str]); 7] = [
    (
        "channel",
        fuzzing::channel,
        &["content/channels/email.md", "content/contacts.yml"],
    ),
    (
        "overlays",
        fuzzing::overlays,
        &["fuzz/seeds/overlays/two-layers"],
    ),
    (
        "markdown",
        fuzzing::markdown,
        &["content/sections/20-law.md", "content/channels/email.md"],
    ),
    (
        "layout",
        fuzzing::layout,
        &["themes/bold/theme.yml", "fuzz/seeds/layout/poster"],
    ),
    (
        "picture",
        fuzzing::picture,
        &[
            "themes/default/icons/envelope.svg",
            "tests/pictures/turned.jpg",
            "tests/pictures/palette.png",
        ],
    ),
    (
        "font",
        fuzzing::font,
        &["tests/fonts/NotoSansDevanagari-Words.ttf"],
    ),
    (
        "workbook",
        fuzzing::workbook,
        &["fuzz/seeds/workbook/no-archive"],
    ),
];

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn what_fuzzing_begins_with_goes_through() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (_, door, seeds) in TARGETS {
        for seed in seeds {
            let bytes = read(&root.join(seed));
            door(&bytes);
            door(&bytes[..bytes.len() / 2]);
            let mut damaged = bytes.clone();
            for at in (0..damaged.len()).step_by(211) {
                damaged[at] ^= 0x11;
            }
            door(&damaged);
        }
    }
}

#[test]
fn what_fuzzing_found_stays_mended() {
    let findings = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/findings");
    for (target, door, _) in TARGETS {
        let Ok(found) = fs::read_dir(findings.join(target)) else {
            continue;
        };
        for file in found {
            door(&read(&file.expect("a file").path()));
        }
    }
}

#[test]
fn every_target_has_its_door() {
    let targets = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/fuzz_targets");
    let mut names: Vec<String> = fs::read_dir(targets)
        .expect("the targets")
        .map(|file| {
            file.expect("a file")
                .file_name()
                .to_string_lossy()
                .replace(".rs", "")
        })
        .collect();
    names.sort();
    let mut doors = TARGETS.map(|(name, ..)| name);
    doors.sort_unstable();
    assert_eq!(names, doors);
}
