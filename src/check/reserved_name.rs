//! Some names are taken: the start page has a folder of its own, two posters are there in every edition, and Windows keeps a few
//! names to itself.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::Edition;

/// The folder of the start page's styles.
const START_PAGE: &str = "assets";
/// Names that Windows keeps for devices, so that a folder of that name can't be copied there.
const WINDOWS: &[&str] = &[
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3",
];

/// The posters that are not of a channel, by the names of their files; `all` has every one.
const POSTERS: &[&str] = &["all", "contacts", "do-and-dont"];

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    folder(edition, problems);
    for channel in &edition.channels {
        let id = channel.id.as_str();
        if POSTERS.contains(&id) || WINDOWS.contains(&id) {
            problems.push(
                Diagnostic::new(
                    Code::ReservedName,
                    format!("`{id}` can't be the id of a channel: the name is taken"),
                )
                .at(channel.at, "the file's name is the id")
                .help(format!(
                    "rename the file to `{id}-online.md` or the like; its title can stay"
                ))
                .in_edition(&edition.id),
            );
        }
    }
}

fn folder(edition: &Edition, problems: &mut Diagnostics) {
    let folder = edition.folder.as_str();
    if folder == START_PAGE || WINDOWS.contains(&folder) {
        let at = edition
            .values
            .get("folder")
            .map_or(edition.at, |node| node.at);
        problems.push(
            Diagnostic::new(
                Code::ReservedName,
                format!("`{folder}` can't be the folder of an edition: the name is taken"),
            )
            .at(at, "")
            .help(format!("give it another: folder: {folder}-edition"))
            .in_edition(&edition.id),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::codes;

    #[test]
    fn a_channel_with_the_name_of_another_poster_is_said() {
        for name in ["contacts", "all"] {
            let (mut edition, _) = crate::check::trial::edition("");
            edition.channels[0].id = name.to_owned();
            let mut problems = Diagnostics::new();
            check(&edition, &mut problems);
            assert_eq!(
                problems
                    .iter()
                    .map(|problem| problem.code)
                    .collect::<Vec<_>>(),
                [Code::ReservedName],
                "{name}"
            );
        }
    }

    #[test]
    fn names_that_are_taken_are_said() {
        assert_eq!(codes("folder: assets", check), [Code::ReservedName]);
        assert_eq!(codes("folder: nul", check), [Code::ReservedName]);
        assert!(codes("folder: ash-vale", check).is_empty());
    }
}
