//! What changed, the latest first, and that it made the version there is.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::Edition;

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    let document = &edition.document;
    for pair in document.amendments.windows(2) {
        let [later, earlier] = pair else { continue };
        if later.date.value < earlier.date.value {
            problems.push(
                Diagnostic::new(
                    Code::Amendments,
                    format!(
                        "the amendment of {} stands above the one of {}",
                        later.date.value, earlier.date.value
                    ),
                )
                .at(earlier.date.at, "this is the later one")
                .at(later.date.at, "and this stands above it")
                .help("the latest comes first")
                .in_edition(&edition.id),
            );
        }
        if later.version.value == earlier.version.value {
            problems.push(
                Diagnostic::new(
                    Code::Amendments,
                    format!("two amendments made version {}", later.version.value),
                )
                .at(later.version.at, "")
                .at(earlier.version.at, "the first of them")
                .help("give the later one a version of its own, or write both as one")
                .in_edition(&edition.id),
            );
        }
    }
    if let (Some(version), Some(latest)) = (&document.version, document.amendments.first())
        && version.value != latest.version.value
    {
        problems.push(
            Diagnostic::new(
                Code::Amendments,
                format!(
                    "this is version {}, and the last amendment made version {}",
                    version.value, latest.version.value
                ),
            )
            .at(version.at, "")
            .at(latest.version.at, "the last amendment")
            .help("say in `amendments` what changed in this version")
            .in_edition(&edition.id),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial;

    fn said(version: &str, amendments: &[(&str, &str)]) -> usize {
        let amendments: Vec<String> = amendments
            .iter()
            .map(|(version, date)| format!("{{version: '{version}', date: {date}, reason: So}}"))
            .collect();
        let codes = trial::codes(
            &format!(
                "document: {{version: '{version}', amendments: [{}]}}",
                amendments.join(", ")
            ),
            check,
        );
        assert!(codes.iter().all(|code| *code == Code::Amendments));
        codes.len()
    }

    #[test]
    fn the_latest_comes_first_and_made_the_version() {
        assert_eq!(said("2", &[("2", "2027-01-01"), ("1", "2026-01-01")]), 0);
        assert_eq!(said("2", &[("2", "2026-01-01"), ("1", "2026-01-01")]), 0);
        assert_eq!(said("2", &[("2", "2025-01-01"), ("1", "2026-01-01")]), 1);
        assert_eq!(said("2", &[("2", "2027-01-01"), ("2", "2026-01-01")]), 1);
        assert_eq!(said("3", &[("2", "2027-01-01"), ("1", "2026-01-01")]), 1);
        assert_eq!(said("3", &[]), 0);
    }
}
