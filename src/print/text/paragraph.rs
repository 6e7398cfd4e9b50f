//! A shaped paragraph, measured in ems.

use std::ops::Range;
use std::sync::Arc;

use super::Direction;
use super::breaking::{self, Line, Manner, Measures};
use super::wording::Look;

/// A paragraph after shaping. All its measures are in ems: to set it at 14 pt, multiply by 14.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    /// The text.
    pub(super) text: Arc<str>,
    /// Which way it runs as a whole.
    pub(super) direction: Direction,
    /// Its looks, each for a stretch of text.
    pub(super) looks: Vec<Look>,
    /// What was shaped as one: of one face, look and direction.
    pub(super) runs: Vec<Run>,
    /// Its clusters in the order of the text.
    pub(super) clusters: Vec<Cluster>,
    /// Their glyphs.
    pub(super) glyphs: Vec<ShapedGlyph>,
    /// Where it may be broken.
    pub(super) measures: Measures,
    /// The hyphen that makes a break within a word visible: its glyph in the first run's face and its width.
    pub(super) hyphen: Option<(u16, f32)>,
}

/// What was shaped as one.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// The face's number among the fonts.
    pub(super) face: usize,
    /// The look's number among the paragraph's looks.
    pub(super) look: usize,
    /// The level of embedding (Unicode Standard Annex 9): even runs left to right, odd ones right to left.
    pub(super) level: u8,
}

/// The smallest piece of text that has glyphs of its own: mostly a letter.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    /// The bytes it stands for.
    pub(super) text: Range<u32>,
    /// Its glyphs, in the order of sight.
    pub(super) glyphs: Range<u32>,
    /// Its run's number.
    pub(super) run: u32,
    /// How far the pen moves on.
    pub(super) advance: f32,
    /// Whether it is a space.
    pub(super) space: bool,
}

/// A glyph, its place relative to the pen.
#[derive(Debug, Clone)]
pub(super) struct ShapedGlyph {
    pub(super) id: u16,
    pub(super) advance: f32,
    pub(super) x: f32,
    /// Upwards.
    pub(super) y: f32,
}

impl Paragraph {
    /// How many lines it takes at this width in ems.
    pub(crate) fn line_count(&self, width: f32) -> usize {
        breaking::count(&self.measures, width)
    }

    /// Its best lines for this width in ems: as few as can be, and of these the most even.
    pub(crate) fn lines(&self, width: f32, manner: Manner) -> Vec<Line> {
        breaking::break_lines(&self.measures, width, manner)
    }

    /// Its width in ems if it is not broken, except where the author breaks it.
    pub(crate) fn natural_width(&self) -> f32 {
        self.lines(f32::INFINITY, Manner::Ragged)
            .iter()
            .map(|line| line.width)
            .fold(0.0, f32::max)
    }

    /// The smallest width in ems at which it takes no more than so many lines, no word broken.
    pub(crate) fn narrowest(&self, lines: usize) -> f32 {
        /// Halvings until the width is known to a few thousandths of an em.
        const PASSES: usize = 14;
        let natural = self.natural_width();
        let mut bad = self.measures.longest_word();
        if lines <= 1 {
            return natural;
        }
        if self.line_count(bad) <= lines {
            return bad;
        }
        let mut good = natural;
        for _ in 0..PASSES {
            let middle = f32::midpoint(good, bad);
            if self.line_count(middle) <= lines {
                good = middle;
            } else {
                bad = middle;
            }
        }
        good
    }

    /// Which of its lines a byte of its text stands on.
    pub(crate) fn line_of(&self, byte: usize, lines: &[Line]) -> Option<usize> {
        let cluster = self
            .clusters
            .iter()
            .position(|cluster| cluster.text.end as usize > byte)?;
        lines
            .iter()
            .position(|line| line.clusters.contains(&cluster))
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether some of its words lead somewhere.
    pub(crate) fn has_links(&self) -> bool {
        self.looks.iter().any(|look| look.link.is_some())
    }
}
