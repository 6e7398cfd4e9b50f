//! The index that the script of the search page looks through.

use super::Entry;

/// The entries as a script: `[title, what it is part of, address, text]` for each. Words in another language than the page's
/// are pieces of `[language, words]`.
pub(crate) fn script(entries: &[Entry]) -> String {
    let rows: Vec<_> = entries
        .iter()
        .map(|entry| (&entry.title, &entry.part_of, &entry.href, &entry.text))
        .collect();
    // JSON is a part of JavaScript (ECMA-262, 2019), and lists of texts can always be written.
    let rows = serde_json::to_string(&rows).unwrap_or_default();
    format!("self.noticeboardIndex={rows};\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::wording::Wording;

    #[test]
    fn what_is_written_stays_text() {
        let entry = Entry {
            title: Wording::own("\"</script>\\"),
            part_of: Wording::default(),
            href: "a.html#b".to_owned(),
            text: Wording::own("line\nline"),
            in_list: false,
        };
        assert_eq!(
            script(&[entry]),
            "self.noticeboardIndex=[[\"\\\"</script>\\\\\",\"\",\"a.html#b\",\"line\\nline\"]];\n"
        );
    }
}
