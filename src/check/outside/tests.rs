//! Asking, tried on a server of this machine: no test leaves it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::ask::{Asker, Manners};
use super::{Answer, Reach};

/// A question that the server was asked.
#[derive(Debug, Clone)]
struct Question {
    line: String,
    guest: String,
    at: Instant,
}

/// A server whose pages are told by their names.
struct Server {
    home: String,
    asked: Arc<Mutex<Vec<Question>>>,
}

impl Server {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let home = format!("http://{}", listener.local_addr().expect("an address"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let notes = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                answer(&stream, &notes);
            }
        });
        Self { home, asked }
    }

    fn address(&self, page: &str) -> String {
        format!("{}/{page}", self.home)
    }

    fn asked(&self) -> Vec<Question> {
        self.asked.lock().expect("no test failed here").clone()
    }

    /// The questions of one page: `HEAD`, `GET`.
    fn methods(&self, page: &str) -> Vec<String> {
        let asked = self.asked().into_iter();
        let lines = asked.filter_map(|question| {
            let (method, path) = question.line.split_once(' ')?;
            path.starts_with(&format!("/{page} "))
                .then(|| method.to_owned())
        });
        lines.collect()
    }
}

fn answer(mut stream: &TcpStream, notes: &Mutex<Vec<Question>>) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let Some(line) = lines.next() else { return };
    let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
    let guest = head.iter().find_map(|line| {
        line.to_ascii_lowercase()
            .strip_prefix("user-agent: ")
            .map(str::to_owned)
    });
    let page = line.split(' ').nth(1).unwrap_or_default().to_owned();
    let is_head = line.starts_with("HEAD");
    let mut asked = notes.lock().expect("no test failed here");
    let times = asked
        .iter()
        .filter(|question| question.line == line)
        .count();
    asked.push(Question {
        line,
        guest: guest.unwrap_or_default(),
        at: Instant::now(),
    });
    drop(asked);
    let status = match &*page {
        "/gone" => "404 Not Found",
        "/no-heads" if is_head => "405 Method Not Allowed",
        "/refuses" => "403 Forbidden",
        "/busy-once" if times == 0 => "503 Service Unavailable\r\nRetry-After: 0",
        "/busy-for-hours" => "503 Service Unavailable\r\nRetry-After: 7200",
        "/limited" if times == 0 => "429 Too Many Requests\r\nRetry-After: 1",
        "/limited-until" if times == 0 => {
            "429 Too Many Requests\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nRetry-After: Sun, 06 Nov 1994 08:49:38 GMT"
        }
        "/slow" => {
            thread::sleep(manners().limit * 2);
            "200 OK"
        }
        "/moved" => "301 Moved Permanently\r\nLocation: /here",
        "/moved-to-gone" => "301 Moved Permanently\r\nLocation: /gone",
        "/elsewhere-today" => "302 Found\r\nLocation: /here",
        "/round" => "302 Found\r\nLocation: /round",
        "/to-a-file" => "302 Found\r\nLocation: file:///etc/hostname",
        _ => "200 OK",
    };
    let _ = write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    );
}

fn manners() -> Manners {
    Manners {
        pause: Duration::from_millis(30),
        waits: vec![Duration::from_millis(10)],
        limit: Duration::from_millis(700),
        ..Manners::default()
    }
}

fn ask(server: &Server, page: &str) -> Answer {
    let address = server.address(page);
    let mut answers = Asker::new(Reach::Intranet, manners()).ask_all(&[&address]);
    answers.pop().expect("an answer").1
}

#[test]
fn what_is_there_is_asked_for_once_by_its_head() {
    let server = Server::new();
    assert_eq!(ask(&server, "here"), Answer::There);
    assert_eq!(server.methods("here"), ["HEAD"]);
    assert!(server.asked()[0].guest.starts_with("noticeboard/"));
}

#[test]
fn a_server_that_likes_no_heads_is_asked_for_the_whole() {
    let server = Server::new();
    assert_eq!(ask(&server, "no-heads"), Answer::There);
    assert_eq!(server.methods("no-heads"), ["HEAD", "GET"]);
}

