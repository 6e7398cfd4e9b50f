//! What an edition says of its handbook.

use super::context::Context;
use super::fields::Fields;
use super::posters::choices;
use crate::edition::model::{HandbookFormat, HandbookPart, HandbookSettings, HandbookVariant};

/// The record `handbook`. Names that don't exist were said, and taken out, when the file was read.
pub(super) fn read(root: &Fields<'_>, cx: &mut Context<'_>) -> HandbookSettings {
    let Some(fields) = root.inner("handbook") else {
        return HandbookSettings::default();
    };
    HandbookSettings {
        wanted: fields.get("make").is_none() || fields.switch("make"),
        variants: choices(&fields, "variants", HandbookVariant::named, cx),
        formats: choices(&fields, "formats", HandbookFormat::named, cx),
        mirrored_margins: fields.switch("mirrored_margins"),
        chosen_parts: choices(&fields, "parts", HandbookPart::named, cx),
    }
}
