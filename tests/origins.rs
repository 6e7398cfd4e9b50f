//! An edition knows for each value which layer wrote it, in which file and line, and what stood there before.

mod support;

use noticeboard::diagnostic::Diagnostics;
use noticeboard::edition::{Edition, editions};
use noticeboard::source::Sources;
use support::Folder;

/// The places and words of a value, the layer that has the last word first.
fn origins(edition: &Edition, sources: &Sources, path: &str) -> Vec<String> {
    let node = edition
        .values
        .find(path)
        .unwrap_or_else(|| panic!("{path} is there"));
    std::iter::once(node)
        .chain(node.history())
        .map(|node| {
            let place = sources.place(node.at);
            let place = place
                .split_once("/content/")
                .map_or(place.as_str(), |(_, place)| place);
            format!("{place} {}", node.scalar().map_or("…", |words| words))
        })
        .collect()
}

#[test]
fn every_value_of_a_chain_tells_where_it_comes_from() {
    let folder = Folder::with_pack();
    folder.write(
        "content/editions/ash/channels/email.md",
        "---\nlevels:\n  best:\n    - id: work-account\n      short: Use the Ash account.\n---\n",
    );
    folder.write("content/editions/elm/channels/email.md", "---\nlevels:\n  best:\n    - id: work-account\n      short: Use the school account.\n---\n");
    folder.write(
        "content/editions.csv",
        "id,name,extends,contacts.duty-team.phone\nfir,Fir Nursery,elm,01632 960 333\n",
    );
    let mut sources = Sources::new();
    let mut problems = Diagnostics::new();
    let pack = noticeboard::pack::read(&folder.path().join("content"), &mut sources, &mut problems)
        .expect("a pack");
    let editions = editions(&pack, &sources, &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    let fir = editions
        .iter()
        .find(|edition| edition.id == "fir")
        .expect("the edition of the row");

    assert_eq!(fir.chain, ["pack", "ash", "elm", "fir"]);
    assert_eq!(
        origins(
            fir,
            &sources,
            "channels.email.levels.best.work-account.short"
        ),
        [
            "editions/elm/channels/email.md:5:14 Use the school account.",
            "editions/ash/channels/email.md:5:14 Use the Ash account.",
            "channels/email.md:8:14 Use the work account.",
        ]
    );
    assert_eq!(
        origins(fir, &sources, "contacts.duty-team.phone"),
        [
            "editions.csv:2:21 01632 960 333",
            "contacts.yml:2:43 01632 960 100"
        ]
    );
    assert_eq!(
        origins(fir, &sources, "branding.primary"),
        ["editions/ash/edition.yml:3:21 #1b365d"]
    );
    // What an edition says of itself is not handed down.
    assert!(fir.values.find("url").is_none());
}
