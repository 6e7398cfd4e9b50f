//! Handing texts to translators and taking them back, with the real command.

mod support;

use support::Folder;

/// A pack in English, of which an edition is in Welsh, too, and some of it is translated.
fn pack() -> Folder {
    let folder = Folder::with_pack();
    folder.write(
        "content/editions/elm/edition.yml",
        "name: Elm School\nextends: ash\nlanguages: [en, cy]\nurl: https://elm.example/\nterms: {manager: the headteacher}\nwelcome: |\n  Come in.\n\n  - Read *this*: \"all\" of it.\n",
    );
    folder.write(
        "content/channels/email.cy.md",
        "---\n# Sample text.\ntitle: E-bost\nlevels:\n  best:\n    # Ask Eleri about this one.\n    - id: work-account\n      short: Defnyddiwch y cyfrif gwaith.  # short\n---\n",
    );
    folder
}

/// The Welsh of an export, unit by unit: each original with a few letters changed.
fn translated(xliff: &str) -> String {
    // A unit without a target gets one.
    let mut done = String::new();
    for unit in xliff.split_inclusive("</unit>") {
        match (unit.find("<source>"), unit.contains("<target>")) {
            (Some(start), false) => {
                let end = unit.find("</source>").expect("it ends");
                let source = &unit[start + "<source>".len()..end];
                let target = source.replace("se", "SE").replace("email", "e-bost");
                done.push_str(&unit[..end]);
                done.extend(["</source><target>Cy ", &target, "</target>"]);
                done.push_str(&unit[end + "</source>".len()..]);
            }
            _ => done.push_str(unit),
        }
    }
    done
}

