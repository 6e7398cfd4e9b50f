//! Document control at the beginning, and what a publisher owes its readers at the end.

use jiff::civil::Date;

use super::{Amendment, Chapter, Element, Fact, Named, Target};
use crate::diagnostic::Located;
use crate::edition::{Edition, HandbookPart};
use crate::theme::{Listing, Words};

/// The table of document control and what has changed. `None` if the edition says nothing of itself.
pub(super) fn document_control<'a>(edition: &'a Edition, words: &Words) -> Option<Chapter<'a>> {
    let document = &edition.document;
    let target = Target::part(HandbookPart::DocumentControl);
    let mut content = Vec::new();
    let facts = facts(
        edition,
        &[
            "identifier",
            "document_version",
            "status",
            "owner",
            "approved_by",
            "approved_on",
            "issued_on",
            "review_on",
            "replaces",
        ],
        words,
    );
    if !facts.is_empty() {
        content.push(Element::Facts(facts));
    }
    if !document.amendments.is_empty() {
        content.push(Element::Heading {
            level: 2,
            target: Some(target.within("amendments")),
            words: words.get("amendments"),
        });
        content.push(Element::Amendments(
            document
                .amendments
                .iter()
                .map(|amendment| Amendment {
                    version: &amendment.version.value,
                    date: words.date(amendment.date.value),
                    by: amendment.by.as_ref().map(|by| by.value.as_str()),
                    reason: &amendment.reason,
                })
                .collect(),
        ));
    }
    (!content.is_empty()).then(|| Chapter {
        target,
        part: HandbookPart::DocumentControl,
        title: words.get("document_control").into(),
        icon: None,
        summary: None,
        content,
    })
}

/// Facts of document control, those of these names that are known.
pub(super) fn facts<'a>(edition: &'a Edition, names: &[&str], words: &Words) -> Vec<Fact<'a>> {
    let document = &edition.document;
    let text = |field: &'a Option<Located<String>>| Some(Named::of(field.as_ref()?, edition));
    let date = |field: &Option<Located<Date>>| Some(words.date(field.as_ref()?.value).into());
    names
        .iter()
        .filter_map(|name| {
            let value = match *name {
                "identifier" => text(&document.identifier),
                "document_version" => text(&document.version),
                "status" => text(&document.status),
                "owner" => text(&document.owner),
                "approved_by" => text(&document.approved_by),
                "approved_on" => date(&document.approved_on),
                "issued_on" => date(&document.issued),
                "review_on" => date(&document.review),
                "replaces" => text(&document.replaces),
                _ => None,
            };
            Some(Fact {
                name: words.get(name),
                value: value?,
                address: None,
            })
        })
        .collect()
}

/// Licence, acknowledgements, and how to get the document in another form.
pub(super) fn about<'a>(edition: &'a Edition, words: &Words) -> Chapter<'a> {
    let target = Target::part(HandbookPart::About);
    let heading = |name: &str| Element::Heading {
        level: 2,
        target: Some(target.within(name)),
        words: words.get(name),
    };
    let mut content = Vec::new();
    if let Some(licence) = &edition.document.licence {
        content.push(heading("licence"));
        content.push(Element::Words {
            words: words.format(
                "handbook_licence",
                &[("licence", licence.name.value.clone().into())],
            ),
            address: None,
        });
        content.extend(licence.url.as_ref().map(|url| Element::Words {
            words: url.value.clone(),
            address: Some(url.value.clone()),
        }));
    }
    if let Some(thanks) = &edition.document.acknowledgements {
        content.push(heading("acknowledgements"));
        content.push(Element::Line(thanks));
    }
    content.push(heading("other_forms"));
    content.push(Element::Words {
        words: words.get("other_forms_text"),
        address: None,
    });
    content.extend(edition.url.as_ref().map(|url| Element::Words {
        words: words.format("full_guidance_at", &[("address", url.value.clone().into())]),
        address: Some(url.value.clone()),
    }));
    let contact = edition.accessibility.contact.as_ref().and_then(|id| {
        let known = edition.contacts.iter();
        known.into_iter().find(|contact| contact.id == id.value)
    });
    if let Some(contact) = contact {
        let reach = [contact.email.as_ref(), contact.phone.as_ref()];
        let reach: Vec<&str> = reach
            .into_iter()
            .flatten()
            .map(|way| way.value.as_str())
            .collect();
        content.push(Element::Words {
            words: words.format(
                "other_forms_contact",
                &[
                    ("name", contact.name.value.clone().into()),
                    ("ways", words.list(Listing::Any, &reach).into()),
                ],
            ),
            address: None,
        });
    }
    Chapter {
        target,
        part: HandbookPart::About,
        title: words.get("about").into(),
        icon: None,
        summary: None,
        content,
    }
}
