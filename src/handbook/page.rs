//! The handbook as one page of HTML: to be sent by email, kept on a disk, read in any browser.
//!
//! It holds all it needs: a short stylesheet, pictures as data, no scripts and nothing from elsewhere. Links within lead to the same
//! names as in the other forms.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::passages::{
    self, Definition, Heading, List, Look, Paragraph, Passage, Run, Table, plain_text,
};
use super::{Destination, Handbook, Named, Target};
use crate::edition::Edition;
use crate::print::Direction;
use crate::theme::Words;
use crate::web::{Brand, ending, escape, put, stylesheet};

/// How it looks: one column of the width that reads well, in the reader's own type. Its colours are those of pages, light and dark.
const STYLE: &str = include_str!("page.css");

/// The name of the text behind cover and contents. Names of targets are never like this one.
const TEXT: &str = "handbook_text";

/// Writes the handbook as a page.
pub fn page(handbook: &Handbook<'_>, edition: &Edition, words: &Words) -> String {
    let mut page = Page {
        html: String::new(),
        edition,
        words,
    };
    page.head(handbook, edition);
    let skip = escape(&words.get("skip_link"));
    put(
        &mut page.html,
        format_args!("<a class=\"skip\" href=\"#{TEXT}\">{skip}</a>\n"),
    );
    page.cover(handbook, edition);
    page.contents(handbook, words);
    put(
        &mut page.html,
        format_args!("<main id=\"{TEXT}\" tabindex=\"-1\">\n"),
    );
    for chapter in &handbook.chapters {
        page.html.push_str("<section>\n");
        page.passages(&passages::of_chapter(handbook, chapter, words));
        page.html.push_str("</section>\n");
    }
    page.html.push_str("</main>\n");
    page.back(handbook, words);
    page.html.push_str("</body>\n</html>\n");
    page.html
}

/// The page in the making.
struct Page<'a> {
    html: String,
    edition: &'a Edition,
    words: &'a Words,
}

