//! How a board wants its posters: on which paper, which way up, and for whom else.

use super::Distance;
use crate::diagnostic::{Located, Span};

/// What an edition says of its posters as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PosterSettings {
    /// The sizes of paper it asks for, each once; A4 if it names none.
    pub sizes: Vec<Located<PaperSize>>,
    /// Which way up; as the theme has it, if nothing is said.
    pub orientation: Option<Located<Orientation>>,
    /// From how far title and headline must be read; as the theme has it, if nothing is said.
    pub reading_distance: Option<Located<Distance>>,
    /// What it asks for besides the standard posters, each once.
    pub variants: Vec<Located<Variant>>,
    /// What becomes of a poster that is too full for one sheet.
    pub overflow: Overflow,
    /// Whether long words of body text may part at the end of a line; as the theme has it, if nothing is said.
    pub hyphenate: Option<Located<bool>>,
}

/// What becomes of a poster that is too full for one sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Overflow {
    /// It is an error, which says by how much.
    #[default]
    Error,
    /// It goes on on a second sheet.
    SecondPage,
}

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperSize {
    /// ISO 216 A3.
    A3,
    /// ISO 216 A4.
    A4,
    /// ISO 216 A5.
    A5,
    /// US Letter, ANSI/ASME Y14.1 A.
    Letter,
}

/// Which way up a sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Orientation {
    /// Higher than wide.
    Portrait,
    /// Wider than high.
    Landscape,
}

/// For whom or what a poster is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Variant {
    /// For the noticeboard.
    Standard,
    /// In large print, by the rules of UKAAF G003.
    LargePrint,
    /// With little ink, and no colour needed.
    InkSaver,
    /// In the first two languages of the edition on one sheet, both in the same type, on twice the paper.
    Bilingual,
}

/// One way in which all posters of an edition come out: the paper, which way up, and for whom. Only an edition's own settings
/// make one, so there is none that nobody asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Printing {
    size: PaperSize,
    orientation: Option<Orientation>,
    reading_distance: Option<Distance>,
    variant: Variant,
    folder: Option<&'static str>,
}

impl PosterSettings {
    /// The printing that lies in `posters/` itself: the first size, in the standard variant.
    pub fn main_printing(&self) -> Printing {
        Printing {
            size: self.sizes.first().map_or(PaperSize::A4, |size| size.value),
            orientation: self.orientation.as_ref().map(|way| way.value),
            reading_distance: self.reading_distance.as_ref().map(|far| far.value),
            variant: Variant::Standard,
            folder: None,
        }
    }

    /// Every printing that is asked for, the main one first: the standard variant in every size, then each other variant in
    /// the first size.
    pub fn printings(&self) -> Vec<Printing> {
        let main = self.main_printing();
        let sizes = self.sizes.iter().skip(1).map(|size| Printing {
            size: size.value,
            folder: Some(size.value.name()),
            ..main
        });
        let variants = self.variants.iter().map(|variant| {
            let (size, orientation) = match variant.value {
                Variant::LargePrint => (main.size.in_the_hand(), Some(Orientation::Portrait)),
                Variant::Standard | Variant::InkSaver | Variant::Bilingual => {
                    (main.size, main.orientation)
                }
            };
            Printing {
                size,
                orientation,
                variant: variant.value,
                folder: Some(variant.value.name()),
                ..main
            }
        });
        std::iter::once(main).chain(sizes).chain(variants).collect()
    }
}

impl PosterSettings {
    /// Where a printing was asked for; `None` if nobody did, and it is what comes of itself.
    pub fn asked_at(&self, printing: Printing) -> Option<Span> {
        let of_variant = self
            .variants
            .iter()
            .find(|variant| variant.value == printing.variant)
            .map(|variant| variant.at);
        of_variant.or_else(|| {
            self.sizes
                .iter()
                .find(|size| size.value == printing.size)
                .map(|size| size.at)
        })
    }
}

impl Printing {
    /// The paper.
    pub fn size(self) -> PaperSize {
        self.size
    }

    /// Which way up; as the theme has it, if `None`.
    pub fn orientation(self) -> Option<Orientation> {
        self.orientation
    }

    /// The paper that it comes out on; none if that has no name here.
    pub fn sheet(self) -> Option<PaperSize> {
        match self.variant {
            Variant::Bilingual => self.size.twice(),
            _ => Some(self.size),
        }
    }

