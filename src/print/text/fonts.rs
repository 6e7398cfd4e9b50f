//! The fonts at hand, in the order in which they are asked.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use super::font_file::{FontFault, LoadedFace, Metrics};
use super::shaped::Shaped;
use super::wording::has_capitals;
use super::{Face, Style};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{FontFamily, FontFile};
use crate::theme::Theme;

/// The fonts of a theme, or those of an edition and its theme, ready for shaping. Loaded once, shared by all threads.
pub struct Fonts {
    pub(super) faces: Vec<Arc<LoadedFace>>,
    families: Vec<Family>,
    faults: Vec<Fault>,
    /// What has been set with them.
    pub(super) shaped: Shaped,
}

/// A family: for each way letters are cut, the place of its face among all faces.
#[derive(Debug, Clone, Default)]
struct Family {
    regular: Option<usize>,
    italic: Option<usize>,
    bold: Option<usize>,
    black: Option<usize>,
    /// The languages whose text it comes first for; empty means all.
    languages: Vec<String>,
}

/// What is wrong with a file of one of the families that were given.
struct Fault {
    family: usize,
    key: &'static str,
    reason: FontFault,
}

impl Fonts {
    /// Loads the fonts that a theme names.
    pub fn load(theme: &Theme, problems: &mut Diagnostics) -> Option<Self> {
        let fonts = Self::none().with(&theme.fonts);
        fonts.report(&theme.fonts, |problem| problems.push(problem));
        if fonts.faces.is_empty() {
            problems.push(
                Diagnostic::new(
                    Code::MissingFile,
                    format!("the theme `{}` has no fonts for its posters", theme.name),
                )
                .help("put a TrueType file into `fonts/` of the theme, and name it in theme.yml: fonts: [{ regular: … }]"),
            );
            return None;
        }
        Some(fonts)
    }

    /// Says what is wrong with the families that were the first of these fonts.
    pub(crate) fn report(&self, families: &[FontFamily], mut say: impl FnMut(Diagnostic)) {
        for fault in &self.faults {
            let file = families.get(fault.family).and_then(|family| {
                let mut files = family.files();
                files.find(|(key, _)| *key == fault.key)
            });
            if let Some((_, file)) = file {
                say(Diagnostic::new(
                    Code::BadFont,
                    format!("the font `{}` can't be used", file.file.value),
                )
                .at(file.file.at, fault.reason.to_string()));
            }
        }
        for family in families {
            if let (Some(regular), None, None) = (&family.regular, &family.bold, &family.black) {
                say(Diagnostic::new(
                    Code::MissingStyle,
                    format!("the family of `{}` has no bold font", regular.file.value),
                )
                .at(
                    family.at,
                    "headings and stressed words are as thin as the rest",
                )
                .help("add a line: `bold: …` with the name of its bold file"));
            }
        }
    }

    /// The same fonts with these families before them.
    pub(crate) fn with(&self, families: &[FontFamily]) -> Self {
        let mut fonts = Self {
            faces: self.faces.clone(),
            families: Vec::with_capacity(self.families.len() + families.len()),
            faults: Vec::new(),
            shaped: Shaped::default(),
        };
        for (place, family) in families.iter().enumerate() {
            let mut face = |key, file: &Option<FontFile>| {
                let file = file.as_ref()?;
                match LoadedFace::read(&file.bytes) {
                    Ok(face) => {
                        fonts.faces.push(Arc::new(face));
                        Some(fonts.faces.len() - 1)
                    }
                    Err(reason) => {
                        fonts.faults.push(Fault {
                            family: place,
                            key,
                            reason,
                        });
                        None
                    }
                }
            };
            let family = Family {
                regular: face("regular", &family.regular),
                italic: face("italic", &family.italic),
                bold: face("bold", &family.bold),
                black: face("black", &family.black),
                languages: family
                    .languages
                    .iter()
                    .map(|language| language.value.clone())
                    .collect(),
            };
            fonts.families.push(family);
        }
        fonts.families.extend(self.families.iter().cloned());
        fonts
    }

    fn none() -> Self {
        Self {
            faces: Vec::new(),
            families: Vec::new(),
            faults: Vec::new(),
            shaped: Shaped::default(),
        }
    }

