//! Texts for translators as XLIFF 2.0 (OASIS Standard, 5 August 2014).
//!
//! Each text is a `unit` with one segment. What a translator must leave alone, `{{ terms.manager }}`, is a placeholder: programs
//! for translators show it as one sign that can be moved and not changed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::units::tidy;
use super::{Returned, Unit};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileId, Located, Span};

/// The document of these texts.
pub(super) fn written(units: &[Unit], from: &str, to: &str) -> String {
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"{}\" trgLang=\"{}\">\n",
        escaped(from),
        escaped(to)
    );
    let mut layer = None;
    for unit in units {
        if layer != Some(&unit.layer) {
            if layer.is_some() {
                text.push_str(" </file>\n");
            }
            let _ = writeln!(text, " <file id=\"{}\">", escaped(&unit.layer));
            layer = Some(&unit.layer);
        }
        of_unit(&mut text, unit);
    }
    if layer.is_some() {
        text.push_str(" </file>\n");
    }
    text.push_str("</xliff>\n");
    text
}

fn of_unit(text: &mut String, unit: &Unit) {
    let mut kept = Vec::new();
    let source = with_placeholders(&unit.source, &mut kept);
    let target = unit
        .target
        .as_ref()
        .map(|target| with_placeholders(target, &mut kept));
    let _ = writeln!(
        text,
        "  <unit id=\"{}\" xml:space=\"preserve\">",
        escaped(&unit.id())
    );
    let _ = write!(
        text,
        "   <notes>\n    <note category=\"context\">{}</note>\n",
        escaped(&unit.context)
    );
    if let Some(limit) = unit.limit {
        let _ = writeln!(
            text,
            "    <note category=\"limit\">On a poster: up to about {limit} characters.</note>"
        );
    }
    text.push_str("   </notes>\n");
    if !kept.is_empty() {
        text.push_str("   <originalData>\n");
        for (at, words) in kept.iter().enumerate() {
            let _ = writeln!(
                text,
                "    <data id=\"d{}\">{}</data>",
                at + 1,
                escaped(words)
            );
        }
        text.push_str("   </originalData>\n");
    }
    let state = if target.is_some() {
        "translated"
    } else {
        "initial"
    };
    let _ = writeln!(
        text,
        "   <segment state=\"{state}\">\n    <source>{source}</source>"
    );
    if let Some(target) = target {
        let _ = writeln!(text, "    <target>{target}</target>");
    }
    text.push_str("   </segment>\n  </unit>\n");
}

/// A text with what is to be left alone as placeholders; `kept` gets each of those once.
fn with_placeholders(words: &str, kept: &mut Vec<String>) -> String {
    let mut text = String::new();
    let mut rest = words;
    let mut number = 0;
    while let Some((before, inner)) = rest.split_once("{{") {
        let Some((inner, after)) = inner.split_once("}}") else {
            break;
        };
        let whole = format!("{{{{{inner}}}}}");
        let at = kept.iter().position(|known| *known == whole);
        let at = at.unwrap_or_else(|| {
            kept.push(whole.clone());
            kept.len() - 1
        });
        number += 1;
        let _ = write!(
            text,
            "{}<ph id=\"p{number}\" dataRef=\"d{}\" disp=\"{}\"/>",
            escaped(before),
            at + 1,
            escaped(&whole)
        );
        rest = after;
    }
    text.push_str(&escaped(rest));
    text
}

fn escaped(words: &str) -> String {
    let mut text = String::new();
    for sign in words.chars() {
        match sign {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            // XML has no other control characters.
            sign if sign.is_control() && !matches!(sign, '\n' | '\t') => {}
            sign => text.push(sign),
        }
    }
    text
}

/// What came back in a document.
pub(super) fn read(
    text: &str,
    file: FileId,
    language: &str,
    problems: &mut Diagnostics,
) -> Vec<Returned> {
    let mut reading = Reading {
        file,
        language,
        units: Vec::new(),
        unit: None,
        into: None,
        problems,
    };
    let mut reader = Reader::from_str(text);
    loop {
        let start = reader.buffer_position() as usize;
        match reader.read_event() {
            Ok(Event::Eof) => return reading.units,
            Ok(event) => reading.event(&event, start, reader.buffer_position() as usize),
            Err(error) => {
                let at = (reader.error_position() as usize).min(text.len());
                reading.problems.push(
                    Diagnostic::new(Code::NotXliff, "this file is not sound XML")
                        .at(Span::new(file, at..at), error.to_string()),
                );
                return Vec::new();
            }
        }
    }
}

