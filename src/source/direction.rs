//! Characters that can't be seen and turn the direction of the text around them.
//!
//! With them, a name or an address is shown in another order than it is stored, so that whoever reads a file over sees something
//! other than what is published (Unicode Technical Standard 55 §2). Words in Arabic or Urdu among English ones need none of them: their letters
//! say which way they run. Where a line does need help, isolates (U+2066 to U+2069) give it and end with the line; so those are
//! taken if each that begins also ends there. Embeddings and overrides (U+202A to U+202E) reach further than anyone sees, and are not.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Span};

/// Whether a character sets the direction of what follows it.
pub(crate) fn turns(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The first character of a text that turns its direction and shouldn't; `None` in nearly every text.
pub(crate) fn fault(text: &str) -> Option<Range<usize>> {
    /// What all these characters begin with in UTF-8, so that most texts are done with quickly.
    const LEAD: u8 = 0xE2;
    if !text.as_bytes().contains(&LEAD) {
        return None;
    }
    let mut open: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices() {
        let here = at..at + letter.len_utf8();
        match letter {
            '\u{202A}'..='\u{202E}' => return Some(here),
            '\u{2066}'..='\u{2068}' => open.push(here),
            '\u{2069}' if open.pop().is_none() => return Some(here),
            '\n' if !open.is_empty() => break,
            _ => {}
        }
    }
    open.into_iter().next()
}

/// What is said of such a character.
pub(crate) fn said(at: Span) -> Diagnostic {
    Diagnostic::new(
        Code::HiddenDirection,
        "a character that can't be seen turns the direction of the text around it",
    )
    .at(at, "it may show other words here than are published")
    .help("delete it and type the words anew; words in Arabic or Urdu run the right way without it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overrides_and_what_stays_open_is_found_and_isolates_that_end_are_fine() {
        assert_eq!(fault("Ash \u{202E}drab"), Some(4..7));
        assert_eq!(fault("a\n\u{2067}open\nb\u{2069}"), Some(2..5));
        assert_eq!(fault("b\u{2069}"), Some(1..4));
        assert_eq!(
            fault("See \u{2067}اردو\u{2069}, \u{2068}x\u{2069}.\n"),
            None
        );
        // Marks of direction show nothing in another order.
        assert_eq!(fault("(\u{200F}اردو\u{200E}) – “ŵ”…"), None);
    }
}
