//! The words of the field as types, as they stand in an edition.
//!
//! Everything here is resolved: overlays merged, terms filled in, what is omitted left out, in the order to show it.

mod distance;
mod fonts;
mod handbook;
mod poster_changes;
mod posters;
mod readers;
mod regions;
mod text;
mod values;

pub use distance::Distance;
pub use fonts::{FontFamily, FontFile};
pub use handbook::{HandbookFile, HandbookFormat, HandbookPart, HandbookSettings, HandbookVariant};
pub use poster_changes::{PosterChanges, PosterKind, PosterPicture, PosterText};
pub use posters::{Orientation, Overflow, PaperSize, PosterSettings, Printing, Variant};
pub use readers::{Audience, Way, Worry};
pub use regions::{Ground, Region};
pub use text::Text;
pub use values::{
    Accessibility, Amendment, Branding, Channel, Contact, Contents, DoAndDont, DocumentControl,
    Download, Edition, GlossaryEntry, Level, LevelAdvice, Licence, Logo, Section, Source,
    Statement, Statistic, Tone, Urgency,
};
