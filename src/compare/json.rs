//! A report for other programs.

use super::Report;

/// A report as JSON: the fields of [`Report`] by their names.
pub fn json(report: &Report) -> String {
    // Texts and lists alone can always be written.
    let mut text = serde_json::to_string_pretty(report).unwrap_or_default();
    text.push('\n');
    text
}
