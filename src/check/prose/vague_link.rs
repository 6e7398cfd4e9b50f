//! Links whose words don't say where they lead (WCAG 2.2, 2.4.4).

use super::{Say, Text};
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn check(text: &Text<'_>, say: &mut Say<'_>) {
    for passage in &text.passages {
        for link in &passage.links {
            let words = passage.words[link.clone()].trim();
            let small = words.to_lowercase();
            let bare = small.trim_matches(|c: char| !c.is_alphanumeric());
            if text.words().vague_links.contains(bare) {
                say(Diagnostic::new(
                    Code::VagueLink,
                    format!("“{words}” doesn't say where the link leads"),
                )
                .at(text.place(passage, link.clone()), "")
                .help("link the words that name what is there: people with screen readers go from link to link"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::of_section;
    use super::*;

    #[test]
    fn a_link_says_where_it_leads() {
        let found = of_section("To know more, [click here](channel:email).");
        assert_eq!(found, [(Code::VagueLink, "click here".to_owned())]);
        assert_eq!(of_section("[**More …**](channel:email)").len(), 1);
        assert!(of_section("Read [here is what to do](channel:email).").is_empty());
    }
}
