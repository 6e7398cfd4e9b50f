//! The handbook as plain text: for screen readers, for email, for whatever reads nothing else.
//!
//! Lines have at most [`WIDTH`] characters. Headings are told by their numbers and by the blank lines before them, not by rows of signs
//! that a screen reader would read out. The cells of a table stand one below the other, each behind its heading, because columns
//! can't be heard. An address stands behind the words that lead to it.

use std::collections::BTreeMap;

use super::passages::{self, Definition, Heading, List, Look, Passage, Run, Table, plain_text};
use super::{Destination, Handbook, Target};
use crate::markdown;
use crate::theme::Words;
use crate::web::put;

/// The most characters in a line: what people quote in email without broken lines.
const WIDTH: usize = 72;
/// How far what belongs to something stands to the right of it.
const STEP: usize = 2;

/// Writes the handbook as text in UTF-8.
pub fn text(handbook: &Handbook<'_>, words: &Words) -> String {
    let chapters: Vec<Vec<Passage<'_>>> = handbook
        .chapters
        .iter()
        .map(|chapter| passages::of_chapter(handbook, chapter, words))
        .collect();
    let mut page = Page {
        lines: Vec::new(),
        numbers: numbers(&chapters),
        words,
    };
    page.cover(handbook);
    page.contents(handbook);
    for chapter in &chapters {
        page.passages(chapter, 0);
    }
    page.back(handbook);
    let mut text = page.lines.join("\n");
    text.push('\n');
    text
}

/// The numbers of chapters, and of the headings of level 2 in them, by their targets. A heading that is a clause has its own. What
/// stands below a heading is found under its number.
fn numbers(chapters: &[Vec<Passage<'_>>]) -> BTreeMap<Target, String> {
    let mut numbers = BTreeMap::new();
    for (chapter, passages) in (1..).zip(chapters) {
        let mut within = 0;
        let mut current = String::new();
        for passage in passages {
            if let Passage::Heading(heading) = passage {
                current = match (heading.level, &heading.clause) {
                    (1, _) => format!("{chapter}"),
                    (_, Some(clause)) => clause.clone(),
                    (2, None) => {
                        within += 1;
                        format!("{chapter}.{within}")
                    }
                    _ => current,
                };
            }
            for target in targets(passage) {
                numbers.insert(target.clone(), current.clone());
            }
        }
    }
    numbers
}

/// What can be pointed at in a passage.
fn targets<'p>(passage: &'p Passage<'_>) -> Vec<&'p Target> {
    let mut targets = Vec::new();
    match passage {
        Passage::Heading(heading) => targets.extend(&heading.target),
        Passage::Paragraph(paragraph) => targets.extend(&paragraph.target),
        Passage::List(list) => {
            targets.extend(list.items.iter().filter_map(|item| item.target.as_ref()));
        }
        Passage::Definitions(definitions) => {
            targets.extend(definitions.iter().filter_map(|one| one.target.as_ref()));
        }
        _ => {}
    }
    targets
}

/// The text in the making.
struct Page<'a> {
    lines: Vec<String>,
    numbers: BTreeMap<Target, String>,
    words: &'a Words,
}

