//! Builds that are killed, and disks that are full: what is published is whole every time.
//!
//! `NOTICEBOARD_FAULTS=200 cargo test --release --test faults` kills 200 builds; without it, a few.

#![cfg(unix)]

mod support;

use std::collections::BTreeMap;
use std::process::{Command, Stdio};
use std::time::Instant;

use support::Folder;

type Files = BTreeMap<String, Vec<u8>>;

/// The two states of the pack that builds go to and fro between, so that most files of every edition change.
const HEADLINES: [&str; 2] = ["Never use a private account.", "Keep to the work account."];

fn write(folder: &Folder, headline: &str) {
    let email = folder.read("content/channels/email.md");
    let line = email
        .lines()
        .find(|line| line.starts_with("headline:"))
        .expect("there is a headline");
    let said = email.replace(line, &format!("headline: {headline}"));
    folder.write("content/channels/email.md", &said);
    // All pages of an edition show its name.
    for (id, rest) in [("ash", ""), ("elm", "extends: ash\n")] {
        let number = headline.len();
        folder.write(
            &format!("content/editions/{id}/edition.yml"),
            &format!("name: Board {number}\nurl: https://{id}.example/\n{rest}"),
        );
    }
}

/// What each state gives, by edition.
fn states(folder: &Folder) -> Vec<BTreeMap<&'static str, Files>> {
    HEADLINES
        .iter()
        .map(|headline| {
            write(folder, headline);
            let outcome = folder.run(&["build", "--quiet", "--no-previews", "--output", "whole"]);
            assert_eq!(outcome.code, Some(0), "{}", outcome.err);
            ["ash", "elm"]
                .into_iter()
                .map(|id| (id, folder.files(&format!("whole/{id}"))))
                .collect()
        })
        .collect()
}

fn is_whole(folder: &Folder, states: &[BTreeMap<&'static str, Files>], after: &str) {
    for id in ["ash", "elm"] {
        let published = folder.files(&format!("output/{id}"));
        let known = states.iter().any(|state| state[id] == published);
        assert!(
            known,
            "{id} is neither the old nor the new one after {after}"
        );
    }
}

#[test]
fn a_killed_build_leaves_every_edition_whole() {
    let kills: u32 = std::env::var("NOTICEBOARD_FAULTS")
        .ok()
        .and_then(|kills| kills.parse().ok())
        .unwrap_or(10);
    let folder = Folder::with_pack();
    let states = states(&folder);
    let began = Instant::now();
    let first = folder.run(&["build", "--quiet", "--no-previews"]);
    assert_eq!(first.code, Some(0), "{}", first.err);
    let takes = began.elapsed();
    let mut random: u32 = 1;
    let mut killed = 0;
    for kill in 0..kills {
        write(&folder, HEADLINES[kill as usize % 2]);
        let mut build = Command::new(env!("CARGO_BIN_EXE_noticeboard"))
            .args(["build", "--quiet", "--no-previews"])
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the command runs");
        // Numbers that are spread evenly, the same in each run (Numerical Recipes, §7.1).
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let share = f64::from(random) / f64::from(u32::MAX);
        std::thread::sleep(takes.mul_f64(share * 1.1));
        if build.try_wait().expect("it can be asked").is_none() {
            killed += 1;
        }
        let _ = build.kill();
        let _ = build.wait();
        is_whole(&folder, &states, &format!("kill {kill}"));
    }
    assert!(killed > 0, "no build was killed while it worked");
    let after = folder.run(&["build", "--quiet", "--no-previews"]);
    assert_eq!(after.code, Some(0), "{}", after.err);
    let last = &states[(kills as usize + 1) % 2];
    assert!(last["ash"] == folder.files("output/ash"));
}

#[test]
fn a_file_that_cannot_be_written_leaves_everything_as_it_was() {
    let folder = Folder::with_pack();
    assert_eq!(folder.run(&["build", "--quiet"]).code, Some(0));
    let before = folder.files("output");
    write(&folder, HEADLINES[1]);
    // No file may be larger than 10 KB: posters fail in the middle of writing, as they do on a full disk.
    let outcome = Command::new("bash")
        .args([
            "-c",
            "trap '' XFSZ; ulimit -f 10; exec \"$0\" build --quiet",
        ])
        .arg(env!("CARGO_BIN_EXE_noticeboard"))
        .current_dir(folder.path())
        .output()
        .expect("the command runs");
    let said = String::from_utf8_lossy(&outcome.stderr);
    assert_eq!(outcome.status.code(), Some(1), "{said}");
    assert!(said.contains("can't be written"), "{said}");
    assert!(said.contains("nothing was published"), "{said}");
    assert!(before == folder.files("output"));
    assert!(!folder.has("output/.noticeboard/aside"));
}

#[test]
fn a_second_build_waits_for_the_first_and_says_so() {
    use std::io::{BufRead as _, BufReader};

    let folder = Folder::with_pack();
    assert_eq!(
        folder.run(&["build", "--quiet", "--only", "site"]).code,
        Some(0)
    );
    write(&folder, HEADLINES[1]);
    // The first is this test: it holds on to what a build holds on to.
    let lock = folder.path().join("output/.noticeboard/lock");
    let lock = std::fs::File::open(lock).expect("a build made it");
    lock.lock().expect("no other build is there");
    let before = folder.files("output");
    let mut build = Command::new(env!("CARGO_BIN_EXE_noticeboard"))
        .args(["build", "--quiet", "--only", "site"])
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    let mut said = BufReader::new(build.stderr.take().expect("it can speak")).lines();
    let first = said
        .next()
        .expect("it says why it waits")
        .expect("it is text");
    assert_eq!(first, "another build is at work in output/; waiting");
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert!(build.try_wait().expect("it can be asked").is_none());
    assert!(before == folder.files("output"));
    drop(lock);
    assert!(said.all(|line| !line.is_ok_and(|line| line.contains("waiting"))));
    assert_eq!(build.wait().expect("it ends").code(), Some(0));
    assert!(before != folder.files("output"));
}

#[test]
fn a_full_disk_leaves_everything_as_it_was() {
    let folder = Folder::with_pack();
    let build = env!("CARGO_BIN_EXE_noticeboard");
    // A small disk of its own, where this system lets us have one.
    let script = format!(
        "mkdir output && mount -t tmpfs -o size=16m tmpfs output || exit 77
         {build} build --quiet --no-previews --only site || exit 78
         cp -r output before
         head -c 1000000000 /dev/zero > output/.noticeboard/fill 2>/dev/null
         sed -i 's/private/own/' content/channels/email.md
         {build} build --quiet --no-previews --only site 2> said && exit 79
         rm -f output/.noticeboard/fill
         grep -q 'published' said || exit 80
         diff -r --exclude=.noticeboard before output"
    );
    let outcome = Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", &script])
        .current_dir(folder.path())
        .output();
    match outcome.as_ref().map(|outcome| outcome.status.code()) {
        Ok(Some(0)) => {}
        // Containers often forbid it: what fails there is the trial, not the build.
        Err(_) | Ok(Some(1 | 77)) if !has_small_disks() => {
            eprintln!("no small disk can be had here, so that a full one was not tried");
        }
        other => panic!("{other:?} {outcome:?}"),
    }
}

/// Whether a folder can become a small disk here.
fn has_small_disks() -> bool {
    Command::new("unshare")
        .args([
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            "mount -t tmpfs tmpfs /mnt",
        ])
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