impl Page<'_> {
    fn head(&mut self, handbook: &Handbook<'_>, edition: &Edition) {
        let language = lang(Some(handbook.language));
        let title = escape(&format!(
            "{} – {}",
            handbook.cover.title, handbook.cover.name
        ));
        let colours = stylesheet(Brand::of(&edition.branding));
        let style = format!("\n{colours}{STYLE}");
        // Nothing is loaded, whatever the words of a pack are.
        let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
        let policy = format!("default-src 'none'; style-src 'sha256-{hash}'; img-src data:");
        put(
            &mut self.html,
            format_args!(
                "<!DOCTYPE html>\n<html{language}>\n<head>\n<meta charset=\"utf-8\">\n\
                 <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
                 <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
                 <style>{style}</style>\n</head>\n<body>\n"
            ),
        );
    }

    fn cover(&mut self, handbook: &Handbook<'_>, edition: &Edition) {
        let cover = &handbook.cover;
        self.html.push_str("<header>\n");
        if let Some(logo) = cover.logo {
            let file = &logo.file.value;
            let bytes = edition.branding.logo.as_ref().map(|logo| &logo.bytes);
            if let Some(bytes) = bytes {
                let alt = Named::of(&logo.alt, edition);
                self.picture(file, bytes, &alt, "logo");
            }
        }
        self.tagged("p class=\"name\"", &cover.name);
        if let Some(line) = &cover.strapline {
            self.tagged("p", line);
        }
        self.tagged("p class=\"title\"", &cover.title);
        if let Some(summary) = cover.summary {
            self.tagged("p", Named::of_line(&summary.content));
        }
        if let Some(line) = &cover.audience {
            self.tagged("p", line);
        }
        self.html.push_str("<p>");
        for (at, fact) in cover.facts.iter().enumerate() {
            let before = if at > 0 { "<br>\n" } else { "" };
            let (name, value) = (escape(&fact.name), marked(&fact.value));
            put(&mut self.html, format_args!("{before}{name}: {value}"));
        }
        self.html.push_str("</p>\n</header>\n");
    }

    fn contents(&mut self, handbook: &Handbook<'_>, words: &Words) {
        let title = escape(&words.get("contents"));
        put(
            &mut self.html,
            format_args!("<nav aria-label=\"{title}\">\n<p class=\"contents\">{title}</p>\n<ul>\n"),
        );
        for entry in handbook.contents().iter().filter(|entry| entry.level == 1) {
            let (name, title) = (escape(entry.target.name()), marked(&entry.title));
            put(
                &mut self.html,
                format_args!("<li><a href=\"#{name}\">{title}</a></li>\n"),
            );
        }
        self.html.push_str("</ul>\n</nav>\n");
    }

    fn back(&mut self, handbook: &Handbook<'_>, words: &Words) {
        let back = &handbook.back;
        self.html.push_str("<footer>\n");
        self.tagged("p class=\"name\"", &back.name);
        for contact in &back.contacts {
            if let Some(phone) = &contact.phone {
                let name = marked(&Named::of(&contact.name, self.edition));
                let phone = escape(&phone.value);
                put(&mut self.html, format_args!("<p>{name}: {phone}</p>\n"));
            }
        }
        if let Some(address) = back.address {
            let words = words.format("full_guidance_at", &[("address", address.into())]);
            self.tagged("p", &words);
        }
        if let Some(review) = &back.review {
            self.tagged("p", review);
        }
        self.html.push_str("</footer>\n");
    }

    /// Words in an element; the tag may have attributes.
    fn tagged<'n>(&mut self, tag: &str, words: impl Into<Named<'n>>) {
        let name = tag.split(' ').next().unwrap_or(tag);
        let words = marked(&words.into());
        put(&mut self.html, format_args!("<{tag}>{words}</{name}>\n"));
    }

    fn passages(&mut self, passages: &[Passage<'_>]) {
        for passage in passages {
            self.passage(passage);
        }
    }

    fn passage(&mut self, passage: &Passage<'_>) {
        match passage {
            Passage::Heading(heading) => self.heading(heading),
            Passage::Paragraph(paragraph) => self.paragraph(paragraph),
            Passage::List(list) => self.list(list),
            Passage::Definitions(definitions) => self.definitions(definitions),
            Passage::Table(table) => self.table(table),
            Passage::Apart { title, content } => {
                let tag = if title.is_empty() {
                    "blockquote"
                } else {
                    "div"
                };
                put(&mut self.html, format_args!("<{tag} class=\"apart\">\n"));
                if !title.is_empty() {
                    self.html.push_str("<p><strong>");
                    self.runs(title);
                    self.html.push_str("</strong></p>\n");
                }
                self.passages(content);
                put(&mut self.html, format_args!("</{tag}>\n"));
            }
            Passage::Picture { alt, file, caption } => {
                self.html.push_str("<figure>\n");
                let bytes = self.edition.pictures.get(*file);
                match bytes {
                    Some(bytes) => self.picture(file, &bytes.clone(), alt, "picture"),
                    None => self.tagged("p", alt),
                }
                if !caption.is_empty() {
                    self.tagged("figcaption", caption);
                }
                self.html.push_str("</figure>\n");
            }
            Passage::Typed(text) => self.tagged("pre", *text),
            Passage::RoomForNotes => self.html.push_str("<p class=\"room\"></p>\n"),
            Passage::Rule => self.html.push_str("<hr>\n"),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let level = heading.level.clamp(1, 6);
        put(
            &mut self.html,
            format_args!("<h{level}{}>", id(heading.target.as_ref())),
        );
        if let Some(clause) = &heading.clause {
            let clause = escape(clause);
            put(&mut self.html, format_args!("{clause} "));
        }
        self.runs(&heading.runs);
        put(&mut self.html, format_args!("</h{level}>\n"));
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let class = match paragraph.look {
            Look::Body | Look::Facts => "",
            Look::Summary => " class=\"summary\"",
            Look::Headline => " class=\"headline\"",
            Look::Aside => " class=\"aside\"",
        };
        let id = id(paragraph.target.as_ref());
        put(&mut self.html, format_args!("<p{id}{class}>"));
        if let Some(clause) = &paragraph.clause {
            let clause = escape(clause);
            put(&mut self.html, format_args!("<strong>{clause}</strong> "));
        }
        self.runs(&paragraph.runs);
        self.html.push_str("</p>\n");
    }

    fn list(&mut self, list: &List<'_>) {
        let tag = if list.numbered { "ol" } else { "ul" };
        put(&mut self.html, format_args!("<{tag}>\n"));
        let mut expected = 1;
        for item in &list.items {
            let id = id(item.target.as_ref());
            let value = if list.numbered && item.number != expected {
                format!(" value=\"{}\"", item.number)
            } else {
                String::new()
            };
            expected = item.number + 1;
            put(&mut self.html, format_args!("<li{id}{value}>\n"));
            self.passages(&item.content);
            if let Some(mark) = &item.back {
                let (mark, back) = (escape(mark.name()), escape(&self.words.get("back_to_text")));
                put(
                    &mut self.html,
                    format_args!("<p class=\"aside\"><a href=\"#{mark}\">{back}</a></p>\n"),
                );
            }
            self.html.push_str("</li>\n");
        }
        put(&mut self.html, format_args!("</{tag}>\n"));
    }

    fn definitions(&mut self, definitions: &[Definition<'_>]) {
        self.html.push_str("<dl>\n");
        for definition in definitions {
            let id = id(definition.target.as_ref());
            put(&mut self.html, format_args!("<dt{id}>"));
            self.runs(&definition.term);
            self.html.push_str("</dt>\n<dd>\n");
            self.passages(&definition.content);
            self.html.push_str("</dd>\n");
        }
        self.html.push_str("</dl>\n");
    }

    fn table(&mut self, table: &Table) {
        self.html.push_str("<table>\n");
        if !table.caption.is_empty() {
            self.html.push_str("<caption>");
            self.runs(&table.caption);
            self.html.push_str("</caption>\n");
        }
        if !table.head.is_empty() {
            self.html.push_str("<thead>\n<tr>");
            for cell in &table.head {
                // A column without a heading has none to be read out.
                let tag = if plain_text(cell).is_empty() {
                    "td"
                } else {
                    "th"
                };
                let scope = if tag == "th" { " scope=\"col\"" } else { "" };
                put(&mut self.html, format_args!("<{tag}{scope}>"));
                self.runs(cell);
                put(&mut self.html, format_args!("</{tag}>"));
            }
            self.html.push_str("</tr>\n</thead>\n");
        }
        self.html.push_str("<tbody>\n");
        for row in &table.rows {
            self.html.push_str("<tr>");
            for (at, cell) in row.iter().enumerate() {
                let heads = table.head.is_empty() && at == 0;
                self.html
                    .push_str(if heads { "<th scope=\"row\">" } else { "<td>" });
                self.runs(cell);
                self.html.push_str(if heads { "</th>" } else { "</td>" });
            }
            self.html.push_str("</tr>\n");
        }
        self.html.push_str("</tbody>\n</table>\n");
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            match run {
                Run::Words { text, style } => {
                    let mut words = escape(text);
                    let wraps = [
                        (style.typed, "code"),
                        (style.emphasis, "em"),
                        (style.strong, "strong"),
                    ];
                    for (_, tag) in wraps.iter().filter(|(wanted, _)| *wanted) {
                        words = format!("<{tag}>{words}</{tag}>");
                    }
                    if let Some(language) = &style.language {
                        words = in_language(&words, language);
                    }
                    self.html.push_str(&words);
                }
                Run::Link { destination, runs } => {
                    let address = match destination {
                        Destination::Within(target) => format!("#{}", target.name()),
                        Destination::Outside(address) => address.replace(' ', ""),
                    };
                    let address = escape(&address);
                    put(&mut self.html, format_args!("<a href=\"{address}\">"));
                    self.runs(runs);
                    self.html.push_str("</a>");
                }
                Run::Mark(mark) => {
                    let number = mark.number.to_string();
                    let label = self
                        .words
                        .format("footnote", &[("name", number.as_str().into())]);
                    let (own, note) = (id(mark.own.as_ref()), escape(mark.note.name()));
                    let label = escape(&label);
                    put(
                        &mut self.html,
                        format_args!(
                            "<sup><a href=\"#{note}\"{own} aria-label=\"{label}\">[{number}]</a></sup>"
                        ),
                    );
                }
                Run::Break => self.html.push_str("<br>"),
            }
        }
    }

    /// A picture within the page.
    fn picture(&mut self, file: &str, bytes: &[u8], alt: &Named<'_>, class: &str) {
        let kind = match ending(file).0.as_str() {
            "svg" => "image/svg+xml",
            "png" => "image/png",
            _ => "image/jpeg",
        };
        let (data, language) = (STANDARD.encode(bytes), lang(alt.language.as_deref()));
        let alt = escape(alt);
        put(
            &mut self.html,
            format_args!(
                "<img class=\"{class}\"{language} alt=\"{alt}\" src=\"data:{kind};base64,{data}\">\n"
            ),
        );
    }
}

/// Words, marked where they are in another language than the page.
fn marked(words: &Named<'_>) -> String {
    match &words.language {
        Some(language) => in_language(&escape(words), language),
        None => escape(words),
    }
}

/// HTML in another language than the page.
fn in_language(html: &str, language: &str) -> String {
    format!("<span{}>{html}</span>", lang(Some(language)))
}

/// The attributes by which a language and its direction are told.
fn lang(language: Option<&str>) -> String {
    language.map_or_else(String::new, |language| {
        let direction = match Direction::of_language(language) {
            Direction::RightToLeft => "rtl",
            Direction::LeftToRight => "ltr",
        };
        format!(" lang=\"{}\" dir=\"{direction}\"", escape(language))
    })
}

/// The attribute by which links lead to something.
fn id(target: Option<&Target>) -> String {
    target.map_or_else(String::new, |target| {
        format!(" id=\"{}\"", escape(target.name()))
    })
}

/// The board's colour as one of text on white (WCAG 2.2, 1.4.3): itself, or black where it is too light.
pub(super) fn readable(edition: &Edition) -> String {
    use crate::edition::Rgb;
    let brand = edition.branding.primary.value.rgb;
    if brand.contrast(Rgb::WHITE) >= 4.5 {
        brand.to_string()
    } else {
        Rgb::BLACK.to_string()
    }
}
