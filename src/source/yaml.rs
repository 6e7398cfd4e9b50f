//! YAML to a tree of nodes, every value with its place.
//!
//! Values are taken as they were typed: `no`, `0800` and `2027-09-01` are text until their key says what they are, so
//! that a Norwegian edition isn't `false` and a phone number keeps its zero.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{DuplicateKeyPolicy, Spanned};

use super::{Entry, Node, Value, direction, slip};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileId, Span};

/// A value as the YAML reader hands it over.
enum Raw {
    Empty,
    /// A text whose characters are those of the value (quotes and folds already resolved).
    Text(String),
    /// A plain word that YAML takes for a number or a yes or no: its text is in the source.
    Word,
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<Raw>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a list or a map")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Word)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Word)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Word)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Word)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Word)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Word)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}

/// Reads the YAML that stands at `offset` of a file. `None` if it can't be understood, which has then been said.
pub(crate) fn parse(
    yaml: &str,
    file: FileId,
    offset: usize,
    problems: &mut Diagnostics,
) -> Option<Arc<Node>> {
    let options = serde_saphyr::options! {
        duplicate_keys: DuplicateKeyPolicy::LastWins,
        with_snippet: false,
    };
    match serde_saphyr::from_str_with_options::<Spanned<Raw>>(yaml, options) {
        Ok(raw) => Some(
            Converter {
                yaml,
                file,
                offset,
                problems,
            }
            .convert(raw),
        ),
        Err(error) => {
            problems.push(syntax_error(yaml, file, offset, &error));
            None
        }
    }
}

/// Turns what the YAML reader says into a diagnostic, with advice for the slips that are made most.
fn syntax_error(
    yaml: &str,
    file: FileId,
    offset: usize,
    error: &serde_saphyr::Error,
) -> Diagnostic {
    let start = error.location().map_or(0, |location| {
        let (line, column) = (location.line() as usize, location.column() as usize);
        let line_start: usize = yaml
            .split_inclusive('\n')
            .take(line.saturating_sub(1))
            .map(str::len)
            .sum();
        let rest = yaml.get(line_start..).unwrap_or_default();
        let within: usize = rest
            .chars()
            .take(column.saturating_sub(1))
            .map(char::len_utf8)
            .sum();
        (line_start + within).min(yaml.len())
    });
    let message = error.to_string();
    let reason = message.split(" at line ").next().unwrap_or_default();
    // The reader counts values, so that a few lines can't stand for millions.
    let too_much = reason.contains("budget") || reason.contains("recursion");
    if let Some(slip) = slip::find(yaml, start).filter(|_| !too_much) {
        let at = offset + slip.at.start..offset + slip.at.end;
        return misread(&slip.what)
            .at(Span::new(file, at), "")
            .help(slip.help);
    }
    let what = if too_much {
        "there is too much in it, or too deep"
    } else {
        reason
    };
    let end = start + yaml[start..].chars().next().map_or(0, char::len_utf8);
    misread(what)
        .at(Span::new(file, offset + start..offset + end), "")
        .help("check the indentation of this line and the one above, and that every quote and bracket is closed")
}

fn misread(what: &str) -> Diagnostic {
    Diagnostic::new(
        Code::YamlSyntax,
        format!("this YAML can't be understood: {what}"),
    )
}

struct Converter<'a> {
    yaml: &'a str,
    file: FileId,
    offset: usize,
    problems: &'a mut Diagnostics,
}

