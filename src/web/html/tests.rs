//! What HTML the nodes of the tree become.

use std::collections::HashMap;

use super::{Links, ShownPicture, Writer};
use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::markdown::{Block, Column, ContainerKind, Inline, Item, Row, Target};
use crate::source::Sources;
use crate::theme::{LoadedTheme, Theme};
use crate::web::picture_size::Size;

struct Known(HashMap<Target, &'static str>);

impl Links for Known {
    fn target(&self, target: &Target) -> Option<String> {
        match target {
            Target::Address(address) => Some(address.clone()),
            other => self.0.get(other).map(|to| (*to).to_owned()),
        }
    }

    fn picture(&self, file: &str) -> Option<ShownPicture> {
        (file == "map.svg").then(|| ShownPicture {
            address: "../assets/pictures/map.svg".to_owned(),
            size: Some(Size {
                width: 40,
                height: 30,
            }),
            smaller: Vec::new(),
        })
    }
}

fn at() -> Span {
    let file: FileId = Sources::new().add("test.md", "");
    Span::new(file, 0..0)
}

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.into())]
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph {
        clause: None,
        content: text(words),
    }
}

fn html(blocks: &[Block]) -> String {
    written(blocks).0
}

/// The HTML, and the glossary entries it links to.
fn written(blocks: &[Block]) -> (String, Vec<String>) {
    written_in("en", blocks)
}

fn written_in(language: &str, blocks: &[Block]) -> (String, Vec<String>) {
    let theme = LoadedTheme::load(
        Theme::embedded("default").expect("the default theme is embedded"),
        ["en", "ur"],
        &mut Sources::new(),
        &mut Diagnostics::new(),
    );
    let words = theme.plain_words(language);
    let links = Known(
        [(Target::Glossary("aup".into()), "../glossary/index.html#aup")]
            .into_iter()
            .collect(),
    );
    let mut writer = Writer::new(&links, &theme, &words);
    let html = writer.body(blocks, 1).0;
    (html, writer.glossary().to_vec())
}

fn link(target: Target) -> Inline {
    Inline::Link {
        target,
        content: text("a policy"),
        at: at(),
    }
}

fn line(content: Vec<Inline>) -> Block {
    Block::Paragraph {
        clause: None,
        content,
    }
}

#[test]
fn a_picture_has_its_size_and_is_fetched_late() {
    let html = html(&[Block::Picture {
        alt: "The way in".into(),
        file: "map.svg".into(),
        caption: String::new(),
        language: None,
        at: at(),
    }]);
    assert!(
        html.contains("alt=\"The way in\" width=\"40\" height=\"30\" loading=\"lazy\""),
        "{html}"
    );
}

#[test]
fn words_are_escaped_everywhere() {
    let evil = "<script>alert(\"1\")</script>";
    let blocks = [
        paragraph(evil),
        Block::Preformatted(evil.into()),
        line(vec![Inline::Code(evil.into())]),
        line(vec![link(Target::Address(format!(
            "https://a.example/{evil}"
        )))]),
        Block::Picture {
            alt: evil.into(),
            file: "map.svg".into(),
            caption: evil.into(),
            language: None,
            at: at(),
        },
        Block::Heading {
            level: 2,
            id: evil.into(),
            clause: Some(evil.into()),
            content: text(evil),
            at: at(),
        },
    ];
    let html = html(&blocks);
    assert!(
        !html.contains("<script") && !html.contains("\"1\""),
        "{html}"
    );
    assert!(html.matches("&lt;script&gt;").count() >= 8);
}

#[test]
fn links_to_the_glossary_are_marked_and_remembered() {
    let target = Target::Glossary("aup".into());
    let (html, glossary) = written(&[line(vec![link(target.clone()), link(target)])]);
    assert!(
        html.starts_with("<p><a href=\"../glossary/index.html#aup\" class=\"term\">a policy</a>")
    );
    assert_eq!(glossary, ["aup"]);
}

#[test]
fn a_link_to_nothing_is_its_words() {
    let blocks = [line(vec![link(Target::Glossary("gone".into()))])];
    assert_eq!(html(&blocks), "<p>a policy</p>");
}