impl Page<'_> {
    fn cover(&mut self, handbook: &Handbook<'_>) {
        let cover = &handbook.cover;
        self.paragraph(&cover.title, 0);
        self.paragraph(&cover.name, 0);
        for line in cover.strapline.iter().chain(&cover.audience) {
            self.paragraph(line, 0);
        }
        if let Some(summary) = cover.summary {
            self.blank(1);
            self.paragraph(&markdown::plain_text(&summary.content), 0);
        }
        self.blank(1);
        for fact in &cover.facts {
            self.paragraph(&format!("{}: {}", fact.name, fact.value), 0);
        }
    }

    fn contents(&mut self, handbook: &Handbook<'_>) {
        self.blank(2);
        self.paragraph(&self.words.get("contents"), 0);
        self.blank(1);
        for entry in handbook.contents().iter().filter(|entry| entry.level == 1) {
            let number = self.numbers.get(&entry.target);
            let number = number
                .map(|number| format!("{number}. "))
                .unwrap_or_default();
            self.wrap(&entry.title, STEP, &number);
        }
    }

    fn back(&mut self, handbook: &Handbook<'_>) {
        let back = &handbook.back;
        self.blank(2);
        self.paragraph(&back.name, 0);
        for contact in &back.contacts {
            if let Some(phone) = &contact.phone {
                self.paragraph(&format!("{}: {}", contact.name.value, phone.value), 0);
            }
        }
        if let Some(address) = back.address {
            let address = address.into();
            let words = self
                .words
                .format("full_guidance_at", &[("address", address)]);
            self.paragraph(&words, 0);
        }
        if let Some(review) = &back.review {
            self.paragraph(review, 0);
        }
    }

    fn passages(&mut self, passages: &[Passage<'_>], indent: usize) {
        for passage in passages {
            self.passage(passage, indent);
        }
    }

    fn passage(&mut self, passage: &Passage<'_>, indent: usize) {
        match passage {
            Passage::Heading(heading) => self.heading(heading, indent),
            Passage::Paragraph(paragraph) => {
                if !matches!(paragraph.look, Look::Aside | Look::Facts) {
                    self.blank(1);
                }
                let label = paragraph.clause.as_ref();
                let label = label.map(|clause| format!("{clause} ")).unwrap_or_default();
                self.wrap(&self.line(&paragraph.runs), indent, &label);
            }
            Passage::List(list) => self.list(list, indent),
            Passage::Definitions(definitions) => self.definitions(definitions, indent),
            Passage::Table(table) => self.table(table, indent),
            Passage::Apart { title, content } => {
                self.blank(1);
                if !title.is_empty() {
                    self.paragraph(&self.line(title), indent);
                }
                self.passages(content, indent + STEP);
            }
            Passage::Picture { alt, caption, .. } => {
                self.blank(1);
                for line in [alt, caption].into_iter().filter(|line| !line.is_empty()) {
                    self.paragraph(line, indent);
                }
            }
            Passage::Typed(text) => {
                self.blank(1);
                let lines = text.lines();
                self.lines
                    .extend(lines.map(|line| format!("{:indent$}{line}", "")));
            }
            // There is no room to write in a text that can be written into anywhere.
            Passage::RoomForNotes => {}
            Passage::Rule => self.blank(2),
        }
    }

    fn heading(&mut self, heading: &Heading, indent: usize) {
        self.blank(if heading.level == 1 { 3 } else { 2 });
        // Headings below those that are counted have no number of their own.
        let counted = (heading.level <= 2)
            .then_some(heading.target.as_ref())
            .flatten();
        let number = heading
            .clause
            .as_ref()
            .or_else(|| self.numbers.get(counted?));
        let number = number
            .map(|number| format!("{number} "))
            .unwrap_or_default();
        self.wrap(&plain_text(&heading.runs), indent, &number);
    }

    fn list(&mut self, list: &List<'_>, indent: usize) {
        for item in &list.items {
            self.blank(1);
            let label = if list.numbered {
                format!("{}. ", item.number)
            } else {
                "- ".to_owned()
            };
            let inner = indent + label.chars().count();
            let before = self.lines.len();
            self.passages(&item.content, inner);
            // The first line takes the label; blank lines before it are the item's own.
            let first = (before..self.lines.len()).find(|&at| !self.lines[at].is_empty());
            let Some(first) = first else { continue };
            self.lines.drain(before..first);
            let words = self.lines[before].trim_start();
            self.lines[before] = format!("{:indent$}{label}{words}", "");
        }
    }

    fn definitions(&mut self, definitions: &[Definition<'_>], indent: usize) {
        for definition in definitions {
            self.blank(1);
            self.paragraph(&plain_text(&definition.term), indent);
            let before = self.lines.len();
            self.passages(&definition.content, indent + STEP);
            // What is said of a word follows it at once.
            if self.lines.get(before).is_some_and(String::is_empty) {
                self.lines.remove(before);
            }
        }
    }

    fn table(&mut self, table: &Table, indent: usize) {
        if !table.caption.is_empty() {
            self.blank(1);
            self.paragraph(&self.line(&table.caption), indent);
        }
        if table.head.is_empty() {
            self.blank(1);
        }
        for row in &table.rows {
            let cells: Vec<String> = row.iter().map(|cell| self.line(cell)).collect();
            if table.head.is_empty() {
                self.paragraph(&cells.join(": "), indent);
                continue;
            }
            self.blank(1);
            for (head, cell) in table.head.iter().zip(cells) {
                if !cell.is_empty() {
                    self.paragraph(&format!("{}: {cell}", plain_text(head)), indent);
                }
            }
        }
    }

    /// The words of a line, with the addresses that they lead to.
    fn line(&self, runs: &[Run]) -> String {
        let mut line = String::new();
        for run in runs {
            match run {
                Run::Words { text, .. } => line.push_str(text),
                Run::Link { destination, runs } => {
                    let words = self.line(runs);
                    line.push_str(&words);
                    match destination {
                        Destination::Outside(address) => {
                            if let Some(address) = told(address, &words) {
                                put(&mut line, format_args!(" ({address})"));
                            }
                        }
                        Destination::Within(target) => {
                            if let Some(number) = self.numbers.get(target) {
                                let number = number.as_str().into();
                                let under =
                                    self.words.format("under_number", &[("number", number)]);
                                put(&mut line, format_args!(" ({under})"));
                            }
                        }
                    }
                }
                Run::Mark(mark) => put(&mut line, format_args!(" [{}]", mark.number)),
                Run::Break => line.push('\n'),
            }
        }
        line
    }

    fn paragraph(&mut self, text: &str, indent: usize) {
        self.wrap(text, indent, "");
    }

    /// Adds words in lines no longer than they may be, unless a word is. The first line begins with a label, the others below its
    /// end.
    fn wrap(&mut self, text: &str, indent: usize, label: &str) {
        let hanging = indent + label.chars().count();
        let mut line = format!("{:indent$}{label}", "");
        let mut is_empty = true;
        for (at, part) in text.split('\n').enumerate() {
            if at > 0 {
                self.lines.push(line.trim_end().to_owned());
                line = " ".repeat(hanging);
                is_empty = true;
            }
            for word in part.split_whitespace() {
                let length = line.chars().count() + usize::from(!is_empty) + word.chars().count();
                if !is_empty && length > WIDTH {
                    self.lines.push(line);
                    line = " ".repeat(hanging);
                    is_empty = true;
                }
                if !is_empty {
                    line.push(' ');
                }
                line.push_str(word);
                is_empty = false;
            }
        }
        self.lines.push(line.trim_end().to_owned());
    }

    /// Leaves at least so many lines blank.
    fn blank(&mut self, lines: usize) {
        if self.lines.is_empty() {
            return;
        }
        let there = self
            .lines
            .iter()
            .rev()
            .take_while(|line| line.is_empty())
            .count();
        self.lines.extend((there..lines).map(|_| String::new()));
    }
}

/// An address, unless the words say it already.
fn told<'a>(address: &'a str, words: &str) -> Option<&'a str> {
    let bare = |text: &str| {
        let text = ["https://", "http://", "mailto:", "tel:", "sms:", "www."]
            .iter()
            .fold(text, |text, start| text.strip_prefix(start).unwrap_or(text));
        text.trim_end_matches('/')
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .collect::<String>()
    };
    let is_call = address.starts_with("tel:") || address.starts_with("sms:");
    (!is_call && bare(address) != bare(words)).then_some(match address.strip_prefix("mailto:") {
        Some(email) => email,
        None => address,
    })
}
