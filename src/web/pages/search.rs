//! Search, and the list from A to Z.

use serde::Serialize;

use crate::build::Artifact;
use crate::diagnostic::Diagnostics;
use crate::web::address::Address;
use crate::web::assets::Asset;
use crate::web::search::{self, Letter};
use crate::web::site::{Head, Page};

/// What the page shows, under `search`.
#[derive(Debug, Serialize)]
struct Search {
    /// The scripts that search, in their order: the theme's, and before it the index.
    scripts: Vec<String>,
    /// "{count} results", where the script puts the number for `{count}`.
    count: String,
    /// What can be looked up from A to Z.
    letters: Vec<Letter>,
}

/// The page, and the index that its script looks through.
pub(super) fn make(page: &Page<'_>, problems: &mut Diagnostics) -> Vec<Artifact> {
    let words = &page.site.words;
    let entries = search::entries(page);
    let index = Asset::new("index", "js", search::script(&entries).into_bytes());
    let script = &page.site.assets.design.search_script;
    let view = Search {
        scripts: [&index, script]
            .map(|script| page.link(&script.address))
            .into(),
        count: words.format("search_count", &[("count", "{count}".into())]),
        letters: search::letters(&entries, &page.site.edition.language),
    };
    let head = Head {
        template: "search",
        title: page.site.name(&Address::Search),
        description: Some(words.get("search_summary")),
    };
    let mut artifacts: Vec<Artifact> = page
        .render(head, "search", &view, problems)
        .into_iter()
        .collect();
    artifacts.push(index.artifact());
    artifacts
}
