//! Pages that are kept on the reader's device, and the button to leave them in a hurry: one undoes the other.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::Edition;

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    if !edition.offline || edition.exit_page.is_none() {
        return;
    }
    let at = edition.values.get("offline").map(|node| node.at);
    problems.push(
        Diagnostic::new(
            Code::PagesStay,
            "pages are kept on the device, though a reader may have to leave them in a hurry",
        )
        .at_some(at, "keeps all pages on the reader's device")
        .help("for guidance that only staff read, leave the button out: exit_page: false")
        .help(
            "for anybody else, leave `offline` out: whoever uses the device can find what is kept",
        )
        .in_edition(&edition.id),
    );
}

#[cfg(test)]
mod tests {
    use super::super::trial::codes;
    use super::*;

    #[test]
    fn only_both_together_are_said() {
        assert_eq!(codes("offline: true\n", check), [Code::PagesStay]);
        assert_eq!(codes("offline: true\nexit_page: false\n", check), []);
        assert_eq!(codes("offline: false\n", check), []);
        assert_eq!(codes("", check), []);
    }
}
