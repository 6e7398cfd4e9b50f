//! Phone numbers that nobody can reach, and those that are hard to dial from a wall.

use super::super::made_up;
use super::{Say, Text};
use crate::diagnostic::{Code, Diagnostic};

/// Numbers of so few digits are known by heart: 999, 101, 116 123.
const SHORT: usize = 6;
/// More digits than this on end are hard to keep in mind.
const GROUP: usize = 4;

pub(super) fn check(text: &Text<'_>, say: &mut Say<'_>) {
    if !matches!(text.name(), "phone" | "sms") || text.written.trim().is_empty() {
        return;
    }
    let number = text.written.trim();
    let digits = made_up::digits(number);
    if number.contains("{{") || digits.len() <= SHORT && digits.len() >= 3 {
        return;
    }
    if !made_up::is_number(number) && !is_valid(number, text.language) {
        say(Diagnostic::new(
            Code::PhoneNumber,
            format!("there can't be a number `{number}`"),
        )
        .at(text.at, "")
        .help("count its digits, and begin one from abroad with + and the code of the country"));
        return;
    }
    if let Some(better) = grouped(number, &digits) {
        say(
            Diagnostic::new(Code::PhoneGrouping, format!("`{number}` is hard to dial"))
                .at(text.at, "")
                .help(format!(
                    "write it in groups, as public services do: {better}"
                )),
        );
    }
}

/// Sets up the table of the world's phone numbers, which takes longer than all else that is done once.
pub(in crate::check) fn set_up() {
    let _ = phonenumber::metadata::DATABASE.by_id("GB");
}

/// Whether there can be such a number. The country is that of the language, `en-IE`, and otherwise the United Kingdom.
fn is_valid(number: &str, language: &str) -> bool {
    let region = language.split('-').skip(1).find(|part| part.len() == 2);
    let country = region.and_then(|region| region.to_uppercase().parse().ok());
    let country = country.unwrap_or(phonenumber::country::GB);
    phonenumber::parse(Some(country), number).is_ok_and(|number| phonenumber::is_valid(&number))
}

/// A number of the United Kingdom in better groups. `None` if they are well as they are: a number that is easy to keep in mind may
/// have groups of its own (0800 80 70 60), behind the code of its place or service.
fn grouped(number: &str, digits: &str) -> Option<String> {
    if number.starts_with('+') || !digits.starts_with('0') {
        return None;
    }
    let groups: &[usize] = match (digits.get(..4)?.as_bytes(), digits.len()) {
        ([b'0', b'2', ..], 11) => &[3, 4, 4],
        // Large towns: 0113 to 0118, and 0121, 0131 … 0191.
        ([b'0', b'1', b'1', _] | [b'0', b'1', _, b'1'] | [b'0', b'3' | b'8' | b'9', ..], 11) => {
            &[4, 3, 4]
        }
        ([b'0', b'3' | b'8' | b'9', ..], 10) => &[4, 3, 3],
        ([b'0', b'1' | b'7', ..], 11) => &[5, 3, 3],
        ([b'0', b'1', ..], 10) => &[5, 5],
        _ => return None,
    };
    let there: Vec<usize> = number.split_whitespace().map(str::len).collect();
    let is_plain = number.chars().all(|c| c.is_ascii_digit() || c == ' ');
    let is_easy = there.first() == groups.first() && there[1..].iter().all(|count| *count <= GROUP);
    if is_plain && (is_easy || there == groups) {
        return None;
    }
    let mut rest = digits;
    let mut better = Vec::new();
    for count in groups {
        let (group, behind) = rest.split_at_checked(*count)?;
        better.push(group);
        rest = behind;
    }
    Some(better.join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::trial::said;
    use super::*;

    #[test]
    fn numbers_have_groups_that_are_easy_to_dial() {
        let better = |number: &str| grouped(number, &made_up::digits(number));
        assert_eq!(better("01632 960100").as_deref(), Some("01632 960 100"));
        assert_eq!(better("(020) 7946 0018").as_deref(), Some("020 7946 0018"));
        assert_eq!(better("0113-496-0018").as_deref(), Some("0113 496 0018"));
        assert_eq!(better("0800123456").as_deref(), Some("0800 123 456"));
        for well in [
            "01632 960 100",
            "0800 80 70 60",
            "0344 381 4772",
            "+44 20 7946 0018",
            "07700 900 123",
        ] {
            assert_eq!(better(well), None, "{well}");
        }
    }

    #[test]
    fn a_number_that_cannot_be_is_said() {
        let codes = |number: &str| {
            let contacts = format!("- {{id: a, name: A, urgency: routine, phone: '{number}'}}\n");
            let found = said(&[("contacts.yml", &contacts)]);
            found.into_iter().map(|(code, _)| code).collect::<Vec<_>>()
        };
        for well in [
            "999",
            "116 123",
            "0800 1111",
            "0808 800 5000",
            "01632 960 123",
            "020 7946 0018",
            "+353 1 661 2000",
        ] {
            assert!(codes(well).is_empty(), "{well}");
        }
        for wrong in ["0344 381 47", "01999 999 9999 99"] {
            assert_eq!(codes(wrong), [Code::PhoneNumber], "{wrong}");
        }
        assert_eq!(codes("01632960123"), [Code::PhoneGrouping]);
    }
}
