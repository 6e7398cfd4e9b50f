//! How high pieces are.

use super::piece::{Extent, Gap, HeadPlace, Headed, Item, Piece, Row, Stack, Text};
use super::{Picture, Scale};

impl Piece {
    /// The height in points at this width in points.
    pub(crate) fn height(&self, width: f32, scale: Scale) -> f32 {
        self.height_up_to(f32::INFINITY, width, scale)
    }

    /// The height in points, or, if it is more than `enough`, anything that is more: to know that a chapter is higher than a page
    /// it need not be measured to its end.
    pub(super) fn height_up_to(&self, enough: f32, width: f32, scale: Scale) -> f32 {
        match self {
            Piece::Text(text) => text.height(width, scale),
            Piece::Picture(picture) => picture.size(width, scale).1,
            Piece::Stack(stack) => stack.height_up_to(enough, width, scale),
            Piece::Row(row) => row.height(width, scale),
            Piece::Columns(columns) => {
                let arrangement = columns.arrange(width, scale);
                arrangement.head + arrangement.body
            }
            Piece::Panel(panel) => {
                let padding = panel.padding;
                let inner = (width - 2.0 * padding.side.at(scale)).max(0.0);
                let (above, below) = panel.backing.takes();
                let height = panel.piece.height_up_to(enough, inner, scale)
                    + above
                    + padding.top.space(scale)
                    + padding.bottom.space(scale)
                    + below;
                height.max(panel.least)
            }
            Piece::Item(item) => item.height(width, scale),
            Piece::Headed(headed) => headed.height_up_to(enough, width, scale),
            Piece::Part(part) => part.piece.height_up_to(enough, width, scale),
            Piece::Together(piece) | Piece::Unread(piece) | Piece::Named(_, piece) => {
                piece.height_up_to(enough, width, scale)
            }
            Piece::Space(length) => length.space(scale),
            Piece::Rule(rule) => rule.thickness,
            Piece::Spare(_, piece) if self.is_there(scale) => {
                piece.height_up_to(enough, width, scale)
            }
            Piece::Spare(..) => 0.0,
        }
    }
}

impl Text {
    /// The size of type at this width, in points.
    pub(super) fn type_size(&self, width: f32, scale: Scale) -> f32 {
        self.size.at(&self.paragraph, width, scale)
    }

    pub(super) fn height(&self, width: f32, scale: Scale) -> f32 {
        let size = self.type_size(width, scale);
        let lines = match self.extent {
            Extent::Whole | Extent::Prose => self.paragraph.line_count(width / size),
            Extent::Lines { from, to } => to - from,
        };
        self.height_of(lines, size)
    }

    /// The height of so many lines of this size.
    pub(super) fn height_of(&self, lines: usize, size: f32) -> f32 {
        if lines == 0 {
            return 0.0;
        }
        size * (self.metrics.top + (lines - 1) as f32 * self.leading + self.metrics.bottom)
    }
}

impl Picture {
    /// Width and height in points.
    pub(super) fn size(&self, width: f32, scale: Scale) -> (f32, f32) {
        let aspect = self.art.aspect().max(f32::MIN_POSITIVE);
        let height = self.height.at(scale);
        let widest = self.max_width.at(scale).min(width);
        if height * aspect > widest {
            (widest, widest / aspect)
        } else {
            (height * aspect, height)
        }
    }
}

impl Stack {
    fn height_up_to(&self, enough: f32, width: f32, scale: Scale) -> f32 {
        /// So many points further than needed: what is too much remains too much, however sums are rounded.
        const FURTHER: f32 = 1.0;
        let mut count = 0_u16;
        let mut height = 0.0;
        for piece in self.pieces.iter().filter(|piece| piece.is_there(scale)) {
            count += 1;
            height += piece.height_up_to(enough - height + FURTHER, width, scale);
            // What is between pieces is never less than nothing.
            if height > enough {
                return height;
            }
        }
        height + f32::from(count.saturating_sub(1)) * self.gap.at(scale)
    }
}

