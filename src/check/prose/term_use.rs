//! Terms that no text uses.

use std::collections::{BTreeMap, BTreeSet};

use super::Text;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::edition::Edition;

pub(super) fn check(texts: &[Text<'_>], editions: &[&Edition], problems: &mut Diagnostics) {
    let mut used: BTreeSet<String> = BTreeSet::new();
    for text in texts {
        for (at, lead) in text.written.match_indices("terms.") {
            let name: String = text.written[at + lead.len()..]
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            // `{{ terms.Manager }}` is `manager` with a capital.
            used.insert(name.to_lowercase());
        }
    }
    let mut unused: BTreeMap<Span, (&str, BTreeSet<&str>)> = BTreeMap::new();
    for edition in editions {
        let terms = edition.values.get("terms").map(|terms| terms.entries());
        for term in terms.unwrap_or_default() {
            if !used.contains(&*term.key) {
                let (_, ids) = unused
                    .entry(term.at)
                    .or_insert_with(|| (&term.key, BTreeSet::new()));
                ids.insert(&edition.id);
            }
        }
    }
    for (at, (name, ids)) in unused {
        let mut diagnostic =
            Diagnostic::new(Code::Unused, format!("no text uses the term `{name}`"))
                .at(at, "")
                .help(format!(
                    "write {{{{ terms.{name} }}}} where it is meant, or take it out"
                ));
        diagnostic.editions = ids.into_iter().map(ToOwned::to_owned).collect();
        problems.push(diagnostic);
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::said;
    use super::*;

    #[test]
    fn a_term_is_for_a_text() {
        let edition = (
            "editions/ash/edition.yml",
            "name: Ash\nterms: {lead: the lead, boss: the boss}\n",
        );
        let section = (
            "sections/10-law.md",
            "---\ntitle: Law\n---\n{{ terms.Lead }} knows.\n",
        );
        assert_eq!(
            said(&[edition, section]),
            [(Code::Unused, "boss".to_owned())]
        );
    }
}
