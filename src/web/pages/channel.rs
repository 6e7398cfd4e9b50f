//! The page of a channel.

use serde::Serialize;

use super::home::{channel_card, channel_icon};
use crate::build::Artifact;
use crate::diagnostic::Diagnostics;
use crate::web::address::{Address, PosterSubject};
use crate::web::html::Html;
use crate::web::site::{Head, Page};
use crate::web::views::{
    Card, ConsequenceView, GlossaryWord, LevelView, Link, PosterView, StatementView, StatisticView,
};

/// What the page of a channel shows, under `channel`.
#[derive(Debug, Serialize)]
struct ChannelPage {
    /// What it is about, as HTML.
    summary: Option<Html>,
    /// Whether the whole topic is the edition's own, where pages are to say so.
    local: bool,
    /// The name of its icon.
    icon: Option<String>,
    /// The one thing its poster shouts, as HTML.
    headline: Option<Html>,
    /// What is to be added to it, as HTML.
    headline_note: Option<Html>,
    /// The columns of advice.
    levels: Vec<LevelView>,
    /// What can follow, by level.
    consequences: Vec<ConsequenceView>,
    /// What should be in place.
    safeguards: Vec<StatementView>,
    /// The name under which ticks at safeguards are kept on the device: no other list has it.
    checklist: String,
    /// The pages of audiences, if there are any.
    audiences: Vec<Link>,
    /// Figures that say why it matters.
    statistics: Vec<StatisticView>,
    /// The poster to download.
    poster: Option<PosterView>,
    /// Longer advice, as HTML.
    body: Html,
    /// Channels to look at, too.
    see_also: Vec<Card>,
    /// The channel before this one.
    previous: Option<Link>,
    /// The channel after this one.
    next: Option<Link>,
    /// Words of the glossary that the page uses.
    glossary: Vec<GlossaryWord>,
}

pub(super) fn make(page: &Page<'_>, id: &str, problems: &mut Diagnostics) -> Option<Artifact> {
    let channels = &page.site.edition.channels;
    let at = channels.iter().position(|channel| channel.id == id)?;
    let channel = channels.get(at)?;
    let neighbour = |at: Option<usize>| {
        let neighbour = channels.get(at?)?;
        Some(page.named(&Address::Channel(neighbour.id.clone())))
    };
    let mut writer = page.explaining_writer();
    let mut line =
        |text: &Option<crate::edition::Text>| text.as_ref().map(|text| writer.line(&text.content));
    let summary = line(&channel.summary);
    let headline = line(&channel.headline);
    let headline_note = line(&channel.headline_note);
    let mut view = ChannelPage {
        summary,
        local: page.site.is_all_local(&format!("channels.{}", channel.id)),
        icon: channel_icon(page, channel),
        headline,
        headline_note,
        levels: channel
            .levels
            .iter()
            .map(|advice| LevelView::of(&channel.id, advice, page, &mut writer))
            .collect(),
        consequences: channel
            .levels
            .iter()
            .filter_map(|advice| ConsequenceView::of(advice, page, &mut writer))
            .collect(),
        safeguards: StatementView::all(
            &channel.safeguards,
            "safeguard",
            &format!("channels.{}.safeguards", channel.id),
            page,
            &mut writer,
        ),
        checklist: format!("noticeboard/{}/{}", page.site.edition.id, channel.id),
        audiences: page.audience_links(),
        statistics: channel
            .statistics
            .iter()
            .map(|statistic| StatisticView::of(statistic, page, &mut writer))
            .collect(),
        poster: page.poster(
            &PosterSubject::Channel(channel.id.clone()),
            &page.site.wording(&channel.title),
        ),
        body: writer.body(&channel.body, 1),
        see_also: channel
            .see_also
            .iter()
            .filter_map(|id| channels.iter().find(|channel| channel.id == *id))
            .map(|channel| channel_card(page, channel, &mut writer))
            .collect(),
        previous: neighbour(at.checked_sub(1)),
        next: neighbour(at.checked_add(1)),
        glossary: Vec::new(),
    };
    view.glossary = page.glossary_words(&mut writer);
    let head = Head {
        template: "channel",
        title: page.site.wording(&channel.title),
        description: channel
            .headline
            .as_ref()
            .or(channel.summary.as_ref())
            .map(crate::edition::Text::plain),
    };
    page.render(head, "channel", &view, problems)
}
