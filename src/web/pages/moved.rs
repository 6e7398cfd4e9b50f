//! Addresses that pages had before: each leads to where its page is now.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::Serialize;

use crate::build::Artifact;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::web::address::{Address, Viewpoint};
use crate::web::html::Html;
use crate::web::site::{Head, Page, Site};

/// What the page at an old address shows, under `moved`.
#[derive(Debug, Serialize)]
struct Moved {
    /// The name of the page, as HTML.
    title: Html,
    /// Where it is now.
    href: String,
    /// Where it is published now.
    canonical: Option<String>,
}

/// Pages at old addresses, and the same as lines for hosts that read such a file (Netlify, Cloudflare Pages). `made` are the files
/// that stand in an edition's folder for other reasons.
pub(super) fn make(
    site: &Site<'_>,
    made: &[Artifact],
    problems: &mut Diagnostics,
) -> Vec<Artifact> {
    let mut taken: BTreeSet<String> = made.iter().map(|artifact| artifact.path.clone()).collect();
    let folder = site
        .edition
        .url
        .as_ref()
        .and_then(|url| url::Url::parse(&url.value).ok())
        .map_or_else(|| "/".to_owned(), |url| url.path().to_owned());
    let mut artifacts = Vec::new();
    let mut lines = String::new();
    for (old, address) in old_addresses(site) {
        let page = site.page(Address::Moved(old.value.clone()));
        let path = page.address.path();
        if is_taken(&path, &taken) {
            problems.push(
                Diagnostic::new(
                    Code::ReservedName,
                    format!(
                        "`{}` can't be an old address: something stands there now",
                        old.value
                    ),
                )
                .at(old.at, "")
                .help("take the line out, or give the page that stands there another id")
                .in_edition(&site.edition.id),
            );
            continue;
        }
        let from = Viewpoint::Anywhere(&folder);
        // Writing to a string cannot fail.
        let _ = writeln!(
            lines,
            "{} {} 301",
            from.link(&page.address),
            from.link(&address)
        );
        taken.insert(path);
        artifacts.extend(moved(&page, &address, problems));
    }
    if !lines.is_empty() {
        artifacts.push(Artifact::new(Address::Redirects.path(), lines));
    }
    artifacts
}

/// Whether a file can't be written because of others: one of its name, or one where a folder is needed.
fn is_taken(path: &str, taken: &BTreeSet<String>) -> bool {
    let within = format!("{path}/");
    taken.contains(path)
        || path
            .match_indices('/')
            .any(|(at, _)| taken.contains(&path[..at]))
        || taken.iter().any(|other| other.starts_with(&within))
}

fn moved(page: &Page<'_>, address: &Address, problems: &mut Diagnostics) -> Option<Artifact> {
    let title = page.site.name(address);
    let url = page.site.edition.url.as_ref();
    let view = Moved {
        href: page.link(address),
        canonical: url.map(|url| Viewpoint::Anywhere(&url.value).link(address)),
        title: title.html(),
    };
    let head = Head {
        template: "moved",
        title,
        description: None,
    };
    page.render(head, "moved", &view, problems)
}

/// Every old address with the page that it leads to.
fn old_addresses<'a>(site: &Site<'a>) -> Vec<(&'a Located<String>, Address)> {
    let edition = site.edition;
    let channels = edition.channels.iter().flat_map(|channel| {
        let old = channel.aliases.iter();
        old.map(|old| (old, Address::Channel(channel.id.clone())))
    });
    let sections = edition.sections.iter().flat_map(|section| {
        let old = section.aliases.iter();
        old.map(|old| (old, Address::Section(section.id.clone())))
    });
    let summary = edition.do_and_dont.iter().flat_map(|summary| {
        let old = summary.aliases.iter();
        old.map(|old| (old, Address::DoAndDont))
    });
    channels.chain(sections).chain(summary).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_and_a_folder_cannot_have_one_name() {
        let taken: BTreeSet<String> = ["robots.txt", "channels/email/index.html"]
            .map(str::to_owned)
            .into();
        assert!(is_taken("channels/email/index.html", &taken));
        assert!(is_taken("robots.txt/index.html", &taken));
        assert!(is_taken("channels/email", &taken));
        assert!(!is_taken("channels/e-mail/index.html", &taken));
    }
}
