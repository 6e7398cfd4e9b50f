//! The pack that a pack builds on: `extends` of `pack.yml`.
//!
//! Comes in: what a pack says of its base, and the lock beside it. Goes out: the layers that lie below everything of the pack, the
//! lowest first, with their pictures and themes.
//!
//! A base pack is somebody else's, and changes when they say so. So it has to be taken: the lock keeps the digest of what was taken, and
//! a copy of it. As long as what is at hand is what was taken, that is read. Once it is not, the copy is read, and it is said that
//! there is something new to look at. A base pack may build on another; then the same holds for its lock and its copy.

mod found;
mod lock;
mod wish;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(super) use found::normal;
pub use lock::Lock;
pub(crate) use lock::{COPY_FILE, LOCK_FILE};

use super::layer::PACK_ID;
use super::read::{Parts, parts};
use super::{Assets, Layer};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity, Span};
use crate::source::folder::{Folder, is_text};
use crate::source::{Node, Sources, archive};
use found::Found;
use wish::Wish;

/// How many packs may build on one another. Nobody has a use for more, and copies of packs lie in one another.
const DEEPEST: usize = 8;

/// Which state of a base pack is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// The one that was taken, if there is one.
    Taken,
    /// The one that is at hand.
    AtHand,
}

/// The pack that another builds on.
#[derive(Debug)]
pub struct BasePack {
    /// What it is called: the first part of the ids of its layers.
    pub name: String,
    /// What was read of it.
    pub lock: Lock,
    /// What was taken of it, if anything.
    pub taken: Option<Lock>,
    /// The files and folders outside that it was read from.
    pub outside: Vec<PathBuf>,
    /// The files of its themes, and of those of the packs below it, by their paths from the folder of themes.
    pub(crate) themes: BTreeMap<String, BaseFile>,
    /// Its files.
    found: Found,
    /// The numbers of the texts of it, and of all packs below it.
    texts: Range<u32>,
}

/// A file of a base pack.
#[derive(Debug, Clone)]
pub(crate) struct BaseFile {
    /// Its path in messages.
    pub shown: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl BasePack {
    /// Whether a place is in a text of it.
    pub fn holds(&self, at: Span) -> bool {
        self.texts.contains(&at.file.0)
    }

    /// A copy of it as an archive, to be kept. What can go wrong, only memory can.
    pub(crate) fn copy(&self) -> Result<Vec<u8>, String> {
        let files: Vec<(String, &[u8])> = self.found.files().collect();
        let files = files.iter().map(|(path, bytes)| (path.as_str(), *bytes));
        archive::written(files).map_err(|error| error.to_string())
    }

    /// The files of it that are no texts of the pack: pictures, attachments, and those of themes. By their paths.
    pub(crate) fn files(&self) -> BTreeMap<String, &[u8]> {
        let content = self.found.content.iter().filter(|(path, _)| {
            !is_text(path) && *path != COPY_FILE && !path.starts_with("editions/")
        });
        let content = content.map(|(path, bytes)| (path.clone(), bytes.as_slice()));
        let themes = self.themes.iter();
        let themes = themes.map(|(path, file)| (format!("themes/{path}"), file.bytes.as_slice()));
        content.chain(themes).collect()
    }
}

/// A pack that builds on another.
pub(super) struct Above<'a> {
    /// What it says of the one that it builds on.
    pub extends: &'a Node,
    /// Where its `pack.yml` lies, if it lies in a folder as it is.
    pub home: Option<&'a Path>,
    /// What paths of its files begin with in messages.
    pub shown: &'a str,
    /// Its lock.
    pub lock: Option<&'a Node>,
    /// Its copy of the base pack.
    pub copy: Option<&'a [u8]>,
}

/// What lies below a pack.
pub(super) struct Below {
    /// The layers, the lowest first.
    pub layers: Vec<Layer>,
    /// Their pictures and attachments.
    pub assets: Assets,
    /// The pack itself.
    pub base: BasePack,
}

/// A pack on the way down.
struct Step {
    /// Its folder, if it lies in one as it is.
    folder: Option<PathBuf>,
    /// Where it says what it builds on.
    at: Span,
}

/// Reads what lies below a pack.
#[derive(Default)]
pub(super) struct Way {
    steps: Vec<Step>,
    names: BTreeSet<String>,
}

