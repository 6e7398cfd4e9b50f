//! The pages as they came out: what leads nowhere, what stands twice, what can't be told by those who don't see it.
//!
//! Texts of the pack are checked where they are read. Here everything is checked that templates make of them, as a browser would
//! find it: links and files with the places they lead to, the order of headings (WCAG 2.2, 1.3.1), words for pictures (1.1.1), the
//! language of the page (3.1.1), and addresses that stand twice on a page.

use std::collections::{BTreeMap, BTreeSet};

use url::Url;

use super::links::links;
use super::page::{Found, look};
use super::place_on_page;
use crate::build::Artifact;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::edition::Edition;
use crate::markdown::Target;
use crate::source::folder::has_ending;
use crate::theme::LoadedTheme;

/// Checks the website of an edition. `published` says what else lies in the edition's folder: what this build doesn't make anew.
pub fn rendered(
    edition: &Edition,
    theme: &LoadedTheme,
    artifacts: &[Artifact],
    published: impl Fn(&str) -> bool,
    problems: &mut Diagnostics,
) {
    let pages: BTreeMap<&str, Found> = artifacts
        .iter()
        .filter(|artifact| has_ending(&artifact.path, "html"))
        .map(|artifact| (artifact.path.as_str(), look(&artifact.bytes)))
        .collect();
    let files: BTreeSet<&str> = artifacts
        .iter()
        .map(|artifact| artifact.path.as_str())
        .collect();
    let mut checker = Checker {
        edition,
        theme,
        pages: &pages,
        said: said_before(edition),
        problems,
    };
    for (path, page) in &pages {
        let here = Here::of(path);
        for link in &page.links {
            let lead = here.as_ref().and_then(|here| resolve(here, link, edition));
            let Some((file, place)) = lead else {
                continue;
            };
            let target = pages.get(file.as_str());
            if target.is_none() && !files.contains(file.as_str()) && !published(&file) {
                checker.broken(path, link, &file, None);
            } else if let (Some(target), Some(place)) = (target, place)
                && !target.ids.contains(&place)
            {
                checker.broken(path, link, &file, Some(&place));
            }
        }
        checker.structure(path, page);
    }
}

/// The links that are said to lead nowhere where texts are checked: their pages needn't say it again.
fn said_before(edition: &Edition) -> BTreeSet<Span> {
    let mut problems = Diagnostics::new();
    place_on_page::check(edition, &mut problems);
    let labels = problems.iter().flat_map(|problem| &problem.labels);
    labels.map(|label| label.at).collect()
}

struct Checker<'a> {
    edition: &'a Edition,
    theme: &'a LoadedTheme,
    pages: &'a BTreeMap<&'a str, Found>,
    /// Links that were said to be broken where they are written.
    said: BTreeSet<Span>,
    problems: &'a mut Diagnostics,
}

impl Checker<'_> {
    fn say(&mut self, diagnostic: Diagnostic) {
        self.problems.push(diagnostic.in_edition(&self.edition.id));
    }

    /// A link that leads nowhere: at the line of the pack or the theme that wrote it, if one can be found.
    fn broken(&mut self, page: &str, link: &str, file: &str, place: Option<&str>) {
        let written: Vec<Span> = links(self.edition)
            .into_iter()
            .filter(|(target, _)| match (target, place) {
                (Target::Here(here), Some(place)) => here == place,
                _ => false,
            })
            .map(|(_, at)| at)
            .collect();
        if written.iter().any(|at| self.said.contains(at)) {
            return;
        }
        let message = match place {
            Some(place) => {
                format!("a link leads to `{place}` on `{file}`, and there is no such place")
            }
            None => format!("a link leads to `{file}`, which is not there"),
        };
        let mut diagnostic = Diagnostic::new(Code::BrokenLink, message);
        diagnostic = match written
            .first()
            .copied()
            .or_else(|| self.theme.line_with(link))
        {
            Some(at) => diagnostic.at(at, "written here"),
            None => diagnostic.help(format!("it stands on `{page}` as `{link}`")),
        };
        if let (Some(place), Some(there)) = (place, self.pages.get(file)) {
            diagnostic = diagnostic.suggest(place, there.ids.iter().map(String::as_str));
        }
        self.say(diagnostic);
    }

    /// What a page must have in itself.
    fn structure(&mut self, path: &str, page: &Found) {
        if !page.has_language {
            self.say(
                Diagnostic::new(
                    Code::MissingLanguage,
                    format!("`{path}` doesn't say its language"),
                )
                .help("the template of a page begins with <html lang=\"{{ language }}\">"),
            );
        }
        for id in &page.twice {
            self.say(
                Diagnostic::new(
                    Code::DuplicatePlace,
                    format!("the address `#{id}` stands twice on `{path}`"),
                )
                .help("links to it lead to the first of them only"),
            );
        }
        for picture in &page.wordless {
            self.say(
                Diagnostic::new(
                    Code::MissingAlt,
                    format!("the picture `{picture}` on `{path}` has no words for those who can't see it"),
                )
                .help("give it an alt=\"…\" in the template; an empty one, if it only decorates"),
            );
        }
        let mut before = 0;
        for &level in &page.headings {
            if level > before + 1 {
                let message = if before == 0 {
                    format!("the first heading on `{path}` is of level {level}")
                } else {
                    format!("on `{path}` a heading of level {level} follows one of level {before}")
                };
                self.say(
                    Diagnostic::new(Code::HeadingOrder, message)
                        .help("levels go down one at a time, beginning with 1"),
                );
                break;
            }
            before = level;
        }
    }
}

