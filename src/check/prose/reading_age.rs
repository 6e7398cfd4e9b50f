//! How old readers have to be to follow a page at once: the grade of Flesch and Kincaid, which was made for English.

use super::passage::{sentences, words};
use super::{Say, Text};
use crate::diagnostic::{Code, Diagnostic};
use crate::pack::shape::Kind;

/// Fewer words than this say little about a style.
const FEWEST: usize = 100;
/// The reading age that a text for working adults may have. The average reader is much younger.
const OLDEST: f64 = 16.0;

pub(super) fn check(text: &Text<'_>, say: &mut Say<'_>) {
    let is_english = text.language == "en" || text.language.starts_with("en-");
    if !is_english || !matches!(text.kind, Kind::Body | Kind::Blocks) {
        return;
    }
    let (mut parts, mut count, mut beats) = (0, 0, 0);
    let mut first = None;
    for passage in text.passages.iter().filter(|passage| passage.is_prose) {
        parts += sentences(&passage.words).len();
        for range in words(&passage.words) {
            count += 1;
            beats += syllables(&passage.words[range]);
        }
        first = first.or(Some(passage));
    }
    let Some(first) = first else { return };
    if count < FEWEST {
        return;
    }
    let grade =
        0.39 * (count as f64 / parts.max(1) as f64) + 11.8 * (beats as f64 / count as f64) - 15.59;
    // Grade 1 of American schools begins at the age of 6, and ends at 7.
    let age = (grade + 5.0).round();
    if age > OLDEST {
        say(Diagnostic::new(
            Code::ReadingAge,
            format!("this text has a reading age of {age}"),
        )
        .at(text.place(first, 0..first.words.len()), "it begins here")
        .help("shorter sentences and everyday words make it lower; the average adult reads at 9 to 11"));
    }
}

/// About how many syllables an English word has: its groups of vowels, without a mute e.
fn syllables(word: &str) -> usize {
    if word.starts_with("{{") {
        return 2;
    }
    let small = word.to_lowercase();
    let mut count = 0;
    let mut before = false;
    for letter in small.chars() {
        let is_vowel = "aeiouy".contains(letter);
        count += usize::from(is_vowel && !before);
        before = is_vowel;
    }
    let is_mute = small.ends_with('e') && !small.ends_with("le")
        || small.ends_with("es") && !small.ends_with("ses") && !small.ends_with("ces")
        || small.ends_with("ed") && !small.ends_with("ted") && !small.ends_with("ded");
    if is_mute && count > 1 {
        count -= 1;
    }
    count.max(1)
}

#[cfg(test)]
mod tests {
    use super::super::trial::of_section;
    use super::*;

    #[test]
    fn syllables_are_those_of_speech() {
        for (word, count) in [
            ("cat", 1),
            ("table", 2),
            ("make", 1),
            ("asked", 1),
            ("wanted", 2),
            ("policy", 3),
            ("safeguarding", 3),
        ] {
            // "safeguarding" has a mute e within, which this counts: it is a measure, not a dictionary.
            let slack = usize::from(word == "safeguarding");
            assert!(syllables(word).abs_diff(count) <= slack, "{word}");
        }
    }

    #[test]
    fn a_heavy_text_is_said_and_a_light_one_is_not() {
        let light = "Ask a friend to read it. Then put it on the wall. ".repeat(10);
        assert!(
            of_section(&light.replace(". Then", ".\n\nThen"))
                .iter()
                .all(|(code, _)| *code != Code::ReadingAge)
        );
        let heavy = "Organisational safeguarding responsibilities necessitate comprehensive multidisciplinary collaboration between professionals.\n\n".repeat(12);
        assert!(
            of_section(&heavy)
                .iter()
                .any(|(code, _)| *code == Code::ReadingAge)
        );
    }
}
