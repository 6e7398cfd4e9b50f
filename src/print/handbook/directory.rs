//! Contacts, sources and the glossary.

use std::sync::Arc;

use super::boxes::BarColours;
use super::composer::{Composer, Look, push_named};
use super::prose::beside;
use crate::edition::{Ground, Tone, Urgency};
use crate::handbook::{Entry, Fact, Group};
use crate::print::blocks::{GroundColours, ToneColours};
use crate::print::layout::{Column, HeadPlace, Headed, Piece, Stack};
use crate::print::scene::{Goal, Role};
use crate::print::text::{Link, Style, Wording};

/// The share of the line that a word of the glossary takes.
const WORD: f32 = 0.27;

impl<'a> Composer<'_, 'a> {
    /// Entries under a heading: a bar for contacts, the more urgent the louder.
    pub(super) fn group(&self, group: &'a Group<'a>) -> Piece {
        let level = self.level(2);
        let entries = group
            .entries
            .iter()
            .map(|entry| self.entry(entry).together().named(entry.target.name()))
            .collect();
        let body = Piece::from(Stack::new(entries, self.hand.between(0.6)));
        let Some(urgency) = group.urgency else {
            let look = self.hand.heading(level, self.hand.layout.sizes.heading);
            let heading = self.hand.plain(&group.heading, &look);
            return Stack::new(vec![heading.into(), body], self.hand.between(0.3)).into();
        };
        let (icon, colours) = self.loudness(urgency);
        let again = self
            .hand
            .words
            .format("level_continued", &[("label", (*group.heading).into())]);
        Headed {
            column: Column {
                head: self.bar(icon, &group.heading, colours, level),
                again: self.bar(icon, &again, colours, level).unread(),
                body,
            },
            place: HeadPlace::over(self.hand.lines(0.8)),
        }
        .into()
    }

    fn loudness(&self, urgency: Urgency) -> (&'static str, BarColours) {
        let palette = self.hand.palette;
        let of_tone = |tone| {
            let ToneColours {
                head, on_strong, ..
            } = palette.tone(tone);
            BarColours {
                fill: head,
                text: on_strong,
            }
        };
        match urgency {
            Urgency::Emergency => ("alert", of_tone(Tone::Dont)),
            Urgency::Urgent => ("clock", of_tone(Tone::Caution)),
            Urgency::Routine => {
                let GroundColours { fill, text } = palette.ground(Ground::Primary);
                ("telephone", BarColours { fill, text })
            }
        }
    }

    /// Who or what it is, what for, and how to reach it.
    fn entry(&self, entry: &'a Entry<'a>) -> Piece {
        let mut pieces = vec![self.small_heading(&entry.name)];
        pieces.extend(
            entry
                .about
                .map(|about| Piece::from(self.line(about, &self.hand.body()))),
        );
        pieces.extend(entry.facts.iter().map(|fact| self.fact(entry, fact)));
        Stack::new(pieces, self.hand.between(0.0)).into()
    }

    /// "Phone: 01632 960 100".
    fn fact(&self, entry: &Entry<'_>, fact: &Fact<'_>) -> Piece {
        let mut wording = Wording::new(&format!("{}: ", fact.name), Style::Bold);
        match &fact.address {
            Some(address) => wording.push_link(
                &fact.value,
                Style::Regular,
                Arc::new(Link {
                    to: Goal::Address(address.clone()),
                    description: format!("{} {}: {}", fact.name, entry.name, fact.value),
                }),
            ),
            None => push_named(&mut wording, &fact.value, Style::Regular),
        }
        let look = Look {
            prose: false,
            ..self.hand.body()
        };
        self.hand.set(&wording, self.hand.edition.at, &look).into()
    }

    /// Words, each beside what it means.
    pub(super) fn glossary(&self, entries: &'a [Entry<'a>]) -> Piece {
        let items = entries
            .iter()
            .map(|entry| {
                let look = Look {
                    role: Some(Role::Label),
                    colour: self.hand.palette.heading,
                    ..self.hand.label(Style::Bold)
                };
                let word = self.hand.plain(&entry.name, &look);
                let mut meaning: Vec<Piece> = entry
                    .about
                    .map(|about| Piece::from(self.line(about, &self.hand.body())))
                    .into_iter()
                    .collect();
                meaning.extend(entry.facts.iter().map(|fact| self.fact(entry, fact)));
                let meaning = Piece::from(Stack::new(meaning, self.hand.between(0.0)));
                Piece::from(beside(word.into(), WORD, meaning.part(Role::ListBody)))
                    .part(Role::ListItem)
                    .named(entry.target.name())
            })
            .collect();
        Piece::from(Stack::new(items, self.hand.between(0.4))).part(Role::List { numbered: false })
    }
}
