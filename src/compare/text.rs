//! A report for a terminal.

use std::fmt::Write as _;

use super::{Change, Kind, Piece, Report};

/// A report as lines. Without colours, what was taken out stands in `[-…-]` and what was put in in `{+…+}`.
pub fn text(report: &Report, coloured: bool) -> String {
    let mut text = format!(
        "{} ({}), compared with {} ({})\n{}\n",
        report.after.name,
        report.after.id,
        report.before.name,
        report.before.id,
        report.summary()
    );
    for group in &report.groups {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{}\n", bold(&group.title, coloured));
        for change in &group.changes {
            lines(&mut text, change, coloured);
        }
    }
    text
}

fn lines(text: &mut String, change: &Change, coloured: bool) {
    let sign = match change.kind {
        Kind::Added => "+",
        Kind::Dropped => "-",
        Kind::Reworded => "~",
        Kind::Moved => ">",
    };
    let _ = writeln!(text, "  {sign} {} ({})", change.word(), change.what);
    let is_alone = change.kind != Kind::Reworded;
    let words: String = change
        .pieces()
        .iter()
        .map(|piece| marked(piece, coloured, is_alone))
        .collect();
    for line in words.lines() {
        let _ = writeln!(text, "      {line}");
    }
}

/// A piece as it is shown. What is all new or all gone needs no brackets.
fn marked(piece: &Piece, coloured: bool, alone: bool) -> String {
    match (piece, coloured) {
        (Piece::Kept(words), _) => words.clone(),
        (Piece::Dropped(words), true) => format!("\u{1b}[31;9m{words}\u{1b}[0m"),
        (Piece::Added(words), true) => format!("\u{1b}[32m{words}\u{1b}[0m"),
        (Piece::Dropped(words) | Piece::Added(words), false) if alone => words.clone(),
        (Piece::Dropped(words), false) => format!("[-{words}-]"),
        (Piece::Added(words), false) => format!("{{+{words}+}}"),
    }
}

fn bold(words: &str, coloured: bool) -> String {
    if coloured {
        format!("\u{1b}[1m{words}\u{1b}[0m")
    } else {
        words.to_owned()
    }
}
