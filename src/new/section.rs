//! A new section.

use crate::source::written::value;

/// How far apart sections are numbered, so that another fits between them.
const STEP: u32 = 10;

/// The number that comes after those of these files: `20-law.md` is 20.
pub fn next_number<'n>(files: impl IntoIterator<Item = &'n str>) -> u32 {
    let largest = files
        .into_iter()
        .filter_map(|name| name.split_once('-')?.0.parse::<u32>().ok())
        .max()
        .unwrap_or(0);
    (largest / STEP).saturating_add(1).saturating_mul(STEP)
}

/// Its file.
pub fn section(title: &str) -> String {
    format!(
        "---\n\
         # A chapter of prose. Its id is the name of this file without the number, which says where it stands.\n\
         title: {}\n\
         summary: Say in one line what it is about.\n\
         ---\n\
         \n\
         ## A heading\n\
         \n\
         Write here what there is to say. `docs/pack-format.md` shows how to write lists, warnings and links.\n",
        value(title)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_section_comes_last() {
        assert_eq!(next_number([]), 10);
        assert_eq!(next_number(["05-a.md", "20-law.md", "local.md"]), 30);
        assert_eq!(next_number(["25-a.md"]), 30);
    }
}