#[test]
fn texts_go_out_with_their_context_and_come_back_to_their_files() {
    let folder = pack();
    let outcome = folder.run(&["translate", "export", "elm", "cy"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    let xliff = folder.read("elm.cy.xlf");
    insta::assert_snapshot!(xliff);

    folder.write("elm.cy.xlf", &translated(&xliff));
    let before = folder.files("content");
    let outcome = folder.run(&["translate", "import", "elm", "cy", "elm.cy.xlf"]);
    assert_eq!(outcome.code, Some(0), "{}{}", outcome.out, outcome.err);
    // Nothing but translations is written.
    for (file, bytes) in &before {
        let is_translation = file.contains(".cy.");
        assert!(
            is_translation || folder.files("content")[file] == *bytes,
            "{file} has changed"
        );
    }
    insta::assert_snapshot!(folder.read("content/channels/email.cy.md"));
    insta::assert_snapshot!(folder.read("content/editions/elm/edition.cy.yml"));
    let outcome = folder.run(&["check", "--edition", "elm", "--require-complete", "cy"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);

    // Once more, and nothing changes.
    let before = folder.files("content");
    folder.run(&["translate", "export", "elm", "cy", "again.xlf"]);
    let outcome = folder.run(&["translate", "import", "elm", "cy", "again.xlf"]);
    assert!(outcome.out.contains("0 texts new"), "{}", outcome.out);
    assert_eq!(folder.files("content"), before);
}

#[test]
fn a_table_brings_back_the_same_as_xliff() {
    let folder = pack();
    folder.run(&["translate", "export", "elm", "cy"]);
    folder.write("elm.cy.xlf", &translated(&folder.read("elm.cy.xlf")));
    folder.run(&["translate", "import", "elm", "cy", "elm.cy.xlf"]);
    let all = folder.files("content");
    let outcome = folder.run(&["translate", "export", "elm", "cy", "all.csv"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    let said = folder.run(&["explain", "elm", "--language", "cy"]);

    // Without the translations, the table brings all of them back, the words the same to a letter.
    for file in all.keys().filter(|file| file.contains(".cy.")) {
        std::fs::remove_file(folder.path().join("content").join(file)).expect("it was there");
    }
    let outcome = folder.run(&["translate", "import", "elm", "cy", "all.csv"]);
    assert_eq!(outcome.code, Some(0), "{}{}", outcome.out, outcome.err);
    let words = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.contains("content/"));
        lines.map(str::to_owned).collect()
    };
    let now = folder.run(&["explain", "elm", "--language", "cy"]);
    assert_eq!(words(&now.out), words(&said.out));
}

#[test]
fn what_no_longer_matches_is_refused_and_said() {
    let folder = pack();
    folder.run(&["translate", "export", "elm", "cy"]);
    folder.write("elm.cy.xlf", &translated(&folder.read("elm.cy.xlf")));
    let photos = folder.read("content/channels/photos.md");
    folder.write(
        "content/channels/photos.md",
        &photos
            .replace("Ask first.", "Ask in writing.")
            .replace("title: Photos", "title: Pictures"),
    );
    let law = folder.read("content/sections/10-law.md");
    std::fs::remove_file(folder.path().join("content/sections/10-law.md")).expect("it was there");
    folder.write("content/sections/10-the-law.md", &law);
    let outcome = folder.run(&["translate", "import", "elm", "cy", "elm.cy.xlf"]);
    assert_eq!(outcome.code, Some(1));
    for words in [
        "[original-changed]: the original of `pack:channels.photos.levels.best.ask.short` is another now",
        "it says now: Ask in writing.",
        "the original of `pack:channels.photos.title` is another now",
        "no text `pack:sections.law.title` to translate any more",
        "elm.cy.xlf:",
    ] {
        assert!(outcome.err.contains(words), "{words}: {}", outcome.err);
    }
    // The rest is taken.
    assert!(folder.has("content/pack.cy.yml") && !folder.has("content/channels/photos.cy.md"));
}

#[test]
fn wrong_files_and_languages_are_said() {
    let folder = pack();
    for (arguments, words) in [
        (&["export", "elm", "en"][..], "`elm` is written in `en`"),
        (&["export", "elk", "cy"], "did you mean `elm`?"),
        (&["export", "elm", "cy", "elm.doc"], "doesn't tell its form"),
        (
            &["import", "elm", "cy", "none.xlf"],
            "[unreadable-file]: none.xlf can't be read",
        ),
    ] {
        let outcome = folder.run(&[&["translate"], arguments].concat());
        assert_ne!(outcome.code, Some(0));
        assert!(outcome.err.contains(words), "{words}: {}", outcome.err);
    }
    folder.run(&["translate", "export", "elm", "pl", "pl.xlf"]);
    for (text, words) in [
        (folder.read("pl.xlf"), "a translation into `pl`, not `cy`"),
        (
            folder
                .read("pl.xlf")
                .replace("version=\"2.0\"", "version=\"1.2\""),
            "XLIFF 1.2",
        ),
        (
            "<xliff><file></xliff>".to_owned(),
            "[not-xliff]: this file is not sound XML",
        ),
    ] {
        folder.write("wrong.xlf", &text);
        let before = folder.files("content");
        let outcome = folder.run(&["translate", "import", "elm", "cy", "wrong.xlf"]);
        assert_eq!(outcome.code, Some(1), "{}", outcome.out);
        assert!(outcome.err.contains(words), "{words}: {}", outcome.err);
        assert_eq!(folder.files("content"), before);
    }
}

#[test]
fn translations_go_beside_their_originals_wherever_the_pack_is() {
    let folder = pack();
    let content = folder.path().join("content");
    let content = content.to_str().expect("a path in letters");
    let elsewhere = Folder::new();
    for arguments in [
        ["translate", "export", "elm", "cy", "elm.xlf"],
        ["translate", "import", "elm", "cy", "elm.xlf"],
    ] {
        let outcome = elsewhere.run(&[&arguments[..], &["--content", content]].concat());
        assert_eq!(outcome.code, Some(0), "{}", outcome.err);
        elsewhere.write("elm.xlf", &translated(&elsewhere.read("elm.xlf")));
    }
    assert!(folder.has("content/channels/photos.cy.md"));
    let written = elsewhere.files("");
    assert_eq!(written.keys().collect::<Vec<_>>(), ["elm.xlf"]);
}
