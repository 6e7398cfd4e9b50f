//! The start page over all editions.

use std::collections::BTreeMap;

use serde::Serialize;

use super::address::{Address, Viewpoint};
use super::assets::Design;
use super::html::Html;
use super::palette::Brand;
use super::security;
use super::site::context;
use super::wording::{Wording, for_templates};
use crate::build::Artifact;
use crate::diagnostic::Diagnostics;
use crate::edition::{Alphabet, Edition};
use crate::theme::LoadedTheme;

/// The folders that the start page takes up: no edition can be written there.
pub const START_FOLDERS: &[&str] = &["assets"];

/// What the start page shows.
#[derive(Debug, Serialize)]
struct Start {
    /// The language, as a BCP 47 tag.
    language: String,
    /// The titles of the packs that editions are of, if they have one in common.
    title: Option<String>,
    /// Its stylesheets.
    styles: Vec<String>,
    /// The sign in the browser's tab.
    icon_href: String,
    /// The Content-Security-Policy of the page.
    policy: String,
    /// "16 editions", as HTML.
    count: Html,
}

/// Editions of one region.
#[derive(Debug, Serialize)]
struct Region {
    /// The region's address on the page.
    anchor: String,
    /// Its name, as HTML.
    name: Html,
    /// Its editions, in the order of their names.
    editions: Vec<EditionLink>,
}

/// An edition to go to.
#[derive(Debug, Clone, Serialize)]
struct EditionLink {
    /// The board's name, as HTML.
    name: Html,
    /// Where its website is.
    href: String,
    /// The edition's title, as HTML, where it isn't that of the page.
    title: Option<Html>,
    /// The same edition in its other languages.
    others: Vec<OtherLanguage>,
}

/// An edition in another language.
#[derive(Debug, Clone, Serialize)]
struct OtherLanguage {
    /// The board's name in it, as HTML.
    name: Html,
    /// Where its website is.
    href: String,
    /// The language, as a BCP 47 tag.
    language: String,
}

/// The start page over these editions, with what it needs. Paths are from the output folder.
///
/// `title` is the pack's own, and the words are those of the theme in the first edition's language.
pub fn start_page(
    title: Option<&str>,
    editions: &[&Edition],
    theme: &LoadedTheme,
    problems: &mut Diagnostics,
) -> Vec<Artifact> {
    // Each edition stands here once, in the language of the page if it is in it.
    let mains: Vec<&Edition> = editions
        .iter()
        .copied()
        .filter(|edition| edition.is_main())
        .collect();
    let Some(first) = mains.first() else {
        return Vec::new();
    };
    let language = first.language();
    let words = theme.plain_words(language);
    let design = Design::of(Brand::NEUTRAL, theme);
    let home = Viewpoint::Page(&Address::Home);
    let start = Start {
        language: words.language().to_owned(),
        title: title.map(str::to_owned),
        styles: design
            .styles
            .iter()
            .map(|style| home.link(&style.address))
            .collect(),
        icon_href: home.link(&design.icon.address),
        policy: security::page_policy(None),
        count: Wording::counted(&words, "editions_count", mains.len()).html(),
    };
    let regions = regions(
        editions,
        language,
        title,
        &Wording::fixed(&words, "start_other_region"),
    );
    let page = context(&start, "regions", &regions, problems).and_then(|mut context| {
        for (name, value) in for_templates(&words) {
            context.insert_value(name, value);
        }
        theme.render("start.html", &context, problems)
    });
    let Some(page) = page else {
        return Vec::new();
    };
    let mut artifacts = vec![Artifact::new(Address::Home.path(), page)];
    artifacts.extend(design.artifacts());
    artifacts
}

/// The name of a region, and its editions with the names that put them in order.
type NamedRegion = (Wording, Vec<(String, EditionLink)>);

/// The editions by region, both in the order of their names; those without a region come last. `editions` are in all their
/// languages; each stands there in that of the page, if it is in it, or else in its main one.
fn regions(
    editions: &[&Edition],
    language: &str,
    title: Option<&str>,
    elsewhere: &Wording,
) -> Vec<Region> {
    let mut regions: BTreeMap<(bool, String), NamedRegion> = BTreeMap::new();
    for main in editions.iter().filter(|edition| edition.is_main()) {
        let languages = || editions.iter().filter(|other| other.id == main.id);
        let shown = languages()
            .find(|other| other.language == language)
            .unwrap_or(main);
        let others = languages()
            .filter(|other| other.language != shown.language)
            .map(|other| OtherLanguage {
                name: Wording::elsewhere(&other.name, other, language).html(),
                href: format!("{}/index.html", other.folder),
                language: other.language.clone(),
            });
        let region = shown.region.as_ref();
        let region_name = region.map_or_else(
            || elsewhere.clone(),
            |region| Wording::elsewhere(region, shown, language),
        );
        let key = (region.is_none(), region_name.plain().into_owned());
        let own_title = Some(shown.title.value.as_str()) != title;
        let link = EditionLink {
            name: Wording::elsewhere(&shown.name, shown, language).html(),
            href: format!("{}/index.html", shown.folder),
            title: own_title.then(|| Wording::elsewhere(&shown.title, shown, language).html()),
            others: others.collect(),
        };
        let (_, links) = regions
            .entry(key)
            .or_insert_with(|| (region_name, Vec::new()));
        links.push((shown.name.value.clone(), link));
    }
    let alphabet = Alphabet::of(language);
    let mut regions: Vec<((bool, String), NamedRegion)> = regions.into_iter().collect();
    regions.sort_by(|((a_none, a), _), ((b_none, b), _)| {
        a_none.cmp(b_none).then_with(|| alphabet.compare(a, b))
    });
    regions
        .into_iter()
        .enumerate()
        .map(|(at, (_, (name, mut editions)))| {
            editions.sort_by(|(a, one), (b, other)| {
                alphabet
                    .compare(a, b)
                    .then_with(|| one.href.cmp(&other.href))
            });
            Region {
                anchor: format!("region_{}", at + 1),
                name: name.html(),
                editions: editions.into_iter().map(|(_, link)| link).collect(),
            }
        })
        .collect()
}
