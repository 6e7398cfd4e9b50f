//! Which files of earlier builds a build answers for, and what is lost when it takes them away.

use std::collections::BTreeSet;

use super::zipped::edition_of;
use super::{Only, Request};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{Edition, HandbookFile};
use crate::source::folder::has_ending;
use crate::web::{POSTERS, PRINT_SHOP};

/// Says which addresses people may have kept lead nowhere from now on.
pub(super) fn lost_addresses(lost: &[String], editions: &[Edition], problems: &mut Diagnostics) {
    for path in lost {
        // A language of an edition lies within it: the longest folder is the nearest.
        let within_folder = |edition: &&Edition| {
            path.strip_prefix(edition.folder.as_str())
                .is_some_and(|rest| rest.starts_with('/'))
        };
        let edition = editions
            .iter()
            .filter(within_folder)
            .max_by_key(|edition| edition.folder.len());
        let within = match edition {
            Some(edition) => &path[edition.folder.len() + 1..],
            None => path
                .split_once('/')
                .map_or(path.as_str(), |(_, within)| within),
        };
        // Of an edition that is gone as a whole, its home page stands for all.
        if edition.is_none() && within != "index.html" {
            continue;
        }
        let address = if edition.is_some() { within } else { path };
        let address = address.strip_suffix("index.html").unwrap_or(address);
        let diagnostic = Diagnostic::new(
            Code::LostAddress,
            format!("`{address}` was published before and is gone"),
        );
        let diagnostic = match edition {
            Some(edition) if has_ending(within, "html") => diagnostic
                .help(format!(
                    "let the page that takes its place answer there: aliases: [{}]",
                    address.trim_end_matches('/')
                ))
                .in_edition(&edition.id),
            Some(edition) => diagnostic.in_edition(&edition.id),
            None => diagnostic,
        };
        problems.push(diagnostic);
    }
}

/// Which of the files that earlier builds made this one answers for.
pub(super) struct Scope<'a> {
    request: &'a Request,
    /// The folders of the editions that are made, in all their languages.
    folders: BTreeSet<&'a str>,
    /// The folders of editions that stay as they are published.
    held_back: BTreeSet<&'a str>,
    /// Whether some editions are held back. Then it is not known which folders those have that could not even be read, so that only
    /// folders that are made are answered for.
    is_cautious: bool,
}

impl<'a> Scope<'a> {
    pub(super) fn new(
        request: &'a Request,
        wanted: &[&'a Edition],
        held_back: &BTreeSet<String>,
    ) -> Self {
        let folders = |is_held_back: bool| {
            wanted
                .iter()
                .filter(|edition| held_back.contains(&edition.id) == is_held_back)
                .map(|edition| top(&edition.folder))
                .collect()
        };
        Self {
            request,
            folders: folders(false),
            held_back: folders(true),
            is_cautious: !held_back.is_empty(),
        }
    }

    /// The folders at the top of the output that are published, one for each edition.
    pub(super) fn folders(&self) -> impl Iterator<Item = &'a str> {
        self.folders.iter().copied()
    }

    /// Whether a file belongs to an edition that stays as it is published.
    pub(super) fn holds_back(&self, path: &str) -> bool {
        self.held_back.contains(top(path))
    }

    /// Whether of the edition in this folder only a part is made, so that no record of the whole is true any more.
    pub(super) fn is_partial(&self, folder: &str) -> bool {
        let is_part = self.request.only.is_some() || !self.request.formats.is_empty();
        is_part && self.folders.contains(top(folder))
    }

    pub(super) fn holds(&self, path: &str) -> bool {
        // An edition as one file goes when any part of it is made: it would hold what is no longer there.
        let zipped = edition_of(path);
        let (folder, within) = path
            .split_once('/')
            .unwrap_or((zipped.unwrap_or_default(), path));
        let is_all = self.request.editions.is_empty() && !self.is_cautious;
        let edition = (is_all || self.folders.contains(folder) || folder.is_empty())
            && !self.held_back.contains(folder);
        // Pages that are not made anew go on showing the pictures that are there.
        let is_shown = self.request.only == Some(Only::Posters)
            && !self.request.extras.previews
            && has_ending(within, "png");
        let part = self.request.only.is_none_or(|only| only == part_of(within));
        // Handbooks in other formats than those that were asked for stay.
        let formats = &self.request.formats;
        let format = formats.is_empty()
            || formats
                .iter()
                .any(|format| has_ending(within, format.name()));
        edition && (zipped.is_some() || part && format && !is_shown)
    }
}

/// The first folder of a path: an edition's, with all its languages.
fn top(path: &str) -> &str {
    path.split_once('/').map_or(path, |(folder, _)| folder)
}

/// The part that a file belongs to, from the folder of its edition. What is in another language lies in a folder of its own in
/// there.
pub(super) fn part_of(within: &str) -> Only {
    let by_folder = |path: &str| {
        if HandbookFile::is_one(path) {
            return Some(Only::Handbook);
        }
        // A channel may be called `posters`; its page is a page all the same.
        if has_ending(path, "html") {
            return None;
        }
        match path.split_once('/')?.0 {
            POSTERS => Some(Only::Posters),
            PRINT_SHOP => Some(Only::PrintShop),
            _ => None,
        }
    };
    let of_language = || {
        let (folder, rest) = within.split_once('/')?;
        let language: unic_langid::LanguageIdentifier = folder.parse().ok()?;
        // Longer names may be languages by their form, and are none.
        (language.language.as_str().len() <= 3).then_some(())?;
        by_folder(rest)
    };
    by_folder(within).or_else(of_language).unwrap_or(Only::Site)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_belongs_to_a_part_in_any_language() {
        for (path, part) in [
            ("index.html", Only::Site),
            ("channels/posters/index.html", Only::Site),
            ("handbook.html", Only::Handbook),
            ("cy/handbook.docx", Only::Handbook),
            ("channels/handbook.html", Only::Site),
            ("posters/email.pdf", Only::Posters),
            ("posters/a3/email.pdf", Only::Posters),
            ("cy/posters/email.pdf", Only::Posters),
            ("print-shop/a3/email.pdf", Only::PrintShop),
            ("cy/print-shop/email.pdf", Only::PrintShop),
            ("cy/index.html", Only::Site),
            ("handbook.pdf", Only::Handbook),
            ("cy/handbook-booklet.pdf", Only::Handbook),
        ] {
            assert_eq!(part_of(path), part, "{path}");
        }
    }
}
