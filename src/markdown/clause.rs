//! Numbers of clauses: `2.3.4`.

use std::cmp::Ordering;

use super::Inline;

/// Takes the clause number off the beginning of a line: digits, with dots between. A paragraph's has one dot at least, so that
/// "3 children came" is none. `None` leaves the line as it is.
pub(crate) fn take_number(content: &mut [Inline], dots: usize) -> Option<String> {
    let Some(Inline::Text(first)) = content.first() else {
        return None;
    };
    let length = first.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (number, rest) = first.split_at(length);
    let number = number.strip_suffix('.').unwrap_or(number);
    let parts: Vec<&str> = number.split('.').collect();
    let sound = parts.iter().all(|part| !part.is_empty() && part.len() <= 3);
    if !sound || parts.len() <= dots || !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let number = number.to_owned();
    let rest = rest.trim_start().into();
    content[0] = Inline::Text(rest);
    Some(number)
}

/// The order of two clause numbers: 2.9 comes before 2.10.
pub(crate) fn compare_numbers(a: &str, b: &str) -> Ordering {
    let parts = |number: &str| -> Vec<u32> {
        number
            .split('.')
            .filter_map(|part| part.parse().ok())
            .collect()
    };
    parts(a).cmp(&parts(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(text: &str, dots: usize) -> (Option<String>, String) {
        let mut content = vec![Inline::Text(text.into())];
        let number = take_number(&mut content, dots);
        (number, super::super::plain_text(&content))
    }

    #[test]
    fn numbers_are_taken_off() {
        assert_eq!(
            taken("2.3.4 Staff must", 1),
            (Some("2.3.4".into()), "Staff must".into())
        );
        assert_eq!(taken("2. Scope", 0), (Some("2".into()), "Scope".into()));
    }

    #[test]
    fn other_numbers_stay() {
        assert_eq!(taken("3 children came", 1).0, None);
        assert_eq!(taken("2027-09-01 is the day", 0).0, None);
        assert_eq!(taken("2..3 odd", 1).0, None);
        assert_eq!(taken("1.5", 1).0, None);
    }

    #[test]
    fn ten_comes_after_nine() {
        assert_eq!(compare_numbers("2.10", "2.9"), Ordering::Greater);
        assert_eq!(compare_numbers("2", "2.1"), Ordering::Less);
    }
}
