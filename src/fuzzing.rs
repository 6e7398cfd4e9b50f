//! Doors for files that nobody can trust: each takes the bytes of one kind of file, and goes the way that the program goes with it.
//!
//! `fuzz/` sends in bytes at random, and `tests/fuzz_seeds.rs` those that were found. Nothing else calls this. Nothing is read from
//! disk or written there. What comes out is of no interest: only that it comes, soon, and that every diagnostic can be shown.

use std::sync::{Arc, LazyLock};

use crate::diagnostic::{Diagnostics, FileId, Located, Span, render};
use crate::edition::{Edition, FontFamily, FontFile, editions};
use crate::handbook::{compose, page, text, word};
use crate::pack::read_folder;
use crate::print::picture::{Lettering, Picture};
use crate::print::scene::{Colour, Frame};
use crate::print::text::Fonts;
use crate::print::{Poster, Press, pdf};
use crate::source::Sources;
use crate::source::folder::Folder;
use crate::theme::{LoadedTheme, Themes};
use crate::web::picture_size::Size;
use crate::web::{Renditions, pages};

/// The pack that hostile files are put into.
const PACK: &str = "title: Safe online\nlevels:\n  - {id: best, label: Best practice, tone: do}\n  - {id: poor, label: Poor practice, tone: dont}\nterms: {manager: your manager}\n";
/// Its channel.
const CHANNEL: &str = "---\ntitle: Email\nicon: envelope\nheadline: Never use a private account.\nlevels:\n  best:\n    - id: work-account\n      short: Use the work account.\n  poor:\n    - Writing late at night.\n---\n";
/// Its edition.
const EDITION: &str = "name: Ash Board\nurl: https://ash.example/\ncontacts:\n  - {id: emergency, name: Emergency services, phone: \"999\", urgency: emergency, on_posters: true}\n";

/// What stands above each file, where several come as one: its path.
const MARK: &str = ">>> ";

/// What is made ready once for all trials.
struct Bench {
    theme: LoadedTheme,
    press: Press,
    edition: Edition,
    lettering: Lettering,
}

static BENCH: LazyLock<Option<Bench>> = LazyLock::new(|| {
    let (mut sources, mut problems) = (Sources::new(), Diagnostics::new());
    let edition = read(&[], &mut sources, &mut problems).pop()?;
    let theme = Themes::default().load("default", &mut sources, &mut problems)?;
    let press = Press::load(&theme, &mut sources, &mut problems)?;
    let lettering = Lettering::new(Fonts::load(&theme, &mut problems)?.all_faces());
    let theme = LoadedTheme::load(theme, ["en-GB"], &mut sources, &mut problems);
    Some(Bench {
        theme,
        press,
        edition,
        lettering,
    })
});

/// A channel: YAML at its head, and Markdown; and the same text as YAML alone.
pub fn channel(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let alone = format!("---\n{text}\n---\n");
    let files = [
        ("channels/a.md", text),
        ("channels/b.md", alone.as_str()),
        ("contacts.yml", text),
    ];
    look(&files);
}

/// Several files of a pack, each with a line above it that says its path: `>>> editions/ash/channels/email.md`.
pub fn overlays(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let files: Vec<(&str, &str)> = text
        .split(MARK)
        .filter_map(|file| file.split_once('\n'))
        .filter(|(path, _)| !path.is_empty())
        .collect();
    look(&files);
}

/// The text of a section, as it comes out: as pages, in all forms of the handbook.
pub fn markdown(bytes: &[u8]) {
    let (Ok(text), Some(bench)) = (std::str::from_utf8(bytes), BENCH.as_ref()) else {
        return;
    };
    let section = format!("---\ntitle: A\n---\n{text}");
    let (mut sources, mut problems) = (Sources::new(), Diagnostics::new());
    let files = [("sections/10-a.md", section.as_str())];
    for edition in &read(&files, &mut sources, &mut problems) {
        bench.pages_and_handbook(edition, &mut problems);
    }
    show(problems, &sources);
}

/// The description of a poster (`1`), the handbook (`2`) or the theme itself, and what is printed by it.
pub fn layout(bytes: &[u8]) {
    let (Ok(text), Some(bench)) = (std::str::from_utf8(bytes), BENCH.as_ref()) else {
        return;
    };
    let (path, text) = match text.split_at_checked(1) {
        Some(("1", rest)) => ("posters/channel.yml", rest),
        Some(("2", rest)) => ("handbook.yml", rest),
        _ => ("theme.yml", text),
    };
    let (mut sources, mut problems) = (Sources::new(), Diagnostics::new());
    let themes = Themes::default().with("default", path, text);
    let theme = themes.load("default", &mut sources, &mut problems);
    let press = theme.and_then(|theme| Press::load(&theme, &mut sources, &mut problems));
    if let Some(press) = press {
        bench.print(
            &press,
            &bench.edition,
            path == "handbook.yml",
            &mut problems,
        );
    }
    show(problems, &sources);
}

