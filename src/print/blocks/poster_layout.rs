//! How a theme lays out its posters.

use crate::print::layout::{Limits, Squeeze};

/// The layout of one kind of poster, as a theme describes it in `posters/*.yml`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PosterLayout {
    /// The sheet.
    pub(crate) page: PageSetup,
    /// The sizes of type.
    pub(crate) scale: TypeScale,
    /// What gives way when space is short, in this order.
    pub(crate) squeezes: Vec<Squeeze>,
    /// What stands on the sheet, from top to bottom.
    pub(crate) regions: Vec<Region>,
}

/// A sheet of paper.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PageSetup {
    /// Its width in points.
    pub(crate) width: f32,
    /// Its height in points.
    pub(crate) height: f32,
    /// The white at its edges, in points. Bands reach to the edge.
    pub(crate) margin: f32,
}

/// The sizes of type on a poster, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TypeScale {
    /// Body text where there is room to spare.
    pub(crate) body_max: f32,
    /// Body text at its smallest. Never under 12 pt (UKAAF G003).
    pub(crate) body_floor: f32,
    /// From this size on, titles are not made smaller to gain larger body text.
    pub(crate) comfort: f32,
    /// From line to line of body text, in sizes of type.
    pub(crate) leading: f32,
    /// The title at its largest.
    pub(crate) title_max: f32,
    /// The title takes one line if it can be at least this size on it.
    pub(crate) title_one_line: f32,
    /// The headline at its largest.
    pub(crate) headline_max: f32,
    /// The heads of levels at their largest.
    pub(crate) head_max: f32,
    /// Phone numbers at their largest.
    pub(crate) phone_max: f32,
    /// What is needed, but not to be read from afar: version, licence.
    pub(crate) fine: f32,
}

/// A region of a poster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Region {
    /// Logo and name of the board.
    Band,
    /// Title, summary and icon.
    Title,
    /// The headline with its note.
    Headline,
    /// The levels as columns; on the do and don't poster its two lists.
    Levels,
    /// What should be in place, and what can follow, side by side.
    Notes,
    /// The contacts of posters, large, with the code that leads to the page.
    Contacts,
    /// All contacts by urgency.
    Directory,
    /// Version, dates and licence.
    FinePrint,
}

impl Region {
    /// The names in a theme's file.
    pub(crate) const NAMES: &'static [(&'static str, Region)] = &[
        ("band", Region::Band),
        ("title", Region::Title),
        ("headline", Region::Headline),
        ("levels", Region::Levels),
        ("notes", Region::Notes),
        ("contacts", Region::Contacts),
        ("directory", Region::Directory),
        ("fine-print", Region::FinePrint),
    ];
}

impl PosterLayout {
    /// An A4 sheet with these regions.
    pub(crate) fn a4(regions: Vec<Region>) -> Self {
        Self {
            page: PageSetup {
                width: 595.28,
                height: 841.89,
                margin: 32.0,
            },
            scale: TypeScale {
                body_max: 17.0,
                body_floor: 12.0,
                comfort: 13.0,
                leading: 1.2,
                title_max: 96.0,
                title_one_line: 64.5,
                headline_max: 30.0,
                head_max: 22.0,
                phone_max: 25.0,
                fine: 10.0,
            },
            squeezes: [
                (1.0, 1.0, true),
                (0.92, 1.0, false),
                (0.85, 0.9, false),
                (0.8, 0.8, false),
                (0.75, 0.7, false),
            ]
            .map(|(air, titles, full)| Squeeze { air, titles, full })
            .into(),
            regions,
        }
    }

    /// The limits of the search for the best fit.
    pub(crate) fn limits(&self) -> Limits {
        Limits {
            max: self.scale.body_max,
            floor: self.scale.body_floor,
            comfort: self.scale.comfort,
            squeezes: self.squeezes.clone(),
            most_air: 1.5,
        }
    }
}
