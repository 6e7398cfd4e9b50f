//! Pieces at their places.

use std::sync::Arc;

use super::piece::{
    Align, Extent, Grows, HeadPlace, Headed, Item, Panel, Picture, Piece, Row, Stack, Text, Upright,
};
use super::shapes::{filled, rectangle};
use super::{Canvas, Scale, SetText};
use crate::print::scene::{Drawing, Frame, PartId, Role};
use crate::print::text::{Link, Pen, PlacedRun};

impl Piece {
    /// Draws the piece into a box, which is as wide as it was measured for, and as high or higher.
    pub(crate) fn draw(&self, frame: Frame, scale: Scale, canvas: &mut Canvas<'_>) {
        match self {
            Piece::Text(text) => text.draw(frame, scale, canvas),
            Piece::Picture(picture) => picture.draw(frame, scale, canvas),
            Piece::Stack(stack) => stack.draw(frame, scale, canvas),
            Piece::Row(row) => row.draw(frame, scale, canvas),
            Piece::Columns(columns) => columns.draw(frame, scale, canvas),
            Piece::Panel(panel) => panel.draw(frame, scale, canvas),
            Piece::Item(item) => item.draw(frame, scale, canvas),
            Piece::Headed(headed) => headed.draw(frame, scale, canvas),
            Piece::Part(part) => canvas.within(part.role.clone(), part.thread, |canvas| {
                // All of a part that is a link can be clicked.
                if matches!(part.role, Role::Link { .. }) {
                    canvas.add_link_box(canvas.part(), frame);
                }
                part.piece.draw(frame, scale, canvas);
            }),
            Piece::Named(name, piece) => {
                canvas.add_place(name, frame.y);
                piece.draw(frame, scale, canvas);
            }
            Piece::Together(piece) => piece.draw(frame, scale, canvas),
            Piece::Unread(piece) => canvas.unread(|canvas| piece.draw(frame, scale, canvas)),
            Piece::Spare(_, piece) if self.is_there(scale) => piece.draw(frame, scale, canvas),
            Piece::Rule(rule) => {
                canvas.draw_artifact(filled(rectangle(frame, (0.0, 0.0)), rule.colour));
            }
            Piece::Space(_) | Piece::Spare(..) => {}
        }
    }
}

impl Text {
    fn draw(&self, frame: Frame, scale: Scale, canvas: &mut Canvas<'_>) {
        let draw = |canvas: &mut Canvas<'_>| {
            self.draw_lines(frame, scale, canvas);
            self.add_notes(canvas);
        };
        match &self.role {
            Some(role) => canvas.within(role.clone(), None, draw),
            None => draw(canvas),
        }
    }

    /// Gives notes their place in the order of reading, right behind the text. They are drawn at the foot of the page.
    fn add_notes(&self, canvas: &mut Canvas<'_>) {
        for note in &self.notes {
            canvas.add_note(Arc::clone(&note.piece));
        }
    }

    fn draw_lines(&self, frame: Frame, scale: Scale, canvas: &mut Canvas<'_>) {
        let size = self.type_size(frame.width, scale);
        let all = self.paragraph.lines(frame.width / size, self.manner);
        let lines = match self.extent {
            Extent::Whole | Extent::Prose => all.as_slice(),
            Extent::Lines { from, to } => all.get(from..to).unwrap_or_default(),
        };
        let mut parts = Links::default();
        let (mut left, mut reach) = (frame.x + frame.width, frame.x);
        for (at, line) in lines.iter().enumerate() {
            let width = line.width * size;
            let room = (frame.width - width).max(0.0);
            let offset = match self.align {
                Align::Start => -line.hang * size,
                Align::Centre => room / 2.0,
                Align::End => room,
            };
            let pen = Pen {
                size,
                colour: self.colour,
                x: canvas.along(frame, offset, width),
                y: frame.y + size * (self.metrics.top + at as f32 * self.leading),
            };
            left = left.min(pen.x);
            reach = reach.max(pen.x + width);
            for run in self.paragraph.place(line, pen, canvas.fonts) {
                self.draw_run(run, pen, &mut parts, canvas);
            }
        }
        canvas.note(SetText {
            page: canvas.page(),
            unread: canvas.is_unread(),
            statement: self.statement,
            text: self.paragraph.text().to_owned(),
            lines: lines.len(),
            frame,
            left,
            reach,
            baseline: frame.y + self.height_of(lines.len(), size) - size * self.metrics.bottom,
            size,
            from_afar: self.from_afar,
        });
    }

    fn draw_run(&self, run: PlacedRun, pen: Pen, links: &mut Links, canvas: &mut Canvas<'_>) {
        let part = if self.paragraph.has_links() {
            links.part(run.link.as_ref(), canvas)
        } else {
            canvas.part()
        };
        if run.link.is_some() && run.reach.start < run.reach.end {
            let top = pen.y - self.metrics.top * pen.size * 1.15;
            let bottom = pen.y + self.metrics.descent * pen.size * 0.6;
            canvas.add_link_box(
                part,
                Frame {
                    x: run.reach.start,
                    y: top,
                    width: run.reach.end - run.reach.start,
                    height: bottom - top,
                },
            );
        }
        canvas.draw_content(part, Drawing::Glyphs(run.glyphs));
    }
}

