//! How a theme can have a region look: colours by what they are for, white space, lines, icons.

use crate::diagnostic::Located;
use crate::edition::Ground;

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
    /// What to do and what not to do as large columns; what to be careful with across the sheet below them.
    Halves,
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

/// The white within a region, in points. What isn't said is as in the default theme.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Padding {
    /// At the top.
    pub(crate) top: Option<f32>,
    /// Where reading begins and ends.
    pub(crate) sides: Option<f32>,
    /// At the bottom.
    pub(crate) bottom: Option<f32>,
}

/// Lines about a region and between its parts, in points. 0 is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rules {
    /// How thick the line above it is.
    pub(crate) above: f32,
    /// How thick the line below it is.
    pub(crate) below: f32,
    /// How thick the lines between its parts are.
    pub(crate) between: f32,
    /// Their colour.
    pub(crate) colour: Ground,
}

/// The large icon of a region.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum RegionIcon {
    /// Its own: that of the channel, or the one that is usual there.
    #[default]
    Usual,
    /// None.
    Hidden,
    /// The one of this name, which the theme has.
    Named(Located<String>),
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            above: 0.0,
            below: 0.0,
            between: 0.0,
            colour: Ground::Primary,
        }
    }
}

impl RegionIcon {
    /// The name of the icon to show, where `usual` is the one that is shown if nothing is said.
    pub(crate) fn or_usual<'a>(&'a self, usual: Option<&'a str>) -> Option<&'a str> {
        match self {
            Self::Usual => usual,
            Self::Hidden => None,
            Self::Named(name) => Some(&name.value),
        }
    }
}

impl Arrangement {
    /// The names in a theme's file.
    pub(crate) const NAMES: &'static [&'static str] = &["columns", "rows", "cards", "halves"];

    /// The arrangement of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "columns" => Self::Columns,
            "rows" => Self::Rows,
            "cards" => Self::Cards,
            "halves" => Self::Halves,
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
        each_once(Arrangement::NAMES, Arrangement::named);
        each_once(Tones::NAMES, Tones::named);
    }
}
