//! The chapter of a channel.

use super::named::sentence;
use super::{
    Chapter, Consequence, Element, Level, Named, Reference, Relation, Statement, Statistic, Target,
};
use crate::edition::{Channel, Edition, HandbookPart};
use crate::theme::{Listing, Words};

/// What a channel says, in the order of its page: what to remember, figures, advice, what can follow, what should be in place, and more.
pub(super) fn chapter<'a>(
    channel: &'a Channel,
    edition: &'a Edition,
    words: &Words,
) -> Chapter<'a> {
    let target = Target::channel(&channel.id);
    let mut content = Vec::new();
    if let Some(headline) = &channel.headline {
        content.push(Element::Headline(headline, channel.headline_note.as_ref()));
    }
    if !channel.statistics.is_empty() {
        content.push(heading(&target, "statistics", words));
        content.push(Element::Statistics(statistics(channel, &target, edition)));
    }
    content.extend(channel.levels.iter().map(|advice| {
        Element::Level(Level {
            target: target.within(&format!("level_{}", advice.level.id)),
            label: Named::of(&advice.level.label, edition),
            tone: advice.level.tone,
            statements: statements(&advice.statements, "advice", &target, edition, words),
        })
    }));
    let consequences: Vec<_> = channel
        .levels
        .iter()
        .filter_map(|advice| {
            Some(Consequence {
                label: Named::of(&advice.level.label, edition),
                tone: advice.level.tone,
                text: advice.consequence.as_ref()?,
            })
        })
        .collect();
    if !consequences.is_empty() {
        content.push(heading(&target, "consequences", words));
        content.push(Element::Consequences(consequences));
    }
    if !channel.safeguards.is_empty() {
        content.push(heading(&target, "safeguards", words));
        let safeguards = statements(&channel.safeguards, "safeguard", &target, edition, words);
        content.push(Element::Statements(safeguards));
    }
    if !channel.body.is_empty() {
        content.push(Element::Prose(&channel.body));
    }
    let related: Vec<_> = channel
        .see_also
        .iter()
        .filter_map(|id| edition.channels.iter().find(|other| other.id == *id))
        .map(|other| Reference {
            target: Target::channel(&other.id),
            relation: Relation::More(Named::of(&other.title, edition).into_owned()),
        })
        .collect();
    if !related.is_empty() {
        content.push(heading(&target, "see_also", words));
        content.push(Element::SeeAlso(related));
    }
    Chapter {
        target,
        part: HandbookPart::Channels,
        title: Named::of(&channel.title, edition),
        icon: channel.icon.as_ref().map(|icon| icon.value.as_str()),
        summary: channel.summary.as_ref(),
        content,
    }
}

/// A heading of the fixed words. It isn't in the list of contents: all channels have the same.
fn heading(target: &Target, name: &str, words: &Words) -> Element<'static> {
    Element::Heading {
        level: 2,
        target: Some(target.within(&format!("all_{name}"))),
        words: words.get(name),
    }
}

fn statistics<'a>(
    channel: &'a Channel,
    target: &Target,
    edition: &'a Edition,
) -> Vec<Statistic<'a>> {
    let source = |id: &String| {
        let source = edition.sources.iter().find(|source| source.id == *id)?;
        Some(Reference {
            target: Target::part(HandbookPart::Sources).within(&source.id),
            relation: Relation::More(Named::of(&source.name, edition).into_owned()),
        })
    };
    channel
        .statistics
        .iter()
        .map(|statistic| Statistic {
            target: target.within(&format!("statistic_{}", statistic.id)),
            figure: Named::of(&statistic.figure, edition),
            meaning: &statistic.meaning,
            source: statistic.source.as_ref().and_then(source),
        })
        .collect()
}

/// Statements with their short and their full words.
fn statements<'a>(
    statements: &'a [crate::edition::Statement],
    kind: &str,
    target: &Target,
    edition: &Edition,
    words: &Words,
) -> Vec<Statement<'a>> {
    statements
        .iter()
        .map(|statement| Statement {
            target: target.within(&format!("{kind}_{}", statement.id)),
            number: None,
            short: Some(&statement.short),
            full: &statement.full,
            for_whom: for_whom(&statement.audiences, edition, words),
            references: Vec::new(),
        })
        .collect()
}

/// "For: Managers and Volunteers"; none if it is for everybody.
pub(super) fn for_whom(
    ids: &[String],
    edition: &Edition,
    words: &Words,
) -> Option<Vec<Named<'static>>> {
    let labels: Vec<Named<'_>> = edition
        .audiences
        .iter()
        .filter(|audience| ids.contains(&audience.id))
        .map(|audience| Named::of(&audience.label, edition))
        .collect();
    let first = labels.first()?;
    let all: Vec<&str> = labels.iter().map(|label| &**label).collect();
    let mut all = first.reworded(words.list(Listing::All, &all));
    if labels.iter().any(|label| label.language != first.language) {
        all.language = None;
    }
    Some(sentence(words, "for_audiences", ("audiences", &all), &[]))
}
