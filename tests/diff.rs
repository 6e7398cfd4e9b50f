//! `noticeboard diff` on a pack of three layers.

mod support;

use std::process::Command;

use support::Folder;

/// A pack, and a county that drops, rewords, adds and moves.
fn pack() -> Folder {
    let folder = Folder::new();
    folder.write(
        "content/pack.yml",
        "title: Safe online\nname: National pack\nlevels:\n  - { id: best, label: Best practice, tone: do }\nterms: { place: organisation }\n",
    );
    folder.write(
        "content/channels/email.md",
        "---\ntitle: Email\nlevels:\n  best:\n    - id: work\n      short: Use a work account of your {{ terms.place }}.\n    - { id: copy, short: Copy in a colleague. }\n    - { id: check, short: Read the address twice. }\n    - { id: plain, short: Write plainly. }\n---\nWrite as if everyone could read it.\n",
    );
    folder.write(
        "content/channels/chat.md",
        "---\ntitle: Chat\nlevels:\n  best:\n    - { id: group, short: Keep to groups. }\n---\n",
    );
    folder.write(
        "content/contacts.yml",
        "- { id: duty, name: Duty team, phone: 01632 960 100, urgency: urgent }\n",
    );
    folder.write(
        "content/editions/vale/edition.yml",
        "name: Vale\nomit: { channels: [chat] }\nterms: { place: school }\ncontacts:\n  - { id: duty, phone: 01632 960 200 }\n",
    );
    folder.write(
        "content/editions/vale/channels/email.md",
        "---\nlevels:\n  best:\n    - id: work\n      short: Use the *work* account of your {{ terms.place }}.\n    - { id: copy, remove: true }\n    - { id: plain, before: work }\n    - { id: signs, short: Sign with your role. }\n---\n",
    );
    folder.write(
        "content/editions/hill/edition.yml",
        "name: Hill School\nextends: vale\n",
    );
    folder
}

fn diff(arguments: &[&str]) -> String {
    let folder = pack();
    let mut all = vec!["diff"];
    all.extend(arguments);
    let outcome = folder.run(&all);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    outcome.out
}

#[test]
fn an_edition_is_compared_with_what_it_builds_on() {
    insta::assert_snapshot!(diff(&["vale"]));
}

#[test]
fn a_committee_gets_a_paper_in_markdown() {
    insta::assert_snapshot!(diff(&["vale", "--format", "markdown"]));
}

#[test]
fn others_get_a_page_or_data() {
    let page = diff(&["vale", "--format", "html"]);
    assert!(page.starts_with("<!DOCTYPE html>"));
    assert!(
        page.contains("<del>a work</del><ins>the *work*</ins>"),
        "{page}"
    );
    let data: serde_json::Value =
        serde_json::from_str(&diff(&["vale", "--format", "json"])).expect("it is JSON");
    assert_eq!(data["after"]["id"], "vale");
    let kinds: Vec<&str> = data["groups"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|group| group["changes"].as_array().into_iter().flatten())
        .filter_map(|change| change["kind"].as_str())
        .collect();
    for kind in ["added", "dropped", "reworded", "moved"] {
        assert!(kinds.contains(&kind), "{kind} of {kinds:?}");
    }
}

