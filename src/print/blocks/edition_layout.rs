//! A theme's layout as one edition has it.
//!
//! A theme can't know the colours of a brand, nor all languages; what hangs on them is looked at here, once for an edition
//! and before any of its posters is set.

use super::PosterLayout;
use super::palette::Palette;
use super::region::RegionSetup;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, one_of};
use crate::edition::{Edition, Ground, PosterChanges, PosterKind, Region, Variant};

/// The contrast that text of any size needs (WCAG 2.2, 1.4.3).
const TEXT: f64 = 4.5;

impl PosterLayout {
    /// The layout for the posters of an edition in a language, with what the edition changes. What in it can't be read there
    /// is said.
    pub(crate) fn of_edition(
        &self,
        kind: PosterKind,
        edition: &Edition,
        language: &str,
        problems: &mut Diagnostics,
    ) -> PosterLayout {
        let mut layout = self.clone();
        if let Some(turned) = &self.turned {
            layout.turned = Some(Box::new(
                turned.of_edition(kind, edition, language, problems),
            ));
        }
        if let Some(hyphenate) = &edition.posters.hyphenate {
            layout.scale.hyphenate = hyphenate.value;
        }
        let changes = &edition.poster_changes;
        if let Some(order) = changes.regions.get(&kind) {
            if let Some(large) = layout.large_print.regions.take() {
                let notes = layout.regions.iter().any(|setup| setup.notes);
                let order = upright(&order.value, notes);
                layout.large_print.regions = Some(in_order(large, &order));
            }
            layout.regions = in_order(layout.regions, &order.value);
        }
        let palette = Palette::new(&edition.branding, Variant::Standard);
        let large = layout.large_print.regions.iter_mut().flatten();
        for setup in layout.regions.iter_mut().chain(large) {
            take_colour(setup, changes, &palette);
            say_faint_words(setup, &palette, edition, problems);
            say_missing_alt(setup, language, edition, problems);
        }
        layout
    }
}

/// The regions that an edition names, each as the theme has it, or else as it usually looks.
fn in_order(mut regions: Vec<RegionSetup>, order: &[Region]) -> Vec<RegionSetup> {
    order
        .iter()
        .map(
            |&region| match regions.iter().position(|setup| setup.region == region) {
                Some(at) => regions.remove(at),
                None => RegionSetup::plain(region),
            },
        )
        .collect()
}

/// The same regions for pages that stand and have one column: a masthead is a band and a title, and notes that stood beside the levels
/// stand below them.
fn upright(order: &[Region], notes_beside: bool) -> Vec<Region> {
    let apart = [Region::Notes, Region::Safeguards, Region::Consequences];
    let has_notes = order.iter().any(|region| apart.contains(region));
    order
        .iter()
        .flat_map(|&region| match region {
            Region::Masthead => vec![Region::Band, Region::Title],
            Region::Levels if notes_beside && !has_notes => vec![Region::Levels, Region::Notes],
            region => vec![region],
        })
        .collect()
}

/// Gives a region the colour that the edition has for it. Words of a colour that can't be read on it become black or white.
fn take_colour(setup: &mut RegionSetup, changes: &PosterChanges, palette: &Palette) {
    let own = changes
        .colours
        .iter()
        .find(|(region, _)| *region == setup.region);
    let Some((_, colour)) = own.filter(|_| setup.region.keys().contains(&"fill")) else {
        return;
    };
    setup.fill = Some(colour.value);
    if let Some(text) = &setup.text
        && palette.contrast(colour.value, text.value) < TEXT
    {
        setup.text = None;
    }
}

/// Says what an edition wants on its posters that has no place on any of them.
pub(crate) fn say_what_has_no_place(
    edition: &Edition,
    layouts: &[&PosterLayout],
    problems: &mut Diagnostics,
) {
    let changes = &edition.poster_changes;
    let all = || {
        layouts
            .iter()
            .flat_map(|layout| std::iter::once(*layout).chain(layout.turned.as_deref()))
            .flat_map(|layout| &layout.regions)
    };
    let mut say = |diagnostic: Diagnostic| problems.push(diagnostic.in_edition(&edition.id));
    let there: Vec<&str> = all()
        .filter(|setup| setup.region.keys().contains(&"fill"))
        .map(|setup| setup.region.name())
        .collect();
    for (region, colour) in &changes.colours {
        let name = region.name();
        if !region.keys().contains(&"fill") {
            say(Diagnostic::new(
                Code::NoPlaceOnPosters,
                format!("the region `{name}` has no colour behind it to change"),
            )
            .at(colour.at, "")
            .suggest(name, there.iter().copied()));
        } else if !there.contains(&name) {
            say(Diagnostic::new(
                Code::NoPlaceOnPosters,
                format!("no poster of this theme has the region `{name}`"),
            )
            .at(colour.at, "")
            .suggest(name, there.iter().copied())
            .help(format!(
                "its posters have {}",
                one_of(unique(&there).iter().copied())
            )));
        }
    }
    let wanted = [
        (Region::Text, changes.text.as_ref().map(|text| text.at)),
        (
            Region::Picture,
            changes.picture.as_ref().map(|picture| picture.file.at),
        ),
    ];
    for (region, at) in wanted {
        let has_place = all().any(|setup| setup.region == region && setup.is_for_the_edition());
        if let Some(at) = at.filter(|_| !has_place) {
            let name = region.name();
            say(Diagnostic::new(
                Code::NoPlaceOnPosters,
                format!("no poster of this theme has a region `{name}` for it"),
            )
            .at(at, "this stands on no poster")
            .help(format!(
                "say where: posters: {{ regions: [title, levels, {name}, contacts] }}"
            )));
        }
    }
}

fn unique<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let mut once: Vec<&str> = Vec::new();
    for name in names {
        if !once.contains(name) {
            once.push(name);
        }
    }
    once
}

/// Says which words of a theme's colour can't be read on the colour behind them.
fn say_faint_words(
    setup: &RegionSetup,
    palette: &Palette,
    edition: &Edition,
    problems: &mut Diagnostics,
) {
    let Some(text) = &setup.text else {
        return;
    };
    let fill = setup.ground().unwrap_or(Ground::Pale);
    let contrast = palette.contrast(fill, text.value);
    if contrast >= TEXT {
        return;
    }
    problems.push(
        Diagnostic::new(
            Code::FaintWords,
            format!(
                "the words of the region `{}` read at {contrast:.1}:1; they need {TEXT}:1",
                setup.region.name()
            ),
        )
        .at(text.at, "too little contrast with what is behind them")
        .help("leave `text` out: words are then black or white, whichever reads better")
        .in_edition(&edition.id),
    );
}

/// Says which picture of a theme has no words in the language of the posters.
fn say_missing_alt(
    setup: &RegionSetup,
    language: &str,
    edition: &Edition,
    problems: &mut Diagnostics,
) {
    let Some(picture) = &setup.picture else {
        return;
    };
    let Some(alt) = &picture.alt else {
        return;
    };
    // That there are none at all has been said when the theme was read.
    if alt.is_empty() || alt.contains_key(language) {
        return;
    }
    problems.push(
        Diagnostic::new(
            Code::MissingAlt,
            format!("the theme's picture has no words in the language `{language}`"),
        )
        .at(picture.at, "")
        .help(format!("add them to the theme: alt: {{ {language}: … }}"))
        .in_edition(&edition.id),
    );
}
