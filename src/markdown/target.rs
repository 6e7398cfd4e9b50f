//! Addresses of links: those of the web, and those of things in the pack.

use super::Target;
use crate::diagnostic::Code;

/// The kinds of things that can be linked to by id.
const KINDS: &[&str] = &[
    "channel", "section", "glossary", "source", "contact", "download",
];

/// Why an address can't be used.
pub(super) struct Refused {
    pub code: Code,
    pub message: String,
    pub help: String,
}

impl Target {
    /// Reads the address of a link.
    pub(super) fn parse(address: &str) -> Result<Self, Refused> {
        if let Some(place) = address.strip_prefix('#') {
            return Ok(Target::Here(place.to_owned()));
        }
        let Some((scheme, rest)) = address.split_once(':') else {
            return Err(broken(address));
        };
        let (id, place) = match rest.split_once('#') {
            Some((id, place)) => (id.to_owned(), Some(place.to_owned())),
            None => (rest.to_owned(), None),
        };
        match scheme.to_ascii_lowercase().as_str() {
            "https" | "http" if url::Url::parse(address).is_ok() => {
                Ok(Target::Address(address.to_owned()))
            }
            "mailto" | "tel" | "sms" if !rest.trim().is_empty() => {
                Ok(Target::Address(address.to_owned()))
            }
            "channel" => Ok(Target::Channel(id, place)),
            "section" => Ok(Target::Section(id, place)),
            "glossary" => Ok(Target::Glossary(id)),
            "source" => Ok(Target::Source(id)),
            "contact" => Ok(Target::Contact(id)),
            "download" => Ok(Target::Download(id)),
            "https" | "http" | "mailto" | "tel" | "sms" => Err(broken(address)),
            other => {
                let near = crate::diagnostic::nearest(other, KINDS.iter().copied());
                match near.first() {
                    Some(kind) => Err(Refused {
                        code: Code::BrokenLink,
                        message: format!("there is no kind of link `{other}:`"),
                        help: format!("did you mean `{kind}:{rest}`?"),
                    }),
                    None => Err(Refused {
                        code: Code::UnsafeLink,
                        message: format!("links with `{other}:` are not taken over"),
                        help: "use https:, mailto: or tel:, or channel:, section:, glossary:, source:, contact: or download: with an id".to_owned(),
                    }),
                }
            }
        }
    }
}

fn broken(address: &str) -> Refused {
    Refused {
        code: Code::BrokenLink,
        message: format!("`{address}` leads nowhere"),
        help: "write https:// in front of a web address, or the kind of thing before its id: channel:email".to_owned(),
    }
}
