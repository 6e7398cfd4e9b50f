//! The posters of an edition as files for a print shop.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Artifact;
use super::printed::written;
use super::reuse::Reuse;
use crate::diagnostic::Diagnostics;
use crate::edition::{Printing, Variant};
use crate::print::scene::Scene;
use crate::print::{Poster, Posters, PrintShop};
use crate::web::PosterSubject;

/// A poster in its printings, and what is wrong with it.
type Made = (Vec<(Printing, Artifact, Scene)>, Diagnostics);

/// Every poster in every printing, and all of a printing in one file. A print shop has ink to spare.
pub(super) fn posters(
    reuse: Reuse<'_>,
    posters: &Posters<'_>,
    subjects: &[(PosterSubject, Poster<'_>)],
    problems: &mut Diagnostics,
) -> Vec<Artifact> {
    let shop = posters.for_print_shop(problems);
    let mut printings = reuse.edition.posters.printings();
    // Two languages on one sheet are for the office: a print shop gets each poster by itself.
    printings
        .retain(|printing| !matches!(printing.variant(), Variant::InkSaver | Variant::Bilingual));
    let made: Vec<Made> = subjects
        .par_iter()
        .map(|(subject, poster)| made(reuse, &shop, subject, *poster, &printings))
        .collect();
    let mut artifacts = Vec::new();
    let mut scenes: BTreeMap<Printing, Vec<Scene>> = BTreeMap::new();
    for (poster, found) in made {
        for (printing, artifact, scene) in poster {
            artifacts.push(artifact);
            scenes.entry(printing).or_default().push(scene);
        }
        problems.extend(found);
    }
    for printing in printings {
        let all = scenes.remove(&printing).and_then(|all| posters.set(all));
        let path = PosterSubject::All.path_for_print_shop(printing);
        artifacts.extend(all.and_then(|all| written(&all, path, reuse, problems)));
    }
    artifacts
}

fn made(
    reuse: Reuse<'_>,
    shop: &PrintShop<'_>,
    subject: &PosterSubject,
    poster: Poster<'_>,
    printings: &[Printing],
) -> Made {
    let mut problems = Diagnostics::new();
    let mut made = Vec::with_capacity(printings.len());
    for &printing in printings {
        let path = subject.path_for_print_shop(printing);
        let file = format!("{}/{path}", reuse.edition.folder);
        // One that can't be set in the first printing would only say the same again in others.
        let Some(scene) = shop.scene(poster, printing, &file, &mut problems) else {
            break;
        };
        if let Some(artifact) = written(&scene, path, reuse, &mut problems) {
            made.push((printing, artifact, scene));
        }
    }
    (made, problems)
}
