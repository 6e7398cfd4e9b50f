//! Packs that mean harm, or were damaged on the way: each is refused with a diagnostic at its place, soon, and nothing outside the pack
//! and the output is read or written. `docs/hostile-input.md` lists the limits.

mod support;

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use support::{Folder, Outcome};
use zip::write::{SimpleFileOptions, ZipWriter};

/// The longest that anything here may take, in a build without optimisation on a busy machine.
const LONGEST: Duration = Duration::from_secs(100);

/// Runs the command, and stops it if it hangs.
fn run(folder: &Folder, arguments: &[&str]) -> Outcome {
    let mut child = Command::new(env!("CARGO_BIN_EXE_noticeboard"))
        .args(arguments)
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .stderr(fs::File::create(folder.path().join("said")).expect("a file"))
        .spawn()
        .expect("the command runs");
    let began = Instant::now();
    let code = loop {
        if let Some(status) = child.try_wait().expect("it can be asked") {
            break status.code();
        }
        if began.elapsed() > LONGEST {
            let _ = child.kill();
            let _ = child.wait();
            panic!("{arguments:?} takes longer than {LONGEST:?}");
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    let err = String::from_utf8(fs::read(folder.path().join("said")).expect("a file"))
        .expect("what is said is text");
    assert!(!err.contains("panicked"), "{err}");
    Outcome {
        code,
        out: String::new(),
        err,
    }
}

/// Runs the command, which has to find problems.
fn refused(folder: &Folder, arguments: &[&str]) -> String {
    let outcome = run(folder, arguments);
    assert_eq!(outcome.code, Some(1), "{}", outcome.err);
    outcome.err
}

/// Whether something was said with this code at this place.
fn has(said: &str, code: &str, place: &str) -> bool {
    said.split("\n\n").any(|problem| {
        problem.contains(&format!("[{code}]"))
            && problem.lines().any(|line| {
                line.trim_start()
                    .strip_prefix("--> ")
                    .is_some_and(|at| at == place || at.starts_with(&format!("{place}:")))
            })
    })
}

fn assert_said(said: &str, all: &[(&str, &str)]) {
    for (code, place) in all {
        assert!(has(said, code, place), "no {code} at {place}:\n{said}");
    }
}

/// Whether this code was said with these words in its first line.
fn assert_words(said: &str, all: &[(&str, &str)]) {
    for (code, words) in all {
        let found = said.lines().any(|line| {
            line.split_once(": ").is_some_and(|(head, text)| {
                head.ends_with(&format!("[{code}]")) && text.contains(words)
            })
        });
        assert!(found, "no {code} with {words}:\n{said}");
    }
}

/// A file of zeros that takes no room on disk.
fn giant(folder: &Folder, name: &str) {
    folder.write(name, "");
    let file = fs::File::options()
        .write(true)
        .open(folder.path().join(name));
    file.and_then(|file| file.set_len(100 * 1024 * 1024))
        .expect("a large file");
}

#[test]
fn no_key_leads_out_of_the_pack() {
    let folder = Folder::with_pack();
    folder.write("secret.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>");
    folder.write(
        "content/editions/oak/edition.yml",
        "name: Oak\n\
         theme: ../../themes/x\n\
         extends: ../ash\n\
         folder: ../../out\n\
         branding: {logo: {file: ../../../secret.svg, alt: Oak}, fonts: [{regular: /etc/passwd}]}\n\
         posters: {picture: {file: C:\\secret.svg, alt: Oak}}\n\
         downloads:\n  - {id: ../x, title: X, file: a.pdf}\n  - {id: y, title: Y, file: ../secret.svg}\n\
         audiences: [{id: ../../z, label: Z}]\n\
         omit: {channels: [../email]}\n",
    );
    folder.write(
        "content/editions/oak/channels/gaming.md",
        "---\ntitle: Games\naliases: [../../evil, \"..\\\\evil\", a/../../evil, nul/x]\nlevels: {best: [{id: a, short: Ask.}]}\n---\n![A room](../../../../secret.svg) and ![a room](/etc/hostname)\n",
    );
    let said = refused(&folder, &["build"]);
    let edition = "content/editions/oak/edition.yml";
    let channel = "content/editions/oak/channels/gaming.md";
    let at = |file: &str, line: u32| format!("{file}:{line}");
    assert_said(
        &said,
        &[
            ("not-a-slug", &at(edition, 2)),
            ("not-a-slug", &at(edition, 3)),
            ("not-a-slug", &at(edition, 4)),
            ("wrong-form", &format!("{edition}:5:25")),
            ("wrong-form", &format!("{edition}:5:75")),
            ("wrong-form", &at(edition, 6)),
            ("not-a-slug", &at(edition, 8)),
            ("wrong-form", &at(edition, 9)),
            ("not-a-slug", &at(edition, 10)),
            ("wrong-form", &format!("{channel}:3:11")),
            ("wrong-form", &format!("{channel}:3:23")),
            ("wrong-form", &format!("{channel}:3:35")),
            ("wrong-form", &format!("{channel}:3:49")),
            ("missing-file", &format!("{channel}:6:1")),
            ("missing-file", &format!("{channel}:6:39")),
        ],
    );
    assert!(!folder.has("out") && !folder.has("evil") && !folder.has("output/ash"));
}

#[cfg(unix)]
#[test]
fn links_out_of_the_pack_and_the_themes_are_not_followed() {
    use std::os::unix::fs::symlink;

    let folder = Folder::with_pack();
    folder.write(
        "elsewhere/secret.md",
        "---\ntitle: Secret\n---\nThe words of somebody else.\n",
    );
    folder.write(
        "elsewhere/oak/edition.yml",
        "name: The words of somebody else\n",
    );
    folder.write("elsewhere/home.html", "The words of somebody else");
    folder.write("themes/own/theme.yml", "extends: default\n");
    folder.write(
        "themes/own/templates/about.html",
        "{% include \"../../../elsewhere/home.html\" %}",
    );
    let link = |to: &str, from: &str| {
        let from = folder.path().join(from);
        fs::create_dir_all(from.parent().expect("a folder")).expect("a folder");
        symlink(folder.path().join(to), from).expect("a link");
    };
    link("elsewhere/secret.md", "content/sections/20-secret.md");
    link("elsewhere/oak", "content/editions/oak");
    link("elsewhere/home.html", "themes/own/templates/home.html");
    link("elsewhere", "themes/other");
    let outcome = run(&folder, &["build", "--no-previews"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    for path in [
        "content/sections/20-secret.md",
        "content/editions/oak",
        "themes/own/templates/home.html",
        "themes/other",
    ] {
        assert_words(
            &outcome.err,
            &[("stray-file", &format!("{path} is a link"))],
        );
    }
    let published = folder.files("output");
    assert!(published.contains_key("ash/index.html"));
    for (path, bytes) in &published {
        assert!(!path.contains("secret") && !path.contains("oak"), "{path}");
        let words = String::from_utf8_lossy(bytes);
        assert!(!words.contains("of somebody else"), "{path}");
    }
    // Nor does a template reach out.
    folder.write(
        "content/editions/elm/edition.yml",
        "name: Elm\ntheme: own\n",
    );
    let said = refused(&folder, &["check"]);
    assert_said(&said, &[("template", "themes/own/templates/about.html:1")]);
}

#[cfg(unix)]
#[test]
fn links_in_the_output_are_neither_written_nor_removed_through() {
    use std::os::unix::fs::symlink;

    let folder = Folder::with_pack();
    folder.write("elsewhere/index.html", "mine");
    folder.write("elsewhere/channels/email/index.html", "mine");
    folder.write("elsewhere/aside/mine", "mine");
    let before = folder.files("elsewhere");
    let build = ["build", "--no-previews", "--only", "site"];
    assert_eq!(run(&folder, &build).code, Some(0));
    let output = folder.path().join("output");
    let elsewhere = folder.path().join("elsewhere");

    // An edition's folder, one of its folders, and a folder that only holds what is no longer made.
    for place in ["ash", "ash/channels"] {
        let whole = folder.path().join("whole");
        fs::rename(output.join(place), &whole).expect("moved");
        symlink(&elsewhere, output.join(place)).expect("a link");
        folder.write(
            "content/pack.yml",
            &folder
                .read("content/pack.yml")
                .replace("safely", "with care"),
        );
        let said = refused(&folder, &build);
        assert_words(&said, &[("foreign-files", place)]);
        assert!(folder.files("elsewhere") == before, "{place}");
        fs::remove_file(output.join(place)).expect("removed");
        fs::rename(&whole, output.join(place)).expect("moved back");
    }
    assert_eq!(run(&folder, &build).code, Some(0));
    fs::rename(output.join("elm"), folder.path().join("elm")).expect("moved");
    symlink(&elsewhere, output.join("elm")).expect("a link");
    fs::remove_dir_all(folder.path().join("content/editions/elm")).expect("removed");
    assert_eq!(run(&folder, &build).code, Some(0));
    assert!(folder.files("elsewhere") == before);
    assert!(fs::read_link(output.join("elm")).is_ok());

    // What builds keep for themselves.
    for place in [
        ".noticeboard/aside",
        ".noticeboard/waiting",
        ".noticeboard/lock",
        ".noticeboard",
    ] {
        let whole = folder.path().join("kept");
        let there = output.join(place);
        let was_there = fs::rename(&there, &whole).is_ok();
        symlink(&elsewhere, &there).expect("a link");
        let said = refused(&folder, &build);
        assert_words(&said, &[("foreign-files", "is a link")]);
        assert!(folder.files("elsewhere") == before, "{place}");
        fs::remove_file(&there).expect("removed");
        if was_there {
            fs::rename(&whole, &there).expect("moved back");
        }
    }
}

#[test]
fn yaml_that_stands_for_far_more_than_it_is_is_refused() {
    let folder = Folder::with_pack();
    let mut bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (last, next) in "abcdefgh".chars().zip("bcdefghi".chars()) {
        let _ = writeln!(
            bomb,
            "{next}: &{next} [{}]",
            format!("*{last}, ").repeat(10)
        );
    }
    folder.write("content/glossary.yml", &bomb);
    folder.write("content/sources.yml", &"- ".repeat(200_000));
    folder.write(
        "content/downloads.yml",
        &format!("{}{}\n", "[".repeat(200_000), "]".repeat(200_000)),
    );
    let said = refused(&folder, &["check"]);
    assert_said(
        &said,
        &[
            ("yaml-syntax", "content/glossary.yml"),
            ("yaml-syntax", "content/sources.yml"),
            ("yaml-syntax", "content/downloads.yml"),
        ],
    );
}

#[test]
fn as_many_keys_as_fit_take_no_longer_than_others() {
    let folder = Folder::with_pack();
    let keys: String = (0..110_000).fold(String::new(), |mut keys, number| {
        let _ = writeln!(keys, "key{number}: a");
        keys
    });
    folder.write("content/sources.yml", &keys);
    let ids: String = (0..20_000).fold(String::new(), |mut ids, number| {
        let _ = writeln!(ids, "- {{id: a{number}, name: A, wbe: b}}");
        ids
    });
    folder.write("content/contacts.yml", &ids);
    let rows: String = (0..30_000).fold("id,name\n".to_owned(), |mut rows, number| {
        let _ = writeln!(rows, "Row {number},a");
        rows
    });
    folder.write("content/editions.csv", &rows);
    folder.write("content/editions.tsv", &"name\t".repeat(100_000));
    let said = refused(&folder, &["check", "--quiet"]);
    assert_said(
        &said,
        &[
            ("wrong-kind", "content/sources.yml:1"),
            ("file-too-large", "content/contacts.yml:2001"),
            ("not-a-slug", "content/editions.csv"),
        ],
    );
}

#[test]
fn markdown_as_deep_as_a_well_is_refused_at_its_place() {
    let folder = Folder::with_pack();
    let section = |name: &str, body: &str| {
        folder.write(
            &format!("content/sections/{name}.md"),
            &format!("---\ntitle: A\n---\n{body}\n"),
        );
    };
    section("20-quotes", &format!("{} deep", ">".repeat(5_000)));
    section("30-lists", &format!("{}deep", "- ".repeat(5_000)));
    section(
        "40-stress",
        &format!("{}deep{}", "*a _b ".repeat(400), "_ *".repeat(400)),
    );
    section("50-links", &"[".repeat(10_000));
    section("60-links", &"[a](".repeat(8_000));
    section("70-code", &"`a``b".repeat(8_000));
    let said = refused(&folder, &["check"]);
    assert_said(
        &said,
        &[
            ("nested-too-deep", "content/sections/20-quotes.md:4"),
            ("nested-too-deep", "content/sections/30-lists.md:4"),
            ("nested-too-deep", "content/sections/40-stress.md:4"),
        ],
    );
}

#[test]
fn giants_are_refused_before_they_are_read() {
    let folder = Folder::with_pack();
    let files = [
        "content/contacts.yml",
        "content/sections/20-giant.md",
        "content/editions.csv",
        "content/editions.xlsx",
        "content/assets/giant.png",
        "content/editions/ash/assets/giant.svg",
        "content/fonts/giant.ttf",
        "themes/own/templates/giant.html",
    ];
    for file in files {
        giant(&folder, file);
    }
    let began = Instant::now();
    let said = refused(&folder, &["check"]);
    for file in files {
        assert_words(
            &said,
            &[("file-too-large", &format!("{file} is 100 MB large"))],
        );
    }
    assert!(began.elapsed() < LONGEST / 4);
    // Together they may be too much, even if none is by itself.
    for number in 0..20 {
        let name = format!("content/assets/part-{number}.png");
        giant(&folder, &name);
        let file = fs::File::options()
            .write(true)
            .open(folder.path().join(&name));
        file.and_then(|file| file.set_len(30 * 1024 * 1024))
            .expect("a file");
    }
    for file in files {
        fs::remove_file(folder.path().join(file)).expect("removed");
    }
    let said = refused(&folder, &["check"]);
    assert_words(&said, &[("file-too-large", "there is too much in content")]);
}

#[test]
fn what_is_not_text_is_said() {
    let folder = Folder::with_pack();
    folder.write(
        "content/glossary.yml",
        "- {id: a, term: \"A\0B\", meaning: C}\n",
    );
    fs::write(
        folder.path().join("content/sources.yml"),
        b"- {id: a, name: \xff\xfe}\n",
    )
    .expect("a file");
    fs::write(
        folder.path().join("content/sections/20-a.md"),
        b"---\ntitle: \xed\xa0\x80\n---\n",
    )
    .expect("a file");
    let said = refused(&folder, &["check"]);
    for file in ["glossary.yml", "sources.yml", "sections/20-a.md"] {
        assert_words(&said, &[("not-utf8", &format!("content/{file}"))]);
    }
}

#[test]
fn hidden_turns_of_direction_are_shown_and_arabic_is_left_alone() {
    let folder = Folder::with_pack();
    folder.write(
        "content/glossary.yml",
        "- {id: a, term: Ash, meaning: \"Ash \u{202e}drab\"}\n",
    );
    folder.write(
        "content/sources.yml",
        "- {id: a, name: \"Ash \\u202Edrab\"}\n",
    );
    folder.write(
        "content/sections/20-a.md",
        "---\ntitle: A\n---\nGo to\nash\u{2067}.example\n",
    );
    folder.write(
        "content/sections/30-b.md",
        "---\ntitle: B\n---\nGo to &#x202e;elpmaxe\n",
    );
    folder.write(
        "content/sections/40-c.md",
        "---\ntitle: C\n---\nSay \u{2067}بچے\u{2069} and \u{2068}x\u{2069}, or بچے\u{200e}.\n",
    );
    folder.write("content/editions.csv", "id,name\noak,\"Oak\u{202d}\"\n");
    let said = refused(&folder, &["check"]);
    assert_said(
        &said,
        &[
            ("hidden-direction", "content/glossary.yml:1:36"),
            ("hidden-direction", "content/sources.yml:1:17"),
            ("hidden-direction", "content/sections/20-a.md:5:4"),
            ("hidden-direction", "content/sections/30-b.md:4"),
            ("hidden-direction", "content/editions.csv:2"),
        ],
    );
    assert!(!said.contains("40-c.md"), "{said}");
    assert!(
        !said.contains('\u{202e}') && !said.contains('\u{1b}'),
        "{said}"
    );
}

#[test]
fn nothing_that_is_said_writes_into_the_terminal() {
    let folder = Folder::with_pack();
    folder.write(
        "content/sources.yml",
        "- {id: \"a\\e[2J\\u202Eb\", name: A}\n- {id: b, \"na\\e[2Jme\": B}\n",
    );
    folder.write(
        "content/sections/20-a.md",
        "---\ntitle: A\n---\n[a](channel:\u{1b}[2J) ![a](\u{1b}[2J.png)\n",
    );
    let said = refused(&folder, &["check"]);
    assert!(
        !said.contains('\u{1b}') && !said.contains('\u{202e}'),
        "{said:?}"
    );
}

#[cfg(unix)]
#[test]
fn names_of_files_that_other_systems_cannot_take_are_said() {
    use std::os::unix::ffi::OsStrExt as _;

    let folder = Folder::with_pack();
    let refused_names = [
        ("con.md", "Windows"),
        ("aux", "Windows"),
        ("Nul.png", "Windows"),
        ("lpt3.tar.gz", "Windows"),
        ("room.", "Windows"),
        ("room ", "Windows"),
        ("a:b.png", "Windows"),
        ("a\\b.png", "Windows"),
        ("photo\u{202e}gnp.png", "can't be seen"),
        ("photo\u{1b}[2J.png", "can't be seen"),
    ];
    for (name, _) in refused_names {
        folder.write(&format!("content/assets/{name}"), "");
    }
    folder.write("content/assets/Photo.png", "");
    folder.write("content/assets/photo.png", "");
    folder.write("content/editions/Ash/edition.yml", "name: Ash\n");
    let name = std::ffi::OsStr::from_bytes(b"a\xff.png");
    fs::write(folder.path().join("content/assets").join(name), "").expect("a file");
    let said = refused(&folder, &["check"]);
    for (name, why) in refused_names {
        let shown: String = name
            .chars()
            .map(|c| {
                if c.is_control() || c == '\u{202e}' {
                    '\u{fffd}'
                } else {
                    c
                }
            })
            .collect();
        let shown = shown.replace('\\', "/");
        let found = said.lines().any(|line| {
            line.starts_with("error[file-name]: content/assets/")
                && line.contains(&shown)
                && line.contains(why)
        });
        assert!(found, "{name:?}\n{said}");
    }
    assert_words(
        &said,
        &[
            (
                "file-name",
                "content/assets/photo.png differs from assets/Photo.png",
            ),
            (
                "file-name",
                "content/editions/ash differs from editions/Ash",
            ),
            ("file-name", "not text in UTF-8"),
        ],
    );
    assert!(!said.contains('\u{1b}'));
}

#[test]
fn ids_that_windows_keeps_are_said() {
    let folder = Folder::with_pack();
    folder.write("content/sections/20-con.md", "---\ntitle: A\n---\nA.\n");
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash\nfolder: aux\naudiences: [{id: prn, label: B}]\n",
    );
    let said = refused(&folder, &["check"]);
    assert_said(
        &said,
        &[
            ("reserved-name", "content/sections/20-con.md:1"),
            ("reserved-name", "content/editions/ash/edition.yml:2"),
            ("reserved-name", "content/editions/ash/edition.yml:3"),
        ],
    );
}

#[test]
fn markup_and_links_that_run_something_are_refused() {
    let folder = Folder::with_pack();
    folder.write(
        "content/sections/20-a.md",
        "---\ntitle: A\n---\n<script>alert(1)</script>\n\nA <b onclick=\"a()\">b</b>\n\n[a](javascript:a())\n\n[a](JaVaScRiPt:a())\n\n[a](data:text/html,a)\n\n[a](vbscript:a)\n\n[a](java&#x73;cript:a)\n\n<javascript:a>\n\n![a](javascript:a)\n\n[a](file:///etc/passwd)\n\n[a][b]\n\n[b]: javascript:a()\n",
    );
    folder.write(
        "content/sources.yml",
        "- {id: a, name: A, web: \"javascript:a()\"}\n",
    );
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash\nurl: \"javascript:a()\"\nexit_page: data:text/html,a\n",
    );
    let said = refused(&folder, &["check"]);
    let section = |line: u32| format!("content/sections/20-a.md:{line}");
    assert_said(
        &said,
        &[("raw-html", &section(4)), ("raw-html", &section(6))],
    );
    for line in [8, 10, 12, 14, 16, 18, 22, 24] {
        assert_said(&said, &[("unsafe-link", &section(line))]);
    }
    assert_said(
        &said,
        &[
            ("missing-file", &section(20)),
            ("wrong-form", "content/sources.yml:1"),
            ("wrong-form", "content/editions/ash/edition.yml:2"),
            ("wrong-form", "content/editions/ash/edition.yml:3"),
        ],
    );
}

/// The head of a PNG of so many pixels, with nothing behind it.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    let mut head = b"IHDR".to_vec();
    head.extend(width.to_be_bytes());
    head.extend(height.to_be_bytes());
    head.extend([8, 2, 0, 0, 0]);
    bytes.extend(&head[4..]);
    let mut crc = flate2::Crc::new();
    crc.update(&head);
    bytes.extend(crc.sum().to_be_bytes());
    bytes
}

#[test]
fn pictures_that_run_something_or_never_end_are_refused() {
    let folder = Folder::with_pack();
    let svg = |inner: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">{inner}</svg>"
        )
    };
    let mut entities = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\">".to_owned();
    for (last, next) in "abcdefgh".chars().zip("bcdefghi".chars()) {
        let _ = write!(
            entities,
            "<!ENTITY {next} \"{}\">",
            format!("&{last};").repeat(10)
        );
    }
    let entities = format!("{entities}]>{}", svg("<text>&i;</text>"));
    let outside_entity = format!(
        "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>{}",
        svg("<text>&a;</text>")
    );
    let mut uses = "<g id=\"a\"><path d=\"M0 0h9v9z\"/></g>".to_owned();
    for (last, next) in "abcdefgh".chars().zip("bcdefghi".chars()) {
        let _ = write!(
            uses,
            "<g id=\"{next}\">{}</g>",
            format!("<use xlink:href=\"#{last}\"/>").repeat(10)
        );
    }
    let webp = |side: u8| {
        [
            b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0".as_slice(),
            &[255, 255, side, 255, 255, side],
        ]
        .concat()
    };
    let jpeg =
        b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03\x01\x11\0\x02\x11\0\x03\x11\0\xff\xda"
            .to_vec();
    let pictures: Vec<(&str, Vec<u8>)> = vec![
        ("script.svg", svg("<script>a()</script><path d=\"M0 0h9v9z\"/>").into_bytes()),
        ("event.svg", svg("<path onclick=\"a()\" d=\"M0 0h9v9z\"/>").into_bytes()),
        ("image.svg", svg("<image href=\"https://a.example/a.png\"/>").into_bytes()),
        ("use.svg", svg("<use xlink:href=\"file:///etc/passwd#a\"/>").into_bytes()),
        ("style.svg", svg("<style>@import \"https://a.example/\"; </style><path d=\"M0 0h9v9z\"/>").into_bytes()),
        ("fill.svg", svg("<path fill=\"url(https://a.example/#a)\" d=\"M0 0h9v9z\"/>").into_bytes()),
        ("foreign.svg", svg("<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><iframe/></body></foreignObject>").into_bytes()),
        ("link.svg", svg("<a href=\"javascript:a()\"><path d=\"M0 0h9v9z\"/></a>").into_bytes()),
        ("set.svg", svg("<path d=\"M0 0h9v9z\"><set attributeName=\"href\" to=\"javascript:a()\"/></path>").into_bytes()),
        ("entities.svg", entities.into_bytes()),
        ("entity.svg", outside_entity.into_bytes()),
        ("uses.svg", svg(&uses).into_bytes()),
        ("giant.png", png(60_000, 60_000)),
        ("giant.jpg", jpeg),
        ("giant.webp", webp(255)),
        ("program.png", b"MZ\x90\0".to_vec()),
    ];
    let mut body = String::new();
    for (name, bytes) in &pictures {
        fs::create_dir_all(folder.path().join("content/assets")).expect("a folder");
        fs::write(folder.path().join("content/assets").join(name), bytes).expect("a file");
        let _ = writeln!(body, "![A room]({name})\n");
    }
    folder.write(
        "content/sections/20-a.md",
        &format!("---\ntitle: A\n---\n{body}"),
    );
    // On paper, and where there is none.
    for arguments in [["check"].as_slice(), &["build", "--only", "site"]] {
        let said = refused(&folder, arguments);
        for (name, _) in &pictures {
            let is_print_alone = matches!(*name, "uses.svg" | "giant.jpg");
            if !is_print_alone || arguments == ["check"] {
                assert_words(&said, &[("bad-picture", name)]);
            }
        }
    }
    assert!(!folder.has("output/ash"));
    // A logo is read in any case.
    for (name, bytes) in &pictures {
        fs::write(folder.path().join("content/editions/ash/logo.svg"), bytes).expect("a file");
        folder.write("content/sections/20-a.md", "---\ntitle: A\n---\nA.\n");
        folder.write(
            "content/editions/ash/edition.yml",
            "name: Ash\nbranding: {logo: {file: logo.svg, alt: Ash}}\n",
        );
        let said = refused(&folder, &["check", "--edition", "ash"]);
        assert!(
            has(&said, "bad-picture", "content/editions/ash/edition.yml:2"),
            "{name}: {said}"
        );
    }
}

