//! How a board wants its handbook: the whole edition as one document.

use crate::diagnostic::Located;

/// What an edition says of its handbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandbookSettings {
    /// Whether there is one.
    pub wanted: bool,
    /// What is made besides the document on A4, each once.
    pub variants: Vec<Located<HandbookVariant>>,
    /// The kinds of files it comes in, each once; empty means PDF.
    pub formats: Vec<Located<HandbookFormat>>,
    /// Whether the margin at the spine is wider, on the left of odd pages and the right of even ones.
    pub mirrored_margins: bool,
    /// Its parts in their order, each once; empty means all of them as they come.
    pub chosen_parts: Vec<Located<HandbookPart>>,
}

impl Default for HandbookSettings {
    fn default() -> Self {
        Self {
            wanted: true,
            variants: Vec::new(),
            formats: Vec::new(),
            mirrored_margins: false,
            chosen_parts: Vec::new(),
        }
    }
}

/// What a handbook comes in besides the document on A4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HandbookVariant {
    /// In large print, by the rules of UKAAF G003.
    LargePrint,
    /// A5 pages, two to a side of A4, in the order in which a printed and folded stack is a booklet.
    Booklet,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HandbookFormat {
    /// A tagged PDF.
    Pdf,
    /// A Word document, to be adapted.
    Docx,
    /// Plain text.
    Txt,
    /// One page of HTML that holds all it needs.
    Html,
}

/// A part of a handbook: a chapter, or several of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HandbookPart {
    /// The table of document control, and what has changed.
    DocumentControl,
    /// The summary of do and don't, in short.
    DoAndDont,
    /// The sections.
    Sections,
    /// The channels.
    Channels,
    /// The summary of do and don't, in full.
    InFull,
    /// Whom to turn to.
    Contacts,
    /// Organisations, laws and guidance.
    Sources,
    /// Words and what they mean.
    Glossary,
    /// Licence, acknowledgements, and how to get the document in another form.
    About,
}

impl HandbookSettings {
    /// The parts in their order.
    pub fn parts(&self) -> Vec<HandbookPart> {
        if self.chosen_parts.is_empty() {
            HandbookPart::ALL.to_vec()
        } else {
            self.chosen_parts.iter().map(|part| part.value).collect()
        }
    }

    /// The files it comes in: the document in each format, and each variant as a PDF. None if there is to be no handbook.
    pub fn files(&self) -> Vec<HandbookFile> {
        self.files_in(&[])
    }

    /// The same in other formats than it says, if any are given. Variants go with the PDF then.
    pub fn files_in(&self, instead: &[HandbookFormat]) -> Vec<HandbookFile> {
        if !self.wanted {
            return Vec::new();
        }
        let usual = [HandbookFormat::Pdf];
        let asked: Vec<HandbookFormat> = self.formats.iter().map(|format| format.value).collect();
        let formats = match (instead, asked.as_slice()) {
            ([], []) => &usual,
            ([], asked) => asked,
            (instead, _) => instead,
        };
        let whole = formats.iter().map(|&format| HandbookFile {
            variant: None,
            format,
        });
        let has_pdf = instead.is_empty() || instead.contains(&HandbookFormat::Pdf);
        let variants = self
            .variants
            .iter()
            .filter(|_| has_pdf)
            .map(|variant| HandbookFile {
                variant: Some(variant.value),
                format: HandbookFormat::Pdf,
            });
        whole.chain(variants).collect()
    }
}

/// A handbook as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HandbookFile {
    /// The variant; `None` for the document on A4.
    pub variant: Option<HandbookVariant>,
    /// The kind of file.
    pub format: HandbookFormat,
}

impl HandbookFile {
    /// Where it is, from the folder of the edition: `handbook.pdf`, `handbook-large-print.pdf`.
    pub fn path(self) -> String {
        let ending = self.format.name();
        match self.variant {
            None => format!("handbook.{ending}"),
            Some(variant) => format!("handbook-{}.{ending}", variant.name()),
        }
    }

    /// Whether a file of an edition is a handbook, by its path from the edition's folder.
    pub fn is_one(path: &str) -> bool {
        !path.contains('/') && (path.starts_with("handbook.") || path.starts_with("handbook-"))
    }
}

