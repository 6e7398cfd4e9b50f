//! How a theme lays out its posters.

use super::region::RegionSetup;
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
    /// How much white space may grow where there is some to spare.
    pub(crate) most_air: f32,
    /// What stands on the sheet, from top to bottom.
    pub(crate) regions: Vec<RegionSetup>,
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
    pub(crate) body: f32,
    /// Body text at its smallest. Never under 12 pt (UKAAF G003).
    pub(crate) floor: f32,
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
}

impl PosterLayout {
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
