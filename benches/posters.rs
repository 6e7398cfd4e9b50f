//! What a poster and a handbook cost: the steps from an edition to a file, on the demo pack.
//!
//! `cargo bench` runs them. Fonts and layouts are loaded once, as in a build. `docs/performance.md` says what came out.

use std::path::Path;

use divan::{Bencher, black_box};
use noticeboard::diagnostic::{Diagnostics, Located};
use noticeboard::edition::{Edition, HandbookPart, editions};
use noticeboard::pack;
use noticeboard::print::code::Code;
use noticeboard::print::scene::Scene;
use noticeboard::print::{Poster, Press, pdf};
use noticeboard::source::Sources;
use noticeboard::theme::{LoadedTheme, Themes, Words};

/// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

/// The editions of the demo pack, and what their posters are printed with.
struct Demo {
    editions: Vec<Edition>,
    theme: LoadedTheme,
    press: Press,
}

impl Demo {
    fn load() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut sources = Sources::new();
        let mut problems = Diagnostics::new();
        let themes = Themes::read(&root.join("themes"), &mut problems);
        let pack = pack::read(&root.join("content"), &mut sources, &mut problems)
            .expect("the demo pack can be read");
        let editions = editions(&pack, &sources, &mut problems);
        let theme = themes
            .load("default", &mut sources, &mut problems)
            .expect("there is a default theme");
        let press =
            Press::load(&theme, &mut sources, &mut problems).expect("the default theme prints");
        let theme = LoadedTheme::load(theme, ["en-GB"], &mut sources, &mut problems);
        assert_eq!(problems.errors(), 0, "the demo pack has no errors");
        Self {
            editions,
            theme,
            press,
        }
    }

    fn edition(&self) -> &Edition {
        self.editions.first().expect("the demo has editions")
    }

    fn words(&self, edition: &Edition) -> Words {
        self.theme.words(edition, "en-GB")
    }

    /// The scenes of all posters of an edition.
    fn scenes(&self, edition: &Edition) -> Vec<Scene> {
        let words = self.words(edition);
        let mut problems = Diagnostics::new();
        let posters = self.press.posters(edition, &words, &mut problems);
        let summary = edition.do_and_dont.as_ref().map(Poster::DoAndDont);
        edition
            .channels
            .iter()
            .map(Poster::Channel)
            .chain(summary)
            .chain([Poster::Contacts])
            .filter_map(|poster| {
                posters.scene(poster, edition.posters.main_printing(), &mut problems)
            })
            .collect()
    }
}

/// Shaping, the search for the type size, and layout: one poster of a channel.
#[divan::bench]
fn one_scene(bencher: Bencher) {
    let demo = Demo::load();
    let edition = demo.edition();
    let words = demo.words(edition);
    let posters = demo.press.posters(edition, &words, &mut Diagnostics::new());
    let channel = edition.channels.first().expect("it has channels");
    bencher.bench_local(|| {
        black_box(posters.scene(
            Poster::Channel(channel),
            edition.posters.main_printing(),
            &mut Diagnostics::new(),
        ))
    });
}

/// The same poster, whose words nobody has set before: fonts and layouts are loaded anew, which isn't counted.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn one_scene_with_new_words(bencher: Bencher) {
    bencher.with_inputs(Demo::load).bench_local_values(|demo| {
        let edition = demo.edition();
        let words = demo.words(edition);
        let mut problems = Diagnostics::new();
        let posters = demo.press.posters(edition, &words, &mut problems);
        let channel = edition.channels.first().expect("it has channels");
        let scene = posters.scene(
            Poster::Channel(channel),
            edition.posters.main_printing(),
            &mut problems,
        );
        drop(posters);
        (scene, demo)
    });
}

/// The same poster written as PDF.
#[divan::bench]
fn one_file(bencher: Bencher) {
    let demo = Demo::load();
    let scenes = demo.scenes(demo.edition());
    let scene = scenes.first().expect("there are posters");
    bencher.bench_local(|| black_box(pdf::write(scene)));
}

/// Everything from editions to files, for all posters of all editions, one after the other on one thread.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn all_posters(bencher: Bencher) {
    let demo = Demo::load();
    bencher.bench_local(|| {
        for edition in &demo.editions {
            for scene in demo.scenes(edition) {
                black_box(pdf::write(&scene).expect("posters can be written"));
            }
        }
    });
}

/// How much of the demo's handbook is made: all of its 68 pages, or 33, with its channels alone.
#[derive(Debug, Clone, Copy)]
enum Length {
    Long,
    Half,
}

const LENGTHS: [Length; 2] = [Length::Half, Length::Long];

impl Length {
    /// The first edition of the demo with a handbook of this length.
    fn edition(self, demo: &Demo) -> Edition {
        let mut edition = demo.edition().clone();
        if let Length::Half = self {
            edition.handbook.chosen_parts = vec![Located {
                value: HandbookPart::Channels,
                at: edition.at,
            }];
        }
        edition
    }
}

/// The handbook of an edition, from its words to pages that know their numbers.
#[divan::bench(sample_count = 20, sample_size = 1, args = LENGTHS)]
fn handbook_pages(bencher: Bencher, length: Length) {
    let demo = Demo::load();
    let edition = length.edition(&demo);
    let words = demo.words(&edition);
    let posters = demo
        .press
        .posters(&edition, &words, &mut Diagnostics::new());
    bencher.bench_local(|| black_box(posters.handbook(None, &mut Diagnostics::new())));
}

/// The same handbook, whose words nobody has set before: fonts and layouts are loaded anew, which isn't counted.
#[divan::bench(sample_count = 10, sample_size = 1, args = LENGTHS)]
fn handbook_pages_with_new_words(bencher: Bencher, length: Length) {
    bencher.with_inputs(Demo::load).bench_local_values(|demo| {
        let edition = length.edition(&demo);
        let words = demo.words(&edition);
        let posters = demo
            .press
            .posters(&edition, &words, &mut Diagnostics::new());
        let scene = posters.handbook(None, &mut Diagnostics::new());
        drop(posters);
        (scene, demo)
    });
}

/// The same handbook written as PDF.
#[divan::bench(sample_count = 20, sample_size = 1, args = LENGTHS)]
fn handbook_file(bencher: Bencher, length: Length) {
    let demo = Demo::load();
    let edition = length.edition(&demo);
    let words = demo.words(&edition);
    let posters = demo
        .press
        .posters(&edition, &words, &mut Diagnostics::new());
    let scene = posters.handbook(None, &mut Diagnostics::new());
    let scene = scene.expect("the demo has a handbook");
    let pages = match length {
        Length::Long => 60..80,
        Length::Half => 30..40,
    };
    assert!(pages.contains(&scene.pages.len()), "{}", scene.pages.len());
    bencher.bench_local(|| black_box(pdf::write(&scene)));
}

/// The code with the address of a channel's page.
#[divan::bench]
fn qr_code() -> Option<Code> {
    Code::of(black_box(
        "https://hollow-lane.example/staying-professional-online/channels/email/",
    ))
    .ok()
}
