//! How a theme lays out its handbook.

use crate::edition::{Edition, Ground, HandbookPart, HandbookVariant};
use crate::handbook::{Handbook, compose, compose_parts};
use crate::theme::Words;

/// Text must not be smaller, in points (UKAAF G003, clear print).
pub(super) const LEAST_BODY: f32 = 12.0;
/// What body text of large print should be, in points (UKAAF G003).
const LARGE_BODY: f32 = 18.0;
/// From line to line of large print, in sizes of type.
const LARGE_LEADING: f32 = 1.35;
/// A5, in points (ISO 216).
const A5: (f32, f32) = (148.0 * MM, 210.0 * MM);
/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;

/// The layout of a handbook, as a theme describes it in `handbook.yml`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct HandbookLayout {
    /// The page.
    pub(super) page: Page,
    /// The sizes of type.
    pub(super) sizes: Sizes,
    /// The colours.
    pub(super) colours: Colours,
    /// The parts whose chapters begin on a new page.
    pub(super) new_page: Vec<HandbookPart>,
    /// The parts, in order, where the edition doesn't say; `None` for all.
    pub(super) parts: Option<Vec<HandbookPart>>,
}

/// A page, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Page {
    pub(super) width: f32,
    pub(super) height: f32,
    /// The white at the top.
    pub(super) top: f32,
    /// The white at the foot.
    pub(super) bottom: f32,
    /// The white at either side.
    pub(super) side: f32,
    /// How far text stands away from the spine where margins are mirrored.
    pub(super) spine: f32,
}

/// Sizes of type, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sizes {
    /// Body text, and everything that stands at the head and the foot of pages (UKAAF G003).
    pub(super) body: f32,
    /// From line to line of body text, in sizes of type.
    pub(super) leading: f32,
    /// The title on the cover, at its largest.
    pub(super) title: f32,
    /// Titles of chapters.
    pub(super) chapter: f32,
    /// Headings of level 2.
    pub(super) heading: f32,
    /// Headings of level 3 and below.
    pub(super) subheading: f32,
    /// The one thing to remember.
    pub(super) headline: f32,
}

/// Colours, by what they are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colours {
    /// Behind the title on the cover.
    pub(super) cover: Ground,
    /// Behind the one thing to remember.
    pub(super) headline: Ground,
    /// Behind boxes.
    pub(super) boxes: Ground,
    /// Lines below titles and in tables.
    pub(super) lines: Ground,
}

impl HandbookLayout {
    /// The layout for a variant, or for the document itself.
    pub(crate) fn of(&self, variant: Option<HandbookVariant>) -> Self {
        match variant {
            None => self.clone(),
            Some(HandbookVariant::LargePrint) => self.in_large_print(),
            Some(HandbookVariant::Booklet) => self.on_a5(),
        }
    }

    /// What the handbook of an edition holds: the parts that the edition names, or else those that the theme does.
    pub(crate) fn compose<'a>(&self, edition: &'a Edition, words: &Words) -> Handbook<'a> {
        match &self.parts {
            Some(parts) if edition.handbook.chosen_parts.is_empty() => {
                compose_parts(edition, words, parts)
            }
            _ => compose(edition, words),
        }
    }

    /// The same with large type (UKAAF G003, large print): 18 pt, titles larger in proportion as far as they fit, and lines further apart.
    fn in_large_print(&self) -> Self {
        let own = self.sizes;
        let body = own.body.max(LARGE_BODY);
        let times = (body / own.body).min(1.3);
        Self {
            page: Page {
                side: self.page.side * 0.9,
                ..self.page
            },
            sizes: Sizes {
                body,
                leading: own.leading.max(LARGE_LEADING),
                title: own.title,
                chapter: (own.chapter * times).max(body * 1.4),
                heading: (own.heading * times).max(body * 1.2),
                subheading: (own.subheading * times).max(body),
                headline: (own.headline * times).max(body),
            },
            ..self.clone()
        }
    }

    /// The same on A5: margins and titles are as much smaller as the paper is, text is as large as on A4.
    fn on_a5(&self) -> Self {
        let (width, height) = A5;
        let times = width / self.page.width;
        let own = self.sizes;
        let smaller = |size: f32| (size * (times + 0.1)).max(own.body);
        Self {
            page: Page {
                width,
                height,
                top: self.page.top * times,
                bottom: self.page.bottom * times,
                side: self.page.side * times,
                spine: self.page.spine * times,
            },
            sizes: Sizes {
                title: smaller(own.title),
                chapter: smaller(own.chapter),
                heading: smaller(own.heading).max(own.body * 1.1),
                subheading: smaller(own.subheading),
                headline: smaller(own.headline),
                ..own
            },
            ..self.clone()
        }
    }
}
