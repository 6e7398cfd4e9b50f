//! Tables: rows that stay whole, and headings that are repeated on every page.

use super::composer::{Composer, Look};
use crate::handbook::{Amendment, Fact};
use crate::markdown::{Column as Alignment, Inline, Row as TableRow};
use crate::print::layout::{
    Align, Backing, Cell, Column, HeadPlace, Headed, Length, Line, Panel, Pattern, Piece, Row,
    Sides, Stack, Text, Upright,
};
use crate::print::scene::{Goal, Role};
use crate::print::text::Style;

/// Columns are between so many sizes of type wide for the sharing of the line.
const LEAST: f32 = 3.5;
const MOST: f32 = 22.0;
/// The white between columns, in sizes of type.
const GAP: f32 = 0.9;
/// A column that is just as wide as its longest word would break it by a rounding.
const ROUNDING: f32 = 0.05;

/// A row while a table is put together: what its cells hold, and what they are.
struct Cells {
    cells: Vec<(Text, Role)>,
    heads: bool,
}

impl<'a> Composer<'_, 'a> {
    /// A table of a text.
    pub(super) fn table(
        &self,
        caption: &'a [Inline],
        columns: &[Alignment],
        head: &'a TableRow,
        rows: &'a [TableRow],
    ) -> Piece {
        let at = self.hand.edition.at;
        let cell = |content: &'a Vec<Inline>, column: usize, style| {
            let look = Look {
                align: match columns.get(column) {
                    Some(Alignment::Centre) => Align::Centre,
                    Some(Alignment::End) => Align::End,
                    Some(Alignment::Start) | None => Align::Start,
                },
                ..self.hand.label(style)
            };
            self.inlines(content, at, &look)
        };
        let head = Cells {
            cells: head
                .cells
                .iter()
                .enumerate()
                .map(|(column, content)| {
                    let text = cell(content, column, Style::Bold);
                    (text, Role::HeaderCell { of_row: false })
                })
                .collect(),
            heads: true,
        };
        let rows = rows
            .iter()
            .map(|row| Cells {
                cells: row
                    .cells
                    .iter()
                    .enumerate()
                    .map(|(column, content)| (cell(content, column, Style::Regular), Role::Cell))
                    .collect(),
                heads: false,
            })
            .collect();
        let caption = (!caption.is_empty()).then(|| {
            let look = Look {
                role: Some(Role::Caption),
                ..self.hand.label(Style::Bold)
            };
            self.inlines(caption, at, &look)
        });
        self.ruled(caption, Some(head), rows, None)
    }

    /// Names and values.
    pub(super) fn facts(&self, facts: &'a [Fact<'a>]) -> Piece {
        let rows = facts
            .iter()
            .map(|fact| {
                let name = self.hand.plain(&fact.name, &self.hand.label(Style::Bold));
                let look = self.hand.label(Style::Regular);
                let value = match &fact.address {
                    Some(address) => {
                        let to = Goal::Address(address.clone());
                        let words = format!("{} {}", fact.name, fact.value);
                        self.hand.linked(&fact.value, to, words, &look)
                    }
                    None => self.hand.plain(&fact.value, &look),
                };
                Cells {
                    cells: vec![
                        (name, Role::HeaderCell { of_row: true }),
                        (value, Role::Cell),
                    ],
                    heads: false,
                }
            })
            .collect();
        self.ruled(None, None, rows, Some(vec![0.32, 0.68]))
    }

    /// What has changed.
    pub(super) fn amendments(&self, amendments: &'a [Amendment<'a>]) -> Piece {
        let by_whom = amendments.iter().any(|amendment| amendment.by.is_some());
        let mut names = vec!["amendment_version", "amendment_date"];
        names.extend(by_whom.then_some("amendment_by"));
        names.push("amendment_reason");
        let head = Cells {
            cells: names
                .into_iter()
                .map(|name| {
                    let words = self.hand.words.get(name);
                    let text = self.hand.plain(&words, &self.hand.label(Style::Bold));
                    (text, Role::HeaderCell { of_row: false })
                })
                .collect(),
            heads: true,
        };
        let look = self.hand.label(Style::Regular);
        let rows = amendments
            .iter()
            .map(|amendment| {
                let version = self.hand.plain(amendment.version, &look);
                let mut cells = vec![
                    (version, Role::HeaderCell { of_row: true }),
                    (self.hand.plain(&amendment.date, &look), Role::Cell),
                ];
                if by_whom {
                    let by = self.hand.plain(amendment.by.unwrap_or_default(), &look);
                    cells.push((by, Role::Cell));
                }
                cells.push((self.line(amendment.reason, &look), Role::Cell));
                Cells {
                    cells,
                    heads: false,
                }
            })
            .collect();
        self.ruled(None, Some(head), rows, None)
    }

    /// Rows with lines between them. Without shares, columns are as wide as what they say asks for.
    fn ruled(
        &self,
        caption: Option<Text>,
        head: Option<Cells>,
        rows: Vec<Cells>,
        shares: Option<Vec<f32>>,
    ) -> Piece {
        let whole = self.hand.width() / self.hand.layout.sizes.body;
        let shares = shares.unwrap_or_else(|| shares_of(head.as_ref(), &rows, whole));
        let body = rows.into_iter().map(|row| self.row(row, &shares)).collect();
        let body = Piece::from(Stack::new(body, Length::default()));
        let table = match head {
            Some(head) => {
                let head = self.row(head, &shares);
                Headed {
                    column: Column {
                        again: head.clone().unread(),
                        head,
                        body,
                    },
                    place: HeadPlace::over(Length::default()),
                }
                .into()
            }
            None => body,
        };
        let table = match caption {
            Some(caption) => Headed {
                column: Column {
                    head: caption.into(),
                    again: Piece::Space(Length::default()),
                    body: table,
                },
                place: HeadPlace::over(self.hand.lines(0.5)),
            }
            .into(),
            None => table,
        };
        table.part(Role::Table)
    }

    fn row(&self, row: Cells, shares: &[f32]) -> Piece {
        let cells = row
            .cells
            .into_iter()
            .zip(shares)
            .map(|((text, role), share)| Cell::share(Piece::from(text).part(role), *share))
            .collect();
        let cells = Piece::from(Row {
            cells,
            gap: Length::ems(GAP),
            upright: Upright::Top,
            balance: &[],
        })
        .part(Role::Row);
        let line = Line {
            pattern: Pattern::Solid,
            thickness: if row.heads { 1.5 } else { 0.6 },
            colour: self.hand.palette.line(self.hand.layout.colours.lines),
        };
        let padding = Sides {
            top: Length::ems(0.5),
            side: Length::default(),
            bottom: Length::ems(0.55),
        };
        Panel::new(cells, padding)
            .filled(Backing::Lines {
                above: None,
                below: Some(line),
            })
            .into()
    }
}

