//! Links.

use serde::Serialize;

use super::PreviewView;
use crate::web::html::Html;

/// A link with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Link {
    /// Its words, as HTML.
    pub(crate) text: Html,
    /// Where it leads.
    pub(crate) href: String,
}

/// An entry of a menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct MenuItem {
    /// Its words, as HTML.
    pub(crate) text: Html,
    /// Where it leads.
    pub(crate) href: String,
    /// What it leads to, for styles: `home`, `contacts` …
    pub(crate) kind: &'static str,
    /// Whether it is the page that is shown (`page`), or one the page belongs to (`true`): for `aria-current`.
    pub(crate) current: Option<&'static str>,
}

/// A page to go to, as a card.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Card {
    /// The name of the page, as HTML.
    pub(crate) title: Html,
    /// Where it is.
    pub(crate) href: String,
    /// The name of its icon; none if it has none or the theme hasn't got it.
    pub(crate) icon: Option<String>,
    /// What it says above all, as HTML without links.
    pub(crate) text: Option<Html>,
    /// A picture of its poster.
    pub(crate) preview: Option<PreviewView>,
}

/// A word of the glossary that a page uses.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct GlossaryWord {
    /// The word, as HTML.
    pub(crate) term: Html,
    /// Its address on this page.
    pub(crate) anchor: String,
    /// Its entry in the glossary.
    pub(crate) href: String,
    /// What it means, as HTML.
    pub(crate) meaning: Html,
}
