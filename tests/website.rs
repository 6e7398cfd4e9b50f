//! The websites of the demo pack.

use std::fs;
use std::path::Path;

use noticeboard::build::Artifact;
use noticeboard::diagnostic::Diagnostics;
use noticeboard::edition::{Edition, editions};
use noticeboard::source::Sources;
use noticeboard::theme::{LoadedTheme, Theme};
use noticeboard::web::{Address, PosterFile, PosterSubject, pages, start_page};

struct Built {
    editions: Vec<Edition>,
    theme: LoadedTheme,
}

fn demo() -> Built {
    let mut sources = Sources::new();
    let mut problems = Diagnostics::new();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let pack = noticeboard::pack::read(&content, &mut sources, &mut problems).expect("a pack");
    let editions = editions(&pack, &sources, &mut problems);
    let theme = LoadedTheme::load(
        Theme::embedded("default").expect("the default theme"),
        ["en"],
        &mut sources,
        &mut problems,
    );
    let errors: Vec<_> = problems
        .iter()
        .filter(|problem| problem.severity == noticeboard::diagnostic::Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    Built { editions, theme }
}

fn posters(edition: &Edition) -> Vec<PosterFile> {
    let channels = edition
        .channels
        .iter()
        .map(|channel| PosterSubject::Channel(channel.id.clone()));
    channels
        .chain([PosterSubject::DoAndDont, PosterSubject::Contacts])
        .map(|subject| PosterFile {
            subject,
            size: 44_500,
            pages: 1,
        })
        .collect()
}

fn site(built: &Built, edition: &Edition) -> Vec<Artifact> {
    let mut problems = Diagnostics::new();
    let artifacts = pages(edition, &built.theme, &posters(edition), &mut problems);
    assert!(problems.is_empty(), "{problems:#?}");
    artifacts
}

#[test]
fn every_edition_has_each_kind_of_page() {
    let built = demo();
    assert!(built.editions.len() >= 16);
    for edition in &built.editions {
        let site = site(&built, edition);
        let mut paths: Vec<&str> = site.iter().map(|artifact| artifact.path.as_str()).collect();
        for channel in &edition.channels {
            let path = Address::Channel(channel.id.clone()).path();
            assert!(
                paths.contains(&path.as_str()),
                "{} lacks {path}",
                edition.id
            );
        }
        for path in ["index.html", "404.html", "about/index.html", "robots.txt"] {
            assert!(paths.contains(&path), "{} lacks {path}", edition.id);
        }
        let count = paths.len();
        paths.sort_unstable();
        paths.dedup();
        assert_eq!(
            paths.len(),
            count,
            "two files of one path in {}",
            edition.id
        );
    }
}

#[test]
fn building_twice_gives_the_same_bytes() {
    let (first, second) = (demo(), demo());
    for (one, other) in first.editions.iter().zip(&second.editions) {
        assert_eq!(site(&first, one), site(&second, other));
    }
}

/// Writes the websites to `target/websites`, to be looked at and checked with a browser.
#[test]
#[ignore = "writes files to look at"]
fn write_websites() {
    let built = demo();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/websites");
    let _ = fs::remove_dir_all(&root);
    let write = |folder: &Path, artifact: &Artifact| {
        let path = folder.join(&artifact.path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, &artifact.bytes).expect("a file");
    };
    for edition in &built.editions {
        let folder = root.join(&edition.folder);
        for artifact in site(&built, edition) {
            write(&folder, &artifact);
        }
        for poster in posters(edition) {
            write(&folder, &Artifact::new(poster.subject.path(), "%PDF-1.7\n"));
        }
    }
    let mut problems = Diagnostics::new();
    let all: Vec<&Edition> = built.editions.iter().collect();
    for artifact in start_page(
        Some("Staying professional online"),
        &all,
        &built.theme,
        &mut problems,
    ) {
        write(&root, &artifact);
    }
    assert!(problems.is_empty(), "{problems:#?}");
}
