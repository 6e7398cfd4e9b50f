//! The pages that only the preview has: what there is to look at, and a poster with how it came out.

use std::fmt::Write as _;

use crate::build::{Fit, Workshop};

/// Where the preview's own pages and files lie. No edition can have such a folder.
pub(super) const OWN: &str = "_";

/// What makes a page load anew and shows what is wrong.
pub(super) const SCRIPT: &str = include_str!("reload.js");
/// The looks of all this.
pub(super) const STYLE: &str = include_str!("preview.css");

/// Every edition, with its pages, posters and handbooks.
pub(super) fn contents(workshop: &Workshop) -> String {
    let mut body =
        String::from("<h1>Preview</h1>\n<p><a href=\"/\">The page over all editions</a></p>\n");
    for edition in workshop.editions() {
        let folder = escaped(&edition.folder);
        let _ = write!(
            body,
            "<section><h2 lang=\"{language}\"><a href=\"/{folder}/\">{}</a></h2>\n<p>{folder} · {language} · theme {}</p>\n<details><summary>Posters</summary><ul>",
            escaped(&edition.name.value),
            escaped(&edition.theme.value),
            language = escaped(edition.language()),
        );
        for (path, title) in workshop.posters(&edition.folder) {
            let path = escaped(&path);
            let _ = write!(
                body,
                "<li><a href=\"/{OWN}/poster/{folder}/{path}\">{}</a> <small>{path}</small></li>",
                escaped(&title)
            );
        }
        body.push_str("</ul></details>\n<p>Handbook: ");
        for file in edition.handbook.files() {
            let path = escaped(&file.path());
            let _ = write!(body, "<a href=\"/{folder}/{path}\">{path}</a> ");
        }
        body.push_str("</p></section>\n");
    }
    page("Preview", &body)
}

/// A poster as a picture and as a file, and how it came out.
pub(super) fn poster(folder: &str, path: &str, fit: &Fit) -> String {
    let (folder, path) = (escaped(folder), escaped(path));
    let body = format!(
        "<p><a href=\"/{OWN}/\">Preview</a> · <a href=\"/{folder}/\">{folder}</a></p>\n<h1>{path}</h1>\n\
         <table><tr><th scope=\"row\">Type of most words</th><td>{:.1} pt</td></tr>\
         <tr><th scope=\"row\">Smallest and largest type</th><td>{:.1} and {:.1} pt</td></tr>\
         <tr><th scope=\"row\">From the last words to the foot of the sheet</th><td>{:.0} mm</td></tr>\
         <tr><th scope=\"row\">Pages</th><td>{}</td></tr></table>\n\
         <div class=\"poster\"><img src=\"/{OWN}/picture/{folder}/{path}\" alt=\"The poster as a picture\">\
         <iframe src=\"/{folder}/{path}\" title=\"The poster as a file\"></iframe></div>",
        fit.most, fit.smallest, fit.largest, fit.left, fit.pages
    );
    page(&path, &body)
}

/// What is shown where there is nothing.
pub(super) fn nothing(path: &str) -> String {
    page(
        "Nothing here",
        &format!(
            "<h1>Nothing here</h1>\n<p>Nothing is made at <code>{}</code>. <a href=\"/{OWN}/\">See what there is</a>.</p>",
            escaped(path)
        ),
    )
}

/// A page of an edition, with the script that makes it load anew.
pub(super) fn with_script(html: &str) -> String {
    let script = format!("<script src=\"/{OWN}/reload.js\" defer></script>");
    match html.find("</head>") {
        Some(end) => format!("{}{script}{}", &html[..end], &html[end..]),
        None => format!("{html}{script}"),
    }
}

fn page(title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"stylesheet\" href=\"/{OWN}/preview.css\">\
         <script src=\"/{OWN}/reload.js\" defer></script></head>\n<body class=\"preview\"><main>{body}</main></body></html>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_goes_into_the_head() {
        let page = with_script("<head><title>A</title></head><body></body>");
        assert_eq!(
            page,
            "<head><title>A</title><script src=\"/_/reload.js\" defer></script></head><body></body>"
        );
    }

    #[test]
    fn what_is_asked_for_is_no_markup() {
        assert!(nothing("/<script>").contains("/&lt;script&gt;"));
    }
}
