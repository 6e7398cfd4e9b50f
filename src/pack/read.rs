//! From the files of `content/` to layers.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::base_pack::{self, Above, State, Way};
use super::conform::{conform, is_slug, slug};
use super::languages::without_language;
use super::layer::PACK_ID;
use super::shape::{self, Kind, Record};
use super::{Assets, Layer, Pack, assets, tables};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileId, Located, Span};
use crate::source::folder::{self, Folder};
use crate::source::{Entry, Node, Sources, Value, front_matter, yaml};

/// Reads a pack, and what it builds on as it was taken. `None` if there is nothing to go on with; what is wrong is said in `problems`.
pub fn read(content: &Path, sources: &mut Sources, problems: &mut Diagnostics) -> Option<Pack> {
    read_with(content, State::Taken, sources, problems)
}

/// Reads a pack, and what it builds on as it is at hand, taken or not.
pub fn read_at_hand(
    content: &Path,
    sources: &mut Sources,
    problems: &mut Diagnostics,
) -> Option<Pack> {
    read_with(content, State::AtHand, sources, problems)
}

fn read_with(
    content: &Path,
    state: State,
    sources: &mut Sources,
    problems: &mut Diagnostics,
) -> Option<Pack> {
    if !content.is_dir() {
        problems.push(
            Diagnostic::new(
                Code::MissingFile,
                format!("there is no folder {}", folder::display(content)),
            )
            .help("name the folder of the pack with --content")
            .help("or begin a new pack: noticeboard init my-pack"),
        );
        return None;
    }
    let folder = folder::read(content, sources, problems);
    read_files(Some(content), folder, state, sources, problems)
}

/// Reads a pack whose files are in memory already.
pub(crate) fn read_folder(
    folder: Folder,
    sources: &mut Sources,
    problems: &mut Diagnostics,
) -> Option<Pack> {
    read_files(None, folder, State::Taken, sources, problems)
}

/// Reads a pack from its files. `home` is the folder that they lie in, if they lie in one.
fn read_files(
    home: Option<&Path>,
    mut folder: Folder,
    state: State,
    sources: &mut Sources,
    problems: &mut Diagnostics,
) -> Option<Pack> {
    let parts = parts(&mut folder, true, sources, problems);
    let copy = folder.assets.remove(base_pack::COPY_FILE);
    let shown = folder.shown.clone();
    let below = match parts.as_ref().and_then(|parts| parts.extends.as_ref()) {
        None => None,
        Some(extends) => {
            let above = Above {
                extends,
                home,
                shown: &shown,
                lock: parts.as_ref().and_then(|parts| parts.lock.as_deref()),
                copy: copy.as_deref(),
            };
            // Without it, everything would be said to be missing that it gives.
            Some(Way::default().below(&above, state, sources, problems)?)
        }
    };
    let archives = below.iter().flat_map(|below| &below.base.outside);
    for archive in archives {
        // An archive may lie beside pack.yml.
        let path = folder::display(&base_pack::normal(archive));
        if let Some(within) = path.strip_prefix(&shown) {
            folder.assets.remove(within);
        }
    }
    let mut assets = Assets::new(folder.assets, folder.shown);
    stray_assets(&assets, problems);
    let parts = parts?;
    let (mut layers, mut base_pack) = (Vec::new(), None);
    if let Some(below) = below {
        layers = below.layers;
        base_pack = Some(below.base);
        assets = assets.over(below.assets);
    }
    Some(Pack {
        base: parts.base,
        below: layers,
        base_pack,
        editions: parts.editions.into_values().collect(),
        assets,
    })
}

/// What the texts of one pack say.
pub(super) struct Parts {
    /// The pack itself.
    pub base: Layer,
    /// Its editions, by id.
    pub editions: BTreeMap<String, Layer>,
    /// What it builds on.
    pub extends: Option<Arc<Node>>,
    /// What was taken of that.
    pub lock: Option<Arc<Node>>,
}

