//! Contacts.

use serde::Serialize;

use super::Link;
use crate::diagnostic::Located;
use crate::edition::Contact;
use crate::web::html::{Html, Writer};
use crate::web::site::Page;
use crate::web::wording::Wording;

/// A person, team or service to turn to.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ContactView {
    /// Its address on the page of contacts.
    pub(crate) anchor: String,
    /// Its name, as HTML.
    pub(crate) name: Html,
    /// What it is for, as HTML.
    pub(crate) purpose: Option<Html>,
    /// The same without links, to stand in one.
    pub(crate) purpose_words: Option<Html>,
    /// Its phone number.
    pub(crate) phone: Option<Link>,
    /// What a button to call it says, as HTML: "Call 999".
    pub(crate) call: Option<Html>,
    /// Its number for text messages.
    pub(crate) sms: Option<Link>,
    /// Its number by way of Relay UK: "18001 01632 960100".
    pub(crate) relay: Option<Link>,
    /// Its email address.
    pub(crate) email: Option<Link>,
    /// Its website.
    pub(crate) web: Option<Link>,
    /// When it can be reached, as HTML.
    pub(crate) hours: Option<Html>,
    /// How soon it answers, as HTML.
    pub(crate) response: Option<Html>,
    /// What a call costs, as HTML.
    pub(crate) cost: Option<Html>,
    /// `emergency`, `urgent` or `routine`.
    pub(crate) urgency: &'static str,
}

impl ContactView {
    /// A contact as pages show it.
    pub(crate) fn of(contact: &Contact, page: &Page<'_>, writer: &mut Writer<'_>) -> Self {
        let value =
            |field: &Option<Located<String>>| field.as_ref().map(|located| located.value.clone());
        Self {
            anchor: contact.id.clone(),
            name: page.site.shown(&contact.name),
            purpose: contact
                .purpose
                .as_ref()
                .map(|text| writer.line(&text.content)),
            purpose_words: contact
                .purpose
                .as_ref()
                .map(|text| Wording::of_line(&text.content).html()),
            phone: value(&contact.phone).map(|number| Link {
                href: phone_address("tel", &number),
                text: Wording::code(number).html(),
            }),
            call: contact.phone.as_ref().map(|number| call(number, page)),
            sms: value(&contact.sms).map(|number| Link {
                href: phone_address("sms", &number),
                text: Wording::code(number).html(),
            }),
            relay: value(&contact.phone)
                .filter(|_| contact.relay)
                .map(|number| relay(&number)),
            email: value(&contact.email).map(|address| Link {
                href: format!("mailto:{address}"),
                text: Wording::code(address).html(),
            }),
            web: value(&contact.web).map(|address| Link {
                text: Wording::code(web_address_in_words(&address)).html(),
                href: address,
            }),
            hours: page.site.shown_if_any(contact.hours.as_ref()),
            response: page.site.shown_if_any(contact.response.as_ref()),
            cost: page.site.shown_if_any(contact.cost.as_ref()),
            urgency: contact.urgency.name(),
        }
    }
}

/// What a button to call a number says: "Call 999".
pub(crate) fn call(number: &Located<String>, page: &Page<'_>) -> Html {
    let number = Wording::code(&number.value);
    Wording::filled(&page.site.words, "call_number", &[("number", &number)]).html()
}

/// What Relay UK's app and textphones dial: 18001 before the number (relayuk.bt.com).
fn relay(number: &str) -> Link {
    let text = format!("18001 {number}");
    Link {
        href: phone_address("tel", &text),
        text: Wording::code(text).html(),
    }
}

/// The address that dials a number: without the blanks that people read it by (RFC 3966).
pub(crate) fn phone_address(scheme: &str, number: &str) -> String {
    let digits: String = number
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, '+' | '*' | '#'))
        .collect();
    // `#` would begin a fragment.
    format!("{scheme}:{}", digits.replace('#', "%23"))
}

/// A web address as people say it: `www.example.org/help`. Of a long one, only where it is.
fn web_address_in_words(address: &str) -> String {
    /// Longer addresses break over lines, and nobody types them.
    const SHORT: usize = 36;
    let words = bare(address);
    if words.len() <= SHORT {
        words.to_owned()
    } else {
        host(address)
    }
}

/// Where a web address is: `www.example.org`.
pub(crate) fn host(address: &str) -> String {
    let bare = bare(address);
    bare.split(['/', '?', '#'])
        .next()
        .unwrap_or(bare)
        .to_owned()
}

fn bare(address: &str) -> &str {
    let bare = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"))
        .unwrap_or(address);
    bare.strip_suffix('/').unwrap_or(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_dial_without_their_blanks() {
        assert_eq!(phone_address("tel", "01632 960 100"), "tel:01632960100");
        assert_eq!(
            phone_address("tel", "+44 (1632) 960100"),
            "tel:+441632960100"
        );
        assert_eq!(phone_address("sms", "#999"), "sms:%23999");
    }

    #[test]
    fn relay_calls_begin_with_its_number() {
        let link = relay("01632 960 100");
        assert_eq!(link.text.0, "<bdi dir=\"ltr\">18001 01632 960 100</bdi>");
        assert_eq!(link.href, "tel:1800101632960100");
    }

    #[test]
    fn web_addresses_are_shown_as_people_say_them() {
        assert_eq!(
            web_address_in_words("https://www.police.uk/"),
            "www.police.uk"
        );
        assert_eq!(
            web_address_in_words("https://a.example/b/c"),
            "a.example/b/c"
        );
        let long = "https://www.board.example/a/very/long/way/to/a/page?with=a#place";
        assert_eq!(web_address_in_words(long), "www.board.example");
    }
}
