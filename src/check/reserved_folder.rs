//! Some folder names can't be used: the start page has its own, and Windows keeps a few to itself.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::Edition;

/// The folder of the start page's styles.
const START_PAGE: &str = "assets";
/// Names that Windows keeps for devices, so that a folder of that name can't be copied there.
const WINDOWS: &[&str] = &[
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3",
];

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    let folder = edition.folder.as_str();
    if folder == START_PAGE || WINDOWS.contains(&folder) {
        let at = edition
            .values
            .get("folder")
            .map_or(edition.at, |node| node.at);
        problems.push(
            Diagnostic::new(
                Code::DuplicateFolder,
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
    fn names_that_are_taken_are_said() {
        assert_eq!(codes("folder: assets", check), [Code::DuplicateFolder]);
        assert_eq!(codes("folder: nul", check), [Code::DuplicateFolder]);
        assert!(codes("folder: ash-vale", check).is_empty());
    }
}