/// Reads the texts of one pack, with its editions or without. `None` if it has no settings, which has then been said.
pub(super) fn parts(
    folder: &mut Folder,
    with_editions: bool,
    sources: &mut Sources,
    problems: &mut Diagnostics,
) -> Option<Parts> {
    let mut reader = Reader { sources, problems };
    let (base_files, mut edition_files, map) = reader.sort(&folder.texts);

    let settings = base_files.plain.get("pack.yml").copied();
    if settings.is_none() {
        let content = folder.shown.trim_end_matches('/');
        let content = if content.is_empty() { "." } else { content };
        reader.problems.push(
            Diagnostic::new(
                Code::MissingFile,
                format!("there is no pack.yml in {content}"),
            )
            .help("a pack begins with pack.yml: its title and its levels")
            .help("or begin a new pack: noticeboard init my-pack"),
        );
    }
    let tree = reader.layer(&base_files.plain, "pack.yml", &shape::PACK);
    let at = settings.map_or(tree.at, |file| Span {
        file,
        start: 0,
        end: 0,
    });
    let extends = base_pack::extends(&tree);
    let lock = base_files
        .plain
        .get(base_pack::LOCK_FILE)
        .and_then(|&file| reader.yaml(file, &Kind::Record(&shape::LOCK), "the lock"))
        .filter(|node| !node.is_faulty());
    let base = Layer {
        id: PACK_ID.to_owned(),
        at,
        extends: None,
        trees: vec![tree],
        translations: reader.translations(&base_files, "pack.yml", &shape::PACK),
        accepted: reader.accepted(&base_files.plain),
    };

    let mut editions: BTreeMap<String, Layer> = BTreeMap::new();
    if with_editions {
        let map =
            map.and_then(|file| reader.yaml(file, &Kind::Record(&shape::EDITIONS_MAP), "map"));
        // What the map meant can't be known if it is broken; that has been said.
        if !map.as_ref().is_some_and(|map| map.is_faulty()) {
            let rows = tables::layers(folder, map.as_deref(), reader.sources, reader.problems);
            for layer in rows {
                reader.add_row(layer, &mut editions);
            }
        }
    } else {
        edition_files.clear();
    }
    for (id, files) in edition_files {
        reader.add_folder(&id, &files, &mut editions);
    }
    settings?;
    Some(Parts {
        base,
        editions,
        extends,
        lock,
    })
}

/// The file that says what of a layer was looked at.
const ACCEPTED_FILE: &str = "accepted.yml";

/// Files of one layer, by their path in it.
type Files = BTreeMap<String, FileId>;

/// Files of one layer: those that name no language, and those of each language that some name. `email.cy.md` is `email.md` among
/// those of `cy`.
#[derive(Default)]
struct LayerFiles {
    plain: Files,
    by_language: BTreeMap<String, Files>,
}

impl LayerFiles {
    fn insert(&mut self, path: String, language: Option<&str>, file: FileId) {
        match language {
            None => self.plain.insert(path, file),
            Some(language) => self
                .by_language
                .entry(language.to_owned())
                .or_default()
                .insert(path, file),
        };
    }

    /// Some file of it.
    fn any(&self) -> Option<FileId> {
        let named = self.by_language.values().flat_map(Files::values);
        self.plain.values().chain(named).next().copied()
    }
}

struct Reader<'a> {
    sources: &'a mut Sources,
    problems: &'a mut Diagnostics,
}

