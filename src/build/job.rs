//! Making the artifacts of one edition, and the page over all of them.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::digest::{PROGRAM, of_edition};
use super::handbooks::handbooks;
use super::look::Look;
use super::print_shop;
use super::printed::{Printed, archive};
use super::publish::Publisher;
use super::record::{Kept, NewEntry, Origin};
use super::reuse::Reuse;
use super::scope::Scope;
use super::{Artifact, Made, Only, Reason, Request};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::edition::{Edition, Printing, Variant};
use crate::print::scene::Scene;
use crate::print::{Poster, Posters};
use crate::source::folder::has_ending;
use crate::web::{PosterFile, PosterSubject, PublishedHandbook};
use crate::{check, web};

/// What making any edition needs.
pub(super) struct Job<'a> {
    pub(super) request: &'a Request,
    pub(super) publisher: Option<&'a Publisher>,
    pub(super) published_before: &'a BTreeSet<String>,
    /// What earlier builds made; none if nothing is published.
    pub(super) kept: Option<&'a Kept<'a>>,
    /// Every edition of the pack in each of its languages.
    pub(super) all: &'a [Edition],
}

/// An edition in one of its languages, when it is done.
pub(super) struct Done<'e> {
    pub(super) edition: &'e Edition,
    pub(super) made: Made,
    /// Everything that is wrong with it.
    pub(super) problems: Diagnostics,
    /// How it was made; none if it is as it was published.
    pub(super) fresh: Option<Fresh>,
}

impl Done<'_> {
    /// Its folder, and why it was made anew; none if it is as it was published.
    pub(super) fn anew(&self) -> Option<(String, Reason)> {
        let fresh = self.fresh.as_ref()?;
        Some((self.edition.folder.clone(), fresh.reason.clone()))
    }

    /// What the record is to say of it, if there is anything new to say.
    pub(super) fn entry(&self, scope: &Scope<'_>) -> Option<NewEntry<'_>> {
        let fresh = self.fresh.as_ref()?;
        let folder = self.edition.folder.as_str();
        (!scope.holds_back(folder) && !scope.is_partial(folder)).then(|| NewEntry {
            folder,
            origin: fresh.origin.clone(),
            pages: self.made.pages,
            posters: self.made.posters,
            files: fresh.files.clone(),
            problems: &fresh.problems,
        })
    }
}

/// How an edition was made anew.
pub(super) struct Fresh {
    pub(super) reason: Reason,
    pub(super) origin: Origin,
    /// Paths in the output, each with the digest of the scene it was written from, if it was.
    pub(super) files: Vec<(String, Option<String>)>,
    /// What was found wrong while it was made.
    pub(super) problems: Diagnostics,
}

