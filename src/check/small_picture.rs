//! Pictures of pixels that are too small for paper.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Span};
use crate::edition::{Edition, HandbookPart, Statement};
use crate::markdown::{Block, pictures_of_blocks};
use crate::web::picture_size::Size;

/// Fewer dots in an inch than this look rough from where a poster is read.
const DENSITY: f64 = 150.0;
/// About how wide a logo is on a poster, in millimetres.
const LOGO: f64 = 50.0;
/// About how wide a picture is on a poster, in millimetres.
const PICTURE: f64 = 180.0;
/// About the largest that a picture of a text is in a handbook: as wide as the text, or as high as half a page, in millimetres.
const IN_HANDBOOK: (f64, f64) = (170.0, 110.0);

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    if let Some(logo) = &edition.branding.logo {
        one(edition, &logo.file, &logo.bytes, LOGO, problems);
    }
    if let Some(picture) = &edition.poster_changes.picture {
        one(edition, &picture.file, &picture.bytes, PICTURE, problems);
    }
    if !edition.handbook.files().is_empty() {
        in_handbook(edition, problems);
    }
}

/// Pictures that texts show, each at its first place.
fn in_handbook(edition: &Edition, problems: &mut Diagnostics) {
    let mut places: BTreeMap<&str, Span> = BTreeMap::new();
    let mut found = |file, at| {
        places.entry(file).or_insert(at);
    };
    for part in edition.handbook.parts() {
        for text in texts(edition, part) {
            pictures_of_blocks(text, &mut found);
        }
    }
    for (file, at) in places {
        let Some(bytes) = edition.pictures.get(file) else {
            continue;
        };
        let width = Size::of(bytes).map_or(IN_HANDBOOK.0, |size| {
            let ratio = f64::from(size.width) / f64::from(size.height.max(1));
            IN_HANDBOOK.0.min(IN_HANDBOOK.1 * ratio)
        });
        one(
            edition,
            &Located::new(file.to_owned(), at),
            bytes,
            width,
            problems,
        );
    }
}

/// What a part of the handbook holds that may show pictures.
fn texts(edition: &Edition, part: HandbookPart) -> Vec<&[Block]> {
    fn full(statements: &[Statement]) -> impl Iterator<Item = &[Block]> {
        statements.iter().map(|statement| &*statement.full)
    }
    let summary = edition.do_and_dont.as_ref();
    let mut texts: Vec<&[Block]> = Vec::new();
    match part {
        HandbookPart::Sections => {
            texts.extend(edition.sections.iter().map(|section| &*section.body));
        }
        HandbookPart::Channels => {
            for channel in &edition.channels {
                for level in &channel.levels {
                    texts.extend(full(&level.statements));
                }
                texts.extend(full(&channel.safeguards));
                texts.push(&channel.body);
            }
        }
        // Either of them has the full words.
        HandbookPart::DoAndDont | HandbookPart::InFull => {
            for statements in summary.iter().flat_map(|both| [&both.dos, &both.donts]) {
                texts.extend(full(statements));
            }
            let in_short = part == HandbookPart::DoAndDont;
            texts.extend(summary.filter(|_| in_short).map(|both| &*both.body));
        }
        _ => {}
    }
    texts
}

