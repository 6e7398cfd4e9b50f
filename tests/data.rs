//! The edition as data, `pack.json`, is what its schema says.

mod support;

use std::fs;
use std::path::Path;

use serde_json::Value;
use support::Folder;

/// What of a value is not as a schema says. It knows the words that our schema uses, and fails on any other.
fn faults(value: &Value, schema: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(value, schema, schema, "", &mut found);
    found
}

fn check(value: &Value, rules: &Value, whole: &Value, place: &str, found: &mut Vec<String>) {
    for (rule, says) in rules.as_object().expect("rules") {
        match rule.as_str() {
            "$schema" | "$defs" | "title" | "description" | "format" => {}
            "$ref" => {
                let pointer = says.as_str().expect("a place").trim_start_matches('#');
                let there = whole.pointer(pointer).expect("it is there");
                check(value, there, whole, place, found);
            }
            "anyOf" => {
                let fits = says.as_array().expect("rules").iter().any(|rules| {
                    let mut faults = Vec::new();
                    check(value, rules, whole, place, &mut faults);
                    faults.is_empty()
                });
                if !fits {
                    found.push(format!("{place} is none of what it may be"));
                }
            }
            "type" => {
                let kinds = match says {
                    Value::Array(kinds) => kinds.clone(),
                    kind => vec![kind.clone()],
                };
                let is = |kind: &Value| match kind.as_str().expect("a kind") {
                    "null" => value.is_null(),
                    "boolean" => value.is_boolean(),
                    "string" => value.is_string(),
                    "integer" => value.is_i64() || value.is_u64(),
                    "array" => value.is_array(),
                    "object" => value.is_object(),
                    other => panic!("{other} is no kind that is known here"),
                };
                if !kinds.iter().any(is) {
                    let kinds: Vec<&str> = kinds.iter().filter_map(Value::as_str).collect();
                    found.push(format!("{place} is no {}", kinds.join(" or ")));
                }
            }
            "minimum" => {
                if value.as_f64() < says.as_f64() {
                    found.push(format!("{place} is too small"));
                }
            }
            "required" => {
                for name in says
                    .as_array()
                    .expect("names")
                    .iter()
                    .filter_map(Value::as_str)
                {
                    if value.get(name).is_none() {
                        found.push(format!("{place}/{name} is missing"));
                    }
                }
            }
            "properties" => {
                for (name, inner) in value.as_object().into_iter().flatten() {
                    match says.get(name) {
                        Some(rules) => {
                            check(inner, rules, whole, &format!("{place}/{name}"), found);
                        }
                        None => found.push(format!("{place}/{name} is not in the schema")),
                    }
                }
            }
            "additionalProperties" => {
                for (name, inner) in value.as_object().into_iter().flatten() {
                    check(inner, says, whole, &format!("{place}/{name}"), found);
                }
            }
            "items" => {
                for (at, inner) in value.as_array().into_iter().flatten().enumerate() {
                    check(inner, says, whole, &format!("{place}/{at}"), found);
                }
            }
            other => panic!("{other} is no rule that is known here"),
        }
    }
}

#[test]
fn the_data_of_every_demo_edition_are_what_the_schema_says() {
    let content = concat!(env!("CARGO_MANIFEST_DIR"), "/content");
    let folder = Folder::new();
    let arguments = [
        "build",
        "--quiet",
        "--no-previews",
        "--only",
        "site",
        "--content",
        content,
    ];
    let outcome = folder.run(&arguments);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    let schema: Value = serde_json::from_str(&noticeboard::web::data_schema()).expect("a schema");
    let mut editions = 0;
    for entry in fs::read_dir(folder.path().join("output")).expect("the output is there") {
        let path = entry.expect("an entry").path().join("pack.json");
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        editions += 1;
        let mut data: Value = serde_json::from_str(&text).expect("JSON");
        let found = faults(&data, &schema);
        assert!(found.is_empty(), "{}: {found:?}", path.display());
        // A file of another form is refused.
        data["channels"][0]["title"] = Value::Null;
        assert_eq!(faults(&data, &schema), ["/channels/0/title is no string"]);
    }
    assert!(editions >= 16);
}

#[test]
fn the_schema_in_the_docs_is_that_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pack.schema.json");
    let schema = noticeboard::web::data_schema();
    if std::env::var_os("NOTICEBOARD_UPDATE_DOCS").is_some() {
        fs::write(&path, &schema).expect("the file can be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == schema,
        "docs/pack.schema.json is not up to date: run the tests with NOTICEBOARD_UPDATE_DOCS=1"
    );
}

#[test]
fn data_have_what_pages_say() {
    let folder = Folder::with_pack();
    assert_eq!(
        folder.run(&["build", "--quiet", "--no-previews"]).code,
        Some(0)
    );
    let data: Value = serde_json::from_str(&folder.read("output/elm/pack.json")).expect("JSON");
    assert_eq!(data["$schema"], "pack.schema.json");
    assert_eq!(
        folder.read("output/elm/pack.schema.json"),
        noticeboard::web::data_schema()
    );
    assert_eq!(data["chain"], serde_json::json!(["pack", "ash", "elm"]));
    let email = &data["channels"][0];
    assert_eq!(
        email["levels"][0]["statements"][0]["full"],
        "<p>It can be seen by the headteacher.</p>"
    );
    assert!(
        email["body"]
            .as_str()
            .unwrap_or_default()
            .contains("<a href=\"channels/photos/index.html\">")
    );
    assert_eq!(email["posters"][0]["file"], "posters/email.pdf");
    let poster = folder.files("output/elm/posters")["email.pdf"].len();
    assert_eq!(email["posters"][0]["bytes"], poster);
    assert_eq!(data["document"]["review"], "2027-09-01");
}
