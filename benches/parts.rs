//! What the steps cost beside posters and handbooks: reading and resolving, paragraphs, pages, publishing.
//!
//! `cargo bench --bench parts` runs them, on the demo pack. `docs/performance.md` says what came out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use divan::{Bencher, black_box};
use noticeboard::build::merge;
use noticeboard::diagnostic::Diagnostics;
use noticeboard::edition::{Edition, editions};
use noticeboard::measuring::paragraph;
use noticeboard::pack::{self, Pack};
use noticeboard::print::text::Fonts;
use noticeboard::source::Sources;
use noticeboard::theme::{LoadedTheme, Theme, Themes};
use noticeboard::web;

/// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The demo pack as it was read.
struct Demo {
    sources: Sources,
    problems: Diagnostics,
    pack: Pack,
}

impl Demo {
    fn read() -> Self {
        let mut sources = Sources::new();
        let mut problems = Diagnostics::new();
        let pack = pack::read(&root().join("content"), &mut sources, &mut problems)
            .expect("the demo pack can be read");
        Self {
            sources,
            problems,
            pack,
        }
    }

    fn editions(&mut self) -> Vec<Edition> {
        let editions = editions(&self.pack, &self.sources, &mut self.problems);
        assert_eq!(self.problems.errors(), 0, "the demo pack has no errors");
        editions
    }

    fn theme(&mut self) -> Theme {
        let themes = Themes::read(&root().join("themes"), &mut self.problems);
        themes
            .load("default", &mut self.sources, &mut self.problems)
            .expect("there is a default theme")
    }
}

/// From files to a pack.
#[divan::bench]
fn reading(bencher: Bencher) {
    bencher.bench_local(|| black_box(Demo::read()));
}

/// From a pack to all its editions, in all their languages: chains, overlays, terms, Markdown.
#[divan::bench]
fn resolving(bencher: Bencher) {
    let demo = Demo::read();
    bencher.bench_local(|| black_box(editions(&demo.pack, &demo.sources, &mut Diagnostics::new())));
}

/// A paragraph of guidance, as it stands in a handbook.
const PARAGRAPH: &str = "Email feels informal, yet it is a written record. It can be forwarded, printed and read aloud at a hearing. It can also \
    show that you acted well. A clear message from a work account, copied to a colleague, is the best evidence you can have.";
/// The measure of a handbook's text, in ems.
const MEASURE: f32 = 38.0;
/// The measure of a poster's column, in ems.
const COLUMN: f32 = 11.0;

/// A paragraph that nobody has set before, shaped and broken; loading fonts isn't counted.
#[divan::bench(args = [MEASURE, COLUMN])]
fn paragraph_with_new_words(bencher: Bencher, width: f32) {
    let mut demo = Demo::read();
    let theme = demo.theme();
    let load = || Fonts::load(&theme, &mut Diagnostics::new()).expect("the theme has fonts");
    bencher.with_inputs(load).bench_local_values(|fonts| {
        let lines = paragraph(&fonts, PARAGRAPH, "en-GB", width);
        assert!(lines > 1, "it is longer than a line");
        (lines, fonts)
    });
}

/// The same paragraph, known to the fonts, broken once more.
#[divan::bench(args = [MEASURE, COLUMN])]
fn paragraph_known(bencher: Bencher, width: f32) {
    let mut demo = Demo::read();
    let theme = demo.theme();
    let fonts = Fonts::load(&theme, &mut Diagnostics::new()).expect("the theme has fonts");
    bencher.bench_local(|| paragraph(&fonts, black_box(PARAGRAPH), "en-GB", width));
}

/// All pages of an edition, with its styles, feed and search.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn site(bencher: Bencher) {
    let mut demo = Demo::read();
    let editions = demo.editions();
    let edition = editions.first().expect("the demo has editions");
    let theme = demo.theme();
    let theme = LoadedTheme::load(theme, ["en-GB"], &mut demo.sources, &mut demo.problems);
    bencher.bench_local(|| {
        black_box(web::pages(
            edition,
            &theme,
            &[],
            &[],
            &mut Diagnostics::new(),
        ))
    });
}

/// An output of one edition as one shard, from which another is published.
struct Built {
    folder: PathBuf,
}

impl Built {
    fn new(name: &str) -> Self {
        let folder = root().join("target/parts").join(name);
        let _ = fs::remove_dir_all(&folder);
        let status = Command::new(env!("CARGO_BIN_EXE_noticeboard"))
            .args(["build", "--quiet", "--no-previews", "--shard", "1/1"])
            .args(["--edition", "eastvale", "--content"])
            .arg(root().join("content"))
            .arg("--output")
            .arg(folder.join("shard"))
            .status()
            .expect("the command runs");
        assert!(status.success(), "the demo pack is sound");
        Self { folder }
    }

    fn published(&self) -> PathBuf {
        self.folder.join("published")
    }

    fn publish(&self) {
        let shards = [self.folder.join("shard")];
        let mut problems = Diagnostics::new();
        merge(&shards, &self.published(), &mut problems).expect("it can be published");
    }
}

impl Drop for Built {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Publishing an edition with its site, posters and handbook into an empty folder, from files that are read.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn publishing(bencher: Bencher) {
    let built = Built::new("publishing");
    bencher
        .with_inputs(|| {
            let _ = fs::remove_dir_all(built.published());
        })
        .bench_local_values(|()| built.publish());
}

/// Publishing what is published already.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn publishing_the_same(bencher: Bencher) {
    let built = Built::new("publishing-the-same");
    built.publish();
    bencher.bench_local(|| built.publish());
}
