//! Every text that was read.

use std::sync::Arc;

use super::folder::has_ending;
use super::table::{CellPlace, CellPlaces};
use crate::diagnostic::{FileId, Span};

/// A file that was read.
#[derive(Debug)]
pub struct SourceFile {
    /// Its path as a person would write it: from the folder the command was given, with `/`.
    pub path: String,
    /// Its text, without a byte order mark, line ends as they are.
    pub text: Arc<str>,
    /// Where each line begins, in bytes.
    lines: Vec<usize>,
    /// Where its cells are, if it is a table.
    cells: Option<CellPlaces>,
}

impl SourceFile {
    fn new(path: String, text: Arc<str>) -> Self {
        let lines = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Self {
            path,
            text,
            lines,
            cells: None,
        }
    }

    /// The line and column of a byte, both from 1; a column is a character.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|&start| start <= byte).max(1);
        let start = self.lines[line - 1];
        let end = byte.min(self.text.len());
        let column = self.text.get(start..end).map_or(0, |s| s.chars().count());
        (line, column + 1)
    }
}

/// Every text that was read, by number.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Nothing read yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text, and says its number.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<Arc<str>>) -> FileId {
        let id = FileId(self.files.len() as u32);
        self.files.push(SourceFile::new(path.into(), text.into()));
        id
    }

    /// How many texts were read.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether none was read.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// All files, with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files
            .iter()
            .enumerate()
            .map(|(place, file)| (FileId(place as u32), file))
    }

    /// The file of this number.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The text at a place.
    pub fn text(&self, at: Span) -> &str {
        self.file(at.file).text.get(at.range()).unwrap_or_default()
    }

    /// Keeps where the cells of a table are.
    pub(crate) fn keep_cells(&mut self, file: FileId, cells: CellPlaces) {
        if let Some(file) = self.files.get_mut(file.0 as usize) {
            file.cells = Some(cells);
        }
    }

    /// The cell of a table that a place is in.
    pub(crate) fn cell(&self, at: Span) -> Option<CellPlace<'_>> {
        self.file(at.file).cells.as_ref()?.find(at)
    }

    /// A place as `file:line:column`; in a workbook, which has no lines, as its row and column.
    pub fn place(&self, at: Span) -> String {
        let file = self.file(at.file);
        if let Some(cell) = self.cell(at).filter(|_| has_ending(&file.path, "xlsx")) {
            return format!("{}: {cell}", file.path);
        }
        let (line, column) = file.line_column(at.start as usize);
        format!("{}:{line}:{column}", file.path)
    }
}
