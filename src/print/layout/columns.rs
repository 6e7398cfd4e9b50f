//! Columns whose heads and bodies are of one height.

use super::piece::Columns;
use super::{Canvas, Scale};
use crate::print::scene::Frame;

impl Columns {
    /// The width of each column in points.
    fn column_width(&self, width: f32, scale: Scale) -> f32 {
        let gaps = self.columns.len().saturating_sub(1) as f32 * self.gap.at(scale);
        ((width - gaps) / self.columns.len().max(1) as f32).max(0.0)
    }

    /// The heights of the highest head and of the highest body.
    pub(super) fn heights(&self, width: f32, scale: Scale) -> (f32, f32) {
        let width = self.column_width(width, scale);
        self.columns
            .iter()
            .fold((0.0, 0.0), |(head, body), column| {
                (
                    column.head.height(width, scale).max(head),
                    column.body.height(width, scale).max(body),
                )
            })
    }

    pub(super) fn draw(&self, frame: Frame, scale: Scale, canvas: &mut Canvas<'_>) {
        let width = self.column_width(frame.width, scale);
        let (head, _) = self.heights(frame.width, scale);
        let step = width + self.gap.at(scale);
        for (at, column) in self.columns.iter().enumerate() {
            let x = canvas.along(frame, at as f32 * step, width);
            column.head.draw(
                Frame {
                    x,
                    y: frame.y,
                    width,
                    height: head,
                },
                scale,
                canvas,
            );
            column.body.draw(
                Frame {
                    x,
                    y: frame.y + head,
                    width,
                    height: frame.height - head,
                },
                scale,
                canvas,
            );
        }
    }
}
