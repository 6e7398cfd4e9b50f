//! The feed of what has changed, for people who follow the guidance with a reader of feeds (Atom, RFC 4287).
//!
//! Ids and dates come from the pack, so that they are the same whenever the site is built. Addresses in a feed must be whole:
//! an edition without a `url` has none.

use std::fmt::Write as _;

use super::address::{Address, Viewpoint};
use super::html::escape;
use super::views::amendment_anchor;
use super::wording::Wording;
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
    let language = escape(words.language());
    let own = |words| Wording::of(words, edition);
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // Writing to a string cannot fail.
    let _ = write!(
        xml,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n<id>{}</id>\n{}\n<updated>{updated}T00:00:00Z</updated>\n\
         {}\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n<link href=\"{}\" hreflang=\"{language}\"/>\n",
        escape(&site.link(&Address::Feed)),
        text(
            "title",
            &Wording::joined([&edition.title, &edition.name].map(own), " – ")
        ),
        author(&own(&edition.name)),
        escape(&site.link(&Address::Feed)),
        escape(&about),
    );
    for (number, amendment) in amendments.iter().enumerate() {
        xml.push_str(&entry(amendment, number, edition, &about, words));
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
    edition: &Edition,
    about: &str,
    words: &Words,
) -> String {
    let address = format!(
        "{about}#{}",
        amendment_anchor(&edition.document.amendments, number)
    );
    let author = amendment
        .by
        .as_ref()
        .map_or_else(String::new, |by| author(&Wording::of(by, edition)));
    let version = words.format(
        "version",
        &[("version", amendment.version.value.clone().into())],
    );
    format!(
        "<entry><id>{0}</id><title>{1}</title><updated>{2}T00:00:00Z</updated>{author}<link href=\"{0}\"/>{3}</entry>\n",
        escape(&address),
        escape(&version),
        amendment.date.value,
        text("summary", &Wording::of_line(&amendment.reason.content)),
    )
}

/// An element of plain words. It says which language they are in, where nobody has translated them.
fn text(name: &str, words: &Wording) -> String {
    format!("<{name}{}>{}</{name}>", lang(words), escape(&words.plain()))
}

/// Who wrote it. A name itself has no place for a language (RFC 4287, 3.2.1).
fn author(name: &Wording) -> String {
    let (language, name) = (lang(name), escape(&name.plain()));
    format!("<author{language}><name>{name}</name></author>")
}

fn lang(words: &Wording) -> String {
    words.language().map_or_else(String::new, |language| {
        format!(" xml:lang=\"{}\"", escape(language))
    })
}
