//! An edition made by hand, for tests.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::date;

use crate::diagnostic::{Diagnostics, FileId, Located, Span};
use crate::edition::{
    Accessibility, Branding, Channel, Contact, DoAndDont, DocumentControl, Edition,
    HandbookSettings, Level, LevelAdvice, Licence, PosterChanges, PosterSettings, Rgb, Statement,
    Text, Tone, Urgency,
};
use crate::markdown::Inline;
use crate::source::{Node, Sources, Value};
use crate::theme::{Theme, Words};

/// A place that differs for each number.
pub(super) fn place(number: usize) -> Span {
    Span::new(FileId(0), number..number + 1)
}

pub(super) fn located(text: &str) -> Located<String> {
    Located::new(text.to_owned(), place(0))
}

pub(super) fn text(words: &str) -> Text {
    Text {
        content: vec![Inline::Text(words.into())].into(),
        at: place(0),
    }
}

pub(super) fn statement(number: usize, words: &str) -> Statement {
    Statement {
        id: format!("s{number}"),
        at: place(number),
        short: text(words),
        full: Vec::new(),
        audiences: Vec::new(),
        channel: None,
    }
}

/// A channel whose levels say these statements.
pub(super) fn channel(title: &str, levels: &[(&str, Tone, Vec<String>)]) -> Channel {
    let mut number = 0;
    Channel {
        id: "email".to_owned(),
        at: place(0),
        title: located(title),
        summary: Some(text("Written fast, kept for years")),
        icon: Some(located("envelope")),
        headline: Some(text(
            "Never use a personal email account to contact a child.",
        )),
        headline_note: Some(text("That includes the mail app on your own phone.")),
        levels: levels
            .iter()
            .map(|(label, tone, statements)| LevelAdvice {
                level: Arc::new(Level {
                    id: label.to_lowercase(),
                    label: located(label),
                    tone: *tone,
                }),
                statements: statements
                    .iter()
                    .map(|words| {
                        number += 1;
                        statement(number, words)
                    })
                    .collect(),
                consequence: None,
            })
            .collect(),
        safeguards: vec![statement(900, "A monitored mailbox for absent colleagues")],
        statistics: Vec::new(),
        see_also: Vec::new(),
        body: Vec::new(),
        aliases: Vec::new(),
    }
}

/// Someone to call.
pub(super) fn contact(id: &str, name: &str, phone: &str, urgency: Urgency) -> Contact {
    Contact {
        id: id.to_owned(),
        at: place(0),
        name: located(name),
        purpose: Some(text("You are worried about a child")),
        phone: Some(located(phone)),
        sms: None,
        relay: false,
        email: None,
        web: None,
        hours: None,
        response: None,
        cost: None,
        urgency,
        on_posters: true,
    }
}

/// An edition without channels of its own.
pub(super) fn edition() -> Edition {
    Edition {
        id: "ashford".to_owned(),
        at: place(0),
        chain: vec!["pack".to_owned(), "ashford".to_owned()],
        folder: "ashford".to_owned(),
        title: located("Staying professional online"),
        summary: None,
        audience: None,
        welcome: Vec::new(),
        name: located("Ashford Safeguarding Children Partnership"),
        short_name: None,
        region: None,
        url: Some(located("https://ashford.example/online/")),
        language: "en".to_owned(),
        languages: vec![located("en")],
        partly: Vec::new(),
        foreign: BTreeMap::new(),
        theme: located("default"),
        posters: PosterSettings::default(),
        poster_changes: PosterChanges::default(),
        handbook: HandbookSettings::default(),
        branding: Branding {
            primary: Located::new(Rgb::new(0x1b, 0x36, 0x5d).into(), place(0)),
            secondary: Located::new(Rgb::new(0x8a, 0x4b, 0x12).into(), place(0)),
            logo: None,
            fonts: Vec::new(),
            strapline: Some(located("Clear lines, safer children")),
        },
        levels: Vec::new(),
        labels: BTreeMap::new(),
        terms: BTreeMap::new(),
        worries: Vec::new(),
        exit_page: None,
        allowed_links: Vec::new(),
        offline: false,
        local_advice: None,
        audiences: Vec::new(),
        do_and_dont: Some(DoAndDont {
            title: located("What to do and what not to do"),
            summary: None,
            dos: vec![statement(
                1,
                "Use work accounts, phones and cameras for work.",
            )],
            donts: vec![statement(2, "Do not share your personal number.")],
            body: Vec::new(),
            aliases: Vec::new(),
        }),
        channels: Vec::new(),
        sections: Vec::new(),
        contacts: vec![
            contact("emergency", "Emergency services", "999", Urgency::Emergency),
            contact("duty", "Duty team", "01632 960100", Urgency::Urgent),
        ],
        glossary: Vec::new(),
        sources: Vec::new(),
        downloads: Vec::new(),
        pictures: BTreeMap::new(),
        document: DocumentControl {
            version: Some(located("3")),
            issued: Some(Located::new(date(2026, 9, 1), place(0))),
            review: Some(Located::new(date(2027, 9, 1), place(0))),
            licence: Some(Licence {
                name: located("CC BY 4.0"),
                url: None,
            }),
            ..DocumentControl::default()
        },
        accessibility: Accessibility::default(),
        values: Arc::new(Node::new(Value::Map(Vec::new()), place(0))),
    }
}

/// The words of the default theme for an edition, in its language.
pub(super) fn words(edition: &Edition) -> Words {
    let theme = Theme::embedded("default").expect("the default theme is embedded");
    let language = &edition.language;
    // A language that the theme hasn't got stands in English, which is all that is wanted here.
    let strings = theme.strings(language, &mut Sources::new(), &mut Diagnostics::new());
    Words::of(Arc::new(strings), edition)
}
