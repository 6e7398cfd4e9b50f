//! The flow from content to output.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::civil::Date;
use rayon::prelude::*;

use super::job::{Done, Job};
use super::look::looks;
use super::publish::Publisher;
use super::record::Kept;
use super::scope::{Scope, lost_addresses, part_of};
use super::shard::{Shard, ShardNote};
use super::soundness::Faulty;
use super::zipped::Zips;
use super::{Published, Reason};
use crate::acceptance::drift;
use crate::check;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{Edition, HandbookFormat, editions};
use crate::pack::{self, Pack};
use crate::source::Sources;
use crate::source::folder::display;
use crate::theme::Themes;

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
    /// What is made beside pages and posters.
    pub extras: Extras,
    /// Whether warnings keep an edition from being published, as errors do.
    pub deny_warnings: bool,
    /// Only a share of the editions, as other machines make the others.
    pub shard: Option<Shard>,
    /// Whether editions that are sound are published when others are not.
    pub keep_going: bool,
    /// Whether each edition is published as one file, too, beside its folder.
    pub zip: bool,
    /// Languages in which nothing may be left untranslated.
    pub complete: Vec<String>,
    /// The day by which reviews are due and allowances end. What is made doesn't depend on it.
    pub today: Date,
    /// The folder to publish to; none means to look for problems only.
    pub output: Option<PathBuf>,
}

/// What is made beside pages and posters. Pages do without, where it isn't.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extras {
    /// Pictures of posters, for pages to show.
    pub previews: bool,
    /// Handbooks.
    pub handbooks: bool,
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
    /// The folders of editions that were made anew, and why; others are as they were published.
    pub anew: Vec<(String, Reason)>,
    /// The editions that were kept back while others were published, by id.
    pub held_back: Vec<String>,
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
    /// Its folder in the output: `oak`, `oak/cy`.
    pub folder: String,
    /// How many pages its website has.
    pub pages: usize,
    /// How many posters it has.
    pub posters: usize,
    /// The links to other websites that its pages have, if they are to be asked for.
    pub outside: Vec<check::OutsideLink>,
}

/// Does what a request asks for. `progress` is told how many editions are done, and how many there are.
pub fn run(request: &Request, progress: &(dyn Fn(usize, usize) + Sync)) -> Report {
    rayon::spawn(check::set_up);
    let mut sources = Sources::new();
    let mut problems = Diagnostics::new();
    let mut themes = Themes::read(&request.themes, &mut problems);
    let pack = pack::read(&request.content, &mut sources, &mut problems);
    let all = pack.as_ref().map_or_else(Vec::new, |pack| {
        themes.add_those_of(pack);
        drift(pack, &mut problems);
        editions(pack, &sources, &mut problems)
    });
    let base = pack.as_ref().map(|pack| &pack.base);
    let mut settings = check::Settings::read(base, &all, request.today, &mut problems);
    let whole = wanted(pack.as_ref(), &all, request, &mut problems);
    let wanted = request
        .shard
        .map_or_else(|| whole.clone(), |shard| shard.share(&whole));
    check::unknown_languages(&request.complete, &all, &mut problems);
    let are_all = request.editions.is_empty() && request.shard.is_none();
    if let Some(pack) = &pack {
        let chosen = (wanted.as_slice(), are_all);
        check::shared(&request.content, pack, chosen, &sources, &mut problems);
    }
    let looks = looks(&whole, &themes, &mut sources, &mut problems);

    let publisher = open(request, &mut problems);
    let published_before = publisher
        .as_ref()
        .map(|publisher| publisher.before().clone())
        .unwrap_or_default();
    let kept = publisher
        .as_ref()
        .map(|publisher| Kept::read(&publisher.record(), publisher.output(), &sources));
    let job = Job {
        request,
        publisher: publisher.as_ref(),
        published_before: &published_before,
        kept: kept.as_ref(),
        all: &all,
    };
    let counter = AtomicUsize::new(0);
    let mut done: Vec<Done<'_>> = wanted
        .par_iter()
        .filter_map(|edition| {
            let look = looks.get(edition.theme.value.as_str())?;
            let done = job.edition(edition, look);
            progress(counter.fetch_add(1, Ordering::Relaxed) + 1, wanted.len());
            Some(done)
        })
        .collect();
    for done in &mut done {
        problems.extend(std::mem::take(&mut done.problems));
    }
    outside(request, &done, &mut problems);
    let is_whole = are_all && request.only.is_none() && problems.errors() == 0;
    problems = own(pack.as_ref(), settings.apply(problems));
    let faulty = pack.as_ref().map_or(Faulty::Pack, |pack| {
        Faulty::by(&problems, request.deny_warnings, pack, &all, &sources)
    });
    let title = pack.as_ref().and_then(Pack::title);
    let is_made = |edition: &Edition| {
        // What other shards make is not known to be sound here; the page over all is the same in each.
        let is_elsewhere = request.shard.is_some() && whole.iter().any(|one| one.id == edition.id);
        let is_done = done.iter().any(|done| done.edition.id == edition.id);
        (is_done || is_elsewhere) && !faulty.holds_back(&edition.id)
    };
    // What is wrong from here on belongs to no edition, and so holds back everything.
    let mut found = Diagnostics::new();
    job.start_page(title.as_deref(), &all, is_made, &looks, &mut found);
    let mut found = settings.apply(found);
    let left_over = settings.left_over(is_whole, request.outside.is_some());
    found.extend(own(pack.as_ref(), left_over));
    let is_sound = found.errors() == 0 && !(request.deny_warnings && found.warnings() > 0);
    problems.extend(found);

    let outcome = faulty
        .held_back(request.keep_going)
        .filter(|_| is_sound)
        .and_then(|held_back| {
            let scope = Scope::new(request, &wanted, held_back);
            let note = request.shard.map(|shard| {
                let options = format!("{:?} {:?} {}", request.only, request.extras, request.zip);
                ShardNote::of(shard, &options, &whole, looks.values()).bytes()
            });
            let lost = publish(&job, &scope, (&done, note), &all, &mut problems);
            lost.map(|(published, lost)| {
                problems.extend(settings.apply(lost));
                published
            })
        });
    let anew = done.iter().filter_map(Done::anew).collect();
    let held_back = match faulty {
        Faulty::Editions(ids) if outcome.is_some() => ids.into_iter().collect(),
        Faulty::Editions(_) | Faulty::Pack => Vec::new(),
    };
    // It looks at the texts, which go on to the report.
    drop(kept);
    Report {
        anew,
        held_back,
        made: done.into_iter().map(|done| done.made).collect(),
        problems: problems.tidied(all.iter().filter(|edition| edition.is_main()).count()),
        published: outcome,
        sources,
    }
}

