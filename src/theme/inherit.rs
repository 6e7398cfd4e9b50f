//! A theme with everything it inherits.

use std::sync::Arc;

use super::{Theme, Themes, fonts, web_fonts};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::pack::conform::conform;
use crate::pack::shape::{FONT_FAMILY, Key, Kind, Record};
use crate::source::{Node, Sources, yaml};

/// Every key of `theme.yml`.
static THEME: Record = Record {
    name: "a theme",
    keys: &[&[
        Key {
            name: "name",
            kind: Kind::Plain,
            needed: false,
            about: "What it is called.",
        },
        Key {
            name: "extends",
            kind: Kind::Slug,
            needed: false,
            about: "The theme whose files it has where it has none of its own.",
        },
        Key {
            name: "fonts",
            kind: Kind::List(&Kind::Record(&FONT_FAMILY)),
            needed: false,
            about: "The fonts of its posters, before those of the theme it extends. What comes first is tried first.",
        },
        Key {
            name: "web_fonts",
            kind: Kind::List(&Kind::Record(&web_fonts::WEB_FONT)),
            needed: false,
            about: "The fonts of its pages, in place of those of the theme it extends. With an empty list, pages are set in fonts of the device.",
        },
    ]],
    short_form: None,
};

impl Themes {
    /// The theme of this name with everything it inherits: a file that it hasn't got is that of the theme it `extends`, or of
    /// the one that extends. `None` if there is no such theme; a parent that is missing, or a circle, is said.
    pub fn load(
        &self,
        name: &str,
        sources: &mut Sources,
        problems: &mut Diagnostics,
    ) -> Option<Theme> {
        let mut theme = self.get(name)?;
        let mut chain = vec![name.to_owned()];
        let settings = settings(&theme, sources, problems);
        let mut parent = settings.as_ref().and_then(extends);
        let mut all_settings = vec![settings];
        while let Some((name, at)) = parent {
            if chain.contains(&name) {
                let circle = chain.join("` extends `");
                problems.push(
                    Diagnostic::new(
                        Code::ExtendsCycle,
                        format!(
                            "themes extend one another in a circle: `{circle}` extends `{name}`"
                        ),
                    )
                    .at(at, "closes the circle"),
                );
                break;
            }
            let Some(inherited) = self.get(&name) else {
                let names = self.names();
                problems.push(
                    Diagnostic::new(Code::UnknownTheme, format!("there is no theme `{name}`"))
                        .at(at, "")
                        .suggest(&name, names.iter().map(String::as_str)),
                );
                break;
            };
            let settings = self::settings(&inherited, sources, problems);
            parent = settings.as_ref().and_then(extends);
            all_settings.push(settings);
            theme = theme.over(inherited);
            chain.push(name);
        }
        theme.fonts = fonts::families(&theme, all_settings.iter().flatten(), problems);
        theme.web_fonts = web_fonts::web_fonts(&theme, all_settings.iter().flatten(), problems);
        Some(theme)
    }
}

/// The theme that a theme's own `theme.yml` names, and where.
fn extends(settings: &Arc<Node>) -> Option<(String, Span)> {
    let parent = settings.get("extends")?;
    Some((parent.scalar()?.to_string(), parent.at))
}

/// What a theme's own `theme.yml` says.
fn settings(theme: &Theme, sources: &mut Sources, problems: &mut Diagnostics) -> Option<Arc<Node>> {
    let file = theme.file("theme.yml")?;
    let Some(text) = file.text() else {
        problems.push(Diagnostic::new(
            Code::NotUtf8,
            format!("`{}` is not text in UTF-8", file.path),
        ));
        return None;
    };
    let id = sources.add(file.path.clone(), text);
    let node = yaml::parse(text, id, 0, problems)?;
    conform(&node, &Kind::Record(&THEME), "the theme", sources, problems)
}

#[cfg(test)]
mod tests {
    use super::super::ThemeFile;
    use super::*;
    use crate::trial;

    fn load(files: &[(&str, &str)], name: &str) -> (Option<Theme>, Vec<Code>) {
        let folder = trial::Folder::new();
        for (path, text) in files {
            folder.write(path, text);
        }
        let mut problems = Diagnostics::new();
        let themes = Themes::read(folder.path(), &mut problems);
        let theme = themes.load(name, &mut Sources::new(), &mut problems);
        (theme, problems.iter().map(|problem| problem.code).collect())
    }

    #[test]
    fn a_file_that_a_theme_has_not_got_is_that_of_its_parent() {
        let (theme, codes) = load(
            &[
                ("school/theme.yml", "extends: county"),
                ("school/strings/en.ftl", "a = school"),
                ("county/theme.yml", "extends: default"),
                ("county/strings/en.ftl", "a = county"),
                ("county/styles/site.css", "county"),
            ],
            "school",
        );
        let theme = theme.expect("it is there");
        let text = |path| theme.file(path).and_then(ThemeFile::text);
        assert_eq!(codes, []);
        assert_eq!(theme.name, "school");
        assert_eq!(text("strings/en.ftl"), Some("a = school"));
        assert_eq!(text("styles/site.css"), Some("county"));
        assert!(text("templates/home.html").is_some());
    }

    #[test]
    fn a_circle_a_missing_parent_and_a_slip_are_said() {
        let circle = [("a/theme.yml", "extends: b"), ("b/theme.yml", "extends: a")];
        assert_eq!(load(&circle, "a").1, [Code::ExtendsCycle]);
        let missing = [("a/theme.yml", "extends: defualt")];
        assert_eq!(load(&missing, "a").1, [Code::UnknownTheme]);
        let slip = [("a/theme.yml", "extend: default")];
        assert_eq!(load(&slip, "a").1, [Code::UnknownKey]);
        assert!(load(&[], "a").0.is_none());
    }
}
