//! The tables of editions that a pack has: with commas, with tabs, or a workbook.

use std::sync::Arc;

use super::Layer;
use super::columns::ColumnMap;
use super::rows;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileId, Span};
use crate::source::direction;
use crate::source::folder::Folder;
use crate::source::table::{self, Form, Table};
use crate::source::workbook::{self, WorkbookError};
use crate::source::{Node, Sources};

/// The map of columns.
pub(super) const MAP_FILE: &str = "editions.map.yml";
/// The tables that are texts, with what stands between their cells.
const TEXTS: [(&str, u8); 2] = [("editions.csv", b','), ("editions.tsv", b'\t')];
/// The table that is a workbook.
const WORKBOOK: &str = "editions.xlsx";

/// Whether a text is a table of editions.
pub(super) fn is_table(path: &str) -> bool {
    TEXTS.iter().any(|(name, _)| *name == path)
}

/// Makes a layer of each row of each table. The workbook is taken out of the folder's assets.
pub(super) fn layers(
    folder: &mut Folder,
    map: Option<&Node>,
    sources: &mut Sources,
    problems: &mut Diagnostics,
) -> Vec<Layer> {
    let map = map.map(ColumnMap::read);
    let map = map.as_ref();
    let mut layers = Vec::new();
    for (name, separator) in TEXTS {
        if let Some(&file) = folder.texts.get(name) {
            let table = read(file, separator, map, sources, problems);
            layers.extend(rows::layers(&table, map, None, sources, problems));
        }
    }
    if let Some(bytes) = folder.assets.remove(WORKBOOK) {
        let path = format!("{}{WORKBOOK}", folder.shown);
        let name = map.and_then(|map| map.sheet.as_ref());
        match workbook::read(&bytes, name.map(|name| name.value.as_str())) {
            Ok(sheet) => {
                let file = sources.add(path, sheet.text.as_str());
                if let Some(at) = direction::fault(&sheet.text) {
                    problems.push(direction::said(Span::new(file, at)));
                }
                let table = read(file, b',', map, sources, problems);
                layers.extend(rows::layers(&table, map, Some(&sheet), sources, problems));
            }
            Err(error) => {
                let diagnostic = Diagnostic::new(Code::CsvSyntax, format!("{path}: {error}"))
                    .at_some(name.map(|name| name.at), "");
                problems.push(match error {
                    WorkbookError::NoSheet { name, known } => {
                        diagnostic.suggest(&name, known.iter().map(String::as_str))
                    }
                    WorkbookError::Broken(_) => diagnostic
                        .help("save it again as a workbook (.xlsx) without a password, or as CSV"),
                    WorkbookError::TooLarge => {
                        diagnostic.help("delete what doesn't belong to the table of editions")
                    }
                });
            }
        }
    }
    layers
}

/// Reads a table, and keeps where its cells are.
fn read(
    file: FileId,
    separator: u8,
    map: Option<&ColumnMap>,
    sources: &mut Sources,
    problems: &mut Diagnostics,
) -> Table {
    let form = Form {
        separator,
        heading_row: map.and_then(|map| map.heading_row),
        is_foreign: map.is_some(),
    };
    let text = Arc::clone(&sources.file(file).text);
    let mut table = table::parse(&text, file, form, problems);
    sources.keep_cells(file, std::mem::take(&mut table.places));
    table
}