#[test]
fn values_are_told_whole_and_as_people_write_them() {
    let folder = pack();
    let pack = "title: Safe online\nlevels:\n  - { id: best, label: Best practice, tone: do }\nterms: { place: organisation }\n\
        branding: { primary: \"#1b365d\" }\ndocument: { review: 2027-03-31 }\n";
    folder.write("content/pack.yml", pack);
    folder.write(
        "content/editions/vale/edition.yml",
        "name: Vale\nurl: https://www.vale.example/\nbranding: { primary: \"#1d4f91\" }\ndocument: { review: 2028-03-01 }\n\
         contacts:\n  - { id: duty, phone: 01632 960 755 }\n",
    );
    let paper = folder.run(&["diff", "vale", "--format", "markdown"]).out;
    for line in [
        "# How Vale differs from Safe online\n",
        "## General\n",
        "- **Added** (web address): https://www.vale.example/\n",
        "- **Changed** (Duty team: phone): ~~01632 960 100~~ **01632 960 755**\n",
        "- **Changed** (primary): ~~#1b365d~~ **#1d4f91**\n",
        "- **Changed** (review): ~~31 March 2027~~ **1 March 2028**\n",
    ] {
        assert!(paper.contains(line), "{line} in {paper}");
    }
    let data = folder.run(&["diff", "vale", "--format", "json"]).out;
    let data: serde_json::Value = serde_json::from_str(&data).expect("it is JSON");
    let review = data["groups"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|group| group["changes"].as_array().into_iter().flatten())
        .find(|change| change["key"] == "document.review")
        .expect("the date differs");
    // Programs go on reading what they read before.
    assert_eq!(review["kind"], "reworded");
    assert_eq!(review["after"], "2028-03-01");
    assert_eq!(review["is_value"], true);
}

#[test]
fn an_edition_does_not_differ_from_itself() {
    assert!(diff(&["vale", "vale"]).contains("They say the same."));
}

#[test]
fn a_school_differs_from_its_county_only_in_its_own() {
    let said = diff(&["hill"]);
    assert!(
        said.contains("Vale (vale)") && !said.contains("work"),
        "{said}"
    );
    let with_pack = diff(&["hill", "pack"]);
    assert!(with_pack.contains("Sign with your role."));
}

#[test]
fn the_pack_may_be_compared_with_what_it_was() {
    let folder = pack();
    let git = |arguments: &[&str]| {
        let done = Command::new("git")
            .current_dir(folder.path())
            .args(["-c", "user.name=A", "-c", "user.email=a@a.example"])
            .args(arguments)
            .output()
            .expect("git is there");
        assert!(done.status.success(), "{done:?}");
    };
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "--message", "first"]);
    git(&["tag", "v1"]);
    folder.write(
        "content/contacts.yml",
        "- { id: duty, name: Duty desk, phone: 01632 960 100, urgency: urgent }\n",
    );
    let outcome = folder.run(&["diff", "vale", "--revision", "v1"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(
        outcome.out.contains("vale at v1") && outcome.out.contains("Duty [-team-]{+desk+}"),
        "{}",
        outcome.out
    );
    let unknown = folder.run(&["diff", "vale", "--revision", "v9"]);
    assert_eq!(unknown.code, Some(1));
    assert!(
        unknown.err.contains("there is no revision `v9`"),
        "{}",
        unknown.err
    );
}

#[test]
fn another_folder_may_be_compared_with() {
    let folder = pack();
    let earlier = pack();
    earlier.write("content/editions/vale/edition.yml", "name: Vale Council\n");
    let before = earlier.path().join("content");
    let before = before.to_str().expect("a path in UTF-8");
    let outcome = folder.run(&["diff", "vale", "--before", before]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(outcome.out.contains("Vale[- Council-]"), "{}", outcome.out);
}

#[test]
fn what_is_named_by_its_id_is_called_as_readers_know_it() {
    let folder = Folder::with_pack();
    folder.write(
        "content/editions/elm/edition.yml",
        "name: Elm School\nextends: ash\nurl: https://elm.example/\norder: { channels: [photos, email] }\nlocal_advice: true\n",
    );
    let email = "---\nsee_also: [photos]\n---\n";
    folder.write("content/editions/elm/channels/email.md", email);
    let said = folder.run(&["diff", "elm", "--format", "markdown"]).out;
    for line in [
        "(order): channels: Photos; Email",
        "(see also): Photos",
        "(local advice): yes",
    ] {
        // What was put in is bold.
        let plain = said.replace("**", "");
        assert!(plain.contains(line), "{line}: {said}");
    }
}
