//! The passages as paragraphs and tables: what `word/document.xml` holds.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::pictures::WordPicture;
use super::runs::{bookmark, named_run};
use super::xml::{plain_run, put, safe};
use crate::edition::Edition;
use crate::handbook::passages::{
    self, Definition, Heading, Item, List, Look, Paragraph, Passage, Run,
};
use crate::handbook::{Handbook, Named, Target};
use crate::theme::Words;

/// How far a level of a list stands to the right of the one above, in twentieths of a point.
pub(super) const STEP: usize = 425;
/// The largest that a picture may be, in English Metric Units, of which 360 000 are a centimetre: 16 cm by 11 cm.
const LARGEST: (f32, f32) = (5_760_000.0, 3_960_000.0);
/// The same for a logo: 8 cm by 3.5 cm.
const LARGEST_LOGO: (f32, f32) = (2_880_000.0, 1_260_000.0);
/// The numbers of lists that styles are tied to: bullets, and numbers from 1.
pub(super) const BULLETS: usize = 1;
const NUMBERS: usize = 2;
/// How deep lists are told apart.
pub(super) const DEPTH: usize = 4;

/// The paragraphs of a document, and what they need.
#[derive(Debug)]
pub(super) struct Body {
    /// The paragraphs and tables.
    pub(super) xml: String,
    /// The addresses that links lead to, in the order of their numbers, each once.
    pub(super) addresses: Vec<String>,
    /// The pictures, in the order of their numbers.
    pub(super) pictures: Vec<WordPicture>,
    /// The numbers that numbered lists begin with, in order; each is a list of its own.
    pub(super) starts: Vec<u64>,
}

impl Body {
    /// Writes the handbook.
    pub(super) fn of(handbook: &Handbook<'_>, edition: &Edition, words: &Words) -> Self {
        let mut writer = Writer {
            body: Body {
                xml: String::new(),
                addresses: Vec::new(),
                pictures: Vec::new(),
                starts: Vec::new(),
            },
            edition,
            handbook,
            known: BTreeMap::new(),
            bookmarks: 0,
        };
        writer.cover();
        writer.contents(words);
        for chapter in &handbook.chapters {
            let passages = passages::of_chapter(handbook, chapter, words);
            writer.passages(&passages, Place::default());
        }
        writer.back(words);
        writer.body
    }

    /// The list that begins with a number, for the parts of the document that number lists.
    pub(super) fn list(at: usize) -> usize {
        NUMBERS + 1 + at
    }
}

/// Where a paragraph stands.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    /// In how many lists.
    depth: usize,
    /// Whether it is in a quotation.
    quoted: bool,
    /// Whether it says something of the word above it.
    defines: bool,
    /// Whether it stays on a page with what follows.
    keeps_with_next: bool,
}

/// How the first paragraph of an item begins.
#[derive(Debug, Clone, Copy)]
struct Label {
    style: &'static str,
    list: usize,
    level: usize,
}

/// A document in the making.
pub(super) struct Writer<'a> {
    pub(super) body: Body,
    edition: &'a Edition,
    pub(super) handbook: &'a Handbook<'a>,
    /// The pictures that are there already, by their files' names.
    known: BTreeMap<String, usize>,
    bookmarks: usize,
}

