//! Blocks of text.

use super::{Writer, escape_into, put};
use crate::markdown::{Block, Inline, Item};
use crate::web::views::direction;

/// No heading is deeper (HTML has no seventh).
const DEEPEST: u8 = 6;

impl Writer<'_> {
    pub(super) fn blocks(&mut self, blocks: &[Block], html: &mut String) {
        for block in blocks {
            self.block(block, html);
        }
    }

    fn block(&mut self, block: &Block, html: &mut String) {
        match block {
            Block::Heading {
                level,
                id,
                clause,
                content,
                ..
            } => self.heading(*level, id, clause.as_deref(), content, html),
            Block::Paragraph { clause, content } => {
                self.paragraph(clause.as_deref(), content, html);
            }
            Block::List { start, items } => self.list(*start, items, html),
            Block::Table {
                caption,
                columns,
                head,
                rows,
            } => self.table(caption, columns, head, rows, html),
            Block::Quote(content) => {
                html.push_str("<blockquote>");
                self.blocks(content, html);
                html.push_str("</blockquote>");
            }
            Block::Container {
                kind,
                title,
                content,
            } => self.container(*kind, title, content, html),
            Block::Picture {
                alt,
                file,
                caption,
                language,
                ..
            } => {
                html.push_str("<figure class=\"picture\"");
                if let Some(language) = language {
                    html.push_str(" lang=\"");
                    escape_into(language, html);
                    put(html, format_args!("\" dir=\"{}\"", direction(language)));
                }
                html.push('>');
                self.image(file, alt, html);
                if !caption.is_empty() {
                    html.push_str("<figcaption>");
                    escape_into(caption, html);
                    html.push_str("</figcaption>");
                }
                html.push_str("</figure>");
            }
            Block::Preformatted(text) => {
                // What scrolls must be reachable with a keyboard.
                html.push_str("<pre tabindex=\"0\">");
                escape_into(text, html);
                html.push_str("</pre>");
            }
            Block::Rule => html.push_str("<hr>"),
            // They stand together at the end.
            Block::Footnote { .. } => {}
        }
    }

    fn heading(
        &mut self,
        level: u8,
        id: &str,
        clause: Option<&str>,
        content: &[Inline],
        html: &mut String,
    ) {
        let level = (level + self.raised).clamp(2, DEEPEST);
        self.level = level;
        put(html, format_args!("<h{level} id=\""));
        escape_into(clause.unwrap_or(id), html);
        html.push_str("\">");
        self.clause_number(clause, html);
        self.inlines(content, html);
        put(html, format_args!("</h{level}>"));
    }

    fn paragraph(&mut self, clause: Option<&str>, content: &[Inline], html: &mut String) {
        match clause {
            None => html.push_str("<p>"),
            Some(number) => {
                html.push_str("<p id=\"");
                escape_into(number, html);
                let depth = number.split('.').count().clamp(1, 4);
                put(html, format_args!("\" class=\"clause clause-{depth}\">"));
                self.clause_number(clause, html);
            }
        }
        self.inlines(content, html);
        html.push_str("</p>");
    }

    /// The number of a clause, as a link to itself: its address is there to be copied.
    fn clause_number(&self, clause: Option<&str>, html: &mut String) {
        if let Some(number) = clause {
            html.push_str("<a class=\"clause-number\" href=\"#");
            escape_into(number, html);
            html.push_str("\" aria-label=\"");
            let label = self
                .words
                .format("clause", &[("number", number.to_owned().into())]);
            escape_into(&label, html);
            html.push_str("\">");
            escape_into(number, html);
            html.push_str("</a> ");
        }
    }

    pub(super) fn list(&mut self, start: Option<u64>, items: &[Item], html: &mut String) {
        let end = match start {
            None => {
                html.push_str("<ul>");
                "</ul>"
            }
            Some(1) => {
                html.push_str("<ol>");
                "</ol>"
            }
            Some(first) => {
                put(html, format_args!("<ol start=\"{first}\">"));
                "</ol>"
            }
        };
        for item in items {
            html.push_str("<li>");
            self.item(&item.content, html);
            html.push_str("</li>");
        }
        html.push_str(end);
    }

    /// A single paragraph needs no tags of its own, and neither does one with only a list below it.
    fn item(&mut self, content: &[Block], html: &mut String) {
        match content {
            [
                Block::Paragraph {
                    clause: None,
                    content,
                },
                rest @ ..,
            ] if rest.iter().all(|block| matches!(block, Block::List { .. })) => {
                self.inlines(content, html);
                self.blocks(rest, html);
            }
            _ => self.blocks(content, html),
        }
    }

    /// The footnotes of a text, in the order of their marks.
    pub(super) fn footnotes(&mut self, blocks: &[Block], html: &mut String) {
        let mut notes: Vec<(usize, &[Block])> = Vec::new();
        for block in blocks {
            if let Block::Footnote { name, content } = block
                && let Some(at) = self.notes.iter().position(|known| known == name)
            {
                notes.push((at + 1, content));
            }
        }
        if notes.is_empty() {
            return;
        }
        notes.sort_by_key(|(number, _)| *number);
        html.push_str("<section class=\"footnotes\" aria-label=\"");
        escape_into(&self.words.get("footnotes"), html);
        html.push_str("\"><ol>");
        let back = self.words.get("back_to_text");
        for (number, content) in notes {
            put(
                html,
                format_args!("<li id=\"note_{number}\" value=\"{number}\">"),
            );
            self.item(content, html);
            put(
                html,
                format_args!(" <a href=\"#mark_{number}\" class=\"back\">"),
            );
            escape_into(&back, html);
            html.push_str("</a></li>");
        }
        html.push_str("</ol></section>");
    }
}
