//! A document whose words changed since the last tag has a new version: in a repository of git, by the real command.

mod support;

use std::path::Path;
use std::process::Command;

use support::Folder;

const SETTINGS: &str = "title: Safe online\nlevels:\n  - { id: best, label: Best practice, tone: do }\ndocument: { version: \"1.0\", review: 2028-01-01 }\ncontacts: [{ id: police, name: Police, phone: \"999\", urgency: emergency }]\n";

fn pack() -> Folder {
    let folder = Folder::new();
    folder.write("content/pack.yml", SETTINGS);
    write_email(&folder, "Use a work account.");
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash\nurl: https://ash.example/\n",
    );
    folder
}

fn write_email(folder: &Folder, words: &str) {
    folder.write(
        "content/channels/email.md",
        &format!(
            "---\ntitle: Email\nlevels:\n  best:\n    - {{ id: work, short: {words} }}\n---\n"
        ),
    );
}

fn git(folder: &Path, arguments: &[&str]) {
    let done = Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=A", "-c", "user.email=a@ash.example"])
        .args(arguments)
        .output()
        .expect("git runs");
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
}

fn check(folder: &Folder) -> String {
    let outcome = folder.run(&["check", "--quiet", "--today", "2027-01-01"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    outcome.err
}

#[test]
fn an_edition_with_a_version_of_its_own_is_asked_for_one_of_its_own() {
    let folder = pack();
    let edition = |version: &str| {
        let settings = format!(
            "name: Ash\nurl: https://ash.example/\ndocument: {{ version: \"{version}\", review: 2028-01-01 }}\n"
        );
        folder.write("content/editions/ash/edition.yml", &settings);
    };
    let overlay = |words: &str| {
        folder.write(
            "content/editions/ash/channels/email.md",
            &format!("---\nlevels:\n  best:\n    - {{ id: work, short: {words} }}\n---\n"),
        );
    };
    edition("2");
    overlay("Use our account.");
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "-m", "First"]);
    git(folder.path(), &["tag", "v1.0"]);
    assert!(!check(&folder).contains("version-not-raised"));
    overlay("Use only our account.");
    let said = check(&folder);
    assert!(
        said.contains("editions/ash/channels/email.md has changed since the tag `v1.0`, and this is still version 2"),
        "{said}"
    );
    assert_eq!(said.matches("version-not-raised").count(), 1, "{said}");
    edition("2.1");
    assert!(!check(&folder).contains("version-not-raised"));
}

#[test]
fn words_that_changed_ask_for_a_version() {
    let folder = pack();
    // Without a repository, and without a tag, there is nothing to compare with.
    assert_eq!(check(&folder), "");
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "-m", "First"]);
    write_email(&folder, "Use only a work account.");
    assert_eq!(check(&folder), "");
    write_email(&folder, "Use a work account.");
    git(folder.path(), &["tag", "v1.0"]);
    assert_eq!(check(&folder), "");

    write_email(&folder, "Use only a work account.");
    let said = check(&folder);
    assert!(
        said.contains(
            "channels/email.md has changed since the tag `v1.0`, and this is still version 1.0"
        ),
        "{said}"
    );
    assert!(said.contains("hint[version-not-raised]"), "{said}");
    assert!(said.contains("content/pack.yml:4:"), "{said}");
    // Committed or not, it has changed.
    git(folder.path(), &["commit", "--quiet", "-am", "Second"]);
    assert!(check(&folder).contains("version-not-raised"));

    folder.write("content/pack.yml", &SETTINGS.replace("1.0", "1.1"));
    assert_eq!(check(&folder), "");
}

#[test]
fn what_an_edition_says_is_its_own_matter() {
    let folder = pack();
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "-m", "First"]);
    git(folder.path(), &["tag", "v1.0"]);
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash Board\nurl: https://ash.example/\n",
    );
    assert_eq!(check(&folder), "");
}
