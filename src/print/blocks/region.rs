//! The regions of a poster, and what a theme can say of each.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::look::{Arrangement, Ground, Padding, RegionIcon, Rules, Tones};
use crate::diagnostic::{Located, Span};
use crate::markdown::ShortBlock;
use crate::print::layout::{Art, Length, Sides};

/// A region of a poster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Region {
    /// Logo and name of the board.
    Band,
    /// Title, summary and icon.
    Title,
    /// Title and board side by side: for sheets that are wider than high.
    Masthead,
    /// The headline with its note.
    Headline,
    /// The levels; on the do and don't poster its two lists.
    Levels,
    /// What the summary of do and don't says about the channel.
    DoAndDont,
    /// What should be in place, and what can follow, side by side.
    Notes,
    /// What should be in place.
    Safeguards,
    /// What can follow.
    Consequences,
    /// Figures, and what they mean.
    Statistics,
    /// Words of the theme or of the edition.
    Text,
    /// A picture of the theme or of the edition.
    Picture,
    /// The contacts of posters, large, with the code that leads to the page, and the fine print.
    Contacts,
    /// All contacts by urgency.
    Directory,
    /// The code that leads to the page, with what it is for.
    Qr,
    /// The code and the fine print: version, dates and licence.
    FinePrint,
}

/// A region and how it looks. What a theme leaves open is as in the default theme.
#[derive(Debug, Clone)]
pub(crate) struct RegionSetup {
    /// Which one.
    pub(crate) region: Region,
    /// The colour behind it.
    pub(crate) fill: Option<Ground>,
    /// The colour of its words, where that isn't to be black or white, whichever reads better.
    pub(crate) text: Option<Located<Ground>>,
    /// Whether it reaches to the edges of the sheet.
    pub(crate) edge: Option<bool>,
    /// The white within it.
    pub(crate) padding: Padding,
    /// The white between levels or groups, in points.
    pub(crate) gap: Option<f32>,
    /// How round its corners are, in points.
    pub(crate) corners: Option<f32>,
    /// Lines above, below and within it.
    pub(crate) rules: Rules,
    /// How levels stand.
    pub(crate) arrange: Arrangement,
    /// Behind levels and groups of contacts: the pale or the strong colour of their tone.
    pub(crate) tones: Tones,
    /// Whether what should be in place and what can follow stand with the levels.
    pub(crate) notes: bool,
    /// So many contacts or figures stand side by side.
    pub(crate) in_a_row: Option<usize>,
    /// Which large icon it shows.
    pub(crate) icon: RegionIcon,
    /// What its head says, by language.
    pub(crate) label: BTreeMap<String, Located<String>>,
    /// What a text says, by language.
    pub(crate) words: BTreeMap<String, Vec<ShortBlock>>,
    /// What a picture shows.
    pub(crate) picture: Option<ThemePicture>,
    /// How high a picture or a code is, in points.
    pub(crate) height: Option<f32>,
    /// Left out with what has this rank; 0 never is.
    pub(crate) leave_out: u8,
}

/// A picture that a theme brings.
#[derive(Debug, Clone)]
pub(crate) struct ThemePicture {
    /// Where the theme names it.
    pub(crate) at: Span,
    /// What is drawn.
    pub(crate) art: Arc<dyn Art>,
    /// What it shows, by language; `None` if it is decoration.
    pub(crate) alt: Option<BTreeMap<String, Located<String>>>,
}

