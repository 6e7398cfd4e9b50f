//! The regions of a poster, and what a theme can say of each.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::look::{Arrangement, Padding, RegionIcon, Rules, Tones};
use crate::diagnostic::{Located, Span};
use crate::edition::{Ground, Region};
use crate::markdown::ShortBlock;
use crate::print::layout::{Art, Length, Sides};

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
    /// The keys that every region takes.
    pub(crate) const COMMON_KEYS: &'static [&'static str] =
        &["region", "edge", "rules", "leave_out"];

    /// The keys that mean something for it, beside [`COMMON_KEYS`](Self::COMMON_KEYS).
    pub(crate) fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Band | Self::FinePrint => &["fill", "text", "padding"],
            Self::Title | Self::Masthead | Self::Headline => &["fill", "text", "padding", "icon"],
            Self::Levels => &["padding", "gap", "corners", "arrange", "tones", "notes"],
            Self::DoAndDont => &["padding", "gap", "corners", "arrange", "tones"],
            Self::Notes => &["padding", "gap", "corners"],
            Self::Safeguards | Self::Consequences => {
                &["fill", "text", "padding", "corners", "icon", "label"]
            }
            Self::Statistics => &[
                "fill", "text", "padding", "corners", "gap", "in_a_row", "icon", "label",
            ],
            Self::Text => &[
                "fill", "text", "padding", "corners", "icon", "label", "words",
            ],
            Self::Picture => &[
                "fill",
                "padding",
                "corners",
                "height",
                "file",
                "alt",
                "decoration",
            ],
            Self::Contacts => &["fill", "text", "padding", "in_a_row", "label"],
            Self::Directory => &["padding", "gap", "corners", "tones", "in_a_row"],
            Self::Qr => &["fill", "text", "padding", "corners", "height"],
        }
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

    /// Whether it waits for what an edition says or shows there: a text or picture that the theme leaves open.
    pub(crate) fn is_for_the_edition(&self) -> bool {
        match self.region {
            Region::Text => self.words.is_empty(),
            Region::Picture => self.picture.is_none(),
            _ => false,
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
