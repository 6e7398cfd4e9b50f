//! The files that all pages of an edition share: stylesheets, the logo, pictures and attachments.
//!
//! The name of each holds a hash of what is in it. So browsers may keep it for ever, and still show what is new: what has
//! changed has another name. Attachments and posters keep plain names, because people pass their addresses on.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::build::Artifact;
use crate::edition::Edition;
use crate::print::preview::square;
use crate::theme::{LoadedTheme, ThemeFile};
use crate::web::address::Address;
use crate::web::fonts::fonts;
use crate::web::palette::{self, Brand, Corners};
use crate::web::picture_size::Size;
use crate::web::renditions::Renditions;
use crate::web::views::ending;

/// A shared file.
#[derive(Debug)]
pub(crate) struct Asset {
    /// Where it is.
    pub(crate) address: Address,
    bytes: Arc<[u8]>,
}

impl Asset {
    /// The file `assets/STEM.HASH.ENDING`.
    pub(crate) fn new(stem: &str, ending: &str, bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes = bytes.into();
        Self {
            address: Address::Asset(format!("{stem}.{}.{ending}", hash(&bytes))),
            bytes,
        }
    }

    /// The name of its file, as a file beside it links to it.
    pub(crate) fn file_name(&self) -> String {
        let path = self.address.path();
        path.rsplit('/').next().unwrap_or(&path).to_owned()
    }

    /// The file, to be written.
    pub(crate) fn artifact(&self) -> Artifact {
        Artifact::new(self.address.path(), &*self.bytes)
    }
}

/// So much of the SHA-256 of a file as tells its versions apart.
fn hash(bytes: &[u8]) -> String {
    const BYTES: usize = 5;
    let mut hash = String::with_capacity(2 * BYTES);
    for byte in Sha256::digest(bytes).iter().take(BYTES) {
        // Writing to a string cannot fail.
        let _ = write!(hash, "{byte:02x}");
    }
    hash
}

/// The files of a design in the colours of a brand.
#[derive(Debug)]
pub(crate) struct Design {
    /// The stylesheets, in the order that pages link to them.
    pub(crate) styles: Vec<Asset>,
    /// The script of all pages.
    pub(crate) page_script: Asset,
    /// The script of the search page.
    pub(crate) search_script: Asset,
    /// The sign of the site in the browser's tab.
    pub(crate) icon: Asset,
    /// The same as pixels, for devices that keep a link to the site among their programs; none if it can't be drawn.
    pub(crate) touch_icon: Option<Asset>,
    /// The fonts of pages.
    pub(crate) fonts: Vec<Asset>,
    /// The stylesheets as one, without fonts, for a page that can't link to them.
    pub(crate) whole_style: String,
}

impl Design {
    /// The design of a theme in the colours of a brand.
    pub(crate) fn of(brand: Brand, theme: &LoadedTheme) -> Self {
        let site = joined(theme, "styles", ".css");
        let colours = palette::stylesheet(brand);
        let search = joined(theme, "scripts/search", ".js");
        let page = joined(theme, "scripts/page", ".js");
        let (fonts, font_rules) = fonts(&theme.files().web_fonts);
        Self {
            whole_style: format!("{site}{colours}"),
            styles: vec![
                Asset::new("site", "css", format!("{font_rules}{site}").into_bytes()),
                Asset::new("brand", "css", colours.into_bytes()),
            ],
            fonts,
            page_script: Asset::new("page", "js", page.into_bytes()),
            search_script: Asset::new("search", "js", search.into_bytes()),
            icon: Asset::new(
                "icon",
                "svg",
                palette::sign(brand, theme, Corners::Round).into_bytes(),
            ),
            touch_icon: square(palette::sign(brand, theme, Corners::Sharp).as_bytes())
                .map(|png| Asset::new("touch-icon", "png", png)),
        }
    }

    /// Its files.
    pub(crate) fn artifacts(&self) -> Vec<Artifact> {
        self.styles
            .iter()
            .chain([&self.icon])
            .chain(&self.touch_icon)
            .chain(&self.fonts)
            .map(Asset::artifact)
            .collect()
    }
}

/// A file that is shown as a picture.
#[derive(Debug)]
pub(crate) struct Shown {
    /// The file.
    pub(crate) file: Asset,
    /// How large it is, if it says so.
    pub(crate) size: Option<Size>,
    /// The same in fewer pixels, the smallest first; nothing for drawings, and where it would be no gain.
    pub(crate) smaller: Vec<Rendered>,
}

