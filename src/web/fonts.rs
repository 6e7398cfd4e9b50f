//! The fonts of pages: their files, and the rules by which browsers fetch them.
//!
//! A page is there before its fonts. Until they arrive, a font of the device stands in that is drawn as wide (`size-adjust`), so
//! that nothing moves. Only the parts that a page has letters of are fetched (`unicode-range`).

use std::fmt::Write as _;

use super::assets::Asset;
use crate::theme::{Cut, WebFont};

/// The files of web fonts, and their rules for a stylesheet that lies beside them. Nothing, if there are none.
pub(super) fn fonts(families: &[WebFont]) -> (Vec<Asset>, String) {
    let mut files = Vec::new();
    let mut rules = String::new();
    let mut names = Vec::new();
    for family in families {
        names.push(family.family.clone());
        for part in &family.parts {
            for face in &part.faces {
                let file = Asset::new(&face.stem, "woff2", face.bytes.clone());
                // Writing to a string cannot fail.
                let _ = writeln!(
                    rules,
                    "@font-face{{font-family:\"{}\";{};font-display:swap;src:url(\"{}\") format(\"woff2\");unicode-range:{}}}",
                    family.family,
                    cut(face.cut),
                    file.file_name(),
                    part.characters
                );
                files.push(file);
            }
        }
        for (at, stand_in) in family.stand_ins.iter().enumerate() {
            let name = format!("{} stand-in {}", family.family, at + 1);
            for face in &stand_in.faces {
                let local: Vec<String> = face
                    .names
                    .iter()
                    .map(|name| format!("local(\"{name}\")"))
                    .collect();
                let _ = writeln!(
                    rules,
                    "@font-face{{font-family:\"{name}\";{};src:{};size-adjust:{};ascent-override:{};descent-override:{};line-gap-override:0%}}",
                    cut(face.cut),
                    local.join(","),
                    face.size,
                    face.ascent,
                    face.descent
                );
            }
            names.push(name);
        }
    }
    if !names.is_empty() {
        let names: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
        let _ = writeln!(rules, ":root{{--web-fonts:{}}}", names.join(","));
    }
    (files, rules)
}

fn cut(cut: Cut) -> &'static str {
    match cut {
        Cut::Regular => "font-weight:400",
        Cut::Bold => "font-weight:700",
        Cut::Italic => "font-style:italic;font-weight:400",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::source::Sources;
    use crate::theme::Themes;

    #[test]
    fn the_default_fonts_are_small_and_have_rules() {
        let mut problems = Diagnostics::new();
        let theme = Themes::default()
            .load("default", &mut Sources::new(), &mut problems)
            .expect("it is there");
        let (files, rules) = fonts(&theme.web_fonts);
        assert!(problems.is_empty(), "{problems:#?}");
        assert_eq!(rules.matches("font-display:swap").count(), files.len());
        for file in &files {
            assert!(rules.contains(&format!("url(\"{}\")", file.file_name())));
        }
        // What a page in English fetches: letters for reading, for headings, and at most for titles of works.
        let english: usize = theme.web_fonts[0].parts[0]
            .faces
            .iter()
            .map(|face| face.bytes.len())
            .sum();
        assert!(english <= 60_000, "{english} bytes");
        assert!(
            rules
                .contains(":root{--web-fonts:\"Noticeboard Sans\",\"Noticeboard Sans stand-in 1\"")
        );
    }

    #[test]
    fn every_letter_of_the_languages_of_these_isles_and_their_neighbours_is_in_some_part() {
        let mut problems = Diagnostics::new();
        let theme = Themes::default()
            .load("default", &mut Sources::new(), &mut problems)
            .expect("it is there");
        let has = |letter: char| {
            theme.web_fonts[0].parts.iter().any(|part| {
                part.characters.split(',').any(|range| {
                    let range = range.trim_start_matches("U+");
                    let (first, last) = range.split_once('-').unwrap_or((range, range));
                    let number = |digits| u32::from_str_radix(digits, 16).expect("a number");
                    (number(first)..=number(last)).contains(&u32::from(letter))
                })
            })
        };
        for letter in "aÀéŵŷẅĄęłșțėųğıİşắệợ€–“’•→✓".chars() {
            assert!(has(letter), "{letter}");
        }
        assert!(!has('ж'));
    }

    #[test]
    fn without_fonts_there_are_no_rules() {
        let (files, rules) = fonts(&[]);
        assert!(files.is_empty() && rules.is_empty());
    }
}
