//! Brand colours must carry text, and be text.
//!
//! Black or white reads at 4.5:1 or better on every colour there is, so text *on* a brand colour is always sound. Brand
//! colours are also used *as* text, on white: a colour too light for that is replaced by a darker shade of itself, which the
//! board should know of.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::edition::{BrandColour, Edition, Rgb};

/// The contrast that text of any size needs (WCAG 2.2, 1.4.3).
const TEXT: f64 = 4.5;

/// The contrast that marks with a meaning need (WCAG 2.2, 1.4.11).
const GRAPHICS: f64 = 3.0;

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    let branding = &edition.branding;
    one(edition, "primary", &branding.primary, problems);
    if branding.secondary != branding.primary {
        one(edition, "secondary", &branding.secondary, problems);
    }
}

fn one(edition: &Edition, name: &str, colour: &Located<BrandColour>, problems: &mut Diagnostics) {
    let rgb = colour.value.rgb;
    let contrast = rgb.contrast(Rgb::WHITE);
    if contrast >= TEXT {
        return;
    }
    let shade = readable(rgb, Rgb::WHITE);
    problems.push(
        Diagnostic::new(Code::LowContrast, format!("`{name}` reads at {contrast:.1}:1 on white; text needs {TEXT}:1"))
            .at(colour.at, "")
            .help(format!("choose a darker shade, such as \"{shade}\"; until then headings and links are set in that one"))
            .help_if(contrast < GRAPHICS, "marks and edges in it can't be told from white either: they need 3:1 (WCAG 2.2, 1.4.11)")
            .in_edition(&edition.id),
    );
}

/// The shade of a colour nearest to it that reads as text on a background.
fn readable(colour: Rgb, background: Rgb) -> Rgb {
    /// Steps of a hundredth can't be told apart by eye.
    const STEPS: u32 = 100;
    let towards = background.text();
    (0..=STEPS)
        .map(|step| colour.mix(towards, f64::from(step) / f64::from(STEPS)))
        .find(|shade| shade.contrast(background) >= TEXT)
        .unwrap_or(towards)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::codes;

    #[test]
    fn light_colours_are_said() {
        assert_eq!(
            codes("branding: {primary: '#ffdd00'}", check),
            [Code::LowContrast]
        );
        assert_eq!(
            codes(
                "branding: {primary: '#1b365d', secondary: '#80c0ff'}",
                check
            ),
            [Code::LowContrast]
        );
    }

    #[test]
    fn dark_colours_are_fine() {
        assert!(codes("branding: {primary: '#1b365d'}", check).is_empty());
        assert!(codes("", check).is_empty());
    }

    #[test]
    fn the_shade_that_is_named_reads() {
        assert!(readable(Rgb::new(0xff, 0xdd, 0x00), Rgb::WHITE).contrast(Rgb::WHITE) >= TEXT);
    }
}
