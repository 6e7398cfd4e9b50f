//! Words that nobody has put into the language of an edition, and that are shown in another.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span, nearest};
use crate::edition::Edition;
use crate::pack::id_of;
use crate::pack::shape::{self, Kind, one_of_list};
use crate::source::Node;

/// Keys whose words are alike in every language: numbers to dial, names that stay what they are.
const ALIKE: &[&str] = &[
    "aliases",
    "also",
    "by",
    "colours",
    "figure",
    "fonts",
    "icon",
    "identifier",
    "licence",
    "name",
    "order",
    "phone",
    "region",
    "short",
    "short_name",
    "sms",
    "sources",
    "version",
];

/// Looks for words in other languages. `complete` are the languages in which everything has to be there.
pub(super) fn check(edition: &Edition, complete: &[String], problems: &mut Diagnostics) {
    let has_to_be_complete = complete.contains(&edition.language);
    let is_partly = edition.partly.contains(&edition.language);
    if is_partly && !has_to_be_complete {
        return;
    }
    let mut walk = Walk {
        edition,
        code: if has_to_be_complete {
            Code::IncompleteLanguage
        } else {
            Code::MissingTranslation
        },
        problems,
    };
    walk.record(
        &edition.values,
        &Kind::Record(&shape::LAYER),
        "the edition",
        edition.at,
    );
}

struct Walk<'a> {
    edition: &'a Edition,
    code: Code,
    problems: &'a mut Diagnostics,
}

impl Walk<'_> {
    /// Says what of one thing is missing, all at once, and then of the things in it.
    fn record(&mut self, node: &Node, kind: &Kind, what: &str, at: Span) {
        let mut missing: Vec<(&str, Span)> = Vec::new();
        for entry in node.entries() {
            // The short words of a statement are words; the short form of a term or a name is alike.
            let is_statement = node.get("term").is_none();
            let is_alike =
                ALIKE.contains(&&*entry.key) && !(&*entry.key == "short" && is_statement);
            let Some(kind) = kind.of_key(&entry.key) else {
                continue;
            };
            if let Kind::Things(_) | Kind::Record(_) | Kind::Named(..) = kind {
                if &*entry.key != "posters" {
                    self.inside(&entry.node, &kind, &entry.key);
                }
            } else if !is_alike && self.is_foreign(&entry.node, &kind) {
                missing.push((&entry.key, entry.node.at));
            }
        }
        if missing.is_empty() {
            return;
        }
        let keys: Vec<String> = missing.iter().map(|(key, _)| format!("`{key}`")).collect();
        let language = &self.edition.language;
        let at = missing.first().map_or(at, |(_, at)| *at);
        // Layers of another pack have a slash in their ids.
        let builds_on_another = self.edition.chain.iter().any(|layer| layer.contains('/'));
        let theirs = format!(
            "what another pack says is translated under the same file name in this one: channels/email.{language}.md"
        );
        self.problems.push(
            Diagnostic::new(
                self.code,
                format!("{what} has no {} in `{language}`", keys.join(", ")),
            )
            .at(at, "shown as it is")
            .help(format!(
                "write it in a file beside this one with `.{language}` before its ending, under the same ids"
            ))
            .help_if(builds_on_another, &theirs)
            .in_edition(&self.edition.id),
        );
    }

    fn inside(&mut self, node: &Arc<Node>, kind: &Kind, key: &str) {
        match kind {
            Kind::Things(record) => {
                for thing in node.items() {
                    let Some((id, at)) = id_of(thing) else {
                        continue;
                    };
                    let what = match one_of_list(key) {
                        same if same == key => format!("`{id}`"),
                        name => format!("the {name} `{id}`"),
                    };
                    self.record(thing, &Kind::Record(record), &what, at);
                }
            }
            Kind::Named(_, inner @ (Kind::Record(_) | Kind::Things(_))) => {
                for entry in node.entries() {
                    match inner {
                        Kind::Record(_) => {
                            let what = format!("the {} `{}`", one_of_list(key), entry.key);
                            self.record(&entry.node, inner, &what, entry.at);
                        }
                        _ => self.inside(&entry.node, inner, &entry.key),
                    }
                }
            }
            // Groups of keys, and headings and terms, each of which is a word of its own.
            _ => self.record(node, kind, &format!("`{key}`"), node.at),
        }
    }

    fn is_foreign(&self, node: &Node, kind: &Kind) -> bool {
        let is_other = |node: &Node| {
            let language = node.language.as_deref();
            language.is_some_and(|language| language != self.edition.language)
        };
        match kind {
            Kind::Plain | Kind::Text | Kind::Blocks => {
                is_other(node) && node.scalar().is_some_and(|text| has_words(text))
            }
            Kind::Body => node.items().iter().any(|stretch| is_other(stretch)),
            _ => false,
        }
    }
}

/// Whether a text has words at all: "24/7" and an empty text have none to translate.
fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// Says which languages were asked to be complete and are spoken by no edition.
pub(crate) fn unknown_languages(
    asked: &[String],
    editions: &[Edition],
    problems: &mut Diagnostics,
) {
    for language in asked {
        let mut spoken = editions.iter().map(|edition| edition.language.as_str());
        if !spoken.any(|spoken| spoken == language) {
            let mut known: Vec<&str> = editions
                .iter()
                .map(|edition| edition.language.as_str())
                .collect();
            known.sort_unstable();
            known.dedup();
            let near = nearest(language, known.iter().copied());
            let diagnostic = Diagnostic::new(
                Code::UnknownLanguage,
                format!("no edition has the language `{language}`"),
            )
            .help(format!("the languages are: {}", known.join(", ")));
            problems.push(match near.first() {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None => diagnostic,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial;

    fn found(settings: &str, complete: &[&str]) -> Vec<(Code, String)> {
        let (edition, _) = trial::edition(settings);
        let complete: Vec<String> = complete.iter().map(ToString::to_string).collect();
        let mut problems = Diagnostics::new();
        check(&edition, &complete, &mut problems);
        problems
            .iter()
            .map(|problem| (problem.code, problem.message.clone()))
            .collect()
    }

    #[test]
    fn words_in_another_language_are_said_thing_by_thing() {
        // The last edition is the one in Welsh.
        let found = found("languages: [en, cy]\n", &[]);
        assert!(
            found.contains(&(
                Code::MissingTranslation,
                "`a` has no `short` in `cy`".to_owned()
            )),
            "{found:?}"
        );
        assert!(
            found
                .iter()
                .any(|(_, message)| message == "the channel `email` has no `title` in `cy`")
        );
    }

    #[test]
    fn nothing_is_said_of_the_language_things_are_written_in() {
        assert!(found("languages: [en]\n", &[]).is_empty());
    }

    #[test]
    fn a_language_that_is_there_only_partly_is_not_warned_of_unless_it_has_to_be_complete() {
        let settings = "languages: [en, cy]\npartly: [cy]\n";
        assert!(found(settings, &[]).is_empty());
        assert!(
            found(settings, &["cy"])
                .iter()
                .all(|(code, _)| *code == Code::IncompleteLanguage)
        );
        assert!(!found(settings, &["cy"]).is_empty());
    }
}
