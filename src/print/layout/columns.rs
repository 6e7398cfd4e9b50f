//! Columns whose heads and bodies are of one height.

use super::piece::{Column, Columns, Piece, Widths};
use super::{Canvas, Scale};
use crate::print::scene::Frame;

/// Where columns stand and how high they are, in points.
pub(super) struct Arrangement {
    pub(super) widths: Vec<f32>,
    pub(super) head: f32,
    pub(super) body: f32,
}

impl Columns {
    /// The widths that make the highest column lowest: columns that say more are a little wider.
    pub(super) fn arrange(&self, width: f32, scale: Scale) -> Arrangement {
        /// How much of the difference in height goes into the width, one try after the other.
        const TRIES: [f32; 2] = [0.35, 0.7];
        let count = self.each.len().max(1) as f32;
        let room = (width - (count - 1.0) * self.gap.at(scale)).max(0.0);
        let even = vec![room / count; self.each.len()];
        let mut best = self.with_widths(even, scale);
        let play = match self.widths {
            Widths::Fitted { play } if self.each.len() > 1 => play,
            _ => return best,
        };
        let heights: Vec<f32> = self
            .each
            .iter()
            .map(|column| column.body.height(room / count, scale))
            .collect();
        let mean = (heights.iter().sum::<f32>() / count).max(f32::MIN_POSITIVE);
        for share in TRIES {
            let weights: Vec<f32> = heights
                .iter()
                .map(|height| ((height / mean - 1.0) * share).clamp(-play, play) + 1.0)
                .collect();
            let sum: f32 = weights.iter().sum();
            let widths = weights.iter().map(|weight| room * weight / sum).collect();
            let candidate = self.with_widths(widths, scale);
            if candidate.head + candidate.body < best.head + best.body {
                best = candidate;
            }
        }
        best
    }

    fn with_widths(&self, widths: Vec<f32>, scale: Scale) -> Arrangement {
        let highest = |piece: fn(&Column) -> &super::Piece| {
            self.each
                .iter()
                .zip(&widths)
                .map(|(column, &width)| piece(column).height(width, scale))
                .fold(0.0, f32::max)
        };
        Arrangement {
            head: highest(|column| &column.head),
            body: highest(|column| &column.body),
            widths,
        }
    }

    pub(super) fn draw(&self, frame: Frame, scale: Scale, canvas: &mut Canvas<'_>) {
        let arrangement = self.arrange(frame.width, scale);
        let mut offset = 0.0;
        // Over the colour of both columns, where there is no white between them.
        let mut rules = Vec::new();
        for (at, (column, &width)) in self.each.iter().zip(&arrangement.widths).enumerate() {
            let x = canvas.along(frame, offset, width);
            let head = Frame {
                x,
                y: frame.y,
                width,
                height: arrangement.head,
            };
            column.head.draw(head, scale, canvas);
            let body = Frame {
                x,
                y: frame.y + arrangement.head,
                width,
                height: frame.height - arrangement.head,
            };
            column.body.draw(body, scale, canvas);
            offset += width + self.gap.at(scale);
            if let Some(rule) = self.rule
                && at + 1 < self.each.len()
            {
                let middle = offset - f32::midpoint(self.gap.at(scale), rule.thickness);
                let line = Frame {
                    x: canvas.along(frame, middle, rule.thickness),
                    width: rule.thickness,
                    ..frame
                };
                rules.push((line, rule));
            }
        }
        for (line, rule) in rules {
            Piece::Rule(rule).draw(line, scale, canvas);
        }
    }
}
