//! Words of a Word document: how they are said, where they lead, and the names by which they are found.

use sha2::{Digest, Sha256};

use super::body::Writer;
use super::xml::{put, safe};
use crate::handbook::passages::{Run, Style};
use crate::handbook::{Destination, Named, Target};
use crate::print::Direction;

impl Writer<'_> {
    /// The words of a line.
    pub(super) fn runs(&mut self, runs: &[Run]) -> String {
        let mut xml = String::new();
        for run in runs {
            match run {
                Run::Words { text, style } => xml.push_str(&words(text, style, false)),
                Run::Link { destination, runs } => {
                    let address = match destination {
                        Destination::Within(target) => {
                            format!("w:anchor=\"{}\"", bookmark(target))
                        }
                        Destination::Outside(address) => {
                            format!("r:id=\"link{}\"", self.address(address))
                        }
                    };
                    let inner: String = runs
                        .iter()
                        .map(|run| match run {
                            Run::Words { text, style } => words(text, style, true),
                            other => self.runs(std::slice::from_ref(other)),
                        })
                        .collect();
                    put(
                        &mut xml,
                        format_args!(
                            "<w:hyperlink {address} w:history=\"1\">{inner}</w:hyperlink>"
                        ),
                    );
                }
                Run::Mark(mark) => put(
                    &mut xml,
                    format_args!(
                        "<w:hyperlink w:anchor=\"{}\" w:history=\"1\"><w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>[{}]</w:t></w:r></w:hyperlink>",
                        bookmark(&mark.note),
                        mark.number
                    ),
                ),
                Run::Break => xml.push_str("<w:r><w:br/></w:r>"),
            }
        }
        xml
    }

    /// The number of an address among those that links lead to.
    fn address(&mut self, address: &str) -> usize {
        let address = address.replace(' ', "");
        let addresses = &mut self.body.addresses;
        let known = addresses.iter().position(|known| *known == address);
        known.unwrap_or_else(|| {
            addresses.push(address);
            addresses.len() - 1
        })
    }
}

/// Plain words in their language.
pub(super) fn named_run(words: &Named<'_>) -> String {
    match Run::named(words) {
        Run::Words { text, style } => self::words(&text, &style, false),
        _ => String::new(),
    }
}

/// A run of words.
fn words(text: &str, style: &Style, is_link: bool) -> String {
    let mut properties = String::new();
    if is_link {
        properties.push_str("<w:rStyle w:val=\"Hyperlink\"/>");
    }
    if style.typed {
        properties.push_str(
            "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>",
        );
    }
    if style.strong {
        properties.push_str("<w:b/><w:bCs/>");
    }
    if style.emphasis {
        properties.push_str("<w:i/><w:iCs/>");
    }
    if let Some(language) = &style.language {
        let turned = Direction::of_language(language) == Direction::RightToLeft;
        let language = safe(language);
        let (before, kind) = if turned {
            ("<w:rtl/>", "w:bidi")
        } else {
            ("", "w:val")
        };
        put(
            &mut properties,
            format_args!("{before}<w:lang {kind}=\"{language}\"/>"),
        );
    }
    format!(
        "<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
        safe(text)
    )
}

/// The name of a target as Word has them: a letter first, then letters, digits and underscores, 40 characters at most. One that
/// would be longer ends with a hash instead, so that no two are alike.
pub(super) fn bookmark(target: &Target) -> String {
    const MOST: usize = 40;
    const KEPT: usize = 31;
    let name: String = target
        .name()
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                '_'
            }
        })
        .collect();
    if name.len() <= MOST {
        return name;
    }
    let hash = Sha256::digest(target.name().as_bytes());
    let mut name = name[..KEPT].to_owned();
    name.push('_');
    for byte in hash.iter().take(4) {
        put(&mut name, format_args!("{byte:02x}"));
    }
    name
}
