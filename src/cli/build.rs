//! `noticeboard build`: from content to output.

use std::process::ExitCode;
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};

use super::arguments::Build;
use super::terminal;
use crate::build::{self, Extras, Made, Only, Report, Request};
use crate::source::folder::display;

pub(super) fn run(arguments: &Build) -> ExitCode {
    let began = Instant::now();
    if !arguments.formats.is_empty() && arguments.choice.part() != Some(Only::Handbook) {
        eprintln!("error: --format says how handbooks come out: write --only handbook, too");
        return ExitCode::from(super::WRONG_USE);
    }
    let request = Request {
        content: arguments.places.content.clone(),
        themes: arguments.places.themes(),
        editions: arguments.choice.editions.clone(),
        only: arguments.choice.part(),
        complete: arguments.choice.complete.clone(),
        shard: arguments.shard,
        keep_going: arguments.keep_going,
        zip: arguments.zip,
        deny_warnings: arguments.saying.deny.is_some(),
        outside: None,
        formats: arguments.formats.iter().copied().map(Into::into).collect(),
        extras: Extras {
            previews: !arguments.extras.no_previews,
            handbooks: !arguments.extras.no_handbooks,
        },
        today: arguments.saying.day.today(),
        output: Some(arguments.output.clone()),
    };
    let is_quiet = arguments.printing.quiet || !arguments.saying.is_for_people();
    if build::is_busy(&arguments.output) {
        let output = display(&arguments.output);
        eprintln!(
            "another build is at work in {}/; waiting",
            output.trim_end_matches('/')
        );
    }
    let bar = bar(is_quiet);
    let report = build::run(&request, &|done, all| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    let code = terminal::report(
        &report.problems,
        &report.sources,
        &arguments.saying,
        arguments.printing.color,
    );
    if arguments.explain_rebuild {
        explain(&report);
    }
    if report.published.is_none() {
        eprintln!("nothing was published");
    } else if !report.held_back.is_empty() {
        eprintln!(
            "held back, and as they were published before: {}",
            report.held_back.join(", ")
        );
    }
    if report.published.is_some() && !is_quiet {
        table(&report, began.elapsed().as_secs_f64());
        let start = arguments.output.join("index.html");
        // When only posters are made, there may be no page yet.
        let open = if start.exists() {
            &start
        } else {
            &arguments.output
        };
        terminal::say(&format!("\nOpen {}", display(open)));
        if let Some(places) = posters(arguments, &report) {
            terminal::say(&format!("posters: {places}"));
        }
    }
    ExitCode::from(code)
}

/// Where the posters are that were made. Nobody finds them from the first page, and who made them wants to print them.
fn posters(arguments: &Build, report: &Report) -> Option<String> {
    let room = match arguments.choice.part() {
        None | Some(Only::Posters) => "posters",
        Some(Only::PrintShop) => "print-shop",
        Some(Only::Site | Only::Handbook) => return None,
    };
    let place = |folder: &str| {
        let place = arguments.output.join(folder).join(room);
        format!("{}/", display(&place))
    };
    let made: Vec<&Made> = report
        .made
        .iter()
        .filter(|made| made.posters > 0 && !report.held_back.contains(&made.edition))
        .collect();
    let first = made.first()?;
    if made.iter().any(|made| made.edition != first.edition) {
        return Some(place("<edition>"));
    }
    // One edition has a folder for each of its languages.
    let places: Vec<String> = made.iter().map(|made| place(&made.folder)).collect();
    Some(places.join(", "))
}

/// Which editions were made anew, and why.
fn explain(report: &Report) {
    for (folder, reason) in &report.anew {
        terminal::say(&format!("{folder}: {reason}"));
    }
    terminal::say(&format!(
        "{} made anew, {} as published",
        report.anew.len(),
        report.made.len() - report.anew.len()
    ));
}

/// A bar on a terminal; nothing elsewhere.
fn bar(quiet: bool) -> ProgressBar {
    if quiet {
        return ProgressBar::hidden();
    }
    // The template is fixed and sound; if it weren't, the plain bar would do.
    let style = ProgressStyle::with_template("{bar:30} {pos} of {len} editions")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(0).with_style(style)
}

/// What was made, in one row.
fn table(report: &Report, seconds: f64) {
    let pages: usize = report.made.iter().map(|made| made.pages).sum();
    let posters: usize = report.made.iter().map(|made| made.posters).sum();
    terminal::say(&format!(
        "{:>8}  {:>5}  {:>7}  {:>8}  {:>7}",
        "editions", "pages", "posters", "warnings", "seconds"
    ));
    terminal::say(&format!(
        "{:>8}  {:>5}  {:>7}  {:>8}  {:>7.1}",
        report.editions(),
        pages,
        posters,
        report.problems.warnings(),
        seconds
    ));
}
