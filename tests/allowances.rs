//! What a pack says of checks, by the real command.

mod support;

use std::fmt::Write as _;

use support::{Folder, Outcome};

/// A pack whose colour is faint, with some editions that take it over.
fn pack(editions: usize, checks: &str) -> Folder {
    let folder = Folder::new();
    folder.write(
        "content/pack.yml",
        &format!(
            "title: Safe\nlevels:\n  - {{ id: best, label: Best practice, tone: do }}\n\
             contacts: [{{ id: police, name: Police, phone: \"999\", urgency: emergency }}]\n\
             branding: {{ primary: \"#cccccc\" }}\n{checks}"
        ),
    );
    folder.write(
        "content/channels/email.md",
        "---\ntitle: Email\nlevels:\n  best:\n    - { id: work, short: Use a work account. }\n---\n",
    );
    let mut table = "id,name,url,branding.primary\n".to_owned();
    for number in 1..=editions {
        // The last one has a colour of its own, which can be read.
        let colour = if number == editions && editions > 1 {
            "#1b365d"
        } else {
            ""
        };
        let _ = writeln!(
            table,
            "e{number},Edition {number},https://e{number}.example/,{colour}"
        );
    }
    folder.write("content/editions.csv", &table);
    folder
}

fn check(folder: &Folder, arguments: &[&str]) -> Outcome {
    let mut all = vec!["check"];
    all.extend(arguments);
    folder.run(&all)
}

const ALLOWED: &str = "checks:\n  allow:\n    - check: low-contrast\n      at: branding.primary\n      reason: The charity's own colour, which it may not change.\n      until: 2027-03-31\n";

#[test]
fn fifty_editions_with_one_problem_say_it_once() {
    let outcome = check(&pack(51, ""), &[]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert_eq!(
        outcome.err.matches("low-contrast").count(),
        1,
        "{}",
        outcome.err
    );
    assert!(
        outcome
            .err
            .contains("in the edition `e1` and 49 more that have the same"),
        "{}",
        outcome.err
    );
    assert!(
        outcome.out.contains("51 editions checked, 1 warning"),
        "{}",
        outcome.out
    );
}

#[test]
fn a_problem_of_all_editions_is_one_of_the_pack() {
    let outcome = check(&pack(1, ""), &[]);
    assert_eq!(outcome.err.matches("low-contrast").count(), 1);
    assert!(!outcome.err.contains("in the edition"), "{}", outcome.err);
}

#[test]
fn at_the_end_stands_who_has_how_many() {
    let folder = pack(3, "");
    folder.write(
        "content/editions/e2/edition.yml",
        "contacts: [{ id: police, remove: true }]\n",
    );
    let outcome = check(&folder, &[]);
    let rows: Vec<Vec<&str>> = outcome
        .out
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    assert_eq!(rows[0], ["edition", "errors", "warnings", "hints"]);
    assert!(
        rows[1..].iter().any(|row| row[..3] == ["e1", "0", "1"]),
        "{}",
        outcome.out
    );
    assert!(
        rows[1..].iter().any(|row| row[..3] == ["e2", "0", "2"]),
        "{}",
        outcome.out
    );
    assert!(!rows.iter().any(|row| row[0] == "e3"), "{}", outcome.out);
    assert!(check(&folder, &["--quiet"]).out.is_empty());
}

#[test]
fn an_allowance_of_the_pack_holds_for_its_editions_until_its_last_day() {
    let folder = pack(3, ALLOWED);
    let on = |day: &str| check(&folder, &["--today", day, "--deny", "warnings"]);
    let outcome = on("2027-03-31");
    assert_eq!((outcome.code, outcome.err.as_str()), (Some(0), ""));
    let outcome = on("2027-04-01");
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.err.contains("warning[low-contrast]"),
        "{}",
        outcome.err
    );
    assert!(
        outcome
            .err
            .contains("`low-contrast` was allowed until 2027-03-31, and is still there"),
        "{}",
        outcome.err
    );
}

#[test]
fn an_edition_allows_beside_what_its_pack_allows() {
    let folder = pack(3, ALLOWED);
    folder.write(
        "content/editions/e2/edition.yml",
        "contacts: [{ id: police, remove: true }]\nchecks:\n  allow:\n    - { check: no-emergency-contact, reason: Not open to the public. }\n",
    );
    let outcome = check(&folder, &["--today", "2027-01-01", "--deny", "warnings"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (Some(0), ""));
    // Of a part nothing can be said of what is needless.
    let outcome = check(&folder, &["--today", "2027-01-01", "--edition", "e3"]);
    assert_eq!(outcome.err, "");
}

#[test]
fn an_allowance_that_meets_nothing_is_said() {
    let folder = pack(
        1,
        &ALLOWED.replace("branding.primary", "branding.secondary"),
    );
    let outcome = check(&folder, &["--today", "2027-01-01"]);
    assert!(
        outcome.err.contains("warning[needless-allowance]"),
        "{}",
        outcome.err
    );
    assert!(
        outcome.err.contains("warning[low-contrast]"),
        "{}",
        outcome.err
    );
}

#[test]
fn wrong_settings_are_said_at_their_place() {
    let folder = pack(
        1,
        "checks:\n  severity: { low-contrst: off, missing-alt: hint, low-contrast: loud }\n",
    );
    let outcome = check(&folder, &[]);
    assert_eq!(outcome.code, Some(1));
    for part in [
        "did you mean `low-contrast`?",
        "`missing-alt` is an error that stays one",
        "`low-contrast` can't be `loud`",
        "content/pack.yml:7:",
    ] {
        assert!(outcome.err.contains(part), "{part}\n{}", outcome.err);
    }
}

#[test]
fn the_day_is_that_of_the_sources_where_one_is_set() {
    let folder = pack(1, ALLOWED);
    let on = |seconds: &str| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_noticeboard"))
            .args(["check", "--deny", "warnings"])
            .env("SOURCE_DATE_EPOCH", seconds)
            .current_dir(folder.path())
            .output()
            .expect("the command runs");
        output.status.code()
    };
    // The last second of the last day, and the next one.
    assert_eq!(on("1806537599"), Some(0));
    assert_eq!(on("1806537600"), Some(1));
}

#[test]
fn what_is_built_does_not_depend_on_the_day() {
    let folder = pack(2, ALLOWED);
    let build = |day: &str, output: &str| {
        let arguments = [
            "build",
            "--no-previews",
            "--quiet",
            "--today",
            day,
            "--output",
            output,
        ];
        assert_eq!(folder.run(&arguments).code, Some(0));
        folder.files(output)
    };
    assert!(build("2026-01-01", "one") == build("2031-01-01", "two"));
}
