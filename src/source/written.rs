//! Texts as they are written into YAML.

/// A text as a value: in quotes where YAML would take it for something else.
pub(crate) fn value(text: &str) -> String {
    let is_plain = text.starts_with(char::is_alphabetic)
        && !text.ends_with(char::is_whitespace)
        && text.chars().all(|c| {
            c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | ',' | '\'' | '’' | '(' | ')' | '/')
        });
    if is_plain {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// A text in quotes.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            // One line stays one line.
            c if c.is_control() => quoted.push(' '),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_yaml_would_misread_is_quoted() {
        assert_eq!(value("St Ann's Trust"), "St Ann's Trust");
        for (text, written) in [
            ("Ash: a board", "\"Ash: a board\""),
            ("#1b365d", "\"#1b365d\""),
            ("01632 960001", "\"01632 960001\""),
            ("a \"b\" \\", "\"a \\\"b\\\" \\\\\""),
            ("", "\"\""),
        ] {
            assert_eq!(value(text), written);
        }
    }
}
