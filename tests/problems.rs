//! Problems for people and for programs, by the real command.

mod support;

use support::{Folder, Outcome};

/// A pack with an error, a warning and a hint.
fn pack(title: &str) -> Folder {
    let folder = Folder::new();
    folder.write(
        "content/pack.yml",
        "title: Safe: online\nlevels:\n  - { id: best, label: Best practice, tone: do }\n"
            .replace("Safe: online", title)
            .as_str(),
    );
    folder.write(
        "content/channels/email.md",
        "---\ntitle: Email\nicon: envelope\nlevels:\n  best:\n    - { id: work, short: Use a work account. }\n---\n",
    );
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash\nbranding: { primary: \"#cccccc\" }\n",
    );
    folder
}

fn check(folder: &Folder, arguments: &[&str]) -> Outcome {
    let mut all = vec!["check"];
    all.extend(arguments);
    folder.run(&all)
}

#[test]
fn programs_get_a_list() {
    let outcome = check(&pack("Safe"), &["--problems", "json"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (Some(0), ""));
    let list: serde_json::Value = serde_json::from_str(&outcome.out).expect("it is JSON");
    let contrast = list
        .as_array()
        .into_iter()
        .flatten()
        .find(|problem| problem["code"] == "low-contrast")
        .expect("the brand is too light");
    assert_eq!(contrast["severity"], "warning");
    assert_eq!(
        contrast["places"][0]["file"],
        "content/editions/ash/edition.yml"
    );
    assert_eq!(contrast["places"][0]["line"], 2);
}

#[test]
fn code_scanning_gets_sarif() {
    let outcome = check(&pack("Safe"), &["--problems", "sarif"]);
    let log: serde_json::Value = serde_json::from_str(&outcome.out).expect("it is JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules: Vec<&str> = run["tool"]["driver"]["rules"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|rule| rule["id"].as_str())
        .collect();
    for result in run["results"].as_array().expect("results") {
        let id = result["ruleId"].as_str().expect("an id");
        assert!(rules.contains(&id), "{id} is not among the rules");
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap_or("")));
    }
    assert!(rules.contains(&"low-contrast"));
}

#[test]
fn the_forges_get_their_own_forms() {
    let outcome = check(&pack("Safe"), &["--problems", "github"]);
    let line = outcome
        .out
        .lines()
        .find(|line| line.contains("low-contrast"))
        .expect("a line");
    assert!(
        line.starts_with(
            "::warning title=low-contrast,file=content/editions/ash/edition.yml,line=2"
        ),
        "{line}"
    );
    let outcome = check(&pack("Safe"), &["--problems", "gitlab"]);
    let list: serde_json::Value = serde_json::from_str(&outcome.out).expect("it is JSON");
    let marks: Vec<&str> = list
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|problem| problem["fingerprint"].as_str())
        .collect();
    assert!(!marks.is_empty() && marks.iter().all(|mark| mark.len() == 64));
}

#[test]
fn a_line_of_a_workflow_command_stays_one_line() {
    let outcome = check(&pack("Safe: 100%"), &["--problems", "github"]);
    assert_eq!(outcome.code, Some(1));
    for line in outcome.out.lines() {
        assert!(line.starts_with("::"), "{line}");
    }
}

#[test]
fn warnings_may_be_denied() {
    let folder = pack("Safe");
    assert_eq!(check(&folder, &["--quiet"]).code, Some(0));
    assert_eq!(
        check(&folder, &["--quiet", "--deny", "warnings"]).code,
        Some(1)
    );
    let outcome = folder.run(&["build", "--quiet", "--no-previews", "--deny", "warnings"]);
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.err.contains("nothing was published"));
    assert!(!folder.path().join("output/ash/index.html").exists());
}
