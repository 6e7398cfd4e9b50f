//! Pictures of pixels that are too small for paper.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::edition::Edition;
use crate::web::picture_size::Size;

/// Fewer dots in an inch than this look rough from where a poster is read.
const DENSITY: f64 = 150.0;
/// About how wide a logo is on a poster, in millimetres.
const LOGO: f64 = 50.0;
/// About how wide a picture is on a poster, in millimetres.
const PICTURE: f64 = 180.0;

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    if let Some(logo) = &edition.branding.logo {
        one(edition, &logo.file, &logo.bytes, LOGO, problems);
    }
    if let Some(picture) = &edition.poster_changes.picture {
        one(edition, &picture.file, &picture.bytes, PICTURE, problems);
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
            .help(format!("posters need {wanted} pixels, which is {DENSITY} to an inch; an SVG is sharp at every size"))
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
    fn a_logo_has_enough_pixels_for_paper() {
        assert_eq!(codes(&png(294)), [Code::SmallPicture]);
        assert!(codes(&png(295)).is_empty());
        assert!(
            codes(b"<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/>").is_empty()
        );
    }
}
