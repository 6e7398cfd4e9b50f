//! The colours of an edition's pages, light and dark, from the two colours of its brand.
//!
//! A board gives two colours that were chosen for letterheads. Here they become a whole set in which every text has a
//! contrast of at least 4.5:1 (WCAG 2.2, 1.4.3) and every mark of meaning at least 3:1 (1.4.11) on every ground it can
//! stand on. The brand's own colours stay as they are where they are grounds, with black or white text on them.

use std::fmt::Write as _;

use crate::edition::{Branding, Rgb};
use crate::theme::LoadedTheme;

/// The least contrast of text (WCAG 2.2, 1.4.3).
const TEXT: f64 = 4.5;

/// The two colours of a brand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Brand {
    /// The main colour: bands and headings.
    pub(crate) primary: Rgb,
    /// The second colour: links and accents.
    pub(crate) secondary: Rgb,
}

impl Brand {
    /// A brand that is nobody's, for pages over many editions.
    pub(crate) const NEUTRAL: Brand = Brand {
        primary: Rgb::new(0x23, 0x36, 0x4d),
        secondary: Rgb::new(0x0b, 0x5c, 0xad),
    };

    /// The brand of an edition.
    pub(crate) fn of(branding: &Branding) -> Self {
        Self {
            primary: branding.primary.value.rgb,
            secondary: branding.secondary.value.rgb,
        }
    }
}

/// The contrast that colours of a brand get on dark grounds: letters of light seem thinner, and tones greyer.
const TEXT_ON_DARK: f64 = 7.5;

/// The colours of pages in one scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Scheme {
    /// The ground of the page.
    page: Rgb,
    /// The ground of cards on a tinted ground.
    card: Rgb,
    /// A lightly tinted ground.
    tint: Rgb,
    /// A more strongly tinted ground.
    tint_strong: Rgb,
    /// The ground that notices are pinned to.
    board: Rgb,
    /// Thin lines.
    line: Rgb,
    /// Edges of things to click.
    edge: Rgb,
    /// Text.
    ink: Rgb,
    /// Less important text.
    muted: Rgb,
    /// The main colour as a ground.
    brand: Rgb,
    /// Text on it.
    on_brand: Rgb,
    /// The second colour as a ground.
    accent: Rgb,
    /// Text on it.
    on_accent: Rgb,
    /// The main colour for text.
    heading: Rgb,
    /// The second colour for text that is a link.
    link: Rgb,
}

impl Scheme {
    fn light(primary: Rgb, secondary: Rgb) -> Self {
        let page = Rgb::WHITE;
        let tint = page.mix(primary, 0.06);
        let tint_strong = page.mix(primary, 0.12);
        let grounds = [page, tint, tint_strong];
        Self {
            page,
            card: page,
            tint,
            tint_strong,
            board: tint_strong,
            line: page.mix(primary, 0.22),
            edge: readable(page.mix(primary, 0.6), &grounds, Rgb::BLACK, 3.0),
            ink: Rgb::new(0x16, 0x19, 0x1d),
            muted: readable(Rgb::new(0x55, 0x5b, 0x64), &grounds, Rgb::BLACK, TEXT),
            brand: primary,
            on_brand: primary.text(),
            accent: secondary,
            on_accent: secondary.text(),
            heading: readable(primary, &grounds, Rgb::BLACK, TEXT),
            link: readable(secondary, &grounds, Rgb::BLACK, TEXT),
        }
    }

    fn dark(primary: Rgb, secondary: Rgb) -> Self {
        let page = Rgb::new(0x12, 0x15, 0x19).mix(primary, 0.08);
        let tint = page.mix(Rgb::WHITE, 0.05);
        let tint_strong = page.mix(Rgb::WHITE, 0.11);
        let grounds = [page, tint, tint_strong];
        Self {
            page,
            card: tint_strong,
            tint,
            tint_strong,
            board: page.mix(Rgb::BLACK, 0.45),
            line: page.mix(Rgb::WHITE, 0.22),
            edge: readable(page.mix(Rgb::WHITE, 0.4), &grounds, Rgb::WHITE, 3.0),
            ink: Rgb::new(0xee, 0xf0, 0xf3),
            muted: readable(Rgb::new(0xb4, 0xba, 0xc2), &grounds, Rgb::WHITE, TEXT),
            brand: primary,
            on_brand: primary.text(),
            accent: secondary,
            on_accent: secondary.text(),
            heading: readable(primary, &grounds, Rgb::WHITE, TEXT_ON_DARK),
            link: readable(secondary, &grounds, Rgb::WHITE, TEXT_ON_DARK),
        }
    }