/// The parts of a paragraph with links: what stands between them is a span of its own, so that all are read in order.
#[derive(Default)]
struct Links {
    current: Option<(Option<Arc<Link>>, PartId)>,
}

impl Links {
    fn part(&mut self, link: Option<&Arc<Link>>, canvas: &mut Canvas<'_>) -> PartId {
        if let Some((current, part)) = &self.current
            && current.as_ref() == link
        {
            return *part;
        }
        let role = match link {
            Some(link) => Role::Link {
                to: link.to.clone(),
                description: link.description.clone(),
                boxes: Vec::new(),
            },
            None => Role::Span,
        };
        let part = canvas.add_part(canvas.part(), role);
        self.current = Some((link.cloned(), part));
        part
    }
}

impl Picture {
    fn draw(&self, frame: Frame, scale: Scale, canvas: &mut Canvas<'_>) {
        let (width, height) = self.size(frame.width, scale);
        let room = (frame.width - width).max(0.0);
        let offset = match self.align {
            Align::Start => 0.0,
            Align::Centre => room / 2.0,
            Align::End => room,
        };
        let place = Frame {
            x: canvas.along(frame, offset, width),
            y: frame.y,
            width,
            height,
        };
        let drawings = self.art.draw(place, self.ink);
        match &self.alt {
            Some(alt) if !canvas.is_unread() => {
                let role = Role::Figure {
                    alt: alt.words.clone(),
                    place: (canvas.page(), place),
                };
                let part = canvas.add_part(canvas.part(), role);
                if let Some(language) = &alt.language {
                    canvas.say_language(part, language);
                }
                for drawing in drawings {
                    canvas.draw_content(part, drawing);
                }
            }
            _ => {
                for drawing in drawings {
                    canvas.draw_artifact(drawing);
                }
            }
        }
    }
}

impl Stack {
    fn draw(&self, frame: Frame, scale: Scale, canvas: &mut Canvas<'_>) {
        let pieces: Vec<(usize, &Piece, f32)> = self
            .pieces
            .iter()
            .enumerate()
            .filter(|(_, piece)| piece.is_there(scale))
            .map(|(at, piece)| (at, piece, piece.height(frame.width, scale)))
            .collect();
        let gaps = pieces.len().saturating_sub(1) as f32;
        let mut gap = self.gap.at(scale);
        let used: f32 = pieces.iter().map(|(_, _, height)| height).sum::<f32>() + gaps * gap;
        let mut left = (frame.height - used).max(0.0);
        if let Some(spread) = self.spread
            && gaps > 0.0
        {
            let step = spread.step.at(scale).max(f32::MIN_POSITIVE);
            let steps = (left / gaps / step).floor().min(spread.most as f32);
            gap += steps * step;
            left -= steps * step * gaps;
        }
        let mut y = frame.y;
        for (at, piece, height) in pieces {
            let more = match self.grows {
                Grows::One(one) if one == at => left,
                Grows::All => left / (gaps + 1.0),
                _ => 0.0,
            };
            let height = height + more;
            piece.draw(
                Frame {
                    x: frame.x,
                    y,
                    width: frame.width,
                    height,
                },
                scale,
                canvas,
            );
            y += height + gap;
        }
    }
}

