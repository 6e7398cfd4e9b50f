//! A poster's QR code needs an address to lead to.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::Edition;

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    if edition.url.is_none() {
        problems.push(
            Diagnostic::new(
                Code::NoUrl,
                format!(
                    "`{}` doesn't say where it is published, so its posters have no QR code",
                    edition.id
                ),
            )
            .at(edition.at, "")
            .help("add the address of its website: url: https://www.example.org/online-safety/")
            .in_edition(&edition.id),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::codes;

    #[test]
    fn without_an_address_there_is_no_qr_code() {
        assert_eq!(codes("", check), [Code::NoUrl]);
        assert!(codes("url: https://a.example/", check).is_empty());
    }
}
