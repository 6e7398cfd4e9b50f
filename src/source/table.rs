//! Tables of editions in CSV: one row an edition, the heading row holds dotted keys.

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

/// Reads a table. Rows that are too long or too short are said and left out.
pub(crate) fn parse(text: &str, file: FileId, problems: &mut Diagnostics) -> Table {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut table = Table::default();
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => return table,
            Ok(true) => {}
            Err(error) => {
                let start = error
                    .position()
                    .map_or(0, |position| position.byte() as usize);
                problems.push(
                    Diagnostic::new(Code::CsvSyntax, "this row can't be understood")
                        .at(line_at(text, file, start), error.to_string()),
                );
                return table;
            }
        }
        let start = record
            .position()
            .map_or(0, |position| position.byte() as usize);
        // The reader skips empty lines but counts them to the row that follows.
        let start =
            start + text[start..].len() - text[start..].trim_start_matches(['\r', '\n']).len();
        let ranges = cell_ranges(text, start, record.len());
        let cells: Vec<Cell> = record
            .iter()
            .zip(ranges)
            .map(|(cell, range)| Cell {
                text: cell.trim().to_owned(),
                at: Span::new(file, range),
            })
            .collect();
        if cells.iter().all(|cell| cell.text.is_empty()) {
            continue;
        }
        if table.headings.is_empty() {
            table.headings = cells;
        } else if cells.len() > table.headings.len()
            && cells[table.headings.len()..]
                .iter()
                .any(|cell| !cell.text.is_empty())
        {
            let extra = &cells[table.headings.len()];
            problems.push(
                Diagnostic::new(
                    Code::CsvSyntax,
                    format!(
                        "this row has {} cells, the heading row {}",
                        cells.len(),
                        table.headings.len()
                    ),
                )
                .at(
                    extra.at,
                    format!(
                        "column {} has no heading",
                        column_name(table.headings.len())
                    ),
                )
                .help("a cell with a comma in it needs quotes around it"),
            );
        } else {
            table.rows.push(cells);
        }
    }
}

fn line_at(text: &str, file: FileId, start: usize) -> Span {
    let start = start.min(text.len());
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    Span::new(file, start..end)
}

/// Where the cells of the row at `start` stand. The reader gives values only, not their places.
fn cell_ranges(text: &str, start: usize, count: usize) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut ranges = Vec::with_capacity(count);
    let mut at = start;
    let mut cell_start = start;
    let mut quoted = false;
    while ranges.len() < count {
        match bytes.get(at) {
            Some(b'"') => quoted = !quoted,
            Some(b',') if !quoted => {
                ranges.push(cell_start..at);
                cell_start = at + 1;
            }
            Some(b'\r' | b'\n') if !quoted => {
                ranges.push(cell_start..at);
                cell_start = at;
            }
            None => {
                ranges.push(cell_start.min(text.len())..text.len());
                cell_start = text.len();
            }
            Some(_) => {}
        }
        at += 1;
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_names_of_a_spreadsheet() {
        assert_eq!(column_name(0), "A");
        assert_eq!(column_name(25), "Z");
        assert_eq!(column_name(26), "AA");
        assert_eq!(column_name(701), "ZZ");
    }

    #[test]
    fn cells_know_their_places() {
        let text = "id,name\r\n\r\nash,\"Ash, Elm\"\r\n";
        let mut problems = Diagnostics::new();
        let table = parse(text, FileId(0), &mut problems);
        assert!(problems.is_empty());
        assert_eq!(table.rows.len(), 1);
        assert_eq!(table.rows[0][1].text, "Ash, Elm");
        assert_eq!(&text[table.rows[0][1].at.range()], "\"Ash, Elm\"");
        assert_eq!(&text[table.headings[1].at.range()], "name");
    }

    #[test]
    fn a_row_that_is_too_long_is_said_and_left_out() {
        let mut problems = Diagnostics::new();
        let table = parse("id,name\na,b,c\nd,e\n", FileId(0), &mut problems);
        assert_eq!(problems.errors(), 1);
        assert_eq!(table.rows.len(), 1);
    }
}