/// A picture in fewer pixels.
#[derive(Debug)]
pub(crate) struct Rendered {
    /// The file.
    pub(crate) file: Asset,
    /// Its width in pixels.
    pub(crate) width: u32,
}

impl Shown {
    fn new(file: Asset) -> Self {
        let size = Size::of(&file.bytes);
        Self {
            file,
            size,
            smaller: Vec::new(),
        }
    }

    /// A picture of a text, with the sizes that small windows fetch.
    fn with_sizes(name: &str, bytes: &Arc<[u8]>, renditions: &Renditions) -> Self {
        let made = renditions.of(bytes);
        Self {
            smaller: made
                .iter()
                .map(|made| Rendered {
                    file: picture(&format!("{}.{}", stem(name), made.ending), &made.bytes),
                    width: made.width,
                })
                .collect(),
            ..Self::new(picture(name, bytes))
        }
    }
}

/// The files that all pages of an edition share.
#[derive(Debug)]
pub(crate) struct Assets {
    /// Those of its design.
    pub(crate) design: Design,
    /// Its logo.
    pub(crate) logo: Option<Shown>,
    /// The pictures that its texts show, by the name they are called by.
    pictures: BTreeMap<String, Shown>,
}

impl Assets {
    /// The files of an edition.
    pub(crate) fn of(edition: &Edition, theme: &LoadedTheme) -> Self {
        Self {
            design: Design::of(Brand::of(&edition.branding), theme),
            logo: edition
                .branding
                .logo
                .as_ref()
                .map(|logo| Asset::new("logo", &ending(&logo.file.value).0, logo.bytes.clone()))
                .map(Shown::new),
            pictures: edition
                .pictures
                .iter()
                .map(|(name, bytes)| {
                    (
                        name.clone(),
                        Shown::with_sizes(name, bytes, &theme.renditions),
                    )
                })
                .collect(),
        }
    }

    /// A picture, by the name it is called by.
    pub(crate) fn picture(&self, name: &str) -> Option<&Shown> {
        self.pictures.get(name)
    }

    /// The files, and those to take away.
    pub(crate) fn artifacts(&self, edition: &Edition) -> Vec<Artifact> {
        let mut artifacts = self.design.artifacts();
        artifacts.extend(
            [&self.design.page_script, &self.design.search_script]
                .into_iter()
                .chain(
                    self.logo
                        .iter()
                        .chain(self.pictures.values())
                        .flat_map(|shown| {
                            let smaller = shown.smaller.iter().map(|made| &made.file);
                            [&shown.file].into_iter().chain(smaller)
                        }),
                )
                .map(Asset::artifact),
        );
        artifacts.extend(edition.downloads.iter().map(|download| {
            let address = Address::Attachment(download.id.clone(), ending(&download.file.value).0);
            Artifact::new(address.path(), &*download.bytes)
        }));
        artifacts
    }
}

fn picture(name: &str, bytes: &Arc<[u8]>) -> Asset {
    Asset {
        address: Address::Picture(format!("{}.{}.{}", stem(name), hash(bytes), ending(name).0)),
        bytes: Arc::clone(bytes),
    }
}

/// A name without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The files of one of the theme's folders, in the order of their names. Their lines end as a browser reads them, because a page that
/// carries them names their hash.
pub(super) fn joined(theme: &LoadedTheme, folder: &str, ending: &str) -> String {
    theme
        .files()
        .folder(folder)
        .filter(|(path, _)| path.ends_with(ending))
        .filter_map(|(_, file)| ThemeFile::text(file))
        .map(|text| text.replace("\r\n", "\n"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_changed_has_another_name() {
        let name = |text: &str| Asset::new("site", "css", text.as_bytes()).address.path();
        assert_eq!(name("a{}"), name("a{}"));
        assert_ne!(name("a{}"), name("b{}"));
        // The first bytes of the SHA-256 of nothing are well known.
        assert_eq!(name(""), "assets/site.e3b0c44298.css");
    }

    #[test]
    fn pictures_keep_their_names_and_folders() {
        let bytes: Arc<[u8]> = Arc::from(&b""[..]);
        let path = |name| picture(name, &bytes).address.path();
        assert_eq!(
            path("plans/Room 1.SVG"),
            "assets/pictures/plans/Room 1.e3b0c44298.svg"
        );
    }
}
