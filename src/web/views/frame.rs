//! What stands around every page: its head, menus and foot.

use jiff::civil::Date;
use serde::Serialize;

use super::{ContactView, Link, MenuItem, PreviewView, Twin, direction};
use crate::diagnostic::Located;
use crate::edition::{Edition, Urgency};
use crate::web::address::{Address, Viewpoint};
use crate::web::html::Html;
use crate::web::security;
use crate::web::site::{Head, Page, fixed_name};
use crate::web::wording::Wording;

/// What stands around a page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Frame {
    /// The language, as a BCP 47 tag.
    pub(crate) language: String,
    /// `ltr` or `rtl`.
    pub(crate) direction: &'static str,
    /// The page in each language of the edition; none if it has only one.
    pub(crate) twins: Vec<Twin>,
    /// The page.
    pub(crate) page: PageView,
    /// The site.
    pub(crate) site: SiteView,
    /// The main menu.
    pub(crate) menu: Vec<MenuItem>,
    /// The link to the search page.
    pub(crate) search_link: MenuItem,
    /// The menu at the foot.
    pub(crate) foot_menu: Vec<MenuItem>,
    /// The pages above this one, the home page first.
    pub(crate) trail: Vec<Link>,
    /// Whom to call when someone is in danger.
    pub(crate) emergency: Option<ContactView>,
    /// Where the button "Exit this page" leads, if there is one.
    pub(crate) exit: Option<String>,
}

/// The page itself.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PageView {
    /// The name of its template, for styles.
    pub(crate) kind: &'static str,
    /// Its heading, as HTML.
    pub(crate) heading: Html,
    /// Its heading, as words alone.
    pub(crate) name: String,
    /// Its title in the browser's window.
    pub(crate) title: String,
    /// The language of that title, where all of it is in another than the page: nobody has translated it.
    pub(crate) title_language: Option<String>,
    /// What it is about, in a sentence.
    pub(crate) description: Option<String>,
    /// Where it is published.
    pub(crate) canonical: Option<String>,
    /// The stylesheet, where the page can't link to one: a page for missing pages is shown at any depth.
    pub(crate) own_style: Option<String>,
    /// The Content-Security-Policy of the page.
    pub(crate) policy: String,
    /// Whether some of it isn't translated, in an edition that is in its language only in part.
    pub(crate) partly: bool,
    /// The date of what it says, as a machine reads it.
    pub(crate) modified: Option<String>,
    /// The picture that is shown where the page is shared, with a whole address.
    pub(crate) picture: Option<PreviewView>,
}

/// The site.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SiteView {
    /// Its title, as HTML.
    pub(crate) title: Html,
    /// What tells it from other sites: its title, and the board's name unless the title says it.
    pub(crate) full_title: String,
    /// The board's name, as HTML.
    pub(crate) name: Html,
    /// The board's motto, as HTML.
    pub(crate) strapline: Option<Html>,
    /// The board's logo.
    pub(crate) logo: Option<LogoView>,
    /// The link to the home page.
    pub(crate) home: String,
    /// Its stylesheets.
    pub(crate) styles: Vec<String>,
    /// The sign of the site in the browser's tab.
    pub(crate) icon: Option<String>,
    /// The same as pixels, for devices that keep a link to the site.
    pub(crate) touch_icon: Option<String>,
    /// The script of all pages. They can be read and used without it.
    pub(crate) script: Option<String>,
    /// The script that keeps the pages for use without a connection, where the edition wants them kept.
    pub(crate) worker: Option<String>,
    /// What the site is called, and its sign, for devices that keep a link to it.
    pub(crate) manifest: Option<String>,
    /// The feed of what has changed.
    pub(crate) feed: Option<String>,
    /// "Version 2.0", as HTML.
    pub(crate) version: Option<Html>,
    /// "Issued 1 September 2026", as HTML.
    pub(crate) issued: Option<Html>,
    /// "Review by 1 September 2027", as HTML.
    pub(crate) review: Option<Html>,
    /// The main colour, for the browser's own frame.
    pub(crate) colour: String,
    /// The licence, with a link if it has one.
    pub(crate) licence: Option<LicenceView>,
}

