//! Tables of editions: one row an edition, the heading row holds dotted keys.
//!
//! Comes in: text whose cells are divided by commas or tabs, as RFC 4180 has it. Goes out: a [`Table`], every cell with its place in
//! the text, and [`CellPlaces`], by which messages say where it is as a spreadsheet shows it.

use std::fmt;
use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileId, Span};

/// A cell with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    /// What it holds, without the blanks around it.
    pub text: String,
    /// Where it stands, quotes and all.
    pub at: Span,
}

/// A table: a heading row, and rows of as many cells.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// The heading row.
    pub headings: Vec<Cell>,
    /// The other rows, but for empty ones.
    pub rows: Vec<Vec<Cell>>,
    /// Where every cell is.
    pub places: CellPlaces,
}

/// How a table is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form {
    /// What stands between two cells.
    pub separator: u8,
    /// The row of its headings, as a spreadsheet counts; the first that isn't empty, if `None`.
    pub heading_row: Option<usize>,
    /// Whether it is made for somebody else, and may have columns without a heading.
    pub is_foreign: bool,
}

impl Form {
    /// A table of our own, with commas.
    #[cfg(test)]
    pub(crate) const COMMAS: Form = Form {
        separator: b',',
        heading_row: None,
        is_foreign: false,
    };
}

/// Where each cell of a table is, as a spreadsheet counts.
#[derive(Debug, Clone, Default)]
pub(crate) struct CellPlaces {
    headings: Vec<String>,
    /// The stretch of each cell with its row, from 1, and its column, from 0; in the order of the text.
    cells: Vec<(Range<u32>, u32, u32)>,
}

/// A cell as a spreadsheet shows it: `row 12, column D "contacts.duty-team.phone"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CellPlace<'t> {
    /// The row, from 1.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
    /// The heading of the column; may be empty.
    pub heading: &'t str,
}

impl fmt::Display for CellPlace<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let column = column_name(self.column as usize);
        write!(f, "row {}, column {column}", self.row)?;
        if !self.heading.is_empty() {
            write!(f, " \"{}\"", self.heading)?;
        }
        Ok(())
    }
}

impl CellPlaces {
    /// The cell that a stretch of the text lies in.
    pub(crate) fn find(&self, at: Span) -> Option<CellPlace<'_>> {
        let after = self
            .cells
            .partition_point(|(range, ..)| range.start <= at.start);
        let (range, row, column) = self.cells.get(after.checked_sub(1)?)?;
        (at.end <= range.end).then(|| CellPlace {
            row: *row,
            column: *column,
            heading: self
                .headings
                .get(*column as usize)
                .map_or("", String::as_str),
        })
    }
}

/// The name of a column as a spreadsheet shows it: A, B … Z, AA.
pub(crate) fn column_name(index: usize) -> String {
    let mut name = String::new();
    let mut left = index + 1;
    while left > 0 {
        let digit = ((left - 1) % 26) as u8;
        name.insert(0, char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    name
}

/// Reads a table. Rows that are too long are said and left out.
pub(crate) fn parse(text: &str, file: FileId, form: Form, problems: &mut Diagnostics) -> Table {
    let mut table = Table::default();
    let rows = Rows {
        text,
        separator: form.separator,
        at: 0,
        number: 0,
    };
    for row in rows {
        if let Some(quote) = row.unclosed {
            problems.push(
                Diagnostic::new(Code::CsvSyntax, "a cell begins with quotes that never end")
                    .at(
                        Span::new(file, quote..quote + 1),
                        "all that follows would be one cell",
                    )
                    .help("close them, or take them away"),
            );
        }
        let cells: Vec<Cell> = row
            .cells
            .into_iter()
            .map(|(text, range)| Cell {
                text,
                at: Span::new(file, range),
            })
            .collect();
        let is_above = form.heading_row.is_some_and(|heading| row.number < heading);
        if is_above || cells.iter().all(|cell| cell.text.is_empty()) {
            continue;
        }
        table.places.cells.extend(
            cells.iter().enumerate().map(|(column, cell)| {
                (cell.at.start..cell.at.end, row.number as u32, column as u32)
            }),
        );
        if table.headings.is_empty() {
            table.places.headings = cells.iter().map(|cell| one_line(&cell.text)).collect();
            table.headings = cells;
        } else if let Some(extra) = extra(&table, &cells).filter(|_| !form.is_foreign) {
            problems.push(extra);
        } else if row.unclosed.is_none() {
            table.rows.push(cells);
        }
    }
    table
}

/// What to say of a row with more cells than there are headings.
fn extra(table: &Table, cells: &[Cell]) -> Option<Diagnostic> {
    let known = table.headings.len();
    let extra = cells.get(known..)?;
    let first = extra.iter().find(|cell| !cell.text.is_empty())?;
    Some(
        Diagnostic::new(
            Code::CsvSyntax,
            format!(
                "this row has {} cells, the heading row {known}",
                cells.len()
            ),
        )
        .at(
            first.at,
            format!("column {} has no heading", column_name(known)),
        )
        .help("a cell with a comma in it needs quotes around it"),
    )
}

/// A text without line ends and runs of blanks, as headings of spreadsheets often have them.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A row of a table as it stands in the text.
struct Row {
    /// Which it is, as a spreadsheet counts: blank rows count, and lines within a cell do not.
    number: usize,
    /// What its cells hold, and where they stand.
    cells: Vec<(String, Range<usize>)>,
    /// Where quotes begin that never end.
    unclosed: Option<usize>,
}

/// The rows of a text, one after the other.
struct Rows<'t> {
    text: &'t str,
    separator: u8,
    at: usize,
    number: usize,
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        if self.at >= self.text.len() {
            return None;
        }
        self.number += 1;
        let mut row = Row {
            number: self.number,
            cells: Vec::new(),
            unclosed: None,
        };
        let bytes = self.text.as_bytes();
        loop {
            let start = self.at;
            let text = self.cell(&mut row.unclosed);
            row.cells.push((text, start..self.at));
            match bytes.get(self.at) {
                Some(byte) if *byte == self.separator => self.at += 1,
                Some(b'\r') if bytes.get(self.at + 1) == Some(&b'\n') => {
                    self.at += 2;
                    return Some(row);
                }
                _ => {
                    self.at += 1;
                    return Some(row);
                }
            }
        }
    }
}