#[test]
fn fonts_that_are_none_are_said() {
    let folder = Folder::with_pack();
    let sound = fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/themes/default/fonts/SourceSans3-Regular.ttf"
    ))
    .expect("a font");
    let mut damaged = sound.clone();
    for at in (4..2_000).step_by(3) {
        damaged[at] ^= 0xA5;
    }
    let fonts: [(&str, &[u8]); 4] = [
        ("empty.ttf", b""),
        ("words.ttf", b"not a font"),
        ("half.ttf", &sound[..600]),
        ("damaged.ttf", &damaged),
    ];
    fs::create_dir_all(folder.path().join("content/editions/ash/fonts")).expect("a folder");
    for (name, bytes) in fonts {
        fs::write(
            folder.path().join("content/editions/ash/fonts").join(name),
            bytes,
        )
        .expect("a file");
        folder.write(
            "content/editions/ash/edition.yml",
            &format!("name: Ash\nbranding:\n  fonts:\n    - {{regular: {name}}}\n"),
        );
        let said = refused(&folder, &["check", "--edition", "ash"]);
        assert_said(&said, &[("bad-font", "content/editions/ash/edition.yml:4")]);
    }
}

/// An archive of these parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(bytes).expect("a part");
    }
    zip.finish().expect("an archive").into_inner()
}

