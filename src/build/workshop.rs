//! A pack at hand, from which editions are made when somebody looks at them: what `serve` shows.
//!
//! Nothing is written. What nobody waits for is left for later: pages are made without posters, a poster without the others, and what is
//! wrong with the pack as a whole is looked for when somebody asks what is wrong. Posters that were written from the same scene before are
//! taken from memory, so that a changed word costs only what shows it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::handbooks::handbooks;
use super::job::{Job, subjects};
use super::look::{Look, looks};
use super::printed::written;
use super::reuse::{Memory, Reuse};
use super::run::own;
use super::{Artifact, Request};
use crate::acceptance::drift;
use crate::check;
use crate::diagnostic::{Code, Diagnostics, render};
use crate::edition::{Edition, Printing, Variant, editions};
use crate::pack::{self, Pack};
use crate::print::Poster;
use crate::print::preview::preview;
use crate::print::scene::{Drawing, Meaning, Scene};
use crate::source::Sources;
use crate::theme::Themes;
use crate::web::{self, PosterFile, PosterSubject};

/// A pack as it was read, with everything to make its editions.
pub struct Workshop {
    request: Request,
    pack: Option<Pack>,
    /// The files and folders outside of the pack that belong to what it builds on.
    outside: Vec<PathBuf>,
    sources: Sources,
    /// What was found wrong while the pack was read.
    problems: Diagnostics,
    /// All that is wrong with the pack, once somebody has asked.
    all_problems: OnceLock<Diagnostics>,
    editions: Vec<Edition>,
    looks: BTreeMap<String, Look>,
    memory: Arc<Memory>,
    /// What pages say of posters, as these came out last, by the folder of the edition.
    known: Arc<Mutex<BTreeMap<String, Vec<PosterFile>>>>,
    /// What the pack says of checks.
    settings: Mutex<check::Settings>,
    /// The websites that were made already, by the folder of the edition.
    sites: Mutex<BTreeMap<String, Arc<MadeEdition>>>,
    /// The posters that were made already, all of an edition, by its folder.
    printed: Mutex<BTreeMap<String, Arc<PrintedEdition>>>,
}

/// The website of an edition in one of its languages, made in memory.
pub struct MadeEdition {
    folder: String,
    /// Its files, by their paths from that folder.
    artifacts: Vec<Artifact>,
    /// The posters that its pages tell of.
    posters: Vec<PosterFile>,
    problems: Diagnostics,
}

impl MadeEdition {
    /// The bytes of a file, by its path from the top of the output.
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        let within = path.strip_prefix(&self.folder)?.strip_prefix('/')?;
        file(&self.artifacts, within)
    }
}

/// The posters of an edition in one of its languages, made in memory.
struct PrintedEdition {
    artifacts: Vec<Artifact>,
    files: Vec<PosterFile>,
    problems: Diagnostics,
}

/// The bytes of the file of this path.
fn file<'a>(artifacts: &'a [Artifact], path: &str) -> Option<&'a [u8]> {
    let found = artifacts.iter().find(|artifact| artifact.path == path)?;
    Some(&found.bytes)
}

/// How a poster came out.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// The type of most of its letters, in points.
    pub most: f32,
    /// Its smallest type, in points.
    pub smallest: f32,
    /// Its largest type, in points.
    pub largest: f32,
    /// How much is left between the last words and the foot of the last page, in millimetres.
    pub left: f32,
    /// How many pages it has.
    pub pages: usize,
}

impl Workshop {
    /// Reads a pack and its themes. `before` is what was at hand until now: what it holds in memory is of use again.
    pub fn open(request: Request, before: Option<&Workshop>) -> Self {
        let mut sources = Sources::new();
        let mut problems = Diagnostics::new();
        let mut themes = Themes::read(&request.themes, &mut problems);
        let pack = pack::read(&request.content, &mut sources, &mut problems);
        let editions = pack.as_ref().map_or_else(Vec::new, |pack| {
            themes.add_those_of(pack);
            drift(pack, &mut problems);
            editions(pack, &sources, &mut problems)
        });
        let all: Vec<&Edition> = editions.iter().collect();
        let looks = looks(&all, &themes, &mut sources, &mut problems);
        let base = pack.as_ref().map(|pack| &pack.base);
        let settings = check::Settings::read(base, &editions, request.today, &mut problems);
        let outside = match (&pack, before) {
            (Some(pack), _) => pack.base_pack.as_ref().map(|base| base.outside.clone()),
            // What keeps a pack from being read may be in what it builds on, and be mended there.
            (None, before) => before.map(|before| before.outside.clone()),
        };
        let memory = before.map_or_else(Arc::default, |before| Arc::clone(&before.memory));
        memory.turn();
        let known = before.map_or_else(Arc::default, |before| Arc::clone(&before.known));
        Self {
            pack,
            outside: outside.unwrap_or_default(),
            request,
            sources,
            problems,
            all_problems: OnceLock::new(),
            editions,
            looks,
            memory,
            known,
            settings: Mutex::new(settings),
            sites: Mutex::default(),
            printed: Mutex::default(),
        }
    }

