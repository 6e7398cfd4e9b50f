//! Workbooks of spreadsheet programs (`.xlsx`), as tables.
//!
//! Comes in: the bytes of a workbook. Goes out: the sheet as text with commas, row by row as the spreadsheet shows it, so that
//! everything after this reads one kind of table; and what a cell is that its text doesn't tell.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Cursor, Read as _};

use calamine::{DataRef, Reader as _, Xlsx, XlsxError};
use zip::ZipArchive;

/// The most cells that are read: 400 editions with 100 columns are a tenth of it.
const MOST_CELLS: usize = 400_000;
/// The most rows that are looked at.
const MOST_ROWS: u32 = 100_000;
/// The most columns: keys are fewer.
const MOST_COLUMNS: u32 = 2_000;
/// The most bytes that its parts may have together when they are unpacked. Packed, a few kilobytes can stand for gigabytes.
const LARGEST_UNPACKED: u64 = 128 * 1024 * 1024;
/// The most bytes of the table that comes out, as for one that is written as text.
const LARGEST_TABLE: usize = 4 * 1024 * 1024;

/// A sheet of a workbook.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// Its cells as text with commas.
    pub text: String,
    /// Cells that hold a number, by row (from 1) and column (from 0).
    pub numbers: BTreeSet<(u32, u32)>,
    /// Cells whose formula fails, such as `#REF!`.
    pub failed: BTreeSet<(u32, u32)>,
}

/// Why a workbook can't be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WorkbookError {
    /// It is no workbook, or broken.
    #[error("it is not a workbook that can be read: {0}")]
    Broken(#[from] XlsxError),
    /// It has no sheet of the name that is asked for.
    #[error("it has no sheet `{name}`")]
    NoSheet {
        /// The name.
        name: String,
        /// The sheets that it has.
        known: Vec<String>,
    },
    /// It has more cells than a table of editions could have.
    #[error(
        "it has more than {MOST_CELLS} cells, {MOST_ROWS} rows or {MOST_COLUMNS} columns, or unpacks to too much"
    )]
    TooLarge,
}

/// Reads a sheet of a workbook: that of this name, or the first.
///
/// # Errors
/// If there is no such sheet, or the workbook can't be read.
pub(crate) fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Sheet, WorkbookError> {
    bounded(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let known = workbook.sheet_names();
    let name = match sheet {
        None => known.first().cloned().unwrap_or_default(),
        Some(name) if known.iter().any(|known| known == name) => name.to_owned(),
        Some(name) => {
            return Err(WorkbookError::NoSheet {
                name: name.to_owned(),
                known,
            });
        }
    };
    let mut read = Sheet::default();
    let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
    let mut count = 0;
    // Cell by cell: a table from corner to corner would be as large as its farthest cell.
    let mut cells = workbook.worksheet_cells_reader(&name)?;
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        let place = (row + 1, column);
        let text = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::String(text) => text.clone(),
            DataRef::SharedString(text) => (*text).to_owned(),
            DataRef::Int(number) => {
                read.numbers.insert(place);
                number.to_string()
            }
            DataRef::Float(number) => {
                read.numbers.insert(place);
                number.to_string()
            }
            DataRef::Bool(yes) => yes.to_string(),
            DataRef::DateTime(day) => {
                let (year, month, day, ..) = day.to_ymd_hms_milli();
                format!("{year:04}-{month:02}-{day:02}")
            }
            DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                text.split('T').next().unwrap_or_default().to_owned()
            }
            DataRef::Error(error) => {
                read.failed.insert(place);
                error.to_string()
            }
        };
        if text.trim().is_empty() {
            continue;
        }
        count += 1;
        if count > MOST_CELLS || row > MOST_ROWS || column > MOST_COLUMNS {
            return Err(WorkbookError::TooLarge);
        }
        rows.entry(row).or_default().insert(column, text);
    }
    read.text = as_text(&rows);
    if read.text.len() > LARGEST_TABLE {
        return Err(WorkbookError::TooLarge);
    }
    Ok(read)
}

/// Refuses what unpacks to more than any table is. What an archive says of its own sizes may be wrong, so its parts are unpacked
/// once, and thrown away.
fn bounded(bytes: &[u8]) -> Result<(), WorkbookError> {
    // What is wrong with an archive is said when it is read.
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Ok(());
    };
    let mut left = LARGEST_UNPACKED;
    for part in 0..archive.len() {
        let Ok(part) = archive.by_index(part) else {
            continue;
        };
        // A part costs something even if it holds nothing.
        let unpacked = io::copy(&mut part.take(left), &mut io::sink()).unwrap_or(0) + 64;
        if unpacked >= left {
            return Err(WorkbookError::TooLarge);
        }
        left -= unpacked;
    }
    Ok(())
}

/// Rows as text: the row that a spreadsheet calls 12 is the twelfth.
fn as_text(rows: &BTreeMap<u32, BTreeMap<u32, String>>) -> String {
    let mut text = String::new();
    let mut next = 0;
    for (&row, cells) in rows {
        text.extend(std::iter::repeat_n('\n', (row - next) as usize));
        next = row + 1;
        let mut at = 0;
        for (&column, cell) in cells {
            text.extend(std::iter::repeat_n(',', (column - at) as usize));
            at = column;
            if cell.contains([',', '"', '\n', '\r']) {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(cell);
            }
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_columns_stay_where_they_are() {
        let row = |cells: &[(u32, &str)]| {
            cells
                .iter()
                .map(|(column, text)| (*column, (*text).to_owned()))
                .collect()
        };
        let rows = BTreeMap::from([
            (0, row(&[(0, "id"), (2, "name, \"in full\"")])),
            (3, row(&[(1, "ash")])),
        ]);
        assert_eq!(as_text(&rows), "id,,\"name, \"\"in full\"\"\"\n\n\n,ash\n");
    }

    #[test]
    fn what_is_no_workbook_is_said() {
        assert!(matches!(
            read(b"id,name\n", None),
            Err(WorkbookError::Broken(_))
        ));
    }
}
