//! Fonts that a pack, an edition or a theme brings.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Located, Span};
use crate::source::Node;

/// A family of fonts for posters: a file for each way its letters are cut.
///
/// It may hold one of them alone: a family with only `black` sets titles, and leaves reading to the next one.
#[derive(Debug, Clone)]
pub struct FontFamily {
    /// Where it is named.
    pub at: Span,
    /// For reading. It also stands in for the cuts that are missing.
    pub regular: Option<FontFile>,
    /// For titles of works, in the handbook.
    pub italic: Option<FontFile>,
    /// For stress, and headings.
    pub bold: Option<FontFile>,
    /// For what is read from afar: titles, headlines, phone numbers.
    pub black: Option<FontFile>,
    /// The languages whose text it comes first for, as BCP 47 tags; empty means all.
    pub languages: Vec<Located<String>>,
}

/// A font file of a family.
#[derive(Debug, Clone)]
pub struct FontFile {
    /// The name of the file, as written.
    pub file: Located<String>,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

impl FontFamily {
    /// Reads a family that has the shape of [`FONT_FAMILY`](crate::pack::shape::FONT_FAMILY). `bytes` finds a file, or says that
    /// it isn't there.
    ///
    /// # Errors
    ///
    /// When it names no file at all: with what is to be said then.
    pub(crate) fn read(
        node: &Node,
        mut bytes: impl FnMut(&Located<String>) -> Option<Arc<[u8]>>,
    ) -> Result<Self, Diagnostic> {
        const CUTS: [&str; 4] = ["regular", "italic", "bold", "black"];
        if CUTS.iter().all(|key| node.get(key).is_none()) {
            return Err(
                Diagnostic::new(Code::MissingKey, "a font family has no `regular`")
                    .at(node.at, "it names no font")
                    .help("add a line: `regular: …` with the name of a file in `fonts/`"),
            );
        }
        let mut file = |key: &str| {
            let node = node.get(key)?;
            let name = node.scalar().filter(|name| !name.is_empty())?;
            let file = Located::new(name.to_string(), node.at);
            let bytes = bytes(&file)?;
            Some(FontFile { file, bytes })
        };
        Ok(Self {
            at: node.at,
            regular: file("regular"),
            italic: file("italic"),
            bold: file("bold"),
            black: file("black"),
            languages: node
                .get("languages")
                .map(|languages| languages.items())
                .unwrap_or_default()
                .iter()
                .filter_map(|item| Some(Located::new(item.scalar()?.to_string(), item.at)))
                .collect(),
        })
    }

    /// Its files, each with its key.
    pub fn files(&self) -> impl Iterator<Item = (&'static str, &FontFile)> {
        [
            ("regular", &self.regular),
            ("italic", &self.italic),
            ("bold", &self.bold),
            ("black", &self.black),
        ]
        .into_iter()
        .filter_map(|(key, file)| Some((key, file.as_ref()?)))
    }

    /// Whether both name the same files for the same languages.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        let files = |family: &Self| -> Vec<(&'static str, *const u8)> {
            family
                .files()
                .map(|(key, file)| (key, file.bytes.as_ptr()))
                .collect()
        };
        let languages = |family: &Self| -> Vec<String> {
            family
                .languages
                .iter()
                .map(|language| language.value.clone())
                .collect()
        };
        files(self) == files(other) && languages(self) == languages(other)
    }
}
