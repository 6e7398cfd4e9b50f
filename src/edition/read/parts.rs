//! The settings of an edition: branding, document control, contacts, glossary, sources, downloads.

use super::context::{Context, Presence};
use super::fields::{self, Fields};
use super::ink;
use crate::diagnostic::{Code, Diagnostic, Located, Span};
use crate::edition::model::{
    Accessibility, Amendment, Branding, Contact, DocumentControl, Download, FontFamily,
    GlossaryEntry, Level, Licence, Logo, Source, Tone, Urgency,
};
use crate::edition::{BrandColour, Cmyk, Rgb};
use crate::source::Node;

/// The main colour of an edition that names none: a calm blue, at 8.6:1 on white.
fn default_primary() -> BrandColour {
    BrandColour {
        rgb: Rgb::new(0x1f, 0x4e, 0x79),
        cmyk: Some(Cmyk::new([95, 70, 25, 10])),
        spot: None,
    }
}

/// The fields of a thing with an id, and that id.
fn thing<'n>(node: &'n Node, what: &str) -> Option<(String, Fields<'n>)> {
    let id = node.get("id")?;
    let name = id.scalar()?.to_string();
    let fields = Fields::new(node, format!("the {what} `{name}`"), id.at);
    Some((name, fields))
}

pub(super) fn branding(root: &Fields<'_>, at: Span, cx: &mut Context<'_>) -> Branding {
    let fields = root.inner("branding");
    let mut colour = |key: &str| ink::colour(fields.as_ref()?, key, cx);
    let (primary, secondary) = (colour("primary"), colour("secondary"));
    let primary = primary.unwrap_or_else(|| Located::new(default_primary(), at));
    let secondary = secondary.unwrap_or_else(|| primary.clone());
    let logo = fields
        .as_ref()
        .and_then(|fields| fields.inner("logo"))
        .and_then(|logo| self::logo(&logo, cx));
    let strapline = fields
        .as_ref()
        .and_then(|fields| fields.plain("strapline", cx));
    let fonts = fields
        .as_ref()
        .map(|fields| fields.items("fonts"))
        .unwrap_or_default();
    Branding {
        primary,
        secondary,
        logo,
        strapline,
        fonts: fonts
            .iter()
            .filter_map(|node| font_family(node, cx))
            .collect(),
    }
}

fn font_family(node: &Node, cx: &mut Context<'_>) -> Option<FontFamily> {
    let read = FontFamily::read(node, |file| {
        let found = cx
            .assets
            .find_font(&file.value, file.at, cx.edition, cx.sources)
            .cloned();
        if found.is_none() {
            cx.missing_font(&file.value, file.at);
        }
        found
    });
    read.map_err(|nameless| cx.say(nameless)).ok()
}

fn logo(fields: &Fields<'_>, cx: &mut Context<'_>) -> Option<Logo> {
    let file = fields.word("file");
    if file.is_none() {
        fields.missing("file", cx);
    }
    let alt = fields.need("alt", cx);
    let file = file?;
    let bytes = cx.asset(&file)?;
    Some(Logo {
        file,
        bytes,
        alt: alt?,
    })
}

pub(super) fn level(node: &Node, cx: &mut Context<'_>) -> Option<Level> {
    let (id, fields) = thing(node, "level")?;
    let label = fields.need("label", cx);
    let tone = fields.word("tone");
    if tone.is_none() {
        fields.missing("tone", cx);
    }
    let tone = match tone?.value.as_str() {
        "do" => Tone::Do,
        "caution" => Tone::Caution,
        _ => Tone::Dont,
    };
    Some(Level {
        id,
        label: label?,
        tone,
    })
}