impl HandbookPart {
    /// All parts, in the order in which they come if nothing is said.
    pub const ALL: &'static [Self] = &[
        Self::DocumentControl,
        Self::DoAndDont,
        Self::Sections,
        Self::Channels,
        Self::InFull,
        Self::Contacts,
        Self::Sources,
        Self::Glossary,
        Self::About,
    ];

    /// Their names in YAML.
    pub const NAMES: &'static [&'static str] = &[
        "document-control",
        "do-and-dont",
        "sections",
        "channels",
        "do-and-dont-in-full",
        "contacts",
        "sources",
        "glossary",
        "about",
    ];

    /// The part of this name.
    pub fn named(name: &str) -> Option<Self> {
        let at = Self::NAMES.iter().position(|known| *known == name)?;
        Self::ALL.get(at).copied()
    }

    /// The name in YAML.
    pub fn name(self) -> &'static str {
        match self {
            Self::DocumentControl => "document-control",
            Self::DoAndDont => "do-and-dont",
            Self::Sections => "sections",
            Self::Channels => "channels",
            Self::InFull => "do-and-dont-in-full",
            Self::Contacts => "contacts",
            Self::Sources => "sources",
            Self::Glossary => "glossary",
            Self::About => "about",
        }
    }
}

impl HandbookVariant {
    /// The variant of this name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "large-print" => Self::LargePrint,
            "booklet" => Self::Booklet,
            _ => return None,
        })
    }

    /// The name in YAML, and in the name of the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::LargePrint => "large-print",
            Self::Booklet => "booklet",
        }
    }
}

impl HandbookFormat {
    /// The format of this name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "pdf" => Self::Pdf,
            "docx" => Self::Docx,
            "txt" => Self::Txt,
            "html" => Self::Html,
            _ => return None,
        })
    }

    /// The name in YAML, and the ending of the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Txt => "txt",
            Self::Html => "html",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::shape::{HANDBOOK_FORMATS, HANDBOOK_VARIANTS};

    #[test]
    fn files_are_told_by_their_names() {
        let mut settings = HandbookSettings::default();
        let paths = |settings: &HandbookSettings| -> Vec<String> {
            settings
                .files()
                .into_iter()
                .map(HandbookFile::path)
                .collect()
        };
        assert_eq!(paths(&settings), ["handbook.pdf"]);
        let at = crate::diagnostic::Span::new(crate::diagnostic::FileId(0), 0..1);
        settings.variants = vec![Located::new(HandbookVariant::LargePrint, at)];
        let both = paths(&settings);
        assert_eq!(both, ["handbook.pdf", "handbook-large-print.pdf"]);
        assert!(both.iter().all(|path| HandbookFile::is_one(path)));
        assert!(!HandbookFile::is_one("sections/handbook.html"));
        assert!(!HandbookFile::is_one("handbooks/index.html"));
        let path_in = |formats: &[HandbookFormat]| -> Vec<String> {
            let files = settings.files_in(formats).into_iter();
            files.map(HandbookFile::path).collect()
        };
        assert_eq!(path_in(&[HandbookFormat::Docx]), ["handbook.docx"]);
        assert_eq!(path_in(&[HandbookFormat::Pdf]), both);
        settings.wanted = false;
        assert!(settings.files().is_empty());
    }

    #[test]
    fn every_name_stands_for_something() {
        for (part, name) in HandbookPart::ALL.iter().zip(HandbookPart::NAMES) {
            assert_eq!(part.name(), *name);
            assert_eq!(HandbookPart::named(name), Some(*part));
        }
        assert_eq!(HandbookPart::ALL.len(), HandbookPart::NAMES.len());
        for name in HANDBOOK_VARIANTS {
            let variant = HandbookVariant::named(name).map(HandbookVariant::name);
            assert_eq!(variant, Some(*name));
        }
        for name in HANDBOOK_FORMATS {
            let format = HandbookFormat::named(name).map(HandbookFormat::name);
            assert_eq!(format, Some(*name));
        }
    }
}
