//! The pack as one board publishes it.
//!
//! Comes in: the layers of a pack, each a tree of values with their places. They are merged along the chain of an
//! edition by a few rules, terms are filled in, and out goes an [`Edition`]: typed values for pages and posters, together
//! with the merged tree, which remembers for each value which file of which layer wrote it.

mod colour;
mod model;

pub use colour::Rgb;
pub use model::{
    Accessibility, Amendment, Branding, Channel, Contact, Contents, DoAndDont, DocumentControl,
    Download, Edition, GlossaryEntry, Level, LevelAdvice, Licence, Logo, Section, Source,
    Statement, Text, Tone, Urgency,
};
