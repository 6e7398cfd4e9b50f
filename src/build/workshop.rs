//! A pack at hand, from which editions are made when somebody looks at them: what `serve` shows.
//!
//! Nothing is written. Posters that were written from the same scene before are taken from memory, so that a changed word costs
//! only what shows it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::handbooks::handbooks;
use super::job::{Job, subjects};
use super::look::{Look, looks};
use super::reuse::{Memory, Reuse};
use super::run::own;
use super::{Artifact, Request};
use crate::acceptance::drift;
use crate::check;
use crate::diagnostic::{Diagnostics, render};
use crate::edition::{Edition, editions};
use crate::pack;
use crate::print::Poster;
use crate::print::preview::preview;
use crate::print::scene::{Drawing, Meaning, Scene};
use crate::source::Sources;
use crate::theme::Themes;
use crate::web;

/// A pack as it was read, with everything to make its editions.
pub struct Workshop {
    request: Request,
    title: Option<String>,
    /// The files and folders outside of the pack that belong to what it builds on.
    outside: Vec<PathBuf>,
    sources: Sources,
    /// What was found wrong while the pack was read.
    problems: Diagnostics,
    editions: Vec<Edition>,
    looks: BTreeMap<String, Look>,
    memory: Arc<Memory>,
    /// What the pack says of checks.
    settings: Mutex<check::Settings>,
    /// What was made already, by the folder of the edition.
    made: Mutex<BTreeMap<String, Arc<MadeEdition>>>,
}

/// An edition in one of its languages, made in memory.
pub struct MadeEdition {
    /// Its files, by their paths from the top of the output.
    files: BTreeMap<String, Vec<u8>>,
    problems: Diagnostics,
}

impl MadeEdition {
    /// The bytes of a file.
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }
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
        if let Some(pack) = &pack {
            check::shared(
                &request.content,
                pack,
                (&all, true),
                &sources,
                &mut problems,
            );
        }
        let base = pack.as_ref().map(|pack| &pack.base);
        let mut settings = check::Settings::read(base, &editions, request.today, &mut problems);
        let problems = own(pack.as_ref(), settings.apply(problems));
        let outside = match (&pack, before) {
            (Some(pack), _) => pack.base_pack.as_ref().map(|base| base.outside.clone()),
            // What keeps a pack from being read may be in what it builds on, and be mended there.
            (None, before) => before.map(|before| before.outside.clone()),
        };
        let memory = before.map_or_else(Arc::default, |before| Arc::clone(&before.memory));
        memory.turn();
        Self {
            title: pack.as_ref().and_then(pack::Pack::title),
            outside: outside.unwrap_or_default(),
            request,
            sources,
            problems,
            editions,
            looks,
            memory,
            settings: Mutex::new(settings),
            made: Mutex::default(),
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

    /// The website and the posters of an edition. `None` if there is no such edition.
    pub fn edition(&self, folder: &str) -> Option<Arc<MadeEdition>> {
        // A thread that panicked while it held the list left it whole.
        let mut all = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = all.get(folder) {
            return Some(Arc::clone(made));
        }
        let (edition, look) = self.edition_in(folder)?;
        let mut problems = Diagnostics::new();
        check::edition(
            edition,
            look.theme.files(),
            &self.request.complete,
            self.request.today,
            &mut problems,
        );
        let nothing = std::collections::BTreeSet::new();
        let job = Job {
            request: &self.request,
            publisher: None,
            published_before: &nothing,
            kept: None,
            all: &self.editions,
        };
        let (_, artifacts) = job.made(self.reuse(edition, look), look, &mut problems);
        let mut settings = self.settings.lock().unwrap_or_else(PoisonError::into_inner);
        let problems = settings.apply(problems);
        let files = artifacts
            .into_iter()
            .map(|artifact| (format!("{folder}/{}", artifact.path), artifact.bytes))
            .collect();
        let made = Arc::new(MadeEdition { files, problems });
        all.insert(folder.to_owned(), Arc::clone(&made));
        Some(made)
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
        web::start_page(self.title.as_deref(), &there, &look.theme, &mut problems)
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
        let made = self.edition(folder)?;
        let pdf = made.file(&format!("{folder}/{path}"))?;
        preview(pdf).ok().map(|preview| preview.png)
    }

    /// What is wrong with the pack, and with the edition in `folder` if there is one: as text, and how many errors and warnings.
    pub fn problems(&self, folder: Option<&str>) -> (String, usize, usize) {
        let mut problems = self.problems.clone();
        if let Some(made) = folder.and_then(|folder| self.edition(folder)) {
            problems.extend(made.problems.clone());
        }
        let mains = self.editions.iter().filter(|edition| edition.is_main());
        let problems = problems.tidied(mains.count());
        let text = render::text(&problems, &self.sources, false);
        (text, problems.errors(), problems.warnings())
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
