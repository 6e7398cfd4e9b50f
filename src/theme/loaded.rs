//! A theme ready to make pages from.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use tera::{Context, ErrorKind, Function, Kwargs, State, Tera, TeraResult};

use super::template_error::Templates;
use super::{Strings, Theme, ThemeFile, Words};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileId, Span};
use crate::edition::Edition;
use crate::source::Sources;
use crate::web::Renditions;

/// The most bytes of a page, so that a template whose loops never seem to end is stopped. The pages of the largest packs have a
/// hundredth of it.
const LARGEST_PAGE: usize = 16 * 1024 * 1024;
/// The most numbers that `range` gives a template to go through. The engine itself would give a hundred thousand, for loops in
/// loops to go through as often each.
const MOST_NUMBERS: i64 = 1_000;

/// A theme with its templates compiled and its strings read: made once, and shared by all editions that use it.
#[derive(Debug)]
pub struct LoadedTheme {
    theme: Theme,
    /// The templates; `None` if one of them can't be understood, which has been said. Without it the others can't be filled.
    templates: Option<Tera>,
    /// The templates' numbers among the texts that were read, for messages.
    places: BTreeMap<String, FileId>,
    icons: Icons,
    strings: BTreeMap<String, Arc<Strings>>,
    /// Pictures in the sizes that pages show, made once for all editions that show them.
    pub(crate) renditions: Renditions,
}

/// The icons, as they stand in a page.
type Icons = Arc<BTreeMap<String, String>>;

impl LoadedTheme {
    /// Compiles the templates of a theme and reads its strings in these languages.
    pub fn load<'a>(
        theme: Theme,
        languages: impl IntoIterator<Item = &'a str>,
        sources: &mut Sources,
        problems: &mut Diagnostics,
    ) -> Self {
        let icons: Icons = Arc::new(icons(&theme));
        let mut templates = Tera::new();
        templates.autoescape_on([".html", ".xml"]);
        templates.register_function("icon", IconFunction(Arc::clone(&icons)));
        templates.register_function("range", Range);

        let mut places = BTreeMap::new();
        let mut texts = Vec::new();
        for (path, file) in theme.folder("templates") {
            let name = path.strip_prefix("templates/").unwrap_or(path).to_owned();
            match file.text() {
                Some(text) => {
                    places.insert(name.clone(), sources.add(file.path.clone(), text));
                    texts.push((name, text));
                }
                None => problems.push(Diagnostic::new(
                    Code::NotUtf8,
                    format!("`{}` is not text in UTF-8", file.path),
                )),
            }
        }
        let templates = match templates.add_raw_templates(texts.clone()) {
            Ok(()) => Some(templates),
            Err(error) => {
                let named = Templates {
                    theme: &theme,
                    files: &places,
                };
                let mut all = named.diagnostics(&error, None);
                // Tera stops at the first template that it can't read; each alone tells the others.
                if matches!(error.kind(), ErrorKind::SyntaxError(_)) {
                    all.extend(texts.iter().filter_map(|(name, text)| {
                        let alone = Tera::new().add_raw_template(name, text);
                        let error = alone
                            .err()
                            .filter(|error| matches!(error.kind(), ErrorKind::SyntaxError(_)))?;
                        named.diagnostics(&error, None).pop()
                    }));
                    all.dedup_by(|later, sooner| later == sooner);
                }
                for diagnostic in all {
                    problems.push(diagnostic);
                }
                None
            }
        };

        let mut strings = BTreeMap::new();
        for language in languages {
            if !strings.contains_key(language) {
                let read = theme.strings(language, sources, problems);
                strings.insert(language.to_owned(), Arc::new(read));
            }
        }
        Self {
            theme,
            templates,
            places,
            icons,
            strings,
            renditions: Renditions::default(),
        }
    }

    /// Its files.
    pub fn files(&self) -> &Theme {
        &self.theme
    }

    /// The fixed words of an edition in a language. A language that was not loaded has those of another.
    pub fn words(&self, edition: &Edition, language: &str) -> Words {
        Words::of(self.strings(language), edition)
    }

    /// The fixed words in a language, without those of any edition.
    pub fn plain_words(&self, language: &str) -> Words {
        Words::plain(self.strings(language))
    }

    fn strings(&self, language: &str) -> Arc<Strings> {
        self.strings
            .get(language)
            .or_else(|| self.strings.values().next())
            .map_or_else(|| Arc::new(Strings::empty(language)), Arc::clone)
    }

    /// The first place in the templates at which an attribute has this value, word for word.
    pub(crate) fn line_with(&self, value: &str) -> Option<Span> {
        let written = format!("\"{value}\"");
        self.theme.folder("templates").find_map(|(path, file)| {
            let at = file.text()?.find(&written)?;
            let name = path.strip_prefix("templates/").unwrap_or(path);
            Some(Span::new(*self.places.get(name)?, at..at + written.len()))
        })
    }

    /// An icon as it stands in a page, hidden from screen readers; empty if there is no such icon.
    pub(crate) fn icon(&self, name: &str) -> &str {
        self.icons.get(name).map_or("", String::as_str)
    }

    /// Fills a template. `None` if that failed, which is then among the problems.
    pub(crate) fn render(
        &self,
        template: &str,
        context: &Context,
        problems: &mut Diagnostics,
    ) -> Option<String> {
        let mut page = Page::default();
        let filled = self
            .templates
            .as_ref()?
            .render_to(template, context, &mut page)
            .and_then(|()| Ok(String::from_utf8(page.0)?));
        match filled {
            Ok(text) => Some(text),
            Err(error) if matches!(error.kind(), ErrorKind::Io(_)) => {
                let file = self.places.get(template).copied();
                problems.push(
                    Diagnostic::new(
                        Code::Template,
                        format!(
                            "a page made by `{template}` is larger than {} MB",
                            LARGEST_PAGE / 1024 / 1024
                        ),
                    )
                    .at_some(file.map(|file| Span::new(file, 0..0)), "")
                    .help("see whether a loop in it, or in a template it includes, goes through far too much"),
                );
                None
            }
            Err(error) => {
                let named = Templates {
                    theme: &self.theme,
                    files: &self.places,
                };
                for diagnostic in named.diagnostics(&error, Some(template)) {
                    problems.push(diagnostic);
                }
                None
            }
        }
    }
}