    /// The faces to try for a style of text in a language, the best first: of the families for that language, then of
    /// those for every language, then of all others, which may have a character that no other has.
    pub(super) fn order(&self, style: Style, language: &str) -> Vec<usize> {
        let mut families: Vec<&Family> = self.families.iter().collect();
        families.sort_by_key(|family| family.rank(language));
        let mut order: Vec<usize> = families
            .iter()
            .filter_map(|family| family.face(style))
            .collect();
        // A character is better thin than missing.
        order.extend(
            families
                .iter()
                .filter_map(|family| family.bold.or(family.black)),
        );
        order
    }

    /// The first face of that order, which is asked for again and again.
    fn first(&self, style: Style, language: &str) -> Option<usize> {
        let best = |face: &dyn Fn(&Family) -> Option<usize>| {
            let with = self.families.iter().filter(|family| face(family).is_some());
            with.min_by_key(|family| family.rank(language))
                .and_then(face)
        };
        best(&|family| family.face(style)).or_else(|| best(&|family| family.bold.or(family.black)))
    }

    /// All faces, those of the first family first.
    pub(crate) fn all_faces(&self) -> Vec<Arc<Face>> {
        let mut places: Vec<usize> = self.families.iter().flat_map(Family::faces).collect();
        // A family that serves several styles has one face at several places.
        places.dedup();
        let faces = places.into_iter().filter_map(|at| self.faces.get(at));
        faces.map(|face| Arc::clone(&face.face)).collect()
    }

    /// The heights of a style in text of a language.
    pub(crate) fn metrics(&self, style: Style, language: &str) -> Metrics {
        let Some(face) = self
            .first(style, language)
            .and_then(|at| self.faces.get(at))
        else {
            return Metrics::USUAL;
        };
        if is_in(language, "vi") {
            face.metrics.with_stacked_marks()
        } else if has_capitals(language) {
            face.metrics
        } else {
            Metrics::of_whole_line(face)
        }
    }

    /// The names of the families that text of a language is set in, in the order in which they are asked.
    pub(super) fn families(&self, style: Style, language: &str) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for face in self.order(style, language) {
            if let Some(face) = self.faces.get(face)
                && !names.contains(&face.family.as_str())
            {
                names.push(&face.family);
            }
        }
        names
    }
}

impl Family {
    /// How soon it is asked for text of a language: those for the language come first, then those for every language.
    fn rank(&self, language: &str) -> usize {
        if self.languages.is_empty() {
            1
        } else if self.languages.iter().any(|one| is_in(language, one)) {
            0
        } else {
            2
        }
    }

    fn faces(&self) -> impl Iterator<Item = usize> + use<> {
        [self.regular, self.italic, self.bold, self.black]
            .into_iter()
            .flatten()
    }

    /// The face for a style. The regular one stands in for each that is missing, and a bold one for its neighbour; but stress
    /// within text is not set in a family that has only a face for titles.
    fn face(&self, style: Style) -> Option<usize> {
        match style {
            Style::Regular => self.regular,
            Style::Italic => self.italic.or(self.regular),
            Style::Bold => self.bold.or(self.regular.and(self.black)).or(self.regular),
            Style::Black => self.black.or(self.bold).or(self.regular),
        }
    }
}

/// Whether a language is one or a kind of another: `ar-EG` is `ar`.
fn is_in(language: &str, other: &str) -> bool {
    let (mut parts, others) = (language.split('-'), other.split('-'));
    others.into_iter().all(|other| {
        parts
            .next()
            .is_some_and(|part| part.eq_ignore_ascii_case(other))
    })
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.faces.iter().map(|face| &face.face.name))
            .finish()
    }
}

/// The fonts of editions that bring their own. Editions of one pack mostly name the same, which are then loaded once.
#[derive(Debug, Default)]
pub(crate) struct FontCase {
    known: RwLock<Vec<(Vec<FontFamily>, Arc<Fonts>)>>,
}

