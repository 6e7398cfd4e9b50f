//! The whole edition as data, `pack.json`, so that other systems can show it again.
//!
//! Comes in: an edition, and what is known of its posters. Goes out: one file with everything that its pages say, terms filled in
//! and overlays merged, and beside it the JSON Schema that describes it. Both are made from the types of [`model`]: what stands
//! there as documentation is what the schema says.

mod model;
mod take;

use super::address::Address;
use super::site::Site;
use crate::build::Artifact;

/// The data of an edition, and their schema.
pub(crate) fn artifacts(site: &Site<'_>) -> Vec<Artifact> {
    // The types hold nothing but texts, numbers, lists and maps with texts as keys: they can always be written.
    let Ok(mut json) = serde_json::to_string_pretty(&take::edition(site)) else {
        return Vec::new();
    };
    json.push('\n');
    vec![
        Artifact::new(Address::Data.path(), json),
        Artifact::new(Address::DataSchema.path(), schema()),
    ]
}

/// The JSON Schema (draft 2020-12) of `pack.json`.
pub fn schema() -> String {
    let schema = schemars::schema_for!(model::EditionData);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