    /// The colours by the names they have in stylesheets.
    fn named(self) -> [(&'static str, Rgb); 15] {
        [
            ("page", self.page),
            ("card", self.card),
            ("tint", self.tint),
            ("tint-strong", self.tint_strong),
            ("board", self.board),
            ("line", self.line),
            ("edge", self.edge),
            ("ink", self.ink),
            ("muted", self.muted),
            ("brand", self.brand),
            ("on-brand", self.on_brand),
            ("accent", self.accent),
            ("on-accent", self.on_accent),
            ("heading", self.heading),
            ("link", self.link),
        ]
    }
}

/// `colour`, moved towards black or white as little as it takes to be seen on all `grounds`.
fn readable(colour: Rgb, grounds: &[Rgb], towards: Rgb, contrast: f64) -> Rgb {
    const STEPS: u32 = 50;
    (0..=STEPS)
        .map(|step| colour.mix(towards, f64::from(step) / f64::from(STEPS)))
        .find(|candidate| {
            grounds
                .iter()
                .all(|ground| candidate.contrast(*ground) >= contrast)
        })
        .unwrap_or(towards)
}

/// The stylesheet that holds the colours of a brand: `assets/brand.css`.
pub(crate) fn stylesheet(brand: Brand) -> String {
    let Brand { primary, secondary } = brand;
    let mut css = String::from("@layer brand {\n:root {\n");
    declare(Scheme::light(primary, secondary), &mut css);
    css.push_str("}\n@media screen and (prefers-color-scheme: dark) {\n:root {\n");
    declare(Scheme::dark(primary, secondary), &mut css);
    css.push_str("}\n}\n}\n");
    css
}

/// The corners of the sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Corners {
    /// As it is shown.
    Round,
    /// For devices that cut the corners of signs in their own way.
    Sharp,
}

/// The sign in the browser's tab: a shield in the colours of the brand.
pub(crate) fn sign(brand: Brand, theme: &LoadedTheme, corners: Corners) -> String {
    let ground = brand.primary;
    let radius = match corners {
        Corners::Round => 6,
        Corners::Sharp => 0,
    };
    let shield = theme
        .icon("shield")
        .replacen("<svg", "<svg x=\"4\" y=\"4\" width=\"24\" height=\"24\"", 1)
        .replace("currentColor", &ground.text().to_string());
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" rx=\"{radius}\" fill=\"{ground}\"/>{shield}</svg>\n"
    )
}

fn declare(scheme: Scheme, css: &mut String) {
    for (name, colour) in scheme.named() {
        // Writing to a string cannot fail.
        let _ = writeln!(css, "--{name}: {colour};");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn colour() -> impl Strategy<Value = Rgb> {
        (any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(r, g, b)| Rgb::new(r, g, b))
    }

    proptest! {
        #[test]
        fn every_brand_gives_readable_pages(primary in colour(), secondary in colour()) {
            for scheme in [Scheme::light(primary, secondary), Scheme::dark(primary, secondary)] {
                for ground in [scheme.page, scheme.card, scheme.tint, scheme.tint_strong, scheme.board] {
                    for text in [scheme.ink, scheme.muted, scheme.heading, scheme.link] {
                        prop_assert!(text.contrast(ground) >= TEXT, "{text} on {ground}");
                    }
                    prop_assert!(scheme.edge.contrast(ground) >= 3.0);
                }
                prop_assert!(scheme.on_brand.contrast(scheme.brand) >= TEXT);
                prop_assert!(scheme.on_accent.contrast(scheme.accent) >= TEXT);
            }
        }
    }

    #[test]
    fn a_colour_that_reads_well_stays_as_it_is() {
        let navy = Rgb::new(0x1f, 0x3d, 0x5c);
        assert_eq!(Scheme::light(navy, navy).heading, navy);
        assert_ne!(Scheme::dark(navy, navy).heading, navy);
    }
}