impl Reader<'_> {
    /// Sorts the texts: those of the pack, those of each edition, and the map of the columns of tables.
    fn sort(
        &mut self,
        texts: &Files,
    ) -> (LayerFiles, BTreeMap<String, LayerFiles>, Option<FileId>) {
        let mut base = LayerFiles::default();
        let mut editions: BTreeMap<String, LayerFiles> = BTreeMap::new();
        let mut map = None;
        for (path, &file) in texts {
            // The map has a name that looks like a language.
            if path == tables::MAP_FILE {
                map = Some(file);
                continue;
            }
            if tables::is_table(path) {
                continue;
            }
            let (path, language) = without_language(path);
            match path.split('/').collect::<Vec<_>>().as_slice() {
                ["editions", id, rest @ ..] if !rest.is_empty() => {
                    if known_place(rest, "edition.yml") {
                        editions.entry((*id).to_owned()).or_default().insert(
                            rest.join("/"),
                            language,
                            file,
                        );
                    } else {
                        self.stray(file, rest, "edition.yml");
                    }
                }
                rest if known_place(rest, "pack.yml") => {
                    base.insert(rest.join("/"), language, file);
                }
                rest => self.stray(file, rest, "pack.yml"),
            }
        }
        (base, editions, map)
    }

    fn stray(&mut self, file: FileId, path: &[&str], settings: &str) {
        let mut places: Vec<&str> = vec![settings, "do-and-dont.md"];
        places.extend(shape::LISTS.iter().map(|(_, name)| *name));
        if settings == "pack.yml" {
            places.extend([
                "editions.csv",
                "editions.tsv",
                "editions.map.yml",
                "editions",
            ]);
        }
        places.extend(["channels", "sections", "assets"]);
        let name = path.first().copied().unwrap_or_default();
        let shown = self.sources.file(file).path.clone();
        let mut diagnostic =
            Diagnostic::new(Code::StrayFile, format!("{shown} is not read by anything"))
                .at(
                    Span {
                        file,
                        start: 0,
                        end: 0,
                    },
                    "",
                )
                .suggest(name, places);
        if folder::has_ending(name, "yaml") {
            diagnostic = diagnostic.help("files of a pack end in .yml");
        }
        self.problems.push(diagnostic);
    }

    fn add_row(&mut self, layer: Layer, editions: &mut BTreeMap<String, Layer>) {
        if let Some(first) = editions.get(&layer.id) {
            self.problems.push(
                Diagnostic::new(
                    Code::DuplicateEdition,
                    format!("two rows have the id `{}`", layer.id),
                )
                .at(layer.at, "again here")
                .at(first.at, "first here")
                .help("give one of them another id"),
            );
            return;
        }
        editions.insert(layer.id.clone(), layer);
    }

    fn add_folder(&mut self, id: &str, files: &LayerFiles, editions: &mut BTreeMap<String, Layer>) {
        let settings = files.plain.get("edition.yml").copied();
        let Some(some_file) = settings.or_else(|| files.any()) else {
            return;
        };
        let at = Span {
            file: some_file,
            start: 0,
            end: 0,
        };
        if !is_slug(id) || id == PACK_ID {
            let mut diagnostic = Diagnostic::new(
                Code::NotASlug,
                format!("the folder `{id}` can't be the id of an edition"),
            )
            .at(at, "");
            let near = slug(id);
            if near == PACK_ID {
                diagnostic =
                    diagnostic.help("`pack` stands for the pack itself: choose another name");
            } else if !near.is_empty() {
                diagnostic = diagnostic.help(format!("name the folder `{near}`"));
            }
            self.problems.push(diagnostic);
            return;
        }
        let row = editions.get(id).cloned();
        let lacks_settings = settings.is_none() && row.is_none();
        if lacks_settings {
            self.problems.push(
                Diagnostic::new(
                    Code::MissingFile,
                    format!("there is no edition.yml in the folder of the edition `{id}`"),
                )
                .at(at, "this file belongs to it")
                .help("write one: it needs the key `name`"),
            );
        }
        let mut tree = self.layer(&files.plain, "edition.yml", &shape::EDITION);
        if lacks_settings {
            // With the file, its name is missing, which has been said.
            let mut entries = tree.entries().to_vec();
            entries.push(entry("name", some_file, Node::faulty(at)));
            tree = Arc::new(Node::new(Value::Map(entries), tree.at));
        }
        let extends = extends_of(&tree);
        let translations = self.translations(files, "edition.yml", &shape::EDITION);
        let accepted = self.accepted(&files.plain);
        let layer = match row {
            Some(mut row) => {
                // What the folder says in a language stands in files of its own: it goes over what the row says.
                for (language, trees) in translations {
                    row.translations.entry(language).or_default().extend(trees);
                }
                row.accepted = accepted;
                row.extends = extends.or(row.extends);
                row.trees.push(tree);
                row
            }
            None => Layer {
                id: id.to_owned(),
                at,
                extends,
                trees: vec![tree],
                translations,
                accepted,
            },
        };
        editions.insert(id.to_owned(), layer);
    }

    /// Makes one tree of the files of each language that files name.
    fn translations(
        &mut self,
        files: &LayerFiles,
        settings: &str,
        record: &'static Record,
    ) -> BTreeMap<String, Vec<Arc<Node>>> {
        files
            .by_language
            .iter()
            .map(|(language, files)| (language.clone(), vec![self.layer(files, settings, record)]))
            .collect()
    }

    /// What of a layer was looked at.
    fn accepted(&mut self, files: &Files) -> Option<Arc<Node>> {
        let file = files.get(ACCEPTED_FILE).copied()?;
        self.yaml(file, &Kind::Record(&shape::ACCEPTED), "accepted")
            .filter(|node| !node.is_faulty())
    }

    /// Makes one tree of the files of a layer.
    fn layer(&mut self, files: &Files, settings: &str, record: &'static Record) -> Arc<Node> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut at = files.values().next().map_or(
            Span {
                file: FileId(0),
                start: 0,
                end: 0,
            },
            |&file| Span {
                file,
                start: 0,
                end: 0,
            },
        );
        if let Some(&file) = files.get(settings) {
            at = Span {
                file,
                start: 0,
                end: 0,
            };
            match self.yaml(file, &Kind::Record(record), settings) {
                // What is needed may stand in the lines that can't be understood, and so may what it builds on.
                Some(tree) if tree.is_faulty() => entries.extend(
                    record
                        .all_keys()
                        .filter(|key| key.needed || key.name == "extends")
                        .map(|key| entry(key.name, file, Node::faulty(at))),
                ),
                Some(tree) => entries.extend(tree.entries().iter().cloned()),
                None => {}
            }
        }
        for (key, name) in shape::LISTS {
            let Some(&file) = files.get(*name) else {
                continue;
            };
            let Some(kind) = record.key(key).map(|key| key.kind) else {
                continue;
            };
            let Some(node) = self.yaml(file, &kind, key) else {
                continue;
            };
            if let Some(other) = entries.iter().find(|entry| &*entry.key == *key) {
                self.problems.push(
                    Diagnostic::new(Code::DuplicateKey, format!("`{key}` stands in two places"))
                        .at(other.at, format!("here and in {name}"))
                        .help(format!("keep all of it in {name}")),
                );
                continue;
            }
            entries.push(entry(key, file, node));
        }
        if let Some(&file) = files.get("do-and-dont.md") {
            let node = self.markdown(file, &shape::DO_AND_DONT);
            entries.push(entry("do_and_dont", file, node));
        }
        for (key, record) in [("channels", &shape::CHANNEL), ("sections", &shape::SECTION)] {
            let things = self.folder(files, key, record);
            if !things.is_empty() {
                let at = things[0].at;
                entries.push(Entry {
                    key: key.into(),
                    at,
                    node: Arc::new(Node::new(Value::Map(things), at)),
                });
            }
        }
        Arc::new(Node::new(Value::Map(entries), at))
    }

    fn folder(&mut self, files: &Files, key: &'static str, record: &'static Record) -> Vec<Entry> {
        let mut things: Vec<Entry> = Vec::new();
        for (path, &file) in files {
            let Some(name) = path
                .strip_prefix(key)
                .and_then(|rest| rest.strip_prefix('/'))
            else {
                continue;
            };
            let Some(name) = name.strip_suffix(".md") else {
                continue;
            };
            let (number, id) = if key == "sections" {
                numbered(name)
            } else {
                (None, name)
            };
            let at = Span {
                file,
                start: 0,
                end: 0,
            };
            if !is_slug(id) {
                let mut diagnostic = Diagnostic::new(
                    Code::NotASlug,
                    format!("`{name}.md` can't be the file of {}", record.name),
                )
                .at(
                    at,
                    "its name has small letters, digits and hyphens, and begins with a letter",
                );
                if !slug(id).is_empty() {
                    diagnostic = diagnostic.help(format!("rename it to `{}.md`", slug(id)));
                }
                self.problems.push(diagnostic);
                continue;
            }
            if let Some(first) = things.iter().find(|entry| &*entry.key == id) {
                self.problems.push(
                    Diagnostic::new(
                        Code::DuplicateId,
                        format!("two files of {key} have the id `{id}`"),
                    )
                    .at(at, "this is one")
                    .at(first.at, "this is the other")
                    .help("rename one of them; the number before the id doesn't tell them apart"),
                );
                continue;
            }
            let node = self.markdown(file, record);
            let node = match number {
                Some(number) if !node.is_faulty() && node.get("number").is_none() => {
                    let mut entries = node.entries().to_vec();
                    entries.push(entry(
                        "number",
                        file,
                        Arc::new(Node::new(Value::Scalar(number.into()), at)),
                    ));
                    Arc::new(Node::new(Value::Map(entries), node.at))
                }
                _ => node,
            };
            things.push(entry(id, file, node));
        }
        things
    }

    /// A file of YAML. `None` if it holds only comments: then it says nothing, as yet.
    fn yaml(&mut self, file: FileId, kind: &Kind, key: &str) -> Option<Arc<Node>> {
        let text = Arc::clone(&self.sources.file(file).text);
        if says_nothing(&text) {
            return None;
        }
        let node = yaml::parse(&text, file, 0, self.problems)
            .and_then(|node| conform(&node, kind, key, self.sources, self.problems));
        Some(node.unwrap_or_else(|| Node::faulty(Span::new(file, 0..0))))
    }

    fn markdown(&mut self, file: FileId, record: &'static Record) -> Arc<Node> {
        self.sound_markdown(file, record)
            .unwrap_or_else(|| Node::faulty(Span::new(file, 0..0)))
    }

    fn sound_markdown(&mut self, file: FileId, record: &'static Record) -> Option<Arc<Node>> {
        let text = Arc::clone(&self.sources.file(file).text);
        let parts = front_matter::split(&text, file, self.problems)?;
        let at = Span::new(file, parts.yaml.clone());
        let mut entries = Vec::new();
        let yaml = &text[parts.yaml.clone()];
        if !says_nothing(yaml) {
            let node = yaml::parse(yaml, file, parts.yaml.start, self.problems)?;
            let node = conform(
                &node,
                &Kind::Record(record),
                record.name,
                self.sources,
                self.problems,
            )?;
            entries.extend(node.entries().iter().cloned());
        }
        let body = &text[parts.body.clone()];
        if parts.yaml.is_empty() && begins_with_key(body, record) {
            self.problems.push(
                Diagnostic::new(
                    Code::FrontMatter,
                    "this file begins with keys, and not with `---`",
                )
                .at(Span::new(file, 0..0), "")
                .help("put a line with only `---` before the first key, and one after the last"),
            );
            return None;
        }
        if let Some(entry) = entries.iter().find(|entry| &*entry.key == "body") {
            self.problems.push(
                Diagnostic::new(
                    Code::UnknownKey,
                    format!("{} has no key `body`", record.name),
                )
                .at(entry.at, "")
                .help("write it below the front matter, as Markdown"),
            );
            entries.retain(|entry| &*entry.key != "body");
        }
        if !body.trim().is_empty() {
            let at = Span::new(file, parts.body);
            let stretch = Arc::new(Node::new(Value::Scalar(body.into()), at));
            entries.push(Entry {
                key: "body".into(),
                at,
                node: Arc::new(Node::new(Value::List(vec![stretch]), at)),
            });
        }
        Some(Arc::new(Node::new(Value::Map(entries), at)))
    }
}

