//! Posters and files to take away.

use serde::Serialize;

use crate::build::Artifact;
use crate::diagnostic::Diagnostics;
use crate::edition::HandbookFormat;
use crate::web::address::{Address, PosterSubject};
use crate::web::site::{Head, Page};
use crate::web::views::{DownloadView, HandbookView, PosterView, ending};
use crate::web::wording::Wording;

/// What the page shows, under `downloads`.
#[derive(Debug, Serialize)]
struct Downloads {
    /// The posters.
    posters: Vec<PosterView>,
    /// The handbook: first the document on A4, then in other formats and for other readers.
    handbooks: Vec<HandbookView>,
    /// The other files.
    files: Vec<DownloadView>,
}

pub(super) fn make(page: &Page<'_>, problems: &mut Diagnostics) -> Option<Artifact> {
    let view = Downloads {
        posters: posters(page),
        handbooks: handbooks(page),
        files: files(page),
    };
    let head = Head {
        template: "downloads",
        title: page.site.name(&Address::Downloads),
        description: None,
    };
    page.render(head, "downloads", &view, problems)
}

/// The posters that were made: those of channels, in order, then the two that every edition has, and all at once.
fn posters(page: &Page<'_>) -> Vec<PosterView> {
    let edition = page.site.edition;
    let words = &page.site.words;
    let channels = edition.channels.iter().map(|channel| {
        (
            PosterSubject::Channel(channel.id.clone()),
            page.site.wording(&channel.title),
        )
    });
    let summary = (
        PosterSubject::DoAndDont,
        page.site.name(&Address::DoAndDont),
    );
    let contacts = (PosterSubject::Contacts, page.site.name(&Address::Contacts));
    channels
        .chain([summary, contacts])
        .chain([
            (PosterSubject::All, Wording::fixed(words, "all_posters")),
            (
                PosterSubject::Archive,
                Wording::fixed(words, "all_posters_apart"),
            ),
        ])
        .filter_map(|(subject, title)| page.poster(&subject, &title))
        .collect()
}

/// The handbook in its formats and variants.
fn handbooks(page: &Page<'_>) -> Vec<HandbookView> {
    let words = &page.site.words;
    page.site
        .handbooks
        .iter()
        .map(|handbook| {
            let variant = handbook
                .file
                .variant
                .map(|variant| page.site.variant(variant.name()));
            let (_, format) = ending(&handbook.file.path());
            HandbookView {
                title: match variant {
                    Some(variant) => {
                        Wording::filled(words, "handbook_variant", &[("variant", &variant)])
                    }
                    None => Wording::fixed(words, "handbook"),
                }
                .html(),
                href: page.link(&Address::Handbook(handbook.file)),
                save: handbook.file.format == HandbookFormat::Html,
                facts: page.site.file_facts(&format, handbook.pages, handbook.size),
            }
        })
        .collect()
}

fn files(page: &Page<'_>) -> Vec<DownloadView> {
    let mut writer = page.writer();
    page.site
        .edition
        .downloads
        .iter()
        .map(|download| {
            let (ending, format) = ending(&download.file.value);
            DownloadView {
                anchor: download.id.clone(),
                title: page.site.shown(&download.title),
                about: download
                    .about
                    .as_ref()
                    .map(|text| writer.line(&text.content)),
                href: page.link(&Address::Attachment(download.id.clone(), ending)),
                facts: page.site.file_facts(&format, None, download.bytes.len()),
            }
        })
        .collect()
}