impl Rows<'_> {
    /// What the cell that begins here holds; goes on to what ends it.
    fn cell(&mut self, unclosed: &mut Option<usize>) -> String {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let ends = |byte: u8| byte == self.separator || matches!(byte, b'\r' | b'\n');
        let mut held = String::new();
        if bytes.get(start) == Some(&b'"') {
            let mut from = start + 1;
            loop {
                let Some(quote) = self.text[from..].find('"').map(|at| from + at) else {
                    *unclosed = Some(start);
                    held.push_str(&self.text[from..]);
                    self.at = self.text.len();
                    return held.trim().to_owned();
                };
                held.push_str(&self.text[from..quote]);
                from = quote + 1;
                // Two quotes within quotes are one that is meant.
                if bytes.get(from) != Some(&b'"') {
                    break;
                }
                held.push('"');
                from += 1;
            }
            self.at = from;
        }
        let from = self.at;
        while self.at < bytes.len() && !ends(bytes[self.at]) {
            self.at += 1;
        }
        held.push_str(&self.text[from..self.at]);
        held.trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> (Table, Diagnostics) {
        let mut problems = Diagnostics::new();
        let table = parse(text, FileId(0), Form::COMMAS, &mut problems);
        (table, problems)
    }

    #[test]
    fn columns_have_the_names_of_a_spreadsheet() {
        assert_eq!(column_name(0), "A");
        assert_eq!(column_name(25), "Z");
        assert_eq!(column_name(26), "AA");
        assert_eq!(column_name(701), "ZZ");
    }

    #[test]
    fn cells_know_their_places() {
        let text = "id,name\r\n\r\nash,\"Ash, \"\"Elm\"\"\"\r\noak,5\" pipe,\r\n";
        let (table, problems) = table(text);
        assert!(problems.is_empty());
        assert_eq!(table.rows.len(), 2);
        assert_eq!(table.rows[0][1].text, "Ash, \"Elm\"");
        assert_eq!(&text[table.rows[0][1].at.range()], "\"Ash, \"\"Elm\"\"\"");
        assert_eq!(&text[table.headings[1].at.range()], "name");
        assert_eq!(table.rows[1][1].text, "5\" pipe");
    }

    #[test]
    fn places_are_those_that_a_spreadsheet_shows() {
        let text = "id,\"name\nof it\"\n\n\"a\nb\",x\nash,,y\n";
        let (table, problems) = table(text);
        assert_eq!(problems.errors(), 1);
        let places: Vec<String> = ["id", "\"a", "x", "ash", ",y"]
            .map(|words| {
                let start = text.find(words).expect("there");
                let at = Span::new(FileId(0), start..start + 1);
                let place = table.places.find(at);
                place.map_or_else(String::new, |place| place.to_string())
            })
            .to_vec();
        assert_eq!(
            places,
            [
                "row 1, column A \"id\"",
                "row 3, column A \"id\"",
                "row 3, column B \"name of it\"",
                "row 4, column A \"id\"",
                // From the empty cell to the comma that ends it there is no cell.
                "",
            ]
        );
    }

    #[test]
    fn a_row_that_is_too_long_is_said_and_left_out() {
        let (table, problems) = table("id,name\na,b,c\nd,e\n");
        assert_eq!(problems.errors(), 1);
        assert_eq!(table.rows.len(), 1);
    }

    #[test]
    fn quotes_that_never_end_are_said_and_take_no_row_with_them_unsaid() {
        let (table, problems) = table("id,name\na,b\nc,\"d\ne,f\n");
        assert_eq!(table.rows.len(), 1);
        let at = problems
            .iter()
            .next()
            .map(|problem| problem.labels[0].at.start);
        assert_eq!(at, Some(14));
    }

    #[test]
    fn headings_may_stand_lower_and_tabs_between_cells() {
        let form = Form {
            separator: b'\t',
            heading_row: Some(3),
            is_foreign: true,
        };
        let mut problems = Diagnostics::new();
        let text = "Our councils\t\n\nid\tname\nash\tAsh, Elm\tmore\n";
        let table = parse(text, FileId(0), form, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(table.headings[0].text, "id");
        assert_eq!(table.rows[0][1].text, "Ash, Elm");
    }
}
