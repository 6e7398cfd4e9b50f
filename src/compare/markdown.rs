//! A report for a committee paper, in Markdown.

use std::fmt::Write as _;

use super::{Change, Kind, Piece, Report};

/// A report in Markdown: a heading for each group, a list of changes. What was taken out is struck through, what was put in is bold.
pub fn markdown(report: &Report) -> String {
    let mut text = format!(
        "# How {} differs from {}\n\n{}\n",
        escaped(&report.after.name),
        escaped(&report.before.name),
        report.summary()
    );
    for group in &report.groups {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n## {}\n\n", escaped(&group.title));
        for change in &group.changes {
            item(&mut text, change);
        }
    }
    text
}

fn item(text: &mut String, change: &Change) {
    let _ = write!(
        text,
        "- **{}** ({}): ",
        change.word(),
        escaped(&change.what)
    );
    let pieces = change.pieces();
    let words: String = match pieces.as_slice() {
        // What is all new needs no marks.
        [Piece::Added(words)] if change.kind == Kind::Added => escaped(words),
        // The old words and the new ones stand apart.
        pieces => {
            let marked: String = pieces.iter().map(struck).collect();
            marked.replace("~~**", "~~ **")
        }
    };
    // A list's item goes on where its lines are indented.
    text.push_str(&words.replace('\n', "\n  "));
    text.push('\n');
}

/// A piece with its marks, which must stand close to the words.
fn struck(piece: &Piece) -> String {
    let (words, mark) = match piece {
        Piece::Kept(words) => return escaped(words),
        Piece::Dropped(words) => (words, "~~"),
        Piece::Added(words) => (words, "**"),
    };
    let inner = words.trim();
    if inner.is_empty() {
        return words.clone();
    }
    let start = words.len() - words.trim_start().len();
    let end = words.trim_end().len();
    // A mark can't go over the end of a paragraph.
    let marked: Vec<String> = inner
        .split("\n\n")
        .map(|paragraph| format!("{mark}{}{mark}", escaped(paragraph.trim())))
        .collect();
    format!(
        "{}{}{}",
        &words[..start],
        marked.join("\n\n"),
        &words[end..]
    )
}

/// Text that says what it says, whatever signs are in it.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    let mut letters = words.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_mark = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' => true,
            // A heading's mark has a blank or nothing behind it; in a colour, `#1d4f91`, it is no mark.
            '#' => !letters.peek().is_some_and(|next| next.is_alphanumeric()),
            _ => false,
        };
        if is_mark {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_escaped_where_they_would_mean_something() {
        assert_eq!(escaped("#1d4f91"), "#1d4f91");
        assert_eq!(escaped("# one #"), "\\# one \\#");
        assert_eq!(escaped("a *b* [c]"), "a \\*b\\* \\[c\\]");
    }
}
