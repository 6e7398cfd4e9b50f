//! A spot colour is one ink: two colours that name it must be mixed alike.
//!
//! A print shop has one plate for each ink. What stands in for the ink where it isn't used goes with the plate, not with the
//! colour, so that of two mixtures one would be lost.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::edition::{BrandColour, Edition};

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    let mut inks: Vec<&Located<BrandColour>> = Vec::new();
    for (_, colour) in edition.own_colours() {
        let Some(spot) = &colour.value.spot else {
            continue;
        };
        let first = inks
            .iter()
            .find(|other| other.value.spot.as_ref() == Some(spot));
        match first {
            None => inks.push(colour),
            Some(first) if first.value == colour.value => {}
            Some(first) => problems.push(
                Diagnostic::new(
                    Code::TwofoldInk,
                    format!("two colours name the ink `{spot}`, and differ"),
                )
                .at(colour.at, "again here")
                .at(first.at, "first here")
                .help("give both the same `rgb` and `cmyk`, or take `spot` out of one")
                .in_edition(&edition.id),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::codes;

    const PRIMARY: &str =
        "branding:\n  primary: {rgb: '#0b4f54', cmyk: [90, 45, 50, 40], spot: PANTONE 3308 C}\n";

    #[test]
    fn an_ink_has_one_colour() {
        let differs = "  secondary: {rgb: '#8a3b12', spot: PANTONE 3308 C}\n";
        assert_eq!(
            codes(&format!("{PRIMARY}{differs}"), check),
            [Code::TwofoldInk]
        );
    }

    #[test]
    fn the_same_colour_may_stand_in_more_than_one_place() {
        assert!(codes(PRIMARY, check).is_empty());
        let same = "posters:\n  colours:\n    headline: {rgb: '#0b4f54', cmyk: [90, 45, 50, 40], spot: PANTONE 3308 C}\n";
        assert!(codes(&format!("{PRIMARY}{same}"), check).is_empty());
    }
}