impl Gap {
    /// Its height in points.
    pub(super) fn at(self, scale: Scale) -> f32 {
        match self {
            Gap::White(length) => length.space(scale),
            Gap::Baselines {
                step,
                steps,
                capital,
            } => {
                let least = f32::from(steps);
                let steps = (least * scale.air).floor().max(least);
                steps * step.at(scale) - capital.at(scale)
            }
        }
    }
}

impl Row {
    fn height(&self, width: f32, scale: Scale) -> f32 {
        self.widths(width, scale)
            .iter()
            .zip(&self.cells)
            .map(|(&width, cell)| cell.piece.height(width, scale))
            .fold(0.0, f32::max)
    }

    /// The widths of the cells in points.
    pub(super) fn widths(&self, width: f32, scale: Scale) -> Vec<f32> {
        match self.lowest(|share| self.height_at(share, width, scale)) {
            Some(share) => {
                let room = (width - self.gap.at(scale)).max(0.0);
                vec![room * share, room * (1.0 - share)]
            }
            None => self.shared_widths(width, scale),
        }
    }

    /// The share of the first of two cells at which the row is lowest. `None` if cells keep to their own.
    pub(super) fn lowest(&self, height: impl Fn(f32) -> f32) -> Option<f32> {
        let [usual, others @ ..] = self.balance else {
            return None;
        };
        if self.cells.len() != 2 {
            return None;
        }
        let mut best = (height(*usual), *usual);
        for share in others {
            let height = height(*share);
            if height < best.0 {
                best = (height, *share);
            }
        }
        Some(best.1)
    }

    /// The height in points if the first of two cells has this share of the width.
    pub(super) fn height_at(&self, share: f32, width: f32, scale: Scale) -> f32 {
        let room = (width - self.gap.at(scale)).max(0.0);
        self.cells
            .iter()
            .zip([share, 1.0 - share])
            .map(|(cell, share)| cell.piece.height(room * share, scale))
            .fold(0.0, f32::max)
    }

    /// The widths of cells that keep to their shares.
    fn shared_widths(&self, width: f32, scale: Scale) -> Vec<f32> {
        let gaps = self.cells.len().saturating_sub(1) as f32 * self.gap.at(scale);
        let fixed: f32 = self
            .cells
            .iter()
            .filter_map(|cell| cell.width)
            .map(|width| width.at(scale))
            .sum();
        let shares: f32 = self
            .cells
            .iter()
            .filter(|cell| cell.width.is_none())
            .map(|cell| cell.share)
            .sum();
        let left = (width - gaps - fixed).max(0.0);
        self.cells
            .iter()
            .map(|cell| match cell.width {
                Some(width) => width.at(scale),
                None => left * cell.share / shares.max(f32::MIN_POSITIVE),
            })
            .collect()
    }
}

impl Headed {
    fn height_up_to(&self, enough: f32, width: f32, scale: Scale) -> f32 {
        let (head, body) = self.widths(width);
        let head = self.column.head.height(head, scale);
        let body = self.column.body.height_up_to(enough, body, scale);
        match self.place {
            // What says nothing needs no white before it.
            HeadPlace::Over { .. } if body <= 0.0 => head,
            HeadPlace::Over { .. } => head + self.place.white(head, scale) + body,
            HeadPlace::Beside(_) => head.max(body),
        }
    }

    /// The widths of head and body.
    pub(super) fn widths(&self, width: f32) -> (f32, f32) {
        match self.place {
            HeadPlace::Over { .. } => (width, width),
            HeadPlace::Beside(share) => (width * share, width * (1.0 - share)),
        }
    }
}

impl Item {
    fn height(&self, width: f32, scale: Scale) -> f32 {
        self.body
            .height((width - self.indent.at(scale)).max(0.0), scale)
    }
}