/// A picture: for a page, and for print.
pub fn picture(bytes: &[u8]) {
    let Some(bench) = BENCH.as_ref() else {
        return;
    };
    // Thumbnails of giants only cost time; that they are refused is known by then.
    let size = Size::of(bytes);
    if let Ok(picture) = Picture::read_with(bytes, Some(&bench.lettering)) {
        let frame = Frame {
            x: 0.0,
            y: 0.0,
            width: 100.0,
            height: 100.0,
        };
        picture.place(frame, Colour::Rgb(0, 0, 0));
    }
    if size.is_none_or(|size| u64::from(size.width) * u64::from(size.height) < 4_000_000) {
        Renditions::default().of(bytes);
    }
}

/// A font: a poster is set in it, and written.
pub fn font(bytes: &[u8]) {
    let Some(bench) = BENCH.as_ref() else {
        return;
    };
    let at = Span::new(FileId(0), 0..0);
    let file = FontFile {
        file: Located::new("a.ttf".to_owned(), at),
        bytes: Arc::from(bytes),
    };
    let family = FontFamily {
        at,
        regular: Some(file.clone()),
        italic: None,
        bold: Some(file),
        black: None,
        languages: Vec::new(),
    };
    let mut edition = bench.edition.clone();
    edition.branding.fonts = vec![family];
    bench.print(&bench.press, &edition, false, &mut Diagnostics::new());
}

/// A workbook of editions.
pub fn workbook(bytes: &[u8]) {
    let _ = crate::source::workbook::read(bytes, None);
}

impl Bench {
    fn pages_and_handbook(&self, edition: &Edition, problems: &mut Diagnostics) {
        let words = self.theme.words(edition, edition.language());
        pages(edition, &self.theme, &[], &[], problems);
        let handbook = compose(edition, &words);
        page(&handbook, edition, &words);
        text(&handbook, &words);
        word(&handbook, edition, &words);
        self.print(&self.press, edition, true, problems);
    }

    /// Prints the handbook, or a poster.
    fn print(
        &self,
        press: &Press,
        edition: &Edition,
        is_handbook: bool,
        problems: &mut Diagnostics,
    ) {
        let words = self.theme.words(edition, edition.language());
        let posters = press.posters(edition, &words, problems);
        let scene = if is_handbook {
            posters.handbook(None, problems)
        } else {
            edition.channels.first().and_then(|channel| {
                let printing = edition.posters.main_printing();
                posters.scene(Poster::Channel(channel), printing, problems)
            })
        };
        if let Some(scene) = scene {
            let _ = pdf::write(&scene);
        }
    }
}

/// Reads a pack with these files, which stand before those of the small pack.
fn read(files: &[(&str, &str)], sources: &mut Sources, problems: &mut Diagnostics) -> Vec<Edition> {
    let small = [
        ("pack.yml", PACK),
        ("channels/email.md", CHANNEL),
        ("editions/ash/edition.yml", EDITION),
    ];
    let mut folder = Folder::default();
    for (path, text) in small.iter().chain(files) {
        let file = sources.add(*path, *text);
        folder.texts.insert((*path).to_owned(), file);
    }
    read_folder(folder, sources, problems)
        .map_or_else(Vec::new, |pack| editions(&pack, sources, problems))
}

/// Reads a pack with these files, and shows what is wrong with it.
fn look(files: &[(&str, &str)]) {
    let (mut sources, mut problems) = (Sources::new(), Diagnostics::new());
    let editions = read(files, &mut sources, &mut problems);
    if let Some(bench) = BENCH.as_ref() {
        for edition in &editions {
            let day = jiff::civil::date(2026, 9, 1);
            crate::check::edition(edition, bench.theme.files(), &[], day, &mut problems);
        }
    }
    show(problems, &sources);
}

/// Every diagnostic can be shown: its places are in the files.
fn show(problems: Diagnostics, sources: &Sources) {
    render::text(&problems.tidied(1), sources, false);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_small_pack_is_sound_and_can_be_made() {
        let bench = BENCH.as_ref().expect("all is there");
        let mut problems = Diagnostics::new();
        bench.pages_and_handbook(&bench.edition, &mut problems);
        assert_eq!(problems.errors(), 0, "{problems:#?}");
    }
}
