//! The same words under what to do and under what not to do.

use std::collections::BTreeMap;

use super::same_words;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{Edition, Statement, Tone};

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    let mut dos: BTreeMap<String, &Statement> = BTreeMap::new();
    let mut donts: Vec<&Statement> = Vec::new();
    for level in edition.channels.iter().flat_map(|channel| &channel.levels) {
        for statement in &level.statements {
            match level.level.tone {
                Tone::Do => drop(
                    dos.entry(same_words(&statement.short.plain()))
                        .or_insert(statement),
                ),
                Tone::Dont => donts.push(statement),
                Tone::Caution => {}
            }
        }
    }
    if let Some(summary) = &edition.do_and_dont {
        for statement in &summary.dos {
            dos.entry(same_words(&statement.short.plain()))
                .or_insert(statement);
        }
        donts.extend(&summary.donts);
    }
    for dont in donts {
        if let Some(advised) = dos.get(&same_words(&dont.short.plain())) {
            problems.push(
                Diagnostic::new(
                    Code::Contradiction,
                    format!("“{}” is to be done, and not to be done", dont.short.plain()),
                )
                .at(dont.short.at, "not to be done here")
                .at(advised.short.at, "to be done here")
                .help("take it out of the one where it doesn't belong")
                .in_edition(&edition.id),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::{advice, codes_of};

    #[test]
    fn nothing_is_both_to_be_done_and_not() {
        let codes = |level: &str, words: &str| {
            codes_of(&advice(&[("best", "Ask first."), (level, words)]), check)
        };
        assert_eq!(codes("poor", "ask first"), [Code::Contradiction]);
        assert!(codes("poor", "Ask later.").is_empty());
        assert!(codes("best", "Ask first.").is_empty());
    }
}
