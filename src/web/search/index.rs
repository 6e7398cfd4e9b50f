//! The index that the script of the search page looks through.

use super::Entry;

/// The entries as a script: `[title, what it is part of, address, text]` for each.
pub(crate) fn script(entries: &[Entry]) -> String {
    let rows: Vec<[&str; 4]> = entries
        .iter()
        .map(|entry| [&*entry.title, &*entry.part_of, &*entry.href, &*entry.text])
        .collect();
    // JSON is a part of JavaScript (ECMA-262, 2019), and lists of texts can always be written.
    let rows = serde_json::to_string(&rows).unwrap_or_default();
    format!("self.noticeboardIndex={rows};\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_stays_text() {
        let entry = Entry {
            title: "\"</script>\\".to_owned(),
            part_of: String::new(),
            href: "a.html#b".to_owned(),
            text: "line\nline".to_owned(),
            in_list: false,
        };
        assert_eq!(
            script(&[entry]),
            "self.noticeboardIndex=[[\"\\\"</script>\\\\\",\"\",\"a.html#b\",\"line\\nline\"]];\n"
        );
    }
}
