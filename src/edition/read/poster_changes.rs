//! What an edition changes of the posters of its theme.

use std::collections::BTreeMap;

use super::context::Context;
use super::fields::{self, Fields};
use super::ink::Written;
use crate::diagnostic::{Code, Diagnostic, Located, Span, one_of};
use crate::edition::model::{Ground, PosterChanges, PosterKind, PosterPicture, PosterText, Region};
use crate::edition::{BrandColour, Rgb};
use crate::markdown::short_text;

/// The record `posters`, as far as it is about how they look.
pub(super) fn read(root: &Fields<'_>, cx: &mut Context<'_>) -> PosterChanges {
    let Some(fields) = root.inner("posters") else {
        return PosterChanges::default();
    };
    let labels = fields.get("labels").map(|labels| labels.entries());
    let (colours, own_colours) = colours(&fields, cx);
    PosterChanges {
        colours,
        own_colours,
        labels: labels
            .unwrap_or_default()
            .iter()
            .filter_map(|entry| Some((entry.key.to_string(), fields::plain(&entry.node, cx)?)))
            .filter(|(_, label)| !label.value.is_empty())
            .collect(),
        regions: regions(&fields, calls_for_help(root), cx),
        text: text(&fields, cx),
        picture: picture(&fields, cx),
    }
}

/// Whether there is someone to call in an emergency, who has to be on every poster.
fn calls_for_help(root: &Fields<'_>) -> bool {
    let says = |node: &crate::source::Node, key: &str, value: &str| {
        node.get(key)
            .and_then(|node| node.scalar())
            .is_some_and(|text| &**text == value)
    };
    root.items("contacts")
        .iter()
        .any(|contact| says(contact, "urgency", "emergency") && says(contact, "on_posters", "true"))
}

/// The colours behind regions, and those of them that are the board's own.
type Colours = (
    Vec<(Region, Located<Ground>)>,
    Vec<(Region, Located<BrandColour>)>,
);

fn colours(fields: &Fields<'_>, cx: &mut Context<'_>) -> Colours {
    let (mut colours, mut own) = (Vec::new(), Vec::new());
    let Some(fields) = fields.inner("colours") else {
        return (colours, own);
    };
    for entry in fields.node().entries() {
        let Some(region) = Region::named(&entry.key) else {
            continue;
        };
        let Some(written) = Written::at(&fields, &entry.key, cx) else {
            continue;
        };
        let word = &written.rgb;
        let text = word.value.as_str();
        match (Ground::named(text), Rgb::parse(text)) {
            (Some(ground), _) if !written.has_inks() => {
                colours.push((region, Located::new(ground, word.at)));
            }
            (None, Some(rgb)) => {
                colours.push((region, Located::new(Ground::Own(rgb), word.at)));
                own.push((region, Located::new(written.with_inks(rgb, cx), word.at)));
            }
            (Some(_), _) => cx.say(
                Diagnostic::new(
                    Code::WrongForm,
                    format!("`{text}` has inks of its own already"),
                )
                .at(
                    word.at,
                    "inks are said only of a colour such as \"#1b365d\"",
                )
                .help(format!("write {}: {text}", region.name())),
            ),
            (None, None) => cx.say(
                Diagnostic::new(
                    Code::WrongForm,
                    format!("`{text}` is not a colour of a poster"),
                )
                .at(
                    word.at,
                    format!(
                        "expected a colour such as \"#1b365d\", or {}",
                        one_of(Ground::NAMES.iter().copied())
                    ),
                )
                .suggest(text, Ground::NAMES.iter().copied()),
            ),
        }
    }
    (colours, own)
}

fn regions(
    fields: &Fields<'_>,
    calls_for_help: bool,
    cx: &mut Context<'_>,
) -> BTreeMap<PosterKind, Located<Vec<Region>>> {
    let mut orders = BTreeMap::new();
    let Some(fields) = fields.inner("regions") else {
        return orders;
    };
    for kind in PosterKind::ALL {
        let Some(list) = fields.get(kind.name()) else {
            continue;
        };
        let mut regions: Vec<(Region, Span)> = Vec::new();
        for word in fields.words(kind.name()) {
            // Names that there aren't were said when the file was read.
            let Some(region) = Region::named(&word.value) else {
                continue;
            };
            if let Some((other, first)) = regions.iter().find(|(other, _)| {
                // An edition has one text and one picture.
                *other == region || region.repeats(*other)
            }) {
                let message = if *other == region {
                    format!("the region `{}` stands twice on a poster", region.name())
                } else {
                    format!(
                        "the regions `{}` and `{}` say the same",
                        other.name(),
                        region.name()
                    )
                };
                cx.say(
                    Diagnostic::new(Code::DuplicateId, message)
                        .at(word.at, "again here")
                        .at(*first, "first here"),
                );
                continue;
            }
            regions.push((region, word.at));
        }
        let regions: Vec<Region> = regions.into_iter().map(|(region, _)| region).collect();
        // The one that is missing may be the one whose name is misspelt.
        let misspelt = list.items().iter().any(|item| item.is_faulty());
        let lacks = kind.lacks(&regions, calls_for_help);
        for need in lacks.into_iter().filter(|_| !misspelt) {
            let names = one_of(need.one_of.iter().map(|region| region.name()));
            cx.say(
                Diagnostic::new(
                    Code::MissingRegion,
                    format!("the regions of `{}` are without {names}", kind.name()),
                )
                .at(list.at, need.or_else)
                .help(format!("add {names} to the list")),
            );
        }
        orders.insert(kind, Located::new(regions, list.at));
    }
    orders
}

fn text(fields: &Fields<'_>, cx: &mut Context<'_>) -> Option<PosterText> {
    let at = fields.get("text")?.at;
    let blocks = fields.blocks("text", cx);
    match short_text(blocks, at) {
        Ok(blocks) => Some(PosterText { blocks, at }),
        Err(problem) => {
            cx.say(problem);
            None
        }
    }
}

fn picture(fields: &Fields<'_>, cx: &mut Context<'_>) -> Option<PosterPicture> {
    let fields = fields.inner("picture")?;
    let file = fields.word("file");
    if file.is_none() {
        fields.missing("file", cx);
    }
    let file = file?;
    let alt = fields.plain("alt", cx);
    if alt.is_none() && !fields.switch("decoration") {
        cx.say(
            Diagnostic::new(
                Code::MissingAlt,
                format!(
                    "the picture `{}` has no words for those who don't see it",
                    file.value
                ),
            )
            .at(file.at, "")
            .help("say what it shows: alt: …; or decoration: true, if it says nothing"),
        );
    }
    let bytes = cx.asset(&file)?;
    Some(PosterPicture {
        file,
        bytes,
        alt: alt.filter(|_| !fields.switch("decoration")),
    })
}