fn one(
    edition: &Edition,
    file: &Located<String>,
    bytes: &[u8],
    width: f64,
    problems: &mut Diagnostics,
) {
    let is_pixels = bytes.starts_with(b"\x89PNG") || bytes.starts_with(b"\xFF\xD8\xFF");
    let Some(size) = Size::of(bytes).filter(|_| is_pixels) else {
        return;
    };
    let wanted = (width / 25.4 * DENSITY).round();
    if f64::from(size.width) < wanted {
        problems.push(
            Diagnostic::new(
                Code::SmallPicture,
                format!("`{}` is {} pixels wide, and looks rough on paper", file.value, size.width),
            )
            .at(file.at, "")
            .help(format!("paper needs {wanted} pixels, which is {DENSITY} to an inch; an SVG is sharp at every size"))
            .in_edition(&edition.id),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial;

    /// The head of a PNG so many pixels wide.
    fn png(width: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(80_u32.to_be_bytes());
        bytes
    }

    fn codes(bytes: &[u8]) -> Vec<Code> {
        let (edition, _) = trial::edition("");
        let mut problems = Diagnostics::new();
        let file = Located::new("logo.png".to_owned(), edition.at);
        one(&edition, &file, bytes, LOGO, &mut problems);
        problems.iter().map(|problem| problem.code).collect()
    }

    #[test]
    fn pictures_of_texts_have_enough_pixels_for_the_handbook() {
        let said = |width: u32, settings: &str| {
            let (mut edition, _) = trial::edition(settings);
            edition
                .pictures
                .insert("phone.png".to_owned(), png(width).into());
            let block = crate::markdown::Block::Picture {
                alt: "A phone".to_owned(),
                file: "phone.png".to_owned(),
                caption: String::new(),
                language: None,
                at: edition.at,
            };
            // The same picture twice is said once.
            let quote = crate::markdown::Block::Quote(vec![block.clone()]);
            edition.channels[0].body = vec![quote, block];
            let mut problems = Diagnostics::new();
            check(&edition, &mut problems);
            problems.iter().count()
        };
        assert_eq!(said(900, ""), 1);
        assert_eq!(said(1004, ""), 0);
        assert_eq!(said(900, "handbook: false"), 0);
        assert_eq!(said(900, "handbook: { parts: [contacts] }"), 0);
    }

    #[test]
    fn pictures_of_statements_and_of_the_summary_count_where_the_handbook_has_them() {
        let folder = crate::trial::Folder::new();
        folder.write(
            "pack.yml",
            "title: Safe\nlevels: [{id: best, label: Best, tone: do}]\n",
        );
        folder.write(
            "channels/email.md",
            "---\ntitle: Email\nlevels: {best: [{id: a, short: Ask., full: '![A](a.png)'}]}\nsafeguards: [{id: s, short: Safe., full: '![B](b.png)'}]\n---\n",
        );
        folder.write(
            "do-and-dont.md",
            "---\ntitle: Both\ndo: [{id: d, short: Do., full: '![C](c.png)'}]\ndont: [{id: n, short: Do not., full: '![D](d.png)'}]\n---\n![E](e.png)\n",
        );
        let assets = folder.path().join("assets");
        std::fs::create_dir(&assets).expect("a folder");
        for name in ["a", "b", "c", "d", "e"] {
            std::fs::write(assets.join(format!("{name}.png")), png(80)).expect("a picture");
        }
        let said = |parts: &str| {
            folder.write(
                "editions/ash/edition.yml",
                &format!("name: Ash\nhandbook: {{ parts: [{parts}] }}\n"),
            );
            let (mut sources, mut problems) = (crate::source::Sources::new(), Diagnostics::new());
            let pack = crate::pack::read(folder.path(), &mut sources, &mut problems);
            let editions =
                crate::edition::editions(&pack.expect("a pack"), &sources, &mut problems);
            let mut problems = Diagnostics::new();
            check(&editions[0], &mut problems);
            let names = problems
                .iter()
                .map(|problem| problem.message[1..2].to_owned());
            names.collect::<String>()
        };
        assert_eq!(said("channels"), "ab");
        assert_eq!(said("do-and-dont"), "cde");
        assert_eq!(said("do-and-dont-in-full"), "cd");
        assert_eq!(said("contacts"), "");
    }

    #[test]
    fn a_logo_has_enough_pixels_for_paper() {
        assert_eq!(codes(&png(294)), [Code::SmallPicture]);
        assert!(codes(&png(295)).is_empty());
        assert!(
            codes(b"<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/>").is_empty()
        );
    }
}
