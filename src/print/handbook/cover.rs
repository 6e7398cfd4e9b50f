//! The front page: the board, the title on a field of colour, and what a reader asks first.

use std::sync::Arc;

use super::composer::{Hand, Look, push_named};
use crate::handbook::Named;
use crate::print::layout::{
    Align, Cell, Grows, Length, Panel, Picture, Piece, Row, Sides, Size, Stack, Text, Upright,
};
use crate::print::scene::Role;
use crate::print::text::Wording;
use crate::print::text::{Manner, Style};

/// How high the logo is, in points: 18 mm.
const LOGO: f32 = 51.0;
/// The widest it may be.
const LOGO_WIDTH: f32 = 200.0;
/// Lines of the title at most.
const TITLE_LINES: usize = 4;

impl Hand<'_> {
    /// The whole front page.
    pub(super) fn cover(&self) -> Piece {
        let page = self.layout.page;
        let side = Length::points(page.side);
        let field = self.palette.ground(self.layout.colours.cover);
        let around = |top: f32, bottom: f32| Sides {
            top: Length::points(top),
            side,
            bottom: Length::points(bottom),
        };
        let board = Panel::new(self.board(), around(page.top * 1.1, page.top * 0.9));

        let cover = &self.handbook.cover;
        let mut words: Vec<Piece> = vec![Piece::Space(Length::default()), self.title().into()];
        if let Some(summary) = cover.summary {
            let look = Look {
                size: self.layout.sizes.body * 1.25,
                colour: field.text,
                prose: false,
                ..self.body()
            };
            // Its links would be the first thing on the page; the same words stand in the chapters.
            words.push(self.plain(Named::of_line(&summary.content), &look).into());
        }
        let mut title = Stack::new(words, self.lines(1.5));
        title.grows = Grows::One(0);
        let title = Panel::new(title.into(), around(page.top, page.top * 1.4)).filled(field.fill);

        let mut facts: Vec<Piece> = Vec::new();
        if let Some(audience) = &cover.audience {
            let look = Look {
                size: self.layout.sizes.body * 1.17,
                style: Style::Bold,
                colour: self.palette.heading,
                prose: false,
                ..self.body()
            };
            facts.push(self.plain(audience, &look).into());
        }
        let each: Vec<Piece> = cover
            .facts
            .iter()
            .map(|fact| {
                let look = Look {
                    prose: false,
                    ..self.body()
                };
                let mut words = Wording::new(&format!("{}: ", fact.name), look.style);
                push_named(&mut words, &fact.value, look.style);
                self.set(&words, self.edition.at, &look).into()
            })
            .collect();
        if !each.is_empty() {
            facts.push(Stack::new(each, self.between(0.05)).into());
        }
        let facts = Panel::new(
            Stack::new(facts, self.lines(1.1)).into(),
            around(page.top * 1.2, page.bottom * 1.4),
        );
        let mut whole = Stack::new(
            vec![board.into(), title.into(), facts.into()],
            Length::default(),
        );
        whole.grows = Grows::One(1);
        Piece::from(whole).part(Role::Section)
    }

    /// The title, as large as the width allows.
    fn title(&self) -> Text {
        let field = self.palette.ground(self.layout.colours.cover);
        let sizes = self.layout.sizes;
        let look = Look {
            style: Style::Black,
            leading: 1.02,
            colour: field.text,
            manner: Manner::Balanced,
            ..self.heading(1, sizes.title)
        };
        let mut title = self.plain(&self.handbook.cover.title, &look);
        title.size = Size::Fill {
            max: sizes.title,
            least: sizes.chapter.min(sizes.title),
            one_line: sizes.title,
            lines: TITLE_LINES,
            required: 0.0,
        };
        title
    }

    /// Logo, name of the board and its motto.
    fn board(&self) -> Piece {
        let cover = &self.handbook.cover;
        let look = Look {
            size: self.layout.sizes.subheading * 1.15,
            style: Style::Bold,
            leading: 1.15,
            prose: false,
            ..self.body()
        };
        let mut words: Vec<Piece> = vec![self.plain(&cover.name, &look).into()];
        if let Some(strapline) = cover.strapline.as_ref().filter(|words| !words.is_empty()) {
            let look = Look {
                prose: false,
                ..self.body()
            };
            words.push(self.plain(strapline, &look).into());
        }
        let mut cells = Vec::new();
        if let (Some(art), Some(logo)) = (&self.logo, cover.logo) {
            let width = (LOGO * art.aspect()).min(LOGO_WIDTH);
            cells.push(Cell::fixed(
                Picture {
                    art: Arc::clone(art),
                    height: Length::points(LOGO),
                    max_width: Length::points(LOGO_WIDTH),
                    ink: self.palette.heading,
                    alt: Some(self.alt(&logo.alt)),
                    align: Align::Start,
                },
                Length::points(width),
            ));
        }
        cells.push(Cell::share(Stack::new(words, self.between(0.0)), 1.0));
        Row {
            cells,
            gap: Length::points(14.0),
            upright: Upright::Middle,
            balance: &[],
        }
        .into()
    }
}
