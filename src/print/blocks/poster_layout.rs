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
    /// How much white space may grow where there is some to spare.
    pub(crate) most_air: f32,
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
    /// The contacts of posters, large, with the code that leads to the page, and the fine print.
    Contacts,
    /// All contacts by urgency.
    Directory,
    /// The code and the fine print: version, dates and licence.
    FinePrint,
}

impl Region {
    /// The names in a theme's file.
    pub(crate) const NAMES: &'static [&'static str] = &[
        "band",
        "title",
        "headline",
        "levels",
        "notes",
        "contacts",
        "directory",
        "fine-print",
    ];

    /// The region of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "band" => Self::Band,
            "title" => Self::Title,
            "headline" => Self::Headline,
            "levels" => Self::Levels,
            "notes" => Self::Notes,
            "contacts" => Self::Contacts,
            "directory" => Self::Directory,
            "fine-print" => Self::FinePrint,
            _ => return None,
        })
    }

    /// Whether it is a band from edge to edge; the others keep to the margins.
    pub(crate) fn reaches_the_edge(self) -> bool {
        matches!(
            self,
            Self::Band | Self::Title | Self::Headline | Self::Contacts | Self::FinePrint
        )
    }

    /// Whether it takes the height that is left.
    pub(crate) fn grows(self) -> bool {
        matches!(self, Self::Levels | Self::Directory)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_that_of_a_region() {
        let mut regions = Vec::new();
        for name in Region::NAMES {
            let region = Region::named(name).expect(name);
            assert!(!regions.contains(&region), "{name} stands for another's");
            regions.push(region);
        }
    }
}
