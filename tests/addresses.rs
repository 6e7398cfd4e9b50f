//! Addresses stay: old ones lead on, lost ones are said, and what leads nowhere isn't published.

mod support;

use support::{Folder, Outcome};

fn build(folder: &Folder) -> Outcome {
    folder.run(&["build", "--quiet", "--no-previews", "--only", "site"])
}

#[test]
fn an_old_address_leads_to_the_page() {
    let folder = Folder::with_pack();
    let photos = folder.read("content/channels/photos.md").replace(
        "icon: camera",
        "icon: camera\naliases: [/channels/pictures/, pictures.html]",
    );
    folder.write("content/channels/photos.md", &photos);
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash Board\nurl: https://ash.example/online/\n",
    );
    let outcome = build(&folder);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    let page = folder.read("output/ash/channels/pictures/index.html");
    for part in [
        "<meta http-equiv=\"refresh\" content=\"0; url=../photos/index.html\">",
        "<link rel=\"canonical\" href=\"https://ash.example/online/channels/photos/\">",
        "<a href=\"../photos/index.html\">Photos</a>",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(
        folder
            .read("output/ash/pictures.html")
            .contains("url=channels/photos/index.html")
    );
    let lines = folder.read("output/ash/_redirects");
    assert_eq!(
        lines,
        "/online/channels/pictures/ /online/channels/photos/ 301\n/online/pictures.html /online/channels/photos/ 301\n"
    );
    assert!(!folder.read("output/ash/sitemap.xml").contains("pictures"));
}

#[test]
fn an_old_address_must_be_free_and_within_the_edition() {
    let folder = Folder::with_pack();
    let photos = folder.read("content/channels/photos.md").replace(
        "icon: camera",
        "icon: camera\naliases: [channels/email, ../elm, 'https://ash.example/x', robots.txt]",
    );
    folder.write("content/channels/photos.md", &photos);
    let outcome = build(&folder);
    assert_eq!(outcome.code, Some(1));
    for part in [
        "`channels/email` can't be an old address: something stands there now",
        "`robots.txt` can't be an old address",
        "`../elm` is not an address within the edition",
        "`https://ash.example/x` is not an address within the edition",
    ] {
        assert!(outcome.err.contains(part), "{part}: {}", outcome.err);
    }
}

#[test]
fn a_page_that_is_gone_is_said_once_unless_its_address_leads_on() {
    let folder = Folder::with_pack();
    assert_eq!(build(&folder).code, Some(0));
    let photos = folder.read("content/channels/photos.md");
    std::fs::remove_file(folder.path().join("content/channels/photos.md")).expect("it goes");
    let email = folder
        .read("content/channels/email.md")
        .replace("See [photos](channel:photos).", "See.");
    folder.write("content/channels/email.md", &email);
    folder.write(
        "content/channels/pictures.md",
        &photos.replace("title: Photos", "title: Pictures"),
    );
    let outcome = build(&folder);
    assert_eq!(outcome.code, Some(0));
    let said = "`channels/photos/` was published before and is gone";
    assert_eq!(outcome.err.matches(said).count(), 1, "{}", outcome.err);
    assert!(outcome.err.contains("aliases: [channels/photos]"));
    // It is gone now, and known to be.
    assert!(!build(&folder).err.contains("lost-address"));

    folder.write("content/channels/photos.md", &photos);
    std::fs::remove_file(folder.path().join("content/channels/pictures.md")).expect("it goes");
    let moved = photos.replace("icon: camera", "icon: camera\naliases: [channels/pictures]");
    folder.write("content/channels/photos.md", &moved);
    let outcome = build(&folder);
    assert_eq!(
        (outcome.code, outcome.err.contains("lost-address")),
        (Some(0), false),
        "{}",
        outcome.err
    );
}

#[test]
fn an_edition_that_is_gone_is_one_lost_address() {
    let folder = Folder::with_pack();
    assert_eq!(build(&folder).code, Some(0));
    std::fs::remove_dir_all(folder.path().join("content/editions/elm")).expect("it goes");
    let outcome = build(&folder);
    assert_eq!(
        outcome.err.matches("lost-address").count(),
        1,
        "{}",
        outcome.err
    );
    assert!(
        outcome
            .err
            .contains("`elm/` was published before and is gone")
    );
}

#[test]
fn what_a_theme_links_to_nowhere_is_said_at_its_line() {
    let folder = Folder::with_pack();
    folder.write("themes/default/templates/not-found.html", "{% extends \"page.html\" %}\n{% block content %}\n<a href=\"#no_such_place\">x</a>\n<a href=\"none.html\">x</a><h4>x</h4>\n{% endblock content %}\n");
    let outcome = folder.run(&["check"]);
    assert_eq!(outcome.code, Some(1));
    for part in [
        "a link leads to `no_such_place` on `404.html`, and there is no such place",
        "themes/default/templates/not-found.html:3:9",
        "a link leads to `none.html`, which is not there",
        "on `404.html` a heading of level 4 follows one of level 1",
    ] {
        assert!(outcome.err.contains(part), "{part}: {}", outcome.err);
    }
}

#[test]
fn a_place_that_a_text_names_in_vain_is_said_once_at_its_line() {
    let folder = Folder::with_pack();
    let pack = folder.read("content/pack.yml");
    let welcome = "welcome: See [below](#nowhere).\n";
    folder.write("content/pack.yml", &format!("{pack}{welcome}"));
    let email = folder
        .read("content/channels/email.md")
        .replace("## Why", "[Here](#gone)\n\n## Why");
    folder.write("content/channels/email.md", &email);
    let outcome = folder.run(&["check"]);
    assert_eq!(outcome.code, Some(1));
    assert_eq!(outcome.err.matches("nowhere").count(), 2, "{}", outcome.err);
    assert!(outcome.err.contains("content/pack.yml:"), "{}", outcome.err);
    assert_eq!(
        outcome.err.matches("broken-link").count(),
        2,
        "{}",
        outcome.err
    );
}