    /// The folder of the pack.
    pub fn content(&self) -> &Path {
        &self.request.content
    }

    /// The folder of themes.
    pub fn themes(&self) -> &Path {
        &self.request.themes
    }

    /// The files and folders outside of the pack that belong to what it builds on.
    pub fn outside(&self) -> &[PathBuf] {
        &self.outside
    }

    /// The editions in all their languages.
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// The folder of the edition that a path belongs to: a language of an edition lies within it, so that the longest is the nearest.
    pub fn folder_of(&self, path: &str) -> Option<&str> {
        self.editions
            .iter()
            .map(|edition| edition.folder.as_str())
            .filter(|folder| {
                path.strip_prefix(folder)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
            .max_by_key(|folder| folder.len())
    }

    fn edition_in(&self, folder: &str) -> Option<(&Edition, &Look)> {
        let edition = self
            .editions
            .iter()
            .find(|edition| edition.folder == folder)?;
        Some((edition, self.looks.get(edition.theme.value.as_str())?))
    }

    fn reuse<'w>(&'w self, edition: &'w Edition, look: &'w Look) -> Reuse<'w> {
        Reuse {
            kept: None,
            memory: Some(&self.memory),
            theme: &look.digest,
            edition,
        }
    }

    /// The website of an edition. `None` if there is no such edition. Its pages tell of posters as they came out last, if those are the
    /// same ones; otherwise posters are made first.
    pub fn edition(&self, folder: &str) -> Option<Arc<MadeEdition>> {
        // A thread that panicked while it held the list left it whole.
        let mut all = self.sites.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = all.get(folder) {
            return Some(Arc::clone(made));
        }
        let (edition, look) = self.edition_in(folder)?;
        let posters = match self.known_posters(edition) {
            Some(known) => known,
            None => self.printed(folder)?.files.clone(),
        };
        let mut problems = Diagnostics::new();
        check::edition(
            edition,
            look.theme.files(),
            &self.request.complete,
            self.request.today,
            &mut problems,
        );
        let artifacts = web::pages(edition, &look.theme, &posters, &[], &mut problems);
        let made = Arc::new(MadeEdition {
            folder: folder.to_owned(),
            artifacts,
            posters,
            problems,
        });
        all.insert(folder.to_owned(), Arc::clone(&made));
        Some(made)
    }

