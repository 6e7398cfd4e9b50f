//! Every key of a theme's description of its handbook.
//!
//! What stands here decides what may be written in `handbook.yml`, and what `docs/handbook.md` must tell: a test compares both.

use crate::edition::{Ground, HandbookPart};
use crate::pack::shape::{Kind, Record, may, needed};

pub(super) static PAGE: Record = Record {
    name: "a page",
    keys: &[&[
        needed("width", Kind::Plain, "Its width, in mm or pt."),
        needed("height", Kind::Plain, "Its height."),
        needed("top", Kind::Plain, "The white at its top."),
        needed("bottom", Kind::Plain, "The white at its foot."),
        needed("side", Kind::Plain, "The white at either side."),
        needed(
            "spine",
            Kind::Plain,
            "How far text stands away from the spine where an edition asks for `mirrored_margins`.",
        ),
    ]],
    short_form: None,
};

pub(super) static SIZES: Record = Record {
    name: "sizes of type",
    keys: &[&[
        needed(
            "body",
            Kind::Plain,
            "Body text, running heads and page numbers; 12pt or more.",
        ),
        needed(
            "leading",
            Kind::Plain,
            "From line to line, in sizes of type.",
        ),
        needed(
            "title",
            Kind::Plain,
            "The title on the cover, at its largest.",
        ),
        needed("chapter", Kind::Plain, "Titles of chapters."),
        needed("heading", Kind::Plain, "Headings in chapters."),
        needed("subheading", Kind::Plain, "Headings below these."),
        needed(
            "headline",
            Kind::Plain,
            "The one thing of a channel to remember.",
        ),
    ]],
    short_form: None,
};

pub(super) static COLOURS: Record = Record {
    name: "colours",
    keys: &[&[
        may(
            "cover",
            Kind::Choice(Ground::NAMES),
            "Behind the title on the cover; `primary`, if left out.",
        ),
        may(
            "headline",
            Kind::Choice(Ground::NAMES),
            "Behind the one thing to remember; `ink`, if left out.",
        ),
        may(
            "boxes",
            Kind::Choice(Ground::NAMES),
            "Behind cases, prompts and other boxes; `pale`, if left out.",
        ),
        may(
            "lines",
            Kind::Choice(Ground::NAMES),
            "Lines below titles and in tables; `primary`, if left out.",
        ),
    ]],
    short_form: None,
};

/// Every key of a description of a handbook.
pub(super) static HANDBOOK: Record = Record {
    name: "a handbook",
    keys: &[&[
        needed("page", Kind::Record(&PAGE), "The page."),
        needed("type", Kind::Record(&SIZES), "The sizes of type."),
        may(
            "colours",
            Kind::Record(&COLOURS),
            "Colours, by what they are for.",
        ),
        may(
            "new_page",
            Kind::List(&Kind::Choice(HandbookPart::NAMES)),
            "The parts whose chapters begin on a new page each. Of other parts, only the first chapter does.",
        ),
        may(
            "parts",
            Kind::List(&Kind::Choice(HandbookPart::NAMES)),
            "The parts, in order, for editions that don't say. All of them, if left out.",
        ),
    ]],
    short_form: None,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_tells_of_every_key() {
        let documentation = include_str!("../../../docs/handbook.md");
        for record in [&PAGE, &SIZES, &COLOURS, &HANDBOOK] {
            for key in record.all_keys() {
                let row = format!("| `{}` | {} |", key.name, key.about);
                assert!(
                    documentation.contains(&row),
                    "it should have the row\n{row}"
                );
            }
        }
    }
}
