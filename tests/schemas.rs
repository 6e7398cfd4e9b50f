//! The schemas for editors, by the real command: the demo pack fits them, and what doesn't fit is found.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use support::Folder;

fn schemas() -> Folder {
    let folder = Folder::new();
    let outcome = folder.run(&["schema"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    folder
}

fn schema(folder: &Folder, name: &str) -> jsonschema::Validator {
    let path = folder.path().join(format!(".schemas/{name}.schema.json"));
    let text = fs::read_to_string(path).expect("the schema");
    let schema: Value = serde_json::from_str(&text).expect("it is JSON");
    jsonschema::validator_for(&schema).expect("it is a schema")
}

fn yaml(text: &str) -> Value {
    serde_saphyr::from_str(text).expect("it is YAML")
}

fn faults(validator: &jsonschema::Validator, value: &Value) -> Vec<String> {
    validator
        .iter_errors(value)
        .map(|error| format!("{} at {}", error, error.instance_path()))
        .collect()
}

fn files(folder: &Path, name: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.to_string_lossy().contains(name))
        .collect();
    found.sort();
    found
}

#[test]
fn the_demo_pack_fits() {
    let folder = schemas();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    for (name, wanted) in [
        ("pack", "pack.yml"),
        ("edition", "edition.yml"),
        ("contacts", "contacts.yml"),
        ("glossary", "glossary.yml"),
        ("sources", "sources.yml"),
        ("downloads", "downloads.yml"),
        ("channel", "channels/"),
        ("section", "sections/"),
        ("do-and-dont", "do-and-dont.md"),
    ] {
        let validator = schema(&folder, name);
        let mut count = 0;
        for path in files(&content, wanted) {
            let text = fs::read_to_string(&path).expect("a text");
            let head = match text.strip_prefix("---\n") {
                Some(rest) => rest.split("\n---").next().unwrap_or_default(),
                None => &text,
            };
            if head
                .lines()
                .all(|line| line.trim().is_empty() || line.starts_with('#'))
            {
                continue;
            }
            assert_eq!(
                faults(&validator, &yaml(head)),
                [] as [String; 0],
                "{}",
                path.display()
            );
            count += 1;
        }
        assert!(count > 0, "no file was tried for {name}");
    }
}

#[test]
fn what_does_not_fit_is_found() {
    let folder = schemas();
    let channel = schema(&folder, "channel");
    for wrong in [
        "titel: Email",
        "title: Email\nlevels: [work]",
        "title: Email\nlevels: { best: [{ short: no id }] }",
    ] {
        assert!(!faults(&channel, &yaml(wrong)).is_empty(), "{wrong}");
    }
    let edition = schema(&folder, "edition");
    for wrong in [
        "branding: { primary: red }",
        "document: { review: next year }",
        "posters: { sizes: [a9] }",
    ] {
        assert!(!faults(&edition, &yaml(wrong)).is_empty(), "{wrong}");
    }
}
