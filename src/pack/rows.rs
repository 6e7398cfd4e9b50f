//! Editions from the rows of a table.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Layer;
use super::columns::{Column, ColumnMap, Step, columns};
use super::conform::{conform, is_slug, slug};
use super::layer::PACK_ID;
use super::read::extends_of;
use super::shape::{self, Kind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::table::{Cell, Table};
use crate::source::workbook::Sheet;
use crate::source::{Entry, Node, Sources, Value};

/// Makes a layer of each row. `sheet` is the workbook that the table was read from, if it was one.
pub(super) fn layers(
    table: &Table,
    map: Option<&ColumnMap>,
    sheet: Option<&Sheet>,
    sources: &Sources,
    problems: &mut Diagnostics,
) -> Vec<Layer> {
    let Some(columns) = columns(table, map, problems) else {
        return Vec::new();
    };
    let mut layers = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let id = &row[columns.id.min(row.len() - 1)];
        let slugged = slug(&id.text);
        let id_text = if columns.makes_ids {
            &slugged
        } else {
            &id.text
        };
        if !is_slug(id_text) || id_text == PACK_ID {
            problems.push(not_an_id(id, row));
            continue;
        }
        let empty = || Node::new(Value::Map(Vec::new()), id.at);
        let mut trees: BTreeMap<Option<&str>, Node> = BTreeMap::from([(None, empty())]);
        for column in &columns.others {
            let Some(cell) = row.get(column.index).filter(|cell| !cell.text.is_empty()) else {
                continue;
            };
            if let Some(problem) =
                sheet.and_then(|sheet| not_as_meant(cell, column, sheet, sources))
            {
                problems.push(problem);
                continue;
            }
            let value = match column.kind {
                Kind::List(_) | Kind::Inks => Value::List(
                    cell.text
                        .split(';')
                        .map(str::trim)
                        .filter(|part| !part.is_empty())
                        .map(|part| Arc::new(Node::new(Value::Scalar(part.into()), cell.at)))
                        .collect(),
                ),
                _ => Value::Scalar(cell.text.as_str().into()),
            };
            let tree = trees
                .entry(column.language.as_deref())
                .or_insert_with(empty);
            insert(tree, &column.path, Node::new(value, cell.at));
        }
        if columns.lost_some
            && let Some(tree) = trees.get_mut(&None)
        {
            // A column that was misspelt has been said; four hundred rows need not say that they lack it.
            let lacking = shape::EDITION
                .all_keys()
                .filter(|key| key.needed && tree.get(key.name).is_none());
            for key in lacking.map(|key| key.name).collect::<Vec<_>>() {
                let faulty = Node::new(Value::Faulty, id.at);
                insert(tree, &[Step::Key(key.to_owned())], faulty);
            }
        }
        let mut tree = None;
        let mut translations = BTreeMap::new();
        for (language, written) in trees {
            let kind = Kind::Record(&shape::EDITION);
            let sound = conform(&Arc::new(written), &kind, "row", sources, problems);
            match language {
                None => tree = sound,
                Some(language) => {
                    translations.extend(sound.map(|tree| (language.to_owned(), vec![tree])));
                }
            }
        }
        let Some(tree) = tree else {
            continue;
        };
        let extends = extends_of(&tree);
        layers.push(Layer {
            id: id_text.clone(),
            at: id.at,
            extends,
            trees: vec![tree],
            translations,
            accepted: None,
        });
    }
    layers
}

/// What to say of a row whose id is none.
fn not_an_id(id: &Cell, row: &[Cell]) -> Diagnostic {
    let diagnostic = if id.text.is_empty() {
        let name = row.iter().find(|cell| !cell.text.is_empty()).unwrap_or(id);
        Diagnostic::new(Code::MissingKey, "this row has no id").at(name.at, "")
    } else {
        Diagnostic::new(
            Code::NotASlug,
            format!("`{}` can't be the id of an edition", id.text),
        )
        .at(
            id.at,
            "ids have small letters, digits and hyphens, and begin with a letter",
        )
    };
    match slug(&id.text) {
        near if near.is_empty() || near == PACK_ID => diagnostic,
        near => diagnostic.help(format!("write `{near}`")),
    }
}

