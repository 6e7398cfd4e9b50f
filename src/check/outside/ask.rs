//! Asking for addresses, as a guest would: few at once, never two of one host, with a pause between; again after a while if
//! a server is busy; and never for longer than is decent.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use jiff::fmt::rfc2822;
use ureq::Agent;
use ureq::config::Config;
use ureq::http::Response;
use ureq::unversioned::transport::DefaultConnector;
use url::{Host, Url};

use super::public::{Lookup, PRIVATE, is_public};
use super::{Answer, Reach};

/// How to behave towards servers.
#[derive(Debug, Clone)]
pub(super) struct Manners {
    /// How many hosts are asked at once.
    pub(super) hosts: usize,
    /// The pause between two questions to one host.
    pub(super) pause: Duration,
    /// How long to wait before each further try, when a server is busy or doesn't answer.
    pub(super) waits: Vec<Duration>,
    /// The longest that a server may ask to be left alone (`Retry-After`) for the check to wait.
    pub(super) longest_wait: Duration,
    /// How long one question may take.
    pub(super) limit: Duration,
}

impl Default for Manners {
    fn default() -> Self {
        Self {
            hosts: 6,
            pause: Duration::from_millis(500),
            waits: vec![Duration::from_secs(2), Duration::from_secs(8)],
            longest_wait: Duration::from_secs(30),
            limit: Duration::from_secs(20),
        }
    }
}

/// How often an address may lead on to another.
const REDIRECTS: usize = 8;

/// Asks servers for addresses.
pub(super) struct Asker {
    agent: Agent,
    reach: Reach,
    manners: Manners,
}

/// What one question brought.
enum Told {
    Answer(Answer),
    /// It leads on, for good or for now.
    On(String, bool),
    /// Later, perhaps; after a time, if the server said one.
    Later(Answer, Option<Duration>),
}

impl Asker {
    pub(super) fn new(reach: Reach, manners: Manners) -> Self {
        let config = Config::builder()
            .user_agent(concat!(
                "noticeboard/",
                env!("CARGO_PKG_VERSION"),
                " (looks whether links still lead somewhere)"
            ))
            .timeout_global(Some(manners.limit))
            .http_status_as_error(false)
            // Each step is looked at here.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build();
        Self {
            agent: Agent::with_parts(config, DefaultConnector::default(), Lookup::new(reach)),
            reach,
            manners,
        }
    }

    /// The answers for these addresses, in their order.
    pub(super) fn ask_all<'a>(&self, addresses: &[&'a str]) -> Vec<(&'a str, Answer)> {
        let mut hosts: BTreeMap<String, Vec<&'a str>> = BTreeMap::new();
        for address in addresses {
            let host = Url::parse(address)
                .ok()
                .and_then(|url| Some(url.host_str()?.to_owned()));
            hosts
                .entry(host.unwrap_or_default())
                .or_default()
                .push(address);
        }
        let waiting = Mutex::new(hosts.into_values());
        let next = || waiting.lock().ok().and_then(|mut hosts| hosts.next());
        let mut answers: Vec<(&str, Answer)> = thread::scope(|scope| {
            let asking: Vec<_> = (0..self.manners.hosts)
                .map(|_| {
                    scope.spawn(|| {
                        let mut answers = Vec::new();
                        while let Some(addresses) = next() {
                            answers.extend(self.ask_host(&addresses));
                        }
                        answers
                    })
                })
                .collect();
            asking
                .into_iter()
                .flat_map(|asking| asking.join().unwrap_or_default())
                .collect()
        });
        answers.sort_unstable_by_key(|(address, _)| *address);
        answers
    }

    /// The answers of one host, one after the other. If nobody is there, nobody is asked for the rest.
    fn ask_host<'a>(&self, addresses: &[&'a str]) -> Vec<(&'a str, Answer)> {
        let mut answers: Vec<(&str, Answer)> = Vec::with_capacity(addresses.len());
        for address in addresses {
            let answer = match answers.last() {
                Some((_, silence)) if silence.is_silence() => silence.clone(),
                last => {
                    if last.is_some() {
                        thread::sleep(self.manners.pause);
                    }
                    self.ask(address)
                }
            };
            answers.push((*address, answer));
        }
        answers
    }

    /// The answer for an address, after all that it leads on to.
    fn ask(&self, address: &str) -> Answer {
        let mut here = address.to_owned();
        let mut is_for_good = true;
        for _ in 0..=REDIRECTS {
            match self.ask_patiently(&here) {
                Told::Answer(Answer::There) if here != address && is_for_good => {
                    return Answer::Moved(here);
                }
                Told::Answer(answer) | Told::Later(answer, _)
                    if answer.is_silence() && here != address =>
                {
                    return Answer::Unsure(format!("it leads on to {here}, where nobody answers"));
                }
                Told::Answer(answer) | Told::Later(answer, _) => return answer,
                Told::On(to, for_good) => {
                    is_for_good &= for_good;
                    here = to;
                }
            }
        }
        Answer::Unsure("it leads on and on".to_owned())
    }

    /// Asks again after a while, if that may help.
    fn ask_patiently(&self, address: &str) -> Told {
        let mut told = self.ask_once(address);
        for wait in &self.manners.waits {
            let Told::Later(answer, asked_for) = told else {
                return told;
            };
            let wait = asked_for.unwrap_or(*wait);
            if wait > self.manners.longest_wait {
                return Told::Answer(answer);
            }
            thread::sleep(wait);
            told = self.ask_once(address);
        }
        told
    }

    /// Asks for the head alone; for the whole, which is not read, where a server doesn't like that.
    fn ask_once(&self, address: &str) -> Told {
        let Ok(url) = Url::parse(address) else {
            return Told::Answer(Answer::Unsure("it is no address".to_owned()));
        };
        if self.reach == Reach::Public && is_own_network(&url) {
            return Told::Answer(Answer::Private);
        }
        match self.agent.head(address).call() {
            Ok(response) if is_told_by_head(&response) => told(&url, &response),
            Err(error) if is_private(&error) => Told::Answer(Answer::Private),
            Err(error) if is_unknown_host(&error) => silent(&error),
            _ => match self.agent.get(address).call() {
                Ok(response) => told(&url, &response),
                Err(error) => silent(&error),
            },
        }
    }
}

