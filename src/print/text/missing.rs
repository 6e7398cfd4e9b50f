//! Characters that no font has, as problems to be told.

use std::collections::BTreeMap;

use unicode_script::{Script, UnicodeScript};

use crate::diagnostic::{Code, Diagnostic, Span};

/// A character that no face has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MissingCharacter {
    /// The character.
    pub(crate) character: char,
    /// The first place that needs it.
    pub(crate) at: Span,
    /// The families that were asked, in this order.
    pub(crate) asked: Vec<String>,
}

/// Scripts that councils print in, each with a free font that has it.
const FONTS: &[(Script, &str)] = &[
    (Script::Arabic, "Noto Naskh Arabic or Noto Nastaliq Urdu"),
    (Script::Armenian, "Noto Sans Armenian"),
    (Script::Bengali, "Noto Sans Bengali"),
    (Script::Devanagari, "Noto Sans Devanagari"),
    (Script::Ethiopic, "Noto Sans Ethiopic"),
    (Script::Georgian, "Noto Sans Georgian"),
    (Script::Gujarati, "Noto Sans Gujarati"),
    (Script::Gurmukhi, "Noto Sans Gurmukhi"),
    (Script::Han, "Noto Sans SC or Noto Sans TC"),
    (Script::Hangul, "Noto Sans KR"),
    (Script::Hebrew, "Noto Sans Hebrew"),
    (Script::Hiragana, "Noto Sans JP"),
    (Script::Katakana, "Noto Sans JP"),
    (Script::Sinhala, "Noto Sans Sinhala"),
    (Script::Tamil, "Noto Sans Tamil"),
    (Script::Telugu, "Noto Sans Telugu"),
    (Script::Thai, "Noto Sans Thai"),
];

/// One problem for each script: where a whole script has no font, that is one fault and not a hundred.
pub(crate) fn missing_glyphs<'m>(
    missing: impl Iterator<Item = &'m MissingCharacter>,
) -> Vec<Diagnostic> {
    let mut scripts: BTreeMap<&'static str, Vec<&MissingCharacter>> = BTreeMap::new();
    for character in missing {
        scripts
            .entry(character.character.script().full_name())
            .or_default()
            .push(character);
    }
    scripts.into_values().map(|all| diagnostic(&all)).collect()
}

fn diagnostic(missing: &[&MissingCharacter]) -> Diagnostic {
    /// So many characters are shown, and so many places.
    const SHOWN: usize = 12;
    const PLACES: usize = 3;

    let script = missing.first().map(|first| first.character.script());
    let message = match missing {
        [one] => format!(
            "no font has the character “{}” (U+{:04X})",
            one.character,
            u32::from(one.character)
        ),
        many => {
            let shown: Vec<String> = many
                .iter()
                .take(SHOWN)
                .map(|missing| missing.character.to_string())
                .collect();
            let more = if many.len() > SHOWN { " …" } else { "" };
            format!(
                "no font has {} characters of the script {}: {}{more}",
                many.len(),
                script.map_or("", Script::full_name),
                shown.join(" ")
            )
        }
    };
    let mut diagnostic = Diagnostic::new(Code::MissingGlyph, message);
    let mut places: Vec<(Span, &[String])> = Vec::new();
    for missing in missing {
        if places.iter().all(|(at, _)| *at != missing.at) {
            places.push((missing.at, &missing.asked));
        }
    }
    places.sort_unstable();
    for (at, asked) in places.into_iter().take(PLACES) {
        diagnostic = diagnostic.at(at, format!("not in {}", asked.join(", ")));
    }
    let font = FONTS
        .iter()
        .find(|(of, _)| script == Some(*of))
        .map_or("a font that has it", |(_, font)| font);
    diagnostic.help(format!(
        "put {font} into the folder `fonts` beside pack.yml or edition.yml, and name the file under `branding: {{ fonts: [{{ regular: … }}] }}`"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;

    fn missing(characters: &str, at: usize) -> Vec<MissingCharacter> {
        let missing = |character| MissingCharacter {
            character,
            at: Span::new(FileId(0), at..at + 1),
            asked: vec!["Source Sans 3".to_owned(), "Noto Naskh Arabic".to_owned()],
        };
        characters.chars().map(missing).collect()
    }

    #[test]
    fn one_character_is_named_with_its_place_and_the_fonts_asked() {
        let found = missing_glyphs(missing("漢", 7).iter());
        let [only] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!(only.message, "no font has the character “漢” (U+6F22)");
        assert_eq!(only.labels[0].at, Span::new(FileId(0), 7..8));
        assert_eq!(
            only.labels[0].text,
            "not in Source Sans 3, Noto Naskh Arabic"
        );
        assert!(only.help[0].contains("Noto Sans SC"), "{only:?}");
    }

    #[test]
    fn a_script_without_a_font_is_one_fault() {
        let mut all = missing("電子郵件", 3);
        all.extend(missing("نامه", 1));
        all.extend(missing("一二三四五六七八九十", 2));
        let found = missing_glyphs(all.iter());
        assert_eq!(found.len(), 2);
        assert!(
            found[0]
                .message
                .contains("4 characters of the script Arabic")
        );
        assert!(
            found[1]
                .message
                .ends_with("電 子 郵 件 一 二 三 四 五 六 七 八 …"),
            "{}",
            found[1].message
        );
        assert_eq!(found[1].labels.len(), 2);
        assert!(found[1].labels[0].at < found[1].labels[1].at);
    }
}
