//! From Markdown to the tree.

use std::cmp::Ordering;
use std::iter::Peekable;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{
    Alignment, CodeBlockKind, Event, HeadingLevel, OffsetIter, Parser, Tag, TagEnd,
};

use super::clause::{compare_numbers, take_number};
use super::finish::finish;
use super::{Block, Column, ContainerKind, Inline, Item, Place, Row, Target, plain_text};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::direction;

/// How deep quotations and lists may stand in one another.
const DEEPEST: usize = 16;

/// What a text is parsed for.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Options {
    /// Whether headings and paragraphs that begin with a number are clauses.
    pub clauses: bool,
}

/// Reads a text of any length.
pub(crate) fn parse_blocks(
    text: &str,
    place: Place<'_>,
    options: Options,
    problems: &mut Diagnostics,
) -> Vec<Block> {
    let extensions = pulldown_cmark::Options::ENABLE_TABLES
        | pulldown_cmark::Options::ENABLE_FOOTNOTES
        | pulldown_cmark::Options::ENABLE_SMART_PUNCTUATION;
    let events = Parser::new_ext(text, extensions)
        .into_offset_iter()
        .peekable();
    let mut reader = Reader {
        events,
        text,
        place,
        options,
        depth: 0,
        was_too_deep: false,
        last_clause: None,
        problems,
    };
    finish(reader.blocks())
}

/// Reads a line. What makes it more than a line (a list, a heading, a second paragraph) is a problem.
pub(crate) fn parse_line(text: &str, place: Place<'_>, problems: &mut Diagnostics) -> Vec<Inline> {
    let blocks = parse_blocks(text, place, Options::default(), problems);
    let mut blocks = blocks.into_iter();
    match (blocks.next(), blocks.next()) {
        (Some(Block::Paragraph { content, .. }), None) => content,
        (None, _) => Vec::new(),
        _ => {
            problems.push(
                Diagnostic::new(Code::WrongForm, "this has to be one paragraph")
                    .at(place.part(0..text.trim_end().len()), "lists, headings and further paragraphs have no place here")
                    .help("a line that begins with `-`, `#`, `>` or `1.` is a list, heading or quotation: put a backslash before it to mean it literally"),
            );
            Vec::new()
        }
    }
}

struct Reader<'a> {
    events: Peekable<OffsetIter<'a>>,
    text: &'a str,
    place: Place<'a>,
    options: Options,
    depth: usize,
    was_too_deep: bool,
    last_clause: Option<String>,
    problems: &'a mut Diagnostics,
}

