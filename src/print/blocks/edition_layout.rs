//! A theme's layout as one edition has it.
//!
//! A theme can't know the colours of a brand, nor all languages; what hangs on them is looked at here, once for an edition
//! and before any of its posters is set.

use super::PosterLayout;
use super::look::Ground;
use super::palette::Palette;
use super::region::RegionSetup;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{Edition, Variant};

/// The contrast that text of any size needs (WCAG 2.2, 1.4.3).
const TEXT: f64 = 4.5;

impl PosterLayout {
    /// The layout for the posters of an edition in a language. What in it can't be read there is said.
    pub(crate) fn of_edition(
        &self,
        edition: &Edition,
        language: &str,
        problems: &mut Diagnostics,
    ) -> PosterLayout {
        let layout = self.clone();
        let palette = Palette::new(&edition.branding, Variant::Standard);
        for setup in &layout.regions {
            say_faint_words(setup, &palette, edition, problems);
            say_missing_alt(setup, language, edition, problems);
        }
        layout
    }
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
