//! XML as Word has it.

use std::fmt::{self, Write as _};

/// Text that is safe between tags and in attributes. Characters that XML can't hold are left out (XML 1.0 §2.2).
pub(super) fn safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\t' => safe.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => {}
            letter if letter.is_control() => {}
            letter => safe.push(letter),
        }
    }
    safe
}

/// Adds tags to a text.
pub(super) fn put(xml: &mut String, tags: fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = xml.write_fmt(tags);
}

/// A run of plain words.
pub(super) fn plain_run(text: &str) -> String {
    format!(
        "<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>",
        safe(text)
    )
}

/// A field that Word works out: PAGE, NUMPAGES. Until it does, it shows `shown`.
pub(super) fn field(instruction: &str, shown: &str) -> String {
    format!(
        "<w:fldSimple w:instr=\" {instruction} \">{}</w:fldSimple>",
        plain_run(shown)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_safe_in_xml() {
        assert_eq!(
            safe("a & <b>\u{0} \"c\"\n"),
            "a &amp; &lt;b&gt; &quot;c&quot; "
        );
    }
}
