//! What an SVG file may hold, before anything is made of it.

use usvg::roxmltree::{Document, Node, ParsingOptions};

use super::error::PictureError;

/// The largest file, in bytes. A logo is mostly under 50 KB.
pub(super) const MOST_BYTES: usize = 2 * 1024 * 1024;
/// The most nodes of XML. It also bounds how deep they can be in one another.
pub(super) const MOST_NODES: u32 = 10_000;

/// Opens a file as XML.
pub(crate) fn open(bytes: &[u8]) -> Result<Document<'_>, PictureError> {
    let text = std::str::from_utf8(bytes).map_err(|_| PictureError::UnknownKind)?;
    // Drawing programs write a document type; entities in it are bounded by the parser.
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let text = text.trim_start_matches('\u{FEFF}');
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        usvg::roxmltree::Error::NodesLimitReached => PictureError::TooLarge {
            what: "there are too many shapes in it".to_owned(),
            limit: format!("{MOST_NODES} nodes"),
        },
        error if text.trim_start().starts_with('<') => PictureError::Broken(error.to_string()),
        _ => PictureError::UnknownKind,
    })?;
    if document.root_element().tag_name().name() == "svg" {
        Ok(document)
    } else {
        Err(PictureError::UnknownKind)
    }
}

/// Refuses what can't be printed, or what nobody expects a drawing to do; and text, where there are no fonts for it.
pub(super) fn check(document: &Document<'_>, may_hold_text: bool) -> Result<(), PictureError> {
    for node in document.descendants() {
        // Instructions stand beside the drawing: which styles to fetch for it.
        if let Some(instruction) = node.pi() {
            return Err(outside(instruction.target));
        }
        if !node.is_element() {
            continue;
        }
        match node.tag_name().name() {
            "script" | "handler" => return Err(PictureError::Script),
            // What moves could move an address to a script.
            "set" | "animate"
                if node
                    .attribute("attributeName")
                    .is_some_and(|name| name.ends_with("href")) =>
            {
                return Err(PictureError::Script);
            }
            "image" | "feImage" | "foreignObject" => return Err(PictureError::Image),
            "text" if !may_hold_text && holds_letters(node) => return Err(PictureError::Text),
            "style" => {
                let rules: String = node.descendants().filter_map(|node| node.text()).collect();
                check_style(&rules)?;
            }
            _ => {}
        }
        for attribute in node.attributes() {
            match attribute.name() {
                "href" if !attribute.value().trim().starts_with('#') => {
                    // Links that a drawing program puts around things lead somewhere, but nothing comes from there.
                    if node.tag_name().name() != "a" {
                        return Err(outside(attribute.value()));
                    }
                    if !is_link(attribute.value()) {
                        return Err(PictureError::Script);
                    }
                }
                name if name.len() > 2 && name.starts_with("on") => {
                    return Err(PictureError::Script);
                }
                _ => check_style(attribute.value())?,
            }
        }
    }
    Ok(())
}

/// Whether a link around a part of a drawing leads to a page or to somebody, and runs nothing.
fn is_link(address: &str) -> bool {
    let address = address.trim().to_ascii_lowercase();
    ["http://", "https://", "mailto:"]
        .iter()
        .any(|start| address.starts_with(start))
}

fn holds_letters(text: Node<'_, '_>) -> bool {
    text.descendants()
        .filter_map(|node| node.text())
        .any(|text| !text.trim().is_empty())
}

/// Refuses `@import` and `url(…)` of anything but a part of the same file.
fn check_style(rules: &str) -> Result<(), PictureError> {
    if rules.contains("@import") {
        return Err(outside("@import"));
    }
    for target in rules.split("url(").skip(1) {
        let target = target.trim_start_matches(['"', '\'', ' ']);
        if !target.starts_with('#') {
            let end = target.find([')', '"', '\'']).unwrap_or(target.len());
            return Err(outside(target.get(..end).unwrap_or_default()));
        }
    }
    Ok(())
}

fn outside(target: &str) -> PictureError {
    PictureError::OutsideReference(target.chars().take(80).collect())
}
