//! An edition that says again what it would take over: it no longer follows when that changes.

use crate::acceptance::GUIDING;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::Edition;
use crate::source::{Node, Value};

/// Keys that nobody writes: ids, and the number that a file's name begins with.
const FIXED: &[&str] = &["id", "number"];

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    for entry in edition.values.entries() {
        // Names, colours and document control are each board's own: they may be the same by chance.
        if GUIDING.contains(&&*entry.key) {
            look(edition, &entry.node, &entry.key, problems);
        }
    }
}

fn look(edition: &Edition, node: &Node, key: &str, problems: &mut Diagnostics) {
    match &node.value {
        Value::Map(entries) => {
            for entry in entries.iter().filter(|entry| !FIXED.contains(&&*entry.key)) {
                look(edition, &entry.node, &entry.key, problems);
            }
        }
        Value::List(items) => {
            for item in items {
                look(edition, item, key, problems);
            }
        }
        Value::Scalar(words) => {
            let Some(below) = &node.replaces else { return };
            let is_same = below
                .scalar()
                .is_some_and(|below| below.trim() == words.trim());
            if is_same && below.language == node.language && below.at != node.at {
                problems.push(
                    Diagnostic::new(
                        Code::NeedlessOverride,
                        format!("`{key}` says what it would be in any case"),
                    )
                    .at(node.at, "the same again")
                    .at(below.at, "as it stands here")
                    .help("take it out: then it follows when that changes")
                    .in_edition(&edition.id),
                );
            }
        }
        Value::Empty | Value::Faulty => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::codes;

    #[test]
    fn what_is_taken_over_need_not_be_said() {
        assert_eq!(
            codes("levels: [{id: best, label: Best}]", check),
            [Code::NeedlessOverride]
        );
        assert!(codes("levels: [{id: best, label: Better}]", check).is_empty());
        assert!(codes("title: Safe", check).is_empty());
        assert!(codes("", check).is_empty());
    }
}
