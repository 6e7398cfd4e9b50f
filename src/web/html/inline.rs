//! Lines.

use std::fmt::Write as _;

use super::{Writer, escape_into, put, word_anchor};
use crate::markdown::{Inline, Target};
use crate::web::picture_size::Size;
use crate::web::views::direction;

impl Writer<'_> {
    pub(super) fn inlines(&mut self, content: &[Inline], html: &mut String) {
        for inline in content {
            self.inline(inline, true, html);
        }
    }

    pub(super) fn inlines_without_links(&mut self, content: &[Inline], html: &mut String) {
        for inline in content {
            self.inline(inline, false, html);
        }
    }

    fn inline(&mut self, inline: &Inline, links: bool, html: &mut String) {
        match inline {
            Inline::Text(text) => escape_into(text, html),
            // Resolving filled in every term it knew, and reported the others.
            Inline::Term { name, .. } => escape_into(name, html),
            Inline::Emphasis(inner) => self.wrapped("em", inner, links, html),
            Inline::Strong(inner) => self.wrapped("strong", inner, links, html),
            Inline::Foreign { language, content } => {
                html.push_str("<span lang=\"");
                escape_into(language, html);
                put(html, format_args!("\" dir=\"{}\">", direction(language)));
                self.all(content, links, html);
                html.push_str("</span>");
            }
            Inline::Code(text) => {
                html.push_str("<code>");
                escape_into(text, html);
                html.push_str("</code>");
            }
            Inline::Link {
                target, content, ..
            } => match self.links.target(target).filter(|_| links) {
                Some(address) => self.link(target, &address, content, html),
                None => self.all(content, links, html),
            },
            Inline::Picture { alt, file, .. } => self.image(file, alt, html),
            Inline::FootnoteMark(name) if links => self.footnote_mark(name, html),
            Inline::FootnoteMark(_) => {}
            Inline::Break => html.push_str("<br>"),
        }
    }

    fn all(&mut self, content: &[Inline], links: bool, html: &mut String) {
        for inline in content {
            self.inline(inline, links, html);
        }
    }

    fn wrapped(&mut self, tag: &str, content: &[Inline], links: bool, html: &mut String) {
        put(html, format_args!("<{tag}>"));
        self.all(content, links, html);
        put(html, format_args!("</{tag}>"));
    }

    fn link(&mut self, target: &Target, address: &str, content: &[Inline], html: &mut String) {
        html.push_str("<a href=\"");
        match target {
            Target::Glossary(id) if self.explains => {
                html.push('#');
                escape_into(&word_anchor(id), html);
            }
            _ => escape_into(address, html),
        }
        html.push('"');
        if let Target::Glossary(id) = target {
            html.push_str(" class=\"term\"");
            if !self.glossary.contains(id) {
                self.glossary.push(id.clone());
            }
        }
        html.push('>');
        // A link cannot stand in a link.
        self.all(content, false, html);
        html.push_str("</a>");
    }

    /// A picture, or its words if there is no such file.
    pub(super) fn image(&mut self, file: &str, alt: &str, html: &mut String) {
        let Some(picture) = self.links.picture(file) else {
            escape_into(alt, html);
            return;
        };
        html.push_str("<img src=\"");
        escape_into(&picture.address, html);
        html.push_str("\" alt=\"");
        escape_into(alt, html);
        if let Some(Size { width, height }) = picture.size {
            // Writing to a string cannot fail.
            let _ = write!(html, "\" width=\"{width}\" height=\"{height}");
        }
        html.push_str("\" loading=\"lazy\" decoding=\"async\">");
    }

    fn footnote_mark(&mut self, name: &str, html: &mut String) {
        let known = self.notes.iter().position(|known| known == name);
        let number = known.unwrap_or(self.notes.len()) + 1;
        let first = known.is_none();
        if first {
            self.notes.push(name.to_owned());
        }
        let id = if first {
            format!(" id=\"mark_{number}\"")
        } else {
            String::new()
        };
        let label = self
            .words
            .format("footnote", &[("name", number.to_string().into())]);
        put(
            html,
            format_args!("<sup class=\"mark\"><a{id} href=\"#note_{number}\" aria-label=\""),
        );
        escape_into(&label, html);
        put(html, format_args!("\">{number}</a></sup>"));
    }
}
