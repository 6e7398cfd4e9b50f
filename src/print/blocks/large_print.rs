//! Posters in large print: pages to be read in the hand by people who see little.
//!
//! The rules are those of UKAAF G003, large print: text of at least 16 pt and better 18, and labels, notes and page numbers no
//! smaller; lines that begin on the left, one below the other, in one column; a blank line between paragraphs; no words
//! in italics or capitals; A4. What a theme says of its sheets is kept where it doesn't go against them: colours, icons,
//! order.

use super::look::Arrangement;
use super::poster_layout::{PageSetup, PosterLayout, Purpose, TypeScale};
use super::region::RegionSetup;
use super::turned::turned;
use crate::edition::{Printing, Region};
use crate::print::layout::Squeeze;

/// Text must not be smaller, in points (UKAAF G003, large print).
pub(super) const LEAST_LARGE: f32 = 16.0;
/// What it should be (UKAAF G003).
const BODY: f32 = 18.0;
/// From line to line, in sizes of type. The source asks for single spacing, and lines this far apart are easier to follow.
const LEADING: f32 = 1.3;
/// So many pages are a booklet, and no poster any more.
const PAGES: usize = 8;
/// Titles, at their largest: pages are read from near.
const TITLE: f32 = 54.0;
const HEADLINE: f32 = 28.0;
const HEADS: f32 = 26.0;
const PHONES: f32 = 30.0;

/// What a theme says of its large print.
#[derive(Debug, Clone, Default)]
pub(crate) struct LargePrint {
    /// Sizes of type in points.
    pub(super) sizes: LargeSizes,
    /// From line to line of body text, in sizes of type.
    pub(super) leading: Option<f32>,
    /// The white at the edges of pages, in points.
    pub(super) margin: Option<f32>,
    /// It takes no more pages than these.
    pub(super) pages: Option<usize>,
    /// What stands on the pages, from top to bottom.
    pub(super) regions: Option<Vec<RegionSetup>>,
}

/// The sizes of large print that a theme may say, in points.
#[derive(Debug, Clone, Default)]
pub(crate) struct LargeSizes {
    /// Body text.
    pub(super) body: Option<f32>,
    /// Body text at its smallest.
    pub(super) floor: Option<f32>,
    /// The title at its largest.
    pub(super) title: Option<f32>,
    /// The headline at its largest.
    pub(super) headline: Option<f32>,
    /// The heads of levels at their largest.
    pub(super) heads: Option<f32>,
    /// Phone numbers at their largest.
    pub(super) phones: Option<f32>,
}

impl PosterLayout {
    /// The layout for large print.
    pub(super) fn in_large_print(&self, printing: Printing) -> PosterLayout {
        let (width, height) = printing.size().points();
        let LargePrint {
            sizes,
            leading,
            margin,
            pages,
            regions,
        } = &self.large_print;
        let floor = sizes.floor.unwrap_or(LEAST_LARGE);
        let body = sizes.body.unwrap_or(BODY).max(floor);
        let no_larger = |own: f32, most: f32| own.min(most).max(body);
        let title = sizes.title.unwrap_or(no_larger(self.scale.title, TITLE));
        PosterLayout {
            purpose: Purpose::LargePrint {
                pages: pages.unwrap_or(PAGES),
            },
            page: PageSetup {
                width,
                height,
                margin: margin.unwrap_or(self.page.margin),
                ..self.page
            },
            scale: TypeScale {
                body,
                floor,
                least: floor,
                comfort: floor,
                leading: leading.unwrap_or(self.scale.leading.max(LEADING)),
                title,
                title_one_line: no_larger(self.scale.title_one_line, title * 0.7),
                headline: sizes
                    .headline
                    .unwrap_or(no_larger(self.scale.headline, HEADLINE)),
                heads: sizes.heads.unwrap_or(no_larger(self.scale.heads, HEADS)),
                phones: sizes.phones.unwrap_or(no_larger(self.scale.phones, PHONES)),
                fine: floor,
                // It is read in the hand.
                reading_distance: None,
                // Words stay whole (UKAAF G003).
                hyphenate: false,
            },
            squeezes: vec![Squeeze::NONE],
            most_air: 1.0,
            regions: match regions {
                Some(regions) => regions.clone(),
                None => self.regions_in_large_print(),
            },
            turned: None,
            large_print: LargePrint::default(),
        }
    }

    /// The same regions in one column.
    fn regions_in_large_print(&self) -> Vec<RegionSetup> {
        let mut regions = if self.page.is_wide() {
            turned(&self.regions, false)
        } else {
            self.with_notes_apart()
        };
        for setup in &mut regions {
            match setup.region {
                Region::Levels | Region::DoAndDont => setup.arrange = Arrangement::Cards,
                Region::Contacts | Region::Directory | Region::Statistics => {
                    setup.in_a_row = Some(1);
                }
                _ => {}
            }
        }
        regions
    }
}
