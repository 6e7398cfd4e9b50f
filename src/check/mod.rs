//! What can be wrong with an edition that is well formed: one rule a file, each with its code, its gravity and its tests.
//!
//! Comes in: a resolved [`Edition`] and the theme it is set in, and at the end the pages as they came out ([`rendered`](rendered())).
//! Goes out: diagnostics. The flow of `check` and `build` is the same; `check` only stops before publishing.

mod accessibility_details;
mod amendments;
mod brand_contrast;
mod contact_hours;
mod contradiction;
mod duplicate_statement;
mod emergency_contact;
mod icon;
mod ink_contrast;
mod link_form;
mod links;
mod made_up;
mod needless_override;
mod outside;
mod page;
mod pages_stay;
mod place_on_page;
mod prose;
mod rendered;
mod reserved_name;
mod review_date;
mod sample_data;
mod settings;
mod shown_picture;
mod small_picture;
mod spot_colour;
mod translations;
mod version_raised;

pub use outside::{OutsideLink, Reach, outside, outside_links};
pub use rendered::rendered;
pub(crate) use settings::Settings;
pub(crate) use translations::unknown_languages;

use std::path::Path;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostics, Located};
use crate::edition::Edition;
use crate::pack::Pack;
use crate::source::Sources;
use crate::theme::Theme;
use prose::Words;

/// Checks what editions share, once for them all: the texts of the pack in the folder `content`, and its version. Of the editions
/// that are chosen is told whether they are all there are.
pub(crate) fn shared(
    content: &Path,
    pack: &Pack,
    (editions, are_all): (&[&Edition], bool),
    sources: &Sources,
    problems: &mut Diagnostics,
) {
    // What can't be read may be what uses a thing.
    let is_whole = are_all && problems.errors() == 0;
    prose::texts(editions, sources, is_whole, problems);
    version_raised::check(content, pack, problems);
}

/// Sets up what checks look things up in. They do so by themselves; but it can be done beside something else.
pub fn set_up() {
    prose::set_up();
}

/// Checks an edition by every rule that looks at one alone; [`shared`] looks at what editions share. `complete` are the languages
/// in which nothing may be left untranslated, and reviews are due by `today`.
pub fn edition(
    edition: &Edition,
    theme: &Theme,
    complete: &[String],
    today: Date,
    problems: &mut Diagnostics,
) {
    accessibility_details::check(edition, problems);
    amendments::check(edition, problems);
    brand_contrast::check(edition, problems);
    contact_hours::check(edition, problems);
    contradiction::check(edition, problems);
    duplicate_statement::check(edition, problems);
    emergency_contact::check(edition, problems);
    icon::check(edition, theme, problems);
    ink_contrast::check(edition, problems);
    link_form::check(edition, problems);
    needless_override::check(edition, problems);
    pages_stay::check(edition, problems);
    place_on_page::check(edition, problems);
    reserved_name::check(edition, problems);
    review_date::check(edition, today, problems);
    sample_data::check(edition, problems);
    shown_picture::check(edition, problems);
    small_picture::check(edition, problems);
    spot_colour::check(edition, problems);
    translations::check(edition, complete, problems);
}

/// The status of a document that says of itself that it is in force: approved, published. A draft may lack what this may not.
fn in_force(edition: &Edition) -> Option<&Located<String>> {
    let status = edition.document.status.as_ref()?;
    let words = status.value.trim().to_lowercase();
    let known = |language: &str| Words::of(language).in_force.contains(words.as_str());
    (known(&edition.language) || known("en")).then_some(status)
}

/// The words of a text, for telling whether another says the same: in small letters, without marks.
fn same_words(text: &str) -> String {
    let mut same = String::with_capacity(text.len());
    for word in text
        .split(|c: char| !(c.is_alphanumeric() || c == '’' || c == '\''))
        .filter(|word| !word.is_empty())
    {
        if !same.is_empty() {
            same.push(' ');
        }
        let straight = |c| if c == '\'' { '’' } else { c };
        same.extend(word.chars().map(straight).flat_map(char::to_lowercase));
    }
    same
}

/// Editions to try rules on.
#[cfg(test)]
mod trial {
    use super::Diagnostics;
    use crate::diagnostic::Code;
    use crate::edition::{Edition, editions};
    use crate::source::Sources;

    /// A pack of one channel and one edition, with these lines in `edition.yml`.
    pub(super) fn edition(settings: &str) -> (Edition, Diagnostics) {
        let folder = crate::trial::Folder::new();
        folder.write(
            "pack.yml",
            "title: Safe\nlevels: [{id: best, label: Best, tone: do}]\n",
        );
        folder.write(
            "channels/email.md",
            "---\ntitle: Email\nicon: envelope\nlevels: {best: [{id: a, short: Ask.}]}\n---\n",
        );
        folder.write(
            "editions/ash/edition.yml",
            &format!("name: Ash\n{settings}"),
        );
        let mut sources = Sources::new();
        let mut problems = Diagnostics::new();
        let pack = crate::pack::read(folder.path(), &mut sources, &mut problems).expect("a pack");
        let mut found = editions(&pack, &sources, &mut problems);
        (found.pop().expect("an edition"), problems)
    }

    /// A channel of an edition with statements in the levels best (do) and poor (don't), as lines of `edition.yml`.
    pub(super) fn advice(statements: &[(&str, &str)]) -> Edition {
        let folder = crate::trial::Folder::new();
        folder.write(
            "pack.yml",
            "title: Safe\nlevels: [{id: best, label: Best, tone: do}, {id: poor, label: Poor, tone: dont}]\n",
        );
        let mut text = "---\ntitle: Email\nlevels:\n".to_owned();
        for level in ["best", "poor"] {
            let own: Vec<String> = statements
                .iter()
                .enumerate()
                .filter(|(_, (of, _))| *of == level)
                .map(|(number, (_, words))| format!("{{id: s{number}, short: '{words}'}}"))
                .collect();
            if !own.is_empty() {
                let own = own.join(", ");
                text.extend(["  ", level, ": [", &own, "]\n"]);
            }
        }
        text.push_str("---\n");
        folder.write("channels/email.md", &text);
        folder.write("editions/ash/edition.yml", "name: Ash\n");
        let mut sources = Sources::new();
        let mut problems = Diagnostics::new();
        let pack = crate::pack::read(folder.path(), &mut sources, &mut problems).expect("a pack");
        let mut found = editions(&pack, &sources, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        found.pop().expect("an edition")
    }

    /// The codes that a rule finds.
    pub(super) fn codes(settings: &str, rule: fn(&Edition, &mut Diagnostics)) -> Vec<Code> {
        let (edition, _) = edition(settings);
        codes_of(&edition, rule)
    }

    /// The codes that a rule finds in an edition.
    pub(super) fn codes_of(edition: &Edition, rule: fn(&Edition, &mut Diagnostics)) -> Vec<Code> {
        let mut problems = Diagnostics::new();
        rule(edition, &mut problems);
        problems.iter().map(|problem| problem.code).collect()
    }
}
