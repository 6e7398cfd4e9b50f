//! Problems that no other test looks for by their code: a sound pack has none of them, and one change brings each about.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::Folder;

/// A sound pack, of which an edition is in two languages.
fn sound() -> Folder {
    let folder = Folder::with_pack();
    let pack = folder.read("content/pack.yml");
    folder.write(
        "content/pack.yml",
        &format!("{pack}languages: [en, cy]\npartly: [cy]\n"),
    );
    folder.write(
        "content/channels/email.cy.md",
        "---\ntitle: E-bost\nlevels:\n  best:\n    - { id: work-account, short: Defnyddiwch y cyfrif gwaith. }\n---\n",
    );
    folder
}

/// The start of what is said of a problem with this code.
fn head(code: &str) -> String {
    format!("[{code}]: ")
}

const CHECK: &[&str] = &["check", "--today", "2027-01-01"];

/// A code, the file that brings it about with its text, and the command that says so.
type Case = (
    &'static str,
    Option<(&'static str, &'static str)>,
    &'static [&'static str],
);

const CASES: &[Case] = &[
    (
        "comment-in-text",
        Some((
            "content/channels/photos.md",
            "---\ntitle: Photos\nlevels:\n  best:\n    - id: ask\n      short: Ask in room #4.\n---\n",
        )),
        CHECK,
    ),
    (
        "empty-channel",
        Some(("content/channels/gaming.md", "---\ntitle: Gaming\n---\n")),
        CHECK,
    ),
    (
        "no-base-text",
        Some((
            "content/editions/elm/channels/gaming.md",
            "---\ntitle: Gaming\nlevels: { best: [{ id: a, short: Ask. }] }\n---\nHere:\n\n{{ base }}\n",
        )),
        CHECK,
    ),
    (
        "nothing-to-translate",
        Some((
            "content/channels/email.cy.md",
            "---\nlevels:\n  best:\n    - { id: wrk-account, short: Defnyddiwch y cyfrif gwaith. }\n---\n",
        )),
        CHECK,
    ),
    (
        "not-in-translation",
        Some((
            "content/channels/email.cy.md",
            "---\ntitle: E-bost\nicon: camera\n---\n",
        )),
        CHECK,
    ),
    (
        "link-to-omitted",
        Some((
            "content/editions/elm/edition.yml",
            "name: Elm School\nextends: ash\nurl: https://elm.example/\nomit: { channels: [photos] }\n",
        )),
        CHECK,
    ),
    (
        "no-place-on-posters",
        Some((
            "content/editions/elm/edition.yml",
            "name: Elm School\nextends: ash\nurl: https://elm.example/\nposters: { colours: { qr: primary } }\n",
        )),
        CHECK,
    ),
    (
        "unknown-language",
        None,
        &["check", "--require-complete", "fr"],
    ),
    ("unknown-edition", None, &["check", "--edition", "elk"]),
    ("not-told", None, &["new", "channel", "gaming"]),
];

#[test]
fn a_sound_pack_has_none_and_each_change_brings_one_about() {
    let said = sound().run(CHECK).err;
    for (code, change, arguments) in CASES {
        assert!(!said.contains(&head(code)), "{code}: {said}");
        let folder = sound();
        if let Some((file, text)) = change {
            folder.write(file, text);
        }
        let outcome = folder.run(arguments);
        assert!(outcome.err.contains(&head(code)), "{code}: {}", outcome.err);
    }
}

#[test]
fn what_is_asked_for_rightly_is_no_problem() {
    let folder = sound();
    for (code, arguments) in [
        (
            "unknown-language",
            &["check", "--require-complete", "cy"][..],
        ),
        ("unknown-edition", &["check", "--edition", "elm"]),
        (
            "not-told",
            &["new", "channel", "gaming", "--title", "Gaming"],
        ),
    ] {
        let outcome = folder.run(arguments);
        assert!(
            !outcome.err.contains(&head(code)),
            "{code}: {}",
            outcome.err
        );
    }
    assert!(folder.has("content/channels/gaming.md"));
}

#[test]
fn a_pack_without_editions_has_nothing_to_publish() {
    let folder = sound();
    fs::remove_dir_all(folder.path().join("content/editions")).expect("they are there");
    let outcome = folder.run(CHECK);
    assert!(
        outcome.err.contains(&head("no-editions")),
        "{}",
        outcome.err
    );
    folder.write("content/editions.csv", "id,name\nash,Ash Board\n");
    let outcome = folder.run(CHECK);
    assert!(
        !outcome.err.contains(&head("no-editions")),
        "{}",
        outcome.err
    );
}

#[test]
fn a_page_says_its_language() {
    let folder = sound();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let own = "themes/default/templates/page.html";
    let page = fs::read_to_string(root.join(own)).expect("the template");
    folder.write(own, &page);
    let said = folder.run(CHECK).err;
    assert!(!said.contains(&head("missing-language")), "{said}");
    let without = page.replacen(" lang=\"{{ language }}\"", "", 1);
    assert_ne!(without, page);
    folder.write(own, &without);
    let said = folder.run(CHECK).err;
    assert!(said.contains(&head("missing-language")), "{said}");
}

/// What tests say: the files of tests, what they compare with, and the ends of files that are tests of their own.
fn tests(folder: &Path, within: bool, all: &mut String) {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or("");
        let ending = path.extension().and_then(|ending| ending.to_str());
        if path.is_dir() {
            // The validators and their libraries look for nothing by its code.
            if name != "conformance" {
                tests(&path, within || name.ends_with("tests"), all);
            }
        } else if ending == Some("snap") {
            all.push_str(&fs::read_to_string(&path).expect("text"));
        } else if ending == Some("rs") {
            let text = fs::read_to_string(&path).expect("text");
            let start = if within || name.ends_with("tests.rs") {
                Some(0)
            } else {
                text.find("#[cfg(test)]")
            };
            all.push_str(&text[start.unwrap_or(text.len())..]);
        }
    }
}

/// No pack can bring these about: they are said if what the program itself wrote can't be drawn.
const NOBODY_S_FAULT: &[&str] = &["preview"];

#[test]
fn every_code_is_looked_for_by_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = String::new();
    tests(&root.join("src"), false, &mut all);
    tests(&root.join("tests"), true, &mut all);
    let codes = fs::read_to_string(root.join("src/diagnostic/code.rs")).expect("the codes");
    let declared = codes.lines().filter_map(|line| {
        let (name, rest) = line.trim().split_once(" = \"")?;
        let (code, _) = rest.split_once("\" ")?;
        Some((name.to_owned(), code.to_owned()))
    });
    let declared: Vec<(String, String)> = declared.collect();
    assert!(declared.len() > 100, "{declared:?}");
    let missing: Vec<&str> = declared
        .iter()
        .filter(|(name, code)| {
            let named = format!("Code::{name}");
            let is_named = all.match_indices(&named).any(|(at, found)| {
                let next = all[at + found.len()..].chars().next();
                !next.is_some_and(char::is_alphanumeric)
            });
            let written = [format!("\"{code}\""), format!("[{code}]")];
            let excepted = NOBODY_S_FAULT.contains(&code.as_str());
            !excepted && !is_named && !written.iter().any(|written| all.contains(written))
        })
        .map(|(_, code)| code.as_str())
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
