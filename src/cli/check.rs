//! `noticeboard check`: the whole flow, without publishing.

use std::collections::BTreeMap;
use std::process::ExitCode;

use super::arguments::Check;
use super::terminal;
use crate::build::{self, Extras, Report, Request};
use crate::check::Reach;
use crate::diagnostic::Severity;

pub(super) fn run(arguments: &Check) -> ExitCode {
    let request = Request {
        content: arguments.places.content.clone(),
        themes: arguments.places.themes(),
        editions: arguments.choice.editions.clone(),
        only: arguments.choice.part(),
        complete: arguments.choice.complete.clone(),
        shard: None,
        keep_going: false,
        zip: false,
        deny_warnings: false,
        outside: arguments.external.then_some(if arguments.intranet {
            Reach::Intranet
        } else {
            Reach::Public
        }),
        formats: Vec::new(),
        today: arguments.saying.day.today(),
        extras: Extras {
            previews: false,
            handbooks: true,
        },
        output: None,
    };
    let report = build::run(&request, &|_, _| {});
    let code = terminal::report(
        &report.problems,
        &report.sources,
        &arguments.saying,
        arguments.printing.color,
    );
    if !arguments.printing.quiet && arguments.saying.is_for_people() {
        summary(&report);
        if report.problems.errors() == 0 {
            let editions = terminal::count(report.editions(), "edition");
            terminal::say(&format!(
                "{editions} checked, {}",
                terminal::count(report.problems.warnings(), "warning")
            ));
        }
    }
    ExitCode::from(code)
}

/// How many problems each edition has, those of the pack first: who has to look at what was said above. Editions that have none
/// of their own are left out.
fn summary(report: &Report) {
    /// What has no edition belongs to the pack, and so does what all editions have.
    const PACK: &str = "the pack";
    let mut rows: BTreeMap<(bool, &str), [usize; 3]> = BTreeMap::new();
    for problem in &report.problems {
        let column = match problem.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Hint => 2,
        };
        if problem.editions.is_empty() {
            rows.entry((false, PACK)).or_default()[column] += 1;
        }
        for id in &problem.editions {
            rows.entry((true, id)).or_default()[column] += 1;
        }
    }
    if rows.len() < 2 {
        return;
    }
    let widest = rows.keys().map(|(_, id)| id.chars().count()).max();
    let width = widest.unwrap_or_default().max("edition".len());
    terminal::say(&format!("{:width$}  errors  warnings  hints", "edition"));
    for ((_, id), [errors, warnings, hints]) in rows {
        terminal::say(&format!(
            "{id:width$}  {errors:>6}  {warnings:>8}  {hints:>5}"
        ));
    }
}
