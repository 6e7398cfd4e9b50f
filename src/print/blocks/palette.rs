//! Colours by what they are for.

use crate::edition::{Branding, Ground, Region, Rgb, Tone, Variant};
use crate::print::layout::{Backing, Line, Pattern};
use crate::print::scene::Colour;
use crate::print::text::Style;

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
    pub(crate) pale: Backing,
    /// Whether there is nothing but black, and lines instead of colours behind words.
    pub(super) saves_ink: bool,
}

/// The colours of a tone. Each pair of text and background has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3), each mark
/// one of 3:1 (1.4.11).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct ToneColours {
    /// Behind the head of a level.
    pub(crate) head: Backing,
    /// Behind the statements of a level, strong.
    pub(crate) strong: Backing,
    /// Text on head and strong statements.
    pub(crate) on_strong: Colour,
    /// Marks on the pale colour.
    pub(crate) mark: Colour,
    /// Behind the statements of a level, pale.
    pub(crate) pale: Backing,
    /// Behind a box that is about this tone.
    pub(crate) panel: Backing,
}

/// A colour behind a region and the colour of text on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct GroundColours {
    /// Behind it.
    pub(crate) fill: Backing,
    /// Text on it.
    pub(crate) text: Colour,
}

const INK: Rgb = Rgb::new(0x1a, 0x1a, 0x1a);
const BLACK: Rgb = Rgb::new(0, 0, 0);
const PAPER: Rgb = Rgb::WHITE;
const STRONG_DO: Rgb = Rgb::new(0x0a, 0x6b, 0x3b);
const STRONG_CAUTION: Rgb = Rgb::new(0xf7, 0xb5, 0x00);
const STRONG_DONT: Rgb = Rgb::new(0xb8, 0x12, 0x1f);
const MARK_CAUTION: Rgb = Rgb::new(0x8f, 0x5a, 0x00);
const PALE_DO: Rgb = Rgb::new(0xe8, 0xf4, 0xec);
const PALE_CAUTION: Rgb = Rgb::new(0xff, 0xf6, 0xdc);
const PALE_DONT: Rgb = Rgb::new(0xfc, 0xea, 0xea);
/// Cyan, magenta, yellow and black of the strong colours of tones, in per cent.
const DO_INKS: [u8; 4] = [90, 30, 95, 20];
const CAUTION_INKS: [u8; 4] = [0, 33, 100, 0];
const DONT_INKS: [u8; 4] = [18, 100, 92, 10];
/// How a print shop prints the colours that are no board's own: cyan, magenta, yellow and black in per cent, and how large a
/// part of that. Pale colours are tints of the strong ones. They were chosen for coated paper.
pub(crate) const INKS: [(Rgb, [u8; 4], f32); 7] = [
    (STRONG_DO, DO_INKS, 1.0),
    (STRONG_CAUTION, CAUTION_INKS, 1.0),
    (STRONG_DONT, DONT_INKS, 1.0),
    (MARK_CAUTION, [30, 60, 100, 25], 1.0),
    (PALE_DO, DO_INKS, 0.1),
    (PALE_CAUTION, CAUTION_INKS, 0.14),
    (PALE_DONT, DONT_INKS, 0.08),
];
/// The colours that a print shop prints with black ink alone, or leaves to the paper: those of text.
pub(crate) const BLACKS: [Rgb; 2] = [INK, BLACK];
/// How much paper is in the pale colour of a brand.
const PALE: f64 = 0.91;

impl Palette {
    /// The colours of a brand.
    pub(crate) fn new(branding: &Branding, variant: Variant) -> Self {
        let brand = branding.primary.value.rgb;
        if variant == Variant::InkSaver {
            return Self {
                primary: brand,
                secondary: branding.secondary.value.rgb,
                heading: colour(BLACK),
                ink: colour(BLACK),
                pale: frame(THIN),
                saves_ink: true,
            };
        }
        Self {
            primary: brand,
            secondary: branding.secondary.value.rgb,
            heading: colour(if brand.contrast(PAPER) >= 4.5 {
                brand
            } else {
                INK
            }),
            ink: colour(INK),
            pale: colour(brand.mix(PAPER, PALE)).into(),
            saves_ink: false,
        }
    }

    /// A ground, and what can be read on it.
    pub(crate) fn ground(&self, ground: Ground) -> GroundColours {
        if self.saves_ink {
            return GroundColours {
                fill: framed(ground),
                text: self.ink,
            };
        }
        let fill = self.rgb(ground);
        GroundColours {
            fill: colour(fill).into(),
            text: match ground {
                Ground::Pale | Ground::Paper => self.ink,
                _ => colour(fill.text()),
            },
        }
    }

    /// A ground with words of a colour of their own on it.
    pub(crate) fn ground_with(&self, ground: Ground, text: Ground) -> GroundColours {
        let mut colours = self.ground(ground);
        if !self.saves_ink {
            colours.text = colour(self.rgb(text));
        }
        colours
    }

    /// The colour of a line.
    pub(crate) fn line(&self, ground: Ground) -> Colour {
        if self.saves_ink {
            return self.ink;
        }
        colour(self.rgb(ground))
    }

    /// What parts a band from its neighbours where no colour does: a strong line makes the headline loud, and one stands over
    /// the foot of the sheet. `None` where the colour does it.
    pub(crate) fn band(&self, region: Region) -> Option<Backing> {
        let lines = |above, below| Backing::Lines { above, below };
        self.saves_ink.then_some(match region {
            // Below it stand the lines of levels, which its own would run into.
            Region::Headline => lines(Some(line(Pattern::Solid, STRONG)), None),
            Region::Contacts | Region::FinePrint => lines(Some(line(Pattern::Solid, MEDIUM)), None),
            _ => Backing::Paper,
        })
    }

