//! The pages: what each takes from the edition. One file for each kind of page.

mod about;
mod accessibility;
mod audience;
mod channel;
mod contacts;
mod differences;
mod do_and_dont;
mod downloads;
mod glossary;
mod home;
mod moved;
mod not_found;
mod privacy;
mod search;
mod section;
mod sources;

use super::address::Address;
use super::site::{Page, PosterFile, PublishedHandbook, Site};
use super::{data, feed, manifest, offline, search_engines, security};
use crate::build::Artifact;
use crate::diagnostic::Diagnostics;
use crate::edition::Edition;
use crate::theme::LoadedTheme;

/// The website of an edition, without the posters and handbooks that it links to: their addresses are those of
/// [`PosterFile::path`] and [`HandbookFile::path`](crate::edition::HandbookFile::path). Paths are from the folder of the edition.
pub fn pages(
    edition: &Edition,
    theme: &LoadedTheme,
    posters: &[PosterFile],
    handbooks: &[PublishedHandbook],
    problems: &mut Diagnostics,
) -> Vec<Artifact> {
    let site = Site::new(edition, theme, posters, handbooks);
    let addresses = addresses(&site);
    let mut artifacts: Vec<Artifact> = addresses
        .iter()
        .flat_map(|address| make(&site.page(address.clone()), problems))
        .collect();
    artifacts.extend(search_engines::sitemap(edition, &addresses));
    artifacts.push(search_engines::robots(edition));
    artifacts.extend(feed::feed(edition, &site.words));
    let style = &site.assets.design.whole_style;
    artifacts.push(security::headers(edition, style));
    artifacts.extend(data::artifacts(&site));
    artifacts.extend(site.assets.artifacts(edition));
    artifacts.push(manifest::manifest(&site));
    let worker = offline::worker(&site, &artifacts);
    artifacts.push(worker);
    let moved = moved::make(&site, &artifacts, problems);
    artifacts.extend(moved);
    if !edition.is_main() {
        // Servers and search engines look for these at the top of the site only.
        let at_the_top = [Address::Robots, Address::Headers, Address::Redirects];
        artifacts.retain(|artifact| at_the_top.iter().all(|top| top.path() != artifact.path));
    }
    artifacts
}

/// The pages that a site has.
fn addresses(site: &Site<'_>) -> Vec<Address> {
    let edition = site.edition;
    let channels = edition
        .channels
        .iter()
        .map(|channel| Address::Channel(channel.id.clone()));
    let sections = edition
        .sections
        .iter()
        .map(|section| Address::Section(section.id.clone()));
    let audiences = site
        .audiences()
        .map(|audience| Address::Audience(audience.id.clone()));
    let single = [
        Address::DoAndDont,
        Address::Contacts,
        Address::Glossary,
        Address::Sources,
        Address::Downloads,
        Address::Search,
        Address::About,
        Address::Differences,
        Address::Accessibility,
        Address::Privacy,
        Address::NotFound,
    ];
    [Address::Home]
        .into_iter()
        .chain(channels)
        .chain(sections)
        .chain(audiences)
        .chain(single)
        .filter(|address| site.has(address))
        .collect()
}

/// A page, with files that only it needs.
fn make(page: &Page<'_>, problems: &mut Diagnostics) -> Vec<Artifact> {
    let page = match &page.address {
        Address::Search => return search::make(page, problems),
        Address::Home => home::make(page, problems),
        Address::Channel(id) => channel::make(page, id, problems),
        Address::Section(id) => section::make(page, id, problems),
        Address::DoAndDont => do_and_dont::make(page, problems),
        Address::Contacts => contacts::make(page, problems),
        Address::Glossary => glossary::make(page, problems),
        Address::Sources => sources::make(page, problems),
        Address::Downloads => downloads::make(page, problems),
        Address::About => about::make(page, problems),
        Address::Accessibility => accessibility::make(page, problems),
        Address::Privacy => privacy::make(page, problems),
        Address::Differences => differences::make(page, problems),
        Address::Audience(id) => audience::make(page, id, problems),
        Address::NotFound => not_found::make(page, problems),
        Address::Sitemap
        | Address::Robots
        | Address::Headers
        | Address::Worker
        | Address::Manifest
        | Address::Feed
        | Address::Data
        | Address::DataSchema
        | Address::Moved(_)
        | Address::Redirects
        | Address::Poster(..)
        | Address::Handbook(_)
        | Address::Preview(_)
        | Address::Attachment(..)
        | Address::Picture(_)
        | Address::Asset(_) => None,
    };
    page.into_iter().collect()
}
