//! Printing: problems to standard error, results to standard output, colours only where they are seen.

use std::io::{self, IsTerminal, Write as _};
use std::process::{Command, Stdio};

use clap::ColorChoice;

use super::arguments::{Denied, ProblemForm, Saying};
use crate::diagnostic::{Code, Diagnostics, render};
use crate::source::Sources;

/// Prints problems in the form that is asked for, and gives the exit code that they call for.
pub(super) fn report(
    diagnostics: &Diagnostics,
    sources: &Sources,
    saying: &Saying,
    colour: ColorChoice,
) -> u8 {
    let written = match saying.problems {
        ProblemForm::Text => {
            problems(diagnostics, sources, colour);
            None
        }
        ProblemForm::Json => Some(render::json(diagnostics, sources)),
        ProblemForm::Sarif => Some(render::sarif(diagnostics, sources)),
        ProblemForm::Github => Some(render::github(diagnostics, sources)),
        ProblemForm::Gitlab => Some(render::gitlab(diagnostics, sources)),
    };
    if let Some(written) = written {
        print(&written);
    }
    match exit_code(diagnostics) {
        0 if saying.deny == Some(Denied::Warnings) && diagnostics.warnings() > 0 => super::PROBLEMS,
        code => code,
    }
}

/// Whether what goes to a stream is to be in colour.
pub(super) fn is_coloured(choice: ColorChoice, stream: &impl IsTerminal) -> bool {
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => stream.is_terminal() && std::env::var_os("NO_COLOR").is_none(),
    }
}

/// Prints problems, and a line that counts them.
pub(super) fn problems(diagnostics: &Diagnostics, sources: &Sources, colour: ColorChoice) {
    let coloured = is_coloured(colour, &io::stderr());
    let text = render::text(diagnostics, sources, coloured);
    // A reader that went away (`| head`) is no fault of ours.
    let _ = io::stderr().write_all(text.as_bytes());
    let (errors, warnings) = (diagnostics.errors(), diagnostics.warnings());
    if errors > 0 {
        eprintln!("{}, {}", count(errors, "error"), count(warnings, "warning"));
    }
}

/// Prints a line of results.
pub(super) fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// Prints a text as it is.
pub(super) fn print(text: &str) {
    // A reader that went away (`| head`) is no fault of ours.
    let _ = io::stdout().write_all(text.as_bytes());
}

/// Prints a long text: on a terminal by the pager of the system, if it has one.
pub(super) fn page(text: &str) {
    /// What fits most windows needs no pager.
    const SHORT: usize = 20;
    if io::stdout().is_terminal() && text.lines().count() > SHORT && paged(text).is_some() {
        return;
    }
    print(text);
}

/// Hands a text to the pager. `None` if there is none, or it can't be begun.
fn paged(text: &str) -> Option<()> {
    let pager = std::env::var("PAGER").unwrap_or_else(|_| "less".to_owned());
    let mut words = pager.split_whitespace();
    let mut child = Command::new(words.next()?)
        .args(words)
        // As others do: leave at once what fits, and don't clear the screen.
        .env(
            "LESS",
            std::env::var("LESS").unwrap_or_else(|_| "FRX".to_owned()),
        )
        .stdin(Stdio::piped())
        .spawn()
        .ok()?;
    // Whoever leaves the pager early has seen enough.
    let _ = child.stdin.take()?.write_all(text.as_bytes());
    let _ = child.wait();
    Some(())
}

/// `1 error`, `2 errors`.
pub(super) fn count(number: usize, word: &str) -> String {
    if number == 1 {
        format!("1 {word}")
    } else {
        format!("{number} {word}s")
    }
}

/// The exit code that problems call for: naming an edition that isn't there, or not saying what is needed, is wrong use, everything else a fault of the pack.
pub(super) fn exit_code(diagnostics: &Diagnostics) -> u8 {
    if diagnostics.errors() == 0 {
        0
    } else if diagnostics
        .iter()
        .any(|problem| matches!(problem.code, Code::UnknownEdition | Code::NotTold))
    {
        super::WRONG_USE
    } else {
        super::PROBLEMS
    }
}
