//! Places as programs want them.

use crate::diagnostic::Span;
use crate::source::Sources;

/// A place in a file; lines and columns begin with 1, columns count characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place<'s> {
    pub file: &'s str,
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    /// The column behind the last character.
    pub end_column: usize,
    /// In a table, the cell as a spreadsheet shows it.
    pub cell: Option<String>,
}

impl<'s> Place<'s> {
    pub(super) fn of(at: Span, sources: &'s Sources) -> Self {
        let file = sources.file(at.file);
        let (line, column) = file.line_column(at.start as usize);
        let (end_line, end_column) = file.line_column(at.end as usize);
        Self {
            file: &file.path,
            line,
            column,
            end_line,
            end_column,
            cell: sources.cell(at).map(|cell| cell.to_string()),
        }
    }
}
