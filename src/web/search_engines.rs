//! What search engines read: `sitemap.xml` and `robots.txt`.

use std::fmt::Write as _;

use super::address::{Address, Viewpoint};
use super::html::escape;
use crate::build::Artifact;
use crate::edition::Edition;

/// The list of pages (sitemaps.org). Its addresses must be whole, so there is none without an address of the site.
pub(crate) fn sitemap(edition: &Edition, pages: &[Address]) -> Option<Artifact> {
    let site = Viewpoint::Anywhere(&edition.url.as_ref()?.value);
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for page in pages.iter().filter(|page| **page != Address::NotFound) {
        // Writing to a string cannot fail.
        let _ = write!(xml, "<url><loc>{}</loc>", escape(&site.link(page)));
        if let Some(issued) = &edition.document.issued {
            let _ = write!(xml, "<lastmod>{}</lastmod>", issued.value);
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    Some(Artifact::new(Address::Sitemap.path(), xml))
}

/// Everybody may read everything.
pub(crate) fn robots(edition: &Edition) -> Artifact {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(url) = &edition.url {
        text.push('\n');
        for language in &edition.languages {
            let folder = edition
                .folder_of(&language.value)
                .map_or_else(String::new, |folder| format!("{folder}/"));
            let path = Address::Sitemap.public_path();
            let _ = writeln!(text, "Sitemap: {}{folder}{path}", url.value);
        }
    }
    Artifact::new(Address::Robots.path(), text)
}
