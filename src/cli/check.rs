//! `noticeboard check`: the whole flow, without publishing.

use std::process::ExitCode;

use super::arguments::Check;
use super::terminal;
use crate::build::{self, Request};
use crate::check::Reach;

pub(super) fn run(arguments: &Check) -> ExitCode {
    let request = Request {
        content: arguments.places.content.clone(),
        themes: arguments.places.themes(),
        editions: arguments.choice.editions.clone(),
        only: arguments.choice.part(),
        complete: arguments.choice.complete.clone(),
        keep_going: false,
        deny_warnings: false,
        outside: arguments.external.then_some(if arguments.intranet {
            Reach::Intranet
        } else {
            Reach::Public
        }),
        formats: Vec::new(),
        previews: false,
        output: None,
    };
    let report = build::run(&request, &|_, _| {});
    let code = terminal::report(
        &report.problems,
        &report.sources,
        &arguments.saying,
        arguments.printing.color,
    );
    let is_quiet = arguments.printing.quiet || !arguments.saying.is_for_people();
    if report.problems.errors() == 0 && !is_quiet {
        let editions = terminal::count(report.editions(), "edition");
        terminal::say(&format!(
            "{editions} checked, {}",
            terminal::count(report.problems.warnings(), "warning")
        ));
    }
    ExitCode::from(code)
}
