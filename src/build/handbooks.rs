//! Handbooks as files.

use rayon::prelude::*;

use super::Artifact;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{Edition, HandbookFile, HandbookFormat};
use crate::print::{Posters, pdf};
use crate::web::PublishedHandbook;

/// A handbook that has been written: what pages say of it, and the file.
pub(super) type Written = (PublishedHandbook, Artifact);

/// Writes the handbook of an edition in all formats and variants that are wanted. What can't be written has been said.
pub(super) fn handbooks(
    edition: &Edition,
    posters: &Posters<'_>,
    is_wanted: impl Fn(&str) -> bool,
    problems: &mut Diagnostics,
) -> Vec<Written> {
    let files: Vec<HandbookFile> = edition
        .handbook
        .files()
        .into_iter()
        .filter(|file| is_wanted(&file.path()))
        .collect();
    let written: Vec<(Option<Written>, Diagnostics)> = files
        .into_par_iter()
        .map(|file| {
            let mut problems = Diagnostics::new();
            let written = write(file, edition, posters, &mut problems);
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
    edition: &Edition,
    posters: &Posters<'_>,
    problems: &mut Diagnostics,
) -> Option<Written> {
    let HandbookFormat::Pdf = file.format;
    let scene = posters.handbook(file.variant, problems)?;
    let path = file.path();
    match pdf::write(&scene) {
        Ok(bytes) => Some((
            PublishedHandbook {
                file,
                size: bytes.len(),
                pages: Some(scene.pages.len()),
            },
            Artifact::new(path, bytes),
        )),
        Err(error) => {
            problems.push(
                Diagnostic::new(Code::Pdf, format!("{path} can't be written: {error}"))
                    .in_edition(&edition.id),
            );
            None
        }
    }
}