    /// What pages say of an edition's posters, as they came out last. `None` unless all that it has now were there then.
    fn known_posters(&self, edition: &Edition) -> Option<Vec<PosterFile>> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let files = known.get(&edition.folder)?;
        let singles = files.iter().filter(|file| !file.subject.is_collection());
        let mut there: Vec<(&PosterSubject, Printing)> =
            singles.map(|file| (&file.subject, file.printing)).collect();
        there.sort();
        let subjects = subjects(edition);
        let printings = edition.posters.printings();
        let mut wanted: Vec<(&PosterSubject, Printing)> = subjects
            .iter()
            .flat_map(|(subject, _)| printings.iter().map(move |&printing| (subject, printing)))
            .collect();
        wanted.sort();
        (there == wanted).then(|| files.clone())
    }

    /// All posters of an edition. `None` if there is no such edition.
    fn printed(&self, folder: &str) -> Option<Arc<PrintedEdition>> {
        let mut all = self.printed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = all.get(folder) {
            return Some(Arc::clone(made));
        }
        let (edition, look) = self.edition_in(folder)?;
        let nothing = std::collections::BTreeSet::new();
        let job = Job {
            request: &self.request,
            publisher: None,
            published_before: &nothing,
            kept: None,
            all: &self.editions,
        };
        let words = look.theme.words(edition, edition.language());
        let mut problems = Diagnostics::new();
        let made = look.press.as_ref().map_or_else(Vec::new, |press| {
            let prints = press.posters(edition, &words, &mut problems);
            job.all_posters(self.reuse(edition, look), look, &prints, &mut problems)
        });
        let files: Vec<PosterFile> = made.iter().map(|(file, _)| file.clone()).collect();
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(folder.to_owned(), files.clone());
        let made = Arc::new(PrintedEdition {
            artifacts: made.into_iter().flat_map(|(_, made)| made).collect(),
            files,
            problems,
        });
        all.insert(folder.to_owned(), Arc::clone(&made));
        Some(made)
    }

    /// A poster of an edition, or several as one file, by its path in the edition's folder. It is made by itself, where that can be done.
    /// `None` if there is none, or it can't be made.
    pub fn poster(&self, folder: &str, path: &str) -> Option<Vec<u8>> {
        let (edition, look) = self.edition_in(folder)?;
        let printings = edition.posters.printings();
        let is_alone = |printing: &Printing| printing.variant() != Variant::Bilingual;
        let alone = subjects(edition).into_iter().find_map(|(subject, poster)| {
            let mut printings = printings.iter().copied().filter(is_alone);
            let printing = printings.find(|&printing| subject.path(printing) == path)?;
            Some((poster, printing))
        });
        let Some((poster, printing)) = alone else {
            let collections = [PosterSubject::All, PosterSubject::Archive];
            let is_one = printings.iter().any(|&printing| {
                !is_alone(&printing)
                    || collections
                        .iter()
                        .any(|subject| subject.path(printing) == path)
            });
            let printed = is_one.then(|| self.printed(folder)).flatten()?;
            return file(&printed.artifacts, path).map(<[u8]>::to_vec);
        };
        let words = look.theme.words(edition, edition.language());
        // What is wrong with it is said with all that is wrong.
        let mut problems = Diagnostics::new();
        let prints = look.press.as_ref()?.posters(edition, &words, &mut problems);
        let scene = prints.scene(poster, printing, &mut problems)?;
        let reuse = self.reuse(edition, look);
        written(&scene, path.to_owned(), reuse, &mut problems).map(|artifact| artifact.bytes)
    }

    /// The page over all editions, with what it needs.
    pub fn start_page(&self) -> BTreeMap<String, Vec<u8>> {
        let there: Vec<&Edition> = self.editions.iter().collect();
        let look = there
            .first()
            .and_then(|first| self.looks.get(first.theme.value.as_str()));
        let Some(look) = look else {
            return BTreeMap::new();
        };
        let mut problems = Diagnostics::new();
        let title = self.pack.as_ref().and_then(Pack::title);
        web::start_page(title.as_deref(), &there, &look.theme, &mut problems)
            .into_iter()
            .map(|Artifact { path, bytes, .. }| (path, bytes))
            .collect()
    }

    /// A handbook of an edition, by its path in the edition's folder: they are made when they are asked for.
    pub fn handbook(&self, folder: &str, path: &str) -> Option<Vec<u8>> {
        let (edition, look) = self.edition_in(folder)?;
        let words = look.theme.words(edition, edition.language());
        let mut problems = Diagnostics::new();
        let prints = look.press.as_ref()?.posters(edition, &words, &mut problems);
        let reuse = self.reuse(edition, look);
        let is_wanted = |wanted: &str| wanted == path;
        let made = handbooks(reuse, &prints, (&words, &[]), is_wanted, &mut problems);
        made.into_iter().next().map(|(_, artifact)| artifact.bytes)
    }

    /// The paths of an edition's posters in its folder, each in its main printing, with their names.
    pub fn posters(&self, folder: &str) -> Vec<(String, String)> {
        let Some((edition, look)) = self.edition_in(folder) else {
            return Vec::new();
        };
        let words = look.theme.words(edition, edition.language());
        let printings = edition.posters.printings();
        let mut all = Vec::new();
        for (subject, poster) in subjects(edition) {
            let title = match poster {
                Poster::Channel(channel) => channel.title.value.clone(),
                Poster::DoAndDont(summary) => summary.title.value.clone(),
                Poster::Contacts => words.get("contacts"),
            };
            for &printing in &printings {
                all.push((subject.path(printing), title.clone()));
            }
        }
        all
    }

    /// How a poster came out, by its path in the edition's folder.
    pub fn fit(&self, folder: &str, path: &str) -> Option<Fit> {
        let (edition, look) = self.edition_in(folder)?;
        let words = look.theme.words(edition, edition.language());
        let mut problems = Diagnostics::new();
        let prints = look.press.as_ref()?.posters(edition, &words, &mut problems);
        subjects(edition).into_iter().find_map(|(subject, poster)| {
            let printings = edition.posters.printings().into_iter();
            let printing = printings
                .into_iter()
                .find(|&printing| subject.path(printing) == path)?;
            let scene = prints.scene(poster, printing, &mut problems)?;
            Fit::of(&scene)
        })
    }

    /// The picture of the first page of a poster, as a PNG.
    pub fn picture(&self, folder: &str, path: &str) -> Option<Vec<u8>> {
        let pdf = self.poster(folder, path)?;
        preview(&pdf).ok().map(|preview| preview.png)
    }

    /// What is wrong with the pack, and with the edition in `folder` if there is one: as text, and how many errors and warnings.
    pub fn problems(&self, folder: Option<&str>) -> (String, usize, usize) {
        let mut problems = self.all_problems.get_or_init(|| self.of_pack()).clone();
        problems.extend(
            folder
                .and_then(|folder| self.of_edition(folder))
                .unwrap_or_default(),
        );
        let mains = self.editions.iter().filter(|edition| edition.is_main());
        let problems = problems.tidied(mains.count());
        let text = render::text(&problems, &self.sources, false);
        (text, problems.errors(), problems.warnings())
    }

    /// What is wrong with the pack as a whole.
    fn of_pack(&self) -> Diagnostics {
        let mut problems = self.problems.clone();
        if let Some(pack) = &self.pack {
            let all: Vec<&Edition> = self.editions.iter().collect();
            let chosen = (all.as_slice(), true);
            check::shared(
                &self.request.content,
                pack,
                chosen,
                &self.sources,
                &mut problems,
            );
        }
        own(self.pack.as_ref(), self.judged(problems))
    }

    /// What is wrong with an edition, its pages and its posters.
    fn of_edition(&self, folder: &str) -> Option<Diagnostics> {
        let (edition, look) = self.edition_in(folder)?;
        let site = self.edition(folder)?;
        let mut problems = site.problems.clone();
        // Where a template failed, a page is missing, and every link to it would only say so again.
        let is_whole = !problems
            .iter()
            .any(|problem| problem.code == Code::Template);
        if is_whole {
            let is_poster = |path: &str| {
                let mut posters = site.posters.iter();
                posters.any(|file| file.subject.path(file.printing) == path)
            };
            check::rendered(
                edition,
                &look.theme,
                &site.artifacts,
                is_poster,
                &mut problems,
            );
        }
        problems.extend(self.printed(folder)?.problems.clone());
        Some(self.judged(problems))
    }

    /// Problems as the pack has them judged.
    fn judged(&self, problems: Diagnostics) -> Diagnostics {
        let mut settings = self.settings.lock().unwrap_or_else(PoisonError::into_inner);
        settings.apply(problems)
    }
}

impl Fit {
    fn of(scene: &Scene) -> Option<Self> {
        /// Millimetres in a point.
        const MILLIMETRES: f32 = 25.4 / 72.0;
        let mut letters: BTreeMap<u32, usize> = BTreeMap::new();
        let mut lowest = 0.0f32;
        let last = scene.pages.last()?;
        for page in &scene.pages {
            for item in &page.items {
                let (Drawing::Glyphs(run), Meaning::Part(_)) = (&item.drawing, item.meaning) else {
                    continue;
                };
                *letters.entry((run.size * 10.0).round() as u32).or_default() += run.glyphs.len();
                if std::ptr::eq(page, last) {
                    let baselines = run.glyphs.iter().map(|glyph| glyph.y);
                    lowest = baselines.fold(lowest, f32::max);
                }
            }
        }
        let points = |tenths: &u32| *tenths as f32 / 10.0;
        Some(Self {
            most: letters
                .iter()
                .max_by_key(|(_, count)| **count)
                .map(|(size, _)| points(size))?,
            smallest: letters.keys().next().map(points)?,
            largest: letters.keys().next_back().map(points)?,
            left: (last.height - lowest) * MILLIMETRES,
            pages: scene.pages.len(),
        })
    }
}
