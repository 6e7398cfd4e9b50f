//! The doors that `fuzz/` sends random files through hold: for what it begins with, damaged in a few plain ways, and for all that it found.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use noticeboard::fuzzing;

/// The name of a target, its door, and files of the repository that it begins with.
type Target = (&'static str, fn(&[u8]), &'static [&'static str]);

/// All doors.
const TARGETS: [Target; 7] = [
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

/// Damages bytes at random: what is changed, taken away and repeated hangs on `random` alone.
fn damage(bytes: &mut Vec<u8>, random: &mut impl FnMut(usize) -> usize) {
    for _ in 0..=random(6) {
        if bytes.is_empty() {
            return;
        }
        let start = random(bytes.len());
        let end = (start + 1 + random(40)).min(bytes.len());
        match random(4) {
            0 => bytes[start] ^= 1 << random(8),
            1 => bytes[start] = random(256) as u8,
            2 => drop(bytes.drain(start..end)),
            _ => {
                let copy = bytes[start..end].to_vec();
                let at = random(bytes.len());
                bytes.splice(at..at, copy);
            }
        }
    }
}

/// A little of what fuzzing does, without a compiler of its own: `NOTICEBOARD_FUZZ_SECONDS=60` for longer than a moment. What it
/// stumbles over lies in `target/fuzz-seeds/`.
#[test]
fn what_is_damaged_at_random_goes_through() {
    const LONGEST: Duration = Duration::from_secs(20);
    let seconds = std::env::var("NOTICEBOARD_FUZZ_SECONDS")
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    let each = Duration::from_secs(seconds.unwrap_or(1));
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let kept = root.join("target/fuzz-seeds");
    fs::create_dir_all(&kept).expect("a folder");
    std::thread::scope(|scope| {
        for (target, door, seeds) in TARGETS {
            let kept = kept.join(target);
            scope.spawn(move || {
                let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
                // Marsaglia's xorshift: the same numbers in each run.
                let mut random = |below: usize| {
                    state ^= state << 13;
                    state ^= state >> 7;
                    state ^= state << 17;
                    (state % below as u64) as usize
                };
                let seeds: Vec<Vec<u8>> = seeds.iter().map(|seed| read(&root.join(seed))).collect();
                let began = Instant::now();
                let mut tried = 0;
                while began.elapsed() < each {
                    let mut bytes = seeds[random(seeds.len())].clone();
                    damage(&mut bytes, &mut random);
                    fs::write(&kept, &bytes).expect("a file");
                    let started = Instant::now();
                    door(&bytes);
                    assert!(started.elapsed() < LONGEST, "{target} takes too long");
                    tried += 1;
                }
                println!("{target}: {tried}");
            });
        }
    });
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