#[test]
fn what_is_gone_and_what_refuses_are_told_apart() {
    let server = Server::new();
    assert!(matches!(ask(&server, "gone"), Answer::Gone(_)));
    assert!(matches!(ask(&server, "refuses"), Answer::Unsure(_)));
    // Someone who is busy for hours isn't waited for.
    assert!(matches!(ask(&server, "busy-for-hours"), Answer::Unsure(_)));
}

#[test]
fn a_busy_server_is_asked_again() {
    let server = Server::new();
    assert_eq!(ask(&server, "busy-once"), Answer::There);
}

#[test]
fn who_asks_to_be_left_alone_is_left_alone_and_then_asked_by_the_head_alone() {
    let server = Server::new();
    for page in ["limited", "limited-until"] {
        assert_eq!(ask(&server, page), Answer::There);
        assert_eq!(server.methods(page), ["HEAD", "HEAD"], "{page}");
        let asked: Vec<Question> = server
            .asked()
            .into_iter()
            .filter(|question| question.line.contains(&format!("/{page} ")))
            .collect();
        let waited = asked[1].at - asked[0].at;
        assert!(waited >= Duration::from_secs(1), "{page}: {waited:?}");
    }
}

#[test]
fn who_takes_too_long_is_not_waited_for() {
    let server = Server::new();
    let answer = ask(&server, "slow");
    assert!(answer.is_silence(), "{answer:?}");
    assert!(
        format!("{answer:?}").contains("takes too long"),
        "{answer:?}"
    );
}

#[test]
fn a_connection_that_is_not_safe_is_told_from_silence() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("https://{}/", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
            let _ = std::io::copy(&mut stream, &mut std::io::sink());
        }
    });
    let answers = Asker::new(Reach::Intranet, manners()).ask_all(&[&address]);
    let Answer::Unsure(reason) = &answers[0].1 else {
        panic!("{answers:?}");
    };
    assert!(reason.starts_with("no safe connection"), "{reason}");
}

#[test]
fn what_leads_on_is_followed_and_what_moved_for_good_is_said() {
    let server = Server::new();
    assert_eq!(ask(&server, "moved"), Answer::Moved(server.address("here")));
    assert_eq!(ask(&server, "elsewhere-today"), Answer::There);
    assert!(matches!(ask(&server, "moved-to-gone"), Answer::Gone(_)));
    assert!(matches!(ask(&server, "round"), Answer::Unsure(_)));
    assert!(matches!(ask(&server, "to-a-file"), Answer::Unsure(_)));
}

#[test]
fn one_host_is_asked_for_one_thing_after_the_other() {
    let server = Server::new();
    let pages: Vec<String> = ["a", "b", "c"].map(|page| server.address(page)).into();
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    let answers = Asker::new(Reach::Intranet, manners()).ask_all(&pages);
    assert!(answers.iter().all(|(_, answer)| *answer == Answer::There));
    let asked = server.asked();
    assert_eq!(asked.len(), 3);
    for pair in asked.windows(2) {
        assert!(pair[1].at - pair[0].at >= manners().pause);
    }
}

#[test]
fn a_network_of_its_own_is_not_asked_unless_that_is_wanted() {
    let server = Server::new();
    let port = server.home.rsplit(':').next().expect("a port");
    // As a number, as a name that means it, and as an address of version 6 that holds it.
    for host in ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]"] {
        let address = format!("http://{host}:{port}/here");
        let answers = Asker::new(Reach::Public, manners()).ask_all(&[&address]);
        assert_eq!(answers[0].1, Answer::Private, "{host}");
    }
    assert!(server.asked().is_empty());
}

#[test]
fn a_closed_door_is_silence() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}/", listener.local_addr().expect("an address"));
    drop(listener);
    let answers = Asker::new(Reach::Intranet, manners()).ask_all(&[&address]);
    assert!(answers[0].1.is_silence());
}
