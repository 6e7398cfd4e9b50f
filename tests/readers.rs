//! What pages hold ready for certain readers: someone worried, someone in a hurry to leave, someone with a role.

mod support;

use std::io::Write as _;

use support::Folder;

fn built(folder: &Folder) {
    let outcome = folder.run(&["build", "--quiet", "--no-previews", "--only", "site"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
}

/// The pack of the tests with more in `pack.yml`.
fn pack_with(settings: &str) -> Folder {
    let folder = Folder::with_pack();
    let pack = folder.read("content/pack.yml");
    folder.write("content/pack.yml", &format!("{pack}{settings}"));
    folder
}

#[test]
fn a_worry_leads_to_a_page_or_a_number() {
    let folder = pack_with(
        "worries:\n  - {id: danger, text: A child in danger, contact: duty-team}\n  - {id: picture, text: A picture, channel: photos}\n  - {id: rule, text: A rule, section: law}\n",
    );
    // What leads to something that an edition leaves out goes with it.
    folder.write(
        "content/editions/elm/edition.yml",
        "name: Elm School\nextends: ash\nurl: https://elm.example/\nomit: {channels: [photos]}\n",
    );
    built(&folder);
    let home = folder.read("output/ash/index.html");
    for part in [
        "href=\"contacts/index.html#duty-team\">A child in danger</a>",
        "<a class=\"worry-call\" href=\"tel:01632960100\">",
        "<span class=\"unseen\">A child in danger: </span>",
        "href=\"channels/photos/index.html\">A picture</a>",
        "href=\"sections/law/index.html\">A rule</a>",
    ] {
        assert!(home.contains(part), "{part}");
    }
    assert!(!folder.read("output/elm/index.html").contains("A picture"));
}

#[test]
fn without_worries_of_its_own_a_pack_has_its_channels() {
    let folder = Folder::with_pack();
    built(&folder);
    let home = folder.read("output/ash/index.html");
    assert!(home.contains("<a class=\"worry\" href=\"channels/email/index.html\">Email</a>"));
}

#[test]
fn a_worry_that_leads_nowhere_or_to_two_places_is_said() {
    let folder = pack_with(
        "worries:\n  - {id: one, text: One}\n  - {id: two, text: Two, channel: email, section: law}\n  - {id: three, text: Three, channel: emial}\n",
    );
    let outcome = folder.run(&["check"]);
    assert_eq!(outcome.code, Some(1));
    for part in [
        "the worry `one` leads nowhere",
        "the worry `two` leads to more than one place: channel, section",
        "there is no channel `emial`",
        "did you mean `email`?",
    ] {
        assert!(outcome.err.contains(part), "{part}: {}", outcome.err);
    }
}

#[test]
fn the_button_to_leave_is_a_link_that_a_pack_can_do_without() {
    let folder = Folder::with_pack();
    built(&folder);
    for page in ["index.html", "channels/email/index.html", "404.html"] {
        let html = folder.read(&format!("output/ash/{page}"));
        let link =
            "id=\"page_exit\" href=\"https://www.bbc.co.uk/weather\" rel=\"nofollow noreferrer\"";
        assert!(html.contains(link), "{page}");
        // The number to call is in the same place.
        assert!(html.contains("class=\"danger\" href=\"tel:999\""), "{page}");
    }
    let folder = pack_with("exit_page: false\n");
    let elm = folder.read("content/editions/elm/edition.yml");
    let own = "exit_page: {show: true, url: https://weather.example/}\n";
    folder.write("content/editions/elm/edition.yml", &format!("{elm}{own}"));
    built(&folder);
    let home = folder.read("output/ash/index.html");
    assert!(!home.contains("page_exit") && home.contains("tel:999"));
    let home = folder.read("output/elm/index.html");
    assert!(home.contains("id=\"page_exit\" href=\"https://weather.example/\""));
}

#[test]
fn an_audience_has_a_page_of_what_is_for_it_and_for_everybody() {
    let folder = pack_with(
        "audiences:\n  - {id: staff, label: Staff}\n  - {id: helpers, label: Helpers}\n  - {id: nobody, label: Nobody}\n",
    );
    let email = folder.read("content/channels/email.md").replace(
        "    - id: late\n      short: Writing late at night.\n",
        "    - id: late\n      short: Writing late at night.\n      audiences: [staff]\n    - id: lend\n      short: Lending your key.\n      audiences: [helpers]\n",
    );
    folder.write("content/channels/email.md", &email);
    built(&folder);
    let page = folder.read("output/ash/for/staff/index.html");
    assert!(page.contains("What applies to: Staff"));
    assert!(page.contains(
        "<a href=\"../../channels/email/index.html#advice_late\">Writing late at night.</a>"
    ));
    assert!(page.contains("Use the work account.") && page.contains("Ask first."));
    assert!(page.contains("Families know the address."));
    assert!(!page.contains("Lending your key."));
    // Nothing is for it alone, so there is nothing to choose.
    assert!(!folder.has("output/ash/for/nobody/index.html"));
    for page in ["index.html", "channels/photos/index.html"] {
        let html = folder.read(&format!("output/ash/{page}"));
        assert!(
            html.contains("for/helpers/index.html\">Helpers</a>"),
            "{page}"
        );
        assert!(!html.contains("Nobody"), "{page}");
    }
    let channel = folder.read("output/ash/channels/email/index.html");
    assert!(channel.contains("<span class=\"for\">For: Staff</span>"));
}

#[test]
fn an_audience_that_nobody_declared_is_said() {
    let folder = Folder::with_pack();
    let photos = folder.read("content/channels/photos.md").replace(
        "short: Ask first.",
        "short: Ask first.\n      audiences: [staff]",
    );
    folder.write("content/channels/photos.md", &photos);
    let outcome = folder.run(&["check"]);
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.err.contains("there is no audience `staff`"));
    assert!(outcome.err.contains("say in pack.yml which there are"));
}

#[test]
fn a_contact_can_be_called_by_relay() {
    let folder = Folder::with_pack();
    let contacts = folder.read("content/contacts.yml");
    let contacts = contacts.replace(
        "phone: 01632 960 100,",
        "phone: 01632 960 100, relay: true,",
    );
    folder.write("content/contacts.yml", &contacts);
    built(&folder);
    let page = folder.read("output/ash/contacts/index.html");
    assert!(page.contains(
        "<a href=\"tel:1800101632960100\"><bdi dir=\"ltr\">18001 01632 960 100</bdi></a>"
    ));
    assert_eq!(
        page.matches("18001").count(),
        2,
        "only the duty team takes them"
    );
}

#[test]
fn changes_stand_on_the_home_page_and_in_a_feed() {
    let folder = Folder::with_pack();
    let pack = folder.read("content/pack.yml").replace(
        "review: 2027-09-01}",
        "review: 2027-09-01, amendments: [{version: '1.1', date: 2026-09-01, reason: More & more.}, {version: '1.1', date: 2026-08-01, by: Ann, reason: Older.}]}",
    );
    folder.write("content/pack.yml", &pack);
    built(&folder);
    let home = folder.read("output/ash/index.html");
    assert!(home.contains("<time datetime=\"2026-09-01\">1 September 2026</time>"));
    let feed = folder.read("output/ash/feed.xml");
    assert!(
        feed.contains("<updated>2026-09-01T00:00:00Z</updated>"),
        "{feed}"
    );
    // Two changes made one version: the older has the plain address, which it had before.
    assert!(
        feed.contains("<id>https://ash.example/about/#version_1-1</id>"),
        "{feed}"
    );
    assert!(
        feed.contains("<id>https://ash.example/about/#version_1-1_2</id>"),
        "{feed}"
    );
    assert!(feed.contains("More &amp; more."), "{feed}");
    let about = folder.read("output/ash/about/index.html");
    assert!(about.contains("id=\"version_1-1\"") && about.contains("id=\"version_1-1_2\""));
    assert!(about.contains("Next review due: 1 September 2027"));
    assert!(about.contains("rel=\"alternate\" type=\"application/atom+xml\""));
}

#[test]
fn words_are_explained_on_the_page_itself() {
    let folder = Folder::with_pack();
    folder.write(
        "content/glossary.yml",
        "- {id: aup, term: Acceptable use policy, meaning: \"Rules, see [breach](glossary:breach).\"}\n- {id: breach, term: Breach, meaning: A rule that was broken.}\n",
    );
    folder.write(
        "content/sections/10-law.md",
        "---\ntitle: The law\n---\n## Duties\n\nRead the [policy](glossary:aup).\n",
    );
    built(&folder);
    let page = folder.read("output/ash/sections/law/index.html");
    assert!(page.contains("<a href=\"#word_aup\" class=\"term\">policy</a>"));
    assert!(page.contains("<div id=\"word_aup\">"));
    // A word that only the explanation needs is not explained here.
    assert!(page.contains("href=\"../../glossary/index.html#breach\" class=\"term\">breach</a>"));
}

#[test]
fn every_page_is_light() {
    let content = concat!(env!("CARGO_MANIFEST_DIR"), "/content");
    let folder = Folder::new();
    let arguments = [
        "build",
        "--quiet",
        "--no-previews",
        "--content",
        content,
        "--edition",
        "eastvale",
    ];
    let outcome = folder.run(&arguments);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    let packed = |bytes: &[u8]| {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packer.write_all(bytes).expect("memory has room");
        packer.finish().expect("memory has room").len()
    };
    let files = folder.files("output/eastvale");
    let mut pages = 0;
    for (path, bytes) in &files {
        let is_promised = path == "index.html" || path.starts_with("channels/");
        if is_promised && path.ends_with("index.html") {
            pages += 1;
            assert!(packed(bytes) <= 15_000, "{path}: {}", packed(bytes));
        }
    }
    // Home, eight topics, and one address that a topic had before.
    assert_eq!(pages, 10);
    // What these pages load besides: styles, and the script of all pages.
    let together = |names: &[&str]| -> usize {
        let sizes: Vec<usize> = files
            .iter()
            .filter(|(path, _)| names.contains(&&*support::without_hash(path)))
            .map(|(_, bytes)| packed(bytes))
            .collect();
        assert_eq!(sizes.len(), names.len(), "{names:?}");
        sizes.iter().sum()
    };
    let design = together(&["assets/site.css", "assets/brand.css", "assets/page.js"]);
    assert!((2_000..=20_000).contains(&design), "{design}");
    // What the search page loads besides: the library and the index.
    let search = together(&["assets/search.js", "assets/index.js"]);
    assert!((5_000..=60_000).contains(&search), "{search}");
    // Fonts are packed already. A page in English has letters of this part alone.
    let fonts: usize = files
        .iter()
        .filter(|(path, _)| support::without_hash(path).ends_with("-latin.woff2"))
        .map(|(_, bytes)| bytes.len())
        .sum();
    assert!((20_000..=60_000).contains(&fonts), "{fonts}");
}