impl Converter<'_> {
    fn convert(&mut self, raw: Spanned<Raw>) -> Arc<Node> {
        let range = range(&raw, self.yaml);
        let value = match raw.value {
            Raw::Empty if self.eaten(range.clone(), true) => Value::Faulty,
            Raw::Empty => Value::Empty,
            Raw::Text(_) if self.marked(range.clone()) => Value::Faulty,
            Raw::Text(text) => {
                self.eaten(range.clone(), false);
                self.turned(&text, range.clone());
                Value::Scalar(text.into())
            }
            Raw::Word => Value::Scalar(
                self.yaml
                    .get(range.clone())
                    .unwrap_or_default()
                    .trim()
                    .into(),
            ),
            Raw::List(items) => {
                Value::List(items.into_iter().map(|item| self.convert(item)).collect())
            }
            Raw::Map(entries) => Value::Map(self.entries(entries)),
        };
        Arc::new(Node::new(value, self.span(range)))
    }

    fn entries(&mut self, raw: Vec<(Spanned<Raw>, Spanned<Raw>)>) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::with_capacity(raw.len());
        let mut known: HashMap<Arc<str>, Span> = HashMap::with_capacity(raw.len());
        for (key, value) in raw {
            let key_range = range(&key, self.yaml);
            let at = self.span(key_range.clone());
            let text: Arc<str> = match key.value {
                Raw::Text(text) => text.into(),
                _ => self.yaml.get(key_range).unwrap_or_default().trim().into(),
            };
            let node = self.convert(value);
            if let Some(&first) = known.get(&text) {
                self.problems.push(
                    Diagnostic::new(Code::DuplicateKey, format!("`{text}` stands here twice"))
                        .at(at, "again here")
                        .at(first, "first here")
                        .help("keep one of the two"),
                );
                continue;
            }
            known.insert(Arc::clone(&text), at);
            entries.push(Entry {
                key: text,
                at,
                node,
            });
        }
        entries
    }

    /// Says that words behind a text without quotes are a comment to YAML: `Use room #4`. Whoever means a comment writes a
    /// blank behind the `#`.
    fn eaten(&mut self, text: std::ops::Range<usize>, is_empty: bool) -> bool {
        let words = self.yaml.get(text.clone()).unwrap_or_default();
        if words.starts_with(['"', '\'', '|', '>']) || words.contains('\n') {
            return false;
        }
        let start = if is_empty { text.start } else { text.end };
        let rest = self.yaml.get(start..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        let behind = line.trim_start_matches([':', ' ']);
        let is_comment = behind
            .strip_prefix('#')
            .is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace() && c != '#'));
        if !is_comment {
            return false;
        }
        let at = start + line.len() - behind.len();
        let comment = behind.trim_end();
        let help = if is_empty {
            let before = self.yaml.get(..at).unwrap_or_default();
            let key = before.rsplit('\n').next().unwrap_or_default().trim();
            format!("put quotes around it: {key} {}", slip::quoted(comment))
        } else {
            "put quotes around the whole text; or a blank behind the `#`, if it is a comment"
                .to_owned()
        };
        let (code, what) = if is_empty {
            (Code::YamlSyntax, "this is a comment to YAML, and no value")
        } else {
            (
                Code::CommentInText,
                "this is a comment to YAML, and no part of the text before it",
            )
        };
        let at = self.span(at..at + comment.len());
        self.problems
            .push(Diagnostic::new(code, what).at(at, "").help(help));
        true
    }

    /// Says that a text is turned in its direction by characters that are written as signs for them: `"\u202E"`. Those that stand
    /// there themselves were found when the file was read.
    fn turned(&mut self, text: &str, at: std::ops::Range<usize>) {
        let written = self.yaml.get(at.clone()).unwrap_or_default();
        if direction::fault(text).is_some() && direction::fault(written).is_none() {
            self.problems.push(direction::said(self.span(at)));
        }
    }

    /// Says that a text begins with a mark that YAML takes off it: `&c` names it, `!important` says what kind it is.
    fn marked(&mut self, text: std::ops::Range<usize>) -> bool {
        let above = self.yaml.get(..text.start).unwrap_or_default();
        let line_start = above.rfind('\n').map_or(0, |at| at + 1);
        let before = above[line_start..].trim_end();
        let start = line_start + before.rfind(' ').map_or(0, |at| at + 1);
        let mark = above[start..].chars().next();
        let Some(mark) = mark.filter(|mark| matches!(mark, '&' | '!')) else {
            return false;
        };
        let whole = self.yaml.get(start..text.end).unwrap_or_default();
        let key = before[..start - line_start].trim_start_matches([' ', '-']);
        let diagnostic = misread(&format!("a text that begins with `{mark}` needs quotes"))
            .at(self.span(start..text.end), "")
            .help(format!(
                "put quotes around it: {key}{}",
                slip::quoted(whole)
            ));
        self.problems.push(diagnostic);
        true
    }

    fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(
            self.file,
            self.offset + range.start..self.offset + range.end,
        )
    }
}

