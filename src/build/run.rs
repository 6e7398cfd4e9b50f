//! The flow from content to output.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::civil::Date;
use rayon::prelude::*;

use super::handbooks::handbooks;
use super::print_shop;
use super::printed::{Printed, archive};
use super::publish::Publisher;
use super::scope::{Scope, lost_addresses, part_of};
use super::{Artifact, Published};
use crate::acceptance::drift;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{Edition, HandbookFormat, Printing, editions};
use crate::print::scene::Scene;
use crate::print::{Poster, Posters, Press};
use crate::source::Sources;
use crate::source::folder::{display, has_ending};
use crate::theme::{LoadedTheme, Themes};
use crate::web::{PosterFile, PosterSubject, PublishedHandbook};
use crate::{check, pack, web};

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

/// What an edition looks like: a theme made ready, for pages and for print.
struct Look {
    theme: LoadedTheme,
    press: Option<Press>,
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

/// Loads each theme that is used, once.
fn looks<'e>(
    editions: &[&'e Edition],
    themes: &Themes,
    sources: &mut Sources,
    problems: &mut Diagnostics,
) -> BTreeMap<&'e str, Look> {
    let names = themes.names();
    let mut languages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for edition in editions {
        let name = edition.theme.value.as_str();
        if !names.iter().any(|known| known == name) {
            problems.push(
                Diagnostic::new(Code::UnknownTheme, format!("there is no theme `{name}`"))
                    .at(edition.theme.at, "")
                    .suggest(name, names.iter().map(String::as_str))
                    .in_edition(&edition.id),
            );
            continue;
        }
        let spoken = edition
            .languages
            .iter()
            .map(|language| language.value.as_str());
        languages.entry(name).or_default().extend(spoken);
    }
    let mut looks = BTreeMap::new();
    for (name, spoken) in languages {
        let Some(theme) = themes.load(name, sources, problems) else {
            continue;
        };
        let press = Press::load(&theme, sources, problems);
        let theme = LoadedTheme::load(theme, spoken, sources, problems);
        looks.insert(name, Look { theme, press });
    }
    looks
}

/// What making any edition needs.
struct Job<'a> {
    request: &'a Request,
    publisher: Option<&'a Publisher>,
    published_before: &'a BTreeSet<String>,
}

