//! Some names are taken: the start page has a folder of its own, two posters are there in every edition, and Windows keeps a few
//! names to itself.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::Edition;
use crate::source::names::is_windows_name;

/// The folder of the start page's styles.
const START_PAGE: &str = "assets";
/// The posters that are not of a channel, by the names of their files; `all` has every one.
const POSTERS: &[&str] = &["all", "contacts", "do-and-dont"];

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    folder(edition, problems);
    files(edition, problems);
    for channel in &edition.channels {
        let id = channel.id.as_str();
        if POSTERS.contains(&id) || is_windows_name(id) {
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

/// Ids that become names of files in the output.
fn files(edition: &Edition, problems: &mut Diagnostics) {
    let sections = edition.sections.iter();
    let sections = sections.map(|section| (section.id.as_str(), section.at));
    let audiences = edition.audiences.iter();
    let audiences = audiences.map(|audience| (audience.id.as_str(), audience.at));
    let downloads = edition.downloads.iter();
    let downloads = downloads.map(|download| (download.id.as_str(), download.title.at));
    for (id, at) in sections.chain(audiences).chain(downloads) {
        if is_windows_name(id) {
            problems.push(
                Diagnostic::new(
                    Code::ReservedName,
                    format!("`{id}` can't be an id: Windows keeps the name for a device"),
                )
                .at(at, "")
                .help(format!("give it another: {id}-online"))
                .in_edition(&edition.id),
            );
        }
    }
}

fn folder(edition: &Edition, problems: &mut Diagnostics) {
    let folder = edition.folder.as_str();
    if folder == START_PAGE || is_windows_name(folder) {
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
        let audience = "audiences: [{id: lpt9, label: Staff}]";
        assert_eq!(codes(audience, check), [Code::ReservedName]);
    }
}
