//! The summary of do and don't: in short for readers in a hurry, and in full, each leading to the other.

use super::channel::for_whom;
use super::{Chapter, Element, Level, Named, Reference, Relation, Statement, Target};
use crate::edition::{self, DoAndDont, Edition, HandbookPart, Tone};
use crate::theme::Words;

/// The two sides: the name of each, which is also that of its words, its tone and its statements.
fn sides(summary: &DoAndDont) -> [(&'static str, Tone, &[edition::Statement]); 2] {
    [
        ("do", Tone::Do, &summary.dos),
        ("dont", Tone::Dont, &summary.donts),
    ]
}

/// In short. Where there are more words, a reference leads to them if the handbook has them; if it hasn't, they stand here.
pub(super) fn in_short<'a>(
    summary: &'a DoAndDont,
    edition: &'a Edition,
    words: &Words,
    parts: &[HandbookPart],
) -> Chapter<'a> {
    let has_full = parts.contains(&HandbookPart::InFull);
    let target = Target::part(HandbookPart::DoAndDont);
    let full = Target::part(HandbookPart::InFull);
    let mut content = levels(summary, &target, words, |place, number, statement| {
        let elsewhere = has_full && !statement.full.is_empty();
        let mut references = Vec::new();
        if elsewhere {
            references.push(Reference {
                target: full.within(&place),
                relation: Relation::Fuller,
            });
        } else {
            references.extend(channel(statement, edition, parts));
        }
        Statement {
            target: target.within(&place),
            number: has_full.then_some(number),
            short: Some(&statement.short),
            full: if elsewhere { &[] } else { &statement.full },
            for_whom: for_whom(&statement.audiences, edition, words),
            references,
        }
    });
    if !summary.body.is_empty() {
        content.push(Element::Prose(&summary.body));
    }
    Chapter {
        target,
        part: HandbookPart::DoAndDont,
        title: Named::of(&summary.title, edition),
        icon: None,
        summary: summary.summary.as_ref(),
        content,
    }
}

/// In full: the statements that have more words, under the numbers they have in short. `None` if none has.
pub(super) fn in_full<'a>(
    summary: &'a DoAndDont,
    edition: &'a Edition,
    words: &Words,
    parts: &[HandbookPart],
) -> Option<Chapter<'a>> {
    let has_short = parts.contains(&HandbookPart::DoAndDont);
    let target = Target::part(HandbookPart::InFull);
    let short = Target::part(HandbookPart::DoAndDont);
    let mut content = levels(summary, &target, words, |place, number, statement| {
        let back = has_short.then(|| Reference {
            target: short.within(&place),
            relation: Relation::Short,
        });
        Statement {
            target: target.within(&place),
            number: Some(number),
            short: (!has_short).then_some(&statement.short),
            full: &statement.full,
            for_whom: for_whom(&statement.audiences, edition, words),
            references: back
                .into_iter()
                .chain(channel(statement, edition, parts))
                .collect(),
        }
    });
    if has_short {
        // What has no more words has been said in short.
        for element in &mut content {
            if let Element::Level(level) = element {
                level
                    .statements
                    .retain(|statement| !statement.full.is_empty());
            }
        }
        content.retain(
            |element| !matches!(element, Element::Level(level) if level.statements.is_empty()),
        );
    }
    if content.is_empty() {
        return None;
    }
    Some(Chapter {
        target,
        part: HandbookPart::InFull,
        title: words
            .format(
                "do_and_dont_in_full",
                &[("title", summary.title.value.clone().into())],
            )
            .into(),
        icon: None,
        summary: None,
        content,
    })
}

/// The two sides, each statement made by `make` from its place, its number and itself.
fn levels<'a>(
    summary: &'a DoAndDont,
    target: &Target,
    words: &Words,
    make: impl Fn(String, usize, &'a edition::Statement) -> Statement<'a>,
) -> Vec<Element<'a>> {
    sides(summary)
        .into_iter()
        .filter(|(_, _, statements)| !statements.is_empty())
        .map(|(name, tone, statements)| {
            Element::Level(Level {
                target: target.within(&format!("level_{name}")),
                label: words.get(name).into(),
                tone,
                statements: (1..)
                    .zip(statements)
                    .map(|(number, statement)| {
                        make(format!("{name}_{}", statement.id), number, statement)
                    })
                    .collect(),
            })
        })
        .collect()
}

/// The channel that says more about a statement.
fn channel(
    statement: &edition::Statement,
    edition: &Edition,
    parts: &[HandbookPart],
) -> Option<Reference> {
    let id = statement.channel.as_ref()?;
    let channel = edition.channels.iter().find(|channel| channel.id == *id)?;
    parts.contains(&HandbookPart::Channels).then(|| Reference {
        target: Target::channel(id),
        relation: Relation::More(Named::of(&channel.title, edition).into_owned()),
    })
}
