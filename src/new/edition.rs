//! A new edition.

use std::fmt::Write as _;

use super::Below;
use crate::source::written::{quoted, value};

/// What is known of a new edition.
#[derive(Debug, Clone, Default)]
pub struct NewEdition {
    /// Its name.
    pub name: String,
    /// The edition it extends; the pack, if `None`.
    pub extends: Option<String>,
    /// The region that it is listed under.
    pub region: Option<String>,
    /// Where its website will be.
    pub url: Option<String>,
    /// Its main colour.
    pub colour: Option<String>,
    /// Contacts that it reaches in its own way.
    pub contacts: Vec<OwnContact>,
    /// The day on which somebody looks at it again, as `2027-09-01`.
    pub review: Option<String>,
}

/// A contact below a new edition, and how it is reached there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnContact {
    /// Its id.
    pub id: String,
    /// Its phone number; that of below, if `None`.
    pub phone: Option<String>,
    /// Its email address; that of below, if `None`.
    pub email: Option<String>,
}

/// Its `edition.yml`.
pub fn edition(new: &NewEdition, below: &Below) -> String {
    let mut text = String::from(
        "# An edition: it says only what differs from what it builds on. Lines that begin with # are notes, or keys that\n\
         # you may use: take the # and the blank after it away. All keys are explained in docs/pack-format.md.\n",
    );
    // Writing to a string cannot fail.
    let mut line = |line: String| {
        let _ = writeln!(text, "{line}");
    };
    if let Some(extends) = &new.extends {
        line(format!("extends: {extends}"));
    }
    line(format!("name: {}", value(&new.name)));
    line("# short_name: A name for where there is little room".to_owned());
    line(match &new.region {
        Some(region) => format!("region: {}", value(region)),
        None => "# region: Where it is; the page of all editions lists it there".to_owned(),
    });
    line("\n# Where the website will be published. The QR codes on posters lead there.".to_owned());
    line(match &new.url {
        Some(url) => format!("url: {url}"),
        None => "# url: https://www.board.example/online-safety/".to_owned(),
    });
    line(
        "\n# Colours in quotes, with six digits. White or black text is chosen to read on them."
            .to_owned(),
    );
    // A group with nothing but notes in it would be a key without a value, so that it is a note as a whole.
    let (note, logo, colour) = match &new.colour {
        Some(colour) => ("", "  # logo", quoted(colour)),
        None => ("# ", "#   logo", quoted("#1f4e79")),
    };
    line(format!("{note}branding:\n{note}  primary: {colour}"));
    line(format!(
        "{logo}: {{ file: logo.svg, alt: \"What the logo shows, in words\" }}"
    ));
    contacts(&mut text, new, below);
    terms(&mut text, below);
    review(&mut text, new, below);
    omit(&mut text, below);
    text
}

/// Contacts that it reaches in its own way, and those that it takes over, to be changed. What is taken over stands there as a note, so
/// that nobody publishes another body's address without having seen it.
fn contacts(text: &mut String, new: &NewEdition, below: &Below) {
    if below.contacts.is_empty() {
        return;
    }
    text.push_str(
        "\n# Whom to turn to here. What is not said stays as it is below; notes show what that is. Change what isn't yours.\n",
    );
    text.push_str(if new.contacts.is_empty() {
        "# contacts:\n"
    } else {
        "contacts:\n"
    });
    for contact in &below.contacts {
        let own = new.contacts.iter().find(|own| own.id == contact.id);
        if own.is_none() && !contact.is_local {
            continue;
        }
        let note = if own.is_none() { "# " } else { "" };
        let _ = writeln!(text, "{note}  - id: {}", contact.id);
        for (key, own, below) in [
            (
                "phone",
                own.and_then(|own| own.phone.as_ref()),
                &contact.phone,
            ),
            (
                "email",
                own.and_then(|own| own.email.as_ref()),
                &contact.email,
            ),
            ("hours", None, &contact.hours),
        ] {
            let _ = match own {
                Some(own) => writeln!(text, "    {key}: {}", value(own)),
                None if below.is_empty() => Ok(()),
                None if note.is_empty() => writeln!(text, "    # {key}: {}", value(below)),
                None => writeln!(text, "{note}    {key}: {}", value(below)),
            };
        }
    }
}

/// When somebody looks at it again. Who owns it is only named: an example would be printed by whoever takes the note as it is.
fn review(text: &mut String, new: &NewEdition, below: &Below) {
    text.push_str(
        "\n# When somebody looks at it again. `issued`, the day it was put out, and `owner`, who answers for it, can stand here, too.\n",
    );
    let _ = match (&new.review, &below.review) {
        (Some(day), _) => writeln!(text, "document:\n  review: {day}"),
        (None, Some(day)) => writeln!(text, "# document:\n#   review: {day}"),
        (None, None) => writeln!(text, "# document:\n#   review: year-month-day"),
    };
}

/// How to change and to leave out what there is, with one channel and one section of it. Nothing, if there is neither.
fn omit(text: &mut String, below: &Below) {
    let last = |key: &str, ids: &[String]| ids.last().map(|id| format!("{key}: [{id}]"));
    let examples: Vec<String> = [
        last("channels", &below.channels),
        last("sections", &below.sections),
    ]
    .into_iter()
    .flatten()
    .collect();
    if examples.is_empty() {
        return;
    }
    if let Some(id) = below.channels.first() {
        let _ = write!(
            text,
            "\n# To change a channel, make a file beside this one that says only what is different: channels/{id}.md"
        );
    }
    let _ = write!(
        text,
        "\n# To leave something out, name it here.\n# omit: {{ {} }}\n",
        examples.join(", ")
    );
}

/// The terms there are, to be worded anew.
fn terms(text: &mut String, below: &Below) {
    if below.terms.is_empty() {
        return;
    }
    text.push_str("\n# Words of your own for the terms of the pack.\n# terms:\n");
    for (key, words) in &below.terms {
        let _ = writeln!(text, "#   {key}: {}", value(words));
    }
}
