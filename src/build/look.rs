//! Themes, made ready once for all editions that use them.

use std::collections::{BTreeMap, BTreeSet};

use super::digest::of_theme;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::Edition;
use crate::print::Press;
use crate::source::Sources;
use crate::theme::{LoadedTheme, Themes};

/// What an edition looks like: a theme made ready, for pages and for print.
pub(super) struct Look {
    pub(super) theme: LoadedTheme,
    pub(super) press: Option<Press>,
    /// The digest of the theme's files.
    pub(super) digest: String,
}

/// Loads each theme that is used, once.
pub(super) fn looks(
    editions: &[&Edition],
    themes: &Themes,
    sources: &mut Sources,
    problems: &mut Diagnostics,
) -> BTreeMap<String, Look> {
    let names = themes.names();
    let mut languages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for edition in editions {
        let name = edition.theme.value.as_str();
        if !names.iter().any(|known| known == name) {
            problems.push(
                Diagnostic::new(Code::UnknownTheme, format!("there is no theme `{name}`"))
                    .at(edition.theme.at, "")
                    .suggest(name, names.iter().map(String::as_str))
                    .in_edition(&edition.id),
            );
            continue;
        }
        let spoken = edition
            .languages
            .iter()
            .map(|language| language.value.as_str());
        languages.entry(name).or_default().extend(spoken);
    }
    let mut looks = BTreeMap::new();
    for (name, spoken) in languages {
        let Some(theme) = themes.load(name, sources, problems) else {
            continue;
        };
        let digest = of_theme(&theme);
        let press = Press::load(&theme, sources, problems);
        let theme = LoadedTheme::load(theme, spoken, sources, problems);
        looks.insert(
            name.to_owned(),
            Look {
                theme,
                press,
                digest,
            },
        );
    }
    looks
}
