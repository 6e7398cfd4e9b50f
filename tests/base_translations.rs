//! A pack translates what it takes over from the pack that it builds on, in files of its own.

mod support;

use support::{Folder, Outcome};

/// A national pack in English alone, and a local one in two languages that builds on it and has been taken.
fn packs() -> Folder {
    let folder = Folder::new();
    folder.write(
        "national/content/pack.yml",
        "title: Safe online\nlanguages: [en]\nsummary: Advice for adults who work with {{ terms.pupils }}.\nlevels:\n  - { id: best, label: Best practice, tone: do }\nterms: { pupils: children }\ndocument: { version: \"3.1\", issued: 2026-09-01, review: 2027-09-01 }\n",
    );
    folder.write(
        "national/content/contacts.yml",
        "- { id: emergency, name: Emergency services, purpose: Somebody is hurt, phone: \"999\", urgency: emergency, on_posters: true }\n",
    );
    folder.write(
        "national/content/channels/email.md",
        "---\ntitle: Email\nicon: envelope\nlevels:\n  best:\n    - { id: work, short: Use a work account. }\n    - { id: copy, short: Copy in a colleague. }\n---\nIt protects {{ terms.pupils }}.\n",
    );
    folder.write(
        "national/content/sections/10-law.md",
        "---\ntitle: The law\n---\nThere is one.\n",
    );
    folder.write(
        "national/content/editions/county/edition.yml",
        "name: County\nterms: { pupils: learners }\n",
    );
    folder.write(
        "content/pack.yml",
        "extends: { pack: ../national, version: \"^3\", edition: county }\nlanguages: [en, cy]\n",
    );
    // Its own section of the same name has another number.
    folder.write(
        "content/sections/30-law.md",
        "---\nsummary: What we must do.\n---\n",
    );
    folder.write("content/editions/elm/edition.yml", "name: Elm School\n");
    folder.write(
        "content/editions/elm/channels/email.md",
        "---\nlevels:\n  best:\n    - { id: copy, short: Copy in the head. }\n---\n",
    );
    sound(&folder.run(&["update", "--take"]));
    folder
}

fn sound(outcome: &Outcome) {
    assert_eq!(outcome.code, Some(0), "{}{}", outcome.out, outcome.err);
}

/// An export with a translation for everything that has none.
fn translated(xliff: &str) -> String {
    let mut done = String::new();
    for unit in xliff.split_inclusive("</unit>") {
        match unit.split_once("</source>") {
            Some((before, after)) if !unit.contains("<target>") => {
                let (_, source) = before.split_once("<source>").expect("a source");
                done.extend([before, "</source><target>Cy ", source, "</target>", after]);
            }
            _ => done.push_str(unit),
        }
    }
    done
}

fn ids(xliff: &str) -> Vec<&str> {
    let units = xliff.split("<unit id=\"").skip(1);
    units.filter_map(|unit| unit.split('"').next()).collect()
}

