//! A number on a wall without hours: somebody will ring it at night.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{Edition, Urgency};

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    for contact in &edition.contacts {
        // Emergency numbers are always answered.
        if contact.urgency == Urgency::Emergency || contact.hours.is_some() {
            continue;
        }
        if let Some(phone) = &contact.phone {
            problems.push(
                Diagnostic::new(
                    Code::NoHours,
                    format!("nobody says when `{}` answers the phone", contact.id),
                )
                .at(phone.at, "")
                .help("add its hours: hours: Monday to Friday, 9am to 5pm")
                .in_edition(&edition.id),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::codes;

    #[test]
    fn a_number_has_hours() {
        let contact = |more: &str| format!("contacts: [{{id: a, name: A, {more}}}]");
        assert_eq!(
            codes(&contact("urgency: urgent, phone: '101'"), check),
            [Code::NoHours]
        );
        assert!(
            codes(
                &contact("urgency: urgent, phone: '101', hours: Always"),
                check
            )
            .is_empty()
        );
        assert!(codes(&contact("urgency: emergency, phone: '999'"), check).is_empty());
        assert!(codes(&contact("urgency: urgent, email: a@a.example"), check).is_empty());
    }
}
