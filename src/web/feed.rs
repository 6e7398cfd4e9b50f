//! The feed of what has changed, for people who follow the guidance with a reader of feeds (Atom, RFC 4287).
//!
//! Ids and dates come from the pack, so that they are the same whenever the site is built. Addresses in a feed must be whole:
//! an edition without a `url` has none.

use std::fmt::Write as _;

use super::address::{Address, Viewpoint};
use super::html::escape;
use super::views::amendment_anchor;
use crate::build::Artifact;
use crate::edition::{Amendment, Edition};
use crate::theme::Words;

/// The feed of an edition; none if it has no address, or nothing has changed yet.
pub(crate) fn feed(edition: &Edition, words: &Words) -> Option<Artifact> {
    if !has_feed(edition) {
        return None;
    }
    let site = Viewpoint::Anywhere(&edition.url.as_ref()?.value);
    let amendments = &edition.document.amendments;
    let updated = amendments
        .iter()
        .map(|amendment| amendment.date.value)
        .max()?;
    let about = site.link(&Address::About);
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // Writing to a string cannot fail.
    let _ = write!(
        xml,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<id>{}</id>\n<title>{}</title>\n<updated>{updated}T00:00:00Z</updated>\n\
         <author><name>{}</name></author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n<link href=\"{}\"/>\n",
        escape(words.language()),
        escape(&site.link(&Address::Feed)),
        escape(&format!("{} – {}", edition.title.value, edition.name.value)),
        escape(&edition.name.value),
        escape(&site.link(&Address::Feed)),
        escape(&about),
    );
    for (number, amendment) in amendments.iter().enumerate() {
        xml.push_str(&entry(amendment, number, amendments, &about, words));
    }
    xml.push_str("</feed>\n");
    Some(Artifact::new(Address::Feed.path(), xml))
}

/// Whether an edition has a feed.
pub(crate) fn has_feed(edition: &Edition) -> bool {
    edition.url.is_some() && !edition.document.amendments.is_empty()
}

fn entry(
    amendment: &Amendment,
    number: usize,
    all: &[Amendment],
    about: &str,
    words: &Words,
) -> String {
    let address = format!("{about}#{}", amendment_anchor(all, number));
    let author = amendment.by.as_ref().map_or_else(String::new, |by| {
        format!("<author><name>{}</name></author>", escape(&by.value))
    });
    let version = words.format(
        "version",
        &[("version", amendment.version.value.clone().into())],
    );
    format!(
        "<entry><id>{0}</id><title>{1}</title><updated>{2}T00:00:00Z</updated>{author}<link href=\"{0}\"/><summary>{3}</summary></entry>\n",
        escape(&address),
        escape(&version),
        amendment.date.value,
        escape(&amendment.reason.plain()),
    )
}
