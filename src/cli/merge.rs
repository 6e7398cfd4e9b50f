//! `noticeboard merge`: the shards of a build as one output.

use std::process::ExitCode;

use super::arguments::Merge;
use super::terminal;
use crate::build;
use crate::diagnostic::Diagnostics;
use crate::source::Sources;

pub(super) fn run(arguments: &Merge) -> ExitCode {
    let mut problems = Diagnostics::new();
    let published = build::merge(&arguments.shards, &arguments.output, &mut problems);
    terminal::problems(&problems, &Sources::new(), arguments.printing.color);
    let Some(published) = published else {
        eprintln!("nothing was published");
        return ExitCode::from(super::PROBLEMS);
    };
    if !arguments.printing.quiet {
        terminal::say(&format!(
            "{} files written, {} as they were, {} removed",
            published.written, published.unchanged, published.removed
        ));
    }
    ExitCode::SUCCESS
}
