//! Pages kept for use without a connection: only where an edition asks for it, and each build in place of the one before.

mod support;

use support::Folder;

/// The list of files that the worker keeps, and their digest.
fn kept(folder: &Folder, edition: &str) -> (String, Vec<String>) {
    let script = folder.read(&format!("output/{edition}/offline.js"));
    let (head, rest) = script.split_once("files: [\n").expect("a list");
    let (list, _) = rest.split_once("] };").expect("an end");
    let version = head.split('"').nth(1).expect("a digest").to_owned();
    let files = list
        .split('"')
        .filter(|part| part.contains('.'))
        .map(str::to_owned)
        .collect();
    (version, files)
}

fn build(folder: &Folder) {
    let outcome = folder.run(&["build", "--only", "site"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
}

const STAFF: &str = "exit_page: false\noffline: true\n";

#[test]
fn pages_are_kept_only_where_an_edition_asks_for_it() {
    let folder = Folder::with_pack();
    let elm = folder.read("content/editions/elm/edition.yml");
    folder.write("content/editions/elm/edition.yml", &(elm + STAFF));
    build(&folder);
    let (_, nothing) = kept(&folder, "ash");
    assert!(nothing.is_empty(), "{nothing:?}");
    assert!(!folder.read("output/ash/index.html").contains("data-worker"));
    assert!(
        !folder
            .read("output/ash/privacy/index.html")
            .contains("keeps all pages")
    );

    let (_, files) = kept(&folder, "elm");
    for file in [
        "index.html",
        "channels/email/index.html",
        "contacts/index.html",
    ] {
        assert!(files.iter().any(|kept| kept == file), "{file}: {files:?}");
    }
    for file in &files {
        assert!(folder.has(&format!("output/elm/{file}")), "{file}");
        assert!(!file.contains(".json") && file != "404.html", "{file}");
    }
    let page = folder.read("output/elm/channels/email/index.html");
    assert!(page.contains("data-worker=\"../../offline.js\""));
    assert!(
        folder
            .read("output/elm/privacy/index.html")
            .contains("keeps all pages")
    );
}

#[test]
fn another_word_is_another_version_and_the_same_words_are_the_same() {
    let folder = Folder::with_pack();
    let ash = folder.read("content/editions/ash/edition.yml");
    folder.write("content/editions/ash/edition.yml", &(ash + STAFF));
    build(&folder);
    let (first, _) = kept(&folder, "ash");
    build(&folder);
    assert_eq!(kept(&folder, "ash").0, first);
    let email = folder.read("content/channels/email.md");
    folder.write("content/channels/email.md", &email.replace("Why", "Whence"));
    build(&folder);
    assert_ne!(kept(&folder, "ash").0, first);
}

#[test]
fn keeping_pages_that_readers_leave_in_a_hurry_is_pointed_out() {
    let folder = Folder::with_pack();
    let pack = folder.read("content/pack.yml");
    folder.write("content/pack.yml", &format!("{pack}offline: true\n"));
    let outcome = folder.run(&["check"]);
    assert_eq!(
        outcome.err.matches("pages-stay").count(),
        1,
        "{}",
        outcome.err
    );
    assert!(outcome.err.contains("pack.yml:"), "{}", outcome.err);
}

#[test]
fn the_manifest_has_the_name_and_colour_of_the_edition() {
    let folder = Folder::with_pack();
    build(&folder);
    let manifest: serde_json::Value =
        serde_json::from_str(&folder.read("output/elm/manifest.webmanifest")).expect("JSON");
    assert_eq!(manifest["name"], "Safe online – Elm School");
    assert_eq!(manifest["theme_color"], "#1b365d");
    let icon = manifest["icons"][0]["src"].as_str().expect("an address");
    assert!(folder.has(&format!("output/elm/{icon}")));
    let page = folder.read("output/elm/channels/email/index.html");
    assert!(page.contains("<link rel=\"manifest\" href=\"../../manifest.webmanifest\">"));
}