impl Way {
    /// Reads what lies below a pack. `None` if it can't be had, which has then been said.
    pub(super) fn below(
        &mut self,
        above: &Above<'_>,
        state: State,
        sources: &mut Sources,
        problems: &mut Diagnostics,
    ) -> Option<Below> {
        let wish = Wish::read(above.extends, problems)?;
        self.steps.push(Step {
            folder: above.home.and_then(|home| home.canonicalize().ok()),
            at: wish.pack.at,
        });
        let name = self.name(&wish);
        let taken = above.lock.and_then(Lock::read);
        let with_editions = wish.edition.is_some();
        let mut doubts = Diagnostics::new();
        let chosen = chosen(above, &wish, &name, (state, &taken), &mut doubts);
        if let Some((found, _)) = &chosen
            && let Some(problem) = self.misplaced(&wish, &name, found)
        {
            problems.push(problem);
            return None;
        }
        problems.extend(doubts);
        let (found, lock) = chosen?;
        problems.extend(
            wish.misfit(lock.version.as_deref(), &name)
                .into_iter()
                .collect(),
        );
        let start = sources.len() as u32;
        let mut said = Diagnostics::new();
        let mut folder = Folder::of_files(
            found.content.clone(),
            found.shown.clone(),
            sources,
            &mut said,
        );
        let parts = parts(&mut folder, with_editions, sources, &mut said);
        let layers = parts
            .as_ref()
            .and_then(|parts| own_layers(parts, &wish, &name, problems));
        let is_used = |id: &str| layers.iter().flatten().any(|layer| layer.id == id);
        let concerns_us = |problem: &Diagnostic| {
            let place = problem.labels.first();
            let edition = place.and_then(|label| {
                let path = &sources.file(label.at.file).path;
                let within = path.strip_prefix(&found.shown)?;
                let (id, _) = within.strip_prefix("editions/")?.split_once('/')?;
                Some(layer_id(&name, id))
            });
            // What is doubtful in it is for those who keep it, and so is what is wrong with its editions.
            problem.severity == Severity::Error && edition.is_none_or(|id| is_used(&id))
        };
        problems.extend(said.into_iter().filter(concerns_us).collect());
        let (parts, own) = (parts?, layers?);
        let deeper = match &parts.extends {
            None => None,
            Some(extends) => Some(self.below(
                &Above {
                    extends,
                    home: found.home.as_deref(),
                    shown: &found.shown,
                    lock: parts.lock.as_deref(),
                    copy: found.content.get(COPY_FILE).map(Vec::as_slice),
                },
                State::Taken,
                sources,
                problems,
            )?),
        };
        let mut themes = themes(&found);
        let mut outside = found.outside.clone();
        let mut assets = Assets::new(folder.assets, folder.shown);
        let mut layers = Vec::new();
        if let Some(deeper) = deeper {
            layers = deeper.layers;
            assets = assets.over(deeper.assets);
            outside.extend(deeper.base.outside);
            for (path, file) in deeper.base.themes {
                themes.entry(path).or_insert(file);
            }
        }
        layers.extend(own);
        Some(Below {
            layers,
            assets,
            base: BasePack {
                name,
                lock,
                taken,
                outside,
                themes,
                texts: start..sources.len() as u32,
                found,
            },
        })
    }

    /// What a base pack is called, other than all packs above it.
    fn name(&mut self, wish: &Wish) -> String {
        let name = found::name(&wish.pack.value);
        let mut free = name.clone();
        let mut number = 2;
        while !self.names.insert(free.clone()) {
            free = format!("{name}-{number}");
            number += 1;
        }
        free
    }

    /// Says if a base pack can't be one, because it is a pack above, or lies in one, or too deep.
    fn misplaced(&self, wish: &Wish, name: &str, found: &Found) -> Option<Diagnostic> {
        let home = found
            .home
            .as_ref()
            .and_then(|home| home.canonicalize().ok());
        let same = |step: &Step| step.folder.is_some() && step.folder == home;
        if let Some(start) = self.steps.iter().position(same) {
            let mut problem = Diagnostic::new(
                Code::ExtendsCycle,
                "these packs build on one another in a circle",
            );
            for step in self.steps.iter().skip(start).rev() {
                problem = problem.at(step.at, "builds on this");
            }
            return Some(problem.help("let one of them stand alone: take its `extends` out"));
        }
        let lies_within = self.steps.iter().any(|step| {
            step.folder
                .as_ref()
                .zip(home.as_ref())
                .is_some_and(|(above, home)| home.starts_with(above))
        });
        if lies_within {
            let problem = Diagnostic::new(
                Code::WrongForm,
                format!("the pack `{name}` lies within the folder of the pack that builds on it"),
            );
            return Some(
                problem.at(wish.pack.at, "").help(
                    "put it beside that folder: its files would be taken for this pack's own",
                ),
            );
        }
        (self.steps.len() > DEEPEST).then(|| {
            Diagnostic::new(
                Code::ExtendsCycle,
                format!("more than {DEEPEST} packs build on one another"),
            )
            .at(wish.pack.at, "this is one too many")
        })
    }
}