/// A workbook of one sheet, with these shared strings.
fn workbook(sheet: &[u8], strings: &[u8]) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("xl/workbook.xml", b"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
    ])
}

#[test]
fn workbooks_that_unpack_to_far_more_than_they_are_are_refused() {
    let folder = Folder::with_pack();
    let sheet = |cells: &str| {
        format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{cells}</sheetData></worksheet>"
        )
    };
    let blanks = vec![b' '; 200 * 1024 * 1024];
    let far: String = (1..3_000).fold(String::new(), |mut rows, row| {
        let _ = write!(
            rows,
            "<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>"
        );
        rows
    });
    let books = [
        workbook(&blanks, b"<sst/>"),
        workbook(sheet("").as_bytes(), &blanks),
        workbook(sheet(&far).as_bytes(), b"<sst/>"),
        workbook(
            sheet("<row r=\"4000000000\"><c r=\"A4000000000\"><v>1</v></c></row>").as_bytes(),
            b"<sst/>",
        ),
        workbook(
            sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99999999</v></c></row>").as_bytes(),
            b"<sst count=\"4000000000\" uniqueCount=\"4000000000\"/>",
        ),
        b"PK\x03\x04 no archive".to_vec(),
    ];
    for (number, book) in books.iter().enumerate() {
        assert!(book.len() < 2 * 1024 * 1024);
        fs::write(folder.path().join("content/editions.xlsx"), book).expect("a file");
        let said = refused(&folder, &["check"]);
        assert!(
            said.contains("csv-syntax") && said.contains("editions.xlsx"),
            "{number}: {said}"
        );
    }
}

