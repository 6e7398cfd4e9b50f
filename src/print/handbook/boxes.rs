//! Boxes: what Markdown lacks, and the one thing to remember.

use super::composer::{Composer, Look};
use super::prose::beside;
use crate::edition::{Ground, Text as Line, Tone};
use crate::handbook::Named;
use crate::markdown::{Block, ContainerKind, Inline, Item as ListItem, plain_text};
use crate::print::blocks::GroundColours;
use crate::print::layout::{
    Align, Cell, Length, Panel, Picture, Piece, Row, Rule, Sides, Size, Stack, Text, Upright,
};
use crate::print::scene::{Colour, Role};
use crate::print::text::Style;

/// How round the corners of boxes are, in points.
const CORNERS: f32 = 5.0;
/// The lines for notes under a question, and how far they are apart, in points: enough to write between.
const NOTE_LINES: usize = 2;
const NOTE_LINE: f32 = 24.0;
/// The colour of lines to write on: darker would shout, lighter would not print.
const WRITE_ON: Colour = Colour::Rgb(0x8a, 0x8a, 0x8a);

/// The icon of a kind of box, and how it is meant where it is more than a part of the text.
fn looks(kind: ContainerKind) -> (&'static str, Option<Tone>) {
    match kind {
        ContainerKind::Case => ("quote", None),
        ContainerKind::Statistic => ("chart", None),
        ContainerKind::Prompts => ("speech", None),
        ContainerKind::Actions => ("checklist", None),
        ContainerKind::Callout => ("pin", Some(Tone::Caution)),
        ContainerKind::Warning => ("alert", Some(Tone::Dont)),
    }
}

