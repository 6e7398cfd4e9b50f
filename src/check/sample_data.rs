//! Numbers and addresses that nobody answers, in a document that is in force.

use super::{in_force, made_up};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::edition::Edition;
use crate::source::Node;

/// How many places a message shows.
const SHOWN: usize = 5;

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    let Some(status) = in_force(edition) else {
        return;
    };
    let mut found: Vec<(Span, String)> = Vec::new();
    look(&edition.values, &mut found);
    found.sort();
    found.dedup();
    let Some((_, first)) = found.first() else {
        return;
    };
    let count = found.len();
    let message = if count == 1 {
        format!("`{first}` is kept free for samples: nobody answers there")
    } else {
        format!(
            "{count} places have numbers and addresses that are kept free for samples: nobody answers there"
        )
    };
    let mut diagnostic = Diagnostic::new(Code::SampleData, message);
    for (at, what) in found.iter().take(SHOWN) {
        diagnostic = diagnostic.at(*at, what.clone());
    }
    problems.push(
        diagnostic
            .help(format!(
                "this document is “{}”: put in those of your own",
                status.value
            ))
            .in_edition(&edition.id),
    );
}

fn look(node: &Node, found: &mut Vec<(Span, String)>) {
    if let Some(text) = node.scalar() {
        if let Some(host) = made_up::host(text) {
            found.push((node.at, host.to_owned()));
        } else if made_up::is_number(text) {
            found.push((node.at, text.to_string()));
        }
    }
    for entry in node
        .entries()
        .iter()
        .filter(|entry| &*entry.key != "checks")
    {
        look(&entry.node, found);
    }
    for item in node.items() {
        look(item, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::codes;

    #[test]
    fn only_what_is_in_force_has_to_be_real() {
        let sample = "url: https://ash.example/\n";
        assert!(codes(sample, check).is_empty());
        assert!(codes(&format!("{sample}document: {{status: Draft}}"), check).is_empty());
        assert_eq!(
            codes(&format!("{sample}document: {{status: Approved}}"), check),
            [Code::SampleData]
        );
        let number = "contacts: [{id: a, name: A, urgency: urgent, phone: 01632 960 123}]\ndocument: {status: Published}\n";
        assert_eq!(codes(number, check), [Code::SampleData]);
        assert!(
            codes(
                "url: https://ash.gov.uk/\ndocument: {status: approved}",
                check
            )
            .is_empty()
        );
    }
}
