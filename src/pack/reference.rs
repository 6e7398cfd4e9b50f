//! The reference of keys, as Markdown, from the declarations in [`shape`].

use std::fmt::Write as _;

use super::shape::{self, Key, Kind, Naming, Record};
use crate::diagnostic::Code;

/// The codes of all checks are a page of their own.
const CHECK: &str = "the code of a [check](checks.md)";

/// Every key of every file: what `docs/pack-format.md` shows.
pub fn reference() -> String {
    let mut text = String::new();
    let mut waiting: Vec<(&'static Record, String)> = vec![
        (&shape::PACK, "`pack.yml`".to_owned()),
        (&shape::EDITION, "`editions/<id>/edition.yml`".to_owned()),
        (&shape::CHANNEL, "`channels/<id>.md`".to_owned()),
        (&shape::SECTION, "`sections/<NN>-<id>.md`".to_owned()),
        (&shape::DO_AND_DONT, "`do-and-dont.md`".to_owned()),
        (&shape::EDITIONS_MAP, "`editions.map.yml`".to_owned()),
    ];
    let mut seen: Vec<*const Record> = waiting
        .iter()
        .map(|(record, _)| std::ptr::from_ref(*record))
        .collect();
    let mut groups: Vec<*const Key> = Vec::new();
    let mut at = 0;
    while at < waiting.len() {
        let (record, title) = waiting[at].clone();
        at += 1;
        let shared = record
            .keys
            .iter()
            .any(|group| groups.contains(&group.as_ptr()) && group.len() > shape::DIRECTIVES.len());
        let lead = if shared {
            "\nAll the keys of `pack.yml`, and:\n"
        } else {
            ""
        };
        let _ = writeln!(
            text,
            "\n## {title}\n{lead}\n| key | takes | |\n|---|---|---|"
        );
        for group in record.keys {
            if groups.contains(&group.as_ptr()) {
                continue;
            }
            groups.push(group.as_ptr());
            for key in *group {
                let star = if key.needed { " (needed)" } else { "" };
                let _ = writeln!(
                    text,
                    "| `{}`{star} | {} | {} |",
                    key.name,
                    takes(&key.kind),
                    key.about
                );
                if let Some(inner) = inner_record(&key.kind)
                    && !seen.contains(&std::ptr::from_ref(inner))
                {
                    seen.push(std::ptr::from_ref(inner));
                    waiting.push((inner, sentence(inner.name)));
                }
            }
        }
        if let Some(short_form) = record.short_form {
            let is_list = record
                .key(short_form)
                .is_some_and(|key| matches!(key.kind, Kind::List(_)));
            let short = if is_list { "list" } else { "string" };
            let _ = writeln!(
                text,
                "\nA plain {short} stands for one with only `{short_form}`."
            );
        }
    }
    text
}

fn sentence(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn inner_record(kind: &Kind) -> Option<&'static Record> {
    match kind {
        Kind::Record(record) | Kind::Whole(record) | Kind::Things(record) => Some(record),
        Kind::Named(_, inner) | Kind::List(inner) => inner_record(inner),
        _ => None,
    }
}

fn takes(kind: &Kind) -> String {
    match kind {
        Kind::Plain => "words".to_owned(),
        Kind::Text => "a line with inline Markdown".to_owned(),
        Kind::Blocks | Kind::Body => "Markdown".to_owned(),
        Kind::Choice(words) if *words == Code::NAMES => CHECK.to_owned(),
        Kind::Choice(words) => words
            .iter()
            .map(|word| format!("`{word}`"))
            .collect::<Vec<_>>()
            .join(", "),
        Kind::Record(record) => format!("the keys of {}", record.name),
        Kind::Whole(record) => record.name.to_owned(),
        Kind::Named(Naming::Among(names), inner) if *names == Code::NAMES => {
            format!("{} for {CHECK}", takes(inner))
        }
        Kind::Named(Naming::Among(names), inner) => {
            let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
            format!("{} for any of {}", takes(inner), names.join(", "))
        }
        Kind::Named(Naming::Key, inner) => format!("keys, each with {}", takes(inner)),
        Kind::Named(Naming::Slug, inner) => format!("ids, each with {}", takes(inner)),
        Kind::Named(Naming::Term, inner) => format!("names, each with {}", takes(inner)),
        Kind::List(inner) => format!("a list: {}", takes(inner)),
        Kind::Things(record) => format!("a list by id: {}", record.name),
        other => other.expected().to_owned(),
    }
}
