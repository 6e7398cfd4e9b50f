//! The flow from content to output.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::publish::Publisher;
use super::{Artifact, Published};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{Edition, editions};
use crate::source::Sources;
use crate::theme::Themes;
use crate::{check, pack};

/// What is to be made, and where things lie.
#[derive(Debug, Clone)]
pub struct Request {
    /// The folder of the pack.
    pub content: PathBuf,
    /// The folder of themes; it need not be there.
    pub themes: PathBuf,
    /// The editions to make, by id; all, if empty.
    pub editions: Vec<String>,
    /// Only a part of each edition.
    pub only: Option<Only>,
    /// The folder to publish to; none means to look for problems only.
    pub output: Option<PathBuf>,
}

/// A part of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// The website.
    Site,
    /// The posters.
    Posters,
}

/// What was made, and what is wrong.
#[derive(Debug)]
pub struct Report {
    /// What was made of each edition.
    pub made: Vec<Made>,
    /// What is wrong.
    pub problems: Diagnostics,
    /// The texts that problems point into.
    pub sources: Sources,
    /// What publishing did, if it did.
    pub published: Option<Published>,
}

/// What was made of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The edition's id.
    pub edition: String,
    /// How many pages its website has.
    pub pages: usize,
    /// How many posters it has.
    pub posters: usize,
}
