//! Pictures of pixels that are too small for paper.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Span};
use crate::edition::{Edition, HandbookPart};
use crate::markdown::pictures_of_blocks;
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
    let parts = edition.handbook.parts();
    let sections = edition.sections.iter().map(|section| &section.body);
    let sections = sections.filter(|_| parts.contains(&HandbookPart::Sections));
    let channels = edition.channels.iter().map(|channel| &channel.body);
    let channels = channels.filter(|_| parts.contains(&HandbookPart::Channels));
    sections
        .chain(channels)
        .for_each(|body| pictures_of_blocks(body, &mut found));
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
    fn a_logo_has_enough_pixels_for_paper() {
        assert_eq!(codes(&png(294)), [Code::SmallPicture]);
        assert!(codes(&png(295)).is_empty());
        assert!(
            codes(b"<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/>").is_empty()
        );
    }
}
