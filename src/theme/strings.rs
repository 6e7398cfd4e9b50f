//! The fixed words of pages and posters: "What should be in place?", "Review by …".

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use jiff::civil::Date;
use unic_langid::LanguageIdentifier;

use super::{Listing, Theme, ThemeFile, lists};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::source::Sources;

/// A value to be filled into a string: a number (for plurals) or words.
pub use fluent_bundle::FluentValue as Fill;

/// The theme whose English strings say which strings there are.
const REFERENCE_THEME: &str = "default";

/// The language that stands in for strings that a language lacks.
const FALLBACK: &str = "en";

/// The fixed words of a theme in one language.
///
/// They are written in Fluent (projectfluent.org), so that a language can have the plurals it needs: Welsh has six.
pub struct Strings {
    language: String,
    bundle: FluentBundle<FluentResource>,
    /// The strings that need nothing filled in, ready to use.
    plain: BTreeMap<String, String>,
    /// The names of strings that the language lacks: these stand in [`FALLBACK`].
    lacking: BTreeSet<String>,
}

impl Theme {
    /// Loads the strings of a language.
    ///
    /// A theme's file needs to say only what it words differently. What the language lacks altogether is reported, and
    /// stands in English: in the theme's own, if it has English strings.
    pub fn strings(
        &self,
        language: &str,
        sources: &mut Sources,
        problems: &mut Diagnostics,
    ) -> Strings {
        Strings::load(self, language, sources, problems)
    }
}

impl Strings {
    fn load(
        theme: &Theme,
        language: &str,
        sources: &mut Sources,
        problems: &mut Diagnostics,
    ) -> Self {
        let locale: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Marks of isolation are characters; they would end up in PDFs, file names and searches.
        bundle.set_use_isolating(false);

        // What stands in English first, and over it what the language says, each as the reference has it and then as the theme has it.
        let reference = Theme::embedded(REFERENCE_THEME);
        let mut files: Vec<&ThemeFile> = Vec::new();
        let (mut known, mut said) = (Vec::new(), Vec::new());
        for (tongue, names) in [(FALLBACK, &mut known), (language, &mut said)] {
            for theme in reference.iter().chain([theme]) {
                let Some(file) = find(theme, tongue) else {
                    continue;
                };
                // The theme may have the very file that it builds on, and English is its own fallback: then there is nothing new in it.
                if files.iter().any(|read| read.bytes == file.bytes) {
                    names.extend(names_in(file));
                } else {
                    names.extend(add(&mut bundle, file, sources, problems));
                    files.push(file);
                }
            }
        }
        let lacking = lacking(&known, &said);
        let none = !known.iter().any(|name| said.contains(name));
        report_missing(theme, language, none, &lacking, problems);

        let plain = plain_strings(&bundle, known.iter().chain(&said));
        Self {
            language: language.to_owned(),
            bundle,
            plain,
            lacking: lacking.into_iter().map(str::to_owned).collect(),
        }
    }

    /// No strings at all: each shows its name.
    pub(super) fn empty(language: &str) -> Self {
        Self {
            language: language.to_owned(),
            bundle: FluentBundle::new_concurrent(vec![LanguageIdentifier::default()]),
            plain: BTreeMap::new(),
            lacking: BTreeSet::new(),
        }
    }