/// What to say of a cell that a workbook holds otherwise than it was meant.
fn not_as_meant(
    cell: &Cell,
    column: &Column,
    sheet: &Sheet,
    sources: &Sources,
) -> Option<Diagnostic> {
    /// Numbers with more digits are phone numbers; smaller ones are counts and versions.
    const DIGITS: usize = 7;
    let place = sources.cell(cell.at)?;
    let place = (place.row, place.column);
    if sheet.failed.contains(&place) {
        return Some(
            Diagnostic::new(Code::WrongForm, "the formula of this cell fails")
                .at(cell.at, "")
                .help("mend it in the workbook, or write the value itself"),
        );
    }
    let is_long = cell.text.len() >= DIGITS && matches!(column.kind, Kind::Plain);
    (is_long && sheet.numbers.contains(&place)).then(|| {
        Diagnostic::new(
            Code::WrongForm,
            "the workbook keeps this as a number, so a 0 at its beginning is lost",
        )
        .at(cell.at, "")
        .help("format the column as text, and write it again")
    })
}

/// Puts a value into a tree at a path, making what is missing on the way.
fn insert(tree: &mut Node, path: &[Step], value: Node) {
    let at = value.at;
    let Some((step, rest)) = path.split_first() else {
        *tree = value;
        return;
    };
    match step {
        Step::Key(key) => {
            if !matches!(tree.value, Value::Map(_)) {
                tree.value = Value::Map(Vec::new());
            }
            let Value::Map(entries) = &mut tree.value else {
                return;
            };
            let found = entries.iter().position(|entry| *entry.key == **key);
            let index = found.unwrap_or_else(|| {
                entries.push(Entry {
                    key: key.as_str().into(),
                    at,
                    node: Arc::new(Node::new(Value::Empty, at)),
                });
                entries.len() - 1
            });
            insert(Arc::make_mut(&mut entries[index].node), rest, value);
        }
        Step::Thing(id) => {
            if !matches!(tree.value, Value::List(_)) {
                tree.value = Value::List(Vec::new());
            }
            let Value::List(items) = &mut tree.value else {
                return;
            };
            let found = items.iter().position(|item| {
                item.get("id")
                    .and_then(|id| id.scalar())
                    .is_some_and(|text| **text == **id)
            });
            let index = found.unwrap_or_else(|| {
                let id = Entry {
                    key: "id".into(),
                    at,
                    node: Arc::new(Node::new(Value::Scalar(id.as_str().into()), at)),
                };
                // The thing begins before its id, so that it isn't taken for one whose id was made up.
                let mut thing = Node::new(Value::Map(vec![id]), at);
                thing.at.end = thing.at.start;
                items.push(Arc::new(thing));
                items.len() - 1
            });
            insert(Arc::make_mut(&mut items[index]), rest, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::table;

    fn rows(text: &str) -> (Vec<Layer>, Diagnostics) {
        let mut sources = Sources::new();
        let file = sources.add("editions.csv", text);
        let mut problems = Diagnostics::new();
        let table = table::parse(text, file, table::Form::COMMAS, &mut problems);
        let layers = layers(&table, None, None, &sources, &mut problems);
        (layers, problems)
    }

    #[test]
    fn dotted_columns_become_trees_and_blanks_inherit() {
        let (layers, problems) =
            rows("id,name,contacts.duty-team.phone,terms.manager\nash,Ashford,01632 960001,\n");
        assert!(problems.is_empty(), "{problems:?}");
        let tree = &layers[0].trees[0];
        let phone = tree
            .get("contacts")
            .and_then(|c| c.items()[0].get("phone").cloned())
            .expect("there");
        assert_eq!(phone.scalar().map(|s| &**s), Some("01632 960001"));
        assert!(tree.get("terms").is_none());
    }

    #[test]
    fn tables_that_were_saved_in_another_form_are_explained() {
        for (text, help) in [
            ("id;name\nash;Ash\n", "semicolons"),
            ("id\tname\nash\tAsh\n", "tabs"),
            ("Id,Name\nash,Ash\n", "write `id` for `Id`"),
            ("name\nAsh\n", "column `id`"),
        ] {
            let (layers, problems) = rows(text);
            assert!(layers.is_empty());
            let said: Vec<_> = problems.iter().flat_map(|problem| &problem.help).collect();
            assert!(said.len() == 1 && said[0].contains(help), "{said:?}");
        }
    }

    #[test]
    fn two_columns_of_one_heading_are_said() {
        let (_, problems) = rows("id,name,name\nash,Ash,Elm\n");
        let codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, [Code::DuplicateKey]);
    }

    #[test]
    fn faulty_headings_and_cells_are_said_where_they_stand() {
        let (layers, problems) = rows("id,nmae,branding.primary\nash,A,red\nBad Id,B,\n");
        let said: Vec<_> = problems
            .iter()
            .map(|d| (d.code, d.labels[0].at.start))
            .collect();
        assert_eq!(
            said,
            [
                (Code::UnknownKey, 3),
                (Code::WrongForm, 31),
                (Code::NotASlug, 35)
            ]
        );
        assert_eq!(layers.len(), 1);
    }
}
