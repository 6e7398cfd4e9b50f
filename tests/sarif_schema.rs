//! What `--problems sarif` writes is SARIF 2.1.0, by the schema of the standard.

mod support;

use std::fs;
use std::path::Path;

use serde_json::Value;
use support::Folder;

/// What doesn't fit the schema.
fn faults(log: &Value) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sarif/sarif-2.1.0.schema.json");
    let mut schema: Value = serde_json::from_str(&fs::read_to_string(path).expect("the schema"))
        .expect("the schema is JSON");
    // A bracket too many in the schema as it was published: no pattern for some engines, and nothing is written that it is about.
    for part in ["run", "toolComponent"] {
        schema["definitions"][part]["properties"]["language"]["pattern"] = "".into();
    }
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("the schema is one");
    validator
        .iter_errors(log)
        .map(|error| format!("{error} at {}", error.instance_path()))
        .collect()
}

fn sarif(folder: &Folder) -> Value {
    let outcome = folder.run(&["check", "--problems", "sarif"]);
    serde_json::from_str(&outcome.out).expect("it is JSON")
}

/// A pack with errors, warnings and hints, one of them in a file whose name has a blank and an accent.
fn faulty() -> Folder {
    let folder = Folder::new();
    folder.write(
        "content/pack.yml",
        "title: Safe\nlevels:\n  - { id: best, label: Best practice, tone: do }\ncolour: blue\n",
    );
    folder.write(
        "content/channels/email.md",
        "---\ntitle: Email\nicon: envelop\nlevels:\n  best:\n    - { id: work, short: Utilise a work account. }\n---\n[Click here](channel:photos), please.\n",
    );
    folder.write("content/channels/e mail é.md", "---\ntitle: X\n---\n");
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash\nbranding: { primary: \"#cccccc\" }\n",
    );
    folder
}

#[test]
fn every_log_fits_the_schema() {
    let log = sarif(&faulty());
    assert_eq!(faults(&log), [] as [String; 0], "{log:#}");
    let results = log["runs"][0]["results"].as_array().expect("results");
    let levels: Vec<&str> = results
        .iter()
        .filter_map(|result| result["level"].as_str())
        .collect();
    for level in ["error", "warning", "note"] {
        assert!(levels.contains(&level), "{levels:?}");
    }
}

#[test]
fn a_pack_without_a_fault_has_a_log_that_fits() {
    let folder = Folder::with_pack();
    let log = sarif(&folder);
    assert_eq!(faults(&log), [] as [String; 0], "{log:#}");
}

#[test]
fn names_of_files_are_addresses() {
    let text = sarif(&faulty()).to_string();
    assert!(
        text.contains("content/channels/e%20mail%20%C3%A9.md"),
        "{text}"
    );
}

#[test]
fn the_schema_finds_what_does_not_fit() {
    let mut log = sarif(&faulty());
    log["runs"][0]["results"][0]["level"] = "grave".into();
    assert!(!faults(&log).is_empty());
    log = sarif(&faulty());
    log["runs"][0]["results"][0]["message"] = Value::Null;
    assert!(!faults(&log).is_empty());
}