/// Where words go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Into {
    Data,
    Source,
    Target,
}

struct Reading<'a> {
    file: FileId,
    language: &'a str,
    units: Vec<Returned>,
    unit: Option<OneUnit>,
    into: Option<Into>,
    problems: &'a mut Diagnostics,
}

struct OneUnit {
    id: String,
    at: Span,
    data: BTreeMap<String, String>,
    data_id: String,
    source: String,
    target: String,
}

impl Reading<'_> {
    fn event(&mut self, event: &Event<'_>, start: usize, end: usize) {
        match event {
            Event::Start(tag) => self.open(tag, start, end),
            Event::Empty(tag) => {
                self.open(tag, start, end);
                self.close(tag.local_name().as_ref());
            }
            Event::End(tag) => self.close(tag.local_name().as_ref()),
            Event::Text(words) => {
                let words = words.xml10_content().unwrap_or_default();
                self.add(&words);
            }
            Event::CData(words) => {
                let words = words.xml10_content().unwrap_or_default();
                self.add(&words);
            }
            Event::GeneralRef(reference) => {
                let name = reference.decode().unwrap_or_default();
                let sign = match reference.resolve_char_ref() {
                    Ok(Some(sign)) => sign.to_string(),
                    _ => quick_xml::escape::resolve_xml_entity(&name)
                        .unwrap_or_default()
                        .to_owned(),
                };
                self.add(&sign);
            }
            _ => {}
        }
    }

    fn add(&mut self, words: &str) {
        let Some(unit) = &mut self.unit else {
            return;
        };
        match self.into {
            Some(Into::Data) => unit
                .data
                .entry(unit.data_id.clone())
                .or_default()
                .push_str(words),
            Some(Into::Source) => unit.source.push_str(words),
            Some(Into::Target) => unit.target.push_str(words),
            None => {}
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>, start: usize, end: usize) {
        let at = Span::new(self.file, start..end);
        match tag.local_name().as_ref() {
            b"xliff" => self.check_language(tag, at),
            b"unit" => {
                self.unit = attribute(tag, "id").map(|id| OneUnit {
                    id,
                    at,
                    data: BTreeMap::new(),
                    data_id: String::new(),
                    source: String::new(),
                    target: String::new(),
                });
            }
            b"data" => {
                if let Some(unit) = &mut self.unit {
                    unit.data_id = attribute(tag, "id").unwrap_or_default();
                    self.into = Some(Into::Data);
                }
            }
            b"source" => self.into = Some(Into::Source),
            b"target" => self.into = Some(Into::Target),
            b"ph" => {
                let data = attribute(tag, "dataRef");
                let words = self
                    .unit
                    .as_ref()
                    .and_then(|unit| unit.data.get(&data?).cloned());
                let words = words.or_else(|| attribute(tag, "disp"));
                self.add(&words.unwrap_or_default());
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &[u8]) {
        match name {
            b"source" | b"target" | b"data" => self.into = None,
            b"unit" => {
                if let Some(unit) = self.unit.take() {
                    self.units.push(Returned {
                        id: Located::new(unit.id, unit.at),
                        source: tidy(&unit.source),
                        target: tidy(&unit.target),
                    });
                }
            }
            _ => {}
        }
    }

    fn check_language(&mut self, tag: &BytesStart<'_>, at: Span) {
        let version = attribute(tag, "version").unwrap_or_default();
        if !version.starts_with('2') {
            self.problems.push(
                Diagnostic::new(Code::NotXliff, format!("this is XLIFF {version}, and not XLIFF 2"))
                    .at(at, "")
                    .help("have the program of the translator save it as XLIFF 2.0, or exchange a table: .csv"),
            );
        }
        match attribute(tag, "trgLang") {
            Some(language) if language != self.language => self.problems.push(
                Diagnostic::new(
                    Code::NotXliff,
                    format!(
                        "this is a translation into `{language}`, not `{}`",
                        self.language
                    ),
                )
                .at(at, ""),
            ),
            _ => {}
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    let value = attribute
        .normalized_value(quick_xml::XmlVersion::Implicit1_0)
        .ok()?;
    Some(value.into_owned())
}
