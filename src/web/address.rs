//! Where the pages and files of an edition's website are, and how one links to another.
//!
//! No template glues addresses together: a page hands its [`Address`] to [`Viewpoint`], and gets links that work from
//! there.

use std::fmt::Write as _;

use crate::source::folder::has_ending;

use crate::edition::{HandbookFile, Printing};

/// A page or file of an edition's website.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Address {
    /// The home page.
    Home,
    /// The page of a channel, by id.
    Channel(String),
    /// The page of a section, by id.
    Section(String),
    /// The summary of do and don't.
    DoAndDont,
    /// Who to contact.
    Contacts,
    /// What words mean.
    Glossary,
    /// Organisations, laws and guidance.
    Sources,
    /// Posters and files to take away.
    Downloads,
    /// Document control, licence and acknowledgements.
    About,
    /// Search, and the list from A to Z.
    Search,
    /// The accessibility statement.
    Accessibility,
    /// What becomes of data.
    Privacy,
    /// How the edition differs from its pack.
    Differences,
    /// What applies to an audience, by id.
    Audience(String),
    /// The feed of what has changed.
    Feed,
    /// The edition as data.
    Data,
    /// What the data look like.
    DataSchema,
    /// An address that a page had before, as the pack writes it: `channels/e-mail`, `email.html`.
    Moved(String),
    /// Where old addresses lead, for hosts that read such a file.
    Redirects,
    /// What a server shows when there is no such page.
    NotFound,
    /// The script by which a browser keeps the pages, for use without a connection.
    Worker,
    /// What the site is called, and its sign, for devices that keep a link to it.
    Manifest,
    /// The list of pages for search engines.
    Sitemap,
    /// What search engines may read.
    Robots,
    /// What some hosts are to send along with each file.
    Headers,
    /// A poster as it comes out of a printing.
    Poster(PosterSubject, Printing),
    /// The handbook as a file.
    Handbook(HandbookFile),
    /// A picture of a poster, as it comes out of the main printing.
    Preview(PosterSubject),
    /// A file to take away: the download's id, and the ending of its file.
    Attachment(String, String),
    /// A picture that stands in a text, by its file's name.
    Picture(String),
    /// A part of the design, by its file's name: a stylesheet, the logo.
    Asset(String),
}

/// What a poster is about, or which posters a file holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PosterSubject {
    /// A channel, by id.
    Channel(String),
    /// The summary of do and don't.
    DoAndDont,
    /// Who to contact.
    Contacts,
    /// All of them, one after the other in one document, to print at once.
    All,
    /// All of them, each as a file of its own, in one archive.
    Archive,
}

impl PosterSubject {
    /// Whether the file holds posters that are there as files of their own, too.
    pub(crate) fn is_collection(&self) -> bool {
        matches!(self, Self::All | Self::Archive)
    }

    /// How people call the kind of file.
    pub(crate) fn format(&self) -> &'static str {
        match self {
            Self::Archive => "ZIP",
            _ => "PDF",
        }
    }

    /// Where the poster of a printing is, from the folder of the edition: `posters/email.pdf`, `posters/a3/email.pdf`. The
    /// archive holds the posters of all printings, and lies with those of the main one.
    pub fn path(&self, printing: Printing) -> String {
        in_folder(POSTERS, printing, self)
    }

    /// Where the same is for a print shop: `print-shop/email.pdf`, `print-shop/a3/email.pdf`. No page links there.
    pub fn path_for_print_shop(&self, printing: Printing) -> String {
        in_folder(PRINT_SHOP, printing, self)
    }

    /// The name of the file without its ending.
    fn name(&self) -> &str {
        match self {
            Self::Channel(id) => id,
            Self::DoAndDont => "do-and-dont",
            Self::Contacts => "contacts",
            Self::All | Self::Archive => "all",
        }
    }

    /// Where the picture of the poster is, beside that of the main printing: `posters/email.png`.
    pub fn preview_path(&self) -> String {
        format!("{POSTERS}/{}.png", self.name())
    }
}

/// The folder of posters.
pub(crate) const POSTERS: &str = "posters";

/// The folder of posters for a print shop.
pub(crate) const PRINT_SHOP: &str = "print-shop";

/// The path of a poster below one of these folders.
fn in_folder(below: &str, printing: Printing, subject: &PosterSubject) -> String {
    let name = subject.name();
    match (subject, printing.folder()) {
        (PosterSubject::Archive, _) => format!("{below}/{name}.zip"),
        (_, Some(folder)) => format!("{below}/{folder}/{name}.pdf"),
        (_, None) => format!("{below}/{name}.pdf"),
    }
}