impl Region {
    /// Every region, with its name in a theme's file and the keys that mean something there beside those of all regions.
    const ALL: &'static [(&'static str, Region, &'static [&'static str])] = &[
        ("band", Self::Band, &["fill", "text", "padding"]),
        ("title", Self::Title, &["fill", "text", "padding", "icon"]),
        (
            "masthead",
            Self::Masthead,
            &["fill", "text", "padding", "icon"],
        ),
        (
            "headline",
            Self::Headline,
            &["fill", "text", "padding", "icon"],
        ),
        (
            "levels",
            Self::Levels,
            &["padding", "gap", "corners", "arrange", "tones", "notes"],
        ),
        (
            "do-and-dont",
            Self::DoAndDont,
            &["padding", "gap", "corners", "arrange", "tones"],
        ),
        ("notes", Self::Notes, &["padding", "gap", "corners"]),
        (
            "safeguards",
            Self::Safeguards,
            &["fill", "text", "padding", "corners", "icon", "label"],
        ),
        (
            "consequences",
            Self::Consequences,
            &["fill", "text", "padding", "corners", "icon", "label"],
        ),
        (
            "statistics",
            Self::Statistics,
            &[
                "fill", "text", "padding", "corners", "gap", "in_a_row", "icon", "label",
            ],
        ),
        (
            "text",
            Self::Text,
            &[
                "fill", "text", "padding", "corners", "icon", "label", "words",
            ],
        ),
        (
            "picture",
            Self::Picture,
            &[
                "fill",
                "padding",
                "corners",
                "height",
                "file",
                "alt",
                "decoration",
            ],
        ),
        (
            "contacts",
            Self::Contacts,
            &["fill", "text", "padding", "in_a_row", "label"],
        ),
        (
            "directory",
            Self::Directory,
            &["padding", "gap", "corners", "tones", "in_a_row"],
        ),
        (
            "qr",
            Self::Qr,
            &["fill", "text", "padding", "corners", "height"],
        ),
        ("fine-print", Self::FinePrint, &["fill", "text", "padding"]),
    ];
    /// The keys that every region takes.
    pub(crate) const COMMON_KEYS: &'static [&'static str] =
        &["region", "edge", "rules", "leave_out"];
    /// The names in a theme's file.
    pub(crate) const NAMES: &'static [&'static str] = &names();

    /// The region of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(other, ..)| *other == name)
            .map(|(_, region, _)| *region)
    }

    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        self.entry().0
    }

    /// The keys that mean something for it, beside [`COMMON_KEYS`](Self::COMMON_KEYS).
    pub(crate) fn keys(self) -> &'static [&'static str] {
        self.entry().2
    }

    fn entry(self) -> &'static (&'static str, Region, &'static [&'static str]) {
        // The table has every region: a test says so.
        Self::ALL
            .iter()
            .find(|(_, region, _)| *region == self)
            .unwrap_or(&Self::ALL[0])
    }

    /// Whether it takes the height that is left.
    pub(crate) fn grows(self) -> bool {
        matches!(self, Self::Levels | Self::Directory)
    }

    /// Whether it has parts that lines can stand between.
    pub(crate) fn has_parts(self) -> bool {
        matches!(
            self,
            Self::Levels | Self::DoAndDont | Self::Notes | Self::Statistics | Self::Directory
        )
    }

    /// Whether it is a band, which reaches to the edges of the sheet if nothing else is said.
    pub(crate) fn is_band(self) -> bool {
        matches!(
            self,
            Self::Band
                | Self::Title
                | Self::Masthead
                | Self::Headline
                | Self::Contacts
                | Self::FinePrint
        )
    }

    /// The colour behind it if nothing else is said; `None` where that hangs on what it holds.
    fn usual_fill(self) -> Option<Ground> {
        Some(match self {
            Self::Headline => Ground::Dont,
            Self::Band | Self::Title | Self::Masthead | Self::Contacts | Self::FinePrint => {
                Ground::Primary
            }
            Self::Text | Self::Qr | Self::Statistics | Self::Safeguards => Ground::Pale,
            Self::Picture
            | Self::Consequences
            | Self::Levels
            | Self::DoAndDont
            | Self::Notes
            | Self::Directory => return None,
        })
    }
}

/// The names of all regions.
const fn names() -> [&'static str; Region::ALL.len()] {
    let mut names = [""; Region::ALL.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = Region::ALL[at].0;
        at += 1;
    }
    names
}

impl RegionSetup {
    /// A region of which nothing is said.
    pub(crate) fn plain(region: Region) -> Self {
        Self {
            region,
            fill: None,
            text: None,
            edge: None,
            padding: Padding::default(),
            gap: None,
            corners: None,
            rules: Rules::default(),
            arrange: Arrangement::default(),
            tones: Tones::default(),
            notes: false,
            in_a_row: None,
            icon: RegionIcon::default(),
            label: BTreeMap::new(),
            words: BTreeMap::new(),
            picture: None,
            height: None,
            leave_out: 0,
        }
    }

    /// Whether it reaches from edge to edge; what doesn't keeps to the margins.
    pub(crate) fn reaches_the_edge(&self) -> bool {
        self.edge.unwrap_or(self.region.is_band())
    }

    /// The white around what it holds, with what there is if nothing is said, in points.
    pub(crate) fn around(&self, top: f32, sides: f32, bottom: f32) -> Sides {
        let Padding {
            top: own_top,
            sides: own_sides,
            bottom: own_bottom,
        } = self.padding;
        Sides {
            top: Length::points(own_top.unwrap_or(top)),
            side: Length::points(own_sides.unwrap_or(sides)),
            bottom: Length::points(own_bottom.unwrap_or(bottom)),
        }
    }

    /// The colour behind it, if that is clear without knowing what it holds.
    pub(crate) fn ground(&self) -> Option<Ground> {
        self.fill.or_else(|| match self.region.usual_fill() {
            // Words of a colour need to know what they stand on.
            None if self.text.is_some() => Some(Ground::Pale),
            usual => usual,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_stands_for_a_region_of_its_own() {
        for (at, name) in Region::NAMES.iter().enumerate() {
            let region = Region::named(name).expect(name);
            assert_eq!(region.name(), *name);
            assert!(!Region::NAMES[..at].contains(name), "{name} stands twice");
        }
    }
}
