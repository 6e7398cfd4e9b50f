//! Which words of a text changed.

use similar::{ChangeTag, TextDiff};

/// A stretch of a text that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words that stayed.
    Kept(String),
    /// Words that were taken out.
    Dropped(String),
    /// Words that were put in.
    Added(String),
}

/// What became of a text, word by word. Texts that have little in common are shown one after the other: word by word, nobody could
/// read either of them.
pub fn pieces(before: &str, after: &str) -> Vec<Piece> {
    /// How much of two texts must be alike, from 0 to 1, for one to be a change of the other.
    const ALIKE: f32 = 0.5;
    let (old, new) = (words(before), words(after));
    let diff = TextDiff::from_slices(&old, &new);
    if diff.ratio() < ALIKE {
        let both = [
            Piece::Dropped(before.to_owned()),
            Piece::Added(after.to_owned()),
        ];
        return both
            .into_iter()
            .filter(|piece| !matches!(piece, Piece::Dropped(words) | Piece::Added(words) if words.is_empty()))
            .collect();
    }
    let mut pieces: Vec<Piece> = Vec::new();
    for change in diff.iter_all_changes() {
        let text = change.value();
        match (change.tag(), pieces.last_mut()) {
            (ChangeTag::Equal, Some(Piece::Kept(words)))
            | (ChangeTag::Delete, Some(Piece::Dropped(words)))
            | (ChangeTag::Insert, Some(Piece::Added(words))) => words.push_str(text),
            (ChangeTag::Equal, _) => pieces.push(Piece::Kept(text.to_owned())),
            (ChangeTag::Delete, _) => pieces.push(Piece::Dropped(text.to_owned())),
            (ChangeTag::Insert, _) => pieces.push(Piece::Added(text.to_owned())),
        }
    }
    joined(pieces)
}

/// The words of a text and the blanks between them. The groups of a number are one word: `01632 960 100` changes as a whole.
fn words(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = Vec::new();
    let (mut start, mut at) = (0, 0);
    let mut letters = text.chars().peekable();
    let is_digit = |letter: Option<&char>| letter.is_some_and(char::is_ascii_digit);
    let mut last = None;
    while let Some(letter) = letters.next() {
        let is_within = letter == ' ' && is_digit(last.as_ref()) && is_digit(letters.peek());
        let was_blank = last.map(char::is_whitespace);
        let is_blank = letter.is_whitespace() && !is_within;
        if was_blank.is_some_and(|was_blank| was_blank != is_blank) {
            words.push(&text[start..at]);
            start = at;
        }
        at += letter.len_utf8();
        // The blank in a number is no end of a word.
        last = Some(if is_within { '0' } else { letter });
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

/// Lets a change go on over the blank between two changed words: it is read more easily than word, blank, word.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    let (mut dropped, mut added) = (String::new(), String::new());
    let flush = |dropped: &mut String, added: &mut String, joined: &mut Vec<Piece>| {
        if !dropped.is_empty() {
            joined.push(Piece::Dropped(std::mem::take(dropped)));
        }
        if !added.is_empty() {
            joined.push(Piece::Added(std::mem::take(added)));
        }
    };
    let mut rest = pieces.into_iter().peekable();
    while let Some(piece) = rest.next() {
        match piece {
            Piece::Dropped(words) => dropped.push_str(&words),
            Piece::Added(words) => added.push_str(&words),
            Piece::Kept(blank)
                if blank.trim().is_empty()
                    && !dropped.is_empty()
                    && !added.is_empty()
                    && rest.peek().is_some() =>
            {
                dropped.push_str(&blank);
                added.push_str(&blank);
            }
            Piece::Kept(words) => {
                flush(&mut dropped, &mut added, &mut joined);
                joined.push(Piece::Kept(words));
            }
        }
    }
    flush(&mut dropped, &mut added, &mut joined);
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn neighbouring_words_change_together() {
        assert_eq!(
            pieces("Use a work account.", "Use your school account."),
            [
                Piece::Kept("Use ".into()),
                Piece::Dropped("a work".into()),
                Piece::Added("your school".into()),
                Piece::Kept(" account.".into()),
            ]
        );
    }

    #[test]
    fn the_groups_of_a_number_change_together() {
        assert_eq!(
            pieces(
                "Ring the desk on 01632 960 100, day or night.",
                "Ring the desk on 01632 960 755, day or night."
            ),
            [
                Piece::Kept("Ring the desk on ".into()),
                Piece::Dropped("01632 960 100,".into()),
                Piece::Added("01632 960 755,".into()),
                Piece::Kept(" day or night.".into()),
            ]
        );
    }

    #[test]
    fn texts_with_little_in_common_are_shown_whole() {
        assert_eq!(
            pieces(
                "Practical advice for everyone.",
                "How we keep contact safe."
            ),
            [
                Piece::Dropped("Practical advice for everyone.".into()),
                Piece::Added("How we keep contact safe.".into()),
            ]
        );
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_the_pieces(before in "[ab1é .]{0,30}", after in "[ab1é .]{0,30}") {
            let (mut first, mut second) = (String::new(), String::new());
            for piece in pieces(&before, &after) {
                match piece {
                    Piece::Kept(words) => {
                        first.push_str(&words);
                        second.push_str(&words);
                    }
                    Piece::Dropped(words) => first.push_str(&words),
                    Piece::Added(words) => second.push_str(&words),
                }
            }
            prop_assert_eq!(first, before);
            prop_assert_eq!(second, after);
        }
    }
}
