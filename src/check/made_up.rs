//! Numbers and addresses that are kept free for samples: nobody answers there.

/// The beginnings of numbers that Ofcom keeps for drama, each with how many digits follow.
const DRAMA: &[(&str, usize)] = &[
    ("01134960", 3),
    ("01144960", 3),
    ("01154960", 3),
    ("01164960", 3),
    ("01174960", 3),
    ("01184960", 3),
    ("01214960", 3),
    ("01314960", 3),
    ("01414960", 3),
    ("01514960", 3),
    ("01614960", 3),
    ("01632960", 3),
    ("01914980", 3),
    ("02079460", 3),
    ("028964960", 2),
    ("02920180", 3),
    ("03069990", 3),
    ("07700900", 3),
    ("08081570", 3),
    ("09098790", 3),
];

/// The endings of hosts that are kept free (RFC 2606, RFC 6761).
const HOSTS: &[&str] = &[
    ".example",
    ".invalid",
    ".test",
    "example.com",
    "example.net",
    "example.org",
];

/// Whether a phone number, in any grouping, is one for drama.
pub(super) fn is_number(number: &str) -> bool {
    let digits = digits(number);
    let national = match digits.strip_prefix("44") {
        Some(rest) if number.trim_start().starts_with('+') => {
            format!("0{}", rest.trim_start_matches('0'))
        }
        _ => digits,
    };
    DRAMA.iter().any(|(begins, more)| {
        national
            .strip_prefix(begins)
            .is_some_and(|rest| rest.len() == *more)
    })
}

/// The first host of a text that is kept free.
pub(super) fn host(text: &str) -> Option<&str> {
    // Most texts hold none of these words, and are seen through at once.
    if !["example", "invalid", "test"]
        .iter()
        .any(|word| text.contains(word))
    {
        return None;
    }
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-'))
        .map(|word| word.trim_matches('.'))
        .find(|word| {
            HOSTS.iter().any(|host| {
                word.strip_suffix(host).is_some_and(|rest| {
                    host.starts_with('.') && !rest.is_empty()
                        || !host.starts_with('.') && (rest.is_empty() || rest.ends_with('.'))
                })
            })
        })
}

/// The digits of a number.
pub(super) fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_for_drama_are_known_in_any_grouping() {
        for number in [
            "01632 960 123",
            "(01632) 960123",
            "07700 900 999",
            "+44 7700 900123",
            "+44 (0)20 7946 0018",
            "028 9649 6012",
        ] {
            assert!(is_number(number), "{number}");
        }
        for number in ["01632 961 123", "999", "0800 1111", "01632 960 1234"] {
            assert!(!is_number(number), "{number}");
        }
    }

    #[test]
    fn hosts_of_samples_are_known() {
        assert_eq!(host("write to duty@ash.example."), Some("ash.example"));
        assert_eq!(host("https://www.example.org/a"), Some("www.example.org"));
        for text in [
            "for example",
            "the example.",
            "https://myexample.com/",
            "an.example.uk",
        ] {
            assert_eq!(host(text), None, "{text}");
        }
    }
}
