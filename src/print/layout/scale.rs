//! Lengths and sizes that follow the scale of a sheet.

use crate::print::text::Paragraph;

/// How large a sheet is set. The search for the best fit turns these three.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scale {
    /// The size of body text in points.
    pub(crate) body: f32,
    /// What white space is multiplied with; 1 as designed.
    pub(crate) air: f32,
    /// What the sizes of titles are multiplied with; 1 as designed.
    pub(crate) display: f32,
    /// What is left out: pieces that can be spared up to this rank. 0 leaves nothing out.
    pub(crate) left_out: u8,
}

/// A length: so many points, so many that follow the size of titles, and so many sizes of body text.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Length {
    /// In points.
    pub(crate) points: f32,
    /// In points, with titles.
    pub(crate) display: f32,
    /// In sizes of body text.
    pub(crate) ems: f32,
}

impl Length {
    /// So many points, whatever the size of type.
    pub(crate) const fn points(points: f32) -> Self {
        Self {
            points,
            display: 0.0,
            ems: 0.0,
        }
    }

    /// So many points, larger and smaller with titles.
    pub(crate) const fn display(display: f32) -> Self {
        Self {
            points: 0.0,
            display,
            ems: 0.0,
        }
    }

    /// So many sizes of body text.
    pub(crate) const fn ems(ems: f32) -> Self {
        Self {
            points: 0.0,
            display: 0.0,
            ems,
        }
    }

    /// The length in points.
    pub(crate) fn at(self, scale: Scale) -> f32 {
        self.points + self.display * scale.display + self.ems * scale.body
    }

    /// So many times as long.
    #[must_use]
    pub(crate) fn times(self, times: f32) -> Self {
        Self {
            points: self.points * times,
            display: self.display * times,
            ems: self.ems * times,
        }
    }

    /// The length in points as white space, which has more or less air. What follows titles is as large as they are
    /// already: less would let their descenders touch what is below.
    pub(crate) fn space(self, scale: Scale) -> f32 {
        (self.points + self.ems * scale.body) * scale.air + self.display * scale.display
    }
}

/// On more lines than this nothing is a title any more.
const MOST_LINES: usize = 6;

/// A size of type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Size {
    /// So many times the body.
    Body(f32),
    /// So many times the body, or less, so that it stands on one line: a number must not be torn.
    Line(f32),
    /// In points, whatever the body.
    Points(f32),
    /// So many times the body, but at least so many points: details that grow with what they belong to, and stay readable.
    Detail {
        /// In sizes of body text.
        times: f32,
        /// In points.
        least: f32,
    },
    /// As large as the width allows.
    Fill {
        /// Never larger, in points.
        max: f32,
        /// Not made smaller than this with other titles, in points: it must stay readable.
        least: f32,
        /// On one line if that can be at least this size, in points; on more otherwise.
        one_line: f32,
        /// Never more lines, but for what is required.
        lines: usize,
        /// At least this size in points, on as many lines as it takes; 0 requires nothing.
        required: f32,
    },
}

impl Size {
    /// The size in points of a paragraph that is so wide.
    pub(crate) fn at(self, paragraph: &Paragraph, width: f32, scale: Scale) -> f32 {
        match self {
            Size::Body(times) => times * scale.body,
            Size::Line(times) => {
                let alone = width / paragraph.narrowest(1).max(f32::MIN_POSITIVE);
                alone.min(times * scale.body)
            }
            Size::Points(points) => points,
            Size::Detail { times, least } => (times * scale.body).max(least),
            Size::Fill {
                max,
                least,
                one_line,
                lines,
                required,
            } => {
                let largest = |lines| width / paragraph.narrowest(lines).max(f32::MIN_POSITIVE);
                let alone = largest(1);
                let enough = (one_line * scale.display).max(least);
                let size = if alone >= enough || lines <= 1 {
                    alone
                } else {
                    largest(lines)
                };
                let size = if size < required {
                    (lines + 1..=MOST_LINES)
                        .map(largest)
                        .find(|size| *size >= required)
                        .unwrap_or_else(|| size.max(largest(MOST_LINES)))
                } else {
                    size
                };
                // Titles give way to body text, but not until nobody can read them.
                size.min((max * scale.display).max(least).max(required))
            }
        }
    }
}
