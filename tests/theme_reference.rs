//! The list of values in `docs/themes.md` is what templates get: it is read off the types in `src/web`. With
//! `NOTICEBOARD_UPDATE_DOCS=1` this test writes it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const MARK: &str = "<!-- values: this part is written by the tests from the types in src/web -->\n";

/// A type that templates get values of.
struct Shape {
    name: String,
    about: String,
    fields: Vec<Field>,
}

/// A value in it.
struct Field {
    name: String,
    about: String,
    kind: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The types of a file that can be given to templates, in order.
fn shapes(path: &Path) -> Vec<Shape> {
    let text = fs::read_to_string(path).expect("the file is there");
    let mut shapes: Vec<Shape> = Vec::new();
    let (mut about, mut given, mut inside) = (String::new(), false, false);
    for line in text.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("///") {
            if !about.is_empty() {
                about.push(' ');
            }
            about.push_str(words.trim());
        } else if line.starts_with("#[derive(") {
            given = line.contains("Serialize");
        } else if line.contains("struct ") && line.ends_with('{') {
            inside = given;
            if inside {
                let name = line
                    .split("struct ")
                    .nth(1)
                    .and_then(|rest| rest.split([' ', '<']).next());
                shapes.push(Shape {
                    name: name.expect("a name").to_owned(),
                    about: std::mem::take(&mut about),
                    fields: Vec::new(),
                });
            }
        } else if line == "}" {
            inside = false;
        } else if let (true, Some((name, kind)), Some(shape)) =
            (inside, line.split_once(": "), shapes.last_mut())
        {
            shape.fields.push(Field {
                name: name.trim_start_matches("pub(crate) ").to_owned(),
                about: std::mem::take(&mut about),
                kind: kind.trim_end_matches(',').to_owned(),
            });
        }
        if !line.starts_with("///") && !line.starts_with("#[") {
            about.clear();
        }
    }
    shapes
}

/// A type in words.
fn in_words(kind: &str) -> String {
    if let Some(inner) = kind
        .strip_prefix("Option<")
        .and_then(|rest| rest.strip_suffix('>'))
    {
        return format!("{}, or none", in_words(inner));
    }
    if let Some(inner) = kind
        .strip_prefix("Vec<")
        .and_then(|rest| rest.strip_suffix('>'))
    {
        return format!("list of {}", in_words(inner));
    }
    match kind {
        "String" | "&'static str" => "text".to_owned(),
        "bool" => "yes or no".to_owned(),
        "Html" => "HTML".to_owned(),
        other => format!("[{other}](#{})", other.to_lowercase()),
    }
}

fn reference() -> String {
    let web = root().join("src/web");
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in ["views", "pages"] {
        let mut inside: Vec<PathBuf> = fs::read_dir(web.join(folder))
            .expect("the folder is there")
            .map(|entry| entry.expect("an entry").path())
            .collect();
        inside.sort();
        files.extend(inside);
    }
    files.push(web.join("start.rs"));
    let mut all: Vec<Shape> = files.iter().flat_map(|file| shapes(file)).collect();
    // What every page gets comes first, and then the rest in the order of files.
    all.sort_by_key(|shape| shape.name != "Frame");
    let mut page = String::new();
    for shape in all {
        let _ = writeln!(page, "\n### {}\n\n{}\n", shape.name, shape.about);
        page.push_str("| value | what it is | kind |\n|---|---|---|\n");
        for field in shape.fields {
            assert!(!field.about.is_empty(), "{} says nothing", field.name);
            let kind = in_words(&field.kind);
            let _ = writeln!(page, "| `{}` | {} | {kind} |", field.name, field.about);
        }
    }
    page
}

#[test]
fn the_values_of_templates_are_those_of_the_program() {
    let path = root().join("docs/themes.md");
    let page = fs::read_to_string(&path).expect("the page is there");
    let (before, after) = page
        .split_once(MARK)
        .expect("the page marks where the values stand");
    let reference = reference();
    assert!(reference.contains("### Frame") && reference.contains("| `headline` |"));
    if std::env::var_os("NOTICEBOARD_UPDATE_DOCS").is_some() {
        fs::write(&path, format!("{before}{MARK}{reference}")).expect("the page can be written");
    } else {
        assert!(
            after == reference,
            "docs/themes.md is not up to date: run the tests with NOTICEBOARD_UPDATE_DOCS=1"
        );
    }
}
