//! `check --external`: links to other websites, on a server of this machine.

mod support;

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use support::Folder;

/// A server that has `/here` and nothing else; it counts what it is asked.
fn server() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let home = format!("http://{}", listener.local_addr().expect("an address"));
    let count = Arc::new(AtomicUsize::new(0));
    let asked = Arc::clone(&count);
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
            let line = lines.next().unwrap_or_default();
            lines.take_while(|line| !line.is_empty()).for_each(drop);
            asked.fetch_add(1, Ordering::SeqCst);
            let status = if line.contains("/here ") {
                "200 OK"
            } else {
                "404 Not Found"
            };
            let _ = write!(
                stream,
                "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            );
        }
    });
    (home, count)
}

/// A pack with two links to the server, one of them dead. `allowed` are addresses that it vouches for.
fn pack(home: &str, allowed: &[String]) -> Folder {
    let folder = Folder::with_pack();
    folder.write(
        "content/sections/10-law.md",
        &format!("---\ntitle: The law\n---\n## Duties\n\nRead [this]({home}/here#part) and [that]({home}/gone).\n"),
    );
    // No test leaves this machine: what the theme itself links to is vouched for, and nothing else leads to the web.
    let theme = "https://www.equalityadvisoryservice.com/".to_owned();
    let mut text = folder.read("content/pack.yml") + "exit_page: false\nlinks:\n  allow:\n";
    for address in [theme].iter().chain(allowed) {
        let reason = "It is known to be there.";
        writeln!(text, "    - {{address: \"{address}\", reason: {reason}}}").expect("a string");
    }
    folder.write("content/pack.yml", &text);
    folder
}

#[test]
fn a_dead_link_is_said_once_at_its_line_and_what_is_there_is_kept() {
    let (home, count) = server();
    let folder = pack(&home, &[]);
    let check = || folder.run(&["check", "--external", "--intranet"]);
    let first = check();
    assert_eq!(first.code, Some(1), "{}", first.err);
    assert_eq!(
        first.err.matches("error[dead-link]").count(),
        1,
        "{}",
        first.err
    );
    assert!(first.err.contains("10-law.md:6:"), "{}", first.err);
    // Both editions have it, so it belongs to the pack.
    assert!(!first.err.contains("in the edition"), "{}", first.err);
    let asked = count.load(Ordering::SeqCst);
    check();
    // What was well is known for a day; what was not is asked for again, by its head and as a whole.
    assert_eq!(count.load(Ordering::SeqCst), asked + 2);
    assert!(folder.has("content/.noticeboard/outside-links"));
    // The pack is as it was.
    assert_eq!(folder.run(&["check"]).code, Some(0));
}

#[test]
fn an_edition_may_vouch_for_an_address() {
    let (home, _) = server();
    let folder = pack(&home, &[format!("{home}/gone")]);
    let outcome = folder.run(&["check", "--external", "--intranet"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
}

#[test]
fn nothing_is_asked_unless_it_is_wanted_and_never_of_ones_own_network() {
    let (home, count) = server();
    let folder = pack(&home, &[]);
    assert_eq!(folder.run(&["check"]).code, Some(0));
    let outcome = folder.run(&["check", "--external"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert_eq!(
        outcome.err.matches("warning[unsure-link]").count(),
        2,
        "{}",
        outcome.err
    );
    assert!(outcome.err.contains("--intranet"));
    assert_eq!(count.load(Ordering::SeqCst), 0);
}
