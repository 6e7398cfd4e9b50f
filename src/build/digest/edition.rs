//! What an edition and a theme say, as digests.

use super::Digester;
use crate::edition::{Edition, FontFamily};
use crate::source::{Node, Value};
use crate::theme::Theme;

/// Everything that the artifacts of an edition are made from, its theme aside: the values of the merged tree, wherever they stand, and
/// the bytes of the files it names.
pub(in crate::build) fn of_edition(edition: &Edition) -> String {
    let mut digester = Digester::new();
    digester.text(&edition.id);
    digester.text(&edition.folder);
    digester.text(&edition.language);
    digester.texts(edition.chain.iter().map(String::as_str));
    let languages = edition.languages.iter();
    digester.texts(languages.map(|language| language.value.as_str()));
    // What is said of checks changes what is reported, and nothing that is made.
    let values = edition.values.entries().iter();
    for entry in values.filter(|entry| &*entry.key != "checks") {
        digester.text(&entry.key);
        node(&entry.node, &mut digester);
    }
    // What its pages say of how it differs depends on what the pack says, too.
    if let Some(local) = &edition.local_advice {
        digester.text(&format!("{local:?}"));
    }
    let logo = edition.branding.logo.as_ref();
    let picture = edition.poster_changes.picture.as_ref();
    let files = [
        logo.map(|logo| &logo.bytes),
        picture.map(|picture| &picture.bytes),
    ];
    for bytes in files.into_iter().flatten() {
        digester.bytes(bytes);
    }
    for download in &edition.downloads {
        digester.bytes(&download.bytes);
    }
    for (name, bytes) in &edition.pictures {
        digester.text(name);
        digester.bytes(bytes);
    }
    fonts(&edition.branding.fonts, &mut digester);
    digester.finish()
}

/// Everything that a theme holds, with what it inherits.
pub(in crate::build) fn of_theme(theme: &Theme) -> String {
    let mut digester = Digester::new();
    digester.text(&theme.name);
    for (path, file) in theme.files() {
        digester.text(path);
        digester.bytes(&file.bytes);
    }
    fonts(&theme.fonts, &mut digester);
    digester.finish()
}

pub(super) fn fonts(families: &[FontFamily], digester: &mut Digester) {
    for family in families {
        for (key, file) in family.files() {
            digester.text(key);
            digester.bytes(&file.bytes);
        }
        let languages = family.languages.iter();
        digester.texts(languages.map(|language| language.value.as_str()));
    }
}

fn node(node: &Node, digester: &mut Digester) {
    digester.text_or_none(node.language.as_deref());
    match &node.value {
        Value::Empty => digester.number(0),
        Value::Faulty => digester.number(1),
        Value::Scalar(text) => {
            digester.number(2);
            digester.text(text);
        }
        Value::List(items) => {
            digester.number(3);
            digester.number(items.len() as u64);
            for item in items {
                self::node(item, digester);
            }
        }
        Value::Map(entries) => {
            digester.number(4);
            for entry in entries {
                digester.flag(true);
                digester.text(&entry.key);
                self::node(&entry.node, digester);
            }
            digester.flag(false);
        }
    }
}
