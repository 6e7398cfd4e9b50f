//! Words for pictures that don't do what they are for (WCAG 2.2, 1.1.1). That they are there at all is checked where texts are read.

use super::{Say, Text};
use crate::diagnostic::{Code, Diagnostic, Span};

/// More letters than this are a text of their own, and no words for a picture.
const LONGEST: usize = 200;

pub(super) fn check(text: &Text<'_>, say: &mut Say<'_>) {
    if text.name() == "alt" {
        one(text, text.written, text.at, say);
    }
    for passage in &text.passages {
        for (alt, written) in &passage.pictures {
            one(text, alt, text.part(written.clone()), say);
        }
    }
}

fn one(text: &Text<'_>, alt: &str, at: Span, say: &mut Say<'_>) {
    let small = alt.trim().to_lowercase();
    let ending = small.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_file = ["png", "jpg", "jpeg", "svg", "gif", "webp"].contains(&ending);
    let begins = text
        .words()
        .pictures
        .iter()
        .find(|begins| small.starts_with(**begins));
    let fault = if is_file {
        Some("the name of a file says nothing to those who can't see the picture".to_owned())
    } else if let Some(begins) = begins {
        Some(format!(
            "“{begins}” needn't be said: everybody is told that it is a picture"
        ))
    } else if alt.chars().count() > LONGEST {
        Some(format!(
            "words for a picture of more than {LONGEST} letters can't be skimmed"
        ))
    } else {
        None
    };
    if let Some(fault) = fault {
        say(Diagnostic::new(Code::WeakAlt, fault).at(at, "").help(
            "say in a sentence what the picture tells here, and put what is longer into the text",
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::said;
    use super::*;

    fn codes(alt: &str) -> Vec<Code> {
        let section = format!("---\ntitle: Law\n---\nSee:\n\n![{alt}](a.svg)\n");
        let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"/>";
        let found = said(&[("sections/10-law.md", &section), ("assets/a.svg", picture)]);
        found.into_iter().map(|(code, _)| code).collect()
    }

    #[test]
    fn words_for_a_picture_say_what_it_shows() {
        assert!(codes("Two phones on a table").is_empty());
        assert_eq!(codes("Image of two phones"), [Code::WeakAlt]);
        assert_eq!(codes("IMG_2031.jpg"), [Code::WeakAlt]);
        assert_eq!(codes(&"long ".repeat(60)), [Code::WeakAlt]);
    }
}