#[test]
fn clauses_can_be_cited() {
    let blocks = [Block::Paragraph {
        clause: Some("2.3.4".into()),
        content: text("Staff keep to this."),
    }];
    assert_eq!(
        html(&blocks),
        "<p id=\"2.3.4\" class=\"clause clause-3\"><a class=\"clause-number\" href=\"#2.3.4\" \
         aria-label=\"Clause 2.3.4\">2.3.4</a> Staff keep to this.</p>"
    );
}

#[test]
fn tables_have_a_caption_and_headings_and_can_be_reached_to_scroll() {
    let row = |cells: &[&str]| Row {
        cells: cells.iter().map(|cell| text(cell)).collect(),
    };
    let blocks = [Block::Table {
        caption: text("Penalties"),
        columns: vec![Column::Start, Column::End],
        head: row(&["Offence", "Years"]),
        rows: vec![row(&["Threats", "5"])],
    }];
    assert_eq!(
        html(&blocks),
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-labelledby=\"table_1\"><table>\
         <caption id=\"table_1\">Penalties</caption><thead><tr><th scope=\"col\">Offence</th>\
         <th scope=\"col\" class=\"end\">Years</th></tr></thead><tbody><tr>\
         <th scope=\"row\">Threats</th><td class=\"end\">5</td></tr></tbody></table></div>"
    );
}

#[test]
fn footnotes_stand_at_the_end_and_lead_back() {
    let blocks = [
        line(vec![
            Inline::Text("So it is.".into()),
            Inline::FootnoteMark("why".into()),
        ]),
        Block::Footnote {
            name: "why".into(),
            content: vec![paragraph("Because.")],
        },
        paragraph("More."),
    ];
    let html = html(&blocks);
    let mark = html.find("href=\"#note_1\"").expect("a mark");
    let note = html.find("<li id=\"note_1\"").expect("a note");
    assert!(mark < html.find("More.").expect("more") && html.find("More.") < Some(note));
    assert!(html.contains("id=\"mark_1\"") && html.contains("href=\"#mark_1\""));
}

#[test]
fn boxes_are_named_by_their_titles_and_come_under_the_last_heading() {
    let blocks = [
        Block::Heading {
            level: 3,
            id: "stories".into(),
            clause: None,
            content: text("Stories"),
            at: at(),
        },
        Block::Container {
            kind: ContainerKind::Case,
            title: text("The photograph"),
            content: vec![paragraph("It began.")],
        },
    ];
    let html = html(&blocks);
    assert!(html.contains("<article class=\"box box-case\" aria-labelledby=\"box_1\">"));
    assert!(
        html.contains("<h4 class=\"box-title\" id=\"box_1\">The photograph</h4><p>It began.</p>")
    );
}

#[test]
fn short_items_of_lists_have_no_paragraphs() {
    let blocks = [Block::List {
        start: Some(3),
        items: vec![
            Item {
                content: vec![paragraph("one")],
            },
            Item {
                content: vec![paragraph("two"), paragraph("more")],
            },
        ],
    }];
    assert_eq!(
        html(&blocks),
        "<ol start=\"3\"><li>one</li><li><p>two</p><p>more</p></li></ol>"
    );
}

#[test]
fn numbers_keep_their_order_among_words_from_right_to_left() {
    let words = "فون: 01632 960100، یا +44 7700 900123، یا 999";
    let (html, _) = written_in("ur", &[paragraph(words)]);
    assert_eq!(
        html,
        "<p>فون: <bdi dir=\"ltr\">01632 960100</bdi>، یا <bdi dir=\"ltr\">+44 7700 900123</bdi>، یا 999</p>"
    );
    // Words from left to right need no help, wherever they stand.
    let english = Inline::Foreign {
        language: "en".into(),
        content: text("Call 01632 960100."),
    };
    let (html, _) = written_in("ur", &[line(vec![english])]);
    assert!(!html.contains("<bdi"), "{html}");
    let (html, _) = written(&[paragraph(words)]);
    assert!(!html.contains("<bdi"), "{html}");
}