/// What a page links to or loads, each once, in order.
pub(super) fn links_of_page(bytes: &[u8]) -> Vec<String> {
    look(bytes).links
}

/// A page among the others of its site.
struct Here {
    /// The top of the site. Any address will do to walk through its folders.
    top: Url,
    page: Url,
}

impl Here {
    fn of(page: &str) -> Option<Self> {
        let top = Url::parse("https://edition.example/folder/").ok()?;
        let page = top.join(page).ok()?;
        Some(Self { top, page })
    }
}

/// The file that a link leads to, from the folder of the edition, and the place on it. `None` if it leads elsewhere.
fn resolve(here: &Here, link: &str, edition: &Edition) -> Option<(String, Option<String>)> {
    let Here { top, page } = here;
    let inside = edition
        .url
        .as_ref()
        .and_then(|url| link.strip_prefix(url.value.as_str()));
    let whole = match inside {
        Some(inside) => top.join(inside).ok()?,
        None => page.join(link).ok()?,
    };
    if whole.host_str() != top.host_str() {
        return None;
    }
    let decoded = |text: &str| percent_decoded(text);
    let file = decoded(whole.path().strip_prefix(top.path())?);
    // The edition's other languages have sites of their own, each with the same pages.
    let is_twin = edition.languages.iter().any(|language| {
        let folder = edition.folder_of(&language.value);
        edition.is_main() && folder.is_some_and(|folder| file.starts_with(&format!("{folder}/")))
    });
    if is_twin {
        return None;
    }
    let file = if file.is_empty() || file.ends_with('/') {
        format!("{file}index.html")
    } else {
        file
    };
    Some((file, whole.fragment().map(decoded)))
}

/// A part of an address as it was before its encoding (RFC 3986 §2.1).
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        let code = behind
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|code| std::str::from_utf8(code).ok())
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        if let Some(byte) = code {
            bytes.push(byte);
            rest = &behind[2..];
        } else {
            bytes.push(*first);
            rest = behind;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use crate::theme::Theme;

    /// What is said of pages, and of nothing else.
    fn said(pages: &[(&str, &str)]) -> Vec<(Code, String)> {
        let (edition, _) = crate::check::trial::edition("url: https://ash.example/online/\n");
        let (mut sources, mut problems) = (Sources::new(), Diagnostics::new());
        let theme = Theme::embedded("default").expect("the default theme");
        let theme = LoadedTheme::load(theme, ["en"], &mut sources, &mut problems);
        let artifacts: Vec<Artifact> = pages
            .iter()
            .map(|(path, body)| {
                Artifact::new(*path, format!("<html lang=\"en\"><h1>Page</h1>{body}"))
            })
            .chain([Artifact::new("a b.pdf", "%PDF")])
            .collect();
        let published = |path: &str| path == "before.pdf";
        rendered(&edition, &theme, &artifacts, published, &mut problems);
        problems
            .iter()
            .map(|problem| (problem.code, problem.message.clone()))
            .collect()
    }

    #[test]
    fn what_leads_somewhere_is_well() {
        let home = "<a href=channels/email/>x</a><a href=\"#here\">x</a><p id=here><img src='a%20b.pdf' alt=''>\
                    <a href='https://ash.example/online/channels/email/#it'>x</a><a href='https://elsewhere.example/x'>x</a>\
                    <a href='tel:999'>x</a><a href='before.pdf'>x</a><h2>x</h2><h3>x</h3><h2>x</h2>";
        let email = "<a href=\"../../index.html#here\">x</a><i id=it>";
        let found = said(&[("index.html", home), ("channels/email/index.html", email)]);
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn every_fault_is_said() {
        let home = "<a href='nowhere.html'>x</a><a href='#nowhere'>x</a><a href='a.pdf'>x</a><img src='a%20b.pdf'>\
                    <p id=a><p id=a><h3>x</h3><script src='none.js'></script>";
        let codes: Vec<Code> = said(&[("index.html", home)])
            .into_iter()
            .map(|(code, _)| code)
            .collect();
        assert_eq!(
            codes,
            [
                Code::BrokenLink,
                Code::BrokenLink,
                Code::BrokenLink,
                Code::BrokenLink,
                Code::DuplicatePlace,
                Code::MissingAlt,
                Code::HeadingOrder
            ]
        );
    }

    #[test]
    fn a_page_without_a_language_is_said() {
        let found = look(b"<html><h1>x</h1>");
        assert!(!found.has_language);
        assert!(!look(b"<html lang=' '>").has_language);
        assert!(look(b"<!doctype html><html lang=cy>").has_language);
    }

    #[test]
    fn what_stands_in_words_and_scripts_is_no_link() {
        let page = "<p>&lt;a href=\"nowhere\"></p><script>'<a href=\"nowhere\">'</script><!-- <a href=\"nowhere\"> -->";
        assert!(said(&[("index.html", page)]).is_empty());
    }
}
