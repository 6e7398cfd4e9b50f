//! What a handbook can point at.

use std::sync::Arc;

use crate::edition::HandbookPart;

/// A place in a handbook with a name of its own. Only what the handbook has can become one, and the name is made of ids
/// alone, so it stays the same when pages, titles or the order change.
///
/// Names are `channel-email`, `section-law`, or the name of a part such as `glossary`; a place within is added after a dot, by the
/// anchor it has on the site: `channel-email.advice_work-account`, `section-policy.2.3`, `glossary.phishing`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target(Arc<str>);

impl Target {
    /// A channel's chapter.
    pub(super) fn channel(id: &str) -> Self {
        Self(format!("channel-{id}").into())
    }

    /// A section's chapter.
    pub(super) fn section(id: &str) -> Self {
        Self(format!("section-{id}").into())
    }

    /// A chapter of which there is only one.
    pub(super) fn part(part: HandbookPart) -> Self {
        Self(part.name().into())
    }

    /// A place within: the id of a heading, the number of a clause, the id of an entry.
    pub(crate) fn within(&self, place: &str) -> Self {
        Self(format!("{}.{place}", self.0).into())
    }

    /// The name: letters, digits, hyphens, dots and underscores, as ids have them.
    pub fn name(&self) -> &str {
        &self.0
    }
}
