//! Which column of a table says what: by its own heading, or by `editions.map.yml`, where the table is somebody else's.

use std::sync::Arc;

use super::conform::is_language;
use super::shape::{self, Kind, Naming};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Span};
use crate::source::{Node, table};

/// The columns of a table that are read.
pub(super) struct Columns {
    /// The column of ids.
    pub id: usize,
    /// Whether ids are made of what stands there.
    pub makes_ids: bool,
    /// The other columns.
    pub others: Vec<Column>,
    /// Whether a column could not be understood, so that what rows lack may stand there.
    pub lost_some: bool,
}

/// A column whose heading is understood: the keys on the way, each with the kind of what stands there.
pub(super) struct Column {
    /// Which it is, from 0.
    pub index: usize,
    /// The way to its value.
    pub path: Vec<Step>,
    /// What its cells take.
    pub kind: Kind,
    /// The language that the heading names: `name.cy`.
    pub language: Option<String>,
}

/// A step on the way to a value.
pub(super) enum Step {
    /// A key of a map.
    Key(String),
    /// The id of a thing in a list.
    Thing(String),
}

/// Whose columns are called otherwise, as `editions.map.yml` says.
pub(super) struct ColumnMap {
    /// The sheet of a workbook.
    pub sheet: Option<Located<String>>,
    /// The row of the headings.
    pub heading_row: Option<usize>,
    /// Where its columns are listed.
    at: Span,
    /// Keys with the headings of their columns.
    columns: Vec<(Located<String>, Located<String>)>,
}

impl ColumnMap {
    /// Reads a map that has the shape of [`EDITIONS_MAP`](shape::EDITIONS_MAP).
    pub(super) fn read(node: &Node) -> Self {
        let words = |node: &Arc<Node>| {
            let text = node.scalar()?;
            Some(Located::new(text.to_string(), node.at))
        };
        let columns = node.get("columns");
        Self {
            sheet: node.get("sheet").and_then(words),
            heading_row: node
                .get("heading_row")
                .and_then(|row| row.scalar()?.parse().ok()),
            at: columns.map_or(node.at, |columns| columns.at),
            columns: columns
                .map(|columns| columns.entries())
                .unwrap_or_default()
                .iter()
                .filter_map(|entry| {
                    let key = Located::new(entry.key.to_string(), entry.at);
                    Some((key, words(&entry.node)?))
                })
                .collect(),
        }
    }
}

/// Finds the columns of a table. `None` if it has no ids; what is wrong is said.
pub(super) fn columns(
    table: &table::Table,
    map: Option<&ColumnMap>,
    problems: &mut Diagnostics,
) -> Option<Columns> {
    match map {
        Some(map) => mapped(table, map, problems),
        None => named(table, problems),
    }
}

/// The columns of a table whose headings are keys.
fn named(table: &table::Table, problems: &mut Diagnostics) -> Option<Columns> {
    let id = table
        .headings
        .iter()
        .position(|heading| heading.text == "id");
    let Some(id) = id else {
        if let Some(first) = table.headings.first() {
            problems.push(without_ids(table, first));
        }
        return None;
    };
    let before = problems.errors();
    let others = table
        .headings
        .iter()
        .enumerate()
        .filter(|(index, heading)| *index != id && !heading.text.is_empty())
        .filter_map(|(index, heading)| {
            is_first(table, index, heading, problems)
                .then(|| column(index, &heading.text, heading.at, problems))
                .flatten()
        })
        .collect();
    Some(Columns {
        id,
        makes_ids: false,
        others,
        lost_some: problems.errors() > before,
    })
}

/// The columns of somebody else's table.
fn mapped(table: &table::Table, map: &ColumnMap, problems: &mut Diagnostics) -> Option<Columns> {
    let before = problems.errors();
    let mut id = None;
    let mut others = Vec::new();
    for (key, heading) in &map.columns {
        let Some(index) = position(table, heading, problems) else {
            continue;
        };
        if key.value == "id" {
            id = Some(index);
        } else {
            others.extend(column(index, &key.value, key.at, problems));
        }
    }
    if !map.columns.iter().any(|(key, _)| key.value == "id") {
        problems.push(
            Diagnostic::new(Code::MissingKey, "the map says no column for `id`")
                .at(map.at, "")
                .help("say which column tells the editions apart, such as `id: Council`; ids are made of what stands in it"),
        );
    }
    Some(Columns {
        id: id?,
        makes_ids: true,
        others,
        lost_some: problems.errors() > before,
    })
}