#[test]
fn templates_that_go_round_for_ever_are_stopped() {
    let folder = Folder::with_pack();
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash\ntheme: own\n",
    );
    folder.write("content/editions/elm/edition.yml", "name: Elm\n");
    folder.write("themes/own/theme.yml", "extends: default\n");
    let loops = format!(
        "\n{}word{}",
        "{% for a in range(end=1000) %}".repeat(6),
        "{% endfor %}".repeat(6)
    );
    for (text, place) in [
        (loops.as_str(), "themes/own/templates/glossary.html:1"),
        (
            "\n{% for a in range(end=9999999) %}a{% endfor %}",
            "themes/own/templates/glossary.html:2",
        ),
        (
            "\n{% include \"glossary.html\" %}",
            "themes/own/templates/glossary.html:2",
        ),
        (
            "\n{% extends \"glossary.html\" %}",
            "themes/own/templates/glossary.html:2",
        ),
        (
            "\n{% component a() %}{{ <a /> }}{% endcomponent a %}{{ <a /> }}",
            "themes/own/templates/glossary.html:1",
        ),
    ] {
        folder.write("themes/own/templates/glossary.html", text);
        folder.write("content/glossary.yml", "- {id: a, term: A, meaning: B}\n");
        let said = refused(&folder, &["check", "--edition", "ash"]);
        assert_said(&said, &[("template", place)]);
    }
}