impl Job<'_> {
    /// Makes an edition and sets its artifacts aside, or takes it as it is published.
    pub(super) fn edition<'e>(&self, edition: &'e Edition, look: &Look) -> Done<'e> {
        let mut problems = Diagnostics::new();
        check::edition(
            edition,
            look.theme.files(),
            &self.request.complete,
            self.request.today,
            &mut problems,
        );
        let origin = self.origin(edition, look);
        let reason = match self.as_published(edition, &origin) {
            Ok((made, found)) => {
                problems.extend(found);
                return Done {
                    edition,
                    made,
                    problems,
                    fresh: None,
                };
            }
            Err(reason) => reason,
        };
        let mut found = Diagnostics::new();
        let reuse = Reuse {
            kept: self.kept,
            memory: None,
            theme: &look.digest,
            edition,
        };
        let (made, artifacts) = self.made(reuse, look, &mut found);
        let files = self.set_aside(edition, artifacts, &mut found);
        problems.extend(found.clone());
        Done {
            edition,
            made,
            problems,
            fresh: Some(Fresh {
                reason,
                origin,
                files,
                problems: found,
            }),
        }
    }

    /// What an edition is made from.
    fn origin(&self, edition: &Edition, look: &Look) -> Origin {
        if self.kept.is_none() {
            return Origin::default();
        }
        Origin {
            program: PROGRAM.to_owned(),
            options: format!("{:?}", self.request.extras),
            theme: look.digest.clone(),
            edition: self.digest(edition),
        }
    }

    /// The digest of all that goes into an edition: its twin, too, if its words stand on the same posters.
    fn digest(&self, edition: &Edition) -> String {
        let own = of_edition(edition);
        match self.twin(edition) {
            Some(twin) => format!("{own}-{}", of_edition(twin)),
            None => own,
        }
    }

    /// The edition in its second language, if it has posters in two.
    fn twin(&self, edition: &Edition) -> Option<&Edition> {
        asks_for_two_languages(edition)?;
        let second = edition.languages.get(1).filter(|_| edition.is_main())?;
        self.all
            .iter()
            .find(|other| other.id == edition.id && other.language == second.value)
    }

    /// What was made of an edition by an earlier build, if it would be the same now.
    fn as_published(
        &self,
        edition: &Edition,
        origin: &Origin,
    ) -> Result<(Made, Diagnostics), Reason> {
        if self.request.only.is_some() || !self.request.formats.is_empty() {
            return Err(Reason::Part);
        }
        let (publisher, kept) = self.publisher.zip(self.kept).ok_or(Reason::New)?;
        let (entry, problems) = kept.edition(&edition.folder, origin)?;
        publisher.keep(entry.files.iter().map(|file| file.path.as_str()));
        let made = Made {
            edition: edition.id.clone(),
            folder: edition.folder.clone(),
            pages: entry.pages,
            posters: entry.posters,
            outside: Vec::new(),
        };
        Ok((made, problems))
    }

    /// Makes what is asked for of an edition.
    pub(super) fn made(
        &self,
        reuse: Reuse<'_>,
        look: &Look,
        problems: &mut Diagnostics,
    ) -> (Made, Vec<Artifact>) {
        let edition = reuse.edition;
        if self.request.only == Some(Only::PrintShop) {
            return for_print_shop(reuse, look, problems);
        }
        let words = look.theme.words(edition, edition.language());
        let prints = look
            .press
            .as_ref()
            .map(|press| press.posters(edition, &words, problems));
        let posters = prints
            .as_ref()
            .filter(|_| self.request.only != Some(Only::Handbook))
            .map(|prints| self.all_posters(reuse, look, prints, problems))
            .unwrap_or_default();
        let handbooks = prints
            .as_ref()
            .filter(|_| self.request.extras.handbooks && self.request.only != Some(Only::Posters))
            .map(|prints| {
                // When only the site is made, its pages link to the handbooks that were published before.
                let is_wanted = |path: &str| {
                    self.request.only != Some(Only::Site)
                        || self
                            .published_before
                            .contains(&format!("{}/{path}", edition.folder))
                };
                let forms = (&words, self.request.formats.as_slice());
                handbooks(reuse, prints, forms, is_wanted, problems)
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
            folder: edition.folder.clone(),
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
                problems,
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
            check::rendered(edition, &look.theme, &artifacts, published, problems);
        }
        if self.request.outside.is_some() {
            made.outside = check::outside_links(edition, &look.theme, &artifacts);
        }
        (made, artifacts)
    }

    /// The posters of an edition, those in two languages among them.
    pub(super) fn all_posters(
        &self,
        reuse: Reuse<'_>,
        look: &Look,
        prints: &Posters<'_>,
        problems: &mut Diagnostics,
    ) -> Vec<(PosterFile, Vec<Artifact>)> {
        let twin = self.twin(reuse.edition).zip(look.press.as_ref());
        let twin_words = twin.map(|(twin, _)| look.theme.words(twin, twin.language()));
        // What is wrong with it by itself is said where it is made.
        let mut found = Diagnostics::new();
        let twin = twin
            .zip(twin_words.as_ref())
            .map(|((twin, press), words)| (twin, press.posters(twin, words, &mut found)));
        self.posters(reuse, prints, twin.as_ref(), problems)
    }

    /// Sets the artifacts of an edition aside, in its folder. Says where they go.
    fn set_aside(
        &self,
        edition: &Edition,
        mut artifacts: Vec<Artifact>,
        problems: &mut Diagnostics,
    ) -> Vec<(String, Option<String>)> {
        for artifact in &mut artifacts {
            artifact.path.insert_str(0, &format!("{}/", edition.folder));
        }
        if let Some(publisher) = self.publisher {
            publisher.add(&artifacts, problems);
        }
        artifacts
            .into_iter()
            .map(|artifact| (artifact.path, artifact.made_from))
            .collect()
    }

    /// The posters of an edition, one by one and all at once. When only the site is made, those that were published before:
    /// pages link to them.
    fn posters(
        &self,
        reuse: Reuse<'_>,
        posters: &Posters<'_>,
        twin: Option<&(&Edition, Posters<'_>)>,
        problems: &mut Diagnostics,
    ) -> Vec<(PosterFile, Vec<Artifact>)> {
        let edition = reuse.edition;
        problems.extend(one_language_for_two(edition));
        let is_wanted = |subject: &PosterSubject, printing: Printing| {
            let path = format!("{}/{}", edition.folder, subject.path(printing));
            self.request.only != Some(Only::Site) || self.published_before.contains(&path)
        };
        // Only the main printing is shown on pages. When only the site is made, pictures stay as they were, like the posters.
        let wants_preview = |subject: &PosterSubject, printing: Printing| {
            let path = format!("{}/{}", edition.folder, subject.preview_path());
            self.request.extras.previews
                && printing == edition.posters.main_printing()
                && (self.request.only != Some(Only::Site) || self.published_before.contains(&path))
        };
        let mut printings = edition.posters.printings();
        // They lie with the main language, which comes first on them.
        printings.retain(|printing| printing.variant() != Variant::Bilingual || twin.is_some());
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
                    let scene = match twin.filter(|_| printing.variant() == Variant::Bilingual) {
                        None => posters.scene(poster, printing, &mut problems),
                        Some((twin, its)) => poster_of(twin, &subject).and_then(|other| {
                            posters.in_two_languages(poster, (its, other), printing, &mut problems)
                        }),
                    };
                    let Some(scene) = scene else {
                        break;
                    };
                    let written =
                        Printed::write(subject.clone(), printing, scene, reuse, &mut problems);
                    made.extend(written.map(|printed| {
                        if wants_preview(&subject, printing) {
                            printed.with_preview(reuse, &mut problems)
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
                let set = Printed::write(PosterSubject::All, printing, scene, reuse, &mut problems);
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
    pub(super) fn start_page(
        &self,
        title: Option<&str>,
        all: &[Edition],
        is_made: impl Fn(&Edition) -> bool,
        looks: &BTreeMap<String, Look>,
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
                is_made(edition)
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

/// Makes an edition's posters for a print shop.
fn for_print_shop(
    reuse: Reuse<'_>,
    look: &Look,
    problems: &mut Diagnostics,
) -> (Made, Vec<Artifact>) {
    let edition = reuse.edition;
    let subjects = subjects(edition);
    let artifacts = look.press.as_ref().map_or_else(Vec::new, |press| {
        let words = look.theme.words(edition, edition.language());
        let posters = press.posters(edition, &words, problems);
        print_shop::posters(reuse, &posters, &subjects, problems)
    });
    let made = Made {
        edition: edition.id.clone(),
        folder: edition.folder.clone(),
        pages: 0,
        posters: artifacts
            .iter()
            .filter(|artifact| !artifact.path.ends_with("/all.pdf"))
            .count(),
        outside: Vec::new(),
    };
    (made, artifacts)
}

/// Where an edition asks for posters in two languages; `None` if it doesn't.
fn asks_for_two_languages(edition: &Edition) -> Option<Span> {
    let mut variants = edition.posters.variants.iter();
    variants
        .find(|variant| variant.value == Variant::Bilingual)
        .map(|variant| variant.at)
}

/// What to say of an edition that asks for posters in two languages and has one.
fn one_language_for_two(edition: &Edition) -> Diagnostics {
    let mut problems = Diagnostics::new();
    if let Some(at) = asks_for_two_languages(edition)
        && edition.languages.len() < 2
    {
        problems.push(
            Diagnostic::new(
                Code::WrongForm,
                format!(
                    "`{}` has one language, and no poster can have two",
                    edition.id
                ),
            )
            .at(at, "")
            .help("name the second in `languages`, such as [cy, en]; or leave `bilingual` out")
            .in_edition(&edition.id),
        );
    }
    problems
}

/// The poster of an edition on this subject.
fn poster_of<'e>(edition: &'e Edition, subject: &PosterSubject) -> Option<Poster<'e>> {
    let mut subjects = subjects(edition).into_iter();
    subjects
        .find(|(its, _)| its == subject)
        .map(|(_, poster)| poster)
}

/// Everything that an edition has a poster of.
pub(super) fn subjects(edition: &Edition) -> Vec<(PosterSubject, Poster<'_>)> {
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
