//! Values that are told whole: nobody reads half a phone number, or half a date.

use jiff::civil::Date;

use crate::pack::shape::{self, Kind};
use crate::source::Node;

/// Whether what stands at a key is a number, a date, an address, a colour or a choice, and not words: it changes as a whole.
pub(super) fn is_value(key: &str, said: &[Option<&Node>]) -> bool {
    kind(key).is_some_and(|kind| match kind {
        Kind::Plain => said
            .iter()
            .flatten()
            .all(|node| node.scalar().is_some_and(|text| is_figure(text))),
        kind => is_whole(kind),
    })
}

/// Whether values of a kind are never read word by word.
fn is_whole(kind: Kind) -> bool {
    match kind {
        Kind::Slug
        | Kind::Date
        | Kind::Address
        | Kind::Email
        | Kind::Colour
        | Kind::Inks
        | Kind::Switch
        | Kind::Number
        | Kind::Distance
        | Kind::File
        | Kind::Language
        | Kind::Choice(_) => true,
        // A colour with its inks, or the colour alone that stands for them.
        Kind::Whole(record) => record
            .short_form
            .and_then(|name| record.key(name))
            .is_some_and(|key| is_whole(key.kind)),
        Kind::List(kind) => is_whole(*kind),
        Kind::Plain
        | Kind::Text
        | Kind::Blocks
        | Kind::Body
        | Kind::Record(_)
        | Kind::Named(..)
        | Kind::Things(_) => false,
    }
}

/// What stands at a key of a merged tree.
fn kind(key: &str) -> Option<Kind> {
    key.split('.')
        .try_fold(Kind::Record(&shape::LAYER), |kind, part| match kind {
            // The part is an id.
            Kind::Things(record) => Some(Kind::Record(record)),
            Kind::Whole(record) => record.key(part).map(|key| key.kind),
            kind => kind.of_key(part),
        })
}

/// Whether a text is a number with little beside it: `01632 960 100`, `82%`, `1 in 3`.
fn is_figure(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|letter| letter.is_alphabetic());
    digits > 0 && letters.count() <= digits
}

/// A date as people write it, `31 March 2027`, if a text is one.
pub(super) fn date(text: &str) -> Option<String> {
    /// `2027-03-31`: other ways of writing a date aren't taken for one.
    const LENGTH: usize = 10;
    let date: Date = (text.len() == LENGTH).then(|| text.parse().ok())??;
    Some(date.strftime("%-d %B %Y").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{FileId, Span};
    use crate::source::Value;

    #[test]
    fn numbers_dates_addresses_and_colours_are_values() {
        for (key, before, after) in [
            ("contacts.duty.phone", "01632 960 100", "01632 960 755"),
            ("contacts.duty.email", "duty@a.example", "duty@b.example"),
            ("document.review", "2027-03-31", "2028-03-31"),
            ("url", "https://a.example/", "https://b.example/"),
            ("branding.primary", "#1b365d", "#0b4f54"),
            ("local_advice", "true", "false"),
        ] {
            assert!(is(key, before, after), "{key}");
        }
        for (key, before, after) in [
            ("name", "National pack", "Vale"),
            ("terms.pupils", "children", "pupils"),
            ("contacts.duty.name", "Ward 4", "Ward 5"),
            ("contacts.duty.hours", "Mon to Fri, 9 to 5", "Every day"),
            (
                "channels.email.levels.best.work.short",
                "Reply in 2 days.",
                "Reply in 3 days.",
            ),
            ("nowhere.at.all", "1", "2"),
        ] {
            assert!(!is(key, before, after), "{key}");
        }
    }

    #[test]
    fn dates_are_told_as_people_write_them() {
        assert_eq!(date("2027-03-31").as_deref(), Some("31 March 2027"));
        for other in ["2027-02-30", "2027-3-31", "20270331", "01632 9601", "3.1"] {
            assert_eq!(date(other), None, "{other}");
        }
    }

    fn is(key: &str, before: &str, after: &str) -> bool {
        let place = Span::new(FileId(0), 0..0);
        let node = |text: &str| Node::new(Value::Scalar(text.into()), place);
        is_value(key, &[Some(&node(before)), Some(&node(after))])
    }
}