/// A logo.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LogoView {
    /// Where it is.
    pub(crate) src: String,
    /// What it shows.
    pub(crate) alt: String,
    /// The language that these words are in, where it isn't the page's.
    pub(crate) alt_language: Option<String>,
    /// Its width in pixels, if its file says it.
    pub(crate) width: Option<u32>,
    /// Its height in pixels.
    pub(crate) height: Option<u32>,
}

/// A licence.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LicenceView {
    /// Its name, as HTML.
    pub(crate) name: Html,
    /// Its text on the web.
    pub(crate) href: Option<String>,
}

impl Frame {
    /// The frame of a page.
    pub(crate) fn of(page: &Page<'_>, head: Head) -> Self {
        let site = page.site;
        let edition = site.edition;
        let title = if page.address == Address::Home {
            let parts = [&edition.title, &edition.name];
            Wording::joined(parts.map(|part| site.wording(part)), " – ")
        } else {
            let values = [("page", &head.title), ("site", &site_wording(edition))];
            Wording::filled(&site.words, "page_title", &values)
        };
        // A page shown at any depth stands on its own: it must not break where the rest of the site can't be reached.
        let own_style = matches!(page.viewpoint(), Viewpoint::Anywhere(_))
            .then(|| site.assets.design.whole_style.clone());
        let language = site.words.language().to_owned();
        let emergency = edition
            .contacts
            .iter()
            .find(|contact| contact.urgency == Urgency::Emergency && contact.phone.is_some())
            .map(|contact| ContactView::of(contact, page, &mut page.writer()));
        Self {
            direction: direction(&language),
            language,
            twins: Twin::all(page),
            page: PageView {
                kind: head.template,
                title: title.plain().into_owned(),
                title_language: title.language().map(str::to_owned),
                heading: head.title.html(),
                name: head.title.plain().into_owned(),
                description: head
                    .description
                    .or_else(|| edition.summary.as_ref().map(crate::edition::Text::plain)),
                canonical: match page.address {
                    Address::NotFound => None,
                    _ => edition
                        .url
                        .as_ref()
                        .map(|url| Viewpoint::Anywhere(&url.value).link(&page.address)),
                },
                policy: security::page_policy(own_style.as_deref()),
                own_style,
                partly: false,
                modified: edition
                    .document
                    .issued
                    .as_ref()
                    .map(|date| date.value.to_string()),
                picture: page.picture(),
            },
            site: SiteView::of(page),
            menu: menu(page),
            search_link: item(page, &Address::Search),
            foot_menu: foot_menu(page),
            trail: trail(page),
            emergency,
            exit: edition.exit_page.clone(),
        }
    }
}

/// What tells this site from others: its title, and the board's name unless the title says it.
pub(crate) fn site_name(edition: &Edition) -> String {
    site_wording(edition).plain().into_owned()
}

/// The same with the languages of its words.
fn site_wording(edition: &Edition) -> Wording {
    let title = &edition.title;
    let name = edition.short_name.as_ref().unwrap_or(&edition.name);
    let name = (!title.value.contains(name.value.as_str())).then_some(name);
    let parts = [Some(title), name].into_iter().flatten();
    Wording::joined(parts.map(|part| Wording::of(part, edition)), " – ")
}

