//! Every key of a theme's description of a poster.
//!
//! What stands here decides what may be written in `posters/*.yml`, and what `docs/themes.md` must tell: a test compares
//! both.

use super::look::{Arrangement, Tones};
use crate::edition::{Ground, Region};
use crate::pack::shape::{Kind, Naming, Record, may, needed};

pub(super) static PAGE: Record = Record {
    name: "a sheet",
    keys: &[&[
        needed("width", Kind::Plain, "Its width, in mm or pt."),
        needed("height", Kind::Plain, "Its height."),
        needed(
            "margin",
            Kind::Plain,
            "The white at its edges. Bands reach to the edge all the same.",
        ),
        may(
            "bleed",
            Kind::Plain,
            "How far colour reaches over the edge for a print shop to cut. 3mm, if nothing is said.",
        ),
    ]],
    short_form: None,
};

pub(super) static TYPE: Record = Record {
    name: "sizes of type",
    keys: &[&[
        needed(
            "body",
            Kind::Plain,
            "Body text where there is room to spare.",
        ),
        needed(
            "floor",
            Kind::Plain,
            "Body text at its smallest, 12pt or more.",
        ),
        needed(
            "comfort",
            Kind::Plain,
            "From this size on, titles don't shrink any more to make body text larger.",
        ),
        needed(
            "leading",
            Kind::Plain,
            "From line to line, in sizes of type.",
        ),
        needed("title", Kind::Plain, "The title at its largest."),
        needed(
            "title_one_line",
            Kind::Plain,
            "The title takes one line if it can be this large on it, and two otherwise.",
        ),
        needed("headline", Kind::Plain, "The headline at its largest."),
        needed(
            "heads",
            Kind::Plain,
            "The heads of levels at their largest.",
        ),
        needed("phones", Kind::Plain, "Phone numbers at their largest."),
        needed(
            "fine",
            Kind::Plain,
            "Version, dates and licence, 10pt or more.",
        ),
        may(
            "reading_distance",
            Kind::Distance,
            "From how far title and headline must be read: `3m`. An edition may say it, too.",
        ),
        may(
            "hyphenate",
            Kind::Switch,
            "Whether long words of body text may part at the end of a line, by the rules of their language. They don't, if nothing is said. An edition may say it, too; large print never does.",
        ),
    ]],
    short_form: None,
};

pub(super) static SQUEEZE: Record = Record {
    name: "a step of making things tighter",
    keys: &[&[
        needed("air", Kind::Plain, "What white space is multiplied with."),
        needed("titles", Kind::Plain, "What titles are multiplied with."),
        needed(
            "leave_out",
            Kind::Number,
            "What is left out: 1 what can best be spared, 2 the next best, too. 0, or nothing said, leaves nothing out.",
        ),
    ]],
    short_form: None,
};

pub(super) static PADDING: Record = Record {
    name: "the white within a region",
    keys: &[&[
        may(
            "all",
            Kind::Plain,
            "On all sides: what a length alone means. Bands take it at top and bottom, levels at the sides.",
        ),
        may("top", Kind::Plain, "At the top."),
        may("sides", Kind::Plain, "At both sides."),
        may("bottom", Kind::Plain, "At the bottom."),
    ]],
    short_form: Some("all"),
};

pub(super) static RULES: Record = Record {
    name: "the lines of a region",
    keys: &[&[
        may(
            "above",
            Kind::Plain,
            "How thick the line above it is, in pt.",
        ),
        may("below", Kind::Plain, "How thick the line below it is."),
        may(
            "between",
            Kind::Plain,
            "How thick the lines between its parts are: levels, notes, figures, groups of contacts.",
        ),
        may(
            "colour",
            Kind::Choice(Ground::NAMES),
            "Their colour, by what it is for. `primary`, if nothing is said.",
        ),
    ]],
    short_form: None,
};

/// Words by language, so that no poster speaks two of them.
const BY_LANGUAGE: Kind = Kind::Named(Naming::Slug, &Kind::Plain);
const MARKDOWN_BY_LANGUAGE: Kind = Kind::Named(Naming::Slug, &Kind::Blocks);

pub(super) static REGION: Record = Record {
    name: "a region",
    keys: &[&[
        needed("region", Kind::Choice(Region::NAMES), "Which one."),
        may(
            "fill",
            Kind::Choice(Ground::NAMES),
            "The colour behind it, by what it is for. Text on it is black or white, whichever reads better.",
        ),
        may(
            "text",
            Kind::Choice(Ground::NAMES),
            "The colour of its words, if another is wanted. It must read on the fill at 4.5:1 in every edition.",
        ),
        may(
            "edge",
            Kind::Switch,
            "Whether it reaches to the edges of the sheet. Bands do, if nothing is said.",
        ),
        may(
            "padding",
            Kind::Record(&PADDING),
            "The white within it: one length, or one for each side.",
        ),
        may(
            "gap",
            Kind::Plain,
            "The white between levels, notes, figures or groups of contacts.",
        ),
        may("corners", Kind::Plain, "How round its corners are."),
        may(
            "rules",
            Kind::Record(&RULES),
            "Lines above, below and within it.",
        ),
        may(
            "arrange",
            Kind::Choice(Arrangement::NAMES),
            "How levels stand: columns side by side; rows, each head beside its statements; cards below one another; or halves, what to do and what not to do in larger type, and what to be careful with across below them.",
        ),
        may(
            "tones",
            Kind::Choice(Tones::NAMES),
            "The colour behind levels and groups of contacts: the pale or the strong one of their tone.",
        ),
        may(
            "notes",
            Kind::Switch,
            "Whether levels have what should be in place and what can follow beside them, as one more of them. The region `notes` isn't needed then.",
        ),
        may(
            "in_a_row",
            Kind::Number,
            "So many contacts or figures stand side by side.",
        ),
        may(
            "icon",
            Kind::Plain,
            "Its large icon: `true`, `false`, or the name of one of the theme's icons.",
        ),
        may(
            "label",
            BY_LANGUAGE,
            "What its head says, by language: `{ en: In place here }`. What an edition says in `labels` stands before it.",
        ),
        may(
            "words",
            MARKDOWN_BY_LANGUAGE,
            "What a text says, by language, in Markdown: paragraphs, headings and lists.",
        ),
        may(
            "file",
            Kind::Plain,
            "The picture: an SVG, PNG or JPEG of the theme, by its path in the theme's folder.",
        ),
        may(
            "alt",
            BY_LANGUAGE,
            "What the picture shows, by language, for those who don't see it.",
        ),
        may(
            "decoration",
            Kind::Switch,
            "Whether the picture says nothing, and so needs no `alt`.",
        ),
        may(
            "height",
            Kind::Plain,
            "How high a picture is, or a code, which is 30mm at least.",
        ),
        may(
            "leave_out",
            Kind::Number,
            "It is left out when a step of `squeeze` leaves out this rank.",
        ),
    ]],
    short_form: Some("region"),
};

