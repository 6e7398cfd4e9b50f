//! The fonts that themes name in `theme.yml`.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Theme, web_fonts};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::FontFamily;
use crate::source::Node;
use crate::source::folder::has_ending;

/// The folder of a theme that holds its fonts.
const FOLDER: &str = "fonts";
/// How the names of font files end.
const ENDINGS: [&str; 5] = [".ttf", ".otf", ".ttc", ".woff", ".woff2"];

/// The families that `theme.yml` of a theme names, and that of each theme it extends, in this order. A file that isn't there
/// is said, and so is one that nobody names.
pub(super) fn families<'n>(
    theme: &Theme,
    settings: impl Iterator<Item = &'n Arc<Node>> + Clone,
    problems: &mut Diagnostics,
) -> Vec<FontFamily> {
    let mut named: BTreeSet<String> = web_fonts::named(settings.clone())
        .map(str::to_owned)
        .collect();
    let mut families = Vec::new();
    for node in settings.flat_map(|settings| {
        settings
            .get("fonts")
            .map(|fonts| fonts.items())
            .unwrap_or_default()
    }) {
        let read = FontFamily::read(node, |name| {
            let within = name
                .value
                .strip_prefix("fonts/")
                .unwrap_or(&name.value)
                .to_owned();
            let file = theme.file(&format!("{FOLDER}/{within}"));
            if file.is_none() {
                let in_folder: Vec<&str> = fonts(theme).map(|(name, _)| name).collect();
                problems.push(
                    Diagnostic::new(
                        Code::MissingFile,
                        format!("the theme `{}` has no font `{}`", theme.name, name.value),
                    )
                    .at(name.at, "")
                    .suggest(&within, in_folder),
                );
            }
            named.insert(within);
            file.map(|file| Arc::from(&*file.bytes))
        });
        match read {
            Ok(family) => families.push(family),
            Err(nameless) => problems.push(nameless),
        }
    }
    for (name, path) in fonts(theme).filter(|(name, _)| !named.contains(*name)) {
        let advice = if has_ending(name, "woff2") {
            format!("name it in theme.yml of the theme, under web_fonts: regular: {name}")
        } else {
            format!("name it in theme.yml of the theme: fonts: [{{ regular: {name} }}]")
        };
        problems.push(
            Diagnostic::new(Code::StrayFile, format!("{path} is not read by anything"))
                .help(advice),
        );
    }
    families
}

/// The fonts of a theme, by their names in its folder, with their paths for messages.
fn fonts(theme: &Theme) -> impl Iterator<Item = (&str, &str)> {
    theme.folder(FOLDER).filter_map(|(path, file)| {
        let name = path.strip_prefix("fonts/")?;
        let lower = name.to_ascii_lowercase();
        ENDINGS
            .iter()
            .any(|ending| lower.ends_with(ending))
            .then_some((name, file.path.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::super::Themes;
    use super::*;
    use crate::source::Sources;
    use crate::trial;

    fn load(theme: &str, font: Option<&str>) -> (Vec<String>, Vec<Code>) {
        let folder = trial::Folder::new();
        folder.write("own/theme.yml", theme);
        if let Some(font) = font {
            folder.write(&format!("own/fonts/{font}"), "not looked into here");
        }
        let mut problems = Diagnostics::new();
        let themes = Themes::read(folder.path(), &mut problems);
        let theme = themes
            .load("own", &mut Sources::new(), &mut problems)
            .expect("it is there");
        let files = theme.fonts.iter().flat_map(FontFamily::files);
        (
            files.map(|(_, file)| file.file.value.clone()).collect(),
            problems.iter().map(|problem| problem.code).collect(),
        )
    }

    #[test]
    fn a_themes_own_fonts_stand_before_those_it_inherits() {
        let (files, codes) = load(
            "extends: default\nfonts: [Own.ttf, {black: SourceSans3-Black.ttf}]",
            Some("Own.ttf"),
        );
        assert_eq!(codes, []);
        assert_eq!(files[..2], ["Own.ttf", "SourceSans3-Black.ttf"]);
        assert_eq!(files.len(), 6);
    }

    #[test]
    fn a_font_that_is_not_there_and_one_that_nobody_names_are_said() {
        let (_, codes) = load("extends: default\nfonts: [SourceSans3-Blod.ttf]", None);
        assert_eq!(codes, [Code::MissingFile]);
        let (files, codes) = load("extends: default", Some("Own.ttf"));
        assert_eq!((files.len(), codes), (4, vec![Code::StrayFile]));
        let (_, codes) = load("extends: default\nfonts: [{languages: [ar]}]", None);
        assert_eq!(codes, [Code::MissingKey]);
    }
}
