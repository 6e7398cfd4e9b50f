//! An update for a terminal, and for other programs.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Counts, FileChange, Update};
use crate::compare::{self, Report};

/// An update as lines: how many editions change, and then what changes in each. What changes alike in several is told once.
pub fn text(update: &Update, coloured: bool) -> String {
    let mut text = head(update);
    let Some(editions) = &update.editions else {
        return text;
    };
    if !update.files.is_empty() {
        text.push_str("\nFiles\n");
    }
    for file in &update.files {
        let (sign, word) = match file.kind {
            FileChange::Added => ("+", "Added"),
            FileChange::Dropped => ("-", "Dropped"),
            FileChange::Changed => ("~", "Changed"),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {sign} {word}: {}", file.path);
    }
    let mut alike: BTreeMap<String, (usize, Vec<String>)> = BTreeMap::new();
    for (number, one) in editions.iter().enumerate() {
        if !one.report.groups.is_empty() {
            let (_, others) = alike
                .entry(compare::json(&without_sides(&one.report)))
                .or_insert((number, Vec::new()));
            others.push(format!("{} ({})", one.edition, one.language));
        }
    }
    let mut alike: Vec<_> = alike.into_values().collect();
    alike.sort_unstable();
    for (number, names) in alike {
        let _ = write!(
            text,
            "\n{}",
            compare::text(&editions[number].report, coloured)
        );
        if let [_, others @ ..] = names.as_slice()
            && !others.is_empty()
        {
            let _ = writeln!(text, "\n  The same in: {}", others.join(", "));
        }
    }
    text
}

fn head(update: &Update) -> String {
    let Update {
        base,
        taken,
        at_hand,
        ..
    } = update;
    let Some(taken) = taken else {
        return format!(
            "Nobody has taken the pack `{base}` yet. At hand is {}.\n",
            at_hand.named()
        );
    };
    if update.is_taken() {
        return format!(
            "Nothing changes: the pack `{base}` at hand is {}, as it was taken.\n",
            at_hand.named()
        );
    }
    let mut text = if taken.version == at_hand.version {
        format!(
            "The pack `{base}` is still {}, and says something else than when it was taken.\n",
            at_hand.named()
        )
    } else {
        format!(
            "Of the pack `{base}` {} was taken; at hand is {}.\n",
            taken.named(),
            at_hand.named()
        )
    };
    if update.editions.is_none() {
        text.push_str(
            "What changes can't be said: what was taken is no longer here. It is kept in pack.lock.zip.\n",
        );
        return text;
    }
    text.push_str(&counted(update.counts()));
    text
}

/// `3 editions change, 2 only in their document control, 13 don't.`
fn counted(counts: Counts) -> String {
    let Counts {
        changing,
        in_control,
        staying,
    } = counts;
    let mut parts = Vec::new();
    match changing {
        0 => {}
        1 => parts.push("1 edition changes".to_owned()),
        many => parts.push(format!("{many} editions change")),
    }
    match (in_control, changing) {
        (0, _) => {}
        (1, 0) => parts.push("1 edition changes only in its document control".to_owned()),
        (1, _) => parts.push("1 only in its document control".to_owned()),
        (many, 0) => parts.push(format!(
            "{many} editions change only in their document control"
        )),
        (many, _) => parts.push(format!("{many} only in their document control")),
    }
    match (staying, parts.is_empty()) {
        (_, true) => return "No edition says anything else.\n".to_owned(),
        (0, _) => {}
        (1, _) => parts.push("1 doesn't".to_owned()),
        (many, _) => parts.push(format!("{many} don't")),
    }
    format!("{}.\n", parts.join(", "))
}

/// A report with nothing that differs from edition to edition.
fn without_sides(report: &Report) -> Report {
    let side = compare::Side {
        id: String::new(),
        name: String::new(),
    };
    Report {
        before: side.clone(),
        after: side,
        groups: report.groups.clone(),
    }
}

/// An update as JSON: the fields of [`Update`] by their names.
pub fn json(update: &Update) -> String {
    // Texts and lists alone can always be written.
    let mut text = serde_json::to_string_pretty(update).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editions_are_counted_in_a_sentence() {
        for ((changing, in_control, staying), expected) in [
            ((3, 0, 13), "3 editions change, 13 don't.\n"),
            (
                (1, 1, 1),
                "1 edition changes, 1 only in its document control, 1 doesn't.\n",
            ),
            (
                (0, 2, 0),
                "2 editions change only in their document control.\n",
            ),
            ((0, 0, 4), "No edition says anything else.\n"),
        ] {
            let counts = Counts {
                changing,
                in_control,
                staying,
            };
            assert_eq!(counted(counts), expected);
        }
    }
}