impl<'a> Reader<'a> {
    /// Blocks up to the end of what encloses them, which is consumed.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut last_heading = 1;
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) if is_block(&tag) => {
                    if self.depth >= DEEPEST {
                        self.too_deep(range);
                        continue;
                    }
                    self.depth += 1;
                    let block = self.block(tag, range.clone());
                    self.depth -= 1;
                    if let Some(block) = block {
                        self.heading_order(&block, &mut last_heading, range);
                        blocks.push(block);
                    }
                }
                Event::Rule => blocks.push(Block::Rule),
                Event::Html(_) => self.raw_html(range),
                inline => {
                    // A tight list item: words without a paragraph around them.
                    let mut content = self.inline(inline, range);
                    while let Some((next, _)) = self.events.peek() {
                        if matches!(next, Event::End(_) | Event::Rule | Event::Html(_))
                            || matches!(next, Event::Start(tag) if is_block(tag))
                        {
                            break;
                        }
                        let Some((next, range)) = self.events.next() else {
                            break;
                        };
                        content.extend(self.inline(next, range));
                    }
                    blocks.push(Block::Paragraph {
                        clause: None,
                        content: tidy(content),
                    });
                }
            }
        }
        blocks
    }

    fn block(&mut self, tag: Tag<'a>, range: Range<usize>) -> Option<Block> {
        Some(match tag {
            Tag::Paragraph => return self.paragraph(range),
            Tag::Heading { level, .. } => self.heading(level, range),
            Tag::BlockQuote(_) => return self.quote(range),
            Tag::List(start) => Block::List {
                start,
                items: self.items(),
            },
            Tag::CodeBlock(kind) => self.preformatted(&kind),
            Tag::Table(alignments) => self.table(&alignments),
            Tag::FootnoteDefinition(name) => Block::Footnote {
                name: name.to_string(),
                content: self.blocks(),
            },
            Tag::HtmlBlock => {
                self.raw_html(range);
                self.skip();
                return None;
            }
            _ => {
                self.skip();
                return None;
            }
        })
    }

    fn paragraph(&mut self, range: Range<usize>) -> Option<Block> {
        let mut content = self.inlines();
        if let [Inline::Picture { .. }] = content.as_slice()
            && let Some(Inline::Picture { alt, file, at }) = content.pop()
        {
            let caption = self.caption_of(&range);
            return Some(Block::Picture {
                alt,
                file,
                caption,
                language: None,
                at,
            });
        }
        let clause = self.clause(&mut content, 1, range);
        (!content.is_empty()).then_some(Block::Paragraph { clause, content })
    }

    /// The clause number that a paragraph or heading of the section itself begins with. Numbers go up.
    fn clause(
        &mut self,
        content: &mut [Inline],
        dots: usize,
        range: Range<usize>,
    ) -> Option<String> {
        if !self.options.clauses || self.depth != 1 {
            return None;
        }
        let number = take_number(content, dots)?;
        if let Some(last) = &self.last_clause {
            let fault = match compare_numbers(&number, last) {
                Ordering::Greater => None,
                Ordering::Equal => Some(format!("two clauses have the number {number}")),
                Ordering::Less => Some(format!("clause {number} comes after {last}")),
            };
            if let Some(fault) = fault {
                self.problems.push(
                    Diagnostic::new(Code::ClauseNumber, fault)
                        .at(self.place.part(trimmed(self.text, range)), "")
                        .help("numbers stand for good, so that a clause can be cited; give this one the next that is free"),
                );
            }
        }
        self.last_clause = Some(number.clone());
        Some(number)
    }

    /// The Markdown title of the picture that a paragraph consists of: `![alt](file "title")`.
    fn caption_of(&self, range: &Range<usize>) -> String {
        let source = self.text.get(range.clone()).unwrap_or_default().trim_end();
        let inside = source
            .strip_suffix("\")")
            .and_then(|rest| rest.split_once("]("))
            .and_then(|(_, target)| target.split_once('"'));
        inside
            .map(|(_, title)| title.to_owned())
            .unwrap_or_default()
    }

    fn heading(&mut self, level: HeadingLevel, range: Range<usize>) -> Block {
        let mut content = self.inlines();
        let clause = self.clause(&mut content, 0, range.clone());
        let id = clause.clone().unwrap_or_default();
        Block::Heading {
            level: (level as u8).max(2),
            id,
            clause,
            content,
            at: self.place.part(trimmed(self.text, range)),
        }
    }

    fn heading_order(&mut self, block: &Block, last: &mut u8, range: Range<usize>) {
        let Block::Heading { level, .. } = block else {
            return;
        };
        if self.depth == 0 && *level > *last + 1 {
            self.problems.push(
                Diagnostic::new(
                    Code::HeadingOrder,
                    format!("a heading of level {level} follows one of level {last}"),
                )
                .at(self.place.part(trimmed(self.text, range)), "")
                .help(format!(
                    "begin it with {}",
                    "#".repeat(usize::from(*last) + 1)
                )),
            );
        }
        *last = *level;
    }

    fn quote(&mut self, range: Range<usize>) -> Option<Block> {
        let mut content = self.blocks();
        let Some(Block::Paragraph { content: first, .. }) = content.first_mut() else {
            return (!content.is_empty()).then_some(Block::Quote(content));
        };
        let Some((name, title)) = container_name(self.text.get(range.clone()).unwrap_or_default())
        else {
            return Some(Block::Quote(content));
        };
        let Some(kind) = ContainerKind::ALL
            .iter()
            .copied()
            .find(|kind| kind.name() == name)
        else {
            self.problems.push(
                Diagnostic::new(
                    Code::UnknownBlock,
                    format!("there is no kind of block `{name}`"),
                )
                .at(self.place.part(trimmed(self.text, range)), "")
                .suggest(name, ContainerKind::ALL.iter().map(|kind| kind.name())),
            );
            return None;
        };
        // The first line names the block; what follows it in the same paragraph is content.
        let place = self.place;
        let title_start = title.as_ptr() as usize - self.text.as_ptr() as usize;
        let title_place = Offset {
            place,
            start: title_start,
        };
        let rest = first_line_off(first);
        let title = title_place.line(title, self.problems);
        *first = rest;
        if first.is_empty() {
            content.remove(0);
        }
        Some(Block::Container {
            kind,
            title,
            content,
        })
    }

    fn items(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(Item {
                    content: self.blocks(),
                }),
                Event::End(_) => break,
                _ => {}
            }
        }
        items
    }

    fn preformatted(&mut self, _kind: &CodeBlockKind<'_>) -> Block {
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        Block::Preformatted(text)
    }

    fn table(&mut self, alignments: &[Alignment]) -> Block {
        let columns = alignments
            .iter()
            .map(|alignment| match alignment {
                Alignment::None | Alignment::Left => Column::Start,
                Alignment::Center => Column::Centre,
                Alignment::Right => Column::End,
            })
            .collect();
        let mut head = Row { cells: Vec::new() };
        let mut rows = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => head = self.row(),
                Event::Start(Tag::TableRow) => rows.push(self.row()),
                Event::End(_) => break,
                _ => {}
            }
        }
        Block::Table {
            caption: Vec::new(),
            columns,
            head,
            rows,
        }
    }

    fn row(&mut self) -> Row {
        let mut cells = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => cells.push(self.inlines()),
                Event::End(_) => break,
                _ => {}
            }
        }
        Row { cells }
    }

    /// Pieces of a line up to the end of what encloses them, which is consumed.
    fn inlines(&mut self) -> Vec<Inline> {
        tidy(self.raw_inlines())
    }

    fn raw_inlines(&mut self) -> Vec<Inline> {
        let mut content = Joined::default();
        while let Some((event, range)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            let next = self.inline(event, range);
            for inline in next {
                content.push(inline);
            }
        }
        content.whole()
    }

    fn inline(&mut self, event: Event<'a>, range: Range<usize>) -> Vec<Inline> {
        match event {
            Event::Text(text) => self.words(&text, range),
            Event::Code(text) => vec![Inline::Code(Arc::from(&*text))],
            Event::SoftBreak => vec![Inline::Text("\n".into())],
            Event::HardBreak => vec![Inline::Break],
            Event::FootnoteReference(name) => vec![Inline::FootnoteMark(name.to_string())],
            // The one tag that is taken over: Markdown has no other way to break a line in a cell of a table.
            Event::InlineHtml(tag) if matches!(&*tag, "<br>" | "<br/>" | "<br />") => {
                vec![Inline::Break]
            }
            Event::InlineHtml(_) => {
                self.raw_html(range);
                Vec::new()
            }
            Event::Start(Tag::Emphasis) => vec![Inline::Emphasis(self.nested(range))],
            Event::Start(Tag::Strong) => vec![Inline::Strong(self.nested(range))],
            Event::Start(Tag::Link { dest_url, .. }) => {
                let content = self.nested(range.clone());
                self.link(&dest_url, content, range)
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                let alt = plain_text(&self.nested(range.clone()));
                self.picture(&dest_url, alt, range)
            }
            Event::Start(_) => self.nested(range),
            _ => Vec::new(),
        }
    }

    fn nested(&mut self, range: Range<usize>) -> Vec<Inline> {
        if self.depth >= DEEPEST {
            self.too_deep(range);
            return Vec::new();
        }
        self.depth += 1;
        let content = self.raw_inlines();
        self.depth -= 1;
        content
    }

    fn link(&mut self, address: &str, content: Vec<Inline>, range: Range<usize>) -> Vec<Inline> {
        let at = self.place.part(range);
        match Target::parse(address) {
            Ok(target) if plain_text(&content).trim().is_empty() => {
                self.problems.push(
                    Diagnostic::new(Code::BrokenLink, "this link has no words")
                        .at(at, "")
                        .help("write what it leads to between the square brackets"),
                );
                drop(target);
                Vec::new()
            }
            Ok(target) => vec![Inline::Link {
                target,
                content,
                at,
            }],
            Err(refused) => {
                self.problems.push(
                    Diagnostic::new(refused.code, refused.message)
                        .at(at, "")
                        .help(refused.help),
                );
                content
            }
        }
    }

    fn picture(&mut self, file: &str, alt: String, range: Range<usize>) -> Vec<Inline> {
        let at = self.place.part(range);
        if alt.trim().is_empty() {
            self.problems.push(
                Diagnostic::new(
                    Code::MissingAlt,
                    format!("the picture `{file}` says nothing to those who can't see it"),
                )
                .at(at, "")
                .help(format!(
                    "describe what it shows: ![A phone in a locked drawer]({file})"
                )),
            );
        }
        vec![Inline::Picture {
            alt,
            file: file.to_owned(),
            at,
        }]
    }

    /// Words, in which terms may stand.
    fn words(&mut self, text: &str, range: Range<usize>) -> Vec<Inline> {
        // One that stands there itself was found when the file was read; this one is written as a sign for it: `&#x202e;`.
        let written = self.text.get(range.clone()).unwrap_or_default();
        if text.chars().any(direction::turns) && !written.chars().any(direction::turns) {
            let at = self.place.part(range.clone());
            self.problems.push(direction::said(at));
        }
        if !text.contains("{{") {
            return vec![Inline::Text(text.into())];
        }
        let mut content = Vec::new();
        let mut rest = text;
        // The words may differ from the source (curly quotes for straight ones), so the places of terms are looked up there.
        let mut source_at = range.start;
        while let Some(start) = rest.find("{{") {
            if start > 0 {
                content.push(Inline::Text(rest[..start].into()));
            }
            let found = self
                .text
                .get(source_at..)
                .and_then(|source| source.find("{{"))
                .unwrap_or(0);
            let term_start = source_at + found;
            let Some(length) = rest[start..].find("}}") else {
                self.problems.push(
                    Diagnostic::new(Code::UnknownTerm, "`{{` without `}}` behind it")
                        .at(self.place.part(term_start..term_start + 2), "")
                        .help("a term is written {{ terms.name }}"),
                );
                return content;
            };
            let inside = rest[start + 2..start + length].trim();
            let at = self.place.part(term_start..term_start + length + 2);
            source_at = term_start + length + 2;
            match inside.strip_prefix("terms.") {
                Some(name) => content.push(Inline::Term {
                    name: name.trim().into(),
                    at,
                }),
                None => self.problems.push(
                    Diagnostic::new(Code::UnknownTerm, format!("`{inside}` is not a term"))
                        .at(at, "")
                        .help(if inside == "base" {
                            "`{{ base }}` stands alone on a line of a body".to_owned()
                        } else {
                            "a term is written {{ terms.name }}".to_owned()
                        }),
                ),
            }
            rest = &rest[start + length + 2..];
        }
        if !rest.is_empty() {
            content.push(Inline::Text(rest.into()));
        }
        content
    }

    fn raw_html(&mut self, range: Range<usize>) {
        let range = trimmed(self.text, range);
        self.problems.push(
            Diagnostic::new(Code::RawHtml, "HTML in Markdown is not taken over")
                .at(self.place.part(range), "")
                .help("say it in Markdown; to show a `<`, put a backslash before it"),
        );
    }

    /// Says where a text first stands too deep: what does so once mostly does so often.
    fn too_deep(&mut self, range: Range<usize>) {
        self.skip();
        if std::mem::replace(&mut self.was_too_deep, true) {
            return;
        }
        self.problems.push(
            Diagnostic::new(
                Code::NestedTooDeep,
                "this stands too deep in lists and quotations",
            )
            .at(
                self.place.part(trimmed(self.text, range)),
                format!("more than {DEEPEST} deep"),
            ),
        );
    }

    /// Passes over everything up to the end of what was just begun.
    fn skip(&mut self) {
        let mut open = 1;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
            if open == 0 {
                break;
            }
        }
    }
}

