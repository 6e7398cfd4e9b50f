//! The one place that makes text safe to stand in HTML. (Templates escape what they fill in by the same five letters.)

use std::fmt::{self, Write as _};

/// Adds `text` to `html`, safe between tags and in quoted attributes.
pub(crate) fn escape_into(text: &str, html: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        let (before, from) = rest.split_at(at);
        html.push_str(before);
        let mut letters = from.chars();
        html.push_str(match letters.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            _ => "&#39;",
        });
        rest = letters.as_str();
    }
    html.push_str(rest);
}

/// Adds tags, whose words are safe already, to `html`.
pub(crate) fn put(html: &mut String, tags: fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = html.write_fmt(tags);
}

/// `text`, safe between tags and in quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape_into(text, &mut html);
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn unescape(html: &str) -> String {
        html.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&")
    }

    proptest! {
        #[test]
        fn nothing_that_opens_or_closes_is_left(text in "[\\PC<>&\"']{0,40}") {
            let html = escape(&text);
            prop_assert!(!html.contains(['<', '>', '"', '\'']));
            prop_assert_eq!(unescape(&html), text);
        }
    }

    #[test]
    fn quotes_cannot_end_an_attribute() {
        assert_eq!(escape("a\" onclick='x'"), "a&quot; onclick=&#39;x&#39;");
    }
}
