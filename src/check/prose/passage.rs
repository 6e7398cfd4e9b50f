//! The stretches of text that people read: paragraphs, headings, items, each with the places of its words.
//!
//! Texts are read here as they were written, terms and all, so that what editions share is looked at once.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::diagnostic::Span;
use crate::markdown::Place;

/// A paragraph, heading, item or cell, without its markup.
#[derive(Debug, Default)]
pub(super) struct Passage {
    /// Its words. What is typed as code stands in it as blanks: it is no prose.
    pub words: String,
    /// Whether it is running text, and not a heading or a title.
    pub is_prose: bool,
    /// What is stressed by italics, as stretches of the words.
    pub italics: Vec<Range<usize>>,
    /// What is linked, as stretches of the words.
    pub links: Vec<Range<usize>>,
    /// The words of pictures, with where they were written.
    pub pictures: Vec<(String, Range<usize>)>,
    /// Where stretches of the words were written: where each begins in the words, and its bytes in the text.
    written: Vec<(usize, Range<usize>)>,
}

impl Passage {
    /// The place of a stretch of the words.
    pub(super) fn at(&self, words: Range<usize>, place: Place<'_>) -> Span {
        let position = |at: usize| {
            let piece = self.written.iter().rev().find(|(start, _)| *start <= at)?;
            Some((piece.1.start + (at - piece.0)).min(piece.1.end))
        };
        let whole = self.written.first().map_or(0, |(_, range)| range.start);
        let start = position(words.start).unwrap_or(whole);
        let end = position(words.end.saturating_sub(1)).unwrap_or(start);
        place.part(start..(end + 1).max(start))
    }

    fn push(&mut self, words: &str, range: Range<usize>) {
        self.written.push((self.words.len(), range));
        self.words.push_str(words);
    }
}

/// The passages of a text in Markdown.
pub(super) fn passages(text: &str) -> Vec<Passage> {
    let extensions = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut found: Vec<Passage> = Vec::new();
    let mut now = Passage {
        is_prose: true,
        ..Passage::default()
    };
    let mut italics = Vec::new();
    let mut links = Vec::new();
    let mut picture: Option<(String, Range<usize>)> = None;
    let mut is_code = false;
    for (event, range) in Parser::new_ext(text, extensions).into_offset_iter() {
        match event {
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::Item
                | Tag::TableCell
                | Tag::BlockQuote(_)
                | Tag::List(_),
            )
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::BlockQuote(_)
                | TagEnd::List(_),
            )
            | Event::Rule => {
                let is_heading = matches!(event, Event::Start(Tag::Heading { .. }));
                let next = Passage {
                    is_prose: !is_heading,
                    ..Passage::default()
                };
                found.push(std::mem::replace(&mut now, next));
            }
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Start(Tag::Emphasis) => italics.push(now.words.len()),
            Event::End(TagEnd::Emphasis) => {
                if let Some(start) = italics.pop() {
                    now.italics.push(start..now.words.len());
                }
            }
            Event::Start(Tag::Link { link_type, .. }) => {
                links.push((now.words.len(), link_type == LinkType::Autolink));
            }
            Event::End(TagEnd::Link) => {
                if let Some((start, false)) = links.pop() {
                    now.links.push(start..now.words.len());
                }
            }
            Event::Start(Tag::Image { .. }) => picture = Some((String::new(), range)),
            Event::End(TagEnd::Image) => now.pictures.extend(picture.take()),
            Event::Text(words) if !is_code => match &mut picture {
                Some((alt, _)) => alt.push_str(&words),
                None => now.push(&words, range),
            },
            Event::Code(words) if picture.is_none() => {
                let blanks = " ".repeat(words.len());
                now.push(&blanks, range);
            }
            Event::SoftBreak | Event::HardBreak if picture.is_none() => now.push(" ", range),
            _ => {}
        }
    }
    found.push(now);
    found.retain(|passage| !passage.words.trim().is_empty() || !passage.pictures.is_empty());
    found
}

/// Words without markup, as one passage.
pub(super) fn plain(text: &str) -> Vec<Passage> {
    let mut passage = Passage::default();
    passage.push(text, 0..text.len());
    vec![passage]
}