impl Address {
    /// The file, from the folder of the edition.
    pub fn path(&self) -> String {
        match self {
            Self::Home => "index.html".to_owned(),
            Self::Channel(id) => format!("channels/{id}/index.html"),
            Self::Section(id) => format!("sections/{id}/index.html"),
            Self::DoAndDont => "do-and-dont/index.html".to_owned(),
            Self::Contacts => "contacts/index.html".to_owned(),
            Self::Glossary => "glossary/index.html".to_owned(),
            Self::Sources => "sources/index.html".to_owned(),
            Self::Downloads => "downloads/index.html".to_owned(),
            Self::About => "about/index.html".to_owned(),
            Self::Search => "search/index.html".to_owned(),
            Self::Accessibility => "accessibility/index.html".to_owned(),
            Self::Privacy => "privacy/index.html".to_owned(),
            Self::Differences => "differences/index.html".to_owned(),
            Self::Audience(id) => format!("for/{id}/index.html"),
            Self::Feed => "feed.xml".to_owned(),
            Self::Data => "pack.json".to_owned(),
            Self::DataSchema => "pack.schema.json".to_owned(),
            Self::Moved(old) if has_ending(old, "html") => inward(old),
            Self::Moved(old) => format!("{}/index.html", inward(old)),
            Self::Redirects => "_redirects".to_owned(),
            Self::NotFound => "404.html".to_owned(),
            Self::Sitemap => "sitemap.xml".to_owned(),
            Self::Robots => "robots.txt".to_owned(),
            Self::Headers => "_headers".to_owned(),
            // It answers for the folder it lies in (W3C Service Workers §3.4).
            Self::Worker => "offline.js".to_owned(),
            Self::Manifest => "manifest.webmanifest".to_owned(),
            Self::Poster(subject, printing) => subject.path(*printing),
            Self::Handbook(file) => file.path(),
            Self::Preview(subject) => subject.preview_path(),
            Self::Attachment(id, ending) => format!("downloads/files/{id}.{ending}"),
            Self::Picture(file) => format!("assets/pictures/{}", inward(file)),
            Self::Asset(file) => format!("assets/{file}"),
        }
    }

    /// A path as it stands in links.
    pub(crate) fn encoded_path(path: &str) -> String {
        encoded(path)
    }

    /// The link from the page in one folder of languages to that in another, each empty for the edition's own folder.
    pub(crate) fn link_between(&self, from: &str, to: &str) -> String {
        let within = |folder: &str| match folder {
            "" => self.path(),
            folder => format!("{folder}/{}", self.path()),
        };
        encoded(&relative(&within(from), &within(to)))
    }

    /// The path as it stands in links to a published site: folders without `index.html`, and nothing but ASCII.
    pub fn public_path(&self) -> String {
        let path = self.path();
        encoded(path.strip_suffix("index.html").unwrap_or(&path))
    }
}

/// A name without steps out of the folder it is in.
fn inward(file: &str) -> String {
    let parts: Vec<&str> = file
        .split(['/', '\\'])
        .filter(|part| !part.is_empty() && *part != "." && *part != "..")
        .collect();
    parts.join("/")
}

/// A path as it stands in an address (RFC 3986 §2.3: all but unreserved characters are encoded).
fn encoded(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            address.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

/// The place that links are seen from.
#[derive(Debug, Clone, Copy)]
pub enum Viewpoint<'a> {
    /// A page: links are relative to it, so that the site works from any folder, and from a disk.
    Page(&'a Address),
    /// No page in particular: what is shown for a missing page is shown at any depth, so its links begin with the
    /// address of the site.
    Anywhere(&'a str),
}

impl Viewpoint<'_> {
    /// The link to `to`. `index.html` is spelt out, since a disk has no server that would add it.
    pub fn link(self, to: &Address) -> String {
        match self {
            Self::Page(from) => encoded(&relative(&from.path(), &to.path())),
            Self::Anywhere(site) => format!("{site}{}", to.public_path()),
        }
    }
}

/// The way from one file to another, both from the same folder.
fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let folders = from.len().min(to.len()) - 1;
    let shared = from
        .iter()
        .zip(&to)
        .take(folders)
        .take_while(|(a, b)| a == b)
        .count();
    let mut way: Vec<&str> = vec![".."; from.len() - 1 - shared];
    way.extend(&to[shared..]);
    way.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::PosterSettings;
    use proptest::prelude::*;

    fn slug() -> impl Strategy<Value = String> {
        "[a-z][a-z0-9-]{0,12}"
    }

    fn address() -> impl Strategy<Value = Address> {
        prop_oneof![
            Just(Address::Home),
            Just(Address::Glossary),
            Just(Address::Robots),
            slug().prop_map(Address::Channel),
            slug().prop_map(Address::Section),
            slug().prop_map(|id| Address::Poster(
                PosterSubject::Channel(id),
                PosterSettings::default().main_printing()
            )),
            (slug(), "[a-z]{1,4}").prop_map(|(id, ending)| Address::Attachment(id, ending)),
            "\\PC{1,20}".prop_map(Address::Picture),
        ]
    }

    proptest! {
        #[test]
        fn a_link_leads_from_any_page_to_any_other(from in address(), to in address(), base in "(/[a-z]{1,5}){0,3}/") {
            let site = url::Url::parse("https://board.example").and_then(|u| u.join(&base)).expect("a base");
            let page = site.join(&encoded(&from.path())).expect("a page");
            let target = site.join(&encoded(&to.path())).expect("a target");
            let link = Viewpoint::Page(&from).link(&to);
            prop_assert!(!link.starts_with('/') && !link.is_empty());
            prop_assert_eq!(page.join(&link).expect("a link"), target);
        }

        #[test]
        fn no_file_lies_outside_the_edition(name in "\\PC{0,30}") {
            let path = Address::Picture(name).path();
            prop_assert!(path.split('/').all(|part| part != ".." && part != "."));
            prop_assert!(path.starts_with("assets/pictures/"));
        }
    }

    #[test]
    fn links_spell_out_index() {
        let from = Address::Channel("email".into());
        let view = Viewpoint::Page(&from);
        assert_eq!(view.link(&Address::Home), "../../index.html");
        assert_eq!(
            view.link(&Address::Channel("gaming".into())),
            "../gaming/index.html"
        );
        assert_eq!(view.link(&from), "index.html");
        let everywhere = Viewpoint::Anywhere("https://board.example/online/");
        assert_eq!(
            everywhere.link(&Address::Home),
            "https://board.example/online/"
        );
    }
}
