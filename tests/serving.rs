//! Looking at a pack while it is written, as a browser does.

mod support;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use support::Folder;

/// The command at work; it ends with the test.
struct Served {
    process: Child,
    address: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What came back.
struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Served {
    fn start(folder: &Folder) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_noticeboard"))
            .args([
                "serve",
                "--address",
                "127.0.0.1:0",
                "--host",
                "preview.example",
            ])
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the command runs");
        let mut line = String::new();
        let said = process.stdout.take().expect("it says where");
        BufReader::new(said)
            .read_line(&mut line)
            .expect("it says where");
        let address = line
            .split("http://")
            .nth(1)
            .and_then(|rest| rest.split('/').next())
            .unwrap_or_else(|| panic!("an address in {line:?}"))
            .to_owned();
        Self { process, address }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &self.address)
    }

    fn ask(&self, method: &str, path: &str, host: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .expect("it can be asked");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        let end = answer
            .windows(4)
            .position(|window| window == b"\r\n\r\n")
            .expect("a head");
        let head = String::from_utf8_lossy(&answer[..end]).to_lowercase();
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok())
            .expect("a status");
        Answer {
            status,
            head,
            body: answer.split_off(end + 4),
        }
    }

    /// Waits until the files were read again.
    fn wait_for_change(&self, after: u64) -> u64 {
        let now = self.get(&format!("/_/changes?after={after}")).text();
        now.parse().unwrap_or_else(|_| panic!("a number: {now:?}"))
    }
}

#[test]
fn what_a_browser_asks_for_is_there() {
    let folder = Folder::with_pack();
    let served = Served::start(&folder);
    for (path, kind, words) in [
        ("/", "text/html", "Ash Board"),
        ("/ash/", "text/html", "/_/reload.js"),
        ("/ash/channels/email/", "text/html", "Use the work account."),
        ("/elm/posters/email.pdf", "application/pdf", "%PDF-1.7"),
        ("/elm/handbook.pdf", "application/pdf", "%PDF-1.7"),
        ("/_/", "text/html", "/_/poster/elm/posters/email.pdf"),
        (
            "/_/poster/elm/posters/email.pdf",
            "text/html",
            "Type of most words",
        ),
        ("/_/picture/elm/posters/email.pdf", "image/png", "PNG"),
        ("/_/reload.js", "text/javascript", "location.reload"),
        ("/_/problems/ash/", "application/json", "\"errors\":0"),
    ] {
        let answer = served.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        assert!(
            answer.head.contains(&format!("content-type: {kind}")),
            "{path}: {}",
            answer.head
        );
        assert!(answer.text().contains(words), "{path}");
    }
    let page = served.get("/ash/").text();
    let style = page
        .split('"')
        .find(|part| part.contains("assets/site."))
        .expect("a stylesheet");
    let style = served.get(&format!("/ash/{style}"));
    assert!(style.head.contains("text/css"), "{}", style.head);
    let moved = served.get("/ash/channels/email");
    assert!(
        moved.head.contains("location: /ash/channels/email/"),
        "{}",
        moved.head
    );
    // Nothing was written.
    assert!(!folder.has("output"));
}

#[test]
fn only_known_names_and_made_files_are_answered() {
    let folder = Folder::with_pack();
    let served = Served::start(&folder);
    let asked = |host: &str| served.ask("GET", "/ash/", host).status;
    assert_eq!(asked("evil.example"), 403);
    assert_eq!(asked("127.0.0.1.evil.example:80"), 403);
    assert_eq!(asked(""), 403);
    for known in [
        "localhost",
        "LOCALHOST:4000",
        "[::1]:4000",
        "preview.example:4000",
    ] {
        assert_eq!(asked(known), 200, "{known}");
    }
    for path in [
        "/../content/pack.yml",
        "/%2e%2e/content/pack.yml",
        "/ash/../../content/pack.yml",
        "/ash/%2e%2e%2f%2e%2e%2fcontent/pack.yml",
        "/content/pack.yml",
        "/etc/passwd",
        "//etc/passwd",
        "/ash/nothing.html",
        "/_/nothing",
        "/_/picture/ash/../../content/pack.yml",
    ] {
        assert_eq!(served.get(path).status, 404, "{path}");
    }
    assert_eq!(served.get("/%ff").status, 400);
    assert_eq!(served.ask("POST", "/ash/", "localhost").status, 405);
}