impl SiteView {
    fn of(page: &Page<'_>) -> Self {
        let edition = page.site.edition;
        let assets = &page.site.assets;
        let words = &page.site.words;
        let document = &edition.document;
        let dated = |name: &str, date: &Option<Located<Date>>| {
            let date = Wording::date(words, date.as_ref()?.value);
            Some(Wording::filled(words, name, &[("date", &date)]).html())
        };
        // A page shown at any depth stands on its own: it must not break where the rest of the site can't be reached.
        let alone = matches!(page.viewpoint(), Viewpoint::Anywhere(_));
        Self {
            title: page.site.shown(&edition.title),
            full_title: site_name(edition),
            name: page.site.shown(&edition.name),
            strapline: page.site.shown_if_any(edition.branding.strapline.as_ref()),
            logo: assets
                .logo
                .as_ref()
                .zip(edition.branding.logo.as_ref())
                .filter(|_| !alone)
                .map(|(shown, logo)| LogoView {
                    src: page.link(&shown.file.address),
                    alt: logo.alt.value.clone(),
                    alt_language: page.site.wording(&logo.alt).language().map(str::to_owned),
                    width: shown.size.map(|size| size.width),
                    height: shown.size.map(|size| size.height),
                }),
            home: page.link(&Address::Home),
            styles: if alone {
                Vec::new()
            } else {
                assets
                    .design
                    .styles
                    .iter()
                    .map(|style| page.link(&style.address))
                    .collect()
            },
            icon: (!alone).then(|| page.link(&assets.design.icon.address)),
            touch_icon: assets
                .design
                .touch_icon
                .as_ref()
                .filter(|_| !alone)
                .map(|icon| page.link(&icon.address)),
            script: (!alone).then(|| page.link(&assets.design.page_script.address)),
            worker: (edition.offline && !alone).then(|| page.link(&Address::Worker)),
            manifest: (!alone).then(|| page.link(&Address::Manifest)),
            feed: page
                .site
                .has(&Address::Feed)
                .then(|| page.link(&Address::Feed)),
            colour: edition.branding.primary.value.rgb.to_string(),
            version: document.version.as_ref().map(|version| {
                let version = Wording::own(&version.value);
                Wording::filled(words, "version", &[("version", &version)]).html()
            }),
            issued: dated("issued", &document.issued),
            review: dated("review_by", &document.review),
            licence: document.licence.as_ref().map(|licence| LicenceView {
                name: page.site.shown(&licence.name),
                href: licence.url.as_ref().map(|url| url.value.clone()),
            }),
        }
    }
}

fn menu(page: &Page<'_>) -> Vec<MenuItem> {
    let site = page.site;
    let within_home = |place: &str, name: &'static str, here: bool| MenuItem {
        text: Wording::fixed(&site.words, name).html(),
        kind: name,
        href: page.link_within(&Address::Home, place),
        current: here.then_some("true"),
    };
    let mut items = vec![item(page, &Address::Home)];
    if !site.edition.channels.is_empty() {
        let here = matches!(page.address, Address::Channel(_));
        items.push(within_home("home_channels", "channels", here));
    }
    items.extend(items_there(page, [Address::DoAndDont]));
    if !site.edition.sections.is_empty() {
        let here = matches!(page.address, Address::Section(_));
        items.push(within_home("home_sections", "sections", here));
    }
    items.extend(items_there(page, [Address::Contacts, Address::Downloads]));
    items
}

fn foot_menu(page: &Page<'_>) -> Vec<MenuItem> {
    items_there(
        page,
        [
            Address::Search,
            Address::Glossary,
            Address::Sources,
            Address::About,
            Address::Differences,
            Address::Accessibility,
            Address::Privacy,
        ],
    )
}

fn items_there(page: &Page<'_>, addresses: impl IntoIterator<Item = Address>) -> Vec<MenuItem> {
    addresses
        .into_iter()
        .filter(|address| page.site.has(address))
        .map(|address| item(page, &address))
        .collect()
}

fn item(page: &Page<'_>, address: &Address) -> MenuItem {
    let Link { text, href } = page.named(address);
    MenuItem {
        text,
        href,
        kind: kind(address),
        current: (*address == page.address).then_some("page"),
    }
}

/// What templates know a page by that stands in a menu.
fn kind(address: &Address) -> &'static str {
    match address {
        Address::DoAndDont => "do-and-dont",
        address => fixed_name(address).unwrap_or("other"),
    }
}

fn trail(page: &Page<'_>) -> Vec<Link> {
    let home = page.named(&Address::Home);
    let part = |place: &str, name: &str| Link {
        text: Wording::fixed(&page.site.words, name).html(),
        href: page.link_within(&Address::Home, place),
    };
    match page.address {
        Address::Home | Address::NotFound => Vec::new(),
        Address::Channel(_) => vec![home, part("home_channels", "channels")],
        Address::Section(_) => vec![home, part("home_sections", "sections")],
        _ => vec![home],
    }
}
