//! Text as its author wrote it, as passages.

use super::{
    Footnote, Heading, Item, List, Look, Mark, Paragraph, Passage, Run, Style, Table, Teller,
    plain_text,
};
use crate::handbook::Named;
use crate::markdown::{Block, ContainerKind, Inline};

impl<'a> Teller<'a> {
    /// A whole text.
    pub(super) fn prose(&mut self, text: &'a [Block], passages: &mut Vec<Passage<'a>>) {
        self.text = text;
        self.blocks(text, passages);
    }

    fn blocks(&mut self, blocks: &'a [Block], passages: &mut Vec<Passage<'a>>) {
        for block in blocks {
            self.block(block, passages);
        }
    }

    fn block(&mut self, block: &'a Block, passages: &mut Vec<Passage<'a>>) {
        match block {
            Block::Heading {
                level,
                id,
                clause,
                content,
                ..
            } => {
                let place = clause.as_deref().unwrap_or(id);
                passages.push(Passage::Heading(Heading {
                    level: *level,
                    target: Some(self.chapter.target.within(place)),
                    clause: clause.clone(),
                    runs: self.runs(content),
                }));
            }
            Block::Paragraph { clause, content } => passages.push(Passage::Paragraph(Paragraph {
                look: Look::Body,
                target: clause
                    .as_ref()
                    .map(|clause| self.chapter.target.within(clause)),
                clause: clause.clone(),
                runs: self.runs(content),
            })),
            Block::List { start, items } => {
                let first = start.unwrap_or(1);
                let items = (first..)
                    .zip(items)
                    .map(|(number, item)| {
                        let mut content = Vec::new();
                        self.blocks(&item.content, &mut content);
                        Item {
                            number,
                            target: None,
                            content,
                            back: None,
                        }
                    })
                    .collect();
                passages.push(Passage::List(List {
                    numbered: start.is_some(),
                    items,
                }));
            }
            Block::Table {
                caption,
                head,
                rows,
                ..
            } => passages.push(Passage::Table(Table {
                caption: self.runs(caption),
                head: head.cells.iter().map(|cell| self.runs(cell)).collect(),
                rows: rows
                    .iter()
                    .map(|row| row.cells.iter().map(|cell| self.runs(cell)).collect())
                    .collect(),
            })),
            Block::Quote(blocks) => {
                let mut content = Vec::new();
                self.blocks(blocks, &mut content);
                passages.push(Passage::Apart {
                    title: Vec::new(),
                    content,
                });
            }
            Block::Container {
                kind,
                title,
                content,
            } => passages.push(self.container(*kind, title, content)),
            Block::Picture {
                alt,
                file,
                caption,
                language,
                ..
            } => passages.push(Passage::Picture {
                alt: Named::in_language(alt, language.as_deref()),
                file,
                caption: Named::in_language(caption, language.as_deref()),
            }),
            Block::Preformatted(text) => passages.push(Passage::Typed(text)),
            Block::Rule => passages.push(Passage::Rule),
            // They stand at the end of the chapter.
            Block::Footnote { .. } => {}
        }
    }