#[test]
fn a_save_shows_at_once_and_so_do_mistakes() {
    let folder = Folder::with_pack();
    let served = Served::start(&folder);
    assert!(
        served
            .get("/elm/channels/email/")
            .text()
            .contains("Use the work account.")
    );
    let email = folder.read("content/channels/email.md");
    let began = Instant::now();
    folder.write(
        "content/channels/email.md",
        &email.replace("Use the work", "Only use the work"),
    );
    let mut changes = served.wait_for_change(0);
    assert!(changes > 0);
    assert!(
        began.elapsed() < Duration::from_secs(20),
        "it waited for the end of the browser's patience"
    );
    assert!(
        served
            .get("/elm/channels/email/")
            .text()
            .contains("Only use the work account.")
    );

    // A mistake: the page stays as it was last, and what is wrong is said.
    folder.write("content/channels/email.md", "---\ntitle: [\n---\n");
    changes = served.wait_for_change(changes);
    let problems = served.get("/_/problems/elm/channels/email/").text();
    assert!(
        problems.contains("content/channels/email.md:"),
        "{problems}"
    );
    assert!(!problems.contains("\"errors\":0"), "{problems}");
    assert_eq!(served.get("/elm/").status, 200);

    // Mended, it is gone.
    folder.write("content/channels/email.md", &email);
    served.wait_for_change(changes);
    let problems = served.get("/_/problems/elm/").text();
    assert!(problems.contains("\"errors\":0"), "{problems}");
    assert!(
        served
            .get("/elm/channels/email/")
            .text()
            .contains("Use the work account.")
    );
}

#[test]
fn an_edition_that_cannot_be_made_any_more_is_shown_as_it_was_last() {
    let folder = Folder::with_pack();
    let served = Served::start(&folder);
    assert_eq!(served.get("/elm/").status, 200);
    folder.write("content/pack.yml", "title: [\n");
    served.wait_for_change(0);
    let page = served.get("/elm/channels/email/");
    assert_eq!(page.status, 200);
    assert!(page.text().contains("Use the work account."));
    let problems = served.get("/_/problems/elm/").text();
    assert!(problems.contains("content/pack.yml:"), "{problems}");
}

#[test]
fn posters_are_shown_as_they_are_now_and_else_as_they_were_last() {
    let folder = Folder::with_pack();
    let served = Served::start(&folder);
    let poster = "/elm/posters/email.pdf";
    assert!(served.get("/elm/").text().contains("Elm School"));
    let first = served.get(poster).body;
    // The same, whether it is made alone or with all others.
    assert!(
        served
            .get("/elm/posters/all.zip")
            .body
            .windows(first.len())
            .any(|part| part == first)
    );
    let email = folder.read("content/channels/email.md");
    folder.write(
        "content/channels/email.md",
        &email.replace("Use the work", "Only use the work"),
    );
    let mut changes = served.wait_for_change(0);
    let second = served.get(poster).body;
    assert!(first != second);
    // Too full: pages don't wait for posters, but what is wrong with one is said.
    let flood = "Use the work account, and no other one. ".repeat(60);
    folder.write(
        "content/channels/email.md",
        &email.replace("Use the work account.", flood.trim_end()),
    );
    changes = served.wait_for_change(changes);
    assert!(
        served
            .get("/elm/channels/email/")
            .text()
            .contains(flood.trim_end())
    );
    let problems = served.get("/_/problems/elm/").text();
    assert!(problems.contains("poster-overflow"), "{problems}");
    assert!(served.get(poster).body == second);
    assert_eq!(served.get("/elm/posters/nothing.pdf").status, 404);
    folder.write("content/channels/email.md", &email);
    served.wait_for_change(changes);
    assert!(served.get(poster).body == first);
    let problems = served.get("/_/problems/elm/").text();
    assert!(problems.contains("\"errors\":0"), "{problems}");
}

