//! What an edition says of its posters as a whole.

use super::context::Context;
use super::fields::Fields;
use crate::diagnostic::{Code, Diagnostic, Located};
use crate::edition::model::{Distance, Orientation, Overflow, PaperSize, PosterSettings, Variant};

/// The record `posters`. Names that don't exist were said, and taken out, when the file was read.
pub(super) fn read(root: &Fields<'_>, cx: &mut Context<'_>) -> PosterSettings {
    let Some(fields) = root.inner("posters") else {
        return PosterSettings::default();
    };
    PosterSettings {
        sizes: choices(&fields, "sizes", PaperSize::named, cx),
        orientation: fields
            .word("orientation")
            .and_then(|way| Some(Located::new(Orientation::named(&way.value)?, way.at))),
        reading_distance: fields
            .word("reading_distance")
            .and_then(|far| Some(Located::new(Distance::parse(&far.value)?, far.at))),
        variants: choices(&fields, "variants", Variant::named, cx),
        overflow: fields
            .word("overflow")
            .and_then(|choice| Overflow::named(&choice.value))
            .unwrap_or_default(),
        hyphenate: fields
            .get("hyphenate")
            .map(|node| Located::new(fields.switch("hyphenate"), node.at)),
    }
}

/// A list of names that may each stand there once.
pub(super) fn choices<T: PartialEq>(
    fields: &Fields<'_>,
    key: &str,
    named: impl Fn(&str) -> Option<T>,
    cx: &mut Context<'_>,
) -> Vec<Located<T>> {
    let mut chosen: Vec<Located<T>> = Vec::new();
    for word in fields.words(key) {
        let Some(value) = named(&word.value) else {
            continue;
        };
        if let Some(first) = chosen.iter().find(|other| other.value == value) {
            cx.say(
                Diagnostic::new(
                    Code::DuplicateId,
                    format!("`{}` stands twice in `{key}`", word.value),
                )
                .at(word.at, "again here")
                .at(first.at, "first here"),
            );
            continue;
        }
        chosen.push(Located::new(value, word.at));
    }
    chosen
}
