//! `noticeboard explain`: where what an edition says comes from.

use std::fmt::Write as _;
use std::process::ExitCode;

use super::arguments::Explain;
use super::terminal;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{Edition, editions};
use crate::explain::{Account, Leaf, Places, Saying, account, leaves};
use crate::pack::{self, PACK_ID, Pack, is_edition};
use crate::source::{Node, Sources, Value};

/// How wide the text of a value in the tree is: what is longer is cut.
const WIDTH: usize = 60;

pub(super) fn run(arguments: &Explain) -> ExitCode {
    let mut sources = Sources::new();
    let mut problems = Diagnostics::new();
    let pack = pack::read(&arguments.places.content, &mut sources, &mut problems);
    let all = pack
        .as_ref()
        .map(|pack| editions(pack, &sources, &mut problems))
        .unwrap_or_default();
    let count = all.iter().filter(|edition| edition.is_main()).count();
    let mut problems = problems.tidied(count);
    let mut text = None;
    if let Some(pack) = &pack {
        match asked(arguments, pack, &all, &problems) {
            Ok(Some(edition)) => match explained(arguments, pack, edition, &sources) {
                Ok(said) => text = Some(said),
                Err(problem) => problems.push(problem),
            },
            // Why it can't be read has been said.
            Ok(None) => {}
            Err(problem) => problems.push(problem),
        }
    }
    terminal::problems(&problems, &sources, arguments.printing.color);
    if let Some(text) = text {
        terminal::page(&text);
    }
    ExitCode::from(terminal::exit_code(&problems))
}

/// The edition that is asked for, in the language that is asked for. None if it is there and can't be read.
fn asked<'e>(
    arguments: &Explain,
    pack: &Pack,
    all: &'e [Edition],
    problems: &Diagnostics,
) -> Result<Option<&'e Edition>, Diagnostic> {
    let id = &arguments.edition;
    let of_id: Vec<&Edition> = all.iter().filter(|edition| edition.id == *id).collect();
    if of_id.is_empty() {
        let missing = pack.lacks_edition(id, &arguments.places.content, problems);
        return missing.map_or(Ok(None), Err);
    }
    let spoken = |edition: &&&Edition| match &arguments.language {
        Some(language) => edition.language == *language,
        None => edition.is_main(),
    };
    of_id.iter().find(spoken).copied().map(Some).ok_or_else(|| {
        let languages: Vec<String> = of_id
            .iter()
            .map(|edition| format!("`{}`", edition.language))
            .collect();
        Diagnostic::new(
            Code::UnknownLanguage,
            format!(
                "`{id}` is not in `{}`",
                arguments.language.as_deref().unwrap_or_default()
            ),
        )
        .help(format!("it is in {}", languages.join(", ")))
    })
}

fn explained(
    arguments: &Explain,
    pack: &Pack,
    edition: &Edition,
    sources: &Sources,
) -> Result<String, Diagnostic> {
    let places = Places::of(pack, sources);
    match &arguments.key {
        Some(key) => {
            let account = account(pack, edition, key)?;
            Ok(of_key(&account, edition, sources))
        }
        None => of_all(arguments, edition, &places, sources),
    }
}

/// What each layer says at one key.
fn of_key(account: &Account, edition: &Edition, sources: &Sources) -> String {
    let mut text = format!("{} of {}\n", account.key, edition.id);
    match &account.value {
        Some(node) => text.push_str(&indented(&whole(node), "  ")),
        None => text.push_str("  is taken out\n"),
    }
    if let Some(deeper) = account.deeper() {
        line(
            &mut text,
            &format!("  (each part has a longer key, such as {deeper})"),
        );
    }
    text.push('\n');
    let widest = account
        .said
        .iter()
        .map(|said| said.layer.chars().count())
        .max()
        .unwrap_or(0);
    let margin = " ".repeat(widest + 4);
    for said in &account.said {
        if said.sayings.is_empty() {
            line(
                &mut text,
                &format!("  {:widest$}  passes it on", said.layer),
            );
        }
        for (at, saying) in said.sayings.iter().enumerate() {
            let name = if at == 0 { said.layer.as_str() } else { "" };
            line(
                &mut text,
                &format!("  {name:widest$}  {}", place(saying, edition, sources)),
            );
            match &saying.value {
                Some(node) => text.push_str(&indented(&whole(node), &margin)),
                None => line(&mut text, &format!("{margin}takes it out")),
            }
        }
    }
    text
}

