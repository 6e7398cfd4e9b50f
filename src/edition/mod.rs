//! The pack as one board publishes it.
//!
//! Comes in: the layers of a pack, each a tree of values with their places. They are merged along the chain of an
//! edition by a few rules, terms are filled in, and out goes an [`Edition`]: typed values for pages and posters, together
//! with the merged tree, which remembers for each value which file of which layer wrote it.

mod alphabet;
mod colour;
mod ink;
mod merge;
mod model;
mod near_id;
mod read;
mod resolve;
mod translation;

pub(crate) use alphabet::Alphabet;
pub use colour::Rgb;
pub use ink::{BrandColour, Cmyk};
pub use model::{
    Accessibility, Amendment, Audience, Branding, Channel, Contact, Contents, Distance, DoAndDont,
    DocumentControl, Download, Edition, FontFamily, FontFile, GlossaryEntry, Ground, HandbookFile,
    HandbookFormat, HandbookPart, HandbookSettings, HandbookVariant, Level, LevelAdvice, Licence,
    Logo, Orientation, Overflow, PaperSize, PosterChanges, PosterKind, PosterPicture,
    PosterSettings, PosterText, Printing, Region, Section, Source, Statement, Statistic, Text,
    Tone, Urgency, Variant, Way, Worry,
};

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::compare::LocalAdvice;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::pack::{Languages, PACK_ID, Pack};
use crate::source::{Node, Sources};

/// Resolves every edition of a pack in each of its languages: in the order of the pack, and for each edition its main language
/// first. Those that can't be are left out; why is said in `problems`.
pub fn editions(pack: &Pack, sources: &Sources, problems: &mut Diagnostics) -> Vec<Edition> {
    let parsed = read::ParsedTexts::default();
    let languages = Languages::of(pack);
    let mut all = languages.all();
    if all.is_empty() {
        // Without editions, the pack's own faults are still worth saying.
        all.insert(languages.written(PACK_ID));
    }
    let mut editions = Vec::new();
    for language in all {
        let mut base = None;
        let read: Vec<(Option<Edition>, Diagnostics)> =
            resolve::resolve(pack, &languages, language, problems)
                .into_par_iter()
                .map(|(layer, resolved)| {
                    let mut found = Diagnostics::new();
                    let read =
                        read::edition(layer, &resolved, sources, &pack.assets, &parsed, &mut found);
                    (read, found)
                })
                .collect();
        for (read, found) in read {
            problems.extend(found);
            let Some(mut edition) = read else { continue };
            if wants_local_advice(&edition) {
                let base = base.get_or_insert_with(|| {
                    // What is wrong with the pack has been said.
                    let mut said = Diagnostics::new();
                    let below = pack.below.last().map_or(PACK_ID, |below| &below.id);
                    resolve::tree(pack, &languages, below, language, &mut said)
                });
                edition.local_advice = base
                    .as_ref()
                    .map(|base| Arc::new(LocalAdvice::of(base, &edition.values)));
            }
            editions.push(edition);
        }
    }
    let place = |edition: &Edition| {
        let languages = languages.spoken(&edition.id).iter();
        let layer = pack
            .editions
            .iter()
            .position(|layer| layer.id == edition.id);
        let rank = languages.map(|language| language.value.as_str());
        (
            layer,
            rank.clone()
                .position(|language| language == edition.language()),
        )
    };
    editions.sort_by_cached_key(place);
    if pack.editions.is_empty() {
        problems.push(
            Diagnostic::new(Code::NoEditions, "this pack has no edition to publish")
                .at(pack.base.at, "")
                .help(
                    "make a folder editions/<id> with a file edition.yml, or a table editions.csv",
                ),
        );
    }
    distinct_folders(&editions, problems);
    editions
}

/// Whether pages are to say what an edition advises otherwise than its pack.
fn wants_local_advice(edition: &Edition) -> bool {
    edition
        .values
        .get("local_advice")
        .and_then(|node| node.scalar())
        .is_some_and(|value| &**value == "true")
}

/// The merged tree of an edition in a language, or of the pack itself by its own id; in its main language, if none is named.
/// `None` if its chain is broken, which is then said.
pub fn merged(
    pack: &Pack,
    id: &str,
    language: Option<&str>,
    problems: &mut Diagnostics,
) -> Option<Arc<Node>> {
    let languages = Languages::of(pack);
    let main = languages.spoken(id).first()?.value.as_str();
    resolve::tree(pack, &languages, id, language.unwrap_or(main), problems)
}

/// Two editions in one folder would overwrite one another. Case doesn't tell folders apart on every disk.
fn distinct_folders(editions: &[Edition], problems: &mut Diagnostics) {
    let mut taken: BTreeMap<String, &Edition> = BTreeMap::new();
    // The languages of an edition have folders within its own.
    for edition in editions.iter().filter(|edition| edition.is_main()) {
        if let Some(first) = taken.insert(edition.folder.to_lowercase(), edition) {
            let folder_at = |edition: &Edition| {
                edition
                    .values
                    .get("folder")
                    .map_or(edition.at, |node| node.at)
            };
            problems.push(
                Diagnostic::new(
                    Code::DuplicateFolder,
                    format!(
                        "`{}` and `{}` would be written into one folder, `{}`",
                        first.id, edition.id, edition.folder
                    ),
                )
                .at(folder_at(edition), "this one")
                .at(folder_at(first), "and this one")
                .help("give one of them another `folder`"),
            );
        }
    }
}
