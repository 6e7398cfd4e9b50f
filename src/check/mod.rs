//! What can be wrong with an edition that is well formed: one rule a file, each with its code, its gravity and its tests.
//!
//! Comes in: a resolved [`Edition`] and the theme it is set in, and at the end the pages as they came out ([`rendered`](rendered())).
//! Goes out: diagnostics. The flow of `check` and `build` is the same; `check` only stops before publishing.

mod brand_contrast;
mod emergency_contact;
mod icon;
mod links;
mod outside;
mod pages_stay;
mod place_on_page;
mod rendered;
mod reserved_name;
mod settings;
mod spot_colour;
mod translations;

pub use outside::{OutsideLink, Reach, outside, outside_links};
pub use rendered::rendered;
pub(crate) use settings::Settings;
pub(crate) use translations::unknown_languages;

use crate::diagnostic::Diagnostics;
use crate::edition::Edition;
use crate::theme::Theme;

/// Checks an edition by every rule. `complete` are the languages in which nothing may be left untranslated.
pub fn edition(edition: &Edition, theme: &Theme, complete: &[String], problems: &mut Diagnostics) {
    brand_contrast::check(edition, problems);
    emergency_contact::check(edition, problems);
    icon::check(edition, theme, problems);
    pages_stay::check(edition, problems);
    place_on_page::check(edition, problems);
    reserved_name::check(edition, problems);
    spot_colour::check(edition, problems);
    translations::check(edition, complete, problems);
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

    /// The codes that a rule finds.
    pub(super) fn codes(settings: &str, rule: fn(&Edition, &mut Diagnostics)) -> Vec<Code> {
        let (edition, _) = edition(settings);
        let mut problems = Diagnostics::new();
        rule(&edition, &mut problems);
        problems.iter().map(|problem| problem.code).collect()
    }
}