/// A page while it is filled, up to [`LARGEST_PAGE`].
#[derive(Default)]
struct Page(Vec<u8>);

impl io::Write for Page {
    fn write(&mut self, words: &[u8]) -> io::Result<usize> {
        if self.0.len() + words.len() > LARGEST_PAGE {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(words);
        Ok(words.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// `{% for number in range(end=3) %}` in templates.
struct Range;

impl Function<TeraResult<Vec<i64>>> for Range {
    fn call(&self, kwargs: Kwargs, _: &State) -> TeraResult<Vec<i64>> {
        let start = kwargs.get::<i64>("start")?.unwrap_or_default();
        let end = kwargs.must_get::<i64>("end")?;
        let step = kwargs.get::<i64>("step_by")?.unwrap_or(1);
        let Ok(step) = usize::try_from(step).map(|step| step.max(1)) else {
            return Err(tera::Error::message(
                "`range` goes upwards: `step_by` is 1 or more",
            ));
        };
        if end.saturating_sub(start) / (step as i64) > MOST_NUMBERS {
            return Err(tera::Error::message(format!(
                "`range` gives {MOST_NUMBERS} numbers at most"
            )));
        }
        Ok((start..end).step_by(step).collect())
    }
}

/// The icons by name, as they stand in a page: decoration, since a word always stands beside them.
fn icons(theme: &Theme) -> BTreeMap<String, String> {
    theme
        .folder("icons")
        .filter_map(|(path, file)| {
            let name = path.strip_prefix("icons/")?.strip_suffix(".svg")?;
            let drawing = ThemeFile::text(file)?
                .trim()
                .strip_prefix("<svg")?
                .replacen(" xmlns=\"http://www.w3.org/2000/svg\"", "", 1);
            let markup =
                format!("<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"{drawing}");
            Some((name.to_owned(), markup))
        })
        .collect()
}

/// `{{ icon(name="tick") }}` in templates.
struct IconFunction(Icons);

impl Function<TeraResult<String>> for IconFunction {
    fn call(&self, kwargs: Kwargs, _: &State) -> TeraResult<String> {
        let name = kwargs.must_get::<&str>("name")?;
        self.0
            .get(name)
            .cloned()
            .ok_or_else(|| tera::Error::message(format!("the theme has no icon `{name}`")))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(theme: Theme) -> (LoadedTheme, Sources, Diagnostics) {
        let (mut sources, mut problems) = (Sources::new(), Diagnostics::new());
        let loaded = LoadedTheme::load(theme, ["en"], &mut sources, &mut problems);
        (loaded, sources, problems)
    }

    fn default() -> Theme {
        Theme::embedded("default").expect("the default theme is embedded")
    }

    fn places(sources: &Sources, problems: &Diagnostics) -> Vec<(Code, String)> {
        problems
            .iter()
            .map(|problem| {
                let place = problem.labels.first().map(|label| sources.place(label.at));
                (problem.code, place.unwrap_or_default())
            })
            .collect()
    }

    #[test]
    fn the_default_theme_loads_without_a_problem() {
        let (_, _, problems) = load(default());
        assert!(problems.is_empty(), "{problems:#?}");
    }

    /// What is wrong with a template, which then gives no page: the line and column of its one fault.
    fn fault(theme: Theme, template: &str) -> String {
        let (loaded, sources, mut problems) = load(theme);
        let page = loaded.render(template, &Context::new(), &mut problems);
        assert!(page.is_none());
        match places(&sources, &problems).as_slice() {
            [(Code::Template, place)] => place.clone(),
            others => panic!("one fault of a template, not {others:?}"),
        }
    }

    #[test]
    fn a_template_that_cannot_be_understood_is_shown_at_its_line() {
        let theme = default().with("templates/glossary.html", "<h1>\n{% for x in %}\n");
        // The others can't be filled now, and need no words of their own.
        assert_eq!(
            fault(theme, "home.html"),
            "themes/default/templates/glossary.html:2:13"
        );
    }

    #[test]
    fn a_value_that_is_not_there_is_shown_at_its_line() {
        let theme = default().with("templates/own.html", "<p>\n\n{{ no_such_value }}");
        assert_eq!(
            fault(theme, "own.html"),
            "themes/default/templates/own.html:3:4"
        );
    }

    #[test]
    fn an_icon_that_is_not_there_fails_the_template() {
        let theme = default().with("templates/own.html", "{{ icon(name=\"tikc\") }}");
        let (loaded, _, mut problems) = load(theme);
        loaded.render("own.html", &Context::new(), &mut problems);
        assert_eq!(problems.errors(), 1);
    }

    #[test]
    fn what_is_filled_in_is_escaped_and_icons_are_not() {
        let theme = default().with("templates/own.html", "{{ text }} {{ icon(name=\"tick\") }}");
        let (loaded, _, mut problems) = load(theme);
        let mut context = Context::new();
        context.insert("text", "<b>&\"");
        let html = loaded
            .render("own.html", &context, &mut problems)
            .expect("a page");
        assert!(html.starts_with("&lt;b&gt;&amp;&quot; <svg class=\"icon\" aria-hidden=\"true\""));
    }

    #[test]
    fn loops_that_write_without_end_are_stopped() {
        let numbers = "{% for a in range(end=1000) %}";
        let deep = format!("{}word{}", numbers.repeat(4), "{% endfor %}".repeat(4));
        for (text, place) in [
            (deep.as_str(), "themes/default/templates/own.html:1:1"),
            (
                "\n{% for a in range(end=1001) %}{% endfor %}",
                "themes/default/templates/own.html:2:13",
            ),
        ] {
            let theme = default().with("templates/own.html", text);
            assert_eq!(fault(theme, "own.html"), place);
        }
        let (loaded, _, mut problems) = load(default().with(
            "templates/own.html",
            "{% for a in range(start=1, end=8, step_by=3) %}{{ a }} {% endfor %}",
        ));
        let page = loaded.render("own.html", &Context::new(), &mut problems);
        assert_eq!(page.as_deref(), Some("1 4 7 "));
    }

    #[test]
    fn every_fixed_word_that_is_used_is_there() {
        let (loaded, _, _) = load(default());
        let words = loaded.plain_words("en");
        let known = words.names();
        let mut used = Vec::new();
        for (path, file) in loaded.files().folder("templates") {
            for (_, rest) in ThemeFile::text(file)
                .unwrap_or_default()
                .match_indices("words.")
                .map(|(at, found)| (at, &file.text().unwrap_or_default()[at + found.len()..]))
            {
                let end = rest
                    .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                    .unwrap_or(rest.len());
                used.push((path, rest[..end].to_owned()));
            }
        }
        assert!(used.len() > 50);
        for (path, name) in used {
            assert!(known.contains(name.as_str()), "{path} uses `{name}`");
        }
    }
}
