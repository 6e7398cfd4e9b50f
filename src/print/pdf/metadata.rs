//! What the file says of itself, twice and the same: in XMP and in the older dictionary of information.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::file;
use crate::print::scene::Scene;

/// What made the file.
const MAKER: &str = concat!("Noticeboard ", env!("CARGO_PKG_VERSION"));

/// Adds the XMP, unpacked, so that tools that don't know PDF can read it (ISO 19005-2 §6.6.2.1).
pub(super) fn xmp(scene: &Scene, document: &mut Document) -> ObjectId {
    let packet = packet(scene).into_bytes();
    let dictionary = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    document.add_object(Stream::new(dictionary, packet).with_compression(false))
}

/// Adds the dictionary of information.
pub(super) fn information(scene: &Scene, document: &mut Document) -> ObjectId {
    let mut information = Dictionary::new();
    for (key, value) in [
        ("Title", scene.title.as_str()),
        ("Author", &scene.author),
        ("Subject", &scene.subject),
        ("Creator", MAKER),
        ("Producer", MAKER),
    ] {
        let value = visible(value);
        if !value.is_empty() {
            information.set(key, file::text(&value));
        }
    }
    if let Some(date) = scene.date {
        // A day without an hour, which the format allows (ISO 32000-1 §7.9.4).
        let date = date.strftime("D:%Y%m%d").to_string();
        information.set("CreationDate", Object::string_literal(date.clone()));
        information.set("ModDate", Object::string_literal(date));
    }
    document.add_object(information)
}

fn packet(scene: &Scene) -> String {
    let title = escaped(&scene.title);
    let maker = escaped(MAKER);
    let author = optional(&scene.author, |author| {
        format!("<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n")
    });
    let subject = optional(&scene.subject, |subject| {
        format!(
            "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>\n"
        )
    });
    // What is for a press has its colours in inks without a profile, which no archive takes (ISO 19005-2 §6.2.4.3).
    // What has nothing to be read is for printing only, and claims nothing.
    let is_readable = !scene.structure.is_empty();
    let (archive, extension) = if scene.press.is_none() && is_readable {
        (ARCHIVE, EXTENSION)
    } else {
        ("", "")
    };
    let accessible = if is_readable { ACCESSIBLE } else { "" };
    let language = escaped(&scene.language);
    let date = scene.date.map_or_else(String::new, |date| {
        format!(
            "<xmp:CreateDate>{date}</xmp:CreateDate>\n<xmp:ModifyDate>{date}</xmp:ModifyDate>\n"
        )
    });
    format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n\
         <dc:format>application/pdf</dc:format>\n\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n\
         {author}{subject}\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\n\
         <xmp:CreatorTool>{maker}</xmp:CreatorTool>\n\
         {date}\
         <pdf:Producer>{maker}</pdf:Producer>\n\
         {archive}\
         {accessible}\
         </rdf:Description>\n\
         {extension}\
         </rdf:RDF>\n\
         </x:xmpmeta>\n\
         <?xpacket end=\"r\"?>"
    )
}

/// That it conforms to PDF/UA-1 (ISO 14289-1 §5).
const ACCESSIBLE: &str = "<pdfuaid:part>1</pdfuaid:part>\n";

/// That it conforms to PDF/A-2a (ISO 19005-2 §6.6.4).
const ARCHIVE: &str = "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n";

/// PDF/A knows nothing of PDF/UA, and wants every property that it doesn't know described (ISO 19005-2 §6.6.2.3).
const EXTENSION: &str = "<rdf:Description rdf:about=\"\" \
    xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
    xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
    xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n\
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n\
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n\
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n\
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n\
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n\
    <pdfaProperty:name>part</pdfaProperty:name>\n\
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n\
    <pdfaProperty:category>internal</pdfaProperty:category>\n\
    <pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>\n\
    </rdf:li></rdf:Seq></pdfaSchema:property>\n\
    </rdf:li></rdf:Bag></pdfaExtension:schemas>\n\
    </rdf:Description>\n";

fn optional(value: &str, element: impl Fn(String) -> String) -> String {
    let value = escaped(value);
    if value.is_empty() {
        value
    } else {
        element(value)
    }
}

/// Text for XML.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in visible(text).chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Text without the characters that XML cannot hold (XML 1.0 §2.2), and on one line.
fn visible(text: &str) -> String {
    text.trim()
        .chars()
        .map(|letter| if letter.is_whitespace() { ' ' } else { letter })
        .filter(|letter| !letter.is_control() && !matches!(letter, '\u{FFFE}' | '\u{FFFF}'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_safe_in_xml() {
        assert_eq!(escaped(" Do & <don\u{0}'t>\n "), "Do &amp; &lt;don't&gt;");
    }
}