    /// A block that stands apart, with what it is before its title.
    fn container(
        &mut self,
        kind: ContainerKind,
        title: &'a [Inline],
        blocks: &'a [Block],
    ) -> Passage<'a> {
        let mut content = Vec::new();
        self.blocks(blocks, &mut content);
        if kind == ContainerKind::Prompts {
            content.push(Passage::RoomForNotes);
        }
        let name = self.words.get(kind.name());
        let title = self.runs(title);
        let words = if title.is_empty() {
            vec![Run::plain(name)]
        } else if plain_text(&title).to_lowercase() == name.to_lowercase() {
            // Authors who say what it is need not hear it twice.
            title
        } else {
            let mut words = vec![Run::plain(format!("{name}: "))];
            words.extend(title);
            words
        };
        Passage::Apart {
            title: words,
            content,
        }
    }

    /// The words of a line.
    pub(super) fn runs(&mut self, content: &'a [Inline]) -> Vec<Run> {
        let mut runs = Vec::new();
        self.add_runs(content, &Style::default(), &mut runs);
        runs
    }

    fn add_runs(&mut self, content: &'a [Inline], style: &Style, runs: &mut Vec<Run>) {
        let words = |text: &str, style: &Style| Run::Words {
            text: text.to_owned(),
            style: style.clone(),
        };
        for inline in content {
            match inline {
                Inline::Text(text) => runs.push(words(text, style)),
                Inline::Code(text) => runs.push(words(
                    text,
                    &Style {
                        typed: true,
                        ..style.clone()
                    },
                )),
                // Terms are filled in long before.
                Inline::Term { name, .. } => runs.push(words(name, style)),
                Inline::Emphasis(inner) => {
                    let style = Style {
                        emphasis: true,
                        ..style.clone()
                    };
                    self.add_runs(inner, &style, runs);
                }
                Inline::Strong(inner) => {
                    let style = Style {
                        strong: true,
                        ..style.clone()
                    };
                    self.add_runs(inner, &style, runs);
                }
                Inline::Foreign { language, content } => {
                    let style = Style {
                        language: Some(language.clone()),
                        ..style.clone()
                    };
                    self.add_runs(content, &style, runs);
                }
                Inline::Link {
                    target, content, ..
                } => {
                    let mut inner = Vec::new();
                    self.add_runs(content, style, &mut inner);
                    match self.handbook.destination(target, self.chapter) {
                        Some(destination) => runs.push(Run::Link {
                            destination,
                            runs: inner,
                        }),
                        None => runs.extend(inner),
                    }
                }
                // A small picture in a line says what it shows: these forms have no place for it.
                Inline::Picture { alt, .. } => runs.push(words(alt, style)),
                Inline::FootnoteMark(name) => {
                    let text = self.text;
                    let known = self
                        .footnotes
                        .iter()
                        .position(|known| known.name == name && std::ptr::eq(known.text, text));
                    let place = known.unwrap_or_else(|| {
                        self.footnotes.push(Footnote { text, name });
                        self.footnotes.len() - 1
                    });
                    let mark = Mark::of(place + 1, &self.chapter.target, known.is_none());
                    runs.push(Run::Mark(mark));
                }
                Inline::Break => runs.push(Run::Break),
            }
        }
    }

    /// What the footnotes of the chapter say, under a heading of their own, by their numbers.
    pub(super) fn footnotes(&mut self) -> Vec<Passage<'a>> {
        if self.footnotes.is_empty() {
            return Vec::new();
        }
        let mut items = Vec::new();
        // A footnote may have a mark in it, which makes one more.
        let mut at = 0;
        while let Some(&Footnote { text, name }) = self.footnotes.get(at) {
            at += 1;
            self.text = text;
            let mut content = Vec::new();
            self.blocks(footnote(text, name).unwrap_or_default(), &mut content);
            let mark = Mark::of(at, &self.chapter.target, true);
            items.push(Item {
                number: at as u64,
                target: Some(mark.note),
                content,
                back: mark.own,
            });
        }
        vec![
            Passage::Heading(Heading {
                level: 2,
                target: None,
                clause: None,
                runs: vec![Run::plain(self.words.get("footnotes"))],
            }),
            Passage::List(List {
                numbered: true,
                items,
            }),
        ]
    }
}

/// What the footnote of this name says, wherever it stands.
fn footnote<'b>(blocks: &'b [Block], wanted: &str) -> Option<&'b [Block]> {
    blocks.iter().find_map(|block| match block {
        Block::Footnote { name, content } if name == wanted => Some(content.as_slice()),
        Block::Quote(content) | Block::Container { content, .. } => footnote(content, wanted),
        Block::List { items, .. } => items
            .iter()
            .find_map(|item| footnote(&item.content, wanted)),
        _ => None,
    })
}
