//! Pictures in texts that readers must not be shown: drawings with scripts or parts from elsewhere, and giants.
//!
//! Pages take over pictures as they are. Whether print can show them is said where it prints; this holds even if it doesn't.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::Edition;
use crate::print::picture::Picture;

pub(super) fn check(edition: &Edition, problems: &mut Diagnostics) {
    for (file, bytes) in &edition.pictures {
        if let Err(error) = Picture::may_be_shown(bytes) {
            problems.push(
                Diagnostic::new(
                    Code::BadPicture,
                    format!("`{file}` can't be shown: {error}"),
                )
                .at(edition.at, "")
                .in_edition(&edition.id),
            );
        }
    }
}
