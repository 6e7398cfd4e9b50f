//! The slips that are made most in YAML, and how to mend them.
//!
//! A YAML reader stumbles some words after the slip, and says what its grammar expected there. The author wants to know
//! which of their own characters is to blame. So the lines up to that place are looked at again, as a person would.

use std::ops::Range;

/// What is to blame.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Slip {
    /// What is wrong, to be read after "this YAML can't be understood: ".
    pub what: String,
    /// The place of it, in bytes of the YAML.
    pub at: Range<usize>,
    /// How to mend it.
    pub help: String,
}

/// A line, taken apart: `  - key: value`.
struct Line<'a> {
    /// Where it begins.
    start: usize,
    text: &'a str,
    /// The bytes of its blanks at the beginning.
    indent: usize,
    /// The key, if it has one.
    key: Option<&'a str>,
    /// What follows the key, or the dash, or the indentation; and where it begins.
    value: &'a str,
    value_start: usize,
}

impl<'a> Line<'a> {
    fn of(yaml: &'a str, start: usize) -> Self {
        let text = yaml[start..].lines().next().unwrap_or_default();
        let mut rest = text.trim_start();
        let indent = text.len() - rest.len();
        while let Some(behind) = rest.strip_prefix("- ") {
            rest = behind.trim_start();
        }
        let key = rest
            .split_once(':')
            .filter(|(key, behind)| {
                is_key(key) && (behind.is_empty() || behind.starts_with([' ', '\t']))
            })
            .map(|(key, _)| key);
        if let Some(key) = key {
            rest = rest[key.len() + 1..].trim_start();
        }
        Self {
            start,
            text,
            indent,
            key,
            value: rest.trim_end(),
            value_start: start + text.len() - rest.len(),
        }
    }

    fn value_at(&self) -> Range<usize> {
        self.value_start..self.value_start + self.value.len()
    }

    fn all(&self) -> Range<usize> {
        self.start + self.indent..self.start + self.text.trim_end().len()
    }

    /// The line with its value in quotes.
    fn in_quotes(&self) -> String {
        let value = quoted(self.value);
        self.key
            .map_or_else(|| value.clone(), |key| format!("{key}: {value}"))
    }

    fn put_in_quotes(&self, what: impl Into<String>) -> Slip {
        Slip {
            what: what.into(),
            at: self.value_at(),
            help: format!("put quotes around it: {}", self.in_quotes()),
        }
    }
}

/// Finds what is to blame for the reader's stumbling at a byte of the YAML.
pub(super) fn find(yaml: &str, stumbled: usize) -> Option<Slip> {
    let start = yaml[..stumbled].rfind('\n').map_or(0, |at| at + 1);
    let line = Line::of(yaml, start);
    let above: Vec<Line<'_>> = lines_above(yaml, start);
    let last = above.first();
    tab(&line)
        .or_else(|| unquoted_beginning(&line))
        .or_else(|| behind_quote(&line))
        .or_else(|| above.iter().find_map(open_quote))
        .or_else(|| open_quote(&line))
        .or_else(|| colon(&line))
        .or_else(|| open_bracket(yaml, &above, stumbled))
        .or_else(|| blank_after_colon(&line))
        .or_else(|| last.and_then(blank_after_colon))
        .or_else(|| last.and_then(unquoted_beginning))
        .or_else(|| second_document(&line, last))
        .or_else(|| last.and_then(without_colon))
        .or_else(|| indentation(&line, &above))
}

/// The text that a mark of YAML's own at its beginning makes YAML lose or misread, as it has to be written.
pub(super) fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

/// Lines with something on them, from the nearest upwards.
fn lines_above(yaml: &str, start: usize) -> Vec<Line<'_>> {
    let mut starts = vec![0];
    starts.extend(yaml[..start].match_indices('\n').map(|(at, _)| at + 1));
    starts.pop();
    starts
        .into_iter()
        .rev()
        .map(|start| Line::of(yaml, start))
        .filter(|line| {
            let text = line.text.trim();
            !text.is_empty() && !text.starts_with('#')
        })
        .collect()
}

fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

fn tab(line: &Line<'_>) -> Option<Slip> {
    let at = line.text[..line.indent].find('\t')?;
    Some(Slip {
        what: "a tab stands at the beginning of this line".to_owned(),
        at: line.start + at..line.start + at + 1,
        help: "indent with spaces".to_owned(),
    })
}

