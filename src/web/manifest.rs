//! `manifest.webmanifest`: what devices call the site, and the sign they show, where a reader keeps a link to it (W3C Web Application
//! Manifest).

use serde::Serialize;

use super::address::{Address, Viewpoint};
use super::site::Site;
use super::views::{direction, site_name};
use crate::build::Artifact;
use crate::print::preview::SQUARE;

#[derive(Serialize)]
struct Manifest<'a> {
    name: String,
    short_name: &'a str,
    description: Option<String>,
    lang: &'a str,
    dir: &'static str,
    id: &'static str,
    start_url: &'static str,
    scope: &'static str,
    /// `browser`: a link, and no program that browsers offer to install. Guidance on safeguarding shouldn't stand among the
    /// programs of a device that others use, too; and within a browser one sees where "Exit this page" has led.
    display: &'static str,
    background_color: &'static str,
    theme_color: String,
    icons: Vec<Icon>,
}

#[derive(Serialize)]
struct Icon {
    src: String,
    sizes: String,
    #[serde(rename = "type")]
    kind: &'static str,
}

/// The sign as a drawing, and as pixels for devices that take no other.
fn icons(site: &Site<'_>) -> Vec<Icon> {
    let design = &site.assets.design;
    let here = Viewpoint::Page(&Address::Manifest);
    let drawing = Icon {
        src: here.link(&design.icon.address),
        sizes: "any".to_owned(),
        kind: "image/svg+xml",
    };
    let pixels = design.touch_icon.as_ref().map(|icon| Icon {
        src: here.link(&icon.address),
        sizes: format!("{SQUARE}x{SQUARE}"),
        kind: "image/png",
    });
    [drawing].into_iter().chain(pixels).collect()
}

/// The manifest of a site. Its addresses are relative to it.
pub(super) fn manifest(site: &Site<'_>) -> Artifact {
    let edition = site.edition;
    let here = Address::Manifest;
    let manifest = Manifest {
        name: site_name(edition),
        short_name: &edition.short_name.as_ref().unwrap_or(&edition.name).value,
        description: edition.summary.as_ref().map(crate::edition::Text::plain),
        lang: site.words.language(),
        dir: direction(site.words.language()),
        id: "./",
        start_url: "index.html",
        scope: "./",
        display: "browser",
        background_color: "#ffffff",
        theme_color: edition.branding.primary.value.rgb.to_string(),
        icons: icons(site),
    };
    // Text and numbers can always be written as JSON.
    let mut json = serde_json::to_string_pretty(&manifest).unwrap_or_default();
    json.push('\n');
    Artifact::new(here.path(), json)
}
