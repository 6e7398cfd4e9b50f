//! The handbook as a Word document, as text and as one page, by the real command.

mod support;

use support::Folder;

/// The small pack, whose edition `ash` asks for these formats.
fn pack(formats: &str) -> Folder {
    let folder = Folder::with_pack();
    let edition = folder.read("content/editions/ash/edition.yml");
    folder.write(
        "content/editions/ash/edition.yml",
        &format!("{edition}handbook: {{ formats: {formats} }}\n"),
    );
    folder
}

fn built(folder: &Folder, arguments: &[&str]) {
    let outcome = folder.run(&[&["build", "--quiet", "--no-previews"], arguments].concat());
    assert_eq!(outcome.code, Some(0), "{}{}", outcome.out, outcome.err);
}

/// The handbooks of an edition.
fn handbooks(folder: &Folder, edition: &str) -> Vec<String> {
    let files = folder.files(&format!("output/{edition}"));
    let names = files.into_keys();
    names.filter(|name| name.starts_with("handbook")).collect()
}

#[test]
fn an_edition_asks_for_formats_and_its_downloads_list_them() {
    let folder = pack("[pdf, docx, txt, html]");
    built(&folder, &[]);
    let all = [
        "handbook.docx",
        "handbook.html",
        "handbook.pdf",
        "handbook.txt",
    ];
    assert_eq!(handbooks(&folder, "ash"), all);
    // It is handed down.
    assert_eq!(handbooks(&folder, "elm"), all);
    let page = folder.read("output/ash/downloads/index.html");
    for (name, facts) in [
        ("../handbook.docx\"", "Word, "),
        ("../handbook.txt\"", "TXT, "),
        ("../handbook.html\" download", "HTML, "),
        ("../handbook.pdf\"", "PDF, "),
    ] {
        let link = page.split(&format!("<a href=\"{name}>")).nth(1);
        let link = link.unwrap_or_else(|| panic!("{name} in {page}"));
        let link = link.split("</a>").next().expect("its end");
        assert!(link.contains(facts), "{link}");
    }
    let text = folder.read("output/elm/handbook.txt");
    let statements = ["Use the work account.", "Writing late at night."];
    for statement in statements {
        assert_eq!(text.matches(statement).count(), 1, "{text}");
    }
    assert!(
        text.contains("It can be seen by the headteacher."),
        "{text}"
    );
    let page = folder.read("output/elm/handbook.html");
    assert!(page.contains("<html lang=\"en\""));

    // What is no longer asked for goes.
    folder.write(
        "content/editions/elm/edition.yml",
        &format!(
            "{}handbook: {{ formats: [txt] }}\n",
            folder.read("content/editions/elm/edition.yml")
        ),
    );
    built(&folder, &[]);
    assert_eq!(handbooks(&folder, "ash"), all);
    assert_eq!(handbooks(&folder, "elm"), ["handbook.txt"]);
}

#[test]
fn formats_may_be_asked_for_on_the_command_line() {
    let folder = pack("[pdf]");
    built(&folder, &[]);
    let site = folder.files("output");
    built(&folder, &["--only", "handbook", "--format", "docx,html"]);
    let mut after = folder.files("output");
    for edition in ["ash", "elm"] {
        assert_eq!(
            handbooks(&folder, edition),
            ["handbook.docx", "handbook.html", "handbook.pdf"]
        );
        after.remove(&format!("{edition}/handbook.docx"));
        after.remove(&format!("{edition}/handbook.html"));
    }
    // Nothing else is touched.
    assert!(site == after);
    // In a folder of its own, it needs no site around it.
    built(
        &folder,
        &[
            "--only",
            "handbook",
            "--format",
            "html",
            "--format",
            "txt",
            "--output",
            "apart",
            "--edition",
            "ash",
        ],
    );
    let apart: Vec<String> = folder.files("apart").into_keys().collect();
    assert_eq!(apart, ["ash/handbook.html", "ash/handbook.txt"]);
}

#[test]
fn formats_are_of_handbooks_alone() {
    let folder = pack("[pdf]");
    for wrong in [
        &["build", "--format", "docx"][..],
        &["build", "--only", "site", "--format", "docx"],
        &["build", "--only", "handbook", "--format", "odt"],
    ] {
        let outcome = folder.run(wrong);
        assert_eq!(outcome.code, Some(2), "{wrong:?}: {}", outcome.err);
        assert!(!folder.has("output"));
    }
}

#[test]
fn the_same_pack_gives_the_same_bytes() {
    let folder = pack("[docx, txt, html]");
    built(&folder, &["--only", "handbook"]);
    let first = folder.files("output");
    built(&folder, &["--only", "handbook", "--output", "again"]);
    assert!(first == folder.files("again"));
}
