//! A new channel.

use std::fmt::Write as _;

use super::Below;
use crate::source::written::value;

/// What is known of a new channel.
#[derive(Debug, Clone, Default)]
pub struct NewChannel {
    /// Its title.
    pub title: String,
    /// Its icon.
    pub icon: Option<String>,
}

/// Its file: one statement in each level, to be worded.
pub fn channel(new: &NewChannel, below: &Below) -> String {
    let mut text = format!(
        "---\n\
         # One channel: one poster and one page. Its id is the name of this file. Lines that begin with # are notes.\n\
         title: {}\n\
         summary: Say in one line what it is about.\n",
        value(&new.title)
    );
    // Writing to a string cannot fail.
    let _ = match &new.icon {
        Some(icon) => writeln!(text, "icon: {icon}"),
        None => writeln!(text, "# icon: speech"),
    };
    text.push_str(
        "# The one thing the poster shouts.\n\
         headline: Say here the one thing that nobody may forget.\n\
         \n\
         # Statements stand under the id of their level. `short` is for the poster; `full` says more on the web.\n\
         levels:\n",
    );
    for level in &below.levels {
        let words = match level.tone.as_str() {
            "do" => "Say here what to do.",
            "caution" => "Say here what needs care.",
            _ => "Say here what never to do.",
        };
        let _ = write!(
            text,
            "  {}:\n    - id: first-{}\n      short: {words}\n      # full: What more there is to say of it, for the web and the handbook.\n",
            level.id, level.id
        );
    }
    text.push_str(
        "\n\
         # What can follow, under the id of the level, and what should be in place.\n\
         # consequences: { poor: What could happen. }\n\
         # safeguards:\n\
         #   - id: policy\n\
         #     short: Everyone has read the policy.\n\
         ---\n\
         \n\
         Write here what is too long for a poster, with `##` before headings. If there is nothing, take this line away.\n",
    );
    text
}
