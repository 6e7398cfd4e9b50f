//! Paragraphs that have been shaped before: editions share most of their words.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::{Paragraph, Wording};

/// When so many wordings have been met, those that were not asked for since the last time are forgotten. A handbook has up to
/// four thousand, with the page numbers that it speaks of; a paragraph takes about 10 KB.
const MANY: usize = 8192;

/// One wording, shaped for each language in which it has been met; that there are several is rare.
type ByLanguage = Vec<(String, Arc<Paragraph>)>;

/// Shaped paragraphs by their wording and language, shared by all threads. Shaping has no other input than these and the
/// faces, so what is found here is what shaping would give.
#[derive(Default)]
pub(super) struct Shaped {
    known: RwLock<Known>,
}

#[derive(Default)]
struct Known {
    /// What has been asked for lately.
    lately: HashMap<Wording, ByLanguage>,
    /// What had been asked for when that was begun.
    before: HashMap<Wording, ByLanguage>,
}

impl Shaped {
    /// The paragraph of a wording, if it has been shaped.
    pub(super) fn find(&self, words: &Wording, language: &str) -> Option<Arc<Paragraph>> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(paragraph) = of_language(&known.lately, words, language) {
            return Some(paragraph);
        }
        let paragraph = of_language(&known.before, words, language)?;
        drop(known);
        self.keep(words, language, &paragraph);
        Some(paragraph)
    }

    /// Keeps a paragraph.
    pub(super) fn keep(&self, words: &Wording, language: &str, paragraph: &Arc<Paragraph>) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.lately.len() >= MANY {
            known.before = std::mem::take(&mut known.lately);
        }
        let languages = known.lately.entry(words.clone()).or_default();
        if languages.iter().all(|(of, _)| of != language) {
            languages.push((language.to_owned(), Arc::clone(paragraph)));
        }
    }
}

fn of_language(
    known: &HashMap<Wording, ByLanguage>,
    words: &Wording,
    language: &str,
) -> Option<Arc<Paragraph>> {
    let (_, paragraph) = known.get(words)?.iter().find(|(of, _)| of == language)?;
    Some(Arc::clone(paragraph))
}

#[cfg(test)]
mod tests {
    use super::super::{Fonts, Style, Typesetter};
    use super::*;
    use crate::diagnostic::{FileId, Span};

    #[test]
    fn what_is_asked_for_again_and_again_is_kept() {
        let fonts = Fonts::of_default_theme();
        let words = |text: &str| Wording::new(text, Style::Regular);
        let (often, once) = (words("Use your work account"), words("once"));
        let at = Span::new(FileId(0), 0..0);
        let paragraph = Typesetter::new(&fonts, "en").paragraph(&often, at);
        let shaped = Shaped::default();
        shaped.keep(&often, "en", &paragraph);
        shaped.keep(&once, "en", &paragraph);
        for count in 0..3 * MANY {
            shaped.keep(&words(&count.to_string()), "en", &paragraph);
            if count % 1000 == 0 {
                assert!(shaped.find(&often, "en").is_some(), "{count}");
            }
        }
        assert!(shaped.find(&once, "en").is_none());
        assert!(shaped.find(&often, "cy").is_none());
    }
}
