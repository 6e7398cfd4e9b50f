//! "Did you mean": the known name nearest to a mistyped one.

/// The names nearest to `wrong`, best first, at most three, and none when nothing is near.
///
/// Near means that a third of the letters or fewer differ (Damerau–Levenshtein), or that one name begins with the other.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wrong_folded = wrong.to_lowercase();
    let mut scored: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|name| {
            let folded = name.to_lowercase();
            let distance = strsim::damerau_levenshtein(&wrong_folded, &folded);
            let longest = wrong_folded.chars().count().max(folded.chars().count());
            let prefix = wrong_folded.len() >= 3
                && folded.len() >= 3
                && (folded.starts_with(&wrong_folded) || wrong_folded.starts_with(&folded));
            (distance <= (longest / 3).max(1) || prefix).then_some((distance, name))
        })
        .collect();
    scored.sort_unstable();
    scored.dedup();
    scored.truncate(3);
    scored.into_iter().map(|(_, name)| name).collect()
}

/// The names as they stand in a sentence: `a`, `b` or `c`.
pub fn one_of<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_its_name() {
        assert_eq!(nearest("eastvlae", ["harbour", "eastvale"]), ["eastvale"]);
        assert_eq!(
            nearest("headlin", ["headline", "headline_note", "title"]),
            ["headline", "headline_note"]
        );
    }

    #[test]
    fn what_is_far_is_not_suggested() {
        assert!(nearest("colour", ["title", "summary"]).is_empty());
    }

    #[test]
    fn names_stand_in_a_sentence() {
        assert_eq!(one_of(["a", "b", "c"]), "`a`, `b` or `c`");
        assert_eq!(one_of(["a"]), "`a`");
    }
}