/// A text that begins with a mark that means something else to YAML.
fn unquoted_beginning(line: &Line<'_>) -> Option<Slip> {
    let value = line.value;
    let first = value.chars().next()?;
    let second = value[first.len_utf8()..].chars().next();
    let is_mark = match first {
        '@' | '`' | '%' | '*' | '&' | '!' => true,
        '{' => second == Some('{'),
        '[' => value.contains("]("),
        // Behind these, a text may stand on the lines below, but not on this one.
        '>' | '|' => value[1..]
            .trim_start_matches(['+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
            .trim_start()
            .starts_with(|c| c != '#'),
        '-' | '?' => second == Some(' ') && line.key.is_some(),
        _ => false,
    };
    let mark = match first {
        '{' => "{{".to_owned(),
        first => first.to_string(),
    };
    is_mark.then(|| line.put_in_quotes(format!("a text that begins with `{mark}` needs quotes")))
}

/// The byte behind the quote that closes a value in quotes. `None` if nothing closes it.
fn closing_quote(value: &str, quote: char) -> Option<usize> {
    let mut letters = value.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' if quote == '"' => {
                letters.next();
            }
            letter if letter == quote => {
                // Two single quotes stand for one.
                if quote == '\'' && letters.peek().is_some_and(|(_, next)| *next == quote) {
                    letters.next();
                } else {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

fn quote_of(line: &Line<'_>) -> Option<char> {
    line.value
        .chars()
        .next()
        .filter(|c| matches!(c, '"' | '\''))
}

fn behind_quote(line: &Line<'_>) -> Option<Slip> {
    let quote = quote_of(line)?;
    let end = closing_quote(line.value, quote)?;
    let behind = line.value[end..].trim_start();
    if behind.is_empty() || behind.starts_with(['#', ',', ']', '}', ':']) {
        return (quote == '"' && line.value.contains('\\')).then(|| Slip {
            what: "a backslash in double quotes begins a sign of its own".to_owned(),
            at: line.value_at(),
            help: "use single quotes around a text with backslashes".to_owned(),
        });
    }
    Some(line.put_in_quotes("there are words behind the closing quote"))
}

fn open_quote(line: &Line<'_>) -> Option<Slip> {
    let quote = quote_of(line)?;
    if closing_quote(line.value, quote).is_some() {
        return None;
    }
    Some(Slip {
        what: "this quote isn't closed".to_owned(),
        at: line.value_start..line.value_start + 1,
        help: format!("put {quote} at the end of the text"),
    })
}

fn colon(line: &Line<'_>) -> Option<Slip> {
    if line.value.starts_with(['"', '\'', '[', '{']) {
        return None;
    }
    (line.value.contains(": ") || line.value.ends_with(':'))
        .then(|| line.put_in_quotes("a text with a colon in it needs quotes"))
}

/// A bracket on a line above, or on this one, that nothing closes before the reader stumbles.
fn open_bracket(yaml: &str, above: &[Line<'_>], stumbled: usize) -> Option<Slip> {
    let line = above
        .iter()
        .find(|line| line.value.starts_with(['[', '{']))?;
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, letter) in yaml.get(line.value_start..stumbled)?.char_indices() {
        match letter {
            '[' => open.push((at, ']')),
            '{' => open.push((at, '}')),
            ']' | '}' => {
                open.pop();
            }
            _ => {}
        }
    }
    let (at, closing) = open.pop()?;
    let at = line.value_start + at;
    Some(Slip {
        what: "this bracket isn't closed".to_owned(),
        at: at..at + 1,
        help: format!("put `{closing}` at the end of what it holds"),
    })
}

fn blank_after_colon(line: &Line<'_>) -> Option<Slip> {
    if line.key.is_some() {
        return None;
    }
    let (key, value) = line.value.split_once(':')?;
    if !is_key(key) || value.is_empty() || value.starts_with([' ', '/']) {
        return None;
    }
    Some(Slip {
        what: "there is no blank behind the colon".to_owned(),
        at: line.value_at(),
        help: format!("write `{key}: {value}`"),
    })
}

fn second_document(line: &Line<'_>, last: Option<&Line<'_>>) -> Option<Slip> {
    let fence = [Some(line), last]
        .into_iter()
        .flatten()
        .find(|line| line.text.trim_end() == "---")?;
    Some(Slip {
        what: "it is over at this line, and then goes on".to_owned(),
        at: fence.all(),
        help: "take the line `---` out; it belongs into Markdown files only".to_owned(),
    })
}

fn without_colon(line: &Line<'_>) -> Option<Slip> {
    let (first, rest) = line.value.split_once(' ')?;
    (line.key.is_none() && !line.text.trim_start().starts_with('-') && is_key(first)).then(|| {
        Slip {
            what: "this line has no colon".to_owned(),
            at: line.all(),
            help: format!("a key has a colon and a blank behind it: {first}: {rest}"),
        }
    })
}

fn indentation(line: &Line<'_>, above: &[Line<'_>]) -> Option<Slip> {
    let last = above.first()?;
    let is_value_above = last.key.is_some() && !last.value.is_empty();
    let what = if line.indent > last.indent && is_value_above {
        "this line is indented deeper than the one above, which has its value already"
    } else if above.iter().all(|other| other.indent != line.indent) {
        "this line is indented like none of those above"
    } else {
        return None;
    };
    Some(Slip {
        what: what.to_owned(),
        at: line.all(),
        help: "keys that belong together begin in the same column".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Diagnostics, FileId};
    use crate::source::yaml;

    /// What is said of a text, at which words of it, and what is advised.
    fn said(yaml: &str) -> (String, String, String) {
        let mut problems = Diagnostics::new();
        yaml::parse(yaml, FileId(0), 0, &mut problems);
        let problem = problems.iter().next().expect("something is said");
        let what = problem.message.rsplit("understood: ").next();
        (
            what.unwrap_or_default().to_owned(),
            yaml[problem.labels[0].at.range()].to_owned(),
            problem.help.first().cloned().unwrap_or_default(),
        )
    }

    #[test]
    fn a_text_that_begins_with_a_mark_needs_quotes() {
        for (value, mark) in [
            ("{{ terms.manager }} agrees", "{{"),
            ("[Ask](https://a.example/) first", "["),
            ("**Never** do it", "*"),
            ("*Never* do it", "*"),
            ("@home", "@"),
            ("%s of us", "%"),
            ("`code` first", "`"),
            ("> of us", ">"),
            ("| of us", "|"),
            ("- of us", "-"),
            ("? of us", "?"),
            ("&c of us", "&"),
            ("!important of us", "!"),
        ] {
            let yaml = format!("title: Email\nheadline: {value}\nicon: x\n");
            let (what, at, help) = said(&yaml);
            assert_eq!(
                what,
                format!("a text that begins with `{mark}` needs quotes")
            );
            assert_eq!(at, value);
            assert_eq!(help, format!("put quotes around it: headline: \"{value}\""));
            let listed = format!("best:\n  - {value}\n");
            if !matches!(mark, "-" | "?") {
                assert_eq!(said(&listed).1, value);
            }
        }
    }

    #[test]
    fn quotes_and_brackets_are_to_blame_where_they_open() {
        let (what, at, _) =
            said("region: x\nname: \"Oak\nurl: https://a.example/\nregion: North\n");
        assert_eq!((&*what, &*at), ("this quote isn't closed", "\""));
        let (what, at, help) = said("name: \"Oak\" Board\nurl: x\n");
        assert_eq!(
            (&*what, &*at),
            ("there are words behind the closing quote", "\"Oak\" Board")
        );
        assert_eq!(help, "put quotes around it: name: '\"Oak\" Board'");
        let (what, at, help) = said("name: 'Oak's Board'\nurl: x\n");
        assert_eq!(what, "there are words behind the closing quote");
        assert_eq!(at, "'Oak's Board'");
        assert_eq!(help, "put quotes around it: name: \"'Oak's Board'\"");
        let (what, at, help) = said("languages: [en\nregion: x\n");
        assert_eq!((&*what, &*at), ("this bracket isn't closed", "["));
        assert!(help.contains("`]`"));
        let (what, at, _) = said("branding: {primary: \"#123456\"\nregion: x\n");
        assert_eq!((&*what, &*at), ("this bracket isn't closed", "{"));
        assert!(said("name: \"C:\\qath\"\n").0.contains("backslash"));
    }

    #[test]
    fn colons_blanks_and_columns_are_explained() {
        assert_eq!(
            said("title: Email: the rules\n").2,
            "put quotes around it: title: \"Email: the rules\""
        );
        assert_eq!(said("name:Oak\nurl: x\n").2, "write `name: Oak`");
        assert_eq!(said("name Oak\nurl: x\n").0, "this line has no colon");
        assert_eq!(said("name: Oak\nbranding:\n\tprimary: x\n").1, "\t");
        assert!(said("name: Oak\n  url: x\n").0.contains("deeper"));
        assert!(
            said("name: Oak\nb:\n  p: x\n s: x\n")
                .0
                .contains("none of those")
        );
        assert_eq!(said("name: Oak\n---\nname: Elm\n").1, "---");
    }

    #[test]
    fn what_yaml_takes_for_a_comment_is_not_lost_in_silence() {
        let (what, at, _) = said("headline: Use room #4 only\n");
        assert!(what.contains("comment"), "{what}");
        assert_eq!(at, "#4 only");
        let (_, at, help) = said("primary: #123456\nname: x\n");
        assert_eq!(at, "#123456");
        assert_eq!(help, "put quotes around it: primary: \"#123456\"");
        let mut problems = Diagnostics::new();
        yaml::parse(
            "a: x # why\nb: \"#4\" #why\nc: |\n  Room #4\nd: # why\n  e: f\n",
            FileId(0),
            0,
            &mut problems,
        );
        assert!(problems.is_empty(), "{problems:?}");
    }
}
