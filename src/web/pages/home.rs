//! The home page.

use serde::Serialize;

use crate::build::Artifact;
use crate::diagnostic::Diagnostics;
use crate::edition::{Channel, Section, Way};
use crate::web::address::{Address, PosterSubject};
use crate::web::html::{Html, Writer};
use crate::web::site::{Head, Page};
use crate::web::views::{AmendmentView, Card, GlossaryWord, Link, call, phone_address};

/// What the home page shows, under `home`.
#[derive(Debug, Serialize)]
struct Home {
    /// What this is and for whom, as HTML.
    summary: Option<Html>,
    /// Whom it is for, as HTML.
    audience: Option<Html>,
    /// The words of welcome, as HTML.
    welcome: Html,
    /// The page of do and don't.
    do_and_dont: Option<Card>,
    /// The page of contacts, if there is one.
    contacts: Option<String>,
    /// What someone may be worried about, and where to go with it.
    worries: Vec<WorryView>,
    /// The pages of audiences, if there are any.
    audiences: Vec<Link>,
    /// The channels.
    channels: Vec<Card>,
    /// What changed lately, the latest first.
    changes: Vec<AmendmentView>,
    /// The page about the guidance, with all that has changed.
    all_changes: String,
    /// The sections.
    sections: Vec<Card>,
    /// Words of the glossary that the page uses.
    glossary: Vec<GlossaryWord>,
}

/// Something that someone may be worried about.
#[derive(Debug, Serialize)]
struct WorryView {
    /// What it is, as it follows "I'm worried about …", as HTML.
    text: Html,
    /// Where to go with it.
    href: String,
    /// The number to call, where it leads to someone who has one.
    phone: Option<Link>,
}

/// So many changes are lately.
const LATELY: usize = 3;

pub(super) fn make(page: &Page<'_>, problems: &mut Diagnostics) -> Option<Artifact> {
    let edition = page.site.edition;
    let mut writer = page.explaining_writer();
    let mut lately = AmendmentView::all(&edition.document.amendments, page, &mut writer);
    lately.truncate(LATELY);
    let mut home = Home {
        summary: edition
            .summary
            .as_ref()
            .map(|text| writer.line(&text.content)),
        audience: page.site.shown_if_any(edition.audience.as_ref()),
        welcome: writer.body(&edition.welcome, 1),
        do_and_dont: edition.do_and_dont.as_ref().map(|summary| Card {
            title: page.site.shown(&summary.title),
            href: page.link(&Address::DoAndDont),
            icon: Some("checklist".to_owned()),
            text: summary
                .summary
                .as_ref()
                .map(|text| writer.line_without_links(&text.content)),
            preview: page.preview(&PosterSubject::DoAndDont),
        }),
        contacts: page
            .site
            .has(&Address::Contacts)
            .then(|| page.link(&Address::Contacts)),
        worries: worries(page),
        audiences: page.audience_links(),
        channels: edition
            .channels
            .iter()
            .map(|channel| channel_card(page, channel, &mut writer))
            .collect(),
        sections: edition
            .sections
            .iter()
            .map(|section| section_card(page, section, &mut writer))
            .collect(),
        changes: lately,
        all_changes: page.link_within(&Address::About, "about_amendments"),
        glossary: Vec::new(),
    };
    home.glossary = page.glossary_words(&mut writer);
    let head = Head {
        template: "home",
        title: page.site.wording(&edition.title),
        description: edition.summary.as_ref().map(crate::edition::Text::plain),
    };
    page.render(head, "home", &home, problems)
}

/// The pack's own ways in for someone worried; where it has none, the channels.
fn worries(page: &Page<'_>) -> Vec<WorryView> {
    let edition = page.site.edition;
    let own = edition.worries.iter().map(|worry| {
        let (href, contact) = match &worry.way {
            Way::Channel(id) => (page.link(&Address::Channel(id.clone())), None),
            Way::Section(id) => (page.link(&Address::Section(id.clone())), None),
            Way::Contact(id) => (
                page.link_within(&Address::Contacts, id),
                edition.contacts.iter().find(|contact| contact.id == *id),
            ),
        };
        let phone = contact.and_then(|contact| contact.phone.as_ref());
        WorryView {
            text: page.site.shown(&worry.text),
            href,
            phone: phone.map(|number| Link {
                text: call(number, page),
                href: phone_address("tel", &number.value),
            }),
        }
    });
    let channels = edition.channels.iter().map(|channel| WorryView {
        text: page.site.shown(&channel.title),
        href: page.link(&Address::Channel(channel.id.clone())),
        phone: None,
    });
    if edition.worries.is_empty() {
        channels.collect()
    } else {
        own.collect()
    }
}

/// A channel as a card: its name and what it says above all.
pub(super) fn channel_card(page: &Page<'_>, channel: &Channel, writer: &mut Writer<'_>) -> Card {
    Card {
        title: page.site.shown(&channel.title),
        href: page.link(&Address::Channel(channel.id.clone())),
        icon: channel_icon(page, channel),
        text: channel
            .headline
            .as_ref()
            .or(channel.summary.as_ref())
            .map(|text| writer.line_without_links(&text.content)),
        preview: page.preview(&PosterSubject::Channel(channel.id.clone())),
    }
}

/// The icon of a channel, if the theme has it; that it hasn't is said elsewhere.
pub(super) fn channel_icon(page: &Page<'_>, channel: &Channel) -> Option<String> {
    channel
        .icon
        .as_ref()
        .map(|icon| icon.value.clone())
        .filter(|icon| page.site.theme.files().icon(icon).is_some())
}

fn section_card(page: &Page<'_>, section: &Section, writer: &mut Writer<'_>) -> Card {
    Card {
        title: page.site.shown(&section.title),
        href: page.link(&Address::Section(section.id.clone())),
        icon: None,
        text: section
            .summary
            .as_ref()
            .map(|text| writer.line_without_links(&text.content)),
        preview: None,
    }
}