/// The bytes of a value. The reader gives lists and maps the place where they begin, and block texts their line ends, too.
fn range(raw: &Spanned<Raw>, yaml: &str) -> std::ops::Range<usize> {
    let span = raw.referenced.span();
    let start = span.byte_offset().unwrap_or(0) as usize;
    let length = span.byte_len().unwrap_or(0) as usize;
    let end = (start + length).min(yaml.len());
    let start = start.min(end);
    match yaml.get(start..end) {
        Some(text) => start..start + text.trim_end().len(),
        None => start..start,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(yaml: &str) -> (Arc<Node>, Diagnostics) {
        let mut problems = Diagnostics::new();
        let node = parse(yaml, FileId(0), 0, &mut problems).expect("it is YAML");
        (node, problems)
    }

    #[test]
    fn values_are_taken_as_they_were_typed() {
        let (node, _) = read("language: no\nphone: 0800\nversion: 1.10\nwhen: 2027-09-01\n");
        for (key, text) in [
            ("language", "no"),
            ("phone", "0800"),
            ("version", "1.10"),
            ("when", "2027-09-01"),
        ] {
            assert_eq!(
                node.get(key).and_then(|n| n.scalar()).map(|s| &**s),
                Some(text)
            );
        }
    }

    #[test]
    fn places_are_bytes_also_behind_other_letters_and_windows_line_ends() {
        let yaml = "title: Ŵyl\r\nname: 'it''s'\r\n";
        let (node, _) = read(yaml);
        let name = node.get("name").expect("there");
        assert_eq!(&yaml[name.at.range()], "'it''s'");
        assert_eq!(name.scalar().map(|s| &**s), Some("it's"));
    }

    #[test]
    fn a_key_that_stands_twice_is_said_at_the_second() {
        let yaml = "title: One\ntitle: Two\n";
        let (node, problems) = read(yaml);
        assert_eq!(problems.errors(), 1);
        let label = &problems.iter().next().expect("one").labels[0];
        assert_eq!(label.at.start, 11);
        assert_eq!(
            node.get("title").and_then(|n| n.scalar()).map(|s| &**s),
            Some("One")
        );
    }

    #[test]
    fn a_few_lines_that_stand_for_millions_are_refused() {
        let lines = "abcdefgh"
            .chars()
            .zip("bcdefghi".chars())
            .map(|(last, next)| {
                let alias = format!("*{last}, ");
                format!("{next}: &{next} [{}]\n", alias.repeat(10))
            });
        let yaml: String = std::iter::once("a: &a [x, x, x, x, x, x, x, x, x, x]\n".to_owned())
            .chain(lines)
            .collect();
        for yaml in [
            yaml,
            format!("a: {}{}", "[".repeat(10_000), "]".repeat(10_000)),
        ] {
            let mut problems = Diagnostics::new();
            assert!(parse(&yaml, FileId(0), 0, &mut problems).is_none());
            let problem = problems.iter().next().expect("one");
            assert!(problem.message.ends_with("too deep"), "{}", problem.message);
        }
    }

    #[test]
    fn broken_yaml_says_where() {
        let mut problems = Diagnostics::new();
        assert!(parse("a: 1\nb: c: d\n", FileId(0), 100, &mut problems).is_none());
        let problem = problems.iter().next().expect("one");
        assert_eq!(problem.code, Code::YamlSyntax);
        assert_eq!(problem.labels[0].at.start, 108);
        assert!(problem.help[0].contains("quotes"), "{:?}", problem.help);
    }
}
