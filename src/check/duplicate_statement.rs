//! Statements of one poster that say the same, word by word or nearly.

use super::same_words;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{Edition, Statement, Tone};

/// Statements that share so much of their words say the same.
const NEAR: f64 = 0.85;
/// Shorter ones are alike by chance.
const FEWEST: usize = 5;

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    for channel in &edition.channels {
        let advice = channel.levels.iter().flat_map(|level| {
            let tone = level.level.tone;
            level
                .statements
                .iter()
                .map(move |statement| (Some(tone), statement))
        });
        let safeguards = channel.safeguards.iter().map(|statement| (None, statement));
        poster(
            edition,
            &advice.chain(safeguards).collect::<Vec<_>>(),
            problems,
        );
    }
    if let Some(summary) = &edition.do_and_dont {
        let dos = summary
            .dos
            .iter()
            .map(|statement| (Some(Tone::Do), statement));
        let donts = summary
            .donts
            .iter()
            .map(|statement| (Some(Tone::Dont), statement));
        poster(edition, &dos.chain(donts).collect::<Vec<_>>(), problems);
    }
}

fn poster(
    edition: &Edition,
    statements: &[(Option<Tone>, &Statement)],
    problems: &mut Diagnostics,
) {
    let words: Vec<String> = statements
        .iter()
        .map(|(_, statement)| same_words(&statement.short.plain()))
        .collect();
    // Each word once, in order: so two of these are compared in one go.
    let sets: Vec<Vec<&str>> = words
        .iter()
        .map(|words| {
            let mut set: Vec<&str> = words.split(' ').collect();
            set.sort_unstable();
            set.dedup();
            set
        })
        .collect();
    for later in 1..statements.len() {
        let found = (0..later).find(|&first| {
            let (a, b) = (&sets[first], &sets[later]);
            let (few, many) = (a.len().min(b.len()), a.len().max(b.len()));
            if words[first] == words[later] {
                return true;
            }
            // What is so much longer says more.
            few >= FEWEST && few as f64 >= NEAR * many as f64 && {
                let shared = shared(a, b);
                shared as f64 / (a.len() + b.len() - shared) as f64 >= NEAR
            }
        });
        let Some(first) = found else { continue };
        let ((tone, statement), (other_tone, other)) = (statements[later], statements[first]);
        // That something is to be done and not to be done is a graver matter, and said as such.
        let tones = [tone, other_tone];
        if words[first] == words[later]
            && tones.contains(&Some(Tone::Do))
            && tones.contains(&Some(Tone::Dont))
        {
            continue;
        }
        problems.push(
            Diagnostic::new(
                Code::DuplicateStatement,
                format!("`{}` says what `{}` says", statement.id, other.id),
            )
            .at(statement.short.at, "again here")
            .at(other.short.at, "first here")
            .help("take one of them out, or say what is different")
            .in_edition(&edition.id),
        );
    }
}

/// How many words are in both of two lists that are in order.
fn shared(mut a: &[&str], mut b: &[&str]) -> usize {
    let mut shared = 0;
    while let ([first, rest @ ..], [other, further @ ..]) = (a, b) {
        let order = first.cmp(other);
        shared += usize::from(order.is_eq());
        if order.is_le() {
            a = rest;
        }
        if order.is_ge() {
            b = further;
        }
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::{advice, codes_of};

    #[test]
    fn a_poster_says_a_thing_once() {
        let codes = |first: &str, second: &str| {
            codes_of(&advice(&[("best", first), ("best", second)]), check)
        };
        assert_eq!(codes("Ask first.", "Ask FIRST"), [Code::DuplicateStatement]);
        assert_eq!(
            codes(
                "Use the work account that your school gives you.",
                "Use the work account your school gives you."
            ),
            [Code::DuplicateStatement]
        );
        assert!(codes("Ask first.", "Ask them first.").is_empty());
        assert!(
            codes(
                "Use the work account your school gives you.",
                "Use the work phone your board lends you."
            )
            .is_empty()
        );
    }
}