    /// The language, as a BCP 47 tag.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The language in which a string stands instead, if its own language lacks it.
    pub fn stands_in(&self, name: &str) -> Option<&'static str> {
        self.lacking.contains(name).then_some(FALLBACK)
    }

    /// A string that needs nothing filled in. One that there isn't shows its name.
    pub fn get(&self, name: &str) -> String {
        match self.plain.get(name) {
            Some(text) => text.clone(),
            None => self.format(name, &[]),
        }
    }

    /// A string with values filled in: `format("pages", &[("count", 3.into())])`.
    pub fn format(&self, name: &str, values: &[(&str, Fill<'_>)]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(name)
            .and_then(|message| message.value())
        else {
            return name.to_owned();
        };
        let mut args = FluentArgs::with_capacity(values.len());
        for (key, value) in values {
            args.set((*key).to_owned(), value.clone());
        }
        // What can't be filled in shows as `{$name}`: seen by the one who wrote the string, and harmless.
        let mut errors: Vec<FluentError> = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned()
    }

    /// A date in words: 1 September 2027. The one place that writes dates.
    pub fn date(&self, date: Date) -> String {
        self.format(
            "date",
            &[
                ("day", date.day().to_string().into()),
                ("month", self.get(&format!("month_{}", date.month())).into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// What stands between words where they are joined to a list, one less than there are of them. The one place that joins words.
    pub fn between(&self, listing: Listing, words: &[&str]) -> Vec<String> {
        lists::between(&self.language, listing, words)
    }

    /// The size of a file in words: 45 KB. A kilobyte is 1000 bytes (IEC 80000-13), and a begun one counts.
    pub fn size(&self, bytes: usize) -> String {
        const KILO: usize = 1000;
        const MEGA: usize = KILO * KILO;
        if bytes < MEGA {
            let size = bytes.div_ceil(KILO).max(1);
            self.format("kilobytes", &[("size", size.to_string().into())])
        } else {
            let tenths = bytes.div_ceil(MEGA / 10);
            let mark = self.get("decimal_mark");
            let size = format!("{}{mark}{}", tenths / 10, tenths % 10);
            self.format("megabytes", &[("size", size.into())])
        }
    }

    /// The strings that need nothing filled in, by name.
    pub(crate) fn plain(&self) -> &BTreeMap<String, String> {
        &self.plain
    }
}

impl fmt::Debug for Strings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Strings")
            .field("language", &self.language)
            .field("plain", &self.plain.len())
            .finish_non_exhaustive()
    }
}

fn path(language: &str) -> String {
    format!("strings/{language}.ftl")
}

/// The file of a language, or of the language without its region: `en` for `en-GB`.
fn find<'a>(theme: &'a Theme, language: &str) -> Option<&'a ThemeFile> {
    let short = language.split('-').next().unwrap_or(language);
    [language, short]
        .into_iter()
        .find_map(|name| theme.file(&path(name)))
}

/// Adds a file's strings, which stand before those already there, and says which they are.
fn add(
    bundle: &mut FluentBundle<FluentResource>,
    file: &ThemeFile,
    sources: &mut Sources,
    problems: &mut Diagnostics,
) -> Vec<String> {
    let Some(text) = file.text() else {
        problems.push(Diagnostic::new(
            Code::NotUtf8,
            format!("`{}` is not text in UTF-8", file.path),
        ));
        return Vec::new();
    };
    let (resource, errors) = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    if !errors.is_empty() {
        // English is read for every language that it stands in for; the file is the same each time, and so is what is wrong with it.
        let read = sources.iter().find(|(_, read)| read.path == file.path);
        let read = read.map(|(id, _)| id);
        let id = read.unwrap_or_else(|| sources.add(file.path.clone(), text));
        for error in errors {
            let said = error.kind.to_string();
            problems.push(
                Diagnostic::new(Code::ThemeString, "a text of the theme can't be understood")
                    .at(Span::new(id, error.pos), lower_first(&said))
                    .help("a text is `name = words`; further lines of it are indented"),
            );
        }
    }
    let names = names_of(&resource);
    bundle.add_resource_overriding(resource);
    names
}

/// The names of a file's strings.
fn names_in(file: &ThemeFile) -> Vec<String> {
    let text = file.text().unwrap_or_default().to_owned();
    let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text);
    names_of(&resource)
}

fn names_of(resource: &FluentResource) -> Vec<String> {
    resource
        .entries()
        .filter_map(|entry| match entry {
            fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        })
        .collect()
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}

/// What is known and not said, in the order of the file that knows it.
fn lacking<'a>(known: &'a [String], said: &[String]) -> Vec<&'a str> {
    let said: BTreeSet<&String> = said.iter().collect();
    let mut lacking: Vec<&str> = Vec::new();
    for name in known.iter().filter(|name| !said.contains(name)) {
        if !lacking.contains(&name.as_str()) {
            lacking.push(name);
        }
    }
    lacking
}

fn report_missing(
    theme: &Theme,
    language: &str,
    none: bool,
    missing: &[&str],
    problems: &mut Diagnostics,
) {
    if missing.is_empty() {
        return;
    }
    let message = if none {
        format!("the theme `{}` has no texts in `{language}`", theme.name)
    } else {
        format!(
            "the theme `{}` lacks {} in `{language}`",
            theme.name,
            if missing.len() == 1 {
                "a text"
            } else {
                "texts"
            },
        )
    };
    // A language without any text is not ready to be published; one that lacks some shows these in English.
    let code = if none {
        Code::ThemeString
    } else {
        Code::Untranslated
    };
    let mut diagnostic = Diagnostic::new(code, message);
    if !none {
        diagnostic = diagnostic.help(format!("still to be said: {}", missing.join(", ")));
    }
    problems.push(diagnostic.help(format!(
        "add it to `themes/{}/{}`",
        theme.name,
        path(language)
    )));
}

