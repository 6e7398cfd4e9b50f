//! What is wrong with a template, at its line, with the way that led there.
//!
//! Comes in: an error of Tera. Goes out: a diagnostic at the place of the fault; behind it the place of each `include` or component that
//! called the one before, and of each `extends`, up to the template of the page. Tera has the way only in its printed words, so it
//! is read from them.

use std::collections::BTreeMap;

use tera::{Error, ErrorKind};

use super::{Theme, ThemeFile};
use crate::diagnostic::{Code, Diagnostic, FileId, Span};

/// The templates of a theme, for looking up places.
pub(super) struct Templates<'a> {
    pub(super) theme: &'a Theme,
    /// The number of each among the texts that were read.
    pub(super) files: &'a BTreeMap<String, FileId>,
}

impl Templates<'_> {
    /// What an error says; some errors say many things. `page` is the template that was to be filled, if it came to that.
    pub(super) fn diagnostics(&self, error: &Error, page: Option<&str>) -> Vec<Diagnostic> {
        let many = match error.kind() {
            ErrorKind::Msg(printed) => self.reports(printed),
            _ => Vec::new(),
        };
        if many.is_empty() {
            vec![self.diagnostic(error, page)]
        } else {
            many
        }
    }

    /// What Tera found wrong in many places at once, as it prints it: a line "error: …", and one "--> page.html:3:5".
    fn reports(&self, printed: &str) -> Vec<Diagnostic> {
        let mut said = Vec::new();
        let mut message = "";
        for line in printed.lines().map(str::trim) {
            if let Some(words) = line.strip_prefix("error: ") {
                message = words;
            } else if let Some((name, row, column)) = line.strip_prefix("--> ").and_then(place)
                && let Some(at) = self.tag_at(name, row, column)
            {
                let diagnostic =
                    Diagnostic::new(Code::Template, "a template of the theme can't be used")
                        .at(at, message);
                let template = message
                    .strip_prefix("Unknown template `")
                    .and_then(|name| name.strip_suffix('`'));
                said.push(match template {
                    Some(name) => diagnostic.suggest(name, self.files.keys().map(String::as_str)),
                    None => diagnostic,
                });
            }
        }
        said
    }

    fn diagnostic(&self, error: &Error, page: Option<&str>) -> Diagnostic {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let said = Diagnostic::new(Code::Template, "a template of the theme can't be used");
                let Some(file) = self.files.get(report.filename()) else {
                    return said.help(format!("{}: {}", report.filename(), report.message()));
                };
                let at = Span::new(*file, report.span().range.clone());
                // Tera lists the values there are; the nearest ones help more.
                let (message, known) = report
                    .message()
                    .split_once(" Available fields: ")
                    .unwrap_or((report.message(), ""));
                let mut said = said.at(at, message.trim_end_matches('.'));
                if let Some(wrong) = message.split('`').nth(1).filter(|_| !known.is_empty()) {
                    said = said.suggest(wrong, known.split(", "));
                }
                let mut last = report.filename().to_owned();
                for (name, at) in self.callers(&error.kind().to_string()) {
                    said = said.at(at, "called here");
                    last = name;
                }
                page.into_iter()
                    .flat_map(|page| self.extensions(page, &last))
                    .fold(said, |said, at| said.at(at, "for a page that extends it"))
            }
            ErrorKind::TemplateNotFound(name) => self.missing(name, None),
            ErrorKind::MissingParent { current, parent } => self.missing(parent, Some(current)),
            ErrorKind::CircularExtend {
                tpl,
                inheritance_chain: chain,
            } => self.circle("extend", tpl, chain),
            ErrorKind::CircularInclude {
                tpl,
                include_chain: chain,
            } => self.circle("include", tpl, chain),
            other => {
                let file = page.and_then(|page| self.files.get(page));
                Diagnostic::new(Code::Template, "the templates of the theme can't be used")
                    .at_some(file.map(|file| Span::new(*file, 0..0)), "")
                    .help(other.to_string())
            }
        }
    }

    /// A template that others name and that isn't there.
    fn missing(&self, name: &str, by: Option<&str>) -> Diagnostic {
        let mut namers = self.files.keys().map(String::as_str);
        let at = match by {
            Some(by) => self.named(by, name),
            None => namers.find_map(|by| self.named(by, name)),
        };
        Diagnostic::new(
            Code::Template,
            format!("the theme has no template `{name}`"),
        )
        .at_some(at, "")
        .suggest(name, self.files.keys().map(String::as_str))
    }

    /// Templates that call one another for ever.
    fn circle(&self, verb: &str, first: &str, chain: &[String]) -> Diagnostic {
        let mut said = Diagnostic::new(
            Code::Template,
            format!("templates {verb} one another in a circle, beginning with `{first}`"),
        );
        let mut here = first;
        for next in chain
            .iter()
            .filter(|next| *next != first)
            .chain([&first.to_owned()])
        {
            said = said.at_some(self.named(here, next), "");
            here = next;
        }
        said
    }

    /// The way by which the template at fault was called, nearest first: "note: called from page.html:3:5".
    fn callers(&self, printed: &str) -> Vec<(String, Span)> {
        let notes = printed.lines().filter_map(|line| {
            let (words, row, column) = line.strip_prefix("note: ").and_then(place)?;
            let name = self.files.keys().find(|name| {
                words
                    .strip_suffix(name.as_str())
                    .is_some_and(|words| words.ends_with(' '))
            })?;
            Some((name.clone(), self.tag_at(name, row, column)?))
        });
        notes.collect()
    }

    /// The tag at a row and a column, both counted from 1.
    fn tag_at(&self, name: &str, row: usize, column: usize) -> Option<Span> {
        let text = self.text(name)?;
        let before: usize = text.split_inclusive('\n').take(row - 1).map(str::len).sum();
        let line = text[before..].lines().next()?;
        let within = line
            .char_indices()
            .nth(column - 1)
            .map_or(line.len(), |(at, _)| at);
        let rest = &line[within..];
        let end = ["%}", "}}"]
            .iter()
            .filter_map(|end| rest.find(end))
            .min()
            .map_or(rest.len(), |end| rest[..end].trim_end().len());
        let start = before + within;
        Some(Span::new(*self.files.get(name)?, start..start + end))
    }

    /// The `extends` by which the template of a page leads to the one at fault, that of the page last. None, if it doesn't.
    fn extensions(&self, page: &str, fault: &str) -> Vec<Span> {
        let mut way = Vec::new();
        let mut here = page.to_owned();
        while here != fault {
            let Some((parent, at)) = self.parent(&here).filter(|_| way.len() < self.files.len())
            else {
                return Vec::new();
            };
            way.push(at);
            here = parent;
        }
        way.reverse();
        way
    }

    /// The template that one extends, and where it says so.
    fn parent(&self, name: &str) -> Option<(String, Span)> {
        let text = self.text(name)?;
        let tag = text.find("{%").map(|at| at + "{%".len())?;
        let words = text[tag..].trim_start_matches('-').trim_start();
        let rest = words.strip_prefix("extends")?.trim_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let parent = rest[1..].split(quote).next()?;
        let start = text.len() - words.len();
        let end = text.len() - rest.len() + parent.len() + 2;
        let at = Span::new(*self.files.get(name)?, start..end);
        Some((parent.to_owned(), at))
    }

    /// The place at which one template names another.
    fn named(&self, by: &str, name: &str) -> Option<Span> {
        let text = self.text(by)?;
        let quoted = [format!("\"{name}\""), format!("'{name}'")];
        let at = quoted
            .iter()
            .find_map(|quoted| text.find(quoted.as_str()))?;
        Some(Span::new(*self.files.get(by)?, at..at + name.len() + 2))
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.theme
            .file(&format!("templates/{name}"))
            .and_then(ThemeFile::text)
    }
}

/// A place as Tera prints it, "page.html:3:5": what stands before it, the row and the column.
fn place(printed: &str) -> Option<(&str, usize, usize)> {
    let mut parts = printed.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let row: usize = parts.next()?.parse().ok()?;
    let before = parts.next()?;
    (row > 0 && column > 0).then_some((before, row, column))
}