/// The place of a text that begins somewhere in another.
struct Offset<'a> {
    place: Place<'a>,
    start: usize,
}

impl Offset<'_> {
    fn line(&self, text: &str, problems: &mut Diagnostics) -> Vec<Inline> {
        if text.trim().is_empty() {
            return Vec::new();
        }
        let trimmed = text.trim();
        let lead = text.len() - text.trim_start().len();
        let at = self
            .place
            .part(self.start + lead..self.start + lead + trimmed.len());
        parse_line(trimmed, Place::whole(at), problems)
    }
}

/// The name and title of `> [!name] Title`, from the source of the quotation.
fn container_name(source: &str) -> Option<(&str, &str)> {
    let line = source.lines().next()?;
    let line = line.trim_start_matches(['>', ' ']);
    let (name, title) = line.strip_prefix("[!")?.split_once(']')?;
    Some((name.trim(), title))
}

/// What remains of a paragraph behind its first line.
fn first_line_off(content: &mut Vec<Inline>) -> Vec<Inline> {
    let content = std::mem::take(content);
    let mut rest = content
        .into_iter()
        .skip_while(|inline| !matches!(inline, Inline::Break) && !is_line_end(inline));
    rest.next();
    rest.collect()
}

fn is_line_end(inline: &Inline) -> bool {
    matches!(inline, Inline::Text(text) if &**text == SOFT_BREAK)
}