impl FontCase {
    /// The fonts of a theme with these families before them.
    pub(crate) fn with(&self, theme: &Fonts, families: &[FontFamily]) -> Arc<Fonts> {
        let find = |known: &[(Vec<FontFamily>, Arc<Fonts>)]| {
            let like = |(of, _): &&(Vec<FontFamily>, Arc<Fonts>)| {
                of.len() == families.len()
                    && of
                        .iter()
                        .zip(families)
                        .all(|(one, other)| one.is_like(other))
            };
            known.iter().find(like).map(|(_, fonts)| Arc::clone(fonts))
        };
        // A thread that panicked leaves the list whole: it only ever grows by finished entries.
        let known = find(&self.known.read().unwrap_or_else(PoisonError::into_inner));
        if let Some(known) = known {
            return known;
        }
        let mut all = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = find(&all) {
            return known;
        }
        let fonts = Arc::new(theme.with(families));
        all.push((families.to_vec(), Arc::clone(&fonts)));
        fonts
    }
}

#[cfg(test)]
impl Fonts {
    /// The fonts of the default theme.
    pub(crate) fn of_default_theme() -> Self {
        use crate::source::Sources;
        use crate::theme::Themes;

        let mut problems = Diagnostics::new();
        let theme = Themes::default()
            .load("default", &mut Sources::new(), &mut problems)
            .expect("the default theme is part of the program");
        let fonts = Self::load(&theme, &mut problems).expect("the default theme has fonts");
        assert!(problems.is_empty(), "{problems:?}");
        fonts
    }
}

#[cfg(test)]
impl Fonts {
    /// The fonts of the default theme, and before them one of the tests for a language.
    pub(crate) fn with_font(bytes: &[u8], language: &str) -> Self {
        use crate::diagnostic::{FileId, Located, Span};

        let at = Span::new(FileId(0), 0..0);
        let family = FontFamily {
            at,
            regular: Some(FontFile {
                file: Located::new("a font of the tests".to_owned(), at),
                bytes: Arc::from(bytes),
            }),
            italic: None,
            bold: None,
            black: None,
            languages: vec![Located::new(language.to_owned(), at)],
        };
        let fonts = Self::of_default_theme().with(&[family]);
        assert!(fonts.faults.is_empty(), "it is a font");
        fonts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{FileId, Located, Span};

    const SOURCE: &[u8] = include_bytes!("../../../themes/default/fonts/SourceSans3-It.ttf");

    fn file(name: &str, bytes: &[u8]) -> FontFile {
        FontFile {
            file: Located::new(name.to_owned(), Span::new(FileId(0), 0..1)),
            bytes: Arc::from(bytes),
        }
    }

    fn family(languages: &[&str]) -> FontFamily {
        let at = Span::new(FileId(0), 0..0);
        FontFamily {
            at,
            regular: None,
            italic: None,
            bold: None,
            black: None,
            languages: languages
                .iter()
                .map(|&language| Located::new(language.to_owned(), at))
                .collect(),
        }
    }

    fn first(fonts: &Fonts, style: Style, language: &str) -> String {
        let at = fonts.order(style, language)[0];
        fonts.faces[at].face.name.clone()
    }

    #[test]
    fn the_first_face_is_the_first_of_the_order() {
        let fonts = Fonts::with_font(SOURCE, "pl");
        for style in [Style::Regular, Style::Italic, Style::Bold, Style::Black] {
            for language in ["en", "pl-PL", "ar", ""] {
                let order = fonts.order(style, language);
                assert_eq!(fonts.first(style, language), order.first().copied());
            }
        }
    }

    #[test]
    fn fonts_are_shared_by_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Fonts>();
    }

    #[test]
    fn each_style_finds_its_face() {
        let fonts = Fonts::of_default_theme();
        let name = |style| first(&fonts, style, "en");
        assert_eq!(name(Style::Regular), "SourceSans3-Regular");
        assert_eq!(name(Style::Italic), "SourceSans3-It");
        assert_eq!(name(Style::Bold), "SourceSans3-Bold");
        assert_eq!(name(Style::Black), "SourceSans3-Black");
    }

    #[test]
    fn a_family_for_titles_leaves_reading_to_the_next() {
        let titles = FontFamily {
            black: Some(file("Titles.ttf", SOURCE)),
            ..family(&[])
        };
        let fonts = Fonts::of_default_theme().with(&[titles]);
        assert_eq!(first(&fonts, Style::Black, "en"), "SourceSans3-It");
        assert_eq!(first(&fonts, Style::Bold, "en"), "SourceSans3-Bold");
        assert_eq!(first(&fonts, Style::Regular, "en"), "SourceSans3-Regular");
    }

