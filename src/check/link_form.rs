//! Addresses of links that can't be meant, and pages whose readers can be watched on the way.
//!
//! Addresses that stand under keys of their own (`email`, `web`) are checked where files are read, and so is whether a link in a
//! text has an address at all.

use super::links::links;
use super::made_up::digits;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::Edition;
use crate::markdown::Target;
use crate::pack::is_email;

/// No number to dial is shorter.
const SHORTEST: usize = 3;

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    for (target, at) in links(edition) {
        let Target::Address(address) = target else {
            continue;
        };
        let (scheme, rest) = address.split_once(':').unwrap_or_default();
        let rest = rest.split('?').next().unwrap_or_default();
        let diagnostic = match scheme {
            "mailto" if !is_email(rest) => Diagnostic::new(
                Code::AddressForm,
                format!("`{rest}` is not an email address"),
            )
            .help("it has the form mailto:name@place.example"),
            "tel" | "sms"
                if digits(rest).len() < SHORTEST || rest.contains(char::is_alphabetic) =>
            {
                Diagnostic::new(
                    Code::AddressForm,
                    format!("`{rest}` is not a number to dial"),
                )
                .help("it has the form tel:01632960123")
            }
            "http" => Diagnostic::new(
                Code::InsecureLink,
                format!("`{address}` can be read along by others on its way"),
            )
            .help("write https://, if the website has it"),
            _ => continue,
        };
        problems.push(diagnostic.at(at, "").in_edition(&edition.id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::codes;

    fn of(address: &str) -> Vec<Code> {
        codes(&format!("welcome: 'See [what to do]({address}).'"), check)
    }

    #[test]
    fn addresses_of_links_can_be_meant() {
        for well in [
            "mailto:duty@ash.example?subject=Help",
            "tel:999",
            "sms:+447700900123",
            "https://ash.example/",
        ] {
            assert!(of(well).is_empty(), "{well}");
        }
        for wrong in ["mailto:duty", "mailto:duty@ash", "tel:99", "tel:duty-team"] {
            assert_eq!(of(wrong), [Code::AddressForm], "{wrong}");
        }
        assert_eq!(of("http://ash.example/"), [Code::InsecureLink]);
    }
}