    /// From how far title and headline must be read; as the theme has it, if `None`.
    pub fn reading_distance(self) -> Option<Distance> {
        self.reading_distance
    }

    /// For whom.
    pub fn variant(self) -> Variant {
        self.variant
    }

    /// The folder of its files within `posters/`; the main printing has none.
    pub fn folder(self) -> Option<&'static str> {
        self.folder
    }
}

impl PaperSize {
    /// The size of this name in YAML.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "a3" => Self::A3,
            "a4" => Self::A4,
            "a5" => Self::A5,
            "letter" => Self::Letter,
            _ => return None,
        })
    }

    /// The name in YAML.
    pub fn name(self) -> &'static str {
        match self {
            Self::A3 => "a3",
            Self::A4 => "a4",
            Self::A5 => "a5",
            Self::Letter => "letter",
        }
    }

    /// The paper for pages that are held in the hand: what desks and printers have where this one is in use.
    fn in_the_hand(self) -> Self {
        match self {
            Self::A3 | Self::A4 | Self::A5 => Self::A4,
            Self::Letter => Self::Letter,
        }
    }

    /// The paper on which two of these lie side by side.
    fn twice(self) -> Option<Self> {
        match self {
            Self::A4 => Some(Self::A3),
            Self::A5 => Some(Self::A4),
            Self::A3 | Self::Letter => None,
        }
    }

    /// The shorter and the longer side, in millimetres.
    pub fn sides(self) -> (f32, f32) {
        match self {
            Self::A3 => (297.0, 420.0),
            Self::A4 => (210.0, 297.0),
            Self::A5 => (148.0, 210.0),
            Self::Letter => (215.9, 279.4),
        }
    }
}

impl Orientation {
    /// The orientation of this name in YAML.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "portrait" => Self::Portrait,
            "landscape" => Self::Landscape,
            _ => return None,
        })
    }
}

impl Overflow {
    /// The choice of this name in YAML.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "error" => Self::Error,
            "second-page" => Self::SecondPage,
            _ => return None,
        })
    }
}

impl Variant {
    /// The variant of this name. The standard one need not be asked for and has none in YAML.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "large-print" => Self::LargePrint,
            "ink-saver" => Self::InkSaver,
            "bilingual" => Self::Bilingual,
            _ => return None,
        })
    }

    /// The name in YAML and of the folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::LargePrint => "large-print",
            Self::InkSaver => "ink-saver",
            Self::Bilingual => "bilingual",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;
    use crate::pack::shape::{ORIENTATIONS, OVERFLOWS, PAPER_SIZES, VARIANTS};

    fn located<T>(value: T) -> Located<T> {
        Located::new(value, Span::new(FileId(0), 0..1))
    }

    #[test]
    fn without_settings_there_is_one_printing_on_a4() {
        let printings = PosterSettings::default().printings();
        assert_eq!(printings.len(), 1);
        assert_eq!(
            (
                printings[0].size(),
                printings[0].variant(),
                printings[0].folder()
            ),
            (PaperSize::A4, Variant::Standard, None)
        );
    }

    #[test]
    fn sizes_and_variants_have_folders_of_their_own() {
        let settings = PosterSettings {
            sizes: vec![located(PaperSize::A5), located(PaperSize::A3)],
            variants: vec![located(Variant::LargePrint), located(Variant::InkSaver)],
            ..PosterSettings::default()
        };
        let found: Vec<_> = settings
            .printings()
            .into_iter()
            .map(|printing| (printing.size(), printing.variant(), printing.folder()))
            .collect();
        assert_eq!(
            found,
            [
                (PaperSize::A5, Variant::Standard, None),
                (PaperSize::A3, Variant::Standard, Some("a3")),
                (PaperSize::A4, Variant::LargePrint, Some("large-print")),
                (PaperSize::A5, Variant::InkSaver, Some("ink-saver")),
            ]
        );
    }

    #[test]
    fn every_name_stands_for_something() {
        for name in PAPER_SIZES {
            assert_eq!(PaperSize::named(name).map(PaperSize::name), Some(*name));
        }
        for name in ORIENTATIONS {
            assert!(Orientation::named(name).is_some(), "{name}");
        }
        for name in OVERFLOWS {
            assert!(Overflow::named(name).is_some(), "{name}");
        }
        for name in VARIANTS {
            assert_eq!(Variant::named(name).map(Variant::name), Some(*name));
        }
    }
}
