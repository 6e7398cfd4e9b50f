//! Statements, and the levels they stand in.

use serde::Serialize;

use super::Link;
use crate::edition::{LevelAdvice, Statement, Statistic, Tone};
use crate::web::address::Address;
use crate::web::html::{Html, Writer};
use crate::web::site::Page;

/// A column of advice.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LevelView {
    /// Its address on the page.
    pub(crate) anchor: String,
    /// Its name, as HTML.
    pub(crate) label: Html,
    /// How it is meant: `do`, `caution` or `dont`.
    pub(crate) tone: &'static str,
    /// The name of the icon of its tone.
    pub(crate) icon: &'static str,
    /// Its advice.
    pub(crate) statements: Vec<StatementView>,
}

/// What can follow from one level.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ConsequenceView {
    /// The level's name, as HTML.
    pub(crate) label: Html,
    /// How the level is meant.
    pub(crate) tone: &'static str,
    /// The name of the icon of its tone.
    pub(crate) icon: &'static str,
    /// What can follow, as HTML.
    pub(crate) text: Html,
}

/// One piece of advice.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct StatementView {
    /// Its address on the page.
    pub(crate) anchor: String,
    /// Its short words, as HTML. Without links if there are more words to open.
    pub(crate) short: Html,
    /// Its full words, as HTML; none where the short ones say it all.
    pub(crate) full: Option<Html>,
    /// For whom it is, as HTML: "For managers, staff"; none if it is for everybody.
    pub(crate) audiences: Option<Html>,
    /// Whether it is the edition's own, where pages are to say so.
    pub(crate) local: bool,
    /// The channel where there is more about it.
    pub(crate) channel: Option<Link>,
}

/// A figure, and what it means.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct StatisticView {
    /// Its address on the page.
    pub(crate) anchor: String,
    /// The figure, as HTML.
    pub(crate) figure: Html,
    /// What it counts, as HTML.
    pub(crate) meaning: Html,
    /// Where it is from.
    pub(crate) source: Option<Link>,
}

/// The address of a statement on its page. No slug has an underscore, so neither headings nor parts of the frame can have
/// the same.
pub(crate) fn statement_anchor(kind: &str, id: &str) -> String {
    format!("{kind}_{id}")
}

/// The icon of a tone.
pub(crate) fn tone_icon(tone: Tone) -> &'static str {
    match tone {
        Tone::Do => "tick",
        Tone::Caution => "caution",
        Tone::Dont => "cross",
    }
}

impl LevelView {
    /// What a channel says in one level.
    pub(crate) fn of(
        channel: &str,
        advice: &LevelAdvice,
        page: &Page<'_>,
        writer: &mut Writer<'_>,
    ) -> Self {
        let list = format!("channels.{channel}.levels.{}", advice.level.id);
        Self {
            anchor: format!("level_{}", advice.level.id),
            label: page.site.shown(&advice.level.label),
            tone: advice.level.tone.name(),
            icon: tone_icon(advice.level.tone),
            statements: StatementView::all(&advice.statements, "advice", &list, page, writer),
        }
    }
}

impl ConsequenceView {
    /// What can follow from a level, if the channel says it.
    pub(crate) fn of(
        advice: &LevelAdvice,
        page: &Page<'_>,
        writer: &mut Writer<'_>,
    ) -> Option<Self> {
        let text = advice.consequence.as_ref()?;
        Some(Self {
            label: page.site.shown(&advice.level.label),
            tone: advice.level.tone.name(),
            icon: tone_icon(advice.level.tone),
            text: writer.line(&text.content),
        })
    }
}

impl StatisticView {
    /// A figure of a channel.
    pub(crate) fn of(statistic: &Statistic, page: &Page<'_>, writer: &mut Writer<'_>) -> Self {
        let named = |id: &String| {
            let sources = &page.site.edition.sources;
            sources.iter().find(|source| source.id == *id)
        };
        Self {
            anchor: format!("statistic_{}", statistic.id),
            figure: page.site.shown(&statistic.figure),
            meaning: writer.line(&statistic.meaning.content),
            source: statistic
                .source
                .as_ref()
                .and_then(named)
                .map(|source| Link {
                    text: page.site.shown(&source.name),
                    href: page.link_within(&Address::Sources, &source.id),
                }),
        }
    }
}

impl StatementView {
    /// The statements of a list, which is at this key of the edition. `kind` keeps their addresses apart from those of other
    /// lists on the page.
    pub(crate) fn all(
        statements: &[Statement],
        kind: &str,
        list: &str,
        page: &Page<'_>,
        writer: &mut Writer<'_>,
    ) -> Vec<Self> {
        statements
            .iter()
            .map(|statement| Self::of(statement, kind, list, page, writer))
            .collect()
    }

    fn of(
        statement: &Statement,
        kind: &str,
        list: &str,
        page: &Page<'_>,
        writer: &mut Writer<'_>,
    ) -> Self {
        /// The heading that statements stand under is of this level.
        const UNDER: u8 = 3;
        let full = !statement.full.is_empty();
        Self {
            anchor: statement_anchor(kind, &statement.id),
            short: if full {
                writer.line_without_links(&statement.short.content)
            } else {
                writer.line(&statement.short.content)
            },
            full: full.then(|| writer.body(&statement.full, UNDER)),
            audiences: page.site.for_whom(&statement.audiences),
            local: page.site.is_local(&format!("{list}.{}", statement.id)),
            channel: statement
                .channel
                .as_ref()
                .map(|id| page.named(&Address::Channel(id.clone()))),
        }
    }
}
