//! What is there for certain readers: someone worried, someone in a hurry to leave, someone with a role.

use crate::diagnostic::{Located, Span};
use crate::edition::Text;

/// Something a reader may be worried about, and where to go with it.
#[derive(Debug, Clone)]
pub struct Worry {
    /// Its id.
    pub id: String,
    /// What someone is worried about, as it follows "I'm worried about …".
    pub text: Located<String>,
    /// Where to go with it.
    pub way: Way,
}

/// Where a worry leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// The page of a channel, by id.
    Channel(String),
    /// A section, by id.
    Section(String),
    /// A contact, by id.
    Contact(String),
}

/// A group of readers that some statements are for.
#[derive(Debug, Clone)]
pub struct Audience {
    /// Its id.
    pub id: String,
    /// Where it was written.
    pub at: Span,
    /// What it is called: Managers.
    pub label: Located<String>,
    /// Who belongs to it.
    pub about: Option<Text>,
}