impl Writer<'_> {
    fn cover(&mut self) {
        let cover = &self.handbook.cover;
        let logo = self.edition.branding.logo.as_ref();
        if let (Some(logo), Some(picture)) = (
            cover.logo,
            logo.and_then(|logo| WordPicture::of(&logo.bytes)),
        ) {
            self.picture(picture, &logo.alt.value, LARGEST_LOGO);
        }
        self.line("Subtitle", &cover.name);
        if let Some(line) = &cover.strapline {
            self.line("Normal", line);
        }
        self.line("Title", &cover.title);
        if let Some(summary) = cover.summary {
            self.line("Subtitle", Named::of_line(&summary.content));
        }
        if let Some(line) = &cover.audience {
            self.line("Normal", line);
        }
        for fact in &cover.facts {
            let before = Run::plain(format!("{}: ", fact.name));
            self.line_of("Normal", &[before, Run::named(&fact.value)]);
        }
    }

    /// The list of contents: a field, which Word fills with numbers of pages when asked to, and until then links.
    fn contents(&mut self, words: &Words) {
        self.line("TOCHeading", words.get("contents"));
        let entries = self.handbook.contents();
        let last = entries.len().saturating_sub(1);
        for (at, entry) in entries.iter().enumerate() {
            let xml = &mut self.body.xml;
            let level = entry.level.clamp(1, 2);
            put(
                xml,
                format_args!("<w:p><w:pPr><w:pStyle w:val=\"TOC{level}\"/></w:pPr>"),
            );
            if at == 0 {
                xml.push_str("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-2\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
            }
            let clause = entry.clause.as_ref();
            let clause = clause
                .map(|clause| format!("{clause} "))
                .unwrap_or_default();
            put(
                xml,
                format_args!(
                    "<w:hyperlink w:anchor=\"{}\" w:history=\"1\">{}</w:hyperlink>",
                    bookmark(&entry.target),
                    named_run(&entry.title.reworded(format!("{clause}{}", entry.title)))
                ),
            );
            if at == last {
                xml.push_str("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
            }
            xml.push_str("</w:p>");
        }
    }

    fn back(&mut self, words: &Words) {
        let back = &self.handbook.back;
        // A page of its own, without a heading: it is no chapter.
        put(
            &mut self.body.xml,
            format_args!(
                "<w:p><w:pPr><w:pStyle w:val=\"Subtitle\"/><w:pageBreakBefore/></w:pPr>{}</w:p>",
                named_run(&back.name)
            ),
        );
        for contact in &back.contacts {
            if let Some(phone) = &contact.phone {
                let name = Named::of(&contact.name, self.edition);
                let phone = Run::plain(format!(": {}", phone.value));
                self.line_of("Normal", &[Run::named(&name), phone]);
            }
        }
        if let Some(address) = back.address {
            let words = words.format("full_guidance_at", &[("address", address.into())]);
            self.line("Normal", &words);
        }
        if let Some(review) = &back.review {
            self.line("Normal", review);
        }
    }

    /// A paragraph of plain words.
    fn line<'n>(&mut self, style: &str, words: impl Into<Named<'n>>) {
        self.line_of(style, &[Run::named(words)]);
    }

    /// A paragraph of words in several languages.
    fn line_of(&mut self, style: &str, runs: &[Run]) {
        let words = self.runs(runs);
        put(
            &mut self.body.xml,
            format_args!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{words}</w:p>"),
        );
    }

    fn passages(&mut self, passages: &[Passage<'_>], place: Place) {
        for passage in passages {
            self.passage(passage, place);
        }
    }

    fn passage(&mut self, passage: &Passage<'_>, place: Place) {
        match passage {
            Passage::Heading(heading) => self.heading(heading),
            Passage::Paragraph(paragraph) => self.paragraph(paragraph, place, None, None),
            Passage::List(list) => self.list(list, place),
            Passage::Definitions(definitions) => self.definitions(definitions, place),
            Passage::Table(table) => self.table(table),
            Passage::Apart { title, content } => {
                if !title.is_empty() {
                    let runs = self.runs(title);
                    self.styled("QuoteTitle", "", &runs);
                }
                let inner = Place {
                    quoted: true,
                    ..place
                };
                self.passages(content, inner);
            }
            Passage::Picture { alt, file, caption } => self.shown(alt, file, caption),
            Passage::Typed(text) => {
                for line in text.lines() {
                    self.line("Typed", line);
                }
            }
            Passage::RoomForNotes => {
                /// Lines to write on.
                const LINES: usize = 4;
                for _ in 0..LINES {
                    self.line("Notes", "");
                }
            }
            Passage::Rule => self.body.xml.push_str(
                "<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"767676\"/></w:pBdr></w:pPr></w:p>",
            ),
        }
    }

    /// A paragraph of a style, with further properties of it.
    pub(super) fn styled(&mut self, style: &str, properties: &str, runs: &str) {
        put(
            &mut self.body.xml,
            format_args!(
                "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>{runs}</w:p>"
            ),
        );
    }

    fn heading(&mut self, heading: &Heading) {
        let clause = heading.clause.as_ref();
        let clause = clause.map(|clause| plain_run(&format!("{clause} ")));
        let words = format!("{}{}", clause.unwrap_or_default(), self.runs(&heading.runs));
        let words = self.marked(heading.target.as_ref(), &words);
        // What lies deeper than Word's own list of contents shows is the same to readers.
        let level = heading.level.clamp(1, 3);
        self.styled(&format!("Heading{level}"), "", &words);
    }

    fn paragraph(
        &mut self,
        paragraph: &Paragraph,
        place: Place,
        label: Option<Label>,
        target: Option<&Target>,
    ) {
        let clause = paragraph.clause.as_ref();
        let clause = clause.map(|clause| {
            format!(
                "<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space=\"preserve\">{} </w:t></w:r>",
                safe(clause)
            )
        });
        let words = format!(
            "{}{}",
            clause.unwrap_or_default(),
            self.runs(&paragraph.runs)
        );
        let words = self.marked(target.or(paragraph.target.as_ref()), &words);
        let keep = if place.keeps_with_next {
            "<w:keepNext/>"
        } else {
            ""
        };
        if let Some(label) = label {
            let numbering = format!(
                "{keep}<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{}\"/></w:numPr>",
                label.level, label.list
            );
            self.styled(label.style, &numbering, &words);
            return;
        }
        let style = match paragraph.look {
            Look::Summary => "Summary",
            Look::Headline => "Headline",
            Look::Aside => "Aside",
            Look::Facts => "Facts",
            Look::Body if place.depth > 0 => "ListContinue",
            Look::Body if place.quoted => "Quote",
            Look::Body => "Normal",
        };
        let indent = if place.depth > 0 {
            format!("{keep}<w:ind w:left=\"{}\"/>", place.depth * STEP)
        } else if place.defines {
            format!("{keep}<w:ind w:left=\"{STEP}\"/>")
        } else {
            keep.to_owned()
        };
        self.styled(style, &indent, &words);
    }

    fn list(&mut self, list: &List<'_>, place: Place) {
        let level = place.depth.min(DEPTH - 1);
        let mut expected = None;
        let mut number = BULLETS;
        for item in &list.items {
            // Where numbers don't go on, a new list begins with the right one.
            if list.numbered && expected != Some(item.number) {
                self.body.starts.push(item.number);
                number = Body::list(self.body.starts.len() - 1);
            }
            expected = Some(item.number + 1);
            let style = if list.numbered {
                "ListNumber"
            } else {
                "ListBullet"
            };
            let label = Label {
                style,
                list: number,
                level,
            };
            self.item(item, label, place);
        }
    }

    fn item(&mut self, item: &Item<'_>, label: Label, place: Place) {
        let inner = Place {
            depth: place.depth + 1,
            ..place
        };
        // Advice isn't torn apart: all but the last of it stays with what follows.
        let count = item.content.len();
        let place_of = |at: usize| Place {
            keeps_with_next: at + 1 < count,
            ..inner
        };
        // The first paragraph takes the label. An item that begins with something else gets an empty one.
        let mut content = item.content.iter().enumerate();
        if let Some(Passage::Paragraph(first)) = item.content.first() {
            self.paragraph(first, place_of(0), Some(label), item.target.as_ref());
            content.next();
        } else {
            let blank = Paragraph::new(Look::Body, Vec::new());
            self.paragraph(&blank, inner, Some(label), item.target.as_ref());
        }
        for (at, passage) in content {
            self.passage(passage, place_of(at));
        }
    }

    fn definitions(&mut self, definitions: &[Definition<'_>], place: Place) {
        for definition in definitions {
            let term = self.runs(&definition.term);
            let words = self.marked(definition.target.as_ref(), &term);
            self.styled("Term", "", &words);
            let inner = Place {
                defines: true,
                ..place
            };
            self.passages(&definition.content, inner);
        }
    }

    /// A picture of a text, with the words below it.
    fn shown(&mut self, alt: &Named<'_>, file: &str, caption: &Named<'_>) {
        let bytes = self.edition.pictures.get(file);
        match bytes.and_then(|bytes| WordPicture::of(bytes)) {
            Some(picture) => self.picture(picture, alt, LARGEST),
            None => self.line("Normal", alt),
        }
        if !caption.is_empty() {
            self.line("Caption", caption);
        }
    }

    /// A picture in a paragraph of its own, with its words, no larger than fits.
    fn picture(&mut self, picture: WordPicture, alt: &str, (most_wide, most_high): (f32, f32)) {
        let width = most_wide.min(most_high * picture.ratio);
        let (width, height) = (width as u64, (width / picture.ratio) as u64);
        let key = format!("{:x?}", Sha256::digest(&picture.bytes));
        let pictures = &mut self.body.pictures;
        let number = *self.known.entry(key).or_insert_with(|| {
            pictures.push(picture);
            pictures.len()
        });
        self.bookmarks += 1;
        let (id, alt) = (self.bookmarks, safe(alt));
        put(
            &mut self.body.xml,
            format_args!(
                "<w:p><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/>\
                 <wp:docPr id=\"{id}\" name=\"Picture {id}\" descr=\"{alt}\"/>\
                 <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
                 <pic:nvPicPr><pic:cNvPr id=\"{id}\" name=\"Picture {id}\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr>\
                 <pic:blipFill><a:blip r:embed=\"picture{number}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
                 <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
                 <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
                 </wp:inline></w:drawing></w:r></w:p>"
            ),
        );
    }

    /// Words with a bookmark around them, to which links lead.
    fn marked(&mut self, target: Option<&Target>, words: &str) -> String {
        let Some(target) = target else {
            return words.to_owned();
        };
        self.bookmarks += 1;
        let (id, name) = (self.bookmarks, bookmark(target));
        format!(
            "<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{words}<w:bookmarkEnd w:id=\"{id}\"/>"
        )
    }
}