/// Problems without those that are for the keepers of what a pack builds on.
pub(super) fn own(pack: Option<&Pack>, problems: Diagnostics) -> Diagnostics {
    let is_own = |problem: &Diagnostic| pack.is_none_or(|pack| !pack.leaves_to_others(problem));
    problems.into_iter().filter(is_own).collect()
}

/// Opens the folder to publish to, if there is one and it may be written to.
fn open(request: &Request, problems: &mut Diagnostics) -> Option<Publisher> {
    request
        .output
        .as_ref()
        .filter(|output| !lies_in_content(output, &request.content, problems))
        .and_then(|output| Publisher::open(output, problems))
}

/// Asks for what links to other websites lead to, if that is wanted.
fn outside(request: &Request, done: &[Done<'_>], problems: &mut Diagnostics) {
    let Some(reach) = request.outside else {
        return;
    };
    let links = done.iter().flat_map(|done| {
        let links = done.made.outside.iter();
        links.map(|link| (done.made.edition.as_str(), link))
    });
    check::outside(links, reach, &request.content, problems);
}

/// Puts in place what is sound, and keeps a record of it. Says what was done, and which addresses are lost.
fn publish(
    job: &Job<'_>,
    scope: &Scope<'_>,
    (done, shard): (&[Done<'_>], Option<Vec<u8>>),
    all: &[Edition],
    problems: &mut Diagnostics,
) -> Option<(Published, Diagnostics)> {
    let (publisher, kept) = job.publisher.zip(job.kept)?;
    publisher.hold_back(|path| scope.holds_back(path));
    let zips = if job.request.zip {
        Some(Zips::set_aside(publisher, scope, problems)?)
    } else {
        None
    };
    // Nobody has been given the address of what is for a print shop.
    let lost = publisher.lost(|path| {
        let within = path.split_once('/').map_or(path, |(_, within)| within);
        scope.holds(path) && part_of(within) != Only::PrintShop
    });
    let mut found = Diagnostics::new();
    lost_addresses(&lost, all, &mut found);
    // A shard that is only half there must not be taken for one.
    let noted = publisher.keep_shard_note(None);
    let outcome = publisher.publish(|path| scope.holds(path), problems)?;
    if let Some(zips) = zips {
        zips.note(publisher);
    }
    let made = done.iter().filter_map(|done| done.entry(scope));
    let is_true = |folder: &str| {
        !scope.is_partial(folder) && all.iter().any(|edition| edition.folder == folder)
    };
    publisher.keep_record(&kept.next(made, is_true).bytes());
    let noted = noted.and_then(|()| match shard {
        Some(note) => publisher.keep_shard_note(Some(&note)),
        None => Ok(()),
    });
    if let Err(error) = noted {
        problems.push(
            Diagnostic::new(
                Code::Unwritable,
                format!("it can't be noted which shard this is: {error}"),
            )
            .help("see whether you may write to the output folder"),
        );
        return None;
    }
    Some((outcome, found))
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
fn wanted<'e>(
    pack: Option<&Pack>,
    all: &'e [Edition],
    request: &Request,
    problems: &mut Diagnostics,
) -> Vec<&'e Edition> {
    let ids = &request.editions;
    let is_known = |id: &str| all.iter().any(|edition| edition.id == id);
    // Why all of the pack can't be read has been said.
    if let Some(pack) = pack {
        let missing: Diagnostics = ids
            .iter()
            .filter(|id| !is_known(id))
            .filter_map(|id| pack.lacks_edition(id, &request.content, problems))
            .collect();
        problems.extend(missing);
    }
    all.iter()
        .filter(|edition| ids.is_empty() || ids.contains(&edition.id))
        .collect()
}
