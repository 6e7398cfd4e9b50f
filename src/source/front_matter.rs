//! The YAML at the head of a Markdown file.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileId, Span};

/// A Markdown file in its two parts, as stretches of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FrontMatter {
    /// The YAML between the fences.
    pub yaml: Range<usize>,
    /// The Markdown after them.
    pub body: Range<usize>,
}

/// Finds the two parts. A file that doesn't begin with `---` is all body: an overlay may consist of nothing else. `None` if
/// the YAML doesn't end, which has been said.
pub(crate) fn split(text: &str, file: FileId, problems: &mut Diagnostics) -> Option<FrontMatter> {
    let blank = text.len() - text.trim_start().len();
    let Some(first_line) = text[blank..]
        .split_inclusive('\n')
        .next()
        .filter(|line| line.trim_end() == "---")
    else {
        return Some(FrontMatter {
            yaml: 0..0,
            body: 0..text.len(),
        });
    };
    let start = blank + first_line.len();
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some(FrontMatter {
                yaml: start..at,
                body: at + line.len()..text.len(),
            });
        }
        at += line.len();
    }
    problems.push(
        Diagnostic::new(
            Code::FrontMatter,
            "the YAML at the head of this file doesn't end",
        )
        .at(Span::new(file, blank..blank + 3), "it begins here")
        .help("put a line with only `---` after the last of its keys"),
    );
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> (String, String, usize) {
        let mut problems = Diagnostics::new();
        let found = split(text, FileId(0), &mut problems);
        let part = |range: Range<usize>| text[range].to_owned();
        (
            found
                .clone()
                .map_or_else(String::new, |found| part(found.yaml)),
            found.map_or_else(String::new, |found| part(found.body)),
            problems.errors(),
        )
    }

    #[test]
    fn both_line_ends_split_alike() {
        assert_eq!(
            parts("---\na: 1\n---\nBody\n"),
            ("a: 1\n".into(), "Body\n".into(), 0)
        );
        assert_eq!(
            parts("---\r\na: 1\r\n---\r\nBody"),
            ("a: 1\r\n".into(), "Body".into(), 0)
        );
        assert_eq!(
            parts("\n \n---\na: 1\n---\nBody"),
            ("a: 1\n".into(), "Body".into(), 0)
        );
    }

    #[test]
    fn without_fences_all_is_body() {
        assert_eq!(
            parts("Body --- it is"),
            (String::new(), "Body --- it is".into(), 0)
        );
        assert_eq!(parts(""), (String::new(), String::new(), 0));
    }

    #[test]
    fn a_rule_in_the_body_is_no_fence() {
        assert_eq!(
            parts("---\na: 1\n---\nOne\n\n---\n\nTwo").1,
            "One\n\n---\n\nTwo"
        );
    }

    #[test]
    fn an_open_end_is_an_error() {
        assert_eq!(parts("---\na: 1\n").2, 1);
    }
}