/// Where something is said, and in which language where the edition has more than one.
fn place(saying: &Saying, edition: &Edition, sources: &Sources) -> String {
    let place = sources.place(saying.at);
    if edition.languages.len() > 1 {
        format!("{place} ({})", saying.language)
    } else {
        place
    }
}

/// Every value of an edition with the layer that wrote it.
fn of_all(
    arguments: &Explain,
    edition: &Edition,
    places: &Places<'_>,
    sources: &Sources,
) -> Result<String, Diagnostic> {
    if let Some(layer) = &arguments.from
        && !edition.chain.contains(layer)
    {
        return Err(Diagnostic::new(
            Code::UnknownName,
            format!("`{}` doesn't build on `{layer}`", edition.id),
        )
        .suggest(layer, edition.chain.iter().map(String::as_str))
        .help(format!("its layers are: {}", edition.chain.join(" → "))));
    }
    let mut text = String::new();
    let mut above: Vec<String> = Vec::new();
    leaves(edition, &mut |key, leaf| {
        let layer = places.layer(leaf.node.at).unwrap_or(PACK_ID);
        let is_asked = arguments.from.as_deref().is_none_or(|from| from == layer)
            && (!arguments.changed || is_edition(layer));
        if is_asked {
            tree_lines(&mut text, &mut above, key, leaf, layer, sources);
        }
    });
    Ok(text)
}

/// The lines of a value in the tree: the keys on the way that don't stand there yet, and its own.
fn tree_lines(
    text: &mut String,
    above: &mut Vec<String>,
    key: &str,
    leaf: Leaf<'_>,
    layer: &str,
    sources: &Sources,
) {
    let parts: Vec<&str> = key.split('.').collect();
    let shared = above
        .iter()
        .zip(&parts)
        .take_while(|(a, b)| a.as_str() == **b)
        .count();
    let (name, way) = parts.split_last().unwrap_or((&"", &[]));
    for (depth, part) in way.iter().enumerate().skip(shared) {
        line(text, &format!("{}{part}:", "  ".repeat(depth)));
    }
    let indent = "  ".repeat(way.len());
    let value = cut(&whole(leaf.node));
    line(text, &format!("{indent}{name}: {value}"));
    let replaced = if leaf.node.replaces.is_some() {
        ", in place of another"
    } else {
        ""
    };
    line(
        text,
        &format!(
            "{indent}    {layer}, {}{replaced}",
            sources.place(leaf.node.at)
        ),
    );
    *above = parts.iter().map(ToString::to_string).collect();
}

/// A value in words.
fn whole(node: &Node) -> String {
    match &node.value {
        Value::Scalar(text) if text.trim().is_empty() => "(nothing)".to_owned(),
        Value::Scalar(text) => text.trim().to_string(),
        Value::List(items) => {
            let is_words = items.iter().all(|item| item.scalar().is_some());
            let mut text = String::new();
            for item in items {
                if is_words {
                    // The stretches of a body follow one another; the words of a list are told apart.
                    let words = whole(item);
                    let gap = if words.contains('\n') { "\n\n" } else { "; " };
                    if !text.is_empty() {
                        text.push_str(gap);
                    }
                    text.push_str(&words);
                } else {
                    let id = item.get("id").and_then(|id| id.scalar());
                    let _ = writeln!(text, "- {}", id.map_or("…", |id| &**id));
                }
            }
            text
        }
        Value::Map(entries) => {
            let mut text = String::new();
            for entry in entries {
                let _ = writeln!(text, "{}: {}", entry.key, cut(&whole(&entry.node)));
            }
            text
        }
        Value::Empty | Value::Faulty => "(can't be read)".to_owned(),
    }
}

/// The beginning of a text, on one line.
fn cut(text: &str) -> String {
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = words.char_indices().nth(WIDTH) {
        words.truncate(end);
        words = format!("{} …", words.trim_end());
    }
    words
}

fn indented(text: &str, margin: &str) -> String {
    let mut indented = String::new();
    for of_text in text.trim_end().lines() {
        line(&mut indented, format!("{margin}{of_text}").trim_end());
    }
    indented
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}
