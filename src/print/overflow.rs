//! What is said of a poster that doesn't fit.

use super::blocks::PosterLayout;
use super::layout::{Canvas, Scale, SetText};
use super::text::MissingCharacter;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::edition::{Distance, Edition, Overflow, Printing, Variant};

/// A poster that doesn't fit, even in the smallest type.
#[derive(Debug)]
pub(super) struct TooMuch {
    /// The characters that no font has.
    pub(super) missing: Vec<MissingCharacter>,
    /// Its texts in the smallest type.
    texts: Vec<SetText>,
    /// By how many lines it is too full.
    lines: usize,
    /// The smallest type that is allowed, in points.
    floor: f32,
    /// The sheets that it may take.
    sheets: usize,
    /// From how far title and headline must be read.
    reading_distance: Option<Distance>,
}

impl TooMuch {
    /// What has been drawn is too high by so many points at this scale.
    pub(super) fn new(
        drawn: Canvas<'_>,
        missing: Vec<MissingCharacter>,
        layout: &PosterLayout,
        (scale, excess): (Scale, f32),
        sheets: usize,
    ) -> Self {
        let texts = drawn.finish().texts;
        let lines = (excess / (scale.body * layout.scale.leading)).ceil();
        Self {
            missing,
            texts,
            lines: (lines as usize).max(1),
            // As few decimals as it takes: paper of another size makes them.
            floor: (layout.scale.floor * layout.page.magnification * 10.0).round() / 10.0,
            sheets,
            reading_distance: layout.scale.reading_distance,
        }
    }

    /// Says by how much it is too full, and which statements take the most lines.
    pub(super) fn say(
        &self,
        edition: &Edition,
        printing: Printing,
        title: &str,
        at: Span,
    ) -> Diagnostic {
        /// So many statements are named.
        const NAMED: usize = 3;
        let mut statements: Vec<&SetText> = self
            .texts
            .iter()
            .filter(|text| text.statement.is_some())
            .collect();
        // The longest first; of equal ones, the one that comes first.
        statements.sort_by_key(|text| std::cmp::Reverse((text.lines, text.text.chars().count())));
        let lines = match self.lines {
            1 => "1 line".to_owned(),
            lines => format!("{lines} lines"),
        };
        let is_turned = printing.variant() == Variant::LargePrint;
        let sheets = match (is_turned, self.sheets) {
            (true, 1) => " for a page".to_owned(),
            (true, pages) => format!(" for {pages} pages"),
            (false, 1) => String::new(),
            (false, sheets) => format!(" for {sheets} sheets"),
        };
        let mut diagnostic = Diagnostic::new(
            Code::PosterOverflow,
            format!(
                "the poster “{title}”{} is too full{sheets} by {lines} at {} pt, the smallest size allowed",
                on_paper(printing),
                self.floor
            ),
        )
        .at(at, format!("{lines} too many"));
        for text in statements.iter().take(NAMED) {
            if let Some(at) = text.statement {
                diagnostic = diagnostic.at(
                    at,
                    match text.lines {
                        1 => "takes a line".to_owned(),
                        lines => format!("takes {lines} lines"),
                    },
                );
            }
        }
        diagnostic = diagnostic
            .help("shorten the longest statements: what `short` leaves out, `full` can say on the website")
            .help("or leave out a statement, with `remove: true` in an edition");
        if is_turned {
            diagnostic = diagnostic
                .help("or let it have more pages, in the theme's layout: large_print: {pages: 10}");
        } else if edition.posters.overflow == Overflow::Error {
            diagnostic = diagnostic
                .help("or let it go on on a second sheet: posters: {overflow: second-page}");
        }
        if let Some(distance) = self.reading_distance {
            let asked = edition.posters.reading_distance.as_ref();
            diagnostic = diagnostic
                .at_some(
                    asked.map(|far| far.at),
                    "this makes title and headline large",
                )
                .help(format!(
                    "or ask for a shorter `reading_distance` than {distance}, or for larger paper"
                ));
        }
        if let Some(name) = printing.folder() {
            diagnostic = diagnostic
                .at_some(edition.posters.asked_at(printing), "asked for here")
                .help(format!("or do without posters in `{name}`"));
        }
        diagnostic.in_edition(&edition.id)
    }
}

/// Which printing a message is about. The main one needs no name.
pub(super) fn on_paper(printing: Printing) -> String {
    printing
        .folder()
        .map_or_else(String::new, |name| format!(" ({name})"))
}
