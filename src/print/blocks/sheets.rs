//! A poster on several sheets.
//!
//! What a reader needs on each sheet, each has: the foot, with contacts and the code, stands on all of them, so that one
//! helps even if the other is gone. The band, the title and the headline stand on the first; the others begin with a slim band
//! that says what goes on here. What is repeated is for the eye alone.

use std::sync::Arc;

use super::Desk;
use super::footer::{Foot, sheet_number};
use super::region::RegionSetup;
use super::sheet::{Subject, regions, title_of};
use crate::edition::{Ground, Region};
use crate::print::layout::{
    Align, Art, Cell, Folio, Length, Panel, Picture, Piece, Row, Sides, Surround, Upright,
};
use crate::print::text::Style;

/// The pieces of a poster on several sheets.
pub(crate) struct Sheets<'a> {
    desk: &'a Desk<'a>,
    subject: Subject<'a>,
    code: Option<(String, Arc<dyn Art>)>,
    /// The regions that go on from sheet to sheet.
    body: &'a [RegionSetup],
    /// The regions at the foot of every sheet.
    foot: &'a [RegionSetup],
}

impl<'a> Sheets<'a> {
    /// Parts the regions of a layout: the last ones are the foot if they are contacts and fine print.
    pub(crate) fn new(
        desk: &'a Desk<'a>,
        subject: Subject<'a>,
        code: Option<(String, Arc<dyn Art>)>,
    ) -> Self {
        let all = desk.layout.regions.as_slice();
        let foot = all
            .iter()
            .rposition(|setup| !matches!(setup.region, Region::Contacts | Region::FinePrint))
            .map_or(0, |last| last + 1);
        let (body, foot) = all.split_at(foot);
        Self {
            desk,
            subject,
            code,
            body,
            foot,
        }
    }

    /// What goes on from sheet to sheet.
    pub(crate) fn body(&self) -> Piece {
        regions(self.desk, self.subject, self.body, Foot::default())
    }

    /// What stands around it on a sheet.
    pub(crate) fn surround(&self, folio: Folio) -> Surround {
        let repeated = folio.number > 1;
        let foot = if self.foot.is_empty() {
            bare_foot(self.desk, folio)
        } else {
            let foot = Foot::new(self.code.clone(), Some(folio));
            regions(self.desk, self.subject, self.foot, foot)
        };
        Surround {
            head: repeated.then(|| self.slim_band().unread()),
            foot: Some(if repeated { foot.unread() } else { foot }),
        }
    }

    /// What the poster is about, and who says it.
    fn slim_band(&self) -> Piece {
        /// The height of the icon, in points.
        const ICON: f32 = 30.0;
        let desk = self.desk;
        let title = title_of(desk, self.subject);
        let band = self.body.iter().find(|setup| {
            matches!(
                setup.region,
                Region::Band | Region::Title | Region::Masthead
            )
        });
        let ground = match band {
            Some(band) => desk.ground(band),
            None => desk.palette.ground(Ground::Primary),
        };
        let words = |words: &str, at, max, style| {
            desk.plain(
                words,
                at,
                desk.body()
                    .size(desk.fill(max, 14.0, 2))
                    .style(style)
                    .leading(1.1)
                    .colour(ground.text),
            )
        };
        let name = &desk.edition.name;
        let mut board = words(&name.value, name.at, 14.0, Style::Bold);
        board.align = Align::End;
        let mut cells = Vec::new();
        if let Some(art) = title.icon.and_then(|icon| desk.icons.get(icon)) {
            cells.push(Cell::fixed(
                Picture {
                    art,
                    height: Length::points(ICON),
                    max_width: Length::points(ICON),
                    ink: ground.text,
                    alt: None,
                    align: Align::Start,
                },
                Length::points(ICON),
            ));
        }
        cells.push(Cell::share(
            words(&title.words, title.at, 30.0, Style::Black),
            1.2,
        ));
        cells.push(Cell::share(board, 1.0));
        let row = Row {
            cells,
            gap: Length::points(14.0),
            upright: Upright::Middle,
            balance: false,
        };
        Panel::new(
            row.into(),
            Sides {
                top: Length::points(17.0),
                side: Length::points(desk.layout.page.margin),
                bottom: Length::points(15.0),
            },
        )
        .filled(ground.fill)
        .into()
    }
}

/// The foot of a sheet whose layout has none.
fn bare_foot(desk: &Desk<'_>, folio: Folio) -> Piece {
    let mut number = sheet_number(desk, folio, desk.palette.heading);
    number.align = Align::End;
    Panel::new(
        Piece::from(number).unread(),
        Sides {
            top: Length::points(9.0),
            side: Length::points(desk.layout.page.margin),
            bottom: Length::points(9.0),
        },
    )
    .into()
}
