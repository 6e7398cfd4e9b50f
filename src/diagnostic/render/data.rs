//! Diagnostics for programs: as JSON, as SARIF for code scanning, and as the notes of the two big forges.

use std::fmt::Write as _;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::place::Place;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::Sources;

/// Diagnostics as a list in JSON: code, severity, message, places, help and editions.
pub fn json(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let all: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| {
            let places: Vec<Value> = diagnostic
                .labels
                .iter()
                .map(|label| {
                    let place = Place::of(label.at, sources);
                    let mut written = json!({
                        "file": place.file,
                        "line": place.line,
                        "column": place.column,
                        "end_line": place.end_line,
                        "end_column": place.end_column,
                        "text": label.text,
                    });
                    if let Some(cell) = place.cell {
                        written["cell"] = json!(cell);
                    }
                    written
                })
                .collect();
            json!({
                "code": diagnostic.code.name(),
                "severity": diagnostic.severity.name(),
                "message": diagnostic.message,
                "places": places,
                "help": diagnostic.help,
                "editions": diagnostic.editions,
            })
        })
        .collect();
    pretty(&Value::Array(all))
}

/// Diagnostics as SARIF 2.1.0 (OASIS), which code scanning of many tools reads.
pub fn sarif(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let mut codes: Vec<Code> = diagnostics.iter().map(|found| found.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let rules: Vec<Value> = codes
        .iter()
        .map(|code| {
            json!({
                "id": code.name(),
                "shortDescription": { "text": code.about() },
                "defaultConfiguration": { "level": level(code.severity()) },
            })
        })
        .collect();
    let results: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| {
            let locations: Vec<Value> = diagnostic
                .labels
                .iter()
                .map(|label| {
                    let place = Place::of(label.at, sources);
                    let mut location = json!({
                        "physicalLocation": {
                            "artifactLocation": { "uri": address(place.file) },
                            "region": {
                                "startLine": place.line,
                                "startColumn": place.column,
                                "endLine": place.end_line,
                                "endColumn": place.end_column,
                            },
                        },
                    });
                    if !label.text.is_empty() {
                        location["message"] = json!({ "text": label.text });
                    }
                    location
                })
                .collect();
            let (first, related) = locations.split_at(locations.len().min(1));
            json!({
                "ruleId": diagnostic.code.name(),
                "level": level(diagnostic.severity),
                "message": { "text": sentences(diagnostic, sources) },
                "locations": first,
                "relatedLocations": related,
            })
        })
        .collect();
    pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "noticeboard",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

/// Diagnostics as workflow commands of GitHub, one a line: they show beside the lines of a change.
pub fn github(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        let kind = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        let mut properties = format!("title={}", property(diagnostic.code.name()));
        if let Some(label) = diagnostic.labels.first() {
            let place = Place::of(label.at, sources);
            // Writing to a string cannot fail.
            let _ = write!(
                properties,
                ",file={},line={},endLine={}",
                property(place.file),
                place.line,
                place.end_line
            );
            // Columns may be given only within one line.
            if place.line == place.end_line {
                let _ = write!(
                    properties,
                    ",col={},endColumn={}",
                    place.column, place.end_column
                );
            }
        }
        let _ = writeln!(
            text,
            "::{kind} {properties}::{}",
            data(&sentences(diagnostic, sources))
        );
    }
    text
}

/// Diagnostics as a code quality report of GitLab.
pub fn gitlab(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let all: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| {
            let place = diagnostic
                .labels
                .first()
                .map(|label| Place::of(label.at, sources));
            let (file, line) = place.map_or(("", 1), |place| (place.file, place.line));
            // The same problem has the same mark in every run, wherever its line has moved to.
            let mark = Sha256::digest(format!(
                "{}\n{file}\n{}",
                diagnostic.code.name(),
                diagnostic.message
            ));
            let mark: String = mark.iter().fold(String::new(), |mut text, byte| {
                let _ = write!(text, "{byte:02x}");
                text
            });
            json!({
                "description": sentences(diagnostic, sources),
                "check_name": diagnostic.code.name(),
                "fingerprint": mark,
                "severity": match diagnostic.severity {
                    Severity::Error => "critical",
                    Severity::Warning => "minor",
                    Severity::Hint => "info",
                },
                "location": { "path": file, "lines": { "begin": line } },
            })
        })
        .collect();
    pretty(&Value::Array(all))
}

/// The message with what helps, in lines.
fn sentences(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let mut text = diagnostic.message.clone();
    let first = diagnostic.labels.first();
    if let Some(cell) = first.and_then(|label| sources.cell(label.at)) {
        let _ = write!(text, "\n{cell}");
    }
    for help in &diagnostic.help {
        text.push('\n');
        text.push_str(help);
    }
    if !diagnostic.editions.is_empty() {
        let _ = write!(text, "\nin {}", diagnostic.editions.join(", "));
    }
    text
}

/// The path of a file as an address from where the command was run (RFC 3986 §3.3, §2.1).
fn address(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte) {
            address.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

fn pretty(value: &Value) -> String {
    let mut text = format!("{value:#}");
    text.push('\n');
    text
}

/// The message of a workflow command: its line must stay one.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A value of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