    #[test]
    fn a_family_for_a_language_comes_first_there_and_last_elsewhere() {
        let own = FontFamily {
            regular: Some(file("Own.ttf", SOURCE)),
            ..family(&["ar", "zh-Hant"])
        };
        let fonts = Fonts::of_default_theme().with(&[own]);
        for (language, name) in [
            ("ar", "SourceSans3-It"),
            ("AR-eg", "SourceSans3-It"),
            ("zh-Hant-HK", "SourceSans3-It"),
            ("zh-Hans", "SourceSans3-Regular"),
            ("arn", "SourceSans3-Regular"),
            ("en", "SourceSans3-Regular"),
        ] {
            assert_eq!(first(&fonts, Style::Regular, language), name, "{language}");
        }
        assert!(fonts.order(Style::Regular, "en").len() > 1);
    }

    #[test]
    fn faults_and_missing_styles_are_said_of_the_families_that_were_given() {
        let families = [
            FontFamily {
                regular: Some(file("Own.ttf", SOURCE)),
                ..family(&[])
            },
            FontFamily {
                bold: Some(file("Broken.ttf", b"nothing")),
                ..family(&[])
            },
        ];
        let fonts = Fonts::of_default_theme().with(&families);
        let mut said = Vec::new();
        fonts.report(&families, |problem| {
            said.push((problem.code, problem.message));
        });
        assert_eq!(
            said,
            [
                (
                    Code::BadFont,
                    "the font `Broken.ttf` can't be used".to_owned()
                ),
                (
                    Code::MissingStyle,
                    "the family of `Own.ttf` has no bold font".to_owned()
                )
            ]
        );
    }

    #[test]
    fn tall_scripts_get_the_height_of_their_faces() {
        let latin = Fonts::of_default_theme().metrics(Style::Regular, "en");
        assert!((latin.leading(1.2) - 1.2).abs() < 1e-6);
        let of = |bytes: &[u8], language: &str| {
            let fonts = Fonts::with_font(bytes, language);
            assert_eq!(fonts.metrics(Style::Regular, "en"), latin);
            fonts.metrics(Style::Regular, language)
        };
        let nastaliq = of(
            include_bytes!("../../../tests/fonts/NotoNastaliqUrdu-Title.ttf"),
            "ur",
        );
        assert!(nastaliq.leading(1.2) > 2.2, "{nastaliq:?}");
        assert!(nastaliq.top > 1.5 && nastaliq.bottom > 0.2, "{nastaliq:?}");
        // Titles are set tighter, but not tighter than letters are high.
        assert!(nastaliq.leading(0.92) > 2.2, "{nastaliq:?}");
        // Vietnamese has marks above one another and below: text is wide enough, titles are not.
        let vietnamese = Fonts::of_default_theme().metrics(Style::Black, "vi");
        assert!(
            (vietnamese.leading(1.2) - 1.2).abs() < 1e-6,
            "{vietnamese:?}"
        );
        assert!(vietnamese.leading(0.92) > 1.1, "{vietnamese:?}");
        let arabic = of(
            include_bytes!("../../../tests/fonts/NotoNaskhArabic-Words.ttf"),
            "ar",
        );
        assert!((1.4..1.7).contains(&arabic.leading(1.2)), "{arabic:?}");
        // Ideographs fill their square.
        let chinese = of(
            include_bytes!("../../../tests/fonts/NotoSansSC-Words.otf"),
            "zh-Hans",
        );
        assert!((0.83..0.88).contains(&chinese.top), "{chinese:?}");
        assert!(chinese.bottom.abs() < 1e-6, "{chinese:?}");
        assert!((1.3..1.4).contains(&chinese.leading(1.2)), "{chinese:?}");
    }

    #[test]
    fn editions_with_the_same_fonts_share_them() {
        let theme = Fonts::of_default_theme();
        let own = FontFamily {
            regular: Some(file("Own.ttf", SOURCE)),
            ..family(&[])
        };
        let case = FontCase::default();
        let one = case.with(&theme, std::slice::from_ref(&own));
        assert!(Arc::ptr_eq(
            &one,
            &case.with(&theme, std::slice::from_ref(&own))
        ));
        let other = FontFamily {
            languages: family(&["ar"]).languages,
            ..own
        };
        assert!(!Arc::ptr_eq(&one, &case.with(&theme, &[other])));
    }
}
