//! Which editions may be published when something is wrong.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::edition::Edition;
use crate::explain::Places;
use crate::pack::{Pack, is_edition};
use crate::source::Sources;

/// What problems keep from being published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Faulty {
    /// The pack itself, and so everything.
    Pack,
    /// These editions, by their ids; those that could not be read at all may be among them.
    Editions(BTreeSet<String>),
}

impl Faulty {
    /// What grave problems keep back: errors, and warnings where they are denied. A problem belongs to the editions that it names; one
    /// that names none to the layer that its place is in, and to all that extend it.
    pub(super) fn by(
        problems: &Diagnostics,
        warnings_are_denied: bool,
        pack: &Pack,
        editions: &[Edition],
        sources: &Sources,
    ) -> Self {
        let is_grave = |problem: &&Diagnostic| match problem.severity {
            Severity::Error => true,
            Severity::Warning => warnings_are_denied,
            Severity::Hint => false,
        };
        let grave: Vec<&Diagnostic> = problems.iter().filter(is_grave).collect();
        let mut faulty = BTreeSet::new();
        if grave.is_empty() {
            return Self::Editions(faulty);
        }
        let places = Places::of(pack, sources);
        for problem in grave {
            if !problem.editions.is_empty() {
                faulty.extend(problem.editions.iter().cloned());
                continue;
            }
            let place = problem.labels.first().map(|label| label.at);
            let layer = place.and_then(|at| {
                let file = &sources.file(at.file).path;
                places.layer(at).or_else(|| pack.layer_of_file(file))
            });
            match layer {
                Some(layer) if is_edition(layer) => {
                    faulty.insert(layer.to_owned());
                    let heirs = editions
                        .iter()
                        .filter(|edition| edition.chain.iter().any(|id| id == layer));
                    faulty.extend(heirs.map(|edition| edition.id.clone()));
                }
                // The pack itself, or what it builds on.
                _ => return Self::Pack,
            }
        }
        Self::Editions(faulty)
    }

    /// The editions that are kept back when others are published. `None` if nothing can be published at all; without `keep_going`,
    /// that is so when any edition is faulty.
    pub(super) fn held_back(&self, keep_going: bool) -> Option<&BTreeSet<String>> {
        match self {
            Self::Editions(faulty) if keep_going || faulty.is_empty() => Some(faulty),
            Self::Editions(_) | Self::Pack => None,
        }
    }

    /// Whether an edition is kept back.
    pub(super) fn holds_back(&self, id: &str) -> bool {
        match self {
            Self::Pack => true,
            Self::Editions(faulty) => faulty.contains(id),
        }
    }
}
