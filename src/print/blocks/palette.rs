//! Colours by what they are for.

use super::look::Ground;
use crate::edition::{Branding, Rgb, Tone};
use crate::print::scene::Colour;

/// The colours of a sheet.
#[derive(Debug, Clone)]
pub(crate) struct Palette {
    /// The brand's main colour.
    primary: Rgb,
    /// Its second colour.
    secondary: Rgb,
    /// Headings on paper, where the brand's colour can be read there.
    pub(crate) heading: Colour,
    /// Text for reading.
    pub(crate) ink: Colour,
    /// Behind panels.
    pub(crate) pale: Colour,
}

/// The colours of a tone. Each pair of text and background has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3), each mark
/// one of 3:1 (1.4.11).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ToneColours {
    /// Behind a heading.
    pub(crate) strong: Colour,
    /// Text on it.
    pub(crate) on_strong: Colour,
    /// Marks on the pale colour.
    pub(crate) mark: Colour,
    /// Behind text.
    pub(crate) pale: Colour,
}

/// A colour behind a region and the colour of text on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct GroundColours {
    /// Behind it.
    pub(crate) fill: Colour,
    /// Text on it.
    pub(crate) text: Colour,
}

const INK: Rgb = Rgb::new(0x1a, 0x1a, 0x1a);
const PAPER: Rgb = Rgb::WHITE;
const STRONG_DO: Rgb = Rgb::new(0x0a, 0x6b, 0x3b);
const STRONG_CAUTION: Rgb = Rgb::new(0xf7, 0xb5, 0x00);
const STRONG_DONT: Rgb = Rgb::new(0xb8, 0x12, 0x1f);
/// How much paper is in the pale colour of a brand.
const PALE: f64 = 0.91;

impl Palette {
    /// The colours of a brand.
    pub(crate) fn new(branding: &Branding) -> Self {
        let brand = branding.primary.value;
        Self {
            primary: brand,
            secondary: branding.secondary.value,
            heading: colour(if brand.contrast(PAPER) >= 4.5 {
                brand
            } else {
                INK
            }),
            ink: colour(INK),
            pale: colour(brand.mix(PAPER, PALE)),
        }
    }

    /// A ground, and what can be read on it.
    pub(crate) fn ground(&self, ground: Ground) -> GroundColours {
        let fill = self.rgb(ground);
        GroundColours {
            fill: colour(fill),
            text: match ground {
                Ground::Pale | Ground::Paper => self.ink,
                _ => colour(fill.text()),
            },
        }
    }

    /// A ground with words of a colour of their own on it.
    pub(crate) fn ground_with(&self, ground: Ground, text: Ground) -> GroundColours {
        GroundColours {
            fill: colour(self.rgb(ground)),
            text: colour(self.rgb(text)),
        }
    }

    /// The contrast between two colours, 1 to 21 (WCAG 2.2, "contrast ratio").
    pub(crate) fn contrast(&self, one: Ground, other: Ground) -> f64 {
        self.rgb(one).contrast(self.rgb(other))
    }

    fn rgb(&self, ground: Ground) -> Rgb {
        match ground {
            Ground::Primary => self.primary,
            Ground::Secondary => self.secondary,
            Ground::Pale => self.primary.mix(PAPER, PALE),
            Ground::Paper => PAPER,
            Ground::Ink => INK,
            Ground::Do => STRONG_DO,
            Ground::Caution => STRONG_CAUTION,
            Ground::Dont => STRONG_DONT,
        }
    }

    /// The colours of a tone.
    pub(crate) fn tone(tone: Tone) -> ToneColours {
        let (strong, mark, pale) = match tone {
            Tone::Do => (STRONG_DO, STRONG_DO, Rgb::new(0xe8, 0xf4, 0xec)),
            Tone::Caution => (
                STRONG_CAUTION,
                Rgb::new(0x8f, 0x5a, 0x00),
                Rgb::new(0xff, 0xf6, 0xdc),
            ),
            Tone::Dont => (STRONG_DONT, STRONG_DONT, Rgb::new(0xfc, 0xea, 0xea)),
        };
        ToneColours {
            strong: colour(strong),
            on_strong: colour(strong.text()),
            mark: colour(mark),
            pale: colour(pale),
        }
    }
}

/// The icon of a tone: each has a shape of its own, so that it is told apart without colour.
pub(crate) fn tone_icon(tone: Tone) -> &'static str {
    match tone {
        Tone::Do => "tick",
        Tone::Caution => "caution",
        Tone::Dont => "cross",
    }
}

fn colour(rgb: Rgb) -> Colour {
    Colour::Rgb(rgb.red, rgb.green, rgb.blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rgb(colour: Colour) -> Rgb {
        let Colour::Rgb(red, green, blue) = colour;
        Rgb::new(red, green, blue)
    }

    #[test]
    fn every_tone_can_be_read() {
        for tone in [Tone::Do, Tone::Caution, Tone::Dont] {
            let colours = Palette::tone(tone);
            let contrast = |a, b| rgb(a).contrast(rgb(b));
            assert!(
                contrast(colours.strong, colours.on_strong) >= 4.5,
                "{tone:?}"
            );
            assert!(contrast(colours.mark, colours.pale) >= 4.5, "{tone:?}");
            assert!(rgb(colours.pale).contrast(INK) >= 4.5, "{tone:?}");
        }
    }
}