/// The sentences of a passage, as stretches of its words.
pub(super) fn sentences(words: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut letters = words.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let ends = match letter {
            '?' | '!' | '…' | '؟' | '۔' => true,
            // A colon or semicolon parts what can be read by itself as well as a full stop does, as before a list.
            '.' => !is_abbreviated(&words[start..at]),
            _ => false,
        };
        let before_blank = letters
            .peek()
            .is_none_or(|(_, next)| next.is_whitespace() || "”’\")'».".contains(*next));
        if ends && before_blank {
            found.push(start..at + letter.len_utf8());
            start = at + letter.len_utf8();
        }
    }
    found.push(start..words.len());
    found
        .into_iter()
        .map(|range| {
            let text = &words[range.clone()];
            let lead = text.len() - text.trim_start().len();
            range.start + lead..range.start + lead + text.trim().len()
        })
        .filter(|range| words[range.clone()].chars().any(char::is_alphanumeric))
        .collect()
}

/// Whether a full stop behind this belongs to a shortened word: "e.g.", "No.", an initial.
fn is_abbreviated(before: &str) -> bool {
    let last = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let last = last.trim_start_matches(|c: char| !c.is_alphanumeric());
    let letters = last.chars().filter(|c| c.is_alphabetic()).count();
    (letters == 1 && last.chars().count() == 1 && last.chars().all(char::is_uppercase))
        || last.contains('.') && letters == last.chars().filter(|c| *c != '.').count()
        || [
            "Dr", "Mr", "Mrs", "Ms", "St", "No", "cf", "eg", "ie", "approx", "vs",
        ]
        .contains(&last)
}

/// The words of a text, as stretches of it. A term is one word.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut rest = 0;
    while rest < text.len() {
        let here = &text[rest..];
        if here.starts_with("{{")
            && let Some(end) = here.find("}}")
        {
            found.push(rest..rest + end + 2);
            rest += end + 2;
            continue;
        }
        let end = here
            .char_indices()
            .find(|(_, c)| !(c.is_alphanumeric() || "'’-.@/_".contains(*c)))
            .map_or(here.len(), |(at, _)| at);
        if end == 0 {
            rest += here.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let word = here[..end].trim_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() {
            let start = rest + here[..end].find(word).unwrap_or_default();
            found.push(start..start + word.len());
        }
        rest += end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn texts(text: &str, ranges: Vec<Range<usize>>) -> Vec<&str> {
        ranges.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn markup_is_not_part_of_the_words() {
        let found = passages(
            "## A head\n\nSome *long* [words](channel:a).\n\n- one\n- two `x`\n\n> [!case] A\n> b\n",
        );
        let words: Vec<&str> = found.iter().map(|passage| passage.words.trim()).collect();
        assert_eq!(
            words,
            ["A head", "Some long words.", "one", "two", "[!case] A b"]
        );
        assert!(!found[0].is_prose && found[1].is_prose);
        assert_eq!(texts(&found[1].words, found[1].italics.clone()), ["long"]);
        assert_eq!(texts(&found[1].words, found[1].links.clone()), ["words"]);
    }

    #[test]
    fn words_know_where_they_were_written() {
        let text = "Some *long* [words](channel:a) here.";
        let mut sources = Sources::new();
        let file = sources.add("a.md", text);
        let place = Place::of(text, Span::new(file, 0..text.len()), &sources);
        let passage = &passages(text)[0];
        let at = passage.words.find("here").expect("there");
        assert_eq!(sources.text(passage.at(at..at + 4, place)), "here");
        assert_eq!(sources.text(passage.at(5..15, place)), "long* [words");
    }

    #[test]
    fn sentences_end_where_people_hear_it() {
        let text = "Ask Dr. Jones, e.g. by phone. Is it 3.5? “Yes.” Tell J. Smith! And";
        assert_eq!(
            texts(text, sentences(text)),
            [
                "Ask Dr. Jones, e.g. by phone.",
                "Is it 3.5?",
                "“Yes.",
                "” Tell J. Smith!",
                "And"
            ]
        );
    }

    #[test]
    fn a_term_is_one_word() {
        let text = "Don’t ask a {{ terms.manager }}: two-step, e.g.";
        assert_eq!(
            texts(text, words(text)),
            [
                "Don’t",
                "ask",
                "a",
                "{{ terms.manager }}",
                "two-step",
                "e.g"
            ]
        );
    }
}