impl Job<'_> {
    /// Makes an edition, and sets its artifacts aside.
    fn edition(&self, edition: &Edition, look: &Look) -> (Made, Diagnostics) {
        let mut problems = Diagnostics::new();
        check::edition(
            edition,
            look.theme.files(),
            &self.request.complete,
            &mut problems,
        );

        if self.request.only == Some(Only::PrintShop) {
            return self.for_print_shop(edition, look, problems);
        }
        let words = look.theme.words(edition, edition.language());
        let prints = look
            .press
            .as_ref()
            .map(|press| press.posters(edition, &words, &mut problems));
        let posters = prints
            .as_ref()
            .filter(|_| self.request.only != Some(Only::Handbook))
            .map(|prints| self.posters(edition, prints, &mut problems))
            .unwrap_or_default();
        let handbooks = prints
            .as_ref()
            .filter(|_| self.request.only != Some(Only::Posters))
            .map(|prints| {
                // When only the site is made, its pages link to the handbooks that were published before.
                let is_wanted = |path: &str| {
                    self.request.only != Some(Only::Site)
                        || self
                            .published_before
                            .contains(&format!("{}/{path}", edition.folder))
                };
                let forms = (&words, self.request.formats.as_slice());
                handbooks(edition, prints, forms, is_wanted, &mut problems)
            })
            .unwrap_or_default();
        let published_handbooks: Vec<PublishedHandbook> =
            handbooks.iter().map(|(handbook, _)| *handbook).collect();
        let files: Vec<PosterFile> = posters.iter().map(|(file, _)| file.clone()).collect();
        let singles = posters
            .iter()
            .filter(|(file, _)| !file.subject.is_collection())
            .count();
        let mut artifacts: Vec<Artifact> = Vec::new();
        let mut made = Made {
            edition: edition.id.clone(),
            pages: 0,
            posters: 0,
            outside: Vec::new(),
        };
        if matches!(self.request.only, None | Some(Only::Site)) {
            artifacts.extend(web::pages(
                edition,
                &look.theme,
                &files,
                &published_handbooks,
                &mut problems,
            ));
            made.pages = artifacts
                .iter()
                .filter(|artifact| has_ending(&artifact.path, "html"))
                .count();
        }
        if self.request.only != Some(Only::Site) {
            made.posters = singles;
            artifacts.extend(posters.into_iter().flat_map(|(_, artifacts)| artifacts));
            artifacts.extend(handbooks.into_iter().map(|(_, artifact)| artifact));
        }
        let published = |path: &str| {
            let path = format!("{}/{path}", edition.folder);
            self.request.only.is_some() && self.published_before.contains(&path)
        };
        // Where a template failed, a page is missing, and every link to it would only say so again.
        let is_whole = !problems
            .iter()
            .any(|problem| problem.code == Code::Template);
        // A handbook alone leads to pages that this build doesn't make.
        let has_pages = matches!(self.request.only, None | Some(Only::Site));
        if is_whole && has_pages {
            check::rendered(edition, &look.theme, &artifacts, published, &mut problems);
        }
        if self.request.outside.is_some() {
            made.outside = check::outside_links(edition, &look.theme, &artifacts);
        }
        self.set_aside(edition, artifacts, &mut problems);
        (made, problems)
    }

    /// Makes an edition's posters for a print shop, and sets them aside.
    fn for_print_shop(
        &self,
        edition: &Edition,
        look: &Look,
        mut problems: Diagnostics,
    ) -> (Made, Diagnostics) {
        let subjects = subjects(edition);
        let artifacts = look.press.as_ref().map_or_else(Vec::new, |press| {
            let words = look.theme.words(edition, edition.language());
            let posters = press.posters(edition, &words, &mut problems);
            print_shop::posters(edition, &posters, &subjects, &mut problems)
        });
        let made = Made {
            edition: edition.id.clone(),
            pages: 0,
            posters: artifacts
                .iter()
                .filter(|artifact| !artifact.path.ends_with("/all.pdf"))
                .count(),
            outside: Vec::new(),
        };
        self.set_aside(edition, artifacts, &mut problems);
        (made, problems)
    }

    /// Sets the artifacts of an edition aside, in its folder.
    fn set_aside(
        &self,
        edition: &Edition,
        mut artifacts: Vec<Artifact>,
        problems: &mut Diagnostics,
    ) {
        for artifact in &mut artifacts {
            artifact.path.insert_str(0, &format!("{}/", edition.folder));
        }
        if let Some(publisher) = self.publisher {
            publisher.add(&artifacts, problems);
        }
    }

    /// The posters of an edition, one by one and all at once. When only the site is made, those that were published before:
    /// pages link to them.
    fn posters(
        &self,
        edition: &Edition,
        posters: &Posters<'_>,
        problems: &mut Diagnostics,
    ) -> Vec<(PosterFile, Vec<Artifact>)> {
        let is_wanted = |subject: &PosterSubject, printing: Printing| {
            let path = format!("{}/{}", edition.folder, subject.path(printing));
            self.request.only != Some(Only::Site) || self.published_before.contains(&path)
        };
        // Only the main printing is shown on pages. When only the site is made, pictures stay as they were, like the posters.
        let wants_preview = |subject: &PosterSubject, printing: Printing| {
            let path = format!("{}/{}", edition.folder, subject.preview_path());
            self.request.previews
                && printing == edition.posters.main_printing()
                && (self.request.only != Some(Only::Site) || self.published_before.contains(&path))
        };
        let printings = edition.posters.printings();
        // Each poster in all its printings. One that can't be set in the first, which is the main one, is not tried in others:
        // they would only say the same again.
        let made: Vec<(Vec<Printed>, Diagnostics)> = subjects(edition)
            .into_par_iter()
            .map(|(subject, poster)| {
                let mut problems = Diagnostics::new();
                let mut made = Vec::with_capacity(printings.len());
                for &printing in &printings {
                    if !is_wanted(&subject, printing) {
                        continue;
                    }
                    let Some(scene) = posters.scene(poster, printing, &mut problems) else {
                        break;
                    };
                    let written =
                        Printed::write(subject.clone(), printing, scene, edition, &mut problems);
                    made.extend(written.map(|printed| {
                        if wants_preview(&subject, printing) {
                            printed.with_preview(edition, &mut problems)
                        } else {
                            printed
                        }
                    }));
                }
                (made, problems)
            })
            .collect();
        let mut printed = Vec::with_capacity(made.len() * printings.len());
        for (made, found) in made {
            printed.extend(made);
            problems.extend(found);
        }
        // By printing, and then by subject as before: sorting keeps what is equal in order.
        printed.sort_by_key(|poster| {
            printings
                .iter()
                .position(|&printing| printing == poster.file.printing)
        });
        let main = edition.posters.main_printing();
        let archive = archive(&printed, main).filter(|(file, _)| is_wanted(&file.subject, main));
        let mut scenes: BTreeMap<Printing, Vec<Scene>> = BTreeMap::new();
        let mut files = Vec::with_capacity(printed.len() + printings.len() + 1);
        for poster in printed {
            scenes
                .entry(poster.file.printing)
                .or_default()
                .push(poster.scene);
            let artifacts = [poster.artifact].into_iter().chain(poster.picture);
            files.push((poster.file, artifacts.collect()));
        }
        let sets: Vec<(Option<Printed>, Diagnostics)> = printings
            .into_iter()
            .filter(|&printing| is_wanted(&PosterSubject::All, printing))
            .filter_map(|printing| Some((printing, posters.set(scenes.remove(&printing)?)?)))
            .collect::<Vec<_>>()
            .into_par_iter()
            .map(|(printing, scene)| {
                let mut problems = Diagnostics::new();
                let set =
                    Printed::write(PosterSubject::All, printing, scene, edition, &mut problems);
                (set, problems)
            })
            .collect();
        for (set, found) in sets {
            files.extend(set.map(|set| (set.file, vec![set.artifact])));
            problems.extend(found);
        }
        files.extend(archive.map(|(file, artifact)| (file, vec![artifact])));
        files
    }

    /// The page over all editions that are published, before or now.
    fn start_page(
        &self,
        title: Option<&str>,
        all: &[Edition],
        made: &[Made],
        looks: &BTreeMap<&str, Look>,
        problems: &mut Diagnostics,
    ) {
        if matches!(
            self.request.only,
            Some(Only::Posters | Only::Handbook | Only::PrintShop)
        ) {
            return;
        }
        let there: Vec<&Edition> = all
            .iter()
            .filter(|edition| {
                made.iter().any(|made| made.edition == edition.id)
                    || self
                        .published_before
                        .contains(&format!("{}/index.html", edition.folder))
            })
            .collect();
        let Some(look) = there
            .first()
            .and_then(|first| looks.get(first.theme.value.as_str()))
            .or_else(|| looks.values().next())
        else {
            return;
        };
        let artifacts = web::start_page(title, &there, &look.theme, problems);
        if let Some(publisher) = self.publisher {
            publisher.add(&artifacts, problems);
        }
    }
}

/// Everything that an edition has a poster of.
fn subjects(edition: &Edition) -> Vec<(PosterSubject, Poster<'_>)> {
    let mut subjects: Vec<(PosterSubject, Poster<'_>)> = edition
        .channels
        .iter()
        .map(|channel| {
            (
                PosterSubject::Channel(channel.id.clone()),
                Poster::Channel(channel),
            )
        })
        .collect();
    if let Some(summary) = &edition.do_and_dont {
        subjects.push((PosterSubject::DoAndDont, Poster::DoAndDont(summary)));
    }
    if !edition.contacts.is_empty() {
        subjects.push((PosterSubject::Contacts, Poster::Contacts));
    }
    subjects
}
