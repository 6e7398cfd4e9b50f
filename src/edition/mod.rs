//! The pack as one board publishes it.
//!
//! Comes in: the layers of a pack, each a tree of values with their places. They are merged along the chain of an
//! edition by a few rules, terms are filled in, and out goes an [`Edition`]: typed values for pages and posters, together
//! with the merged tree, which remembers for each value which file of which layer wrote it.

mod colour;
mod ink;
mod merge;
mod model;
mod read;
mod resolve;

pub use colour::Rgb;
pub use ink::{BrandColour, Cmyk};
pub use model::{
    Accessibility, Amendment, Audience, Branding, Channel, Contact, Contents, Distance, DoAndDont,
    DocumentControl, Download, Edition, FontFamily, FontFile, GlossaryEntry, Ground, Level,
    LevelAdvice, Licence, Logo, Orientation, Overflow, PaperSize, PosterChanges, PosterKind,
    PosterPicture, PosterSettings, PosterText, Printing, Region, Section, Source, Statement,
    Statistic, Text, Tone, Urgency, Variant, Way, Worry,
};

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::pack::Pack;
use crate::source::Sources;

/// Resolves every edition of a pack. Those that can't be are left out; why is said in `problems`.
pub fn editions(pack: &Pack, sources: &Sources, problems: &mut Diagnostics) -> Vec<Edition> {
    let parsed = read::ParsedTexts::default();
    let mut editions = Vec::new();
    for (layer, resolved) in resolve::resolve(pack, problems) {
        editions.extend(read::edition(
            layer,
            &resolved,
            sources,
            &pack.assets,
            &parsed,
            problems,
        ));
    }
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

/// Two editions in one folder would overwrite one another. Case doesn't tell folders apart on every disk.
fn distinct_folders(editions: &[Edition], problems: &mut Diagnostics) {
    let mut taken: BTreeMap<String, &Edition> = BTreeMap::new();
    for edition in editions {
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
