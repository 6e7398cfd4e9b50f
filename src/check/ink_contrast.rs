//! Whether a brand colour, as a print shop mixes it, still carries its words.
//!
//! Black or white is chosen for words on a colour by how it looks on screens. Inks that are mixed lighter or darker than that
//! can make these words faint on paper.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{Cmyk, Edition, Rgb};

/// The contrast that text of any size needs (WCAG 2.2, 1.4.3).
const TEXT: f64 = 4.5;

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    for (key, colour) in edition.own_colours() {
        let Some(cmyk) = colour.value.cmyk else {
            continue;
        };
        let (paper, words) = (on_paper(cmyk), colour.value.rgb.text());
        let contrast = paper.contrast(words);
        // On a colour in between, neither reads much better than this on screens.
        if contrast >= TEXT {
            continue;
        }
        let name = if words == Rgb::WHITE {
            "white"
        } else {
            "black"
        };
        problems.push(
            Diagnostic::new(
                Code::FaintInPrint,
                format!("{name} words read at about {contrast:.1}:1 on the inks of `{key}`; text needs {TEXT}:1"),
            )
            .at(colour.at, "")
            .help(format!("on paper this is about \"{paper}\", and on screens \"{}\": ask the print shop for shares that match", colour.value.rgb))
            .in_edition(&edition.id),
        );
    }
}

/// About how inks look on white paper: each takes its share of the light away.
fn on_paper(cmyk: Cmyk) -> Rgb {
    let [cyan, magenta, yellow, black] = cmyk.shares().map(|share| 1.0 - f64::from(share) / 100.0);
    let part = |ink: f64| (255.0 * ink * black).round() as u8;
    Rgb::new(part(cyan), part(magenta), part(yellow))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::codes;

    fn of(inks: &str) -> Vec<Code> {
        codes(
            &format!("branding: {{primary: {{rgb: '#1b365d', cmyk: {inks}}}}}"),
            check,
        )
    }

    #[test]
    fn inks_carry_the_words_that_screens_have() {
        assert!(of("[100, 70, 0, 50]").is_empty());
        assert_eq!(of("[30, 10, 0, 0]"), [Code::FaintInPrint]);
        assert!(codes("branding: {primary: '#1b365d'}", check).is_empty());
    }
}