/// Whether the head alone says it all. Who is busy, and says so, isn't to be asked once more at once.
fn is_told_by_head<B>(response: &Response<B>) -> bool {
    let status = response.status();
    let is_busy = status.as_u16() == 429 || response.headers().contains_key("retry-after");
    status.is_success() || status.is_redirection() || is_busy
}

/// How long a server asks to be left alone: in seconds, or until a time of its own clock (RFC 9110 §10.2.3).
fn asked_for<B>(response: &Response<B>) -> Option<Duration> {
    let header = |name: &str| response.headers().get(name)?.to_str().ok();
    let wanted = header("retry-after")?.trim();
    if let Ok(seconds) = wanted.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let time = |text: &str| rfc2822::parse(text).ok();
    let (until, now) = (time(wanted)?, time(header("date")?)?);
    // A time that is over asks for nothing.
    Some(until.duration_since(&now).try_into().unwrap_or_default())
}

/// What a response means for an address.
fn told<B>(url: &Url, response: &Response<B>) -> Told {
    let header = |name: &str| response.headers().get(name)?.to_str().ok();
    let status = response.status().as_u16();
    match status {
        301 | 302 | 303 | 307 | 308 => {
            let Some(mut to) = header("location").and_then(|to| url.join(to).ok()) else {
                return Told::Answer(Answer::Unsure("it leads on to nowhere".to_owned()));
            };
            to.set_fragment(None);
            if matches!(to.scheme(), "http" | "https") {
                Told::On(to.into(), matches!(status, 301 | 308))
            } else {
                Told::Answer(Answer::Unsure(format!("it leads on to {to}")))
            }
        }
        429 | 500.. => Told::Later(Answer::of_status(status), asked_for(response)),
        _ => Told::Answer(Answer::of_status(status)),
    }
}

/// An address that is written as that of a network of its own. (Names are looked up later.)
fn is_own_network(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => !is_public(address.into()),
        Some(Host::Ipv6(address)) => !is_public(address.into()),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            name == "localhost" || name.ends_with(".localhost")
        }
        None => true,
    }
}

fn is_private(error: &ureq::Error) -> bool {
    matches!(error, ureq::Error::Io(error) if error.to_string() == PRIVATE)
}

/// Whether the look-up of the name failed.
fn is_unknown_host(error: &ureq::Error) -> bool {
    match error {
        ureq::Error::HostNotFound => true,
        ureq::Error::Io(error) => error.to_string().contains("lookup"),
        _ => false,
    }
}

/// What an error of the connection means.
fn silent(error: &ureq::Error) -> Told {
    if is_private(error) {
        return Told::Answer(Answer::Private);
    }
    if is_unknown_host(error) {
        return Told::Later(Answer::Nameless, None);
    }
    let unsafe_way = |error: &dyn std::fmt::Display| {
        // Somebody answered; a browser would warn.
        Told::Answer(Answer::Unsure(format!("no safe connection ({error})")))
    };
    let reason = match error {
        ureq::Error::Timeout(_) => "the server takes too long".to_owned(),
        ureq::Error::Rustls(error) => return unsafe_way(error),
        // A greeting that goes wrong comes as what couldn't be read.
        ureq::Error::Io(error) if error.kind() == ErrorKind::InvalidData => {
            return unsafe_way(error);
        }
        error => format!("no connection ({error})"),
    };
    Told::Later(Answer::Silent(reason), None)
}
