//! The blocks that Markdown lacks.

use super::{Html, Writer, put};
use crate::markdown::{Block, ContainerKind, Inline};
use crate::web::wording::Wording;

/// The icon of a kind of block.
fn icon(kind: ContainerKind) -> &'static str {
    match kind {
        ContainerKind::Case => "quote",
        ContainerKind::Statistic => "chart",
        ContainerKind::Prompts => "speech",
        ContainerKind::Actions => "checklist",
        ContainerKind::Callout => "pin",
        ContainerKind::Warning => "alert",
    }
}

impl Writer<'_> {
    pub(super) fn container(
        &mut self,
        kind: ContainerKind,
        title: &[Inline],
        content: &[Block],
        html: &mut String,
    ) {
        if kind == ContainerKind::Statistic {
            self.statistic(title, content, html);
            return;
        }
        self.boxes += 1;
        let id = format!("box_{}", self.boxes);
        let name = kind.name();
        let (tag, role) = match kind {
            ContainerKind::Case => ("article", ""),
            ContainerKind::Callout | ContainerKind::Warning => ("div", " role=\"note\""),
            _ => ("div", " role=\"group\""),
        };
        put(
            html,
            format_args!("<{tag}{role} class=\"box box-{name}\" aria-labelledby=\"{id}\">"),
        );
        html.push_str(self.theme.icon(icon(kind)));
        let Html(kind_words) = Wording::fixed(self.words, name).html();
        let level = (self.level + 1).min(6);
        if title.is_empty() {
            put(
                html,
                format_args!("<h{level} class=\"box-title\" id=\"{id}\">"),
            );
            html.push_str(&kind_words);
        } else {
            html.push_str("<p class=\"box-kind\">");
            html.push_str(&kind_words);
            put(
                html,
                format_args!("</p><h{level} class=\"box-title\" id=\"{id}\">"),
            );
            self.inlines(title, html);
        }
        put(html, format_args!("</h{level}>"));
        let outside = std::mem::replace(&mut self.level, level);
        self.blocks(content, html);
        self.level = outside;
        put(html, format_args!("</{tag}>"));
    }

    /// A figure in large type with what it counts below.
    fn statistic(&mut self, figure: &[Inline], content: &[Block], html: &mut String) {
        html.push_str("<figure class=\"statistic\"><p class=\"statistic-figure\">");
        self.inlines(figure, html);
        html.push_str("</p><figcaption>");
        self.blocks(content, html);
        html.push_str("</figcaption></figure>");
    }
}
