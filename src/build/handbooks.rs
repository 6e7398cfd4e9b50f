//! Handbooks as files.

use rayon::prelude::*;

use super::Artifact;
use super::reuse::Reuse;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{Edition, HandbookFile, HandbookFormat};
use crate::handbook;
use crate::print::{Posters, pdf};
use crate::theme::Words;
use crate::web::PublishedHandbook;

/// A handbook that has been written: what pages say of it, and the file.
pub(super) type Written = (PublishedHandbook, Artifact);

/// Writes the handbook of an edition in all formats and variants that are wanted; in these formats instead of its own, if any are
/// given. What can't be written has been said.
pub(super) fn handbooks(
    reuse: Reuse<'_>,
    posters: &Posters<'_>,
    (words, formats): (&Words, &[HandbookFormat]),
    is_wanted: impl Fn(&str) -> bool,
    problems: &mut Diagnostics,
) -> Vec<Written> {
    let files: Vec<HandbookFile> = reuse
        .edition
        .handbook
        .files_in(formats)
        .into_iter()
        .filter(|file| is_wanted(&file.path()))
        .collect();
    let written: Vec<(Option<Written>, Diagnostics)> = files
        .into_par_iter()
        .map(|file| {
            let mut problems = Diagnostics::new();
            let written = write(file, reuse, posters, words, &mut problems);
            (written, problems)
        })
        .collect();
    let mut all = Vec::with_capacity(written.len());
    for (one, found) in written {
        all.extend(one);
        problems.extend(found);
    }
    all
}

fn write(
    file: HandbookFile,
    reuse: Reuse<'_>,
    posters: &Posters<'_>,
    words: &Words,
    problems: &mut Diagnostics,
) -> Option<Written> {
    let path = file.path();
    let edition = reuse.edition;
    let mut digest = None;
    let (bytes, pages) = match file.format {
        HandbookFormat::Pdf => {
            let scene = posters.handbook(file.variant, problems)?;
            digest = reuse.digest(&scene);
            let known = reuse.bytes(&path, digest.as_deref());
            let written =
                known.map_or_else(|| pdf::write(&scene).map_err(|error| error.to_string()), Ok);
            (written, Some(scene.pages.len()))
        }
        format => (as_text(format, edition, words), None),
    };
    match bytes {
        Ok(bytes) => Some((
            PublishedHandbook {
                file,
                size: bytes.len(),
                pages,
            },
            Artifact::new(path, bytes).made_from(digest),
        )),
        Err(reason) => {
            problems.push(
                Diagnostic::new(Code::Pdf, format!("{path} can't be written: {reason}"))
                    .in_edition(&edition.id),
            );
            None
        }
    }
}

/// The handbook in a format that has no pages of its own.
fn as_text(format: HandbookFormat, edition: &Edition, words: &Words) -> Result<Vec<u8>, String> {
    let handbook = handbook::compose(edition, words);
    match format {
        HandbookFormat::Html => Ok(handbook::page(&handbook, edition, words).into_bytes()),
        HandbookFormat::Docx => handbook::word(&handbook, edition, words)
            .ok_or_else(|| "it is too large for a Word document".to_owned()),
        HandbookFormat::Txt | HandbookFormat::Pdf => {
            Ok(handbook::text(&handbook, words).into_bytes())
        }
    }
}
