//! What stands around the paragraphs: numbering, header and footer, settings, properties, and the list of all of it.

use super::body::{BULLETS, Body, DEPTH, STEP};
use super::styles;
use super::xml::{field, plain_run, put, safe};
use crate::edition::Edition;
use crate::handbook::Handbook;
use crate::print::Direction;
use crate::theme::Words;

/// What every part begins with.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The name space of Word's own elements.
const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
/// That of relationships between parts.
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
/// What the names of kinds of relationships begin with.
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// What the names of kinds of Word's own parts begin with.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Every part with its name in the archive.
pub(super) fn all(
    handbook: &Handbook<'_>,
    edition: &Edition,
    words: &Words,
    body: Body,
) -> Vec<(String, Vec<u8>)> {
    let text = |name: &str, text: String| (name.to_owned(), text.into_bytes());
    let mut parts = vec![
        text("[Content_Types].xml", content_types()),
        text("_rels/.rels", package()),
        text("docProps/core.xml", properties(handbook, edition)),
        text("word/document.xml", document(&body)),
        text("word/_rels/document.xml.rels", relationships(&body)),
        text(
            "word/styles.xml",
            styles::styles(edition, handbook.language),
        ),
        text("word/numbering.xml", numbering(&body)),
        text("word/settings.xml", settings(handbook.language)),
        text("word/header1.xml", header(handbook)),
        text("word/footer1.xml", footer(handbook, words)),
    ];
    for (number, picture) in (1..).zip(body.pictures) {
        let name = format!("word/media/picture{number}.{}", picture.ending);
        parts.push((name, picture.bytes));
    }
    parts
}

fn content_types() -> String {
    let part = |name: &str, kind: &str| {
        format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{WORD}.{kind}+xml\"/>")
    };
    format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         {}{}{}{}{}{}</Types>",
        part("document", "document.main"),
        part("styles", "styles"),
        part("numbering", "numbering"),
        part("settings", "settings"),
        part("header1", "header"),
        part("footer1", "footer"),
    )
}

fn package() -> String {
    format!(
        "{DECLARATION}<Relationships xmlns=\"{RELATIONSHIPS}\">\
         <Relationship Id=\"document\" Type=\"{KIND}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"core\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         </Relationships>"
    )
}

/// What the document says of itself. The only dates are that of its issue.
fn properties(handbook: &Handbook<'_>, edition: &Edition) -> String {
    let cover = &handbook.cover;
    let mut xml = format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>{}</dc:language>",
        safe(&cover.title),
        safe(&cover.name),
        safe(handbook.language)
    );
    if let Some(audience) = &cover.audience {
        put(
            &mut xml,
            format_args!("<dc:subject>{}</dc:subject>", safe(audience)),
        );
    }
    if let Some(issued) = &edition.document.issued {
        for name in ["created", "modified"] {
            put(
                &mut xml,
                format_args!(
                    "<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</dcterms:{name}>",
                    issued.value
                ),
            );
        }
    }
    xml.push_str("</cp:coreProperties>");
    xml
}

fn document(body: &Body) -> String {
    format!(
        "{DECLARATION}<w:document {W} xmlns:r=\"{KIND}\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>{}\
         <w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/><w:footerReference w:type=\"default\" r:id=\"footer\"/>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1417\" w:right=\"1134\" w:bottom=\"1417\" w:left=\"1134\" w:header=\"680\" w:footer=\"680\" w:gutter=\"0\"/>\
         <w:titlePg/></w:sectPr></w:body></w:document>",
        body.xml
    )
}

