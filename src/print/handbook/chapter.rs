//! A chapter: its title, and what it holds.

use super::composer::{Composer, Look};
use crate::handbook::Element;
use crate::print::layout::{
    Align, Backing, Cell, Length, Line, Panel, Pattern, Picture, Piece, Row, Sides, Stack, Upright,
};
use crate::print::scene::Role;
use crate::print::text::Style;

impl<'a> Composer<'_, 'a> {
    /// The whole chapter, as one section of the structure.
    pub(super) fn compose(&self) -> Piece {
        let mut pieces = vec![self.title()];
        if let Some(summary) = self.chapter.summary {
            let look = Look {
                size: self.hand.layout.sizes.body * 1.17,
                ..self.hand.body()
            };
            pieces.push(Piece::Space(self.hand.between(0.2)));
            pieces.push(self.line(summary, &look).into());
        }
        let mut before: Option<&Element<'_>> = None;
        for element in &self.chapter.content {
            let white = match (before, element) {
                (None, _) => 0.75,
                (Some(Element::Heading { .. }), _) => 0.25,
                // What begins something new stands apart from what comes before.
                (
                    _,
                    Element::Heading { .. }
                    | Element::Level(_)
                    | Element::Group(_)
                    | Element::Prose(_),
                ) => 1.2,
                _ => 0.45,
            };
            pieces.push(Piece::Space(self.hand.between(white)));
            pieces.push(self.element(element));
            before = Some(element);
        }
        Piece::from(Stack::new(pieces, Length::default())).part(Role::Section)
    }

    /// The title with the icon of a channel and a line below it.
    fn title(&self) -> Piece {
        let look = Look {
            style: Style::Black,
            leading: 1.05,
            ..self.hand.heading(1, self.hand.layout.sizes.chapter)
        };
        let title = Piece::from(self.hand.plain(&self.chapter.title, &look));
        let size = Length::points(self.hand.layout.sizes.chapter * 1.25);
        let icon = self.chapter.icon.and_then(|name| self.hand.icons.get(name));
        let row = match icon {
            Some(art) => Row {
                cells: vec![
                    Cell::share(title, 1.0),
                    Cell::fixed(
                        Picture {
                            art,
                            height: size,
                            max_width: size,
                            ink: self.hand.palette.heading,
                            alt: None,
                            align: Align::End,
                        },
                        size,
                    ),
                ],
                gap: Length::ems(1.0),
                upright: Upright::Middle,
                balance: &[],
            }
            .into(),
            None => title,
        };
        let line = Line {
            pattern: Pattern::Solid,
            thickness: 2.5,
            colour: self.hand.palette.line(self.hand.layout.colours.lines),
        };
        let padding = Sides {
            top: Length::default(),
            side: Length::default(),
            bottom: Length::ems(0.8),
        };
        Panel::new(row, padding)
            .filled(Backing::Lines {
                above: None,
                below: Some(line),
            })
            .into()
    }

    fn element(&self, element: &'a Element<'a>) -> Piece {
        match element {
            Element::Heading {
                level,
                target,
                words,
            } => {
                let heading = self.fixed_heading(*level, words);
                match target {
                    Some(target) => heading.named(target.name()),
                    None => heading,
                }
            }
            Element::Prose(blocks) => self.prose(blocks),
            Element::Line(text) => self.line(text, &self.hand.body()).into(),
            Element::Words { words, address } => self.words_with_address(words, address.as_deref()),
            Element::Headline(headline, note) => self.headline(headline, *note),
            Element::Level(level) => self.advice(level),
            Element::Statements(statements) => self.statements(statements, None),
            Element::Consequences(consequences) => self.consequences(consequences),
            Element::Statistics(statistics) => self.statistics(statistics),
            Element::Facts(facts) => self.facts(facts),
            Element::Amendments(amendments) => self.amendments(amendments),
            Element::Group(group) => self.group(group),
            Element::Glossary(entries) => self.glossary(entries),
            Element::SeeAlso(references) => self.see_also(references),
        }
    }
}
