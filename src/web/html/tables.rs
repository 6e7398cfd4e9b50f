//! Tables.

use super::{Writer, escape_into, put};
use crate::markdown::{Column, Inline, Row};

impl Writer<'_> {
    /// A table in a box of its own that scrolls sideways on narrow screens (WCAG 2.2, 1.4.10), by keyboard, too.
    pub(super) fn table(
        &mut self,
        caption: &[Inline],
        columns: &[Column],
        head: &Row,
        rows: &[Row],
        html: &mut String,
    ) {
        self.tables += 1;
        let id = format!("table_{}", self.tables);
        html.push_str("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label");
        if caption.is_empty() {
            html.push_str("=\"");
            escape_into(&self.words.get("table_unnamed"), html);
            html.push_str("\"><table>");
        } else {
            put(
                html,
                format_args!("ledby=\"{id}\"><table><caption id=\"{id}\">"),
            );
            self.inlines(caption, html);
            html.push_str("</caption>");
        }
        html.push_str("<thead><tr>");
        for (at, cell) in head.cells.iter().enumerate() {
            self.cell(("th", " scope=\"col\""), columns.get(at), cell, html);
        }
        html.push_str("</tr></thead><tbody>");
        for row in rows {
            html.push_str("<tr>");
            for (at, cell) in row.cells.iter().enumerate() {
                // The first cell says what the row is about.
                let tag = if at == 0 {
                    ("th", " scope=\"row\"")
                } else {
                    ("td", "")
                };
                self.cell(tag, columns.get(at), cell, html);
            }
            html.push_str("</tr>");
        }
        html.push_str("</tbody></table></div>");
    }

    fn cell(
        &mut self,
        (tag, attributes): (&str, &str),
        column: Option<&Column>,
        content: &[Inline],
        html: &mut String,
    ) {
        let class = match column {
            Some(Column::Centre) => " class=\"centre\"",
            Some(Column::End) => " class=\"end\"",
            Some(Column::Start) | None => "",
        };
        // An empty heading heads nothing.
        let (tag, attributes) = if content.is_empty() {
            ("td", "")
        } else {
            (tag, attributes)
        };
        put(html, format_args!("<{tag}{attributes}{class}>"));
        self.inlines(content, html);
        put(html, format_args!("</{tag}>"));
    }
}
