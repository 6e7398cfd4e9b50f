//! The forms of a handbook beside its pages: Word, text, one page of HTML.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use base64::Engine as _;
use sha2::{Digest as _, Sha256};

use super::tests::{edition, of_folder};
use super::*;
use crate::edition::Edition;
use crate::theme::Words;

/// Prose with everything that there is in it.
const PROSE: &str = "---
title: Stories
---
## A story

Read **this** and *that*[^why], then [call](https://a.example/call?a=1&b=2), or see [email](channel:email).

1. First
2. Second

   - within

7. Seventh

> [!prompts] Talk about it
> - Who saw?

> [!case] The picture
> It was posted.

Table: What follows

| act | end |
|---|---|
| post | go |

![A phone in a drawer](drawer.svg \"Phones stay in\")

[^why]: Because *it* matters.
";

const DRAWER: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'><path d='M0 0h20v10h-20z' fill='#123456'/></svg>";

/// An edition with that prose.
fn with_prose() -> (Edition, Words) {
    let folder = crate::trial::Folder::new();
    folder.write(
        "pack.yml",
        "title: Safe\nlevels: [{id: best, label: Best, tone: do}]\n",
    );
    folder.write(
        "channels/email.md",
        "---\ntitle: Email\nlevels: {best: [{id: a, short: Ask < first & wait.}]}\n---\n",
    );
    folder.write("sections/10-stories.md", PROSE);
    folder.write("assets/drawer.svg", DRAWER);
    folder.write("editions/ash/edition.yml", "name: Ash\n");
    of_folder(&folder)
}

/// A part of a Word document.
fn part(document: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(document)).expect("an archive");
    let mut text = String::new();
    let mut file = archive.by_name(name).expect("a part");
    file.read_to_string(&mut text).expect("text");
    text
}

/// What stands between each two of these, wherever they are.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Vec<&'t str> {
    text.split(before)
        .skip(1)
        .filter_map(|rest| rest.split_once(after).map(|(inside, _)| inside))
        .collect()
}

/// Text without tags, its letters as they are.
fn bare(markup: &str) -> String {
    let mut text = String::new();
    for piece in markup.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, words)| words));
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// The paragraphs of a Word document, each with its style.
fn paragraphs(document: &str) -> Vec<(String, String)> {
    between(document, "<w:p>", "</w:p>")
        .into_iter()
        .map(|paragraph| {
            let style = between(paragraph, "<w:pStyle w:val=\"", "\"");
            let style = style.first().copied().unwrap_or("Normal");
            let words = between(paragraph, "<w:t", "</w:t>");
            let words = words.iter().map(|words| bare(&format!("<w:t{words}")));
            (style.to_owned(), words.collect())
        })
        .collect()
}

/// The statements of an edition, in their short words.
fn statements(edition: &Edition) -> Vec<String> {
    let summary = edition.do_and_dont.iter();
    let summary = summary.flat_map(|summary| summary.dos.iter().chain(&summary.donts));
    let channels = edition.channels.iter().flat_map(|channel| {
        let advice = channel.levels.iter().flat_map(|level| &level.statements);
        advice.chain(&channel.safeguards)
    });
    summary
        .chain(channels)
        .map(|statement| statement.short.plain())
        .collect()
}

#[test]
fn every_statement_stands_in_every_form_once() {
    let (edition, words) = edition("");
    let handbook = compose(&edition, &words);
    let text = text(&handbook, &words);
    let page = page(&handbook, &edition, &words);
    let document = word(&handbook, &edition, &words).expect("a document");
    let document = part(&document, "word/document.xml");
    let statements = statements(&edition);
    assert!(statements.len() > 5);
    for statement in &statements {
        let lines = text
            .lines()
            .map(|line| line.trim_start_matches(|c: char| c.is_numeric() || "- .".contains(c)));
        assert_eq!(
            lines.filter(|line| line == statement).count(),
            1,
            "{statement}\n{text}"
        );
        let found = between(&page, "<p", "</p>");
        let found = found.iter().map(|words| bare(&format!("<p{words}")));
        assert_eq!(
            found.filter(|words| words == statement).count(),
            1,
            "{statement}"
        );
        let found = paragraphs(&document);
        let found = found
            .iter()
            .filter(|(style, words)| style.starts_with("List") && words == statement);
        assert_eq!(found.count(), 1, "{statement}");
    }
    // Their full words follow them.
    let full = "Use the account you were given.";
    for form in [&text, &page, &document] {
        assert_eq!(form.matches(full).count(), 1);
    }
}

