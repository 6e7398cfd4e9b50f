//! What applies to one audience: the statements of all channels that are for everybody or for it.

use serde::Serialize;

use super::home::channel_icon;
use crate::build::Artifact;
use crate::diagnostic::Diagnostics;
use crate::edition::{Channel, Statement};
use crate::web::address::Address;
use crate::web::html::{Html, Writer};
use crate::web::site::{Head, Page};
use crate::web::views::{Link, statement_anchor, tone_icon};
use crate::web::wording::Wording;

/// What the page of an audience shows, under `audience`.
#[derive(Debug, Serialize)]
struct AudiencePage {
    /// Who belongs to it, as HTML.
    about: Option<Html>,
    /// What each channel says to it.
    channels: Vec<AudienceChannel>,
    /// The pages of other audiences.
    others: Vec<Link>,
}

/// What a channel says to an audience.
#[derive(Debug, Serialize)]
struct AudienceChannel {
    /// Its address on the page.
    anchor: String,
    /// Its name, as HTML.
    title: Html,
    /// Its page.
    href: String,
    /// The name of its icon.
    icon: Option<String>,
    /// Its levels; those that say nothing to the audience are left out.
    levels: Vec<AudienceLevel>,
}

/// What a level says to an audience.
#[derive(Debug, Serialize)]
struct AudienceLevel {
    /// Its name, as HTML.
    label: Html,
    /// How it is meant: `do`, `caution` or `dont`; `none` for what should be in place.
    tone: &'static str,
    /// The name of the icon of its tone.
    icon: &'static str,
    /// The advice.
    statements: Vec<AudienceStatement>,
}

/// One piece of advice.
#[derive(Debug, Serialize)]
struct AudienceStatement {
    /// Its short words, as HTML without links.
    short: Html,
    /// Where it stands on the page of its channel.
    href: String,
    /// Whether it is for this audience and not for everybody.
    own: bool,
}

pub(super) fn make(page: &Page<'_>, id: &str, problems: &mut Diagnostics) -> Option<Artifact> {
    let edition = page.site.edition;
    let audience = edition.audiences.iter().find(|known| known.id == id)?;
    let mut writer = page.writer();
    let view = AudiencePage {
        about: audience
            .about
            .as_ref()
            .map(|text| writer.line(&text.content)),
        channels: edition
            .channels
            .iter()
            .map(|channel| of_channel(page, channel, id, &mut writer))
            .filter(|channel| !channel.levels.is_empty())
            .collect(),
        others: page
            .site
            .audiences()
            .filter(|other| other.id != id)
            .map(|other| page.audience_link(other))
            .collect(),
    };
    let head = Head {
        template: "audience",
        title: page.site.name(&page.address),
        description: audience.about.as_ref().map(crate::edition::Text::plain),
    };
    page.render(head, "audience", &view, problems)
}

fn of_channel(
    page: &Page<'_>,
    channel: &Channel,
    audience: &str,
    writer: &mut Writer<'_>,
) -> AudienceChannel {
    let address = Address::Channel(channel.id.clone());
    let mut statements = |kind: &str, statements: &[Statement]| -> Vec<AudienceStatement> {
        statements
            .iter()
            .filter(|statement| is_for(statement, audience))
            .map(|statement| AudienceStatement {
                short: writer.line_without_links(&statement.short.content),
                href: page.link_within(&address, &statement_anchor(kind, &statement.id)),
                own: !statement.audiences.is_empty(),
            })
            .collect()
    };
    let mut levels: Vec<AudienceLevel> = channel
        .levels
        .iter()
        .map(|advice| AudienceLevel {
            label: page.site.shown(&advice.level.label),
            tone: advice.level.tone.name(),
            icon: tone_icon(advice.level.tone),
            statements: statements("advice", &advice.statements),
        })
        .collect();
    levels.push(AudienceLevel {
        label: Wording::fixed(&page.site.words, "safeguards").html(),
        tone: "none",
        icon: "shield",
        statements: statements("safeguard", &channel.safeguards),
    });
    levels.retain(|level| !level.statements.is_empty());
    AudienceChannel {
        anchor: format!("channel_{}", channel.id),
        title: page.site.shown(&channel.title),
        href: page.link(&address),
        icon: channel_icon(page, channel),
        levels,
    }
}

/// Whether a statement is for an audience: what names nobody is for everybody.
fn is_for(statement: &Statement, audience: &str) -> bool {
    statement.audiences.is_empty() || statement.audiences.iter().any(|id| id == audience)
}
