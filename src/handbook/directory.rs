//! Contacts, sources and the glossary.

use super::{Chapter, Element, Entry, Fact, Group, Named, Target};
use crate::diagnostic::Located;
use crate::edition::{Contact, Edition, GlossaryEntry, HandbookPart, Source, Urgency};
use crate::theme::{Listing, Words};
use crate::web::phone_address;

/// Whom to turn to, the most urgent first. `None` if there is nobody.
pub(super) fn contacts<'a>(edition: &'a Edition, words: &Words) -> Option<Chapter<'a>> {
    let groups = [Urgency::Emergency, Urgency::Urgent, Urgency::Routine]
        .into_iter()
        .map(|urgency| Group {
            heading: words.get(&format!("urgency_{}", urgency.name())).into(),
            urgency: Some(urgency),
            entries: edition
                .contacts
                .iter()
                .filter(|contact| contact.urgency == urgency)
                .map(|contact| self::contact(contact, edition, words))
                .collect(),
        })
        .filter(|group| !group.entries.is_empty())
        .map(Element::Group)
        .collect();
    chapter(HandbookPart::Contacts, "contacts", groups, words)
}

fn contact<'a>(contact: &'a Contact, edition: &'a Edition, words: &Words) -> Entry<'a> {
    let facts = Facts { edition, words };
    let relay = contact
        .phone
        .as_ref()
        .filter(|_| contact.relay)
        .map(|phone| {
            // What Relay UK's app and textphones dial: 18001 before the number (relayuk.bt.com).
            let number = format!("18001 {}", phone.value);
            Fact {
                name: words.get("relay"),
                address: Some(phone_address("tel", &number)),
                value: number.into(),
            }
        });
    Entry {
        target: Target::part(HandbookPart::Contacts).within(&contact.id),
        name: Named::of(&contact.name, edition),
        about: contact.purpose.as_ref(),
        facts: [
            facts.phone("phone", "tel", contact.phone.as_ref()),
            facts.phone("sms", "sms", contact.sms.as_ref()),
            relay,
            facts.email(contact.email.as_ref()),
            facts.web(contact.web.as_ref()),
            facts.words("hours", contact.hours.as_ref()),
            facts.words("response", contact.response.as_ref()),
            facts.words("cost", contact.cost.as_ref()),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// Organisations, laws and guidance, by subject in the order that subjects first occur. `None` if there are none.
pub(super) fn sources<'a>(edition: &'a Edition, words: &Words) -> Option<Chapter<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for source in &edition.sources {
        let heading = source.subject.as_ref().map_or_else(
            || words.get("sources_other").into(),
            |subject| Named::of(subject, edition),
        );
        let entry = self::source(source, edition, words);
        match groups.iter_mut().find(|group| group.heading == heading) {
            Some(group) => group.entries.push(entry),
            None => groups.push(Group {
                heading,
                urgency: None,
                entries: vec![entry],
            }),
        }
    }
    let groups = groups.into_iter().map(Element::Group).collect();
    chapter(HandbookPart::Sources, "sources", groups, words)
}

fn source<'a>(source: &'a Source, edition: &'a Edition, words: &Words) -> Entry<'a> {
    let facts = Facts { edition, words };
    Entry {
        target: Target::part(HandbookPart::Sources).within(&source.id),
        name: Named::of(&source.name, edition),
        about: source.about.as_ref(),
        facts: [
            facts.phone("phone", "tel", source.phone.as_ref()),
            facts.email(source.email.as_ref()),
            facts.web(source.web.as_ref()),
            facts.words("hours", source.hours.as_ref()),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// Words and what they mean. `None` if there are none.
pub(super) fn glossary<'a>(edition: &'a Edition, words: &Words) -> Option<Chapter<'a>> {
    let entries: Vec<_> = edition
        .glossary
        .iter()
        .map(|entry| word(entry, edition, words))
        .collect();
    let content = if entries.is_empty() {
        Vec::new()
    } else {
        vec![Element::Glossary(entries)]
    };
    chapter(HandbookPart::Glossary, "glossary", content, words)
}

fn word<'a>(entry: &'a GlossaryEntry, edition: &'a Edition, words: &Words) -> Entry<'a> {
    let others: Vec<&str> = entry
        .short
        .iter()
        .chain(&entry.also)
        .map(|other| other.value.as_str())
        .collect();
    Entry {
        target: Target::part(HandbookPart::Glossary).within(&entry.id),
        name: Named::of(&entry.term, edition),
        about: Some(&entry.meaning),
        facts: (!others.is_empty())
            .then(|| Fact {
                name: words.get("also_called"),
                value: words.list(Listing::Any, &others).into(),
                address: None,
            })
            .into_iter()
            .collect(),
    }
}

fn chapter<'a>(
    part: HandbookPart,
    title: &str,
    content: Vec<Element<'a>>,
    words: &Words,
) -> Option<Chapter<'a>> {
    (!content.is_empty()).then(|| Chapter {
        target: Target::part(part),
        part,
        title: words.get(title).into(),
        icon: None,
        summary: None,
        content,
    })
}

/// Makes facts under the fixed words.
struct Facts<'a, 'w> {
    edition: &'a Edition,
    words: &'w Words,
}

impl<'a> Facts<'a, '_> {
    fn words(&self, name: &str, value: Option<&'a Located<String>>) -> Option<Fact<'a>> {
        Some(Fact {
            name: self.words.get(name),
            value: Named::of(value?, self.edition),
            address: None,
        })
    }

    fn phone(
        &self,
        name: &str,
        scheme: &str,
        number: Option<&'a Located<String>>,
    ) -> Option<Fact<'a>> {
        let fact = self.words(name, number)?;
        Some(Fact {
            address: Some(phone_address(scheme, &fact.value)),
            ..fact
        })
    }

    fn email(&self, address: Option<&'a Located<String>>) -> Option<Fact<'a>> {
        let fact = self.words("email", address)?;
        Some(Fact {
            address: Some(format!("mailto:{}", fact.value)),
            ..fact
        })
    }

    fn web(&self, address: Option<&'a Located<String>>) -> Option<Fact<'a>> {
        let fact = self.words("web", address)?;
        Some(Fact {
            value: shown(&fact.value).into(),
            address: Some(fact.value.words.into_owned()),
            ..fact
        })
    }
}

/// A web address as it is typed: all of it, since paper can't be clicked.
fn shown(address: &str) -> String {
    let bare = ["https://", "http://"]
        .iter()
        .find_map(|scheme| address.strip_prefix(scheme));
    bare.unwrap_or(address).trim_end_matches('/').to_owned()
}