/// Chooses between what is at hand and the copy of what was taken. `None` if neither can be had, which has then been said.
fn chosen(
    above: &Above<'_>,
    wish: &Wish,
    name: &str,
    (state, taken): (State, &Option<Lock>),
    problems: &mut Diagnostics,
) -> Option<(Found, Lock)> {
    let at = wish.pack.at;
    let with_editions = wish.edition.is_some();
    let with_lock = |found: Found| {
        let lock = Lock::of(&found, with_editions);
        (found, lock)
    };
    let at_hand = match above.home {
        Some(home) => Found::at_hand(wish, home, problems),
        None => Err(out_of_reach(wish, name)),
    };
    let at_hand = at_hand.map(with_lock);
    if let (Ok((_, lock)), Some(taken)) = (&at_hand, taken)
        && *lock == *taken
    {
        return at_hand.ok();
    }
    let copy = || {
        let files = archive::read(above.copy?).ok()?;
        let found = Found::among(files, &format!("{}{COPY_FILE}/", above.shown))?;
        let (found, lock) = with_lock(found);
        (Some(&lock) == taken.as_ref()).then_some((found, lock))
    };
    if state == State::Taken
        && let Some((mut copy, lock)) = copy()
    {
        match &at_hand {
            Ok((found, now)) => {
                copy.outside.clone_from(&found.outside);
                problems.push(
                    Diagnostic::new(Code::BaseChanged, changed(name, &lock, now))
                        .at(at, "what was taken goes on to be used")
                        .help(format!(
                            "see what would change, edition by edition: {}",
                            command(above)
                        )),
                );
            }
            // It isn't there, and may come back.
            Err(_) => copy
                .outside
                .extend(above.home.map(|home| home.join(&wish.pack.value))),
        }
        return Some((copy, lock));
    }
    match at_hand {
        Ok((found, now)) => {
            if state == State::Taken {
                let problem =
                    not_taken(name, taken.as_ref(), &now).at(at, "this pack builds on it");
                let update = command(above);
                problems.push(
                    problem
                        .help(format!(
                            "see what would change, edition by edition: {update}"
                        ))
                        .help(format!("and take it: {update} --take")),
                );
            }
            Some((found, now))
        }
        Err(problem) => {
            problems.push(problem);
            None
        }
    }
}

fn changed(name: &str, taken: &Lock, now: &Lock) -> String {
    let versions = if taken.version == now.version {
        format!("it is still {}, and says something else", now.named())
    } else {
        format!("it was {}, and is {} now", taken.named(), now.named())
    };
    format!("the pack `{name}` has changed since it was taken: {versions}")
}

fn not_taken(name: &str, taken: Option<&Lock>, now: &Lock) -> Diagnostic {
    let message = match taken {
        None => format!(
            "nobody has taken the pack `{name}` yet; at hand is {}",
            now.named()
        ),
        Some(taken) => format!(
            "{}, and what was taken is no longer here",
            changed(name, taken, now)
        ),
    };
    Diagnostic::new(Code::BaseNotTaken, message)
}

/// The command by which a pack takes another.
fn command(above: &Above<'_>) -> String {
    /// The folder that commands look for a pack in.
    const USUAL: &str = "content/";
    match above.shown {
        USUAL => "noticeboard update".to_owned(),
        "" => "noticeboard update --content .".to_owned(),
        folder => format!(
            "noticeboard update --content {}",
            folder.trim_end_matches('/')
        ),
    }
}

fn out_of_reach(wish: &Wish, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::MissingFile,
        format!("the pack `{name}` is not in reach: the pack that builds on it was not read from a folder"),
    )
    .at(wish.pack.at, "")
    .help("archives and repositories have what they build on in pack.lock.zip: run noticeboard update --take where they are made")
}

/// The files of the themes that a base pack has.
fn themes(found: &Found) -> BTreeMap<String, BaseFile> {
    let files = found.themes.iter().map(|(path, bytes)| {
        let file = BaseFile {
            shown: format!("{}{path}", found.themes_shown),
            bytes: bytes.clone(),
        };
        (path.clone(), file)
    });
    files.collect()
}

/// The id of a layer of a base pack.
fn layer_id(name: &str, id: &str) -> String {
    format!("{name}/{id}")
}

/// The layers of a base pack itself: its own, and those of the edition that is built on, with all that this extends. `None` if there is no such edition, which
/// has then been said.
fn own_layers(
    parts: &Parts,
    wish: &Wish,
    name: &str,
    problems: &mut Diagnostics,
) -> Option<Vec<Layer>> {
    let mut layers: Vec<&Layer> = Vec::new();
    let mut next = wish.edition.clone();
    while let Some(id) = next.take().filter(|id| id.value != PACK_ID) {
        let found = parts.editions.get(&id.value);
        let Some(layer) = found else {
            problems.push(
                Diagnostic::new(
                    Code::UnknownParent,
                    format!("the pack `{name}` has no edition `{}`", id.value),
                )
                .at(id.at, "")
                .suggest(&id.value, parts.editions.keys().map(String::as_str)),
            );
            return None;
        };
        if layers.iter().any(|known| known.id == layer.id) {
            problems.push(
                Diagnostic::new(
                    Code::ExtendsCycle,
                    format!("editions of the pack `{name}` extend one another in a circle"),
                )
                .at(id.at, ""),
            );
            return None;
        }
        layers.push(layer);
        next.clone_from(&layer.extends);
    }
    layers.push(&parts.base);
    let layers = layers.into_iter().rev().map(|layer| Layer {
        id: layer_id(name, &layer.id),
        extends: None,
        accepted: None,
        ..layer.clone()
    });
    Some(layers.collect())
}

/// What a pack says of the one that it builds on.
pub(super) fn extends(tree: &Node) -> Option<Arc<Node>> {
    tree.get("extends").cloned()
}