/// What may differ when the sheet is turned. What isn't said stays.
pub(super) static TURNED: Record = Record {
    name: "a turned sheet",
    keys: &[&[
        may("type", Kind::Record(&TYPE), "The sizes of type."),
        may(
            "squeeze",
            Kind::List(&Kind::Record(&SQUEEZE)),
            "What gives way when space is short, step by step.",
        ),
        may(
            "most_air",
            Kind::Plain,
            "What white space is multiplied with at most, where there is room to spare.",
        ),
        may(
            "regions",
            Kind::List(&Kind::Record(&REGION)),
            "What stands on the sheet, from top to bottom.",
        ),
    ]],
    short_form: None,
};

pub(super) static LARGE_PRINT: Record = Record {
    name: "large print",
    keys: &[&[
        may("body", Kind::Plain, "Body text; 18pt, if nothing is said."),
        may(
            "floor",
            Kind::Plain,
            "The smallest of all type, 16pt or more, for body text if it takes too many pages, and for labels and page numbers.",
        ),
        may(
            "leading",
            Kind::Plain,
            "From line to line, in sizes of type; 1.3 or what `type` says, whichever is more.",
        ),
        may("title", Kind::Plain, "The title at its largest."),
        may("headline", Kind::Plain, "The headline at its largest."),
        may(
            "heads",
            Kind::Plain,
            "The heads of levels at their largest.",
        ),
        may("phones", Kind::Plain, "Phone numbers at their largest."),
        may(
            "margin",
            Kind::Plain,
            "The white at the edges of pages, if it isn't that of the sheet.",
        ),
        may(
            "pages",
            Kind::Number,
            "No more pages than these; 8, if nothing is said.",
        ),
        may(
            "regions",
            Kind::List(&Kind::Record(&REGION)),
            "What stands on the pages, from top to bottom, if it isn't what stands on the sheet.",
        ),
    ]],
    short_form: None,
};

/// Every key of a description of a poster.
pub(super) static POSTER: Record = Record {
    name: "a poster",
    keys: &[&[
        needed("page", Kind::Record(&PAGE), "The sheet."),
        needed("type", Kind::Record(&TYPE), "The sizes of type."),
        needed(
            "squeeze",
            Kind::List(&Kind::Record(&SQUEEZE)),
            "What gives way when space is short, step by step.",
        ),
        needed(
            "most_air",
            Kind::Plain,
            "What white space is multiplied with at most, where there is room to spare.",
        ),
        needed(
            "regions",
            Kind::List(&Kind::Record(&REGION)),
            "What stands on the sheet, from top to bottom.",
        ),
        may(
            "turned",
            Kind::Record(&TURNED),
            "What differs when an edition wants the sheet the other way up: `type`, `squeeze`, `most_air`, `regions`. What isn't said stays, and regions are arranged anew.",
        ),
        may(
            "large_print",
            Kind::Record(&LARGE_PRINT),
            "How its large print looks.",
        ),
    ]],
    short_form: None,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_tells_of_every_key() {
        let documentation = include_str!("../../../docs/themes.md");
        for record in [
            &PAGE,
            &TYPE,
            &SQUEEZE,
            &PADDING,
            &RULES,
            &REGION,
            &TURNED,
            &LARGE_PRINT,
            &POSTER,
        ] {
            for key in record.all_keys() {
                let row = format!("| `{}` | {} |", key.name, key.about);
                assert!(
                    documentation.contains(&row),
                    "it should have the row\n{row}"
                );
            }
        }
        let names = [
            Region::NAMES,
            Ground::NAMES,
            Arrangement::NAMES,
            Tones::NAMES,
        ];
        for name in names.into_iter().flatten() {
            assert!(documentation.contains(&format!("`{name}`")), "{name}");
        }
        for name in Region::NAMES {
            let keys = Region::named(name).map(Region::keys).unwrap_or_default();
            let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
            let row = format!("| {} |", keys.join(", "));
            assert!(
                documentation
                    .lines()
                    .any(|line| line.starts_with(&format!("| `{name}` |")) && line.ends_with(&row)),
                "the row of `{name}` should end with\n{row}"
            );
        }
    }
}
