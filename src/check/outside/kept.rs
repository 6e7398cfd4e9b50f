//! What was found out lately: what is there stays so for a day, so that checking again doesn't ask everybody again.
//!
//! It is kept in the content folder, in `.noticeboard/outside-links`, a line for each address: when, what, where to. What wasn't well is asked
//! for again each time, because whoever mends a link wants to know.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::Answer;

/// How long an answer holds, in seconds.
const LASTS: u64 = 24 * 60 * 60;

/// The answers of the last day.
#[derive(Debug)]
pub(super) struct Kept {
    folder: PathBuf,
    now: u64,
    answers: BTreeMap<String, (u64, Answer)>,
}

impl Kept {
    /// Those of a content folder. What can't be read is as good as nothing.
    pub(super) fn read(content: &Path) -> Self {
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_secs());
        let folder = content.join(".noticeboard");
        let text = fs::read_to_string(folder.join("outside-links")).unwrap_or_default();
        Self {
            folder,
            now,
            answers: text.lines().filter_map(|line| read(line, now)).collect(),
        }
    }

    /// What an address answered within the last day.
    pub(super) fn answer(&self, address: &str) -> Option<Answer> {
        self.answers.get(address).map(|(_, answer)| answer.clone())
    }

    /// Keeps an answer, if it is one to keep.
    pub(super) fn note(&mut self, address: &str, answer: &Answer) {
        if matches!(answer, Answer::There | Answer::Moved(_)) {
            self.answers
                .insert(address.to_owned(), (self.now, answer.clone()));
        }
    }

    /// Writes them. If that fails, the next check asks again, and nothing is lost.
    pub(super) fn write(&self) {
        let mut text = String::new();
        for (address, (when, answer)) in &self.answers {
            let to = match answer {
                Answer::Moved(to) => to,
                _ => "",
            };
            // Writing to a string cannot fail. Addresses have neither spaces nor breaks.
            let _ = writeln!(text, "{when} {address} {to}");
        }
        if fs::create_dir_all(&self.folder).is_ok() {
            // It is nobody's business but this machine's.
            let _ = fs::write(self.folder.join(".gitignore"), "*\n");
            let _ = fs::write(self.folder.join("outside-links"), text);
        }
    }
}

fn read(line: &str, now: u64) -> Option<(String, (u64, Answer))> {
    let mut parts = line.split(' ');
    let when: u64 = parts.next()?.parse().ok()?;
    let address = parts.next()?;
    let answer = match parts.next()? {
        "" => Answer::There,
        to => Answer::Moved(to.to_owned()),
    };
    // A clock that was put back must not make an answer last for ever.
    (when <= now && now - when < LASTS).then(|| (address.to_owned(), (when, answer)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Folder;

    #[test]
    fn what_was_well_is_kept_for_a_day_and_nothing_else() {
        let folder = Folder::new();
        let mut kept = Kept::read(folder.path());
        kept.note("https://a.example/", &Answer::There);
        kept.note(
            "https://b.example/",
            &Answer::Moved("https://c.example/".to_owned()),
        );
        kept.note("https://d.example/", &Answer::Gone("404".to_owned()));
        kept.write();
        let again = Kept::read(folder.path());
        assert_eq!(again.answer("https://a.example/"), Some(Answer::There));
        assert_eq!(
            again.answer("https://b.example/"),
            Some(Answer::Moved("https://c.example/".to_owned()))
        );
        assert_eq!(again.answer("https://d.example/"), None);
    }

    #[test]
    fn old_lines_and_broken_ones_are_nothing() {
        let now = 10 * LASTS;
        assert!(read(&format!("{} https://a.example/ ", now - 5), now).is_some());
        for line in [
            format!("{} https://a.example/ ", now - LASTS),
            format!("{} https://a.example/ ", now + 1),
            "soon https://a.example/ ".to_owned(),
            String::new(),
        ] {
            assert!(read(&line, now).is_none(), "{line}");
        }
    }
}
