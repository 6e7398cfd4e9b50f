//! The summary of do and don't.

use serde::Serialize;

use crate::build::Artifact;
use crate::diagnostic::Diagnostics;
use crate::edition::{Statement, Tone};
use crate::web::address::PosterSubject;
use crate::web::html::{Html, Writer};
use crate::web::site::{Head, Page};
use crate::web::views::{GlossaryWord, LevelView, PosterView, StatementView, tone_icon};
use crate::web::wording::Wording;

/// What the page shows, under `do_and_dont`.
#[derive(Debug, Serialize)]
struct DoAndDontPage {
    /// What it is about, as HTML.
    summary: Option<Html>,
    /// The two columns.
    levels: Vec<LevelView>,
    /// The poster to download.
    poster: Option<PosterView>,
    /// More about it, as HTML.
    body: Html,
    /// Words of the glossary that the page uses.
    glossary: Vec<GlossaryWord>,
}

pub(super) fn make(page: &Page<'_>, problems: &mut Diagnostics) -> Option<Artifact> {
    let summary = page.site.edition.do_and_dont.as_ref()?;
    let title = page.site.wording(&summary.title);
    let mut writer = page.explaining_writer();
    let levels = [
        column(page, Tone::Do, "do", &summary.dos, &mut writer),
        column(page, Tone::Dont, "dont", &summary.donts, &mut writer),
    ];
    let mut view = DoAndDontPage {
        summary: summary
            .summary
            .as_ref()
            .map(|text| writer.line(&text.content)),
        levels: levels
            .into_iter()
            .filter(|level| !level.statements.is_empty())
            .collect(),
        poster: page.poster(&PosterSubject::DoAndDont, &title),
        body: writer.body(&summary.body, 1),
        glossary: Vec::new(),
    };
    view.glossary = page.glossary_words(&mut writer);
    let head = Head {
        template: "do-and-dont",
        title,
        description: summary.summary.as_ref().map(crate::edition::Text::plain),
    };
    page.render(head, "do_and_dont", &view, problems)
}

fn column(
    page: &Page<'_>,
    tone: Tone,
    name: &str,
    statements: &[Statement],
    writer: &mut Writer<'_>,
) -> LevelView {
    LevelView {
        anchor: format!("level_{name}"),
        label: Wording::fixed(&page.site.words, name).html(),
        tone: tone.name(),
        icon: tone_icon(tone),
        statements: StatementView::all(
            statements,
            name,
            &format!("do_and_dont.{name}"),
            page,
            writer,
        ),
    }
}
