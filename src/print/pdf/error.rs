use thiserror::Error;

/// Why a scene cannot become a lawful file. Each is a slip of whoever made the scene, or a font that cannot be used;
/// none is a state of the machine.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PdfError {
    /// There is nothing to write.
    #[error("the document has no pages")]
    NoPages,
    /// Every document needs a title for the window's title bar (ISO 14289-1 §7.1).
    #[error("the document has no title")]
    NoTitle,
    /// A language is not a BCP 47 tag (ISO 14289-1 §7.2).
    #[error("'{0}' is not the tag of a language")]
    Language(String),
    /// A page is smaller or larger than a reader can show (ISO 32000-1 annex C).
    #[error("page {page} measures {width} by {height} points; both must lie between 3 and 14400")]
    PageSize {
        /// The page, from 1.
        page: usize,
        /// Its width in points, rounded.
        width: i64,
        /// Its height in points, rounded.
        height: i64,
    },
    /// A place on a page is not a number.
    #[error("something on page {page} stands at a place that is not a number")]
    NotFinite {
        /// The page, from 1.
        page: usize,
    },
    /// A link, picture or bookmark points to a page that isn't there.
    #[error("a link, picture or bookmark points to page {page}, and there are {pages}")]
    NoSuchPage {
        /// The page, from 1.
        page: usize,
        /// How many there are.
        pages: usize,
    },
    /// A link leads to a place that the document hasn't got.
    #[error("a link leads to the place `{0}`, which isn't there")]
    NoSuchPlace(String),
    /// A drawn item belongs to a part that isn't in the structure tree.
    #[error("something on page {page} belongs to no part of the document")]
    NoSuchPart {
        /// The page, from 1.
        page: usize,
    },
    /// The parts don't form a tree below the document.
    #[error("the parts of the document are not a tree")]
    NotATree,
    /// Headings have levels 1 to 6.
    #[error("a heading of level {0}; levels go from 1 to 6")]
    HeadingLevel(u8),
    /// Headings begin at level 1 and go down by one (ISO 14289-1 §7.4.2).
    #[error("a heading of level {after} follows one of level {before}, so that a level is skipped")]
    HeadingOrder {
        /// The level of the heading before; 0 if it is the first.
        before: u8,
        /// The level of the heading.
        after: u8,
    },
    /// A piece of a list or table stands outside one, or something else inside it (ISO 14289-1 §7.2).
    #[error("{inner} cannot stand directly in {outer}")]
    Misplaced {
        /// The name of the inner part in the standard structure.
        inner: &'static str,
        /// The name of the outer part.
        outer: &'static str,
    },
    /// A picture must say what it shows (ISO 14289-1 §7.3).
    #[error("a picture on page {page} has no description")]
    NoDescription {
        /// The page, from 1.
        page: usize,
    },
    /// A face has no shape for some text (ISO 14289-1 §7.21.8).
    #[error("the face {face} has no glyph for '{text}'")]
    MissingGlyph {
        /// The face's name.
        face: String,
        /// The text that it can't show.
        text: String,
    },
    /// A glyph's text lies outside the text of its run.
    #[error("a glyph on page {page} stands for text that isn't there")]
    TextRange {
        /// The page, from 1.
        page: usize,
    },
    /// A font file can't be read or reduced.
    #[error("the face {face} can't be embedded: {reason}")]
    Font {
        /// The face's name.
        face: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A picture has fewer or more pixels than its width and height say.
    #[error("a picture on page {page} has not as many pixels as its size says")]
    Pixels {
        /// The page, from 1.
        page: usize,
    },
    /// A colour is printed with an ink that the sheet hasn't got.
    #[error("something on page {page} is printed with an ink that isn't there")]
    NoSuchInk {
        /// The page, from 1.
        page: usize,
    },
    /// The library that writes the file refused.
    #[error("the file can't be put together: {0}")]
    Assembly(String),
}
