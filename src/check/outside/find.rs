//! Which addresses on the web the pages of an edition lead to, and which lines wrote them.

use std::collections::BTreeSet;

use url::Url;

use super::super::links::links;
use super::super::rendered::links_of_page;
use crate::build::Artifact;
use crate::diagnostic::Span;
use crate::edition::Edition;
use crate::markdown::Target;
use crate::source::folder::has_ending;
use crate::source::{Node, Value};
use crate::theme::LoadedTheme;

/// A link to another website.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsideLink {
    /// The address, without a place on the page.
    pub address: String,
    /// The lines that wrote it, of the pack or a theme. There may be none, if a template makes it of parts.
    pub places: Vec<Span>,
}

/// The links to other websites on the pages of an edition, each once. Those that the edition allows are left out.
pub fn outside_links(
    edition: &Edition,
    theme: &LoadedTheme,
    artifacts: &[Artifact],
) -> Vec<OutsideLink> {
    let own = edition.url.as_ref().map(|url| url.value.as_str());
    let addresses: BTreeSet<String> = artifacts
        .iter()
        .filter(|artifact| has_ending(&artifact.path, "html"))
        .flat_map(|page| links_of_page(&page.bytes))
        .filter(|link| own.is_none_or(|own| !link.starts_with(own)))
        .filter_map(|link| whole(&link))
        .filter(|address| {
            let mut allowed = edition.allowed_links.iter();
            !allowed.any(|allowed| covers(&allowed.value, address))
        })
        .collect();
    if addresses.is_empty() {
        return Vec::new();
    }
    let mut written = Vec::new();
    for (target, at) in links(edition) {
        if let Target::Address(address) = target {
            written.extend(whole(address).map(|address| (address, at)));
        }
    }
    scalars(&edition.values, &mut |text, at| {
        written.extend(whole(text).map(|address| (address, at)));
    });
    addresses
        .into_iter()
        .map(|address| {
            let places: BTreeSet<Span> = written
                .iter()
                .filter(|(text, _)| *text == address)
                .map(|(_, at)| *at)
                .collect();
            let places = if places.is_empty() {
                theme.line_with(&address).into_iter().collect()
            } else {
                places.into_iter().collect()
            };
            OutsideLink { address, places }
        })
        .collect()
}

/// The address on the web that a link is, without the place on its page.
fn whole(link: &str) -> Option<String> {
    if !link.starts_with("http") {
        return None;
    }
    let mut url = Url::parse(link).ok()?;
    url.set_fragment(None);
    (matches!(url.scheme(), "http" | "https") && url.has_host()).then(|| url.into())
}

/// Whether what an edition allows covers an address: the same, or what lies below it.
fn covers(allowed: &str, address: &str) -> bool {
    whole(allowed).is_some_and(|allowed| {
        address == allowed || (allowed.ends_with('/') && address.starts_with(&allowed))
    })
}

/// Every text of a tree, with its place.
fn scalars<'n>(node: &'n Node, say: &mut impl FnMut(&'n str, Span)) {
    if let Value::Scalar(text) = &node.value {
        say(text, node.at);
    }
    let entries = node.entries().iter().map(|entry| &entry.node);
    for inner in node.items().iter().chain(entries) {
        scalars(inner, say);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_asked_for_without_its_place() {
        let address = |link| whole(link);
        assert_eq!(
            address("https://a.example/x#y").as_deref(),
            Some("https://a.example/x")
        );
        assert_eq!(
            address("http://A.example").as_deref(),
            Some("http://a.example/")
        );
        for link in [
            "tel:999",
            "mailto:a@b.example",
            "index.html",
            "httpd.html",
            "https://",
        ] {
            assert_eq!(address(link), None, "{link}");
        }
    }

    #[test]
    fn a_folder_allows_what_lies_in_it() {
        assert!(covers("https://a.example/x/", "https://a.example/x/y"));
        assert!(covers("https://a.example", "https://a.example/x"));
        assert!(covers("https://a.example/x", "https://a.example/x"));
        assert!(!covers("https://a.example/x", "https://a.example/xy"));
        assert!(!covers(
            "https://a.example/",
            "https://a.example.evil.example/"
        ));
    }
}
