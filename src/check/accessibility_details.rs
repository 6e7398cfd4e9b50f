//! What the accessibility statement of a public body has to say (Public Sector Bodies Accessibility Regulations 2018, regulation 8).

use super::in_force;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::Edition;

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    let said = &edition.accessibility;
    let there = [
        (
            "contact",
            said.contact.is_some(),
            "whom to tell of problems",
        ),
        ("prepared", said.prepared.is_some(), "when it was prepared"),
        (
            "tested",
            said.tested.is_some(),
            "how pages and posters were tested",
        ),
    ];
    let is_begun = there.iter().any(|(_, is_there, _)| *is_there);
    // A draft may still lack it as a whole.
    let status = in_force(edition);
    if !is_begun && status.is_none() {
        return;
    }
    let missing: Vec<_> = there.iter().filter(|(_, is_there, _)| !is_there).collect();
    if missing.is_empty() {
        return;
    }
    let at = edition
        .values
        .get("accessibility")
        .map(|node| node.at)
        .or(status.map(|status| status.at));
    let keys: Vec<String> = missing.iter().map(|(key, ..)| format!("`{key}`")).collect();
    let mut diagnostic = Diagnostic::new(
        Code::AccessibilityDetails,
        format!("the accessibility statement lacks {}", keys.join(", ")),
    )
    .at_some(at, "");
    for (key, _, about) in missing {
        diagnostic = diagnostic.help(format!("`{key}` under `accessibility` says {about}"));
    }
    problems.push(diagnostic.in_edition(&edition.id));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::codes;

    #[test]
    fn a_statement_that_is_begun_or_in_force_is_whole() {
        assert!(codes("", check).is_empty());
        assert!(codes("document: {status: Draft}", check).is_empty());
        assert_eq!(
            codes("document: {status: Approved}", check),
            [Code::AccessibilityDetails]
        );
        assert_eq!(
            codes("accessibility: {prepared: 2026-01-01}", check),
            [Code::AccessibilityDetails]
        );
        let whole = "contacts: [{id: web, name: Web, urgency: routine}]\naccessibility: {contact: web, prepared: 2026-01-01, tested: By hand.}\n";
        assert!(codes(whole, check).is_empty());
    }
}
