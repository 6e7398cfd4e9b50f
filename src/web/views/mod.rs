//! What templates are given, as plain values: words, links and HTML, ready to be shown.
//!
//! Each type here is described in `docs/themes.md`, by the names its fields have in templates.

mod advice;
mod amendment;
mod contact;
mod files;
mod frame;
mod link;
mod twin;

pub(crate) use advice::{
    ConsequenceView, LevelView, StatementView, StatisticView, statement_anchor, tone_icon,
};
pub(crate) use amendment::{AmendmentView, amendment_anchor};
pub(crate) use contact::{ContactView, call, host, phone_address};
pub(crate) use files::{
    DownloadView, HandbookView, PosterFileView, PosterView, PreviewView, ending,
};
pub(crate) use frame::{Frame, site_name};
pub(crate) use link::{Card, GlossaryWord, Link, MenuItem};
pub(crate) use twin::{Twin, direction};