fn entry(key: &str, file: FileId, node: Arc<Node>) -> Entry {
    Entry {
        key: key.into(),
        at: Span {
            file,
            start: 0,
            end: 0,
        },
        node,
    }
}

/// Whether YAML holds only comments and blank lines.
fn says_nothing(yaml: &str) -> bool {
    yaml.lines()
        .all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

/// Whether a body begins with one of the keys that belong above it.
fn begins_with_key(body: &str, record: &Record) -> bool {
    body.trim_start()
        .split_once(':')
        .is_some_and(|(key, _)| record.key(key).is_some())
}

/// What an edition says it extends.
pub(super) fn extends_of(tree: &Node) -> Option<Located<String>> {
    let node = tree.get("extends")?;
    let id = node.scalar()?;
    (!id.is_empty()).then(|| Located::new(id.to_string(), node.at))
}

/// Whether a text at this place of a layer is read.
fn known_place(path: &[&str], settings: &str) -> bool {
    match path {
        [name] => {
            *name == settings
                || *name == "do-and-dont.md"
                || *name == ACCEPTED_FILE
                || (*name == base_pack::LOCK_FILE && settings == "pack.yml")
                || shape::LISTS.iter().any(|(_, list)| list == name)
        }
        ["channels" | "sections", name] => folder::has_ending(name, "md"),
        _ => false,
    }
}

/// `20-law` is section `law`, number 20.
fn numbered(name: &str) -> (Option<&str>, &str) {
    match name.split_once('-') {
        Some((number, id))
            if !number.is_empty()
                && number.len() <= 6
                && number.bytes().all(|b| b.is_ascii_digit()) =>
        {
            (Some(number), id)
        }
        _ => (None, name),
    }
}

/// Files that lie where assets don't belong.
fn stray_assets(assets: &Assets, problems: &mut Diagnostics) {
    for path in assets.paths() {
        let parts: Vec<&str> = path.split('/').collect();
        let fine = match parts.as_slice() {
            ["assets" | assets::FONTS, ..] => true,
            ["editions", _, rest @ ..] => {
                matches!(rest, [_] | ["assets" | assets::FONTS, ..])
                    && !folder::has_ending(path, "yaml")
            }
            _ => false,
        };
        if !fine {
            problems.push(
                Diagnostic::new(Code::StrayFile, format!("{}{path} is not read by anything", assets.shown()))
                    .help("pictures and attachments belong into a folder `assets`; texts end in .md or .yml"),
            );
        }
    }
}
