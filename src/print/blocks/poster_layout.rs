//! How a theme lays out its posters.

use super::large_print::LargePrint;
use super::region::RegionSetup;
use super::turned::turned;
use crate::edition::{Distance, Orientation, PaperSize, Printing, Region, Variant};
use crate::print::layout::{Limits, Squeeze};

/// The layout of one kind of poster, as a theme describes it in `posters/*.yml`.
#[derive(Debug, Clone)]
pub(crate) struct PosterLayout {
    /// The sheet.
    pub(crate) page: PageSetup,
    /// The sizes of type.
    pub(crate) scale: TypeScale,
    /// What gives way when space is short, in this order.
    pub(crate) squeezes: Vec<Squeeze>,
    /// How much white space may grow where there is some to spare.
    pub(crate) most_air: f32,
    /// What stands on the sheet, from top to bottom.
    pub(crate) regions: Vec<RegionSetup>,
    /// The layout for the sheet the other way up, if the theme has one.
    pub(crate) turned: Option<Box<PosterLayout>>,
    /// What it says of large print.
    pub(crate) large_print: LargePrint,
    /// What it is for.
    pub(crate) purpose: Purpose,
}

/// What a layout is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Sheets that hang on a wall, one or two.
    Noticeboard,
    /// Pages to be read in the hand, in large print.
    LargePrint {
        /// No more pages than these.
        pages: usize,
    },
}

/// Body text on paper must not be smaller, in points (UKAAF G003, clear print).
pub(super) const LEAST_BODY: f32 = 12.0;
/// Nothing on a poster must be smaller, in points.
pub(super) const LEAST: f32 = 10.0;
/// Sides that differ by less are the same, in points: a tenth of a millimetre or two.
const SAME: f32 = 0.5;

/// A sheet of paper.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PageSetup {
    /// Its width in points.
    pub(crate) width: f32,
    /// Its height in points.
    pub(crate) height: f32,
    /// The white at its edges, in points. Bands reach to the edge.
    pub(crate) margin: f32,
    /// How far colour reaches over the edge for a print shop to cut, in points.
    pub(crate) bleed: f32,
    /// In the end, all is as many times as large: a layout is written for one sheet, and printed on any.
    pub(crate) magnification: f32,
}

/// The sizes of type on a poster, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TypeScale {
    /// Body text where there is room to spare.
    pub(crate) body: f32,
    /// Body text at its smallest. Never under 12 pt (UKAAF G003).
    pub(crate) floor: f32,
    /// Nothing is smaller but the fine print.
    pub(crate) least: f32,
    /// From this size on, titles are not made smaller to gain larger body text.
    pub(crate) comfort: f32,
    /// From line to line of body text, in sizes of type.
    pub(crate) leading: f32,
    /// The title at its largest.
    pub(crate) title: f32,
    /// The title takes one line if it can be at least this size on it.
    pub(crate) title_one_line: f32,
    /// The headline at its largest.
    pub(crate) headline: f32,
    /// The heads of levels at their largest.
    pub(crate) heads: f32,
    /// Phone numbers at their largest.
    pub(crate) phones: f32,
    /// What is needed, but not to be read from afar: version, licence.
    pub(crate) fine: f32,
    /// From how far title and headline must be read.
    pub(crate) reading_distance: Option<Distance>,
    /// Whether long words of body text may part at the end of a line.
    pub(crate) hyphenate: bool,
}

impl PageSetup {
    /// The same sheet the other way up.
    pub(super) fn turned(self) -> Self {
        Self {
            width: self.height,
            height: self.width,
            ..self
        }
    }

    /// Whether it is wider than high.
    pub(super) fn is_wide(self) -> bool {
        self.width > self.height
    }
}

impl PosterLayout {
    /// The layout for the paper of a printing.
    ///
    /// A layout is written for one sheet. On another it keeps its looks: everything is as many times larger as the paper is
    /// (√2 from A4 to A3), so that readers gain what there is to gain. On smaller paper all is smaller, but type keeps to what
    /// can be read, and white space and titles may give way once more. Paper of other proportions is as large in area as
    /// the layout's own, magnified.
    pub(crate) fn on(&self, printing: Printing) -> PosterLayout {
        if printing.variant() == Variant::LargePrint {
            return self.in_large_print(printing);
        }
        let wide = match printing.orientation() {
            Some(orientation) => orientation == Orientation::Landscape,
            None => self.page.is_wide(),
        };
        let mut layout = if wide == self.page.is_wide() {
            self.clone()
        } else {
            self.turned()
        };
        layout.scale.reading_distance = printing
            .reading_distance()
            .or(layout.scale.reading_distance);
        if printing.variant() == Variant::InkSaver {
            // Lines take a little more room than colours.
            layout.squeeze_further();
        }
        let (short, long) = printing.size().points();
        let (width, height) = if wide { (long, short) } else { (short, long) };
        let own = layout.page;
        if (width - own.width).abs() < SAME && (height - own.height).abs() < SAME {
            return layout;
        }
        let times = (width * height / (own.width * own.height)).sqrt();
        layout.page.magnification = times;
        layout.page.width = width / times;
        layout.page.height = height / times;
        let scale = &mut layout.scale;
        scale.floor = scale.floor.max(LEAST_BODY / times);
        scale.least = LEAST_BODY / times;
        scale.fine = scale.fine.max(LEAST / times);
        scale.comfort = scale.comfort.max(scale.floor);
        scale.body = scale.body.max(scale.floor);
        if times < 1.0 {
            layout.squeeze_further();
        }
        layout
    }

    /// Adds a step of squeezing: nobody tried how much this sheet holds.
    fn squeeze_further(&mut self) {
        if let Some(tightest) = self.squeezes.last() {
            self.squeezes.push(tightest.once_more());
        }
    }

    /// The layout with its sheet the other way up: as the theme says, or else with the same regions, arranged for it.
    fn turned(&self) -> PosterLayout {
        if let Some(turned) = &self.turned {
            return (**turned).clone();
        }
        let mut layout = self.clone();
        layout.page = self.page.turned();
        layout.regions = turned(&self.regions, layout.page.is_wide());
        layout.squeeze_further();
        layout
    }

    /// The same layout for several sheets: notes that stand as a column beside levels stand below them, where they can go on on
    /// another sheet.
    pub(crate) fn over_sheets(&self) -> PosterLayout {
        PosterLayout {
            regions: self.with_notes_apart(),
            ..self.clone()
        }
    }

    /// The regions, notes no column beside levels but below them.
    pub(super) fn with_notes_apart(&self) -> Vec<RegionSetup> {
        let mut regions = self.regions.clone();
        if let Some(place) = regions.iter().position(|setup| setup.notes) {
            regions[place].notes = false;
            regions.insert(place + 1, RegionSetup::plain(Region::Notes));
        }
        regions
    }

    /// Whether it is read in the hand: one thing below the other, all lines from the left.
    pub(crate) fn is_in_one_column(&self) -> bool {
        self.purpose != Purpose::Noticeboard
    }

    /// The limits of the search for the best fit.
    pub(crate) fn limits(&self) -> Limits {
        Limits {
            max: self.scale.body,
            floor: self.scale.floor,
            comfort: self.scale.comfort,
            squeezes: self.squeezes.clone(),
            most_air: self.most_air,
        }
    }
}

impl PaperSize {
    /// The shorter and the longer side, in points.
    pub(super) fn points(self) -> (f32, f32) {
        let (short, long) = self.sides();
        let points = |millimetres: f32| millimetres * 72.0 / 25.4;
        (points(short), points(long))
    }
}
