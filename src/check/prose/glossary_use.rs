//! Entries of the glossary whose word stands nowhere.

use std::collections::{BTreeMap, BTreeSet};

use super::Text;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::edition::{Edition, GlossaryEntry};

pub(super) fn check(texts: &[Text<'_>], editions: &[&Edition], problems: &mut Diagnostics) {
    // All that is written in a language, but for the glossary itself, whose entries would use one another.
    let mut all: BTreeMap<&str, String> = BTreeMap::new();
    let mut links = String::new();
    for text in texts
        .iter()
        .filter(|text| !text.key.starts_with("glossary."))
    {
        let words = all.entry(text.language).or_default();
        words.push_str(&text.written.to_lowercase().replace('\'', "’"));
        words.push('\n');
        links.push_str(text.written);
        links.push('\n');
    }
    let mut unused: BTreeMap<Span, (&GlossaryEntry, BTreeSet<&str>)> = BTreeMap::new();
    let mut seen: BTreeMap<Span, bool> = BTreeMap::new();
    for edition in editions {
        for entry in &edition.glossary {
            let is_used = *seen
                .entry(entry.term.at)
                .or_insert_with(|| is_used(entry, &all, &links));
            if !is_used {
                let (_, ids) = unused
                    .entry(entry.term.at)
                    .or_insert_with(|| (entry, BTreeSet::new()));
                ids.insert(&edition.id);
            }
        }
    }
    for (at, (entry, ids)) in unused {
        let mut diagnostic = Diagnostic::new(
            Code::Unused,
            format!("no text has the word “{}”", entry.term.value),
        )
        .at(at, "")
        .help(format!(
            "link to it with [words](glossary:{}), add words under `also`, or take the entry out",
            entry.id
        ));
        diagnostic.editions = ids.into_iter().map(ToOwned::to_owned).collect();
        problems.push(diagnostic);
    }
}

fn is_used(entry: &GlossaryEntry, all: &BTreeMap<&str, String>, links: &str) -> bool {
    if links.contains(&format!("glossary:{})", entry.id)) {
        return true;
    }
    let names = std::iter::once(&entry.term)
        .chain(&entry.short)
        .chain(&entry.also);
    names.into_iter().any(|name| {
        let name = name.value.to_lowercase();
        all.values().any(|words| words.contains(&name))
    })
}

#[cfg(test)]
mod tests {
    use super::super::trial::said;
    use super::*;

    #[test]
    fn an_entry_is_for_a_word_that_stands_somewhere() {
        let glossary = (
            "glossary.yml",
            "- {id: consent, term: Consent, meaning: To agree.}\n- {id: aup, term: Acceptable use policy, also: [rules], meaning: Rules.}\n- {id: spam, term: Junk mail, meaning: A consent to nothing.}\n- {id: phish, term: Phishing, meaning: Fishing.}\n",
        );
        let section = (
            "sections/10-law.md",
            "---\ntitle: Law\n---\nAsk for consent. Keep the rules. Leave [bait](glossary:phish).\n",
        );
        assert_eq!(
            said(&[glossary, section]),
            [(Code::Unused, "Junk mail".to_owned())]
        );
    }
}