impl<'a> Composer<'_, 'a> {
    /// A block that Markdown lacks.
    pub(super) fn container(
        &self,
        kind: ContainerKind,
        title: &'a [Inline],
        content: &'a [Block],
    ) -> Piece {
        if kind == ContainerKind::Statistic {
            let look = self.figure_look();
            let figure = self.inlines(title, self.hand.edition.at, &look);
            return self.figure(figure, self.blocks(content));
        }
        let (icon, tone) = looks(kind);
        let ground = self.hand.palette.ground(self.hand.layout.colours.boxes);
        let (fill, ink) = match tone {
            Some(tone) => {
                let tone = self.hand.palette.tone(tone);
                (tone.panel, tone.mark)
            }
            None => (ground.fill, self.hand.palette.heading),
        };
        let mut pieces = vec![self.box_head(icon, &self.hand.words.get(kind.name()), title, ink)];
        pieces.push(if kind == ContainerKind::Prompts {
            self.prompts(content)
        } else {
            self.blocks(content)
        });
        let padding = Sides {
            top: Length::ems(0.9),
            side: Length::ems(1.1),
            bottom: Length::ems(1.0),
        };
        let all = Panel::new(Stack::new(pieces, self.hand.between(0.25)).into(), padding)
            .filled(fill)
            .rounded(CORNERS, CORNERS);
        // Questions with their lines fill pages; anything else is read in one go.
        if kind == ContainerKind::Prompts {
            all.into()
        } else {
            Piece::from(all).together()
        }
    }

    /// What kind of box it is, and its title.
    fn box_head(&self, icon: &str, kind: &str, title: &'a [Inline], ink: Colour) -> Piece {
        let level = self.level_below();
        let look = Look {
            colour: ink,
            ..self.hand.heading(level, self.hand.layout.sizes.subheading)
        };
        // "What to do: What to do" would say it twice.
        let words: Piece = if title.is_empty() || plain_text(title) == kind {
            self.hand.plain(kind, &look).into()
        } else {
            let before = format!("{kind}: ");
            self.inlines_after(&before, title, self.hand.edition.at, &look)
                .into()
        };
        self.with_icon(icon, 1.25, ink, words)
    }

    /// Words with an icon before them, so many sizes of body text high.
    pub(super) fn with_icon(&self, icon: &str, height: f32, ink: Colour, words: Piece) -> Piece {
        let Some(art) = self.hand.icons.get(icon) else {
            return words;
        };
        let height = Length::ems(height);
        Row {
            cells: vec![
                Cell::fixed(
                    Picture {
                        art,
                        height,
                        max_width: height,
                        ink,
                        alt: None,
                        align: Align::Start,
                    },
                    height,
                ),
                Cell::share(words, 1.0),
            ],
            gap: Length::ems(0.55),
            upright: Upright::Middle,
            balance: &[],
        }
        .into()
    }

    /// Questions, each with lines to write on.
    fn prompts(&self, content: &'a [Block]) -> Piece {
        let pieces = content
            .iter()
            .map(|block| match block {
                Block::List { start, items } => self.questions(*start, items),
                other => self.blocks(std::slice::from_ref(other)),
            })
            .collect();
        Stack::new(pieces, self.hand.between(0.3)).into()
    }

    fn questions(&self, start: Option<u64>, items: &'a [ListItem]) -> Piece {
        let pieces = items
            .iter()
            .zip(start.unwrap_or(1)..)
            .map(|(item, number)| {
                let one = self.list(start.map(|_| number), std::slice::from_ref(item));
                let mut pieces = vec![one];
                for _ in 0..NOTE_LINES {
                    pieces.push(Piece::Space(Length::points(NOTE_LINE)));
                    pieces.push(
                        Rule {
                            thickness: 0.6,
                            colour: WRITE_ON,
                        }
                        .into(),
                    );
                }
                Piece::from(Stack::new(pieces, Length::default())).together()
            })
            .collect();
        Stack::new(pieces, self.hand.between(0.4)).into()
    }

    /// The one thing to remember, and what is added to it.
    pub(super) fn headline(&self, headline: &'a Line, note: Option<&'a Line>) -> Piece {
        let GroundColours { fill, text } =
            self.hand.palette.ground(self.hand.layout.colours.headline);
        let look = Look {
            size: self.hand.layout.sizes.headline,
            style: Style::Bold,
            leading: 1.2,
            colour: text,
            prose: false,
            ..self.hand.body()
        };
        let mut pieces: Vec<Piece> = vec![self.line(headline, &look).into()];
        pieces.extend(note.map(|note| {
            let look = Look {
                colour: text,
                prose: false,
                ..self.hand.body()
            };
            Piece::from(self.line(note, &look))
        }));
        let words = Piece::from(Stack::new(pieces, self.hand.between(0.1)));
        let padding = Sides {
            top: Length::ems(1.1),
            side: Length::ems(1.2),
            bottom: Length::ems(1.2),
        };
        Panel::new(self.with_icon("megaphone", 2.4, text, words), padding)
            .filled(fill)
            .rounded(CORNERS, CORNERS)
            .into()
    }

    /// The look of a large figure.
    pub(super) fn figure_look(&self) -> Look {
        Look {
            size: self.hand.layout.sizes.chapter,
            style: Style::Black,
            leading: 1.0,
            colour: self.hand.palette.heading,
            prose: false,
            ..self.hand.body()
        }
    }

    /// A large figure beside what it means.
    pub(super) fn figure(&self, mut figure: Text, meaning: Piece) -> Piece {
        /// The share of the line that figures take.
        const SHARE: f32 = 0.26;
        let sizes = self.hand.layout.sizes;
        figure.size = Size::Fill {
            max: sizes.chapter,
            least: sizes.body,
            one_line: sizes.body,
            lines: 2,
            required: 0.0,
        };
        let mut row = beside(figure.into(), SHARE, meaning);
        row.upright = Upright::Middle;
        let padding = Sides {
            top: Length::ems(0.7),
            side: Length::ems(1.0),
            bottom: Length::ems(0.7),
        };
        Panel::new(row.into(), padding)
            .filled(self.hand.palette.ground(Ground::Pale).fill)
            .rounded(CORNERS, CORNERS)
            .into()
    }

    /// A bar in a strong colour with an icon and a heading in it.
    pub(super) fn bar<'n>(
        &self,
        icon: &str,
        label: impl Into<Named<'n>>,
        ground: BarColours,
        level: u8,
    ) -> Piece {
        let look = Look {
            colour: ground.text,
            ..self.hand.heading(level, self.hand.layout.sizes.heading)
        };
        let words = self.hand.plain(label, &look);
        let padding = Sides {
            top: Length::ems(0.55),
            side: Length::ems(0.9),
            bottom: Length::ems(0.6),
        };
        Panel::new(
            self.with_icon(icon, 1.5, ground.text, words.into()),
            padding,
        )
        .filled(ground.fill)
        .rounded(CORNERS, CORNERS)
        .into()
    }

    /// A small heading that stands alone.
    pub(super) fn small_heading(&self, words: &Named<'_>) -> Piece {
        let level = self.level(3);
        let look = self.hand.heading(level, self.hand.layout.sizes.subheading);
        self.hand.plain(words, &look).into()
    }

    /// A heading of the fixed words.
    pub(super) fn fixed_heading(&self, level: u8, words: &str) -> Piece {
        let sizes = self.hand.layout.sizes;
        let size = if level <= 2 {
            sizes.heading
        } else {
            sizes.subheading
        };
        let look = self.hand.heading(self.level(level), size);
        self.hand.plain(words, &look).into()
    }

    /// A line of the fixed words with an address in it that can be clicked.
    pub(super) fn words_with_address(&self, words: &str, address: Option<&str>) -> Piece {
        let look = self.hand.body();
        match address {
            Some(address) => {
                let to = crate::print::scene::Goal::Address(address.to_owned());
                let look = Look {
                    role: Some(Role::Paragraph),
                    ..look
                };
                self.hand.linked(words, to, words.to_owned(), &look).into()
            }
            None => self.hand.plain(words, &look).into(),
        }
    }
}

/// The colours of a bar.
#[derive(Debug, Clone, Copy)]
pub(super) struct BarColours {
    /// Behind it.
    pub(super) fill: crate::print::layout::Backing,
    /// Its words.
    pub(super) text: Colour,
}
