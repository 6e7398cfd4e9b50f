//! Reads a written file back as a screen reader does: from the structure tree to marked content, and from glyphs to
//! text.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string};

/// A file read back.
pub(crate) struct Reading {
    pub(crate) document: Document,
    /// The text of each stretch of marked content, by page and number.
    texts: BTreeMap<(ObjectId, i64), String>,
    /// Text outside the structure.
    pub(crate) artifacts: String,
    /// Where each glyph stands, from the bottom of its page, in the order of drawing.
    pub(crate) places: Vec<(f32, f32)>,
}

/// A font as a reader knows it.
struct Font {
    texts: BTreeMap<u16, String>,
    widths: Vec<f32>,
}

impl Reading {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).expect("the file opens");
        let mut reading = Self {
            document,
            texts: BTreeMap::new(),
            artifacts: String::new(),
            places: Vec::new(),
        };
        for page in reading.pages() {
            reading.read_page(page);
        }
        reading
    }

    pub(crate) fn pages(&self) -> Vec<ObjectId> {
        self.document.page_iter().collect()
    }

    pub(crate) fn dictionary(&self, object: &Object) -> Dictionary {
        let (_, object) = self.document.dereference(object).expect("it is there");
        object.as_dict().expect("it is a dictionary").clone()
    }

    pub(crate) fn catalogue(&self) -> &Dictionary {
        self.document.catalog().expect("there is a catalogue")
    }

    pub(crate) fn trailer(&self, key: &str) -> Dictionary {
        self.dictionary(
            self.document
                .trailer
                .get(key.as_bytes())
                .expect("it is set"),
        )
    }

    pub(crate) fn stream(&self, object: &Object) -> Vec<u8> {
        let (_, object) = self.document.dereference(object).expect("it is there");
        let stream = object.as_stream().expect("it is a stream");
        stream.get_plain_content().expect("it unpacks")
    }

    /// All fonts, by the name under which pages know them.
    pub(crate) fn fonts(&self) -> Vec<(String, Dictionary)> {
        let page = self.dictionary(&self.pages()[0].into());
        let resources = self.dictionary(page.get(b"Resources").unwrap());
        let fonts = self.dictionary(resources.get(b"Font").unwrap());
        fonts
            .iter()
            .map(|(name, font)| {
                let name = String::from_utf8_lossy(name).into_owned();
                (name, self.dictionary(font))
            })
            .collect()
    }

    fn font(&self, font: &Dictionary) -> Font {
        let map = self.stream(font.get(b"ToUnicode").unwrap());
        let map = String::from_utf8(map).expect("the map is text");
        let hex = |digits: &str| u16::from_str_radix(digits, 16).expect("it is a number");
        let texts = map
            .lines()
            .filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')?.split_once("><"))
            .filter(|(_, text)| *text != "FFFF")
            .map(|(glyph, text)| {
                let units: Vec<u16> = (0..text.len())
                    .step_by(4)
                    .map(|at| hex(&text[at..at + 4]))
                    .collect();
                (
                    hex(glyph),
                    String::from_utf16(&units).expect("it is UTF-16"),
                )
            })
            .collect();
        let descendants = font.get(b"DescendantFonts").unwrap().as_array().unwrap();
        let descendant = self.dictionary(&descendants[0]);
        let widths = descendant.get(b"W").unwrap().as_array().unwrap()[1]
            .as_array()
            .unwrap()
            .iter()
            .map(|width| width.as_float().unwrap())
            .collect();
        Font { texts, widths }
    }

    fn read_page(&mut self, page: ObjectId) {
        let fonts: BTreeMap<String, Font> = self
            .fonts()
            .iter()
            .map(|(name, font)| (name.clone(), self.font(font)))
            .collect();
        let dictionary = self.dictionary(&page.into());
        let content = self.stream(dictionary.get(b"Contents").unwrap());
        let content = Content::decode(&content).expect("the content is lawful");
        // For each open stretch: its number, and the text that stands for what is in it.
        let mut open: Vec<(Option<i64>, Option<String>)> = Vec::new();
        // What is shown from left to right though it runs the other way: how many stretches are around it, and its pieces.
        let mut turned: Option<(usize, Vec<String>)> = None;
        let (mut font, mut size, mut x, mut y) = (None, 0.0, 0.0, 0.0);
        for operation in &content.operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "BMC" if operands[0].as_name().unwrap() == b"ReversedChars" => {
                    turned = Some((open.len(), Vec::new()));
                    open.push(open.last().expect("all text is marked").clone());
                }
                "BMC" => open.push((None, None)),
                "BDC" => {
                    let properties = operands[1].as_dict().unwrap();
                    let number = properties.get(b"MCID").ok().map(|it| it.as_i64().unwrap());
                    let number = number.or_else(|| open.last().and_then(|open| open.0));
                    let actual = properties
                        .get(b"ActualText")
                        .ok()
                        .map(|text| decode_text_string(text).unwrap());
                    match (&actual, &mut turned) {
                        (Some(text), Some((_, pieces))) => pieces.push(text.clone()),
                        (Some(text), None) => self.say(page, number, text),
                        (None, _) => {}
                    }
                    open.push((number, actual));
                }
                "EMC" => {
                    let (number, _) = open.pop().expect("a stretch is open");
                    if let Some((_, pieces)) = turned.take_if(|(depth, _)| *depth == open.len()) {
                        let text: String = pieces.into_iter().rev().collect();
                        self.say(page, number, &text);
                    }
                }
                "Tf" => {
                    let name = operands[0].as_name().unwrap();
                    font = fonts.get(std::str::from_utf8(name).unwrap());
                    size = operands[1].as_float().unwrap();
                }
                "Tm" => {
                    x = operands[4].as_float().unwrap();
                    y = operands[5].as_float().unwrap();
                }
                "TJ" => {
                    for piece in operands[0].as_array().unwrap() {
                        if let Ok(offset) = piece.as_float() {
                            x -= offset * size / 1000.0;
                            continue;
                        }
                        let font = font.expect("a font is set");
                        for pair in piece.as_str().unwrap().chunks(2) {
                            let glyph = u16::from_be_bytes([pair[0], pair[1]]);
                            self.places.push((x, y));
                            x += font.widths[usize::from(glyph)] * size / 1000.0;
                            let (number, actual) = open.last().expect("all text is marked");
                            let number = *number;
                            match (actual, &mut turned) {
                                (Some(_), _) => {}
                                (None, Some((_, pieces))) => {
                                    pieces.push(font.texts[&glyph].clone());
                                }
                                (None, None) => self.say(page, number, &font.texts[&glyph]),
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        assert!(open.is_empty(), "every stretch is closed");
    }

    fn say(&mut self, page: ObjectId, number: Option<i64>, text: &str) {
        match number {
            Some(number) => self.texts.entry((page, number)).or_default().push_str(text),
            None => self.artifacts.push_str(text),
        }
    }

    /// The structure tree as a screen reader goes through it, with what a test wants to know of each part.
    pub(crate) fn outline(&self) -> String {
        let root = self.dictionary(self.catalogue().get(b"StructTreeRoot").unwrap());
        let mut outline = String::new();
        self.part(root.get(b"K").unwrap(), None, 0, &mut outline);
        outline
    }

    fn part(&self, object: &Object, page: Option<ObjectId>, depth: usize, outline: &mut String) {
        let indent = "  ".repeat(depth);
        let (_, object) = self.document.dereference(object).expect("it is there");
        let number = match object {
            Object::Integer(number) => Some((page.expect("the page is known"), *number)),
            Object::Dictionary(mark) if mark.has_type(b"MCR") => Some((
                mark.get(b"Pg").unwrap().as_reference().unwrap(),
                mark.get(b"MCID").unwrap().as_i64().unwrap(),
            )),
            _ => None,
        };
        if let Some(mark) = number {
            let page = self
                .pages()
                .iter()
                .position(|page| *page == mark.0)
                .unwrap()
                + 1;
            let _ = match self.texts.get(&mark) {
                Some(text) => writeln!(outline, "{indent}{page}: {text}"),
                None => writeln!(outline, "{indent}{page}: (drawn)"),
            };
            return;
        }
        let part = object.as_dict().expect("it is a part");
        if part.has_type(b"OBJR") {
            let annotation = self.dictionary(part.get(b"Obj").unwrap());
            let words = decode_text_string(annotation.get(b"Contents").unwrap()).unwrap();
            let _ = writeln!(outline, "{indent}→ {words}");
            return;
        }
        let name = String::from_utf8_lossy(part.get(b"S").unwrap().as_name().unwrap());
        let _ = write!(outline, "{indent}{name}");
        for key in ["Lang", "Alt", "ID"] {
            if let Ok(value) = part.get(key.as_bytes()) {
                let _ = write!(outline, " {key}={}", decode_text_string(value).unwrap());
            }
        }
        if let Ok(attributes) = part.get(b"A").and_then(Object::as_dict) {
            for key in ["ListNumbering", "Scope"] {
                if let Ok(value) = attributes.get(key.as_bytes()).and_then(Object::as_name) {
                    let _ = write!(outline, " {}", String::from_utf8_lossy(value));
                }
            }
        }
        outline.push('\n');
        let page = part
            .get(b"Pg")
            .ok()
            .map(|page| page.as_reference().unwrap());
        match part.get(b"K") {
            Ok(Object::Array(kids)) => {
                for kid in kids {
                    self.part(kid, page, depth + 1, outline);
                }
            }
            Ok(kid) => self.part(kid, page, depth + 1, outline),
            Err(_) => {}
        }
    }
}
