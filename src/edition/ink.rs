//! Colours as a print shop mixes them.

use super::Rgb;

/// Shares of the four inks that print shops print everything with, in per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cmyk([u8; 4]);

/// A colour of a board: what it is on screens, and how a print shop makes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrandColour {
    /// On screens and office printers.
    pub rgb: Rgb,
    /// Its inks, if the board says them.
    pub cmyk: Option<Cmyk>,
    /// The name of an ink of its own.
    pub spot: Option<String>,
}

impl Cmyk {
    /// What the inks are called, in the order of their shares.
    pub const NAMES: [&'static str; 4] = ["cyan", "magenta", "yellow", "black"];
    /// The most ink that coated paper takes before it smears, in per cent of all four together. (Standards of print allow from
    /// 300 to 330, ISO 12647-2; every print shop can work with the least of them.)
    pub const MOST: u16 = 300;

    /// These shares of cyan, magenta, yellow and black, none over 100.
    pub fn new(shares: [u8; 4]) -> Self {
        Self(shares.map(|share| share.min(100)))
    }

    /// The shares of cyan, magenta, yellow and black.
    pub fn shares(self) -> [u8; 4] {
        self.0
    }

    /// How much ink that is together.
    pub fn together(self) -> u16 {
        self.0.iter().copied().map(u16::from).sum()
    }
}

impl From<Rgb> for BrandColour {
    fn from(rgb: Rgb) -> Self {
        Self {
            rgb,
            cmyk: None,
            spot: None,
        }
    }
}
