//! Handing texts to translators, and taking them back.
//!
//! Comes in: a pack, an edition of it and a language. Goes out: a [`Unit`] for every text that the edition shows, with its key,
//! what it is for and what there is of it in that language; they are written as XLIFF 2 (OASIS) or as a table. What comes back
//! is matched by key and original, and becomes the texts of files beside what they translate: `email.cy.md` beside
//! `email.md`. Nothing but such files is ever written.

mod files;
mod returned;
mod sheet;
mod twin;
mod units;
mod xliff;

pub use files::{Taken, take};
pub use returned::Returned;
pub use units::{Unit, units};

use crate::diagnostic::Diagnostics;
use crate::source::Sources;

/// How texts are handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// XLIFF 2.0, for the programs of translators.
    Xliff,
    /// A table with commas, for spreadsheets.
    Table,
}

impl Form {
    /// The form that the ending of a file's name tells.
    pub fn of(file: &str) -> Option<Self> {
        let ending = file.rsplit_once('.')?.1;
        match ending.to_ascii_lowercase().as_str() {
            "xlf" | "xliff" => Some(Self::Xliff),
            "csv" => Some(Self::Table),
            _ => None,
        }
    }
}

/// Texts as a file for translators, from one language into another.
pub fn written(units: &[Unit], form: Form, from: &str, to: &str) -> String {
    match form {
        Form::Xliff => xliff::written(units, from, to),
        Form::Table => sheet::written(units),
    }
}

/// What came back, with its places in a file that is added to the sources.
pub fn read(
    path: &str,
    text: &str,
    form: Form,
    language: &str,
    sources: &mut Sources,
    problems: &mut Diagnostics,
) -> Vec<Returned> {
    let file = sources.add(path, text);
    match form {
        Form::Xliff => xliff::read(text, file, language, problems),
        Form::Table => sheet::read(text, file, sources, problems),
    }
}
