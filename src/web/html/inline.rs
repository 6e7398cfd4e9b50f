//! Lines.

use std::fmt::Write as _;

use super::{ShownPicture, Writer, escape_into, put, word_anchor};
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
            Inline::Text(text) => self.text(text, html),
            // Resolving filled in every term it knew, and reported the others.
            Inline::Term { name, .. } => escape_into(name, html),
            Inline::Emphasis(inner) => self.wrapped("em", inner, links, html),
            Inline::Strong(inner) => self.wrapped("strong", inner, links, html),
            Inline::Foreign { language, content } => {
                html.push_str("<span lang=\"");
                escape_into(language, html);
                put(html, format_args!("\" dir=\"{}\">", direction(language)));
                let around = std::mem::replace(&mut self.mirrored, direction(language) == "rtl");
                self.all(content, links, html);
                self.mirrored = around;
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

    /// Words. Among words that are read from right to left, a number written in groups stands apart from them, or else its groups
    /// would change places (Unicode Bidirectional Algorithm, UAX 9 §3.3.3: a blank between numbers takes the direction around it).
    fn text(&self, text: &str, html: &mut String) {
        let mut rest = text;
        while let Some((at, length)) = self.mirrored.then(|| grouped_number(rest)).flatten() {
            let (before, from) = rest.split_at(at);
            let (number, behind) = from.split_at(length);
            escape_into(before, html);
            put(html, format_args!("<bdi dir=\"ltr\">{number}</bdi>"));
            rest = behind;
        }
        escape_into(rest, html);
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
        Self::sizes(&picture, html);
        html.push('"');
        if !std::mem::take(&mut self.at_once) {
            html.push_str(" loading=\"lazy\"");
        }
        html.push_str(" decoding=\"async\">");
    }

    /// The sizes that the picture is there in, and how wide pages show it: as wide as text, and never wider than the window. The
    /// attribute is left open.
    fn sizes(picture: &ShownPicture, html: &mut String) {
        let Some(size) = picture.size.filter(|_| !picture.smaller.is_empty()) else {
            return;
        };
        html.push_str("\" srcset=\"");
        for (address, width) in &picture.smaller {
            escape_into(address, html);
            put(html, format_args!(" {width}w, "));
        }
        escape_into(&picture.address, html);
        put(
            html,
            format_args!(" {}w\" sizes=\"(min-width: 43rem) 40rem, 94vw", size.width),
        );
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

/// Where the first number in groups stands, `01632 960100` or `+44 1632 960100`, and how long it is in bytes.
fn grouped_number(text: &str) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_blank = |at: usize| {
        bytes
            .get(at)
            .is_some_and(|byte| matches!(byte, b' ' | b'-'))
    };
    let mut from = 0;
    while from < bytes.len() {
        if !is_digit(from) {
            from += 1;
            continue;
        }
        let (mut to, mut groups) = (from, 1);
        loop {
            if is_digit(to) {
                to += 1;
            } else if is_blank(to) && is_digit(to + 1) {
                to += 1;
                groups += 1;
            } else {
                break;
            }
        }
        if groups > 1 {
            let plus = from > 0 && bytes[from - 1] == b'+';
            let from = from - usize::from(plus);
            return Some((from, to - from));
        }
        from = to;
    }
    None
}
