//! Statements: levels, safeguards, and what can follow.

use std::sync::Arc;

use super::boxes::BarColours;
use super::composer::{Composer, Look, push_named};
use crate::edition::Tone;
use crate::handbook::{Consequence, Level, Reference, Statement, Statistic, joined};
use crate::print::blocks::tone_icon;
use crate::print::layout::{
    Art, Column, HeadPlace, Headed, Item, Length, Mark, Piece, Stack, Text,
};
use crate::print::scene::{Colour, Drawing, Frame, Goal, Role, Segment, Shape, Stroke};
use crate::print::text::{Link, Look as Face, Style, Wording};

/// From the edge of a list to its statements, in sizes of type.
const INDENT: f32 = 1.7;

impl<'a> Composer<'_, 'a> {
    /// A level: a bar with its label, repeated where it goes on on another page, and its statements.
    pub(super) fn advice(&self, level: &'a Level<'a>) -> Piece {
        let tone = self.hand.palette.tone(level.tone);
        let colours = BarColours {
            fill: tone.head,
            text: tone.on_strong,
        };
        let icon = tone_icon(level.tone);
        let depth = self.level(2);
        let again = self
            .hand
            .words
            .format("level_continued", &[("label", (*level.label).into())]);
        let head = self
            .bar(icon, &level.label, colours, depth)
            .named(level.target.name());
        Headed {
            column: Column {
                head,
                again: self.bar(icon, &again, colours, depth).unread(),
                body: self.statements(&level.statements, Some(level.tone)),
            },
            place: HeadPlace::over(self.hand.lines(0.8)),
        }
        .into()
    }

    /// A list of statements; without a tone, each with a box to tick.
    pub(super) fn statements(&self, statements: &'a [Statement<'a>], tone: Option<Tone>) -> Piece {
        // Where none says more, short words need no stress.
        let stressed = statements
            .iter()
            .any(|statement| !statement.full.is_empty() && statement.short.is_some());
        let items = statements
            .iter()
            .map(|statement| self.statement(statement, tone, stressed))
            .collect();
        Piece::from(Stack::new(items, self.hand.between(0.42))).part(Role::List { numbered: false })
    }

    /// A statement, which is never torn apart.
    fn statement(&self, statement: &'a Statement<'a>, tone: Option<Tone>, stressed: bool) -> Piece {
        let mut pieces: Vec<Piece> = Vec::new();
        let is_alone = statement.full.is_empty() && statement.for_whom.is_none();
        let number = statement
            .number
            .map_or_else(String::new, |number| format!("{number}\u{2002}"));
        if let Some(short) = statement.short {
            let look = Look {
                style: if stressed {
                    Style::Bold
                } else {
                    Style::Regular
                },
                ..self.hand.body()
            };
            // Where there is nothing else to say, the way to more follows in the same line.
            let behind = if is_alone {
                &statement.references[..]
            } else {
                &[]
            };
            let mut text = self.inlines_between(&number, short, behind, &look);
            text.statement = Some(short.at);
            pieces.push(text.into());
        }
        if !statement.full.is_empty() {
            let full = match (statement.short, statement.full) {
                // The number stands before what there is.
                (
                    None,
                    [
                        crate::markdown::Block::Paragraph {
                            clause: None,
                            content,
                        },
                        rest @ ..,
                    ],
                ) => self.within(statement.full, || {
                    let look = self.hand.body();
                    let at = self.hand.edition.at;
                    let first = self.inlines_after(&number, content, at, &look);
                    let mut all = vec![first.into()];
                    if !rest.is_empty() {
                        all.push(self.blocks(rest));
                    }
                    Stack::new(all, self.hand.between(0.3)).into()
                }),
                _ => self.prose(statement.full),
            };
            pieces.push(full);
        }
        if let Some(for_whom) = &statement.for_whom {
            let look = Look {
                colour: self.hand.palette.heading,
                prose: false,
                ..self.hand.body()
            };
            let mut wording = Wording::default();
            for piece in for_whom {
                push_named(&mut wording, piece, look.style);
            }
            let text = self.hand.set(&wording, self.hand.edition.at, &look);
            pieces.push(text.into());
        }
        if statement.short.is_none() || !is_alone {
            pieces.extend(self.references(&statement.references));
        }
        let (art, ink, height) = self.mark(tone);
        Piece::from(Item::new(
            Mark { art, height, ink },
            Length::ems(INDENT),
            self.hand.cap_height(),
            Stack::new(pieces, self.hand.between(0.0)),
        ))
        .together()
        .named(statement.target.name())
    }

    /// The mark of a statement: the icon of its tone, or a box to tick.
    fn mark(&self, tone: Option<Tone>) -> (Arc<dyn Art>, Colour, f32) {
        let tick: Arc<dyn Art> = Arc::new(TickBox);
        match tone {
            Some(tone) => (
                self.hand.icons.get(tone_icon(tone)).unwrap_or(tick),
                self.hand.palette.tone(tone).mark,
                1.05,
            ),
            None => (tick, self.hand.palette.heading, 0.85),
        }
    }

    /// Where there is more, in one line.
    fn references(&self, references: &'a [Reference]) -> Option<Piece> {
        if references.is_empty() {
            return None;
        }
        let mut wording = Wording::default();
        self.refer_to_all(references, &mut wording);
        let look = Look {
            colour: self.hand.palette.heading,
            prose: false,
            ..self.hand.body()
        };
        let text = self.hand.set(&wording, self.hand.edition.at, &look);
        Some(text.into())
    }

    fn refer_to_all(&self, references: &[Reference], wording: &mut Wording) {
        for (at, reference) in references.iter().enumerate() {
            if at > 0 {
                wording.push("  ·  ", Style::Regular);
            }
            self.refer(reference, wording);
        }
    }

    /// A line after words that are stressed, and before references in brackets.
    fn inlines_between(
        &self,
        before: &str,
        line: &'a crate::edition::Text,
        references: &[Reference],
        look: &Look,
    ) -> Text {
        if references.is_empty() {
            return self.inlines_after(before, &line.content, line.at, look);
        }
        let mut behind = Wording::new(" (", Style::Regular);
        self.refer_to_all(references, &mut behind);
        behind.push(")", Style::Regular);
        self.inlines_around(before, &line.content, &behind, line.at, look)
    }

    /// The words of a reference, as a link if the handbook has the place.
    pub(super) fn refer(&self, reference: &Reference, wording: &mut Wording) {
        let page = self.hand.page(&reference.target);
        let words = reference.words(self.hand.words, page);
        let link = page.map(|_| {
            Arc::new(Link {
                to: Goal::Place(reference.target.name().into()),
                description: joined(&words),
            })
        });
        for piece in &words {
            wording.push_look(
                piece,
                Face {
                    style: Style::Regular,
                    link: link.clone(),
                    language: piece.language.as_deref().map(Arc::from),
                    ..Face::default()
                },
            );
        }
    }

    /// What can follow, by level.
    pub(super) fn consequences(&self, consequences: &'a [Consequence<'a>]) -> Piece {
        let items = consequences
            .iter()
            .map(|consequence| {
                let label = &consequence.label;
                let before = label.reworded(format!("{label}: "));
                let look = Look {
                    role: None,
                    ..self.hand.body()
                };
                let text = consequence.text;
                let words = self.inlines_after(before, &text.content, text.at, &look);
                let (art, ink, height) = self.mark(Some(consequence.tone));
                Item::new(
                    Mark { art, height, ink },
                    Length::ems(INDENT),
                    self.hand.cap_height(),
                    words,
                )
                .into()
            })
            .collect();
        Piece::from(Stack::new(items, self.hand.between(0.25))).part(Role::List { numbered: false })
    }

    /// Figures, each beside what it means and where it is from.
    pub(super) fn statistics(&self, statistics: &'a [Statistic<'a>]) -> Piece {
        let pieces = statistics
            .iter()
            .map(|statistic| {
                let figure = self.hand.plain(&statistic.figure, &self.figure_look());
                let mut words: Vec<Piece> =
                    vec![self.line(statistic.meaning, &self.hand.body()).into()];
                words.extend(statistic.source.as_ref().map(|source| {
                    let mut wording = Wording::default();
                    self.refer(source, &mut wording);
                    let look = self.hand.body();
                    Piece::from(self.hand.set(&wording, self.hand.edition.at, &look))
                }));
                let meaning = Stack::new(words, self.hand.between(0.0));
                self.figure(figure, meaning.into())
                    .named(statistic.target.name())
            })
            .collect();
        Stack::new(pieces, self.hand.between(0.3)).into()
    }

    /// Other chapters to look at.
    pub(super) fn see_also(&self, references: &'a [Reference]) -> Piece {
        let mut wording = Wording::default();
        for (at, reference) in references.iter().enumerate() {
            if at > 0 {
                wording.push("\n", Style::Regular);
            }
            self.refer(reference, &mut wording);
        }
        let look = self.hand.body();
        self.hand.set(&wording, self.hand.edition.at, &look).into()
    }
}

/// A box to tick.
#[derive(Debug)]
struct TickBox;

impl Art for TickBox {
    fn aspect(&self) -> f32 {
        1.0
    }

    fn draw(&self, frame: Frame, ink: Colour) -> Vec<Drawing> {
        const LINE: f32 = 1.1;
        let half = LINE / 2.0;
        let (left, top) = (frame.x + half, frame.y + half);
        let (right, bottom) = (frame.x + frame.width - half, frame.y + frame.height - half);
        vec![Drawing::Shape(Shape {
            path: vec![
                Segment::Move(left, top),
                Segment::Line(right, top),
                Segment::Line(right, bottom),
                Segment::Line(left, bottom),
                Segment::Close,
            ],
            fill: None,
            even_odd: false,
            stroke: Some(Stroke {
                colour: ink,
                width: LINE,
                round: false,
            }),
        })]
    }
}
