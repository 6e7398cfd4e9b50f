//! Tables of a Word document. The headings of their columns are repeated on every page, and no row is parted.

use super::body::Writer;
use super::xml::put;
use crate::handbook::passages::{self, Run, Table};
use crate::print::Direction;

/// The width of a page without its margins, in twentieths of a point: A4 with 20 mm on either side.
const WIDTH: usize = 9638;

impl Writer<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        if !table.caption.is_empty() {
            let runs = self.runs(&table.caption);
            self.styled("Caption", "", &runs);
        }
        let first = table.rows.first().map_or(0, Vec::len);
        let columns = table.head.len().max(first).max(1);
        let widths = widths(table, columns);
        let turned = if Direction::of_language(self.handbook.language) == Direction::RightToLeft {
            "<w:bidiVisual/>"
        } else {
            ""
        };
        let look = if table.head.is_empty() {
            "w:firstRow=\"0\" w:firstColumn=\"1\""
        } else {
            "w:firstRow=\"1\" w:firstColumn=\"0\""
        };
        put(
            &mut self.body.xml,
            format_args!(
                "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>{turned}<w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/>\
                 <w:tblLook {look}/></w:tblPr><w:tblGrid>"
            ),
        );
        for width in &widths {
            put(
                &mut self.body.xml,
                format_args!("<w:gridCol w:w=\"{width}\"/>"),
            );
        }
        self.body.xml.push_str("</w:tblGrid>");
        if !table.head.is_empty() {
            self.row(
                &table.head,
                &widths,
                |_| true,
                "<w:cantSplit/><w:tblHeader/>",
            );
        }
        for row in &table.rows {
            let heads = |column| table.head.is_empty() && column == 0;
            self.row(row, &widths, heads, "<w:cantSplit/>");
        }
        // A table is never the last thing: Word wants a paragraph between it and what follows.
        self.body
            .xml
            .push_str("</w:tbl><w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr></w:p>");
    }

    fn row(
        &mut self,
        cells: &[Vec<Run>],
        widths: &[usize],
        heads: impl Fn(usize) -> bool,
        properties: &str,
    ) {
        put(
            &mut self.body.xml,
            format_args!("<w:tr><w:trPr>{properties}</w:trPr>"),
        );
        for (column, width) in widths.iter().enumerate() {
            let runs = cells.get(column).map(|cell| self.runs(cell));
            let (style, shade) = if heads(column) {
                (
                    "TableHeading",
                    "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F0F0F0\"/>",
                )
            } else {
                ("TableText", "")
            };
            put(
                &mut self.body.xml,
                format_args!(
                    "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}</w:tcPr>\
                     <w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p></w:tc>",
                    runs.unwrap_or_default()
                ),
            );
        }
        self.body.xml.push_str("</w:tr>");
    }
}

/// How wide columns are: the more they have to say, the wider, but none so narrow that words break.
fn widths(table: &Table, columns: usize) -> Vec<usize> {
    const LEAST: usize = 12;
    const MOST: usize = 40;
    let rows = || std::iter::once(&table.head).chain(&table.rows);
    let longest = |column: usize| {
        let cells = rows().filter_map(|row| row.get(column));
        let lengths = cells.map(|cell| passages::plain_text(cell).chars().count());
        lengths.max().unwrap_or_default().clamp(LEAST, MOST)
    };
    let shares: Vec<usize> = (0..columns).map(longest).collect();
    let all: usize = shares.iter().sum();
    shares
        .into_iter()
        .map(|share| WIDTH * share / all.max(1))
        .collect()
}
