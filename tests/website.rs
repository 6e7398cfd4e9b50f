//! The websites of the demo pack.

mod support;

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
    built(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"))
}

fn built(content: &Path) -> Built {
    let mut sources = Sources::new();
    let mut problems = Diagnostics::new();
    let pack = noticeboard::pack::read(content, &mut sources, &mut problems).expect("a pack");
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
            printing: edition.posters.main_printing(),
            size: 44_500,
            pages: 1,
            preview: None,
        })
        .collect()
}

fn site(built: &Built, edition: &Edition) -> Vec<Artifact> {
    let mut problems = Diagnostics::new();
    let artifacts = pages(edition, &built.theme, &posters(edition), &[], &mut problems);
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
        for path in ["index.html", "404.html", "about/index.html"] {
            assert!(paths.contains(&path), "{} lacks {path}", edition.id);
        }
        // Search engines look for it at the top of the site only, where the main language stands.
        assert_eq!(paths.contains(&"robots.txt"), edition.is_main());
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

/// What stands in `name="…"`, each time it does.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let begin = format!(" {name}=\"");
    html.match_indices(&begin)
        .filter_map(|(at, found)| html[at + found.len()..].split('"').next())
        .collect()
}

#[test]
fn pages_stand_by_themselves() {
    let built = demo();
    for edition in &built.editions {
        for artifact in site(&built, edition) {
            if Path::new(&artifact.path)
                .extension()
                .is_none_or(|ending| ending != "html")
            {
                continue;
            }
            let place = format!("{}/{}", edition.id, artifact.path);
            let html = String::from_utf8(artifact.bytes).expect("text");
            assert_eq!(html.matches("<h1").count(), 1, "{place}");
            assert_eq!(html.matches("<main").count(), 1, "{place}");
            // Pictures keep their place before they arrive.
            for picture in html.split("<img ").skip(1) {
                let tag = picture.split('>').next().unwrap_or_default();
                assert!(
                    tag.contains(" width=\"") && tag.contains(" height=\""),
                    "{place}: {tag}"
                );
            }
            assert!(html.contains("<html lang=\"en\""), "{place}");
            // A strict Content-Security-Policy must hold.
            assert_eq!(
                html.matches("http-equiv=\"Content-Security-Policy\"")
                    .count(),
                1,
                "{place}"
            );
            let scripts = html.matches("<script").count();
            assert_eq!(
                scripts,
                attributes(&html, "src")
                    .iter()
                    .filter(|source| Path::new(source)
                        .extension()
                        .is_some_and(|ending| ending == "js"))
                    .count(),
                "{place}"
            );
            assert_eq!(
                scripts,
                html.matches("<script defer src=").count(),
                "{place}"
            );
            assert!(attributes(&html, "style").is_empty(), "{place}");
            assert_eq!(
                html.contains("<style>"),
                artifact.path == "404.html" && edition.url.is_some(),
                "{place}"
            );
            // Nothing comes from other hosts.
            for source in attributes(&html, "src") {
                assert!(!source.contains(':'), "{place}: {source}");
            }
            let mut ids = attributes(&html, "id");
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), count, "{place} has an id twice");
        }
    }
}

#[test]
fn a_page_for_missing_pages_works_at_any_depth() {
    let built = demo();
    for edition in &built.editions {
        let Some(url) = &edition.url else { continue };
        let html = site(&built, edition)
            .into_iter()
            .find(|artifact| artifact.path == "404.html")
            .and_then(|artifact| String::from_utf8(artifact.bytes).ok())
            .expect("a page for missing pages");
        // The same in another language stands in a folder of the same site.
        let folder = edition.folder_of(&edition.language).unwrap_or_default();
        let top = url.value.trim_end_matches('/').trim_end_matches(&folder);
        for link in attributes(&html, "href") {
            let works = link.starts_with(top)
                || link.starts_with('#')
                || link.starts_with("tel:")
                || link.starts_with("https://creativecommons.org/")
                || edition.exit_page.as_deref() == Some(link);
            assert!(works, "{}: {link}", edition.id);
        }
    }
}

