//! When a document is to be looked at again: that somebody says so, and that the day isn't past.

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::Edition;

/// So many days before its review is due, somebody should begin.
const SOON: i32 = 60;

pub(super) fn check(edition: &Edition, today: Date, problems: &mut Diagnostics) {
    let document = &edition.document;
    let Some(review) = &document.review else {
        // A pack without document control has nothing to review.
        let controlled = document.version.as_ref().or(document.identifier.as_ref());
        if let Some(controlled) = controlled {
            problems.push(
                Diagnostic::new(
                    Code::NoReviewDate,
                    format!("nobody says when `{}` is to be looked at again", edition.id),
                )
                .at(controlled.at, "")
                .help("add a day to `document`: review: 2027-09-01")
                .in_edition(&edition.id),
            );
        }
        return;
    };
    let due = review.value;
    let days = (due - today).get_days();
    let diagnostic = if due < today {
        Diagnostic::new(Code::ReviewOverdue, format!("the review was due on {due}"))
            .help("look through it, and then give a new `review`; every poster says the old one")
    } else if days <= SOON {
        Diagnostic::new(
            Code::ReviewSoon,
            format!("the review is due on {due}, in {days} days"),
        )
    } else {
        return;
    };
    problems.push(diagnostic.at(review.at, "").in_edition(&edition.id));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial;
    use jiff::civil::date;

    fn codes(document: &str) -> Vec<Code> {
        let (edition, _) = trial::edition(&format!("document: {{{document}}}"));
        let mut problems = Diagnostics::new();
        check(&edition, date(2027, 6, 1), &mut problems);
        problems.iter().map(|problem| problem.code).collect()
    }

    #[test]
    fn a_review_comes_near_and_is_overdue() {
        assert_eq!(codes("review: 2027-05-31"), [Code::ReviewOverdue]);
        assert_eq!(codes("review: 2027-06-01"), [Code::ReviewSoon]);
        assert_eq!(codes("review: 2027-07-31"), [Code::ReviewSoon]);
        assert!(codes("review: 2027-08-01").is_empty());
    }

    #[test]
    fn a_document_that_is_controlled_is_reviewed() {
        assert_eq!(codes("version: '1'"), [Code::NoReviewDate]);
        assert!(codes("owner: Somebody").is_empty());
    }
}