#[test]
fn what_a_pack_takes_over_goes_out_and_comes_home_to_its_own_files() {
    let folder = packs();
    let before = folder.files("national");
    sound(&folder.run(&["translate", "export", "elm", "cy"]));
    let xliff = folder.read("elm.cy.xlf");
    assert_eq!(
        ids(&xliff),
        [
            "pack:title",
            "pack:summary",
            "pack:levels.best.label",
            "pack:contacts.emergency.name",
            "pack:contacts.emergency.purpose",
            "pack:channels.email.title",
            "pack:channels.email.levels.best.work.short",
            "pack:channels.email.body",
            "pack:sections.law.title",
            "pack:sections.law.body",
            "pack:terms.pupils",
            "pack:sections.law.summary",
            "elm:name",
            "elm:channels.email.levels.best.copy.short",
        ]
    );
    folder.write("elm.cy.xlf", &translated(&xliff));
    sound(&folder.run(&["translate", "import", "elm", "cy", "elm.cy.xlf"]));
    // The other pack is not touched, and each text lies beside what this pack has of the same thing, or where that would be.
    assert_eq!(folder.files("national"), before);
    for (file, words) in [
        ("pack.cy.yml", "title: Cy Safe online"),
        ("pack.cy.yml", "pupils: Cy learners"),
        ("contacts.cy.yml", "purpose: Cy Somebody is hurt"),
        ("channels/email.cy.md", "short: Cy Use a work account."),
        ("sections/30-law.cy.md", "title: Cy The law"),
        ("sections/30-law.cy.md", "summary: Cy What we must do."),
        (
            "editions/elm/channels/email.cy.md",
            "short: Cy Copy in the head.",
        ),
    ] {
        let text = folder.read(&format!("content/{file}"));
        assert!(text.contains(words), "{file}: {text}");
    }
    assert!(!folder.has("content/sections/10-law.cy.md"));
    sound(&folder.run(&["check", "--require-complete", "cy", "--today", "2027-01-01"]));
    let said = folder.run(&["explain", "elm", "channels.email.title", "--language", "cy"]);
    assert!(said.out.contains("Cy Email"), "{}", said.out);

    // The same goes out again, and nothing more comes home.
    sound(&folder.run(&["translate", "export", "elm", "cy", "again.xlf"]));
    let again = folder.read("again.xlf");
    assert_eq!(ids(&again), ids(&xliff));
    assert_eq!(again.matches("<target>").count(), ids(&again).len());
    let outcome = folder.run(&["translate", "import", "elm", "cy", "again.xlf"]);
    assert!(outcome.out.contains("0 texts new"), "{}", outcome.out);
}

#[test]
fn what_the_other_pack_translates_is_left_to_it() {
    let folder = packs();
    let channel = "national/content/channels/email.cy.md";
    folder.write(channel, "---\ntitle: E-bost\nlevels:\n  best:\n    - { id: work, short: Defnyddiwch gyfrif gwaith. }\n---\n");
    // What its county words anew is not what its translation is of.
    folder.write(
        "national/content/editions/county/channels/email.md",
        "---\nlevels:\n  best:\n    - { id: work, short: Use the county's account. }\n---\n",
    );
    sound(&folder.run(&["update", "--take"]));
    sound(&folder.run(&["translate", "export", "pack", "cy"]));
    let xliff = folder.read("pack.cy.xlf");
    let ids = ids(&xliff);
    assert!(!ids.contains(&"pack:channels.email.title"), "{ids:?}");
    assert!(ids.contains(&"pack:channels.email.levels.best.work.short"));
    assert!(xliff.contains("Use the county's account."));
    // Once this pack says it in its own way, it goes out with the rest.
    folder.write("content/channels/email.cy.md", "---\ntitle: Ebost\n---\n");
    sound(&folder.run(&["translate", "export", "pack", "cy"]));
    let xliff = folder.read("pack.cy.xlf");
    assert!(xliff.contains("<target>Ebost</target>"), "{xliff}");
}

#[test]
fn a_translation_is_older_once_the_other_pack_changes() {
    let folder = packs();
    folder.write(
        "content/channels/email.cy.md",
        "---\ntitle: E-bost\nlevels:\n  best:\n    - { id: work, short: Defnyddiwch gyfrif gwaith. }\n---\n",
    );
    sound(&folder.run(&["accept", "pack"]));
    let email = folder.read("national/content/channels/email.md");
    let changed = email.replace("a work account", "the account of your work");
    folder.write("national/content/channels/email.md", &changed);
    sound(&folder.run(&["update", "--take"]));
    let outcome = folder.run(&["check", "--today", "2027-01-01"]);
    let outdated = "the words in `cy` for `channels.email.levels.best.work.short` are older";
    assert_eq!(outcome.err.matches(outdated).count(), 1, "{}", outcome.err);
    assert!(!outcome.err.contains("for `channels.email.title` are older"));
    // Where the words are missing, it is said where they go.
    let where_to = "what another pack says is translated under the same file name in this one";
    assert!(outcome.err.contains(where_to), "{}", outcome.err);
    sound(&folder.run(&["accept", "pack", "channels.email"]));
    let outcome = folder.run(&["check", "--today", "2027-01-01"]);
    assert!(!outcome.err.contains("are older"), "{}", outcome.err);
}
