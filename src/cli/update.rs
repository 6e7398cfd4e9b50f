//! `noticeboard update`: what would change with the base pack that is at hand, and taking it.

use std::process::ExitCode;

use super::arguments::{Update, UpdateForm};
use super::terminal;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::edition::editions;
use crate::pack::{self, BasePack};
use crate::source::Sources;
use crate::source::folder::display;
use crate::update;

pub(super) fn run(arguments: &Update) -> ExitCode {
    let mut sources = Sources::new();
    let mut problems = Diagnostics::new();
    let content = &arguments.places.content;
    // What is wrong with the pack as it is, `check` says.
    let before = pack::read(content, &mut sources, &mut Diagnostics::new());
    let after = pack::read_at_hand(content, &mut sources, &mut problems);
    let found = after.and_then(|after| {
        let Some(update) = update::Update::of(before.as_ref(), &after) else {
            problems.push(
                Diagnostic::new(Code::MissingKey, "this pack builds on no other")
                    .at(after.base.at, "")
                    .help("a pack says here what it builds on: extends: { pack: ../national, version: \"^3\" }"),
            );
            return None;
        };
        Some((update, after))
    });
    let mut written = Vec::new();
    let mut is_hindered = false;
    if let Some((update, after)) = &found {
        match arguments.format {
            UpdateForm::Text => {
                let coloured = terminal::is_coloured(arguments.printing.color, &std::io::stdout());
                let text = update::text(update, coloured);
                if arguments.take {
                    terminal::print(&text);
                } else {
                    terminal::page(&text);
                }
            }
            UpdateForm::Json => terminal::print(&update::json(update)),
        }
        // What is wrong with this pack and its editions is theirs to mend, and easier to see once it is taken.
        let hinders = |problem: &Diagnostic| {
            let is_of_base = |base: &BasePack| {
                let place = problem.labels.first();
                place.is_some_and(|label| base.holds(label.at))
            };
            problem.severity == Severity::Error
                && (matches!(problem.code, Code::BaseVersion | Code::BaseNotTaken)
                    || after.base_pack.as_ref().is_some_and(is_of_base))
        };
        is_hindered = problems.iter().any(hinders);
        editions(after, &sources, &mut problems);
        if let (true, false, Some(base)) = (arguments.take, is_hindered, &after.base_pack) {
            match update::take(content, base) {
                Ok(files) => written = files,
                Err(problem) => problems.push(problem),
            }
        }
    }
    let problems: Diagnostics = problems
        .into_iter()
        .filter(|problem| problem.severity == Severity::Error)
        .collect();
    let count = found.as_ref().map_or(0, |(_, after)| after.editions.len());
    let problems = problems.tidied(count);
    terminal::problems(&problems, &sources, arguments.printing.color);
    if arguments.format == UpdateForm::Text && !arguments.printing.quiet {
        if !written.is_empty() {
            let files: Vec<String> = written.iter().map(|file| display(file)).collect();
            terminal::say(&format!("\nTaken, and kept in {}.", files.join(" and ")));
            terminal::say("Keep both with the pack. What is stale now: noticeboard check");
        } else if arguments.take && is_hindered {
            terminal::say("\nNot taken: it can't be used as it is.");
        } else if let Some((update, _)) = &found
            && !update.is_taken()
            && !arguments.take
        {
            terminal::say("\nTo take it: noticeboard update --take");
        }
    }
    ExitCode::from(terminal::exit_code(&problems))
}
