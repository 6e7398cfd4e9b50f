//! The edition as a whole.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::context::{Context, ParsedTexts};
use super::fields::{self, Fields};
use super::{handbook, parts, poster_changes, posters, readers, rooms};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::edition::Alphabet;
use crate::edition::model::{
    Accessibility, Audience, Branding, Contact, DocumentControl, Download, Edition, GlossaryEntry,
    HandbookSettings, PosterChanges, PosterSettings, Source, Text, Worry,
};
use crate::edition::resolve::Resolved;
use crate::markdown::Block;
use crate::pack::{Assets, Layer, id_of};
use crate::source::{Entry, Node, Sources};

/// The lists whose things can be linked to by id.
const LINKED: &[&str] = &["contacts", "glossary", "sources", "downloads"];
/// The theme of an edition that names none.
const DEFAULT_THEME: &str = "default";

/// Reads an edition. `None` if what makes an edition is missing, which has been said.
pub(crate) fn edition(
    layer: &Layer,
    resolved: &Resolved,
    sources: &Sources,
    assets: &Assets,
    parsed: &ParsedTexts,
    problems: &mut Diagnostics,
) -> Option<Edition> {
    let tree = &resolved.tree;
    let mut gone = resolved.gone.clone();
    // Levels that some layer below had and a later one removed are known, too: their statements go with them.
    gone.retain(|(list, id)| !(list == "levels" && has(tree, "levels", id)));
    let mut cx = Context {
        edition: &layer.id,
        language: &resolved.language,
        foreign: BTreeMap::new(),
        sources,
        assets,
        parsed,
        terms: BTreeMap::new(),
        known: known(tree),
        unreadable: rooms()
            .filter(|list| tree.get(list).is_some_and(|node| node.is_faulty()))
            .collect(),
        gone: &gone,
        pictures: BTreeMap::new(),
        problems,
    };
    let root = Fields::new(tree, format!("the edition `{}`", layer.id), layer.at);
    terms(&root, &mut cx);

    let title = root.need("title", &mut cx);
    let name = root.need("name", &mut cx);
    let levels: Vec<_> = root
        .items("levels")
        .iter()
        .filter_map(|node| parts::level(node, &mut cx))
        .map(Arc::new)
        .collect();
    if levels.is_empty() {
        root.missing("levels", &mut cx);
    }
    let channels: Vec<_> = in_order(&root, "channels", &mut cx)
        .into_iter()
        .filter_map(|entry| rooms::channel(entry, &levels, &mut cx))
        .collect();
    let sections: Vec<_> = in_order(&root, "sections", &mut cx)
        .into_iter()
        .filter_map(|entry| rooms::section(entry, &mut cx))
        .collect();
    let do_and_dont = tree
        .entries()
        .iter()
        .find(|entry| &*entry.key == "do_and_dont")
        .and_then(|entry| rooms::do_and_dont(entry, &mut cx));

    let values = Values::read(&root, layer, &mut cx);
    // Everything is read, and said, before what is missing ends it.
    let (title, name) = (title?, name?);
    let mut edition = Edition {
        id: layer.id.clone(),
        at: layer.at,
        chain: resolved.chain.clone(),
        folder: root
            .word("folder")
            .map_or_else(|| layer.id.clone(), |folder| folder.value),
        title,
        summary: values.summary,
        audience: values.audience,
        welcome: values.welcome,
        name,
        short_name: values.short_name,
        region: values.region,
        url: url(&root),
        language: resolved.language.to_string(),
        languages: resolved.languages.clone(),
        partly: root
            .words("partly")
            .into_iter()
            .map(|language| language.value)
            .collect(),
        foreign: std::mem::take(&mut cx.foreign),
        theme: root
            .word("theme")
            .unwrap_or_else(|| Located::new(DEFAULT_THEME.to_owned(), layer.at)),
        branding: values.branding,
        posters: values.posters,
        poster_changes: values.poster_changes,
        handbook: values.handbook,
        levels,
        labels: values.labels,
        worries: values.worries,
        exit_page: readers::exit_page(&root),
        allowed_links: readers::allowed_links(&root),
        offline: root.switch("offline"),
        local_advice: None,
        audiences: values.audiences,
        do_and_dont,
        channels,
        sections,
        contacts: values.contacts,
        glossary: values.glossary,
        sources: values.sources,
        downloads: values.downloads,
        document: values.document,
        accessibility: values.accessibility,
        terms: std::mem::take(&mut cx.terms),
        pictures: std::mem::take(&mut cx.pictures),
        values: Arc::clone(tree),
    };
    within_its_edition(&mut edition);
    Some(edition)
}