fn relationships(body: &Body) -> String {
    let mut xml = format!("{DECLARATION}<Relationships xmlns=\"{RELATIONSHIPS}\">");
    for (id, kind, file) in [
        ("styles", "styles", "styles.xml"),
        ("numbering", "numbering", "numbering.xml"),
        ("settings", "settings", "settings.xml"),
        ("header", "header", "header1.xml"),
        ("footer", "footer", "footer1.xml"),
    ] {
        put(
            &mut xml,
            format_args!("<Relationship Id=\"{id}\" Type=\"{KIND}/{kind}\" Target=\"{file}\"/>"),
        );
    }
    for (number, address) in body.addresses.iter().enumerate() {
        put(
            &mut xml,
            format_args!(
                "<Relationship Id=\"link{number}\" Type=\"{KIND}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
                safe(address)
            ),
        );
    }
    for (number, picture) in (1..).zip(&body.pictures) {
        put(
            &mut xml,
            format_args!(
                "<Relationship Id=\"picture{number}\" Type=\"{KIND}/image\" Target=\"media/picture{number}.{}\"/>",
                picture.ending
            ),
        );
    }
    xml.push_str("</Relationships>");
    xml
}

/// Two ways to begin items, and every list that begins with a number of its own.
fn numbering(body: &Body) -> String {
    let mut xml = format!("{DECLARATION}<w:numbering {W}>");
    for (id, kind) in [(0, "bullet"), (1, "decimal")] {
        put(
            &mut xml,
            format_args!(
                "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"
            ),
        );
        for level in 0..DEPTH {
            let label = match (kind, level % 2) {
                ("bullet", 0) => "•".to_owned(),
                ("bullet", _) => "–".to_owned(),
                _ => format!("%{}.", level + 1),
            };
            put(
                &mut xml,
                format_args!(
                    "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{kind}\"/><w:lvlText w:val=\"{label}\"/>\
                     <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{}\" w:hanging=\"{STEP}\"/></w:pPr></w:lvl>",
                    STEP * (level + 1)
                ),
            );
        }
        xml.push_str("</w:abstractNum>");
    }
    for (number, kind) in [(BULLETS, 0), (BULLETS + 1, 1)] {
        put(
            &mut xml,
            format_args!("<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"{kind}\"/></w:num>"),
        );
    }
    for (at, start) in body.starts.iter().enumerate() {
        let number = Body::list(at);
        put(
            &mut xml,
            format_args!("<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"1\"/>"),
        );
        for level in 0..DEPTH {
            put(
                &mut xml,
                format_args!(
                    "<w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{start}\"/></w:lvlOverride>"
                ),
            );
        }
        xml.push_str("</w:num>");
    }
    xml.push_str("</w:numbering>");
    xml
}

fn settings(language: &str) -> String {
    let language = safe(language);
    format!(
        "{DECLARATION}<w:settings {W}><w:defaultTabStop w:val=\"720\"/>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{language}\"/></w:settings>"
    )
}

/// The title at the head of every page but the cover.
fn header(handbook: &Handbook<'_>) -> String {
    format!(
        "{DECLARATION}<w:hdr {W}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{}</w:p></w:hdr>",
        plain_run(&handbook.cover.title)
    )
}

/// "Page 7 of 32" at the foot of every page but the cover, in the words of the language.
fn footer(handbook: &Handbook<'_>, words: &Words) -> String {
    const NUMBER: char = '\u{E000}';
    const COUNT: char = '\u{E001}';
    let (number, count) = (NUMBER.to_string(), COUNT.to_string());
    let sentence = words.format(
        "page_of",
        &[
            ("number", number.as_str().into()),
            ("count", count.as_str().into()),
        ],
    );
    let mut runs = String::new();
    for piece in sentence.split_inclusive([NUMBER, COUNT]) {
        let text = piece.trim_end_matches([NUMBER, COUNT]);
        if !text.is_empty() {
            runs.push_str(&plain_run(text));
        }
        match piece.chars().last() {
            Some(NUMBER) => runs.push_str(&field("PAGE", "1")),
            Some(COUNT) => runs.push_str(&field("NUMPAGES", "1")),
            _ => {}
        }
    }
    let end = match Direction::of_language(handbook.language) {
        Direction::LeftToRight => "right",
        Direction::RightToLeft => "left",
    };
    format!(
        "{DECLARATION}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:jc w:val=\"{end}\"/></w:pPr>{runs}</w:p></w:ftr>"
    )
}
