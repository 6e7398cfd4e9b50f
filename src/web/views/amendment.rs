//! What has changed.

use serde::Serialize;

use crate::edition::Amendment;
use crate::web::html::{Html, Writer};
use crate::web::site::Page;
use crate::web::wording::Wording;

/// A change of the document.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct AmendmentView {
    /// Its address on the page about the guidance.
    pub(crate) anchor: String,
    /// The version it made.
    pub(crate) version: String,
    /// When, in words, as HTML.
    pub(crate) date: Html,
    /// When, for machines.
    pub(crate) machine_date: String,
    /// By whom, as HTML.
    pub(crate) by: Option<Html>,
    /// Why, as HTML.
    pub(crate) reason: Html,
}

impl AmendmentView {
    /// All changes, as the author orders them.
    pub(crate) fn all(
        amendments: &[Amendment],
        page: &Page<'_>,
        writer: &mut Writer<'_>,
    ) -> Vec<Self> {
        amendments
            .iter()
            .enumerate()
            .map(|(number, amendment)| Self {
                anchor: amendment_anchor(amendments, number),
                version: amendment.version.value.clone(),
                date: Wording::date(&page.site.words, amendment.date.value).html(),
                machine_date: amendment.date.value.to_string(),
                by: page.site.shown_if_any(amendment.by.as_ref()),
                reason: writer.line(&amendment.reason.content),
            })
            .collect()
    }
}

/// The address of a change: its version, which stays when others are added. Where two changes made one version, the later ones
/// get a number.
pub(crate) fn amendment_anchor(all: &[Amendment], number: usize) -> String {
    let version = |amendment: &Amendment| -> String {
        let letters = amendment.version.value.chars();
        letters
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
            .collect()
    };
    let Some(mine) = all.get(number).map(version) else {
        return String::new();
    };
    let older = all.iter().skip(number + 1);
    let same = older.filter(|other| version(other) == mine).count();
    if same == 0 {
        format!("version_{mine}")
    } else {
        format!("version_{mine}_{}", same + 1)
    }
}
