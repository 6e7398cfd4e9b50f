//! Editions from the rows of a table.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Layer;
use super::conform::{conform, is_language, is_slug, slug};
use super::layer::PACK_ID;
use super::read::extends_of;
use super::shape::{self, Kind, Naming};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileId};
use crate::source::{Entry, Node, Sources, Value, table};

/// A column whose heading is understood: the keys on the way, each with the kind of what stands there.
struct Column {
    index: usize,
    path: Vec<Step>,
    kind: Kind,
    /// The language that the heading names: `name.cy`.
    language: Option<String>,
}

enum Step {
    Key(String),
    Thing(String),
}

/// Makes a layer of each row.
pub(super) fn layers(file: FileId, sources: &Sources, problems: &mut Diagnostics) -> Vec<Layer> {
    let text = Arc::clone(&sources.file(file).text);
    let table = table::parse(&text, file, problems);
    let Some(id_column) = table
        .headings
        .iter()
        .position(|heading| heading.text == "id")
    else {
        if let Some(first) = table.headings.first() {
            problems.push(without_ids(&table, first));
        }
        return Vec::new();
    };
    let columns: Vec<Column> = table
        .headings
        .iter()
        .enumerate()
        .filter(|(index, heading)| *index != id_column && !heading.text.is_empty())
        .filter_map(|(index, heading)| {
            is_first(&table, index, heading, problems)
                .then(|| column(index, heading, problems))
                .flatten()
        })
        .collect();

    let mut layers = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let id = &row[id_column.min(row.len() - 1)];
        if !is_slug(&id.text) || id.text == PACK_ID {
            let code = if id.text.is_empty() {
                Code::MissingKey
            } else {
                Code::NotASlug
            };
            let name = row.iter().find(|cell| !cell.text.is_empty()).unwrap_or(id);
            let mut diagnostic = if id.text.is_empty() {
                Diagnostic::new(code, "this row has no id").at(name.at, "")
            } else {
                Diagnostic::new(code, format!("`{}` can't be the id of an edition", id.text)).at(
                    id.at,
                    "ids have small letters, digits and hyphens, and begin with a letter",
                )
            };
            if !slug(&id.text).is_empty() && slug(&id.text) != PACK_ID {
                diagnostic = diagnostic.help(format!("write `{}`", slug(&id.text)));
            }
            problems.push(diagnostic);
            continue;
        }
        let empty = || Node::new(Value::Map(Vec::new()), id.at);
        let mut trees: BTreeMap<Option<&str>, Node> = BTreeMap::from([(None, empty())]);
        for column in &columns {
            let Some(cell) = row.get(column.index).filter(|cell| !cell.text.is_empty()) else {
                continue;
            };
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
            id: id.text.clone(),
            at: id.at,
            extends,
            trees: vec![tree],
            translations,
            accepted: None,
        });
    }
    layers
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
        (Some(_), _) => diagnostic.help("its cells are divided by tabs: save it as CSV with commas"),
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

fn column(index: usize, heading: &table::Cell, problems: &mut Diagnostics) -> Option<Column> {
    let mut path = Vec::new();
    let mut kind = Kind::Record(&shape::EDITION);
    let mut language = None;
    for part in heading.text.split('.') {
        let unknown = |known: Vec<&str>| {
            Diagnostic::new(
                Code::UnknownKey,
                format!("no key `{part}` for the column `{}`", heading.text),
            )
            .at(heading.at, format!("column {}", table::column_name(index)))
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
    if matches!(kind, Kind::Record(_) | Kind::Named(..) | Kind::Things(_)) {
        problems.push(
            Diagnostic::new(
                Code::UnknownKey,
                format!("the column `{}` names a group of keys", heading.text),
            )
            .at(heading.at, format!("column {}", table::column_name(index)))
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

    fn rows(text: &str) -> (Vec<Layer>, Diagnostics) {
        let mut sources = Sources::new();
        let file = sources.add("editions.csv", text);
        let mut problems = Diagnostics::new();
        (layers(file, &sources, &mut problems), problems)
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