#[test]
fn the_same_handbook_gives_the_same_bytes() {
    let (edition, words) = with_prose();
    let handbook = compose(&edition, &words);
    assert_eq!(
        word(&handbook, &edition, &words),
        word(&handbook, &edition, &words)
    );
    assert_eq!(
        page(&handbook, &edition, &words),
        page(&handbook, &edition, &words)
    );
}

#[test]
fn text_keeps_to_its_width_and_tells_tables_line_by_line() {
    let (edition, words) = with_prose();
    let text = text(&compose(&edition, &words), &words);
    for line in text.lines() {
        assert!(
            line.chars().count() <= 72 || !line.trim().contains(' '),
            "{line}"
        );
        assert_eq!(line, line.trim_end());
    }
    for told in [
        "\nWhat follows\n\nact: post\nend: go\n",
        "\n1 Stories\n\n\n1.1 A story\n",
        "then call (https://a.example/call?a=1&b=2), or\nsee email (under 2).",
        "\n1. First\n\n2. Second\n\n   - within\n",
        "\nTo talk about: Talk about it\n\n  - Who saw?\n",
        "\nA phone in a drawer\nPhones stay in\n",
        "Footnotes\n\n1. Because it matters.\n",
        "this and that [1],",
        "\n- Ask < first & wait.\n",
    ] {
        assert!(text.contains(told), "{told}\nin\n{text}");
    }
}

#[test]
fn a_page_holds_all_it_needs_and_its_links_lead_somewhere() {
    let (edition, words) = with_prose();
    let page = page(&compose(&edition, &words), &edition, &words);
    let ids: Vec<&str> = between(&page, " id=\"", "\"");
    let names: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), names.len());
    for link in between(&page, "<a href=\"", "\"") {
        match link.strip_prefix('#') {
            Some(name) => assert!(names.contains(name), "{link}"),
            None => assert_eq!(link, "https://a.example/call?a=1&amp;b=2"),
        }
    }
    for source in between(&page, " src=\"", "\"") {
        assert!(source.starts_with("data:image/svg+xml;base64,"));
    }
    assert!(!page.contains("<script") && !page.contains("<link") && !page.contains("url("));
    // The style that it allows is the one that it has.
    let style = between(&page, "<style>", "</style>")[0];
    let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(style.as_bytes()));
    assert!(page.contains(&format!("style-src 'sha256-{hash}'")));
    assert!(page.contains("alt=\"A phone in a drawer\""));
    assert!(page.contains("<th scope=\"col\">act</th>"));
    assert!(page.contains("Ask &lt; first &amp; wait."));
    // Headings go down by one level at most.
    let levels: Vec<u8> = between(&page, "<h", ">")
        .iter()
        .filter_map(|tag| tag.as_bytes().first())
        .filter(|level| level.is_ascii_digit())
        .map(|level| level - b'0')
        .collect();
    let mut before = 0;
    for level in levels {
        assert!(
            level <= before + 1,
            "a heading of level {level} after {before}"
        );
        before = level;
    }
}

#[test]
fn footnotes_lead_there_and_back() {
    let (edition, words) = with_prose();
    let handbook = compose(&edition, &words);
    let page = page(&handbook, &edition, &words);
    for part in [
        "<sup><a href=\"#section-stories.note_1\" id=\"section-stories.mark_1\" aria-label=\"Footnote 1\">[1]</a></sup>",
        "<li id=\"section-stories.note_1\">",
        "<a href=\"#section-stories.mark_1\">",
    ] {
        assert_eq!(page.matches(part).count(), 1, "{part}");
    }
    let document = word(&handbook, &edition, &words).expect("a document");
    let document = part(&document, "word/document.xml");
    assert_eq!(
        document
            .matches("w:anchor=\"section_stories_note_1\"")
            .count(),
        1
    );
    assert!(document.contains("w:name=\"section_stories_note_1\""));
}

