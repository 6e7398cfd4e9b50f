//! The list of contents, and what stands at the head and the foot of pages.

use super::composer::{Hand, Look};
use crate::print::layout::{
    Align, Backing, Cell, Length, Line, Panel, Pattern, Piece, Row, Sides, Size, Stack, Surround,
    Text, Upright,
};
use crate::print::scene::{Goal, Role};
use crate::print::text::Style;

/// The width of page numbers, in sizes of type.
const NUMBERS: f32 = 2.6;
/// How far entries of the second level are moved in, in sizes of type.
const INDENT: f32 = 1.4;

impl Hand<'_> {
    /// The list of contents: every entry with the number of its page, all of it a link.
    pub(super) fn contents(&self) -> Piece {
        let look = Look {
            style: Style::Black,
            leading: 1.05,
            ..self.heading(1, self.layout.sizes.chapter)
        };
        let title = self.plain(self.words.get("contents"), &look);
        let entries: Vec<Piece> = self
            .handbook
            .contents()
            .iter()
            .map(|entry| {
                let page = self.page(&entry.target).unwrap_or(0);
                let chapter = entry.level == 1;
                let style = if chapter { Style::Bold } else { Style::Regular };
                let look = Look {
                    leading: 1.2,
                    ..self.label(style)
                };
                // The blank parts title and number for those who listen.
                let words = match &entry.clause {
                    Some(number) => format!("{number}\u{2002}{} ", entry.title),
                    None => format!("{} ", entry.title),
                };
                let words = entry.title.reworded(words);
                let numbers = Look {
                    align: Align::End,
                    ..look.clone()
                };
                let row = Piece::from(Row {
                    cells: vec![
                        Cell::fixed(
                            Piece::Space(Length::default()),
                            Length::ems(if chapter { 0.0 } else { INDENT }),
                        ),
                        Cell::share(self.plain(words, &look), 1.0),
                        Cell::fixed(self.plain(page.to_string(), &numbers), Length::ems(NUMBERS)),
                    ],
                    gap: Length::default(),
                    upright: Upright::Top,
                    balance: &[],
                });
                let number = i64::try_from(page).unwrap_or(i64::MAX);
                let description = self.words.format(
                    "reference_more_on_page",
                    &[("title", (*entry.title).into()), ("page", number.into())],
                );
                let link = row
                    .part(Role::Link {
                        to: Goal::Place(entry.target.name().into()),
                        description,
                        boxes: Vec::new(),
                    })
                    .part(Role::Reference)
                    .part(Role::ContentsItem);
                let padding = Sides {
                    top: Length::ems(if chapter { 0.95 } else { 0.66 }),
                    ..Sides::default()
                };
                Panel::new(link, padding).into()
            })
            .collect();
        let list = Piece::from(Stack::new(entries, Length::default())).part(Role::Contents);
        Piece::from(Stack::new(vec![title.into(), list], self.lines(0.9)))
            .named(CONTENTS)
            .part(Role::Section)
    }

    /// Around a page: the chapter and the day of review at its head, the title and the number of the page at its foot. All at the size of body
    /// text, and all for the eye alone: it repeats what the document says.
    pub(super) fn surround(&self, chapter: &str, number: usize, of: usize) -> Surround {
        let look = Look {
            leading: 1.15,
            ..self.label(Style::Regular)
        };
        let end = Look {
            align: Align::End,
            ..look.clone()
        };
        let review = &self.handbook.back.review;
        let head = ends(
            self.plain(chapter, &look),
            self.plain(review.as_deref().unwrap_or_default(), &end),
            self.width(),
        );
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let page = self.words.format(
            "page_of",
            &[
                ("number", count(number).into()),
                ("count", count(of).into()),
            ],
        );
        let foot = ends(
            self.plain(&self.handbook.cover.title, &look),
            self.plain(&page, &end),
            self.width(),
        );
        let line = |thickness| Line {
            pattern: Pattern::Solid,
            thickness,
            colour: self.palette.line(self.layout.colours.lines),
        };
        let head = Panel::new(
            head,
            Sides {
                bottom: Length::ems(0.45),
                ..Sides::default()
            },
        )
        .filled(Backing::Lines {
            above: None,
            below: Some(line(0.6)),
        });
        let below = Sides {
            bottom: self.lines(1.4),
            ..Sides::default()
        };
        let foot = Panel::new(
            foot,
            Sides {
                top: Length::ems(0.5),
                ..Sides::default()
            },
        )
        .filled(Backing::Lines {
            above: Some(line(0.6)),
            below: None,
        });
        let above = Sides {
            top: self.lines(1.0),
            ..Sides::default()
        };
        Surround {
            head: Some(Piece::from(Panel::new(head.into(), below)).unread()),
            foot: Some(Piece::from(Panel::new(foot.into(), above)).unread()),
        }
    }
}

/// Words at both ends of a line. Those at its end stay on one line as long as they leave half of it.
fn ends(start: Text, end: Text, width: f32) -> Piece {
    /// A line that is just as wide as its words would be broken by a rounding.
    const ROUNDING: f32 = 0.5;
    let size = match end.size {
        Size::Points(size) => size,
        _ => 0.0,
    };
    let own = (end.paragraph.natural_width() * size + ROUNDING).min(width / 2.0);
    Row {
        cells: vec![
            Cell::share(start, 1.0),
            Cell::fixed(end, Length::points(own)),
        ],
        gap: Length::ems(1.0),
        upright: Upright::Top,
        balance: &[],
    }
    .into()
}

/// The name of the list of contents.
pub(super) const CONTENTS: &str = "contents-list";
