//! How a Word document looks: `word/styles.xml`.

use super::xml::put;
use crate::edition::Edition;
use crate::handbook::page::readable;
use crate::print::Direction;

/// A style of paragraphs.
struct Style {
    /// Its id.
    id: &'static str,
    /// Its name, by which Word knows its own styles in every language.
    name: &'static str,
    /// The style that it builds on.
    based_on: &'static str,
    /// The style of the paragraph after it.
    next: &'static str,
    /// The properties of its paragraphs.
    paragraph: &'static str,
    /// The properties of its words. `BRAND` is the board's colour.
    words: &'static str,
}

/// Every style of paragraphs but the first, `Normal`. Sizes are in half points: body text has 12 pt, as clear print asks (UKAAF G003).
const STYLES: &[Style] = &[
    Style {
        id: "Title",
        name: "Title",
        based_on: "Normal",
        next: "Subtitle",
        paragraph: "<w:spacing w:before=\"2400\" w:after=\"240\"/>",
        words: "<w:b/><w:bCs/><w:color w:val=\"BRAND\"/><w:sz w:val=\"64\"/><w:szCs w:val=\"64\"/>",
    },
    Style {
        id: "Subtitle",
        name: "Subtitle",
        based_on: "Normal",
        next: "Normal",
        paragraph: "<w:spacing w:after=\"160\"/>",
        words: "<w:sz w:val=\"30\"/><w:szCs w:val=\"30\"/>",
    },
    Style {
        id: "Heading1",
        name: "heading 1",
        based_on: "Normal",
        next: "Normal",
        paragraph: "<w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:spacing w:before=\"0\" w:after=\"200\"/><w:outlineLvl w:val=\"0\"/>",
        words: "<w:b/><w:bCs/><w:color w:val=\"BRAND\"/><w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/>",
    },
    Style {
        id: "Heading2",
        name: "heading 2",
        based_on: "Normal",
        next: "Normal",
        paragraph: "<w:keepNext/><w:keepLines/><w:spacing w:before=\"360\" w:after=\"120\"/><w:outlineLvl w:val=\"1\"/>",
        words: "<w:b/><w:bCs/><w:color w:val=\"BRAND\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>",
    },
    Style {
        id: "Heading3",
        name: "heading 3",
        based_on: "Normal",
        next: "Normal",
        paragraph: "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"60\"/><w:outlineLvl w:val=\"2\"/>",
        words: "<w:b/><w:bCs/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>",
    },
    Style {
        id: "TOCHeading",
        name: "TOC Heading",
        based_on: "Normal",
        next: "Normal",
        paragraph: "<w:keepNext/><w:pageBreakBefore/><w:spacing w:after=\"200\"/>",
        words: "<w:b/><w:bCs/><w:color w:val=\"BRAND\"/><w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/>",
    },
    Style {
        id: "TOC1",
        name: "toc 1",
        based_on: "Normal",
        next: "Normal",
        paragraph: "<w:spacing w:before=\"100\" w:after=\"20\"/>",
        words: "<w:b/><w:bCs/>",
    },
    Style {
        id: "TOC2",
        name: "toc 2",
        based_on: "Normal",
        next: "Normal",
        paragraph: "<w:spacing w:after=\"20\"/><w:ind w:left=\"284\"/>",
        words: "",
    },
    Style {
        id: "Headline",
        name: "Headline",
        based_on: "Normal",
        next: "Normal",
        paragraph: "<w:keepLines/><w:pBdr><w:top w:val=\"single\" w:sz=\"18\" w:space=\"6\" w:color=\"B8121F\"/><w:left w:val=\"single\" w:sz=\"18\" w:space=\"6\" w:color=\"B8121F\"/><w:bottom w:val=\"single\" w:sz=\"18\" w:space=\"6\" w:color=\"B8121F\"/><w:right w:val=\"single\" w:sz=\"18\" w:space=\"6\" w:color=\"B8121F\"/></w:pBdr><w:spacing w:before=\"160\" w:after=\"200\"/><w:ind w:left=\"170\" w:right=\"170\"/>",
        words: "<w:b/><w:bCs/><w:sz w:val=\"30\"/><w:szCs w:val=\"30\"/>",
    },
    Style {
        id: "Summary",
        name: "Summary",
        based_on: "Normal",
        next: "Normal",
        paragraph: "",
        words: "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>",
    },
    Style {
        id: "Aside",
        name: "Aside",
        based_on: "Normal",
        next: "Normal",
        paragraph: "",
        words: "<w:color w:val=\"444444\"/>",
    },
    Style {
        id: "Facts",
        name: "Facts",
        based_on: "Normal",
        next: "Normal",
        paragraph: "<w:keepLines/>",
        words: "",
    },
    Style {
        id: "ListBullet",
        name: "List Bullet",
        based_on: "Normal",
        next: "ListBullet",
        paragraph: "<w:keepLines/><w:numPr><w:numId w:val=\"1\"/></w:numPr>",
        words: "",
    },
    Style {
        id: "ListNumber",
        name: "List Number",
        based_on: "Normal",
        next: "ListNumber",
        paragraph: "<w:keepLines/><w:numPr><w:numId w:val=\"2\"/></w:numPr>",
        words: "",
    },
    Style {
        id: "ListContinue",
        name: "List Continue",
        based_on: "Normal",
        next: "ListContinue",
        paragraph: "<w:keepLines/>",
        words: "",
    },
    Style {
        id: "Term",
        name: "Term",
        based_on: "Normal",
        next: "Normal",
        paragraph: "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"0\"/>",
        words: "<w:b/><w:bCs/>",
    },
    Style {
        id: "Quote",
        name: "Quote",
        based_on: "Normal",
        next: "Quote",
        paragraph: "<w:pBdr><w:left w:val=\"single\" w:sz=\"36\" w:space=\"10\" w:color=\"BRAND\"/></w:pBdr><w:ind w:left=\"340\"/>",
        words: "",
    },
    Style {
        id: "QuoteTitle",
        name: "Quote Title",
        based_on: "Quote",
        next: "Quote",
        paragraph: "<w:keepNext/><w:spacing w:before=\"240\"/>",
        words: "<w:b/><w:bCs/>",
    },
    Style {
        id: "Caption",
        name: "caption",
        based_on: "Normal",
        next: "Normal",
        paragraph: "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/>",
        words: "<w:b/><w:bCs/>",
    },
    Style {
        id: "TableText",
        name: "Table Text",
        based_on: "Normal",
        next: "TableText",
        paragraph: "<w:spacing w:before=\"40\" w:after=\"40\"/>",
        words: "",
    },
    Style {
        id: "TableHeading",
        name: "Table Heading",
        based_on: "TableText",
        next: "TableText",
        paragraph: "",
        words: "<w:b/><w:bCs/>",
    },
    Style {
        id: "Notes",
        name: "Notes",
        based_on: "Normal",
        next: "Notes",
        paragraph: "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"767676\"/><w:between w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"767676\"/></w:pBdr><w:spacing w:before=\"200\" w:after=\"0\"/>",
        words: "",
    },
    Style {
        id: "Typed",
        name: "Typed",
        based_on: "Normal",
        next: "Typed",
        paragraph: "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
        words: "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>",
    },
    Style {
        id: "Header",
        name: "header",
        based_on: "Normal",
        next: "Header",
        paragraph: "<w:spacing w:after=\"0\"/>",
        words: "",
    },
    Style {
        id: "Footer",
        name: "footer",
        based_on: "Normal",
        next: "Footer",
        paragraph: "<w:spacing w:after=\"0\"/>",
        words: "",
    },
];