#[test]
fn an_edition_that_says_hardly_anything_has_a_site() {
    let content = std::env::temp_dir().join(format!("noticeboard-website-{}", std::process::id()));
    for (path, text) in [
        (
            "pack.yml",
            "title: Online\nname: Us\nbranding:\n  primary: '#ffdd00'\nlevels:\n  - id: good\n    label: Good\n    tone: do\n",
        ),
        (
            "channels/email.md",
            "---\ntitle: Email\nlevels:\n  good:\n    - Use the work account.\n---\n",
        ),
        ("editions/ours/edition.yml", "name: Ours\n"),
    ] {
        let path = content.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    let built = built(&content);
    fs::remove_dir_all(&content).expect("the folder goes");
    let [edition] = built.editions.as_slice() else {
        panic!("one edition");
    };
    let mut problems = Diagnostics::new();
    let mut paths: Vec<String> = pages(edition, &built.theme, &[], &[], &mut problems)
        .into_iter()
        .map(|artifact| support::without_hash(&artifact.path))
        .collect();
    paths.sort();
    assert!(problems.is_empty(), "{problems:#?}");
    assert_eq!(
        paths,
        [
            "404.html",
            "_headers",
            "about/index.html",
            "accessibility/index.html",
            "assets/brand.css",
            "assets/icon.svg",
            "assets/index.js",
            "assets/page.js",
            "assets/search.js",
            "assets/site.css",
            "assets/touch-icon.png",
            "channels/email/index.html",
            "index.html",
            "manifest.webmanifest",
            "offline.js",
            "pack.json",
            "pack.schema.json",
            "privacy/index.html",
            "robots.txt",
            "search/index.html",
        ]
    );
}

#[test]
fn pictures_come_in_sizes_and_the_first_in_sight_at_once() {
    let folder = support::Folder::with_pack();
    let photograph = image::RgbImage::from_fn(1200, 720, |x, y| {
        let noise = (x.wrapping_mul(x) ^ y.wrapping_mul(x + y)) % 97;
        image::Rgb([(x / 8 + noise) as u8, (y / 6 + noise) as u8, 90])
    });
    let path = folder.path().join("content/assets/hall.jpg");
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    photograph.save(&path).expect("a picture");
    folder.write(
        "content/sections/10-law.md",
        "---\ntitle: The law\n---\n![The hall](hall.jpg)\n\n## Duties\n\n![The hall again](hall.jpg)\n",
    );
    let built = built(&folder.path().join("content"));
    let edition = built.editions.first().expect("an edition");
    let site = pages(edition, &built.theme, &[], &[], &mut Diagnostics::new());
    let page = site
        .iter()
        .find(|artifact| artifact.path == "sections/law/index.html")
        .map(|artifact| String::from_utf8_lossy(&artifact.bytes).into_owned())
        .expect("the page");
    let pictures: Vec<&str> = page.split("<img ").skip(1).collect();
    let [first, second] = pictures.as_slice() else {
        panic!("{pictures:?}");
    };
    assert!(
        !first.split('>').next().expect("a tag").contains("loading="),
        "{first}"
    );
    assert!(second.contains("loading=\"lazy\""), "{second}");
    let sizes: Vec<(&str, &str)> = attributes(&page, "srcset")[0]
        .split(", ")
        .filter_map(|size| size.split_once(' '))
        .collect();
    let widths: Vec<&str> = sizes.iter().map(|(_, width)| *width).collect();
    assert_eq!(widths, ["480w", "960w", "1200w"]);
    for (address, width) in sizes {
        let file = address.trim_start_matches("../");
        let file = site.iter().find(|artifact| artifact.path == file);
        let file = image::load_from_memory(&file.expect("the file").bytes).expect("a picture");
        assert_eq!(format!("{}w", file.width()), width);
    }
    assert!(page.contains("sizes=\"") && page.contains("width=\"1200\" height=\"720\""));
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
            write(&folder, &Artifact::new(poster.path(), "%PDF-1.7\n"));
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
