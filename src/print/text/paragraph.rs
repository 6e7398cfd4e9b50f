//! A shaped paragraph, measured in ems.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

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
    /// How many lines it took when it was last asked.
    pub(super) counted: Counted,
}

/// A width and how many lines a paragraph takes at it. Layout asks again and again, and mostly for the same width; editions share
/// paragraphs, so all threads may ask.
#[derive(Debug)]
pub(super) struct Counted(AtomicU64);

impl Default for Counted {
    fn default() -> Self {
        // No width has these bits.
        Self(AtomicU64::new(u64::MAX))
    }
}

impl Clone for Counted {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Counted {
    /// What was counted for this width, or else what `count` gives.
    fn at(&self, width: f32, count: impl FnOnce() -> usize) -> usize {
        let bits = u64::from(width.to_bits());
        let known = self.0.load(Ordering::Relaxed);
        if known >> u32::BITS == bits {
            return (known & u64::from(u32::MAX)) as usize;
        }
        let lines = count();
        // One number holds both, so nobody finds the one without the other.
        if let Ok(lines) = u32::try_from(lines) {
            self.0
                .store(bits << u32::BITS | u64::from(lines), Ordering::Relaxed);
        }
        lines
    }
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
        self.counted
            .at(width, || breaking::count(&self.measures, width))
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

#[cfg(test)]
mod tests {
    use super::super::{Fonts, Style, Typesetter, Wording};
    use crate::diagnostic::{FileId, Span};

    #[test]
    fn lines_are_counted_for_the_width_that_is_asked_for() {
        let fonts = Fonts::of_default_theme();
        let words = Wording::new("Ask before you share a picture of anybody", Style::Regular);
        let at = Span::new(FileId(0), 0..0);
        let paragraph = Typesetter::new(&fonts, "en").paragraph(&words, at);
        let (wide, narrow) = (paragraph.line_count(40.0), paragraph.line_count(6.0));
        assert_eq!((wide, paragraph.line_count(40.0)), (1, 1));
        assert!(narrow > 1);
        for _ in 0..2 {
            assert_eq!(paragraph.line_count(6.0), narrow);
        }
        assert_eq!(paragraph.clone().line_count(0.0), paragraph.line_count(0.0));
    }
}
