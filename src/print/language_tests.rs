//! Greywater's posters and handbooks in Polish and Urdu: whatever nobody has translated stands there in English, and says so
//! (ISO 14289-1 §7.2; WCAG 2.2, 3.1.2).

use std::path::Path;

use super::press::Press;
use super::scene::{Drawing, Meaning, PartId, Role, Scene};
use super::tests::press;
use super::{Direction, Poster};
use crate::diagnostic::Diagnostics;
use crate::edition::{Edition, editions};
use crate::handbook;
use crate::pack;
use crate::source::Sources;
use crate::theme::{Theme, Words};

/// Words that are in most English sentences, and in no Polish or Urdu one.
const ENGLISH: &[&str] = &[
    "the", "and", "your", "you", "of", "with", "for", "is", "are", "never", "best", "safe", "poor",
    "team", "hours",
];

fn is_english(words: &str) -> bool {
    words
        .split(' ')
        // Addresses are in no language, and may stand on several lines.
        .filter(|word| !word.contains('/') && word.matches('-').count() < 3)
        .flat_map(|word| word.split(|letter: char| !letter.is_alphanumeric()))
        .any(|word| ENGLISH.contains(&word.to_lowercase().as_str()))
}

/// Greywater in the languages that it has only in part.
fn greywater() -> Vec<(Edition, Words)> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let (mut sources, mut problems) = (Sources::new(), Diagnostics::new());
    let pack = pack::read(&content, &mut sources, &mut problems).expect("a pack");
    let theme = Theme::embedded("default").expect("the default theme");
    editions(&pack, &sources, &mut problems)
        .into_iter()
        .filter(|edition| edition.id == "greywater" && !edition.is_main())
        .map(|edition| {
            let strings = theme.strings(edition.language(), &mut sources, &mut problems);
            let words = Words::of(strings.into(), &edition);
            (edition, words)
        })
        .collect()
}

/// The language of each part: its own, or else that of the part it is in.
fn languages(scene: &Scene) -> Vec<String> {
    fn spread(scene: &Scene, part: PartId, around: &str, all: &mut [String]) {
        let this = scene.structure.part(part);
        let language = this.language.as_deref().unwrap_or(around).to_owned();
        for child in &this.children {
            spread(scene, *child, &language, all);
        }
        all[part.0 as usize] = language;
    }
    let mut all = vec![String::new(); scene.structure.len()];
    spread(scene, scene.structure.root(), &scene.language, &mut all);
    all
}

/// How much of a scene is English; all of it must say so.
fn assert_marked(scene: &Scene) -> usize {
    let languages = languages(scene);
    let mut english = 0;
    let mut check = |words: &str, language: &str| {
        if is_english(words) {
            english += 1;
            assert_eq!(language, "en", "{words}");
        }
    };
    for item in scene.pages.iter().flat_map(|page| &page.items) {
        if let (Meaning::Part(part), Drawing::Glyphs(run)) = (item.meaning, &item.drawing) {
            let around = &languages[part.0 as usize];
            let shown = run.glyphs.first().map_or(0, |glyph| glyph.text.start)
                ..run.glyphs.last().map_or(0, |glyph| glyph.text.end);
            check(
                run.text.get(shown).unwrap_or_default(),
                run.language.as_deref().unwrap_or(around),
            );
        }
    }
    for (part, language) in languages.iter().enumerate() {
        if let Role::Figure { alt, .. } = &scene.structure.part(PartId(part as u32)).role {
            check(alt, language);
        }
    }
    english
}

fn posters(press: &Press, edition: &Edition, words: &Words) -> Vec<Scene> {
    let mut problems = Diagnostics::new();
    let posters = press.posters(edition, words, &mut problems);
    let printing = edition.posters.main_printing();
    let channels = edition.channels.iter().map(Poster::Channel);
    let summary = edition.do_and_dont.iter().map(Poster::DoAndDont);
    let scenes = channels
        .chain(summary)
        .chain([Poster::Contacts])
        .map(|poster| posters.scene(poster, printing, &mut problems));
    scenes.map(|scene| scene.expect("it fits")).collect()
}

#[test]
fn what_posters_say_in_english_is_marked_as_such() {
    for (edition, words) in greywater() {
        let scenes = posters(press(), &edition, &words);
        let english: usize = scenes.iter().map(assert_marked).sum();
        assert!(english > 20, "{english} in {}", edition.language());
    }
}

#[test]
fn what_handbooks_say_in_english_is_marked_as_such() {
    for (edition, words) in greywater() {
        let mut problems = Diagnostics::new();
        let posters = press().posters(&edition, &words, &mut problems);
        let scene = posters.handbook(None, &mut problems).expect("it is bound");
        let english = assert_marked(&scene);
        assert!(english > 100, "{english} in {}", edition.language());
    }
}

#[test]
fn what_the_one_page_form_says_in_english_is_marked_as_such() {
    for (edition, words) in greywater() {
        let page = handbook::page(&handbook::compose(&edition, &words), &edition, &words);
        let english = edition
            .channels
            .iter()
            .find(|channel| edition.language_at(channel.title.at) == Some("en"));
        let title = &english.expect("a channel in English").title.value;
        for tag in ["h1", "a"] {
            let marked = format!("<span lang=\"en\" dir=\"ltr\">{title}</span></{tag}>");
            assert!(page.contains(&marked), "{marked} in {}", edition.language());
        }
        let turned = Direction::of_language(edition.language()) == Direction::RightToLeft;
        assert_eq!(page.contains("<html lang=\"ur\" dir=\"rtl\">"), turned);
    }
}
