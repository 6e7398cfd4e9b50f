//! JSON Schemas of the files of a pack, from the declarations in [`shape`]: for editors that complete and check as one types.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::shape::{self, Key, Kind, Naming, Record};

/// The schemas of all kinds of files, by the names of their own files.
pub fn schemas() -> BTreeMap<&'static str, String> {
    let mut schemas = BTreeMap::new();
    for (name, kind, title) in [
        ("pack", Kind::Record(&shape::PACK), "pack.yml"),
        ("edition", Kind::Record(&shape::EDITION), "edition.yml"),
        (
            "channel",
            Kind::Record(&shape::CHANNEL),
            "the head of channels/*.md",
        ),
        (
            "section",
            Kind::Record(&shape::SECTION),
            "the head of sections/*.md",
        ),
        (
            "do-and-dont",
            Kind::Record(&shape::DO_AND_DONT),
            "the head of do-and-dont.md",
        ),
        ("accepted", Kind::Record(&shape::ACCEPTED), "accepted.yml"),
        (
            "editions.map",
            Kind::Record(&shape::EDITIONS_MAP),
            "editions.map.yml",
        ),
    ] {
        schemas.insert(name, whole(&kind, title));
    }
    for (key, file) in shape::LISTS {
        if let Some(key) = shape::PACK.key(key) {
            schemas.insert(key.name, whole(&key.kind, file));
        }
    }
    schemas
}

fn whole(kind: &Kind, title: &str) -> String {
    let mut parts = Parts::default();
    let mut schema = parts.kind(kind);
    schema.insert(
        "$schema".to_owned(),
        json!("http://json-schema.org/draft-07/schema#"),
    );
    schema.insert("title".to_owned(), json!(title));
    if !parts.definitions.is_empty() {
        schema.insert("definitions".to_owned(), Value::Object(parts.definitions));
    }
    format!("{:#}\n", Value::Object(schema))
}

/// A text. What looks like a number or a switch to YAML is a text here.
fn plain() -> Value {
    json!({ "type": ["string", "number", "boolean"] })
}

/// The records that a schema speaks of, each said once.
#[derive(Default)]
struct Parts {
    definitions: Map<String, Value>,
}

impl Parts {
    fn kind(&mut self, kind: &Kind) -> Map<String, Value> {
        let schema = match kind {
            Kind::Record(record) | Kind::Whole(record) => json!({ "$ref": self.record(record) }),
            Kind::Named(naming, inner) => {
                let inner = Value::Object(self.kind(inner));
                match naming {
                    Naming::Among(names) => json!({
                        "type": "object",
                        "propertyNames": { "enum": names },
                        "additionalProperties": inner,
                    }),
                    Naming::Slug | Naming::Term | Naming::Key => json!({
                        "type": "object",
                        "additionalProperties": inner,
                    }),
                }
            }
            Kind::List(inner) => json!({ "type": "array", "items": self.kind(inner) }),
            Kind::Things(record) => {
                json!({ "type": "array", "items": { "$ref": self.record(record) } })
            }
            // A text may be said in several languages.
            Kind::Plain | Kind::Text | Kind::Blocks | Kind::Address | Kind::Email | Kind::File => {
                json!({ "anyOf": [
                    plain(),
                    {
                        "type": "object",
                        "propertyNames": { "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$" },
                        "additionalProperties": plain(),
                    },
                ] })
            }
            Kind::Body => json!(false),
            Kind::Slug => json!({ "type": "string", "pattern": "^[a-z][a-z0-9-]*$" }),
            Kind::Date => json!({ "type": "string", "format": "date" }),
            Kind::Colour => json!({ "type": "string", "pattern": "^#[0-9a-fA-F]{6}$" }),
            Kind::Switch => json!({ "type": "boolean" }),
            Kind::Number => json!({ "type": "integer", "minimum": 0 }),
            Kind::Distance => json!({ "type": "string", "pattern": "^[0-9.]+ ?m$" }),
            Kind::Language => json!({ "type": "string" }),
            Kind::Choice(words) => json!({ "enum": words }),
            Kind::Inks => json!({
                "type": "array",
                "items": { "type": "number", "minimum": 0, "maximum": 100 },
                "minItems": 4,
                "maxItems": 4,
            }),
        };
        match schema {
            Value::Object(map) => map,
            // Nothing may stand here: a body is what follows the head.
            _ => Map::from_iter([("not".to_owned(), json!({}))]),
        }
    }

    /// Where the schema of a record stands.
    fn record(&mut self, record: &'static Record) -> String {
        let name = record.name.replace(' ', "-");
        let place = format!("#/definitions/{name}");
        if self.definitions.contains_key(&name) {
            return place;
        }
        // It may speak of itself: then it finds its place taken.
        self.definitions.insert(name.clone(), Value::Null);
        let mut properties = Map::new();
        for key in record
            .all_keys()
            .filter(|key| !matches!(key.kind, Kind::Body))
        {
            properties.insert(key.name.to_owned(), self.key(key));
        }
        // What is needed may come from below, so that nothing is required but the id of a thing.
        let needed: Vec<&str> = record.key("id").map(|key| key.name).into_iter().collect();
        let map = json!({
            "type": "object",
            "properties": properties,
            "required": needed,
            "additionalProperties": false,
        });
        let schema = match record.short_form.and_then(|name| record.key(name)) {
            // What stands for a thing as a whole is said in one language: a map would be the thing itself.
            Some(key) if key.kind.is_words() => json!({ "anyOf": [plain(), map] }),
            Some(key) => json!({ "anyOf": [self.kind(&key.kind), map] }),
            None => map,
        };
        self.definitions.insert(name, schema);
        place
    }

    fn key(&mut self, key: &'static Key) -> Value {
        let schema = self.kind(&key.kind);
        // Beside a reference, nothing else is read in this version of JSON Schema.
        if schema.contains_key("$ref") {
            return json!({ "allOf": [schema], "description": key.about });
        }
        let mut schema = schema;
        schema.insert("description".to_owned(), json!(key.about));
        Value::Object(schema)
    }
}
