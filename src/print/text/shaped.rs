//! Paragraphs that have been shaped before: editions share most of their words.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::{Paragraph, Wording};

/// The most wordings that are kept. A pack has a few thousand; a paragraph takes about 10 KB.
const MOST: usize = 4096;

/// One wording, shaped for each language in which it has been met; that there are several is rare.
type ByLanguage = Vec<(String, Arc<Paragraph>)>;

/// Shaped paragraphs by their wording and language, shared by all threads. Shaping has no other input than these and the
/// faces, so what is found here is what shaping would give.
#[derive(Default)]
pub(super) struct Shaped {
    known: RwLock<HashMap<Wording, ByLanguage>>,
}

impl Shaped {
    /// The paragraph of a wording, if it has been shaped.
    pub(super) fn find(&self, words: &Wording, language: &str) -> Option<Arc<Paragraph>> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        let (_, paragraph) = known.get(words)?.iter().find(|(of, _)| of == language)?;
        Some(Arc::clone(paragraph))
    }

    /// Keeps a paragraph.
    pub(super) fn keep(&self, words: &Wording, language: &str, paragraph: &Arc<Paragraph>) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        let languages = known.entry(words.clone()).or_default();
        if languages.iter().all(|(of, _)| of != language) {
            languages.push((language.to_owned(), Arc::clone(paragraph)));
        }
    }
}