#[test]
fn a_page_has_the_colours_of_pages_light_and_dark() {
    let (edition, words) = with_prose();
    let page = page(&compose(&edition, &words), &edition, &words);
    let colours = crate::web::stylesheet(crate::web::Brand::of(&edition.branding));
    assert!(page.contains(&colours) && colours.contains("prefers-color-scheme: dark"));
    for name in between(&page, "var(--", ")") {
        assert!(page.contains(&format!("--{name}:")), "{name}");
    }
}

#[test]
fn a_word_document_has_styles_lists_and_repeated_heads() {
    let (edition, words) = with_prose();
    let handbook = compose(&edition, &words);
    let bytes = word(&handbook, &edition, &words).expect("a document");
    let document = part(&bytes, "word/document.xml");
    let found = paragraphs(&document);
    let of = |style: &str| -> Vec<&str> {
        let found = found.iter().filter(|(other, _)| other == style);
        found.map(|(_, words)| words.as_str()).collect()
    };
    assert_eq!(of("Title"), ["Safe"]);
    assert_eq!(of("Heading1"), ["Stories", "Email", "About this guidance"]);
    assert_eq!(
        of("Heading2"),
        [
            "A story",
            "Footnotes",
            "Best",
            "This document in another form"
        ]
    );
    assert_eq!(
        of("ListNumber"),
        ["First", "Second", "Seventh", "Because it matters."]
    );
    assert_eq!(
        of("ListBullet"),
        ["within", "Who saw?", "Ask < first & wait."]
    );
    assert_eq!(of("Caption"), ["What follows", "Phones stay in"]);
    assert_eq!(of("QuoteTitle").len(), 2);
    assert_eq!(of("TableHeading"), ["act", "end"]);
    assert_eq!(document.matches("<w:tblHeader/>").count(), 1);
    assert!(document.contains("descr=\"A phone in a drawer\""));
    assert!(document.contains("TOC \\o"));
    // Every style that is used is there, and every list.
    let styles = part(&bytes, "word/styles.xml");
    for style in between(&document, "Style w:val=\"", "\"") {
        assert!(
            styles.contains(&format!("w:styleId=\"{style}\"")),
            "{style}"
        );
    }
    let numbering = part(&bytes, "word/numbering.xml");
    for list in between(&document, "<w:numId w:val=\"", "\"") {
        assert!(
            numbering.contains(&format!("<w:num w:numId=\"{list}\"")),
            "{list}"
        );
    }
    let properties = part(&bytes, "docProps/core.xml");
    for told in [
        "<dc:title>Safe</dc:title>",
        "<dc:creator>Ash</dc:creator>",
        "<dc:language>en</dc:language>",
    ] {
        assert!(properties.contains(told), "{properties}");
    }
    assert!(styles.contains("<w:lang w:val=\"en\"/>"));
}

#[test]
fn links_of_a_word_document_lead_to_its_bookmarks() {
    for (edition, words) in [with_prose(), edition("")] {
        let bytes = word(&compose(&edition, &words), &edition, &words).expect("a document");
        let document = part(&bytes, "word/document.xml");
        let names = between(&document, "<w:bookmarkStart w:id=\"", "/>");
        let names: Vec<&str> = names
            .iter()
            .flat_map(|mark| between(mark, "w:name=\"", "\""))
            .collect();
        let known: BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(names.len(), known.len());
        assert!(names.iter().all(|name| name.len() <= 40));
        let anchors = between(&document, "w:anchor=\"", "\"");
        assert!(!anchors.is_empty());
        for anchor in anchors {
            assert!(known.contains(anchor), "{anchor}");
        }
        let relationships = part(&bytes, "word/_rels/document.xml.rels");
        for id in between(&document, "r:id=\"", "\"") {
            assert!(relationships.contains(&format!("Id=\"{id}\"")), "{id}");
        }
        for id in between(&document, "r:embed=\"", "\"") {
            assert!(relationships.contains(&format!("Id=\"{id}\"")), "{id}");
        }
    }
}

#[test]
fn another_program_reads_the_word_document() {
    let (edition, words) = with_prose();
    let bytes = word(&compose(&edition, &words), &edition, &words).expect("a document");
    let read = docx_rs::read_docx(&bytes).expect("a Word document");
    let tables = read
        .document
        .children
        .iter()
        .filter(|child| matches!(child, docx_rs::DocumentChild::Table(_)))
        .count();
    assert_eq!(tables, 1);
    assert!(read.styles.find_style_by_id("Heading2").is_some());
    assert_eq!(read.images.len(), 1);
}
