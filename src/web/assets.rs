//! The files that all pages of an edition share: stylesheets, the logo, pictures and attachments.

use crate::build::Artifact;
use crate::edition::{Edition, Logo};
use crate::theme::{LoadedTheme, ThemeFile};
use crate::web::address::Address;
use crate::web::palette::{self, Brand};
use crate::web::views::ending;

/// The theme's stylesheets, joined.
const SITE_STYLE: &str = "site.css";

/// The colours of the brand.
const BRAND_STYLE: &str = "brand.css";

/// The stylesheets, in the order that pages link to them.
pub(crate) const STYLES: &[&str] = &[SITE_STYLE, BRAND_STYLE];

/// The sign of the site in the browser's tab.
pub(crate) const ICON: &str = "icon.svg";

/// Where the logo goes.
pub(crate) fn logo(logo: &Logo) -> Address {
    Address::Asset(format!("logo.{}", ending(&logo.file.value).0))
}

/// The files that all pages of an edition share.
pub(crate) fn assets(edition: &Edition, theme: &LoadedTheme) -> Vec<Artifact> {
    let file = |address: Address, bytes: &[u8]| Artifact::new(address.path(), bytes);
    let mut artifacts = design(Brand::of(&edition.branding), theme);
    if let Some(shown) = &edition.branding.logo {
        artifacts.push(file(logo(shown), &shown.bytes));
    }
    for (name, bytes) in &edition.pictures {
        artifacts.push(file(Address::Picture(name.clone()), bytes));
    }
    for download in &edition.downloads {
        let address = Address::Attachment(download.id.clone(), ending(&download.file.value).0);
        artifacts.push(file(address, &download.bytes));
    }
    artifacts
}

/// The files of the design. Their names stand here and in the links to them only, so that they can come to hold a hash
/// of what is in them.
pub(crate) fn design(brand: Brand, theme: &LoadedTheme) -> Vec<Artifact> {
    [
        (SITE_STYLE, site_style(theme)),
        (BRAND_STYLE, palette::stylesheet(brand)),
        (ICON, palette::sign(brand, theme)),
    ]
    .map(|(name, text)| Artifact::new(Address::Asset(name.to_owned()).path(), text))
    .into()
}

/// The stylesheets as one, for a page that can't link to them.
pub(crate) fn all_styles(edition: &Edition, theme: &LoadedTheme) -> String {
    let mut css = site_style(theme);
    css.push_str(&palette::stylesheet(Brand::of(&edition.branding)));
    css
}

/// The theme's stylesheets, in the order of their names.
fn site_style(theme: &LoadedTheme) -> String {
    theme
        .files()
        .folder("styles")
        .filter_map(|(_, file)| ThemeFile::text(file))
        .collect()
}
