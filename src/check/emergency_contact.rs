//! Whoever opens a page because a child is in danger needs one number, first.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{Edition, Urgency};

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    let there = edition
        .contacts
        .iter()
        .any(|contact| contact.urgency == Urgency::Emergency && contact.phone.is_some());
    if !there {
        problems.push(
            Diagnostic::new(Code::NoEmergencyContact, format!("`{}` names no number for when a child is in danger now", edition.id))
                .at(edition.at, "")
                .help("give it a contact with `urgency: emergency` and a `phone`: in the United Kingdom, 999")
                .in_edition(&edition.id),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::codes;

    #[test]
    fn an_edition_needs_an_emergency_number() {
        assert_eq!(codes("", check), [Code::NoEmergencyContact]);
        assert_eq!(
            codes("contacts: [{id: a, name: A, urgency: emergency}]", check),
            [Code::NoEmergencyContact]
        );
        assert!(
            codes(
                "contacts: [{id: a, name: A, urgency: emergency, phone: '999'}]",
                check
            )
            .is_empty()
        );
    }
}