/// A line's end in the source stays a piece of its own, so that the first line of a named block can be told from the rest.
pub(super) const SOFT_BREAK: &str = "\n";

/// Pieces of a line, in which neighbouring words become one piece.
#[derive(Default)]
struct Joined {
    content: Vec<Inline>,
    /// Words that have not become a piece yet. Markup that is none comes letter by letter, and joining them two by two would take
    /// as long as there are letters, for each letter.
    words: String,
}

impl Joined {
    fn push(&mut self, inline: Inline) {
        match inline {
            Inline::Text(text) if &*text != SOFT_BREAK => self.words.push_str(&text),
            other => {
                self.end_words();
                self.content.push(other);
            }
        }
    }

    fn end_words(&mut self) {
        if !self.words.is_empty() {
            let words = std::mem::take(&mut self.words);
            self.content.push(Inline::Text(words.into()));
        }
    }

    fn whole(mut self) -> Vec<Inline> {
        self.end_words();
        self.content
    }
}

/// Joins neighbouring words, and takes off blanks at both ends.
fn tidy(content: Vec<Inline>) -> Vec<Inline> {
    let mut tidy = Joined::default();
    for inline in content {
        tidy.push(inline);
    }
    tidy.whole()
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Superscript
            | Tag::Subscript
    )
}