fn plain_strings<'a>(
    bundle: &FluentBundle<FluentResource>,
    names: impl Iterator<Item = &'a String>,
) -> BTreeMap<String, String> {
    names
        .filter_map(|name| {
            let pattern = bundle.get_message(name)?.value()?;
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, None, &mut errors);
            errors.is_empty().then(|| (name.clone(), text.into_owned()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english() -> Strings {
        let mut problems = Diagnostics::new();
        let theme = Theme::embedded("default").expect("the default theme is embedded");
        let strings = theme.strings("en", &mut Sources::new(), &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        strings
    }

    #[test]
    fn counts_have_their_plural() {
        let strings = english();
        assert_eq!(strings.format("pages", &[("count", 1.into())]), "1 page");
        assert_eq!(strings.format("pages", &[("count", 3.into())]), "3 pages");
    }

    #[test]
    fn dates_are_day_month_year_without_hidden_characters() {
        let date = jiff::civil::date(2027, 9, 1);
        assert_eq!(english().date(date), "1 September 2027");
    }

    #[test]
    fn dates_and_numbers_are_those_of_each_language() {
        let theme = Theme::embedded("default").expect("the default theme is embedded");
        // As Unicode's CLDR has them.
        for (language, date, size) in [
            ("en", "1 September 2027", "1.3 MB"),
            ("cy", "1 Medi 2027", "1.3 MB"),
            ("pl", "1 września 2027", "1,3 MB"),
            ("ur", "1 ستمبر، 2027", "1.3 ایم بی"),
        ] {
            let mut problems = Diagnostics::new();
            let strings = theme.strings(language, &mut Sources::new(), &mut problems);
            assert!(problems.is_empty(), "{language}: {problems:?}");
            assert_eq!(strings.date(jiff::civil::date(2027, 9, 1)), date);
            assert_eq!(strings.size(1_250_000), size);
        }
    }

    #[test]
    fn every_language_names_twelve_months() {
        let theme = Theme::embedded("default").expect("the default theme is embedded");
        for language in ["en", "cy", "pl", "ur", "ar"] {
            let strings = theme.strings(language, &mut Sources::new(), &mut Diagnostics::new());
            let dates: std::collections::BTreeSet<String> = (1..=12)
                .map(|month| strings.date(jiff::civil::date(2027, month, 1)))
                .collect();
            assert_eq!(dates.len(), 12, "{language}");
            assert!(
                language == "en" || dates.iter().all(|date| !date.contains("September")),
                "{language}: {dates:?}"
            );
        }
    }

    #[test]
    fn sizes_are_rounded_up() {
        let strings = english();
        assert_eq!(strings.size(0), "1 KB");
        assert_eq!(strings.size(44_001), "45 KB");
        assert_eq!(strings.size(999_999), "1000 KB");
        assert_eq!(strings.size(1_250_000), "1.3 MB");
    }

    #[test]
    fn a_string_that_is_not_there_shows_its_name() {
        assert_eq!(english().get("no_such_string"), "no_such_string");
    }

    #[test]
    fn a_theme_words_what_it_likes_and_keeps_the_rest() {
        let theme = Theme::embedded("default")
            .expect("the default theme is embedded")
            .with("strings/en.ftl", "do = Always\n");
        let mut problems = Diagnostics::new();
        let strings = theme.strings("en", &mut Sources::new(), &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(strings.get("do"), "Always");
        assert_eq!(strings.get("dont"), "Do not");
    }

    #[test]
    fn a_text_that_cannot_be_understood_is_shown_at_its_line() {
        let theme = Theme::embedded("default")
            .expect("the default theme is embedded")
            .with("strings/en.ftl", "do = Always\ndont Never\n");
        let (mut sources, mut problems) = (Sources::new(), Diagnostics::new());
        theme.strings("en", &mut sources, &mut problems);
        let places: Vec<String> = problems
            .iter()
            .flat_map(|problem| &problem.labels)
            .map(|label| sources.place(label.at))
            .collect();
        assert_eq!(places, ["themes/default/strings/en.ftl:2:6"]);
    }

    #[test]
    fn a_region_uses_the_strings_of_its_language() {
        let mut problems = Diagnostics::new();
        let theme = Theme::embedded("default").expect("the default theme is embedded");
        let strings = theme.strings("en-GB", &mut Sources::new(), &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(strings.language(), "en-GB");
        assert_eq!(strings.get("month_1"), "January");
    }

    #[test]
    fn a_language_without_strings_is_reported_and_stands_in_english() {
        let mut problems = Diagnostics::new();
        let theme = Theme::embedded("default").expect("the default theme is embedded");
        let strings = theme.strings("xx", &mut Sources::new(), &mut problems);
        let codes: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, [Code::ThemeString]);
        assert_eq!(strings.get("do"), "Do");
    }

    #[test]
    fn the_default_theme_lacks_nothing_in_its_languages() {
        let theme = Theme::embedded("default").expect("the default theme is embedded");
        let languages: Vec<String> = theme
            .folder("strings")
            .filter_map(|(path, _)| path.strip_prefix("strings/")?.strip_suffix(".ftl"))
            .map(str::to_owned)
            .collect();
        assert_eq!(languages, ["ar", "cy", "en", "pl", "ur"]);
        for language in languages {
            let mut problems = Diagnostics::new();
            let strings = theme.strings(&language, &mut Sources::new(), &mut problems);
            assert!(problems.is_empty(), "{language}: {problems:#?}");
            assert!(strings.lacking.is_empty(), "{language}");
        }
    }

    #[test]
    fn every_language_fills_in_what_english_does() {
        let filled = |language: &str| -> BTreeMap<String, BTreeSet<String>> {
            let theme = Theme::embedded("default").expect("the default theme is embedded");
            let file = theme.file(&path(language)).and_then(ThemeFile::text);
            let text = file.expect("the strings").to_owned();
            let resource = FluentResource::try_new(text).expect("strings without a fault");
            resource
                .entries()
                .filter_map(|entry| match entry {
                    fluent_syntax::ast::Entry::Message(message) => Some(message),
                    _ => None,
                })
                .map(|message| {
                    let written = format!("{message:?}");
                    let values = written.split("VariableReference { id: Identifier { name: \"");
                    let values = values.skip(1).filter_map(|rest| rest.split('"').next());
                    let values = values.map(str::to_owned).collect();
                    (message.id.name.to_owned(), values)
                })
                .collect()
        };
        let english = filled("en");
        assert!(
            english["page_of"].contains("count"),
            "{:?}",
            english["page_of"]
        );
        for language in ["ar", "cy", "pl", "ur"] {
            assert_eq!(filled(language), english, "{language}");
        }
    }

    #[test]
    fn arabic_counts_in_six_ways() {
        let theme = Theme::embedded("default").expect("the default theme is embedded");
        let strings = theme.strings("ar", &mut Sources::new(), &mut Diagnostics::new());
        // One number of each of the CLDR's kinds: zero, one, two, few, many, other.
        let pages =
            [0, 1, 2, 3, 11, 100].map(|count| strings.format("pages", &[("count", count.into())]));
        assert_eq!(
            pages,
            [
                "0 صفحة",
                "صفحة واحدة",
                "صفحتان",
                "3 صفحات",
                "11 صفحة",
                "100 صفحة"
            ]
        );
    }

    #[test]
    fn what_a_language_lacks_stands_in_english_and_is_a_warning() {
        let theme = Theme::embedded("default")
            .expect("the default theme is embedded")
            .with("strings/en.ftl", "home = Front page\nown = Our own\n")
            .with("strings/nl.ftl", "do = Doen\n");
        let mut problems = Diagnostics::new();
        let strings = theme.strings("nl", &mut Sources::new(), &mut problems);
        let codes: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, [Code::Untranslated]);
        assert_eq!(problems.errors(), 0);
        assert_eq!(
            (strings.get("do"), strings.stands_in("do")),
            ("Doen".to_owned(), None)
        );
        // The theme's own English stands before that of the theme it builds on.
        assert_eq!(strings.get("home"), "Front page");
        assert_eq!(strings.get("own"), "Our own");
        assert_eq!(strings.get("dont"), "Do not");
        for name in ["home", "own", "dont"] {
            assert_eq!(strings.stands_in(name), Some("en"), "{name}");
        }
        let english = theme.strings("en", &mut Sources::new(), &mut problems);
        assert_eq!(english.stands_in("own"), None);
        assert_eq!(problems.warnings(), 1);
    }
}
