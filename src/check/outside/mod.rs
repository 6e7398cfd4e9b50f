//! Links to other websites: whether what they lead to is still there. Only `check --external` asks.
//!
//! Comes in: the pages of each edition as they came out. [`find`] takes from them which addresses they lead to, with the lines that wrote
//! them. Each address is asked once for all editions, politely ([`ask`]): a few hosts at a time, one address of a host after the other.
//! What was well stays so for a day ([`kept`]). Goes out: a diagnostic for each address that is gone, has moved, or didn't say.

mod answer;
mod ask;
mod find;
mod kept;
mod public;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use answer::Answer;
use ask::{Asker, Manners};
use kept::Kept;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};

pub use find::{OutsideLink, outside_links};

/// Where a check of links may reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Servers of the public internet alone. A pack that came from somebody else must not make this machine knock at doors that
    /// only this network can see.
    Public,
    /// Servers of one's own network, too.
    Intranet,
}

/// Who has a link, and where it is written.
#[derive(Debug, Default)]
struct Holders<'a> {
    editions: BTreeSet<&'a str>,
    places: BTreeSet<Span>,
}

/// Asks for every link to the web that these editions have, by their ids. `content` is the folder that keeps what was found.
pub fn outside<'a>(
    links: impl IntoIterator<Item = (&'a str, &'a OutsideLink)>,
    reach: Reach,
    content: &Path,
    problems: &mut Diagnostics,
) {
    let mut held: BTreeMap<&str, Holders<'_>> = BTreeMap::new();
    for (edition, link) in links {
        let holders = held.entry(&link.address).or_default();
        holders.editions.insert(edition);
        holders.places.extend(&link.places);
    }
    let mut kept = Kept::read(content);
    let mut answers: BTreeMap<&str, Answer> = BTreeMap::new();
    let mut unasked = Vec::new();
    for address in held.keys().copied() {
        match kept.answer(address) {
            Some(answer) => _ = answers.insert(address, answer),
            None => unasked.push(address),
        }
    }
    let asked = Asker::new(reach, Manners::default()).ask_all(&unasked);
    let is_cut_off = asked.len() > 1 && asked.iter().all(|(_, answer)| answer.is_silence());
    if is_cut_off {
        problems.push(
            Diagnostic::new(
                Code::UnsureLink,
                format!(
                    "none of {} addresses on the web can be reached",
                    asked.len()
                ),
            )
            .help("is this machine connected to the internet?"),
        );
        return;
    }
    for (address, answer) in asked {
        kept.note(address, &answer);
        answers.insert(address, answer);
    }
    kept.write();
    for (address, answer) in &answers {
        if let Some(diagnostic) = said(address, answer) {
            problems.push(held[address].add_to(diagnostic));
        }
    }
}

/// What is to be said of an answer.
fn said(address: &str, answer: &Answer) -> Option<Diagnostic> {
    let allow = "if you know that it is right, say so in pack.yml or edition.yml: links: { allow: [{ address: …, reason: … }] }";
    let gone = |reason: &str| {
        Diagnostic::new(Code::DeadLink, format!("`{address}` is gone: {reason}"))
            .help("find where it went, or take the link out")
            .help(allow)
    };
    let diagnostic = match answer {
        Answer::There => return None,
        Answer::Moved(to) => {
            Diagnostic::new(Code::MovedLink, format!("`{address}` has moved for good"))
                .help(format!("it is now {to}"))
        }
        Answer::Gone(reason) => gone(reason),
        Answer::Nameless => gone("no server has this name"),
        Answer::Silent(reason) | Answer::Unsure(reason) => Diagnostic::new(
            Code::UnsureLink,
            format!("whether `{address}` is there is not known: {reason}"),
        )
        .help("open it in a browser")
        .help(allow),
        Answer::Private => Diagnostic::new(
            Code::UnsureLink,
            format!("`{address}` belongs to a network of its own and was not asked for"),
        )
        .help("for packs that you trust: noticeboard check --external --intranet"),
    };
    Some(diagnostic)
}

impl Holders<'_> {
    /// The problem, at every line that wrote the link and in every edition that has it.
    fn add_to(&self, mut diagnostic: Diagnostic) -> Diagnostic {
        for (number, &at) in self.places.iter().enumerate() {
            diagnostic = diagnostic.at(
                at,
                if number == 0 {
                    "written here"
                } else {
                    "and here"
                },
            );
        }
        for edition in &self.editions {
            diagnostic = diagnostic.in_edition(edition);
        }
        diagnostic
    }
}
