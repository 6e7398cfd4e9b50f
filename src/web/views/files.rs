//! Posters and other files to take away.

use serde::Serialize;

use crate::web::html::Html;

/// A poster to download.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PosterView {
    /// What it is about, as HTML.
    pub(crate) title: Html,
    /// The file that most people want: of the first size of paper.
    pub(crate) file: PosterFileView,
    /// The same on other paper, in large print, or for little ink.
    pub(crate) others: Vec<PosterFileView>,
    /// A picture of it.
    pub(crate) preview: Option<PreviewView>,
}

/// A poster as it comes out one way.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PosterFileView {
    /// Where it is.
    pub(crate) href: String,
    /// Its paper, and for whom it is: "A3", "Large print, A4". As HTML.
    pub(crate) printing: Html,
    /// Its format, pages and size: "PDF, 1 page, 45 KB". As HTML.
    pub(crate) facts: Html,
}

/// A picture of a poster.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PreviewView {
    /// Where it is.
    pub(crate) src: String,
    /// What it shows, for those who don't see it: the poster's title and headline.
    pub(crate) alt: String,
    /// The same as HTML, where some of it is in another language than the page: an attribute can't say so.
    pub(crate) words: Option<Html>,
    /// Its width in pixels.
    pub(crate) width: u32,
    /// Its height in pixels.
    pub(crate) height: u32,
}

/// The handbook as a file.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct HandbookView {
    /// What it is: "Handbook", "Handbook, in large print". As HTML.
    pub(crate) title: Html,
    /// Where it is.
    pub(crate) href: String,
    /// Whether to save it instead of opening it: a page with styles and pictures of its own, which a host with strict rules
    /// wouldn't show.
    pub(crate) save: bool,
    /// Its format, pages and size: "PDF, 32 pages, 210 KB". As HTML.
    pub(crate) facts: Html,
}

/// A file to download.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DownloadView {
    /// Its address on the page of downloads.
    pub(crate) anchor: String,
    /// Its title, as HTML.
    pub(crate) title: Html,
    /// What it is for, as HTML.
    pub(crate) about: Option<Html>,
    /// Where it is.
    pub(crate) href: String,
    /// Its format and size: "Word, 30 KB". As HTML.
    pub(crate) facts: Html,
}

/// The ending of a file's name, in small letters, and how people call such files.
pub(crate) fn ending(file: &str) -> (String, String) {
    let ending: String = file
        .rsplit_once('.')
        .map(|(_, ending)| ending)
        .unwrap_or_default()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase();
    let ending = if ending.is_empty() {
        "bin".to_owned()
    } else {
        ending
    };
    let format = match ending.as_str() {
        "doc" | "docx" => "Word".to_owned(),
        "xls" | "xlsx" => "Excel".to_owned(),
        "ppt" | "pptx" => "PowerPoint".to_owned(),
        other => other.to_ascii_uppercase(),
    };
    (ending, format)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_say_the_format() {
        assert_eq!(ending("Policy.DOCX"), ("docx".into(), "Word".into()));
        assert_eq!(ending("a.b/form.odt"), ("odt".into(), "ODT".into()));
        assert_eq!(ending("no ending"), ("bin".into(), "BIN".into()));
    }
}
