//! The regions of a poster, and how a theme wants each to look.

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
    /// What should be in place, and what can follow, side by side.
    Notes,
    /// The contacts of posters, large, with the code that leads to the page, and the fine print.
    Contacts,
    /// All contacts by urgency.
    Directory,
    /// The code and the fine print: version, dates and licence.
    FinePrint,
}

/// A region and how it looks. What a theme leaves open is as in the default theme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct RegionSetup {
    /// Which one.
    pub(crate) region: Region,
    /// The colour behind it, if it is a band.
    pub(crate) fill: Option<Ground>,
    /// Whether it reaches to the edges of the sheet.
    pub(crate) edge: Option<bool>,
    /// The white within it, in points: of bands at top and bottom, of levels at the sides.
    pub(crate) padding: Option<f32>,
    /// The white between levels, in points.
    pub(crate) gap: Option<f32>,
    /// How round the corners of levels are, in points.
    pub(crate) corners: Option<f32>,
    /// How levels stand.
    pub(crate) arrange: Arrangement,
    /// Behind levels and groups of contacts: the pale or the strong colour of their tone.
    pub(crate) tones: Tones,
    /// Whether what should be in place and what can follow stand with the levels.
    pub(crate) notes: bool,
    /// So many contacts stand side by side.
    pub(crate) in_a_row: Option<usize>,
    /// Whether it shows its large icon.
    pub(crate) icon: bool,
    /// Left out with what has this rank; 0 never is.
    pub(crate) leave_out: u8,
}

/// How levels stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Arrangement {
    /// Side by side.
    #[default]
    Columns,
    /// Below one another, each head beside its statements.
    Rows,
    /// Below one another, each head over its statements.
    Cards,
}

/// Which colour of a tone stands behind text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Tones {
    /// The pale one, with dark text.
    #[default]
    Pale,
    /// The strong one, with bold text.
    Strong,
}

/// A colour by what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ground {
    /// The brand's main colour.
    Primary,
    /// The brand's second colour.
    Secondary,
    /// The brand's main colour, very light.
    Pale,
    /// White.
    Paper,
    /// Nearly black.
    Ink,
    /// The strong colour of what to do.
    Do,
    /// The strong colour of what to be careful with.
    Caution,
    /// The strong colour of what not to do.
    Dont,
}

impl Region {
    /// The names in a theme's file.
    pub(crate) const NAMES: &'static [&'static str] = &[
        "band",
        "title",
        "masthead",
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
            "masthead" => Self::Masthead,
            "headline" => Self::Headline,
            "levels" => Self::Levels,
            "notes" => Self::Notes,
            "contacts" => Self::Contacts,
            "directory" => Self::Directory,
            "fine-print" => Self::FinePrint,
            _ => return None,
        })
    }

    /// Whether it takes the height that is left.
    pub(crate) fn grows(self) -> bool {
        matches!(self, Self::Levels | Self::Directory)
    }
}

impl RegionSetup {
    /// A region of which nothing is said.
    pub(crate) fn plain(region: Region) -> Self {
        Self {
            region,
            fill: None,
            edge: None,
            padding: None,
            gap: None,
            corners: None,
            arrange: Arrangement::default(),
            tones: Tones::default(),
            notes: false,
            in_a_row: None,
            icon: true,
            leave_out: 0,
        }
    }

    /// Whether it reaches from edge to edge; what doesn't keeps to the margins.
    pub(crate) fn reaches_the_edge(&self) -> bool {
        self.edge.unwrap_or(!matches!(
            self.region,
            Region::Levels | Region::Notes | Region::Directory
        ))
    }
}

impl Arrangement {
    /// The names in a theme's file.
    pub(crate) const NAMES: &'static [&'static str] = &["columns", "rows", "cards"];

    /// The arrangement of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "columns" => Self::Columns,
            "rows" => Self::Rows,
            "cards" => Self::Cards,
            _ => return None,
        })
    }
}

impl Tones {
    /// The names in a theme's file.
    pub(crate) const NAMES: &'static [&'static str] = &["pale", "strong"];

    /// The tones of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "pale" => Self::Pale,
            "strong" => Self::Strong,
            _ => return None,
        })
    }
}

impl Ground {
    /// The names in a theme's file.
    pub(crate) const NAMES: &'static [&'static str] = &[
        "primary",
        "secondary",
        "pale",
        "paper",
        "ink",
        "do",
        "caution",
        "dont",
    ];

    /// The colour of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "primary" => Self::Primary,
            "secondary" => Self::Secondary,
            "pale" => Self::Pale,
            "paper" => Self::Paper,
            "ink" => Self::Ink,
            "do" => Self::Do,
            "caution" => Self::Caution,
            "dont" => Self::Dont,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use super::*;

    fn each_once<T: Debug + PartialEq>(names: &[&str], read: impl Fn(&str) -> Option<T>) {
        let mut found = Vec::new();
        for name in names {
            let value = read(name).expect(name);
            assert!(!found.contains(&value), "{name} stands for another's");
            found.push(value);
        }
    }

    #[test]
    fn every_name_stands_for_something_of_its_own() {
        each_once(Region::NAMES, Region::named);
        each_once(Arrangement::NAMES, Arrangement::named);
        each_once(Tones::NAMES, Tones::named);
        each_once(Ground::NAMES, Ground::named);
    }
}