/// The column of a heading, in capitals or not, on one line or more.
fn position(
    table: &table::Table,
    heading: &Located<String>,
    problems: &mut Diagnostics,
) -> Option<usize> {
    let simple = |text: &str| table::one_line(text).to_lowercase();
    let found: Vec<usize> = (0..table.headings.len())
        .filter(|index| simple(&table.headings[*index].text) == simple(&heading.value))
        .collect();
    let mut diagnostic = match found.as_slice() {
        [one] => return Some(*one),
        [] => {
            let known: Vec<String> = table
                .headings
                .iter()
                .map(|heading| table::one_line(&heading.text))
                .filter(|text| !text.is_empty())
                .collect();
            Diagnostic::new(
                Code::UnknownName,
                format!("the table has no column `{}`", heading.value),
            )
            .at(heading.at, "")
            .suggest(&heading.value, known.iter().map(String::as_str))
        }
        [first, ..] => Diagnostic::new(
            Code::DuplicateKey,
            format!("two columns have the heading `{}`", heading.value),
        )
        .at(heading.at, "")
        .at(table.headings[*first].at, "this is one")
        .at(table.headings[found[1]].at, "this is the other")
        .help("give one of them another heading"),
    };
    if found.is_empty()
        && let Some(first) = table.headings.first()
    {
        diagnostic = diagnostic
            .at(first.at, "these are its headings")
            .help("if they stand lower, say in which row: `heading_row: 3`");
    }
    problems.push(diagnostic);
    None
}

/// What to say of a table without the column `id`: mostly it was saved in another form.
fn without_ids(table: &table::Table, first: &table::Cell) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::MissingKey, "the table of editions has no column `id`")
        .at(first.at, "the heading row");
    let separator = first.text.chars().find(|c| matches!(c, ';' | '\t'));
    let nearly = table
        .headings
        .iter()
        .find(|heading| heading.text.eq_ignore_ascii_case("id"));
    match (separator, nearly) {
        (Some(';'), _) => diagnostic.help("its cells are divided by semicolons: save it as CSV with commas"),
        (Some(_), _) => diagnostic.help("its cells are divided by tabs: name it editions.tsv, or save it as CSV with commas"),
        (None, Some(nearly)) => diagnostic.help(format!("write `id` for `{}`, in small letters", nearly.text)),
        (None, None) => diagnostic.help("give each edition an id in a column `id`: small letters, digits and hyphens, such as `north-vale`"),
    }
}

/// Whether no column before this one has the same heading: the cells of one of the two would be lost.
fn is_first(
    table: &table::Table,
    index: usize,
    heading: &table::Cell,
    problems: &mut Diagnostics,
) -> bool {
    let Some(first) = table.headings[..index]
        .iter()
        .find(|other| other.text == heading.text)
    else {
        return true;
    };
    problems.push(
        Diagnostic::new(
            Code::DuplicateKey,
            format!("two columns have the heading `{}`", heading.text),
        )
        .at(heading.at, format!("column {}", table::column_name(index)))
        .at(first.at, "first here")
        .help("keep one of the two"),
    );
    false
}

/// The column of a key, which stands in the heading itself or in a map.
fn column(index: usize, key: &str, at: Span, problems: &mut Diagnostics) -> Option<Column> {
    let mut path = Vec::new();
    let mut kind = Kind::Record(&shape::EDITION);
    let mut language = None;
    for part in key.split('.') {
        let unknown = |known: Vec<&str>| {
            Diagnostic::new(
                Code::UnknownKey,
                format!("no key `{part}` for the column `{key}`"),
            )
            .at(at, format!("column {}", table::column_name(index)))
            .suggest(part, known)
        };
        match kind {
            Kind::Record(record) | Kind::Whole(record) => {
                if let Some(key) = record.key(part) {
                    kind = key.kind;
                    path.push(Step::Key(part.to_owned()));
                } else {
                    problems.push(unknown(record.all_keys().map(|key| key.name).collect()));
                    return None;
                }
            }
            Kind::Named(naming, inner) => {
                if let Naming::Among(names) = naming
                    && !names.contains(&part)
                {
                    problems.push(unknown(names.to_vec()));
                    return None;
                }
                kind = *inner;
                path.push(Step::Key(part.to_owned()));
            }
            Kind::Things(record) => {
                kind = Kind::Record(record);
                path.push(Step::Thing(part.to_owned()));
            }
            _ if language.is_none() && kind.is_words() && is_language(part) => {
                language = Some(part.to_owned());
            }
            _ => {
                problems.push(
                    unknown(Vec::new())
                        .help("a column's heading ends with a key that takes a text"),
                );
                return None;
            }
        }
    }
    let is_group = match kind {
        // A plain text may stand for all of it.
        Kind::Record(record) => record.short_form.is_none(),
        Kind::Named(..) | Kind::Things(_) => true,
        _ => false,
    };
    if is_group {
        problems.push(
            Diagnostic::new(
                Code::UnknownKey,
                format!("the column `{key}` names a group of keys"),
            )
            .at(at, format!("column {}", table::column_name(index)))
            .help("name the key, too, with a dot between: contacts.duty-team.phone"),
        );
        return None;
    }
    Some(Column {
        index,
        path,
        kind,
        language,
    })
}
