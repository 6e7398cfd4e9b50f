//! A poster on several sheets.
//!
//! What a reader needs on each sheet, each has: the foot, with contacts and the code, stands on all of them, so that one
//! helps even if the other is gone. The band, the title and the headline stand on the first; the others begin with a slim band
//! that says what goes on here. What is repeated is for the eye alone.
//!
//! Large print is read page by page: contacts stand once, where the layout has them. At the foot of every page are the number to
//! call in an emergency and the number of the page.

use std::sync::Arc;

use super::Desk;
use super::contacts::{emergency_line, with_icon};
use super::footer::{Foot, sheet_number};
use super::poster_layout::Purpose;
use super::region::RegionSetup;
use super::sheet::{Subject, regions, title_of};
use crate::edition::{Ground, Region};
use crate::print::layout::{
    Align, Art, Cell, Folio, Length, Panel, Picture, Piece, Row, Sides, Size, Stack, Surround,
    Upright,
};
use crate::print::text::Style;

/// The white between the band of a page of large print and what follows, in points.
const WHITE: f32 = 6.0;

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
        let foot = match desk.layout.purpose {
            Purpose::Noticeboard => all
                .iter()
                .rposition(|setup| !matches!(setup.region, Region::Contacts | Region::FinePrint))
                .map_or(0, |last| last + 1),
            Purpose::LargePrint { .. } => all.len(),
        };
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
        let code = match self.desk.layout.purpose {
            Purpose::Noticeboard => None,
            Purpose::LargePrint { .. } => self.code.clone(),
        };
        regions(self.desk, self.subject, self.body, Foot::new(code, None))
    }

    /// What stands around it on a sheet.
    pub(crate) fn surround(&self, folio: Folio) -> Surround {
        let repeated = folio.number > 1;
        let foot = match self.desk.layout.purpose {
            Purpose::LargePrint { .. } => running_foot(self.desk, folio),
            Purpose::Noticeboard if self.foot.is_empty() => bare_foot(self.desk, folio),
            Purpose::Noticeboard => {
                let foot = Foot::new(self.code.clone(), Some(folio));
                regions(self.desk, self.subject, self.foot, foot)
            }
        };
        let head = || match self.desk.layout.purpose {
            // What follows may be a band of the same colour.
            Purpose::LargePrint { .. } => {
                let white = Piece::Space(Length::points(WHITE));
                Stack::new(vec![self.slim_band(), white], Length::default()).into()
            }
            Purpose::Noticeboard => self.slim_band(),
        };
        Surround {
            head: repeated.then(|| head().unread()),
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
        let look = desk.body().leading(1.1).colour(ground.text);
        let name = &desk.edition.name;
        let board = look.clone().size(desk.points(14.0)).style(Style::Bold);
        let mut board = desk.plain(&name.value, name.at, board);
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
        let words = look.size(desk.fill(30.0, 14.0, 2)).style(Style::Black);
        let words = desk.plain(&title.words, title.at, words);
        cells.push(Cell::share(words, 1.2));
        cells.push(Cell::share(board, 1.0));
        let row = Row {
            cells,
            gap: Length::points(14.0),
            upright: Upright::Middle,
            balance: &[],
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

/// The foot of a page of large print: whom to call in an emergency, and which page it is.
fn running_foot(desk: &Desk<'_>, folio: Folio) -> Piece {
    /// The height of the icon, in sizes of body text.
    const ICON: f32 = 1.1;
    let ground = desk.palette.ground(Ground::Pale);
    let size = Size::Body(1.0);
    let words = desk.words.format(
        "page_of",
        &[
            ("number", (folio.number as i64).into()),
            ("count", (folio.of as i64).into()),
        ],
    );
    let look = desk
        .body()
        .size(size)
        .style(Style::Bold)
        .colour(ground.text);
    let number = desk.plain(&words, desk.edition.at, look);
    let width = Length::ems(number.paragraph.natural_width() + 0.1);
    let number = Cell::fixed(Piece::from(number).unread(), width);
    let call = emergency_line(desk, size, ground.text);
    let mut cells = vec![match call {
        Some(call) => Cell::share(
            with_icon(desk, "telephone", call, Length::ems(ICON), ground.text),
            1.0,
        ),
        None => Cell::share(Piece::Space(Length::default()), 1.0),
    }];
    cells.push(number);
    let row = Row {
        cells,
        gap: Length::points(20.0),
        upright: Upright::Middle,
        balance: &[],
    };
    Panel::new(
        row.into(),
        Sides {
            top: Length::points(13.0),
            side: Length::points(desk.layout.page.margin),
            bottom: Length::points(15.0),
        },
    )
    .filled(ground.fill)
    .into()
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