#[test]
fn a_change_of_what_the_pack_builds_on_is_noticed() {
    let folder = Folder::with_pack();
    std::fs::rename(
        folder.path().join("content"),
        folder.path().join("national"),
    )
    .expect("it can be moved");
    folder.write("content/pack.yml", "extends: ../national\n");
    folder.write(
        "content/editions/oak/edition.yml",
        "name: Oak\nurl: https://oak.example/\n",
    );
    let outcome = folder.run(&["update", "--take"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    let served = Served::start(&folder);
    let page = served.get("/oak/channels/email/").text();
    assert!(page.contains("Use the work account."));
    assert!(
        !served
            .get("/_/problems/oak/")
            .text()
            .contains("base-changed")
    );
    let email = folder.read("national/channels/email.md");
    folder.write(
        "national/channels/email.md",
        &email.replace("the work account", "no other account"),
    );
    served.wait_for_change(0);
    assert!(
        served
            .get("/_/problems/oak/")
            .text()
            .contains("base-changed")
    );
    let page = served.get("/oak/channels/email/").text();
    assert!(page.contains("Use the work account."));
}

/// Two national packs that say other things of email, and a local pack that takes over what the first one says.
fn on_another_pack() -> Folder {
    let folder = Folder::with_pack();
    let content = folder.files("content");
    for (path, bytes) in &content {
        let text = String::from_utf8(bytes.clone()).expect("text");
        folder.write(&format!("national/{path}"), &text);
        folder.write(
            &format!("regional/{path}"),
            &text.replace("the work account", "no other account"),
        );
    }
    std::fs::remove_dir_all(folder.path().join("content")).expect("it is there");
    folder.write("content/pack.yml", "extends: ../national\n");
    folder.write(
        "content/editions/oak/edition.yml",
        "name: Oak\nurl: https://oak.example/\n",
    );
    folder
}

/// Waits until something is shown, as long as a browser would.
fn until(what: &str, is_shown: impl Fn() -> bool) {
    let began = Instant::now();
    while !is_shown() {
        assert!(began.elapsed() < Duration::from_secs(20), "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn another_pack_to_build_on_is_followed_from_then_on() {
    let folder = on_another_pack();
    let served = Served::start(&folder);
    let email = || served.get("/oak/channels/email/").text();
    let problems = || served.get("/_/problems/oak/").text();
    assert!(email().contains("Use the work account."));
    folder.write("content/pack.yml", "extends: ../regional\n");
    until("the other pack", || {
        email().contains("Use no other account.")
    });

    // What it builds on now is watched.
    let text = folder.read("regional/channels/email.md");
    folder.write(
        "regional/channels/email.md",
        &text.replace("no other account", "this account"),
    );
    until("a change in it", || email().contains("Use this account."));
    // A mistake in it is said, and mended where it is.
    folder.write("regional/pack.yml", "title: [\n");
    until("a mistake", || problems().contains("regional/pack.yml:"));
    folder.write("regional/pack.yml", &folder.read("national/pack.yml"));
    until("no mistake", || !problems().contains("regional/pack.yml:"));
}

#[test]
fn a_pack_to_build_on_that_goes_and_comes_back_is_noticed() {
    let folder = on_another_pack();
    let outcome = folder.run(&["update", "--take"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    let served = Served::start(&folder);
    let has_changed = || {
        served
            .get("/_/problems/oak/")
            .text()
            .contains("base-changed")
    };
    assert!(!has_changed());
    let aside = |from: &str, to: &str| {
        std::fs::rename(folder.path().join(from), folder.path().join(to)).expect("it can be moved");
    };
    aside("national", "elsewhere");
    served.wait_for_change(0);
    assert!(!has_changed());
    // In its place, another one.
    aside("regional", "national");
    until("another in its place", has_changed);
    // And without a moment between.
    aside("national", "regional");
    aside("elsewhere", "national");
    until("the first again", || !has_changed());
}
