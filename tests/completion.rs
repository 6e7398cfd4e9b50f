//! What a shell offers while somebody types.

mod support;

use std::process::Command;

use support::Folder;

/// What is offered for the last of these words.
fn offered(folder: &Folder, words: &[&str]) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_noticeboard"))
        .env("COMPLETE", "bash")
        .env("_CLAP_COMPLETE_INDEX", words.len().to_string())
        .env("_CLAP_IFS", "\n")
        .env("_CLAP_COMPLETE_COMP_TYPE", "9")
        .env("_CLAP_COMPLETE_SPACE", "true")
        .args(["--", "noticeboard"])
        .args(words)
        .current_dir(folder.path())
        .output()
        .expect("the command runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn commands_editions_and_keys_are_offered() {
    let folder = Folder::with_pack();
    assert!(offered(&folder, &["tr"]).contains(&"translate".to_owned()));
    assert_eq!(offered(&folder, &["explain", "a"]), ["ash"]);
    assert_eq!(offered(&folder, &["build", "--edition", "e"]), ["elm"]);
    assert_eq!(
        offered(&folder, &["explain", "elm", "contacts.duty"]),
        [
            "contacts.duty-team",
            "contacts.duty-team.hours",
            "contacts.duty-team.name",
            "contacts.duty-team.on_posters",
            "contacts.duty-team.phone",
            "contacts.duty-team.urgency",
        ]
    );
    // Somewhere else, and where there is no pack.
    assert_eq!(
        offered(&folder, &["diff", "--content", "content", "a"]),
        ["ash"]
    );
    assert!(offered(&Folder::new(), &["explain", "a"]).is_empty());
}