/// The shares of columns by the width of what they say, within limits, where the whole table is so many sizes of type wide. No
/// column is narrower than its longest word, as long as there is room for all of them.
fn shares_of(head: Option<&Cells>, rows: &[Cells], whole: f32) -> Vec<f32> {
    let mut widths: Vec<(f32, f32)> = Vec::new();
    for row in head.into_iter().chain(rows) {
        widths.resize(widths.len().max(row.cells.len()), (LEAST, LEAST));
        for ((least, wanted), (text, _)) in widths.iter_mut().zip(&row.cells) {
            let word = text.paragraph.narrowest(usize::MAX) + ROUNDING;
            *least = least.max(word.min(MOST));
            *wanted = wanted.max(text.paragraph.natural_width().min(MOST));
        }
    }
    let room = (whole - GAP * widths.len().saturating_sub(1) as f32).max(1.0);
    let least: f32 = widths.iter().map(|(least, _)| least).sum();
    let more: f32 = widths.iter().map(|(least, wanted)| wanted - least).sum();
    let left = (room - least).max(0.0);
    widths
        .iter()
        .map(|(least, wanted)| {
            let part = if more > 0.0 {
                (wanted - least) / more
            } else {
                1.0 / widths.len() as f32
            };
            (least + left * part) / room
        })
        .collect()
}
