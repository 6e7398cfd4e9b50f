//! The faces at hand.

use std::fmt;
use std::sync::Arc;

use harfrust::ShaperData;
use skrifa::instance::{LocationRef, Size};
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

use super::shaped::Shaped;
use super::{Face, Style};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::theme::Theme;

/// The folder of a theme that holds its fonts.
const FOLDER: &str = "fonts";

/// The faces of a theme, ready for shaping. Loaded once, shared by all threads.
pub struct Fonts {
    pub(super) faces: Vec<LoadedFace>,
    /// What has been set with them.
    pub(super) shaped: Shaped,
}

/// A face with what shaping needs to know of it.
pub(super) struct LoadedFace {
    pub(super) face: Arc<Face>,
    pub(super) shaping: ShaperData,
    pub(super) metrics: Metrics,
    /// The family's name.
    pub(super) family: String,
    /// 100 for hairlines to 900 for black (OpenType, `usWeightClass`).
    weight: f32,
    italic: bool,
}

/// Heights of a face, in ems above (or below) the baseline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Metrics {
    /// The height of a capital.
    pub(crate) cap_height: f32,
    /// The height of a small x.
    pub(crate) x_height: f32,
    /// How far letters reach below the baseline, a positive number.
    pub(crate) descent: f32,
}

impl Fonts {
    /// Loads every font of a theme's folder `fonts`, in the order of their names.
    ///
    /// The first family is the one that type is set in; the others help out with characters it hasn't got. Which file is
    /// the bold one, the file itself says.
    pub fn load(theme: &Theme, problems: &mut Diagnostics) -> Option<Self> {
        let mut faces = Vec::new();
        for (path, file) in theme.folder(FOLDER) {
            let is_font = [".ttf", ".otf", ".ttc"]
                .iter()
                .any(|end| path.to_ascii_lowercase().ends_with(end));
            if !is_font {
                continue;
            }
            match LoadedFace::read(&file.bytes) {
                Some(face) => faces.push(face),
                None => problems.push(
                    Diagnostic::new(Code::MissingFile, format!("`{}` is not a font that can be read", file.path))
                        .help("use TrueType or OpenType files (.ttf, .otf); web fonts (.woff2) don't serve for print"),
                ),
            }
        }
        if faces.is_empty() {
            problems.push(
                Diagnostic::new(
                    Code::MissingFile,
                    format!("the theme `{}` has no fonts for its posters", theme.name),
                )
                .help(format!("put TrueType files into `{FOLDER}/` of the theme")),
            );
            return None;
        }
        Some(Self {
            faces,
            shaped: Shaped::default(),
        })
    }

    /// The faces to try for a style, the best first: those of the first family, then each further family's.
    pub(super) fn order(&self, style: Style) -> Vec<usize> {
        let mut families: Vec<&str> = Vec::new();
        for face in &self.faces {
            if !families.contains(&face.family.as_str()) {
                families.push(&face.family);
            }
        }
        families
            .into_iter()
            .filter_map(|family| {
                (0..self.faces.len())
                    .filter(|&at| self.faces[at].family == family)
                    .min_by(|&a, &b| {
                        self.faces[a]
                            .distance(style)
                            .total_cmp(&self.faces[b].distance(style))
                    })
            })
            .collect()
    }

    /// The heights of a style.
    pub(crate) fn metrics(&self, style: Style) -> Metrics {
        self.order(style)
            .first()
            .and_then(|&at| self.faces.get(at))
            .map_or(Metrics::USUAL, |face| face.metrics)
    }
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.faces.iter().map(|face| &face.face.name))
            .finish()
    }
}

impl Metrics {
    /// What most text faces measure, where a font says nothing.
    const USUAL: Metrics = Metrics {
        cap_height: 0.7,
        x_height: 0.5,
        descent: 0.25,
    };
}

impl LoadedFace {
    fn read(bytes: &[u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let name = |id| {
            font.localized_strings(id)
                .english_or_first()
                .map(|name| name.to_string())
        };
        let attributes = font.attributes();
        let metrics = font.metrics(Size::new(1.0), LocationRef::default());
        let family = name(StringId::TYPOGRAPHIC_FAMILY_NAME)
            .or_else(|| name(StringId::FAMILY_NAME))
            .unwrap_or_default();
        Some(Self {
            shaping: ShaperData::new(&font),
            metrics: Metrics {
                cap_height: metrics.cap_height.unwrap_or(Metrics::USUAL.cap_height),
                x_height: metrics.x_height.unwrap_or(Metrics::USUAL.x_height),
                descent: -metrics.descent,
            },
            weight: attributes.weight.value(),
            italic: attributes.style != skrifa::attribute::Style::Normal,
            face: Arc::new(Face {
                name: name(StringId::POSTSCRIPT_NAME).unwrap_or_else(|| family.clone()),
                data: Arc::from(bytes),
                index: 0,
            }),
            family,
        })
    }

    /// How far this face is from a style; upright or not counts for more than any weight.
    fn distance(&self, style: Style) -> f32 {
        let (weight, italic) = match style {
            Style::Regular => (400.0, false),
            Style::Italic => (400.0, true),
            Style::Bold => (700.0, false),
            Style::Black => (900.0, false),
        };
        (self.weight - weight).abs() + if self.italic == italic { 0.0 } else { 10_000.0 }
    }
}

#[cfg(test)]
impl Fonts {
    /// The fonts of the default theme.
    pub(crate) fn of_default_theme() -> Self {
        let theme = Theme::embedded("default").expect("the default theme is part of the program");
        let mut problems = Diagnostics::new();
        let fonts = Self::load(&theme, &mut problems).expect("the default theme has fonts");
        assert!(problems.is_empty(), "{problems:?}");
        fonts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_are_shared_by_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Fonts>();
    }

    #[test]
    fn each_style_finds_its_face() {
        let fonts = Fonts::of_default_theme();
        let name = |style| {
            let at = fonts.order(style)[0];
            fonts.faces[at].face.name.clone()
        };
        assert_eq!(name(Style::Regular), "SourceSans3-Regular");
        assert_eq!(name(Style::Italic), "SourceSans3-It");
        assert_eq!(name(Style::Bold), "SourceSans3-Bold");
        assert_eq!(name(Style::Black), "SourceSans3-Black");
    }

    #[test]
    fn heights_are_those_of_the_face() {
        let metrics = Fonts::of_default_theme().metrics(Style::Black);
        assert!((0.64..0.68).contains(&metrics.cap_height), "{metrics:?}");
        assert!(metrics.descent > 0.1, "{metrics:?}");
    }
}
