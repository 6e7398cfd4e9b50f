//! A report as a page of its own, to be mailed or put on a screen.

use std::fmt::Write as _;

use super::{Change, Piece, Report};
use crate::web::escape;

/// The look of the page: readable in light and dark, and on paper.
const STYLE: &str = ":root{color-scheme:light dark}body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.55 system-ui,sans-serif}\
h1{font-size:1.9rem;line-height:1.2}h2{margin:2.2rem 0 .6rem;padding-bottom:.2rem;border-bottom:2px solid}\
ul{padding:0;list-style:none}li{margin:.9rem 0;padding-left:.9rem;border-left:4px solid #767676}\
li.added{border-color:#1d7a3c}li.dropped{border-color:#b3261e}li.reworded,li.changed{border-color:#1f5fa8}\
.kind{font-weight:700}.words{margin:.2rem 0 0;white-space:pre-line}\
del{color:#a3160f;background:#fdeceb}del+ins{margin-inline-start:.3em}ins{color:#0d5c28;background:#e7f5ea;text-decoration-thickness:2px}\
@media(prefers-color-scheme:dark){del{color:#ffb4ab;background:#3a1210}ins{color:#9ddfb0;background:#0f2a18}}\
@media print{body{margin:0;max-width:none}li{break-inside:avoid}}";

/// A report as one page of HTML with nothing outside it.
pub fn page(report: &Report) -> String {
    let title = format!(
        "How {} differs from {}",
        report.after.name, report.before.name
    );
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{0}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{0}</h1>\n<p>{1}</p>\n",
        escape(&title),
        escape(&report.summary())
    );
    for group in &report.groups {
        // Writing to a string cannot fail.
        let _ = write!(html, "<h2>{}</h2>\n<ul>\n", escape(&group.title));
        for change in &group.changes {
            item(&mut html, change);
        }
        html.push_str("</ul>\n");
    }
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

fn item(html: &mut String, change: &Change) {
    let kind = change.word();
    let _ = write!(
        html,
        "<li class=\"{}\"><span class=\"kind\">{kind}</span> ({})<p class=\"words\">",
        kind.to_lowercase(),
        escape(&change.what)
    );
    for piece in change.pieces() {
        let _ = match piece {
            Piece::Kept(words) => write!(html, "{}", escape(&words)),
            Piece::Dropped(words) => write!(html, "<del>{}</del>", escape(&words)),
            Piece::Added(words) => write!(html, "<ins>{}</ins>", escape(&words)),
        };
    }
    html.push_str("</p></li>\n");
}
