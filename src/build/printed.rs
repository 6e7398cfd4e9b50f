//! Posters as files, one by one and packed together.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Artifact;
use super::reuse::Reuse;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::Printing;
use crate::print::pdf;
use crate::print::preview::{Preview, preview};
use crate::print::scene::Scene;
use crate::web::{PosterFile, PosterSubject, PreviewFile};

/// A poster that has been written.
pub(super) struct Printed {
    /// What pages say of it.
    pub(super) file: PosterFile,
    /// The file.
    pub(super) artifact: Artifact,
    /// The picture of its first page.
    pub(super) picture: Option<Artifact>,
    /// What was written.
    pub(super) scene: Scene,
}

impl Printed {
    /// Writes a scene. `None` if that can't be done, which has then been said.
    pub(super) fn write(
        subject: PosterSubject,
        printing: Printing,
        scene: Scene,
        reuse: Reuse<'_>,
        problems: &mut Diagnostics,
    ) -> Option<Self> {
        let artifact = written(&scene, subject.path(printing), reuse, problems)?;
        Some(Self {
            file: PosterFile {
                subject,
                printing,
                size: artifact.bytes.len(),
                pages: scene.pages.len(),
                preview: None,
            },
            artifact,
            picture: None,
            scene,
        })
    }

    /// Adds a picture of the first page, drawn from the file. If that can't be done, it is said, and the poster does without.
    #[must_use]
    pub(super) fn with_preview(mut self, reuse: Reuse<'_>, problems: &mut Diagnostics) -> Self {
        let path = self.file.subject.preview_path();
        let digest = self.artifact.made_from.clone();
        let known = reuse
            .bytes(&path, digest.as_deref())
            .and_then(Preview::known);
        match known.map_or_else(|| preview(&self.artifact.bytes), Ok) {
            Ok(made) => {
                self.file.preview = Some(PreviewFile {
                    width: made.width,
                    height: made.height,
                    size: made.png.len(),
                });
                self.picture = Some(Artifact::new(path, made.png).made_from(digest));
            }
            Err(error) => problems.push(
                Diagnostic::new(
                    Code::Preview,
                    format!(
                        "there is no picture of the poster {}: {error}",
                        self.artifact.path
                    ),
                )
                .in_edition(&reuse.edition.id),
            ),
        }
        self
    }
}

/// All posters in one archive, each under the name it has on the website, from the folder of posters. `None` where there
/// are fewer than two.
pub(super) fn archive(posters: &[Printed], main: Printing) -> Option<(PosterFile, Artifact)> {
    if posters.len() < 2 {
        return None;
    }
    let files = posters.iter().map(|poster| &poster.artifact);
    // Only a file of more than 4 GB can't be packed.
    let bytes = packed(files).ok()?;
    let subject = PosterSubject::Archive;
    let artifact = Artifact::new(subject.path(main), bytes);
    let file = PosterFile {
        subject,
        printing: main,
        size: artifact.bytes.len(),
        pages: posters.iter().map(|poster| poster.file.pages).sum(),
        preview: None,
    };
    Some((file, artifact))
}

/// The archive's bytes. They depend on the files alone: every file gets the day on which zip's calendar begins, and the
/// rights of a file that all may read.
fn packed<'a>(files: impl Iterator<Item = &'a Artifact>) -> zip::result::ZipResult<Vec<u8>> {
    // What is in a PDF is packed already.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        let name = file
            .path
            .split_once('/')
            .map_or(&*file.path, |(_, name)| name);
        archive.start_file(name, options)?;
        archive.write_all(&file.bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// A scene as a file, taken as it is published if it was written from the same. `None` if it can't be written, which has then been said.
pub(super) fn written(
    scene: &Scene,
    path: String,
    reuse: Reuse<'_>,
    problems: &mut Diagnostics,
) -> Option<Artifact> {
    let digest = reuse.digest(scene);
    let known = reuse.bytes(&path, digest.as_deref());
    match known.map_or_else(|| pdf::write(scene), Ok) {
        Ok(bytes) => {
            reuse.keep(&path, digest.as_deref(), &bytes);
            Some(Artifact::new(path, bytes).made_from(digest))
        }
        Err(error) => {
            problems.push(
                Diagnostic::new(
                    Code::Pdf,
                    format!("the poster {path} can't be written: {error}"),
                )
                .in_edition(&reuse.edition.id),
            );
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn files_come_out_of_the_archive_as_they_went_in() {
        let files = [
            Artifact::new("posters/email.pdf", "one"),
            Artifact::new("posters/a3/fotos-größer.pdf", "two"),
        ];
        let bytes = packed(files.iter()).unwrap();
        assert_eq!(bytes, packed(files.iter()).unwrap());
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut found = Vec::new();
        for place in 0..archive.len() {
            let mut file = archive.by_index(place).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            assert_eq!(file.last_modified(), Some(DateTime::DEFAULT));
            found.push((file.name().unwrap().into_owned(), text));
        }
        assert_eq!(
            found,
            [
                ("email.pdf".to_owned(), "one".to_owned()),
                ("a3/fotos-größer.pdf".to_owned(), "two".to_owned())
            ]
        );
    }
}
