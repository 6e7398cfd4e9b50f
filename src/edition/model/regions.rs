//! The parts of a poster and its colours, as themes and editions name them.

use super::PosterKind;
use crate::edition::Rgb;

/// A region of a poster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Region {
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

/// A colour by what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
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
    /// A colour of the edition's own. Themes name colours by what they are for.
    Own(Rgb),
}

impl Region {
    /// Every region with its name.
    const ALL: &'static [(&'static str, Region)] = &[
        ("band", Self::Band),
        ("title", Self::Title),
        ("masthead", Self::Masthead),
        ("headline", Self::Headline),
        ("levels", Self::Levels),
        ("do-and-dont", Self::DoAndDont),
        ("notes", Self::Notes),
        ("safeguards", Self::Safeguards),
        ("consequences", Self::Consequences),
        ("statistics", Self::Statistics),
        ("text", Self::Text),
        ("picture", Self::Picture),
        ("contacts", Self::Contacts),
        ("directory", Self::Directory),
        ("qr", Self::Qr),
        ("fine-print", Self::FinePrint),
    ];
    /// Their names in YAML.
    pub const NAMES: &'static [&'static str] = &names();

    /// The region of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(other, _)| *other == name)
            .map(|(_, region)| *region)
    }

    /// Whether a poster with both would say something twice.
    pub(crate) fn repeats(self, other: Region) -> bool {
        let says = |one: Region, parts: [Region; 2]| {
            (self == one && parts.contains(&other)) || (other == one && parts.contains(&self))
        };
        // A theme may have some texts and pictures, each with its own words.
        (self == other && !matches!(self, Self::Text | Self::Picture))
            || says(Self::Masthead, [Self::Band, Self::Title])
            || says(Self::Notes, [Self::Safeguards, Self::Consequences])
            || (self != other && says(Self::Contacts, [Self::FinePrint; 2]))
    }

    /// The name in YAML.
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, region)| *region == self)
            .map_or("", |(name, _)| *name)
    }
}

/// What a poster needs: one of these regions, or else something is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Need {
    /// Any of them will do.
    pub(crate) one_of: &'static [Region],
    /// What is lost without them.
    pub(crate) or_else: &'static str,
}

impl PosterKind {
    /// What posters of this kind need and these regions haven't got. `calls_for_help` says whether there is someone to call
    /// in an emergency.
    pub(crate) fn lacks(self, regions: &[Region], calls_for_help: bool) -> Vec<Need> {
        let need = |one_of, or_else| Need { one_of, or_else };
        let title = need(
            &[Region::Title, Region::Masthead],
            "nobody could see what it is about",
        );
        let content = match self {
            Self::Channel | Self::DoAndDont => need(&[Region::Levels], "it would give no advice"),
            Self::Contacts => need(&[Region::Directory], "it would name no one to contact"),
        };
        let foot = if calls_for_help && self != Self::Contacts {
            need(
                &[Region::Contacts],
                "nobody could see whom to call in an emergency",
            )
        } else {
            need(
                &[Region::Contacts, Region::FinePrint],
                "it would have neither version nor date",
            )
        };
        let mut lacking = vec![title, content, foot];
        lacking.retain(|need| !need.one_of.iter().any(|region| regions.contains(region)));
        lacking
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

impl Ground {
    /// Their names in YAML.
    pub const NAMES: &'static [&'static str] = &[
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
    pub fn named(name: &str) -> Option<Self> {
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
    use super::*;

    #[test]
    fn every_name_stands_for_something_of_its_own() {
        for (at, name) in Region::NAMES.iter().enumerate() {
            assert_eq!(Region::named(name).map(Region::name), Some(*name));
            assert!(!Region::NAMES[..at].contains(name), "{name} stands twice");
        }
        let mut found = Vec::new();
        for name in Ground::NAMES {
            let ground = Ground::named(name).expect(name);
            assert!(!found.contains(&ground), "{name} stands for another's");
            found.push(ground);
        }
    }
}