impl Row {
    fn draw(&self, frame: Frame, scale: Scale, canvas: &mut Canvas<'_>) {
        let widths = self.widths(frame.width, scale);
        let mut offset = 0.0;
        for (cell, &width) in self.cells.iter().zip(&widths) {
            let own = cell.piece.height(width, scale);
            let (y, height) = match self.upright {
                Upright::Top => (frame.y, own),
                Upright::Middle => (frame.y + (frame.height - own).max(0.0) / 2.0, own),
                Upright::Stretch => (frame.y, frame.height),
            };
            cell.piece.draw(
                Frame {
                    x: canvas.along(frame, offset, width),
                    y,
                    width,
                    height,
                },
                scale,
                canvas,
            );
            offset += width + self.gap.at(scale);
        }
    }
}

impl Panel {
    fn draw(&self, frame: Frame, scale: Scale, canvas: &mut Canvas<'_>) {
        let side = self.padding.side.at(scale);
        for drawing in self.backing.draw(frame, self.corners, side) {
            canvas.draw_artifact(drawing);
        }
        let (above, below) = self.backing.takes();
        let top = above + self.padding.top.space(scale);
        let bottom = below + self.padding.bottom.space(scale);
        let mut inner = Frame {
            x: frame.x + side,
            y: frame.y + top,
            width: (frame.width - 2.0 * side).max(0.0),
            height: (frame.height - top - bottom).max(0.0),
        };
        if self.upright == Upright::Middle {
            let own = self.piece.height(inner.width, scale);
            inner.y += (inner.height - own).max(0.0) / 2.0;
            inner.height = own;
        }
        self.piece.draw(inner, scale, canvas);
    }
}

impl Headed {
    fn draw(&self, frame: Frame, scale: Scale, canvas: &mut Canvas<'_>) {
        let (head_width, body_width) = self.widths(frame.width);
        let (head, body) = match self.place {
            HeadPlace::Over { .. } => {
                let height = self.column.head.height(head_width, scale);
                let below = height + self.place.white(height, scale);
                let head = Frame { height, ..frame };
                let body = Frame {
                    y: frame.y + below,
                    height: (frame.height - below).max(0.0),
                    ..frame
                };
                (head, body)
            }
            HeadPlace::Beside(_) => {
                let head = Frame {
                    x: canvas.along(frame, 0.0, head_width),
                    width: head_width,
                    ..frame
                };
                let body = Frame {
                    x: canvas.along(frame, head_width, body_width),
                    width: body_width,
                    ..frame
                };
                (head, body)
            }
        };
        self.column.head.draw(head, scale, canvas);
        self.column.body.draw(body, scale, canvas);
    }
}

impl Item {
    fn draw(&self, frame: Frame, scale: Scale, canvas: &mut Canvas<'_>) {
        let indent = self.indent.at(scale);
        let body = Frame {
            x: canvas.along(frame, indent, (frame.width - indent).max(0.0)),
            y: frame.y,
            width: (frame.width - indent).max(0.0),
            height: frame.height,
        };
        if let Some(mark) = &self.mark {
            let height = mark.height * scale.body;
            let width = height * mark.art.aspect();
            let place = Frame {
                x: canvas.along(frame, 0.0, width),
                // In the middle of the capitals of the first line.
                y: frame.y + (self.capital * scale.body - height) / 2.0,
                width,
                height,
            };
            for drawing in mark.art.draw(place, mark.ink) {
                canvas.draw_artifact(drawing);
            }
        }
        let (item, list_body) = self.threads.unzip();
        canvas.within(Role::ListItem, item, |canvas| {
            canvas.within(Role::ListBody, list_body, |canvas| {
                self.body.draw(body, scale, canvas);
            });
        });
    }
}
