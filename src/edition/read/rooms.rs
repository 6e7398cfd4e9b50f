//! Channels, sections, and the summary of do and don't.

use std::sync::Arc;

use super::context::{Context, Presence};
use super::fields::Fields;
use super::readers::{aliases, audiences};
use crate::diagnostic::{Code, Diagnostic};
use crate::edition::model::{
    Channel, DoAndDont, Level, LevelAdvice, Section, Statement, Statistic,
};
use crate::source::{Entry, Node};

pub(super) fn channel(
    entry: &Entry,
    levels: &[Arc<Level>],
    cx: &mut Context<'_>,
) -> Option<Channel> {
    if entry.node.is_faulty() {
        return None;
    }
    let id = entry.key.to_string();
    let fields = Fields::new(&entry.node, format!("the channel `{id}`"), entry.at);
    let title = fields.need("title", cx);
    let advice = advice(&fields, levels, cx);
    if levels_are_sound(&fields, levels, cx)
        && advice.iter().all(|level| level.statements.is_empty())
    {
        cx.say(
            Diagnostic::new(Code::EmptyChannel, format!("the channel `{id}` says nothing in any level"))
                .at(entry.at, "")
                .help("give it statements under `levels`, or leave it out of the edition: omit: { channels: […] }"),
        );
    }
    let see_also = fields
        .words("see_also")
        .into_iter()
        .filter(|other| match cx.presence("channels", &other.value) {
            Presence::There => true,
            // A channel that is left out is not worth a word here.
            Presence::LeftOut => false,
            Presence::Unknown => {
                cx.unknown_name("channels", &other.value, other.at);
                false
            }
        })
        .map(|other| other.value)
        .collect();
    Some(Channel {
        id,
        at: entry.at,
        title: title?,
        summary: fields.text("summary", cx),
        icon: fields.word("icon"),
        headline: fields.text("headline", cx),
        headline_note: fields.text("headline_note", cx),
        levels: advice,
        safeguards: statements(&fields, "safeguards", cx),
        statistics: fields
            .items("statistics")
            .iter()
            .filter_map(|node| statistic(node, fields.what(), cx))
            .collect(),
        see_also,
        body: fields.body(false, cx),
        aliases: aliases(&fields, cx),
    })
}

/// Whether the levels are as they were meant. What stands under faulty ones is lost, and that has been said.
fn levels_are_sound(fields: &Fields<'_>, levels: &[Arc<Level>], cx: &Context<'_>) -> bool {
    let mine = fields.inner("levels");
    let sound = mine.as_ref().is_none_or(|mine| {
        !mine.node().is_faulty()
            && mine.node().entries().iter().all(|entry| {
                !entry.node.is_faulty() && cx.presence("levels", &entry.key) != Presence::Unknown
            })
    });
    sound && !levels.is_empty() && cx.ids("levels").len() == levels.len()
}

/// Statements and consequences by level. Those of a level that the edition dropped are dropped with it.
fn advice(fields: &Fields<'_>, levels: &[Arc<Level>], cx: &mut Context<'_>) -> Vec<LevelAdvice> {
    let statements_by_level = fields.inner("levels");
    let consequences = fields.inner("consequences");
    for group in ["levels", "consequences"] {
        for entry in fields
            .get(group)
            .map(|node| node.entries())
            .unwrap_or_default()
        {
            // An edition without levels has been told so.
            if !levels.is_empty()
                && !levels.iter().any(|level| level.id == *entry.key)
                && cx.presence("levels", &entry.key) == Presence::Unknown
            {
                cx.unknown_name("levels", &entry.key, entry.at);
            }
        }
    }
    levels
        .iter()
        .map(|level| LevelAdvice {
            level: Arc::clone(level),
            statements: statements_by_level
                .as_ref()
                .map(|fields| statements(fields, &level.id, cx))
                .unwrap_or_default(),
            consequence: consequences
                .as_ref()
                .and_then(|fields| fields.text(&level.id, cx)),
        })
        .filter(|advice| !advice.statements.is_empty() || advice.consequence.is_some())
        .collect()
}

fn statements(fields: &Fields<'_>, key: &str, cx: &mut Context<'_>) -> Vec<Statement> {
    fields
        .items(key)
        .iter()
        .filter_map(|node| statement(node, fields.what(), cx))
        .collect()
}

fn statement(node: &Node, of: &str, cx: &mut Context<'_>) -> Option<Statement> {
    let id = node.get("id")?.scalar()?.to_string();
    let fields = Fields::new(node, format!("the statement `{id}` of {of}"), node.at);
    let channel =
        fields
            .word("channel")
            .filter(|channel| match cx.presence("channels", &channel.value) {
                Presence::There => true,
                Presence::LeftOut => false,
                Presence::Unknown => {
                    cx.unknown_name("channels", &channel.value, channel.at);
                    false
                }
            });
    Some(Statement {
        at: node.at,
        short: fields.need_text("short", cx)?,
        full: fields.blocks("full", cx),
        audiences: audiences(&fields, cx),
        channel: channel.map(|channel| channel.value),
        id,
    })
}

fn statistic(node: &Node, of: &str, cx: &mut Context<'_>) -> Option<Statistic> {
    let id = node.get("id")?.scalar()?.to_string();
    let fields = Fields::new(node, format!("the statistic `{id}` of {of}"), node.at);
    let figure = fields.need("figure", cx);
    let meaning = fields.need_text("meaning", cx);
    let source =
        fields
            .word("source")
            .filter(|source| match cx.presence("sources", &source.value) {
                Presence::There => true,
                Presence::LeftOut => false,
                Presence::Unknown => {
                    cx.unknown_name("sources", &source.value, source.at);
                    false
                }
            });
    Some(Statistic {
        at: node.at,
        figure: figure?,
        meaning: meaning?,
        source: source.map(|source| source.value),
        id,
    })
}

pub(super) fn do_and_dont(entry: &Entry, cx: &mut Context<'_>) -> Option<DoAndDont> {
    if entry.node.is_faulty() {
        return None;
    }
    let fields = Fields::new(&entry.node, "do-and-dont.md", entry.at);
    let title = fields.need("title", cx);
    let dos = statements(&fields, "do", cx);
    let donts = statements(&fields, "dont", cx);
    for (list, key) in [(&dos, "do"), (&donts, "dont")] {
        if list.is_empty() {
            fields.missing(key, cx);
        }
    }
    Some(DoAndDont {
        title: title?,
        summary: fields.text("summary", cx),
        dos,
        donts,
        body: fields.body(false, cx),
        aliases: aliases(&fields, cx),
    })
}

pub(super) fn section(entry: &Entry, cx: &mut Context<'_>) -> Option<Section> {
    if entry.node.is_faulty() {
        return None;
    }
    let id = entry.key.to_string();
    let fields = Fields::new(&entry.node, format!("the section `{id}`"), entry.at);
    let title = fields.need("title", cx);
    let clauses = fields.switch("clauses");
    let body = fields.body(clauses, cx);
    if body.is_empty() {
        cx.say(
            Diagnostic::new(Code::EmptyText, format!("the section `{id}` has no text"))
                .at(entry.at, "")
                .help("write it below the front matter, as Markdown"),
        );
    }
    Some(Section {
        id,
        at: entry.at,
        title: title?,
        summary: fields.text("summary", cx),
        clauses,
        body,
        aliases: aliases(&fields, cx),
    })
}
