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
    terminal::problems(&report.problems, &report.sources, arguments.printing.color);
    if report.problems.errors() == 0 && !arguments.printing.quiet {
        let editions = terminal::count(report.editions(), "edition");
        terminal::say(&format!(
            "{editions} checked, {}",
            terminal::count(report.problems.warnings(), "warning")
        ));
    }
    ExitCode::from(terminal::exit_code(&report.problems))
}
