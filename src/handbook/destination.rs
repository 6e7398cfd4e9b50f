//! Where the links of texts lead.

use super::{Chapter, Handbook, Target};
use crate::edition::HandbookPart;
use crate::markdown;
use crate::web::Address;

/// Where a link of a handbook leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// To a place within.
    Within(Target),
    /// To an address outside: `https:`, `mailto:`, `tel:`.
    Outside(String),
}

impl Handbook<'_> {
    /// Where a link in the text of a chapter leads. What the handbook leaves out is on the site, if there is one. `None` if it leads
    /// nowhere; then its words stand there alone.
    pub fn destination(
        &self,
        target: &markdown::Target,
        from: &Chapter<'_>,
    ) -> Option<Destination> {
        use markdown::Target as To;
        let entry = |part, id: &str| Target::part(part).within(id);
        let (within, page) = match target {
            To::Address(address) => return Some(Destination::Outside(address.clone())),
            To::Here(place) => (from.target.within(place), None),
            To::Channel(id, place) => (
                place_of(Target::channel(id), place.as_deref()),
                Some((Address::Channel(id.clone()), place.clone())),
            ),
            To::Section(id, place) => (
                place_of(Target::section(id), place.as_deref()),
                Some((Address::Section(id.clone()), place.clone())),
            ),
            To::Glossary(id) => (
                entry(HandbookPart::Glossary, id),
                Some((Address::Glossary, Some(id.clone()))),
            ),
            To::Source(id) => (
                entry(HandbookPart::Sources, id),
                Some((Address::Sources, Some(id.clone()))),
            ),
            To::Contact(id) => (
                entry(HandbookPart::Contacts, id),
                Some((Address::Contacts, Some(id.clone()))),
            ),
            To::Download(_) => {
                return self
                    .on_site(&Address::Downloads, None)
                    .map(Destination::Outside);
            }
        };
        if self.has(&within) {
            return Some(Destination::Within(within));
        }
        let (page, place) = page?;
        self.on_site(&page, place.as_deref())
            .map(Destination::Outside)
    }

    fn on_site(&self, page: &Address, place: Option<&str>) -> Option<String> {
        let site = self.site?;
        let page = page.public_path();
        Some(match place {
            Some(place) => format!("{site}{page}#{place}"),
            None => format!("{site}{page}"),
        })
    }
}

fn place_of(chapter: Target, place: Option<&str>) -> Target {
    match place {
        Some(place) => chapter.within(place),
        None => chapter,
    }
}
