//! What holds for overlays, whatever they say.

mod support;

use std::fmt::Write as _;

use noticeboard::diagnostic::{Diagnostics, Severity};
use noticeboard::edition::{Edition, editions};
use noticeboard::source::{Node, Sources, Value};
use proptest::prelude::*;
use support::Folder;

/// The ids that statements may have.
const IDS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

/// The words of some statements, by the number of their id.
type Statements = Vec<(usize, String)>;

fn statements() -> impl Strategy<Value = Statements> {
    let words = "[A-Z][a-z]{1,8}( [a-z]{1,8}){0,3}";
    proptest::collection::btree_map(0..IDS.len(), words, 1..IDS.len())
        .prop_map(|map| map.into_iter().collect::<Statements>())
        .prop_shuffle()
}

/// The front matter of a channel with these statements; an overlay, if it has no title.
fn channel(title: Option<&str>, statements: &[String]) -> String {
    let mut text = String::from("---\n");
    if let Some(title) = title {
        let _ = writeln!(text, "title: {title}");
    }
    text.push_str("levels:\n  best:\n");
    for statement in statements {
        let _ = writeln!(text, "    - {statement}");
    }
    text + "---\n"
}

fn written(statements: &Statements) -> Vec<String> {
    statements
        .iter()
        .map(|(id, words)| format!("{{id: {}, short: \"{words}\"}}", IDS[*id]))
        .collect()
}

/// A pack of one channel with these statements, and an edition `ash` that adds nothing.
fn pack(base: &Statements) -> Folder {
    let folder = Folder::new();
    folder.write(
        "pack.yml",
        "title: Safe\nlevels: [{id: best, label: Best, tone: do}]\n",
    );
    folder.write("channels/email.md", &channel(Some("Email"), &written(base)));
    folder.write("editions/ash/edition.yml", "name: Ash\n");
    folder
}

/// The editions of a pack without a fault.
fn read(folder: &Folder) -> Vec<Edition> {
    let mut sources = Sources::new();
    let mut problems = Diagnostics::new();
    let pack = noticeboard::pack::read(folder.path(), &mut sources, &mut problems).expect("a pack");
    let editions = editions(&pack, &sources, &mut problems);
    let errors: Vec<_> = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    editions
}

fn edition(folder: &Folder, id: &str) -> Edition {
    let found = read(folder).into_iter().find(|edition| edition.id == id);
    found.expect("the edition is there")
}

