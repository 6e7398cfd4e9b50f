//! Diagnostics as a person reads them in a terminal: code, place, the line with a caret, and how to mend it.

use std::ops::Range;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle,
};

use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Label, Severity};
use crate::source::Sources;

/// More editions than this are counted, not named.
const EDITIONS_NAMED: usize = 3;

/// All of them, one after the other, with blank lines between; in colour or not.
pub fn text(diagnostics: &Diagnostics, sources: &Sources, colour: bool) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut lines = String::new();
    for diagnostic in diagnostics {
        lines.push_str(&renderer.render(&[report(diagnostic, sources)]));
        lines.push_str("\n\n");
    }
    lines
}

fn report<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::INFO.with_name("hint"),
    };
    let mut group = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.name())
        .elements(snippets(diagnostic, sources));
    // Somebody who has the spreadsheet open looks for a row and a column.
    let cell = diagnostic
        .labels
        .first()
        .and_then(|label| sources.cell(label.at));
    if let Some(cell) = cell {
        group = group.element(Level::NOTE.message(cell.to_string()));
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    match diagnostic.editions.as_slice() {
        [] => {}
        [one] => group = group.element(Level::NOTE.message(format!("in the edition `{one}`"))),
        some if some.len() <= EDITIONS_NAMED => {
            let names: Vec<_> = some.iter().map(|id| format!("`{id}`")).collect();
            group =
                group.element(Level::NOTE.message(format!("in the editions {}", names.join(", "))));
        }
        [first, rest @ ..] => {
            group = group.element(Level::NOTE.message(format!(
                "in the edition `{first}` and {} more that have the same",
                rest.len()
            )));
        }
    }
    group
}

/// The places, file by file, the one to go to first.
fn snippets<'a>(
    diagnostic: &'a Diagnostic,
    sources: &'a Sources,
) -> Vec<Snippet<'a, Annotation<'a>>> {
    let mut files: Vec<FileId> = Vec::new();
    for label in &diagnostic.labels {
        if !files.contains(&label.at.file) {
            files.push(label.at.file);
        }
    }
    let primary = diagnostic.labels.first();
    files
        .into_iter()
        .map(|id| {
            let file = sources.file(id);
            let labels = diagnostic.labels.iter().filter(|label| label.at.file == id);
            let window = window(labels.clone(), &file.text);
            let (first_line, _) = file.line_column(window.start);
            Snippet::source(&file.text[window.clone()])
                .line_start(first_line)
                .path(file.path.as_str())
                .annotations(labels.map(|label| {
                    annotation(label, Some(label) == primary, &file.text, window.start)
                }))
        })
        .collect()
}

/// The stretch of a text that labels stand in, in whole lines. A large file with many problems is not gone through for each of them.
fn window<'a>(labels: impl Iterator<Item = &'a Label> + Clone, text: &str) -> Range<usize> {
    let first = labels.clone().map(|label| label.at.range().start).min();
    let last = labels.map(|label| label.at.range().start).max();
    let first = text.floor_char_boundary(first.unwrap_or(0));
    let last = text.floor_char_boundary(last.unwrap_or(0));
    let start = text[..first].rfind('\n').map_or(0, |at| at + 1);
    let end = text[last..]
        .find('\n')
        .map_or(text.len(), |at| last + at + 1);
    start..end
}

/// A label, in the stretch of a text that begins at `window`.
fn annotation<'a>(label: &'a Label, primary: bool, text: &str, window: usize) -> Annotation<'a> {
    let kind = if primary {
        AnnotationKind::Primary
    } else {
        AnnotationKind::Context
    };
    // A place may be off by some bytes where a value isn't its source letter by letter; whole characters are underlined.
    let start = text.floor_char_boundary(label.at.range().start);
    // A caret under the first line is enough: a whole paragraph underlined says no more.
    let end = text.ceil_char_boundary(label.at.range().end).max(start);
    let line_end = text[start..end]
        .find(['\n', '\r'])
        .map_or(end, |at| start + at);
    let annotation = kind.span(start - window..line_end - window);
    if label.text.is_empty() {
        annotation
    } else {
        annotation.label(label.text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Span};

    #[test]
    fn a_problem_shows_its_line_and_how_to_mend_it() {
        let mut sources = Sources::new();
        let file = sources.add("content/pack.yml", "title: A\r\nlanguges: [en]\r\n");
        let mut problems = Diagnostics::new();
        problems.push(
            Diagnostic::new(Code::UnknownKey, "the pack has no key `languges`")
                .at(Span::new(file, 10..18), "")
                .suggest("languges", ["languages", "labels"])
                .in_edition("eastvale"),
        );
        insta::assert_snapshot!(text(&problems, &sources, false), @r"
        error[unknown-key]: the pack has no key `languges`
         --> content/pack.yml:2:1
          |
        2 | languges: [en]
          | ^^^^^^^^
          |
          = help: did you mean `languages`?
          = note: in the edition `eastvale`
        ");
    }
}
