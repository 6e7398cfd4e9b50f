//! The theme that `docs/themes.md` makes from nothing, made by its own words with the real command.

mod support;

use std::fs;
use std::path::Path;

use support::Folder;

/// A block of YAML in the documentation, and the file that it is for.
#[derive(Debug)]
struct Step {
    file: String,
    yaml: String,
}

/// The steps of the chapter, in order. A file is the last one that was named before the block.
fn steps(documentation: &str) -> Vec<Step> {
    let (_, chapter) = documentation
        .split_once("### A theme from nothing\n")
        .expect("the chapter is there");
    let (chapter, _) = chapter.split_once("\n### ").expect("another follows");
    let mut steps: Vec<Step> = Vec::new();
    let mut file = String::new();
    let mut in_block = false;
    for line in chapter.lines() {
        if let Some(code) = line.strip_prefix("    ") {
            match steps.last_mut().filter(|_| in_block) {
                Some(step) => step.yaml.extend([code, "\n"]),
                None => steps.push(Step {
                    file: file.clone(),
                    yaml: format!("{code}\n"),
                }),
            }
            in_block = true;
        } else if line.is_empty() {
            if let Some(step) = steps.last_mut().filter(|_| in_block) {
                step.yaml.push('\n');
            }
        } else {
            in_block = false;
            let mut named = line
                .split('`')
                .filter(|word| word.starts_with("themes/") || word.starts_with("content/"))
                .filter(|word| !word.contains(' '));
            if let Some(named) = named.next_back() {
                named.clone_into(&mut file);
            }
        }
    }
    steps
}

/// Does what a step says: `regions` take the place of others, an edition's file gets more lines, any other file is new.
fn follow(folder: &Path, step: &Step) {
    let path = folder.join(&step.file);
    let before = fs::read_to_string(&path).unwrap_or_default();
    let after = if step.yaml.starts_with("regions:") {
        let (rest, _) = before.split_once("regions:\n").expect("it has regions");
        format!("{rest}{}", step.yaml)
    } else if step.file.ends_with("edition.yml") {
        format!("{before}\n{}", step.yaml)
    } else {
        assert!(before.is_empty(), "{} is written once", step.file);
        step.yaml.clone()
    };
    let parent = path.parent().expect("a file is in a folder");
    fs::create_dir_all(parent).expect("a folder for a test");
    fs::write(path, after).expect("a file for a test");
}

/// The posters about email and of contacts.
fn posters(folder: &Path) -> [Vec<u8>; 2] {
    let outcome = support::run(folder, &["build", "--quiet"]);
    assert_eq!(outcome.code, Some(0), "{}{}", outcome.out, outcome.err);
    assert_eq!(outcome.err, "", "nothing is wrong with it");
    ["email", "contacts"].map(|name| {
        let path = format!("output/my-board/posters/{name}.pdf");
        fs::read(folder.join(path)).expect("the poster is there")
    })
}

#[test]
fn the_theme_of_the_documentation_can_be_made_step_by_step() {
    let steps = steps(include_str!("../docs/themes.md"));
    let files: Vec<&str> = steps.iter().map(|step| step.file.as_str()).collect();
    let channel = "themes/harbour/posters/channel.yml";
    let edition = "content/editions/my-board/edition.yml";
    assert_eq!(
        files,
        [
            "themes/harbour/theme.yml",
            edition,
            channel,
            channel,
            channel,
            "themes/harbour/posters/contacts.yml",
            edition,
        ]
    );
    let folder = Folder::new();
    let outcome = folder.run(&["init", "harbour-board"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    let folder = folder.path().join("harbour-board");
    let mut before = posters(&folder);
    for (at, step) in steps.iter().enumerate() {
        follow(&folder, step);
        let after = posters(&folder);
        // A theme that holds nothing looks like the one it extends; after that each step changes something.
        assert_eq!(before == after, at < 2, "{step:?}");
        before = after;
    }
}

#[test]
fn what_nobody_knows_is_said_with_the_nearest_name() {
    let steps = steps(include_str!("../docs/themes.md"));
    let folder = Folder::new();
    folder.run(&["init", "harbour-board"]);
    let folder = folder.path().join("harbour-board");
    for step in &steps[..4] {
        follow(&folder, step);
    }
    let path = folder.join("themes/harbour/posters/channel.yml");
    let sound = fs::read_to_string(&path).expect("it was written");
    for (right, wrong, message, nearest) in [
        (
            "- { region: headline,",
            "- { region: headlines,",
            "can't be `headlines`",
            "`headline`",
        ),
        ("fill: ink", "fills: ink", "has no key `fills`", "`fill`"),
        ("fill: ink", "fill: inc", "can't be `inc`", "`ink`"),
        (
            "icon: megaphone",
            "icon: megafone",
            "no icon `megafone`",
            "`megaphone`",
        ),
        ("arrange: rows", "arrange: row", "can't be `row`", "`rows`"),
        (
            "gap: 3mm",
            "arrang: rows",
            "has no key `arrang`",
            "`arrange`",
        ),
        (
            "rules: { below:",
            "rules: { bellow:",
            "has no key `bellow`",
            "`below`",
        ),
        ("comfort:", "comfrot:", "has no key `comfrot`", "`comfort`"),
    ] {
        assert!(sound.contains(right), "{right}");
        fs::write(&path, sound.replacen(right, wrong, 1)).expect("a file for a test");
        let outcome = support::run(&folder, &["check"]);
        assert_eq!(outcome.code, Some(1), "{wrong}: {}", outcome.err);
        assert!(outcome.err.contains(message), "{wrong}: {}", outcome.err);
        assert!(
            outcome.err.contains(&format!("did you mean {nearest}")),
            "{wrong}: {}",
            outcome.err
        );
        assert!(
            outcome.err.contains("channel.yml:"),
            "{wrong}: {}",
            outcome.err
        );
    }
}