/// What a value says, without its places.
fn said(node: &Node) -> String {
    match &node.value {
        Value::Empty => "nothing".to_owned(),
        Value::Faulty => "a fault".to_owned(),
        Value::Scalar(text) => format!("{text:?}"),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(|item| said(item)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(entries) => {
            let mut entries: Vec<String> = entries
                .iter()
                .map(|entry| format!("{}: {}", entry.key, said(&entry.node)))
                .collect();
            entries.sort();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// What an edition's channels say.
fn channels(folder: &Folder, id: &str) -> String {
    let edition = edition(folder, id);
    said(edition.values.get("channels").expect("channels"))
}

/// The statements of an edition: ids with words.
fn advice(folder: &Folder, id: &str) -> Vec<(String, String)> {
    let edition = edition(folder, id);
    let all = edition.channels.iter().flat_map(|channel| &channel.levels);
    all.flat_map(|level| &level.statements)
        .map(|statement| (statement.id.clone(), statement.short.plain()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_overlay_that_says_nothing_changes_nothing(base in statements()) {
        let folder = pack(&base);
        folder.write("editions/elm/edition.yml", "name: Elm\nextends: ash\n");
        folder.write("editions/elm/channels/email.md", "---\n# Nothing as yet.\n---\n");
        folder.write("editions/elm/contacts.yml", "");
        prop_assert_eq!(channels(&folder, "ash"), channels(&folder, "elm"));
    }

    #[test]
    fn what_an_overlay_says_again_changes_nothing(base in statements()) {
        let folder = pack(&base);
        folder.write("editions/elm/edition.yml", "name: Elm\n");
        folder.write("editions/elm/channels/email.md", &channel(Some("Email"), &written(&base)));
        prop_assert_eq!(channels(&folder, "ash"), channels(&folder, "elm"));
    }

    #[test]
    fn the_order_in_which_files_are_written_does_not_matter(base in statements(), over in statements()) {
        let files = [
            ("editions/elm/edition.yml", "name: Elm\nextends: ash\n".to_owned()),
            ("editions/elm/channels/email.md", channel(None, &written(&over))),
            ("editions/elm/channels/phones.md", channel(Some("Phones"), &written(&base))),
            ("editions/ash/channels/video.md", channel(Some("Video"), &written(&over))),
        ];
        let (forwards, backwards) = (pack(&base), pack(&base));
        for (name, text) in &files {
            forwards.write(name, text);
        }
        for (name, text) in files.iter().rev() {
            backwards.write(name, text);
        }
        for id in ["ash", "elm"] {
            prop_assert_eq!(channels(&forwards, id), channels(&backwards, id));
        }
    }

    #[test]
    fn removing_and_adding_is_replacing(base in statements(), which in any::<prop::sample::Index>(), words in "[A-Z][a-z]{1,8}") {
        let (id, _) = base[which.index(base.len())];
        let new = vec![(id, words)];
        let folder = pack(&base);
        folder.write("editions/one/edition.yml", "name: One\n");
        folder.write("editions/one/channels/email.md", &channel(None, &written(&new)));
        folder.write("editions/less/edition.yml", "name: Less\n");
        let removal = [format!("{{id: {}, remove: true}}", IDS[id])];
        // An edition without a statement can't be published, so another one stays.
        prop_assume!(base.len() > 1);
        folder.write("editions/less/channels/email.md", &channel(None, &removal));
        folder.write("editions/more/edition.yml", "name: More\nextends: less\n");
        folder.write("editions/more/channels/email.md", &channel(None, &written(&new)));
        let sorted = |id| {
            let mut advice = advice(&folder, id);
            advice.sort();
            advice
        };
        prop_assert_eq!(sorted("one"), sorted("more"));
        prop_assert!(!sorted("less").iter().any(|(other, _)| other == IDS[id]));
    }

    #[test]
    fn two_layers_say_what_one_layer_says_that_holds_both(base in statements(), first in statements(), second in statements()) {
        let folder = pack(&base);
        // The later layer has the last word.
        let mut both = first.clone();
        for (id, words) in &second {
            match both.iter_mut().find(|(other, _)| other == id) {
                Some((_, old)) => old.clone_from(words),
                None => both.push((*id, words.clone())),
            }
        }
        for (id, extends, over) in [("lower", "ash", &first), ("upper", "lower", &second), ("both", "ash", &both)] {
            folder.write(&format!("editions/{id}/edition.yml"), &format!("name: X\nextends: {extends}\n"));
            folder.write(&format!("editions/{id}/channels/email.md"), &channel(None, &written(over)));
        }
        prop_assert_eq!(advice(&folder, "upper"), advice(&folder, "both"));
    }

    #[test]
    fn a_row_of_a_table_says_what_a_folder_says(base in statements(), name in "[A-Z][a-z]{1,8}( [A-Z][a-z]{1,8})?", colour in "[0-9a-f]{6}", words in "[a-z]{1,8}") {
        let (table, folders) = (pack(&base), pack(&base));
        for folder in [&table, &folders] {
            folder.write("contacts.yml", "- {id: team, name: Team, phone: 01632 960 100, urgency: urgent}\n");
        }
        table.write(
            "editions.csv",
            &format!("id,name,extends,branding.primary,terms.manager,contacts.team.phone,languages\nelm,\"{name}\",ash,#{colour},{words},01632 960 111,en;cy\n"),
        );
        folders.write(
            "editions/elm/edition.yml",
            &format!("name: \"{name}\"\nextends: ash\nbranding: {{primary: \"#{colour}\"}}\nterms: {{manager: \"{words}\"}}\ncontacts: [{{id: team, phone: 01632 960 111}}]\nlanguages: [en, cy]\n"),
        );
        let (row, folder) = (edition(&table, "elm"), edition(&folders, "elm"));
        prop_assert_eq!(said(&row.values), said(&folder.values));
        prop_assert_eq!(row.chain, folder.chain);
    }
}
