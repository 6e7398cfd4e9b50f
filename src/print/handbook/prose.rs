//! Text as its author wrote it: paragraphs, clauses, lists, pictures.

use std::sync::Arc;

use super::composer::{Composer, Look};
use crate::handbook::Named;
use crate::markdown::{Block, Inline, Item as ListItem};
use crate::print::blocks::Bullet;
use crate::print::layout::{
    Align, Alt, Backing, Cell, Column, HeadPlace, Headed, Item, Length, Line, Mark, Panel, Pattern,
    Picture, Piece, Row, Sides, Stack, Upright,
};
use crate::print::scene::Role;
use crate::print::text::Style;

/// From the edge of a list to its items, in sizes of type.
const INDENT: f32 = 1.5;
/// The height of a bullet, in sizes of type.
const BULLET: f32 = 0.3;
/// The share of a line that the number of a clause takes.
const CLAUSE: f32 = 0.095;
/// The share of a line that the number of an item takes.
const NUMBER: f32 = 0.06;

impl<'a> Composer<'_, 'a> {
    /// A text with its own footnotes.
    pub(super) fn prose(&self, blocks: &'a [Block]) -> Piece {
        self.within(blocks, || self.blocks(blocks))
    }

    /// Blocks below one another. Headings stand nearer to what they head than to what comes before.
    pub(super) fn blocks(&self, blocks: &'a [Block]) -> Piece {
        let mut pieces: Vec<Piece> = Vec::with_capacity(blocks.len() * 2);
        let mut before: Option<&Block> = None;
        for block in blocks {
            if matches!(block, Block::Footnote { .. }) {
                continue;
            }
            if let Some(before) = before {
                pieces.push(Piece::Space(self.white(before, block)));
            }
            pieces.push(self.block(block));
            before = Some(block);
        }
        Stack::new(pieces, Length::default()).into()
    }

    /// The white between two blocks.
    fn white(&self, before: &Block, block: &Block) -> Length {
        match (before, block) {
            (_, Block::Heading { level: 2, .. }) => self.hand.between(1.2),
            (_, Block::Heading { .. }) => self.hand.between(0.8),
            (Block::Heading { .. }, _) => self.hand.between(0.15),
            (Block::Paragraph { .. }, Block::List { .. }) => self.hand.between(0.2),
            _ => self.hand.between(0.45),
        }
    }

    fn block(&self, block: &'a Block) -> Piece {
        match block {
            Block::Heading {
                level,
                id,
                clause,
                content,
                at,
            } => {
                let sizes = self.hand.layout.sizes;
                let size = if *level <= 2 {
                    sizes.heading
                } else {
                    sizes.subheading
                };
                let look = self.hand.heading(self.level(*level), size);
                let before = clause
                    .as_ref()
                    .map_or_else(String::new, |number| format!("{number}\u{2002}"));
                let text = self.inlines_after(&before, content, *at, &look);
                self.place(Piece::from(text), clause.as_deref().unwrap_or(id))
            }
            Block::Paragraph { clause, content } => {
                let text = self.paragraph(content);
                match clause {
                    None => text,
                    Some(number) => {
                        let clause = self.numbered(number, CLAUSE, text);
                        self.place(clause, number)
                    }
                }
            }
            Block::List { start, items } => self.list(*start, items),
            Block::Table {
                caption,
                columns,
                head,
                rows,
            } => self.table(caption, columns, head, rows),
            Block::Quote(content) => self.quote(content),
            Block::Container {
                kind,
                title,
                content,
            } => self.container(*kind, title, content),
            Block::Picture {
                alt,
                file,
                caption,
                language,
                ..
            } => {
                let named = |words| Named::in_language(words, language.as_deref());
                self.picture(&named(alt), file, &named(caption))
            }
            Block::Preformatted(text) => {
                let look = self.hand.body();
                self.hand.plain(text.trim_end(), &look).into()
            }
            Block::Rule => Piece::Space(self.hand.lines(0.6)),
            Block::Footnote { .. } => Piece::Space(Length::default()),
        }
    }

    /// With its name, if links may lead there.
    fn place(&self, piece: Piece, place: &str) -> Piece {
        let target = self.chapter.target.within(place);
        if self.hand.handbook.has(&target) {
            piece.named(target.name())
        } else {
            piece
        }
    }

    pub(super) fn paragraph(&self, content: &'a [Inline]) -> Piece {
        self.inlines(content, self.hand.edition.at, &self.hand.body())
            .into()
    }

    /// A number beside what it numbers.
    fn numbered(&self, number: &str, share: f32, body: Piece) -> Piece {
        let look = Look {
            role: Some(Role::Span),
            colour: self.hand.palette.heading,
            ..self.hand.label(Style::Bold)
        };
        Headed {
            column: Column {
                head: self.hand.plain(number, &look).into(),
                again: Piece::Space(Length::default()),
                body,
            },
            place: HeadPlace::Beside(share),
        }
        .into()
    }

    pub(super) fn list(&self, start: Option<u64>, items: &'a [ListItem]) -> Piece {
        let pieces: Vec<Piece> = match start {
            None => items
                .iter()
                .map(|item| {
                    Item::new(
                        Mark {
                            art: Arc::new(Bullet),
                            height: BULLET,
                            ink: self.hand.palette.heading,
                        },
                        Length::ems(INDENT),
                        self.hand.cap_height(),
                        self.blocks(&item.content),
                    )
                    .into()
                })
                .collect(),
            Some(start) => items
                .iter()
                .zip(start..)
                .map(|(item, number)| self.numbered_item(&format!("{number}."), &item.content))
                .collect(),
        };
        let numbered = start.is_some();
        Piece::from(Stack::new(pieces, self.hand.between(0.15))).part(Role::List { numbered })
    }

    fn numbered_item(&self, number: &str, content: &'a [Block]) -> Piece {
        let look = Look {
            role: Some(Role::Label),
            colour: self.hand.palette.heading,
            ..self.hand.label(Style::Bold)
        };
        Piece::from(Headed {
            column: Column {
                head: self.hand.plain(number, &look).into(),
                again: Piece::Space(Length::default()),
                body: self.blocks(content).part(Role::ListBody),
            },
            place: HeadPlace::Beside(NUMBER),
        })
        .part(Role::ListItem)
    }

    fn quote(&self, content: &'a [Block]) -> Piece {
        let padding = Sides {
            side: Length::ems(1.5),
            top: Length::ems(0.5),
            bottom: Length::ems(0.5),
        };
        let line = Line {
            pattern: Pattern::Solid,
            thickness: 1.0,
            colour: self.hand.palette.line(self.hand.layout.colours.lines),
        };
        Panel::new(self.blocks(content), padding)
            .filled(Backing::Lines {
                above: Some(line),
                below: Some(line),
            })
            .into()
    }

    /// A picture as wide as the text, or as high as half a page, with its caption.
    fn picture(&self, alt: &Named<'_>, file: &str, caption: &Named<'_>) -> Piece {
        let Some(art) = self.hand.pictures.get(file) else {
            // It has been said that it can't be printed. What it shows can be told all the same.
            let look = self.hand.body();
            return self.hand.plain(alt, &look).into();
        };
        let page = self.hand.layout.page;
        let picture = Piece::from(Picture {
            art: Arc::clone(art),
            height: Length::points((page.height - page.top - page.bottom) * 0.45),
            max_width: Length::points(self.hand.width()),
            ink: self.hand.palette.ink,
            alt: Some(Alt {
                words: alt.to_string(),
                language: alt.language.as_deref().map(Arc::from),
            }),
            align: Align::Start,
        });
        if caption.is_empty() {
            return picture;
        }
        let look = Look {
            role: Some(Role::Caption),
            ..self.hand.label(Style::Bold)
        };
        let caption = self.hand.plain(caption, &look);
        Piece::from(Stack::new(
            vec![picture, caption.into()],
            self.hand.between(0.0),
        ))
        .together()
    }
}

/// Two pieces side by side, the first with this share of the width.
pub(super) fn beside(first: Piece, share: f32, second: Piece) -> Row {
    Row {
        cells: vec![Cell::share(first, share), Cell::share(second, 1.0 - share)],
        gap: Length::ems(1.0),
        upright: Upright::Top,
        balance: &[],
    }
}
