//! Filling terms into a text, and checking where its links lead.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::context::{Context, Presence};
use crate::diagnostic::{Code, Diagnostic, Located, Span};
use crate::markdown::{Block, Inline, Item, Row, Target, plain_text};
use crate::pack::shape::one_of_list;
use crate::pack::slug;
use crate::source::Node;

/// The language of a text that is in another than the edition's.
type Foreign<'n> = Option<&'n Arc<str>>;

impl Context<'_> {
    /// A line with its terms filled in; shared with other editions when nothing in it depends on this one.
    pub(super) fn fill_line(&mut self, node: &Node, content: &Arc<[Inline]>) -> Arc<[Inline]> {
        let language = self.foreign_language(node);
        if language.is_none() && content.iter().all(is_plain) {
            return Arc::clone(content);
        }
        self.line(content, language).into()
    }

    /// Blocks with their terms filled in. Their headings are still without addresses.
    pub(super) fn fill_blocks(&mut self, node: &Node, blocks: &[Block]) -> Vec<Block> {
        let language = self.foreign_language(node);
        self.blocks(blocks, language)
    }

    /// The language that a text is in, if it is another than the edition's.
    pub(super) fn foreign_language<'n>(&self, node: &'n Node) -> Foreign<'n> {
        let language = node.language.as_ref()?;
        (**language != *self.language).then_some(language)
    }

    /// Remembers of plain words that they are in another language than the edition.
    pub(super) fn note_language(&mut self, node: &Node) {
        if let Some(language) = self.foreign_language(node) {
            let language = language.to_string();
            self.foreign.insert(node.at, language);
        }
    }

    /// A line of its own, marked as a whole when it is in another language.
    fn line(&mut self, content: &[Inline], language: Foreign<'_>) -> Vec<Inline> {
        let filled = self.inlines(content, language);
        match language {
            Some(language) if !filled.is_empty() => vec![Inline::Foreign {
                language: Arc::clone(language),
                content: filled,
            }],
            _ => filled,
        }
    }

    fn blocks(&mut self, blocks: &[Block], language: Foreign<'_>) -> Vec<Block> {
        blocks
            .iter()
            .filter_map(|block| self.block(block, language))
            .collect()
    }

    fn block(&mut self, block: &Block, language: Foreign<'_>) -> Option<Block> {
        Some(match block {
            Block::Heading {
                level,
                id,
                clause,
                content,
                at,
            } => Block::Heading {
                level: *level,
                id: id.clone(),
                clause: clause.clone(),
                content: self.line(content, language),
                at: *at,
            },
            Block::Paragraph { clause, content } => Block::Paragraph {
                clause: clause.clone(),
                content: self.line(content, language),
            },
            Block::List { start, items } => Block::List {
                start: *start,
                items: items
                    .iter()
                    .map(|item| Item {
                        content: self.blocks(&item.content, language),
                    })
                    .collect(),
            },
            Block::Table {
                caption,
                columns,
                head,
                rows,
            } => Block::Table {
                caption: self.line(caption, language),
                columns: columns.clone(),
                head: self.row(head, language),
                rows: rows.iter().map(|row| self.row(row, language)).collect(),
            },
            Block::Quote(content) => Block::Quote(self.blocks(content, language)),
            Block::Container {
                kind,
                title,
                content,
            } => Block::Container {
                kind: *kind,
                title: self.line(title, language),
                content: self.blocks(content, language),
            },
            Block::Picture {
                alt,
                file,
                caption,
                at,
                ..
            } => self.has_picture(file, *at).then(|| Block::Picture {
                alt: alt.clone(),
                file: file.clone(),
                caption: caption.clone(),
                language: language.cloned(),
                at: *at,
            })?,
            Block::Footnote { name, content } => Block::Footnote {
                name: name.clone(),
                content: self.blocks(content, language),
            },
            Block::Preformatted(_) | Block::Rule => block.clone(),
        })
    }

    fn row(&mut self, row: &Row, language: Foreign<'_>) -> Row {
        Row {
            cells: row
                .cells
                .iter()
                .map(|cell| self.line(cell, language))
                .collect(),
        }
    }

    /// A line with its terms filled in, which are marked where they are in another language than what stands around them.
    fn inlines(&mut self, content: &[Inline], around: Foreign<'_>) -> Vec<Inline> {
        let mut filled: Vec<Inline> = Vec::with_capacity(content.len());
        for inline in content {
            match inline {
                Inline::Text(text) => push_words(&mut filled, text),
                Inline::Term { name, at } => {
                    if let Some(term) = self.term(name, *at) {
                        let language = self.foreign.get(&term.at).map(String::as_str);
                        if language == around.map(AsRef::as_ref) {
                            push_words(&mut filled, &term.value);
                        } else {
                            filled.push(Inline::Foreign {
                                language: language.unwrap_or(self.language).into(),
                                content: vec![Inline::Text(term.value.into())],
                            });
                        }
                    }
                }
                Inline::Emphasis(inner) => {
                    filled.push(Inline::Emphasis(self.inlines(inner, around)));
                }
                Inline::Strong(inner) => filled.push(Inline::Strong(self.inlines(inner, around))),
                Inline::Foreign { language, content } => filled.push(Inline::Foreign {
                    language: Arc::clone(language),
                    content: self.inlines(content, Some(language)),
                }),
                Inline::Link {
                    target,
                    content,
                    at,
                } => {
                    let content = self.inlines(content, around);
                    if self.leads_somewhere(target, *at) {
                        filled.push(Inline::Link {
                            target: target.clone(),
                            content,
                            at: *at,
                        });
                    } else {
                        for inline in content {
                            match inline {
                                Inline::Text(text) => push_words(&mut filled, &text),
                                other => filled.push(other),
                            }
                        }
                    }
                }
                Inline::Picture { file, at, .. } => {
                    if self.has_picture(file, *at) {
                        filled.push(inline.clone());
                    }
                }
                Inline::Code(_) | Inline::FootnoteMark(_) | Inline::Break => {
                    filled.push(inline.clone());
                }
            }
        }
        filled
    }

    fn leads_somewhere(&mut self, target: &Target, at: Span) -> bool {
        let (list, id) = match target {
            Target::Address(_) | Target::Here(_) => return true,
            Target::Channel(id, _) => ("channels", id),
            Target::Section(id, _) => ("sections", id),
            Target::Glossary(id) => ("glossary", id),
            Target::Source(id) => ("sources", id),
            Target::Contact(id) => ("contacts", id),
            Target::Download(id) => ("downloads", id),
        };
        match self.presence(list, id) {
            Presence::There => true,
            Presence::LeftOut => {
                self.say(
                    Diagnostic::new(
                        Code::LinkToOmitted,
                        format!(
                            "the {} `{id}` is left out, so these words lead nowhere",
                            one_of_list(list)
                        ),
                    )
                    .at(at, "the words stay, without the link")
                    .help("reword them in an overlay if they don't make sense without it"),
                );
                false
            }
            Presence::Unknown => {
                let ids = self.ids(list);
                self.say(
                    Diagnostic::new(
                        Code::BrokenLink,
                        format!("there is no {} `{id}`", one_of_list(list)),
                    )
                    .at(at, "")
                    .suggest(id, ids.iter().map(String::as_str)),
                );
                false
            }
        }
    }

    fn has_picture(&mut self, file: &str, at: Span) -> bool {
        if self.pictures.contains_key(file) {
            return true;
        }
        let bytes = self.asset(&Located::new(file.to_owned(), at));
        let found = bytes.is_some();
        self.pictures
            .extend(bytes.map(|bytes| (file.to_owned(), bytes)));
        found
    }

    /// The file of the assets that a name means. `None` if there is none, which has then been said.
    pub(super) fn asset(&mut self, file: &Located<String>) -> Option<Arc<[u8]>> {
        let found = self
            .assets
            .find(&file.value, file.at, self.edition, self.sources)
            .map(Arc::clone);
        if found.is_none() {
            self.missing_asset(&file.value, file.at);
        }
        found
    }

    /// Says that a font isn't among the files of the pack.
    pub(super) fn missing_font(&mut self, file: &str, at: Span) {
        let names: Vec<String> = self.assets.names().map(str::to_owned).collect();
        self.say(
            Diagnostic::new(Code::MissingFile, format!("there is no font `{file}`"))
                .at(at, "")
                .suggest(file, names.iter().map(String::as_str))
                .help("fonts lie in the folder `fonts`, beside pack.yml or edition.yml"),
        );
    }

    /// Says that a file isn't among the assets.
    fn missing_asset(&mut self, file: &str, at: Span) {
        let names: Vec<String> = self.assets.names().map(str::to_owned).collect();
        self.say(
            Diagnostic::new(Code::MissingFile, format!("there is no file `{file}`"))
                .at(at, "")
                .suggest(file, names.iter().map(String::as_str))
                .help("pictures and attachments lie in the folder `assets`, beside pack.yml or edition.yml"),
        );
    }
}

/// Whether a piece says the same in every edition.
fn is_plain(inline: &Inline) -> bool {
    match inline {
        Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::FootnoteMark(_) => true,
        Inline::Emphasis(inner) | Inline::Strong(inner) => inner.iter().all(is_plain),
        Inline::Foreign { .. }
        | Inline::Term { .. }
        | Inline::Link { .. }
        | Inline::Picture { .. } => false,
    }
}

fn push_words(content: &mut Vec<Inline>, words: &str) {
    if let Some(Inline::Text(last)) = content.last_mut() {
        *last = format!("{last}{words}").into();
    } else {
        content.push(Inline::Text(words.into()));
    }
}

/// Gives each heading an address of its own, from its words. Clauses have theirs: their number.
pub(super) fn address_headings(blocks: &mut [Block]) {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for block in blocks {
        let Block::Heading { id, content, .. } = block else {
            continue;
        };
        if !id.is_empty() {
            continue;
        }
        let words = slug(&plain_text(content));
        let words = if words.is_empty() {
            "part".to_owned()
        } else {
            words
        };
        let count = taken.entry(words.clone()).or_insert(0);
        *count += 1;
        *id = if *count == 1 {
            words
        } else {
            format!("{words}-{count}")
        };
    }
}
