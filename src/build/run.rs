//! The flow from content to output.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::civil::Date;
use rayon::prelude::*;

use super::Published;
use super::job::Job;
use super::look::looks;
use super::publish::Publisher;
use super::scope::{Scope, lost_addresses, part_of};
use crate::acceptance::drift;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{Edition, HandbookFormat, editions};
use crate::source::Sources;
use crate::source::folder::display;
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
    /// Whether to ask for what links to other websites lead to, and where that may reach.
    pub outside: Option<check::Reach>,
    /// The formats of handbooks; those that each edition asks for, if empty.
    pub formats: Vec<HandbookFormat>,
    /// Whether to make pictures of posters, for pages to show.
    pub previews: bool,
    /// Whether warnings keep an edition from being published, as errors do.
    pub deny_warnings: bool,
    /// Languages in which nothing may be left untranslated.
    pub complete: Vec<String>,
    /// The day by which reviews are due and allowances end. What is made doesn't depend on it.
    pub today: Date,
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
    /// The handbooks.
    Handbook,
    /// The posters once more, made ready for a print shop. They are no part of what is published, so that they are made only when
    /// they are asked for, and a build of everything takes them away: nobody should print posters of last year's words.
    PrintShop,
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

impl Report {
    /// How many editions were made, each in all its languages.
    pub fn editions(&self) -> usize {
        let mut ids: Vec<&str> = self.made.iter().map(|made| made.edition.as_str()).collect();
        // The languages of an edition stand together.
        ids.dedup();
        ids.len()
    }
}

/// What was made of an edition in one of its languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The edition's id.
    pub edition: String,
    /// How many pages its website has.
    pub pages: usize,
    /// How many posters it has.
    pub posters: usize,
    /// The links to other websites that its pages have, if they are to be asked for.
    pub outside: Vec<check::OutsideLink>,
}

/// Does what a request asks for. `progress` is told how many editions are done, and how many there are.
pub fn run(request: &Request, progress: &(dyn Fn(usize, usize) + Sync)) -> Report {
    let mut sources = Sources::new();
    let mut problems = Diagnostics::new();
    let themes = Themes::read(&request.themes, &mut problems);
    let pack = pack::read(&request.content, &mut sources, &mut problems);
    let title = pack.as_ref().and_then(pack::Pack::title);
    let all = pack
        .as_ref()
        .map(|pack| {
            drift(pack, &mut problems);
            editions(pack, &sources, &mut problems)
        })
        .unwrap_or_default();
    let base = pack.as_ref().map(|pack| &pack.base);
    let mut settings = check::Settings::read(base, &all, request.today, &mut problems);
    let wanted = wanted(&all, &request.editions, &mut problems);
    check::unknown_languages(&request.complete, &all, &mut problems);
    if let Some(pack) = &pack {
        check::version_raised(&request.content, &pack.base, &mut problems);
    }
    check::texts(
        &wanted,
        &sources,
        request.editions.is_empty(),
        &mut problems,
    );
    let looks = looks(&wanted, &themes, &mut sources, &mut problems);

    let mut publisher = request
        .output
        .as_ref()
        .filter(|output| !lies_in_content(output, &request.content, &mut problems))
        .and_then(|output| Publisher::open(output, &mut problems));
    let published_before: BTreeSet<String> = publisher
        .as_ref()
        .map(|publisher| publisher.before().clone())
        .unwrap_or_default();
    let job = Job {
        request,
        publisher: publisher.as_ref(),
        published_before: &published_before,
    };
    let done = AtomicUsize::new(0);
    let results: Vec<(Made, Diagnostics)> = wanted
        .par_iter()
        .filter_map(|edition| {
            let look = looks.get(edition.theme.value.as_str())?;
            let result = job.edition(edition, look);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, wanted.len());
            Some(result)
        })
        .collect();
    let mut made = Vec::with_capacity(results.len());
    for (one, found) in results {
        made.push(one);
        problems.extend(found);
    }
    job.start_page(title.as_deref(), &all, &made, &looks, &mut problems);
    if let Some(reach) = request.outside {
        let links = made.iter().flat_map(|made| {
            made.outside
                .iter()
                .map(|link| (made.edition.as_str(), link))
        });
        check::outside(links, reach, &request.content, &mut problems);
    }

    let is_whole = request.editions.is_empty() && request.only.is_none() && problems.errors() == 0;
    problems = settings.apply(problems);
    if is_whole {
        problems.extend(settings.left_over(request.outside.is_some()));
    }
    let mut outcome = None;
    let is_denied = request.deny_warnings && problems.warnings() > 0;
    if problems.errors() == 0
        && !is_denied
        && let Some(publisher) = publisher.take()
    {
        let scope = Scope {
            request,
            folders: wanted
                .iter()
                .map(|edition| edition.folder.as_str())
                .collect(),
        };
        // Nobody has been given the address of what is for a print shop.
        let lost = publisher.lost(|path| {
            let within = path.split_once('/').map_or(path, |(_, within)| within);
            scope.holds(path) && part_of(within) != Only::PrintShop
        });
        let mut found = Diagnostics::new();
        lost_addresses(&lost, &all, &mut found);
        problems.extend(settings.apply(found));
        outcome = publisher.publish(|path| scope.holds(path), &mut problems);
    }
    Report {
        made,
        problems: problems.tidied(all.iter().filter(|edition| edition.is_main()).count()),
        sources,
        published: outcome,
    }
}

/// Whether the output would lie among the content, where the next build would read it. (Content may well lie in the folder
/// that holds the output.)
fn lies_in_content(output: &Path, content: &Path, problems: &mut Diagnostics) -> bool {
    // The output may not be there yet: then the nearest folder that is.
    let nearest = std::path::absolute(output)
        .ok()
        .and_then(|output| output.ancestors().find_map(|path| path.canonicalize().ok()));
    let lies = nearest
        .zip(content.canonicalize().ok())
        .is_some_and(|(output, content)| output.starts_with(content));
    if lies {
        problems.push(
            Diagnostic::new(
                Code::Unwritable,
                format!(
                    "the output folder {} lies in the pack itself",
                    display(output)
                ),
            )
            .help("name a folder beside it with --output"),
        );
    }
    lies
}

/// The editions that are asked for, in the order of the pack.
fn wanted<'e>(all: &'e [Edition], ids: &[String], problems: &mut Diagnostics) -> Vec<&'e Edition> {
    for id in ids {
        if !all.iter().any(|edition| edition.id == *id) {
            problems.push(pack::no_such_edition(
                id,
                all.iter().map(|edition| edition.id.as_str()),
            ));
        }
    }
    all.iter()
        .filter(|edition| ids.is_empty() || ids.contains(&edition.id))
        .collect()
}
