//! What a board changes of the posters of its theme.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Ground, Region};
use crate::diagnostic::{Located, Span};
use crate::edition::BrandColour;
use crate::markdown::ShortBlock;

/// What an edition has otherwise than its theme.
#[derive(Debug, Clone, Default)]
pub struct PosterChanges {
    /// The colours behind regions.
    pub colours: Vec<(Region, Located<Ground>)>,
    /// Those of them that are the board's own, as a print shop makes them.
    pub own_colours: Vec<(Region, Located<BrandColour>)>,
    /// Words of posters that it says in its own way, by name.
    pub labels: BTreeMap<String, Located<String>>,
    /// The regions of each kind of poster, where it has others than the theme, or another order.
    pub regions: BTreeMap<PosterKind, Located<Vec<Region>>>,
    /// What it says in the region of free text.
    pub text: Option<PosterText>,
    /// What it shows in the region of the picture.
    pub picture: Option<PosterPicture>,
}

/// What a poster is about: each kind has a layout of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PosterKind {
    /// A channel.
    Channel,
    /// The summary of do and don't.
    DoAndDont,
    /// Whom to contact.
    Contacts,
}

/// A text for posters.
#[derive(Debug, Clone)]
pub struct PosterText {
    /// What it says.
    pub blocks: Vec<ShortBlock>,
    /// Where it was written.
    pub at: Span,
}

/// A picture for posters.
#[derive(Debug, Clone)]
pub struct PosterPicture {
    /// The name of the file, as written.
    pub file: Located<String>,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// What it shows, in words; `None` if it is decoration.
    pub alt: Option<Located<String>>,
}

impl PosterKind {
    /// Every kind.
    pub const ALL: [PosterKind; 3] = [Self::Channel, Self::DoAndDont, Self::Contacts];

    /// The name in YAML, and of the theme's file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Channel => "channel",
            Self::DoAndDont => "do-and-dont",
            Self::Contacts => "contacts",
        }
    }
}