/// What stands before all styles: the name space.
const OPEN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";
/// The styles that aren't of paragraphs: links, and tables with thin lines.
const OTHERS: &str = "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>\
<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"0B4AA2\"/><w:u w:val=\"single\"/></w:rPr></w:style>\
<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>\
<w:style w:type=\"character\" w:styleId=\"Emphasis\"><w:name w:val=\"Emphasis\"/><w:rPr><w:i/><w:iCs/></w:rPr></w:style>\
<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"767676\"/><w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"767676\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"767676\"/><w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"767676\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"767676\"/><w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"767676\"/></w:tblBorders></w:tblPr></w:style>";

/// All styles, in the colour of a board and for a language.
pub(super) fn styles(edition: &Edition, language: &str) -> String {
    let brand = readable(edition);
    let brand = brand.trim_start_matches('#').to_uppercase();
    let turned = Direction::of_language(language) == Direction::RightToLeft;
    let (lang, words, paragraph) = if turned {
        ("w:bidi", "<w:rtl/>", "<w:bidi/>")
    } else {
        ("w:val", "", "")
    };
    let language = super::xml::safe(language);
    let mut xml = OPEN.to_owned();
    put(
        &mut xml,
        format_args!(
            "<w:docDefaults><w:rPrDefault><w:rPr>\
             <w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/>\
             <w:color w:val=\"1A1A1A\"/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>{words}<w:lang {lang}=\"{language}\"/>\
             </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{paragraph}\
             <w:spacing w:after=\"120\" w:line=\"288\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
             <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
        ),
    );
    for style in STYLES {
        let words = style.words.replace("BRAND", &brand);
        let paragraph = style.paragraph.replace("BRAND", &brand);
        put(
            &mut xml,
            format_args!(
                "<w:style w:type=\"paragraph\" w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"{}\"/>\
                 <w:next w:val=\"{}\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{words}</w:rPr></w:style>",
                style.id, style.name, style.based_on, style.next
            ),
        );
    }
    xml.push_str(OTHERS);
    xml.push_str("</w:styles>");
    xml
}
