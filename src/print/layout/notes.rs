//! Footnotes, and the names of places: what pieces carry along to the page that they come to stand on.

use std::ops::Range;
use std::sync::Arc;

use super::piece::{Note, Piece, Rule, Text};
use super::{Canvas, Scale};
use crate::print::scene::{Colour, Frame, PartId};

/// The white above the line over notes, and below it, in points.
const ABOVE: f32 = 10.0;
const BELOW: f32 = 7.0;
/// The white between notes.
const BETWEEN: f32 = 4.0;
/// The line over notes.
const LINE: Rule = Rule {
    thickness: 0.5,
    colour: Colour::Rgb(0x76, 0x76, 0x76),
};
/// How long it is, as a share of the width.
const LENGTH: f32 = 0.3;

/// The height of notes with the line over them, in points; 0 where there are none.
pub(super) fn height<'p>(
    notes: impl IntoIterator<Item = &'p Arc<Piece>>,
    width: f32,
    scale: Scale,
) -> f32 {
    let mut notes = notes.into_iter().peekable();
    if notes.peek().is_none() {
        return 0.0;
    }
    let each: f32 = notes.map(|note| note.height(width, scale) + BETWEEN).sum();
    ABOVE + LINE.thickness + BELOW + each - BETWEEN
}

/// Draws notes into a box of their height, each into its part.
pub(super) fn draw(
    notes: &[(Arc<Piece>, PartId)],
    frame: Frame,
    scale: Scale,
    canvas: &mut Canvas<'_>,
) {
    if notes.is_empty() {
        return;
    }
    let line = Frame {
        x: canvas.along(frame, 0.0, frame.width * LENGTH),
        y: frame.y + ABOVE,
        width: frame.width * LENGTH,
        height: LINE.thickness,
    };
    Piece::Rule(LINE).draw(line, scale, canvas);
    let mut y = line.y + line.height + BELOW;
    for (note, part) in notes {
        let height = note.height(frame.width, scale);
        canvas.inside(*part, |canvas| {
            note.draw(Frame { y, height, ..frame }, scale, canvas);
        });
        y += height + BETWEEN;
    }
}

impl Text {
    /// The notes whose marks stand on these lines, at this width in ems.
    pub(super) fn notes_within(&self, lines: Range<usize>, width: f32) -> Vec<Note> {
        if self.notes.is_empty() {
            return Vec::new();
        }
        let all = self.paragraph.lines(width, self.manner);
        let stands = |note: &&Note| {
            let line = self.paragraph.line_of(note.at, &all);
            lines.contains(&line.unwrap_or(all.len().saturating_sub(1)))
        };
        self.notes.iter().filter(stands).cloned().collect()
    }
}

impl Piece {
    /// The notes of all that is inside, in the order of reading.
    pub(super) fn notes(&self) -> Vec<&Arc<Piece>> {
        let mut notes = Vec::new();
        self.walk(&mut |piece| {
            if let Piece::Text(text) = piece {
                notes.extend(text.notes.iter().map(|note| &note.piece));
            }
        });
        notes
    }

    /// The names of all that is inside, in the order of reading.
    pub(super) fn names(&self) -> Vec<Arc<str>> {
        let mut names = Vec::new();
        self.walk(&mut |piece| {
            if let Piece::Named(name, _) = piece {
                names.push(Arc::clone(name));
            }
        });
        names
    }

    /// Visits this piece and all that is inside, but for what is for the eye alone.
    fn walk<'p>(&'p self, visit: &mut impl FnMut(&'p Piece)) {
        visit(self);
        match self {
            Piece::Stack(stack) => stack.pieces.iter().for_each(|piece| piece.walk(visit)),
            Piece::Row(row) => row.cells.iter().for_each(|cell| cell.piece.walk(visit)),
            Piece::Columns(columns) => columns.each.iter().for_each(|column| {
                column.head.walk(visit);
                column.body.walk(visit);
            }),
            Piece::Headed(headed) => {
                headed.column.head.walk(visit);
                headed.column.body.walk(visit);
            }
            Piece::Panel(panel) => panel.piece.walk(visit),
            Piece::Item(item) => item.body.walk(visit),
            Piece::Part(part) => part.piece.walk(visit),
            Piece::Together(piece) | Piece::Named(_, piece) | Piece::Spare(_, piece) => {
                piece.walk(visit);
            }
            Piece::Text(_)
            | Piece::Picture(_)
            | Piece::Space(_)
            | Piece::Rule(_)
            | Piece::Unread(_) => {}
        }
    }
}
