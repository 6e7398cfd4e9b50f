//! Beginning an edition, channel, section or theme, with the real command.

mod support;

use support::Folder;

#[test]
fn a_new_edition_builds_at_once() {
    let folder = Folder::with_pack();
    let outcome = folder.run(&[
        "new",
        "edition",
        "--name",
        "Oak: \"the\" Council",
        "--extends",
        "ash",
        "--url",
        "https://oak.example/",
        "--brand",
        "#1b365d",
        "--phone",
        "duty-team=01632 960 777",
        "--review",
        "2027-10-04",
    ]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(
        outcome
            .out
            .contains("noticeboard build --edition oak-the-council"),
        "{}",
        outcome.out
    );
    insta::assert_snapshot!(folder.read("content/editions/oak-the-council/edition.yml"));
    let outcome = folder.run(&[
        "build",
        "--edition",
        "oak-the-council",
        "--deny",
        "warnings",
    ]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(folder.has("output/oak-the-council/posters/email.pdf"));

    // The shortest one, too; and its notes are keys that can be used as they stand.
    let outcome = folder.run(&["new", "edition", "fir", "--name", "Fir"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    for name in ["fir", "oak-the-council"] {
        let file = format!("content/editions/{name}/edition.yml");
        let text = folder.read(&file);
        let keys = "short_name region url branding primary logo contacts terms manager document review omit - phone email hours";
        let mut used = 0;
        let lines: Vec<String> = text
            .lines()
            .map(|line| {
                let key = line.replacen("# ", "", 1);
                let first = key
                    .trim_start()
                    .split([':', ' '])
                    .next()
                    .unwrap_or_default();
                if key == line || !keys.split(' ').any(|key| key == first) {
                    return line.to_owned();
                }
                used += 1;
                key
            })
            .collect();
        assert!(used >= 7, "{text}");
        folder.write(&file, &lines.join("\n"));
        folder.write(
            &format!("content/editions/{name}/logo.svg"),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>",
        );
        let outcome = folder.run(&["list"]);
        assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    }
}

#[test]
fn a_colour_may_be_told_without_quotes_and_hash() {
    let folder = Folder::with_pack();
    for (id, colour) in [("bare", "1D4F91"), ("quoted", "\"#1D4F91\"")] {
        let outcome = folder.run(&["new", "edition", id, "--name", "Oak", "--brand", colour]);
        assert_eq!(outcome.code, Some(0), "{}", outcome.err);
        let text = folder.read(&format!("content/editions/{id}/edition.yml"));
        assert!(text.contains("\n  primary: \"#1D4F91\"\n"), "{text}");
    }
    let outcome = folder.run(&["new", "edition", "--name", "Oak", "--brand", "blue"]);
    assert_eq!(outcome.code, Some(1), "{}", outcome.err);
    assert!(outcome.err.contains("a to f: 1b365d"), "{}", outcome.err);
}

#[test]
fn the_day_of_review_is_a_line_and_nobody_is_made_up_as_owner() {
    let folder = Folder::with_pack();
    let new = |id: &str, more: &[&str]| {
        let outcome = folder.run(&[&["new", "edition", id, "--name", "Oak"], more].concat());
        assert_eq!(outcome.code, Some(0), "{}", outcome.err);
        folder.read(&format!("content/editions/{id}/edition.yml"))
    };
    let text = new("oak", &["--review", "2027-10-04"]);
    assert!(
        text.contains("\ndocument:\n  review: 2027-10-04\n"),
        "{text}"
    );
    assert!(!text.contains("owner:"), "{text}");
    let text = new("fir", &[]);
    assert!(
        text.contains("\n# document:\n#   review: 2027-09-01\n"),
        "{text}"
    );
    let outcome = folder.run(&["explain", "oak", "document.review"]);
    assert!(outcome.out.contains("2027-10-04"), "{}", outcome.out);
    let arguments = [
        "new",
        "edition",
        "ivy",
        "--name",
        "Ivy",
        "--review",
        "4 October",
    ];
    let outcome = folder.run(&arguments);
    assert_eq!(outcome.code, Some(1), "{}", outcome.err);
    assert!(
        outcome.err.contains("year-month-day: 2027-09-01"),
        "{}",
        outcome.err
    );
}

#[test]
fn what_can_be_left_out_is_of_the_pack_at_hand() {
    let folder = Folder::with_pack();
    let new = |id: &str, extends: &[&str]| {
        let outcome = folder.run(&[&["new", "edition", id, "--name", "Oak"], extends].concat());
        assert_eq!(outcome.code, Some(0), "{}", outcome.err);
        folder.read(&format!("content/editions/{id}/edition.yml"))
    };
    let text = new("oak", &[]);
    assert!(
        text.contains("\n# omit: { channels: [photos], sections: [law] }\n"),
        "{text}"
    );
    // What an edition leaves out, those that extend it don't have.
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash Board\nomit: { channels: [photos], sections: [law] }\n",
    );
    let text = new("fir", &["--extends", "ash"]);
    assert!(text.contains("\n# omit: { channels: [email] }\n"), "{text}");
    assert!(text.contains("channels/email.md\n"), "{text}");
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash Board\nomit: { channels: [photos, email], sections: [law] }\n",
    );
    let text = new("yew", &["--extends", "ash"]);
    assert!(!text.contains("omit"), "{text}");
}

#[test]
fn whom_to_reach_in_its_own_way_is_told_or_shown() {
    let folder = Folder::with_pack();
    folder.write(
        "content/contacts.yml",
        "- {id: duty-team, name: Duty team, phone: 01632 960 100, email: duty@board.example, hours: Day and night, urgency: urgent, on_posters: true}\n",
    );
    let new = |id: &str, more: &[&str]| {
        let outcome = folder.run(&[&["new", "edition", id, "--name", "Oak"], more].concat());
        (outcome.code, outcome.err)
    };
    let phone = "--phone=duty-team=01632 960 777";
    let both = [phone, "--email=duty-team=help@oak.example"];
    for (id, more) in [
        ("both", &both[..]),
        ("phone", &both[..1]),
        ("email", &both[1..]),
        ("none", &[]),
    ] {
        let (code, err) = new(id, more);
        assert_eq!(code, Some(0), "{id}: {err}");
        let text = folder.read(&format!("content/editions/{id}/edition.yml"));
        let says = |line: &str| text.lines().any(|known| known == line);
        let has = |option: &str| more.iter().any(|more| more.starts_with(option));
        assert_eq!(
            says("    phone: \"01632 960 777\""),
            has("--phone"),
            "{text}"
        );
        assert_eq!(
            says("    email: \"help@oak.example\""),
            has("--email"),
            "{text}"
        );
        // What is another's still stands there to be seen.
        assert_eq!(
            text.contains("duty@board.example"),
            !has("--email"),
            "{text}"
        );
        assert!(
            text.contains("# ") && text.contains(" hours: Day and night"),
            "{text}"
        );
        let outcome = folder.run(&["check", "--edition", id]);
        assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    }
    for (more, words) in [
        ("--email=duty-team=help", "name@place.example"),
        (
            "--email=duty-teem=help@oak.example",
            "did you mean `duty-team`?",
        ),
        ("--email=duty-team", "duty-team=duty@northvale.example"),
    ] {
        let (code, err) = new("wrong", &[more]);
        assert_ne!(code, Some(0), "{more}");
        assert!(err.contains(words), "{more}: {err}");
        assert!(!folder.has("content/editions/wrong/edition.yml"));
    }
}

#[test]
fn new_channels_and_sections_build_at_once() {
    let folder = Folder::with_pack();
    for arguments in [
        &[
            "new",
            "channel",
            "--title",
            "Class messaging",
            "--icon",
            "message",
        ][..],
        &[
            "new",
            "channel",
            "trips",
            "--title",
            "Trips",
            "--edition",
            "ash",
        ],
        &["new", "section", "--title", "Local arrangements"],
        &[
            "new",
            "section",
            "help",
            "--title",
            "Help",
            "--edition",
            "ash",
        ],
    ] {
        let outcome = folder.run(arguments);
        assert_eq!(outcome.code, Some(0), "{arguments:?}: {}", outcome.err);
    }
    assert!(folder.has("content/channels/class-messaging.md"));
    assert!(folder.has("content/editions/ash/channels/trips.md"));
    assert!(folder.has("content/sections/20-local-arrangements.md"));
    assert!(folder.has("content/editions/ash/sections/30-help.md"));
    let outcome = folder.run(&["build"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(
        folder.has("output/elm/posters/trips.pdf")
            && folder.has("output/ash/posters/class-messaging.pdf")
    );
}

#[test]
fn a_new_theme_can_be_taken_at_once() {
    let folder = Folder::with_pack();
    let outcome = folder.run(&["new", "theme", "harbour", "--extends", "bold"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    folder.write(
        "content/editions/oak/edition.yml",
        "name: Oak\ntheme: harbour\n",
    );
    let outcome = folder.run(&["build", "--edition", "oak", "--only", "posters"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    let outcome = folder.run(&["new", "theme", "bold"]);
    assert!(outcome.err.contains("`bold` already"), "{}", outcome.err);
    let outcome = folder.run(&["new", "theme", "wide", "--extends", "bald"]);
    assert!(
        outcome.err.contains("did you mean `bold`?"),
        "{}",
        outcome.err
    );
}

#[test]
fn what_lacks_is_said_all_at_once_where_nobody_can_be_asked() {
    let folder = Folder::with_pack();
    let outcome = folder.run(&[
        "new",
        "edition",
        "--extends",
        "asch",
        "--url",
        "oak.example",
    ]);
    assert_eq!(outcome.code, Some(2), "{}", outcome.err);
    for words in [
        "--name \"North Vale Council\"",
        "did you mean `ash`?",
        "https:// in front",
    ] {
        assert!(outcome.err.contains(words), "{words}: {}", outcome.err);
    }
    assert_eq!(folder.files("content/editions").len(), 2);
}

#[test]
fn nothing_that_is_there_is_begun_again() {
    let folder = Folder::with_pack();
    folder.write("content/editions.csv", "id,name\nrow,A row\n");
    for (arguments, words) in [
        (
            &["new", "edition", "ash", "--name", "Ash"][..],
            "an edition `ash` already",
        ),
        (
            &["new", "edition", "row", "--name", "Row"],
            "an edition `row` already",
        ),
        (
            &["new", "channel", "email", "--title", "Mail"],
            "a channel `email` already",
        ),
        (
            &[
                "new",
                "channel",
                "email",
                "--title",
                "Mail",
                "--edition",
                "elm",
            ],
            "a channel `email` already",
        ),
        (
            &["new", "section", "law", "--title", "Law"],
            "a section `law` already",
        ),
        (
            &[
                "new",
                "edition",
                "oak",
                "--name",
                "Oak",
                "--phone",
                "duty-teem=1",
            ],
            "did you mean `duty-team`?",
        ),
    ] {
        let before = folder.files("content");
        let outcome = folder.run(arguments);
        assert_eq!(outcome.code, Some(1), "{arguments:?}: {}", outcome.err);
        assert!(
            outcome.err.contains(words),
            "{arguments:?}: {}",
            outcome.err
        );
        assert_eq!(folder.files("content"), before, "{arguments:?}");
    }
}