pub(super) fn document(root: &Fields<'_>, cx: &mut Context<'_>) -> DocumentControl {
    let Some(fields) = root.inner("document") else {
        return DocumentControl::default();
    };
    let licence = fields.inner("licence").and_then(|licence| {
        let name = licence.need("name", cx)?;
        Some(Licence {
            name,
            url: licence.word("url"),
        })
    });
    let amendments = fields
        .items("amendments")
        .iter()
        .filter_map(|node| {
            let fields = Fields::new(node, "an amendment", node.at);
            let version = fields.need("version", cx);
            let date = fields.date("date");
            if date.is_none() {
                fields.missing("date", cx);
            }
            let reason = fields.need_text("reason", cx);
            Some(Amendment {
                version: version?,
                date: date?,
                by: fields.plain("by", cx),
                reason: reason?,
            })
        })
        .collect();
    DocumentControl {
        identifier: fields.plain("identifier", cx),
        version: fields.plain("version", cx),
        status: fields.plain("status", cx),
        owner: fields.plain("owner", cx),
        approved_by: fields.plain("approved_by", cx),
        approved_on: fields.date("approved_on"),
        issued: fields.date("issued"),
        review: fields.date("review"),
        replaces: fields.plain("replaces", cx),
        licence,
        acknowledgements: fields.text("acknowledgements", cx),
        amendments,
    }
}

pub(super) fn accessibility(root: &Fields<'_>, cx: &mut Context<'_>) -> Accessibility {
    let Some(fields) = root.inner("accessibility") else {
        return Accessibility::default();
    };
    let contact =
        fields
            .word("contact")
            .filter(|contact| match cx.presence("contacts", &contact.value) {
                Presence::There => true,
                Presence::LeftOut => {
                    cx.say(
                        Diagnostic::new(
                            Code::UnknownName,
                            format!(
                                "the contact `{}` is removed from this edition",
                                contact.value
                            ),
                        )
                        .at(contact.at, "")
                        .help("name another under `accessibility: contact:`"),
                    );
                    false
                }
                Presence::Unknown => {
                    cx.unknown_name("contacts", &contact.value, contact.at);
                    false
                }
            });
    Accessibility {
        contact,
        prepared: fields.date("prepared"),
        reviewed: fields.date("reviewed"),
        tested: fields.text("tested", cx),
        gaps: fields
            .items("gaps")
            .iter()
            .filter_map(|gap| fields::text(gap, cx))
            .collect(),
    }
}

pub(super) fn contact(node: &Node, cx: &mut Context<'_>) -> Option<Contact> {
    let (id, fields) = thing(node, "contact")?;
    let name = fields.need("name", cx);
    let urgency = fields.word("urgency");
    if urgency.is_none() {
        fields.missing("urgency", cx);
    }
    let urgency = match urgency?.value.as_str() {
        "emergency" => Urgency::Emergency,
        "urgent" => Urgency::Urgent,
        _ => Urgency::Routine,
    };
    Some(Contact {
        id,
        at: fields.at(),
        name: name?,
        purpose: fields.text("purpose", cx),
        phone: fields.plain("phone", cx),
        sms: fields.plain("sms", cx),
        relay: fields.switch("relay"),
        email: fields.word("email"),
        web: fields.word("web"),
        hours: fields.plain("hours", cx),
        response: fields.plain("response", cx),
        cost: fields.plain("cost", cx),
        urgency,
        on_posters: fields.switch("on_posters"),
    })
}

pub(super) fn glossary_entry(node: &Node, cx: &mut Context<'_>) -> Option<GlossaryEntry> {
    let (id, fields) = thing(node, "glossary entry")?;
    let term = fields.need("term", cx);
    let meaning = fields.need_text("meaning", cx);
    let also = fields
        .items("also")
        .iter()
        .filter_map(|word| fields::plain(word, cx))
        .collect();
    Some(GlossaryEntry {
        id,
        term: term?,
        short: fields.plain("short", cx),
        meaning: meaning?,
        also,
    })
}

pub(super) fn source(node: &Node, cx: &mut Context<'_>) -> Option<Source> {
    let (id, fields) = thing(node, "source")?;
    Some(Source {
        id,
        name: fields.need("name", cx)?,
        subject: fields.plain("subject", cx),
        about: fields.text("about", cx),
        web: fields.word("web"),
        phone: fields.plain("phone", cx),
        email: fields.word("email"),
        hours: fields.plain("hours", cx),
    })
}

pub(super) fn download(node: &Node, cx: &mut Context<'_>) -> Option<Download> {
    let (id, fields) = thing(node, "download")?;
    let title = fields.need("title", cx);
    let Some(file) = fields.word("file") else {
        fields.missing("file", cx);
        return None;
    };
    let bytes = cx.asset(&file)?;
    Some(Download {
        id,
        title: title?,
        about: fields.text("about", cx),
        file,
        bytes,
    })
}