/// A range without the blanks at its end.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let length = text.get(range.clone()).map_or(0, |part| {
        part.trim_end().lines().next().unwrap_or_default().len()
    });
    range.start..range.start + length
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn read(text: &str, options: Options) -> (Vec<Block>, Diagnostics, Sources) {
        let mut sources = Sources::new();
        let file = sources.add("test.md", text);
        let at = crate::diagnostic::Span::new(file, 0..text.len());
        let mut problems = Diagnostics::new();
        let place = Place::of(text, at, &sources);
        let blocks = parse_blocks(text, place, options, &mut problems);
        (blocks, problems, sources)
    }

    fn paragraph(block: &Block) -> String {
        match block {
            Block::Paragraph { content, .. } | Block::Heading { content, .. } => {
                plain_text(content)
            }
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_named_block_has_a_title_and_content() {
        let (blocks, problems, _) = read(
            "> [!case] The **holiday** photo\n> Sam posted it.\n> It spread.\n>\n> Then more.\n",
            Options::default(),
        );
        assert!(problems.is_empty(), "{problems:?}");
        let [
            Block::Container {
                kind,
                title,
                content,
            },
        ] = blocks.as_slice()
        else {
            panic!("{blocks:?}")
        };
        assert_eq!(*kind, ContainerKind::Case);
        assert_eq!(plain_text(title), "The holiday photo");
        assert_eq!(
            content.iter().map(paragraph).collect::<Vec<_>>(),
            ["Sam posted it. It spread.", "Then more."]
        );
    }

    #[test]
    fn a_named_block_may_begin_with_a_list() {
        let (blocks, problems, _) =
            read("> [!actions]\n> 1. Stop.\n> 2. Tell.\n", Options::default());
        assert!(problems.is_empty());
        let [Block::Container { title, content, .. }] = blocks.as_slice() else {
            panic!("{blocks:?}")
        };
        assert!(title.is_empty());
        assert!(
            matches!(content.as_slice(), [Block::List { start: Some(1), items }] if items.len() == 2)
        );
    }

    #[test]
    fn an_unknown_block_is_said_with_the_nearest() {
        let (_, problems, sources) = read("Before.\n\n> [!cse] A\n> B\n", Options::default());
        let problem = problems.iter().next().expect("one");
        assert_eq!(problem.code, Code::UnknownBlock);
        assert_eq!(problem.help, ["did you mean `case`?"]);
        assert_eq!(sources.place(problem.labels[0].at), "test.md:3:1");
    }

    #[test]
    fn clauses_lose_their_number_and_keep_it_as_address() {
        let (blocks, _, _) = read(
            "## 2 Scope\n\n2.1 All staff.\n\n3 children came.\n",
            Options { clauses: true },
        );
        assert!(matches!(&blocks[0], Block::Heading { clause: Some(n), .. } if n == "2"));
        assert!(matches!(&blocks[1], Block::Paragraph { clause: Some(n), .. } if n == "2.1"));
        assert!(matches!(&blocks[2], Block::Paragraph { clause: None, .. }));
        assert_eq!(paragraph(&blocks[1]), "All staff.");
    }

    #[test]
    fn clauses_go_up() {
        let options = Options { clauses: true };
        let (_, problems, sources) =
            read("## 1 A\n\n1.9 a\n\n1.10 b\n\n1.10 c\n\n1.2 d\n", options);
        let places: Vec<_> = problems
            .iter()
            .map(|d| (d.code, sources.place(d.labels[0].at)))
            .collect();
        assert_eq!(
            places,
            [
                (Code::ClauseNumber, "test.md:7:1".to_owned()),
                (Code::ClauseNumber, "test.md:9:1".to_owned())
            ]
        );
    }

    #[test]
    fn terms_stand_in_text_with_their_places() {
        let (blocks, problems, sources) = read(
            "It's for {{ terms.a }} and **{{terms.b_c}}**.\n",
            Options::default(),
        );
        assert!(problems.is_empty(), "{problems:?}");
        let Block::Paragraph { content, .. } = &blocks[0] else {
            panic!()
        };
        let Inline::Term { name, at } = &content[1] else {
            panic!("{content:?}")
        };
        assert_eq!((&**name, sources.text(*at)), ("a", "{{ terms.a }}"));
        let Inline::Strong(inner) = &content[3] else {
            panic!("{content:?}")
        };
        assert!(matches!(&inner[0], Inline::Term { name, .. } if &**name == "b_c"));
    }

    #[test]
    fn tables_take_their_caption() {
        let (blocks, _, _) = read(
            "Table: Offences\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n",
            Options::default(),
        );
        let [
            Block::Table {
                caption,
                columns,
                rows,
                ..
            },
        ] = blocks.as_slice()
        else {
            panic!("{blocks:?}")
        };
        assert_eq!(plain_text(caption), "Offences");
        assert_eq!((columns[1], rows.len()), (Column::End, 1));
    }

    #[test]
    fn a_cell_may_have_lines() {
        let (blocks, problems, _) = read(
            "| a | b |\n|---|---|\n| Act 1978<br>section 1 | Act 2003<br/>section 15 |\n",
            Options::default(),
        );
        assert!(problems.is_empty(), "{problems:?}");
        let [Block::Table { rows, .. }] = blocks.as_slice() else {
            panic!("{blocks:?}")
        };
        for cell in &rows[0].cells {
            assert_eq!(cell[1], Inline::Break);
        }
    }

    #[test]
    fn what_is_unsafe_or_broken_is_said() {
        for (text, code) in [
            ("[a](javascript:alert(1))", Code::UnsafeLink),
            ("[a](chanel:email)", Code::BrokenLink),
            ("[a](www.example.org)", Code::BrokenLink),
            ("<b>a</b>", Code::RawHtml),
            ("<div>\na\n</div>", Code::RawHtml),
            ("![](a.svg)", Code::MissingAlt),
            ("{{ termz.a }}", Code::UnknownTerm),
            ("## A\n\n#### B", Code::HeadingOrder),
        ] {
            let (_, problems, _) = read(text, Options::default());
            assert_eq!(problems.iter().next().map(|d| d.code), Some(code), "{text}");
        }
    }

    #[test]
    fn depth_is_limited() {
        let (_, problems, _) = read(&format!("{} a", ">".repeat(5000)), Options::default());
        assert_eq!(
            problems.iter().next().map(|d| d.code),
            Some(Code::NestedTooDeep)
        );
    }

    #[test]
    fn a_line_is_one_paragraph() {
        let mut sources = Sources::new();
        let file = sources.add("t", "- a");
        let at = crate::diagnostic::Span::new(file, 0..3);
        let mut problems = Diagnostics::new();
        parse_line("- a", Place::of("- a", at, &sources), &mut problems);
        assert_eq!(problems.errors(), 1);
        assert_eq!(
            plain_text(&parse_line("It's \"it\"", Place::whole(at), &mut problems)),
            "It’s “it”"
        );
    }
}