    /// The style of statements on the strong colours of their tones: bold, so that white letters don't drown in colour. Where there
    /// is no colour, that would only take ink.
    pub(super) fn strong_style(&self) -> Style {
        if self.saves_ink {
            Style::Regular
        } else {
            Style::Bold
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
            Ground::Own(colour) => colour,
        }
    }

    /// Behind head and body of a column that stands beside levels and has no tone.
    pub(crate) fn beside(&self) -> (Backing, Backing) {
        if !self.saves_ink {
            return (self.pale, self.pale);
        }
        let thin = Some(line(Pattern::Solid, THIN));
        let below = |above| Backing::Lines { above, below: thin };
        (below(thin), below(None))
    }

    /// The colours of a tone.
    pub(crate) fn tone(&self, tone: Tone) -> ToneColours {
        if self.saves_ink {
            return without_colour(tone);
        }
        let (strong, mark, pale) = match tone {
            Tone::Do => (STRONG_DO, STRONG_DO, PALE_DO),
            Tone::Caution => (STRONG_CAUTION, MARK_CAUTION, PALE_CAUTION),
            Tone::Dont => (STRONG_DONT, STRONG_DONT, PALE_DONT),
        };
        ToneColours {
            head: colour(strong).into(),
            strong: colour(strong).into(),
            on_strong: colour(strong.text()),
            mark: colour(mark),
            pale: colour(pale).into(),
            panel: colour(pale).into(),
        }
    }
}

/// How thick lines are that stand in for colours, in points.
const THIN: f32 = 0.75;
const MEDIUM: f32 = 2.0;
const STRONG: f32 = 3.5;

/// A tone told by the pattern of its lines: in one for what to do, with gaps for what to be careful with, double for what
/// not to do. Its icon and its words tell it, too.
fn without_colour(tone: Tone) -> ToneColours {
    let pattern = match tone {
        Tone::Do => Pattern::Solid,
        Tone::Caution => Pattern::Dashed,
        Tone::Dont => Pattern::Double,
    };
    let below = Backing::Lines {
        above: None,
        below: Some(line(Pattern::Solid, THIN)),
    };
    ToneColours {
        head: Backing::Lines {
            above: Some(line(pattern, STRONG)),
            below: Some(line(Pattern::Solid, THIN)),
        },
        strong: below,
        on_strong: colour(BLACK),
        mark: colour(BLACK),
        pale: below,
        panel: frame(THIN),
    }
}

/// The frame that stands in for a ground: the graver, the thicker.
fn framed(ground: Ground) -> Backing {
    match ground {
        Ground::Paper => Backing::Paper,
        Ground::Pale | Ground::Primary | Ground::Secondary | Ground::Ink | Ground::Own(_) => {
            frame(THIN)
        }
        Ground::Do | Ground::Caution => frame(MEDIUM),
        Ground::Dont => frame(STRONG),
    }
}

fn frame(thickness: f32) -> Backing {
    Backing::Frame(line(Pattern::Solid, thickness))
}

fn line(pattern: Pattern, thickness: f32) -> Line {
    Line {
        pattern,
        thickness,
        colour: colour(BLACK),
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
        match colour {
            Colour::Rgb(red, green, blue) => Rgb::new(red, green, blue),
            Colour::Ink(ink) => panic!("{ink:?} before the separation"),
        }
    }

    fn behind(backing: Backing) -> Rgb {
        match backing {
            Backing::Colour(colour) => rgb(colour),
            _ => PAPER,
        }
    }

    fn palette(variant: Variant) -> Palette {
        let place = crate::diagnostic::Span::new(crate::diagnostic::FileId(0), 0..1);
        let blue = crate::diagnostic::Located::new(Rgb::new(0x1f, 0x4e, 0x79).into(), place);
        let branding = Branding {
            primary: blue.clone(),
            secondary: blue,
            logo: None,
            strapline: None,
            fonts: Vec::new(),
        };
        Palette::new(&branding, variant)
    }

    const TONES: [Tone; 3] = [Tone::Do, Tone::Caution, Tone::Dont];

    #[test]
    fn every_tone_can_be_read() {
        for variant in [Variant::Standard, Variant::InkSaver] {
            let palette = palette(variant);
            for tone in TONES {
                let colours = palette.tone(tone);
                let contrast = |a, b| rgb(a).contrast(behind(b));
                assert!(contrast(colours.on_strong, colours.head) >= 4.5, "{tone:?}");
                assert!(
                    contrast(colours.on_strong, colours.strong) >= 4.5,
                    "{tone:?}"
                );
                assert!(contrast(colours.mark, colours.pale) >= 4.5, "{tone:?}");
                assert!(contrast(palette.ink, colours.pale) >= 4.5, "{tone:?}");
                assert!(contrast(palette.ink, colours.panel) >= 4.5, "{tone:?}");
            }
        }
    }

    #[test]
    fn tones_differ_without_colour() {
        let palette = palette(Variant::InkSaver);
        let heads = TONES.map(|tone| palette.tone(tone).head);
        assert!(heads[0] != heads[1] && heads[1] != heads[2] && heads[0] != heads[2]);
        for ground in [Ground::Primary, Ground::Dont, Ground::Ink, Ground::Pale] {
            assert!(!matches!(palette.ground(ground).fill, Backing::Colour(_)));
        }
    }
}