/// Each language but the main one has a folder of its own within the edition's.
fn within_its_edition(edition: &mut Edition) {
    let Some(folder) = edition.folder_of(&edition.language) else {
        return;
    };
    edition.folder = format!("{}/{folder}", edition.folder);
    if let Some(url) = &mut edition.url {
        url.value.push_str(&folder);
        url.value.push('/');
    }
}

/// What an edition says besides its channels and sections.
struct Values {
    summary: Option<Text>,
    audience: Option<Located<String>>,
    welcome: Vec<Block>,
    short_name: Option<Located<String>>,
    region: Option<Located<String>>,
    branding: Branding,
    posters: PosterSettings,
    poster_changes: PosterChanges,
    handbook: HandbookSettings,
    labels: BTreeMap<String, Located<String>>,
    worries: Vec<Worry>,
    audiences: Vec<Audience>,
    contacts: Vec<Contact>,
    glossary: Vec<GlossaryEntry>,
    sources: Vec<Source>,
    downloads: Vec<Download>,
    document: DocumentControl,
    accessibility: Accessibility,
}

impl Values {
    fn read(root: &Fields<'_>, layer: &Layer, cx: &mut Context<'_>) -> Self {
        let mut contacts: Vec<_> = root
            .items("contacts")
            .iter()
            .filter_map(|node| parts::contact(node, cx))
            .collect();
        contacts.sort_by_key(|contact| contact.urgency);
        let mut glossary: Vec<_> = root
            .items("glossary")
            .iter()
            .filter_map(|node| parts::glossary_entry(node, cx))
            .collect();
        let alphabet = Alphabet::of(cx.language);
        glossary.sort_by(|a, b| {
            let by_term = alphabet.compare(&a.term.value, &b.term.value);
            by_term.then_with(|| a.id.cmp(&b.id))
        });
        let labels = root
            .get("labels")
            .map(|labels| labels.entries())
            .unwrap_or_default();
        Self {
            summary: root.text("summary", cx),
            audience: root.plain("audience", cx),
            welcome: root.blocks("welcome", cx),
            short_name: root.plain("short_name", cx),
            region: root.plain("region", cx),
            branding: parts::branding(root, layer.at, cx),
            posters: posters::read(root, cx),
            poster_changes: poster_changes::read(root, cx),
            handbook: handbook::read(root, cx),
            // A heading in another language would stand in place of the theme's, which has it in this one.
            labels: labels
                .iter()
                .filter_map(|entry| {
                    let is_ours = cx.foreign_language(&entry.node).is_none();
                    is_ours
                        .then(|| fields::plain(&entry.node, cx))?
                        .map(|label| (entry.key.to_string(), label))
                })
                .collect(),
            worries: root
                .items("worries")
                .iter()
                .filter_map(|node| readers::worry(node, cx))
                .collect(),
            audiences: root
                .items("audiences")
                .iter()
                .filter_map(|node| readers::audience(node, cx))
                .collect(),
            contacts,
            glossary,
            sources: root
                .items("sources")
                .iter()
                .filter_map(|node| parts::source(node, cx))
                .collect(),
            downloads: root
                .items("downloads")
                .iter()
                .filter_map(|node| parts::download(node, cx))
                .collect(),
            document: parts::document(root, cx),
            accessibility: parts::accessibility(root, cx),
        }
    }
}

/// Where the edition is published, ending in `/`.
fn url(root: &Fields<'_>) -> Option<Located<String>> {
    let mut url = root.word("url")?;
    if !url.value.ends_with('/') {
        url.value.push('/');
    }
    Some(url)
}

fn has(tree: &Node, list: &str, id: &str) -> bool {
    tree.get(list).is_some_and(|list| {
        list.items()
            .iter()
            .any(|item| id_of(item).is_some_and(|(other, _)| other == id))
    })
}

