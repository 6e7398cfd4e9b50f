//! A theme ready to make pages from.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, ErrorKind, Function, Kwargs, State, Tera, TeraResult};

use super::{Strings, Theme, ThemeFile, Words};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileId, Span};
use crate::edition::Edition;
use crate::source::Sources;

/// A theme with its templates compiled and its strings read: made once, and shared by all editions that use it.
#[derive(Debug)]
pub struct LoadedTheme {
    theme: Theme,
    templates: Tera,
    /// The templates' numbers among the texts that were read, for messages.
    places: BTreeMap<String, FileId>,
    icons: Icons,
    strings: BTreeMap<String, Arc<Strings>>,
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
        if let Err(error) = templates.add_raw_templates(texts) {
            problems.push(diagnostic(&error, &places));
        }

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
        match self.templates.render(template, context) {
            Ok(text) => Some(text),
            Err(error) => {
                problems.push(diagnostic(&error, &self.places));
                None
            }
        }
    }
}

/// What a template's error says, at its place in the template.
fn diagnostic(error: &tera::Error, places: &BTreeMap<String, FileId>) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let diagnostic =
                Diagnostic::new(Code::Template, "a template of the theme can't be used");
            match places.get(report.filename()) {
                Some(file) => diagnostic.at(
                    Span::new(*file, report.span().range.clone()),
                    report.message(),
                ),
                None => diagnostic.help(format!("{}: {}", report.filename(), report.message())),
            }
        }
        ErrorKind::TemplateNotFound(name) => Diagnostic::new(
            Code::Template,
            format!("the theme has no template `{name}`"),
        )
        .suggest(name, places.keys().map(String::as_str)),
        other => Diagnostic::new(Code::Template, "the templates of the theme can't be used")
            .help(other.to_string()),
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
