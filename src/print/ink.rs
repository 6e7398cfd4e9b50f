//! What a scene for a print shop has that others haven't: inks, pictures made of inks, and room around the sheet.
//!
//! [`separation`](super::separation) makes it, and the PDF writer writes it. Nothing before them knows of it.

use std::sync::Arc;

use super::scene::Frame;

/// How much of an ink there is, from none (0) to all over (10 000): hundredths of a per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Share(u16);

/// What a colour is printed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Cyan, magenta, yellow and black.
    Process([Share; 4]),
    /// An ink of its own, by its place among those of the sheet, and how much of it.
    Spot(u16, Share),
    /// All inks there are, so that marks stand on every plate (ISO 32000-1 §8.6.6.4, the colorant All).
    All,
}

/// An ink of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// What its maker calls it.
    pub name: Arc<str>,
    /// What stands in for it where it isn't used: cyan, magenta, yellow and black.
    pub stand_in: [Share; 4],
}

/// The sheet that a print shop prints on and cuts the pages from: it is larger than they are.
#[derive(Debug, Clone, PartialEq)]
pub struct PressSheet {
    /// The inks besides cyan, magenta, yellow and black.
    pub spots: Vec<Spot>,
    /// How much of each side of a page is outside the cut, in points.
    pub outside: f32,
    /// How far colour reaches over the cut, in points; no more than is outside.
    pub bleed: f32,
}

/// A picture for a print shop in a box.
#[derive(Debug, Clone)]
pub struct Halftone {
    /// The pixels.
    pub plates: Arc<Plates>,
    /// Left edge, top edge, width and height in points.
    pub frame: Frame,
}

/// Pixels as shares of ink.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plates {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Cyan, magenta, yellow and black, row by row, from 0 to 255.
    pub inks: Vec<u8>,
    /// The pixels at which nothing is printed, so that what is beneath stays, row by row, where there are any.
    pub bare: Option<Vec<bool>>,
}

impl Share {
    /// All over.
    pub const FULL: Share = Share(10_000);
    /// None.
    pub const NONE: Share = Share(0);

    /// This part of all, from 0 to 1.
    pub fn new(part: f32) -> Self {
        Self((part.clamp(0.0, 1.0) * f32::from(Self::FULL.0)).round() as u16)
    }

    /// So many per cent.
    pub fn per_cent(number: u8) -> Self {
        Self(u16::from(number.min(100)) * 100)
    }

    /// As a part of all, from 0 to 1.
    pub fn part(self) -> f32 {
        f32::from(self.0) / f32::from(Self::FULL.0)
    }

    /// This part of it.
    #[must_use]
    pub fn times(self, part: f32) -> Self {
        Self::new(self.part() * part)
    }
}

impl Ink {
    /// Black alone: for text, whose plates would else have to meet exactly.
    pub const BLACK: Ink = Ink::Process([Share::NONE, Share::NONE, Share::NONE, Share::FULL]);
    /// No ink: the paper.
    pub const PAPER: Ink = Ink::Process([Share::NONE; 4]);

    /// A tint: this part of the same inks.
    #[must_use]
    pub fn tint(self, part: f32) -> Self {
        match self {
            Self::Process(shares) => Self::Process(shares.map(|share| share.times(part))),
            Self::Spot(place, share) => Self::Spot(place, share.times(part)),
            Self::All => Self::All,
        }
    }
}
