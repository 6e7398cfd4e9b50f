//! From Markdown to wording: a line of text as print sets it.

use std::sync::Arc;

use crate::markdown::{Inline, Target, plain_text};
use crate::print::scene::Goal;
use crate::print::text::{Link, Look, Style, Wording};

/// The wording of a line. Addresses within the pack become those of the edition's website, if it has one.
pub(super) fn wording(content: &[Inline], style: Style, site: Option<&str>) -> Wording {
    let mut wording = Wording::default();
    let look = Look {
        style,
        ..Look::default()
    };
    collect(content, &look, site, &mut wording);
    wording
}

fn collect(content: &[Inline], look: &Look, site: Option<&str>, wording: &mut Wording) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => wording.push_look(text, look.clone()),
            // Neither italics nor underlines: both are hard to read from afar (UKAAF G003).
            Inline::Emphasis(inner) | Inline::Strong(inner) => {
                let look = Look {
                    style: stronger(look.style),
                    ..look.clone()
                };
                collect(inner, &look, site, wording);
            }
            Inline::Link {
                target, content, ..
            } => {
                let link = address(target, site).map(|address| {
                    Arc::new(Link {
                        to: Goal::Address(address),
                        description: plain_text(content),
                    })
                });
                let look = Look {
                    link,
                    ..look.clone()
                };
                collect(content, &look, site, wording);
            }
            Inline::Foreign { language, content } => {
                let look = Look {
                    language: Some(Arc::clone(language)),
                    ..look.clone()
                };
                collect(content, &look, site, wording);
            }
            Inline::Picture { alt, .. } => wording.push_look(alt, look.clone()),
            Inline::Break => wording.push_look("\n", look.clone()),
            // A sheet of paper has no footnotes, and an edition no terms left to fill in.
            Inline::FootnoteMark(_) | Inline::Term { .. } => {}
        }
    }
}

fn stronger(style: Style) -> Style {
    match style {
        Style::Regular | Style::Italic => Style::Bold,
        Style::Bold | Style::Black => Style::Black,
    }
}

/// The address of a target as a reader of paper or PDF can follow it.
fn address(target: &Target, site: Option<&str>) -> Option<String> {
    let at = |path: String| site.map(|site| format!("{site}{path}"));
    let place = |place: &Option<String>| {
        place
            .as_ref()
            .map_or_else(String::new, |place| format!("#{place}"))
    };
    match target {
        Target::Address(address) => Some(address.clone()),
        Target::Here(_) => None,
        Target::Channel(id, fragment) => at(format!("channels/{id}/{}", place(fragment))),
        Target::Section(id, fragment) => at(format!("sections/{id}/{}", place(fragment))),
        Target::Glossary(id) => at(format!("glossary/#{id}")),
        Target::Source(id) => at(format!("sources/#{id}")),
        Target::Contact(id) => at(format!("contacts/#{id}")),
        Target::Download(id) => at(format!("downloads/#{id}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stress_is_bold_and_breaks_are_kept() {
        let wording = wording(
            &[
                Inline::Text("Use your ".into()),
                Inline::Emphasis(vec![Inline::Text("work".into())]),
                Inline::Break,
                Inline::Text("account".into()),
            ],
            Style::Regular,
            None,
        );
        let mut expected = Wording::new("Use your ", Style::Regular);
        expected.push("work", Style::Bold);
        expected.push("\naccount", Style::Regular);
        assert_eq!(wording, expected);
    }

    #[test]
    fn links_within_the_pack_lead_to_the_website() {
        let target = Target::Section("law".into(), Some("2.3".into()));
        assert_eq!(
            address(&target, Some("https://a.example/b/")).as_deref(),
            Some("https://a.example/b/sections/law/#2.3")
        );
        assert_eq!(address(&target, None), None);
    }
}
