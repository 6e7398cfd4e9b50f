//! Texts for translators as a table.

use super::{Returned, Unit};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileId, Located};
use crate::source::Sources;
use crate::source::table::{self, Form, Table};

const HEADINGS: [&str; 5] = ["id", "what it is", "characters", "original", "translation"];

/// The table of these texts.
pub(super) fn written(units: &[Unit]) -> String {
    let mut text = row(&HEADINGS);
    for unit in units {
        let limit = unit
            .limit
            .map(|limit| limit.to_string())
            .unwrap_or_default();
        text.push_str(&row(&[
            &unit.id(),
            &unit.context,
            &limit,
            &unit.source,
            unit.target.as_deref().unwrap_or_default(),
        ]));
    }
    text
}

fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| {
            if cell.contains([',', '"', '\n', '\r']) || cell.trim() != *cell {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                (*cell).to_owned()
            }
        })
        .collect();
    cells.join(",") + "\r\n"
}

/// What came back in a table. Its columns are found by their headings.
pub(super) fn read(
    text: &str,
    file: FileId,
    sources: &mut Sources,
    problems: &mut Diagnostics,
) -> Vec<Returned> {
    let form = Form {
        separator: b',',
        heading_row: None,
        is_foreign: true,
    };
    let mut table = table::parse(text, file, form, problems);
    sources.keep_cells(file, std::mem::take(&mut table.places));
    let columns = ["id", "original", "translation"].map(|name| column(&table, name, problems));
    let [Some(id), Some(source), Some(target)] = columns else {
        return Vec::new();
    };
    table
        .rows
        .iter()
        .filter_map(|row| {
            let cell = |index: usize| row.get(index).map_or("", |cell| cell.text.as_str());
            let id = row.get(id).filter(|id| !id.text.is_empty())?;
            Some(Returned {
                id: Located::new(id.text.clone(), id.at),
                source: super::units::tidy(cell(source)),
                target: super::units::tidy(cell(target)),
            })
        })
        .collect()
}

fn column(table: &Table, name: &str, problems: &mut Diagnostics) -> Option<usize> {
    let found = table.headings.iter().position(|cell| cell.text == name);
    if found.is_none() {
        let at = table.headings.first().map(|first| first.at);
        problems.push(
            Diagnostic::new(
                Code::MissingKey,
                format!("the table has no column `{name}`"),
            )
            .at_some(at, "the heading row")
            .help("keep the headings as they were exported"),
        );
    }
    found
}