/// The keys of everything that can be named from elsewhere.
fn rooms() -> impl Iterator<Item = &'static str> {
    ["channels", "sections", "levels", "audiences"]
        .into_iter()
        .chain(LINKED.iter().copied())
}

/// Everything that can be named from elsewhere.
fn known(tree: &Node) -> BTreeSet<(&'static str, String)> {
    let mut known = BTreeSet::new();
    for list in ["channels", "sections"] {
        for entry in tree
            .get(list)
            .map(|node| node.entries())
            .unwrap_or_default()
        {
            known.insert((list, entry.key.to_string()));
        }
    }
    for list in LINKED.iter().copied().chain(["levels", "audiences"]) {
        for item in tree.get(list).map(|node| node.items()).unwrap_or_default() {
            if let Some((id, _)) = id_of(item) {
                known.insert((list, id.to_owned()));
            }
        }
    }
    known
}

/// The words to swap in: the edition's terms, and the names of the board, which need not be said again.
fn terms(root: &Fields<'_>, cx: &mut Context<'_>) {
    let mut terms = BTreeMap::new();
    for (term, key) in [("board", "name"), ("board_short", "short_name")] {
        if let Some(value) = root.word(key).or_else(|| root.word("name")) {
            terms.insert(
                term.to_owned(),
                Located::new(value.value.replace('\'', "’"), value.at),
            );
            if let Some(node) = root.get(key).or_else(|| root.get("name")) {
                cx.note_language(node);
            }
        }
    }
    for entry in root
        .get("terms")
        .map(|node| node.entries())
        .unwrap_or_default()
    {
        // A faulty value, and an empty one, count as said: whoever uses the term is not to blame.
        let words = entry.node.scalar().map_or("", |words| &**words);
        if entry.node.is_faulty() {
            terms.insert(
                entry.key.to_string(),
                Located::new(String::new(), entry.node.at),
            );
            continue;
        }
        if words.trim().is_empty() {
            cx.say(
                Diagnostic::new(
                    Code::EmptyText,
                    format!("the term `{}` has no value", entry.key),
                )
                .at(entry.node.at, "")
                .help("write the words that stand for it"),
            );
        }
        if words.contains("{{") {
            cx.say(
                Diagnostic::new(
                    Code::UnknownTerm,
                    format!("the term `{}` has a term in it", entry.key),
                )
                .at(
                    entry.node.at,
                    "this would stand on pages and posters as it is",
                )
                .help("write the words themselves"),
            );
        }
        cx.note_language(&entry.node);
        terms.insert(
            entry.key.to_string(),
            Located::new(words.trim().replace('\'', "’"), entry.node.at),
        );
    }
    cx.terms = terms;
}

/// Channels or sections as the edition orders them: first those it names, then the others.
fn in_order<'n>(root: &Fields<'n>, list: &'static str, cx: &mut Context<'_>) -> Vec<&'n Entry> {
    let mut entries: Vec<&Entry> = root
        .get(list)
        .map(|node| node.entries())
        .unwrap_or_default()
        .iter()
        .collect();
    // Sections stand by their number; channels as they were read, which is by name.
    entries.sort_by_key(|entry| number(&entry.node));
    let wished = root
        .inner("order")
        .map(|order| order.words(list))
        .unwrap_or_default();
    let mut ordered = Vec::with_capacity(entries.len());
    for id in wished {
        match entries.iter().position(|entry| *entry.key == *id.value) {
            Some(at) => ordered.push(entries.remove(at)),
            None if ordered.iter().any(|entry: &&Entry| *entry.key == *id.value) => cx.say(
                Diagnostic::new(
                    Code::DuplicateId,
                    format!("`{}` stands twice in the order of {list}", id.value),
                )
                .at(id.at, "again here"),
            ),
            None if cx.gone.contains(&(list.to_owned(), id.value.clone())) => {}
            None => cx.unknown_name(list, &id.value, id.at),
        }
    }
    ordered.extend(entries);
    ordered
}

fn number(node: &Node) -> u32 {
    node.get("number")
        .and_then(|number| number.scalar())
        .and_then(|number| number.parse().ok())
        .unwrap_or(u32::MAX)
}
